"""Commands about monthly returns: load, decide, return."""

from findings.commands.returns import AcceptReturn, EndorseReturn, PrepareReturn, SendBackReturn, SubmitReturn
from findings.model import dates
from findings.model.case import Case
from findings.model.finding import Finding
from findings.model.organisation import Organisation
from findings.model.returns import MonthlyReturn
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes


def prepare_return(command: PrepareReturn, act: Act, repo: Repository) -> Changes:
    """The ledger gives the rows, the handler the words."""
    case, found = _return(command.case, command.month, repo)
    case.require_holder(act.org)
    ledger = {entry: repo.find(Finding, entry) for entry in case.findings}
    return found.draft(case, ledger, command.texts, act)


def endorse_return(command: EndorseReturn, act: Act, repo: Repository) -> Changes:
    """The serving principal signs."""
    case, found = _return(command.case, command.month, repo)
    holder = get(repo, Organisation, case.holder, what="org")
    holder.require_principal(act.actor, act.effective_day, dates.acting_days(case.rulebook))
    return found.endorse(case, act.actor)


def submit_return(command: SubmitReturn, act: Act, repo: Repository) -> Changes:
    """It goes to the discipline organ and the office."""
    case, found = _return(command.case, command.month, repo)
    case.require_holder(act.org)
    before = repo.find(MonthlyReturn, named("return", case.id, dates.previous_month(command.month)))
    return found.submit(case, before, act)


def accept_return(command: AcceptReturn, act: Act, repo: Repository) -> Changes:
    """Discipline organ or office accepts it."""
    case, found = _return(command.case, command.month, repo)
    case.require_organ(act.org, "discipline", "office")
    return found.accept(case, act.actor)


def send_back_return(command: SendBackReturn, act: Act, repo: Repository) -> Changes:
    """Discipline organ or office sends it back."""
    case, found = _return(command.case, command.month, repo)
    case.require_organ(act.org, "discipline", "office")
    return found.send_back(case, command.reason)


def _return(id: str, month: str, repo: Repository) -> tuple[Case, MonthlyReturn]:
    case = get(repo, Case, id)
    return case, repo.find(MonthlyReturn, named("return", id, month)).require_expected(case, month)
