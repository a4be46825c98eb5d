"""Read models of letters and notifications, without what names a natural person."""

from typing import Any

from findings.events import letters as told
from findings.events.letters import OfLetter
from findings.model.letters import Letter
from findings.model.notices import NotificationState
from kernel.envelope import Recorded
from kernel.tables import Rows, Table

# `awaited` is the day of a reply that is not there and whose absence was not told yet, else "".
LETTERS = Table(
    "letters",
    ("letter",),
    {
        "letter": "text",
        "number": "text",
        "kind": "text",
        "round": "text",
        "case_id": "text",
        "addressee": "text",
        "state": "text",
        "sent_on": "text",
        "reply_due": "text",
        "awaited": "text",
        "overdue": "bool",
        "target_passed": "bool",
        "replied_on": "text",
        "late": "bool",
        "adoption": "text",
        "whole": "json",
    },
    indexes=(("number",), ("round",), ("case_id",), ("addressee",), ("state",), ("awaited",)),
)

NOTIFICATIONS = Table(
    "notifications",
    ("notification",),
    {
        "notification": "text",
        "number": "text",
        "kind": "text",
        "round": "text",
        "case_id": "text",
        "title": "text",
        "content": "text",
        "document_sha256": "text",
        "actions": "json",
        "sent_on": "text",
        "state": "text",
    },
    indexes=(("number",), ("round",), ("case_id",), ("state",)),
)

RECIPIENTS = Table(
    "notification_recipients",
    ("notification", "org"),
    {
        "notification": "text",
        "org": "text",
        "n": "int",
        "number": "text",
        "acknowledged_on": "text",
        "signer": "text",
        "actions": "json",
    },
    indexes=(("org", "number"), ("notification", "n")),
)

TABLES = (LETTERS, NOTIFICATIONS, RECIPIENTS)


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact about a letter or a notification."""
    match recorded.event:
        case OfLetter() as event:
            known = rows.get(LETTERS, event.letter)
            before = Letter(id=event.letter) if known is None else Letter.model_validate(known["whole"])
            rows.put(LETTERS, _row(before.fold(event, recorded.effective)))
        case told.NotificationSent() as event:
            _sent(event, rows)
        case told.NotificationAcknowledged() as event:
            key = (event.notification, event.org)
            said = {"acknowledged_on": event.acknowledged_on.isoformat(), "signer": event.signer, "actions": list(event.actions)}
            rows.update(RECIPIENTS, key, **said)
            if event.complete:
                rows.update(NOTIFICATIONS, (event.notification,), state=NotificationState.ACKNOWLEDGED.value)


def _row(letter: Letter) -> dict[str, Any]:
    due = letter.reply_due.isoformat() if letter.reply_due else ""
    return {
        "letter": letter.id,
        "number": letter.number,
        "kind": letter.kind.value,
        "round": letter.round,
        "case_id": letter.case,
        "addressee": letter.addressee,
        "state": letter.state.value if letter.state else "",
        "sent_on": letter.sent_on.isoformat() if letter.sent_on else "",
        "reply_due": due,
        "awaited": due if letter.state and letter.state.awaits_reply and not letter.missed else "",
        "overdue": letter.overdue,
        "target_passed": letter.target_passed,
        "replied_on": letter.reply.replied_on.isoformat() if letter.reply else "",
        "late": letter.reply is not None and letter.reply.late,
        "adoption": letter.adoption.value if letter.adoption else "",
        "whole": letter.model_copy(update={"contact": ""}).model_dump(mode="json"),
    }


def _sent(event: told.NotificationSent, rows: Rows) -> None:
    content = event.model_dump(mode="json", include=set(NOTIFICATIONS.columns))
    state = NotificationState.SENT.value
    rows.put(NOTIFICATIONS, {**content, "round": event.round or "", "case_id": event.case or "", "state": state})
    for n, org in enumerate(event.recipients, 1):
        row = {"notification": event.notification, "org": org, "n": n, "number": event.number}
        rows.put(RECIPIENTS, {**row, "acknowledged_on": "", "signer": "", "actions": []})
