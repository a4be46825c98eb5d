"""The witness inside a service that mirrors: what it cosigns, what it refuses, and what it says in its own log."""

import asyncio
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from rectify.log.v1.log_service_pb2 import GetCheckpointResponse

from chassis.sealing.rotation import rotation_of
from chassis.store import MemoryKeyring, Store, open_store
from chassis.store.witnessed import Witnessed, open_witnessed
from chassis.witnessing import Judge, Witness, with_witness
from kernel.messages import Event, Ref
from tests.services.audit.world import START, Bench, note, opened, page
from translog.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from translog.errors import OldSizeStale
from translog.merkle import consistency_proof, leaf_hash, node_reader, root_of
from translog.note import COSIGNATURE, ED25519, SignerKey
from translog.record import unpack
from translog.witness import build_request
from witness.cosigner import Outcome

LEFT = SignerKey("test/left/1", ED25519, bytes(range(32)))
OWN = SignerKey("test/own/1", ED25519, bytes(range(1, 33)))
ME = SignerKey("test/witness/own", COSIGNATURE, bytes(range(2, 34)))


class Owned(Event):
    TOPIC = "own.thing.made.v1"
    STREAM = "thing"

    thing: Ref


@dataclass
class World:
    """The bench with a witness; `keys` is what each service says when it is asked for the key of its log."""

    bench: Bench
    own: Store
    witnessed: Witnessed
    keys: dict[str, SignerKey] = field(default_factory=lambda: {"left": LEFT, "own": OWN})
    patience: float = 0.0

    def judge(self) -> Judge:
        """What a process that starts would make."""

        async def ask(context: str) -> GetCheckpointResponse:
            key = self.keys[context]
            return GetCheckpointResponse(source=key.name, vkey=str(key.verifier))

        return Judge(
            ("left", "own"), self.bench.mirror, self.witnessed, ME, ask, clock=lambda: self.bench.clock[0], patience=self.patience
        )

    def witness(self) -> Witness:
        return Witness("own", self.own, self.judge(), self.witnessed, clock=lambda: self.bench.clock[0])

    def record(self, *numbers: int) -> None:
        for n in numbers:
            self.bench.record("left", note(n), n)

    def leaves(self, count: int) -> list[bytes]:
        """As the log itself has them, whether mirrored or not."""
        return [leaf_hash(unpack(row.state)[0]) for row in self.bench.stores["left"].read(0, count)]

    def request(
        self, old: int, size: int, root: bytes | None = None, key: SignerKey = LEFT, proof: list[bytes] | None = None
    ) -> bytes:
        """What the log `left` submits."""
        leaves = self.leaves(size)
        checkpoint = Checkpoint(LEFT.name, size, root_of(leaves) if root is None else root)
        if proof is None:
            proof = consistency_proof(old, size, node_reader(leaves)) if 0 < old < size else []
        return build_request(old, proof, sign_checkpoint(checkpoint, [key]))

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
        yield World(bench, own, witnessed)
        witnessed.close()
        own.close()


def reason(outcome: Outcome) -> tuple[int, str]:
    assert outcome.error is not None
    return outcome.status, outcome.error.code


async def test_what_is_mirrored_is_cosigned_and_told_once(world: World) -> None:
    witness = world.witness()
    world.record(1, 2, 3)
    world.bench.take()
    outcome = await witness.judge.judge(world.request(0, 3))
    assert outcome.status == 200
    held = world.witnessed.newest(LEFT.name)
    assert held is not None
    assert held.note == witness.judge.newest(LEFT.name)
    opened = open_checkpoint(held.note, [LEFT.verifier, ME.verifier], LEFT.name)
    assert [(signed.name, signed.time) for signed in opened.signed] == [(LEFT.name, None), (ME.name, int(START.timestamp()))]
    assert outcome.cosignature == opened.signatures[1]
    for again in (witness, world.witness()):
        assert (await again.judge.judge(world.request(3, 3))).status == 200
        await again.tell()
    assert world.told() == [(LEFT.name, 3, held.root.hex())]
    assert witness.judge.origins() == [LEFT.name]


async def test_it_goes_on_from_what_it_holds_and_says_where_that_is(world: World) -> None:
    judge = world.judge()
    world.record(1, 2, 3)
    world.bench.take()
    assert (await judge.judge(world.request(0, 2))).status == 200
    stale = await judge.judge(world.request(0, 3))
    assert reason(stale) == (409, "old-size-stale")
    assert isinstance(stale.error, OldSizeStale)
    assert stale.error.facts["known"] == 2
    assert (await judge.judge(world.request(2, 3))).status == 200


