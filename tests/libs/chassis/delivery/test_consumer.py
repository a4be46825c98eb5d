"""The consumer: each event once, in order, with its effects, whatever the stream, the neighbour or a policy does."""

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from rectify.log.v1.log_service_pb2 import Published

from chassis.consumer import Consumer, SourceFault
from chassis.delivery_metrics import DeliveryMetrics
from chassis.published import published
from chassis.reactions import NotYet, Outcome
from chassis.store import Store
from kernel.context import SYSTEM, named
from kernel.envelope import Recorded
from kernel.messages import Event
from tests.libs.chassis.delivery.world import (
    ALPHA_SERVICE,
    BETA_SERVICE,
    FAST,
    FAULTS,
    ORG,
    CaseClosed,
    CaseOpened,
    CaseShelved,
    Clock,
    DutyEnded,
    DutyTaken,
    Source,
    counted,
    open_cases,
    opened,
    record,
    seen,
    until,
)

FOLLOWER = "consumer:test/alpha/e1"


@pytest.fixture
def source(alpha: Store) -> Source:
    return Source(ALPHA_SERVICE, alpha)


@pytest.fixture
def metrics() -> DeliveryMetrics:
    return DeliveryMetrics()


@pytest.fixture
async def consumer(beta: Store, source: Source, metrics: DeliveryMetrics) -> Consumer:
    return Consumer(BETA_SERVICE, beta, "alpha", source, timing=FAST, metrics=metrics)


def told(alpha: Store) -> list[Published]:
    return [published(ALPHA_SERVICE, alpha.decode(row)) for row in alpha.read_published(0, 10_000)]


def events(store: Store) -> list[Recorded[Event]]:
    return [store.decode(row) for row in store.read(0, 10_000)]


async def test_events_are_applied_in_order_with_the_position(alpha: Store, beta: Store, consumer: Consumer) -> None:
    open_cases(alpha, 3)
    outcomes = [await consumer.apply(message) for message in told(alpha)]
    assert outcomes == [Outcome.APPLIED, Outcome.SKIPPED] * 3
    assert seen(beta) == ["case-0", "case-1", "case-2"]
    assert beta.tracked(FOLLOWER) == await consumer.position() == consumer.head == 6


async def test_a_reaction_acts_for_the_system_and_names_its_cause(alpha: Store, beta: Store, consumer: Consumer) -> None:
    case = named("case", "1")
    effective = alpha.head().at
    record(alpha, CaseOpened(case=case, title="one"), effective=effective)
    await consumer.catch_up()
    (first,) = events(beta)
    (cause,) = events(alpha)
    assert (first.actor, first.role, first.org) == (SYSTEM, "system", ORG)
    assert first.causes == ("test/alpha/e1:1",)
    assert first.effective == cause.effective


async def test_a_redelivery_is_seen_and_repeats_nothing(alpha: Store, beta: Store, consumer: Consumer) -> None:
    open_cases(alpha, 2)
    messages = told(alpha)
    for message in [*messages, *messages, messages[0]]:
        await consumer.apply(message)
    assert await consumer.apply(messages[2]) is Outcome.SEEN
    assert seen(beta) == ["case-0", "case-1"]


async def test_a_reaction_recorded_without_its_position_is_not_recorded_again(
    alpha: Store, beta: Store, source: Source, consumer: Consumer
) -> None:
    """A follower that lost its place reacts to the same causes again, and each reaction is the one it gave before."""
    open_cases(alpha, 2)
    await consumer.catch_up()
    source.source = alpha.source
    other = Consumer(BETA_SERVICE, beta, "alpha", source, timing=FAST)
    await other.catch_up()
    reactor = other._known()
    reactor.follower = "consumer:afresh"
    reactor._tracked = None
    assert await other.catch_up() == 4
    assert seen(beta) == ["case-0", "case-1"]
    assert beta.tracked("consumer:afresh") == 4


