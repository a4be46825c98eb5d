"""The witness inside a service that mirrors: what it cosigns, what it refuses, and what it says in its own log."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from rectify.log.v1.log_service_pb2 import GetCheckpointResponse

from chassis.store import MemoryKeyring, Store, open_store
from chassis.store.witnessed import Refused, Witnessed, open_witnessed
from chassis.witnessing import Witness, with_witness
from kernel.messages import Event, Ref
from tests.services.audit.world import START, Bench, note, opened, page
from translog.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from translog.merkle import leaf_hash, root_of
from translog.note import COSIGNATURE, ED25519, SignerKey
from translog.record import unpack

LEFT = SignerKey("test/left/1", ED25519, bytes(range(32)))
OWN = SignerKey("test/own/1", ED25519, bytes(range(1, 33)))
ME = SignerKey("test/witness/own", COSIGNATURE, bytes(range(2, 34)))


class Owned(Event):
    TOPIC = "own.thing.made.v1"
    STREAM = "thing"

    thing: Ref


@dataclass
class World:
    """The bench with a witness; `said` is what each log answers when it is asked for its checkpoint."""

    bench: Bench
    own: Store
    witnessed: Witnessed
    said: dict[str, GetCheckpointResponse]

    def witness(self) -> Witness:
        """What a process that starts would make."""

        async def ask(context: str) -> GetCheckpointResponse:
            return self.said[context]

        return Witness(
            "own", ("left", "own"), self.own, self.bench.mirror, self.witnessed, ME, ask, clock=lambda: self.bench.clock[0]
        )

    def record(self, *numbers: int) -> None:
        for n in numbers:
            self.bench.record("left", note(n), n)

    def say(self, size: int, root: bytes | None = None, key: SignerKey = LEFT) -> None:
        """The log `left` shows a checkpoint."""
        leaves = self.bench.mirror.leaves(LEFT.name, 0, size)
        checkpoint = Checkpoint(LEFT.name, size, root_of(leaves) if root is None else root)
        text = sign_checkpoint(checkpoint, [key]).decode()
        self.said["left"] = GetCheckpointResponse(source=LEFT.name, size=size, note=text, vkey=str(key.verifier))

    def told(self) -> list[tuple[str, int, str]]:
        """Origin, size and root of the events about cosigned checkpoints, in order."""
        events = [self.own.decode(row).event for row in self.own.read(0, 1000) if row.topic == "own.checkpoint.accepted.v1"]
        return [(event.origin, event.size, event.root) for event in events]  # type: ignore[attr-defined]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    url = f"sqlite:///{tmp_path / 'own.sqlite'}"
    for bench in opened(tmp_path):
        own = open_store(
            url,
            with_witness(replace(page("own", Owned), mirrors=("left", "own"))),
            site="test",
            epoch="1",
            clock=lambda: bench.clock[0],  # noqa: B023 - there is one bench
            zone=ZoneInfo("Asia/Shanghai"),
            keyring=MemoryKeyring(),
        )
        own.migrate()
        witnessed = open_witnessed(url)
        witnessed.migrate()
        yield World(bench, own, witnessed, {})
        witnessed.close()
        own.close()


async def test_what_is_mirrored_is_cosigned_and_told_once(world: World) -> None:
    witness = world.witness()
    world.record(1, 2, 3)
    world.bench.take()
    world.say(3)
    assert await witness.look("left")
    held = world.witnessed.newest(LEFT.name)
    assert held is not None
    opened = open_checkpoint(held.note, [LEFT.verifier, ME.verifier], LEFT.name)
    assert [(signed.name, signed.time) for signed in opened.signed] == [
        (LEFT.name, None),
        (ME.name, int(START.timestamp())),
    ]
    assert await witness.look("left")
    assert await world.witness().look("left")
    assert world.told() == [(LEFT.name, 3, held.root.hex())]


async def test_nothing_is_cosigned_before_its_events_are_here(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    world.record(3)
    leaves = world.bench.mirror.leaves(LEFT.name, 0, 2)
    third = world.bench.stores["left"].read(2, 1)[0]
    world.say(3, root_of([*leaves, leaf_hash(unpack(third.state)[0])]))
    witness = world.witness()
    assert not await witness.look("left")
    assert world.witnessed.newest(LEFT.name) is None
    world.bench.take()
    assert await witness.look("left")
    assert [size for _, size, _ in world.told()] == [3]


async def test_a_root_that_the_events_do_not_give_is_refused(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    world.say(2, bytes(32))
    with pytest.raises(Refused) as refused:
        await world.witness().look("left")
    assert refused.value.reason == "root"
    assert (world.witnessed.newest(LEFT.name), world.told()) == (None, [])


async def test_two_roots_of_one_size_are_never_cosigned(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    world.say(2)
    await world.witness().look("left")
    held = world.witnessed.newest(LEFT.name)
    world.say(2, bytes(32))
    with pytest.raises(Refused) as refused:
        await world.witness().look("left")
    assert refused.value.reason == "fork"
    assert world.witnessed.newest(LEFT.name) == held


async def test_a_log_that_was_set_back_is_refused(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    world.say(2)
    await world.witness().look("left")
    world.say(1)
    with pytest.raises(Refused) as refused:
        await world.witness().look("left")
    assert refused.value.reason == "rollback"


async def test_the_first_key_of_a_log_is_kept(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    world.say(1)
    await world.witness().look("left")
    world.say(2, key=SignerKey(LEFT.name, ED25519, bytes(32)))
    with pytest.raises(Refused) as refused:
        await world.witness().look("left")
    assert refused.value.reason == "key"
    assert world.witnessed.logs() == {LEFT.name: str(LEFT.verifier)}


async def test_a_mirror_that_was_altered_below_the_cosigned_size_is_noticed(world: World, tmp_path: Path) -> None:
    world.record(1, 2, 3)
    world.bench.take()
    world.say(2)
    await world.witness().look("left")
    world.say(3)
    with sqlite3.connect(tmp_path / "mirror.sqlite") as connection:
        connection.execute("UPDATE mirror_rows SET leaf = ? WHERE position = 1", (bytes(32),))
    connection.close()
    with pytest.raises(Refused) as refused:
        await world.witness().look("left")
    assert refused.value.reason == "mirror"


async def test_what_was_cosigned_before_the_process_ended_is_told_by_the_next(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    world.say(1)
    root = world.bench.mirror.leaves(LEFT.name, 0, 1)[0]
    kept = world.said["left"].note.encode()
    world.witnessed.accept(LEFT.name, str(LEFT.verifier), 1, root, lambda last: (max(5, last), kept))
    assert world.told() == []
    world.say(2)
    await world.witness().look("left")
    assert [size for _, size, _ in world.told()] == [1, 2]


async def test_cosignatures_never_carry_an_earlier_time(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    world.say(1)
    await world.witness().look("left")
    world.bench.clock[0] -= timedelta(hours=1)
    world.say(2)
    await world.witness().look("left")
    held = world.witnessed.newest(LEFT.name)
    assert held is not None
    assert (held.size, held.at) == (2, int(START.timestamp()))


async def test_its_own_log_is_cosigned_without_an_event_about_it(world: World) -> None:
    world.record(1)
    world.bench.take()
    world.say(1)
    witness = world.witness()
    await witness.look("left")  # the event about it is the first of its own log
    rows = world.own.read(0, 10)
    world.bench.mirror.append(OWN.name, rows, START)
    root = root_of(world.bench.mirror.leaves(OWN.name, 0, 10))
    text = sign_checkpoint(Checkpoint(OWN.name, len(rows), root), [OWN])
    world.own.seal(0, len(rows), root, START, lambda: text)
    world.said["own"] = GetCheckpointResponse(source=OWN.name, size=len(rows), note=text.decode(), vkey=str(OWN.verifier))
    assert await witness.look("own")
    sealed = world.own.checkpoint()
    held = world.witnessed.newest(OWN.name)
    assert sealed is not None
    assert held is not None
    assert sealed.cosigned == held.note
    assert world.own.head().position == len(rows)
    assert world.witnessed.untold() == []
