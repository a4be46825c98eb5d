"""Time in a sandbox: clocks, sweeps, and the way over many midnights."""

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from chassis import clock as clocks
from chassis import sandbox, telemetry
from chassis.clock import SandboxClock, system
from chassis.pace import Timing
from chassis.refusals import ClockBackwards, NotASandbox, NotIdle
from chassis.sweeps import Sweeper
from chassis.telemetry import Metrics
from kernel.context import named
from tests.libs.chassis.program.conftest import OFFICE, START, World
from tests.libs.chassis.program.contracts import message
from tests.libs.chassis.program.demo import DEMO, NEAR
from tests.libs.chassis.program.test_dispatch import Get, opening
from tests.libs.chassis.program.test_node import DEMO_RPC, Pair, pair, until  # noqa: F401 - a fixture
from translog.merkle import root_of
from translog.record import leaf_hash, unpack

ZONE = ZoneInfo("Asia/Shanghai")
Status = message("rectify.ops.v1.GetStatusRequest")
OPS = "rectify.ops.v1.OpsService"


# --- clocks -----------------------------------------------------------------------------------------------------------


def test_the_business_clock_never_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [START]
    clock = clocks.Business("demo", lambda: now[0])
    assert clock() == START
    now[0] = START + timedelta(hours=1)
    assert clock() == now[0]
    now[0] = START - timedelta(days=2)
    assert clock() == START + timedelta(hours=1)
    assert clock.behind == timedelta(days=2, hours=1)
    now[0] = START + timedelta(days=1)
    assert clock() == now[0]
    assert not clock.behind


def test_a_clock_behind_the_record_stands_at_the_record() -> None:
    clock = clocks.Business("demo", lambda: START)
    clock.observe(START + timedelta(days=2))
    assert clock() == START + timedelta(days=2)
    assert clock.behind == timedelta(days=2)
    clock.observe(None)
    clock.observe(START)
    assert clock() == START + timedelta(days=2)


def test_a_little_disagreement_between_machines_is_no_alarm() -> None:
    clock = clocks.Business("demo", lambda: START)
    clock.observe(START + clocks.TOLERANCE)
    assert not clock.behind


def test_only_a_sandbox_is_set() -> None:
    with pytest.raises(NotASandbox):
        system("demo").set(START)


def test_a_sandbox_stands_still_moves_forward_and_survives(tmp_path: Path) -> None:
    file = tmp_path / "demo" / "clock.json"
    clock, other = SandboxClock("demo", file, START), SandboxClock("demo", file, None)
    assert clock() == clock() == START
    clock.set(START + timedelta(days=1))
    assert other() == START + timedelta(days=1)
    with pytest.raises(ClockBackwards):
        other.set(START)
    other.set(other())
    assert SandboxClock("demo", file, START)() == START + timedelta(days=1)


# --- sweeps -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def sweeps(world: World, tmp_path: Path) -> Any:
    out = (tmp_path / "sweeps.log").open("a", encoding="utf-8")
    log = telemetry.logger("demo", out)
    yield Sweeper(world.dispatch.service, world.store, world.clock, ZONE, holder="a", metrics=Metrics(), log=log)
    out.close()


async def swept(world: World, sweeps: Sweeper) -> tuple[list[str], int]:
    """Run them with somebody who keeps the read models up to date."""

    async def project() -> None:
        while True:
            await asyncio.to_thread(world.project)
            await asyncio.sleep(0.005)

    projecting = asyncio.create_task(project())
    try:
        done = await sweeps.run(time.monotonic() + 20)
    finally:
        projecting.cancel()
    return [day.isoformat() for day in done.days], done.events


