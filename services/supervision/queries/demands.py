"""Questions about demands."""

from kernel.aggregates import Repository
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.report_reviews import ListDemands
from supervision.projections.demands import DEMANDS
from supervision.queries.pages import following


class DemandView(Answer):
    """One demand as it stands; `answer_version` is 0 unless the next version of the document answered it."""

    demand: str
    case: str
    org: str
    source: str
    subject: str
    version: int
    no: int
    opinion_no: str
    text: str
    organ: str
    state: str
    opened_on: str
    answered_on: str | None
    answer_version: int
    answer: str
    evidence: tuple[str, ...]
    closed_on: str | None
    closing_note: str


class Demands(Answer):
    """A page of demands."""

    demands: tuple[DemandView, ...]
    next: str


def list_demands(question: ListDemands, rows: Rows, repo: Repository) -> Demands:
    """A page of demands, the oldest first, those of one opinion in its order."""
    wanted = (("case_id", question.case), ("org", question.org), ("source", question.source), ("state", question.state))
    where = [Where(column, "=", value) for column, value in wanted if value]
    limit = min(question.limit or 100, 1000)
    page = rows.page(DEMANDS, where, (("opened_on", "asc"), ("no", "asc")), limit, _after(question.after))
    return Demands(demands=tuple(_demand(row) for row in page), next=following(page, limit, "opened_on", "no", "demand"))


def _after(mark: str) -> list[str | int] | None:
    if not mark:
        return None
    opened_on, no, demand = mark.split("|")
    return [opened_on, int(no), demand]


def _demand(row: Row) -> DemandView:
    kept = {name: row[name] for name in DemandView.model_fields if name not in ("case", "answer_version", "answer", "closing_note")}
    words = {"answer": row["answer"] or "", "closing_note": row["closing_note"] or ""}
    return DemandView(case=row["case_id"], answer_version=row["answer_version"] or 0, **kept, **words)
