"""What happens to the personnel part of a plan (R-38)."""

from datetime import date

from kernel.messages import Event, Id, Ref
from review.events.words import Stand


class OfPlanPart(Event):
    """A fact about one version of a plan that has a personnel part."""

    STREAM = "opinions"

    opinions: Ref
    plan: Ref
    case: Ref
    org: Ref
    plan_version: int


class PlanPartReceived(OfPlanPart):
    """A version whose personnel part is to be reviewed was handed in."""

    TOPIC = "review.plan-part.received.v1"

    received_on: date
    document: str = ""
    rulebook: str


class PlanPartWithdrawn(OfPlanPart):
    """The version was taken back; nothing is said of it any more."""

    TOPIC = "review.plan-part.withdrawn.v1"


class PlanOpinionGiven(OfPlanPart):
    """The organization department said what it thinks of the personnel part of a version."""

    TOPIC = "review.plan-part.opinion-given.v1"

    body: str = "org_dept"
    conclusion: Stand
    opinion_no: str
    overall: str
    demands: tuple[str, ...] = ()
    given_on: date
    verifier: Id
