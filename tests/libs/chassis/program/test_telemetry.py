"""What can be seen: traces from command to neighbour, numbers, logs without contents, readiness."""

import asyncio
import io
import json
import warnings
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind
from prometheus_client import generate_latest

from chassis import telemetry
from chassis.checks import run_checks
from chassis.clock import Business
from chassis.health import Door, Health, State
from chassis.node import Node
from chassis.published import published
from chassis.refusals import PortInUse, SettingsWrong
from chassis.store import Difference, Replayed, StoredRow
from chassis.telemetry import Metrics, Tracing, logger, otlp
from kernel.context import named
from kernel.errors import InvalidField, NotFound, Unavailable
from tests.libs.chassis.program.conftest import OFFICE, START, World
from tests.libs.chassis.program.demo import DEMO
from tests.libs.chassis.program.test_dispatch import opening
from tests.libs.chassis.program.test_node import DEMO_RPC, QUICK, Pair


async def test_a_trace_goes_from_the_caller_through_the_command_to_the_published_event(tmp_path: Path) -> None:
    spans = InMemorySpanExporter()
    async with AsyncExitStack() as stack:
        pair = Pair(tmp_path, stack, None)
        node = Node(DEMO, pair.settings(DEMO), timing=QUICK, exporter=spans, batch_traces=False)
        await stack.enter_async_context(node)
        await node.ready(10)
        caller = Tracing("caller", InMemorySpanExporter(), batch=False)
        demo = await pair.client("demo")
        demo._headers = caller.headers
        with caller.span("outside", SpanKind.CLIENT) as outside:
            await demo.call(f"{DEMO_RPC}/OpenThing", opening())
        (span,) = spans.get_finished_spans()
        assert span.name == "rectify.demo.v1.DemoService.OpenThing"
        assert span.context is not None
        assert span.context.trace_id == outside.get_span_context().trace_id
        assert span.parent is not None
        assert span.parent.span_id == outside.get_span_context().span_id
        row = node.store.read_published(0, 1)[0]
        told = published(node.service, node.store.decode(row), node.tracing.of(row.position))
        assert told.headers["traceparent"].split("-")[1] == f"{span.context.trace_id:032x}"
        caller.close()


def test_without_an_exporter_nothing_is_traced_nor_remembered() -> None:
    tracing = Tracing("demo")
    with tracing.span("x", SpanKind.SERVER, {"traceparent": "00-" + "1" * 32 + "-" + "2" * 16 + "-01"}):
        assert tracing.headers() == {}
        tracing.remember([1, 2])
    assert tracing.of(1) == ""
    tracing.close()


def test_what_is_remembered_of_traces_is_bounded() -> None:
    tracing = Tracing("demo", InMemorySpanExporter(), batch=False)
    with tracing.span("x", SpanKind.SERVER):
        tracing.remember(range(10_000))
    assert tracing.of(0) == ""
    assert tracing.of(9_999)
    tracing.close()


def test_the_exporter_is_an_extra_and_its_absence_is_said() -> None:
    with pytest.raises(SettingsWrong):
        otlp("http://127.0.0.1:1")


# --- logs -------------------------------------------------------------------------------------------------------------


def test_a_log_line_is_one_object_and_an_error_shows_places_not_contents() -> None:
    out = io.StringIO()
    log = logger("demo", out, "warning")
    log.info("unheard")
    try:
        try:
            raise ValueError("张三 13800000000")
        except ValueError as inner:
            raise KeyError("张三") from inner
    except KeyError as error:
        log.error("fault", rpc="OpenThing", error=error)
    (line,) = out.getvalue().splitlines()
    entry = json.loads(line)
    assert (entry["event"], entry["service"], entry["level"], entry["rpc"]) == ("fault", "demo", "error", "OpenThing")
    assert entry["error"][0].startswith("builtins.KeyError at test_telemetry:")
    assert entry["error"][1].startswith("builtins.ValueError at")
    assert "张三" not in line
    assert "138" not in line


@pytest.fixture
def _restored() -> Iterator[None]:
    import logging

    import structlog

    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    shown = warnings.showwarning
    yield
    structlog.reset_defaults()
    logging.captureWarnings(False)
    for handler in root.handlers:
        if handler not in handlers and isinstance(handler, logging.StreamHandler):
            handler.stream.close()
    root.handlers[:], root.level = handlers, level
    warnings.showwarning = shown


