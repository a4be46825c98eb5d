"""A whole system in this process: real stores in memory, real dispatch, policies and consumers; no network, no waiting."""

import asyncio
import importlib
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from types import TracebackType
from typing import Any, Self, cast, override
from zoneinfo import ZoneInfo

from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message
from rectify.log.v1.log_service_pb2 import ReadPublishedResponse

from chassis.auth import Caller
from chassis.clock import Business
from chassis.consumer import Consumer, Fetch
from chassis.dispatch import Dispatch
from chassis.node import whole
from chassis.pace import Timing
from chassis.projector import Projector
from chassis.prover import Prover
from chassis.published import check_contracts, published
from chassis.service import Service
from chassis.store import Head, MemoryKeyring, Store, StoredRow, open_store
from chassis.sweeps import Sweeper
from chassis.telemetry import Metrics, logger
from cli.contracts import contexts
from kernel.context import named
from kernel.envelope import Recorded
from kernel.errors import Unavailable
from kernel.messages import Event
from rulebook import preset
from testkit.notary import Notary
from testkit.scenario_parts import Mistake
from testkit.scenario_world import Happened, in_order

ZONE = ZoneInfo("Asia/Shanghai")
PAGE = 1000
# Reactions of services to each other that do not come to rest within so many rounds go in a circle.
ROUNDS = 64


class _Here(asyncio.SelectorEventLoop):
    """Does at once what would be handed to another thread, and whoever asked goes on: nothing here waits for anything."""

    @override
    def run_in_executor[*Ts, T](self, executor: Executor | None, func: Callable[[*Ts], T], *args: *Ts) -> asyncio.Future[T]:
        done = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as error:  # noqa: BLE001 - it is the caller's, as it would be from a thread
            done.set_exception(error)
        return done


class _Folding:
    """A store as a sweep sees it: the next sweep of a day waits for read models that hold what the one before did, and
    whoever waits here moves them, for nobody else does.
    """

    def __init__(self, store: Store, service: Service) -> None:
        self._store, self._service = store, service

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def wait_projected(self, position: int, timeout: float) -> bool:
        """Fold up to the position."""
        names = [*self._service.projections]
        if names and self._store.projected(*names) < position:
            while self._store.project(*names) < position:
                pass
        return True


class NotAtRest(AssertionError):
    """The system did not come to rest, or set an event aside: something in it is broken."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The settings that dispatching needs; nothing here waits for a network."""

    zone: tzinfo
    call_timeout: float = 60.0
    ask_timeout: float = 60.0
    refusal_limit: int = 1_000
    query_threads: int = 1


def services() -> list[Service]:
    """The page of every service whose contract and code are here, in order of name, without those that mirror others."""
    found: list[Service] = []
    for name, _ in contexts():
        try:
            page: Service = importlib.import_module(f"{name}.service").SERVICE
        except ModuleNotFoundError as error:
            if error.name not in (name, f"{name}.service"):
                raise
            continue  # a contract whose service is not part of this installation
        if not page.mirrors:
            found.append(page)
    return found


@dataclass(slots=True)
class _Node:
    """One service of the world."""

    service: Service
    store: Store
    dispatch: Dispatch
    projector: Projector
    sweeper: Sweeper
    consumers: list[Consumer]
    prover: Prover | None = None


