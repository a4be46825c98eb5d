"""The key of a log changes: the log says so by both keys, one checkpoint has both, and what follows has the new one alone."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from chassis.sealing import CheckpointDiffers, LocalTiles, Ring, RotationRefused, SealedLog
from chassis.sealing.ring import former_keys
from chassis.sealing.rotation import KeyRotated, chain, keys_of, rotating, rotation_of, rotations, with_rotation
from testkit.conformance.store import Clock, MakeStore, work
from testkit.conformance.store_sample import sample_service
from tests.libs.chassis.sealing.world import KEY, OTHER_KEY, SealedWorld
from translog.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from translog.note import ED25519, SignerKey

THIRD = SignerKey(KEY.name, ED25519, bytes(range(2, 34)))


@dataclass
class Keys:
    """A world whose key is a file."""

    world: SealedWorld
    path: Path
    told: list[str] = field(default_factory=list)

    def ring(self) -> Ring:
        ring = Ring("sample", self.world.store, SignerKey.parse(self.path.read_text().strip()), self.path)
        ring.changed = lambda: self.told.append(str(ring.signer.verifier))
        ring.refresh()
        return ring

    def log(self, ring: Ring) -> SealedLog:
        return SealedLog(self.world.store, LocalTiles(self.world.folder), ring, self.world.clock)

    def record(self, event: KeyRotated) -> int:
        return self.world.store.submit(work(rotating(event))).result().position

    def signers(self) -> list[tuple[int, set[bytes]]]:
        """Size and ids of the keys that signed, of every checkpoint."""
        keys = self.ring().verifiers
        return [
            (one.size, {by.key_id for by in open_checkpoint(one.note, keys, KEY.name).signed})
            for one in self.world.store.checkpoints(0, 1000)
        ]


@pytest.fixture
def keys(make_store: MakeStore, database_url: str, clock: Clock, tmp_path: Path) -> Keys:
    world = SealedWorld(make_store(database_url, with_rotation(sample_service())), tmp_path / "tiles", clock)
    path = tmp_path / "sample.log.key"
    path.write_text(KEY.export() + "\n")
    return Keys(world, path)


def test_one_checkpoint_has_both_keys_and_those_after_it_the_new_one(keys: Keys) -> None:
    world = keys.world
    world.to(10)
    ring = keys.ring()
    log = keys.log(ring)
    log.seal()
    event = ring.prepare()
    assert ring.prepare().fresh == event.fresh  # kept before anything is recorded
    position = keys.record(event)
    world.to(position + 5)
    log.seal()
    fresh = ring.signer.verifier
    assert (str(fresh), str(KEY.verifier)) == (event.fresh, event.former)
    world.to(position + 20)
    log.seal()
    assert keys.signers() == [
        (10, {KEY.verifier.key_id}),
        (position + 5, {KEY.verifier.key_id, fresh.key_id}),
        (position + 20, {fresh.key_id}),
    ]
    assert ring.verifiers == [KEY.verifier, fresh]
    assert former_keys(keys.path) == [KEY.verifier]
    assert SignerKey.parse(keys.path.read_text().strip()).verifier == fresh
    assert keys.path.with_suffix(".vkey").read_text() == f"{fresh}\n"
    assert not keys.path.with_suffix(".next.key").exists()
    assert oct(keys.path.stat().st_mode & 0o777) == "0o600"
    assert keys.told[-1] == str(fresh)
    assert list(log.examine())[-1] == position + 20


def test_a_process_that_ends_in_between_goes_on(keys: Keys) -> None:
    world = keys.world
    world.to(10)
    ring = keys.ring()
    keys.log(ring).seal()
    position = keys.record(ring.prepare())
    fresh = SignerKey.parse(keys.path.with_suffix(".next.key").read_text().strip())
    # Signed by both, and the process ends before the new key takes the place of the former one.
    stale = Ring("sample", world.store, KEY, keys.path)
    stale.refresh()
    signers = stale.signers(10, position)
    assert {one.verifier.key_id for one in signers} == {KEY.verifier.key_id, fresh.verifier.key_id}
    again = keys.ring()
    keys.log(again).seal()
    assert again.signer == fresh
    other = keys.ring()
    world.to(position + 1)
    keys.log(other).seal()
    assert keys.signers()[-1] == (position + 1, {fresh.verifier.key_id})


def test_keys_follow_one_another(keys: Keys) -> None:
    ring = keys.ring()
    log = keys.log(ring)
    for _ in range(3):
        keys.world.write(3)
        keys.record(ring.prepare())
        log.seal()
    assert len(ring.verifiers) == 4
    assert former_keys(keys.path) == ring.verifiers[:-1]
    assert [len(ids) for _, ids in keys.signers()] == [2, 2, 2]
    assert ring.at(1) == KEY.verifier


def test_a_change_that_is_not_finished_is_not_followed_by_another(keys: Keys) -> None:
    ring = keys.ring()
    keys.record(ring.prepare())
    with pytest.raises(RotationRefused, match="waits"):
        ring.prepare()


def test_another_key_than_the_present_one_names_no_successor(keys: Keys) -> None:
    ring = keys.ring()
    keys.record(ring.prepare())
    with pytest.raises(RotationRefused):
        keys.record(rotation_of("sample", OTHER_KEY, THIRD, 0, bytes(32)))


@pytest.mark.parametrize("field", ["by_former", "by_fresh", "size", "root", "fresh"])
def test_a_change_that_both_did_not_sign_is_none(keys: Keys, field: str) -> None:
    event = rotation_of("sample", KEY, OTHER_KEY, 0, bytes(32))
    other = rotation_of("sample", KEY, THIRD, 7, bytes(range(32)))
    keys.record(event.model_copy(update={field: getattr(other, field)}))
    rows = keys.world.store.read_aggregate(keys_of("sample"))
    assert len(rows) == 1
    assert rotations(KEY.name, rows) == []
    ring = keys.ring()
    keys.log(ring).seal()
    assert ring.signer == KEY
    assert ring.verifiers == [KEY.verifier]


def test_a_change_of_another_log_is_none(keys: Keys) -> None:
    keys.record(rotation_of("sample", KEY, OTHER_KEY, 0, bytes(32)))
    rows = keys.world.store.read_aggregate(keys_of("sample"))
    assert [one.fresh for one in chain(KEY.verifier, rotations(KEY.name, rows))] == [OTHER_KEY.verifier]
    assert chain(THIRD.verifier, rotations(KEY.name, rows)) == []
    assert rotations("other/sample/e1", rows) == []


def test_a_checkpoint_of_the_former_key_after_the_change_is_refused(keys: Keys) -> None:
    ring = keys.ring()
    log = keys.log(ring)
    position = keys.record(ring.prepare())
    log.seal()
    newest = keys.world.store.checkpoint()
    assert newest is not None
    assert newest.size == position
    forged = sign_checkpoint(Checkpoint(KEY.name, newest.size, newest.root), [KEY])
    with pytest.raises(CheckpointDiffers):
        log.check(newest._replace(note=forged))
