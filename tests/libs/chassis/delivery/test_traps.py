"""Traps of the broker and its clients that were paid for once: each is shown to be there, and stepped around."""

import asyncio
import json
from typing import Any

import nats.errors
import pytest
from faststream.nats import JStream
from nats.aio.client import Client
from nats.js.api import StreamConfig
from nats.js.errors import APIError, BadRequestError, NoStreamResponseError

from chassis.bus import Access, Subscription
from chassis.consumer import Consumer
from chassis.delivery_metrics import DeliveryMetrics
from chassis.natsserver import NatsServer
from chassis.published import published
from chassis.reactions import Outcome
from chassis.relay import Relay
from chassis.store import OutOfOrder, Store, Track
from chassis.streams import PASSING, Outgoing, Retention, Stream, WrongLast, log_stream
from tests.libs.chassis.delivery.world import (
    ALPHA_SERVICE,
    BETA_SERVICE,
    FAST,
    Source,
    kept,
    open_cases,
    seen,
    until,
)

ROW = "rectify.log.alpha.row"


@pytest.fixture
async def stream(nc: Client) -> Stream:
    made = Stream(nc.jetstream(), log_stream("alpha"), Retention())
    await made.create(1)
    return made


def rows(count: int) -> list[Outgoing]:
    return [Outgoing(ROW, str(number).encode(), {}) for number in range(count)]


