"""Read model of changes of principal: a row for each, as the aggregate has it after the fact."""

from typing import Any

from findings.events.principal import OfReFeedback
from findings.model.principal import PrincipalChange, ReFeedback
from kernel.envelope import Recorded
from kernel.tables import Row, Rows, Table

REFEEDBACK = Table(
    "refeedback",
    ("refeedback",),
    {"refeedback": "text", "case_id": "text", "org": "text", "number": "text", "whole": "json"},
)

CHANGES = Table(
    "principal_changes",
    ("refeedback", "change"),
    {
        "refeedback": "text",
        "change": "int",
        "case_id": "text",
        "org": "text",
        "number": "text",
        "state": "text",
        "incoming": "text",
        "changed_on": "text",
        "due": "text",
        "late": "bool",
        "target_passed": "bool",
    },
    indexes=(("number", "change"), ("org",), ("case_id",), ("state", "due")),
)

TABLES = (REFEEDBACK, CHANGES)


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about the changes of principal of a case."""
    match recorded.event:
        case OfReFeedback() as event:
            known = rows.get(REFEEDBACK, event.refeedback)
            before = ReFeedback(id=event.refeedback) if known is None else ReFeedback.model_validate(known["whole"])
            after = before.fold(event, recorded.effective)
            whose = {"refeedback": after.id, "case_id": event.case, "org": event.org, "number": after.number}
            rows.put(REFEEDBACK, whose | {"whole": after.model_dump(mode="json")})
            rows.put(CHANGES, whose | _change(after.changes[event.change - 1]))


def _change(change: PrincipalChange) -> Row:
    return {
        "change": change.no,
        "state": change.state.value,
        "incoming": change.incoming or "",
        "changed_on": change.changed_on.isoformat(),
        "due": change.due.isoformat() if change.due else "",
        "late": change.late,
        "target_passed": change.target_passed,
    }
