"""What a store takes and gives: works in, placed events out, pages of rows to read, followers to keep."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from chassis.store.replayed import Difference, Replayed, RowChange
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Recorded
from kernel.errors import Refusal
from kernel.messages import Changes, Event
from kernel.tables import Row, Rows
from translog.record.forks import Fork


class StoreFault(Exception):
    """A fault in the use or state of the store itself; never a refusal of somebody's wish."""


class NotMigrated(StoreFault):
    """The database has no schema, or one that another version of the program made."""


class OtherSource(StoreFault):
    """The database holds the log of another origin."""


class OutOfOrder(StoreFault):
    """A follower was to advance over a position that it has not seen.

    Attributes:
        follower: its name; tracked: the position it has; position: the one that was offered.
    """

    def __init__(self, follower: str, tracked: int, position: int) -> None:
        self.follower, self.tracked, self.position = follower, tracked, position
        super().__init__(f"{follower} is at {tracked}; {position} does not follow")


class NotFolded(StoreFault):
    """A read model cannot take an event.

    Attributes:
        position: of the event; why: what its fold, or the reading of the event, raised.
    """

    def __init__(self, position: int, why: str) -> None:
        self.position, self.why = position, why
        super().__init__(f"position {position}: {why}")


class Head(NamedTuple):
    """The newest position, published ordinal (0 when none) and recorded time (None when empty)."""

    position: int
    pub: int
    at: datetime | None


class StoredRow(NamedTuple):
    """A row as it is stored: `state` is `translog.record.pack(envelope, body)`, `pub` None when not published."""

    position: int
    pub: int | None
    aggregate: str
    version: int
    topic: str
    state: bytes


class SealedTree(NamedTuple):
    """A checkpoint: size and 32-byte root of the log's tree, the signed note, business time, the note with cosignatures."""

    size: int
    root: bytes
    note: bytes
    at: datetime
    cosigned: bytes | None


class Compared(NamedTuple):
    """A table beside the log with as many `rows` as were looked at, and whether they give the sum that was kept of them."""

    table: str
    rows: int
    equal: bool


class Ends(NamedTuple):
    """The head as its row says it, and as the rows of the log say it; `counted` and `published` are numbers of rows."""

    position: int
    pub: int
    at: datetime | None
    counted: int
    last: int
    published: int
    last_pub: int
    last_at: datetime | None


class Opened(NamedTuple):
    """The sealed fields of a row: values by path, paths whose key is gone, and codes of what is wrong by path."""

    values: Mapping[str, object]
    lost: tuple[str, ...]
    wrong: Mapping[str, str]


class Placed(NamedTuple):
    """Where an event of a work stands: origin, position, topic, aggregate, version and its 32-byte leaf."""

    source: str
    position: int
    topic: str
    aggregate: str
    version: int
    leaf: bytes


@dataclass(frozen=True, slots=True)
class Appended:
    """The answer to a work.

    Attributes:
        command: its id.
        rows: its events in log order; empty when it changed nothing.
        position: a projection that holds this position shows the work's effect.
        repeated: True when the id (or the tracked position) was seen before and this is the first answer again.
        at: recorded time of its events, else of the event at `position`; None in an empty log.
    """

    command: UUID
    rows: tuple[Placed, ...]
    position: int
    repeated: bool
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """Advances `follower` to `position` in the transaction of a work, exactly from `after` (default `position - 1`).

    Without `moves` it only demands that the follower is where the advance begins: more works of that event follow.
    """

    follower: str
    position: int
    after: int | None = None
    moves: bool = True

    @property
    def base(self) -> int:
        """The position that the follower must have."""
        return self.position - 1 if self.after is None else self.after


