"""Every reading of what is guarded is an event (SOD-15), on an aggregate of its own per reader and day."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any, ClassVar

from chassis.service import Service
from kernel.aggregates import Aggregate, Repository
from kernel.context import Act, named
from kernel.messages import Changes, Event, Id, MaybeRef

# An envelope refers to at most eight things, the reader's day among them.
_EACH = 6


class ReadRecorded(Event):
    """Somebody was shown what is guarded; `actor`, `role` and `org` are the envelope's.

    Fields: `id` of the reader's day, the `day`, the `rpc`, and what was shown, by id; an answer that shows more than six
    things is several such events.
    """

    id: Id
    day: date
    rpc: str
    about_1: MaybeRef = None
    about_2: MaybeRef = None
    about_3: MaybeRef = None
    about_4: MaybeRef = None
    about_5: MaybeRef = None
    about_6: MaybeRef = None


@cache
def read_event(service: str) -> type[ReadRecorded]:
    """The event class of one service, stored as `<service>.read.recorded.v1`."""
    space: dict[str, Any] = {
        "__module__": __name__,
        "__doc__": ReadRecorded.__doc__,
        "__annotations__": {"TOPIC": ClassVar[str], "STREAM": ClassVar[str]},
        "TOPIC": f"{service}.read.recorded.v1",
        "STREAM": "id",
    }
    return type("ReadRecorded", (ReadRecorded,), space)


def with_reads(service: Service) -> Service:
    """The same service, which can also store who read what, when one of its questions asks for it."""
    if not any(query.reads for query in service.queries.values()):
        return service
    event = read_event(service.name)
    return service if event in service.events else replace(service, events=[*service.events, event])


class ReadDay(Aggregate):
    """What one reader was shown on one day; nothing is decided by it."""

    def evolve(self, event: Event, at: datetime) -> None:
        """Nothing to keep."""


def reading(service: str, rpc: str, ids: Sequence[str]) -> Callable[[Act, Repository], Changes]:
    """The decision to record that these things were shown to who asked."""
    event, seen = read_event(service), sorted(set(ids))

    def decide(act: Act, repo: Repository) -> Changes:
        day = repo.find(ReadDay, named("reads", act.actor, act.today.isoformat()))
        parts = (seen[at : at + _EACH] for at in range(0, len(seen), _EACH))
        return [event(id=day.id, day=act.today, rpc=rpc, **{f"about_{n}": ref for n, ref in enumerate(part, 1)}) for part in parts]

    return decide
