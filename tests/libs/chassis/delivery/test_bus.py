"""Subscriptions through a real server: strict order, nothing lost, and back again after whatever befalls the stream."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from nats.aio.client import Client
from nats.js.api import StreamConfig

from chassis.bus import Access, Subscription
from chassis.consumer import Consumer
from chassis.delivery_metrics import DeliveryMetrics
from chassis.natsserver import NatsServer
from chassis.reactions import Outcome
from chassis.relay import Heartbeat, Relay
from chassis.store import Store
from testkit.nats import copy, crash, delete_stream, restore
from tests.libs.chassis.delivery.world import (
    ALPHA_SERVICE,
    BETA_SERVICE,
    FAST,
    FAULTS,
    Source,
    open_cases,
    seen,
    until,
)

FOLLOWER = "consumer:test/alpha/e1"


@pytest.fixture
def source(alpha: Store) -> Source:
    found = Source(ALPHA_SERVICE, alpha)
    found.down = True  # the stream must do, unless a test says otherwise
    return found


@pytest.fixture
async def consumer(beta: Store, source: Source) -> Consumer:
    return Consumer(BETA_SERVICE, beta, "alpha", source, timing=FAST)


@asynccontextmanager
async def listening(server: NatsServer, consumer: Consumer, beta: Store, holder: str = "here") -> AsyncIterator[Subscription]:
    stop = asyncio.Event()
    subscription = Subscription(Access(server.url()), "beta", consumer, timing=FAST, metrics=DeliveryMetrics())
    task = asyncio.create_task(subscription.run(stop, beta, holder))
    try:
        yield subscription
    finally:
        stop.set()
        await task


def relaying(alpha: Store, nc: Client) -> Relay:
    return Relay(ALPHA_SERVICE, alpha, nc, "evt", timing=FAST)


async def tracked(beta: Store, pub: int) -> None:
    await until(lambda: beta.tracked(FOLLOWER) == pub)


def titles(count: int, prefix: str = "case") -> list[str]:
    return [f"{prefix}-{number}" for number in range(count)]


async def test_events_arrive_once_and_in_order(
    alpha: Store, beta: Store, nc: Client, nats_server: NatsServer, consumer: Consumer
) -> None:
    open_cases(alpha, 5)
    await relaying(alpha, nc).run_once()
    async with listening(nats_server, consumer, beta):
        await tracked(beta, 10)
        info = await nc.jetstream().consumer_info("EVT_ALPHA", "beta")
        assert info.config.max_ack_pending == 1
        assert info.config.max_deliver == -1
        open_cases(alpha, 5, "more")
        await relaying(alpha, nc).run_once()
        await tracked(beta, 20)
    assert seen(beta) == titles(5) + titles(5, "more")
    assert beta.lease("consumer:alpha", "another", 1.0) is not None


async def test_a_stream_that_comes_later_is_found(
    alpha: Store, beta: Store, nc: Client, nats_server: NatsServer, consumer: Consumer
) -> None:
    async with listening(nats_server, consumer, beta) as subscription:
        await until(lambda: subscription.connected)
        open_cases(alpha, 2)
        await relaying(alpha, nc).run_once()
        await tracked(beta, 4)
    assert seen(beta) == titles(2)


async def test_a_failing_event_holds_back_the_later_ones_and_nothing_is_lost(
    alpha: Store, beta: Store, nc: Client, nats_server: NatsServer, consumer: Consumer, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = {"case-3": 6, "case-7": 3}
    offered: list[int] = []
    apply = consumer.apply

    async def reluctant(message: object, pending: int = 0) -> Outcome:
        offered.append(message.pub)  # type: ignore[attr-defined]
        title = f"case-{(message.pub - 1) // 2}"  # type: ignore[attr-defined]
        if refused.get(title, 0):
            refused[title] -= 1
            if refused[title] % 2:
                raise RuntimeError("a fault of the machine, not of the event")
            return Outcome.WAIT
        return await apply(message, pending)  # type: ignore[arg-type]

    monkeypatch.setattr(consumer, "apply", reluctant)
    open_cases(alpha, 10)
    await relaying(alpha, nc).run_once()
    async with listening(nats_server, consumer, beta):
        await tracked(beta, 20)
    assert seen(beta) == titles(10)
    assert offered == sorted(offered)
    assert offered.count(7) == 7


async def test_poison_is_set_aside_and_the_stream_goes_on(
    alpha: Store, beta: Store, nc: Client, nats_server: NatsServer, consumer: Consumer
) -> None:
    FAULTS["case-1"] = 1000
    open_cases(alpha, 3)
    await relaying(alpha, nc).run_once()
    async with listening(nats_server, consumer, beta):
        await tracked(beta, 6)
    assert seen(beta) == ["case-0", "case-2"]
    assert [one.position for one in beta.quarantined()] == [3]


async def test_r0_a_message_lost_by_the_stream_is_fetched(
    alpha: Store, beta: Store, nc: Client, nats_server: NatsServer, source: Source, consumer: Consumer
) -> None:
    js = nc.jetstream()
    await js.add_stream(StreamConfig(name="EVT_ALPHA", subjects=["rectify.evt.alpha.>"], allow_atomic=True))
    open_cases(alpha, 4)
    await relaying(alpha, nc).run_once()
    for sequence in (3, 4, 8):
        await js.delete_msg("EVT_ALPHA", sequence)
    source.down = False
    async with listening(nats_server, consumer, beta):
        await tracked(beta, 8)
    assert seen(beta) == titles(4)


Mishap = Callable[[NatsServer, Client, Path], Awaitable[None]]


async def purged(server: NatsServer, nc: Client, older: Path) -> None:
    js = nc.jetstream()
    await js.delete_stream("EVT_ALPHA")
    await js.add_stream(StreamConfig(name="EVT_ALPHA", subjects=["rectify.evt.alpha.>"], allow_atomic=True))
    for _ in range(8):
        await js.publish("rectify.evt.alpha.v1.CaseOpened", b"")
    await js.purge_stream("EVT_ALPHA")


async def deleted(server: NatsServer, nc: Client, older: Path) -> None:
    await delete_stream(server, "EVT_ALPHA")


async def with_a_hole(server: NatsServer, nc: Client, older: Path) -> None:
    await delete_stream(server, "EVT_ALPHA")
    config = StreamConfig(name="EVT_ALPHA", subjects=["rectify.evt.alpha.>"], first_seq=11, allow_atomic=True)
    await nc.jetstream().add_stream(config)


async def put_back(server: NatsServer, nc: Client, older: Path) -> None:
    await asyncio.to_thread(restore, server, older)


async def killed(server: NatsServer, nc: Client, older: Path) -> None:
    await asyncio.to_thread(crash, server)


@pytest.mark.parametrize("mishap", [purged, deleted, with_a_hole, put_back, killed])
async def test_nothing_is_lost_or_repeated_whatever_befalls_the_stream(
    alpha: Store,
    beta: Store,
    nc: Client,
    nats_server: NatsServer,
    source: Source,
    consumer: Consumer,
    tmp_path: Path,
    mishap: Mishap,
) -> None:
    source.down = False
    bringing = relaying(alpha, nc)

    async def bring() -> None:
        """As the relay's own loop does: whatever fails is tried again."""
        async with asyncio.timeout(15):
            while True:
                try:
                    await bringing.run_once()
                    return
                except Exception:  # noqa: BLE001 - the server is down or the stream is gone
                    bringing._position = None
                    await asyncio.sleep(0.01)

    open_cases(alpha, 2)
    await bring()
    older = await asyncio.to_thread(copy, nats_server, tmp_path / "older")
    async with listening(nats_server, consumer, beta):
        open_cases(alpha, 2, "more")
        await until(lambda: nc.is_connected)
        await bring()
        await tracked(beta, 8)
        await mishap(nats_server, nc, older)
        open_cases(alpha, 3, "after")
        await until(lambda: nc.is_connected)
        await bring()
        beat = Heartbeat(ALPHA_SERVICE, alpha, nc, timing=FAST)

        async def taken() -> bool:
            await beat.beat()
            return beta.tracked(FOLLOWER) == 14

        await until(taken)
        # And the subscription itself lives: what is published now comes by the stream.
        source.down = True
        open_cases(alpha, 2, "later")
        await bring()
        await tracked(beta, 18)
    assert seen(beta) == titles(2) + titles(2, "more") + titles(3, "after") + titles(2, "later")
    assert beta.quarantined() == []


async def test_two_replicas_on_one_durable_keep_the_order(
    alpha: Store, beta: Store, nc: Client, nats_server: NatsServer, source: Source
) -> None:
    """Only one holds the lease; when it goes, the other takes over where the position stands."""
    pair = [Consumer(BETA_SERVICE, beta, "alpha", source, timing=FAST) for _ in range(2)]
    async with listening(nats_server, pair[1], beta, "second"):
        async with listening(nats_server, pair[0], beta, "first"):
            open_cases(alpha, 5)
            await relaying(alpha, nc).run_once()
            await tracked(beta, 10)
        # One of the two has left and given the lease back.
        open_cases(alpha, 5, "more")
        await relaying(alpha, nc).run_once()
        await tracked(beta, 20)
    assert seen(beta) == titles(5) + titles(5, "more")
