"""Commands about amendments of ledger rows: load, decide, return."""

from findings.commands import amendments as wish
from findings.model import cells
from findings.model.finding import Finding
from findings.model.importing import known_names
from findings.model.whose import INSPECTED, ours, theirs
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes


def propose_amendment(command: wish.ProposeAmendment, act: Act, repo: Repository) -> Changes:
    """Other cells are proposed."""
    found = _either(repo, command.finding, act)
    wanted = {cells.letter(cell.column): cell.text for cell in command.cells}
    return found.propose_amendment(wanted, command.reason, known=known_names(repo, found))


def accept_amendment(command: wish.AcceptAmendment, act: Act, repo: Repository) -> Changes:
    """The proposed cells stand."""
    return _either(repo, command.finding, act).accept_amendment(command.amendment, command.reason, act)


def reject_amendment(command: wish.RejectAmendment, act: Act, repo: Repository) -> Changes:
    """The row stays as it is."""
    return _either(repo, command.finding, act).reject_amendment(command.amendment, command.reason)


def _either(repo: Repository, id: str, act: Act) -> Finding:
    return ours(repo, id, act) if act.role in INSPECTED else theirs(repo, id, act)
