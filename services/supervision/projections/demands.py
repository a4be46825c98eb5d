"""The demands of opinions as they stand."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from supervision.events import demand as told

DEMANDS = Table(
    name="demands",
    key=("demand",),
    columns={
        "demand": "text",
        "case_id": "text",
        "org": "text",
        "source": "text",
        "subject": "text",
        "version": "int",
        "no": "int",
        "opinion_no": "text",
        "text": "text",
        "organ": "text",
        "state": "text",
        "opened_on": "text",
        "answered_on": "text",
        "answer_version": "int",
        "answer": "text",
        "evidence": "json",
        "closed_on": "text",
        "closing_note": "text",
        "position": "int",
    },
    indexes=[("case_id",), ("org", "state"), ("state", "opened_on")],
)

_COPIED = ("demand", "org", "subject", "version", "no", "opinion_no", "text", "organ")


def demands(recorded: Recorded[Any], rows: Rows) -> None:
    """One row a demand."""
    event, position = recorded.event, recorded.position
    match event:
        case told.DemandOpened():
            row = {name: getattr(event, name) for name in _COPIED}
            begun = {"case_id": event.case, "source": event.source.value, "opened_on": event.opened_on.isoformat()}
            rows.put(DEMANDS, {**row, **begun, "state": "OPEN", "evidence": [], "position": position})
        case told.DemandAnswered():
            answer = {"answered_on": event.answered_on.isoformat(), "answer_version": event.version, "answer": event.note}
            found = {"evidence": list(event.evidence), "state": "ANSWERED"}
            rows.update(DEMANDS, (event.demand,), position=position, **answer, **found)
        case told.DemandClosed():
            closed = {"closed_on": event.closed_on.isoformat(), "closing_note": event.note, "state": "CLOSED"}
            rows.update(DEMANDS, (event.demand,), position=position, **closed)
