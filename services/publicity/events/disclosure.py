"""What happens to a disclosure notice; every version goes the same way."""

from datetime import date

from kernel.messages import Event, Id, Ref
from publicity.events.parts import (
    Channel,
    ChannelKind,
    Difference,
    Figures,
    FindingResult,
    Redaction,
    ReportKind,
    Scope,
    Sha256,
)


class OfNotice(Event):
    """A fact about one version of the notice of a case on one track."""

    STREAM = "notice"

    notice: Ref
    case: Ref
    org: Ref
    scope: Scope
    version: int


class NoticeDrafted(OfNotice):
    """The handler had a draft made, or made anew, from the accepted report and the ledger.

    `record` is what they say, `figures` what the notice says; both are kept, the content check compares. `redaction` says
    what the proof of its publication will show; whoever signs for the digest signs for it too.
    """

    TOPIC = "publicity.notice.drafted.v1"

    drafter: Id
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
    digest: Sha256


class NoticeSubmitted(OfNotice):
    """The serving principal signed for the notice and handed it in (SOD-04)."""

    TOPIC = "publicity.notice.submitted.v1"

    principal: Id
    digest: Sha256


class ContentChecked(OfNotice):
    """Every figure and every account agrees with the report that was accepted."""

    TOPIC = "publicity.notice.content-checked.v1"

    checker: Id
    report_version: int
    digest: Sha256


class ContentDiffered(OfNotice):
    """The notice says something else than the record: it goes back to be drafted anew."""

    TOPIC = "publicity.notice.content-differed.v1"

    checker: Id
    differences: tuple[Difference, ...]


class NoticeSentBack(OfNotice):
    """Somebody on its way wants it drafted anew."""

    TOPIC = "publicity.notice.sent-back.v1"

    by: Id
    state: str
    reason: str


class ConfidentialityReviewed(OfNotice):
    """Nothing that must be kept stands in it; `approves` names content, redaction and version by one hash."""

    TOPIC = "publicity.notice.confidentiality-reviewed.v1"

    reviewer: Id
    opinion: str = ""
    approves: str = ""


class ExemptionRequested(OfNotice):
    """Findings, or with none named the whole content, are to be left out on one of the rulebook's grounds."""

    TOPIC = "publicity.notice.exemption-requested.v1"

    n: int
    findings: tuple[Id, ...] = ()
    ground: str
    explanation: str
    requester: Id


class ExemptionConsented(OfNotice):
    """The leading group consents."""

    TOPIC = "publicity.notice.exemption-consented.v1"

    n: int
    decision_no: str
    by: Id


class ExemptionRefused(OfNotice):
    """The leading group does not consent."""

    TOPIC = "publicity.notice.exemption-refused.v1"

    n: int
    reason: str
    by: Id


class NoticeApproved(OfNotice):
    """It may be published; whoever approves neither drafted nor reviewed it (SOD-09). `approves` as in the review."""

    TOPIC = "publicity.notice.approved.v1"

    approver: Id
    approval_no: str
    approves: str = ""


class DisclosurePublished(OfNotice):
    """It is public, to its circle.

    `document` is the published JSON itself, `sha256` the hash of its bytes; `differences` are those from the version
    published before, if any. `content` is the digest that the principal signed for, `redaction` what its proof shows.
    """

    TOPIC = "publicity.notice.published.v1"

    published_on: date
    feedback_until: date
    medium: str
    document: str
    sha256: Sha256
    differences: tuple[Difference, ...] = ()
    number: str = ""
    org_name: str = ""
    content: str = ""
    redaction: Redaction = Redaction()


class NoticeProved(OfNotice):
    """That it was published can be checked by anybody: `proof` is the file itself (`rectify-publication/1`).

    `sha256` is the hash of its bytes, `policy` the keys and the quorum under which it was found to be valid.
    """

    TOPIC = "publicity.notice.proved.v1"

    proof: str
    sha256: Sha256
    policy: str


class DisclosureCorrected(OfNotice):
    """A newer version took the place of this one."""

    TOPIC = "publicity.notice.corrected.v1"

    by_version: int
    fields: tuple[str, ...]


class NoticeDiffers(OfNotice):
    """The report was accepted anew with other figures: what was published differs, and publishing again is asked."""

    TOPIC = "publicity.notice.differs.v1"

    report_kind: ReportKind
    report_version: int
    differences: tuple[Difference, ...]


class FeedbackRecorded(OfNotice):
    """What people said about it: how many, by which channel; a key view is answered one by one (`summary` names nobody)."""

    TOPIC = "publicity.notice.feedback-recorded.v1"

    n: int
    received_on: date
    channel: ChannelKind
    count: int
    key: bool = False
    summary: str = ""


class FeedbackAnswered(OfNotice):
    """A key view was answered."""

    TOPIC = "publicity.notice.feedback-answered.v1"

    n: int
    answer: str


class FeedbackClosed(OfNotice):
    """The feedback period is over and every key view answered."""

    TOPIC = "publicity.notice.feedback-closed.v1"

    views: int
    key: int


class NoticeArchived(OfNotice):
    """It is in the files."""

    TOPIC = "publicity.notice.archived.v1"

    archive_no: str


class DisclosureWithdrawn(OfNotice):
    """It is no longer published; that it was, with which hash and why not any more, stays provable."""

    TOPIC = "publicity.notice.withdrawn.v1"

    reason: str
    decision_no: str
    withdrawn_on: date
    sha256: str
