"""Opinions of the organization department."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes
from review.commands.opinions import GiveAssistingOpinion, GivePlanOpinion, IssueCheckOpinion
from review.handlers.organ import PostsHeld, judged, posts
from review.model.plan_opinions import PlanOpinion, PlanOpinions, plan_opinions_id
from review.model.report_opinions import ReportOpinion, ReportOpinions, report_opinions_id


def give_plan_opinion(command: GivePlanOpinion, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]) -> Changes:
    """The personnel part of the version passes, or goes back with demands (R-38)."""
    judged(command.case, act, repo)
    opinion = PlanOpinion(**command.model_dump(exclude={"case", "plan_version"}))
    return repo.find(PlanOpinions, plan_opinions_id(command.case)).give(act, posts(answers), command.plan_version, opinion)


def give_assisting_opinion(
    command: GiveAssistingOpinion, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]
) -> Changes:
    """The opinion on the progress report goes to the discipline organ (R-39)."""
    judged(command.case, act, repo)
    opinion = ReportOpinion(**command.model_dump(exclude={"case", "report_version"}))
    return repo.find(ReportOpinions, report_opinions_id(command.case)).assist(act, posts(answers), command.report_version, opinion)


def issue_check_opinion(command: IssueCheckOpinion, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]) -> Changes:
    """The written opinion on the personnel check goes to the inspected organisation (R-43)."""
    judged(command.case, act, repo)
    opinion = ReportOpinion(**command.model_dump(exclude={"case", "version", "conclusion"}))
    opinions = repo.find(ReportOpinions, report_opinions_id(command.case))
    return opinions.issue(act, posts(answers), command.version, command.conclusion, opinion)
