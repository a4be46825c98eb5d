"""Questions about outer checks."""

from typing import Any

from kernel.aggregates import Repository
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.checks import ListSignOffChecks
from supervision.projections.checks import CHECKS
from supervision.queries.pages import following


class CheckView(Answer):
    """One outer check."""

    check: str
    finding: str
    case: str
    org: str
    signoff: int
    state: str
    opened_on: str
    verifier: str | None
    defect: str | None
    reason: str | None
    special_check: str
    verifier_role: str
    failures: int


class Checks(Answer):
    """A page of outer checks."""

    checks: tuple[CheckView, ...]
    next: str


def list_signoff_checks(question: ListSignOffChecks, rows: Rows, repo: Repository) -> Checks:
    """A page of outer checks."""
    where = [Where(c, "=", v) for c, v in (("case_id", question.case), ("state", question.state)) if v]
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(CHECKS, where, (("opened_on", "asc"),), limit, after)
    views = (CheckView(check=row["check_id"], case=row["case_id"], **_rest(row)) for row in page)
    return Checks(checks=tuple(views), next=following(page, limit, "opened_on", "check_id"))


def _rest(row: Row) -> dict[str, Any]:
    return {n: row[n] for n in CheckView.model_fields if n not in ("check", "case")}