async def test_r0_a_gap_is_fetched_from_the_source(alpha: Store, beta: Store, source: Source, consumer: Consumer) -> None:
    open_cases(alpha, 4)
    messages = told(alpha)
    await consumer.apply(messages[0])
    asked = source.asked
    assert await consumer.apply(messages[6]) is Outcome.SEEN
    assert source.asked > asked
    assert seen(beta) == [f"case-{number}" for number in range(4)]


async def test_a_gap_waits_while_the_source_is_down(alpha: Store, beta: Store, source: Source, consumer: Consumer) -> None:
    open_cases(alpha, 2)
    messages = told(alpha)
    await consumer.apply(messages[0])
    source.down = True
    with pytest.raises(ConnectionError):
        await consumer.apply(messages[2])
    assert await consumer.apply(messages[1]) is Outcome.SKIPPED
    assert await consumer.apply(messages[2]) is Outcome.APPLIED
    assert seen(beta) == ["case-0", "case-1"]


async def test_the_stream_alone_serves_when_the_source_never_answered(
    alpha: Store, beta: Store, source: Source, consumer: Consumer
) -> None:
    open_cases(alpha, 2)
    source.down = True
    assert [await consumer.apply(message) for message in told(alpha)] == [Outcome.APPLIED, Outcome.SKIPPED] * 2
    assert seen(beta) == ["case-0", "case-1"]


async def test_another_way_is_asked_when_the_first_fails(alpha: Store, beta: Store, source: Source) -> None:
    open_cases(alpha, 2)
    broken = Source(ALPHA_SERVICE, alpha)
    broken.down = True
    assert await Consumer(BETA_SERVICE, beta, "alpha", broken, source, timing=FAST).catch_up() == 4
    assert broken.asked


async def test_a_damaged_copy_is_replaced_from_the_source(alpha: Store, beta: Store, consumer: Consumer) -> None:
    open_cases(alpha, 2)
    messages = told(alpha)
    del messages[0].headers["ce-source"]
    assert await consumer.apply(messages[0]) is Outcome.SEEN
    assert seen(beta) == ["case-0", "case-1"]


async def test_a_damaged_payload_is_set_aside_and_parks_its_aggregate(alpha: Store, beta: Store, consumer: Consumer) -> None:
    open_cases(alpha, 2)
    messages = told(alpha)
    messages[0].payload = b"\xff"
    assert await consumer.apply(messages[0]) is Outcome.SET_ASIDE
    for message in messages[1:]:
        await consumer.apply(message)
    assert seen(beta) == ["case-1"]
    # The truth at the source is whole: releasing reads it there.
    assert await consumer.release(1) == [1]
    assert seen(beta) == ["case-1", "case-0"]


async def test_an_event_of_a_foreign_origin_is_refused(
    alpha: Store, beta: Store, consumer: Consumer, metrics: DeliveryMetrics
) -> None:
    open_cases(alpha, 1)
    messages = told(alpha)
    await consumer.apply(messages[0])
    messages[1].headers["ce-source"] = "elsewhere/alpha/e1"
    assert await consumer.apply(messages[1]) is Outcome.FOREIGN
    assert counted(metrics, "rectify_delivery_alarms_total", where=FOLLOWER, reason="foreign") == 1
    assert beta.tracked(FOLLOWER) == 1


async def test_a_new_epoch_of_the_neighbour_begins_at_its_beginning(
    alpha: Store, beta: Store, tmp_path: Path, clock: Clock, source: Source, consumer: Consumer
) -> None:
    open_cases(alpha, 3)
    await consumer.catch_up()
    with opened(ALPHA_SERVICE, tmp_path, clock, epoch="e2") as forked:
        open_cases(forked, 2, "forked")
        source.store, source.source = forked, forked.source
        assert await consumer.apply(published(ALPHA_SERVICE, forked.decode(forked.read_published(0, 1)[0]))) is Outcome.APPLIED
        await consumer.catch_up()
    assert seen(beta) == ["case-0", "case-1", "case-2", "forked-0", "forked-1"]
    assert beta.followers()["consumer:test/alpha/e2"] == 4
    assert consumer.follower == "consumer:test/alpha/e2"


