"""The consultations held, and on which cases and with which bodies."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from supervision.events.consultation import ConsultationHeld

CONSULTATIONS = Table(
    name="consultations",
    key=("consultation",),
    columns={
        "consultation": "text",
        "number": "text",
        "held_on": "text",
        "bodies": "json",
        "cases": "json",
        "findings": "json",
        "matters": "json",
        "conclusions": "json",
        "minutes_sha256": "text",
        "convener_org": "text",
        "position": "int",
    },
    indexes=[("held_on",)],
)

# `about` is a case, or a body that was there.
CONSULTED = Table(
    name="consulted",
    key=("about", "consultation"),
    columns={"about": "text", "consultation": "text", "held_on": "text"},
    indexes=[("about", "held_on")],
)


def consultations(recorded: Recorded[Any], rows: Rows) -> None:
    """The consultations."""
    event = recorded.event
    if not isinstance(event, ConsultationHeld):
        return
    held_on = event.held_on.isoformat()
    row: dict[str, Any] = {name: getattr(event, name) for name in ("consultation", "number", "minutes_sha256", "convener_org")}
    row |= {name: list(getattr(event, name)) for name in ("bodies", "cases", "findings", "matters", "conclusions")}
    rows.put(CONSULTATIONS, {**row, "held_on": held_on, "position": recorded.position})
    for about in sorted({*event.cases, *event.bodies, event.convener_org}):
        rows.put(CONSULTED, {"about": about, "consultation": event.consultation, "held_on": held_on})
