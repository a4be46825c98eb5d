"""The relay against a real server: what the store holds comes onto the stream, whatever happens to the stream."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from nats.aio.client import Client
from nats.js.api import StreamConfig
from rectify.log.v1.log_service_pb2 import StoredRow as WireRow

from chassis.delivery_metrics import DeliveryMetrics
from chassis.natsserver import NatsServer
from chassis.pace import Doorbell
from chassis.relay import Heartbeat, Kind, LogTorn, Reading, Relay, StreamAhead, Verdict, log_message
from chassis.store import Store
from chassis.streams import Retention, Stream, log_stream
from kernel.context import named
from testkit.nats import copy, crash, delete_stream, restore
from tests.libs.chassis.delivery.world import (
    ALPHA_SERVICE,
    FAST,
    CaseOpened,
    Clock,
    counted,
    kept,
    open_cases,
    opened,
    record,
    until,
)
from translog.record import leaf_hash, unpack


def relay(store: Store, nc: Client, kind: Kind = "log", metrics: DeliveryMetrics | None = None, **options: Any) -> Relay:
    return Relay(ALPHA_SERVICE, store, nc, kind, timing=FAST, metrics=metrics, **options)


async def sound(store: Store, nc: Client, first: int = 1) -> None:
    """The LOG stream holds exactly the store's rows, each at the sequence that is its position."""
    found = await kept(nc, "LOG_ALPHA")
    rows = store.read(first - 1, 100_000)
    assert [sequence for sequence, *_ in found] == [row.position for row in rows]
    for row, (_, subject, headers, payload) in zip(rows, found, strict=True):
        assert subject == "rectify.log.alpha.row"
        assert WireRow.FromString(payload).state == row.state
        assert headers["rectify-leaf"] == leaf_hash(unpack(row.state)[0]).hex()


async def test_what_is_stored_comes_onto_both_streams(alpha: Store, nc: Client) -> None:
    open_cases(alpha, 4)
    assert await relay(alpha, nc).run_once() == 12
    assert await relay(alpha, nc, "evt", trace=lambda position: f"00-{position}").run_once() == 8
    await sound(alpha, nc)
    told = await kept(nc, "EVT_ALPHA")
    assert [subject.rsplit(".", 1)[1] for _, subject, *_ in told] == ["CaseOpened", "CaseShelved"] * 4
    for sequence, _, headers, _ in told:
        assert headers["rectify-pub"] == str(sequence)
        assert headers["traceparent"] == f"00-{headers['rectify-position']}"
        assert "Nats-Msg-Id" not in headers
    again = relay(alpha, nc)
    assert await again.run_once() == 0
    assert again.position == 12


async def test_streams_are_declared_as_the_design_says(alpha: Store, nc: Client) -> None:
    await relay(alpha, nc).run_once()
    config = (await nc.jetstream().stream_info("LOG_ALPHA")).config
    assert config.storage == "file"
    assert config.deny_delete
    assert config.deny_purge
    assert config.allow_atomic
    assert not config.allow_direct
    assert config.max_age == 30 * 86400
    assert config.subjects == ["rectify.log.alpha.>"]
    await relay(alpha, nc, retention=Retention(max_age=3600.0)).run_once()
    assert (await nc.jetstream().stream_info("LOG_ALPHA")).config.max_age == 3600


async def test_large_rows_go_in_batches_of_limited_size(alpha: Store, nc: Client) -> None:
    for number in range(8):
        record(alpha, CaseOpened(case=named("case", str(number)), title="x" * 700_000))
    assert await relay(alpha, nc).run_once() == 8
    await sound(alpha, nc)


async def test_r2_a_stream_that_is_gone_is_made_again(alpha: Store, nats_server: NatsServer, nc: Client) -> None:
    metrics = DeliveryMetrics()
    bringing = relay(alpha, nc, metrics=metrics)
    open_cases(alpha, 4)
    await bringing.run_once()
    await delete_stream(nats_server, "LOG_ALPHA")
    open_cases(alpha, 1, "more")
    with pytest.raises(Exception, match="no responders"):
        await bringing.run_once()
    assert await bringing.run_once() == 15
    await sound(alpha, nc)
    assert counted(metrics, "rectify_relay_recreated_total", stream="LOG_ALPHA", reason="missing") == 1
    assert counted(metrics, "rectify_delivery_alarms_total", where="LOG_ALPHA", reason="missing") == 0


