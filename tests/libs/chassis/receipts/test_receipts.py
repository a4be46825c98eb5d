"""Every answer to a command is signed, always alike; who waits gets checkpoint and proofs, or is told that it is recorded."""

import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from chassis.node import Node
from chassis.refusals import Refused
from chassis.rpc import Client
from chassis.settings import Role, WitnessAt
from tests.libs.chassis.program.contracts import message
from tests.libs.chassis.program.demo import DEMO
from tests.libs.chassis.program.test_dispatch import opening
from tests.libs.chassis.program.test_node import DEMO_RPC, THING, Pair, until
from tests.libs.chassis.sealing.witnesses import Far
from translog.note import COSIGNATURE, SignerKey, VerifierKey
from translog.policy import Group, Log, Policy, Witness
from translog.receipt import Held, check_held, open_receipt

SEALED, WITNESSED = 2, 3
Rename = message("rectify.demo.v1.RenameThingRequest")


@pytest.fixture
async def alone(tmp_path: Path) -> AsyncIterator[Pair]:
    async with AsyncExitStack() as stack:
        yield Pair(tmp_path, stack, None)


def log_key(data: Path) -> VerifierKey:
    return VerifierKey.parse((data / "keys" / "demo.log.vkey").read_text().strip())


def policy(data: Path, *known: Far) -> Policy:
    names = [f"w{n}" for n in range(len(known))]
    witnesses = [Witness(name, one.key) for name, one in zip(names, known, strict=True)]
    groups = [Group("all", len(known), tuple(names))] if known else []
    return Policy.make([Log(log_key(data))], witnesses, groups, "all" if known else "none")


def held(answer: Any) -> Held:
    """What the caller keeps."""
    return Held(answer.signed.encode(), answer.checkpoint.encode(), tuple(tuple(one.hashes) for one in answer.proofs))


def asked(*known: Far) -> dict[str, Any]:
    return {"witnesses": tuple(WitnessAt(url=one.url, vkey=str(one.key)) for one in known), "quorum": len(known)}


async def open_thing(client: Client, command: str, wait: int = 0, within: float = 20.0) -> Any:
    request = opening()
    request.meta.command_id = command
    request.meta.wait = wait
    return await client.call(f"{DEMO_RPC}/OpenThing", request, timeout=within)


def events(node: Node) -> int:
    """Of the thing itself: refusals are events too, of others."""
    return sum(row.topic.startswith("demo.thing.") for row in node.store.read(0, 1000))


async def test_the_answer_is_signed_and_its_repetition_is_the_same(alone: Pair, tmp_path: Path) -> None:
    await alone.start(DEMO)
    client, command = await alone.client("demo"), str(uuid4())
    first = await open_thing(client, command)
    again = await open_thing(client, command)
    assert (first.repeated, again.repeated) == (False, True)
    assert first.signed == again.signed
    assert (first.checkpoint, list(first.proofs)) == ("", [])
    receipt = open_receipt(first.signed.encode(), policy(tmp_path))
    assert (receipt.origin, receipt.command, receipt.at) == ("sandbox-test/demo/1", command, "2026-03-02T01:00:00.000000Z")
    assert [tuple(entry) for entry in receipt.entries] == [(e.position, e.aggregate, e.version, e.leaf) for e in first.events]
    assert receipt.position == first.position


async def test_a_command_that_changes_nothing_has_a_receipt_that_is_always_the_same(alone: Pair, tmp_path: Path) -> None:
    await alone.start(DEMO)
    client, command = await alone.client("demo"), str(uuid4())
    opened = await open_thing(client, str(uuid4()))
    request = Rename(thing=THING, name="甲", meta={"command_id": command})
    nothing = await client.call(f"{DEMO_RPC}/RenameThing", request)
    await client.call(f"{DEMO_RPC}/RenameThing", Rename(thing=THING, name="乙"))
    again = await client.call(f"{DEMO_RPC}/RenameThing", request)
    assert (list(nothing.events), again.repeated, again.signed) == ([], True, nothing.signed)
    receipt = open_receipt(nothing.signed.encode(), policy(tmp_path))
    assert (receipt.entries, receipt.position, receipt.command) == ((), opened.position, command)
    request.meta.wait = SEALED
    assert check_held(held(await client.call(f"{DEMO_RPC}/RenameThing", request)), policy(tmp_path)).judged is not None


async def test_who_waits_for_the_seal_gets_checkpoint_and_proofs(alone: Pair, tmp_path: Path) -> None:
    await alone.start(DEMO)
    client, command = await alone.client("demo"), str(uuid4())
    answer = await open_thing(client, command, SEALED)
    checked = check_held(held(answer), policy(tmp_path))
    assert checked.judged is not None
    assert checked.judged.checkpoint.size >= answer.position
    assert checked.judged.quorum  # none is demanded


async def test_who_waits_for_witnesses_gets_their_cosignatures(alone: Pair, tmp_path: Path) -> None:
    county, city = Far.make(tmp_path / "county", "county"), Far.make(tmp_path / "city", "city")
    node = await alone.start(DEMO, **asked(county, city))
    client, command = await alone.client("demo"), str(uuid4())
    key = log_key(tmp_path)
    async with county.open(key):
        with pytest.raises(Refused) as refused:
            await open_thing(client, command, WITNESSED, within=2.0)
        assert refused.value.code == "not-witnessed-in-time"
        assert command in refused.value.text("zh")
        assert "2 of county, city" in refused.value.text("en")
        assert events(node) == 1
        async with city.open(key):
            answer = await open_thing(client, command, WITNESSED)
    assert answer.repeated
    assert events(node) == 1
    checked = check_held(held(answer), policy(tmp_path, county, city))
    assert checked.doubts == ()
    assert checked.judged is not None
    assert {one.key for one in checked.judged.cosigned} == {"county", "city"}


async def test_a_wait_without_end_is_refused_before_anything_is_recorded(alone: Pair) -> None:
    node = await alone.start(DEMO)
    client = await alone.client("demo")
    with pytest.raises(Refused) as refused:
        await open_thing(client, str(uuid4()), WITNESSED)
    assert refused.value.code == "cannot-wait"
    assert events(node) == 0


async def test_nobody_seals_and_the_command_stands_all_the_same(alone: Pair) -> None:
    node = await alone.start(DEMO, roles=frozenset(Role) - {Role.SEALER})
    client, command = await alone.client("demo"), str(uuid4())
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        await open_thing(client, command, SEALED, within=1.0)
    assert refused.value.code == "not-sealed-in-time"
    assert time.monotonic() - began < 5
    assert (await open_thing(client, command)).repeated
    assert events(node) == 1
    assert node.dispatch.receipts.tide._waiting == {}
    await until(lambda: node.dispatch.receipts.tide._looking is None)


async def test_a_false_cosignature_is_no_quorum(alone: Pair, tmp_path: Path) -> None:
    county = Far.make(tmp_path / "county", "county")
    node = await alone.start(DEMO, **asked(county))
    client, command = await alone.client("demo"), str(uuid4())
    answer = await open_thing(client, command, SEALED)
    other = SignerKey("county", COSIGNATURE, bytes(32))
    sealed = node.store.checkpoint()
    assert sealed is not None
    assert sealed.size >= answer.position
    text = sealed.note.decode().partition("\n\n")[0] + "\n"
    node.store.cosign(sealed.size, sealed.note + other.sign(text, 1).line.encode())
    with pytest.raises(Refused) as refused:
        await open_thing(client, command, WITNESSED, within=1.0)
    assert refused.value.code == "not-witnessed-in-time"
