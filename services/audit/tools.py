"""What audit needs of the machine: the mirror, the sources, the other services' own checks."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol, TypeVar

from rectify.log.v1 import log_service_pb2
from rectify.ops.v1 import ops_service_pb2

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes
from translog.merkle import NodeReader
from translog.policy import Policy

T = TypeVar("T")


class MirrorRow(NamedTuple):
    """A mirrored row: what the source sent, and the leaf that was computed when it arrived."""

    source: str
    position: int
    pub: int | None
    aggregate: str
    version: int
    topic: str
    state: bytes
    leaf: bytes


class MirrorHead(NamedTuple):
    """How far the mirror of one origin is; `known` is the newest position heard of, `heard` the last heartbeat."""

    source: str
    position: int
    known: int
    at: datetime | None
    heard: datetime | None


class Mirror(Protocol):
    """The kept logs of all origins."""

    def heads(self) -> Sequence[MirrorHead]:
        """Every origin, sorted."""
        ...

    def rows(self, source: str, after: int, limit: int) -> Sequence[MirrorRow]:
        """Rows of one origin after a position, in order."""
        ...

    def position_at(self, source: str, moment: datetime) -> int:
        """The newest position of one origin recorded not after a moment."""
        ...

    def nodes(self, source: str, size: int) -> NodeReader:
        """The nodes of the tree of one origin's first events."""
        ...

    def ends(self, source: str, position: int) -> Sequence[tuple[str, int, bytes]]:
        """Of every aggregate of one origin its newest event at a position: aggregate, version, leaf hash."""
        ...

    def refs(self, source: str, after: int, upto: int) -> Mapping[int, frozenset[str]]:
        """The ids by which the rows of one origin between two positions are found."""
        ...

    def concerning(self, ref: str) -> Sequence[MirrorRow]:
        """Rows of all origins whose envelope names this id, by origin and position."""
        ...


class Accepted(Protocol):
    """A checkpoint that this service's witness cosigned."""

    @property
    def size(self) -> int:
        """Events under it."""
        ...

    @property
    def root(self) -> bytes:
        """Root of their tree, 32 bytes."""
        ...

    @property
    def at(self) -> int:
        """Time of the cosignature, POSIX seconds."""
        ...

    @property
    def note(self) -> bytes:
        """The signed note, with the witness's cosignature."""
        ...


class Witnessed(Protocol):
    """What the witness of this service remembers."""

    def logs(self) -> dict[str, str]:
        """The verifier key of every log that was cosigned, by origin."""
        ...

    def former(self) -> Sequence[tuple[str, str]]:
        """Origin and verifier key of every key that signed a log before its present one."""
        ...

    def newest(self, origin: str) -> Accepted | None:
        """The cosigned checkpoint of the greatest size."""
        ...

    def by(self, origin: str, at: int) -> Accepted | None:
        """The largest checkpoint cosigned not after a POSIX time (s)."""
        ...

    def after(self, origin: str, size: int, limit: int) -> Sequence[Accepted]:
        """Cosigned checkpoints of greater sizes, in order."""
        ...


class Quorate(Protocol):
    """A checkpoint that has its quorum."""

    @property
    def size(self) -> int:
        """Events under it."""
        ...

    @property
    def note(self) -> bytes:
        """The signed note, with the cosignatures of its witnesses."""
        ...


class StreamProbe(NamedTuple):
    """A message found on a LOG stream: its sequence and the leaf its payload gives."""

    sequence: int
    leaf: bytes


class SetAside(NamedTuple):
    """An event that a follower could not apply."""

    follower: str
    source: str
    position: int
    aggregate: str
    why: str
    since: datetime


class Tools(Protocol):
    """The machine's side of audit."""

    @property
    def mirror(self) -> Mirror:
        """The kept logs."""
        ...

    @property
    def witnessed(self) -> Witnessed:
        """What the witness of this service remembers."""
        ...

    @property
    def witness_key(self) -> str:
        """Its verifier key."""
        ...

    @property
    def policy(self) -> Policy:
        """By which others verify what comes from here: the logs that were cosigned, the witnesses, their quorum."""
        ...

    def followers_of(self, origin: str, vkey: str) -> Sequence[str]:
        """The keys that follow one of a log, by the changes that its mirrored events state. Blocks."""
        ...

    async def quorate(self, origin: str) -> Quorate | None:
        """The newest checkpoint of a log that has its quorum."""
        ...

    @property
    def services(self) -> Sequence[str]:
        """Names of the services whose logs are mirrored, and audit's own."""
        ...

    async def head(self, service: str) -> log_service_pb2.HeadResponse:
        """The source's own head."""
        ...

    async def checkpoint(self, service: str) -> log_service_pb2.GetCheckpointResponse:
        """The source's own newest checkpoint."""
        ...

    async def read(self, service: str, after: int, limit: int) -> log_service_pb2.ReadLogResponse:
        """The source's own rows."""
        ...

    async def status(self, service: str) -> ops_service_pb2.GetStatusResponse:
        """How far the service's followers are."""
        ...

    async def checks(self, service: str, ids: Sequence[str]) -> ops_service_pb2.RunChecksResponse:
        """The executable audits that the service runs itself."""
        ...

    async def stream(self, service: str, last: int) -> Sequence[StreamProbe]:
        """The newest messages of the service's LOG stream, at most `last`, in order; empty when there is none."""
        ...

    async def quarantined(self) -> Sequence[SetAside]:
        """What the mirror set aside."""
        ...

    def repository(self) -> Repository:
        """Audit's own aggregates."""
        ...

    @property
    def audit_seconds(self) -> float:
        """Seconds between two whole runs of the audits, 0 for none by itself."""
        ...

    def clock(self) -> datetime:
        """Business time."""
        ...

    async def enter(self, name: str, decide: Callable[[Act, Repository], Changes]) -> None:
        """Record something of the service's own accord; the same name again records nothing more."""
        ...

    def failing(self, audits: Sequence[str]) -> None:
        """Say which audits failed when they were last run all together: metric and log."""
        ...

    async def aside(self, work: Callable[[], T]) -> T:
        """Run what reads or computes for long in a thread."""
        ...
