"""Questions about typical cases."""

from collections.abc import Sequence
from datetime import date

from kernel.aggregates import Repository, get
from kernel.context import Asker
from kernel.errors import NotFound
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where
from publicity.events.parts import Part, Scope
from publicity.model.case import CaseFile, file_id
from publicity.model.typical import TypicalCase, TypicalStanding
from publicity.projections.tables import CASES, TYPICAL_CASES
from publicity.queries.disclosure import PAGE, works_on


class GetTypicalCase(Question):
    """One typical case."""

    typical: Id


class TypicalCaseAnswer(Answer):
    """One typical case."""

    typical: str
    case: str
    org: str
    number: str
    scope: str
    title: str
    text: str
    state: str
    proposer: str
    approver: str
    approval_no: str
    published_on: date | None
    document: str
    sha256: str
    withdrawn_on: date | None
    reason: str
    decision_no: str


class ListTypicalCases(Question):
    """Typical cases in order of number."""

    case: str = ""
    scope: str = ""
    state: str = ""
    limit: int = 0


class TypicalCaseLine(Part):
    """One in a list."""

    typical: str
    case: str
    number: str
    scope: str
    title: str
    state: str
    published_on: date | None


class TypicalCaseList(Answer):
    """Typical cases."""

    typical_cases: tuple[TypicalCaseLine, ...]


def get_typical_case(question: GetTypicalCase, rows: Rows, repo: Repository, *, asker: Asker) -> TypicalCaseAnswer:
    """One as it is, or was; to those who do not work on it only when it is published."""
    found = get(repo, TypicalCase, question.typical)
    file = repo.find(CaseFile, file_id(found.case))
    if not works_on(asker, file.org, file.bodies.values()) and not _public(found.state, found.scope, asker):
        raise NotFound(what=TypicalCase.CALLED, id=question.typical)
    names = [name for name in TypicalCaseAnswer.model_fields if name != "typical"]
    return TypicalCaseAnswer(typical=found.id, **{name: getattr(found, name) for name in names})


def list_typical_cases(question: ListTypicalCases, rows: Rows, repo: Repository, *, asker: Asker) -> TypicalCaseList:
    """Those that the asker works on or that are published."""
    where = [Where(column, "=", value) for column in ("scope", "state") if (value := getattr(question, column))]
    where += [Where("case_id", "=", question.case)] if question.case else []
    found = rows.page(TYPICAL_CASES, where, [("number", "asc")], question.limit or PAGE)
    return TypicalCaseList(typical_cases=tuple(_line(row) for row in found if _shown(row, rows, asker)))


def of_typical_case(question: GetTypicalCase, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    found = repo.find(TypicalCase, question.typical)
    return [question.typical, *([file_id(found.case)] if found.exists else [])]


def _public(state: str, scope: str, asker: Asker) -> bool:
    return state == TypicalStanding.PUBLISHED and (asker.role != "public" or scope == Scope.PUBLIC)


def _shown(row: Row, rows: Rows, asker: Asker) -> bool:
    case = rows.get(CASES, row["case_id"])
    works = case is not None and works_on(asker, case["org"], case["bodies"])
    return works or _public(row["state"], row["scope"], asker)


def _line(row: Row) -> TypicalCaseLine:
    return TypicalCaseLine(
        typical=row["typical"],
        case=row["case_id"],
        number=row["number"],
        scope=row["scope"],
        title=row["whole"]["title"],
        state=row["state"],
        published_on=row["published_on"] or None,
    )