@dataclass(slots=True)
class Work:
    """One command, reaction or sweep item.

    Attributes:
        command: its id; the same id again gets the first answer.
        digest: SHA-256 of the canonical request; the same id with another digest is refused (`CommandReused`).
        actor, role, org: who acts, in which role, for which organ.
        decide: the decision; it may be called again when a transaction failed, so it must be pure.
        effective: when it happened; None takes now.
        causes: `<source>:<position>` of what it follows from, at most 8.
        expected_version: version of the first event's aggregate that the caller looked at; 0 does not check.
        historical: exempt from the checks of old and of backward effective times.
        track: advanced in the same transaction; a position already tracked records nothing.
        after: of a tracked work, a command without which, recorded before, it is not taken (`OutOfOrder`).
        policy_hash: SHA-256 (hex) of the policy set that admitted it, or "".
        ahead: ids of aggregates that the decision is going to load: read by one query instead of one each.
    """

    command: UUID
    digest: bytes
    actor: str
    role: str
    org: str
    decide: Callable[[Act, Repository], Changes]
    effective: datetime | None = None
    causes: tuple[str, ...] = ()
    expected_version: int = 0
    historical: bool = False
    track: Track | None = None
    after: UUID | None = None
    policy_hash: str = ""
    ahead: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Lease:
    """A right held until it expires; `token` grows with every new holder and fences the earlier ones."""

    name: str
    holder: str
    token: int


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An event that a follower could not apply, or that waits behind such a one of its aggregate."""

    follower: str
    source: str
    position: int
    aggregate: str
    error: str
    at: datetime


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """Limits of a store.

    Attributes:
        effective_days: how far back an effective time may lie.
        batch: most works in one transaction; batch_seconds: how long deciding may hold the head lock.
        gather_seconds: how long a transaction waits at most for the others of those who write at the same time.
        cached: most aggregates held by the writer; snapshot_every: events between snapshots of an aggregate.
        retry_seconds: how long a work is retried against a database that does not answer.
        lock_seconds: wait for the head lock; idle_seconds: after which PostgreSQL takes it from a stopped replica.
        readers: most read connections.
    """

    effective_days: int = 30
    batch: int = 256
    batch_seconds: float = 0.5
    gather_seconds: float = 0.03
    cached: int = 20_000
    snapshot_every: int = 50
    retry_seconds: float = 5.0
    lock_seconds: float = 10.0
    idle_seconds: float = 3.0
    readers: int = 8


class Turned(NamedTuple):
    """A turn to another origin: the event (its fields) that is to begin it, and who asked for it."""

    origin: str
    former: str
    size: int
    event: dict[str, object]
    actor: str
    role: str


class Store(Protocol):
    """One service's event log, its read models and the positions of what follows it; thread-safe."""

    @property
    def source(self) -> str:
        """Origin, `<site>/<context>/<epoch>`."""
        ...

    def submit(self, work: Work) -> Future[Appended]:
        """Decide and record, in one transaction with other works in flight.

        The future raises the work's own refusal, `CommandReused`, `StaleVersion`, an `Effective…` refusal, `OutOfOrder`,
        `StorageFull` or `Unavailable`; in each case nothing of the work is recorded.
        """
        ...

    def pause(self, paused: bool) -> None:
        """Leave works in line, undecided, until it is said to go on."""
        ...

    @property
    def steady(self) -> bool:
        """Whether works are taken: neither left in line nor refused."""
        ...

    def hold(self, why: Refusal | None) -> None:
        """Refuse every work by this, until None is said."""
        ...

    def demand(self, size: int) -> None:
        """Record nothing while the log has fewer events than this; a smaller number than before changes nothing."""
        ...

    @property
    def held(self) -> Refusal | None:
        """Why works are refused, None when they are not."""
        ...

    def restore(self, rows: Sequence[StoredRow]) -> int:
        """Append rows that this log lost, with their positions and published ordinals; the last position.

        Raises `OutOfOrder` or `StoreFault` where they do not follow what is here.
        """
        ...

    def adopt(self, size: int, root: bytes, note: bytes, at: datetime) -> bool:
        """Keep a checkpoint that this log signed and its database lost; whether it is newer than those that are kept."""
        ...

    def forks(self) -> list[Fork]:
        """Where this log goes on in the place of a former one, by its own events, in order."""
        ...

    def published_at(self, position: int) -> int:
        """The published ordinal of the newest published event up to a position, 0 before the first."""
        ...

    def turn(self, turned: Turned) -> None:
        """Give the database to the origin under which its log goes on; this store, that of the former one, is of no use then.

        Raises `OtherSource` or `OutOfOrder` where the database is not as `turned` says.
        """
        ...

    def turned(self) -> Turned | None:
        """The turn by which this database came to its origin; None where it made none."""
        ...

    def succeed(self, former: str, follower: str, position: int) -> None:
        """Let a follower of a later epoch begin at a position, with what one of the former epoch had set aside up to it.

        Nothing changes where it has begun.
        """
        ...

    def forget(self, aggregates: Sequence[str] | None = None) -> None:
        """Drop what is remembered of some aggregates (None: of all) besides their rows: snapshots, and this process's cache.

        To be called after keys were destroyed, together with `rebuild` of the projections; other replicas are restarted.
        """
        ...

    def head(self) -> Head:
        """The newest position."""
        ...

    def wait(self, after: int, timeout: float) -> int:
        """The head's position, as soon as it is greater than `after` or the time (s) is over."""
        ...

    def read(self, after: int, limit: int) -> list[StoredRow]:
        """Rows with a greater position, in order, contiguous."""
        ...

    def read_published(self, after: int, limit: int) -> list[StoredRow]:
        """Published rows with a greater ordinal, in order, contiguous in `pub`."""
        ...

    def read_aggregate(self, aggregate: str) -> list[StoredRow]:
        """All rows of an aggregate, in order."""
        ...

    def decode(self, row: StoredRow) -> Recorded[Event]:
        """The event of a row in its present form; texts whose key is gone read "[shredded]"."""
        ...

    def repository(self, as_of: datetime | None = None, effective: datetime | None = None) -> Repository:
        """Aggregates now, as recorded by `as_of`, or without what took effect after `effective`."""
        ...

    def rows(self) -> Rows:
        """The read models; only for reading."""
        ...

    def rows_as_of(self, ids: Sequence[str] | None, as_of: datetime | None = None, effective: datetime | None = None) -> Rows:
        """Read models folded in memory from the rows of these aggregates (None: of the whole log)."""
        ...

    def models(self, upto: int) -> dict[str, str]:
        """SHA-256 (hex) of each read model folded from zero up to a position, by name, such that it outlives every key.

        Empty for a log that is too long for it (`digests.MOST`).
        """
        ...

    def position_at(self, moment: datetime) -> int:
        """The newest position recorded not after a moment, 0 before the first."""
        ...

    def replay(
        self,
        names: Sequence[str] = (),
        as_of: datetime | None = None,
        effective: datetime | None = None,
        limit: int = 100,
        places: Mapping[str, int] | None = None,
    ) -> Replayed:
        """Read models (all when none is named) folded from zero in a database of their own, compared with the live ones.

        As of a recorded or effective time, or up to positions, nothing is compared: there are the digests of what was then.

        Args:
            places: by read model the position up to which it is folded.
            limit: most differences told of one read model; all are counted.
        """
        ...

    def between(
        self, places: tuple[int, int], names: Sequence[str] = (), about: str = "", shown: Callable[[str, Row], bool] | None = None
    ) -> list[RowChange]:
        """Rows of read models (all when none is named) that differ between two positions; nothing personal is among them.

        Args:
            about: an id that a row must name, before or after; "" takes every row.
            shown: whether a row of a table may be shown; None shows all.

        Raises:
            NotFolded: a read model cannot take an event.
        """
        ...

    def check_snapshots(self) -> tuple[int, list[tuple[str, int, str]]]:
        """How many snapshots there are in the present form of their class; aggregate, version and fault of each that is wrong."""
        ...

    def project(self, *names: str, upto: int | None = None, limit: int = 1000) -> int:
        """Fold the next rows into the rearmost of some projections, in one transaction with their position, which is returned.

        Those that stand at the same place are folded together; the others wait until they are caught up with.
        """
        ...

    def projected(self, *names: str) -> int:
        """The position that some projections hold: that of the rearmost."""
        ...

    def wait_projected(self, position: int, timeout: float) -> bool:
        """Whether every projection holds the position before the time (s) is over."""
        ...

    def rebuild(self, name: str) -> int:
        """Fold a projection from zero beside the live one and put it in its place; the position it holds."""
        ...

    def compare(self, name: str, limit: int = 100) -> list[Difference]:
        """Differences between a live projection and a fold from zero to the same position."""
        ...

    def tracked(self, follower: str) -> int:
        """The position of a follower, 0 before its first."""
        ...

    def followers(self) -> dict[str, int]:
        """Every follower's position; projections as `projection:<name>`."""
        ...

    def advance(self, track: Track) -> bool:
        """Move a follower without recording anything; False when it was there already. Raises `OutOfOrder`."""
        ...

    def failed(self, follower: str, source: str, position: int, aggregate: str, error: str) -> int:
        """Count a failed attempt; how many there were."""
        ...

    def quarantine(self, follower: str, source: str, position: int, aggregate: str, error: str, track: Track | None = None) -> None:
        """Set an event aside, park its aggregate for this follower, and move on in the same transaction."""
        ...

    def parked(self, follower: str, aggregate: str) -> bool:
        """Whether events of this aggregate must be set aside because an earlier one is."""
        ...

    def quarantined(self, follower: str | None = None) -> list[Quarantined]:
        """What is set aside and not released, in order."""
        ...

    def release(self, follower: str, source: str, position: int) -> bool:
        """Take an event out of quarantine, after it was applied or given up; whether it was there."""
        ...

    def lease(self, name: str, holder: str, ttl: float) -> Lease | None:
        """Take a right for `ttl` seconds, or None while another holds it."""
        ...

    def renew(self, lease: Lease, ttl: float) -> bool:
        """Keep a right; False when it was lost."""
        ...

    def unlease(self, lease: Lease) -> None:
        """Give a right back."""
        ...

    def remembered(self, commands: Sequence[UUID]) -> dict[UUID, tuple[int, int]]:
        """Of those commands that are remembered where their events begin and how many there are; of one without events its
        position.
        """
        ...

    def commands(self, after: UUID | None, limit: int) -> list[tuple[UUID, int, int]]:
        """Remembered commands after one, by id, as `remembered` tells them."""
        ...

    def checkpoint(self) -> SealedTree | None:
        """The newest checkpoint of this log, None before the first."""
        ...

    def checkpoints(self, after: int, limit: int) -> list[SealedTree]:
        """Checkpoints of sizes greater than `after`, in order."""
        ...

    def cosigned(self, after: int, below: int, limit: int) -> list[SealedTree]:
        """Checkpoints with cosignatures, of sizes greater than `after` and less than `below`, the greatest first."""
        ...

    def seal(self, base: int, size: int, root: bytes, at: datetime, sign: Callable[[], bytes]) -> SealedTree:
        """Sign and keep the checkpoint that follows the one of size `base` (0: the first), in one transaction.

        `sign` makes the note; it is called only when nobody else has followed `base`, and nobody can before it is kept.
        Raises `OutOfOrder` where the newest checkpoint has another size than `base`, or `size` is not greater.
        """
        ...

    def cosign(self, size: int, note: bytes) -> bool:
        """Keep the note with cosignatures of witnesses beside the checkpoint of a size; whether there is one."""
        ...

    def ends(self) -> Ends:
        """The head as its row says it and as the rows of the log say it, both of one moment."""
        ...

    def compare_sums(self, tables: Iterable[str] = ...) -> list[Compared]:
        """Tables that stand beside the log and that no replay makes again, or all, each with its sum, of one moment."""
        ...

    def opened(self, row: StoredRow) -> Opened:
        """The sealed fields of a row; a row that cannot be read has none."""
        ...

    def migrate(self) -> None:
        """Make or lift the schema; safe to call from several processes at once."""
        ...

    def check(self) -> None:
        """Refuse (`NotMigrated`, `OtherSource`) a database that must be migrated first, or holds another log."""
        ...

    def close(self) -> None:
        """Finish what is queued and let go of the database."""
        ...