async def test_a_stream_made_again_carries_no_more_than_its_share(alpha: Store, nc: Client) -> None:
    open_cases(alpha, 4)
    assert await relay(alpha, nc, replayed=5).run_once() == 5
    await sound(alpha, nc, first=8)


async def test_a_stream_recreated_with_a_hole_is_continued(alpha: Store, nc: Client) -> None:
    open_cases(alpha, 4)
    js = nc.jetstream()
    await js.add_stream(StreamConfig(name="LOG_ALPHA", subjects=["rectify.log.alpha.>"], first_seq=8, allow_atomic=True))
    assert await relay(alpha, nc).run_once() == 5
    await sound(alpha, nc, first=8)


async def test_r1_an_older_directory_put_back_is_filled_up_again(
    alpha: Store, nats_server: NatsServer, nc: Client, tmp_path: Path
) -> None:
    metrics = DeliveryMetrics()
    bringing = relay(alpha, nc, metrics=metrics)
    open_cases(alpha, 2)
    await bringing.run_once()
    older = await asyncio.to_thread(copy, nats_server, tmp_path / "older")
    open_cases(alpha, 2, "more")
    await until(lambda: nc.is_connected)
    await bringing.run_once()
    await asyncio.to_thread(restore, nats_server, older)
    await until(lambda: nc.is_connected)
    assert (await nc.jetstream().stream_info("LOG_ALPHA")).state.last_seq == 6
    open_cases(alpha, 1, "after")
    await bringing.run_once()
    await sound(alpha, nc)
    assert counted(metrics, "rectify_relay_rewound_total", stream="LOG_ALPHA") == 1
    assert counted(metrics, "rectify_relay_fenced_total", stream="LOG_ALPHA") == 1


async def altered_stream(store: Store, nc: Client, change: Callable[[dict[str, str], bytes], tuple[dict[str, str], bytes]]) -> None:
    """A stream whose last message is not the store's row."""
    stream = Stream(nc.jetstream(), log_stream("alpha"), Retention())
    await stream.create(1)
    rows = store.read(0, 100)
    for row in rows:
        message = log_message("alpha", store.source, row)
        headers, payload = message.headers, message.payload
        if row is rows[-1]:
            headers, payload = change(headers, payload)
        await stream.append(row.position - 1, [type(message)(message.subject, payload, headers)])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda headers, payload: ({**headers, "rectify-leaf": "00" * 32}, payload), "altered"),
        (lambda headers, payload: (headers, payload[:-1] + b"\0"), "altered"),
        (lambda headers, payload: ({**headers, "ce-source": "test/alpha/e0"}, payload), "foreign"),
        (lambda _, payload: ({}, payload), "foreign"),
    ],
)
async def test_r3_an_altered_stream_is_made_again_with_an_alarm(
    alpha: Store, nc: Client, change: Callable[..., Any], reason: str
) -> None:
    metrics = DeliveryMetrics()
    open_cases(alpha, 2)
    await altered_stream(alpha, nc, change)
    assert await relay(alpha, nc, metrics=metrics).run_once() == 6
    await sound(alpha, nc)
    assert counted(metrics, "rectify_delivery_alarms_total", where="LOG_ALPHA", reason=reason) == 1
    assert counted(metrics, "rectify_relay_recreated_total", stream="LOG_ALPHA", reason=reason) == 1


