"""Wishes about plans under review."""

from kernel.messages import Command, Id, Question
from supervision.commands.words import Text


class PassPlan(Command):
    """The discipline organ passes a version of the plan (R-25, R-26)."""

    case: Id
    plan_version: int
    opinion_no: Text
    overall: Text
    shortcomings: str = ""
    demands: tuple[Text, ...] = ()


class ReturnPlan(Command):
    """The discipline organ returns a version of the plan with demands (R-25, R-26)."""

    case: Id
    plan_version: int
    opinion_no: Text
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[Text, ...] = ()


class GetPlanReview(Question):
    """All versions and opinions of a case's plan."""

    case: Id
