"""Read model of cases: each row is what the aggregate is after the fact."""

from typing import Any

from findings.events.words import OfCase
from findings.model.case import Case
from kernel.envelope import Recorded
from kernel.tables import Rows, Table

CASES = Table(
    "cases",
    ("case_id",),
    {
        "case_id": "text",
        "number": "text",
        "round": "text",
        "org": "text",
        "holder": "text",
        "state": "text",
        "phase": "text",
        "received_on": "text",
        "phase_end": "text",
        "next_end": "text",
        "last_month": "text",
        "findings": "int",
        "unfinished": "int",
        "rulebook": "text",
        "whole": "json",
    },
    indexes=(("number",), ("round",), ("org",), ("holder",), ("next_end",), ("phase", "last_month")),
)

TABLES = (CASES,)


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a case."""
    match recorded.event:
        case OfCase() as event if event.STREAM == "case":
            known = rows.get(CASES, event.case)
            before = Case(id=event.case) if known is None else Case.model_validate(known["whole"])
            rows.put(CASES, _row(before.fold(event, recorded.effective)))


def _row(case: Case) -> dict[str, Any]:
    return {
        "case_id": case.id,
        "number": case.number,
        "round": case.round,
        "org": case.org,
        "holder": case.holder,
        "state": case.state.value,
        "phase": case.phase.value,
        "received_on": case.receipt_date.isoformat(),
        "phase_end": case.phase_end.isoformat(),
        "next_end": case.next_end.isoformat() if case.next_end else "",
        "last_month": case.last_month,
        "findings": len(case.findings),
        "unfinished": len(case.unfinished),
        "rulebook": case.rulebook,
        "whole": case.model_dump(mode="json"),
    }
