"""Commands about the ideology check."""

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes
from publicity.commands import ideology as wish
from publicity.model.case import CaseFile, file_id
from publicity.model.ideology import IdeologyCheck, check_id


def give_plan_opinion(command: wish.GiveIdeologyPlanOpinion, act: Act, repo: Repository) -> Changes:
    """The department's opinion on its part of the plan."""
    file, check = _known(command.case, repo)
    words = (command.plan_version, command.conclusion, command.opinion_no, command.overall, command.demands)
    return check.judge_plan(file, *words, act)


def issue_opinion(command: wish.IssueIdeologyOpinion, act: Act, repo: Repository) -> Changes:
    """The department's written opinion on the report (R-09)."""
    file, check = _known(command.case, repo)
    words = (command.version, command.conclusion, command.opinion_no, command.overall, command.shortcomings, command.demands)
    return check.judge_report(file, *words, act)


def _known(case: str, repo: Repository) -> tuple[CaseFile, IdeologyCheck]:
    file = get(repo, CaseFile, file_id(case), shown=case)
    return file, repo.find(IdeologyCheck, check_id(case))
