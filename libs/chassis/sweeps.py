"""What a new day brings: each declared sweep, once a day, day by day, also for days on which nothing ran."""

import asyncio
import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from functools import cache, partial
from itertools import islice
from typing import Any, ClassVar
from uuid import UUID, uuid5

from chassis.refusals import ReadModelBehind, SweepBusy
from chassis.sealing.state import sealing, state_of
from chassis.sealing.years import turned, turning
from chassis.service import Service, Sweep
from chassis.store import Appended, Lease, Store, Work
from chassis.telemetry import Log, Metrics
from kernel.aggregates import Aggregate, Repository
from kernel.context import SYSTEM, Act, named
from kernel.errors import Kind, Refusal
from kernel.messages import Changes, Event, Id

# Names the commands of sweeps: the same item of the same day is the same command, whoever runs it and how often.
_NAMES = UUID("3b0a6f0e-52f4-5d0f-9a57-6a7f0a0e7c11")
_WINDOW = 256
_BATCHES = 8
_LEASE = 30.0
_CATCH_UP = 30.0
_PAGE = 500


class SweepCompleted(Event):
    """All sweeps of a day are done: `items` were looked at, of which `failed` could not be handled."""

    id: Id
    day: date
    items: int
    failed: int


@cache
def sweep_event(service: str) -> type[SweepCompleted]:
    """The event class of one service, stored as `<service>.sweep.completed.v1`."""
    space: dict[str, Any] = {
        "__module__": __name__,
        "__doc__": SweepCompleted.__doc__,
        "__annotations__": {"TOPIC": ClassVar[str], "STREAM": ClassVar[str]},
        "TOPIC": f"{service}.sweep.completed.v1",
        "STREAM": "id",
    }
    return type("SweepCompleted", (SweepCompleted,), space)


def with_sweeps(service: Service) -> Service:
    """The same service, which can also store which days are swept; unchanged when it has no sweeps."""
    event = sweep_event(service.name)
    if not service.sweeps or event in service.events:
        return service
    return replace(service, events=[*service.events, event])


class SweptDays(Aggregate):
    """The last day whose sweeps are complete."""

    day: date | None = None

    def evolve(self, event: Event, at: datetime) -> None:
        """Keep the day."""
        del at
        assert isinstance(event, SweepCompleted)  # noqa: S101 - the stream holds nothing else
        self.day = event.day


@dataclass(frozen=True, slots=True)
class Swept:
    """What a run did: the days completed, in order, and the number of events recorded."""

    days: tuple[date, ...] = ()
    events: int = 0


