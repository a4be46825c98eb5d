"""What sealing costs the command path, and how soon what is recorded is sealed and cosigned."""

import asyncio
import os
import random
import statistics
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import psycopg

from audit.events import AuditsRun
from benchmarks import world
from benchmarks.commands import clients, hammer, lags, report
from benchmarks.figures import Figure, percentile
from chassis.settings import Role
from testkit.system import Replica, System

FINDINGS, EVENTS = 2000, 10
ROUNDS = int(os.environ.get("BENCH_SEALING_ROUNDS", "5"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "20"))
RATE, STEADY_SECONDS = 300, float(os.environ.get("BENCH_STEADY_SECONDS", "120"))
_LOOK = 0.02
_TAIL = 15.0


def size(url: str, sql: str, *values: str) -> int:
    """A size as a database has it now; 0 for none."""
    with psycopg.connect(url, autocommit=True) as connection:
        found = connection.execute(sql, values).fetchone()
    return int(found[0] or 0) if found is not None else 0


def sealed(system: System) -> int:
    """The size of the newest checkpoint of findings."""
    return size(system.databases["findings"], "SELECT max(size) FROM checkpoints")


def examined(replica: Replica) -> int:
    """How often its processes have examined the whole log, as each does once."""
    log = Path(replica.environment["RECTIFY_LOG_FILE"])
    return log.read_text("utf-8").count('"log-examined"') if log.exists() else 0


async def switch(system: System, sealing: bool) -> None:
    """Start findings anew, with its sealer or without; then all that waits is done, and the log examined as after every start."""
    replica = system.processes["findings", 0]
    before = examined(replica)
    roles = [role for role in Role if sealing or role is not Role.SEALER]
    replica.environment = {**replica.environment, "RECTIFY_ROLES": ",".join(roles)}
    system.kill("findings")
    system.launch("findings")
    await system.answering()
    await system.at_rest(600)
    while sealing:
        if sealed(system) >= (await system.status("findings")).position and examined(replica) > before:
            break
        await asyncio.sleep(0.2)
    await hammer(system, 16, 2, FINDINGS)


async def audited(system: System) -> None:
    """Wait for the first run of all audits, which comes by itself soon after the beginning and not again for an hour."""
    sql = "SELECT count(*) FROM stored_events WHERE topic = %s"
    while True:
        if size(system.databases["audit"], sql, AuditsRun.TOPIC):
            break
        await asyncio.sleep(1)


async def cost(system: System) -> tuple[list[float], list[float]]:
    """Commands/s with sealing and without, in turns."""
    rates: dict[bool, list[float]] = {True: [], False: []}
    for n in range(2 * ROUNDS):
        # On, off, off, on: what drifts meets both alike.
        sealing = n % 4 in (0, 3)
        await switch(system, sealing)
        rates[sealing].append((await hammer(system, 64, SECONDS, FINDINGS))[0])
    return rates[True], rates[False]


async def steady(system: System) -> tuple[float, float, float]:
    """Commands/s held; p99 (s) from the receipt to the checkpoint over its position, and to its cosignature."""
    channels, chance = clients(system), random.Random(11)
    receipts: list[tuple[float, int]] = []
    stop = asyncio.Event()

    async def watch(sql: str) -> list[tuple[float, int]]:
        seen: list[tuple[float, int]] = []
        async with await psycopg.AsyncConnection.connect(system.databases["findings"], autocommit=True) as connection:
            while not stop.is_set():
                row = await (await connection.execute(sql)).fetchone()
                seen.append((perf_counter(), int(row[0] or 0) if row is not None else 0))
                await asyncio.sleep(_LOOK)
        return seen

    async def one() -> None:
        position = await report(channels, chance, FINDINGS)
        receipts.append((perf_counter(), position))

    seals = asyncio.create_task(watch("SELECT max(size) FROM checkpoints"))
    cosignatures = asyncio.create_task(watch("SELECT max(size) FROM checkpoints WHERE cosigned IS NOT NULL"))
    tasks: set[asyncio.Task[None]] = set()
    started = perf_counter()
    for n in range(int(RATE * STEADY_SECONDS)):
        wait = started + n / RATE - perf_counter()
        if wait > 0:
            await asyncio.sleep(wait)
        task = asyncio.create_task(one())
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        if len(tasks) > 2000:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.gather(*tasks)
    took = perf_counter() - started
    await asyncio.sleep(_TAIL)
    stop.set()
    at_seal, at_cosignature = await asyncio.gather(seals, cosignatures)
    for channel in channels:
        await channel.close()
    seal, cosigned = (percentile(lags(receipts, seen), 0.99) for seen in (at_seal, at_cosignature))
    return len(receipts) / took, seal, cosigned


def run() -> Iterator[Figure]:
    with world.postgres() as server:
        databases = world.databases(server)
        store = world.store_at(databases["findings"])
        world.seed(store, FINDINGS, EVENTS)
        store.close()
        with world.system(databases) as system:
            asyncio.run(audited(system))
            on, off = asyncio.run(cost(system))
            ratio = statistics.median(on) / statistics.median(off)
            detail = f"{_each(on)} commands/s with, {_each(off)} without, at 64 in flight, in turns"
            yield Figure("commands/s with sealing and cosigning ÷ without", ratio, "", 0.9, True, detail)
            asyncio.run(switch(system, True))
            held, seal, cosigned = asyncio.run(steady(system))
            detail = f"{held:,.0f} commands/s held for {STEADY_SECONDS:.0f} s"
            yield Figure(f"commit → sealed p99 at {RATE} commands/s", seal, " s", 1.0, False, detail)
            yield Figure(f"commit → cosigned p99 at {RATE} commands/s", cosigned, " s", 2.0, False, detail)


def _each(values: list[float]) -> str:
    return "/".join(f"{value:,.0f}" for value in values)
