"""Facts about reports on a round (R-58): its figures as they stood, frozen; and what was counted of its leads."""

from datetime import date
from enum import StrEnum

from findings.events.parts import Part, Sha256
from kernel.messages import Event, Id, Ref


class ReportBody(StrEnum):
    """To whom a round is reported: the Party committee and the leading group."""

    DISPATCHING = "dispatching"
    LEADING_GROUP = "leading-group"


class LeadStage(StrEnum):
    """How far a lead is, as far as anybody outside its channel knows."""

    REFERRED = "referred"
    ACCEPTED = "accepted"
    MISDIRECTED = "misdirected"
    IN_HANDLING = "in-handling"
    FED_BACK = "fed-back"
    CLOSED = "closed"


class Laggard(Part):
    """A case that is behind."""

    case: Id
    number: str
    org: Id
    open: int
    overdue: int
    returns_missing: int


class Rectification(Part):
    """(a) rectification; `completion_rate` is a percentage with two decimals and counts only what is signed off."""

    orgs: int
    cases: int
    closed: int
    findings: int
    signed_off: int
    not_applicable: int
    open: int
    continuing: int
    reopened: int
    overdue: int
    completion_rate: str
    returns: int
    returns_late: int
    returns_missing: int
    lagging: int
    laggards: tuple[Laggard, ...] = ()


class LeadClass(Part):
    """Leads of one status class."""

    status_class: str
    leads: int


class LeadTotals(Part):
    """(b) leads, by totals only."""

    referred: int
    accepted: int
    misdirected: int
    in_handling: int
    fed_back: int
    closed: int
    late: int
    target_passed: int = 0
    classes: tuple[LeadClass, ...] = ()


class LetterTotals(Part):
    """(c) recommendation letters, or suggestions: how many went out, and what came of them."""

    kind: str
    sent: int
    overdue: int
    replied: int
    late: int
    target_passed: int = 0
    adopted: int
    partly: int
    not_adopted: int
    implemented: int
    closed: int


class ReportedProblem(Part):
    """A common problem that the round shows."""

    problem: Id
    number: str
    state: str
    orgs: int
    findings: int
    recurred: int


class RoundFigures(Part):
    """What is reported of a round."""

    rectification: Rectification
    leads: LeadTotals
    letters: tuple[LetterTotals, ...] = ()
    problems: tuple[ReportedProblem, ...] = ()


class RoundReportSubmitted(Event):
    """The office reported a round (R-58); the figures are those of the moment, and `digest` is over them."""

    TOPIC = "findings.round-report.submitted.v1"
    STREAM = "round_report"

    round_report: Ref
    number: str
    round: Ref
    office: Id
    dispatching: Id
    leading_group: Id
    figures: RoundFigures
    digest: Sha256
    document_sha256: Sha256 | None = None
    submitted_on: date
    rulebook: str


class RoundReportReceived(Event):
    """The Party committee or the leading group took it (R-58); `complete` says that both have."""

    TOPIC = "findings.round-report.received.v1"
    STREAM = "round_report"

    round_report: Ref
    number: str
    round: Ref
    body: ReportBody
    org: Ref
    signer: Id
    received_on: date
    complete: bool


class LeadCounted(Event):
    """A lead of a round moved on: counted, and nothing else known of it here (SOD-07)."""

    TOPIC = "findings.lead-tally.counted.v1"
    STREAM = "tally"

    tally: Id
    round: Id
    stage: LeadStage
    status_class: str = ""
    day: date
    due: date | None = None
    late: bool = False
    target_passed: bool = False
