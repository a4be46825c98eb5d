"""The reports under review as they stand, and who is waited for."""

from typing import Any

from kernel.envelope import Recorded
from kernel.tables import Row, Rows, Table
from supervision.events import report_review as told

REVIEWS = Table(
    name="report_reviews",
    key=("review",),
    columns={
        "review": "text",
        "case_id": "text",
        "org": "text",
        "report_kind": "text",
        "special_check": "text",
        "version": "int",
        "state": "text",
        "received_on": "text",
        "lead": "text",
        "lead_due": "text",
        "waits": "json",
        "waiting": "text",
        "next_due": "text",
        "conclusion": "text",
        "opinion_no": "text",
        "position": "int",
    },
    indexes=[("case_id",), ("org", "state"), ("state", "next_due")],
)


def report_reviews(recorded: Recorded[Any], rows: Rows) -> None:
    """One row a report, its newest version. `waits` holds the bodies that are to act, each with its last day."""
    event, position = recorded.event, recorded.position
    match event:
        case told.ReportReceived():
            waits = [_wait(item.body, item.due) for item in event.assistants] + [_wait(event.lead, event.lead_due)]
            fresh = {
                "review": event.review,
                "case_id": event.case,
                "org": event.org,
                "report_kind": event.report_kind,
                "special_check": event.special_check,
                "version": event.version,
                "state": "RECEIVED" if event.assistants else "COLLATING",
                "received_on": event.received_on.isoformat(),
                "lead": event.lead,
                "lead_due": event.lead_due.isoformat() if event.lead_due else None,
                "conclusion": "",
                "opinion_no": "",
                "position": position,
            }
            rows.put(REVIEWS, {**fresh, **_waiting(waits)})
        case told.CopyReceived() if row := _newest(event, rows):
            waits = [_wait(event.body, event.due) if wait["body"] == event.body else wait for wait in row["waits"]]
            rows.update(REVIEWS, (event.review,), state="ASSISTING", position=position, **_waiting(waits))
        case told.AssistingGiven() if row := _newest(event, rows):
            waits = [wait for wait in row["waits"] if wait["body"] != event.body]
            state = row["state"] if event.after_issue else "ASSISTING" if len(waits) > 1 else "COLLATING"
            rows.update(REVIEWS, (event.review,), state=state, position=position, **_waiting(waits))
        case told.ReportOpinionIssued():
            # A body that has not spoken is still to speak: its duty does not end with the issue.
            row = _newest(event, rows) or {}
            waits = [wait for wait in row["waits"] if wait["body"] != row["lead"]]
            words = {"conclusion": event.conclusion.value, "opinion_no": event.opinion_no}
            rows.update(REVIEWS, (event.review,), state="OPINION_ISSUED", position=position, **words, **_waiting(waits))
        case told.OpinionAcknowledged():
            rows.update(REVIEWS, (event.review,), state="ACKNOWLEDGED", position=position)


def _newest(event: told.ReviewEvent, rows: Rows) -> Row | None:
    """The row, when it shows the version that the event speaks of."""
    row = rows.get(REVIEWS, event.review)
    return row if row and row["version"] == event.version else None


def _wait(body: str, due: Any) -> dict[str, str]:
    return {"body": body, "due": due.isoformat() if due else ""}


def _waiting(waits: list[dict[str, str]]) -> dict[str, Any]:
    bodies = "".join(f"|{wait['body']}|" for wait in waits)
    return {"waits": waits, "waiting": bodies, "next_due": min((wait["due"] for wait in waits if wait["due"]), default=None)}
