"""The mirror's feed: brings the whole logs of other services into the mirror, by stream, and from the source where a
stream has a hole.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime

import structlog
from google.protobuf.message import DecodeError
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.js import JetStreamContext
from nats.js.api import AckPolicy, ConsumerConfig, DeliverPolicy
from nats.js.errors import NotFoundError
from rectify.log.v1.log_service_pb2 import ReadLogResponse
from rectify.log.v1.log_service_pb2 import StoredRow as WireRow

from chassis.bus import Access, connect
from chassis.delivery_metrics import DeliveryMetrics
from chassis.leases import hold
from chassis.natsserver import durable
from chassis.pace import Pause, Timing, either
from chassis.store.contract import Store, StoredRow
from chassis.store.mirror import Mirrored, MirrorStore, OutOfTurn
from chassis.streams import ANSWER, PASSING, beat_subject, log_stream
from translog.errors import RecordError
from translog.record import leaf_hash, unpack

log = structlog.get_logger(__name__)

# ReadLog of a service: (after, limit) to its response; raises whatever the transport raises.
ReadLog = Callable[[int, int], Awaitable[ReadLogResponse]]

PAGE = 500
BATCH = 200
ASKED = 50  # messages asked for at once


class MirrorStopped(Exception):
    """A row of the source itself was not taken: what follows it waits until somebody has looked at the conflict."""


class MirrorFeed:
    """Mirrors one service's log, strictly by position; the stream brings rows quickly, the source brings all of them.

    Args:
        store: of the service that mirrors, for the lease. mirror: where rows are kept. context: whose log.
        read_log: reads the log from its source.
        clock: business time, for conflicts and heartbeats.
        timing, metrics: see there.
        taken: told the origin and how many rows were kept, after each time.
    """

    def __init__(
        self,
        store: Store,
        mirror: MirrorStore,
        context: str,
        read_log: ReadLog,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        *,
        timing: Timing = Timing(),  # noqa: B008 - frozen
        metrics: DeliveryMetrics | None = None,
        taken: Callable[[str, int], None] = lambda _source, _count: None,
    ) -> None:
        self.context = context
        self._store = store
        self._mirror = mirror
        self._read_log = read_log
        self._clock = clock
        self._timing = timing
        self._metrics = metrics or DeliveryMetrics()
        self._taken = taken
        self._stream = log_stream(context)
        self._source = ""
        self._lock = asyncio.Lock()
        self._wanted = asyncio.Event()
        self._stuck_at = -1
        self._client: Client | None = None

    async def run(self, stop: asyncio.Event, holder: str, access: Access | None, user: str) -> None:
        """Mirror while this process holds the lease, until `stop`.

        Args:
            stop: ends it. holder: name of this process. access: to NATS; None reads from the source alone.
            user: name of the service that mirrors.
        """

        async def work() -> None:
            async with asyncio.TaskGroup() as tasks:
                following = tasks.create_task(self._follow(stop, access, user)) if access is not None else None
                await self._ask(stop)
                if following is not None:
                    following.cancel()

        await hold(self._store, f"mirror:{self.context}", holder, self._timing, stop, work)

    # --- from the source -----------------------------------------------------------------------------------------------

    async def catch_up(self) -> int:
        """Read everything that is missing from the source; how many rows.

        Raises:
            MirrorStopped: a row of the source conflicts. Exception: what `read_log` raises.
        """
        async with self._lock:
            taken = 0
            while True:
                after = await self._position()
                page = await self._read_log(after, PAGE)
                self._follow_origin(page.source)
                if await self._position() != after:
                    continue
                if not page.rows:
                    return taken
                try:
                    done = await self._keep(page.source, [_stored(row) for row in page.rows])
                except OutOfTurn as error:
                    raise MirrorStopped(str(error)) from error
                taken += done.taken
                if done.conflicts:
                    raise MirrorStopped(f"{page.source}:{done.conflicts[0].position}: {done.conflicts[0].why}")

    async def _ask(self, stop: asyncio.Event) -> None:
        pause = Pause(self._timing)
        while not stop.is_set():
            self._wanted.clear()
            try:
                await self.catch_up()
            except Exception as error:  # noqa: BLE001 - the source may be down for as long as it likes
                self._metrics.retries.labels(f"mirror:{self.context}").inc()
                log.info("mirror-waits", context=self.context, why=repr(error))
                await pause.wait(stop)
                continue
            pause.reset()
            connected = self._client is not None and self._client.is_connected
            await either(stop, self._wanted, self._timing.head if connected else self._timing.lonely)

    # --- from the stream -----------------------------------------------------------------------------------------------

    async def _follow(self, stop: asyncio.Event, access: Access, user: str) -> None:
        pause = Pause(self._timing)
        client = self._client = await connect(access, self._metrics, f"rectify-{user}-mirror-{self.context}")
        try:
            await client.subscribe(beat_subject(self.context), cb=self._beat)
            while not stop.is_set():
                try:
                    await self.pull(client.jetstream(timeout=ANSWER), user, stop)
                except PASSING as error:
                    log.info("mirror-stream-retries", context=self.context, error=repr(error))
                await pause.wait(stop)
        finally:
            self._client = None
            with suppress(*PASSING):
                await client.close()

    async def pull(self, js: JetStreamContext, user: str, stop: asyncio.Event) -> None:
        """Take batches from the stream until `stop`.

        Raises:
            Exception: one of `PASSING`: the stream or its consumer is gone, or NATS is.
        """
        name = durable(user)
        try:
            await js.consumer_info(self._stream.name, name)
        except NotFoundError:
            await js.add_consumer(
                self._stream.name,
                ConsumerConfig(
                    name=name,
                    durable_name=name,
                    filter_subject=self._stream.subjects,
                    deliver_policy=DeliverPolicy.BY_START_SEQUENCE,
                    opt_start_seq=await self._position() + 1,
                    ack_policy=AckPolicy.ALL,
                    ack_wait=30.0,
                    max_deliver=-1,
                    max_ack_pending=4 * BATCH,
                ),
            )
        pulled = await js.pull_subscribe_bind(durable=name, stream=self._stream.name)
        try:
            quiet = 0
            while not stop.is_set():
                try:
                    # nats-py raises its own TimeoutError or the builtin one; the former is one of the latter.
                    messages = await pulled.fetch(BATCH, timeout=1.0)
                except TimeoutError:
                    messages = []
                if not messages:  # nothing came; an empty answer says the same
                    quiet += 1
                    if quiet % 5 == 0:  # nobody tells a puller that its consumer went with its stream
                        await js.consumer_info(self._stream.name, name)
                    continue
                quiet = 0
                # A server that died knows no acknowledgement of its last moment: old messages may come behind newer ones.
                messages.sort(key=lambda message: message.metadata.sequence.stream)
                await self._offer(messages)
                await messages[-1].ack()
        finally:
            with suppress(*PASSING):
                await pulled.unsubscribe()

    async def _offer(self, messages: Sequence[Msg]) -> None:
        """Keep what follows; a hole, or anything wrong with the stream's copy, is left to the source."""
        async with self._lock:
            rows = self._readable(messages)
            if rows is None or not self._source:
                self._wanted.set()
                return
            try:
                for run in _runs(rows):
                    done = await self._keep(self._source, run)
                    if done.conflicts:
                        self._wanted.set()
                        return
            except OutOfTurn as error:
                log.warning("mirror-gap", context=self.context, position=error.position, error=str(error))
                self._wanted.set()

    def _readable(self, messages: Sequence[Msg]) -> list[StoredRow] | None:
        """The rows of a batch, in order; None when one of them is not what its headers say."""
        rows = []
        for message in messages:
            headers = message.headers or {}
            try:
                row = _stored(WireRow.FromString(message.data))
                leaf = leaf_hash(unpack(row.state)[0]).hex()
            except (DecodeError, RecordError):
                leaf, row = "", None
            if row is None or headers.get("rectify-leaf") != leaf:
                self._metrics.alarm(f"mirror:{self.context}", "copy")
                log.error("mirror-copy-altered", context=self.context, sequence=message.metadata.sequence.stream)
                return None
            if headers.get("ce-source") != self._source:
                return None  # of an earlier or a newer epoch
            rows.append(row)
        return rows

    async def _beat(self, message: Msg) -> None:
        try:
            said = json.loads(message.data)
            source, known = str(said["source"]), int(said["position"])
        except (ValueError, KeyError, TypeError):
            log.warning("heartbeat-unreadable", context=self.context)
            return
        if source != self._source:
            self._wanted.set()  # the source itself says what its origin is
            return
        await asyncio.to_thread(self._mirror.note, source, known, self._clock())
        position = await self._position()
        if known > position and self._stuck_at == position:
            self._wanted.set()
        self._stuck_at = position if known > position else -1

    # --- keeping -------------------------------------------------------------------------------------------------------

    async def _position(self) -> int:
        return (await asyncio.to_thread(self._mirror.head, self._source)).position if self._source else 0

    def _follow_origin(self, source: str) -> None:
        if source != self._source:
            if source.count("/") != 2 or source.split("/")[1] != self.context:
                raise MirrorStopped(f"{self.context} says that its origin is {source}")
            log.info("mirror-origin", context=self.context, source=source)
            self._source = source

    async def _keep(self, source: str, rows: Sequence[StoredRow]) -> Mirrored:
        done = await asyncio.to_thread(self._mirror.append, source, rows, self._clock())
        if done.taken:
            self._metrics.mirrored.labels(source).inc(done.taken)
            self._taken(source, done.taken)
        for conflict in done.conflicts:
            self._metrics.alarm(f"mirror:{source}", "conflict")
            log.error("mirror-conflict", source=source, position=conflict.position, why=conflict.why)
        return done


