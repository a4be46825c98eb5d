"""The command path with everything on: rate, latency, lag of the mirror under a steady rate."""

import asyncio
import os
import random
import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from time import perf_counter
from uuid import uuid4

import grpc.aio
from rectify.envelope.v1.envelope_pb2 import CommandMeta
from rectify.findings.v1.findings_pb2 import ReportMeasureRequest
from rectify.ops.v1.ops_service_pb2 import GetStatusRequest

from benchmarks import library, world
from benchmarks.figures import Figure, percentile
from chassis.rpc.client import Client
from kernel.context import named
from testkit.system import System

FINDINGS, EVENTS = int(os.environ.get("BENCH_FINDINGS", "10000")), 25
ROUNDS = 3
REPORT = "rectify.findings.v1.FindingsService/ReportMeasure"
SECONDS = float(os.environ.get("BENCH_SECONDS", "20"))
STEADY_RATE, STEADY_SECONDS = 300, float(os.environ.get("BENCH_STEADY_SECONDS", "300"))


def clients(system: System) -> list[Client]:
    """One channel for each of a few organisations; tokens are made once."""
    found = []
    for n in range(8):
        token = system.token("handler", "b" * 32, world.org_of(n))
        found.append(Client(system.address("findings"), partial(str, token)))
    return found


async def report(channels: list[Client], chance: random.Random, findings: int = FINDINGS) -> int:
    """One progress note on a random finding of one of the organisations; the position it got."""
    org = chance.randrange(len(channels))
    n = org + world.CASES * chance.randrange(findings // world.CASES)
    request = ReportMeasureRequest(
        meta=CommandMeta(command_id=str(uuid4())),
        finding=named("finding", world.number(n)),
        measure=1,
        percent=chance.randrange(100),
        note="本月进展：已完成清查，正在办理入账手续",
    )
    receipt = await channels[org].call(REPORT, request)
    return int(receipt.position)


async def hammer(system: System, in_flight: int, seconds: float, findings: int = FINDINGS) -> tuple[float, float]:
    """(commands/s, p50 in ms) with so many in flight."""
    channels = clients(system)
    times: list[float] = []
    end = perf_counter() + seconds

    async def worker(seed: int) -> None:
        chance = random.Random(seed)
        while perf_counter() < end:
            started = perf_counter()
            await report(channels, chance, findings)
            times.append(perf_counter() - started)

    started = perf_counter()
    await asyncio.gather(*(worker(n) for n in range(in_flight)))
    took = perf_counter() - started
    for channel in channels:
        await channel.close()
    return len(times) / took, statistics.median(times) * 1000


async def echo_p50(in_flight: int, seconds: float) -> float:
    """p50 (ms) of a bare grpc.aio echo in a process of its own."""
    server = subprocess.Popen([sys.executable, "-c", "from benchmarks.echo import main; main()"], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    port = int(server.stdout.readline())
    times: list[float] = []
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
        call = channel.unary_unary("/echo/Echo")
        end = perf_counter() + seconds

        async def worker() -> None:
            while perf_counter() < end:
                started = perf_counter()
                await call(b"x" * 250)
                times.append(perf_counter() - started)

        await asyncio.gather(*(worker() for _ in range(in_flight)))
    server.terminate()
    server.wait()
    return statistics.median(times) * 1000


async def steady(system: System, rate: int, seconds: float) -> tuple[float, float]:
    """(commands/s held, p99 of the mirror's lag in s): from the receipt to the mirror holding its position."""
    channels = clients(system)
    chance = random.Random(7)
    receipts: list[tuple[float, int]] = []
    mirrored: list[tuple[float, int]] = []
    stop = asyncio.Event()

    async def watch() -> None:
        token = system.token("operator")
        async with Client(system.address("audit"), lambda: token) as audit:
            while not stop.is_set():
                status = await audit.call("rectify.ops.v1.OpsService/GetStatus", GetStatusRequest())
                held = next(f.position for f in status.followers if f.name == "mirror:findings")
                mirrored.append((perf_counter(), int(held)))
                await asyncio.sleep(0.05)

    async def one() -> None:
        position = await report(channels, chance)
        receipts.append((perf_counter(), position))

    watching = asyncio.create_task(watch())
    tasks: set[asyncio.Task[None]] = set()
    started = perf_counter()
    for n in range(int(rate * seconds)):
        wait = started + n / rate - perf_counter()
        if wait > 0:
            await asyncio.sleep(wait)
        task = asyncio.create_task(one())
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        if len(tasks) > 2000:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.gather(*tasks)
    took = perf_counter() - started
    await asyncio.sleep(5)
    stop.set()
    await watching
    for channel in channels:
        await channel.close()
    return len(receipts) / took, percentile(lags(receipts, mirrored), 0.99)


def lags(receipts: list[tuple[float, int]], mirrored: list[tuple[float, int]]) -> list[float]:
    """For each receipt the time until the mirror was seen to hold its position; what it never did counts as a minute."""
    found, at = [], 0
    for when, position in sorted(receipts, key=lambda receipt: receipt[1]):
        while at < len(mirrored) and mirrored[at][1] < position:
            at += 1
        found.append(max(0.0, mirrored[at][0] - when) if at < len(mirrored) else 60.0)
    return found


def run() -> Iterator[Figure]:
    with world.postgres() as server:
        databases = world.databases(server)
        plain = server.create_database()
        store = world.store_at(databases["findings"])
        started = perf_counter()
        world.seed(store, FINDINGS, EVENTS)
        store.close()
        print(f"  seeded {FINDINGS * EVENTS:,} events in {perf_counter() - started:.0f} s", flush=True)
        with world.system(databases) as system:
            asyncio.run(system.at_rest(900))
            asyncio.run(hammer(system, 16, 3))
            # Baseline and figure in turns: what the disk and the neighbours of this machine do meets both.
            saves, rates, echoes, halves = [], [], [], []
            for _ in range(ROUNDS):
                asyncio.run(system.at_rest(600))
                saves.append(library.saves_per_second(plain))
                rates.append(asyncio.run(hammer(system, 64, SECONDS))[0])
                asyncio.run(system.at_rest(600))
                echoes.append(asyncio.run(echo_p50(16, 5)))
                halves.append(asyncio.run(hammer(system, 16, SECONDS))[1])
            ratio = statistics.median(rate / save for rate, save in zip(rates, saves, strict=True))
            detail = f"{_each(rates)} commands/s at 64 in flight, {_each(saves)} saves/s"
            yield Figure("measure report ÷ the library's save of 3 events, 8 threads", ratio, "", 1.0, True, detail)
            ratio = statistics.median(half / echo for half, echo in zip(halves, echoes, strict=True))
            detail = f"{_each(halves)} ms, echo {_each(echoes)} ms"
            yield Figure("p50 at 16 in flight ÷ bare grpc.aio echo", ratio, "", 6.0, False, detail)
            asyncio.run(system.at_rest(600))
            held, lag = asyncio.run(steady(system, STEADY_RATE, STEADY_SECONDS))
            yield Figure(f"commands/s held for {STEADY_SECONDS:.0f} s", held, "", STEADY_RATE * 0.99, True)
            yield Figure("audit lag p99 at that rate", lag, " s", 1.0, False)


def _each(values: list[float]) -> str:
    return "/".join(f"{value:,.0f}" if value >= 100 else f"{value:.1f}" for value in values)
