"""What a service does by itself from time to time, by one process at a time."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from chassis.leases import hold
from chassis.pace import Timing, sleep
from chassis.store import Store
from kernel.errors import Refusal

_LOOK = 30.0

log = structlog.get_logger(__name__)


async def do_regularly(
    name: str, chore: Callable[[], Awaitable[None]], store: Store, holder: str, timing: Timing, stop: asyncio.Event
) -> None:
    """Let a chore look twice a minute whether it has something to do, while this process holds its lease, until `stop`."""

    async def work() -> None:
        while not await sleep(stop, _LOOK):
            try:
                await chore()
            except Refusal as refusal:
                log.warning("chore-waits", chore=name, code=refusal.code, why=refusal.text("en"))

    await hold(store, f"chore:{name}", holder, timing, stop, work)
