"""What happens to a version of a plan under review."""

from datetime import date

from kernel.messages import Event, Ref


class PlanEvent(Event):
    """What every event of a plan review names."""

    STREAM = "review"

    review: Ref
    plan: Ref
    case: Ref
    org: Ref
    plan_version: int


class PlanReceived(PlanEvent):
    """A version of the plan arrived for review."""

    TOPIC = "supervision.plan-review.received.v1"

    received_on: date
    submitter: str
    document: str = ""
    rulebook: str


class PlanPassed(PlanEvent):
    """The version passed, with or without demands."""

    TOPIC = "supervision.plan-review.passed.v1"

    opinion_no: str
    with_opinion: bool = False
    overall: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    verifier: str


class PlanReturned(PlanEvent):
    """The version goes back to the inspected organisation."""

    TOPIC = "supervision.plan-review.returned.v1"

    opinion_no: str
    overall: str
    shortcomings: str
    demands: tuple[str, ...]
    verifier: str
