"""What is proved before a root is signed, and what a whole log is examined for: rows, tiles and checkpoint say the same."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence

from chassis.sealing.frontier import Frontier
from chassis.sealing.refusals import StoreDiffers, StoreShorter, TilesDiffer
from chassis.sealing.tiles import TileStore, entries_of, hashes_of
from chassis.store.contract import SealedTree, Store, StoredRow
from translog.errors import TileMalformed, TranslogError
from translog.merkle import EMPTY_ROOT, HASH_SIZE, consistency_proof, leaf_hash, root_of, subtree_hash, verify_consistency
from translog.record import read_envelope, unpack
from translog.record.forks import Fork, source_at
from translog.tile import (
    HEIGHT,
    WIDTH,
    Bundle,
    Tile,
    TileReader,
    bundles,
    encode_bundle,
    node_reader,
    parse_path,
    split_tile,
    tiles,
)

PAGE = 1024
"""Most rows read at once."""


def entry_of(row: StoredRow, origin: str, position: int, forks: Sequence[Fork] = ()) -> bytes:
    """The log entry of a row: its envelope, when the row is that of `position` in the log `origin` with these forks.

    Raises:
        StoreDiffers: it is not, or is no event record.
    """
    where = f"position {position}"
    try:
        envelope, _ = unpack(row.state, where)
        head = read_envelope(envelope, where)
    except TranslogError as error:
        raise StoreDiffers(origin=origin, position=position, why=both(error)) from error
    said = (row.position, head.src, head.agg, head.ver, head.type)
    if said != (position, source_at(origin, position, forks), row.aggregate, str(row.version), row.topic):
        why = "行与信封不一致 / the row says otherwise than its envelope"
        if row.position != position:
            why = f"此处为位置 {row.position} / position {row.position} stands there"
        raise StoreDiffers(origin=origin, position=position, why=why)
    return envelope


def read_entries(store: Store, after: int, upto: int) -> Iterator[list[bytes]]:
    """The entries of the positions after `after` up to `upto`, a page at a time.

    Raises:
        StoreShorter, StoreDiffers: the store does not have them, or they do not belong to its log.
    """
    forks = store.forks()
    while after < upto:
        rows = store.read(after, min(PAGE, upto - after))
        if not rows:
            raise StoreShorter(origin=store.source, found=after, signed=upto)
        yield [entry_of(row, store.source, position, forks) for position, row in enumerate(rows, after + 1)]
        after += len(rows)


class Reread:
    """The tiles of a tree as they lie in the tile store, each read once."""

    def __init__(self, tiles: TileStore) -> None:
        self._read = hashes_of(tiles)
        self._known: dict[tuple[int, int], bytes] = {}

    def __call__(self, tile: Tile) -> bytes:
        """The hashes of a tile. Raises `Missing`."""
        data = self._known.get((tile.level, tile.index))
        if data is None or len(data) < tile.width * HASH_SIZE:
            data = self._known[tile.level, tile.index] = self._read(tile)
        return data[: tile.width * HASH_SIZE]


def prove(store: TileStore, origin: str, before: SealedTree | None, size: int) -> bytes:
    """The root at `size` as the tile store gives it, after everything that was added since `before` was read again.

    Entries hash to the leaves, each tile to its place in the tile above, and the tree continues the one of `before`.

    Raises:
        TilesDiffer: one of these does not hold.
    """
    since = 0 if before is None else before.size
    read = Reread(store)
    path = ""
    try:
        for bundle in bundles(size, since):
            path = bundle.path
            leaves = b"".join(map(leaf_hash, entries_of(store, bundle)))
            if leaves != read(Tile(0, bundle.index, bundle.width)):
                raise TilesDiffer(origin=origin, path=path, why="条目与叶不符 / its entries are not those of the leaves")
        for tile in tiles(size, since):
            path = tile.path
            if tile.level:
                _check_above(read, tile, since, origin)
        path = "tile"
        nodes = node_reader(size, read)
        root = subtree_hash(0, size, nodes) if size else EMPTY_ROOT
        if before is not None:
            verify_consistency(before.size, size, before.root, root, consistency_proof(before.size, size, nodes))
    except TranslogError as error:
        raise TilesDiffer(origin=origin, path=path, why=both(error)) from error
    return root


def both(error: TranslogError) -> str:
    """What an error says, in both languages: it becomes part of a refusal."""
    return f"{error.text('zh')} / {error.text('en')}"


def _check_above(read: TileReader, tile: Tile, since: int, origin: str) -> None:
    """Each hash that was added to a tile is the root of the full tile below it."""
    hashes = split_tile(read(tile), tile.width, tile.path)
    first = max((since >> HEIGHT * tile.level) - tile.index * WIDTH, 0)
    for offset in range(first, tile.width):
        below = Tile(tile.level - 1, tile.index * WIDTH + offset)
        if root_of(split_tile(read(below), WIDTH, below.path)) != hashes[offset]:
            why = f"第 {offset} 个哈希不是 {below.path} 的根 / hash {offset} is not the root of {below.path}"
            raise TilesDiffer(origin=origin, path=tile.path, why=why)


class Examination:
    """A whole log up to its newest checkpoint, read again a page at a time: rows, tiles, and the root of every checkpoint.

    Args:
        store, tiles: of the log; newest: its newest checkpoint.
        check: raises a `SealRefused` where a checkpoint's note is not what its row says.
    """

    def __init__(self, store: Store, tiles: TileStore, newest: SealedTree, check: Callable[[SealedTree], None]) -> None:
        self._store, self._tiles, self._newest, self._check = store, tiles, newest, check
        self._frontier = Frontier()
        self._due: deque[SealedTree] = deque()
        # Where rows and tiles, or rows and a checkpoint, part for the first time: the signed roots decide who is wrong.
        self._path, self._row, self._unsigned = "", 0, 0

    def __iter__(self) -> Iterator[int]:
        """The position after each page.

        Raises:
            StoreShorter, StoreDiffers: rows are missing, or give another root than was signed.
            TilesDiffer: the rows give the root that was signed, and a tile says otherwise.
            CheckpointDiffers: by `check`.
        """
        origin, frontier, newest = self._store.source, self._frontier, self._newest
        for entries in read_entries(self._store, 0, newest.size):
            for entry in entries:
                frontier.append(entry)
                self._compare_root()
            made = frontier.take()
            if frontier.size == newest.size:
                made |= frontier.partials()
            for path, data in made.items():
                self._compare_tile(path, data)
            if self._unsigned:
                why = "签署的根与存储不符 / the rows do not give the root that was signed"
                raise StoreDiffers(origin=origin, position=self._row or self._unsigned, why=why)
            yield frontier.size
        if self._path:
            why = "与存储及已签署的根不符 / rows and signed root say otherwise"
            raise TilesDiffer(origin=origin, path=self._path, why=why)

    def _compare_root(self) -> None:
        size = self._frontier.size
        if not self._due:
            found = self._store.checkpoints(size - 1, PAGE)
            self._due.extend(one for one in found if one.size < self._newest.size)
            if len(self._due) < PAGE:
                self._due.append(self._newest)
        if self._due[0].size == size:
            due = self._due.popleft()
            self._check(due)
            if due.root != self._frontier.root():
                self._unsigned = self._unsigned or size

    def _compare_tile(self, path: str, data: bytes) -> None:
        piece = parse_path(path)
        try:
            found = encode_bundle(entries_of(self._tiles, piece)) if isinstance(piece, Bundle) else hashes_of(self._tiles)(piece)
        except TileMalformed:
            found = b""
        if found == data:
            return
        self._path = self._path or path
        if isinstance(piece, Tile) and piece.level == 0 and not self._row:
            self._row = piece.index * WIDTH + _first_other(data, found) + 1


def _first_other(ours: bytes, found: bytes) -> int:
    """The place of the first hash of `ours` that `found` has not; they differ."""
    pairs = zip(range(0, len(ours), HASH_SIZE), range(HASH_SIZE, len(ours) + 1, HASH_SIZE), strict=True)
    return next((n for n, (start, end) in enumerate(pairs) if ours[start:end] != found[start:end]), 0)