class Sweeper:
    """Runs the sweeps of one service; any replica may, one at a time.

    Args:
        service: its page; store: its store; clock: the business clock; zone: in which days begin.
        holder: name of this process in the lease.
        seals: whether the state of the log is sealed after the newest day.
    """

    def __init__(
        self,
        service: Service,
        store: Store,
        clock: Callable[[], datetime],
        zone: tzinfo,
        *,
        holder: str,
        metrics: Metrics,
        log: Log,
        policy: str = "",
        seals: bool = False,
    ) -> None:
        self._service = service
        self._store = store
        self._clock = clock
        self._zone = zone
        self._holder = holder
        self._metrics = metrics
        self._log = log
        self._policy = policy
        self._seals = seals
        self._stream = named("sweeps", service.name)
        self._busy = asyncio.Lock()
        self._known: tuple[int, date | None] | None = None

    def swept(self) -> date | None:
        """The last complete day, None before the first or when there is nothing to sweep."""
        if not self._service.sweeps:
            return None
        known = self._known
        # Any replica may have swept since; what it said is among what is new in the log.
        news = [] if known is None else self._store.read(known[0], _PAGE)
        if known is None or len(news) == _PAGE:
            position = self._store.head().position
            self._known = known = (position, self._store.repository().find(SweptDays, self._stream).day)
        elif news:
            latest = SweptDays(id=self._stream, day=known[1])
            for row in news:
                if row.aggregate == self._stream:
                    latest.evolve(self._store.decode(row).event, self._clock())
            self._known = known = (news[-1].position, latest.day)
        return known[1]

    def pending(self) -> list[date]:
        """Days that have begun and are not swept, in order; before the first sweep only today."""
        return self._days(self.swept()) if self._service.sweeps else []

    def _days(self, last: date | None) -> list[date]:
        """Those that follow the last complete one."""
        today = self._clock().astimezone(self._zone).date()
        first = today if last is None else last + timedelta(days=1)
        return [first + timedelta(days=n) for n in range((today - first).days + 1)]

    def until_midnight(self) -> float:
        """Seconds of business time until the next day begins."""
        now = self._clock().astimezone(self._zone)
        midnight = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), self._zone)
        return max(0.0, (midnight - now).total_seconds())

    async def run(self, deadline: float) -> Swept:
        """Sweep every pending day; nothing when all are swept.

        Args:
            deadline: by `time.monotonic()`.

        Raises:
            SweepBusy: another process sweeps and does not finish in time.
            ReadModelBehind: the projections do not catch up; the day stays pending.
            Refusal: the store does not take work; the day stays pending.
        """
        async with self._busy:
            done, events = [], 0
            days = await asyncio.to_thread(self.pending)
            while days:
                lease = await asyncio.to_thread(self._store.lease, f"sweep:{self._service.name}", self._holder, _LEASE)
                if lease is None:
                    if time.monotonic() >= deadline:
                        raise SweepBusy(service=self._service.name)
                    await asyncio.sleep(0.05)
                    days = await asyncio.to_thread(self.pending)
                    continue
                try:
                    for day in days:
                        events += await self._day(day, lease)
                        if self._seals and day == days[-1]:
                            await self._seal(day, lease)
                        done.append(day)
                finally:
                    await asyncio.to_thread(self._store.unlease, lease)
                days = self._days(days[-1])
            return Swept(tuple(done), events)

    async def _day(self, day: date, lease: Lease) -> int:
        events = items = failed = 0
        position, held = (await asyncio.to_thread(self._store.head)).position, -1
        for name, sweep in self._service.sweeps.items():
            # Each sees what was there when the day began, and what the sweeps before it did.
            if held < position:
                await self._folded(position)
                held = position
            due = iter(sweep.due(day, self._store.rows()))
            while window := await asyncio.to_thread(_next, due, max(_WINDOW, _BATCHES * sweep.batch)):
                items += len(window)
                if not await asyncio.to_thread(self._store.renew, lease, _LEASE):
                    raise SweepBusy(service=self._service.name)
                outcomes = await self._window(name, sweep, day, window)
                events += sum(len(one.rows) for one in outcomes if one is not None and not one.repeated)
                position = max([position, *(one.position for one in outcomes if one is not None)])
                failed += sum(one is None for one in outcomes)
        event = sweep_event(self._service.name)(id=self._stream, day=day, items=items, failed=failed)
        await self._submit(f"completed:{day}", day, partial(_complete, self._stream, event))
        self._log.info("swept", day=day.isoformat(), items=items, events=events, failed=failed)
        return events

    async def _seal(self, day: date, lease: Lease) -> None:
        """The years that ended, and the state as it is: of several days that are made up for, days that are over state no more."""
        if not await asyncio.to_thread(self._store.renew, lease, _LEASE):
            raise SweepBusy(service=self._service.name)
        kept = partial(self._store.renew, lease, _LEASE)
        years = partial(turned, self._service.name, self._store, day.year, self._zone, kept)
        for year in await asyncio.to_thread(lambda: list(years())):
            await self._submit(f"turned:{year.year}", day, turning(year))
        event = await asyncio.to_thread(state_of, self._service.name, self._store, day, kept)
        await self._submit(f"sealed:{day}", day, sealing(event))

    async def _window(self, name: str, sweep: Sweep, day: date, due: Sequence[str]) -> list[Appended | None]:
        """What came of each command: one an item, or one a batch and one for each item of a batch that failed."""
        batches = [due[start : start + sweep.batch] for start in range(0, len(due), sweep.batch)]
        outcomes = await self._commands(name, sweep, day, batches)
        settled = [outcome for outcome in outcomes if isinstance(outcome, Appended)]
        alone = [(item,) for batch, outcome in zip(batches, outcomes, strict=True) if outcome is None for item in batch]
        self._metrics.swept.labels(name, "ok").inc(len(due) - len(alone))
        if sweep.batch == 1:
            self._metrics.swept.labels(name, "failed").inc(len(alone))
            return [*settled, *(None for _ in alone)]
        # What fails in a batch must not hold up the others of it: each comes again by itself.
        singly = await self._commands(name, sweep, day, alone)
        failed = sum(outcome is None for outcome in singly)
        self._metrics.swept.labels(name, "ok").inc(len(alone) - failed)
        self._metrics.swept.labels(name, "failed").inc(failed)
        return [*settled, *singly]

    async def _commands(self, name: str, sweep: Sweep, day: date, batches: Sequence[Sequence[str]]) -> list[Appended | None]:
        """One command a batch; None for one that failed."""
        works = [self._submit(_named(name, day, batch), day, partial(_handle, sweep, batch, day), batch) for batch in batches]
        outcomes: list[Appended | None] = []
        for batch, outcome in zip(batches, await asyncio.gather(*works, return_exceptions=True), strict=True):
            if isinstance(outcome, Appended):
                outcomes.append(outcome)
                continue
            if isinstance(outcome, Refusal) and outcome.kind is Kind.UNAVAILABLE:
                raise outcome  # the store, not the item: the whole day comes again
            if not isinstance(outcome, Exception):
                raise outcome
            # An item that fails must not hold up the others; it is due again tomorrow, and the day's event counts it.
            outcomes.append(None)
            if len(batch) == 1:
                self._log.error("sweep-item-failed", sweep=name, day=day.isoformat(), item=batch[0], error=outcome)
        return outcomes

    async def _submit(
        self, name: str, day: date, decide: Callable[[Act, Repository], Changes], ahead: Sequence[str] = ()
    ) -> Appended:
        """What a day brings takes effect when the day begins, however late it is swept."""
        full = f"{self._store.source}:{name}"
        work = Work(
            command=uuid5(_NAMES, full),
            digest=hashlib.sha256(full.encode()).digest(),
            actor=SYSTEM,
            role="system",
            org="",
            decide=decide,
            policy_hash=self._policy,
            effective=datetime.combine(day, datetime.min.time(), self._zone),
            historical=True,
            ahead=ahead if len(ahead) > 1 else (),
        )
        return await asyncio.wrap_future(self._store.submit(work))

    async def _folded(self, position: int) -> None:
        if not await asyncio.to_thread(self._store.wait_projected, position, _CATCH_UP):
            raise ReadModelBehind(position=position)


def _next(due: Iterator[str], count: int) -> list[str]:
    """The next items of a sweep, as its question yields them, each once."""
    return list(dict.fromkeys(islice(due, count)))


def _named(name: str, day: date, batch: Sequence[str]) -> str:
    """What the command for these items is: the same items of the same day are the same command."""
    if len(batch) == 1:
        return f"{name}:{day}:{batch[0]}"
    return f"{name}:{day}:{len(batch)}:{hashlib.sha256(' '.join(batch).encode()).hexdigest()}"


def _handle(sweep: Sweep, items: Sequence[str], day: date, act: Act, repo: Repository) -> Changes:
    return [change for item in items for change in sweep.handler(item, day, act, repo)]


def _complete(stream: str, event: SweepCompleted, act: Act, repo: Repository) -> Changes:
    del act
    last = repo.find(SweptDays, stream).day
    return [] if last is not None and last >= event.day else [event]
