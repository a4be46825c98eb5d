"""Read models of handovers and of duty gaps; a handover's row is what the aggregate is after the fact."""

from typing import Any

from findings.events import handover as told
from findings.model.handover import Handover
from kernel.envelope import Recorded
from kernel.tables import Rows, Table

HANDOVERS = Table(
    "handovers",
    ("handover",),
    {
        "handover": "text",
        "number": "text",
        "case_id": "text",
        "org": "text",
        "leaver": "text",
        "post": "text",
        "state": "text",
        "left_on": "text",
        "due": "text",
        "incoming": "text",
        "items": "int",
        "gaps": "int",
        "whole": "json",
    },
    indexes=(("number",), ("case_id",), ("org",), ("leaver",), ("state", "due"), ("gaps",)),
)

DUTY_GAPS = Table(
    "duty_gaps",
    ("finding",),
    {
        "finding": "text",
        "number": "text",
        "case_id": "text",
        "org": "text",
        "handover": "text",
        "leaver": "text",
        "since": "text",
    },
    indexes=(("number",), ("case_id",), ("org",), ("handover",)),
)

TABLES = (HANDOVERS, DUTY_GAPS)


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a handover; a finding has a row of its own for as long as its gap is open."""
    match recorded.event:
        case told.OfHandover() as event:
            known = rows.get(HANDOVERS, event.handover)
            before = Handover(id=event.handover) if known is None else Handover.model_validate(known["whole"])
            after = before.fold(event, recorded.effective)
            rows.put(HANDOVERS, _row(after))
            _gap(event, after, rows)


def _gap(event: told.OfHandover, after: Handover, rows: Rows) -> None:
    match event:
        case told.DutyGapOpened():
            rows.put(
                DUTY_GAPS,
                {
                    "finding": event.finding,
                    "number": event.number,
                    "case_id": event.case,
                    "org": event.org,
                    "handover": event.handover,
                    "leaver": event.leaver,
                    "since": after.left_on.isoformat(),
                },
            )
        case told.DutyGapClosed():
            open_one = rows.get(DUTY_GAPS, event.finding)
            if open_one is not None and open_one["handover"] == event.handover:
                rows.delete(DUTY_GAPS, event.finding)


def _row(found: Handover) -> dict[str, Any]:
    return {
        "handover": found.id,
        "number": found.number,
        "case_id": found.case,
        "org": found.org,
        "leaver": found.leaver,
        "post": found.post.value,
        "state": found.state.value if found.state else "",
        "left_on": found.left_on.isoformat(),
        "due": found.due.isoformat() if found.due else "",
        "incoming": found.incoming,
        "items": len(found.items),
        "gaps": len(found.open_gaps),
        "whole": found.model_dump(mode="json"),
    }
