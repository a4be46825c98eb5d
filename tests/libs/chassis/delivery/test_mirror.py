"""The mirror: every row once, verified when it arrives, never changed; the stream is quick and the source is whole."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from nats.aio.client import Client
from nats.js import JetStreamContext
from nats.js.api import StreamConfig
from rectify.log.v1.log_service_pb2 import ReadLogResponse
from rectify.log.v1.log_service_pb2 import StoredRow as WireRow

from chassis.bus import Access
from chassis.delivery_metrics import DeliveryMetrics
from chassis.mirror import MirrorFeed, MirrorStopped, newest
from chassis.natsserver import NatsServer
from chassis.relay import Heartbeat, Relay, log_message, wire_row
from chassis.store import Store, StoredRow
from chassis.store.mirror import MirrorStore, OutOfTurn, open_mirror
from chassis.streams import Retention, Stream, log_stream
from kernel.context import named
from testkit.nats import crash, delete_stream
from testkit.plugin import any_database_url, postgres_server
from tests.libs.chassis.delivery.world import (
    ALPHA_SERVICE,
    FAST,
    CaseClosed,
    CaseOpened,
    Clock,
    counted,
    open_cases,
    opened,
    record,
    until,
)
from translog.record import leaf_hash, unpack

__all__ = ["any_database_url", "postgres_server"]

NOW = datetime(2026, 3, 2, tzinfo=UTC)
SOURCE = "test/alpha/e1"


@pytest.fixture
def mirror(tmp_path: Path) -> Iterator[MirrorStore]:
    store = open_mirror(f"sqlite:///{tmp_path / 'mirror.db'}")
    store.migrate()
    yield store
    store.close()


@pytest.fixture
def any_mirror(any_database_url: str) -> Iterator[MirrorStore]:
    store = open_mirror(any_database_url)
    store.migrate()
    store.migrate()
    yield store
    store.close()


def test_rows_are_kept_with_their_leaf_and_found_by_origin_and_by_what_they_concern(alpha: Store, any_mirror: MirrorStore) -> None:
    cases = open_cases(alpha, 2)
    rows = alpha.read(0, 100)
    assert any_mirror.append(SOURCE, rows[:4], NOW)[:2] == (4, 4)
    assert any_mirror.append(SOURCE, rows[2:], NOW)[:2] == (6, 2)
    kept = any_mirror.rows(SOURCE, 0, 100)
    assert [StoredRow(row.position, row.pub, row.aggregate, row.version, row.topic, row.state) for row in kept] == rows
    assert [row.leaf for row in kept] == [leaf_hash(unpack(row.state)[0]) for row in rows]
    assert [row.position for row in any_mirror.rows(SOURCE, 2, 2)] == [3, 4]
    assert [row.position for row in any_mirror.concerning(cases[1])] == [4, 5, 6]
    assert any_mirror.concerning(named("case", "nobody")) == []
    head = any_mirror.head(SOURCE)
    assert (head.position, head.known, head.at, head.heard) == (6, 6, alpha.head().at, None)
    assert any_mirror.sources() == [SOURCE]
    assert any_mirror.head("test/beta/e1").position == 0
    any_mirror.note(SOURCE, 9, NOW)
    any_mirror.note(SOURCE, 7, NOW)
    assert any_mirror.heads() == [(SOURCE, 6, 9, head.at, NOW)]


def test_a_hole_is_refused(alpha: Store, any_mirror: MirrorStore) -> None:
    open_cases(alpha, 2)
    rows = alpha.read(0, 100)
    with pytest.raises(OutOfTurn):
        any_mirror.append(SOURCE, [*rows[:2], rows[3]], NOW)
    assert any_mirror.rows(SOURCE, 0, 100) == []
    any_mirror.append(SOURCE, rows, NOW)
    with pytest.raises(OutOfTurn):
        any_mirror.append(SOURCE, [rows[3], rows[0]], NOW)
    assert any_mirror.conflicts() == []


def changed(row: StoredRow, **fields: Any) -> StoredRow:
    return row._replace(**fields)


def other_event(row: StoredRow, tmp_path: Path) -> StoredRow:
    """A well-formed row of the same origin at the same position, of another history."""
    (tmp_path / "other").mkdir(exist_ok=True)
    with opened(ALPHA_SERVICE, tmp_path / "other", Clock()) as store:
        for number in range(row.position):
            record(store, CaseOpened(case=named("case", f"other-{number}"), title="another history"))
        return store.read(row.position - 1, 1)[0]


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda row, path: changed(row, state=row.state[:-1]), "canonical"),
        (lambda row, path: changed(row, state=row.state.replace(b'"seed":"', b'"seed":"A', 1)), "."),
        (lambda row, path: changed(row, state=row.state[:3]), "truncated"),
        (lambda row, path: changed(row, aggregate="0" * 32), "names another"),
        (lambda row, path: changed(row, version=7), "names another"),
        (lambda row, path: changed(row, topic="alpha.case.noted.v1"), "names another"),
    ],
)
def test_a_row_that_is_no_record_of_its_origin_is_not_kept(
    alpha: Store, mirror: MirrorStore, tmp_path: Path, damage: Callable[[StoredRow, Path], StoredRow], why: str
) -> None:
    open_cases(alpha, 2)
    rows = alpha.read(0, 100)
    rows[3] = damage(rows[3], tmp_path)
    done = mirror.append(SOURCE, rows, NOW)
    assert done[:2] == (3, 3)
    (conflict,) = done.conflicts
    assert conflict.position == 4
    assert why in conflict.why
    assert mirror.conflicts() == [conflict]


def test_another_event_at_a_kept_position_is_a_conflict_and_changes_nothing(
    alpha: Store, any_mirror: MirrorStore, tmp_path: Path
) -> None:
    open_cases(alpha, 2)
    rows = alpha.read(0, 100)
    any_mirror.append(SOURCE, rows, NOW)
    before = any_mirror.rows(SOURCE, 0, 100)
    forged = other_event(rows[1], tmp_path)
    for _ in range(2):
        done = any_mirror.append(SOURCE, [rows[0], forged, *rows[2:]], NOW)
        assert [one.position for one in done.conflicts] == [2]
    assert any_mirror.rows(SOURCE, 0, 100) == before
    (conflict,) = any_mirror.conflicts()
    assert conflict.state == forged.state
    assert conflict.leaf == leaf_hash(unpack(forged.state)[0])


def test_two_migrations_at_once_make_the_tables_once(any_database_url: str) -> None:
    pair = [open_mirror(any_database_url) for _ in range(2)]
    if any_database_url == "sqlite://:memory:":
        pair = pair[:1]  # a database in memory is not shared

    async def both() -> None:
        await asyncio.gather(*(asyncio.to_thread(store.migrate) for store in pair))

    asyncio.run(both())
    assert all(store.heads() == [] for store in pair)
    for store in pair:
        store.close()


class Log:
    """ReadLog of a store, which can be made to fail or to lie."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.down = False
        self.asked = 0
        self.lie: Callable[[list[StoredRow]], list[StoredRow]] = lambda rows: rows

    async def __call__(self, after: int, limit: int) -> ReadLogResponse:
        self.asked += 1
        if self.down:
            raise ConnectionError("the source is down")
        rows = [WireRow.FromString(wire_row(row)) for row in self.lie(self.store.read(after, limit))]
        return ReadLogResponse(source=self.store.source, rows=rows, head=self.store.head().position)


