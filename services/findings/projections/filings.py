"""Read models of monthly returns and reports: each row is what the aggregate is after the fact."""

from datetime import date
from typing import Any

from findings.events.reports import OfReport
from findings.events.returns import OfReturn
from findings.model.reports import Report
from findings.model.returns import MonthlyReturn
from kernel.envelope import Recorded
from kernel.tables import Rows, Table

RETURNS = Table(
    "returns",
    ("monthly_return",),
    {
        "monthly_return": "text",
        "case_id": "text",
        "number": "text",
        "org": "text",
        "month": "text",
        "due": "text",
        "state": "text",
        "timeliness": "text",
        "submitted_on": "text",
        "whole": "json",
    },
    indexes=(("case_id",), ("org",), ("month", "number"), ("timeliness", "due")),
)

REPORTS = Table(
    "reports",
    ("report",),
    {
        "report": "text",
        "case_id": "text",
        "org": "text",
        "kind": "text",
        "special_check": "text",
        "version": "int",
        "state": "text",
        "due": "text",
        "first_submitted_on": "text",
        "late": "bool",
        "target_passed": "bool",
        "whole": "json",
    },
    indexes=(("case_id", "kind"), ("org",), ("state",)),
)

TABLES = (RETURNS, REPORTS)


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a return or a report."""
    match recorded.event:
        case OfReturn() as event:
            known = rows.get(RETURNS, event.monthly_return)
            before = MonthlyReturn(id=event.monthly_return) if known is None else MonthlyReturn.model_validate(known["whole"])
            rows.put(RETURNS, _return(before.fold(event, recorded.effective)))
        case OfReport() as event:
            known = rows.get(REPORTS, event.report)
            report = Report(id=event.report) if known is None else Report.model_validate(known["whole"])
            rows.put(REPORTS, _report(report.fold(event, recorded.effective)))


def _return(found: MonthlyReturn) -> dict[str, Any]:
    return {
        "monthly_return": found.id,
        "case_id": found.case,
        "number": found.number,
        "org": found.org,
        "month": found.month,
        "due": found.due.isoformat(),
        "state": found.state.value if found.state else "",
        "timeliness": found.timeliness.value,
        "submitted_on": _iso(found.submitted_on),
        "whole": found.model_dump(mode="json"),
    }


def _report(found: Report) -> dict[str, Any]:
    return {
        "report": found.id,
        "case_id": found.case,
        "org": found.org,
        "kind": found.kind.value,
        "special_check": found.special_check,
        "version": found.newest.version,
        "state": found.newest.state.value,
        "due": _iso(found.due),
        "first_submitted_on": _iso(found.first_submitted_on),
        "late": found.late,
        "target_passed": found.target_passed,
        "whole": found.model_dump(mode="json"),
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
