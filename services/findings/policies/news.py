"""What the supervising bodies tell, in this context's words."""

from datetime import date

from findings.events.parts import Defect, Sha256
from findings.events.words import PostKind
from kernel.messages import Id, News


class PlanPassed(News):
    """A plan passed its review."""

    plan: Id
    plan_version: int
    opinion_no: str
    with_opinion: bool = False
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    verifier: Id


class PlanReturned(News):
    """A plan was returned."""

    plan: Id
    plan_version: int
    opinion_no: str
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    verifier: Id


class FindingListed(News):
    """The leading group put a finding under listed supervision."""

    finding: Id
    number: str
    last_date: date


class FindingDelisted(News):
    """The leading group took a finding off listed supervision."""

    finding: Id
    number: str


class SignOffCheckPassed(News):
    """The outer check of a sign-off found the rectification done."""

    finding: Id
    signoff: int
    opinion_no: str
    overall: str = ""
    verifier: Id
    site_record: Sha256 | None = None


class SignOffCheckFailed(News):
    """The outer check of a sign-off found the rectification wanting."""

    finding: Id
    signoff: int
    opinion_no: str
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    defect: Defect | None = None
    verifier: Id
    site_record: Sha256 | None = None


class LookBackReopened(News):
    """A sign-off was overturned."""

    finding: Id
    ground: str
    reason: str
    defect: Defect | None = None
    decision: str = ""
    evidence: tuple[Sha256, ...] = ()
    verifier: Id | None = None


class ReportOpinionIssued(News):
    """The reviewers' written opinion on a report was issued."""

    case: Id
    report_kind: str
    special_check: str = ""
    version: int
    conclusion: str
    opinion_no: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()


class CheckOpinionIssued(News):
    """A department's own written opinion on the report of its special check was issued."""

    case: Id
    special_check: str
    version: int
    conclusion: str
    opinion_no: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()


class AppointmentDecided(News):
    """The organization department decided that a person takes a post from a day on."""

    decision: Id
    org: Id
    post: PostKind
    person: Id
    replaces: Id | None = None
    title: str = ""
    acting: bool = False
    effective_on: date
    decision_no: str


class RemovalDecided(News):
    """The organization department decided that a person leaves a post from a day on."""

    decision: Id
    org: Id
    post: PostKind
    person: Id
    effective_on: date
    decision_no: str


class AppointmentRevoked(News):
    """A decision about a post was taken back before its day."""

    decision: Id
    org: Id
