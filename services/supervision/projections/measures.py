"""The supervision measures as they stand."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from supervision.events import measures as told
from supervision.model.measures import State

ACTIONS = Table(
    name="actions",
    key=("action",),
    columns={
        "action": "text",
        "number": "text",
        "kind": "text",
        "state": "text",
        "case_id": "text",
        "org": "text",
        "findings": "json",
        "addressee": "text",
        "person": "text",
        "leader": "text",
        "invited": "json",
        "facts": "text",
        "demand": "text",
        "opener_org": "text",
        "opener_role": "text",
        "opened_on": "text",
        "approval": "text",
        "performed_on": "text",
        "place": "text",
        "present": "json",
        "record_sha256": "text",
        "response_due": "text",
        "response": "text",
        "response_sha256": "text",
        "responded_on": "text",
        "late": "bool",
        "result": "text",
        "position": "int",
    },
    indexes=[("case_id",), ("org",), ("addressee",), ("state", "response_due")],
)


def actions(recorded: Recorded[Any], rows: Rows) -> None:
    """The measures."""
    event = recorded.event
    match event:
        case told.ActionOpened():
            _open(event, recorded, rows)
        case told.ActionApproved():
            _change(rows, recorded, state=State.OPENED.value, approval=event.approval)
        case told.ActionPerformed():
            due = event.response_due.isoformat() if event.response_due else ""
            _change(
                rows,
                recorded,
                state=(State.RESPONSE_DUE if due else State.PERFORMED).value,
                performed_on=event.performed_on.isoformat(),
                place=event.place,
                present=list(event.present),
                record_sha256=event.record_sha256,
                response_due=due,
            )
        case told.ActionResponded():
            _change(
                rows,
                recorded,
                state=State.RESPONDED.value,
                response=event.response,
                response_sha256=event.document_sha256,
                responded_on=event.responded_on.isoformat(),
                late=event.late,
            )
        case told.ActionClosed():
            _change(rows, recorded, state=State.CLOSED.value, result=event.result)


def _open(event: told.ActionOpened, recorded: Recorded[Any], rows: Rows) -> None:
    same = ("action", "number", "addressee", "facts", "demand", "opener_org", "opener_role")
    rows.put(
        ACTIONS,
        {
            **{name: getattr(event, name) for name in same},
            **{name: getattr(event, name) or "" for name in ("org", "person", "leader")},
            "kind": event.kind.value,
            "state": (State.PROPOSED if event.proposed else State.OPENED).value,
            "case_id": event.case or "",
            "findings": list(event.findings),
            "invited": list(event.invited),
            "opened_on": recorded.effective.date().isoformat(),
            "response_due": event.response_due.isoformat() if event.response_due else "",
            **dict.fromkeys(("approval", "performed_on", "place", "record_sha256"), ""),
            **dict.fromkeys(("response", "response_sha256", "responded_on", "result"), ""),
            "present": [],
            "late": False,
            "position": recorded.position,
        },
    )


def _change(rows: Rows, recorded: Recorded[Any], **columns: Any) -> None:
    rows.update(ACTIONS, (recorded.event.action,), position=recorded.position, **columns)
