"""The sample's mix over all services at once: a rate held, nobody left behind, read models as a rebuild gives them."""

import asyncio
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from zoneinfo import ZoneInfo

from rectify.audit.v1.audit_service_pb2 import RunAuditsRequest

from benchmarks.figures import Figure
from benchmarks.world import postgres
from chassis.sandbox import lagging
from chassis.up import SERVICES
from cli.volumes.play import Played, Player
from cli.volumes.shape import Stage
from testkit.system import System

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 3, 2, 9, tzinfo=ZONE)
RATE = 100
SECONDS = float(os.environ.get("BENCH_MIXED_SECONDS", "600"))
# Commands that made-up rounds give an organisation, on average.
EACH = 415
LAG = 2.0
_AUDITS = "rectify.audit.v1.AuditService/RunAudits"


class Watch:
    """How long everybody needs after the last command of a stage to hold all there is: the lag of the slowest."""

    def __init__(self, system: System) -> None:
        self._system = system
        self.lags: list[float] = []
        self.behind: list[str] = []

    async def __call__(self, stage: Stage, moment: datetime) -> None:
        """Called before time moves on, which waits for rest itself."""
        del stage, moment
        await self.look()

    async def look(self) -> None:
        """Wait until nobody is behind, and keep how long it took."""
        started = perf_counter()
        while behind := lagging({name: await self._system.status(name) for name in SERVICES}):
            self.behind = list(behind)
            await asyncio.sleep(0.02)
        self.lags.append(perf_counter() - started)


def peak(system: System) -> dict[str, float]:
    """The most memory (MiB) that each process ever had, as the kernel counts it."""
    found = {}
    for (name, _), replica in system.processes.items():
        assert replica.process is not None
        status = Path(f"/proc/{replica.process.pid}/status").read_text()
        kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
        found[name] = int(kilobytes) / 1024
    return found


async def play(system: System) -> tuple[Played, Watch, list[str]]:
    """The rounds, at the rate; what the audits of read models and effects find afterwards."""
    watch = Watch(system)
    endpoints = {name: system.address(name) for name in SERVICES}
    player = Player(endpoints, system.issuer, ZONE, in_flight=64, pace=RATE * 1.06, waits=watch)
    played = await player.play(max(int(RATE * SECONDS / EACH), 2), seed=1)
    await watch.look()
    await system.at_rest()
    answer = await system.call("audit", _AUDITS, RunAuditsRequest(ids=["I11", "I15"]), role="auditor", seconds=1800)
    flaws = [f"{audit.id} {broken.code}" for audit in answer.audits for broken in audit.findings]
    return played, watch, flaws


def run() -> Iterator[Figure]:
    with TemporaryDirectory(prefix="rectify-mixed-") as scratch, postgres() as server:
        databases = {name: server.create_database() for name in SERVICES}
        with System(Path(scratch), databases, clock=START) as system:
            played, watch, flaws = asyncio.run(play(system))
            memory = peak(system)
    detail = f"{played.commands:,} commands in {played.seconds:.0f} s, days between them took {played.waiting:.0f} s more"
    yield Figure("commands/s of the sample's mix held over all services", played.rate, "", RATE * 0.99, True, detail)
    # Followers rest between stages, for days pass: the end is that of the last, and the others show what bursts need.
    worst = f"after each stage: {'/'.join(f'{lag:.2f}' for lag in watch.lags)} s; last behind: {', '.join(watch.behind[:2])}"
    yield Figure("longest lag of any follower at the end", watch.lags[-1], " s", LAG, False, worst)
    yield Figure("read models and effects that differ from a rebuild", len(flaws), "", 0, False, ", ".join(flaws[:5]))
    for name, mib in memory.items():
        yield Figure(f"peak memory of {name}", mib, " MiB", 512, False)