async def test_trap_1_one_message_at_a_time_is_pulled_and_a_refused_one_comes_before_any_later_one(
    alpha: Store, beta: Store, nc: Client, nats_server: NatsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Batches lose messages and `PullSub(1)` alone reorders them: only one unacknowledged message keeps the order."""
    consumer = Consumer(BETA_SERVICE, beta, "alpha", Source(ALPHA_SERVICE, alpha), timing=FAST)
    order: list[int] = []
    attempts: dict[int, int] = {}

    async def every_third_twice_refused(message: Any, pending: int = 0) -> Outcome:
        attempts[message.pub] = attempts.get(message.pub, 0) + 1
        if message.pub % 3 == 0 and attempts[message.pub] <= 2:
            return Outcome.WAIT
        order.append(message.pub)
        return Outcome.APPLIED

    monkeypatch.setattr(consumer, "apply", every_third_twice_refused)
    monkeypatch.setattr(consumer, "catch_up", lambda: asyncio.sleep(0))
    open_cases(alpha, 15)
    await Relay(ALPHA_SERVICE, alpha, nc, "evt", timing=FAST).run_once()
    stop = asyncio.Event()
    subscription = Subscription(Access(nats_server.url()), "beta", consumer, timing=FAST, metrics=DeliveryMetrics())
    running = asyncio.create_task(subscription.run(stop, beta, "here"))
    await until(lambda: len(order) >= 30)
    stop.set()
    await running
    assert order == [*range(1, 31)]
    assert {number: attempts[number] for number in (3, 30)} == {3: 3, 30: 3}


async def test_trap_2_a_late_redelivery_is_not_taken_for_progress(alpha: Store, beta: Store) -> None:
    """`position > last` would pass over what lies between: a follower moves from its very predecessor only."""
    with pytest.raises(OutOfOrder):
        beta.advance(Track("somebody", 5))
    open_cases(alpha, 3)
    source = Source(ALPHA_SERVICE, alpha)
    consumer = Consumer(BETA_SERVICE, beta, "alpha", source, timing=FAST)
    messages = [published(ALPHA_SERVICE, alpha.decode(row)) for row in alpha.read_published(0, 10)]
    await consumer.apply(messages[0])
    await consumer.apply(messages[4])
    assert seen(beta) == ["case-0", "case-1", "case-2"]
    assert await consumer.apply(messages[2]) is Outcome.SEEN
    assert seen(beta) == ["case-0", "case-1", "case-2"]


async def test_trap_5_a_failed_append_raises_where_it_is_awaited(stream: Stream, nc: Client) -> None:
    """The future of a failed `publish_async` never resolves; appends are awaited requests."""
    assert await stream.append(0, rows(3)) == 3
    for count in (1, 2, 10):
        with pytest.raises(WrongLast) as raised:
            await stream.append(1, rows(count))
        assert raised.value.last == 3
    assert len(await kept(nc, "LOG_ALPHA")) == 3


async def test_trap_5_no_message_carries_an_id_that_would_block_its_recovery(stream: Stream, nc: Client) -> None:
    """With `Nats-Msg-Id` the same row would be a duplicate of one that is gone."""
    await stream.append(0, rows(3))
    await stream.append(3, rows(1))
    for _, _, headers, _ in await kept(nc, "LOG_ALPHA"):
        assert "Nats-Msg-Id" not in headers
    await stream.delete()
    await stream.create(1)
    assert await stream.append(0, rows(4)) == 4


async def test_trap_9_streams_admit_atomic_batches_which_faststream_could_not_declare(stream: Stream, nc: Client) -> None:
    with pytest.raises(TypeError):
        JStream("LOG_ALPHA", allow_atomic=True)  # type: ignore[call-arg]
    info = await stream.info()
    assert info is not None
    assert info.config.allow_atomic
    assert await stream.append(0, rows(500)) == 500
    js = nc.jetstream()
    await js.add_stream(StreamConfig(name="PLAIN", subjects=["plain"]))
    declared = log_stream("alpha")
    plain = Stream(js, type(declared)("PLAIN", "plain"), Retention())
    with pytest.raises(APIError):
        await plain.append(0, [Outgoing("plain", b"", {}), Outgoing("plain", b"", {})])


async def test_trap_9_a_batch_that_breaks_off_leaves_nothing(stream: Stream, nc: Client) -> None:
    headers = {"Nats-Batch-Id": "broken", "Nats-Batch-Sequence": "1", "Nats-Expected-Last-Sequence": "0"}
    await nc.request(ROW, b"first", headers=headers)
    await nc.publish(ROW, b"third", headers={"Nats-Batch-Id": "broken", "Nats-Batch-Sequence": "3"})
    await nc.flush()
    assert await stream.append(0, rows(2)) == 2
    assert [payload for *_, payload in await kept(nc, "LOG_ALPHA")] == [b"0", b"1"]


async def test_trap_12_raw_answers_carry_errors_as_json_and_do_not_raise(stream: Stream, nc: Client) -> None:
    answer = await nc.request(ROW, b"", headers={"Nats-Expected-Last-Sequence": "7"})
    assert json.loads(answer.data)["error"]["err_code"] == 10071
    with pytest.raises(BadRequestError):
        await nc.jetstream().publish(ROW, b"", headers={"Nats-Expected-Last-Sequence": "7"})
    with pytest.raises(WrongLast):
        await stream.append(7, rows(1))


@pytest.mark.parametrize(
    "error",
    [
        nats.errors.TimeoutError(),
        nats.errors.NoRespondersError(),
        NoStreamResponseError(),
        BadRequestError(code=400, err_code=10071, description="wrong last sequence: 3"),
        nats.errors.ConnectionClosedError(),
        TimeoutError(),
        ConnectionResetError(),
        json.JSONDecodeError("cut", "", 0),
    ],
)
async def test_trap_12_passing_faults_are_retried(
    alpha: Store, nc: Client, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    assert isinstance(error, PASSING)
    from chassis.pace import Doorbell

    bringing = Relay(ALPHA_SERVICE, alpha, nc, "log", timing=FAST)
    append = bringing._stream.append
    failures = [error] * 3

    async def unreliable(after: int, messages: Any) -> int:
        if failures:
            raise failures.pop()
        return await append(after, messages)

    monkeypatch.setattr(bringing._stream, "append", unreliable)
    open_cases(alpha, 1)
    stop = asyncio.Event()
    bell = Doorbell(alpha)
    running = asyncio.create_task(bringing.run(stop, "here", bell))
    await until(lambda: bringing.position == 3)
    stop.set()
    await running
    bell.close()
    assert failures == []


async def test_trap_12_an_append_whose_answer_was_lost_is_not_repeated(
    alpha: Store, nc: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    bringing = Relay(ALPHA_SERVICE, alpha, nc, "log", timing=FAST)
    append = bringing._stream.append

    async def unheard(after: int, messages: Any) -> int:
        await append(after, messages)
        raise nats.errors.TimeoutError

    open_cases(alpha, 2)
    with monkeypatch.context() as lost:
        lost.setattr(bringing._stream, "append", unheard)
        with pytest.raises(nats.errors.TimeoutError):
            await bringing.run_once()
    assert await bringing.run_once() == 0
    assert [sequence for sequence, *_ in await kept(nc, "LOG_ALPHA")] == [1, 2, 3, 4, 5, 6]


async def test_trap_12_reads_are_no_direct_reads(nc: Client, stream: Stream, monkeypatch: pytest.MonkeyPatch) -> None:
    """Direct reads answer with the past under load."""
    asked: list[str] = []
    request = nc.request

    async def recorded(subject: str, *args: Any, **options: Any) -> Any:
        asked.append(subject)
        return await request(subject, *args, **options)

    monkeypatch.setattr(nc, "request", recorded)
    await stream.append(0, rows(1))
    await stream.last()
    assert [subject for subject in asked if "MSG.GET" in subject] == ["$JS.API.STREAM.MSG.GET.LOG_ALPHA"]
    assert not [subject for subject in asked if "DIRECT" in subject]
