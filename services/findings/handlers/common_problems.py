"""Commands about common problems: load, decide, return."""

from findings.commands import common_problems as wish
from findings.model import whose
from findings.model.case import Case
from findings.model.common_problems import Adopted, CommonProblem, Seen, problem_id, problem_number
from findings.model.organisation import Organisation
from findings.refusals.common_problems import DepartmentTwice, FindingsOfSeveralOffices
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.errors import NotFound
from kernel.messages import Changes


def propose_problem(command: wish.ProposeProblem, act: Act, repo: Repository) -> Changes:
    """A team, the office, the leading group or a leader takes findings for one problem."""
    found = [whose.finding(repo, finding) for finding in command.findings]
    office = command.office or get(repo, Case, found[0].case).organs.office
    for one in found:
        if get(repo, Case, one.case).organs.office != office:
            raise FindingsOfSeveralOffices(field="findings", number=one.number)
    code = get(repo, Organisation, office, what="org").code
    origin = Seen(number=problem_number(code, command.topic), office=office, category=command.topic)
    places = {one.id: f"{one.round}/{one.org}" for one in found}
    problem = repo.find(CommonProblem, problem_id(code, command.topic))
    return problem.propose(origin, places, command.reason, act.actor, found[0].rulebook)


def confirm_problem(command: wish.ConfirmProblem, act: Act, repo: Repository) -> Changes:
    """The office confirms it."""
    problem, departments = _ours(command.problem, act, repo), _departments(command.departments, repo)
    return problem.confirm(command.statement, tuple(departments), act.actor, act.effective_day)


def dismiss_problem(command: wish.DismissProblem, act: Act, repo: Repository) -> Changes:
    """The office does not take it for one."""
    return _ours(command.problem, act, repo).dismiss(command.reason)


def notify_problem(command: wish.NotifyProblem, act: Act, repo: Repository) -> Changes:
    """The office tells departments."""
    problem, departments = _ours(command.problem, act, repo), _departments(command.departments, repo)
    content = command.model_dump(include={"content", "suggestions", "document_sha256"})
    return problem.notify(departments, content, command.reply_due, act.effective_day)


def acknowledge_problem(command: wish.AcknowledgeProblem, act: Act, repo: Repository) -> Changes:
    """A department signs for it."""
    return _known(command.problem, repo).acknowledge(act.org, act.actor, act.effective_day)


def analyse_problem(command: wish.AnalyseProblem, act: Act, repo: Repository) -> Changes:
    """A department studied it."""
    return _known(command.problem, repo).analyse(act.org, command.causes, command.document_sha256, act.effective_day)


def plan_governance(command: wish.PlanGovernance, act: Act, repo: Repository) -> Changes:
    """A department says what it will do."""
    problem, day = _known(command.problem, repo), act.effective_day
    return problem.plan(act.org, command.kind, command.title, command.due, command.document_sha256, day)


def adopt_rule(command: wish.AdoptGovernanceRule, act: Act, repo: Repository) -> Changes:
    """An action of a department ended in rules."""
    given = command.model_dump(exclude={"problem"}) | {"adopted_on": command.adopted_on or act.effective_day}
    return _known(command.problem, repo).adopt(act.org, Adopted(**given), act.today)


def check_effect(command: wish.CheckEffect, act: Act, repo: Repository) -> Changes:
    """The office looks at the effect."""
    problem = _ours(command.problem, act, repo)
    return problem.check(command.effect, command.assessment, command.document_sha256, act.effective_day)


def close_problem(command: wish.CloseProblem, act: Act, repo: Repository) -> Changes:
    """The office closes it; no finding is signed off by that."""
    return _ours(command.problem, act, repo).close(command.reason, act.effective_day)


def _known(id: str, repo: Repository) -> CommonProblem:
    """The problem; one that is a mere count does not exist for anybody.

    Raises:
        NotFound.
    """
    problem = get(repo, CommonProblem, id)
    if problem.state is None:
        raise NotFound(what=CommonProblem.CALLED, id=problem.number)
    return problem


def _ours(id: str, act: Act, repo: Repository) -> CommonProblem:
    problem = _known(id, repo)
    problem.require_office(act.org)
    return problem


def _departments(ids: tuple[str, ...], repo: Repository) -> dict[str, str]:
    """Departments by id with their codes.

    Raises:
        NotFound; OrganisationGone; DepartmentTwice: one is named twice.
    """
    found: dict[str, str] = {}
    for department in ids:
        org = get(repo, Organisation, department, what="org")
        org.require_present()
        if department in found:
            raise DepartmentTwice(field="departments", code=org.code, number="")
        found[department] = org.code
    return found
