"""Runs a whole system on this machine: the embedded broker and one process per service, restarted when they die."""

import asyncio
import json
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from chassis.auth import Issuer
from chassis.credentials import issuer_directory
from chassis.main import announced, find
from chassis.natsserver import NatsServer, accounts
from chassis.refusals import PortInUse, StartFailed
from chassis.telemetry import Log, install
from chassis.up.instance import (
    Instance,
    await_left_over,
    bound,
    environment,
    lock,
    passwords,
    ports_of,
    settle,
    site_port,
    witness_port,
)
from chassis.up.trust import WITNESS, settings_of, write_policy
from kernel.errors import Refusal

_READY = 120.0
_STEADY = 30.0
_POLICY = 1.0
_PAUSES = (0.1, 0.5, 1.0, 2.0, 5.0, 10.0)
_DRAIN = 20.0
_TICK = 0.05


@dataclass
class Child:
    """One process of the system and its restarts."""

    name: str
    environment: Mapping[str, str]
    process: asyncio.subprocess.Process | None = None
    started: float = 0.0
    failures: int = 0
    due: float = 0.0


@dataclass
class System:
    """A running system.

    Attributes:
        data: its directory; endpoints: address of each service; instance: what the data is; sites: addresses of public sites.
    """

    data: Path
    instance: Instance
    endpoints: dict[str, str]
    children: dict[str, Child]
    nats: NatsServer
    log: Log
    sites: dict[str, str] = field(default_factory=dict)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    nats_failures: int = 0
    nats_due: float = 0.0
    policy_due: float = 0.0

    @property
    def ready_line(self) -> str:
        """The one line that says that all is ready."""
        where = " ".join(f"{name}={address}" for name, address in self.endpoints.items())
        return f"ready {where} data={self.data} site={self.instance.site}"


# What a whole system is made of; audit last, for it mirrors the others.
SERVICES = ("findings", "supervision", "review", "publicity", "leads", "audit")


def up(
    data: Path,
    clock: datetime | None = None,
    services: Sequence[str] = SERVICES,
    *,
    port: int | None = None,
    zone: str = "Asia/Shanghai",
    site: str = "",
    witnesses: Sequence[str] | None = None,
    quorum: int | None = None,
    custodians: Sequence[str] | None = None,
    say: Callable[[str], None] = print,
) -> int:
    """Run a system until SIGTERM or Ctrl-C; the exit code.

    Args:
        data: its directory, made when missing; found again at the next start.
        clock: where a new sandbox's clock stands, aware; None runs in real time. A sandbox that exists goes on where its
            clock was left.
        services: names of the services; port: first of the ports, kept for later starts; 0 lets the system choose,
            None takes those of the last start, at first `BASE_PORT`.
        zone: in which business days begin; site: first part of the origins of a new system.
        witnesses: of other organisations, `URL=VKEY`; quorum: how many of all witnesses are demanded, 0 for more than half.
            None takes what was given the last time.
        custodians: verifier keys of those of whom two decide that a log goes on under another origin; None as before.
        say: gets the one line `ready …`, then one line `site NAME ADDRESS` for each public site.

    Raises:
        AlreadyRunning, PortInUse, WrongData, NotReadable, StartFailed, SettingsWrong.
    """
    return asyncio.run(
        run(
            data,
            clock,
            services,
            port=port,
            zone=zone,
            site=site,
            witnesses=witnesses,
            quorum=quorum,
            custodians=custodians,
            say=say,
        )
    )


async def run(
    data: Path,
    clock: datetime | None,
    services: Sequence[str],
    *,
    port: int | None = None,
    zone: str = "Asia/Shanghai",
    site: str = "",
    witnesses: Sequence[str] | None = None,
    quorum: int | None = None,
    custodians: Sequence[str] | None = None,
    say: Callable[[str], None] = print,
    stopping: asyncio.Event | None = None,
) -> int:
    """`up` inside a running loop; `stopping` ends it as a signal would."""
    data = await asyncio.to_thread(data.absolute)
    with ExitStack() as held:
        lock(data, held)
        pages = [find(name) for name in services]
        sites = [page.name for page in pages if page.site is not None]
        counts = len(services), len(sites)
        instance = settle(data, clock is not None, port, site, *counts, witnesses=witnesses, quorum=quorum, custodians=custodians)
        system = _prepare(data, clock, services, instance, sites, accounts(pages, passwords(data, services)), zone)
        if stopping is not None:
            system.stopping = stopping
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            with suppress(RuntimeError, ValueError):  # not in the main thread: then `stopping` is the way
                loop.add_signal_handler(number, system.stopping.set)
        try:
            await _start(system)
            if not system.stopping.is_set():
                say(system.ready_line)
                for name, address in system.sites.items():
                    say(f"site {name} {address}")
                system.log.info("up", endpoints=system.endpoints)
                await _tend(system)
        finally:
            await _drain(system)
    return 0


def _prepare(
    data: Path, clock: datetime | None, services: Sequence[str], instance: Instance, sites: Sequence[str], users: str, zone: str
) -> System:
    log = install("up", data / "logs" / "up.jsonl")
    run_directory = data / "run"
    run_directory.mkdir(exist_ok=True)
    await_left_over(run_directory)
    for old in run_directory.glob("*.json"):
        old.unlink()
    Issuer.open(issuer_directory(data))
    nats = NatsServer(data / "nats", instance.ports, users)
    nats.end_left_over()
    for number, what in ports_of(instance, services, sites):
        try:
            bound(number).close()
        except OSError as error:
            raise PortInUse(port=number, what=what) from error
    endpoints = {name: f"127.0.0.1:{instance.ports + 1 + 2 * n}" for n, name in enumerate(services)}
    stand = witness_port(instance, services, sites)
    witnessed = settings_of(data, instance, services, stand)
    children = {
        name: Child(name, environment(data, instance, clock, zone, name, n, endpoints, nats, witnessed))
        for n, name in enumerate(services)
    }
    addresses = {name: site_port(instance, services, n) for n, name in enumerate(sites)}
    for name, number in addresses.items():
        children[name].environment = {**children[name].environment, "RECTIFY_SITE_PORT": str(number)}
    if WITNESS in children:
        children[WITNESS].environment = {**children[WITNESS].environment, "RECTIFY_WITNESS_PORT": str(stand)}
    return System(data, instance, endpoints, children, nats, log, {n: f"http://127.0.0.1:{p}/" for n, p in addresses.items()})


