"""Sweeps the days of a service that runs in real time, as they end."""

import asyncio
import time

from chassis.clock import Business
from chassis.delivery import Delivery
from chassis.pace import sleep
from chassis.sweeps import Sweeper
from chassis.telemetry import Log

_EVERY = 30.0
_LIMIT = 3600.0
_UNHEARD = 30.0


async def sweep_days(sweeper: Sweeper, delivery: Delivery, clock: Business, stop: asyncio.Event, log: Log) -> None:
    """Sweep what is due, each day after its end, until `stop`."""
    # What met a duty may have been published while this process was away; a neighbour that is away holds no day up.
    until = time.monotonic() + _UNHEARD
    while (unheard := delivery.unheard()) and time.monotonic() < until and not stop.is_set():
        await sleep(stop, 0.1)
    if unheard:
        log.warning("sweeps-without-neighbours", neighbours=unheard)
    while not stop.is_set():
        if behind := clock.behind:
            # Which of the two is wrong a person finds out: nobody is late by a time that has not come.
            log.warning("sweeps-wait-for-clock", behind=behind.total_seconds())
        elif await asyncio.to_thread(sweeper.pending):
            await sweeper.run(time.monotonic() + _LIMIT)
        await sleep(stop, min(_EVERY, sweeper.until_midnight() + 1.0))