@pytest.fixture
def log(alpha: Store) -> Log:
    return Log(alpha)


@pytest.fixture
def metrics() -> DeliveryMetrics:
    return DeliveryMetrics()


@pytest.fixture
async def feed(beta: Store, mirror: MirrorStore, log: Log, clock: Clock, metrics: DeliveryMetrics) -> MirrorFeed:
    return MirrorFeed(beta, mirror, "alpha", log, clock, timing=FAST, metrics=metrics)


@asynccontextmanager
async def feeding(feed: MirrorFeed, server: NatsServer | None) -> Any:
    stop = asyncio.Event()
    access = Access(server.url()) if server else None
    task = asyncio.create_task(feed.run(stop, "here", access, "audit"))
    yield
    stop.set()
    await task


def whole(alpha: Store, mirror: MirrorStore) -> bool:
    kept = [(row.position, row.state) for row in mirror.rows(SOURCE, 0, 10_000)]
    return kept == [(row.position, row.state) for row in alpha.read(0, 10_000)]


async def test_without_nats_the_source_is_read(alpha: Store, mirror: MirrorStore, feed: MirrorFeed) -> None:
    open_cases(alpha, 2)
    async with feeding(feed, None):
        await until(lambda: whole(alpha, mirror))
        open_cases(alpha, 2, "more")
        await until(lambda: whole(alpha, mirror))


