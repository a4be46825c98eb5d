"""What publicity tells."""

from datetime import date

from kernel.messages import Id, News


class PlanOpinionGiven(News):
    """The publicity department said what it thinks of its part of a version of a plan."""

    case: Id
    org: Id
    plan: Id
    plan_version: int
    conclusion: str
    opinion_no: str = ""
    overall: str
    demands: tuple[str, ...] = ()
    verifier: Id


class SurveyClosed(News):
    """A satisfaction survey of a case was closed; `satisfied_permille` is missing where too few answered."""

    survey: Id
    case: Id
    org: Id
    answers: int
    satisfied_permille: int | None = None


class TypicalCasePublished(News):
    """A typical case was notified and exposed (R-83)."""

    typical: Id
    case: Id
    org: Id
    published_on: date
