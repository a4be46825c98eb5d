"""What is known of a stored event besides its content."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

from kernel.messages import Event, News

E = TypeVar("E", bound=Event, covariant=True)
N = TypeVar("N", bound=News, covariant=True)


class Recorded(NamedTuple, Generic[E]):
    """An event as the store gave it a place.

    Attributes:
        source: origin `<site>/<context>/<epoch>`.
        position: 1-based position in the origin's log.
        pub: ordinal among published events, None when the event is not published.
        aggregate, version: stream (32 hex) and version in it, from 1.
        at: recorded time (UTC, µs); effective: when it happened.
        command: UUID text; causes: `<source>:<position>` each; refs: ids it concerns.
        actor, role, org: who, in which role, for which organ.
        rule: `id@version:R-nn#digest`, or "".
        leaf: SHA-256 of 0x00 and the envelope (RFC 6962), 32 bytes.
    """

    event: E
    source: str
    position: int
    pub: int | None
    aggregate: str
    version: int
    topic: str
    at: datetime
    effective: datetime
    command: str
    causes: tuple[str, ...]
    refs: tuple[str, ...]
    actor: str
    role: str
    org: str
    rule: str
    leaf: bytes


@dataclass(frozen=True, slots=True)
class Told(Generic[N]):
    """A neighbour's published event as it arrived.

    Attributes:
        source, position: origin and position in its log; pub: its ordinal among published events.
        at, effective, actor, role, org, rule, refs: as in `Recorded`.
    """

    news: N
    source: str
    position: int
    pub: int
    at: datetime
    effective: datetime
    actor: str
    role: str
    org: str
    rule: str
    refs: tuple[str, ...]

    @property
    def cause(self) -> str:
        """How an event that follows from this one names it."""
        return f"{self.source}:{self.position}"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that an executable audit found wrong: position 0 when it is not one event."""

    position: int
    aggregate: str
    code: str
    why: str