async def test_a_passed_date_becomes_an_event_once(world: World, sweeps: Sweeper) -> None:
    await world.dispatch.command("OpenThing", opening(due="2026-03-03"), OFFICE)
    await world.dispatch.command("OpenThing", opening(named("thing", "2"), due="2026-03-10"), OFFICE)
    assert await swept(world, sweeps) == (["2026-03-02"], 0)
    assert await swept(world, sweeps) == ([], 0)
    world.clock.forward(days=1)
    assert await swept(world, sweeps) == (["2026-03-03"], 0)
    world.clock.forward(days=1)
    assert await swept(world, sweeps) == (["2026-03-04"], 1)
    assert await swept(world, sweeps) == ([], 0)
    (row,) = [row for row in world.store.read(0, 100) if row.topic == "demo.thing.overdue.v1"]
    recorded: Any = world.store.decode(row)
    assert (recorded.event.day, recorded.role, recorded.aggregate) == (date(2026, 3, 4), "system", named("thing", "1"))


async def test_days_on_which_nothing_ran_are_swept_one_by_one(world: World, sweeps: Sweeper) -> None:
    for n in range(3):
        await world.dispatch.command("OpenThing", opening(named("thing", str(n)), due=f"2026-03-0{3 + n}"), OFFICE)
    await swept(world, sweeps)
    world.clock.forward(days=5)
    assert sweeps.pending() == [date(2026, 3, 3) + timedelta(days=n) for n in range(5)]
    days, events = await swept(world, sweeps)
    assert (days, events) == ([f"2026-03-0{n}" for n in range(3, 8)], 3)
    overdue = [world.store.decode(r).event for r in world.store.read(0, 100) if r.topic == "demo.thing.overdue.v1"]
    assert [e.day for e in overdue] == [date(2026, 3, 4), date(2026, 3, 5), date(2026, 3, 6)]  # type: ignore[attr-defined]
    assert sweeps.swept() == date(2026, 3, 7)


async def test_what_a_day_brings_takes_effect_when_it_begins_however_late_it_is_swept(world: World, sweeps: Sweeper) -> None:
    await swept(world, sweeps)
    await world.dispatch.command("OpenThing", opening(named("thing", "late"), due="2026-03-04"), OFFICE)
    world.project()
    world.clock.forward(days=9, hours=3)
    await swept(world, sweeps)
    (row,) = [row for row in world.store.read(0, 1000) if row.topic == "demo.thing.overdue.v1"]
    recorded: Any = world.store.decode(row)
    assert recorded.effective == datetime(2026, 3, 5, tzinfo=ZONE)
    assert recorded.at >= world.clock() - timedelta(minutes=1)


async def test_a_day_begins_in_the_zone(world: World, sweeps: Sweeper) -> None:
    await swept(world, sweeps)
    world.clock.now = datetime(2026, 3, 2, 15, 59, 59, tzinfo=UTC)
    assert sweeps.pending() == []
    assert sweeps.until_midnight() == 1.0
    world.clock.now = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
    assert sweeps.pending() == [date(2026, 3, 3)]


async def test_an_item_that_fails_does_not_hold_up_the_others(world: World, sweeps: Sweeper) -> None:
    await world.dispatch.command("OpenThing", opening(named("thing", "1"), name="unsweepable", due="2026-03-01"), OFFICE)
    await world.dispatch.command("OpenThing", opening(named("thing", "2"), due="2026-03-01"), OFFICE)
    assert await swept(world, sweeps) == (["2026-03-02"], 1)
    completed: Any = [world.store.decode(r).event for r in world.store.read(0, 100) if r.topic == "demo.sweep.completed.v1"]
    assert [(e.items, e.failed) for e in completed] == [(2, 1)]


