"""The relay: brings what the store holds onto a stream, in order, once, and notices when the stream was tampered with."""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import structlog
from google.protobuf.message import DecodeError
from nats.aio.client import Client
from rectify.log.v1.log_service_pb2 import StoredRow as WireRow

from chassis.delivery_metrics import DeliveryMetrics
from chassis.leases import hold
from chassis.pace import Doorbell, Pause, Timing, sleep
from chassis.published import instant, published
from chassis.service import Service
from chassis.store.contract import Store, StoredRow
from chassis.streams import (
    ANSWER,
    MAX_BATCH,
    MAX_BATCH_BYTES,
    PASSING,
    Kept,
    Outgoing,
    Retention,
    Stream,
    WrongLast,
    beat_subject,
    evt_stream,
    log_stream,
)
from translog.record import RecordError, leaf_hash, read_envelope, unpack, verify_record

log = structlog.get_logger(__name__)

# A stream made again carries at most this many messages; what is older is fetched from the source.
REPLAYED = 100_000

Kind = Literal["log", "evt"]

LEAF = "rectify-leaf"
SOURCE = "ce-source"


class Verdict(StrEnum):
    """What one look at the stream says."""

    SOUND = "sound"  # it continues our log
    MISSING = "missing"  # there is no such stream (R2)
    ALTERED = "altered"  # a message is not our row (R3)
    FOREIGN = "foreign"  # it carries the log of another origin
    ASTRAY = "astray"  # it is empty and its sequence lies beyond our log
    AHEAD = "ahead"  # it holds messages of our own origin that our store does not have (R4)


@dataclass(frozen=True, slots=True)
class Reading:
    """One look: two equal ones, some time apart, are believed. `last` is the stream's last sequence."""

    verdict: Verdict
    last: int = 0
    seen: str = ""


class StreamAhead(Exception):
    """The stream holds what the store has lost: the store is to be repaired from the mirror, the stream is evidence."""


class LogTorn(Exception):
    """The store does not give the row that follows: nothing is published past a hole."""


