"""Facts about the reports of a case, as submitted."""

from datetime import date
from enum import StrEnum

from findings.events.parts import Part, Sha256
from kernel.messages import Event, Id, Ref


class ReportKind(StrEnum):
    """Which report."""

    PROGRESS = "progress"
    PRINCIPAL = "principal"
    SPECIAL = "special"
    FINAL = "final"


class ReportState(StrEnum):
    """How far a version of a report is."""

    DRAFT = "DRAFT"
    ENDORSED = "ENDORSED"
    SUBMITTED = "SUBMITTED"
    ACCEPTED = "ACCEPTED"
    RETURNED = "RETURNED"


class FindingAccount(Part):
    """What a report says of one finding, and for an unfinished one the next date."""

    finding: Id
    account: str
    next_on: date | None = None


class ReportTotals(Part):
    """Numbers taken from the record when the report was drafted; money in fen."""

    findings: int = 0
    signed_off: int = 0
    not_applicable: int = 0
    unfinished: int = 0
    reforms: int = 0
    money_fen: int = 0
    people: int = 0


class OfReport(Event):
    """A fact about one report of a case."""

    STREAM = "report"

    report: Ref
    case: Ref
    org: Ref
    kind: ReportKind
    special_check: str = ""
    version: int


class ReportDrafted(OfReport):
    """A version was drafted, or drafted anew; `digest` is over all of it.

    `correction` says what was wrong with the version before, where that one was accepted.
    """

    TOPIC = "findings.report.drafted.v1"

    drafter: Id
    leading: str
    accounts: tuple[FindingAccount, ...]
    totals: ReportTotals
    document_sha256: Sha256
    rule: str
    due: date | None
    digest: Sha256
    correction: str = ""


class ReportEndorsed(OfReport):
    """The serving principal signed for its truth (R-137); personal, never delegated (SOD-04)."""

    TOPIC = "findings.report.endorsed.v1"

    principal: Id
    text: str
    digest: Sha256


class ReportSubmitted(OfReport):
    """It is with its addressee. The first submission decides whether it was on time, whatever becomes of it."""

    TOPIC = "findings.report.submitted.v1"

    addressee: Ref
    submitted_on: date
    due: date | None
    late: bool
    target_passed: bool = False
    document: Sha256
    digest: Sha256
    endorser: Id


class ReportAccepted(OfReport):
    """The addressee accepted it."""

    TOPIC = "findings.report.accepted.v1"

    opinion: str = ""
    day: date
    totals: ReportTotals | None = None


class ReportSentBack(OfReport):
    """The addressee wants a new version."""

    TOPIC = "findings.report.sent-back.v1"

    opinion: str = ""
    reason: str


class ReportOpinionNotApplied(OfReport):
    """A reviewer's opinion on a version that does not wait for one: kept with the reason, it changes nothing."""

    TOPIC = "findings.report.opinion-not-applied.v1"

    conclusion: str
    opinion: str
    code: str
    en: str
    zh: str
