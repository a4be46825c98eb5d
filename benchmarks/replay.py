"""Read models folded from zero out of a million events and compared with the live ones; one finding as of a date."""

import asyncio
import os
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp
from rectify.envelope.v1.envelope_pb2 import QueryMeta
from rectify.findings.v1.ledger_pb2 import GetFindingRequest
from rectify.ops.v1.ops_service_pb2 import ReplayRequest

from benchmarks import world
from benchmarks.figures import Figure, percentile
from chassis.auth import Caller
from chassis.clock import Business
from chassis.dispatch import Dispatch
from chassis.main import settle
from chassis.node.assembly import business_clock, whole
from chassis.projector import Projector
from chassis.replays import Replays, ReplaysApart
from chassis.rpc.replaying import replayed as answered
from chassis.settings import Settings
from chassis.store import LocalKeyring, Store
from findings.service import SERVICE

EVENTS = int(os.environ.get("BENCH_REPLAY", "1000000"))
WHOLE, EACH = 1_000_000, 25
QUESTIONS = 60


def run() -> Iterator[Figure]:
    with TemporaryDirectory(prefix="rectify-bench-") as folder:
        settings = Settings(
            service="findings", site="test", data=Path(folder), database=f"sqlite:///{Path(folder) / 'findings.db'}"
        )
        store = world.store_at(settings.database, LocalKeyring(Path(folder) / "keys" / "findings.keys"))
        settle()  # as every process of a service does
        started = perf_counter()
        world.seed(store, EVENTS // EACH, EACH)
        print(f"  recorded {store.head().position:,} events in {perf_counter() - started:.0f} s", flush=True)
        started = perf_counter()
        asyncio.run(Projector(whole(SERVICE), store).fold([*SERVICE.projections], store.head().position))
        print(f"  folded them into the live read models in {perf_counter() - started:.0f} s", flush=True)
        yield replayed(store)
        yield as_of(store)
        yield twice(store, settings)
        store.close()


def replayed(store: Store) -> Figure:
    """All read models at once, on one core: seconds of the processor, which other work on the machine does not lengthen."""
    started, spent = perf_counter(), process_time()
    found = store.replay()
    wall, seconds = perf_counter() - started, process_time() - spent
    assert all(model.equal for model in found.models)
    rows = sum(model.rows for model in found.models)
    detail = f"{wall:.1f} s by the clock, {EVENTS / seconds:,.0f} events/s, {len(found.models)} read models, {rows:,} rows compared"
    name = f"replay of {EVENTS:,} events"
    return Figure(name, seconds, " s", 120 * EVENTS / WHOLE, False, detail)


class Alone(NamedTuple):
    """A node of which only its log is asked."""

    clock: Business
    store: Store
    replays: Replays


def twice(store: Store, settings: Settings) -> Figure:
    """`rectify audit replay --twice`: by two processes one after the other, which order their sets by different hashes."""
    started = perf_counter()
    node = Alone(business_clock(settings), store, ReplaysApart(settings))
    answer = answered(SERVICE, node, ReplayRequest(twice=True))
    differing = sum(bool(model.failed or model.different or model.again != model.digest) for model in answer.models)
    detail = f"{len(answer.models)} read models, {answer.note}, {perf_counter() - started:.0f} s by the clock"
    return Figure(f"read models that differ when {EVENTS:,} events are replayed twice", differing, "", 0, False, detail)


def as_of(store: Store) -> Figure:
    """p95 of `finding show --as-of`, by the way on which every question travels."""
    dispatch = Dispatch(whole(SERVICE), store, Settings(service="findings"), _nobody, clock=lambda: datetime.now(UTC))
    chance, caller, times = random.Random(3), Caller("d" * 32, "auditor", ""), []
    head = store.head().position

    async def ask() -> None:
        for _ in range(QUESTIONS):
            (row,) = store.read(chance.randrange(head), 1)
            stamp = Timestamp()
            stamp.FromDatetime(store.decode(row).at)
            request = GetFindingRequest(meta=QueryMeta(as_of=stamp), finding=row.aggregate)
            begun = perf_counter()
            await dispatch.query("GetFinding", request, caller)
            times.append(perf_counter() - begun)

    asyncio.run(ask())
    dispatch.close()
    return Figure(f"one finding as of a date, out of {EVENTS:,} events, p95", percentile(times, 0.95) * 1000, " ms", 50, False)


async def _nobody(service: str, rpc: str, request: Message) -> Message:
    raise AssertionError(f"nothing is asked of {service}")