async def test_nothing_is_cosigned_before_its_events_are_here(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    world.record(3)
    judge = world.judge()
    assert reason(await judge.judge(world.request(0, 3))) == (503, "mirror-behind")
    assert world.witnessed.newest(LEFT.name) is None
    world.bench.take()
    assert (await judge.judge(world.request(0, 3))).status == 200
    assert judge.alarms == ()


async def test_what_is_on_its_way_is_waited_for(world: World) -> None:
    world.patience = 30.0
    world.record(1, 2)
    judge = world.judge()
    asked = asyncio.create_task(judge.judge(world.request(0, 2)))
    await asyncio.to_thread(world.bench.take)
    judge.taken()
    assert (await asked).status == 200


async def test_a_root_that_the_events_do_not_give_is_refused(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    judge = world.judge()
    assert reason(await judge.judge(world.request(0, 2, bytes(32)))) == (422, "mirror-differs")
    assert judge.alarms == (f"{LEFT.name} is not cosigned: root",)
    assert (world.witnessed.newest(LEFT.name), world.told()) == (None, [])
    assert (await judge.judge(world.request(0, 2))).status == 200
    assert judge.alarms == ()


async def test_two_roots_of_one_size_are_never_cosigned(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    judge = world.judge()
    await judge.judge(world.request(0, 2))
    held = world.witnessed.newest(LEFT.name)
    assert reason(await judge.judge(world.request(2, 2, bytes(32)))) == (409, "root-conflict")
    assert judge.alarms == (f"{LEFT.name} is not cosigned: fork",)
    assert world.witnessed.newest(LEFT.name) == held


async def test_a_log_that_was_set_back_learns_what_is_held(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    judge = world.judge()
    await judge.judge(world.request(0, 2))
    assert reason(await judge.judge(world.request(1, 1))) == (409, "old-size-stale")
    held = world.witnessed.newest(LEFT.name)
    assert held is not None
    assert held.size == 2


async def test_a_history_that_does_not_continue_is_refused(world: World) -> None:
    world.record(1, 2, 3)
    world.bench.take()
    judge = world.judge()
    await judge.judge(world.request(0, 2))
    assert reason(await judge.judge(world.request(2, 3, proof=[bytes(32), bytes(32)]))) == (422, "proof-invalid")
    assert judge.alarms == (f"{LEFT.name} is not cosigned: proof",)


async def test_strangers_and_other_keys_are_turned_away(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    judge = world.judge()
    other = SignerKey(LEFT.name, ED25519, bytes(32))
    assert reason(await judge.judge(world.request(0, 2, key=other))) == (403, "no-trusted-signature")
    assert reason(await judge.judge(b"old 0\n")) == (400, "request-malformed")
    assert reason(await judge.judge(world.request(3, 2, proof=[]))) == (400, "old-size-above")
    far = SignerKey("test/elsewhere/1", ED25519, bytes(32))
    note = sign_checkpoint(Checkpoint(far.name, 1, bytes(32)), [far])
    assert reason(await judge.judge(build_request(0, [], note))) == (404, "origin-unknown")
    assert judge.alarms == ()
    assert world.witnessed.logs() == {}


async def test_the_first_key_of_a_log_is_kept(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    await world.judge().judge(world.request(0, 1))
    other = world.keys["left"] = SignerKey(LEFT.name, ED25519, bytes(32))
    assert reason(await world.judge().judge(world.request(1, 2, key=other))) == (403, "no-trusted-signature")
    assert world.witnessed.logs() == {LEFT.name: str(LEFT.verifier)}


NEW = SignerKey("test/left/1", ED25519, bytes(range(3, 35)))


def rotate(world: World, former: SignerKey = LEFT, fresh: SignerKey = NEW, n: int = 100) -> None:
    world.bench.record("left", rotation_of("left", former, fresh, 0, bytes(32)), n)


async def test_another_key_is_taken_only_by_an_event_of_the_log(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    judge = world.judge()
    assert (await judge.judge(world.request(0, 2))).status == 200
    rotate(world)
    world.record(3)
    # Not before the event is mirrored, nor for a checkpoint that does not cover it.
    assert reason(await judge.judge(world.request(2, 4, key=NEW))) == (403, "no-trusted-signature")
    world.bench.take()
    assert reason(await judge.judge(world.request(2, 2, key=NEW))) == (403, "no-trusted-signature")
    assert world.witnessed.former() == []
    assert (await judge.judge(world.request(2, 4, key=NEW))).status == 200
    assert world.witnessed.logs() == {LEFT.name: str(NEW.verifier)}
    assert world.witnessed.former() == [(LEFT.name, str(LEFT.verifier))]
    # The former one signs nothing more, for this process and for any other.
    world.record(4)
    world.bench.take()
    for one in (judge, world.judge()):
        assert reason(await one.judge(world.request(4, 5))) == (403, "no-trusted-signature")
    assert (await world.judge().judge(world.request(4, 5, key=NEW))).status == 200


async def test_the_checkpoint_of_both_keys_makes_the_new_one_known(world: World) -> None:
    world.record(1)
    world.bench.take()
    judge = world.judge()
    assert (await judge.judge(world.request(0, 1))).status == 200
    rotate(world)
    world.bench.take()
    leaves = world.leaves(2)
    note = sign_checkpoint(Checkpoint(LEFT.name, 2, root_of(leaves)), [LEFT, NEW])
    proof = consistency_proof(1, 2, node_reader(leaves))
    assert (await judge.judge(build_request(1, proof, note))).status == 200
    assert world.witnessed.logs() == {LEFT.name: str(NEW.verifier)}
    assert judge.alarms == ()


async def test_an_event_that_the_known_key_did_not_sign_makes_no_key_known(world: World) -> None:
    world.record(1)
    world.bench.take()
    judge = world.judge()
    assert (await judge.judge(world.request(0, 1))).status == 200
    thief = SignerKey(LEFT.name, ED25519, bytes(range(4, 36)))
    rotate(world, thief, NEW)
    world.bench.take()
    assert reason(await judge.judge(world.request(1, 2, key=NEW))) == (403, "no-trusted-signature")
    assert world.witnessed.logs() == {LEFT.name: str(LEFT.verifier)}


async def test_a_log_whose_service_does_not_answer_is_asked_to_come_again(world: World) -> None:
    world.record(1)
    world.bench.take()
    del world.keys["left"]
    assert reason(await world.judge().judge(world.request(0, 1))) == (503, "mirror-behind")


async def test_a_mirror_that_was_altered_below_the_cosigned_size_is_noticed(world: World, tmp_path: Path) -> None:
    world.record(1, 2, 3)
    world.bench.take()
    await world.judge().judge(world.request(0, 2))
    with sqlite3.connect(tmp_path / "mirror.sqlite") as connection:
        connection.execute("UPDATE mirror_rows SET leaf = ? WHERE position = 1", (bytes(32),))
    connection.close()
    judge = world.judge()
    assert reason(await judge.judge(world.request(2, 3))) == (422, "mirror-differs")
    assert judge.alarms == (f"{LEFT.name} is not cosigned: mirror",)


async def test_of_two_who_ask_at_once_one_is_told_what_the_other_left(world: World) -> None:
    world.record(1, 2, 3)
    world.bench.take()
    here, there = world.judge(), world.judge()
    outcomes = await asyncio.gather(here.judge(world.request(0, 2)), there.judge(world.request(0, 3)))
    assert sorted(outcome.status for outcome in outcomes) == [200, 409]
    assert len(world.witnessed.untold()) == 1


async def test_what_was_cosigned_before_the_process_ended_is_told_by_the_next(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    await world.judge().judge(world.request(0, 1))
    assert world.told() == []
    witness = world.witness()
    await witness.judge.judge(world.request(1, 2))
    await witness.tell()
    assert [size for _, size, _ in world.told()] == [1, 2]


async def test_cosignatures_never_carry_an_earlier_time(world: World) -> None:
    world.record(1, 2)
    world.bench.take()
    judge = world.judge()
    await judge.judge(world.request(0, 1))
    world.bench.clock[0] -= timedelta(hours=1)
    await judge.judge(world.request(1, 2))
    held = world.witnessed.newest(LEFT.name)
    assert held is not None
    assert (held.size, held.at) == (2, int(START.timestamp()))


async def test_its_own_log_is_cosigned_without_an_event_about_it(world: World) -> None:
    world.record(1)
    world.bench.take()
    witness = world.witness()
    await witness.judge.judge(world.request(0, 1))
    await witness.tell()  # the event about it is the first of its own log
    rows = world.own.read(0, 10)
    world.bench.mirror.append(OWN.name, rows, START)
    root = root_of(world.bench.mirror.leaves(OWN.name, 0, 10))
    text = sign_checkpoint(Checkpoint(OWN.name, len(rows), root), [OWN])
    assert (await witness.judge.judge(build_request(0, [], text))).status == 200
    await witness.tell()
    assert world.own.head().position == len(rows)
    assert world.witnessed.untold() == []
