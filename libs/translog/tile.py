"""Tiles (C2SP tlog-tiles): a tree and its entries as static files of 256 hashes or entries each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from translog.errors import TileMalformed
from translog.merkle import HASH_SIZE, NodeReader, root_of

HEIGHT = 8
"""Levels of the tree that one tile spans."""

WIDTH = 1 << HEIGHT
"""Hashes of a full tile."""

MAX_LEVEL = 63

_PATH = re.compile(r"tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?")

type TileReader = Callable[[Tile], bytes]
"""Bytes of a tile: `width` hashes of 32 bytes."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile by level (from 0), index in its level, and width: 256 when full, 1 to 255 when partial."""

    level: int
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """`tile/<level>/<index>[.p/<width>]`."""
        return _path(str(self.level), self.index, self.width)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle of entries: those below the level-0 tile of the same index and width."""

    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """`tile/entries/<index>[.p/<width>]`."""
        return _path("entries", self.index, self.width)


def _path(kind: str, index: int, width: int) -> str:
    if index < 0 or not 1 <= width <= WIDTH:
        raise TileMalformed(f"tile/{kind}/{index}", why="index or width is out of range")
    groups = [f"{index % 1000:03d}"]
    while index := index // 1000:
        groups.append(f"x{index % 1000:03d}")
    return f"tile/{kind}/{'/'.join(reversed(groups))}" + (f".p/{width}" if width < WIDTH else "")


def parse_path(path: str) -> Tile | Bundle:
    """Read a path in its one form; raises `TileMalformed`."""
    found = _PATH.fullmatch(path)
    if found is None:
        raise TileMalformed(path, why="not a tile path")
    kind, groups, partial = found.groups()
    index = int(groups.replace("x", "").replace("/", ""))
    width = int(partial) if partial else WIDTH
    tile = Bundle(index, width) if kind == "entries" else Tile(int(kind), index, width)
    if (partial and width >= WIDTH) or (isinstance(tile, Tile) and tile.level > MAX_LEVEL) or tile.path != path:
        raise TileMalformed(path, why="not the one form of a tile path")
    return tile


def tile_width(level: int, index: int, size: int) -> int:
    """Width of a tile in the tree of `size` leaves; 0 when the tree does not have it."""
    return max(0, min(WIDTH, (size >> HEIGHT * level) - index * WIDTH))


def tiles(size: int, since: int = 0) -> Iterator[Tile]:
    """The tiles of the tree of `size` leaves that differ from or are missing in the tree of `since` leaves, lowest
    level first.
    """
    level = 0
    while (count := size >> HEIGHT * level) > 0:
        before = since >> HEIGHT * level
        if count > before:
            for index in range(before // WIDTH, (count + WIDTH - 1) // WIDTH):
                yield Tile(level, index, min(WIDTH, count - index * WIDTH))
        level += 1


def bundles(size: int, since: int = 0) -> Iterator[Bundle]:
    """The entry bundles of the tree of `size` leaves that differ from those of the tree of `since` leaves."""
    for index in range(since // WIDTH, (size + WIDTH - 1) // WIDTH):
        if (width := min(WIDTH, size - index * WIDTH)) > 0 and size > since:
            yield Bundle(index, width)


def split_tile(data: bytes, width: int, where: str = "tile") -> list[bytes]:
    """The hashes of a tile; refuses (`TileMalformed`) another length than `width` · 32 bytes."""
    if len(data) != width * HASH_SIZE:
        raise TileMalformed(where, why=f"{len(data)} bytes instead of {width * HASH_SIZE}")
    return [data[i : i + HASH_SIZE] for i in range(0, len(data), HASH_SIZE)]


def node_reader(size: int, read: TileReader) -> NodeReader:
    """Read the nodes of the tree of `size` leaves from its tiles: what proofs are made of."""

    def node(level: int, index: int) -> bytes:
        tile_level, height = divmod(level, HEIGHT)
        first = index << height
        tile_index, offset = divmod(first, WIDTH)
        width = tile_width(tile_level, tile_index, size)
        if offset + (1 << height) > width:
            raise TileMalformed(f"tile/{tile_level}/{tile_index}", why=f"a tree of {size} leaves has no such node")
        tile = Tile(tile_level, tile_index, width)
        hashes = split_tile(read(tile), width, tile.path)
        return root_of(hashes[offset : offset + (1 << height)])

    return node


def encode_bundle(entries: Sequence[bytes]) -> bytes:
    """Entries of a bundle, each after its length in 2 bytes (big-endian)."""
    if any(len(entry) > 0xFFFF for entry in entries):
        raise TileMalformed("entry bundle", why="an entry is longer than 65535 bytes")
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def decode_bundle(data: bytes, width: int, where: str = "entry bundle") -> list[bytes]:
    """The `width` entries of a bundle; refuses (`TileMalformed`) cut or left-over bytes."""
    entries: list[bytes] = []
    start = 0
    while start < len(data):
        end = start + 2 + int.from_bytes(data[start : start + 2], "big")
        if start + 2 > len(data) or end > len(data):
            raise TileMalformed(where, why="it is cut")
        entries.append(data[start + 2 : end])
        start = end
    if len(entries) != width:
        raise TileMalformed(where, why=f"{len(entries)} entries instead of {width}")
    return entries
