"""What callers meet at the gRPC door: every kind of refusal, limits, bad bytes, deadlines, draining."""

import asyncio
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import grpc
import pytest
from google.rpc.error_details_pb2 import BadRequest, ErrorInfo
from google.rpc.status_pb2 import Status
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc

from chassis.auth import Caller
from chassis.refusals import Refused
from chassis.rpc import STATUS, BlockingClient, Client, find_method, refused, status_of
from chassis.rpc.log import log_offer
from chassis.rpc.wire import bad_text
from kernel.context import named
from kernel.errors import Kind, Refusal
from tests.libs.chassis.program.conftest import HANDLER, OFFICE, Serve, World
from tests.libs.chassis.program.contracts import message
from tests.libs.chassis.program.test_dispatch import Fill, Get, List, Open, Rename, opening

OPEN = "rectify.demo.v1.DemoService/OpenThing"
RENAME = "rectify.demo.v1.DemoService/RenameThing"
FILL = "rectify.demo.v1.DemoService/FillThing"
GET = "rectify.demo.v1.DemoService/GetThing"
LIST = "rectify.demo.v1.DemoService/ListThings"
LOG = "rectify.log.v1.LogService"
THING = named("thing", "1")


async def refusal(call: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        await call
    return caught.value


async def raw(client: Client, method: str, data: bytes, token: str = "") -> grpc.aio.AioRpcError:
    """Bytes as they are, past the message classes."""
    call = client._channel.unary_unary(f"/{method}")
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await call(data, timeout=10, metadata=[("authorization", f"Bearer {token}")] if token else [])
    return caught.value


async def test_a_command_and_a_question_through_the_door(serve: Serve) -> None:
    served = await serve()
    client = await served.client()
    receipt = await client.call(OPEN, opening())
    assert receipt.events[0].topic == "demo.thing.opened.v1"
    served.world.project()
    answer = await client.call(GET, Get(thing=THING, meta={"position": receipt.position}))
    assert answer.name == "甲"


async def test_no_token_and_bad_tokens_are_not_known(serve: Serve) -> None:
    served = await serve()
    nobody = await served.client(None)
    found = await refusal(nobody.call(OPEN, opening()))
    assert (found.kind, found.code, found.status) == (Kind.UNAUTHENTICATED, "unauthenticated", "UNAUTHENTICATED")
    assert found.text("zh").startswith("无法识别调用者")
    assert found.next_step("en")
    token = served.issuer.issue(OFFICE.person, "office", OFFICE.org)
    for wrong in ("", "x.y.z", token[:-4] + "AAAA", "Bearer"):
        error = await raw(nobody, OPEN, opening().SerializeToString(), wrong)
        assert error.code() is grpc.StatusCode.UNAUTHENTICATED
    assert served.world.topics() == []


async def test_who_is_known_and_refused_is_recorded(serve: Serve) -> None:
    served = await serve()
    client = await served.client(HANDLER)
    found = await refusal(client.call(OPEN, opening()))
    assert (found.kind, found.code, found.status) == (Kind.DENIED, "role-denied", "PERMISSION_DENIED")
    assert (found.values["role"], found.values["allowed"]) == ("handler", "office, team")
    (event,) = served.world.refusals()
    assert (event.actor, event.event.rpc, event.event.code) == (HANDLER.person, "OpenThing", "role-denied")


@pytest.mark.parametrize(
    ("request_", "field"),
    [(opening(name=""), "name"), (opening(parts=[{"name": "x" * 21}]), "parts.0.name"), (opening(due="x"), "due")],
)
async def test_details_name_the_field_for_programs_too(serve: Serve, request_: Any, field: str) -> None:
    served = await serve()
    client = await served.client()
    error = await raw(client, OPEN, request_.SerializeToString(), served.issuer.issue(OFFICE.person, "office"))
    assert error.code() is grpc.StatusCode.INVALID_ARGUMENT
    status = Status.FromString(dict(error.trailing_metadata())["grpc-status-details-bin"])
    info, bad = ErrorInfo(), BadRequest()
    assert status.details[1].Unpack(info)
    assert status.details[2].Unpack(bad)
    assert (info.reason, info.domain) == ("INVALID_FIELD", "rectify")
    assert [v.field for v in bad.field_violations] == [field]


async def test_a_stale_version_and_a_reused_id_are_conflicts(serve: Serve) -> None:
    served = await serve()
    client = await served.client()
    uuid = str(uuid4())
    await client.call(OPEN, opening(meta={"command_id": uuid}))
    reused = await refusal(client.call(OPEN, opening(name="乙", meta={"command_id": uuid})))
    assert (reused.code, reused.status) == ("command-id-reused", "ABORTED")
    stale = await refusal(client.call(RENAME, Rename(thing=THING, name="乙", meta={"expected_version": 9})))
    assert (stale.code, stale.status, stale.values["current"]) == ("stale-version", "ABORTED", "1")


async def test_blocked_not_found_and_unavailable(serve: Serve) -> None:
    served = await serve()
    client = await served.client()
    await client.call(OPEN, opening())
    assert (await refusal(client.call(OPEN, opening()))).status == "FAILED_PRECONDITION"
    assert (await refusal(client.call(GET, Get(thing=named("thing", "none"))))).status == "NOT_FOUND"

    def silent(request: Any) -> Any:
        raise Refused(Kind.UNAVAILABLE, "unavailable")

    served.world.answers["near", "GetLimit"] = silent
    assert (await refusal(client.call(FILL, Fill(thing=THING, amount=1)))).status == "UNAVAILABLE"


async def test_a_fault_of_the_program_shows_a_reference_and_no_more(serve: Serve, tmp_path: Any) -> None:
    served = await serve()
    client = await served.client()
    found = await refusal(client.call(OPEN, opening(name="fault")))
    assert (found.kind, found.code) == (Kind.INTERNAL, "internal")
    assert "fault of the program" not in found.text("en")
    log = (tmp_path / "demo.jsonl").read_text("utf-8")
    assert found.values["reference"] in log
    assert "Fault at" in log
    assert "a fault of the program" not in log
    assert served.world.topics() == []


async def test_a_message_a_little_too_large_is_refused_in_our_words_and_far_too_large_by_grpc(serve: Serve) -> None:
    served = await serve()
    client = await served.client()
    limit = served.world.limits.max_message
    found = await refusal(client.call(OPEN, opening(name="x" * limit)))
    assert (found.code, found.status, found.values["limit"]) == ("too-large", "RESOURCE_EXHAUSTED", str(limit))
    assert served.world.refusals()[0].event.code == "too-large"
    far = await refusal(client.call(OPEN, opening(name="x" * limit * 3)))
    assert (far.kind, far.code, far.status) == (Kind.EXHAUSTED, "too-large", "RESOURCE_EXHAUSTED")


@pytest.mark.parametrize(
    ("data", "field"),
    [
        (b"\x1a\x02\xff\xfe", "name"),
        (b"\x2a\x04\x0a\x02ok\x2a\x04\x0a\x02\xc3\x28", "parts.1.name"),
        (b"\x0a\x04\x0a\x02\xff\xff", "meta.command_id"),
        (b"\x1a\x7fcut", ""),
        (b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", ""),
    ],
)
async def test_bytes_that_are_no_message_are_the_callers_fault(serve: Serve, data: bytes, field: str) -> None:
    served = await serve()
    client = await served.client()
    error = await raw(client, OPEN, data, served.issuer.issue(OFFICE.person, "office"))
    found = refused(error.code(), error.details() or "", error.trailing_metadata())
    assert (found.code, found.field, found.status) == ("invalid-field", field, "INVALID_ARGUMENT")
    assert served.world.refusals()[0].event.field == field


def test_looking_for_bad_text_survives_any_bytes() -> None:
    descriptor = message("rectify.demo.v1.OpenThingRequest").DESCRIPTOR
    good = opening(parts=[{"name": "x", "count": 5}], meta={"expected_version": 3}).SerializeToString()
    for cut in range(len(good)):
        assert bad_text(descriptor, good[:cut]) == ""
    for at in range(len(good)):
        bad_text(descriptor, good[:at] + b"\xff" + good[at + 1 :])


async def test_work_whose_deadline_has_passed_is_not_done(serve: Serve) -> None:
    served = await serve()
    client = await served.client()
    held = asyncio.Event()
    served.world.answers["near", "GetLimit"] = lambda _: held.wait()
    found = await refusal(client.call(FILL, Fill(thing=THING, amount=1), timeout=0.2))
    assert (found.kind, found.code) == (Kind.UNAVAILABLE, "deadline-passed")
    held.set()
    assert "demo.thing.filled.v1" not in served.world.topics()


async def test_a_method_that_is_not_there(serve: Serve) -> None:
    served = await serve()
    client = await served.client()
    error = await raw(client, "rectify.demo.v1.DemoService/DeleteThing", b"")
    assert refused(error.code(), error.details() or "", ()).code == "unknown-method"
    with pytest.raises(KeyError):
        find_method("rectify.demo.v1.DemoService/DeleteThing")


async def test_nobody_at_the_address() -> None:
    async with Client("127.0.0.1:1", retries=False) as client:
        found = await refusal(client.call(OPEN, opening(), timeout=5))
    assert (found.kind, found.status) == (Kind.UNAVAILABLE, "UNAVAILABLE")
    assert found.next_step("zh")


async def test_a_client_gives_commands_an_id_so_that_they_can_be_repeated(serve: Serve) -> None:
    served = await serve()
    client = await served.client()
    request = opening()
    receipt = await client.call(OPEN, request)
    assert receipt.command_id
    assert not request.HasField("meta")


async def test_who_gets_no_answer_asks_again_with_the_same_command(serve: Serve) -> None:
    served = await serve()
    seen: list[str] = []

    def unlucky(request: Any) -> Any:
        seen.append(request.thing)
        if len(seen) < 3:
            raise Refused(Kind.UNAVAILABLE, "unavailable")
        return message("rectify.near.v1.GetLimitResponse")(thing=request.thing, amount=5)

    served.world.answers["near", "GetLimit"] = unlucky
    token = served.issuer.issue(OFFICE.person, "office", OFFICE.org)
    async with Client(served.address, lambda: token) as client:
        receipt = await client.call(FILL, Fill(thing=THING, amount=5))
    assert len(seen) == 3
    assert [row.topic for row in served.world.store.read(0, 10)] == ["demo.thing.filled.v1"]
    assert not receipt.repeated


async def test_a_client_without_a_loop(serve: Serve) -> None:
    served = await serve(lambda world: log_offer(world.dispatch, world.store))
    token = served.issuer.issue(OFFICE.person, "office", OFFICE.org)

    def work() -> tuple[str, str]:
        with BlockingClient(served.address, lambda: token) as client:
            receipt = client.call(OPEN, opening())
            with pytest.raises(Refused) as caught:
                client.call(OPEN, opening())
            return receipt.events[0].topic, caught.value.code

    assert await asyncio.to_thread(work) == ("demo.thing.opened.v1", "demo-already-open")


async def test_draining_finishes_what_is_in_flight_and_takes_no_more(serve: Serve) -> None:
    served = await serve()
    client = await served.client()
    asked, answer = asyncio.Event(), asyncio.Event()

    async def slow(request: Any) -> Any:
        asked.set()
        await answer.wait()
        return message("rectify.near.v1.GetLimitResponse")(thing=request.thing, amount=5)

    served.world.answers["near", "GetLimit"] = slow
    flying = asyncio.ensure_future(client.call(FILL, Fill(thing=THING, amount=5)))
    begun = asyncio.ensure_future(asked.wait())
    await asyncio.wait([flying, begun], return_when=asyncio.FIRST_COMPLETED)
    assert begun.done(), flying.exception()
    stopping = asyncio.ensure_future(served.server.stop(10))
    async with Client(served.address, retries=False) as late:
        found = await refusal(late.call(FILL, Fill(thing=THING, amount=5), timeout=5))
    # gRPC cancels a call whose connection was accepted in the very moment of the shutdown; it is not begun either.
    assert found.status in ("UNAVAILABLE", "CANCELLED")
    answer.set()
    assert (await flying).events[0].topic == "demo.thing.filled.v1"
    await stopping


async def test_health_and_reflection_are_standard(serve: Serve) -> None:
    served = await serve(lambda world: log_offer(world.dispatch, world.store))
    async with grpc.aio.insecure_channel(served.address) as channel:
        health = health_pb2_grpc.HealthStub(channel)
        assert (await health.Check(health_pb2.HealthCheckRequest())).status == health_pb2.HealthCheckResponse.NOT_SERVING
        await served.server.serving(True)
        asked = health_pb2.HealthCheckRequest(service="rectify.demo.v1.DemoService")
        assert (await health.Check(asked)).status == health_pb2.HealthCheckResponse.SERVING
        reflection = reflection_pb2_grpc.ServerReflectionStub(channel)
        call = reflection.ServerReflectionInfo(iter([reflection_pb2.ServerReflectionRequest(list_services="")]))
        names = {s.name async for r in call for s in r.list_services_response.service}
    assert {"rectify.demo.v1.DemoService", LOG, "grpc.health.v1.Health"} <= names


# --- the log ----------------------------------------------------------------------------------------------------------


async def test_the_log_is_for_those_it_names(serve: Serve) -> None:
    served = await serve(lambda world: log_offer(world.dispatch, world.store))
    for n in range(3):
        await served.world.dispatch.command("OpenThing", opening(named("thing", str(n))), OFFICE)
    head, read, told = (message(f"rectify.log.v1.{name}") for name in ("HeadRequest", "ReadLogRequest", "ReadPublishedRequest"))
    audit = await served.client(Caller(named("service", "audit"), "service:audit", ""))
    near = await served.client(Caller(named("service", "near"), "service:near", ""))
    assert (await audit.call(f"{LOG}/Head", head())).position == 3
    page = await audit.call(f"{LOG}/ReadLog", read(after=1, limit=5))
    assert [row.position for row in page.rows] == [2, 3]
    assert page.rows[0].state == served.world.store.read(1, 1)[0].state
    events = await near.call(f"{LOG}/ReadPublished", told(after=0, limit=2))
    assert [e.pub for e in events.events] == [1, 2]
    assert (events.head, events.events[0].headers["ce-id"]) == (3, "sandbox-test/demo/1:1")
    assert (await refusal(near.call(f"{LOG}/ReadLog", read()))).code == "role-denied"
    assert (await refusal((await served.client()).call(f"{LOG}/Head", head()))).code == "role-denied"
    assert (await refusal(audit.call(f"{LOG}/ReadLog", read(after=-1)))).field == "after"


# --- the table --------------------------------------------------------------------------------------------------------


def test_every_kind_has_a_status_and_every_refusal_can_travel() -> None:
    assert set(STATUS) == set(Kind)
    assert len(set(STATUS.values())) == len(Kind)


class Travelled(Refusal):
    code = "demo-travelled"
    kind = Kind.CONFLICT
    en = "{who} was here"
    zh = "{who}来过"
    next_en = "go on"
    next_zh = "继续"


@pytest.mark.parametrize("make", [lambda: Travelled(field="a.b", who="甲")])
def test_a_refusal_comes_back_as_it_was_given(make: Callable[[], Refusal]) -> None:
    given = make()
    status = status_of(given)
    back = refused(status.code, status.details, status.trailing_metadata)
    assert (back.kind, back.code, back.field, back.values) == (given.kind, given.code, given.field, given.values)
    for language in ("en", "zh"):
        assert back.text(language) == given.text(language)
        assert back.next_step(language) == given.next_step(language)
    again = status_of(back)
    assert (again.code, again.details) == (status.code, status.details)


async def test_a_list_needs_the_right_role(serve: Serve, world: World) -> None:
    served = await serve()
    assert not (await (await served.client()).call(LIST, List())).things
    assert (await refusal((await served.client(HANDLER)).call(LIST, List()))).code == "role-denied"
    assert isinstance(Open, type)
    assert world is served.world
