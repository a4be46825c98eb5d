"""Read model of what changed in each month: by case, how many findings came, were signed off, reopened, or fell behind."""

from datetime import date, timedelta
from typing import Any

from findings.events import finding as told
from findings.events.amendments import AmendmentAccepted, AmendmentProposed
from findings.events.extension import ExtensionGranted
from findings.events.parts import OfFinding
from findings.events.signoff import FindingSignedOff
from findings.model import cells
from findings.model.dates import month_of
from kernel.envelope import Recorded
from kernel.tables import Row, Rows, Table
from rulebook import preset

# What a finding counts as now: `counted` since its feedback, `open`, `late` while its date has passed with it open.
STANDINGS = Table(
    "standings",
    ("finding",),
    {
        "finding": "text",
        "case_id": "text",
        "round": "text",
        "org": "text",
        "rulebook": "text",
        "counted": "bool",
        "open": "bool",
        "late": "bool",
        "due": "text",
        "proposed": "json",
    },
)

# Changes within the month; what stood at its end is their sum up to it.
MONTHS = Table(
    "months",
    ("month", "case_id"),
    {
        "month": "text",
        "case_id": "text",
        "round": "text",
        "org": "text",
        "entered": "int",
        "signed_off": "int",
        "not_applicable": "int",
        "reopened": "int",
        "opened": "int",
        "settled": "int",
        "fell_behind": "int",
        "caught_up": "int",
    },
    indexes=(("case_id",), ("round",)),
)

TABLES = (STANDINGS, MONTHS)

COUNTERS = tuple(name for name, kind in MONTHS.columns.items() if kind == "int")

Moves = dict[str, int]


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a finding."""
    match recorded.event:
        case told.FindingRegistered() as event:
            _enter(event, {"open": True, "due": _iso(event.due)}, rows)
        case told.ImmediateNoticeServed() as event:
            _served(event, rows)
        case told.FindingLinked() as event:
            known = rows.get(STANDINGS, event.finding)
            if known is not None:
                _enter(event, {"open": known["open"], "due": known["due"]}, rows)
        case OfFinding() as event:
            known = rows.get(STANDINGS, event.finding)
            if known is not None:
                _change(event, known, recorded, rows)


def _enter(event: told.FindingRegistered | told.FindingLinked, values: Row, rows: Rows) -> None:
    """A finding counts from the day on which its feedback was received; one that was done before is done in that month."""
    row: Row = {"finding": event.finding, "case_id": event.case, "round": event.round, "org": event.org}
    row |= {"rulebook": event.rulebook}
    row |= {"counted": True, "late": False, "proposed": {}} | values
    rows.put(STANDINGS, row)
    _add(month_of(event.received), row, {"entered": 1, "opened": 1} if row["open"] else {"entered": 1, "signed_off": 1}, rows)


def _served(event: told.ImmediateNoticeServed, rows: Rows) -> None:
    known = rows.get(STANDINGS, event.finding)
    if known is not None:
        rows.update(STANDINGS, (event.finding,), due=event.due.isoformat())
        return
    row = {"finding": event.finding, "case_id": event.case, "round": event.round, "org": event.org, "rulebook": event.rulebook}
    rows.put(STANDINGS, row | {"counted": False, "open": True, "late": False, "due": event.due.isoformat(), "proposed": {}})


def _change(event: OfFinding, row: Row, recorded: Recorded[Any], rows: Rows) -> None:
    month = month_of(_day(row, recorded))
    match event:
        case FindingSignedOff():
            _settle(month, row, {"signed_off": 1}, rows)
        case told.FindingClosedNotApplicable():
            _settle(month, row, {"not_applicable": 1}, rows)
        case told.FindingReopened():
            rows.update(STANDINGS, (event.finding,), open=True)
            _add(month, row, {"reopened": 1, "opened": 1}, rows)
        case told.FindingOverdue():
            if not row["late"] and row["due"] == event.due.isoformat():
                rows.update(STANDINGS, (event.finding,), late=True)
                _add(month_of(event.due + timedelta(days=1)), row, {"fell_behind": 1}, rows)
        case ExtensionGranted():
            _move(month, row, event.due, rows)
        case told.PlanItemAdopted() if event.due is not None:
            _move(month, row, event.due, rows)
        case AmendmentProposed():
            _proposed(event, row, rows)
        case AmendmentAccepted():
            wanted = row["proposed"].get(str(event.amendment))
            if wanted is not None:
                _move(month, row, date.fromisoformat(wanted), rows)
        case _:
            return


def _settle(month: str, row: Row, moves: Moves, rows: Rows) -> None:
    rows.update(STANDINGS, (row["finding"],), open=False, late=False)
    _add(month, row, moves | {"settled": 1} | ({"caught_up": 1} if row["late"] else {}), rows)


def _move(month: str, row: Row, due: date, rows: Rows) -> None:
    """Another due date: no longer behind, until a sweep says so for this date too."""
    if row["due"] == due.isoformat():
        return
    rows.update(STANDINGS, (row["finding"],), due=due.isoformat(), late=False)
    if row["late"]:
        _add(month, row, {"caught_up": 1}, rows)


def _proposed(event: AmendmentProposed, row: Row, rows: Rows) -> None:
    for change in event.changes:
        if change.column == "O" and change.new:
            due = cells.fields("O", change.new)["due"]
            rows.update(STANDINGS, (event.finding,), proposed=row["proposed"] | {str(event.amendment): due.isoformat()})


def _add(month: str, row: Row, moves: Moves, rows: Rows) -> None:
    if not row["counted"]:
        return
    key = {"month": month, "case_id": row["case_id"], "round": row["round"], "org": row["org"]}
    known = rows.get(MONTHS, month, row["case_id"]) or {**key, **dict.fromkeys(COUNTERS, 0)}
    rows.put(MONTHS, known | {name: known[name] + more for name, more in moves.items()})


def _day(row: Row, recorded: Recorded[Any]) -> date:
    return recorded.effective.astimezone(preset(row["rulebook"]).zoneinfo).date()


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
