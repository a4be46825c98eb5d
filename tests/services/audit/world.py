"""Two small services with real stores and a real mirror, and audit's tools over them."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid5
from zoneinfo import ZoneInfo

from google.protobuf import descriptor_pb2, descriptor_pool
from rectify.log.v1 import log_service_pb2
from rectify.ops.v1 import ops_service_pb2

from chassis.sealing.rotation import with_rotation
from chassis.service import Service
from chassis.store import MemoryKeyring, Store, Work, open_store
from chassis.store.mirror import MirrorStore, open_mirror
from chassis.store.witnessed import Witnessed, open_witnessed
from kernel.aggregates import Aggregate, Repository
from kernel.context import NAMES, Act, named
from kernel.messages import Changes, Event, Personal, Ref

T = TypeVar("T")
START = datetime(2026, 3, 2, 1, tzinfo=UTC)
FINDING = named("finding", "1")


class Noted(Event):
    TOPIC = "left.note.made.v1"
    STREAM = "note"

    note: Ref
    finding: Ref | None
    text: str
    author: Personal[str] = "办公室主任甲"
    case: Ref | None = None


class Answered(Event):
    TOPIC = "right.answer.given.v1"
    STREAM = "answer"

    answer: Ref
    finding: Ref
    text: str


class Thing(Aggregate):
    count: int = 0

    def evolve(self, event: Event, at: datetime) -> None:
        self.count += 1


def page(name: str, event: type[Event]) -> Service:
    file = descriptor_pb2.FileDescriptorProto(name=f"{name}.proto", package=f"rectify.{name}.v1", syntax="proto3")
    file.service.add(name=f"{name.title()}Service")
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return Service(
        name=name,
        events=[event],
        rpc=pool.FindServiceByName(f"rectify.{name}.v1.{name.title()}Service"),
        commands={},
        publishes={event: lambda recorded: log_service_pb2.HeadRequest()},
    )


@dataclass
class Bench:
    """The two stores, the mirror, and what audit may ask."""

    stores: dict[str, Store]
    paths: dict[str, Path]
    mirror: MirrorStore
    witnessed: Witnessed
    clock: list[datetime]
    own: Callable[[], Repository]
    aside_rows: list[Any] = field(default_factory=list)
    recorded: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    followers: list[ops_service_pb2.Follower] = field(default_factory=list)

    services: Sequence[str] = ("left", "right")

    def record(self, name: str, event: Event, n: int, causes: tuple[str, ...] = (), effective: datetime | None = None) -> None:
        def decide(act: Act, repo: Repository) -> Changes:
            repo.find(Thing, event.stream)
            return [event]

        work = Work(
            command=uuid5(NAMES, f"{name}{n}"),
            digest=bytes(32),
            actor="a" * 32,
            role="handler",
            org="b" * 32,
            decide=decide,
            causes=causes,
            effective=effective,
        )
        done: Future[Any] = self.stores[name].submit(work)
        done.result(10)

    def take(self) -> None:
        """Mirror everything."""
        for store in self.stores.values():
            self.mirror.append(store.source, store.read(self.mirror.head(store.source).position, 1000), self.clock[0])

    async def head(self, service: str) -> log_service_pb2.HeadResponse:
        head = self.stores[service].head()
        return log_service_pb2.HeadResponse(source=self.stores[service].source, position=head.position, pub=head.pub)

    async def checkpoint(self, service: str) -> log_service_pb2.GetCheckpointResponse:
        return log_service_pb2.GetCheckpointResponse(source=self.stores[service].source)

    witness_key = ""

    async def read(self, service: str, after: int, limit: int) -> log_service_pb2.ReadLogResponse:
        rows = self.stores[service].read(after, limit)
        return log_service_pb2.ReadLogResponse(
            rows=[
                log_service_pb2.StoredRow(
                    position=row.position,
                    pub=row.pub or 0,
                    aggregate=row.aggregate,
                    version=row.version,
                    topic=row.topic,
                    state=row.state,
                )
                for row in rows
            ]
        )

    async def status(self, service: str) -> ops_service_pb2.GetStatusResponse:
        return ops_service_pb2.GetStatusResponse(
            source=self.stores[service].source, followers=self.followers if service == "right" else ()
        )

    async def checks(self, service: str, ids: Sequence[str]) -> ops_service_pb2.RunChecksResponse:
        return ops_service_pb2.RunChecksResponse()

    async def stream(self, service: str, last: int) -> Sequence[Any]:
        return []

    async def quarantined(self) -> Sequence[Any]:
        return self.aside_rows

    async def enter(self, name: str, decide: Any) -> None:
        self.recorded.append(name)

    def failing(self, audits: Sequence[str]) -> None:
        self.failed = list(audits)

    def repository(self) -> Repository:
        return self.own()

    async def aside(self, work: Callable[[], T]) -> T:
        return work()


def note(n: int, text: str = "退款已到账") -> Noted:
    return Noted(note=named("note", str(n % 3 if n < 7 else n)), finding=FINDING, text=f"{text}{n}")


def answer(n: int) -> Answered:
    return Answered(answer=named("answer", str(n % 2)), finding=FINDING, text=f"已核实{n}")


def opened(tmp_path: Path) -> Iterator[Bench]:
    """The bench, empty."""
    clock = [START]
    stores, paths = {}, {}
    for name, event in (("left", Noted), ("right", Answered)):
        paths[name] = tmp_path / f"{name}.sqlite"
        store = open_store(
            f"sqlite:///{paths[name]}",
            with_rotation(page(name, event)),
            site="test",
            epoch="1",
            clock=lambda: clock[0],
            zone=ZoneInfo("Asia/Shanghai"),
            keyring=MemoryKeyring(),
        )
        store.migrate()
        stores[name] = store
    mirror = open_mirror(f"sqlite:///{tmp_path / 'mirror.sqlite'}")
    mirror.migrate()
    witnessed = open_witnessed(f"sqlite:///{tmp_path / 'witnessed.sqlite'}")
    witnessed.migrate()
    yield Bench(stores, paths, mirror, witnessed, clock, lambda: stores["left"].repository())
    mirror.close()
    witnessed.close()
    for store in stores.values():
        store.close()