async def test_what_fails_in_a_batch_does_not_hold_up_the_others_of_it(world: World, tmp_path: Path) -> None:
    for number, name in enumerate(("unsweepable", "a", "b", "c", "d")):
        await world.dispatch.command("OpenThing", opening(named("thing", str(number)), name=name, due="2026-03-01"), OFFICE)
    service = world.dispatch.service
    batches = {name: replace(sweep, batch=3) for name, sweep in service.sweeps.items()}
    with (tmp_path / "batches.log").open("a", encoding="utf-8") as out:
        log = telemetry.logger("demo", out)
        together = replace(service, sweeps=batches)
        sweeper = Sweeper(together, world.store, world.clock, ZONE, holder="a", metrics=Metrics(), log=log)
        assert await swept(world, sweeper) == (["2026-03-02"], 4)
    completed: Any = [world.store.decode(r).event for r in world.store.read(0, 100) if r.topic == "demo.sweep.completed.v1"]
    assert [(e.items, e.failed) for e in completed] == [(5, 1)]


async def test_the_state_is_sealed_after_the_newest_of_the_days(world: World, tmp_path: Path) -> None:
    await world.dispatch.command("OpenThing", opening(due="2026-03-01"), OFFICE)
    with (tmp_path / "seals.log").open("a", encoding="utf-8") as out:
        log, service = telemetry.logger("demo", out), world.dispatch.service
        sweeper = Sweeper(service, world.store, world.clock, ZONE, holder="a", metrics=Metrics(), log=log, seals=True)
        assert await swept(world, sweeper) == (["2026-03-02"], 1)
        assert await swept(world, sweeper) == ([], 0)
        world.clock.now += timedelta(days=3)
        assert len((await swept(world, sweeper))[0]) == 3
    rows = world.store.read(0, 100)
    seals: Any = [(r.position, world.store.decode(r).event) for r in rows if r.topic == "demo.log.state-sealed.v1"]
    assert [event.day.isoformat() for _, event in seals] == ["2026-03-02", "2026-03-05"]
    assert all(event.size == position - 1 for position, event in seals)
    assert seals[0][1].index != seals[1][1].index


async def test_the_turn_of_the_year_is_recorded_once_with_the_root_of_its_end(world: World, tmp_path: Path) -> None:
    await world.dispatch.command("OpenThing", opening(due="2026-03-01"), OFFICE)
    with (tmp_path / "years.log").open("a", encoding="utf-8") as out:
        log, service = telemetry.logger("demo", out), world.dispatch.service
        sweeper = Sweeper(service, world.store, world.clock, ZONE, holder="a", metrics=Metrics(), log=log, seals=True)
        await swept(world, sweeper)
        end = world.store.head().position
        world.clock.now = datetime(2027, 1, 2, 9, tzinfo=ZONE)
        await swept(world, sweeper)
        world.clock.now = datetime(2029, 1, 1, 9, tzinfo=ZONE)
        before = world.store.head().position
        await swept(world, sweeper)
        world.clock.now += timedelta(days=1)
        await swept(world, sweeper)
    rows = world.store.read(0, 10_000)
    turns: Any = [world.store.decode(row).event for row in rows if row.topic == "demo.log.year-turned.v1"]
    leaves = [leaf_hash(unpack(row.state)[0]) for row in rows]
    assert [(turn.year, turn.size) for turn in turns] == [(2026, end), (2027, before), (2028, before)]
    assert [turn.root for turn in turns] == [root_of(leaves[: turn.size]).hex() for turn in turns]


async def test_two_replicas_sweep_a_day_once(world: World, sweeps: Sweeper, tmp_path: Path) -> None:
    await world.dispatch.command("OpenThing", opening(due="2026-03-01"), OFFICE)
    with (tmp_path / "b.log").open("a", encoding="utf-8") as out:
        log = telemetry.logger("demo", out)
        other = Sweeper(world.dispatch.service, world.store, world.clock, ZONE, holder="b", metrics=Metrics(), log=log)
        first, second = await asyncio.gather(swept(world, sweeps), swept(world, other))
    assert sorted([first, second]) == [([], 0), (["2026-03-02"], 1)]
    assert [row.topic for row in world.store.read(0, 100)].count("demo.sweep.completed.v1") == 1


# --- advancing --------------------------------------------------------------------------------------------------------


