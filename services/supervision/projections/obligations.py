"""The obligations as they stand."""

from datetime import date, timedelta
from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Row, Rows, Table, Where
from supervision.events import obligation as duty
from supervision.events.case import CaseMoved
from supervision.events.ladder import LadderProposed, LadderStepTaken
from supervision.model.days import next_check
from supervision.model.duties import SUPERVISORS
from supervision.model.obligation import State

OBLIGATIONS = Table(
    name="obligations",
    key=("obligation",),
    columns={
        "obligation": "text",
        "case_id": "text",
        "org": "text",
        "finding": "text",
        "round": "text",
        "matter": "text",
        "rule_id": "text",
        "rulebook": "text",
        "kind": "text",
        "party": "text",
        "obligor": "text",
        "supervisors": "bool",
        "subject": "text",
        "triggered_on": "text",
        "trigger": "text",
        "due": "text",
        "original_due": "text",
        "stated": "bool",
        "provisional": "bool",
        "state": "text",
        "submitted_on": "text",
        "missed": "bool",
        "target_passed": "bool",
        "ladder_step": "int",
        "warn_days": "json",
        "warned_from": "int",
        "ladder_days": "json",
        "laddered": "int",
        "next_check": "text",
        "position": "int",
    },
    indexes=[
        ("case_id",),
        ("org", "state"),
        ("rule_id", "state"),
        ("state", "due"),
        ("obligor", "state"),
        ("supervisors", "state", "due"),
        ("next_check",),
    ],
)


def obligations(recorded: Recorded[Any], rows: Rows) -> None:
    """The obligations as they stand, with the next day on which a sweep has something to do."""
    event = recorded.event
    match event:
        case duty.ObligationScheduled() | duty.ObligationOpened():
            _put(recorded, event, rows)
        case duty.ObligationSubmitted():
            _change(rows, recorded, submitted_on=event.submitted_on.isoformat(), next_check=None)
        case duty.ObligationSentBack():
            _change(rows, recorded, submitted_on=None)
            _look_again(rows, event.obligation)
        case duty.ObligationMet():
            _change(rows, recorded, state=State.MET.value, next_check=None)
        case duty.ObligationMetLate():
            _change(rows, recorded, state=State.MET_LATE.value, next_check=None)
        case duty.ObligationOverdue():
            _change(rows, recorded, state=State.OVERDUE.value, missed=True, ladder_days=list(event.ladder_days), laddered=0)
            _look_again(rows, event.obligation)
        case duty.TargetPassed():
            _change(rows, recorded, target_passed=True, next_check=None)
        case duty.WarningIssued():
            _change(rows, recorded, warned_from=event.days_left)
            _look_again(rows, event.obligation)
        case LadderStepTaken() | LadderProposed():
            _laddered(event, rows)
        case CaseMoved():
            _moved(event, rows)
        case _:
            _dates(recorded, rows)


def _dates(recorded: Recorded[Any], rows: Rows) -> None:
    event = recorded.event
    match event:
        case duty.ObligationExtended():
            state = _row(rows, event.obligation)["state"]
            kept = state if state == State.SUSPENDED.value else State.EXTENDED.value
            _change(rows, recorded, state=kept, due=event.due.isoformat(), warned_from=None, target_passed=False)
            _look_again(rows, event.obligation)
        case duty.ObligationRedated():
            row = _row(rows, event.obligation)
            overdue = row["state"] == State.OVERDUE.value and event.due > event.former_due
            changed = {"state": State.RUNNING.value, "missed": False} if overdue else {}
            _change(
                rows,
                recorded,
                triggered_on=event.triggered_on.isoformat(),
                due=event.due.isoformat(),
                warned_from=None,
                target_passed=False,
                **changed,
            )
            _look_again(rows, event.obligation)
        case duty.ObligationSuspended():
            _change(rows, recorded, state=State.SUSPENDED.value, next_check=None)
        case duty.ObligationResumed():
            running = State.EXTENDED if event.extended else State.RUNNING
            _change(rows, recorded, state=running.value, due=event.due.isoformat())
            _look_again(rows, event.obligation)
        case duty.ObligationWaived():
            _change(rows, recorded, state=State.WAIVED.value, next_check=None)
        case duty.ObligationSuperseded():
            _change(rows, recorded, state=State.SUPERSEDED.value, next_check=None)


