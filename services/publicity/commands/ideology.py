"""Wishes about the ideology check."""

from kernel.messages import Command, Id
from publicity.events.ideology import PlanVerdict, ReportVerdict


class GiveIdeologyPlanOpinion(Command):
    """Say what is thought of the ideology part of a plan."""

    case: Id
    plan_version: int
    conclusion: PlanVerdict
    opinion_no: str
    overall: str
    demands: tuple[str, ...] = ()


class IssueIdeologyOpinion(Command):
    """Issue the written opinion on the ideology report."""

    case: Id
    version: int
    conclusion: ReportVerdict
    opinion_no: str
    overall: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
