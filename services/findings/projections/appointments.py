"""Decisions about posts whose day has not come."""

from typing import Any

from findings.events import appointments as told
from kernel.envelope import Recorded
from kernel.tables import Rows, Table

AWAITED = Table(
    "appointments_awaited",
    ("decision",),
    {"decision": "text", "org": "text", "effective_on": "text"},
    indexes=(("effective_on",),),
)

TABLES = (AWAITED,)


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """A decision waits from its note until it is followed, cannot be followed, or is dropped."""
    match recorded.event:
        case told.AppointmentNoted() as event:
            rows.put(AWAITED, {"decision": event.decision, "org": event.org, "effective_on": event.effective_on.isoformat()})
        case told.AppointmentFollowed() | told.AppointmentNotApplied() | told.AppointmentDropped() as event:
            rows.delete(AWAITED, event.decision)