async def newest(js: JetStreamContext, context: str, most: int) -> list[tuple[int, bytes]]:
    """The newest messages of a service's `LOG_<CTX>`: sequence and the leaf (32 bytes) that its payload gives, in order.

    Empty when there is no stream; a payload that is no row gives an empty leaf.
    """
    stream = log_stream(context)
    try:
        state = (await js.stream_info(stream.name)).state
    except NotFoundError:
        return []
    found: list[tuple[int, bytes]] = []
    sequences = range(max(state.first_seq, state.last_seq - most + 1), state.last_seq + 1)
    for start in range(0, len(sequences), ASKED):
        found += [
            one for one in await asyncio.gather(*(_leaf(js, stream.name, n) for n in sequences[start : start + ASKED])) if one
        ]
    return found


async def _leaf(js: JetStreamContext, stream: str, sequence: int) -> tuple[int, bytes] | None:
    try:
        kept = await js.get_msg(stream, sequence)
    except NotFoundError:
        return None
    try:
        return sequence, leaf_hash(unpack(WireRow.FromString(kept.data or b"").state)[0])
    except (DecodeError, RecordError):
        return sequence, b""


def _runs(rows: Iterable[StoredRow]) -> list[list[StoredRow]]:
    """Rows cut where one does not follow the one before it."""
    runs: list[list[StoredRow]] = []
    for row in rows:
        if runs and row.position == runs[-1][-1].position + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _stored(row: WireRow) -> StoredRow:
    return StoredRow(row.position, row.pub or None, row.aggregate, row.version, row.topic, row.state)
