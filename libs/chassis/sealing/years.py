"""The turn of the year, said in the log itself: how large it was when a year ended, and its root then."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from functools import cache
from typing import Any, ClassVar

from chassis.service import Service
from chassis.store.contract import Store
from chassis.store.records import glance
from kernel.aggregates import Aggregate, Repository
from kernel.context import Act, named
from kernel.messages import Changes, Event, Id
from translog.merkle import CompactTree
from translog.record import leaf_hash, unpack

_PAGE = 1000


class YearTurned(Event):
    """A year is over. The log goes on as one: what lies before the turn can be named by its size and root for ever.

    Fields: `id` of the log's years; the `year` that ended, in the zone of the service; `size`, how many events were recorded
    until its end, and `root` (hex, RFC 6962) of their tree.
    """

    id: Id
    year: int
    size: int
    root: str


@cache
def turned_event(service: str) -> type[YearTurned]:
    """The event class of one service, stored as `<service>.log.year-turned.v1`."""
    space: dict[str, Any] = {
        "__module__": __name__,
        "__doc__": YearTurned.__doc__,
        "__annotations__": {"TOPIC": ClassVar[str], "STREAM": ClassVar[str]},
        "TOPIC": f"{service}.log.year-turned.v1",
        "STREAM": "id",
    }
    return type("YearTurned", (YearTurned,), space)


def with_years(service: Service) -> Service:
    """The same service, which can also record the turn of the year; unchanged when it sweeps no days."""
    event = turned_event(service.name)
    if not service.sweeps or event in service.events:
        return service
    return replace(service, events=[*service.events, event])


class TurnedYears(Aggregate):
    """The last year that is known to be over."""

    year: int | None = None

    def evolve(self, event: Event, at: datetime) -> None:
        """Keep the year."""
        del at
        assert isinstance(event, YearTurned)  # noqa: S101 - the stream holds nothing else
        self.year = event.year


def turned(service: str, store: Store, year: int, zone: tzinfo, kept: Callable[[], object] = lambda: None) -> Iterator[YearTurned]:
    """The events that are missing for years that ended before `year` began, in order; reads the log up to their ends.

    A year before the first event is none.

    Args:
        kept: called after each page.
    """
    stream = named("log-years", service)
    last = store.repository().find(TurnedYears, stream).year
    if last is None:
        first = store.read(0, 1)
        if not first:
            return
        last = glance(first[0].state).at.astimezone(zone).year - 1
    tree = CompactTree()
    for ended in range(last + 1, year):
        size = store.position_at(datetime(ended + 1, 1, 1, tzinfo=zone) - timedelta(microseconds=1))
        while tree.size < size:
            tree.extend([leaf_hash(unpack(row.state)[0]) for row in store.read(tree.size, min(_PAGE, size - tree.size))])
            kept()
        yield turned_event(service)(id=stream, year=ended, size=size, root=tree.root().hex())


def turning(event: YearTurned) -> Callable[[Act, Repository], Changes]:
    """The decision to record the turn of a year, once."""

    def decide(act: Act, repo: Repository) -> Changes:
        del act
        last = repo.find(TurnedYears, event.id).year
        return [] if last is not None and last >= event.year else [event]

    return decide
