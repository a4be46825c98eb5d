"""A running service seals its log, shows the checkpoint and its key, and says when the log is not what was signed."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, closing
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from chassis.node import Node
from chassis.refusals import Refused, SettingsWrong
from chassis.relay import Heartbeat
from chassis.rpc import Client
from chassis.settings import Role
from tests.libs.chassis.program.contracts import message
from tests.libs.chassis.program.demo import DEMO
from tests.libs.chassis.program.test_dispatch import opening
from tests.libs.chassis.program.test_node import DEMO_RPC, OPS, Pair, Status, until
from translog.checkpoint import open_checkpoint
from translog.note import VerifierKey

GET = "rectify.log.v1.LogService/GetCheckpoint"
GetCheckpoint = message("rectify.log.v1.GetCheckpointRequest")


@pytest.fixture
async def alone(tmp_path: Path) -> AsyncIterator[Pair]:
    async with AsyncExitStack() as stack:
        yield Pair(tmp_path, stack, None)


async def asked(client: Client) -> Any:
    return await client.call(GET, GetCheckpoint())


async def readiness(node: Node) -> tuple[int, dict[str, Any]]:
    def get() -> tuple[int, bytes]:
        try:
            with urlopen(f"http://127.0.0.1:{node.metrics_port}/readyz", timeout=5) as answer:
                return answer.status, answer.read()
        except HTTPError as error:
            with error:
                return error.code, error.read()

    status, text = await asyncio.to_thread(get)
    return status, json.loads(text)


async def test_the_checkpoint_is_shown_with_its_key(alone: Pair, tmp_path: Path) -> None:
    node = await alone.start(DEMO)
    demo, auditor = await alone.client("demo"), await alone.client("demo", "auditor")
    empty = await asked(auditor)
    assert (empty.size, empty.note, empty.source) == (0, "", "sandbox-test/demo/1")
    await demo.call(f"{DEMO_RPC}/OpenThing", opening())
    head = node.store.head().position

    async def sealed() -> Any:
        found = await asked(auditor)
        return found if found.size == head else None

    found = await until(sealed)
    vkey = (tmp_path / "keys" / "demo.log.vkey").read_text().strip()
    assert found.vkey == vkey
    opened = open_checkpoint(found.note.encode(), [VerifierKey.parse(vkey)], "sandbox-test/demo/1").checkpoint
    assert opened.size == head
    shown = tmp_path / "demo" / "tiles" / "checkpoint"  # written after the database has it
    await until(lambda: shown.exists() and shown.read_text() == found.note)
    assert found.at.ToDatetime().isoformat() == "2026-03-02T01:00:00"  # the sandbox's time, not the machine's
    status = await demo.call(f"{OPS}/GetStatus", Status())
    assert [(f.position, f.head) for f in status.followers if f.name == "sealer"] == [(head, head)]
    beat = json.loads(Heartbeat(DEMO, node.store, None)._say())  # type: ignore[arg-type] # nothing is sent
    assert (beat["size"], beat["root"]) == (head, opened.root.hex())


async def test_a_process_without_the_role_seals_nothing(alone: Pair, tmp_path: Path) -> None:
    node = await alone.start(DEMO, roles=frozenset(Role) - {Role.SEALER})
    assert "sealer" not in {name for name, _, _ in node.followers()}
    assert not (tmp_path / "demo" / "tiles").exists()
    assert (await asked(await alone.client("demo", "auditor"))).vkey


async def test_a_log_that_was_cut_is_served_and_not_ready(alone: Pair, tmp_path: Path) -> None:
    async with AsyncExitStack() as first:
        pair = Pair(tmp_path, first, None)
        node = await pair.start(DEMO)
        await (await pair.client("demo")).call(f"{DEMO_RPC}/OpenThing", opening())
        await until(lambda: node.store.tracked("sealer") == node.store.head().position)
    with closing(sqlite3.connect(tmp_path / "demo" / "store.sqlite")) as connection, connection:
        connection.execute("DELETE FROM stored_events WHERE notification_id = (SELECT position FROM log_head)")
        connection.execute("UPDATE log_head SET position = position - 1")
    node = await alone.start(DEMO)

    async def said() -> Any:
        status, text = await readiness(node)
        return text if status == 503 and text["unready"] else None

    (why,) = (await until(said))["unready"]
    assert why.startswith("store-behind-checkpoint: ")
    assert node.store.held is not None
    with pytest.raises(Refused, match="not known yet"):
        await asked(await alone.client("demo", "auditor"))


async def test_a_lost_key_is_said_at_start(alone: Pair, tmp_path: Path) -> None:
    async with AsyncExitStack() as first:
        pair = Pair(tmp_path, first, None)
        node = await pair.start(DEMO)
        await (await pair.client("demo")).call(f"{DEMO_RPC}/OpenThing", opening())
        await until(lambda: node.store.tracked("sealer") > 0)
    (tmp_path / "keys" / "demo.log.key").unlink()
    with pytest.raises(SettingsWrong, match="the key that signed it"):
        await alone.start(DEMO)
