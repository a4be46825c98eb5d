"""Read models of reports on rounds, and of how far the leads of each round are."""

from typing import Any

from findings.events import round_reports as told
from kernel.envelope import Recorded
from kernel.tables import Rows, Table

ROUND_REPORTS = Table(
    "round_reports",
    ("round_report",),
    {
        "round_report": "text",
        "number": "text",
        "round": "text",
        "office": "text",
        "digest": "text",
        "submitted_on": "text",
        "received": "int",
    },
    indexes=(("number",), ("round",)),
)

LEAD_TALLIES = Table(
    "lead_tallies",
    ("tally",),
    {"tally": "text", "round": "text", "stage": "text", "status_class": "text", "late": "bool", "target_passed": "bool"},
    indexes=(("round", "stage"),),
)

TABLES = (ROUND_REPORTS, LEAD_TALLIES)


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a report, or a lead counted."""
    match recorded.event:
        case told.RoundReportSubmitted() as event:
            fields = {"round_report", "number", "round", "office", "digest", "submitted_on"}
            rows.put(ROUND_REPORTS, event.model_dump(mode="json", include=fields) | {"received": 0})
        case told.RoundReportReceived() as event:
            known = rows.get(ROUND_REPORTS, event.round_report)
            if known is None:
                raise KeyError(event.round_report)
            rows.update(ROUND_REPORTS, (event.round_report,), received=known["received"] + 1)
        case told.LeadCounted() as event:
            rows.put(LEAD_TALLIES, event.model_dump(mode="json", include=set(LEAD_TALLIES.columns)))
        case _:
            return
