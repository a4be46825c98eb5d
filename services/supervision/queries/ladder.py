"""Questions about the ladder."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kernel.aggregates import Repository
from kernel.context import Asker
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.ladder import GetLadder, ListLadder
from supervision.model.ladder import ladder_id
from supervision.projections.ladder import LADDERS, WAITING
from supervision.queries.insiders import without_leads
from supervision.queries.pages import following
from supervision.refusals.ladder import LadderOfWhat


class WaitingView(Answer):
    """A step that waits for a person's decision."""

    step: int
    obligation: str | None
    finding: str | None
    case: str | None
    org: str | None
    rule_id: str
    supervisors: bool
    ground: str
    detail: str
    days_overdue: int
    act_zh: str
    act_en: str
    decides: tuple[str, ...]
    since: str


class Waiting(Answer):
    """A page of what waits."""

    waiting: tuple[WaitingView, ...]
    next: str


class TakenView(Answer):
    """A step that was taken."""

    step: int
    on: str
    ground: str
    act_zh: str
    act_en: str
    reaches: tuple[str, ...]
    automatic: bool
    by: str
    reason: str
    document: str
    last_date: str


class LadderView(Answer):
    """How far a duty or a finding was pressed."""

    obligation: str | None
    finding: str | None
    case: str | None
    org: str | None
    step: int
    taken: tuple[TakenView, ...]
    waiting: tuple[WaitingView, ...]


def list_ladder(question: ListLadder, rows: Rows, repo: Repository, *, asker: Asker) -> Waiting:
    """A page of what waits for a decision, the oldest first; duties about leads only to who may know of leads."""
    filters = (("case_id", question.case), ("org", question.org), ("step", question.step), ("supervisors", question.supervisors))
    where = [*(Where(column, "=", value) for column, value in filters if value), *without_leads(asker)]
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(WAITING, where, (("since", "asc"),), limit, [*after[:-1], int(after[-1])] if after else None)
    return Waiting(waiting=tuple(_waiting(row) for row in page), next=following(page, limit, "since", "ladder", "step"))


def get_ladder(question: GetLadder, rows: Rows, repo: Repository) -> LadderView:
    """The steps taken and those that wait; step 0 where nothing was pressed."""
    if (question.obligation is None) == (question.finding is None):
        raise LadderOfWhat(field="obligation")
    ladder = ladder_id(str(question.obligation or question.finding))
    row: Row = rows.get(LADDERS, ladder) or {"case_id": None, "org": None, "step": 0, "taken": []}
    waiting = rows.page(WAITING, [Where("ladder", "=", ladder)], limit=100)
    return LadderView(
        obligation=question.obligation,
        finding=question.finding,
        case=row["case_id"],
        org=row["org"],
        step=row["step"],
        taken=tuple(TakenView(**{**step, "reaches": tuple(step["reaches"])}) for step in row["taken"]),
        waiting=tuple(_waiting(one) for one in sorted(waiting, key=lambda one: int(one["step"]))),
    )


def due_ladders(day: date, rows: Rows) -> Sequence[str]:
    """Ids of the ladders whose last date passed."""
    return [row["ladder"] for row in rows.page(LADDERS, [Where("watch", "<", day.isoformat())], limit=1_000_000)]


def _waiting(row: Row) -> WaitingView:
    fields: dict[str, Any] = {name: row[name] for name in WaitingView.model_fields if name not in ("case", "decides")}
    return WaitingView(case=row["case_id"], decides=tuple(row["decides"]), **fields)
