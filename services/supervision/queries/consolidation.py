"""Questions about consolidation orders."""

from collections.abc import Sequence

from kernel.aggregates import Repository
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.consolidation import GetConsolidation, ListConsolidations
from supervision.model.consolidation import Consolidation
from supervision.projections.consolidation import CONSOLIDATIONS
from supervision.queries.pages import following


class ConsolidationView(Answer):
    """One consolidation order."""

    consolidation: str
    number: str
    state: str
    case: str
    org: str
    findings: tuple[str, ...]
    reasons: str
    demands: tuple[str, ...]
    decision_no: str
    ordered_on: str
    until: str
    result: str
    document_sha256: str
    ended_on: str


class ConsolidationPage(Answer):
    """A page of consolidation orders."""

    consolidations: tuple[ConsolidationView, ...]
    next: str


def get_consolidation(question: GetConsolidation, rows: Rows, repo: Repository) -> ConsolidationView:
    """One consolidation order."""
    row = rows.get(CONSOLIDATIONS, question.consolidation)
    if row is None:
        raise NotFound(what=Consolidation.CALLED, id=question.consolidation)
    return _view(row)


def of_consolidation(question: GetConsolidation, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.consolidation]


def list_consolidations(question: ListConsolidations, rows: Rows, repo: Repository) -> ConsolidationPage:
    """A page of consolidation orders, in order of number."""
    columns = {"case": "case_id", "org": "org", "state": "state"}
    where = [Where(column, "=", value) for field, column in columns.items() if (value := getattr(question, field))]
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(CONSOLIDATIONS, where, (("number", "asc"),), limit, after)
    return ConsolidationPage(
        consolidations=tuple(_view(row) for row in page), next=following(page, limit, "number", "consolidation")
    )


def _view(row: Row) -> ConsolidationView:
    return ConsolidationView(case=row["case_id"], **{n: row[n] for n in ConsolidationView.model_fields if n != "case"})
