"""Commands about signing off: load, decide, return."""

from findings.commands import signoff as wish
from findings.model.whose import holder, ours, serving
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes
from rulebook import preset


def request_signoff(command: wish.RequestSignOff, act: Act, repo: Repository) -> Changes:
    """The handler asks for sign-off."""
    return ours(repo, command.finding, act).request_signoff(command.note, act)


def approve_signoff(command: wish.ApproveSignOff, act: Act, repo: Repository) -> Changes:
    """A member approves, then the serving principal."""
    found = ours(repo, command.finding, act)
    if act.role != "principal":
        return found.approve_as_member(command.opinion, act)
    serves = serving(repo, holder(repo, found), found.rulebook, act)
    return found.approve_as_principal(command.opinion, serves, preset(found.rulebook).settings.outer_check.value, act)


def reject_signoff(command: wish.RejectSignOff, act: Act, repo: Repository) -> Changes:
    """A member or the serving principal sends it back."""
    found = ours(repo, command.finding, act)
    return found.reject_signoff(command.reason, serving(repo, holder(repo, found), found.rulebook, act), act)
