"""Of what a disclosure notice consists: its states, versions, exemptions, and what people said about it."""

from datetime import date
from enum import StrEnum

from kernel.context import named
from publicity.events.parts import Channel, ChannelKind, Difference, Figures, FindingResult, Part, Redaction, ReportKind, Scope


class State(StrEnum):
    """How far a version is; `FEEDBACK_PERIOD` begins with publication."""

    DRAFT = "DRAFT"
    CONTENT_CHECK = "CONTENT_CHECK"
    CONFIDENTIALITY_REVIEW = "CONFIDENTIALITY_REVIEW"
    EXEMPTION_REQUESTED = "EXEMPTION_REQUESTED"
    CLEARED = "CLEARED"
    APPROVED = "APPROVED"
    FEEDBACK_PERIOD = "FEEDBACK_PERIOD"
    RESPONDED = "RESPONDED"
    ARCHIVED = "ARCHIVED"
    CORRECTED = "CORRECTED"
    WITHDRAWN = "WITHDRAWN"

    @property
    def public(self) -> bool:
        """Whether this version is what people can read."""
        return self in (State.FEEDBACK_PERIOD, State.RESPONDED, State.ARCHIVED)

    @property
    def on_its_way(self) -> bool:
        """Whether it was handed in and is not published yet."""
        return self in (
            State.CONTENT_CHECK,
            State.CONFIDENTIALITY_REVIEW,
            State.EXEMPTION_REQUESTED,
            State.CLEARED,
            State.APPROVED,
        )


class ExemptionState(StrEnum):
    """Whether the leading group consents."""

    REQUESTED = "REQUESTED"
    CONSENTED = "CONSENTED"
    REFUSED = "REFUSED"


class Content(Part):
    """What a version says; `record` is what the report and the ledger said when it was drafted."""

    number: str
    org_name: str
    report_kind: ReportKind
    report_version: int
    report_sha256: str
    basis: str
    organisation: str
    results: tuple[FindingResult, ...]
    record: Figures
    figures: Figures
    next_steps: str
    text: str
    channels: tuple[Channel, ...]
    redaction: Redaction = Redaction()


class Approved(Part):
    """The record as the content check finds it: of the newest accepted version of the report, and of the plan."""

    org_name: str
    number: str
    report_kind: ReportKind
    report_version: int
    report_sha256: str
    leading: str
    results: tuple[FindingResult, ...]
    figures: Figures


class Exemption(Part):
    """What is left out of a version, on which ground; no finding named means all of its content."""

    n: int
    findings: tuple[str, ...]
    ground: str
    explanation: str
    state: ExemptionState = ExemptionState.REQUESTED
    decision_no: str = ""
    reason: str = ""


class View(Part):
    """What people said, counted; a key view has a summary and gets an answer."""

    n: int
    received_on: date
    channel: ChannelKind
    count: int
    key: bool
    summary: str
    answer: str = ""


class Version(Part):
    """One version of the notice."""

    version: int
    state: State
    content: Content
    digest: str
    drafters: tuple[str, ...]
    principal: str = ""
    reviewer: str = ""
    approver: str = ""
    approval_no: str = ""
    check: tuple[Difference, ...] = ()
    sent_back: str = ""
    exemptions: tuple[Exemption, ...] = ()
    published_on: date | None = None
    feedback_until: date | None = None
    medium: str = ""
    document: str = ""
    sha256: str = ""
    differences: tuple[Difference, ...] = ()
    proof: str = ""
    proof_sha256: str = ""
    policy: str = ""
    differs: tuple[Difference, ...] = ()
    views: tuple[View, ...] = ()
    archive_no: str = ""
    withdrawn_on: date | None = None
    reason: str = ""
    decision_no: str = ""


def notice_id(case: str, scope: Scope | str) -> str:
    """The id of a case's notice on one track."""
    return named("disclosure", case, str(scope))
