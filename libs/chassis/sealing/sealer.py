"""The sealer: brings what the store holds into tiles, proves that they continue what was signed, and signs the new root."""

import asyncio
import time

import structlog

from chassis.leases import hold
from chassis.pace import Doorbell, Pause, Timing, sleep
from chassis.sealing.cosigning import Cosigners
from chassis.sealing.metrics import SealMetrics
from chassis.sealing.refusals import SealRefused
from chassis.sealing.sealed import PASSING, SealedLog
from chassis.store.checkpoints import SEALER
from chassis.store.contract import Store
from translog.policy import Policy

_IDLE = 30.0
_STEADY = 0.1
_REST = 3.0  # the examination rests so many times as long as it works

log = structlog.get_logger(__name__)


class Sealer:
    """Seals one log, as long as this process may, as soon as something is recorded.

    Args:
        store: of the log, for the lease; sealed: the log and its seal.
        seconds: shortest time between two checkpoints.
        timing: of the lease and of pauses; again: seconds between two looks at a log that was refused.
        cosigners: who shows its checkpoints to witnesses; None when there are none.
    """

    def __init__(
        self,
        store: Store,
        sealed: SealedLog,
        *,
        seconds: float = 0.6,
        timing: Timing = Timing(),  # noqa: B008 - frozen
        again: float = 60.0,
        metrics: SealMetrics | None = None,
        cosigners: Cosigners | None = None,
    ) -> None:
        self._cosigners = cosigners
        self.alarm: SealRefused | None = None
        self._store, self._log = store, sealed
        self._seconds, self._timing, self._again = seconds, timing, again
        self._metrics = metrics or SealMetrics()
        self._waiting: float | None = None
        self._metrics.age.set_function(self._age)

    def renew(self, policy: Policy | None) -> None:
        """Another key signs the log: witnesses' answers are judged by this policy."""
        if self._cosigners is not None and policy is not None:
            self._cosigners.renew(policy)

    @property
    def alarms(self) -> tuple[str, ...]:
        """Why nothing is signed, for whoever asks whether this process is ready."""
        own = () if self.alarm is None else (f"the log is not sealed: {self.alarm.code}",)
        return own if self._cosigners is None else (*own, *self._cosigners.alarms)

    # --- life ----------------------------------------------------------------------------------------------------------

    async def run(self, stop: asyncio.Event, holder: str, bell: Doorbell) -> None:
        """Seal what is recorded, while this process holds the lease, until `stop`."""
        await hold(self._store, SEALER, holder, self._timing, stop, lambda: self._work(stop, bell))

    async def _work(self, stop: asyncio.Event, bell: Doorbell) -> None:
        await asyncio.to_thread(self._log.forget)
        examination: asyncio.Task[None] | None = None
        asking = asyncio.create_task(self._cosigners.run(stop)) if self._cosigners is not None else None
        pause, loop = Pause(self._timing), asyncio.get_running_loop()
        try:
            while not stop.is_set():
                if not self._store.steady:
                    await sleep(stop, _STEADY)  # nothing is signed before it is known that all is here
                    continue
                began = loop.time()
                try:
                    if self.alarm is not None:
                        # Whatever it was, all must be in order before anything is signed.
                        await asyncio.to_thread(self._log.join)
                        if not await self._examine(stop):
                            return
                    if examination is not None and examination.done():
                        examination.result()
                    left = await self._sealed()
                except SealRefused as refusal:
                    self._refuse(refusal)
                    self._waiting = self._waiting or time.monotonic()
                    await _ended(examination)
                    examination = None
                    await sleep(stop, self._again)
                    continue
                except PASSING as error:
                    self._metrics.retries.inc()
                    self._waiting = self._waiting or time.monotonic()
                    log.warning("seal-retries", source=self._log.origin, error=repr(error))
                    await pause.wait(stop)
                    continue
                pause.reset()
                self._in_order()
                examination = examination or asyncio.create_task(self._look_back(stop))
                if not left:
                    self._waiting = None
                    await self._grown(bell, stop, examination)
                    await sleep(stop, began + self._seconds - loop.time())
            if self.alarm is None and self._store.steady:
                await self._last()
        finally:
            await _ended(examination)
            await _ended(asking)

    def _seal(self) -> int:
        with self._metrics.seconds.time():
            left = self._log.seal()
        self._metrics.size.set(self._log.size)
        return left

    async def _sealed(self) -> int:
        before = self._log.size
        left = await asyncio.to_thread(self._seal)
        if self._cosigners is not None and self._log.size > before:
            self._cosigners.grown()
        return left

    async def _grown(self, bell: Doorbell, stop: asyncio.Event, examination: asyncio.Task[None]) -> None:
        """Wait until there is something to seal, or the examination found something, or for a while."""
        bells = asyncio.ensure_future(bell.wait(self._log.size, _IDLE, stop))
        try:
            if examination.done():
                await bells
            else:
                await asyncio.wait([bells, examination], return_when=asyncio.FIRST_COMPLETED)
        finally:
            bells.cancel()
        if bell.position > self._log.size:
            self._waiting = self._waiting or time.monotonic()

    async def _last(self) -> None:
        """What was recorded until the end is sealed at the end."""
        try:
            while await asyncio.to_thread(self._seal):
                continue
        except (SealRefused, *PASSING) as error:
            log.warning("seal-left", source=self._log.origin, error=repr(error))

    def _refuse(self, refusal: SealRefused) -> None:
        if self.alarm is None or self.alarm.code != refusal.code:
            log.error("seal-refused", source=self._log.origin, code=refusal.code, why=refusal.text("en"))
        self.alarm = refusal
        self._metrics.alarms.labels(refusal.reason).inc()
        self._metrics.alarmed.set(1)

    def _in_order(self) -> None:
        if self.alarm is not None:
            log.info("seal-resumed", source=self._log.origin, after=self.alarm.code)
        self.alarm = None
        self._metrics.alarmed.set(0)

    def _age(self) -> float:
        waiting = self._waiting
        return 0.0 if waiting is None else time.monotonic() - waiting

    # --- the whole log -------------------------------------------------------------------------------------------------

    async def _look_back(self, stop: asyncio.Event) -> None:
        """Examine the log once, beside sealing. Raises `SealRefused`."""
        pause = Pause(self._timing)
        while not stop.is_set():
            try:
                await self._examine(stop)
            except PASSING as error:
                log.warning("examination-retries", source=self._log.origin, error=repr(error))
                await pause.wait(stop)
            else:
                return

    async def _examine(self, stop: asyncio.Event) -> bool:
        """Read the whole log again up to its newest checkpoint, a little at a time; whether it came to the end.

        Raises:
            SealRefused: rows, tiles and checkpoints do not say the same.
        """
        pages, reached = self._log.examine(), 0
        while not stop.is_set():
            began = time.monotonic()
            position = await asyncio.to_thread(next, pages, None)
            if position is None:
                if reached:
                    log.info("log-examined", source=self._log.origin, size=reached)
                return True
            reached = position
            self._metrics.examined.set(position)
            await sleep(stop, (time.monotonic() - began) * _REST)
        return False


async def _ended(task: "asyncio.Task[None] | None") -> None:
    if task is not None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
