"""What a scenario runs in: a whole system, in this process or running somewhere."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message

from chassis.auth import Caller
from testkit.scenario_parts import short


@dataclass(frozen=True, slots=True)
class Happened:
    """A stored event as a history shows it; `body` holds the fields that are not sealed, `causes` name what it followed from
    (`ORIGIN:POSITION`).
    """

    source: str
    position: int
    topic: str
    aggregate: str
    version: int
    at: dt.datetime
    effective: dt.datetime
    actor: str
    role: str
    org: str
    rule: str
    refs: tuple[str, ...]
    body: Mapping[str, Any]
    causes: tuple[str, ...] = ()

    def shown(self) -> dict[str, Any]:
        """As a mapping that expectations are compared with."""
        shown = {name: getattr(self, name) for name in self.__slots__}
        return shown | {"refs": list(self.refs), "causes": list(self.causes), "topic": short(self.topic)}


def in_order(found: Iterable[Happened]) -> list[Happened]:
    """By recorded time, of equal times no effect before its cause, each origin in its own order."""
    queues: dict[str, list[Happened]] = {}
    for event in sorted(found, key=lambda event: event.position, reverse=True):
        queues.setdefault(event.source, []).append(event)
    waiting = {f"{event.source}:{event.position}" for queue in queues.values() for event in queue}
    ordered: list[Happened] = []
    while queues:
        heads = sorted((queue[-1].at, not queue[-1].causes, source) for source, queue in queues.items())
        # What follows from a later event of the same microsecond waits for it; a circle there cannot be.
        chosen = next((source for *_, source in heads if not waiting.intersection(queues[source][-1].causes)), heads[0][-1])
        event = queues[chosen].pop()
        ordered.append(event)
        waiting.discard(f"{event.source}:{event.position}")
        if not queues[chosen]:
            del queues[chosen]
    return ordered


class World(Protocol):
    """A whole system: in this process, or running somewhere."""

    name: str

    @property
    def now(self) -> dt.datetime:
        """The business clock."""
        ...

    def call(self, service: str, method: MethodDescriptor, request: Message, caller: Caller) -> Message:
        """A command or a question; when it returns, everything that follows from it has happened.

        Raises:
            Refusal, Refused: the service refused.
        """
        ...

    def advance(self, to: dt.datetime) -> None:
        """Move the clock forward over every midnight on the way, running the sweeps of each day."""
        ...

    def set_back(self, by: dt.timedelta) -> None:
        """Set the machine's clock back, as an accident would."""
        ...

    def tamper(self, service: str, position: int) -> None:
        """Delete an event from a service's database, as somebody with rights over the database can.

        Raises:
            Mistake: there is no database that one could reach past the service.
        """
        ...

    def mark(self) -> Mapping[str, int]:
        """How far every log is."""
        ...

    def since(self, mark: Mapping[str, int]) -> list[Happened]:
        """What was recorded after a mark, in order of recorded time, then origin and position."""
        ...

    def history(self, about: str, as_of: dt.datetime | None, as_of_effective: dt.datetime | None) -> list[Happened]:
        """All events that concern an id, in order of recorded time; of equal times no effect stands before its cause."""
        ...
