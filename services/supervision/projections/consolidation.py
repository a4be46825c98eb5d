"""The consolidation orders as they stand."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from supervision.events import consolidation as told

CONSOLIDATIONS = Table(
    name="consolidations",
    key=("consolidation",),
    columns={
        "consolidation": "text",
        "number": "text",
        "state": "text",
        "case_id": "text",
        "org": "text",
        "findings": "json",
        "reasons": "text",
        "demands": "json",
        "decision_no": "text",
        "ordered_on": "text",
        "until": "text",
        "result": "text",
        "document_sha256": "text",
        "ended_on": "text",
        "position": "int",
    },
    indexes=[("case_id",), ("org",), ("state",)],
)


def consolidations(recorded: Recorded[Any], rows: Rows) -> None:
    """The orders."""
    event = recorded.event
    match event:
        case told.ConsolidationOrdered():
            rows.put(
                CONSOLIDATIONS,
                {
                    **{name: getattr(event, name) for name in ("number", "org", "reasons", "decision_no")},
                    **dict.fromkeys(("result", "document_sha256", "ended_on"), ""),
                    "consolidation": event.order,
                    "state": "ORDERED",
                    "case_id": event.case,
                    "findings": list(event.findings),
                    "demands": list(event.demands),
                    "ordered_on": event.ordered_on.isoformat(),
                    "until": event.until.isoformat() if event.until else "",
                    "position": recorded.position,
                },
            )
        case told.ConsolidationEnded():
            rows.update(
                CONSOLIDATIONS,
                (event.order,),
                state="ENDED",
                result=event.result,
                document_sha256=event.document_sha256,
                ended_on=event.ended_on.isoformat(),
                position=recorded.position,
            )
