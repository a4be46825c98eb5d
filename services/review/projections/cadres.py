"""Decisions about posts, entries into annual assessments, and proposals to adjust posts."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from review.events import adjustment, assessment, leadership
from review.model.leadership import DecisionState

APPOINTMENTS = Table(
    name="appointments",
    key=("decision",),
    columns={
        "decision": "text",
        "org": "text",
        "post": "text",
        "person": "text",
        "replaces": "text",
        "removal": "bool",
        "title": "text",
        "acting": "bool",
        "effective_on": "text",
        "decision_no": "text",
        "document": "text",
        "state": "text",
        "code": "text",
        "en": "text",
        "zh": "text",
    },
    indexes=[("org",), ("person",), ("state", "effective_on")],
)

ASSESSMENTS = Table(
    name="assessments",
    key=("case_id", "year"),
    columns={
        "case_id": "text",
        "year": "int",
        "org": "text",
        "grade": "text",
        "text": "text",
        "evaluation": "text",
        "evaluation_grade": "text",
        "score": "int",
        "entered_on": "text",
        "document": "text",
        "author": "text",
    },
    indexes=[("org",), ("year",)],
)

PROPOSED, DECIDED = "PROPOSED", "DECIDED"

ADJUSTMENTS = Table(
    name="adjustments",
    key=("proposal",),
    columns={
        "proposal": "text",
        "org": "text",
        "case_id": "text",
        "origin": "text",
        "person": "text",
        "state": "text",
        "outcome": "text",
        "measure": "text",
        "decision_no": "text",
        "proposed_on": "text",
        "decided_on": "text",
    },
    indexes=[("org",), ("case_id",), ("state", "proposed_on")],
)


def appointments(recorded: Recorded[Any], rows: Rows) -> None:
    """Every decision, and what the register made of it."""
    event = recorded.event
    match event:
        case leadership.AppointmentDecided():
            about = {"removal": False, "replaces": event.replaces or "", "title": event.title, "acting": event.acting}
            _decided(rows, event, about)
        case leadership.RemovalDecided():
            _decided(rows, event, {"removal": True, "replaces": "", "title": "", "acting": False})
        case leadership.AppointmentRevoked():
            rows.update(APPOINTMENTS, (event.decision,), state=DecisionState.REVOKED.value)
        case leadership.AppointmentFollowed():
            rows.update(APPOINTMENTS, (event.decision,), state=DecisionState.FOLLOWED.value)
        case leadership.AppointmentNotFollowed():
            why = {"code": event.code, "en": event.en, "zh": event.zh}
            rows.update(APPOINTMENTS, (event.decision,), state=DecisionState.NOT_FOLLOWED.value, **why)


def assessments(recorded: Recorded[Any], rows: Rows) -> None:
    """One row a case and year."""
    event = recorded.event
    if isinstance(event, assessment.AssessmentEntered):
        same = ("year", "org", "grade", "text", "evaluation_grade", "score", "document", "author")
        days = {"case_id": event.case, "evaluation": event.evaluation or "", "entered_on": event.entered_on.isoformat()}
        rows.put(ASSESSMENTS, {**days, **{name: getattr(event, name) for name in same}})


def adjustments(recorded: Recorded[Any], rows: Rows) -> None:
    """Every proposal and its decision, without the reasons: those describe a person and stay sealed in the record."""
    event = recorded.event
    match event:
        case adjustment.AdjustmentPutForward():
            row = {"proposal": event.proposal, "org": event.org, "case_id": event.case or "", "person": event.person or ""}
            row |= {"origin": event.origin.value, "state": PROPOSED, "proposed_on": event.proposed_on.isoformat()}
            rows.put(ADJUSTMENTS, {**row, "outcome": "", "measure": "", "decision_no": "", "decided_on": ""})
        case adjustment.AdjustmentDecided():
            said = {"outcome": event.outcome.value, "measure": event.measure, "decision_no": event.decision_no}
            said |= {"decided_on": event.decided_on.isoformat(), "person": event.person}
            rows.update(ADJUSTMENTS, (event.proposal,), state=DECIDED, **said)


def _decided(rows: Rows, event: leadership.AppointmentDecided | leadership.RemovalDecided, about: dict[str, Any]) -> None:
    same = {name: getattr(event, name) for name in ("decision", "org", "person", "decision_no", "document")}
    days = {"post": event.post.value, "effective_on": event.effective_on.isoformat(), "state": DecisionState.DECIDED.value}
    rows.put(APPOINTMENTS, {**same, **days, **about, "code": "", "en": "", "zh": ""})
