"""Commands about plans: load, decide, return."""

from findings.commands import plan as wish
from findings.events.parts import Criterion, MeasurePlan, MilestonePlan
from findings.model import dates
from findings.model.case import Case
from findings.model.organisation import Organisation
from findings.model.plan import Paper, Plan
from findings.model.plan_item import Draft
from findings.model.whose import ours
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes


def draft_plan_item(command: wish.DraftPlanItem, act: Act, repo: Repository) -> Changes:
    """What the plan says of a finding."""
    found = ours(repo, command.finding, act)
    measures = tuple(MeasurePlan(no=no, **m.model_dump()) for no, m in enumerate(command.measures, 1))
    milestones = tuple(MilestonePlan(no=no, **m.model_dump()) for no, m in enumerate(command.milestones, 1))
    criteria = tuple(Criterion(no=no, text=text) for no, text in enumerate(command.criteria, 1))
    named_ones = {"measures": measures, "milestones": milestones, "criteria": criteria}
    given = command.model_dump(exclude={"finding", *named_ones})
    return repo.find(Plan, named("plan", found.case)).draft(found, Draft(**given, **named_ones))


def endorse_plan(command: wish.EndorsePlan, act: Act, repo: Repository) -> Changes:
    """The serving principal signs for it (SOD-04)."""
    case, plan = _plan(command.case, act, repo)
    org = get(repo, Organisation, case.holder, what="org")
    org.require_principal(act.actor, act.effective_day, dates.acting_days(case.rulebook))
    return plan.endorse(act.actor, command.text, _required(case), case.rulebook)


def submit_plan(command: wish.SubmitPlan, act: Act, repo: Repository) -> Changes:
    """It goes to the reviewers."""
    case, plan = _plan(command.case, act, repo)
    paper = {name: value or "" for name, value in command.model_dump(exclude={"case"}).items()}
    return plan.submit(_required(case), Paper(**paper), case.rulebook)


def withdraw_plan(command: wish.WithdrawPlan, act: Act, repo: Repository) -> Changes:
    """It is taken back."""
    _, plan = _plan(command.case, act, repo)
    return plan.withdraw(command.reason)


def amend_plan(command: wish.AmendPlan, act: Act, repo: Repository) -> Changes:
    """An amendment is opened."""
    _, plan = _plan(command.case, act, repo)
    return plan.amend(command.reason)


def _plan(id: str, act: Act, repo: Repository) -> tuple[Case, Plan]:
    case = get(repo, Case, id)
    case.require_holder(act.org)
    case.require_open()
    return case, repo.find(Plan, named("plan", case.id))


def _required(case: Case) -> dict[str, str]:
    return {entry.finding: entry.number for entry in case.unfinished}
