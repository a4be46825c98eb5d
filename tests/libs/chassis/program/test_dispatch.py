"""The way of commands and questions through a service, without a network."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from google.protobuf.timestamp_pb2 import Timestamp

from chassis.auth import Caller
from chassis.dispatch import Dispatch
from chassis.refusals import DeadlinePassed, NeighbourRefused, ReadModelBehind, Refused
from kernel.context import named
from kernel.errors import (
    CommandReused,
    EffectiveInFuture,
    InvalidField,
    Kind,
    NotFound,
    Refusal,
    RoleDenied,
    StaleVersion,
    Unavailable,
)
from tests.libs.chassis.program.conftest import HANDLER, OFFICE, START, World
from tests.libs.chassis.program.contracts import message
from tests.libs.chassis.program.demo import AlreadyOpen, Fault, OverLimit

THING = named("thing", "1")
OTHER = named("thing", "2")
Open = message("rectify.demo.v1.OpenThingRequest")
Rename = message("rectify.demo.v1.RenameThingRequest")
Fill = message("rectify.demo.v1.FillThingRequest")
Get = message("rectify.demo.v1.GetThingRequest")
List = message("rectify.demo.v1.ListThingsRequest")
Limit = message("rectify.near.v1.GetLimitResponse")


def opening(thing: str = THING, name: str = "甲", **more: Any) -> Any:
    return Open(thing=thing, name=name, **more)


def stamp(moment: datetime) -> Timestamp:
    made = Timestamp()
    made.FromDatetime(moment)
    return made


async def test_a_command_is_recorded_and_its_receipt_names_the_event(world: World) -> None:
    receipt = await world.dispatch.command("OpenThing", opening(), OFFICE)
    (row,) = world.store.read(0, 10)
    recorded = world.store.decode(row)
    assert [(e.topic, e.aggregate, e.version, e.position) for e in receipt.events] == [("demo.thing.opened.v1", THING, 1, 1)]
    assert receipt.events[0].leaf == recorded.leaf
    assert receipt.events[0].source == "sandbox-test/demo/1"
    assert (recorded.actor, recorded.role, recorded.org) == (OFFICE.person, "office", OFFICE.org)
    assert recorded.at == recorded.effective == START
    assert not receipt.repeated


async def test_the_policy_that_admitted_a_command_is_in_its_envelope(world: World) -> None:
    await world.dispatch.command("OpenThing", opening(), OFFICE)
    (row,) = world.store.read(0, 10)
    assert world.dispatch.policy.encode() in row.state
    assert len(world.dispatch.policy) == 64


async def test_the_same_command_again_gets_its_first_answer(world: World) -> None:
    request = opening(meta={"command_id": str(uuid4())})
    first = await world.dispatch.command("OpenThing", request, OFFICE)
    again = await world.dispatch.command("OpenThing", request, OFFICE)
    assert again.repeated
    assert list(again.events) == list(first.events)
    assert world.topics() == ["demo.thing.opened.v1"]


async def test_a_repeated_command_may_state_a_newer_version(world: World) -> None:
    await world.dispatch.command("OpenThing", opening(), OFFICE)
    uuid = str(uuid4())
    await world.dispatch.command(
        "RenameThing", Rename(thing=THING, name="乙", meta={"command_id": uuid, "expected_version": 1}), OFFICE
    )
    again = await world.dispatch.command(
        "RenameThing", Rename(thing=THING, name="乙", meta={"command_id": uuid, "expected_version": 2}), OFFICE
    )
    assert again.repeated


@pytest.mark.parametrize(
    "other",
    [
        lambda uuid: ("OpenThing", opening(name="乙", meta={"command_id": uuid}), OFFICE),
        lambda uuid: ("OpenThing", opening(meta={"command_id": uuid}), Caller(named("person", "x"), "office", OFFICE.org)),
        lambda uuid: ("OpenThing", opening(meta={"command_id": uuid}), Caller(OFFICE.person, "team", OFFICE.org)),
        lambda uuid: ("OpenThing", opening(meta={"command_id": uuid, "effective": stamp(START - timedelta(hours=1))}), OFFICE),
        lambda uuid: ("RenameThing", Rename(thing=THING, name="甲", meta={"command_id": uuid}), OFFICE),
    ],
    ids=["other body", "other person", "other role", "other time", "other rpc"],
)
async def test_a_command_id_is_used_once(world: World, other: Any) -> None:
    uuid = str(uuid4())
    await world.dispatch.command("OpenThing", opening(meta={"command_id": uuid}), OFFICE)
    rpc, request, caller = other(uuid)
    with pytest.raises(CommandReused):
        await world.dispatch.command(rpc, request, caller)


async def test_the_request_is_not_changed(world: World) -> None:
    request = opening(meta={"command_id": str(uuid4()), "expected_version": 0})
    before = request.SerializeToString()
    await world.dispatch.command("OpenThing", request, OFFICE)
    assert request.SerializeToString() == before


@pytest.mark.parametrize("text", ["x", "{0f8fad5b-d9cb-469f-a165-70867728950e}", "0f8fad5bd9cb469fa16570867728950e"])
async def test_a_command_id_is_a_uuid(world: World, text: str) -> None:
    with pytest.raises(InvalidField) as caught:
        await world.dispatch.command("OpenThing", opening(meta={"command_id": text}), OFFICE)
    assert caught.value.field == "meta.command_id"


async def test_a_command_without_an_id_gets_one(world: World) -> None:
    receipt = await world.dispatch.command("OpenThing", opening(), OFFICE)
    assert len(receipt.command_id) == 36


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (opening(thing="nonsense"), "thing"),
        (opening(name=""), "name"),
        (opening(parts=[{"name": "ok"}, {"name": "x" * 21}]), "parts.1.name"),
        (opening(due="tomorrow"), "due"),
        (opening(meta={"expected_version": -1}), "meta.expected_version"),
    ],
)
async def test_a_field_at_fault_is_named(world: World, request_: Any, field: str) -> None:
    with pytest.raises(InvalidField) as caught:
        await world.dispatch.command("OpenThing", request_, OFFICE)
    assert caught.value.field == field
    assert world.topics() == ["demo.refusal.recorded.v1"]


async def test_a_role_that_the_contract_does_not_name_is_denied(world: World) -> None:
    with pytest.raises(RoleDenied) as caught:
        await world.dispatch.command("OpenThing", opening(), HANDLER)
    assert caught.value.values["allowed"] == "office, team"


async def test_any_service_may_where_services_may(world: World) -> None:
    answer: Any = await world.dispatch.query("ListThings", List(), Caller(named("service", "x"), "service:x", ""))
    assert not answer.things
    with pytest.raises(RoleDenied):
        await world.dispatch.command("OpenThing", opening(), Caller(named("service", "x"), "service:x", ""))


async def test_a_stale_version_is_refused_with_the_present_one(world: World) -> None:
    await world.dispatch.command("OpenThing", opening(), OFFICE)
    await world.dispatch.command("RenameThing", Rename(thing=THING, name="乙"), OFFICE)
    with pytest.raises(StaleVersion) as caught:
        await world.dispatch.command("RenameThing", Rename(thing=THING, name="丙", meta={"expected_version": 1}), OFFICE)
    assert caught.value.values["current"] == "2"


async def test_a_future_effective_time_is_refused(world: World) -> None:
    with pytest.raises(EffectiveInFuture):
        await world.dispatch.command("OpenThing", opening(meta={"effective": stamp(START + timedelta(seconds=1))}), OFFICE)


async def test_a_moment_that_does_not_exist_is_refused(world: World) -> None:
    with pytest.raises(InvalidField) as caught:
        await world.dispatch.command("OpenThing", opening(meta={"effective": Timestamp(seconds=10**13)}), OFFICE)
    assert caught.value.field == "meta.effective"


async def test_faults_of_the_program_are_not_dressed_up(world: World) -> None:
    with pytest.raises(Fault):
        await world.dispatch.command("OpenThing", opening(name="fault"), OFFICE)
    assert world.topics() == []


# --- neighbours -------------------------------------------------------------------------------------------------------


async def test_a_neighbours_answer_reaches_the_decision(world: World) -> None:
    world.answers["near", "GetLimit"] = lambda request: Limit(thing=request.thing, amount=5)
    await world.dispatch.command("FillThing", Fill(thing=THING, amount=5), OFFICE)
    with pytest.raises(OverLimit):
        await world.dispatch.command("FillThing", Fill(thing=THING, amount=6), OFFICE)


async def test_nothing_found_and_nothing_asked_are_none(world: World) -> None:
    def nothing(request: Any) -> Any:
        raise Refused(Kind.NOT_FOUND, "not-found")

    world.answers["near", "GetLimit"] = nothing
    await world.dispatch.command("FillThing", Fill(thing=THING, amount=6), OFFICE)
    world.answers.clear()
    await world.dispatch.command("FillThing", Fill(thing=OTHER, amount=-1), OFFICE)
    assert world.topics() == ["demo.thing.filled.v1"] * 2


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        (Refused(Kind.UNAVAILABLE, "unavailable"), Unavailable),
        (Refused(Kind.INTERNAL, "internal"), Unavailable),
        (Refused(Kind.BLOCKED, "some-reason", texts={"en": "because"}), NeighbourRefused),
        (RoleDenied(role="a", command="b", allowed="c"), NeighbourRefused),
    ],
)
async def test_a_neighbour_that_refuses_stops_the_command(world: World, theirs: Exception, ours: type[Refusal]) -> None:
    def refuse(request: Any) -> Any:
        raise theirs

    world.answers["near", "GetLimit"] = refuse
    with pytest.raises(ours):
        await world.dispatch.command("FillThing", Fill(thing=THING, amount=1), OFFICE)
    assert "demo.thing.filled.v1" not in world.topics()


async def test_a_neighbour_that_says_nothing_is_not_waited_for(world: World) -> None:
    world.limits.ask_timeout = 0.01
    world.answers["near", "GetLimit"] = lambda _: asyncio.Event().wait()
    with pytest.raises(Unavailable):
        await world.dispatch.command("FillThing", Fill(thing=THING, amount=1), OFFICE)


# --- deadlines --------------------------------------------------------------------------------------------------------


async def test_a_deadline_that_has_passed_leaves_nothing(world: World) -> None:
    with pytest.raises(DeadlinePassed):
        await world.dispatch.command("OpenThing", opening(), OFFICE, deadline=0.0)
    assert world.topics() == []


# --- questions --------------------------------------------------------------------------------------------------------


async def test_a_question_waits_for_the_position_of_a_receipt(world: World) -> None:
    receipt = await world.dispatch.command("OpenThing", opening(), OFFICE)
    asking = asyncio.ensure_future(world.dispatch.query("GetThing", Get(thing=THING, meta={"position": receipt.position}), HANDLER))
    await asyncio.sleep(0)
    world.project()
    answer: Any = await asking
    assert (answer.name, answer.renames) == ("甲", 0)


async def test_a_position_that_never_comes_is_said_so(world: World) -> None:
    receipt = await world.dispatch.command("OpenThing", opening(), OFFICE)
    world.limits.call_timeout = 0.05
    with pytest.raises(ReadModelBehind):
        await world.dispatch.query("GetThing", Get(thing=THING, meta={"position": receipt.position}), HANDLER)
    with pytest.raises(InvalidField):
        await world.dispatch.query("GetThing", Get(thing=THING, meta={"position": 99}), HANDLER)


async def test_questions_as_of_a_date(world: World) -> None:
    await world.dispatch.command("OpenThing", opening(), OFFICE)
    world.clock.forward(days=1)
    renamed = Rename(thing=THING, name="乙", meta={"effective": stamp(START + timedelta(hours=12))})
    await world.dispatch.command("RenameThing", renamed, OFFICE)
    world.project()
    for meta, name in [
        ({}, "乙"),
        ({"as_of": stamp(START)}, "甲"),
        ({"as_of": stamp(START + timedelta(days=1))}, "乙"),
        ({"as_of_effective": stamp(START + timedelta(hours=11))}, "甲"),
        ({"as_of_effective": stamp(START + timedelta(hours=12))}, "乙"),
    ]:
        answer: Any = await world.dispatch.query("GetThing", Get(thing=THING, meta=meta), HANDLER)
        assert answer.name == name, meta
        listed: Any = await world.dispatch.query("ListThings", List(meta=meta), OFFICE)
        assert [t.name for t in listed.things] == [name], meta
    with pytest.raises(NotFound):
        await world.dispatch.query("GetThing", Get(thing=THING, meta={"as_of": stamp(START - timedelta(seconds=1))}), HANDLER)


async def test_the_future_is_not_known(world: World) -> None:
    with pytest.raises(InvalidField) as caught:
        await world.dispatch.query("GetThing", Get(thing=THING, meta={"as_of": stamp(datetime(2027, 1, 1, tzinfo=UTC))}), HANDLER)
    assert caught.value.field == "meta.as_of"


# --- refusals as events -----------------------------------------------------------------------------------------------


async def test_a_refusal_is_an_event_of_the_actors_day_and_names_what_was_asked(world: World) -> None:
    await world.dispatch.command("OpenThing", opening(), OFFICE)
    with pytest.raises(AlreadyOpen):
        await world.dispatch.command("OpenThing", opening(), OFFICE)
    with pytest.raises(NotFound):
        await world.dispatch.query("GetThing", Get(thing=OTHER), HANDLER)
    first, second = world.refusals()
    assert (first.event.rpc, first.event.code, first.event.count) == ("OpenThing", "demo-already-open", 1)
    assert first.actor == OFFICE.person
    assert THING in first.refs
    assert (second.event.rpc, second.event.code, second.actor) == ("GetThing", "not-found", HANDLER.person)
    assert OTHER in second.refs
    assert first.aggregate != second.aggregate
    assert [row.version for row in world.store.read_aggregate(THING)] == [1]


async def test_above_a_rate_refusals_are_counted(world: World) -> None:
    for _ in range(40):
        with pytest.raises(RoleDenied):
            await world.dispatch.command("OpenThing", opening(), HANDLER)
    recorded = [(r.event.count, r.event.counted) for r in world.refusals()]
    assert recorded == [(1, False), (2, False), (3, False), (4, False), (8, True), (16, True), (32, True)]


async def test_counting_goes_on_after_a_restart_and_begins_anew_each_day(world: World) -> None:
    for _ in range(9):
        with pytest.raises(RoleDenied):
            await world.dispatch.command("OpenThing", opening(), HANDLER)
    again = Dispatch(world.dispatch.service, world.store, world.limits, world.dispatch._neighbours, clock=world.clock)
    for _ in range(8):
        with pytest.raises(RoleDenied):
            await again.command("OpenThing", opening(), HANDLER)
    assert [r.event.count for r in world.refusals()] == [1, 2, 3, 4, 8, 16]
    world.clock.forward(days=1)
    with pytest.raises(RoleDenied):
        await again.command("OpenThing", opening(), HANDLER)
    assert world.refusals()[-1].event.count == 1
    again.close()


async def test_refusals_at_once_are_each_recorded(world: World) -> None:
    world.limits.refusal_limit = 100
    made = [world.dispatch.command("OpenThing", opening(), HANDLER) for _ in range(20)]
    outcomes = await asyncio.gather(*made, return_exceptions=True)
    assert all(isinstance(o, RoleDenied) for o in outcomes)
    assert [r.event.count for r in world.refusals()][:3] == [1, 2, 3]


async def test_many_commands_at_once_share_commits_and_none_is_lost(world: World) -> None:
    things = [named("thing", str(n)) for n in range(200)]
    receipts = await asyncio.gather(*(world.dispatch.command("OpenThing", opening(t), OFFICE) for t in things))
    assert sorted(r.events[0].position for r in receipts) == list(range(1, 201))
    assert {r.events[0].aggregate for r in receipts} == set(things)


async def test_a_guarded_reading_is_on_record_before_the_answer_leaves(world: World) -> None:
    things = [named("thing", str(n)) for n in range(8)]
    for thing in things:
        await world.dispatch.command("OpenThing", opening(thing), OFFICE)
    world.project()
    before = world.store.head().position
    answer: Any = await world.dispatch.query("PeekAtThings", List(), OFFICE)
    assert {thing.thing for thing in answer.things} == set(things)
    read = [world.store.decode(row) for row in world.store.read(before, 10)]
    assert [(r.topic, r.actor, r.event.rpc) for r in read] == [("demo.read.recorded.v1", OFFICE.person, "PeekAtThings")] * 2
    shown = {getattr(r.event, f"about_{n}") for r in read for n in range(1, 7)} - {None}
    assert shown == set(things)


async def test_who_is_shown_nothing_has_read_nothing(world: World) -> None:
    await world.dispatch.command("OpenThing", opening(), OFFICE)
    world.project()
    before = world.store.head().position
    answer: Any = await world.dispatch.query("PeekAtThings", List(), HANDLER)
    assert list(answer.things) == []
    assert world.store.head().position == before


async def test_a_neighbour_that_finds_nothing_was_not_refused_anything(world: World) -> None:
    neighbour = Caller(named("service", "near"), "service:near", "")
    for caller, recorded in ((neighbour, 0), (OFFICE, 1)):
        with pytest.raises(NotFound):
            await world.dispatch.query("GetThing", Get(thing=OTHER), caller)
        assert len(world.refusals()) == recorded
