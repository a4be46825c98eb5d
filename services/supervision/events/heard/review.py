"""What review tells."""

from datetime import date

from kernel.messages import Id, News


class PlanOpinionGiven(News):
    """The organization department said what it thinks of the personnel part of a version of a plan (R-38)."""

    case: Id
    org: Id
    plan: Id
    plan_version: int
    conclusion: str
    opinion_no: str = ""
    overall: str
    demands: tuple[str, ...] = ()
    verifier: Id


class AssistingOpinionGiven(News):
    """The organization department gave the lead reviewer its opinion on the progress report (R-39)."""

    case: Id
    org: Id
    report_version: int
    opinion_no: str = ""
    overall: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    given_on: date
    verifier: Id
