"""Tiles in a folder and in an object store: whole under their names, read back by anybody who knows the format."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obstore.store import MemoryStore

from chassis.refusals import NotReadable
from chassis.sealing import LocalTiles, Missing, ObjectTiles, TileStore, entries_of, hashes_of, open_tiles
from chassis.sealing.frontier import Frontier, edges
from tests.libs.chassis.sealing.world import SealedWorld
from translog.errors import TileMalformed
from translog.merkle import consistency_proof, inclusion_proof, leaf_hash, root_of, verify_consistency, verify_inclusion
from translog.tile import Bundle, Tile, bundles, node_reader, tiles

FULL, PARTIAL = Tile(0, 0).path, Tile(0, 0, 3).path


@pytest.fixture(params=["folder", "objects"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> TileStore:
    return open_tiles(f"file://{tmp_path}/some%20tiles") if request.param == "folder" else ObjectTiles(MemoryStore())


def test_what_is_written_is_read(store: TileStore) -> None:
    store.write({PARTIAL: b"abc", FULL: b"xyz", "checkpoint": b"one"})
    store.write({"checkpoint": b"another"})
    assert [store.read(path) for path in (PARTIAL, FULL, "checkpoint", "tile/9/000")] == [b"abc", b"xyz", b"another", None]


def test_partial_tiles_are_dropped_and_nothing_else(store: TileStore) -> None:
    other = Tile(0, 1, 3).path
    store.write({PARTIAL: b"abc", Tile(0, 0, 9).path: b"abcdefghi", FULL: b"xyz", other: b"abc"})
    store.drop_partials(FULL)
    store.drop_partials(FULL)
    store.clean()
    assert [store.read(path) for path in (PARTIAL, Tile(0, 0, 9).path, FULL, other)] == [None, None, b"xyz", b"abc"]


def test_a_partial_tile_that_is_gone_is_the_beginning_of_the_full_one(store: TileStore) -> None:
    frontier = Frontier()
    entries = [bytes([n]) * n for n in range(256)]
    for entry in entries:
        frontier.append(entry)
    store.write(frontier.take() | frontier.partials())
    assert hashes_of(store)(Tile(0, 0, 7)) == b"".join(map(leaf_hash, entries[:7]))
    assert entries_of(store, Bundle(0, 7)) == entries[:7]
    for missing in (Tile(0, 1, 7), Tile(0, 1), Tile(2, 0, 1)):
        with pytest.raises(Missing):
            hashes_of(store)(missing)
    for bundle in (Bundle(1, 3), Bundle(1)):
        with pytest.raises(Missing):
            entries_of(store, bundle)
    store.write({Bundle(1, 3).path: b"\0"})
    with pytest.raises(TileMalformed):
        entries_of(store, Bundle(1, 3))


def test_a_write_that_failed_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local = LocalTiles(tmp_path)
    local.write({FULL: b"old"})

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        local.write({FULL: b"new"})
    monkeypatch.undo()
    assert local.read(FULL) == b"old"
    local.clean()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tile"]


def test_every_file_and_its_folder_reach_the_disk_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file before its name, the name before the call returns, and the names of new folders too."""
    seen: list[str] = []
    sync, replace = os.fsync, os.replace

    def synced(descriptor: int) -> None:
        seen.append(f"sync {Path(f'/proc/self/fd/{descriptor}').readlink().relative_to(tmp_path)}")
        sync(descriptor)

    def renamed(source: str, target: str) -> None:
        seen.append(f"name {Path(target).relative_to(tmp_path)}")
        replace(source, target)

    local = LocalTiles(tmp_path)
    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", renamed)
    local.write({PARTIAL: b"abc"})
    monkeypatch.undo()
    assert seen[0].startswith("sync .incoming/")
    assert seen[1] == f"name {PARTIAL}"
    assert set(seen[2:]) == {f"sync {folder}" for folder in (".", "tile", "tile/0", "tile/0/000.p")}


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotReadable):
        open_tiles(f"file://{tmp_path}/file/tiles")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=6))
def test_a_frontier_gives_the_tiles_that_the_format_names(steps: list[int]) -> None:
    """Whatever the steps, what fell off and what remains are the tiles that differ, and the tree is the one of all leaves."""
    frontier, leaves = Frontier(), list[bytes]()
    kept: dict[str, bytes] = {}

    def read(tile: Tile) -> bytes:
        return kept[tile.path]

    for step in steps:
        since = frontier.size
        leaves += [frontier.append(f"entry {n}".encode()) for n in range(since, since + step)]
        made = frontier.take() | frontier.partials(since)
        assert set(made) == {piece.path for piece in (*tiles(frontier.size, since), *bundles(frontier.size, since))}
        kept |= made
        assert frontier.root() == root_of(leaves)
        # What begins where the last one ended is the same.
        index, last = divmod(frontier.size, 256)
        entries = [f"entry {n}".encode() for n in range(index * 256, frontier.size)] if last else []
        again = Frontier(frontier.size, list(edges(frontier.size, read)), entries)
        assert (again.size, again.root(), again.partials()) == (frontier.size, frontier.root(), frontier.partials())
        frontier = again


def test_proofs_are_made_from_the_tiles_alone(small: SealedWorld) -> None:
    for size in (1, 255, 256, 300, 700):
        small.to(size)
        small.seal()
    shown, leaves = small.shown, small.leaves
    read = node_reader(shown.size, hashes_of(LocalTiles(small.folder)))
    for index in range(0, 700, 13):
        verify_inclusion(leaves[index], index, 700, inclusion_proof(index, 700, read), shown.root)
    for older in small.store.checkpoints(0, 10)[:-1]:
        verify_consistency(older.size, 700, older.root, shown.root, consistency_proof(older.size, 700, read))
