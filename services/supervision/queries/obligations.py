"""Questions about duties."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import rulebook
from kernel.aggregates import Repository
from kernel.envelope import Flaw
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.obligations import GetObligation, ListObligations
from supervision.events.obligation import ObligationOpened
from supervision.projections.obligations import OBLIGATIONS
from supervision.queries.pages import following


class ObligationView(Answer):
    """One obligation as it stands."""

    obligation: str
    case: str
    org: str
    finding: str | None
    rule_id: str
    rulebook: str
    kind: str
    subject: str
    triggered_on: str
    due: str
    original_due: str
    provisional: bool
    state: str
    submitted_on: str | None
    missed: bool


class Obligations(Answer):
    """A page of obligations."""

    obligations: tuple[ObligationView, ...]
    next: str


class ObligationExplained(Answer):
    """One obligation and why its date is what it is."""

    obligation: ObligationView
    explanation_zh: str
    explanation_en: str
    inference: bool


def list_obligations(question: ListObligations, rows: Rows, repo: Repository) -> Obligations:
    """A page of obligations, the earliest due first."""
    where = [
        Where(column, "=", value)
        for column, value in (
            ("case_id", question.case),
            ("org", question.org),
            ("rule_id", question.rule_id),
            ("state", question.state),
        )
        if value
    ]
    if question.due_before:
        where.append(Where("due", "<", question.due_before.isoformat()))
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(OBLIGATIONS, where, (("due", "asc"),), limit, after)
    return Obligations(obligations=tuple(_obligation(row) for row in page), next=following(page, limit, "due", "obligation"))


def get_obligation(question: GetObligation, rows: Rows, repo: Repository) -> ObligationExplained:
    """One obligation; the explanation is computed anew from rule, trigger and calendar."""
    row = rows.get(OBLIGATIONS, question.obligation)
    if row is None:
        raise NotFound(what="期限义务 / obligation", id=question.obligation)
    deadline = rulebook.deadline(
        rulebook.preset(row["rulebook"]), row["rule_id"], rulebook.Trigger(date.fromisoformat(row["triggered_on"]))
    )
    return ObligationExplained(
        obligation=_obligation(row),
        explanation_zh=deadline.explanation.text("zh"),
        explanation_en=deadline.explanation.text("en"),
        inference=deadline.inference,
    )


def due_obligations(day: date, rows: Rows) -> Sequence[str]:
    """Ids of the obligations for which this day brings something."""
    found: list[str] = []
    after: list[Any] | None = None
    while True:
        page = rows.page(OBLIGATIONS, (Where("next_check", "<=", day.isoformat()),), (("next_check", "asc"),), 1000, after)
        found += (row["obligation"] for row in page)
        if len(page) < 1000:
            return found
        after = [page[-1]["next_check"], page[-1]["obligation"]]


def deadlines_recompute(rows: Rows, repo: Repository, events: Any) -> tuple[int, list[Flaw]]:
    """I23: every due date in the history follows from its rule, trigger and calendar."""
    checked, flaws = 0, []
    for recorded in events:
        event = recorded.event
        if not isinstance(event, ObligationOpened) or event.rule_id == "R-15":
            continue  # the date of a monthly return is computed and checked by the findings service
        checked += 1
        due = rulebook.deadline(rulebook.preset(event.rulebook), event.rule_id, rulebook.Trigger(event.triggered_on)).due
        if due != event.due:
            why = f"{event.rule_id} from {event.triggered_on} is due {due}, recorded was {event.due}"
            flaws.append(Flaw(recorded.position, recorded.aggregate, "deadline-differs", why))
    return checked, flaws


def _obligation(row: Row) -> ObligationView:
    return ObligationView(case=row["case_id"], **{n: row[n] for n in ObligationView.model_fields if n != "case"})
