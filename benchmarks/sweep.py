"""The daily sweep over millions of duties: an ordinary day, and every one of them looked at again."""

import asyncio
import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from benchmarks.figures import Figure
from chassis.main import settle
from chassis.node.assembly import whole
from chassis.projector import Projector
from chassis.service import Sweep
from chassis.store import MemoryKeyring, Store, Work, open_store
from chassis.sweeps import Sweeper
from chassis.telemetry import Metrics, logger
from kernel.aggregates import Repository
from kernel.context import NAMES, Act, named
from kernel.messages import Changes, Event
from kernel.tables import Rows
from supervision.events.obligation import Deadline, ObligationOpened
from supervision.handlers.obligations import obligation_day
from supervision.model.obligation import Obligation, obligation_id
from supervision.projections.obligations import OBLIGATIONS
from supervision.queries.obligations import due_obligations
from supervision.service import SERVICE

OBLIGATIONS_COUNT = int(os.environ.get("BENCH_OBLIGATIONS", "5000000"))
WHOLE, ORDINARY = 5_000_000, 50_000
ZONE = ZoneInfo("Asia/Shanghai")
BOOK = "guangxi-2022@1"

# The day whose sweep is measured. One duty in a hundred is reminded on it, the others have their next reminder later.
DAY = date(2026, 5, 13)
LOT = 250


class Watch:
    """A clock that stands on a day."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> datetime:
        return datetime.combine(self.day, datetime.min.time(), ZONE).astimezone(UTC) + timedelta(hours=1)


def opened(n: int) -> ObligationOpened:
    """The n-th duty: due twenty days after the day that is measured, or later."""
    case, org = named("case", "B1", f"O{n // 20}"), named("org", f"O{n // 20}")
    due = DAY + timedelta(days=20 if n % 100 == 0 else 21 + n % 60)
    return ObligationOpened(
        obligation=obligation_id(case, "R-07", str(n)),
        case=case,
        org=org,
        rule_id="R-07",
        rulebook=BOOK,
        kind=Deadline.HARD,
        obligor=org,
        subject=str(n),
        triggered_on=date(2026, 3, 2),
        due=due,
        warn_days=(20, 10, 0),
    )


def fill(store: Store, count: int) -> float:
    """Seconds to record so many duties, by the way on which every command records; 250 a command."""
    started, waiting = perf_counter(), []
    for first in range(0, count, LOT):
        events: list[Event] = [opened(n) for n in range(first, min(first + LOT, count))]

        def decide(_act: Act, repo: Repository, events: list[Event] = events) -> Changes:
            for event in events:
                repo.find(Obligation, event.stream)
            return list(events)

        command: UUID = uuid5(NAMES, f"fill{first}")
        digest = hashlib.sha256(command.bytes).digest()
        waiting.append(store.submit(Work(command, digest, "0" * 32, "system", "", decide, historical=True)))
        if len(waiting) >= 16:
            for future in waiting:
                future.result(600)
            waiting.clear()
    for future in waiting:
        future.result(600)
    return perf_counter() - started


def everything(_day: date, rows: Rows) -> Iterable[str]:
    """All duties, as if none said when to look at it next."""
    after: list[str] | None = None
    while page := rows.page(OBLIGATIONS, (), (), 1000, after):
        yield from (row["obligation"] for row in page)
        after = [page[-1]["obligation"]]


async def swept(store: Store, sweep: Sweep, day: date) -> tuple[float, int]:
    """Seconds for the sweep of a day with its read models, and the number of events that it brought."""
    service = replace(whole(SERVICE), sweeps={"obligations": sweep})
    watch = Watch(day)
    sweeper = Sweeper(service, store, watch, ZONE, holder="bench", metrics=Metrics(), log=logger("bench", io.StringIO()))
    projector = Projector(service, store)
    started = perf_counter()
    done = await sweeper.run(monotonic() + 60)
    await projector.fold([*service.projections], store.head().position)
    return perf_counter() - started, done.events


def bare(store: Store, items: Iterable[str]) -> float:
    """Items a second that are merely loaded, one after the other, by the same repository."""
    started, count, repository = perf_counter(), 0, store.repository()
    for item in items:
        assert repository.find(Obligation, item).exists
        count += 1
    return count / (perf_counter() - started)


def run() -> Iterator[Figure]:
    with TemporaryDirectory(prefix="rectify-sweep-") as scratch:
        watch = Watch(DAY - timedelta(days=1))
        store = open_store(
            f"sqlite:///{scratch}/supervision.db",
            whole(SERVICE),
            site="bench",
            epoch="1",
            clock=lambda: watch(),
            zone=ZONE,
            keyring=MemoryKeyring(),
        )
        store.migrate()
        settle()  # as every process of a service does
        seconds = fill(store, OBLIGATIONS_COUNT)
        print(f"  recorded {OBLIGATIONS_COUNT:,} duties in {seconds:.0f} s", flush=True)
        started = perf_counter()
        asyncio.run(Projector(whole(SERVICE), store).fold([*SERVICE.projections], store.head().position))
        print(f"  folded them into the read models in {perf_counter() - started:.0f} s", flush=True)
        yield from figures(store, watch)
        store.close()


def figures(store: Store, watch: Watch) -> Iterator[Figure]:
    """An ordinary day of the sweep as it is, then a day on which it looks at everything."""
    share = OBLIGATIONS_COUNT / WHOLE
    watch.day = DAY
    ordinary, events = asyncio.run(swept(store, Sweep(due_obligations, obligation_day, LOT), DAY))
    name = f"sweep of an ordinary day, 1 % of {OBLIGATIONS_COUNT:,} duties due"
    yield Figure(name, ordinary, " s", max(60 * share, 1), False, f"{events:,} events, {events / ordinary:,.0f}/s")
    watch.day = DAY + timedelta(days=1)
    rate = bare(store, [opened(n).obligation for n in range(min(OBLIGATIONS_COUNT, 20_000))])
    again, events = asyncio.run(swept(store, Sweep(everything, obligation_day, LOT), watch.day))
    name = f"sweep that looks at all {OBLIGATIONS_COUNT:,} duties again"
    yield Figure(name, again, " s", max(600 * share, 1), False, f"{OBLIGATIONS_COUNT / again:,.0f} duties/s, {events:,} events")
    ratio = OBLIGATIONS_COUNT / again / rate
    yield Figure("duties decided by the sweep ÷ duties merely loaded", ratio, "", 0.5, True, f"{rate:,.0f} loaded/s")
