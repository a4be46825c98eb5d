"""A demo service on SQLite, with and without a gRPC server around it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from google.protobuf.message import Message as Proto

from chassis import telemetry
from chassis.auth import Caller, Issuer, Verifier
from chassis.dispatch import Dispatch
from chassis.node.assembly import whole
from chassis.rpc import Client
from chassis.rpc.server import Offer, Server
from chassis.service import Service
from chassis.store import MemoryKeyring, Store, open_store
from kernel.context import named
from tests.libs.chassis.program.demo import DEMO

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
OFFICE = Caller(named("person", "office"), "office", named("org", "office"))
HANDLER = Caller(named("person", "handler"), "handler", named("org", "bureau"))


@dataclass
class Limits:
    zone: Any = field(default_factory=lambda: ZoneInfo("Asia/Shanghai"))
    call_timeout: float = 20.0
    long_timeout: float = 60.0
    ask_timeout: float = 5.0
    refusal_limit: int = 3
    query_threads: int = 2
    rpc_host: str = "127.0.0.1"
    rpc_port: int = 0
    max_message: int = 64 * 1024


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **parts: float) -> None:
        self.now += timedelta(**parts)


@dataclass
class World:
    """One service with its store, as `Dispatch` sees it."""

    dispatch: Dispatch
    store: Store
    clock: Clock
    limits: Limits
    answers: dict[tuple[str, str], Callable[[Any], Any]]

    def project(self) -> None:
        for name in self.dispatch.service.projections:
            self.store.project(name)

    def topics(self) -> list[str]:
        return [row.topic for row in self.store.read(0, 1000)]

    def refusals(self) -> list[Any]:
        rows = [row for row in self.store.read(0, 1000) if row.topic == f"{self.dispatch.service.name}.refusal.recorded.v1"]
        return [self.store.decode(row) for row in rows]


def make_world(service: Service, limits: Limits | None = None, url: str = "sqlite://:memory:") -> World:
    service, limits, clock = whole(service), limits or Limits(), Clock()
    store = open_store(url, service, site="sandbox-test", epoch="1", clock=clock, zone=limits.zone, keyring=MemoryKeyring())
    store.migrate()
    answers: dict[tuple[str, str], Callable[[Any], Any]] = {}

    async def ring(name: str, rpc: str, request: Proto) -> Any:
        answer = answers[name, rpc](request)
        return await answer if isinstance(answer, Awaitable) else answer

    return World(Dispatch(service, store, limits, ring, clock=clock), store, clock, limits, answers)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = make_world(DEMO, url=f"sqlite:///{tmp_path}/demo.sqlite")
    yield made
    made.dispatch.close()
    made.store.close()


@dataclass
class Served:
    """The same behind gRPC."""

    world: World
    server: Server
    issuer: Issuer
    now: list[float]
    stack: AsyncExitStack

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server.port}"

    async def client(self, caller: Caller | None = OFFICE, **options: Any) -> Client:
        token = None if caller is None else self.issuer.issue(caller.person, caller.role, caller.org)
        return await self.stack.enter_async_context(
            Client(self.address, None if token is None else lambda: token, retries=False, **options)
        )


Serve = Callable[..., Awaitable[Served]]


@pytest.fixture
async def serve(world: World, tmp_path: Path) -> AsyncIterator[Serve]:
    async with AsyncExitStack() as stack:

        async def start(*offers: Callable[[World], Offer]) -> Served:
            issuer = Issuer.open(tmp_path / "keys")
            now = [0.0]
            verifier = Verifier(issuer.keys(), development=True)
            log = telemetry.logger("demo", stack.enter_context((tmp_path / "demo.jsonl").open("a", encoding="utf-8", buffering=1)))
            server = Server(world.limits, world.dispatch, verifier, log, tuple(offer(world) for offer in offers))
            await server.start()
            stack.push_async_callback(server.stop, 0)
            return Served(world, server, issuer, now, stack)

        yield start
    await asyncio.sleep(0)
