"""Facts about recommendation letters, work suggestions and notifications."""

from datetime import date
from enum import StrEnum

from findings.events.parts import Part, Sha256
from findings.events.registers import RuleChange
from kernel.messages import Event, Id, MaybeRef, Personal, Ref


class LetterKind(StrEnum):
    """A recommendation letter (R-60; R-61) or a work suggestion to a department (R-49)."""

    RECOMMENDATION = "recommendation"
    SUGGESTION = "suggestion"


class BasisKind(StrEnum):
    """What a letter rests on; opinions voiced at the secretary's special meeting are passed on under R-61."""

    SECRETARY_MEETING = "secretary-meeting"
    LEADING_GROUP = "leading-group"
    OTHER = "other"


class Adoption(StrEnum):
    """What becomes of what a letter asks for."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    NOT_ADOPTED = "not-adopted"


class NotificationKind(StrEnum):
    """Why results are notified: common problems seen (R-54), or suggestions handed over (R-115)."""

    COMMON_PROBLEM = "common-problem"
    SUGGESTIONS = "suggestions"


class Wording(Part):
    """What a letter says; `reply_due` None leaves the date to the rulebook in force when it is sent."""

    basis: str
    basis_kind: BasisKind = BasisKind.OTHER
    basis_on: date | None = None
    facts: str
    suggestions: tuple[str, ...]
    reply_due: date | None = None


class OfLetter(Event):
    """A fact about a letter; `addressee` is the organisation that it is written to, `case` what it arose from, if anything."""

    STREAM = "letter"

    letter: Ref
    round: Ref
    addressee: Ref
    case: MaybeRef = None
    number: str


class LetterDrafted(OfLetter):
    """A letter was proposed, or its drafter worded it anew."""

    TOPIC = "findings.letter.drafted.v1"

    kind: LetterKind
    findings: tuple[Ref, ...] = ()
    wording: Wording
    contact: Personal[str] = ""
    proposer: Id


class LetterApproved(OfLetter):
    """The leading group approved it; `digest` is over what it says."""

    TOPIC = "findings.letter.approved.v1"

    approval: str
    approver: Id
    digest: Sha256


class LetterSent(OfLetter):
    """It went out; `due_rule` is the rule that gave the date of the reply, "" where the letter states it."""

    TOPIC = "findings.letter.sent.v1"

    kind: LetterKind
    sent_on: date
    reply_due: date
    due_rule: str = ""
    rulebook: str
    inference: bool = False


class LetterReceived(OfLetter):
    """The addressee signed for it; the date of the reply does not move."""

    TOPIC = "findings.letter.received.v1"

    signer: Id
    received_on: date


class LetterStudyBegun(OfLetter):
    """The addressee studies it; `unit` is who does so there."""

    TOPIC = "findings.letter.study-begun.v1"

    unit: str = ""


class LetterReplied(OfLetter):
    """The addressee replied; a reply after its date is late for ever, or has passed what is only a service target."""

    TOPIC = "findings.letter.replied.v1"

    adoption: Adoption
    reason: str = ""
    actions: tuple[str, ...] = ()
    rule_changes: tuple[RuleChange, ...] = ()
    replier: Id
    replied_on: date
    reply_due: date
    late: bool
    target_passed: bool = False


class LetterOverdue(OfLetter):
    """The day of the reply passed without one; the letter goes on. A service target is passed, and nothing is overdue."""

    TOPIC = "findings.letter.overdue.v1"

    kind: LetterKind
    reply_due: date
    state: str
    target_passed: bool = False


class LetterAssessed(OfLetter):
    """The inspection side judged the reply."""

    TOPIC = "findings.letter.assessed.v1"

    adoption: Adoption
    reason: str = ""
    assessor: Id


class LetterImplemented(OfLetter):
    """The addressee did what it had adopted."""

    TOPIC = "findings.letter.implemented.v1"

    result: str
    rule_changes: tuple[RuleChange, ...] = ()
    implemented_on: date
    evidence_sha256: Sha256 | None = None


class LetterClosed(OfLetter):
    """Nothing remains to be done about it."""

    TOPIC = "findings.letter.closed.v1"

    note: str = ""


class OfNotification(Event):
    """A fact about a notification."""

    STREAM = "notification"

    notification: Ref
    number: str


class NotificationSent(OfNotification):
    """The office told others of results; `actions` is what it asks for, if anything."""

    TOPIC = "findings.notification.sent.v1"

    kind: NotificationKind
    round: MaybeRef = None
    case: MaybeRef = None
    sender: Id
    title: str
    content: str = ""
    document_sha256: Sha256
    recipients: tuple[Id, ...]
    actions: tuple[str, ...] = ()
    sent_on: date


class NotificationAcknowledged(OfNotification):
    """One recipient acknowledged it; `actions` is what it will do, `complete` says that it was the last one."""

    TOPIC = "findings.notification.acknowledged.v1"

    org: Ref
    signer: Id
    acknowledged_on: date
    actions: tuple[str, ...] = ()
    complete: bool