class Relay:
    """Extends one stream of a service, `LOG_<CTX>` (sequence = position) or `EVT_<CTX>` (sequence = published ordinal).

    The sequence that each append expects fences a second relay; the lease only avoids useless work.

    Args:
        service: whose log. store: its log. nc: a connection with the service's rights.
        kind: which stream.
        retention, timing, metrics: see there.
        trace: `traceparent` of the command that recorded a position, "" when not known.
        replayed: most messages that a stream made again carries.
    """

    def __init__(
        self,
        service: Service,
        store: Store,
        nc: Client,
        kind: Kind,
        *,
        retention: Retention = Retention(),  # noqa: B008 - frozen
        timing: Timing = Timing(),  # noqa: B008 - frozen
        metrics: DeliveryMetrics | None = None,
        trace: Callable[[int], str] = lambda _: "",
        replayed: int = REPLAYED,
    ) -> None:
        self._service = service
        self._store = store
        self.kind = kind
        self._timing = timing
        self._metrics = metrics or DeliveryMetrics()
        self._trace = trace
        self._replayed = replayed
        declared = log_stream(service.name) if kind == "log" else evt_stream(service.name)
        self.name = declared.name
        self._stream = Stream(nc.jetstream(timeout=ANSWER), declared, retention)
        self._position: int | None = None
        self._newest = 0
        self._joined = False

    @property
    def position(self) -> int:
        """The newest sequence known to be on the stream."""
        return self._newest

    async def run(self, stop: asyncio.Event, holder: str, bell: Doorbell) -> None:
        """Relay whatever is recorded, while this process holds the lease, until `stop`."""

        async def work() -> None:
            self._position = None
            pause = Pause(self._timing)
            while not stop.is_set():
                rung = bell.position
                try:
                    await self.run_once()
                except (*PASSING, StreamAhead, LogTorn) as error:
                    self._position = None
                    self._metrics.retries.labels(self.name).inc()
                    log.warning("relay-retries", stream=self.name, error=repr(error))
                    await pause.wait(stop)
                    continue
                pause.reset()
                if not await bell.wait(rung, self._timing.verify, stop):
                    self._position = None  # nothing to add for a while: look at the stream again

        await hold(self._store, f"relay:{self.kind}", holder, self._timing, stop, work)

    async def run_once(self) -> int:
        """Append everything that the store has and the stream has not; how many messages that were.

        Raises:
            StreamAhead: the stream holds messages that the store does not have.
            LogTorn: the store has a hole.
            Exception: one of `PASSING`; the next call looks at the stream afresh.
        """
        if self._position is None:
            self._position = await self._join()
        appended = 0
        while batch := await asyncio.to_thread(self._next, self._position):
            position, self._position = self._position, None  # unknown, should this be interrupted
            try:
                last = await self._stream.append(position, batch)
            except WrongLast as error:
                self._metrics.fenced.labels(self.name).inc()
                log.warning("relay-fenced", stream=self.name, expected=position, found=error.last)
                self._position = await self._join()
                continue
            if position < self._newest:
                # One reading may be stale; that the stream took what it had before proves that it was rolled back (R1).
                self._metrics.rewound.labels(self.name).inc()
                log.warning("stream-rolled-back", stream=self.name, known=self._newest, found=position)
            self._position = self._newest = last
            appended += len(batch)
            self._metrics.relayed.labels(self.name).inc(len(batch))
            self._metrics.sequence.labels(self.name).set(last)
        return appended

    # --- what to send ------------------------------------------------------------------------------------------------

    def _next(self, after: int) -> list[Outgoing]:
        batch: list[Outgoing] = []
        size = 0
        for expected, row in enumerate(self._rows(after, MAX_BATCH), after + 1):
            found = row.position if self.kind == "log" else row.pub
            if found != expected:
                if batch:
                    break
                raise LogTorn(f"{self._store.source}: {found} stands where {expected} belongs on {self.name}")
            message = self._message(row)
            size += message.size
            if batch and size > MAX_BATCH_BYTES:
                break
            batch.append(message)
        return batch

    def _rows(self, after: int, limit: int) -> Sequence[StoredRow]:
        return self._store.read(after, limit) if self.kind == "log" else self._store.read_published(after, limit)

    def _message(self, row: StoredRow) -> Outgoing:
        if self.kind == "log":
            return log_message(self._service.name, self._store.source, row)
        told = published(self._service, self._store.decode(row), self._trace(row.position))
        return Outgoing(told.subject, told.payload, dict(told.headers))

    # --- where the stream stands ---------------------------------------------------------------------------------------

    async def _join(self) -> int:
        """The sequence to append after; the stream is made, or made again, when two readings say that it must be."""
        while True:
            reading = await self._reading()
            if reading.verdict is Verdict.SOUND:
                self._newest = max(self._newest, reading.last)
                self._joined = True
                return reading.last
            if reading.verdict is Verdict.MISSING and not self._joined:
                await self._make()  # the first of all: creating destroys nothing, and an existing stream is left as it is
                await asyncio.sleep(self._timing.retry)
                continue
            await asyncio.sleep(self._timing.confirm)
            if await self._reading() == reading:
                await self._remedy(reading)

    async def _remedy(self, reading: Reading) -> None:
        """Act on a reading that was confirmed."""
        reason = reading.verdict.value
        log.error("stream-unsound", stream=self.name, reason=reason, last=reading.last, seen=reading.seen)
        if reading.verdict is not Verdict.MISSING:
            self._metrics.alarm(self.name, reason)
        if reading.verdict is Verdict.AHEAD:
            raise StreamAhead(f"{self.name} is at {reading.last}, beyond {self._store.source}")
        if reading.verdict is not Verdict.MISSING:
            await self._stream.delete()
        await self._make()
        self._metrics.recreated.labels(self.name, reason).inc()
        self._newest = 0

    async def _make(self) -> None:
        head = await asyncio.to_thread(self._head)
        await self._stream.create(max(1, head - self._replayed + 1))

    def _head(self) -> int:
        head = self._store.head()
        return head.position if self.kind == "log" else head.pub

    async def _reading(self) -> Reading:
        info = await self._stream.info()
        if info is None:
            return Reading(Verdict.MISSING)
        await self._stream.adjust(info)
        last = info.state.last_seq
        kept = await self._stream.last() if info.state.messages else None
        return await asyncio.to_thread(self._judge, last, kept)

    def _judge(self, last: int, kept: Kept | None) -> Reading:
        head = self._head()
        if kept is None:
            # All messages are past their age, or the stream is new: its sequence is all there is to go by.
            return Reading(Verdict.SOUND if last <= head else Verdict.ASTRAY, last)
        seen = kept.headers.get(LEAF, "")
        source = kept.headers.get(SOURCE)
        if kept.sequence > head or last > head:
            alone = kept.sequence == last == head + 1
            if source != self._store.source:
                return Reading(Verdict.FOREIGN, last, seen)
            return Reading(Verdict.ALTERED if alone and self._forged(kept) else Verdict.AHEAD, last, seen)
        (row,) = self._rows(kept.sequence - 1, 1)
        # A published event names the epoch in which it was recorded.
        if source != (read_envelope(unpack(row.state)[0]).src if self.kind == "evt" else self._store.source):
            return Reading(Verdict.FOREIGN, last, seen)
        leaf = leaf_hash(unpack(row.state)[0]).hex()
        same = seen == leaf and (self.kind == "evt" or kept.payload == wire_row(row))
        return Reading(Verdict.SOUND if same else Verdict.ALTERED, last, seen)

    def _forged(self, kept: Kept) -> bool:
        """Whether a message of `LOG_*` for which the store has no row is no record of this log: then nothing was lost."""
        if self.kind == "evt":
            return False
        try:
            row = WireRow.FromString(kept.payload)
            envelope = verify_record(row.state).envelope
        except (DecodeError, RecordError):
            return True
        said = (row.position, row.aggregate, str(row.version), row.topic)
        return said != (kept.sequence, envelope["agg"], envelope["ver"], envelope["type"])


