"""After the broker lost all its streams: everything is published again and reaches those who had none of it."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from time import perf_counter

import nats

from benchmarks import world
from benchmarks.figures import Figure
from chassis.streams import log_stream
from testkit.system import System

EVENTS = int(os.environ.get("BENCH_REDELIVERED", "100000"))
EACH = 25
HEARS = ("audit", "supervision")
_LOOK = 0.1
_MOST = 900.0


async def published(system: System) -> int:
    """Messages on the stream of findings' log."""
    client = await nats.connect(
        system.nats.url(), user="findings", password=system.broker_password("findings"), inbox_prefix="_INBOX_findings"
    )
    try:
        return int((await client.jetstream().stream_info(log_stream("findings").name)).state.messages)
    except nats.errors.Error:
        return 0
    finally:
        await client.close()


async def redelivered(system: System) -> tuple[float, float]:
    """Seconds until the stream holds everything again, and until the mirror has taken it from there."""
    for service in HEARS:
        system.kill(service)
    await asyncio.to_thread(system.nats.stop)
    shutil.rmtree(system.nats.data)
    started = perf_counter()
    await asyncio.to_thread(system.nats.start)
    for service in HEARS:
        system.launch(service)
    stream = mirror = 0.0
    while not (stream and mirror):
        if perf_counter() - started > _MOST:
            raise TimeoutError(f"not redelivered after {_MOST:.0f} s")
        if not stream and await published(system) >= EVENTS:
            stream = perf_counter() - started
        if not mirror and await held(system) >= EVENTS:
            mirror = perf_counter() - started
        await asyncio.sleep(_LOOK)
    return stream, mirror


async def held(system: System) -> int:
    """How many of the findings' events the mirror holds; 0 while audit does not answer."""
    try:
        status = await system.status("audit")
    except Exception:  # noqa: BLE001 - it is starting
        return 0
    return max((int(one.position) for one in status.followers if one.name == "mirror:findings"), default=0)


def run() -> Iterator[Figure]:
    with world.postgres() as server:
        databases = world.databases(server)
        store = world.store_at(databases["findings"])
        world.seed(store, EVENTS // EACH, EACH)
        store.close()
        fresh = {name: server.create_database() for name in HEARS}
        with world.system(databases) as system:
            asyncio.run(system.at_rest(900))
            asyncio.run(_forget(system, fresh))
            stream, mirror = asyncio.run(redelivered(system))
            asyncio.run(system.at_rest(900))
    target = 120.0 * EVENTS / 100_000
    yield Figure(f"{EVENTS:,} events published again after the streams were lost", stream, " s", target, False)
    yield Figure(f"{EVENTS:,} events with an empty mirror again", mirror, " s", target, False)


async def _forget(system: System, fresh: dict[str, str]) -> None:
    """Give those who hear empty databases, so that they need all of it once more."""
    for service in HEARS:
        system.kill(service)
        replica = system.processes[service, 0]
        replica.environment = {**replica.environment, "RECTIFY_DATABASE": fresh[service]}
        shutil.rmtree(system.data / service, ignore_errors=True)