@pytest.mark.usefixtures("_restored")
def test_libraries_speak_in_the_same_form_into_the_same_file(tmp_path: Path) -> None:
    import logging

    import structlog

    file = tmp_path / "logs" / "demo.jsonl"
    log = telemetry.install("demo", file)
    log.info("ours", n=1)
    structlog.get_logger().warning("delivery", exc_info=RuntimeError("secret"))
    logging.getLogger("nats.aio").error("connection %s", "lost")
    logging.getLogger("nats.aio").info("not this")
    for handler in logging.getLogger().handlers:
        handler.flush()
    entries = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [entry["event"] for entry in entries] == ["ours", "delivery", "library"]
    assert "secret" not in file.read_text("utf-8")
    assert (entries[2]["logger"], entries[2]["message"]) == ("nats.aio", "connection lost")


# --- numbers ----------------------------------------------------------------------------------------------------------


async def test_calls_refusals_and_events_are_counted(world: World) -> None:
    await world.dispatch.command("OpenThing", opening(), OFFICE)
    with pytest.raises(InvalidField):
        await world.dispatch.command("OpenThing", opening(name=""), OFFICE)
    text = generate_latest(world.dispatch.metrics.registry).decode()
    assert 'rectify_calls_total{outcome="ok",rpc="OpenThing"} 1.0' in text
    assert 'rectify_calls_total{outcome="invalid",rpc="OpenThing"} 1.0' in text
    assert 'rectify_refusals_total{code="invalid-field"} 1.0' in text
    assert "rectify_events_total 1.0" in text


def test_numbers_are_given_also_when_the_store_does_not_answer() -> None:
    metrics = Metrics()

    def broken() -> Any:
        raise OSError("no database")

    metrics.followers(broken, lambda: 0)
    text = generate_latest(metrics.registry).decode()
    assert "rectify_store_up 0.0" in text


# --- readiness --------------------------------------------------------------------------------------------------------


class Watched:
    """Health over a store that can be made to fail."""

    def __init__(self, world: World) -> None:
        self.connected, self.denied = True, 0.0
        self.told: list[bool] = []
        self.clock = Business("demo", world.clock)
        self.out = io.StringIO()
        self.metrics = Metrics()
        self.health = Health(
            world.store,
            ["things"],
            self.clock,
            self.metrics,
            logger("demo", self.out),
            connected=lambda: self.connected,
            denied=lambda: self.denied,
            changed=lambda ready: self.told.append(ready),
        )


