"""Wishes about findings that look alike."""

from findings.events.similarity import Likeness
from kernel.messages import Command, Id


class JudgeSimilarity(Command):
    """Say what two findings are to each other."""

    finding: Id
    other: Id
    likeness: Likeness
    reason: str