async def test_a_poison_event_is_set_aside_after_five_failures_and_parks_its_aggregate_only(
    alpha: Store, beta: Store, consumer: Consumer, metrics: DeliveryMetrics
) -> None:
    bad, good = named("case", "bad"), named("case", "good")
    FAULTS["bad"] = 1000
    record(alpha, CaseOpened(case=bad, title="bad"))
    record(alpha, CaseOpened(case=good, title="good"))
    record(alpha, CaseClosed(case=bad))
    record(alpha, CaseClosed(case=good))
    await consumer.catch_up()
    assert seen(beta) == ["good"]
    assert [one.event.duty for one in events(beta) if isinstance(one.event, DutyEnded)] == [named("duty", good)]
    held = beta.quarantined(FOLLOWER)
    assert [(one.position, one.aggregate) for one in held] == [(1, bad), (3, bad)]
    assert held[0].error.startswith("Broken at world.py:")
    assert "waits behind" in held[1].error
    assert beta.tracked(FOLLOWER) == 4
    assert counted(metrics, "rectify_consumer_events_total", follower=FOLLOWER, outcome="set-aside") == 1
    assert counted(metrics, "rectify_consumer_events_total", follower=FOLLOWER, outcome="parked") == 1
    FAULTS.clear()  # mended: it works now, and what waited behind it follows
    assert await consumer.release(1) == [1, 3]
    assert beta.quarantined() == []
    assert [type(one.event) for one in events(beta) if getattr(one.event, "duty", "") == named("duty", bad)] == [
        DutyTaken,
        DutyEnded,
    ]


async def test_four_failures_are_survived(alpha: Store, beta: Store, consumer: Consumer) -> None:
    FAULTS["case-0"] = 4
    open_cases(alpha, 2)
    await consumer.catch_up()
    assert seen(beta) == ["case-0", "case-1"]
    assert beta.quarantined() == []


async def test_failures_are_counted_across_restarts(alpha: Store, beta: Store, source: Source) -> None:
    FAULTS["case-0"] = 5
    open_cases(alpha, 1)
    for _ in range(4):
        beta.failed(FOLLOWER, alpha.source, 1, named("case", "case-0"), "an earlier process")
    await Consumer(BETA_SERVICE, beta, "alpha", source, timing=FAST).catch_up()
    assert FAULTS["case-0"] == 4
    assert len(beta.quarantined()) == 1


async def test_a_release_that_fails_again_changes_nothing(alpha: Store, beta: Store, consumer: Consumer) -> None:
    FAULTS["bad"] = 1000
    case = named("case", "bad")
    record(alpha, CaseOpened(case=case, title="bad"))
    record(alpha, CaseClosed(case=case))
    await consumer.catch_up()
    with pytest.raises(Exception, match="bad"):
        await consumer.release(1)
    assert [one.position for one in beta.quarantined()] == [1, 2]
    with pytest.raises(KeyError):
        await consumer.release(7)
    FAULTS.clear()
    assert await consumer.release(1) == [1, 2]


async def test_an_event_may_be_given_up(alpha: Store, beta: Store, consumer: Consumer) -> None:
    FAULTS["bad"] = 1000
    case = named("case", "bad")
    record(alpha, CaseOpened(case=case, title="bad"))
    record(alpha, CaseShelved(case=case))
    await consumer.catch_up()
    assert await consumer.release(1, give_up=True) == [1]
    assert seen(beta) == []
    assert beta.quarantined() == []
    assert not beta.parked(FOLLOWER, case)


