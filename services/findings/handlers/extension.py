"""Commands about a later date: load, decide, return."""

from findings.commands import extension as wish
from findings.model.whose import ours, theirs
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes
from rulebook import preset


def request_extension(command: wish.RequestExtension, act: Act, repo: Repository) -> Changes:
    """The principal asks."""
    found = ours(repo, command.finding, act)
    rule = preset(found.rulebook).settings.extensions.value
    return found.request_extension(command.wanted, command.reason, rule, act)


def grant_extension(command: wish.GrantExtension, act: Act, repo: Repository) -> Changes:
    """The dispatching side sets a later date."""
    return theirs(repo, command.finding, act).grant_extension(command.due, command.reason, act)


def refuse_extension(command: wish.RefuseExtension, act: Act, repo: Repository) -> Changes:
    """The dispatching side leaves the date as it is."""
    return theirs(repo, command.finding, act).refuse_extension(command.reason, act)
