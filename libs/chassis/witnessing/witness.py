"""Cosigns the checkpoints of mirrored logs, each only after its events are here and give its root."""

import asyncio
import hashlib
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid5

import structlog
from rectify.log.v1.log_service_pb2 import GetCheckpointResponse

from chassis.delivery_metrics import DeliveryMetrics
from chassis.leases import hold
from chassis.pace import Pause, Timing, either, sleep
from chassis.store.contract import Store, Work
from chassis.store.mirror import MirrorStore
from chassis.store.witnessed import Accepted, Refused, Witnessed
from chassis.witnessing.events import WitnessDay, accepted_event, beat_event
from chassis.witnessing.recalling import recall
from kernel.aggregates import Repository
from kernel.context import SYSTEM, Act, named
from kernel.messages import Changes, Event
from translog.checkpoint import Checkpoint, cosign, open_checkpoint
from translog.errors import TranslogError
from translog.merkle import CompactTree
from translog.note import ED25519, SignerKey, VerifierKey, parse_note, write_note

_NAMES = UUID("5d1f9a52-0c0e-5b58-9a1b-6d5e0f3a7c44")
_PAGE = 10_000
_IDLE = 5.0
_AGAIN = 30.0
_BEAT = timedelta(seconds=60)
_TICK = 1.0

log = structlog.get_logger(__name__)

AskCheckpoint = Callable[[str], Awaitable[GetCheckpointResponse]]
"""GetCheckpoint of a service by name; raises whatever the transport raises."""


