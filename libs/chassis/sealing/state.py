"""State seals: what a log's newest state is, said in the log itself, so that histories can show that their ends are whole."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any, ClassVar

from chassis.service import Service
from chassis.store.contract import Store
from kernel.aggregates import Aggregate, Repository
from kernel.context import Act, named
from kernel.messages import Changes, Event, Id
from translog.index import Head, Index
from translog.record import leaf_hash, unpack

_PAGE = 1000


class StateSealed(Event):
    """The state of a log at a position, stated by its own service.

    Fields: `id` of the log; the `day` that was over; `size`, the position it speaks of, before its own; `aggregates`, how
    many there are; `index`, the root (hex, RFC 6962) over the newest event of each, ascending by aggregate; `models`, the
    digest (SHA-256, hex) of each read model by name, such that it outlives the keys of personal fields.
    """

    id: Id
    day: date
    size: int
    aggregates: int
    index: str
    models: dict[str, str]


@cache
def sealed_event(service: str) -> type[StateSealed]:
    """The event class of one service, stored as `<service>.log.state-sealed.v1`."""
    space: dict[str, Any] = {
        "__module__": __name__,
        "__doc__": StateSealed.__doc__,
        "__annotations__": {"TOPIC": ClassVar[str], "STREAM": ClassVar[str]},
        "TOPIC": f"{service}.log.state-sealed.v1",
        "STREAM": "id",
    }
    return type("StateSealed", (StateSealed,), space)


def with_seals(service: Service) -> Service:
    """The same service, which can also seal its state; unchanged when it sweeps no days."""
    event = sealed_event(service.name)
    if not service.sweeps or event in service.events:
        return service
    return replace(service, events=[*service.events, event])


class SealedDays(Aggregate):
    """The last day whose end is sealed."""

    day: date | None = None

    def evolve(self, event: Event, at: datetime) -> None:
        """Keep the day."""
        del at
        assert isinstance(event, StateSealed)  # noqa: S101 - the stream holds nothing else
        self.day = event.day


def state_of(service: str, store: Store, day: date, kept: Callable[[], object] = lambda: None) -> StateSealed:
    """The event that seals the state of a log as it is; reads the whole log, a page at a time.

    Args:
        kept: called after each page.
    """
    size = store.head().position
    heads: dict[str, Head] = {}
    after = 0
    while after < size:
        for row in store.read(after, min(_PAGE, size - after)):
            heads[row.aggregate] = Head(row.aggregate, row.version, leaf_hash(unpack(row.state)[0]))
            after = row.position
        kept()
    index = Index(heads.values())
    return sealed_event(service)(
        id=named("log", service), day=day, size=size, aggregates=index.size, index=index.root.hex(), models=store.models(size)
    )


def sealing(event: StateSealed) -> Callable[[Act, Repository], Changes]:
    """The decision to record a seal, once a day."""

    def decide(act: Act, repo: Repository) -> Changes:
        del act
        last = repo.find(SealedDays, event.id).day
        return [] if last is not None and last >= event.day else [event]

    return decide
