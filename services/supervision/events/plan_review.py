"""What happens to a version of a plan under review."""

from datetime import date
from enum import StrEnum

from kernel.messages import Event, Id, Ref


class Stand(StrEnum):
    """What a body says of a version."""

    FAVOURS = "pass"
    AGAINST = "return"


class PlanEvent(Event):
    """What every event of a plan review names."""

    STREAM = "review"

    review: Ref
    plan: Ref
    case: Ref
    org: Ref
    plan_version: int


class PlanReceived(PlanEvent):
    """A version of the plan arrived for review; `bodies` are those whose opinion the verdict waits for."""

    TOPIC = "supervision.plan-review.received.v1"

    received_on: date
    submitter: str
    document: str = ""
    special_checks: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    rulebook: str


class PlanOpinionReceived(PlanEvent):
    """A reviewing body told the discipline organ what it thinks of the version, in time or after the verdict."""

    TOPIC = "supervision.plan-review.opinion-received.v1"

    body: str
    conclusion: Stand
    opinion_no: str = ""
    overall: str
    demands: tuple[str, ...] = ()
    given_on: date
    verifier: Id


class PlanOpinionNotApplied(PlanEvent):
    """A second opinion of one body on one version: kept with the reason, it changes nothing."""

    TOPIC = "supervision.plan-review.opinion-not-applied.v1"

    body: str
    conclusion: Stand
    opinion_no: str = ""
    verifier: Id
    code: str
    en: str
    zh: str


class PlanTakenBack(PlanEvent):
    """The inspected organisation withdrew the version before a verdict."""

    TOPIC = "supervision.plan-review.taken-back.v1"

    reason: str


class PlanPassed(PlanEvent):
    """The version passed, with or without demands.

    `missing` are the bodies whose opinion had not come, `against` those that wanted it returned, each with the reason why
    it was passed all the same.
    """

    TOPIC = "supervision.plan-review.passed.v1"

    opinion_no: str
    with_opinion: bool = False
    overall: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    verifier: str
    missing: tuple[str, ...] = ()
    missing_reason: str = ""
    against: tuple[str, ...] = ()
    against_reason: str = ""


class PlanReturned(PlanEvent):
    """The version goes back to the inspected organisation."""

    TOPIC = "supervision.plan-review.returned.v1"

    opinion_no: str
    overall: str
    shortcomings: str
    demands: tuple[str, ...]
    verifier: str
    missing: tuple[str, ...] = ()
    missing_reason: str = ""