async def test_the_stream_brings_rows_and_the_source_fills_the_holes(
    alpha: Store, mirror: MirrorStore, log: Log, feed: MirrorFeed, nc: Client, nats_server: NatsServer, metrics: DeliveryMetrics
) -> None:
    bringing = Relay(ALPHA_SERVICE, alpha, nc, "log", timing=FAST)
    async with feeding(feed, nats_server):
        open_cases(alpha, 3)
        await bringing.run_once()
        await until(lambda: whole(alpha, mirror))
        log.down = True
        open_cases(alpha, 30, "stream")
        await bringing.run_once()
        await until(lambda: whole(alpha, mirror))
        log.down = False
        await delete_stream(nats_server, "LOG_ALPHA")
        open_cases(alpha, 3, "unseen")
        config = StreamConfig(name="LOG_ALPHA", subjects=["rectify.log.alpha.>"], first_seq=107, allow_atomic=True)
        await nc.jetstream().add_stream(config)
        open_cases(alpha, 1, "after the hole")
        await bringing.run_once()
        beat = Heartbeat(ALPHA_SERVICE, alpha, nc, timing=FAST)

        async def complete() -> bool:
            await beat.beat()
            return whole(alpha, mirror)

        await until(complete)
        await until(lambda: mirror.head(SOURCE).heard is not None)
    assert mirror.head(SOURCE).known == alpha.head().position
    assert not list(metrics.alarms.collect()[0].samples)


Fetch = Callable[..., Awaitable[list[Any]]]


def fetch_by(js: JetStreamContext, wrapped: Callable[[Fetch, int], Awaitable[list[Any]]]) -> None:
    """Have whoever pulls from a stream fetch by `wrapped`, which is given the real fetch and the most messages."""
    bind = js.pull_subscribe_bind

    async def bound(**options: Any) -> Any:
        pulled = await bind(**options)
        fetch = pulled.fetch
        pulled.fetch = lambda batch, timeout: wrapped(fetch, batch)
        return pulled

    js.pull_subscribe_bind = bound  # type: ignore[method-assign]


async def test_trap_1_the_pull_loop_outlives_the_builtin_timeout_and_loses_nothing(
    alpha: Store, mirror: MirrorStore, log: Log, feed: MirrorFeed, nc: Client, nats_server: NatsServer
) -> None:
    """nats-py raises the builtin TimeoutError from a quiet pull; half-filled batches must still be taken."""
    bringing = Relay(ALPHA_SERVICE, alpha, nc, "log", timing=FAST)
    await bringing.run_once()
    await feed.catch_up()
    log.down = True
    stop = asyncio.Event()
    js = nc.jetstream()
    pulls: list[BaseException | None] = []

    async def recorded(fetch: Fetch, batch: int) -> list[Any]:
        try:
            answer = await fetch(batch, timeout=0.1)
        except TimeoutError as error:
            pulls.append(error)
            raise
        pulls.append(None)
        return answer

    fetch_by(js, recorded)
    pulling = asyncio.create_task(feed.pull(js, "audit", stop))
    for number in range(3):
        quiet = len([one for one in pulls if one is not None])
        await until(lambda quiet=quiet: len([one for one in pulls if one is not None]) > quiet)  # type: ignore[misc]
        open_cases(alpha, 7, f"round-{number}")
        await bringing.run_once()
        await until(lambda: whole(alpha, mirror))
    stop.set()
    await pulling


async def test_messages_that_come_again_behind_newer_ones_are_no_other_events(
    alpha: Store, mirror: MirrorStore, log: Log, feed: MirrorFeed, nc: Client, nats_server: NatsServer, metrics: DeliveryMetrics
) -> None:
    """A server that died knows no acknowledgement of its last moment: one answer brings new messages and then old ones."""
    bringing = Relay(ALPHA_SERVICE, alpha, nc, "log", timing=FAST)
    await bringing.run_once()
    await feed.catch_up()
    log.down = True
    js = nc.jetstream()
    came: list[Any] = []

    async def disordered(fetch: Fetch, batch: int) -> list[Any]:
        answer = await fetch(batch, timeout=0.1)
        old = came[:-1]
        came.extend(answer)
        return [*answer, *old]

    fetch_by(js, disordered)
    stop = asyncio.Event()
    pulling = asyncio.create_task(feed.pull(js, "audit", stop))
    for number in range(3):
        open_cases(alpha, 7, f"round-{number}")
        await bringing.run_once()
        await until(lambda: whole(alpha, mirror))
    stop.set()
    await pulling
    assert mirror.conflicts() == []
    assert not list(metrics.alarms.collect()[0].samples)


