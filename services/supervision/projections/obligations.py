"""The obligations as they stand."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from supervision.events import obligation as duty
from supervision.model.obligation import State, next_check

OBLIGATIONS = Table(
    name="obligations",
    key=("obligation",),
    columns={
        "obligation": "text",
        "case_id": "text",
        "org": "text",
        "finding": "text",
        "rule_id": "text",
        "rulebook": "text",
        "kind": "text",
        "subject": "text",
        "triggered_on": "text",
        "due": "text",
        "original_due": "text",
        "provisional": "bool",
        "state": "text",
        "submitted_on": "text",
        "missed": "bool",
        "warn_days": "json",
        "warned_from": "int",
        "next_check": "text",
        "position": "int",
    },
    indexes=[("case_id",), ("org", "state"), ("rule_id", "state"), ("state", "due"), ("next_check",)],
)


def obligations(recorded: Recorded[Any], rows: Rows) -> None:
    """The obligations as they stand, with the next day on which a sweep has something to do."""
    event = recorded.event
    match event:
        case duty.ObligationOpened():
            rows.put(
                OBLIGATIONS,
                {
                    "obligation": event.obligation,
                    "case_id": event.case,
                    "org": event.org,
                    "finding": event.finding,
                    "rule_id": event.rule_id,
                    "rulebook": event.rulebook,
                    "kind": event.kind.value,
                    "subject": event.subject,
                    "triggered_on": event.triggered_on.isoformat(),
                    "due": event.due.isoformat(),
                    "original_due": event.due.isoformat(),
                    "provisional": event.provisional,
                    "state": State.RUNNING.value,
                    "missed": False,
                    "warn_days": list(event.warn_days),
                    "warned_from": None,
                    "next_check": next_check(event.due, event.warn_days, None).isoformat(),
                    "position": recorded.position,
                },
            )
        case duty.ObligationSubmitted():
            _change(rows, recorded, submitted_on=event.submitted_on.isoformat(), next_check=None)
        case duty.ObligationSentBack():
            row = rows.get(OBLIGATIONS, event.obligation) or {}
            _change(rows, recorded, submitted_on=None, next_check=row["due"])
        case duty.ObligationMet():
            _change(rows, recorded, state=State.MET.value, next_check=None)
        case duty.ObligationMetLate():
            _change(rows, recorded, state=State.MET_LATE.value, next_check=None)
        case duty.ObligationOverdue():
            _change(rows, recorded, state=State.OVERDUE.value, missed=True, next_check=None)
        case duty.WarningIssued():
            row = rows.get(OBLIGATIONS, event.obligation) or {}
            later = next_check(event.due, tuple(row["warn_days"]), event.days_left)
            _change(rows, recorded, warned_from=event.days_left, next_check=later.isoformat())
        case duty.ObligationExtended():
            row = rows.get(OBLIGATIONS, event.obligation) or {}
            first = next_check(event.due, tuple(row["warn_days"]), None)
            _change(
                rows, recorded, state=State.RUNNING.value, due=event.due.isoformat(), warned_from=None, next_check=first.isoformat()
            )
        case duty.ObligationWaived():
            _change(rows, recorded, state=State.WAIVED.value, next_check=None)
        case duty.ObligationSuperseded():
            _change(rows, recorded, state=State.SUPERSEDED.value, next_check=None)


def _change(rows: Rows, recorded: Recorded[Any], **columns: Any) -> None:
    rows.update(OBLIGATIONS, (recorded.event.obligation,), position=recorded.position, **columns)