def _put(recorded: Recorded[Any], event: duty.ObligationScheduled | duty.ObligationOpened, rows: Rows) -> None:
    runs = isinstance(event, duty.ObligationOpened)
    warn_days = event.warn_days if isinstance(event, duty.ObligationOpened) else ()
    known = rows.get(OBLIGATIONS, event.obligation) or {}
    submitted = known.get("submitted_on")
    rows.put(
        OBLIGATIONS,
        {
            "obligation": event.obligation,
            "case_id": event.case,
            "org": event.org,
            "finding": event.finding,
            "round": event.round,
            "matter": event.matter,
            "rule_id": event.rule_id,
            "rulebook": event.rulebook,
            "kind": event.kind.value,
            "party": event.party,
            "obligor": event.obligor,
            "supervisors": event.party in SUPERVISORS,
            "subject": event.subject,
            "triggered_on": event.triggered_on.isoformat(),
            "trigger": recorded.causes[0] if recorded.causes else "",
            "due": event.due.isoformat(),
            "original_due": event.due.isoformat(),
            "stated": isinstance(event, duty.ObligationOpened) and event.stated,
            "provisional": event.provisional,
            "state": (State.RUNNING if runs else State.SCHEDULED).value,
            "submitted_on": submitted,
            "missed": False,
            "target_passed": False,
            "ladder_step": 0,
            "warn_days": list(warn_days),
            "warned_from": None,
            "ladder_days": [],
            "laddered": 0,
            "next_check": next_check(event.due, warn_days, None).isoformat() if runs and not submitted else None,
            "position": recorded.position,
        },
    )


def _laddered(event: LadderStepTaken | LadderProposed, rows: Rows) -> None:
    row = rows.get(OBLIGATIONS, event.obligation) if event.obligation else None
    if row is None:
        return
    step = event.step if isinstance(event, LadderStepTaken) else 0
    rows.update(
        OBLIGATIONS,
        (row["obligation"],),
        ladder_step=max(row["ladder_step"] or 0, step),
        laddered=max(row["laddered"] or 0, event.days_overdue),
    )
    _look_again(rows, row["obligation"])


def _moved(event: CaseMoved, rows: Rows) -> None:
    """The successor has the duties of the case."""
    for row in rows.page(OBLIGATIONS, [Where("case_id", "=", event.case)], limit=1_000_000):
        if row["obligor"] == event.former:
            rows.update(OBLIGATIONS, (row["obligation"],), obligor=event.org)


def _look_again(rows: Rows, obligation: str) -> None:
    """When a sweep has something to do next, from how the row stands."""
    day = _next(_row(rows, obligation))
    rows.update(OBLIGATIONS, (obligation,), next_check=day.isoformat() if day else None)


def _next(row: Row) -> date | None:
    due = date.fromisoformat(row["due"])
    if row["submitted_on"] is not None:
        return None
    if row["state"] in (State.RUNNING.value, State.EXTENDED.value):
        return None if row["target_passed"] else next_check(due, tuple(row["warn_days"]), row["warned_from"])
    if row["state"] == State.OVERDUE.value:
        ahead = [days for days in row["ladder_days"] if days > (row["laddered"] or 0)]
        return due + timedelta(days=min(ahead)) if ahead else None
    return None


def _row(rows: Rows, obligation: str) -> Row:
    return rows.get(OBLIGATIONS, obligation) or {}


def _change(rows: Rows, recorded: Recorded[Any], **columns: Any) -> None:
    rows.update(OBLIGATIONS, (recorded.event.obligation,), position=recorded.position, **columns)