async def test_kill_9_of_the_server_loses_nothing(
    alpha: Store, mirror: MirrorStore, log: Log, feed: MirrorFeed, nc: Client, nats_server: NatsServer
) -> None:
    bringing = Relay(ALPHA_SERVICE, alpha, nc, "log", timing=FAST)
    open_cases(alpha, 3)
    await bringing.run_once()
    async with feeding(feed, nats_server):
        await until(lambda: whole(alpha, mirror))
        await asyncio.to_thread(crash, nats_server)
        await until(lambda: nc.is_connected)
        open_cases(alpha, 3, "after")
        await bringing.run_once()
        await until(lambda: whole(alpha, mirror))


async def test_an_altered_copy_on_the_stream_is_an_alarm_and_the_source_is_believed(
    alpha: Store, mirror: MirrorStore, log: Log, feed: MirrorFeed, nc: Client, nats_server: NatsServer, metrics: DeliveryMetrics
) -> None:
    await feed.catch_up()
    log.down = True
    open_cases(alpha, 2)
    stream = Stream(nc.jetstream(), log_stream("alpha"), Retention())
    await stream.create(1)
    for row in alpha.read(0, 100):
        message = log_message("alpha", SOURCE, row)
        payload = message.payload.replace(b'"role":"handler"', b'"role":"auditor"') if row.position == 4 else message.payload
        await stream.append(row.position - 1, [type(message)(message.subject, payload, message.headers)])
    async with feeding(feed, nats_server):
        await until(lambda: counted(metrics, "rectify_delivery_alarms_total", where="mirror:alpha", reason="copy") >= 1)
        log.down = False
        await until(lambda: whole(alpha, mirror))


async def test_a_source_that_rewrote_its_history_stops_the_mirror_with_an_alarm(
    alpha: Store, mirror: MirrorStore, log: Log, feed: MirrorFeed, metrics: DeliveryMetrics, tmp_path: Path
) -> None:
    open_cases(alpha, 2)
    await feed.catch_up()
    case = named("case", "case-0")
    record(alpha, CaseClosed(case=case))
    log.lie = lambda rows: [row._replace(state=row.state[:-2] + b"x}") for row in rows]
    with pytest.raises(MirrorStopped):
        await feed.catch_up()
    assert counted(metrics, "rectify_delivery_alarms_total", where=f"mirror:{SOURCE}", reason="conflict") == 1
    assert mirror.head(SOURCE).position == 6
    log.lie = lambda rows: rows
    assert await feed.catch_up() == 1


async def test_a_new_epoch_is_mirrored_beside_the_old_one(
    alpha: Store, mirror: MirrorStore, log: Log, feed: MirrorFeed, tmp_path: Path, clock: Clock
) -> None:
    open_cases(alpha, 1)
    await feed.catch_up()
    with opened(ALPHA_SERVICE, tmp_path, clock, epoch="e2") as forked:
        open_cases(forked, 2)
        log.store = forked
        await feed.catch_up()
    assert {head.source: head.position for head in mirror.heads()} == {SOURCE: 3, "test/alpha/e2": 6}


async def test_another_contexts_log_is_not_mirrored_under_this_name(
    beta: Store, mirror: MirrorStore, feed: MirrorFeed, log: Log
) -> None:
    log.store = beta
    with pytest.raises(MirrorStopped, match="says that its origin is test/beta/e1"):
        await feed.catch_up()


async def test_the_newest_messages_of_a_stream_are_shown_with_their_leaves(alpha: Store, nc: Client) -> None:
    assert await newest(nc.jetstream(), "alpha", 5) == []
    open_cases(alpha, 2)
    await Relay(ALPHA_SERVICE, alpha, nc, "log", timing=FAST).run_once()
    rows = alpha.read(2, 10)
    assert await newest(nc.jetstream(), "alpha", 4) == [(row.position, leaf_hash(unpack(row.state)[0])) for row in rows]