async def test_a_message_of_an_unknown_contract_is_kept_visibly_and_holds_nothing_up(
    alpha: Store, beta: Store, consumer: Consumer
) -> None:
    open_cases(alpha, 2)
    messages = told(alpha)
    messages[0].headers["ce-type"] = "rectify.alpha.v2.CaseOpened"
    outcomes = [await consumer.apply(message) for message in messages]
    assert outcomes[0] is Outcome.SET_ASIDE
    (held,) = beta.quarantined()
    assert held.error == "rectify.alpha.v2.CaseOpened is in no contract here"
    assert seen(beta) == ["case-1"]
    # Once the contract is known here, it is released like any other.
    assert await consumer.release(1) == [1]
    assert seen(beta) == ["case-1", "case-0"]


async def test_an_event_from_the_future_of_this_clock_waits(
    alpha: Store, beta: Store, clock: Clock, tmp_path: Path, source: Source
) -> None:
    ahead = Clock(clock.now + timedelta(days=1))
    (tmp_path / "ahead").mkdir()
    with opened(ALPHA_SERVICE, tmp_path / "ahead", ahead) as alpha_ahead:
        open_cases(alpha_ahead, 1)
        source.store = alpha_ahead
        consumer = Consumer(BETA_SERVICE, beta, "alpha", source, timing=FAST)
        with pytest.raises(NotYet, match="future"):
            await consumer.catch_up()
        assert beta.quarantined() == []
        clock.now += timedelta(days=2)
        await consumer.catch_up()
    assert seen(beta) == ["case-0"]


def beat(alpha: Store, pub: int | None = None) -> bytes:
    head = alpha.head()
    return json.dumps({"source": alpha.source, "position": head.position, "pub": pub or head.pub, "at": "", "leaf": ""}).encode()


async def running(consumer: Consumer, connected: Callable[[], bool], stop: asyncio.Event) -> asyncio.Task[None]:
    task = asyncio.create_task(consumer.run(stop, connected))
    await until(lambda: consumer._reactor is not None)
    return task


async def test_a_lost_tail_is_noticed_by_heartbeats(alpha: Store, beta: Store, consumer: Consumer) -> None:
    stop = asyncio.Event()
    task = await running(consumer, lambda: True, stop)
    open_cases(alpha, 2)
    await consumer.heard(beat(alpha))
    assert seen(beta) == []  # once may be a message on its way
    await consumer.heard(beat(alpha))
    await asyncio.to_thread(beta.wait, 1, 10.0)
    await until(lambda: beta.tracked(FOLLOWER) == 4)
    assert seen(beta) == ["case-0", "case-1"]
    stop.set()
    await task


async def test_unreadable_heartbeats_are_no_harm(consumer: Consumer) -> None:
    for said in (b"", b"{}", b"[]", b'{"source": 1, "pub": "x"}', b"\xff"):
        await consumer.heard(said)


async def test_a_silent_neighbour_and_a_silent_nats_are_asked_again_and_again(
    alpha: Store, beta: Store, consumer: Consumer, metrics: DeliveryMetrics
) -> None:
    stop = asyncio.Event()
    task = await running(consumer, lambda: False, stop)
    open_cases(alpha, 2)
    await asyncio.to_thread(beta.wait, 1, 10.0)
    await until(lambda: consumer.silent)
    await until(lambda: counted(metrics, "rectify_neighbour_silent", neighbour="alpha") == 1)
    open_cases(alpha, 1, "more")
    await asyncio.to_thread(beta.wait, 2, 10.0)
    assert seen(beta) == ["case-0", "case-1", "more-0"]
    await consumer.heard(beat(alpha))
    assert not consumer.silent
    stop.set()
    await task


async def test_a_source_that_is_down_for_a_while_is_caught_up_with(
    alpha: Store, beta: Store, source: Source, consumer: Consumer, metrics: DeliveryMetrics
) -> None:
    stop = asyncio.Event()
    source.down = True
    task = asyncio.create_task(consumer.run(stop, lambda: False))
    open_cases(alpha, 1)
    await until(lambda: source.asked >= 3)
    source.down = False
    await asyncio.to_thread(beta.wait, 0, 10.0)
    assert seen(beta) == ["case-0"]
    stop.set()
    await task


