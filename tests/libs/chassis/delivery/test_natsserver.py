"""The embedded server: its configuration holds what the design asks for, its accounts hold what the pages declare."""

import asyncio
import json
import os
import re
import signal
import subprocess
from pathlib import Path

import nats.errors
import pytest
from nats.aio.client import Client
from nats.js.api import ConsumerConfig, StreamConfig

from chassis.bus import Access, connect
from chassis.delivery_metrics import DeliveryMetrics
from chassis.natsserver import NatsServer, accounts, binary, config, rights
from chassis.relay import Relay
from chassis.store import Store
from testkit.nats import MakeServer
from testkit.nats import connect as plain
from tests.libs.chassis.delivery.world import ALPHA_SERVICE, BETA_SERVICE, FAST, Clock, open_cases, opened, until, without

AUDIT = without(ALPHA_SERVICE, name="audit", events=[], publishes={}, mirrors=("alpha", "beta"))
PASSWORDS = {"alpha": "a+/=secret", "beta": "b", "audit": "c"}
EVERYBODY = [ALPHA_SERVICE, BETA_SERVICE, AUDIT]


def test_the_server_accepts_its_configuration(tmp_path: Path) -> None:
    file = tmp_path / "nats.conf"
    file.write_text(config(4222, tmp_path / "jetstream", accounts(EVERYBODY, PASSWORDS), pid_file=tmp_path / "pid"), "utf-8")
    done = subprocess.run([str(binary()), "-t", "-c", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_trap_10_durations_are_quoted_and_always_is_a_word(tmp_path: Path) -> None:
    text = config(4222, tmp_path)
    assert re.search(r"^  sync_interval: always$", text, re.MULTILINE)
    durations = re.findall(r"^\w+: (\S*\d+(?:ms|s|m|h)\S*)$", text, re.MULTILINE)
    assert durations
    assert all(re.fullmatch(r'"\d+(ms|s|m|h)"', found) for found in durations)


def test_it_listens_on_this_machine_alone_and_has_no_monitor(tmp_path: Path) -> None:
    text = config(4222, tmp_path)
    assert 'listen: "127.0.0.1:4222"' in text
    assert "http" not in text


def test_rights_follow_from_the_page() -> None:
    beta = rights(BETA_SERVICE)
    assert "rectify.evt.beta.>" in beta.publish
    assert "$JS.API.CONSUMER.MSG.NEXT.EVT_ALPHA.beta" in beta.publish
    assert not [
        subject for subject in (*beta.publish, *beta.subscribe) if "LOG_ALPHA" in subject or subject.startswith("rectify.evt.alpha")
    ]
    assert set(beta.subscribe) == {"_INBOX_beta.>", "rectify.beat.alpha"}
    audit = rights(AUDIT)
    assert "$JS.API.CONSUMER.MSG.NEXT.LOG_BETA.audit" in audit.publish
    assert not [subject for subject in audit.publish if "EVT_ALPHA" in subject or "STREAM.DELETE.LOG_ALPHA" in subject]


def test_a_password_may_come_from_the_servers_environment() -> None:
    text = accounts([ALPHA_SERVICE], {"alpha": "$ALPHA_PASSWORD"})
    assert "password: $ALPHA_PASSWORD\n" in text
    assert json.dumps("a+/=secret") in accounts([ALPHA_SERVICE], PASSWORDS)
    with pytest.raises(KeyError):
        accounts(EVERYBODY, {"alpha": "x"})


async def test_the_server_holds_every_service_to_its_rights(nats_servers: MakeServer, alpha: Store) -> None:
    server = nats_servers(accounts(EVERYBODY, PASSWORDS))
    open_cases(alpha, 1)
    url = server.url()
    metrics = DeliveryMetrics()
    ours = await connect(Access(url, "alpha", PASSWORDS["alpha"]), metrics, "test")
    for kind in ("log", "evt"):
        await Relay(ALPHA_SERVICE, alpha, ours, kind, timing=FAST, metrics=metrics).run_once()  # type: ignore[arg-type]
    assert metrics.denials == 0
    beta = await connect(Access(url, "beta", PASSWORDS["beta"]), metrics, "test")
    js = beta.jetstream(timeout=0.3)
    await js.add_consumer("EVT_ALPHA", ConsumerConfig(name="beta", durable_name="beta", filter_subject="rectify.evt.alpha.>"))
    pulled = await js.pull_subscribe_bind(durable="beta", stream="EVT_ALPHA", inbox_prefix=b"_INBOX_beta.")
    (message,) = await pulled.fetch(1, timeout=5)
    await message.ack_sync()
    assert metrics.denials == 0
    # A refusal shows as a timeout; the reason arrives on the side and is counted.
    forbidden = [
        js.stream_info("LOG_ALPHA"),
        js.delete_stream("EVT_ALPHA"),
        js.publish("rectify.evt.alpha.v1.CaseOpened", b"forged"),
        js.publish("rectify.log.alpha.row", b"forged"),
        js.add_stream(StreamConfig(name="MINE", subjects=["rectify.evt.alpha.>"])),
    ]
    for attempt in forbidden:
        with pytest.raises((nats.errors.TimeoutError, nats.errors.Error)):
            await attempt
    await until(lambda: metrics.denials == len(forbidden))
    await beta.subscribe("_INBOX_alpha.>")
    await until(lambda: metrics.denials == len(forbidden) + 1)
    for client in (ours, beta):
        await client.close()


async def test_nobody_enters_with_a_wrong_password(nats_servers: MakeServer) -> None:
    server = nats_servers(accounts(EVERYBODY, PASSWORDS))
    refused = asyncio.Event()

    async def on_error(error: Exception) -> None:
        if "authorization" in str(error).lower():
            refused.set()

    options = Access(server.url(), "alpha", "guessed").options(DeliveryMetrics(), "test")
    client = Client()
    with pytest.raises(nats.errors.Error):
        await client.connect(**{**options, "error_cb": on_error, "max_reconnect_attempts": 1, "allow_reconnect": False})
    assert refused.is_set()
    assert client._transport is not None
    client._transport.close()  # a client that never was connected does not do it itself
    await client._transport.wait_closed()


async def test_a_server_left_over_by_a_killed_parent_is_ended(tmp_path: Path) -> None:
    left = NatsServer(tmp_path)
    left.start()
    pid = left.pid
    assert pid is not None
    fresh = NatsServer(tmp_path)
    fresh.start()
    assert left._process is not None
    assert left._process.wait(5) is not None
    client = await plain(fresh)
    await client.close()
    fresh.stop()
    assert fresh.pid is None


def test_another_process_with_the_recorded_number_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "nats.pid").write_text(str(os.getpid()), "ascii")
    server = NatsServer(tmp_path)
    server.start()
    assert server.pid is not None
    os.kill(os.getpid(), 0)
    os.kill(server.pid, signal.SIGTERM)
    server.stop()


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="nats-server ended"):
        NatsServer(tmp_path, accounts_text="accounts { broken").start()


def test_what_was_stored_outlives_kill_9(tmp_path: Path, nats_server: NatsServer) -> None:
    async def through_a_crash() -> int:
        client = await plain(nats_server)
        with opened(ALPHA_SERVICE, tmp_path, Clock()) as store:
            open_cases(store, 3)
            await Relay(ALPHA_SERVICE, store, client, "log", timing=FAST).run_once()
        nats_server.kill()
        await asyncio.to_thread(nats_server.start)
        await until(lambda: client.is_connected)
        last = (await client.jetstream().stream_info("LOG_ALPHA")).state.last_seq
        await client.close()
        return last

    assert asyncio.run(through_a_crash()) == 9
