"""The documents on which the organization department gives opinions, each version with its opinion."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Rows, Table
from review.events import plan, reports
from review.events.words import Stand
from review.model.plan_opinions import RULE, PartState
from review.model.report_opinions import ASSISTING, SPECIAL, OpinionState
from review.model.ruled import due

PLAN, PROGRESS, CHECK = "plan", "progress", "check"

REVIEWS = Table(
    name="reviews",
    key=("review",),
    columns={
        "review": "text",
        "case_id": "text",
        "org": "text",
        "document": "text",
        "version": "int",
        "received_on": "text",
        "due": "text",
        "state": "text",
        "conclusion": "text",
        "opinion_no": "text",
        "given_on": "text",
        "late": "bool",
        "verifier": "text",
        "code": "text",
    },
    indexes=[("case_id",), ("org",), ("state", "received_on")],
)


def reviews(recorded: Recorded[Any], rows: Rows) -> None:
    """One row a version; `due` of the own check is known when both reports have come, and stands in its opinion."""
    event = recorded.event
    match event:
        case plan.PlanPartReceived():
            limit = due(event.rulebook, RULE, event.received_on)
            _put(rows, event, PLAN, event.plan_version, state=PartState.RECEIVED.value, due=limit.isoformat() if limit else "")
        case plan.PlanPartWithdrawn():
            _update(rows, event, PLAN, event.plan_version, state=PartState.WITHDRAWN.value)
        case plan.PlanOpinionGiven():
            state = PartState.PASSED if event.conclusion is Stand.FAVOURS else PartState.RETURNED
            said: dict[str, Any] = {"conclusion": event.conclusion.value, "given_on": event.given_on.isoformat()}
            _update(rows, event, PLAN, event.plan_version, state=state.value, **_opinion(event), **said)
        case reports.ReportReceived():
            _received(rows, event)
        case reports.AssistingOpinionGiven():
            said = {"given_on": event.given_on.isoformat(), "late": event.late}
            _update(rows, event, PROGRESS, event.report_version, state=OpinionState.GIVEN.value, **_opinion(event), **said)
        case reports.CheckOpinionIssued():
            said = {"given_on": event.issued_on.isoformat(), "late": event.late, "conclusion": event.conclusion.value}
            said["due"] = event.due.isoformat() if event.due else ""
            _update(rows, event, CHECK, event.version, state=OpinionState.GIVEN.value, **_opinion(event), **said)
        case reports.CheckOpinionSettled():
            _update(rows, event, CHECK, event.version, code=event.code)


def _received(rows: Rows, event: reports.ReportReceived) -> None:
    document = CHECK if event.kind == SPECIAL else PROGRESS
    before = rows.get(REVIEWS, _key(event, document, event.version - 1))
    if before is not None and before["state"] == OpinionState.PENDING.value:
        rows.update(REVIEWS, (before["review"],), state=OpinionState.REPLACED.value)
    limit = due(event.rulebook, ASSISTING, event.received_on) if document == PROGRESS else None
    _put(rows, event, document, event.version, state=OpinionState.PENDING.value, due=limit.isoformat() if limit else "")


def _put(rows: Rows, event: Any, document: str, version: int, **columns: Any) -> None:
    known = {"case_id": event.case, "org": event.org, "document": document, "version": version}
    empty = {"conclusion": "", "opinion_no": "", "given_on": "", "late": False, "verifier": "", "code": ""}
    received = {"review": _key(event, document, version), "received_on": event.received_on.isoformat()}
    rows.put(REVIEWS, {**received, **known, **empty, **columns})


def _update(rows: Rows, event: Any, document: str, version: int, **columns: Any) -> None:
    rows.update(REVIEWS, (_key(event, document, version),), **columns)


def _opinion(event: Any) -> dict[str, Any]:
    return {"opinion_no": event.opinion_no, "verifier": event.verifier}


def _key(event: Any, document: str, version: int) -> str:
    return f"{event.case}:{document}:{version}"
