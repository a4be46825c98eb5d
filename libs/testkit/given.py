"""Domain tests without a machine: a repository in memory, an act, and changes folded as the store would fold them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar, cast
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from kernel.aggregates import Aggregate
from kernel.context import NAMES, Act, named
from kernel.messages import Changes, Event, facts

A = TypeVar("A", bound=Aggregate)

ZONE = ZoneInfo("Asia/Shanghai")
MORNING = datetime(2026, 3, 2, 9, tzinfo=ZONE)


class Given:
    """A repository that holds what tests put into it; satisfies `kernel.aggregates.Repository`."""

    def __init__(self) -> None:
        self._known: dict[tuple[type[Aggregate], str], Aggregate] = {}
        self._streams: dict[str, list[tuple[Event, datetime]]] = {}
        self.events: list[Event] = []

    def find(self, kind: type[A], id: str) -> A:
        """The aggregate as folded so far, a copy that a decision cannot change behind the repository's back."""
        aggregate = kind(id=id)
        for event, at in self._streams.get(id, []):
            aggregate.fold(event, at)
        return aggregate

    def apply(self, changes: Changes, at: datetime = MORNING) -> Sequence[Event]:
        """Record what a decision returned; the events, for looking at."""
        recorded = []
        for fact in facts(changes):
            self._streams.setdefault(fact.event.stream, []).append((fact.event, fact.effective or at))
            self.events.append(fact.event)
            recorded.append(fact.event)
        return recorded

    def last(self, kind: type[Event]) -> Any:
        """The newest event of a class; AssertionError when there is none."""
        for event in reversed(self.events):
            if isinstance(event, kind):
                return cast(Any, event)
        raise AssertionError(f"no {kind.__qualname__} happened, only {[type(event).__name__ for event in self.events]}")


def act(
    role: str = "handler",
    org: str = "CGJ",
    person: str = "",
    now: datetime = MORNING,
    effective: datetime | None = None,
    days: int = 0,
) -> Act:
    """Who and when; equal arguments give an equal person, so that "the same person" is easy to say."""
    moment = now + timedelta(days=days)
    command: UUID = uuid5(NAMES, f"{role}{org}{person}{moment.isoformat()}")
    actor = uuid5(NAMES, f"person {role}@{org} {person}").hex
    return Act(moment, effective or moment, command, actor, role, named("org", org), ZONE)
