"""Work that one process at a time may do: held by a lease, kept while the work runs, ended when the lease is lost."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog

from chassis.pace import Pause, Timing, sleep
from chassis.store.contract import Lease, Store

log = structlog.get_logger(__name__)


async def hold(
    store: Store, name: str, holder: str, timing: Timing, stop: asyncio.Event, work: Callable[[], Awaitable[None]]
) -> None:
    """Run `work` whenever the lease is ours, until `stop`; it is cancelled when the lease is lost.

    Whatever ends `work` with an exception is logged and tried again under a lease that is taken anew.
    """
    pause = Pause(timing)
    while not stop.is_set():
        try:
            lease = await asyncio.to_thread(store.lease, name, holder, timing.lease)
        except Exception as error:  # noqa: BLE001 - a database that does not answer is waited for
            log.warning("lease-unanswered", lease=name, error=repr(error))
            lease = None
        if lease is None:
            await sleep(stop, timing.lease / 3)
            continue
        try:
            await _while_held(store, lease, timing, stop, work)
            pause.reset()
        except Exception as error:  # the loop outlives every fault; it is in the log
            log.error("delivery-failed", lease=name, exc_info=error)
            await pause.wait(stop)
        finally:
            with suppress(Exception):  # it ends by itself
                await asyncio.to_thread(store.unlease, lease)


async def _while_held(store: Store, lease: Lease, timing: Timing, stop: asyncio.Event, work: Callable[[], Awaitable[None]]) -> None:
    task = asyncio.ensure_future(work())
    loop = asyncio.get_running_loop()
    kept = loop.time()
    try:
        while not task.done():
            await asyncio.wait([task], timeout=timing.lease / 3)
            if task.done() or stop.is_set():
                break
            try:
                if not await asyncio.to_thread(store.renew, lease, timing.lease):
                    log.warning("lease-lost", lease=lease.name)
                    return
                kept = loop.time()
            except Exception as error:  # noqa: BLE001 - as above; the lease itself decides how long we may go on
                log.warning("lease-unanswered", lease=lease.name, error=repr(error))
                if loop.time() - kept > timing.lease:
                    return
        if stop.is_set():
            await asyncio.wait([task], timeout=timing.lease)
        if task.done():
            task.result()
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await task
