"""Commands about findings that look alike: load, decide, return."""

from findings.commands.similarity import JudgeSimilarity
from findings.model import whose
from findings.model.similarity import Similarity, pair_id
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes


def judge_similarity(command: JudgeSimilarity, act: Act, repo: Repository) -> Changes:
    """The dispatching side of the first finding compares it with another."""
    found, other = whose.theirs(repo, command.finding, act), whose.finding(repo, command.other)
    return repo.find(Similarity, pair_id(found.id, other.id)).judge(found, other, command.likeness, command.reason)
