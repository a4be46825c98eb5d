"""When delivery acts: pauses of the machine's clock, and the doorbell that ends them when the log grows."""

import asyncio
import threading
from contextlib import suppress
from dataclasses import dataclass

import structlog

from chassis.store.contract import Store

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Timing:
    """How long delivery waits, in seconds of the machine's clock.

    Attributes:
        lease: how long a right lasts when its holder dies; kept every third of it.
        beat: between heartbeats; silent: without a heartbeat after which a neighbour counts as silent.
        verify: between looks at a stream that nothing is added to.
        confirm: between two readings that must agree before a stream is made again or an alarm is raised.
        head: between questions to a neighbour for its head; lonely: the same while NATS does not answer.
        ack: before the server offers an unanswered message again; what a crash left unanswered holds its stream up so long.
        retry: first pause after a passing fault; retry_most: the longest.
        failures: pauses before an event is tried again; when they are used up it is set aside.
    """

    lease: float = 6.0
    beat: float = 5.0
    silent: float = 15.0
    verify: float = 5.0
    confirm: float = 10.0
    head: float = 30.0
    lonely: float = 2.0
    ack: float = 5.0
    retry: float = 0.05
    retry_most: float = 5.0
    failures: tuple[float, ...] = (0.1, 0.5, 1.0, 2.0)


class Pause:
    """Growing pauses after passing faults, ended early when everything is to stop."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._next = timing.retry

    def reset(self) -> None:
        """Something succeeded."""
        self._next = self._timing.retry

    async def wait(self, stop: asyncio.Event) -> None:
        """Wait, each time twice as long as before."""
        await sleep(stop, self._next)
        self._next = min(self._next * 2, self._timing.retry_most)


async def sleep(stop: asyncio.Event, seconds: float) -> bool:
    """Sleep, or return at once when `stop` is set; whether it is."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
    return stop.is_set()


async def either(stop: asyncio.Event, wanted: asyncio.Event, seconds: float) -> None:
    """Sleep until the time (s) is over, or one of the two is set."""
    waits = [asyncio.ensure_future(stop.wait()), asyncio.ensure_future(wanted.wait())]
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()


# Seconds of gathering that one event is worth.
_EACH = 0.01


class Doorbell:
    """Tells every loop of a process that its store's log has grown; one thread waits for all of them.

    The store rings when this process appends; another replica's appends are found by looking every `every` seconds.
    After a ring the next one waits, the longer the more came, `gather` seconds at most: under load what is appended
    meanwhile is followed in one go, and a single event is followed at once.
    """

    def __init__(self, store: Store, every: float = 0.5, gather: float = 0.1) -> None:
        self._store = store
        self._every = every
        self._gather = gather
        self._position = 0
        self._grown = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="doorbell", daemon=True)
        self._thread.start()

    @property
    def position(self) -> int:
        """The newest position known."""
        return self._position

    async def wait(self, after: int, patience: float, stop: asyncio.Event) -> bool:
        """Return when the log is longer than `after`, or the time (s) is over, or all ends; whether it is longer."""
        loop = asyncio.get_running_loop()
        end = loop.time() + patience
        while self._position <= after and not stop.is_set() and (left := end - loop.time()) > 0:
            await either(stop, self._grown, left)
        return self._position > after

    def close(self) -> None:
        """End the thread; it may take `every` seconds more to do so."""
        self._ended.set()

    def _watch(self) -> None:
        position = 0
        while not self._ended.is_set():
            try:
                found = self._store.wait(position, self._every)
            except Exception as error:
                if self._ended.is_set():
                    return  # the store was closed meanwhile, as it should be
                log.warning("head-unanswered", exc_info=error)
                self._ended.wait(self._every)
                continue
            grown, position = found - position, found
            # A row that is gone again was never appended by a store: the next one in its place is to ring as well.
            if grown and not self._ended.is_set():
                with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                    self._loop.call_soon_threadsafe(self._ring, found)
                self._ended.wait(min(self._gather, grown * _EACH))

    def _ring(self, position: int) -> None:
        self._position = position
        self._grown.set()
        self._grown = asyncio.Event()
