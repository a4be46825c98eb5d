"""Read models of the registers of results: every entry, and sums for each case and each finding of it."""

from typing import Any

from findings.events import registers as told
from findings.model.registers import EntryState, RegisterEntry, RegisterKind, entry_of
from kernel.envelope import Recorded
from kernel.tables import Rows, Table

ENTRIES = Table(
    "register_entries",
    ("case_id", "register", "entry"),
    {
        "case_id": "text",
        "register": "text",
        "entry": "int",
        "org": "text",
        "finding": "text",
        "what": "text",
        "title": "text",
        "amount": "int",
        "day": "text",
        "sha256": "text",
        "state": "text",
        "reason": "text",
    },
    indexes=(("register", "case_id", "entry"), ("register", "org"), ("register", "finding")),
)

# `finding` "" holds the sums of the whole case, entries of no finding included.
SUMS = Table(
    "register_sums",
    ("case_id", "finding", "register", "what"),
    {"case_id": "text", "finding": "text", "register": "text", "what": "text", "entries": "int", "amount": "int"},
)

TABLES = (ENTRIES, SUMS)


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact into the registers."""
    match recorded.event:
        case told.ReformRecorded() | told.MoneyRecorded() | told.PeopleRecorded() as event:
            _record(event, entry_of(event), rows)
        case told.ReformWithdrawn() | told.MoneyWithdrawn() | told.PeopleWithdrawn() as event:
            _withdraw(event, event.reason, rows)


def _record(event: told.OfRegister, entry: RegisterEntry, rows: Rows) -> None:
    kind = _kind(event)
    content = entry.model_dump(mode="json", exclude={"no"})
    rows.put(ENTRIES, {**content, "case_id": event.case, "register": kind.value, "entry": entry.no, "org": event.org, "reason": ""})
    _add(rows, event.case, kind, content, 1)


def _withdraw(event: told.OfRegister, reason: str, rows: Rows) -> None:
    key = (event.case, _kind(event).value, event.entry)
    rows.update(ENTRIES, key, state=EntryState.WITHDRAWN.value, reason=str(reason))
    known = rows.get(ENTRIES, *key)
    if known is None:
        raise KeyError(key)
    _add(rows, event.case, _kind(event), known, -1)


def _add(rows: Rows, case: str, kind: RegisterKind, entry: dict[str, Any], sign: int) -> None:
    for finding in sorted({"", entry["finding"]}):
        key = (case, finding, kind.value, entry["what"])
        sums = rows.get(SUMS, *key) or {"entries": 0, "amount": 0}
        row = {"case_id": case, "finding": finding, "register": kind.value, "what": entry["what"]}
        rows.put(SUMS, {**row, "entries": sums["entries"] + sign, "amount": sums["amount"] + sign * entry["amount"]})


def _kind(event: told.OfRegister) -> RegisterKind:
    match event:
        case told.ReformRecorded() | told.ReformWithdrawn():
            return RegisterKind.REFORM
        case told.MoneyRecorded() | told.MoneyWithdrawn():
            return RegisterKind.MONEY
        case _:
            return RegisterKind.PEOPLE
