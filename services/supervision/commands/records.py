"""Wishes about what persons did under standing duties."""

from kernel.messages import Command, Id, Question
from supervision.commands.words import Hash, Text


class RecordDuty(Command):
    """Somebody acted under a rule that only persons can hold."""

    rule_id: Text
    rulebook: str = ""
    case: Id | None = None
    round: Id | None = None
    what: Text
    document_sha256: Hash = ""


class ListDutyRecords(Question):
    """What was recorded, by rule, case or organ."""

    rule_id: str = ""
    case: Id | None = None
    org: Id | None = None
    limit: int = 100
    after: str = ""
