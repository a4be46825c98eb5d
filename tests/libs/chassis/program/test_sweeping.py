"""Days are swept as they end, and not by a time that has not come."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

from chassis.clock import Business
from chassis.delivery import Delivery
from chassis.node import sweeping
from chassis.sweeps import Sweeper
from chassis.telemetry import Log

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)


class Swept:
    """A sweeper of which one day is pending until it ran."""

    def __init__(self) -> None:
        self.ran = asyncio.Event()

    def pending(self) -> list[date]:
        return [] if self.ran.is_set() else [NOW.date()]

    async def run(self, deadline: float) -> None:
        assert deadline > 0
        self.ran.set()

    def until_midnight(self) -> float:
        return 0.0

    def unheard(self) -> list[str]:
        return []


class Said:
    """What was logged; tells when there is something."""

    def __init__(self) -> None:
        self.words: list[tuple[str, Any]] = []
        self.told = asyncio.Event()

    def warning(self, event: str, **facts: Any) -> None:
        self.words.append((event, facts))
        self.told.set()


async def test_days_wait_for_a_clock_that_is_behind_what_is_recorded() -> None:
    now = [NOW]
    clock, swept, said, stop = Business("findings", lambda: now[0]), Swept(), Said(), asyncio.Event()
    clock.observe(NOW + timedelta(days=1700))
    work = asyncio.create_task(sweeping.sweep_days(cast(Sweeper, swept), cast(Delivery, swept), clock, stop, cast(Log, said)))
    await asyncio.wait_for(said.told.wait(), 10)
    assert said.words[0] == ("sweeps-wait-for-clock", {"behind": 1700 * 86400.0})
    assert not swept.ran.is_set()
    now[0] = NOW + timedelta(days=1700)
    await asyncio.wait_for(swept.ran.wait(), 10)
    stop.set()
    await asyncio.wait_for(work, 10)
