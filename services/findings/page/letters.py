"""The page's lines about letters and notifications."""

from rectify.findings.v1 import findings_events_pb2 as published

from chassis.service import Projection, Query, Rpc, Sweep
from findings.commands import letters as wish
from findings.events import letters as told
from findings.handlers import letters as act
from findings.policies import letters as days
from findings.projections import letters
from findings.queries import letters as ask

EVENTS = [
    told.LetterDrafted,
    told.LetterApproved,
    told.LetterSent,
    told.LetterReceived,
    told.LetterStudyBegun,
    told.LetterReplied,
    told.LetterOverdue,
    told.LetterAssessed,
    told.LetterImplemented,
    told.LetterClosed,
    told.NotificationSent,
    told.NotificationAcknowledged,
]

COMMANDS = {
    "DraftLetter": Rpc(wish.DraftLetter, act.draft_letter),
    "ApproveLetter": Rpc(wish.ApproveLetter, act.approve_letter),
    "SendLetter": Rpc(wish.SendLetter, act.send_letter),
    "ReceiveLetter": Rpc(wish.ReceiveLetter, act.receive_letter),
    "StudyLetter": Rpc(wish.StudyLetter, act.study_letter),
    "ReplyToLetter": Rpc(wish.ReplyToLetter, act.reply_to_letter),
    "AssessLetter": Rpc(wish.AssessLetter, act.assess_letter),
    "ImplementLetter": Rpc(wish.ImplementLetter, act.implement_letter),
    "CloseLetter": Rpc(wish.CloseLetter, act.close_letter),
    "SendNotification": Rpc(wish.SendNotification, act.send_notification),
    "AcknowledgeNotification": Rpc(wish.AcknowledgeNotification, act.acknowledge_notification),
}

QUERIES = {
    "GetLetter": Query(ask.GetLetter, ask.get_letter, scope=ask.of_letter, asker=True),
    "ListLetters": Query(ask.ListLetters, ask.list_letters, asker=True),
    "ListNotifications": Query(ask.ListNotifications, ask.list_notifications, asker=True),
}

PROJECTIONS = {"letters": Projection(letters.TABLES, letters.fold)}

SWEEPS = {"unanswered-letters": Sweep(days.replies_due, days.miss_reply)}

PUBLISHES = {
    told.LetterSent: published.LetterSent,
    told.LetterReplied: published.LetterReplied,
    told.LetterOverdue: published.LetterOverdue,
    told.NotificationSent: published.NotificationSent,
    told.NotificationAcknowledged: published.NotificationAcknowledged,
}
