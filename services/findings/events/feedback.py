"""Facts about the feedback to one organisation of one round."""

from datetime import date

from findings.events.parts import Sha256
from findings.events.words import Attendance, CopyRecipient, FeedbackItem, SpecialCheck, WordingCorrection
from kernel.messages import Event, Id, Ref


class OfFeedback(Event):
    """A fact about feedback."""

    STREAM = "feedback"

    feedback: Ref
    round: Ref
    org: Ref


class FeedbackDrafted(OfFeedback):
    """The team worded the feedback, or worded it anew."""

    TOPIC = "findings.feedback.drafted.v1"

    round_code: str
    org_code: str
    drafter: Id
    overall: str
    items: tuple[FeedbackItem, ...]
    special_checks: tuple[SpecialCheck, ...]


class SpecialChecksSet(OfFeedback):
    """These special checks ran alongside the inspection."""

    TOPIC = "findings.feedback.special-checks-set.v1"

    special_checks: tuple[SpecialCheck, ...]


class FeedbackSubmitted(OfFeedback):
    """The draft is before the leading group."""

    TOPIC = "findings.feedback.submitted.v1"

    submitter: Id


class FeedbackSentBack(OfFeedback):
    """The leading group wants it worded anew."""

    TOPIC = "findings.feedback.sent-back.v1"

    reason: str


class FeedbackApproved(OfFeedback):
    """The leading group approved it (R-44): the wording is frozen and numbered, `digest` is over all of it."""

    TOPIC = "findings.feedback.approved.v1"

    approval: str
    approver: Id
    numbers: tuple[str, ...]
    digest: Sha256


class FeedbackImported(OfFeedback):
    """Feedback that was approved on paper, with the hash of the document; it passed no gate here."""

    TOPIC = "findings.feedback.imported.v1"

    round_code: str
    org_code: str
    overall: str
    items: tuple[FeedbackItem, ...]
    special_checks: tuple[SpecialCheck, ...]
    approval: str
    numbers: tuple[str, ...]
    digest: Sha256
    document_sha256: Sha256


class FeedbackDelivered(OfFeedback):
    """The feedback meeting took place (R-47); `missing` are duties (R-24, R-36) that nobody present fulfilled."""

    TOPIC = "findings.feedback.delivered.v1"

    meeting_on: date
    place: str = ""
    attendance: tuple[Attendance, ...] = ()
    missing: tuple[str, ...] = ()
    record_sha256: str = ""


class FeedbackReceived(OfFeedback):
    """The principal signed for it: day 0. `receipt_sha256` is the paper receipt's, "" when signed here."""

    TOPIC = "findings.feedback.received.v1"

    case: Ref
    signer: Id
    received_on: date
    receipt_sha256: str = ""


class FeedbackCopied(OfFeedback):
    """Copies went out."""

    TOPIC = "findings.feedback.copied.v1"

    recipients: tuple[CopyRecipient, ...]


class SupplementDrafted(OfFeedback):
    """The team drafted supplement number `supplement`."""

    TOPIC = "findings.feedback.supplement-drafted.v1"

    supplement: int
    drafter: Id
    items: tuple[FeedbackItem, ...] = ()
    corrections: tuple[WordingCorrection, ...] = ()
    reason: str


class SupplementApproved(OfFeedback):
    """The leading group approved it; its findings are numbered on."""

    TOPIC = "findings.feedback.supplement-approved.v1"

    supplement: int
    approval: str
    approver: Id
    numbers: tuple[str, ...]
    digest: Sha256


class SupplementReceived(OfFeedback):
    """The principal signed for it: day 0 of its own findings, of nothing else."""

    TOPIC = "findings.feedback.supplement-received.v1"

    case: Ref
    supplement: int
    signer: Id
    received_on: date
