"""The publicity department's opinions on the ideology check: on its part of the plan, and on its report (R-09)."""

from datetime import date
from enum import StrEnum

from kernel.messages import Event, Id, Ref


class PlanVerdict(StrEnum):
    """What the department says of the ideology part of a plan."""

    PASS = "pass"  # noqa: S105 - a verdict
    RETURN = "return"


class ReportVerdict(StrEnum):
    """What the department says of the ideology report."""

    ACCEPTED = "accepted"
    DEMANDS = "accepted_with_demands"
    RETURNED = "returned"


class OfIdeology(Event):
    """A fact about the ideology check of one case."""

    STREAM = "check"

    check: Ref
    case: Ref
    org: Ref


class PlanReceived(OfIdeology):
    """A version of a plan with an ideology part arrived."""

    TOPIC = "publicity.ideology.plan-received.v1"

    plan: Ref
    plan_version: int
    received_on: date
    document: str
    submitter: str


class PlanOpinionGiven(OfIdeology):
    """The department's opinion on that part."""

    TOPIC = "publicity.ideology.plan-opinion-given.v1"

    plan: Ref
    plan_version: int
    conclusion: PlanVerdict
    opinion_no: str
    overall: str
    demands: tuple[str, ...] = ()
    verifier: Id
    given_on: date


class ReportReceived(OfIdeology):
    """A version of the special report on ideology arrived."""

    TOPIC = "publicity.ideology.report-received.v1"

    version: int
    received_on: date
    document: str
    endorser: str


class CheckOpinionIssued(OfIdeology):
    """The written opinion in its three parts."""

    TOPIC = "publicity.ideology.opinion-issued.v1"

    special_check: str
    version: int
    conclusion: ReportVerdict
    opinion_no: str
    overall: str
    shortcomings: str
    demands: tuple[str, ...]
    verifier: Id
    issued_on: date
