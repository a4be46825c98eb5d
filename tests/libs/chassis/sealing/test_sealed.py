"""A log is sealed: what lies in the tiles, what was signed, and what stands in the rows is the same, whatever interrupted."""

from pathlib import Path
from threading import Thread

import pytest
from obstore.store import MemoryStore

from chassis.sealing import CheckpointDiffers, LocalTiles, ObjectTiles, SealedLog, StoreDiffers, StoreShorter, TilesDiffer
from chassis.sealing.refusals import SealRefused
from chassis.store.contract import OutOfOrder, SealedTree
from testkit.conformance.store import MakeStore
from tests.libs.chassis.sealing.conftest import MakeWorld
from tests.libs.chassis.sealing.world import KEY, OTHER_KEY, Countdown, FragileTiles, Killed, SealedWorld, Spoil, change, flip
from translog.checkpoint import Checkpoint, cosign, sign_checkpoint
from translog.note import COSIGNATURE, SignerKey
from translog.tile import Bundle, Tile

SIZES = [1, 2, 3, 200, 255, 256, 257, 300, 511, 512, 513, 1100]


def test_every_checkpoint_is_of_the_rows_and_the_tiles(world: SealedWorld) -> None:
    log = world.log()
    for size in SIZES:
        world.to(size)
        assert log.seal() == 0
        assert world.verify() == log.size == size
    assert [one.size for one in world.store.checkpoints(0, 100)] == SIZES
    assert all(one.root == world.root(one.size) for one in world.store.checkpoints(0, 100))
    assert world.store.tracked("sealer") == SIZES[-1]


def test_nothing_recorded_signs_nothing(make_store: MakeStore, database_url: str, tmp_path: Path) -> None:
    store = make_store(database_url)
    log = SealedLog(store, LocalTiles(tmp_path / "tiles"), KEY, store._ground.clock)
    assert log.seal() == 0
    assert store.checkpoint() is None
    assert not (tmp_path / "tiles" / "checkpoint").exists()


def test_the_same_again_signs_nothing(world: SealedWorld) -> None:
    world.to(10)
    world.seal()
    before = world.store.checkpoints(0, 10)
    world.seal()
    assert world.store.checkpoints(0, 10) == before


def test_a_checkpoint_has_business_time(world: SealedWorld) -> None:
    world.clock.move(days=100)
    world.seal()
    newest = world.store.checkpoint()
    assert newest is not None
    assert abs((newest.at - world.clock()).total_seconds()) < 1


def test_a_long_log_is_sealed_in_parts(small: SealedWorld) -> None:
    small.to(5000)
    log = small.log()
    assert log.seal() == 5000 - 4096
    assert small.verify() == 4096
    assert log.seal() == 0
    assert small.verify() == 5000


def test_a_process_that_starts_goes_on_where_the_last_one_stopped(world: SealedWorld) -> None:
    for size in (5, 256, 700, 1024):
        world.to(size)
        world.seal()
        assert world.verify() == size


def test_partial_tiles_go_when_they_are_full(world: SealedWorld) -> None:
    log = world.log()
    for size in (100, 200, 300, 520):
        world.to(size)
        log.seal()
    partial = [path for path in world.files() if ".p/" in path]
    assert sorted(partial) == ["tile/0/002.p/8", "tile/1/000.p/1", "tile/1/000.p/2", "tile/entries/002.p/8"]


def test_two_orders_of_sealing_give_the_same_tiles(make_world: MakeWorld, world: SealedWorld, tmp_path: Path) -> None:
    world.to(600)
    world.seal()
    other = SealedWorld(world.store, tmp_path / "again", world.clock)
    frontier_only = LocalTiles(other.folder)
    other.store = world.store
    tiles = dict(world.files())
    # Without its tiles a log is read from the beginning, and gives the same ones.
    log = other.log(frontier_only)
    log.join()
    again = {path: data for path, data in other.files().items() if not path.startswith(".incoming")}
    assert again == tiles


def test_killed_at_every_step(world: SealedWorld) -> None:
    """However often the process ends, at whatever step, the log ends at the same root, and no size has two."""
    step = 0
    while True:
        world.write(100)
        killed = False
        try:
            world.log(FragileTiles(LocalTiles(world.folder), Countdown(step))).seal()
        except Killed:
            killed = True
        before = world.store.checkpoint()
        assert before is None or before.root == world.root(before.size)
        world.write(1)  # life goes on before somebody starts it again
        world.seal()
        assert world.verify() == world.store.head().position
        if not killed:
            break
        step += 1
    assert step > 15