async def test_a_source_that_becomes_shorter_is_an_alarm_on_the_second_reading(
    alpha: Store, beta: Store, tmp_path: Path, clock: Clock, source: Source, consumer: Consumer, metrics: DeliveryMetrics
) -> None:
    open_cases(alpha, 2)
    await consumer.catch_up()
    (tmp_path / "rolled-back").mkdir()
    with opened(ALPHA_SERVICE, tmp_path / "rolled-back", clock) as shorter:
        open_cases(shorter, 1)
        source.store = shorter
        for alarms in (0, 1):
            with pytest.raises(SourceFault):
                await consumer.catch_up()
            assert counted(metrics, "rectify_delivery_alarms_total", where=FOLLOWER, reason="shorter") == alarms


async def test_a_source_that_answers_with_a_hole_or_for_another_is_not_believed(
    alpha: Store, beta: Store, source: Source, consumer: Consumer
) -> None:
    open_cases(alpha, 2)
    honest = source.__call__

    async def holed(after: int, limit: int) -> object:
        answer = await honest(after, limit)
        del answer.events[:1]
        return answer

    async def other(after: int, limit: int) -> object:
        answer = await honest(after, limit)
        answer.source = "test/gamma/e1"
        return answer

    for lying in (holed, other):
        liar = Consumer(BETA_SERVICE, beta, "alpha", lying, timing=FAST)  # type: ignore[arg-type]
        with pytest.raises((SourceFault, NotYet)):
            await liar.catch_up()
    assert seen(beta) == []
    assert await consumer.catch_up() == 4


async def test_a_page_too_large_is_asked_for_in_smaller_ones(alpha: Store, beta: Store, source: Source) -> None:
    open_cases(alpha, 20)
    asked: list[int] = []

    async def narrow(after: int, limit: int) -> object:
        asked.append(limit)
        if limit > 50:
            raise ConnectionError("the answer is larger than the transport takes")
        return await source(after, limit)

    consumer = Consumer(BETA_SERVICE, beta, "alpha", narrow, timing=FAST)  # type: ignore[arg-type]
    stop = asyncio.Event()
    task = asyncio.create_task(consumer.run(stop, lambda: False))
    await until(lambda: beta.tracked(FOLLOWER) == 40)
    stop.set()
    await task
    assert len(seen(beta)) == 20
    assert any(limit > 50 for limit in asked)


async def test_many_waiting_on_the_stream_are_fetched_by_pages(
    alpha: Store, beta: Store, source: Source, consumer: Consumer
) -> None:
    open_cases(alpha, 30)
    messages = told(alpha)
    assert await consumer.apply(messages[0], pending=59) is Outcome.SEEN
    assert beta.tracked(FOLLOWER) == 60
    open_cases(alpha, 30, "more")
    source.down = True
    assert await consumer.apply(told(alpha)[60], pending=59) is Outcome.APPLIED


async def test_two_consumers_at_once_apply_each_event_once(alpha: Store, beta: Store, source: Source) -> None:
    """The lease avoids it; the position in the transaction makes it harmless."""
    open_cases(alpha, 40)
    pair = [Consumer(BETA_SERVICE, beta, "alpha", source, timing=FAST) for _ in range(2)]

    async def persist(consumer: Consumer) -> None:
        stop = asyncio.Event()
        task = asyncio.create_task(consumer.run(stop, lambda: False))
        await until(lambda: beta.tracked(FOLLOWER) == 80)
        stop.set()
        await task

    await asyncio.gather(*(persist(consumer) for consumer in pair))
    assert seen(beta) == [f"case-{number}" for number in range(40)]
    assert beta.quarantined() == []