class Witness:
    """Mirror and witness in one: what it cosigns, it holds.

    Args:
        service: name of the service whose part it is, and `services` whose logs it mirrors, its own among them.
        store: its own log, which says what was cosigned; mirror: the kept logs; witnessed: what it remembers.
        signer: its key; ask: asks a service for its newest checkpoint.
        clock: business time, that of its cosignatures.
        pace: seconds between two looks at a log that grows.
    """

    def __init__(
        self,
        service: str,
        services: Sequence[str],
        store: Store,
        mirror: MirrorStore,
        witnessed: Witnessed,
        signer: SignerKey,
        ask: AskCheckpoint,
        *,
        clock: Callable[[], datetime],
        timing: Timing = Timing(),  # noqa: B008 - frozen
        metrics: DeliveryMetrics | None = None,
        pace: float = 0.4,
    ) -> None:
        self._service, self._services = service, services
        self._store, self._mirror, self._witnessed = store, mirror, witnessed
        self._signer, self._ask = signer, ask
        self._clock, self._timing, self._pace = clock, timing, pace
        self._metrics = metrics or DeliveryMetrics()
        self._wanted = {name: asyncio.Event() for name in services}
        self._trees: dict[str, CompactTree] = {}
        self._telling = asyncio.Lock()
        self._refused: dict[str, Refused] = {}

    @property
    def alarms(self) -> tuple[str, ...]:
        """Which logs are not cosigned any more, and why, for whoever asks whether this process is ready."""
        return tuple(f"{context} is not cosigned: {refused.reason}" for context, refused in sorted(self._refused.items()))

    def taken(self, source: str, count: int) -> None:
        """The mirror has new rows of an origin."""
        del count
        wanted = self._wanted.get(source.split("/")[1])
        if wanted is not None:
            wanted.set()

    async def run(self, stop: asyncio.Event, holder: str) -> None:
        """Cosign while this process holds the lease, until `stop`."""
        await hold(self._store, "witness", holder, self._timing, stop, partial(self._work, stop))

    async def _work(self, stop: asyncio.Event) -> None:
        self._trees.clear()
        while not self._store.steady and not stop.is_set():
            await sleep(stop, _TICK)  # its own log may be on its way back, and with it what it remembers
        await asyncio.to_thread(recall, self._service, self._store, self._witnessed)
        async with asyncio.TaskGroup() as tasks:
            for name in self._services:
                tasks.create_task(self._follow(name, stop))
            tasks.create_task(self._beat(stop))

    async def _follow(self, context: str, stop: asyncio.Event) -> None:
        wanted, pause = self._wanted[context], Pause(self._timing)
        while not stop.is_set():
            wanted.clear()
            try:
                level = await self.look(context)
            except Refused as refused:
                if context not in self._refused:
                    log.error("checkpoint-refused", context=context, size=refused.size, reason=refused.reason, why=str(refused))
                self._refused[context] = refused
                self._metrics.alarm(f"witness:{context}", refused.reason)
                await sleep(stop, _AGAIN)
                continue
            except Exception as error:  # noqa: BLE001 - the log's service may be down for as long as it likes
                self._metrics.retries.labels(f"witness:{context}").inc()
                log.info("witness-waits", context=context, why=repr(error))
                await pause.wait(stop)
                continue
            self._refused.pop(context, None)
            pause.reset()
            if level:
                await either(stop, wanted, _IDLE)
            # What has just come is sealed in a moment, together with what follows it.
            await sleep(stop, self._pace)

    # --- one look ------------------------------------------------------------------------------------------------------

    async def look(self, context: str) -> bool:
        """Ask a log for its newest checkpoint and cosign it; whether all that is mirrored of it is cosigned.

        Raises:
            Refused: the checkpoint is not cosigned, and somebody must look at why.
            Exception: what asking and the databases raise.
        """
        answer = await self._ask(context)
        if not answer.note:
            return True
        level = await asyncio.to_thread(self._consider, context, answer)
        await self._tell()
        return level

    def _consider(self, context: str, answer: GetCheckpointResponse) -> bool:
        origin, note = answer.source, answer.note.encode()
        checkpoint = _opened(context, answer)
        size = checkpoint.size
        newest = self._witnessed.newest(origin)
        head = self._mirror.head(origin).position
        if newest is not None and size < newest.size:
            raise Refused(origin, size, "rollback", f"size {newest.size} was cosigned before")
        if head < size:
            return False
        if newest is None or size > newest.size:
            root = self._root(origin, size, newest)
            if root != checkpoint.root:
                self._trees.pop(origin, None)
                raise Refused(origin, size, "root", f"it says {checkpoint.root.hex()}, its mirrored events give {root.hex()}")

        def sign(last: int) -> tuple[int, bytes]:
            at = max(int(self._clock().timestamp()), last)
            signatures = [one for one in parse_note(note).signatures if (one.name, one.key_id) in keys]
            return at, write_note(checkpoint.text, [*signatures, cosign(checkpoint, self._signer, at)])

        key = VerifierKey.parse(answer.vkey)
        keys = {(key.name, key.key_id)}
        accepted = self._witnessed.accept(origin, answer.vkey, size, checkpoint.root, sign)
        if accepted is not None and origin == self._store.source:
            self._store.cosign(size, accepted.note)
        return head == size

    def _root(self, origin: str, size: int, newest: Accepted | None) -> bytes:
        """Root of the first `size` mirrored events, on the way to which lies the root that was cosigned last."""
        tree = self._trees.get(origin)
        if tree is None or tree.size > size or (newest is not None and tree.size > newest.size):
            tree = self._trees[origin] = CompactTree()
        if newest is not None and tree.size <= newest.size:
            self._grow(tree, origin, newest.size)
            if tree.root() != newest.root:
                self._trees.pop(origin, None)
                raise Refused(origin, size, "mirror", f"the mirrored events do not give the root cosigned at {newest.size}")
        self._grow(tree, origin, size)
        return tree.root()

    def _grow(self, tree: CompactTree, origin: str, size: int) -> None:
        while tree.size < size:
            leaves = self._mirror.leaves(origin, tree.size, min(_PAGE, size - tree.size))
            if not leaves:
                raise Refused(origin, size, "mirror", f"the mirror ends at {tree.size}")
            tree.extend(leaves)

    # --- its own log ---------------------------------------------------------------------------------------------------

    async def _tell(self) -> None:
        """Record what was cosigned. Of its own log nothing: each such event would ask for the next."""
        async with self._telling:
            for one in await asyncio.to_thread(self._witnessed.untold):
                if one.origin != self._store.source:
                    await self._record(f"accepted:{one.origin}:{one.size}", partial(self._accepted, one))
                await asyncio.to_thread(self._witnessed.tell, one.origin, one.size)

    def _accepted(self, one: Accepted, act: Act) -> Event:
        stream = named("cosigned", one.origin, act.today.isoformat())
        event = accepted_event(self._service)
        return event(id=stream, origin=one.origin, size=one.size, root=one.root.hex(), cosigned=one.at)

    async def _beat(self, stop: asyncio.Event) -> None:
        """Say each minute of business time that it is there: a gap between two of these says that it was not."""
        last: datetime | None = None
        pause = Pause(self._timing)
        beaten = time.monotonic()
        while not stop.is_set():
            now = self._clock()
            # A machine that slept began anew when it woke: time went on without it.
            slept = last is not None and (now - last).total_seconds() - (time.monotonic() - beaten) > _BEAT.total_seconds()
            if last is None or now - last >= _BEAT:
                try:
                    logs = len(await asyncio.to_thread(self._witnessed.logs))
                    await self._record(f"beat:{now.isoformat()}", partial(self._alive, logs, last is None or slept))
                except Exception as error:  # noqa: BLE001 - a store that does not answer is waited for
                    log.warning("witness-beat-waits", why=repr(error))
                    await pause.wait(stop)
                    continue
                last, beaten = now, time.monotonic()
                pause.reset()
            await sleep(stop, _TICK)

    def _alive(self, logs: int, began: bool, act: Act) -> Event:
        stream = named("witness", self._store.source, act.today.isoformat())
        return beat_event(self._service)(id=stream, day=act.today, logs=logs, began=began)

    async def _record(self, name: str, event: Callable[[Act], Event]) -> None:
        def decide(act: Act, repo: Repository) -> Changes:
            made = event(act)
            repo.find(WitnessDay, made.stream)
            return [made]

        full = f"{self._store.source}:{name}"
        work: Any = Work(
            command=uuid5(_NAMES, full),
            digest=hashlib.sha256(full.encode()).digest(),
            actor=SYSTEM,
            role="system",
            org="",
            decide=decide,
        )
        await asyncio.wrap_future(self._store.submit(work))


def _opened(context: str, answer: GetCheckpointResponse) -> Checkpoint:
    """The checkpoint of an answer, signed by the key of its origin, which is one of the service that was asked."""
    origin = answer.source
    if origin.count("/") != 2 or origin.split("/")[1] != context:
        raise Refused(origin, answer.size, "origin", f"{context} says that its origin is {origin}")
    try:
        key = VerifierKey.parse(answer.vkey)
        if key.name != origin or key.kind != ED25519:
            raise Refused(origin, answer.size, "key", f"its key is {answer.vkey}")
        return open_checkpoint(answer.note.encode(), [key], origin).checkpoint
    except TranslogError as error:
        raise Refused(origin, answer.size, "signature", f"{error.code}: {error}") from error