def test_midnights() -> None:
    start = datetime(2026, 3, 2, 9, tzinfo=ZONE)
    found = sandbox.midnights(start, datetime(2026, 3, 5, tzinfo=ZONE), ZONE)
    assert [m.isoformat() for m in found] == [f"2026-03-0{n}T00:00:00+08:00" for n in (3, 4, 5)]
    assert sandbox.midnights(start, start, ZONE) == []


async def test_advancing_steps_over_every_midnight_in_all_services(pair: Pair) -> None:  # noqa: F811 - the fixture
    await pair.start(DEMO)
    await pair.start(NEAR)
    demo = await pair.client("demo")
    await demo.call(f"{DEMO_RPC}/OpenThing", opening(due="2026-03-04"))
    clients = {name: await pair.client(name, "operator") for name in ("demo", "near")}
    passed: list[date] = []
    to = datetime(2026, 3, 12, 10, 30, tzinfo=ZONE)
    done = await sandbox.advance(to, clients, ZONE, passed=passed.append)
    assert passed == list(done.days) == [date(2026, 3, 3) + timedelta(days=n) for n in range(10)]
    assert done.events == 1
    for client in clients.values():
        status = await client.call(f"{OPS}/GetStatus", Status())
        assert status.now.ToDatetime(tzinfo=UTC) == to
    assert (await demo.call(f"{OPS}/GetStatus", Status())).swept == "2026-03-12"
    node = pair.nodes["demo"]
    (row,) = [row for row in node.store.read(0, 100) if row.topic == "demo.thing.overdue.v1"]
    assert node.store.decode(row).at == datetime(2026, 3, 5, tzinfo=ZONE)
    answer = await demo.call(f"{DEMO_RPC}/GetThing", Get(thing=named("thing", "1"), meta={"position": node.store.head().position}))
    assert answer.name == "甲"
    with pytest.raises(ClockBackwards):
        await sandbox.advance(to - timedelta(days=1), clients, ZONE)


async def test_an_advance_goes_on_where_it_stopped(pair: Pair) -> None:  # noqa: F811 - the fixture
    await pair.start(DEMO)
    await pair.start(NEAR)
    clients = {name: await pair.client(name, "operator") for name in ("demo", "near")}
    pair.nodes["demo"].clock.set(datetime(2026, 3, 4, tzinfo=ZONE))
    done = await sandbox.advance(datetime(2026, 3, 6, tzinfo=ZONE), clients, ZONE)
    assert [day.day for day in done.days] == [3, 4, 5, 6]
    assert pair.nodes["demo"].clock() == pair.nodes["near"].clock() == datetime(2026, 3, 6, tzinfo=ZONE)


async def test_what_does_not_come_to_rest_is_named(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        lonely = Pair(tmp_path, stack, None)
        await lonely.start(DEMO)
        await lonely.start(NEAR, roles="rpc,projector")
        demo = await lonely.client("demo")
        await demo.call(f"{DEMO_RPC}/OpenThing", opening())
        lonely.nodes["near"].parts.delivery.followers = lambda: [("consumer:demo", 0, 0)]  # type: ignore[method-assign]
        clients = {name: await lonely.client(name, "operator") for name in ("demo", "near")}
        with pytest.raises(NotIdle) as caught:
            await sandbox.idle(clients, patience=0.2)
        assert "near consumer:demo at 0 of 1" in str(caught.value)


async def test_a_system_in_real_time_is_not_moved(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        real = Pair(tmp_path, stack, None)
        await real.start(DEMO, mode="local", site="local", clock=None)
        clients = {"demo": await real.client("demo", "operator")}
        with pytest.raises(NotASandbox):
            await sandbox.advance(datetime(2100, 1, 1, tzinfo=ZONE), clients, ZONE)
        await until(lambda: real.nodes["demo"].sweeper.swept())
        assert Timing().beat
