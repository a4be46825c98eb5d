"""What bodies decide about duties, and what a new day brings."""

from datetime import date

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes
from supervision.commands.obligations import AcceptObligation, ExtendObligation, SendBackObligation, WaiveObligation
from supervision.handlers.organ import judges
from supervision.model.obligation import Obligation


def accept_obligation(command: AcceptObligation, act: Act, repo: Repository) -> Changes:
    """The verifier accepts."""
    return _duty(command.obligation, act, repo).accept()


def send_back_obligation(command: SendBackObligation, act: Act, repo: Repository) -> Changes:
    """The verifier sends back."""
    return _duty(command.obligation, act, repo).send_back(command.reason)


def extend_obligation(command: ExtendObligation, act: Act, repo: Repository) -> Changes:
    """The dispatching side extends."""
    return _duty(command.obligation, act, repo).extend(command.due, command.reason, act)


def waive_obligation(command: WaiveObligation, act: Act, repo: Repository) -> Changes:
    """The dispatching side waives."""
    return _duty(command.obligation, act, repo).waive(command.reason, act)


def obligation_day(obligation: str, day: date, act: Act, repo: Repository) -> Changes:
    """Reminders and overdue marks of one obligation."""
    return repo.find(Obligation, obligation).day(day)


def _duty(obligation: str, act: Act, repo: Repository) -> Obligation:
    """An obligation about which the acting organ may decide."""
    found = get(repo, Obligation, obligation)
    judges(found.case, act, repo)
    return found