# --- running ----------------------------------------------------------------------------------------------------------


async def _start(system: System) -> None:
    """The broker first, then all services at once; returns when all are ready, or `stopping` is set."""
    await _start_nats(system)
    for child in system.children.values():
        await _launch(system, child)
    end = time.monotonic() + _READY
    waiting = dict(system.children)
    while waiting and not system.stopping.is_set():
        for name, child in list(waiting.items()):
            said = announced(system.data, name)
            if said is not None and child.process is not None and said.get("pid") == child.process.pid:
                del waiting[name]
            elif child.process is not None and child.process.returncode is not None:
                # At the first start a service that cannot run is said at once, not tried again.
                raise StartFailed(part=name, why=_last_words(system, name, child.process.returncode), log=_log_of(system, name))
        if waiting and time.monotonic() >= end:
            raise StartFailed(part=", ".join(waiting), why=f"not within {_READY:.0f} s", log=_log_of(system, min(waiting)))
        await _rest(system, _TICK)
    if not waiting:
        write_policy(system.data, list(system.children), system.instance)
    endpoints = system.data / "run" / "endpoints.json"
    fresh = endpoints.with_suffix(".new")
    fresh.write_text(json.dumps(system.endpoints), "utf-8")
    fresh.replace(endpoints)


async def _start_nats(system: System) -> None:
    try:
        await asyncio.to_thread(system.nats.start)
    except (RuntimeError, OSError) as error:
        raise StartFailed(part="the broker", why=type(error).__name__, log=system.nats.log) from error
    (system.data / "run" / "nats.json").write_text(json.dumps({"pid": system.nats.pid, "port": system.nats.port}), "utf-8")


async def _launch(system: System, child: Child) -> None:
    errors = (system.data / "logs" / f"{child.name}.err").open("ab")
    with errors:
        child.process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "chassis.main",
            child.name,
            "serve",
            env=child.environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=errors,
            stderr=errors,
            start_new_session=True,  # Ctrl-C reaches this process alone, which then drains in order
        )
    child.started = time.monotonic()
    system.log.info("started", part=child.name, pid=child.process.pid)


async def _tend(system: System) -> None:
    """Restart what dies, after pauses that grow while it keeps dying."""
    while not system.stopping.is_set():
        now = time.monotonic()
        for child in system.children.values():
            process = child.process
            if process is not None and process.returncode is not None:
                child.failures = 0 if now - child.started > _STEADY else child.failures + 1
                pause = _PAUSES[min(child.failures, len(_PAUSES) - 1)]
                child.process, child.due = None, now + pause
                system.log.error("died", part=child.name, code=process.returncode, again_in=pause)
            if child.process is None and now >= child.due:
                await _launch(system, child)
        await _tend_nats(system, now)
        _tend_policy(system, now)
        await _rest(system, 0.1)


async def _tend_nats(system: System, now: float) -> None:
    if system.nats.pid is not None or now < system.nats_due:
        return
    system.log.error("died", part="nats")
    try:
        await _start_nats(system)
        system.nats_failures = 0
    except StartFailed as refusal:
        system.nats_failures += 1
        system.nats_due = now + _PAUSES[min(system.nats_failures, len(_PAUSES) - 1)]
        system.log.error("not-restarted", part="nats", why=refusal.text("en"))


def _tend_policy(system: System, now: float) -> None:
    """A log whose key has changed is known by both, a moment later."""
    if now < system.policy_due:
        return
    system.policy_due = now + _POLICY
    try:
        write_policy(system.data, list(system.children), system.instance)
    except (StartFailed, OSError) as error:
        system.log.error("policy-not-renewed", why=str(error))


async def _rest(system: System, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await system.stopping.wait()


async def _drain(system: System) -> None:
    """Services first, all at once: each finishes what is in flight. The broker last, for they publish until the end."""
    running = [
        child.process for child in system.children.values() if child.process is not None and child.process.returncode is None
    ]
    for process in running:
        with suppress(ProcessLookupError):
            process.terminate()
    if running:
        ends = [asyncio.ensure_future(process.wait()) for process in running]
        _, late = await asyncio.wait(ends, timeout=_DRAIN)
        for process in running:
            if process.returncode is None:
                system.log.error("killed", pid=process.pid)
                with suppress(ProcessLookupError):
                    process.kill()
        if late:
            await asyncio.wait(late)
    await asyncio.to_thread(system.nats.stop)
    for file in (system.data / "run").glob("*.json"):
        file.unlink(missing_ok=True)
    system.log.info("down", at=datetime.now(UTC).isoformat())


def _log_of(system: System, name: str) -> Path:
    return system.data / "logs" / f"{name}.jsonl"


def _last_words(system: System, name: str, code: int) -> str:
    """The first line of what the process said before it ended."""
    with suppress(OSError):
        lines = (system.data / "logs" / f"{name}.err").read_text("utf-8", "replace").strip().splitlines()
        refusals = [line for line in lines if line.partition(":")[0] in Refusal.REGISTRY]
        if lines:
            return (refusals or lines)[-1][:300]
    return f"it ended with code {code}"
