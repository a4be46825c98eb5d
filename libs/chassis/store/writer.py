"""The one thread that writes a log: it drains what waits, records it in one transaction, and answers."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from time import monotonic
from typing import NamedTuple
from uuid import UUID

import structlog

from chassis.store.batch import Batch, DatabaseBroke, Ground
from chassis.store.contract import Appended, Work
from chassis.store.database import Trouble
from kernel.errors import Unavailable

_log = structlog.get_logger(__name__)

_EACH = 0.001
"""Seconds that a batch waits for each work that came the last time."""

_FIRST_PAUSE = 0.02
_LONGEST_PAUSE = 0.5


class Ticket(NamedTuple):
    """A work and whoever waits for it."""

    work: Work
    future: Future[Appended]


class Writer:
    """Group commit. What goes wrong in one work fails that one; what goes wrong with the database is tried again."""

    def __init__(self, ground: Ground, committed: Callable[[int], None]) -> None:
        self._ground = ground
        self._committed = committed
        self._waiting: deque[Ticket] = deque()
        self._changed = threading.Condition()
        self._closing = threading.Event()
        self._open = threading.Event()
        self._open.set()
        self._troubled: float | None = None
        self._company = 1
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Work) -> Future[Appended]:
        """Put a work in line."""
        future: Future[Appended] = Future()
        with self._changed:
            if self._closing.is_set():
                future.set_exception(Unavailable(what="store", why="it is closing"))
                return future
            self._waiting.append(Ticket(work, future))
            self._changed.notify()
        return future

    def pause(self, paused: bool) -> None:
        """Leave what comes in line until it is said to go on."""
        with self._changed:
            if paused:
                self._open.clear()
            else:
                self._open.set()
            self._changed.notify()

    def close(self) -> None:
        """Record what is in line, then stop; what was to wait is refused."""
        with self._changed:
            self._closing.set()
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                while not (self._waiting and self._open.is_set()) and not self._closing.is_set():
                    self._changed.wait()
                if not self._waiting:
                    return
                if not self._open.is_set():
                    self._refuse()
                    return
                # Where several write at once it pays to wait for the others: one transaction and one look at the disk for all.
                if self._company > 1:
                    self._changed.wait_for(self._gathered, min(_EACH * self._company, self._ground.settings.gather_seconds))
                count = min(len(self._waiting), self._ground.settings.batch)
                taken = [self._waiting.popleft() for _ in range(count)]
            self._company = count + len(self._waiting)
            tickets = [ticket for ticket in taken if ticket.future.set_running_or_notify_cancel()]
            while tickets:
                tickets = tickets[self._record(tickets) :]

    def _refuse(self) -> None:
        for ticket in self._waiting:
            if ticket.future.set_running_or_notify_cancel():
                ticket.future.set_exception(Unavailable(what="store", why="it is closing"))
        self._waiting.clear()

    def _gathered(self) -> bool:
        return len(self._waiting) >= self._company or self._closing.is_set()

    def _record(self, tickets: Sequence[Ticket]) -> int:
        """Record some tickets, from the first on, or fail them; how many."""
        unknown: set[UUID] = set()
        pause = _FIRST_PAUSE
        while True:
            try:
                count = self._attempt(tickets, unknown)
            except Exception as error:  # noqa: BLE001 - the thread outlives every error; each goes to those who wait
                cause = error.cause if isinstance(error, DatabaseBroke) else error
                trouble = self._ground.database.trouble(cause)
                _log.warning("store.commit_failed", trouble=trouble, works=len(tickets), error=repr(cause))
                if trouble in (Trouble.LOST, Trouble.BUSY) and self._patient():
                    # A commit whose answer was lost may have happened: the next attempt finds its command ids.
                    self._closing.wait(pause)
                    pause = min(pause * 2, _LONGEST_PAUSE)
                elif len(tickets) > 1 and trouble in (Trouble.OTHER, Trouble.CONFLICT):
                    # One of them cannot be written; alone it fails alone.
                    return sum(self._record([ticket]) for ticket in tickets)
                else:
                    for ticket in tickets:
                        ticket.future.set_exception(self._ground.database.refusal(cause))
                    return len(tickets)
            else:
                self._troubled = None
                return count

    def _patient(self) -> bool:
        """Whether to try again: the time counts from the first failure on, for all that come while the trouble lasts."""
        if self._troubled is None:
            self._troubled = monotonic()
        return monotonic() < self._troubled + self._ground.settings.retry_seconds and not self._closing.is_set()

    def _attempt(self, tickets: Sequence[Ticket], unknown: set[UUID]) -> int:
        batch: Batch | None = None
        try:
            with self._ground.database.log_writing() as session:
                batch = Batch(self._ground, session, [ticket.work for ticket in tickets], unknown)
                batch.run()
        except BaseException:
            if batch is not None:
                batch.discard()
            self._ground.snapshots.clear()
            raise
        self._ground.snapshots.clear()
        batch.adopt()
        self._committed(batch.position)
        for ticket, outcome in zip(tickets, batch.outcomes, strict=False):
            if isinstance(outcome, Exception):
                ticket.future.set_exception(outcome)
            else:
                ticket.future.set_result(outcome)
        return len(batch.outcomes)