async def test_the_broker_may_be_gone_the_store_may_not(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(world)
    assert not watched.health.state.ready
    assert (await watched.health.look()).ready
    watched.connected = False
    state = await watched.health.look()
    assert (state.ready, state.degraded) == (True, ("the broker does not answer",))
    monkeypatch.setattr(world.store, "head", lambda: (_ for _ in ()).throw(OSError("gone")))
    assert (await watched.health.look()).unready == ("the store does not answer",)
    assert watched.told == [True, False]
    await watched.health.draining()
    assert watched.health.state.unready == ("stopping",)


async def test_a_refused_permission_is_somebodys_business(world: World) -> None:
    watched = Watched(world)
    watched.denied = 1.0
    assert (await watched.health.look()).unready == ("the broker refuses a permission",)
    assert not (await watched.health.look()).ready


async def test_read_models_may_be_behind_for_a_moment_only(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(world)
    await world.dispatch.command("OpenThing", opening(), OFFICE)
    monkeypatch.setattr("chassis.health._STALE", -1.0)
    assert (await watched.health.look()).ready
    assert (await watched.health.look()).unready == ("the read models are behind",)
    world.project()
    assert (await watched.health.look()).ready


async def test_a_clock_that_was_set_back_is_seen(world: World) -> None:
    watched = Watched(world)
    world.clock.now = START + timedelta(days=2)
    await world.dispatch.command("OpenThing", opening(), OFFICE)
    world.clock.now = START
    await watched.health.look()
    assert watched.clock() == START + timedelta(days=2)
    assert "rectify_clock_behind_seconds 172800.0" in generate_latest(watched.metrics.registry).decode()
    assert "clock-behind" in watched.out.getvalue()
    receipt = await world.dispatch.command("OpenThing", opening(named("thing", "2")), OFFICE)
    rows = world.store.read(0, 10)
    assert world.store.decode(rows[receipt.position - 1]).at >= world.store.decode(rows[0]).at


async def ask(port: int, text: str) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(text.encode())
    answer = (await reader.read()).decode()
    writer.close()
    await writer.wait_closed()
    return answer


async def test_the_door_answers_three_paths_and_nothing_else() -> None:
    state = [State()]
    door = Door("127.0.0.1", 0, Metrics().registry, lambda: state[0])
    port = await door.start()
    with pytest.raises(PortInUse):
        await Door("127.0.0.1", port, Metrics().registry, lambda: state[0]).start()
    assert (await ask(port, "GET /readyz HTTP/1.1\r\n\r\n")).startswith("HTTP/1.1 503 ")
    state[0] = State(unready=())
    assert (await ask(port, "GET /readyz?x=1 HTTP/1.1\r\n\r\n")).startswith("HTTP/1.1 200 ")
    assert (await ask(port, "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n")).endswith("alive\n")
    assert "rectify_ready" in await ask(port, "GET /metrics HTTP/1.1\r\n\r\n")
    assert (await ask(port, "GET /etc/passwd HTTP/1.1\r\n\r\n")).startswith("HTTP/1.1 404 ")
    assert (await ask(port, "POST /metrics HTTP/1.1\r\n\r\n")).startswith("HTTP/1.1 405 ")
    assert (await ask(port, "nonsense\r\n\r\n")).startswith("HTTP/1.1 405 ")
    assert await ask(port, "x" * 20_000 + "\r\n\r\n") == ""
    await door.stop()


# --- checks -----------------------------------------------------------------------------------------------------------


async def test_checks_pass_on_what_is_sound_and_name_what_is_not(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(3):
        await world.dispatch.command("OpenThing", opening(named("thing", str(n))), OFFICE)
    world.project()
    service = world.dispatch.service
    results = {r[0]: r for r in run_checks(service, world.store, [], lambda _: None)}
    assert [(name, r[1] > 0, list(r[2])) for name, r in results.items()] == [
        (name, True, []) for name in ("I11", "I13", "I15", "I16")
    ]
    assert results["I16"][3].startswith("seed ")
    forged = Difference("things", (named("thing", "1"),), {"name": "forged"}, {"name": "甲"})
    missing = Difference("things", (named("thing", "2"),), None, {"name": "甲"})
    (model,) = world.store.replay().models
    found = Replayed(world.store.source, 3, (replace(model, different=2, first=(forged, missing)),))
    monkeypatch.setattr(world.store, "replay", lambda *_: found)
    ((_, checked, flaws, _),) = run_checks(service, world.store, ["I15"], lambda _: None)
    assert checked == 3
    assert [f.code for f in flaws] == ["row-differs", "row-differs"]
    assert (named("thing", "1") in flaws[0].why, "is missing" in flaws[1].why) == (True, True)
    assert run_checks(service, world.store, ["I99"], lambda _: None) == []


async def test_a_check_that_stumbles_has_failed_and_the_others_go_on(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await world.dispatch.command("OpenThing", opening(named("thing", "1")), OFFICE)
    world.project()
    service = world.dispatch.service

    def stumble(error: Exception) -> None:
        def check() -> Any:
            raise error

        monkeypatch.setattr(world.store, "check_snapshots", check)

    stumble(ValueError("甲"))
    results = {name: [flaw.code for flaw in flaws] for name, _, flaws, _ in run_checks(service, world.store, [], lambda _: None)}
    assert results == {"I11": [], "I13": [], "I15": ["check-failed"], "I16": []}
    stumble(Unavailable(what="database", why="gone"))
    with pytest.raises(Unavailable):
        run_checks(service, world.store, ["I15"], lambda _: None)


async def test_a_follower_ahead_of_its_source_and_a_command_in_two_places_are_named(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(2):
        await world.dispatch.command("OpenThing", opening(named("thing", str(n))), OFFICE)
    rows = world.store.read(0, 10)
    twice = [*rows, StoredRow(3, None, rows[0].aggregate, 2, rows[0].topic, rows[0].state)]
    monkeypatch.setattr(world.store, "read", lambda after, limit: twice[after : after + limit])
    monkeypatch.setattr(world.store, "followers", lambda: {"policies": 99, "consumer:site/near/1": 5, "consumer:site/far/1": 1})
    ((_, _, flaws, note),) = run_checks(world.dispatch.service, world.store, ["I11"], {"near": 4}.get)
    assert sorted(f.code for f in flaws) == ["applied-twice", "follower-ahead", "follower-ahead"]
    assert [f.position for f in flaws if f.code == "applied-twice"] == [3]
    assert "far did not answer" in note
    assert NotFound.code == "not-found"


def test_an_error_that_came_from_itself_is_told_once() -> None:
    inner, outer = ValueError("inner"), KeyError("outer")
    outer.__cause__, inner.__context__ = inner, outer
    assert [line.split(" ")[0] for line in telemetry.trail(outer)] == ["builtins.KeyError", "builtins.ValueError"]
