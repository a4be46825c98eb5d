"""Entries of the quarantine, as far as persons decided about them."""

from datetime import datetime

from audit.events import QuarantineAcknowledged
from kernel.aggregates import Aggregate
from kernel.context import named
from kernel.errors import Kind, Refusal
from kernel.messages import Changes, Event


class AlreadyAcknowledged(Refusal):
    """Somebody acknowledged it before."""

    code = "already-acknowledged"
    kind = Kind.BLOCKED
    en = "this entry was acknowledged before"
    zh = "该条目此前已确认"
    next_en = "nothing is left to do"
    next_zh = "无需再次处理"


def entry_id(follower: str, source: str, position: int) -> str:
    """Id of what a follower set aside."""
    return named("quarantine", follower, source, str(position))


class Entry(Aggregate):
    """One event that was set aside."""

    def acknowledge(self, reason: str) -> Changes:
        """Record the decision.

        Raises:
            AlreadyAcknowledged.
        """
        if self.exists:
            raise AlreadyAcknowledged(field="id")
        return [QuarantineAcknowledged(entry=self.id, reason=reason)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Nothing but its existence matters."""


class Runs(Aggregate):
    """The whole runs of the audits of one day."""

    def evolve(self, event: Event, at: datetime) -> None:
        """When the last one was is all that matters."""
