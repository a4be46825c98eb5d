"""Nodes of the trees of kept logs: the root of every full tile is hashed once, single leaves are read when a proof needs them."""

import threading
from collections.abc import Callable, Sequence
from functools import cache

from translog.merkle import NodeReader, root_of
from translog.tile import HEIGHT, WIDTH

_PAGE = 40 * WIDTH

Leaves = Callable[[str, int, int], Sequence[bytes]]
"""Leaf hashes of a log after a position, at most so many, in order."""


class Trees:
    """What proofs are made of; 32 bytes are kept in memory for 256 events.

    Args:
        leaves: reads the log; what it once gave for a full tile stays.
    """

    def __init__(self, leaves: Leaves) -> None:
        self._leaves = leaves
        self._roots: dict[str, list[bytes]] = {}
        self._turn = threading.Lock()

    def nodes(self, source: str, size: int) -> NodeReader:
        """The nodes of the tree of the first `size` events; where the log has fewer, they are of no tree that was signed."""
        roots = self._grown(source, size // WIDTH)

        @cache
        def tile(index: int) -> Sequence[bytes]:
            return self._leaves(source, index * WIDTH, min(WIDTH, size - index * WIDTH))

        @cache
        def node(level: int, index: int) -> bytes:
            if level >= HEIGHT:
                width = 1 << level - HEIGHT
                return root_of(roots[index * width : (index + 1) * width])
            which, offset = divmod(index << level, WIDTH)
            return root_of(tile(which)[offset : offset + (1 << level)])

        return node

    def _grown(self, source: str, tiles: int) -> list[bytes]:
        with self._turn:
            roots = self._roots.setdefault(source, [])
            while len(roots) < tiles:
                page = self._leaves(source, len(roots) * WIDTH, min(_PAGE, (tiles - len(roots)) * WIDTH))
                full = [page[start : start + WIDTH] for start in range(0, len(page) - WIDTH + 1, WIDTH)]
                if not full:
                    break
                roots += map(root_of, full)
            return roots[:tiles]
