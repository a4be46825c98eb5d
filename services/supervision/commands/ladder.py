"""Wishes about the ladder of pressing."""

from datetime import date

from kernel.messages import Command, Id, Question
from supervision.commands.words import Hash, Text


class TakeLadderStep(Command):
    """A person takes a step against an overdue duty or a finding; steps may be skipped upwards with a reason."""

    obligation: Id | None = None
    finding: Id | None = None
    step: int
    reason: str = ""
    document: Hash = ""
    last_date: date | None = None


class DeclineLadderStep(Command):
    """A person decides against a step that waits for a decision."""

    obligation: Id | None = None
    finding: Id | None = None
    step: int
    reason: Text


class ListLadder(Question):
    """What waits for a person's decision."""

    case: Id | None = None
    org: Id | None = None
    step: int = 0
    supervisors: bool = False
    limit: int = 100
    after: str = ""


class GetLadder(Question):
    """How far a duty or a finding was pressed."""

    obligation: Id | None = None
    finding: Id | None = None
