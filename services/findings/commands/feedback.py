"""Wishes about feedback."""

from datetime import date
from typing import ClassVar

from findings.events.parts import Sha256
from findings.events.words import Attendance, CopyRecipient, FeedbackItem, SpecialCheck, WordingCorrection
from kernel.messages import Command, Id


class DraftFeedback(Command):
    """Word the feedback to one organisation."""

    round: Id
    org: Id
    overall: str = ""
    items: tuple[FeedbackItem, ...]
    special_checks: tuple[SpecialCheck, ...] = ()


class SetSpecialChecks(Command):
    """Name the special checks of a draft."""

    feedback: Id
    special_checks: tuple[SpecialCheck, ...] = ()


class SubmitFeedback(Command):
    """Put a draft to the leading group."""

    feedback: Id


class ReturnFeedback(Command):
    """Send a draft back to the team."""

    feedback: Id
    reason: str


class ApproveFeedback(Command):
    """Approve and freeze it."""

    feedback: Id
    approval: str


class DeliverFeedback(Command):
    """Record the feedback meeting; `meeting_on` None means today."""

    feedback: Id
    meeting_on: date | None = None
    place: str = ""
    attendance: tuple[Attendance, ...] = ()
    record_sha256: Sha256 | None = None


class SignReceipt(Command):
    """Sign for the feedback."""

    feedback: Id


class ImportFeedback(Command):
    """Bring feedback that was approved and delivered on paper."""

    HISTORICAL: ClassVar[bool] = True

    round: Id
    org: Id
    overall: str = ""
    items: tuple[FeedbackItem, ...]
    special_checks: tuple[SpecialCheck, ...] = ()
    approval: str
    document_sha256: Sha256
    meeting_on: date
    place: str = ""
    attendance: tuple[Attendance, ...] = ()
    received_on: date | None = None
    signed_by: Id | None = None
    receipt_sha256: Sha256 | None = None


class CopyFeedback(Command):
    """Send copies."""

    feedback: Id
    recipients: tuple[CopyRecipient, ...]


class SupplementFeedback(Command):
    """Draft a supplement."""

    feedback: Id
    items: tuple[FeedbackItem, ...] = ()
    corrections: tuple[WordingCorrection, ...] = ()
    reason: str


class ApproveSupplement(Command):
    """Approve a supplement."""

    feedback: Id
    supplement: int
    approval: str


class SignSupplement(Command):
    """Sign for a supplement."""

    feedback: Id
    supplement: int