class MemoryWorld:
    """All services, one after the other, in one thread of time.

    After each command and each midnight every projection, policy and consumer has done all it has to do; what it was
    given to do comes from the stores themselves, by the code that a running system uses.

    Args:
        pages: the services; None takes all that are installed.
        clock: where time begins, aware; it stands still between commands. zone: in which days begin.
    """

    name = "memory"

    def __init__(self, pages: Sequence[Service] | None, clock: datetime, zone: tzinfo = ZONE) -> None:
        self.zone = zone
        self._now = clock.astimezone(UTC)
        self._heads: dict[str, Head] = {}
        self._folded: dict[str, int] = {}
        self._heard: dict[tuple[str, str], int] = {}
        self._unsure: set[str] = set()  # who reacted since it was last seen that nothing is set aside
        self._runner = asyncio.Runner(loop_factory=_Here)
        self._nodes = self._runner.run(self._build(services() if pages is None else pages))
        self._runner.run(self._settle())
        self._runner.run(self._sweep())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    async def _build(self, pages: Sequence[Service]) -> dict[str, _Node]:
        nodes: dict[str, _Node] = {}
        for page in pages:
            full = whole(page)
            check_contracts(full)
            # The machine's clock may be set back; business time, which is what is recorded, stands still until it catches up.
            clock = Business(page.name, lambda: self._now)
            store = open_store(
                "sqlite://:memory:",
                full,
                site="sandbox-memory",
                epoch="1",
                clock=clock,
                zone=self.zone,
                keyring=MemoryKeyring(),
                digest_of=lambda reference: preset(reference).digest,
            )
            store.migrate()
            dispatch = Dispatch(full, store, Limits(self.zone), self._ring, clock=clock)
            sweeper = Sweeper(
                full,
                cast(Store, _Folding(store, full)),
                clock,
                self.zone,
                holder="memory",
                metrics=Metrics(),
                log=logger(page.name, sys.stderr, "error"),
                policy=dispatch.policy,
            )
            timing = Timing(failures=())
            nodes[page.name] = _Node(full, store, dispatch, Projector(full, store, timing=timing), sweeper, [])
            if page.proves is not None:
                names = tuple(page.projections)
                nodes[page.name].prover = Prover(page.proves, names, store, Notary(store).prove, timing)
        for node in nodes.values():
            for name in node.service.neighbours:
                if name in nodes:
                    fetch = _reader(nodes[name])
                    node.consumers.append(Consumer(node.service, node.store, name, fetch, timing=Timing(failures=())))
        return nodes

    async def _ring(self, service: str, rpc: str, request: Message) -> Message:
        """A service asks another, in its own name."""
        node = self._nodes.get(service)
        if node is None:
            raise Unavailable(what=service, why="it is not part of this world")
        return await node.dispatch.query(rpc, request, Caller(named("service", service), "service:neighbour", ""))

    # --- what a scenario does ----------------------------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        """The business clock: never before anything recorded."""
        newest = [head.at for name in self._nodes if (head := self._head(name)).at is not None]
        return max([self._now, *newest])

    def store(self, service: str) -> Store:
        """The store of a service, for tests that look into it."""
        return self._nodes[service].store

    def call(self, service: str, method: MethodDescriptor, request: Message, caller: Caller) -> Message:
        """See `World`."""
        node = self._nodes.get(service)
        if node is None:
            raise Unavailable(what=service, why="it is not part of this world")
        return self._runner.run(self._call(node, method.name, request, caller))

    async def _call(self, node: _Node, rpc: str, request: Message, caller: Caller) -> Message:
        if rpc not in node.service.commands:
            return await node.dispatch.query(rpc, request, caller)
        receipt = await node.dispatch.command(rpc, request, caller)
        await self._settle()
        return receipt

    def advance(self, to: datetime) -> None:
        """See `World`."""
        self._runner.run(self._advance(to.astimezone(UTC)))

    async def _advance(self, to: datetime) -> None:
        while (midnight := self._midnight(self._now)) <= to:
            self._now = midnight
            await self._sweep()
        self._now = max(self._now, to)
        await self._settle()

    def _midnight(self, moment: datetime) -> datetime:
        day: date = moment.astimezone(self.zone).date() + timedelta(days=1)
        return datetime.combine(day, datetime.min.time(), self.zone).astimezone(UTC)

    def set_back(self, by: timedelta) -> None:
        """See `World`."""
        self._now -= by

    def tamper(self, service: str, position: int) -> None:
        """See `World`.

        Raises:
            Mistake: what is in memory has no database, and nobody who keeps a second copy of it.
        """
        raise Mistake(f"{service}: nobody reaches past a system in memory; say `only: [live]`")

    def close(self) -> None:
        """Let go of everything."""
        for node in self._nodes.values():
            node.dispatch.close()
            node.store.close()
        self._runner.close()

    # --- coming to rest ----------------------------------------------------------------------------------------------

    async def _settle(self) -> None:
        for _ in range(ROUNDS):
            before = self.mark()
            for name in self._nodes:
                if await self._follow(name):
                    self._unsure.add(name)
            if self.mark() == before:
                self._nothing_set_aside()
                return
        raise NotAtRest(f"services keep reacting to each other after {ROUNDS} rounds: {self.mark()}")

    async def _follow(self, name: str) -> bool:
        """Let a service fold, react and hear; False when it has seen all there is: most days bring most services nothing."""
        node, moved = self._nodes[name], False
        if self._folded.get(name) != self._head(name).position:
            self._folded[name], moved = await node.projector.run_once(), True
            if node.prover is not None:
                await node.prover.look()
        for consumer in node.consumers:
            pub = self._head(consumer.neighbour).pub
            if self._heard.get((name, consumer.neighbour)) != pub:
                await consumer.catch_up()
                self._heard[name, consumer.neighbour], moved = pub, True
        return moved

    def _head(self, name: str) -> Head:
        """The head of a service, asked of its database only when it has moved."""
        store, known = self._nodes[name].store, self._heads.get(name)
        if known is None or store.wait(known.position - 1, 0.0) != known.position:
            known = self._heads[name] = store.head()
        return known

    def _nothing_set_aside(self) -> None:
        for name in sorted(self._unsure):
            for one in self._nodes[name].store.quarantined():
                raise NotAtRest(f"{name} could not react to {one.source}:{one.position} ({one.follower}): {one.error}")
        self._unsure.clear()

    async def _sweep(self) -> None:
        for node in self._nodes.values():
            await node.sweeper.run(time.monotonic() + 60.0)
        await self._settle()

    # --- what happened -----------------------------------------------------------------------------------------------

    def mark(self) -> Mapping[str, int]:
        """See `World`."""
        return {name: self._head(name).position for name in self._nodes}

    def since(self, mark: Mapping[str, int]) -> list[Happened]:
        """See `World`."""
        found = [event for name, node in self._nodes.items() for event in _events(node.store, mark.get(name, 0))]
        return sorted(found, key=lambda event: (event.at, event.source, event.position))

    def history(self, about: str, as_of: datetime | None = None, as_of_effective: datetime | None = None) -> list[Happened]:
        """See `World`."""
        return in_order(
            event
            for event in self.since({})
            if about in event.refs
            and (as_of is None or event.at <= as_of)
            and (as_of_effective is None or event.effective <= as_of_effective)
        )


def _reader(node: _Node) -> Fetch:
    """Reads what a service publishes from its store, as its ReadPublished would answer."""

    async def fetch(after: int, limit: int) -> ReadPublishedResponse:
        events = [published(node.service, node.store.decode(row)) for row in node.store.read_published(after, limit)]
        return ReadPublishedResponse(source=node.store.source, events=events, head=node.store.head().pub)

    return fetch


def _events(store: Store, after: int) -> Iterator[Happened]:
    while rows := store.read(after, PAGE):
        for row in rows:
            yield _happened(row, store.decode(row))
        after = rows[-1].position


def _happened(row: StoredRow, recorded: Recorded[Event]) -> Happened:
    sealed = recorded.event.personal_fields()
    body: dict[str, Any] = {name: value for name, value in recorded.event.model_dump(mode="json").items() if name not in sealed}
    return Happened(
        recorded.source,
        recorded.position,
        row.topic,
        recorded.aggregate,
        recorded.version,
        recorded.at,
        recorded.effective,
        recorded.actor,
        recorded.role,
        recorded.org,
        recorded.rule,
        recorded.refs,
        body,
        recorded.causes,
    )
