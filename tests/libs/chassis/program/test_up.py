"""A whole system as people start it: processes of its own, killed, restarted, stopped and started again."""

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from chassis.auth import Issuer
from chassis.credentials import issuer_directory
from chassis.main import find
from chassis.main import main as program
from chassis.refusals import SettingsWrong
from chassis.rpc import Client
from kernel.context import named
from tests.libs.chassis.program.test_dispatch import Get, opening
from tests.libs.chassis.program.test_node import DEMO_RPC, until

# Every process imports all there is: on a busy machine that alone takes its time.
pytestmark = pytest.mark.timeout(600)

ROOT = Path(__file__).parents[4]
APPS = Path(__file__).parent / "apps"
CLOCK = "2026-03-02T09:00+08:00"
SCRIPT = """
import sys
from datetime import datetime
from pathlib import Path
from chassis.up import up
from kernel.errors import Refusal
data, clock, port, *services = sys.argv[1:]
try:
    sys.exit(up(Path(data), datetime.fromisoformat(clock) if clock else None, services, port=int(port) if port else None))
except Refusal as refusal:
    print(refusal.code, refusal.text("en"), refusal.next_step("en"), sep=" | ")
    sys.exit(3)
"""


@dataclass
class Up:
    """One `up` in a process of its own."""

    data: Path
    process: asyncio.subprocess.Process

    async def line(self) -> str:
        assert self.process.stdout is not None
        return (await asyncio.wait_for(self.process.stdout.readline(), 60)).decode().strip()

    async def rest(self) -> str:
        assert self.process.stdout is not None
        return (await asyncio.wait_for(self.process.stdout.read(), 60)).decode()

    async def stop(self, number: int = signal.SIGTERM) -> int:
        if self.process.returncode is None:
            self.process.send_signal(number)
        return await asyncio.wait_for(self.process.wait(), 60)

    def said(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.data / "run" / f"{name}.json").read_text("utf-8"))
        return found

    def pid(self, name: str) -> int:
        with suppress(OSError, ValueError):
            return int(self.said(name)["pid"])
        return 0

    def client(self, stack: AsyncExitStack, name: str = "demo") -> Client:
        token = Issuer.open(issuer_directory(self.data)).issue(named("person", "a"), "office", named("org", "o"))
        client = Client(json.loads((self.data / "run" / "endpoints.json").read_text("utf-8"))[name], lambda: token)
        stack.push_async_callback(client.close)
        return client


Start = Callable[..., Awaitable[Up]]


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    running: list[Up] = []

    async def begin(clock: str = CLOCK, port: str = "0", data: str = "data", services: tuple[str, ...] = ("demo", "near")) -> Up:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(APPS), str(ROOT)])}
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            SCRIPT,
            str(tmp_path / data),
            clock,
            port,
            *services,
            env=environment,
            stdout=asyncio.subprocess.PIPE,
        )
        running.append(Up(tmp_path / data, process))
        return running[-1]

    yield begin
    for one in running:
        await one.stop()
        await one.rest()


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").split()[2] != "Z"
    except OSError:
        return False


async def test_one_line_when_ready_one_instance_per_data_and_a_second_start_that_finds_it(start: Start) -> None:
    first = await start()
    line = await first.line()
    assert line.startswith("ready demo=127.0.0.1:")
    assert "near=127.0.0.1:" in line
    assert "site=sandbox-" in line
    async with AsyncExitStack() as stack:
        receipt = await first.client(stack).call(f"{DEMO_RPC}/OpenThing", opening())
    assert receipt.events[0].source.startswith("sandbox-")

    second = await start()
    assert await second.process.wait() == 3
    refused = await second.rest()
    assert refused.startswith("already-running | ")
    assert str(first.process.pid) in refused
    assert "another data directory" in refused

    pids = [first.pid("demo"), first.pid("near"), first.pid("nats")]
    assert await first.stop(signal.SIGINT) == 0
    assert await first.rest() == ""
    assert not any(alive(pid) for pid in pids)
    assert list((first.data / "run").glob("*.json")) == []

    real = await start(clock="", port="")
    assert await real.process.wait() == 3
    assert (await real.rest()).startswith("wrong-data | ")

    again = await start(port="")
    assert await again.line() == line
    async with AsyncExitStack() as stack:
        assert (await again.client(stack).call(f"{DEMO_RPC}/GetThing", Get(thing=named("thing", "1")))).name == "甲"
    secret = (again.data / "dev" / "issuer.jwk").stat()
    assert secret.st_mode & 0o777 == 0o600
    for log in (again.data / "logs").glob("*.jsonl"):
        for entry in log.read_text("utf-8").splitlines():
            assert "event" in json.loads(entry)


@pytest.mark.faults
async def test_what_dies_is_started_again(start: Start) -> None:
    system = await start()
    await system.line()
    async with AsyncExitStack() as stack:
        client = system.client(stack)
        receipt = await client.call(f"{DEMO_RPC}/OpenThing", opening())
        demo, nats = system.pid("demo"), system.pid("nats")
        os.kill(demo, signal.SIGKILL)
        os.kill(nats, signal.SIGKILL)
        await until(lambda: system.pid("demo") not in (0, demo), 60)
        await until(lambda: system.pid("nats") not in (0, nats), 60)
        asked = Get(thing=named("thing", "1"), meta={"position": receipt.position})
        answer = await client.call(f"{DEMO_RPC}/GetThing", asked, wait=True)
        assert answer.name == "甲"
    log = [json.loads(entry) for entry in (system.data / "logs" / "up.jsonl").read_text("utf-8").splitlines()]
    assert {entry["part"] for entry in log if entry["event"] == "died"} == {"demo", "nats"}


@pytest.mark.faults
async def test_children_do_not_outlive_a_parent_that_was_killed(start: Start) -> None:
    system = await start()
    line = await system.line()
    pids = [system.pid("demo"), system.pid("near")]
    os.kill(system.process.pid, signal.SIGKILL)
    await until(lambda: not any(alive(pid) for pid in pids), 60)
    again = await start(port="")
    assert await again.line() == line


async def test_a_port_that_is_taken_is_named(start: Start) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        system = await start(port=str(port))
        assert await system.process.wait() == 3
        refused = await system.rest()
    assert refused.startswith(f"port-in-use | port {port}, needed for the broker")
    assert "another base port" in refused


async def test_a_sandbox_does_not_open_real_data(start: Start) -> None:
    system = await start(clock="")
    assert "site=local" in await system.line()
    assert await system.stop() == 0
    sandbox = await start()
    assert await sandbox.process.wait() == 3
    assert "real time" in (await sandbox.rest())


async def test_a_service_that_cannot_start_is_said_at_once(start: Start, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "demo").mkdir(parents=True)
    (data / "demo" / "store.sqlite").write_bytes(b"this is no database" * 100)
    system = await start()
    assert await system.process.wait() == 3
    refused = await system.rest()
    assert refused.startswith("start-failed | demo did not become ready")
    assert "demo.jsonl" in refused


async def test_an_unknown_service_is_named(start: Start) -> None:
    system = await start(services=("demo", "nonesuch"))
    assert await system.process.wait() == 3
    assert "no service nonesuch is installed" in await system.rest()


def test_the_program_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert program(["--help"]) == 2
    assert "usage" in capsys.readouterr().err
    assert program(["nonesuch"]) == 1
    assert "settings-wrong" in capsys.readouterr().err
    with pytest.raises(SettingsWrong):
        find("")
