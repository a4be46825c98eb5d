"""Wishes about plans under review."""

from kernel.messages import Command, Id, Question
from supervision.commands.words import Text
from supervision.events.plan_review import Stand


class PassPlan(Command):
    """The discipline organ passes a version of the plan (R-25, R-26)."""

    case: Id
    plan_version: int
    opinion_no: Text
    overall: Text
    shortcomings: str = ""
    demands: tuple[Text, ...] = ()
    missing_reason: str = ""
    against_reason: str = ""


class ReturnPlan(Command):
    """The discipline organ returns a version of the plan with demands (R-25, R-26)."""

    case: Id
    plan_version: int
    opinion_no: Text
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[Text, ...] = ()
    missing_reason: str = ""


class OpineOnPlan(Command):
    """The office tells the discipline organ what it thinks of a version."""

    case: Id
    plan_version: int
    conclusion: Stand
    opinion_no: str = ""
    overall: Text
    demands: tuple[Text, ...] = ()


class GetPlanReview(Question):
    """All versions and opinions of a case's plan."""

    case: Id
