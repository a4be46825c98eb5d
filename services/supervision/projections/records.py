"""What persons did under standing duties, newest last."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from supervision.events.record import DutyRecorded

RECORDS = Table(
    name="duty_records",
    key=("record",),
    columns={
        "record": "text",
        "rule_id": "text",
        "rulebook": "text",
        "case_id": "text",
        "round": "text",
        "org": "text",
        "done_on": "text",
        "what": "text",
        "document_sha256": "text",
        "recorder_role": "text",
        "position": "int",
    },
    indexes=[("rule_id", "done_on"), ("case_id",), ("org",)],
)


def records(recorded: Recorded[Any], rows: Rows) -> None:
    """The records."""
    event = recorded.event
    if not isinstance(event, DutyRecorded):
        return
    named = {name: getattr(event, name) for name in ("record", "rule_id", "rulebook", "round", "org", "what", "document_sha256")}
    done_on = recorded.effective.isoformat()
    row = {"case_id": event.case, "done_on": done_on, "recorder_role": event.recorder_role, "position": recorded.position}
    rows.put(RECORDS, {**named, **row})
