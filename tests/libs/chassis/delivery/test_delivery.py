"""Two services and a mirror put together over a real server: from a recorded fact to a neighbour's reaction."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import pytest

from chassis.bus import Access
from chassis.delivery import Delivery
from chassis.delivery_metrics import DeliveryMetrics
from chassis.leases import hold
from chassis.natsserver import NatsServer, accounts
from chassis.pace import Doorbell, Pause
from chassis.service import DeclarationError, Hear
from chassis.store import Store
from chassis.store.mirror import open_mirror
from kernel.context import named
from testkit.nats import MakeServer, crash, delete_stream
from tests.libs.chassis.delivery.test_mirror import Log
from tests.libs.chassis.delivery.world import (
    ALPHA_SERVICE,
    BETA_SERVICE,
    DUTIES,
    FAST,
    FAULTS,
    CaseClosed,
    Opened,
    Source,
    counted,
    open_cases,
    record,
    seen,
    take_duty,
    until,
    without,
)

FOLLOWER = "consumer:test/alpha/e1"
MIRRORING = without(BETA_SERVICE, mirrors=("alpha", "beta"))


@asynccontextmanager
async def delivering(*deliveries: Delivery) -> AsyncIterator[None]:
    stop = asyncio.Event()
    tasks = [asyncio.create_task(delivery.run(stop)) for delivery in deliveries]
    try:
        yield
    finally:
        stop.set()
        await asyncio.gather(*tasks)


def counts(beta: Store) -> list[int]:
    return [row["counted"] for row in beta.rows().page(DUTIES)]


async def test_a_fact_reaches_the_neighbours_read_model_and_the_mirror(
    alpha: Store, beta: Store, nats_servers: MakeServer, tmp_path: Path
) -> None:
    passwords = {"alpha": "a", "beta": "b"}
    server = nats_servers(accounts([ALPHA_SERVICE, MIRRORING], passwords))
    mirror = open_mirror(f"sqlite:///{tmp_path / 'beta.e1.db'}")
    mirror.migrate()
    first = Delivery(ALPHA_SERVICE, alpha, "here", access=Access(server.url(), "alpha", "a"), timing=FAST)
    second = Delivery(
        MIRRORING,
        beta,
        "here",
        access=Access(server.url(), "beta", "b"),
        fetch={"alpha": Source(ALPHA_SERVICE, alpha)},
        read_log={"alpha": Log(alpha), "beta": Log(beta)},
        mirror=mirror,
        timing=FAST,
    )
    async with delivering(first, second):
        await asyncio.to_thread(open_cases, alpha, 10)
        await until(lambda: beta.tracked(FOLLOWER) == 20)
        assert await asyncio.to_thread(beta.wait_projected, 20, 10.0)
        await until(lambda: second.connected)
        await asyncio.to_thread(open_cases, alpha, 10, "more")
        await until(lambda: beta.tracked(FOLLOWER) == 40)
        await until(lambda: counts(beta) == [1] * 20)

        def mirrored() -> bool:
            return {head.source: head.position for head in mirror.heads()} == {
                alpha.source: alpha.head().position,
                beta.source: beta.head().position,
            }

        await until(mirrored)

        def level() -> bool:
            followers = {name: (position, head) for delivery in (first, second) for name, position, head in delivery.followers()}
            return (
                set(followers) == {"policies", "relay:log", "relay:evt", "projection:duties", "consumer:alpha"}
                and all(position == head for position, head in followers.values())
                and followers["consumer:alpha"] == (40, 40)
            )

        await until(level)
    assert first.metrics.denials == second.metrics.denials == 0
    assert len(seen(beta)) == 20
    mirror.close()


async def test_without_nats_neighbours_are_asked(alpha: Store, beta: Store) -> None:
    second = Delivery(BETA_SERVICE, beta, "here", fetch={"alpha": Source(ALPHA_SERVICE, alpha)}, timing=FAST)
    assert second.connected
    async with delivering(Delivery(ALPHA_SERVICE, alpha, "here", timing=FAST), second):
        open_cases(alpha, 3)
        await until(lambda: counts(beta) == [1] * 3)


async def test_a_nats_that_is_not_there_holds_nothing_up(alpha: Store, beta: Store, tmp_path: Path) -> None:
    server = NatsServer(tmp_path / "late")
    access = Access(server.url())
    first = Delivery(ALPHA_SERVICE, alpha, "here", access=access, timing=FAST)
    second = Delivery(BETA_SERVICE, beta, "here", access=access, fetch={"alpha": Source(ALPHA_SERVICE, alpha)}, timing=FAST)
    async with delivering(first, second):
        open_cases(alpha, 3)
        await until(lambda: counts(beta) == [1] * 3)
        assert not first.connected
        await asyncio.to_thread(server.start)
        await until(lambda: first.connected)
        await until(lambda: ("relay:evt", 6, 6) in first.followers())
    server.stop()


async def test_delivery_goes_on_through_kill_9_and_a_deleted_stream(alpha: Store, beta: Store, nats_server: NatsServer) -> None:
    access = Access(nats_server.url())
    first = Delivery(ALPHA_SERVICE, alpha, "here", access=access, timing=FAST)
    second = Delivery(BETA_SERVICE, beta, "here", access=access, fetch={"alpha": Source(ALPHA_SERVICE, alpha)}, timing=FAST)
    async with delivering(first, second):
        recording = asyncio.create_task(asyncio.to_thread(open_cases, alpha, 60))
        await asyncio.to_thread(alpha.wait, 30, 10.0)
        await asyncio.to_thread(crash, nats_server)
        await asyncio.to_thread(alpha.wait, 90, 10.0)
        await delete_stream(nats_server, "EVT_ALPHA")
        await recording
        await until(lambda: beta.tracked(FOLLOWER) == 120)
        await until(lambda: counts(beta) == [1] * 60)
        await until(lambda: ("relay:evt", 120, 120) in first.followers())
    assert seen(beta) == [f"case-{number}" for number in range(60)]
    assert beta.quarantined() == []
    assert counted(first.metrics, "rectify_delivery_alarms_total", where="EVT_ALPHA", reason="altered") == 0


async def test_what_was_set_aside_is_released_by_its_follower(alpha: Store, beta: Store) -> None:
    FAULTS["case-1"] = 1000
    second = Delivery(BETA_SERVICE, beta, "here", fetch={"alpha": Source(ALPHA_SERVICE, alpha)}, timing=FAST)
    async with delivering(second):
        open_cases(alpha, 3)
        record(alpha, CaseClosed(case=named("case", "case-1")))
        await until(lambda: beta.tracked(FOLLOWER) == 7)
        (held, waiting) = beta.quarantined()
        FAULTS.clear()
        assert await second.release(held.follower, held.position) == [held.position, waiting.position]
        with pytest.raises(KeyError):
            await second.release("consumer:nobody", 1)
        with pytest.raises(KeyError):
            await second.release("policies", 1)
    assert seen(beta) == ["case-0", "case-2", "case-1"]


async def test_a_page_that_does_not_fit_its_contracts_does_not_start(beta: Store) -> None:
    page = without(BETA_SERVICE, hears={"rectify.alpha.v1.Melted": Hear(Opened, [take_duty])})
    with pytest.raises(DeclarationError):
        Delivery(page, beta, "here")


async def test_work_ends_when_its_lease_is_lost_and_begins_again_with_it(beta: Store) -> None:
    stop = asyncio.Event()
    began: list[int] = []
    ended: list[int] = []

    async def work() -> None:
        began.append(1)
        try:
            await stop.wait()
        finally:
            ended.append(1)

    task = asyncio.create_task(hold(beta, "thing", "here", FAST, stop, work))
    await until(lambda: len(began) == 1)
    held = beta.lease("thing", "here", 60.0)  # the token grows: what was held before is fenced
    assert held is not None
    await until(lambda: len(ended) == 1)
    await until(lambda: len(began) == 2)
    stop.set()
    await task
    assert len(ended) == 2
    assert beta.lease("thing", "another", 1.0) is not None


async def test_work_that_fails_is_begun_again(beta: Store) -> None:
    stop = asyncio.Event()
    attempts: list[int] = []

    async def work() -> None:
        attempts.append(1)
        if len(attempts) < 3:
            raise RuntimeError("on purpose")
        stop.set()

    await hold(beta, "thing", "here", FAST, stop, work)
    assert len(attempts) == 3


async def test_the_doorbell_rings_for_this_process_and_finds_what_others_append(alpha: Store) -> None:
    stop = asyncio.Event()
    bell = Doorbell(alpha, every=0.05)
    assert not await bell.wait(0, 0.01, stop)
    open_cases(alpha, 1)
    assert await bell.wait(0, 10.0, stop)
    await until(lambda: bell.position == 3)
    waiting = asyncio.create_task(bell.wait(3, 60.0, stop))
    stop.set()
    assert not await waiting
    bell.close()


async def test_the_doorbell_rings_for_the_row_in_the_place_of_one_that_is_gone() -> None:
    heads = iter((3, 4, 3))
    last = threading.Event()

    class Heads:
        def wait(self, after: int, timeout: float) -> int:
            found = next(heads, None)
            if found is None:
                last.wait(timeout)
                return 4 if last.is_set() else after
            return found

    stop = asyncio.Event()
    bell = Doorbell(cast(Store, Heads()), every=0.05)
    await until(lambda: bell.position == 3 and next(heads, None) is None)
    waiting = asyncio.create_task(bell.wait(3, 60.0, stop))
    last.set()
    assert await asyncio.wait_for(waiting, 10)
    bell.close()


async def test_pauses_grow_and_end_with_everything() -> None:
    stop = asyncio.Event()
    pause = Pause(FAST)
    for _ in range(6):
        await pause.wait(stop)
    assert pause._next == FAST.retry_most
    pause.reset()
    assert pause._next == FAST.retry
    stop.set()
    await Pause(FAST).wait(stop)


def test_metrics_of_two_services_do_not_collide() -> None:
    pair = [DeliveryMetrics(), DeliveryMetrics()]
    pair[0].alarm("LOG_ALPHA", "altered")
    assert [counted(one, "rectify_delivery_alarms_total", where="LOG_ALPHA", reason="altered") for one in pair] == [1, 0]
