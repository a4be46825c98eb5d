"""One transaction of works: deduplicated, decided in order, checked, and written together or not at all."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from time import monotonic
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from chassis.store import boxes, loading, log
from chassis.store.cache import Cache, Stream
from chassis.store.contract import Appended, Head, OutOfOrder, Placed, StoredRow, StoreSettings, Work
from chassis.store.database import Database, NewCommand, NewRow, Session
from chassis.store.following import hold_all, move
from chassis.store.keyring import Keyring
from chassis.store.loading import Snapshot
from chassis.store.records import Records, Stem, glance, stamp
from chassis.store.restoring import StoreBehind
from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.errors import CommandReused, EffectiveBeforePrevious, EffectiveInFuture, EffectiveTooOld, Refusal, StaleVersion
from kernel.messages import Changes, Event, ballots, facts

A = TypeVar("A", bound=Aggregate)
Outcome = Appended | Exception

_CATCH_UP = 5000
"""Rows of others above which it is cheaper to forget what is cached than to fold them all."""


class DatabaseBroke(Exception):
    """A query inside a decision failed: the transaction is lost, not the work."""

    def __init__(self, cause: Exception) -> None:
        self.cause = cause
        super().__init__(repr(cause))


@dataclass(slots=True)
class Ground:
    """What batches stand on; while `held` is set they record nothing, and it is why; nor below `floor`."""

    database: Database
    records: Records
    keyring: Keyring
    cache: Cache
    settings: StoreSettings
    clock: Callable[[], datetime]
    zone: tzinfo
    snapshots: list[Snapshot] = field(default_factory=list)
    forgotten: deque[Sequence[str] | None] = field(default_factory=deque)
    held: Refusal | None = None
    floor: int = 0


class _Pending(NamedTuple):
    event: Event
    version: int
    leaf: str
    effective: datetime


class _First(NamedTuple):
    digest: bytes
    answer: Appended


class Batch:
    """One attempt to record works.

    Args:
        unknown: commands that an earlier attempt did not find recorded; what is found of them now is this work's own
            doing, by a commit whose answer was lost. This attempt adds to it.

    Attributes:
        outcomes: an answer or error for each work that was decided, in order; works beyond stay undecided.
        position: the head after it.
    """

    def __init__(self, ground: Ground, session: Session, works: Sequence[Work], unknown: set[UUID]) -> None:
        self._ground = ground
        self._unknown = unknown
        self._session = session
        self._works = works
        self._taken: dict[str, int] = {}
        self._ahead: dict[str, list[StoredRow]] = {}
        self._reset()

    def _reset(self) -> None:
        self.outcomes: list[Outcome] = []
        self._pending: dict[str, list[_Pending]] = {}
        self._assumed: set[str] = set()
        self._rows: list[NewRow] = []
        self._commands: list[NewCommand] = []
        self._tracks: dict[str, int] = {}
        self._told: set[UUID] = set()
        self._boxes = boxes.Counters()

    def run(self) -> None:
        """Decide and write; the commit is the caller's."""
        if self._ground.held is not None:
            raise self._ground.held
        ids = list({one.hex: None for work in self._works for one in (work.command, work.after) if one is not None})
        self._head, known = self._ground.database.begin(self._session, ids)
        head = self._head
        if head.position < self._ground.floor:
            raise StoreBehind(origin=self._ground.records.source, found=head.position, known=self._ground.floor)
        self._catch_up(head)
        self._first = self._known(known)
        self._ours = self._unknown & self._first.keys()
        self._unknown.update(work.command for work in self._works if work.command not in self._first)
        self._tracked = self._positions()
        count = len(self._works)
        while True:
            first, self._at = dict(self._first), head.at
            count = self._decide(self._works[:count], first)
            taken = self._existing()
            if not taken:
                break
            # Somebody's new aggregate exists: decide again, knowing it, for later works may rest on what it seemed to do.
            self._taken |= taken
            self.discard()
            self._reset()
        self._write()

    def discard(self) -> None:
        """Forget what the cache took in from this batch."""
        self._ground.cache.forget([*self._pending, *self._assumed])

    def adopt(self) -> None:
        """After the commit: the cache stands at the new head."""
        cache, every = self._ground.cache, self._ground.settings.snapshot_every
        cache.position = self.position
        for aggregate, pending in self._pending.items():
            if pending[-1].version // every > (pending[0].version - 1) // every:
                stream = cache.get(aggregate)
                for loaded in stream.loaded.values() if stream else ():
                    if (snapshot := loading.take(loaded)) is not None:
                        self._ground.snapshots.append(snapshot)
        cache.trim()

    @property
    def position(self) -> int:
        """The head's position after the batch."""
        return self._head.position + len(self._rows)

    # --- before deciding ---------------------------------------------------------------------------------------------

    def _catch_up(self, head: Head) -> None:
        cache = self._ground.cache
        while self._ground.forgotten:
            aggregates = self._ground.forgotten.popleft()
            # Again: a batch under way while they were dropped may have stored what it had taken before.
            self._ground.snapshots.clear()
            loading.drop(self._ground.database, self._session, aggregates)
            if aggregates is None:
                cache.clear(head.position)
            else:
                cache.forget(aggregates)
        if cache.empty or not 0 <= head.position - cache.position <= _CATCH_UP:
            cache.clear(head.position)
        elif head.position > cache.position:
            cache.follow(log.after(self._session, cache.position, _CATCH_UP, head.position), self._ground.records)

    def _known(self, rows: Sequence[tuple[Any, ...]]) -> dict[UUID, _First]:
        return {
            UUID(hex=command): _First(bytes(digest), self._answer(UUID(hex=command), int(first), int(events)))
            for command, digest, first, events in rows
        }

    def _answer(self, command: UUID, first: int, events: int) -> Appended:
        # Of a command that changed nothing the event at which it found the log: when that was is part of its receipt.
        found = log.after(self._session, first - 1, max(events, 1)) if first else []
        rows = found if events else []
        source = self._ground.records.source
        placed = tuple(Placed(source, r.position, r.topic, r.aggregate, r.version, glance(r.state).leaf) for r in rows)
        at = glance(found[0].state).at if found else None
        return Appended(command, placed, first + events - 1 if events else first, True, at)

    def _positions(self) -> dict[str, int]:
        followers = sorted({work.track.follower for work in self._works if work.track is not None})
        return hold_all(self._ground.database, self._session, followers) if followers else {}

    # --- deciding ----------------------------------------------------------------------------------------------------

    def _decide(self, works: Sequence[Work], first: dict[UUID, _First]) -> int:
        """Decide works in order until the time is over; how many."""
        until = monotonic() + self._ground.settings.batch_seconds
        for work in works:
            if self.outcomes and monotonic() > until:
                break
            try:
                self.outcomes.append(self._one(work, first))
            except DatabaseBroke:
                raise
            except Exception as error:  # noqa: BLE001 - the work's own: it travels to whoever waits for it
                self.outcomes.append(error)
        return len(self.outcomes)

    def _one(self, work: Work, first: dict[UUID, _First]) -> Appended:
        track = work.track
        if track is not None:
            tracked = self._tracks.get(track.follower, self._tracked[track.follower])
            if tracked >= track.position and work.command not in self._ours:
                return Appended(work.command, (), self.position, True)
            if tracked < track.position and tracked != track.base:
                raise OutOfOrder(track.follower, tracked, track.position)
            if work.after is not None and work.after not in first:
                raise OutOfOrder(track.follower, tracked, track.position)
        known = first.get(work.command)
        if known is not None:
            if known.digest and known.digest != work.digest:
                raise CommandReused(command=work.command)
            answer = known.answer
            if work.command in self._ours and work.command not in self._told:
                self._told.add(work.command)
                answer = replace(answer, repeated=False)
        else:
            answer = self._fresh(work)
            first[work.command] = _First(work.digest, replace(answer, repeated=True))
        if track is not None and track.moves and tracked < track.position:
            self._tracks[track.follower] = track.position
        return answer

    def _fresh(self, work: Work) -> Appended:
        now = self._ground.clock().astimezone(UTC)
        if self._at is not None and now < self._at:
            now = self._at
        act = Act(now, work.effective or now, work.command, work.actor, work.role, work.org, self._ground.zone)
        self._read_ahead(work.ahead)
        repository = _Deciding(self)
        try:
            changes = work.decide(act, repository)
        finally:
            repository.end()
        placed = self._accept(work, now, changes, repository.found)
        # A work that moves its follower and changes nothing needs no memory of its own: the position says that it is done.
        if placed or work.track is None or not work.track.moves:
            begin = placed[0].position if placed else self.position
            self._commands.append(NewCommand(work.command.hex, work.digest, begin, len(placed)))
        return Appended(work.command, placed, self.position, False, self._at)

    def find(self, kind: type[A], id: str) -> A:
        """An aggregate as it is with the batch's own events."""
        stream = self._ground.cache.get(id)
        found = None if stream is None else stream.loaded.get(kind)
        if found is None:
            found = self._load(kind, id, stream)
        return found  # type: ignore[return-value]  # kept by its class

    def tally(self, box: str) -> dict[str, int]:
        """A ballot box as it is with the batch's own ballots."""
        try:
            return self._boxes.over(boxes.read(self._session, box), box)
        except Exception as error:
            if self._ground.database.is_driver_error(error):
                raise DatabaseBroke(error) from error
            raise

    def _read_ahead(self, ids: Sequence[str]) -> None:
        """The rows of what a decision is going to load, and the cache does not hold, in one query."""
        missing = [stream for stream in dict.fromkeys(ids) if self._ground.cache.get(stream) is None]
        self._ahead = {stream: [] for stream in missing}
        for row in log.of_aggregates(self._ground.database, self._session, missing, self._head.position) if missing else ():
            self._ahead[row.aggregate].append(row)

    def _load(self, kind: type[A], id: str, stream: Stream | None) -> A:
        try:
            aggregate, stored = loading.load(self._session, self._ground.records, kind, id, self._ahead.get(id))
        except Exception as error:
            if self._ground.database.is_driver_error(error):
                raise DatabaseBroke(error) from error
            raise
        for pending in self._pending.get(id, ()):
            aggregate.fold(pending.event, pending.effective)
            stored.grow(pending.version, pending.leaf, pending.effective)
        if stream is None:
            self._ground.cache.put(id, stored)
        else:
            stream.loaded[kind] = aggregate
        return aggregate

    # --- accepting ---------------------------------------------------------------------------------------------------

    def _accept(self, work: Work, now: datetime, changes: Changes, found: set[str]) -> tuple[Placed, ...]:
        records, position = self._ground.records, self.position
        common = Stem(work, now).fields() if changes else {}
        tips: dict[str, Stream] = {}
        rows: list[NewRow] = []
        placed: list[Placed] = []
        pending: list[tuple[str, _Pending]] = []
        for fact in facts(changes):
            event = fact.event
            aggregate = event.stream
            tip = tips.get(aggregate)
            if tip is None:
                tip = tips[aggregate] = self._base(aggregate, found)
                if work.expected_version and len(tips) == 1 and tip.version != work.expected_version:
                    raise StaleVersion(id=aggregate, current=tip.version, expected=work.expected_version)
            effective = (fact.effective or work.effective or now).astimezone(UTC)
            self._check_effective(work, now, effective, aggregate, tip)
            moment = common["at"] if effective == now else stamp(effective)
            record = records.build(fact, common, tip.version + 1, moment, tip.leaf)
            tip.grow(tip.version + 1, record.leaf.hex(), effective)
            topic = type(event).TOPIC
            rows.append(NewRow(aggregate, tip.version, topic, record.state, type(event) in records.published))
            placed.append(Placed(records.source, position + len(rows), topic, aggregate, tip.version, record.leaf))
            pending.append((aggregate, _Pending(event, tip.version, tip.leaf, effective)))
        self._fold(pending)
        self._rows += rows
        for ballot in ballots(changes):
            self._boxes.add(ballot.box, ballot.counters)
        if placed:
            self._at = now
        return tuple(placed)

    def _base(self, id: str, found: set[str]) -> Stream:
        """A copy of the tip that the work's first event of an aggregate follows."""
        stream = self._ground.cache.get(id)
        if id not in found:
            current = self._taken.get(id, stream.version if stream is not None else 0)
            if current:
                # The decision took it for new: it was not loaded.
                raise StaleVersion(id=id, current=current, expected=0)
            if stream is None:
                self._assumed.add(id)
        return Stream() if stream is None else Stream(stream.version, stream.leaf, stream.effective)

    def _check_effective(self, work: Work, now: datetime, effective: datetime, id: str, tip: Stream) -> None:
        if effective > now:
            raise EffectiveInFuture(field="meta.effective", effective=effective.isoformat(), now=now.isoformat())
        if work.historical:
            return
        limit = self._ground.settings.effective_days
        if effective < now - timedelta(days=limit):
            raise EffectiveTooOld(field="meta.effective", effective=effective.isoformat(), limit=limit, now=now.isoformat())
        if tip.effective is not None and effective < tip.effective:
            raise EffectiveBeforePrevious(
                field="meta.effective", effective=effective.isoformat(), id=id, previous=tip.effective.isoformat()
            )

    def _fold(self, pending: Sequence[tuple[str, _Pending]]) -> None:
        """Take accepted events into the cache; on an error nothing of them stays."""
        cache = self._ground.cache
        try:
            for aggregate, item in pending:
                stream = cache.get(aggregate)
                if stream is not None:
                    for loaded in stream.loaded.values():
                        loaded.fold(item.event, item.effective)
        except Exception:
            for aggregate, _ in pending:
                if (stream := cache.get(aggregate)) is not None:
                    stream.loaded.clear()  # half folded; the next one to ask loads it again
            raise
        for aggregate, item in pending:
            stream = cache.get(aggregate)
            if stream is None:
                stream = Stream()
                cache.put(aggregate, stream)
            stream.grow(item.version, item.leaf, item.effective)
            self._pending.setdefault(aggregate, []).append(item)

    # --- writing -----------------------------------------------------------------------------------------------------

    def _existing(self) -> dict[str, int]:
        """Those of the aggregates taken for new that exist, with their version."""
        if not self._assumed:
            return {}
        sql = (
            "SELECT originator_id, max(originator_version) FROM stored_events "  # noqa: S608 - no values
            f"WHERE originator_id{self._ground.database.dialect.among} GROUP BY originator_id"
        )
        parameter = self._ground.database.list_parameter(sorted(self._assumed))
        return {aggregate: int(version) for aggregate, version in self._session.all(sql, (parameter,))}

    def _write(self) -> None:
        session, database = self._session, self._ground.database
        self._ground.keyring.flush()
        if self._rows or self._commands:
            at = stamp(self._at) if self._rows and self._at is not None else None
            database.append(session, self._head, self._rows, self._commands, at)
        for follower, position in self._tracks.items():
            move(session, follower, self._tracked[follower], position)
        boxes.write(session, self._boxes)
        if self._ground.snapshots:
            loading.save(session, self._ground.snapshots)


class _Deciding:
    """The repository of one decision."""

    def __init__(self, batch: Batch) -> None:
        self._batch: Batch | None = batch
        self.found: set[str] = set()

    def find(self, kind: type[A], id: str) -> A:
        """See `kernel.aggregates.Repository`."""
        if self._batch is None:
            raise RuntimeError("the decision is over; its repository cannot be used any more")
        aggregate = self._batch.find(kind, id)
        self.found.add(id)
        return aggregate

    def tally(self, box: str) -> dict[str, int]:
        """See `kernel.aggregates.BallotBoxes`."""
        if self._batch is None:
            raise RuntimeError("the decision is over; its repository cannot be used any more")
        return self._batch.tally(box)

    def end(self) -> None:
        """After the decision."""
        self._batch = None
