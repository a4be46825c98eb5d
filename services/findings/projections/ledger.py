"""Read model of the ledger: one row for each finding."""

from typing import Any

from findings.events.case import CaseTransferred
from findings.events.finding import FindingRegistered, ImmediateNoticeServed
from findings.events.parts import OfFinding, State, Track
from findings.projections.ledger_changes import CHANGES
from kernel.envelope import Recorded
from kernel.tables import Row, Rows, Table, Where

LEDGER = Table(
    "ledger",
    ("finding",),
    {
        "finding": "text",
        "number": "text",
        "case_id": "text",
        "case_number": "text",
        "round": "text",
        "round_code": "text",
        "org": "text",
        "org_code": "text",
        "holder": "text",
        "rulebook": "text",
        "source": "text",
        "state": "text",
        "resumes": "text",
        "open": "bool",
        "continuing": "bool",
        "phase_over": "bool",
        "track": "text",
        "category": "text",
        "severity": "text",
        "special_check": "text",
        "wording": "text",
        "manifestation": "text",
        "search": "text",
        "unit": "text",
        "supports": "json",
        "member": "text",
        "handler": "text",
        "sponsor": "text",
        "member_name": "text",
        "handler_name": "text",
        "sponsor_name": "text",
        "cause": "text",
        "goal": "text",
        "criteria": "json",
        "planned_measures": "json",
        "planned_milestones": "json",
        "measures": "json",
        "milestones": "json",
        "next_milestone": "text",
        "missed": "int",
        "percent": "int",
        "progress": "text",
        "reported": "text",
        "evidence": "json",
        "similar": "text",
        "received": "text",
        "fed_back": "text",
        "due": "text",
        "first_due": "text",
        "overdue": "bool",
        "persons": "text",
        "signed_off_on": "text",
        "verifier": "text",
        "principal": "text",
        "key": "bool",
        "listed": "bool",
        "reopened": "int",
        "altered": "bool",
        "proposals": "json",
        "amendments": "int",
        "supplement": "int",
        "plan_version": "int",
        "remark": "text",
    },
    indexes=(
        ("number",),
        ("case_id", "number"),
        ("round", "number"),
        ("org", "number"),
        ("holder", "number"),
        ("state", "number"),
        ("open", "overdue", "due"),
        ("category", "due"),
        ("due",),
        ("next_milestone",),
        ("member",),
        ("handler",),
    ),
)
TABLES = (LEDGER,)

_BLANK: dict[str, Any] = {"text": "", "int": 0, "bool": False, "json": []}
_EMPTY: Row = {name: _BLANK[kind] for name, kind in LEDGER.columns.items() if name != "finding"}


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact into the ledger."""
    event = recorded.event
    match event:
        case CaseTransferred():
            for moved in rows.page(LEDGER, [Where("case_id", "=", event.case)], limit=1_000_000):
                rows.update(LEDGER, (moved["finding"],), holder=event.org)
        case FindingRegistered() | ImmediateNoticeServed():
            rows.put(LEDGER, _entered(event, rows.get(LEDGER, event.finding)))
        case OfFinding():
            row = rows.get(LEDGER, event.finding)
            change = CHANGES.get(type(event))
            if row is not None and change is not None:
                rows.put(LEDGER, _whole(row | change(event, row, recorded), row))


def _whole(row: Row, before: Row) -> Row:
    """The columns that follow from others; a due date that moves is not overdue until a sweep says so."""
    moved = row["due"] != before["due"] or not row["open"]
    persons = " ".join(person for person in (row["member"], row["handler"], row["sponsor"]) if person)
    return row | {"overdue": row["overdue"] and not moved, "persons": persons}


def _entered(event: FindingRegistered | ImmediateNoticeServed, known: Row | None) -> Row:
    fields = event.model_dump(mode="json", exclude={"case", "feedback", "demand", "about_principal", "served_to"})
    given = {name: value if value is not None else "" for name, value in fields.items()}
    row = _EMPTY | (known or {}) | given
    row |= {"case_id": event.case, "case_number": f"{event.round_code}/{event.org_code}", "open": True}
    row |= {"holder": row["holder"] or event.org, "search": f"{event.number} {event.wording}"}
    row |= {"first_due": row["first_due"] or row["due"]}
    if isinstance(event, ImmediateNoticeServed):
        row |= {"state": State.IN_PROGRESS.value, "track": Track.IMMEDIATE.value}
    else:
        row |= {"state": State.REGISTERED.value}
    return {name: value for name, value in row.items() if name in LEDGER.columns}
