"""Wishes about disclosure notices."""

from datetime import date

from kernel.messages import Command, Id
from publicity.events.parts import Channel, ChannelKind, Part, ReportKind, Scope, Treatment


class StatedFigures(Part):
    """Figures that the handler states otherwise than the record; None takes the record's."""

    findings: int | None = None
    measures: int | None = None
    signed_off: int | None = None
    continuing: int | None = None
    rate_permille: int | None = None
    reforms: int | None = None
    money_fen: int | None = None
    people: int | None = None


class OfDisclosure(Command):
    """Of the notice of a case on one track."""

    case: Id
    scope: Scope


class DraftDisclosure(OfDisclosure):
    """Have a draft made from the accepted report and the ledger."""

    report: ReportKind = ReportKind.PROGRESS
    basis: str = ""
    organisation: str = ""
    next_steps: str = ""
    text: str = ""
    channels: tuple[Channel, ...] = ()
    figures: StatedFigures | None = None
    reason: str = ""
    treatments: tuple[Treatment, ...] = ()


class SubmitDisclosure(OfDisclosure):
    """Sign for it and hand it in."""


class CheckDisclosure(OfDisclosure):
    """Check its content against the record."""


class SendBackDisclosure(OfDisclosure):
    """Send it back to be drafted anew."""

    reason: str


class ReviewDisclosure(OfDisclosure):
    """Review it for what must be kept."""

    opinion: str = ""


class ExemptFromDisclosure(OfDisclosure):
    """Ask to leave findings out; with none named, everything."""

    findings: tuple[Id, ...] = ()
    ground: str
    explanation: str


class ConsentToExemption(OfDisclosure):
    """Consent."""

    decision_no: str


class RefuseExemption(OfDisclosure):
    """Do not consent."""

    reason: str


class ApproveDisclosure(OfDisclosure):
    """Approve it."""

    approval_no: str


class PublishDisclosure(OfDisclosure):
    """Publish it."""

    medium: str = ""


class WithdrawDisclosure(OfDisclosure):
    """Take it back."""

    reason: str
    decision_no: str = ""


class RecordDisclosureFeedback(OfDisclosure):
    """Count what people said."""

    received_on: date | None = None
    channel: ChannelKind
    count: int
    key: bool = False
    summary: str = ""


class AnswerDisclosureFeedback(OfDisclosure):
    """Answer a key view."""

    view: int
    answer: str


class CloseDisclosureFeedback(OfDisclosure):
    """End the feedback period's work."""


class ArchiveDisclosure(OfDisclosure):
    """Put it into the files."""

    archive_no: str
