"""Tiles: their paths, which a tree has, and proofs made from them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translog.errors import TileMalformed
from translog.merkle import (
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    root_of,
    subtree_hash,
    verify_consistency,
    verify_inclusion,
)
from translog.tile import Bundle, Tile, bundles, decode_bundle, encode_bundle, node_reader, parse_path, tile_width, tiles

LEAVES = [leaf_hash(number.to_bytes(4, "big")) for number in range(70_000)]


@pytest.fixture(scope="module")
def stored() -> dict[str, bytes]:
    """Tiles of a tree of 70,000 leaves by path."""
    made: dict[str, bytes] = {}
    level = LEAVES
    for number in range(3):
        for start in range(0, len(level), 256):
            part = level[start : start + 256]
            made[Tile(number, start // 256, len(part)).path] = b"".join(part)
        level = [root_of(level[start : start + 256]) for start in range(0, len(level) - 255, 256)]
    return made


def test_paths_of_the_specification() -> None:
    assert Tile(0, 1_234_067).path == "tile/0/x001/x234/067"
    assert Tile(1, 0, 17).path == "tile/1/000.p/17"
    assert Bundle(1_000, 255).path == "tile/entries/x001/000.p/255"
    assert Tile(63, 10**9).path == "tile/63/x001/x000/x000/000"


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 63), st.integers(0, 10**13), st.integers(1, 256), st.booleans())
def test_paths_read_back(level: int, index: int, width: int, entries: bool) -> None:
    tile = Bundle(index, width) if entries else Tile(level, index, width)
    assert parse_path(tile.path) == tile


@pytest.mark.parametrize(
    "path",
    [
        "tile/0/0",
        "tile/00/000",
        "tile/64/000",
        "tile/0/1000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/x001",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/1000",
        "tile/0/000.p",
        "tile/0/000/",
        "tile/data/000",
        "/tile/0/000",
        "tile/0/000\n",
        "tile/0/٠٠٠",
    ],
)
def test_other_paths_are_refused(path: str) -> None:
    with pytest.raises(TileMalformed):
        parse_path(path)


def test_impossible_tiles_have_no_path() -> None:
    for tile in (Tile(0, -1), Tile(0, 0, 0), Tile(0, 0, 257)):
        with pytest.raises(TileMalformed):
            _ = tile.path


def test_the_tiles_of_seventy_thousand_leaves(stored: dict[str, bytes]) -> None:
    paths = [tile.path for tile in tiles(70_000)]
    assert paths == list(stored)
    assert paths[273:] == ["tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"]
    assert [tile.path for tile in tiles(256)] == ["tile/0/000", "tile/1/000.p/1"]
    assert list(tiles(0)) == []


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 70_000), st.integers(0, 600))
def test_growth_writes_exactly_what_is_new(since: int, more: int) -> None:
    size = since + more
    before, after = set(tiles(since)), set(tiles(size))
    assert set(tiles(size, since)) == after - before
    assert set(bundles(size, since)) == {Bundle(t.index, t.width) for t in after - before if t.level == 0}
    assert all(tile_width(tile.level, tile.index, size) == tile.width for tile in after)


def test_proofs_from_tiles(stored: dict[str, bytes]) -> None:
    read = node_reader(70_000, lambda tile: stored[tile.path])
    root = root_of(LEAVES)
    assert subtree_hash(0, 70_000, read) == root
    for index in (0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999):
        verify_inclusion(LEAVES[index], index, 70_000, inclusion_proof(index, 70_000, read), root)
    for size in (1, 255, 256, 257, 65_536, 69_888, 69_999, 70_000):
        verify_consistency(size, 70_000, root_of(LEAVES[:size]), root, consistency_proof(size, 70_000, read))


def test_a_cut_tile_is_refused(stored: dict[str, bytes]) -> None:
    read = node_reader(70_000, lambda tile: stored[tile.path][:-1])
    with pytest.raises(TileMalformed):
        read(0, 0)
    with pytest.raises(TileMalformed):
        node_reader(300, lambda tile: stored[tile.path])(0, 300)


def test_bundles_read_back_and_cuts_are_refused() -> None:
    entries = [b"", b"a", b"x" * 2048]
    data = encode_bundle(entries)
    assert decode_bundle(data, 3) == entries
    for changed, width in ((data, 2), (data, 4), (data[:-1], 3), (data + b"\x00", 3), (b"\x00", 1), (b"", 1)):
        with pytest.raises(TileMalformed):
            decode_bundle(changed, width)
    with pytest.raises(TileMalformed):
        encode_bundle([b"x" * 65_536])
