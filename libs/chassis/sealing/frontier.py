"""The right edge of a growing tree: what is needed to go on, and the tiles that fall off it."""

from collections.abc import Iterator, Sequence

from translog.merkle import CompactTree, leaf_hash, root_of
from translog.tile import HEIGHT, WIDTH, Bundle, Tile, TileReader, encode_bundle, split_tile

_MASK = WIDTH - 1


class Frontier:
    """A tree of `size` leaves, of which only the unfinished tile of each level and the unfinished bundle are kept.

    Args:
        edges: hashes of the unfinished tile of each level, lowest first; entries: of the unfinished bundle.
    """

    def __init__(self, size: int = 0, edges: Sequence[Sequence[bytes]] = (), entries: Sequence[bytes] = ()) -> None:
        self._edges = [list(edge) for edge in edges]
        self._entries = list(entries)
        self._full: dict[str, bytes] = {}
        self.tree = CompactTree(size, _peaks(self._edges))

    @property
    def size(self) -> int:
        """Number of leaves."""
        return self.tree.size

    def root(self) -> bytes:
        """Root at the present size."""
        return self.tree.root()

    def append(self, entry: bytes) -> bytes:
        """Add an entry; its leaf hash."""
        leaf = leaf_hash(entry)
        self.tree.append(leaf)
        self._entries.append(entry)
        if len(self._entries) == WIDTH:
            self._full[Bundle(self.size // WIDTH - 1).path] = encode_bundle(self._entries)
            self._entries = []
        level, hashed = 0, leaf
        while True:
            if level == len(self._edges):
                self._edges.append([])
            edge = self._edges[level]
            edge.append(hashed)
            if len(edge) < WIDTH:
                return leaf
            self._full[Tile(level, (self.size >> HEIGHT * (level + 1)) - 1).path] = b"".join(edge)
            hashed = root_of(edge)
            edge.clear()
            level += 1

    def take(self) -> dict[str, bytes]:
        """The full tiles and bundles that were finished since the last call, by path."""
        full, self._full = self._full, {}
        return full

    def partials(self, since: int = 0) -> dict[str, bytes]:
        """The unfinished tiles and bundle that a tree of `since` leaves did not have like this, by path; greater than it."""
        found = {Bundle(self.size // WIDTH, len(self._entries)).path: encode_bundle(self._entries)} if self._entries else {}
        for level, edge in enumerate(self._edges):
            if edge and self.size >> HEIGHT * level > since >> HEIGHT * level:
                found[Tile(level, self.size >> HEIGHT * (level + 1), len(edge)).path] = b"".join(edge)
        return found


def edges(size: int, read: TileReader) -> Iterator[list[bytes]]:
    """The hashes of the unfinished tile of each level of a tree, from its tiles, lowest level first."""
    level = 0
    while count := size >> HEIGHT * level:
        tile = Tile(level, count >> HEIGHT, count & _MASK or WIDTH)
        yield split_tile(read(tile), tile.width, tile.path) if count & _MASK else []
        level += 1


def _peaks(edges: Sequence[Sequence[bytes]]) -> list[bytes]:
    found = []
    for edge in reversed(edges):
        start = 0
        for bit in reversed(range(HEIGHT)):
            if len(edge) >> bit & 1:
                found.append(root_of(edge[start : start + (1 << bit)]))
                start += 1 << bit
    return found
