"""Wishes about recommendation letters, work suggestions and notifications."""

from datetime import date

from findings.events.letters import Adoption, BasisKind, LetterKind, NotificationKind
from findings.events.parts import Sha256
from findings.events.registers import RuleChange
from kernel.messages import Command, Id


class DraftLetter(Command):
    """Propose a letter, or word the own draft anew."""

    number: str
    kind: LetterKind = LetterKind.RECOMMENDATION
    round: Id
    addressee: Id
    case: Id | None = None
    findings: tuple[Id, ...] = ()
    basis: str
    basis_kind: BasisKind = BasisKind.OTHER
    basis_on: date | None = None
    facts: str
    suggestions: tuple[str, ...]
    reply_due: date | None = None
    contact: str = ""


class ApproveLetter(Command):
    """Approve a letter."""

    letter: Id
    approval: str


class SendLetter(Command):
    """Send an approved letter."""

    letter: Id


class ReceiveLetter(Command):
    """Sign for a letter."""

    letter: Id


class StudyLetter(Command):
    """Begin to study a letter."""

    letter: Id
    unit: str = ""


class ReplyToLetter(Command):
    """Reply to a letter."""

    letter: Id
    adoption: Adoption
    reason: str = ""
    actions: tuple[str, ...] = ()
    rule_changes: tuple[RuleChange, ...] = ()


class AssessLetter(Command):
    """Judge the reply."""

    letter: Id
    adoption: Adoption
    reason: str = ""


class ImplementLetter(Command):
    """Record that what was adopted is done; `implemented_on` None means today."""

    letter: Id
    result: str
    rule_changes: tuple[RuleChange, ...] = ()
    implemented_on: date | None = None
    evidence_sha256: Sha256 | None = None


class CloseLetter(Command):
    """Close a letter."""

    letter: Id
    note: str = ""


class SendNotification(Command):
    """Tell others of results."""

    number: str
    kind: NotificationKind
    round: Id | None = None
    case: Id | None = None
    title: str
    content: str = ""
    document_sha256: Sha256
    recipients: tuple[Id, ...]
    actions: tuple[str, ...] = ()


class AcknowledgeNotification(Command):
    """Acknowledge a notification."""

    notification: Id
    actions: tuple[str, ...] = ()