def wire_row(row: StoredRow) -> bytes:
    """A stored row as it travels, to the mirror and on the stream."""
    made = WireRow(
        position=row.position,
        pub=row.pub or 0,
        aggregate=row.aggregate,
        version=row.version,
        topic=row.topic,
        state=row.state,
    )
    return made.SerializeToString(deterministic=True)


def log_message(context: str, source: str, row: StoredRow) -> Outgoing:
    """A stored row as a message of `LOG_<CTX>`: nothing but ids and hashes outside its payload."""
    leaf = leaf_hash(unpack(row.state)[0])
    return Outgoing(f"rectify.log.{context}.row", wire_row(row), {SOURCE: source, LEAF: leaf.hex()})


class Heartbeat:
    """Says every few seconds how far the log goes and is sealed, on plain NATS: who listens notices what did not come.

    Args:
        service, store, nc, timing: as in `Relay`.
    """

    def __init__(self, service: Service, store: Store, nc: Client, *, timing: Timing = Timing()) -> None:  # noqa: B008 - frozen
        self._store = store
        self._nc = nc
        self._subject = beat_subject(service.name)
        self._timing = timing

    async def run(self, stop: asyncio.Event, holder: str) -> None:
        """Beat while this process holds the lease, until `stop`."""

        async def work() -> None:
            while not stop.is_set():
                try:
                    await self.beat()
                except PASSING as error:
                    log.warning("heartbeat-unsent", error=repr(error))
                await sleep(stop, self._timing.beat)

        await hold(self._store, "heartbeat", holder, self._timing, stop, work)

    async def beat(self) -> None:
        """One heartbeat: source; position, published ordinal, time and leaf of the newest event; size and root sealed."""
        await self._nc.publish(self._subject, await asyncio.to_thread(self._say))

    def _say(self) -> bytes:
        head = self._store.head()
        newest = self._store.read(head.position - 1, 1) if head.position else []
        leaf = leaf_hash(unpack(newest[0].state)[0]).hex() if newest else ""
        sealed = self._store.checkpoint()
        said = {
            "source": self._store.source,
            "position": head.position,
            "pub": head.pub,
            "at": instant(head.at) if head.at else "",
            "leaf": leaf,
            "size": sealed.size if sealed is not None else 0,
            "root": sealed.root.hex() if sealed is not None else "",
        }
        return json.dumps(said).encode()
