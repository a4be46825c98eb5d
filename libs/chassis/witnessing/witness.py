"""The witness inside a service that mirrors others: what it cosigned it says in its own log, and that it is there."""

import asyncio
import hashlib
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid5

import structlog

from chassis.leases import hold
from chassis.pace import Pause, Timing, either, sleep
from chassis.store.contract import Store, Work
from chassis.store.witnessed import Accepted, Witnessed
from chassis.witnessing.events import WitnessDay, accepted_event, beat_event
from chassis.witnessing.judging import Judge
from chassis.witnessing.recalling import recall
from kernel.aggregates import Repository
from kernel.context import SYSTEM, Act, named
from kernel.messages import Changes, Event

_NAMES = UUID("5d1f9a52-0c0e-5b58-9a1b-6d5e0f3a7c44")
_BEAT = timedelta(seconds=60)
_TICK = 1.0

log = structlog.get_logger(__name__)


class Witness:
    """Mirror and witness in one: what it cosigns, it holds.

    Args:
        service: name of the service whose part it is; store: its own log.
        judge: decides what is cosigned; witnessed: what it remembers; clock: business time.
    """

    def __init__(
        self,
        service: str,
        store: Store,
        judge: Judge,
        witnessed: Witnessed,
        *,
        clock: Callable[[], datetime],
        timing: Timing = Timing(),  # noqa: B008 - frozen
    ) -> None:
        self.judge = judge
        self._service, self._store, self._witnessed = service, store, witnessed
        self._clock, self._timing = clock, timing

    def taken(self, source: str, count: int) -> None:
        """The mirror has new rows of an origin."""
        del source, count
        self.judge.taken()

    async def recall(self, stop: asyncio.Event) -> None:
        """Before anything is signed: what its own log says that it cosigned is remembered, whatever became of the memory."""
        while not self._store.steady and not stop.is_set():
            await sleep(stop, _TICK / 10)  # its own log may be on its way back
        if not stop.is_set():
            await self.judge.ask_all()
            await asyncio.to_thread(recall, self._service, self._store, self._witnessed)
            self.judge.recalled = True

    async def run(self, stop: asyncio.Event, holder: str) -> None:
        """Tell what is cosigned, by whichever process, while this one holds the lease, until `stop`."""
        await hold(self._store, "witness", holder, self._timing, stop, partial(self._work, stop))

    async def _work(self, stop: asyncio.Event) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._speak(stop))
            tasks.create_task(self._beat(stop))

    async def _speak(self, stop: asyncio.Event) -> None:
        pause = Pause(self._timing)
        while not stop.is_set():
            self.judge.accepted.clear()
            try:
                await self.tell()
            except Exception as error:  # noqa: BLE001 - a store that does not answer is waited for
                log.warning("witness-waits", why=repr(error))
                await pause.wait(stop)
                continue
            pause.reset()
            await either(stop, self.judge.accepted, _TICK)

    async def tell(self) -> None:
        """Record what was cosigned. Of its own log nothing: each such event would ask for the next."""
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