@pytest.mark.parametrize(("kind", "column", "place", "count"), [("log", "notification_id", 7, 12), ("evt", "pub", 5, 8)])
async def test_nothing_is_published_past_a_hole_in_the_store(
    alpha: Store, nc: Client, tmp_path: Path, kind: Kind, column: str, place: int, count: int
) -> None:
    """A row that somebody gave another place does not come onto the stream in the place of its successor."""
    open_cases(alpha, 4)

    def move(here: int, there: int) -> None:
        with closing(sqlite3.connect(tmp_path / "alpha.e1.db")) as connection, connection:
            connection.execute(f"UPDATE stored_events SET {column} = ? WHERE {column} = ?", (there, here))

    move(place, 1 << 40)
    bringing = relay(alpha, nc, kind)
    with pytest.raises(LogTorn):
        await bringing.run_once()
    assert len(await kept(nc, bringing.name)) == place - 1
    move(1 << 40, place)
    await relay(alpha, nc, kind).run_once()
    assert [sequence for sequence, *_ in await kept(nc, bringing.name)] == list(range(1, count + 1))


async def test_one_reading_alone_changes_nothing(alpha: Store, nc: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    metrics = DeliveryMetrics()
    bringing = relay(alpha, nc, metrics=metrics)
    open_cases(alpha, 2)
    await bringing.run_once()
    created = (await nc.jetstream().stream_info("LOG_ALPHA")).created
    lies = [Reading(verdict, 6, "seen") for verdict in (Verdict.ALTERED, Verdict.AHEAD, Verdict.MISSING, Verdict.FOREIGN)]
    truth = bringing._reading
    answers: list[Reading | None] = [answer for lie in lies for answer in (lie, None)]

    async def resumed() -> Reading:
        return (answers.pop(0) if answers else None) or await truth()

    monkeypatch.setattr(bringing, "_reading", resumed)
    for _ in lies:
        bringing._position = None
        open_cases(alpha, 1, f"after-{len(answers)}")
        await bringing.run_once()
    assert not answers
    await sound(alpha, nc)
    assert (await nc.jetstream().stream_info("LOG_ALPHA")).created == created
    assert not [
        sample for metric in metrics.alarms.collect() for sample in metric.samples if sample.value and "total" in sample.name
    ]


async def test_r4_a_stream_ahead_of_its_store_is_evidence_and_stays(tmp_path: Path, clock: Clock, nc: Client) -> None:
    metrics = DeliveryMetrics()
    for folder, cases in (("whole", 3), ("shorter", 1)):
        (tmp_path / folder).mkdir()
        with opened(ALPHA_SERVICE, tmp_path / folder, clock) as store:
            open_cases(store, cases)
            if folder == "whole":
                await relay(store, nc).run_once()
            else:
                with pytest.raises(StreamAhead):
                    await relay(store, nc, metrics=metrics).run_once()
    assert (await nc.jetstream().stream_info("LOG_ALPHA")).state.last_seq == 9
    assert counted(metrics, "rectify_delivery_alarms_total", where="LOG_ALPHA", reason="ahead") == 1


async def test_a_message_that_is_no_record_of_the_log_is_no_evidence(alpha: Store, nc: Client) -> None:
    """A row that somebody put into the table was relayed, and is gone again."""
    open_cases(alpha, 1)
    (last,) = alpha.read(2, 1)
    forged = log_message("alpha", alpha.source, last._replace(position=4, version=last.version + 1))
    metrics = DeliveryMetrics()
    await relay(alpha, nc).run_once()
    await nc.jetstream().publish(forged.subject, forged.payload, headers=forged.headers)
    assert await relay(alpha, nc, metrics=metrics).run_once() == 3
    assert (await nc.jetstream().stream_info("LOG_ALPHA")).state.last_seq == 3
    assert counted(metrics, "rectify_delivery_alarms_total", where="LOG_ALPHA", reason="altered") == 1


async def test_a_new_epoch_takes_the_stream_over(tmp_path: Path, clock: Clock, nc: Client) -> None:
    with opened(ALPHA_SERVICE, tmp_path, clock) as store:
        open_cases(store, 3)
        await relay(store, nc).run_once()
    with opened(ALPHA_SERVICE, tmp_path, clock, epoch="e2") as store:
        open_cases(store, 1)
        assert await relay(store, nc).run_once() == 3
        await sound(store, nc)


async def test_an_empty_stream_beyond_the_log_is_made_again(alpha: Store, nc: Client) -> None:
    open_cases(alpha, 1)
    js = nc.jetstream()
    await js.add_stream(StreamConfig(name="LOG_ALPHA", subjects=["rectify.log.alpha.>"], first_seq=1000))
    assert await relay(alpha, nc).run_once() == 3
    await sound(alpha, nc)


async def test_two_relays_at_once_are_fenced_and_repeat_nothing(alpha: Store, nc: Client) -> None:
    metrics = DeliveryMetrics()
    first, second = relay(alpha, nc, metrics=metrics), relay(alpha, nc, metrics=metrics)
    await first.run_once()
    await second.run_once()
    open_cases(alpha, 3)
    assert await first.run_once() == 9
    assert await second.run_once() == 0
    assert counted(metrics, "rectify_relay_fenced_total", stream="LOG_ALPHA") == 1
    for number in range(5):
        open_cases(alpha, 2, f"both-{number}")
        await asyncio.gather(first.run_once(), second.run_once())
    await sound(alpha, nc)


async def test_after_its_age_the_last_message_is_gone_and_its_sequence_remains(alpha: Store, nc: Client) -> None:
    bringing = relay(alpha, nc, retention=Retention(max_age=0.1))
    open_cases(alpha, 2)
    await bringing.run_once()

    async def empty() -> bool:
        return (await nc.jetstream().stream_info("LOG_ALPHA")).state.messages == 0

    await until(empty)
    again = relay(alpha, nc, retention=Retention())
    open_cases(alpha, 1, "more")
    assert await again.run_once() == 3
    await sound(alpha, nc, first=7)


async def test_relaying_goes_on_through_kill_9_under_load(alpha: Store, nats_server: NatsServer, nc: Client) -> None:
    stop = asyncio.Event()
    bell = Doorbell(alpha)
    kinds: tuple[Kind, ...] = ("log", "evt")
    running = [asyncio.create_task(relay(alpha, nc, kind).run(stop, "here", bell)) for kind in kinds]
    for round_ in range(3):
        recording = asyncio.create_task(asyncio.to_thread(open_cases, alpha, 15, f"round-{round_}"))
        await asyncio.to_thread(alpha.wait, alpha.head().position + 10, 10.0)
        await asyncio.to_thread(crash, nats_server)
        await recording

    async def level() -> bool:
        if not nc.is_connected:
            return False
        head = alpha.head()
        state = [(await nc.jetstream().stream_info(name)).state.last_seq for name in ("LOG_ALPHA", "EVT_ALPHA")]
        return state == [head.position, head.pub]

    await until(level)
    stop.set()
    await asyncio.gather(*running)
    bell.close()
    await sound(alpha, nc)
    assert [int(headers["rectify-pub"]) for _, _, headers, _ in await kept(nc, "EVT_ALPHA")] == [*range(1, 91)]


async def test_only_the_holder_of_the_lease_relays(alpha: Store, nc: Client) -> None:
    stop = asyncio.Event()
    bell = Doorbell(alpha)
    held = alpha.lease("relay:log", "somebody else", 60.0)
    assert held is not None
    bringing = relay(alpha, nc)
    running = asyncio.create_task(bringing.run(stop, "here", bell))
    open_cases(alpha, 1)
    await until(lambda: bell.position == 3)
    assert bringing.position == 0
    alpha.unlease(held)
    await until(lambda: bringing.position == 3)
    stop.set()
    await running
    bell.close()
    assert alpha.lease("relay:log", "somebody else", 1.0) is not None


async def test_a_heartbeat_says_how_far_the_log_goes(alpha: Store, nc: Client) -> None:
    subscription = await nc.subscribe("rectify.beat.alpha")
    await nc.flush()
    stop = asyncio.Event()
    beating = asyncio.create_task(Heartbeat(ALPHA_SERVICE, alpha, nc, timing=FAST).run(stop, "here"))
    first = await subscription.next_msg(timeout=5)
    assert b'"position": 0' in first.data
    open_cases(alpha, 1)
    while True:
        message = await subscription.next_msg(timeout=5)
        if b'"position": 3' in message.data:
            break
    leaf = leaf_hash(unpack(alpha.read(2, 1)[0].state)[0]).hex()
    assert '"pub": 2, "at": "2026-03-02T01:00:00.' in message.data.decode()
    assert leaf in message.data.decode()
    stop.set()
    await beating