def test_killed_between_the_commit_and_what_follows(world: SealedWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    seal = world.store.seal

    def last(*given: object) -> SealedTree:
        seal(*given)  # type: ignore[arg-type] # as they came
        raise Killed

    world.to(30)
    monkeypatch.setattr(world.store, "seal", last)
    with pytest.raises(Killed):
        world.log().seal()
    monkeypatch.undo()
    assert not (world.folder / "checkpoint").exists()
    world.seal()
    assert world.verify() == 30
    assert [one.size for one in world.store.checkpoints(0, 10)] == [30]


def test_killed_before_the_commit_signs_the_same_root_again(world: SealedWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    world.to(30)
    monkeypatch.setattr(world.store, "seal", lambda *given: (_ for _ in ()).throw(Killed()))
    with pytest.raises(Killed):
        world.log().seal()
    monkeypatch.undo()
    left = world.files()
    world.seal()
    assert {path: world.files()[path] for path in left} == left
    assert world.verify() == 30


# --- two sealers -----------------------------------------------------------------------------------------------------


def test_a_sealer_that_lost_its_lease_signs_nothing_more(world: SealedWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first is held up in front of its commit; the second seals meanwhile, further."""
    signed: list[int] = []
    first, second = world.log(), world.log()
    world.to(20)
    seal = world.store.seal

    def held_up(base: int, size: int, root: bytes, at: object, sign: object) -> SealedTree:
        monkeypatch.undo()
        world.to(25)
        second.seal()
        signed.append(second.size)
        return seal(base, size, root, at, sign)  # type: ignore[arg-type] # as they came

    monkeypatch.setattr(world.store, "seal", held_up)
    with pytest.raises(OutOfOrder):
        first.seal()
    assert signed == [25]
    assert [one.size for one in world.store.checkpoints(0, 10)] == [25]
    assert first.seal() == 0  # it looks afresh, and agrees
    assert world.verify() == 25


def test_many_sealers_at_once_keep_one_line(world: SealedWorld, make_world: MakeWorld, database_url: str) -> None:
    others = [make_world(database_url) for _ in range(3)]
    failures: list[BaseException] = []

    def keep_sealing(one: SealedWorld) -> None:
        log = one.log()
        for _ in range(30):
            try:
                log.seal()
            except (OutOfOrder, OSError):
                continue
            except BaseException as error:  # noqa: BLE001 - it is the test's to judge
                failures.append(error)
                return

    threads = [Thread(target=keep_sealing, args=(one,)) for one in others]
    for thread in threads:
        thread.start()
    for _ in range(40):
        world.write(9)
    for thread in threads:
        thread.join()
    assert failures == []
    world.seal()
    world.verify()
    for one in world.store.checkpoints(0, 1000):
        assert one.root == world.root(one.size)


def test_the_store_never_goes_back(world: SealedWorld) -> None:
    world.to(10)
    world.seal()
    for base, size in ((0, 5), (0, 11), (10, 10), (10, 9), (11, 12)):
        with pytest.raises(OutOfOrder):
            world.store.seal(base, size, bytes(32), world.clock(), lambda: pytest.fail("nothing may be signed"))
    assert [one.size for one in world.store.checkpoints(0, 10)] == [10]


def test_a_database_of_an_earlier_version_gets_checkpoints(make_world: MakeWorld, world: SealedWorld, database_url: str) -> None:
    with world.store._database.writing() as session:
        session.run("DROP TABLE checkpoints")
        session.run("DROP TABLE forks")
        session.run("DROP TABLE former_checkpoints")
        session.run("UPDATE schema_version SET version = '2' WHERE component = 'store'")
    newer = make_world(database_url)
    newer.store.check()
    newer.seal()
    assert newer.verify() == 1


def test_cosignatures_are_kept_beside(world: SealedWorld) -> None:
    world.seal()
    assert world.store.cosign(1, b"note with cosignatures")
    assert not world.store.cosign(2, b"of nothing")
    newest = world.store.checkpoint()
    assert newest is not None
    assert newest.cosigned == b"note with cosignatures"


def test_a_checkpoint_that_was_taken_away_is_shown_again(world: SealedWorld) -> None:
    world.to(9)
    log = world.log()
    for size in (9, 12):
        world.to(size)
        log.seal()
    older = world.store.checkpoints(0, 1)[0].note
    (world.folder / "checkpoint").unlink()
    log.seal()
    assert world.verify() == 12
    (world.folder / "checkpoint").write_bytes(older)  # as a process that was held up may write it
    log.seal()
    assert world.verify() == 12


def test_what_witnesses_added_to_the_shown_checkpoint_stays(world: SealedWorld) -> None:
    world.to(9)
    log = world.log()
    log.seal()
    witness = SignerKey("test/witness/audit", COSIGNATURE, bytes(range(2, 34)))
    newest = world.store.checkpoint()
    assert newest is not None
    cosigned = newest.note + cosign(world.shown, witness, 1_772_400_000).line.encode()
    (world.folder / "checkpoint").write_bytes(cosigned)
    log.seal()
    world.log().seal()
    assert (world.folder / "checkpoint").read_bytes() == cosigned
    assert world.shown.size == 9


# --- what somebody changed -------------------------------------------------------------------------------------------


def _delete_tail(world: SealedWorld) -> None:
    change(world.store, "DELETE FROM stored_events WHERE notification_id = 300")
    change(world.store, "UPDATE log_head SET position = 299")


def _other_state(world: SealedWorld, position: int) -> None:
    state = world.store.read(position - 1, 1)[0].state
    at = state.index(b'"at":"2026-') + len('"at":"2026-03-02T01:00:00.')
    digit = bytes([state[at] ^ 1])
    change(
        world.store, "UPDATE stored_events SET state = ? WHERE notification_id = ?", state[:at] + digit + state[at + 1 :], position
    )


def _row_of_checkpoint(world: SealedWorld, column: str, value: object) -> None:
    change(world.store, f"UPDATE checkpoints SET {column} = ? WHERE size = 300", value)


def _delete_checkpoint(world: SealedWorld) -> None:
    change(world.store, "DELETE FROM checkpoints WHERE size = 300")


def _older_everything(world: SealedWorld) -> None:
    _delete_checkpoint(world)
    change(world.store, "UPDATE tracking SET position = 280 WHERE follower = 'sealer'")
    with world.store._database.writing() as session:
        session.run("DELETE FROM stored_events WHERE notification_id > 290")
        session.run("UPDATE log_head SET position = 290")


def _foreign_note(world: SealedWorld) -> None:
    note = sign_checkpoint(Checkpoint(KEY.name, 300, world.root(300)), [OTHER_KEY])
    _row_of_checkpoint(world, "note", note)


def _other_root_shown(world: SealedWorld) -> None:
    (world.folder / "checkpoint").write_bytes(sign_checkpoint(Checkpoint(KEY.name, 300, bytes(32)), [KEY]))


def _never_sealed_shown(world: SealedWorld) -> None:
    (world.folder / "checkpoint").write_bytes(sign_checkpoint(Checkpoint(KEY.name, 299, world.root(299)), [KEY]))


AT_ONCE: dict[str, tuple[Spoil, type[SealRefused]]] = {
    "row lost at the end": (_delete_tail, StoreShorter),
    "database of yesterday": (_older_everything, StoreShorter),
    "newest row changed": (lambda world: _other_state(world, 300), StoreDiffers),
    "row of the last bundle changed": (lambda world: _other_state(world, 270), StoreDiffers),
    "row moved to another aggregate": (
        lambda world: change(world.store, "UPDATE stored_events SET originator_id = ? WHERE notification_id = 290", "e" * 32),
        StoreDiffers,
    ),
    "edge of the tree changed": (lambda world: flip(world.folder / Tile(0, 1, 44).path), TilesDiffer),
    "upper edge changed": (lambda world: flip(world.folder / Tile(1, 0, 1).path), TilesDiffer),
    "edge cut": (lambda world: (world.folder / Tile(0, 1, 44).path).write_bytes(b"short"), TilesDiffer),
    "last bundle changed": (lambda world: flip(world.folder / Bundle(1, 44).path, 40), TilesDiffer),
    "last bundle cut": (lambda world: (world.folder / Bundle(1, 44).path).write_bytes(b"\0"), TilesDiffer),
    "checkpoint deleted": (_delete_checkpoint, CheckpointDiffers),
    "checkpoint with another root": (lambda world: _row_of_checkpoint(world, "root", bytes(32)), CheckpointDiffers),
    "checkpoint of another key": (_foreign_note, CheckpointDiffers),
    "checkpoint with another text": (lambda world: _row_of_checkpoint(world, "note", b"nothing"), CheckpointDiffers),
    "shown checkpoint changed": (lambda world: flip(world.folder / "checkpoint", 60), CheckpointDiffers),
    "shown checkpoint with another root": (_other_root_shown, CheckpointDiffers),
    "shown checkpoint that was never sealed": (_never_sealed_shown, CheckpointDiffers),
}


@pytest.mark.parametrize("what", AT_ONCE)
def test_what_was_changed_is_found_at_start(what: str, world: SealedWorld) -> None:
    spoil, refusal = AT_ONCE[what]
    _sealed_in_two(world)
    before = world.store.checkpoints(0, 100)
    spoil(world)
    log = world.log()
    with pytest.raises(refusal) as caught:
        log.seal()
    assert caught.value.text("zh") != caught.value.text("en")
    with pytest.raises(refusal):
        log.seal()  # nor the second time
    assert [one.size for one in world.store.checkpoints(0, 100)] in ([280, 300], [280])
    assert len(before) == 2


def _sealed_in_two(world: SealedWorld) -> None:
    world.to(280)
    world.seal()
    world.to(300)
    world.seal()


DEEP: dict[str, tuple[Spoil, type[SealRefused], str]] = {
    "old row": (lambda world: _other_state(world, 17), StoreDiffers, "17"),
    "old row deleted": (lambda w: change(w.store, "DELETE FROM stored_events WHERE notification_id = 17"), StoreDiffers, "17"),
    "old tile": (lambda world: flip(world.folder / Tile(0, 0).path, 99), TilesDiffer, "tile/0/000"),
    "old tile deleted": (lambda world: (world.folder / Tile(0, 0).path).unlink(), TilesDiffer, "tile/0/000"),
    "old bundle": (lambda world: flip(world.folder / Bundle(0).path, 999), TilesDiffer, "tile/entries/000"),
    "old checkpoint": (
        lambda world: change(world.store, "UPDATE checkpoints SET root = ? WHERE size = 280", bytes(32)),
        CheckpointDiffers,
        "280",
    ),
    "old row and its tiles": (lambda world: _consistently(world, 17), StoreDiffers, ""),
}


def _consistently(world: SealedWorld, position: int) -> None:
    """A row together with all tiles that follow from it: only what was signed tells."""
    _other_state(world, position)
    forged = SealedWorld(world.store, world.folder.with_name("forged"), world.clock)
    change(world.store, "DELETE FROM checkpoints WHERE size = 280")
    note = world.store.checkpoint()
    assert note is not None
    change(world.store, "DELETE FROM checkpoints WHERE size = 300")
    change(world.store, "UPDATE tracking SET position = 0 WHERE follower = 'sealer'")
    forged.seal()
    for path in (Bundle(0).path, Tile(0, 0).path):
        (world.folder / path).write_bytes((forged.folder / path).read_bytes())
    change(world.store, "UPDATE checkpoints SET root = ? , note = ? WHERE size = 300", note.root, note.note)


@pytest.mark.parametrize("what", DEEP)
def test_what_was_changed_long_ago_is_found_by_examination(what: str, world: SealedWorld) -> None:
    spoil, refusal, where = DEEP[what]
    _sealed_in_two(world)
    assert list(world.log().examine()) == [300]
    spoil(world)
    with pytest.raises(refusal) as caught:
        list(world.log().examine())
    assert where in caught.value.text("en")


def test_a_lost_folder_is_made_again(world: SealedWorld) -> None:
    _sealed_in_two(world)
    files = {path: data for path, data in world.files().items() if ".p/" not in path}
    world.folder.rename(world.folder.with_name("away"))
    world.seal()
    assert world.verify() == 300
    assert {path: data for path, data in world.files().items() if ".p/" not in path} == files


def test_a_lost_folder_hides_no_changed_row(world: SealedWorld) -> None:
    _sealed_in_two(world)
    _other_state(world, 17)
    world.folder.rename(world.folder.with_name("away"))
    with pytest.raises(StoreDiffers):
        world.log().seal()


def test_a_tile_that_is_not_what_was_written_is_not_signed(small: SealedWorld) -> None:
    class Lying(LocalTiles):
        def write(self, files: object) -> None:
            super().write({path: bytes(len(data)) for path, data in files.items()})  # type: ignore[attr-defined]

    small.to(20)
    with pytest.raises(TilesDiffer):
        small.log(Lying(small.folder)).seal()
    assert small.store.checkpoint() is None


def test_a_foreign_event_is_not_sealed(small: SealedWorld) -> None:
    small.to(5)
    state = small.store.read(4, 1)[0].state.replace(b"test/sample/e1", b"test/sample/e2")
    change(small.store, "UPDATE stored_events SET state = ? WHERE notification_id = 5", state)
    with pytest.raises(StoreDiffers, match="position 5"):
        small.log().seal()
    assert small.store.checkpoint() is None


def test_a_key_of_another_log_is_refused(small: SealedWorld) -> None:
    with pytest.raises(ValueError, match="test/other/e1"):
        small.log(key=SignerKey("test/other/e1", 1, bytes(32)))


def test_another_key_does_not_take_over(world: SealedWorld) -> None:
    world.seal()
    world.write(1)
    with pytest.raises(CheckpointDiffers):
        world.log(key=OTHER_KEY).seal()


def test_the_same_in_an_object_store(small: SealedWorld) -> None:
    tiles = ObjectTiles(MemoryStore())
    for size in (100, 300, 520):
        small.to(size)
        assert small.log(tiles).seal() == 0
    small.seal()  # beside it the same log in a folder
    names = ["tile/0/002.p/8", "tile/1/000.p/2", "tile/entries/001", "checkpoint"]
    assert [tiles.read(name) for name in names] == [small.files()[name] for name in names]
    assert tiles.read("tile/0/001.p/44") is None
    assert tiles.read("tile/0/000") is not None
