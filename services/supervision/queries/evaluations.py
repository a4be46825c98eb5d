"""Questions about schemes and evaluations."""

from collections.abc import Sequence

import rulebook
from kernel.aggregates import Repository
from kernel.context import Asker
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.evaluations import GetEvaluation, GetScheme, ListEvaluations, ListSchemes
from supervision.events.evaluation import Deduction, Indicator, Rating, Threshold, Veto
from supervision.model.case import CaseFile, file_id
from supervision.model.evaluation import Evaluation, State
from supervision.model.scheme import Scheme
from supervision.projections.evaluations import EVALUATIONS, SCHEMES
from supervision.queries.insiders import INSPECTED
from supervision.queries.pages import following

# Of an evaluation the inspected organisation learns points and grade once proposed.
_UNDER_WAY = frozenset({State.SCHEME_FIXED, State.SELF_ASSESSMENT, State.MATERIAL_CHECK, State.ON_SITE, State.SCORED})


class SchemeVersionView(Answer):
    """One version of a scheme."""

    scheme: str
    code: str
    scheme_version: int
    title: str
    rulebook: str
    indicators: tuple[Indicator, ...]
    vetoes: tuple[Veto, ...]
    thresholds: tuple[Threshold, ...]
    satisfaction: str
    document_sha256: str
    owner: str
    fixed_on: str


class SchemeView(Answer):
    """A scheme with all its versions."""

    newest: SchemeVersionView
    versions: tuple[SchemeVersionView, ...]


class Schemes(Answer):
    """A page of scheme versions."""

    schemes: tuple[SchemeVersionView, ...]
    next: str


class UsedFor(Answer):
    """A use of an evaluation."""

    use: str
    reference: str


class EvaluationView(Answer):
    """One evaluation as it stands; names of grade and disposal are those of the case's rulebook."""

    evaluation: str
    number: str
    case: str
    org: str
    state: str
    scheme: str
    scheme_version: int
    due: str
    opened_on: str
    ratings: tuple[Rating, ...]
    self_total: int
    materials: str
    site_record: str
    survey: str
    answers: int
    satisfied_permille: int | None
    survey_counted: bool
    deductions: tuple[Deduction, ...]
    vetoes: tuple[str, ...]
    score: int
    grade: str
    grade_zh: str
    grade_en: str
    evaluator: str
    cosigner: str
    disposal: str
    disposal_zh: str
    disposal_en: str
    reason: str
    opinion: str
    heard_on: str
    approval: str
    approved_on: str
    uses: tuple[UsedFor, ...]


class Evaluations(Answer):
    """A page of evaluations."""

    evaluations: tuple[EvaluationView, ...]
    next: str


def get_scheme(question: GetScheme, rows: Rows, repo: Repository) -> SchemeView:
    """One scheme with all its versions."""
    page = rows.page(SCHEMES, [Where("scheme", "=", question.scheme)], (("scheme_version", "asc"),), 1000)
    if not page:
        raise NotFound(what=Scheme.CALLED, id=question.scheme)
    versions = tuple(_scheme(row) for row in page)
    return SchemeView(newest=versions[-1], versions=versions)


def of_scheme(question: GetScheme, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.scheme]


def list_schemes(question: ListSchemes, rows: Rows, repo: Repository) -> Schemes:
    """Scheme versions in order of code and version."""
    where = [Where("owner", "=", question.owner)] if question.owner else []
    limit = min(question.limit or 100, 1000)
    after = [_number(part) for part in question.after.split("|")] if question.after else None
    page = rows.page(SCHEMES, where, (("code", "asc"), ("scheme_version", "asc")), limit, after)
    onward = following(page, limit, "code", "scheme_version", "scheme", "scheme_version")
    return Schemes(schemes=tuple(_scheme(row) for row in page), next=onward)


def get_evaluation(question: GetEvaluation, rows: Rows, repo: Repository, asker: Asker) -> EvaluationView:
    """One evaluation; the inspected organisation learns of points and grade once the grade is proposed."""
    row = rows.get(EVALUATIONS, question.evaluation)
    if row is None or not _may_know(row, repo, asker):
        raise NotFound(what=Evaluation.CALLED, id=question.evaluation)
    return _evaluation(row, repo, asker)


def list_evaluations(question: ListEvaluations, rows: Rows, repo: Repository, asker: Asker) -> Evaluations:
    """Evaluations in order of number; the inspected side sees its own organisation's alone."""
    columns = {"case": "case_id", "org": "org", "state": "state", "grade": "grade"}
    where = [Where(column, "=", value) for field, column in columns.items() if (value := getattr(question, field))]
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(EVALUATIONS, where, (("number", "asc"),), limit, after)
    shown = tuple(_evaluation(row, repo, asker) for row in page if _may_know(row, repo, asker))
    if question.grade:
        shown = tuple(view for view in shown if view.grade == question.grade)
    return Evaluations(evaluations=shown, next=following(page, limit, "number", "evaluation"))


def _may_know(row: Row, repo: Repository, asker: Asker) -> bool:
    if asker.role not in INSPECTED:
        return True
    return asker.org in (row["org"], repo.find(CaseFile, file_id(row["case_id"])).holder)


def _evaluation(row: Row, repo: Repository, asker: Asker) -> EvaluationView:
    known = dict(row)
    if asker.role in INSPECTED and row["state"] in _UNDER_WAY:
        known |= {"deductions": [], "vetoes": [], "score": 0, "grade": "", "evaluator": "", "cosigner": "", "materials": ""}
    found = repo.find(Evaluation, row["evaluation"])
    settings = rulebook.preset(found.rulebook).settings
    grade = next((named.name for named in settings.evaluation_grades.value if named.code == known["grade"]), None)
    disposal = next((named.name for named in settings.disposals.value if named.code == known["disposal"]), None)
    names = {
        "grade_zh": grade.zh if grade else "",
        "grade_en": grade.en if grade else "",
        "disposal_zh": disposal.zh if disposal else "",
        "disposal_en": disposal.en if disposal else "",
    }
    fields = {name: known[name] for name in EvaluationView.model_fields if name not in ("case", *names)}
    return EvaluationView(case=row["case_id"], **names, **fields)


def _scheme(row: Row) -> SchemeVersionView:
    return SchemeVersionView(**{name: row[name] for name in SchemeVersionView.model_fields})


def _number(part: str) -> str | int:
    return int(part) if part.isascii() and part.isdigit() and len(part) < 10 else part
