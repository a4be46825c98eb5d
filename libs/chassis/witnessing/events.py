"""What a witness says in its own log: each checkpoint that it cosigned, and that it is there."""

from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any, ClassVar

from chassis.service import Service
from kernel.aggregates import Aggregate
from kernel.messages import Event, Id


class CheckpointAccepted(Event):
    """A checkpoint of another log was cosigned, after the events under it were mirrored and gave its root.

    Fields: `id` of the log's day; `origin` of the log; `size` and `root` (hex) of the checkpoint; `cosigned`, the time in
    the cosignature, POSIX seconds.
    """

    id: Id
    origin: str
    size: int
    root: str
    cosigned: int


class WitnessBeat(Event):
    """The witness is there: `logs` of which it has cosigned a checkpoint. `id` is that of its day.

    `began` says that it begins with this beat: what it saw between the last one and this was nothing.
    """

    id: Id
    day: date
    logs: int
    began: bool = False


@cache
def accepted_event(service: str) -> type[CheckpointAccepted]:
    """The event class of one service, stored as `<service>.checkpoint.accepted.v1`."""
    return _made(CheckpointAccepted, f"{service}.checkpoint.accepted.v1")


@cache
def beat_event(service: str) -> type[WitnessBeat]:
    """The event class of one service, stored as `<service>.witness.beat.v1`."""
    return _made(WitnessBeat, f"{service}.witness.beat.v1")


def _made[E: Event](base: type[E], topic: str) -> type[E]:
    space: dict[str, Any] = {
        "__module__": __name__,
        "__doc__": base.__doc__,
        "__annotations__": {"TOPIC": ClassVar[str], "STREAM": ClassVar[str]},
        "TOPIC": topic,
        "STREAM": "id",
    }
    return type(base.__name__, (base,), space)


def with_witness(service: Service) -> Service:
    """The same service, which can also store what it cosigned; unchanged when it mirrors nothing."""
    events = [accepted_event(service.name), beat_event(service.name)]
    if not service.mirrors or events[0] in service.events:
        return service
    return replace(service, events=[*service.events, *events])


class WitnessDay(Aggregate):
    """What a witness said on one day, of one log or of itself; nothing is decided by it."""

    def evolve(self, event: Event, at: datetime) -> None:
        """Nothing but the order of its events matters."""
