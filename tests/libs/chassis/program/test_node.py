"""Two services with all their roles, in one process, over a real NATS server."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from chassis import telemetry
from chassis.auth import Issuer
from chassis.credentials import issuer_directory
from chassis.natsserver import NatsServer, free_port
from chassis.node import Node
from chassis.pace import Timing
from chassis.rpc import Client
from chassis.service import Service, Sweep
from chassis.settings import Mode, Settings
from kernel.context import SYSTEM, named
from kernel.errors import Unavailable
from kernel.tables import Rows
from tests.libs.chassis.program.contracts import message
from tests.libs.chassis.program.demo import DEMO, NEAR
from tests.libs.chassis.program.test_dispatch import Fill, Get, opening

QUICK = Timing(lease=2.0, beat=0.1, silent=1.0, verify=0.2, confirm=0.1, head=0.5, lonely=0.1, retry=0.02, retry_most=0.2)
THING = named("thing", "1")
Status = message("rectify.ops.v1.GetStatusRequest")
GetLimit = message("rectify.near.v1.GetLimitRequest")
DEMO_RPC, NEAR_RPC, OPS = "rectify.demo.v1.DemoService", "rectify.near.v1.NearService", "rectify.ops.v1.OpsService"


class Pair:
    """`demo` and `near`, each with its own settings; `near` hears `demo`, `demo` asks `near`."""

    def __init__(self, data: Path, stack: AsyncExitStack, nats: NatsServer | None) -> None:
        self.data, self.stack, self.nats = data, stack, nats
        self.ports = {"demo": free_port(), "near": free_port()}
        self.nodes: dict[str, Node] = {}

    def settings(self, service: Service, **more: Any) -> Settings:
        given: dict[str, Any] = {
            "service": service.name,
            "mode": Mode.SANDBOX,
            "site": "sandbox-test",
            "clock": "2026-03-02T09:00+08:00",
            "data": self.data,
            "migrate": True,
            "rpc_port": self.ports[service.name],
            "neighbours": {name: f"127.0.0.1:{port}" for name, port in self.ports.items()},
            "nats": self.nats.url() if self.nats is not None else "",
            "drain_timeout": 2.0,
        }
        return Settings(**{**given, **more})

    async def start(self, service: Service, **more: Any) -> Node:
        log = telemetry.logger(
            service.name, self.stack.enter_context((self.data / f"{service.name}.log").open("a", encoding="utf-8", buffering=1))
        )
        node = Node(service, self.settings(service, **more), log, timing=QUICK)
        await self.stack.enter_async_context(node)
        await node.ready(10)
        self.nodes[service.name] = node
        return node

    async def client(self, name: str, role: str = "office") -> Client:
        token = Issuer.open(issuer_directory(self.data)).issue(named("person", role), role, named("org", "o"))
        return await self.stack.enter_async_context(Client(f"127.0.0.1:{self.ports[name]}", lambda: token))


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[Pair]:
    async with AsyncExitStack() as stack:
        nats = NatsServer(tmp_path / "nats")
        stack.callback(nats.stop)
        await asyncio.to_thread(nats.start)
        yield Pair(tmp_path, stack, nats)


async def until(holds: Callable[[], Any], within: float = 15.0) -> Any:
    """Poll what has no event to wait for: another process's or thread's progress."""
    end = time.monotonic() + within
    while True:
        found = holds()
        if asyncio.iscoroutine(found):
            found = await found
        if found:
            return found
        assert time.monotonic() < end, "it did not come about"
        await asyncio.sleep(0.02)


async def test_a_command_is_heard_by_the_neighbour_and_the_neighbour_can_be_asked(pair: Pair) -> None:
    await pair.start(DEMO)
    await pair.start(NEAR)
    demo, near = await pair.client("demo"), await pair.client("near")
    receipt = await demo.call(f"{DEMO_RPC}/OpenThing", opening())
    answer = await demo.call(f"{DEMO_RPC}/GetThing", Get(thing=THING, meta={"position": receipt.position}))
    assert answer.name == "甲"

    async def limited() -> bool:
        status = await near.call(f"{OPS}/GetStatus", Status())
        return bool(status.position)

    await until(limited)
    assert (await near.call(f"{NEAR_RPC}/GetLimit", GetLimit(thing=THING))).amount == 7
    recorded = pair.nodes["near"].store.decode(pair.nodes["near"].store.read(0, 1)[0])
    assert (recorded.actor, recorded.role, recorded.causes) == (SYSTEM, "system", ("sandbox-test/demo/1:1",))
    await demo.call(f"{DEMO_RPC}/FillThing", Fill(thing=THING, amount=7))


async def test_status_shows_every_follower(pair: Pair) -> None:
    await pair.start(DEMO)
    await pair.start(NEAR)
    demo, near = await pair.client("demo"), await pair.client("near")
    await demo.call(f"{DEMO_RPC}/OpenThing", opening())

    async def caught_up() -> Any:
        statuses = [await client.call(f"{OPS}/GetStatus", Status()) for client in (demo, near)]
        return statuses if all(f.position == f.head for s in statuses for f in s.followers) and statuses[1].position else None

    first, second = await until(caught_up)
    assert {f.name for f in first.followers} == {"projection:things", "policies", "sealer", "relay:log", "relay:evt"}
    assert {f.name for f in second.followers} == {"policies", "sealer", "relay:log", "consumer:demo"}
    assert (first.source, first.position, first.pub, first.sandbox) == ("sandbox-test/demo/1", 1, 1, True)
    assert [f.position for f in second.followers if f.name == "consumer:demo"] == [1]


async def test_metrics_and_readiness_are_there_to_be_read(pair: Pair) -> None:
    node = await pair.start(DEMO)
    demo = await pair.client("demo")
    await demo.call(f"{DEMO_RPC}/OpenThing", opening())

    def read(path: str) -> str:
        with urlopen(f"http://127.0.0.1:{node.metrics_port}{path}", timeout=5) as answer:
            return str(answer.read().decode())

    text = await asyncio.to_thread(read, "/metrics")
    assert 'rectify_calls_total{outcome="ok",rpc="OpenThing"} 1.0' in text
    assert 'rectify_lag{follower="projection:things"}' in text
    assert "rectify_append_batch_sum 1.0" in text
    assert "rectify_store_up 1.0" in text
    assert await asyncio.to_thread(read, "/livez") == "alive\n"
    assert json.loads(await asyncio.to_thread(read, "/readyz"))["ready"]


async def test_without_the_broker_commands_are_taken_and_what_was_missed_arrives_later(pair: Pair) -> None:
    node = await pair.start(DEMO)
    await pair.start(NEAR)
    demo = await pair.client("demo")
    await until(lambda: not node.health.state.degraded)
    assert pair.nats is not None
    pair.nats.kill()
    await until(lambda: node.health.state.degraded)
    assert node.health.state.ready
    await demo.call(f"{DEMO_RPC}/OpenThing", opening())
    # The neighbour asks for itself while nothing rings.
    await until(lambda: pair.nodes["near"].store.head().position == 1)
    await asyncio.to_thread(pair.nats.start)
    await until(lambda: {n: p for n, p, _ in node.followers()}.get("relay:evt") == 1)
    await until(lambda: not node.health.state.degraded)


async def test_without_any_broker_neighbours_are_asked(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        pair = Pair(tmp_path, stack, None)
        await pair.start(DEMO)
        await pair.start(NEAR)
        demo = await pair.client("demo")
        await demo.call(f"{DEMO_RPC}/OpenThing", opening())
        await until(lambda: pair.nodes["near"].store.head().position == 1)


async def test_a_restarted_service_sweeps_when_it_has_heard_what_neighbours_published_meanwhile(tmp_path: Path) -> None:
    sweeping = replace(NEAR, sweeps={"limits": Sweep(lambda day, rows: [], lambda thing, day, act, repo: [])})
    real: dict[str, Any] = {"mode": Mode.LOCAL, "site": "test", "clock": None}
    async with AsyncExitStack() as stack:
        pair = Pair(tmp_path, stack, None)
        demo = await pair.start(DEMO, **real)
        await (await pair.client("demo")).call(f"{DEMO_RPC}/OpenThing", opening())
        await demo.stop()
        near = await pair.start(sweeping, **real)
        assert near.sweeper.swept() is None
        await pair.start(DEMO, **real)
        await until(near.sweeper.swept)
        assert [row.topic for row in near.store.read(0, 2)] == ["near.limit.set.v1", "near.sweep.completed.v1"]


async def test_a_second_start_finds_its_data(pair: Pair) -> None:
    settings = pair.settings(DEMO)
    async with Node(DEMO, settings, timing=QUICK) as node:
        await node.ready(10)
        demo = await pair.client("demo")
        await demo.call(f"{DEMO_RPC}/OpenThing", opening())
    async with Node(DEMO, settings, timing=QUICK) as node:
        await node.ready(10)
        assert node.store.head().position == 1
        assert (await demo.call(f"{DEMO_RPC}/GetThing", Get(thing=THING), wait=True)).name == "甲"


async def test_what_rests_on_something_no_longer_loaded_does_not_start(tmp_path: Path) -> None:
    def refuse(rows: Rows) -> None:
        raise Unavailable(what="规则 / a rule", why="不再有 / it is gone")

    async with AsyncExitStack() as stack:
        pair = Pair(tmp_path, stack, None)
        with pytest.raises(Unavailable):
            await pair.start(replace(NEAR, admit=refuse))
        await pair.start(NEAR)
