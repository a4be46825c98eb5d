"""The matters of accountability as they stand: reference, class, dates."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from supervision.events import accountability as told
from supervision.model.accountability import State

MATTERS = Table(
    name="accountability",
    key=("accountability",),
    columns={
        "accountability": "text",
        "number": "text",
        "state": "text",
        "subject_class": "text",
        "subject": "text",
        "person": "text",
        "case_id": "text",
        "org": "text",
        "finding": "text",
        "grounds": "text",
        "defect": "text",
        "obligations": "json",
        "events": "json",
        "decider": "text",
        "decider_role": "text",
        "proposed_on": "text",
        "outcome": "text",
        "decision_no": "text",
        "decided_on": "text",
        "served_on": "text",
        "effective_on": "text",
        "response_sha256": "text",
        "appealed_on": "text",
        "appeal": "text",
        "announced": "bool",
        "result": "text",
        "position": "int",
    },
    indexes=[("case_id",), ("org",), ("subject",), ("state",), ("proposed_on",)],
)

_LATER = (
    "outcome",
    "decision_no",
    "decided_on",
    "served_on",
    "effective_on",
    "response_sha256",
    "appealed_on",
    "appeal",
    "result",
)


def accountability(recorded: Recorded[Any], rows: Rows) -> None:
    """The matters."""
    event = recorded.event
    match event:
        case told.AccountabilityProposed():
            _propose(event, recorded, rows)
        case told.AccountabilityAccepted():
            cited = {"obligations": list(event.obligations), "events": list(event.events)}
            _change(rows, recorded, State.ACCEPTED_FOR_REVIEW, number=event.number, **cited)
        case told.AccountabilityDecided():
            said = {"outcome": event.outcome.value, "decision_no": event.decision_no}
            _change(rows, recorded, State.DECIDED, decided_on=event.decided_on.isoformat(), **said)
        case told.AccountabilityServed():
            _change(rows, recorded, State.SERVED, served_on=event.served_on.isoformat())
        case told.AccountabilityEffective():
            _change(rows, recorded, State.EFFECTIVE, effective_on=event.effective_on.isoformat())
        case told.AccountabilityAnswered():
            _change(rows, recorded, None, response_sha256=event.response_sha256)
        case told.AccountabilityAppealed():
            _change(rows, recorded, State.APPEALED, appealed_on=event.appealed_on.isoformat())
        case told.AccountabilityAnnounced():
            _change(rows, recorded, None, announced=True)
        case told.AccountabilityClosed():
            _change(rows, recorded, State.CLOSED, result=event.result, appeal=event.appeal.value if event.appeal else "")


def _propose(event: told.AccountabilityProposed, recorded: Recorded[Any], rows: Rows) -> None:
    rows.put(
        MATTERS,
        {
            **{name: getattr(event, name) for name in ("number", "org", "grounds", "decider_role")},
            **{name: getattr(event, name) or "" for name in ("person", "finding", "decider")},
            **dict.fromkeys(_LATER, ""),
            "accountability": event.proposal,
            "state": State.PROPOSED.value,
            "subject_class": event.subject_class.value,
            "subject": event.subject or event.org,
            "case_id": event.case or "",
            "defect": event.defect.value if event.defect else "",
            "obligations": list(event.obligations),
            "events": list(event.events),
            "proposed_on": recorded.effective.date().isoformat(),
            "announced": False,
            "position": recorded.position,
        },
    )


def _change(rows: Rows, recorded: Recorded[Any], state: State | None, **columns: Any) -> None:
    moved = {"state": state.value} if state else {}
    rows.update(MATTERS, (recorded.event.matter,), position=recorded.position, **moved, **columns)
