"""The guard of a store: nothing is recorded before it is known to be whole, nor while it is not (R4)."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge

from chassis.pace import sleep
from chassis.recovery.forking import ForkRefused, Loss
from chassis.recovery.knowing import Held
from chassis.recovery.sources import Source
from chassis.recovery.suffix import Cannot, Plan, plan, put_back, standing
from chassis.store import Store, StoreBehind

_SOON = 0.25
_TICK = 1.0
_AGAIN = 5.0
_ASK = 30.0
_LEASE = 60.0

log = structlog.get_logger(__name__)


class RecoveryMetrics:
    """`behind` is the one to watch: events that are known and not here."""

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        at: dict[str, Any] = {"registry": registry if registry is not None else CollectorRegistry()}
        self.behind = Gauge("rectify_store_behind", "Events that are known and not in the database", **at)
        self.restored = Counter("rectify_store_restored", "Events put back from copies of the log", **at)
        self.unconfirmed = Gauge("rectify_store_unconfirmed", "1 while nobody outside has said how far this log went", **at)


@dataclass(slots=True)
class State:
    """What the guard last found: how many events are here and known, why nothing is recorded, what can be put back, and
    the first position that is nowhere (0 where that is not so, or not known).
    """

    here: int = 0
    held: Held = field(default_factory=Held)
    why: str = ""
    plan: Plan | None = None
    restored: int = 0
    lost: int = 0


class Guard:
    """Watches one store.

    Args:
        store: whose works are paused until the first look; look: what is known of the log, from everybody who can be asked.
        sources: copies, the best first; clock: business time; holder: of the lease under which rows are put back.
        patience: seconds after which a service that nobody has answered records all the same.
    """

    def __init__(
        self,
        store: Store,
        look: Callable[[bool], Awaitable[Held]],
        sources: Sequence[Source],
        clock: Callable[[], datetime],
        holder: str,
        *,
        patience: float,
        metrics: RecoveryMetrics | None = None,
    ) -> None:
        self.state = State()
        self.confirmed = asyncio.Event()
        self._store, self._look, self._sources = store, look, sources
        self._clock, self._holder, self._patience = clock, holder, patience
        self._metrics = metrics or RecoveryMetrics()
        self._lock = asyncio.Lock()
        self._until = time.monotonic() + patience
        self._asked = -_ASK

    @property
    def alarms(self) -> tuple[str, ...]:
        """Why nothing is recorded, for whoever asks whether this process is ready."""
        return (f"{StoreBehind.code}: {self.state.why}",) if self.state.why else ()

    async def run(self, stop: asyncio.Event) -> None:
        """Look until `stop`: often until it is known that all is here, and then now and then."""
        while not stop.is_set():
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001 - a database or disk that does not answer is asked again
                log.warning("guard-retries", source=self._store.source, error=repr(error))
            if self.state.why:
                await sleep(stop, _AGAIN)
            else:
                await sleep(stop, _TICK if self.confirmed.is_set() else _SOON)

    async def look(self, *, restore: bool = True, ask: bool = False) -> State:
        """Look once; where events are missing, put them back.

        Args:
            restore: False only says what could be done; ask: everybody who may know, though it was not long ago.
        """
        async with self._lock:
            ask = ask or not self.confirmed.is_set() or bool(self.state.why) or time.monotonic() - self._asked > _ASK
            held = await self._look(ask)
            if ask and held.asked:
                self._asked = time.monotonic()
            held = Held(held.signed, held.copied, max(held.counted, self.state.held.size), held.asked)
            self._store.demand(held.size)
            self.state.held = held
            ends = await asyncio.to_thread(self._store.ends) if ask else None
            self.state.here = min(ends.last, ends.position) if ends is not None else self._store.head().position
            self._metrics.behind.set(max(0, held.size - self.state.here))
            if self.state.here < held.size:
                await self._behind(held, restore)
            else:
                self.state.why = ""
                self._store.hold(None)
            self._settle(held)
            return self.state

    async def loss(self, fresh: str) -> tuple[Loss, int]:
        """What is lost of the log for good, were it to go on as `fresh`; the greatest checkpoint that is left.

        Which key would sign is still to be said (`vkey`).

        What can be had of the end is put back first.

        Raises:
            ForkRefused: nothing is lost, or that is not known; or rows are not what was signed, which is another case.
        """
        await self.look(ask=True)
        async with self._lock:
            origin, state, held = self._store.source, self.state, self.state.held
            if state.here >= held.size:
                raise ForkRefused(origin=origin, why="无损失 / nothing is lost")
            if not held.asked:
                raise ForkRefused(origin=origin, why="镜像未作答 / the mirror has not answered")
            if not state.lost:
                raise ForkRefused(origin=origin, why=state.why)
            await self._put_back_before(state.lost)
            behind = [who for who, size in held.copied if size < state.here and not who.startswith("LOG_")]
            if behind:
                why = f"{behind[0]} 尚未镜像全部现存事件 / {behind[0]} does not hold all events that are here yet"
                raise ForkRefused(origin=origin, why=why)
            try:
                root, sealed = await asyncio.to_thread(standing, self._store, held)
            except Cannot as error:
                raise ForkRefused(origin=origin, why=str(error)) from error
            return Loss(origin, fresh, "", state.here, root.hex(), held.size), sealed

    async def _put_back_before(self, lost: int) -> None:
        """Put back what copies give of an end that they do not give wholly."""
        if lost - 1 <= self.state.here:
            return
        held = self.state.held
        part = Held(tuple(one for one in held.signed if one.size < lost), (("copies", lost - 1),))
        sources = [one._replace(tail=True) for one in self._sources]
        try:
            made = await plan(self._store, part, sources)
            position = await put_back(self._store, part, sources, made, self._clock)
        except Cannot as error:
            raise ForkRefused(origin=self._store.source, why=str(error)) from error
        log.warning("store-restored", source=self._store.source, restored=position - self.state.here, sources=made.sources)
        self.state.here = position

    def _settle(self, held: Held) -> None:
        """From the first look on that everybody answered, or after a while, works are taken or refused."""
        if self.confirmed.is_set():
            return
        late = time.monotonic() > self._until
        if held.asked or late or self.state.why:
            self.confirmed.set()
            self._store.pause(False)
            self._metrics.unconfirmed.set(not held.asked)
            if late and not held.asked:
                log.warning("store-unconfirmed", source=self._store.source, here=self.state.here)

    async def _behind(self, held: Held, restore: bool) -> None:
        origin, here = self._store.source, self.state.here
        self._store.hold(StoreBehind(origin=origin, found=here, known=held.size))
        self._store.pause(False)  # who waits is told at once
        if not self.state.why:
            log.error("store-behind", source=origin, here=here, known=held.size, proven=held.proven)
        self.state.why = f"已知 {held.size} 个事件，此处有 {here} 个 / {here} of {held.size} events are here"
        try:
            self.state.plan = made = await plan(self._store, held, self._sources)
            self.state.lost = made.upto + 1 if made.upto < held.size else 0
            if not restore:
                return
            lease = await asyncio.to_thread(self._store.lease, "recovery", self._holder, _LEASE)
            if lease is None:
                return  # another replica is at it
            try:
                position = await put_back(self._store, held, self._sources, made, self._clock)
            finally:
                with suppress(Exception):  # it ends by itself
                    await asyncio.to_thread(self._store.unlease, lease)
        except Cannot as error:
            self.state.plan, self.state.lost = None, error.lost
            self.state.why = str(error)
            log.error("store-not-restored", source=origin, here=here, known=held.size, why=str(error))
            return
        self.state.restored += position - here
        self._metrics.restored.inc(position - here)
        self._metrics.behind.set(max(0, held.size - position))
        log.warning("store-restored", source=origin, restored=position - here, beyond=made.beyond, sources=made.sources)
        self.state.here = position
        if position >= held.size:
            self.state.why = ""
            self._store.hold(None)
        else:
            # What is nowhere was never signed: the copies that say so are shorter than somebody said.
            self.state.why = (
                f"已知 {held.size} 个事件，仅得 {position} 个 / {position} of {held.size} events are here, no copy has more"
            )
