"""Commands about evidence: load, decide, return."""

from findings.commands import evidence as wish
from findings.model.whose import ours
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes


def add_evidence(command: wish.AddEvidence, act: Act, repo: Repository) -> Changes:
    """A file stands for some of the criteria."""
    return ours(repo, command.finding, act).add_evidence(
        command.criteria, command.name, command.sha256, command.size, command.media_type, command.measure
    )


def replace_evidence(command: wish.ReplaceEvidence, act: Act, repo: Repository) -> Changes:
    """A new version; a sign-off that bound the former one is marked."""
    return ours(repo, command.finding, act).replace_evidence(
        command.evidence, command.name, command.sha256, command.size, command.media_type, command.reason
    )
