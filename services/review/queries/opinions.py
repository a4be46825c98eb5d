"""Questions about opinions."""

from collections.abc import Sequence

from kernel.aggregates import Repository
from kernel.context import Asker
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Rows, Where
from review.commands.opinions import GetReviewFile, ListReviews
from review.events.words import Part
from review.model.case import CaseFile, file_id
from review.model.plan_opinions import PartVersion, PlanOpinions, plan_opinions_id
from review.model.report_opinions import ReportOpinions, ReportVersion, report_opinions_id
from review.projections.reviews import CHECK, PLAN, REVIEWS
from review.queries.allowed import INSPECTED, after, next_of, own, require, size


class OpinionView(Part):
    """One version of a document and the department's opinion on it; empty parts were not said."""

    version: int
    received_on: str
    due: str = ""
    state: str
    conclusion: str = ""
    opinion_no: str = ""
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    given_on: str = ""
    late: bool = False
    verifier: str = ""
    code: str = ""
    en: str = ""
    zh: str = ""


class ReviewFileView(Answer):
    """What the department said in one case."""

    case: str
    org: str
    number: str
    org_dept: str
    rulebook: str
    personnel_check: bool
    plan: tuple[OpinionView, ...]
    progress: tuple[OpinionView, ...]
    check: tuple[OpinionView, ...]


class ReviewLine(Part):
    """One version in a list."""

    case: str
    org: str
    document: str
    version: int
    received_on: str
    due: str
    state: str
    conclusion: str
    opinion_no: str
    given_on: str
    late: bool
    verifier: str
    code: str


class ReviewList(Answer):
    """A page of them."""

    reviews: tuple[ReviewLine, ...]
    next: str


def get_review_file(question: GetReviewFile, rows: Rows, repo: Repository, *, asker: Asker) -> ReviewFileView:
    """All opinions with their dates; the inspected organisation is not shown what goes to the discipline organ (SOD-06)."""
    file = repo.find(CaseFile, file_id(question.case))
    if not file.exists:
        raise NotFound(what=CaseFile.CALLED, id=question.case)
    require(asker, file.org, CaseFile.CALLED, question.case)
    plan = repo.find(PlanOpinions, plan_opinions_id(file.case))
    reports = repo.find(ReportOpinions, report_opinions_id(file.case))
    inside = asker.role in INSPECTED or asker.org == file.org
    assisting = () if inside else tuple(_report(v, reports.assisting_due(v)) for v in reports.progress)
    return ReviewFileView(
        case=file.case,
        org=file.org,
        number=file.number,
        org_dept=file.bodies["org_dept"],
        rulebook=file.rulebook,
        personnel_check=bool(reports.check) or bool(plan.versions) or "personnel_selection" in file.special_checks,
        plan=tuple(_plan(version) for version in plan.versions),
        progress=assisting,
        check=tuple(_report(version, version.due or reports.check_due(version)) for version in reports.check),
    )


def list_reviews(question: ListReviews, rows: Rows, repo: Repository, *, asker: Asker) -> ReviewList:
    """A page of documents with their opinions, the earliest received first."""
    wanted = (("case_id", question.case), ("org", question.org), ("document", question.document), ("state", question.state))
    where = [*own(asker), *(Where(column, "=", value) for column, value in wanted if value)]
    if asker.role in INSPECTED:
        where.append(Where("document", "in", [PLAN, CHECK]))
    limit = size(question.limit)
    page = rows.page(REVIEWS, where, (("received_on", "asc"),), limit, after(question.after))
    # A department that is itself inspected is shown of its own case what any inspected organisation is (SOD-12).
    shown = (row for row in page if row["org"] != asker.org or row["document"] in (PLAN, CHECK))
    lines = (ReviewLine(case=row["case_id"], **{n: row[n] for n in ReviewLine.model_fields if n != "case"}) for row in shown)
    return ReviewList(reviews=tuple(lines), next=next_of(page, limit, "received_on", "review"))


def of_case(question: GetReviewFile, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [file_id(question.case), plan_opinions_id(question.case), report_opinions_id(question.case)]


def _plan(known: PartVersion) -> OpinionView:
    said = known.opinion.model_dump() if known.opinion else {}
    days = {"received_on": _iso(known.received_on), "due": _iso(known.target), "given_on": _iso(known.given_on)}
    return OpinionView(version=known.version, state=known.state, verifier=known.verifier, **days, **said)


def _report(known: ReportVersion, limit: object) -> OpinionView:
    said = known.opinion.model_dump() if known.opinion else {}
    days = {"received_on": _iso(known.received_on), "due": _iso(limit), "given_on": _iso(known.given_on)}
    same = {name: getattr(known, name) for name in ("version", "state", "late", "verifier", "code", "en", "zh")}
    return OpinionView(conclusion=known.conclusion or "", **same, **days, **said)


def _iso(day: object) -> str:
    return str(day) if day else ""
