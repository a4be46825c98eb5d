"""Load, decide, return."""

from audit.commands import AcknowledgeQuarantine
from audit.model import Entry
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes


def acknowledge_quarantine(command: AcknowledgeQuarantine, act: Act, repo: Repository) -> Changes:
    """A person acknowledges an event that was set aside."""
    return repo.find(Entry, command.id).acknowledge(command.reason)
