"""I05, I06, I07: rows, tiles and checkpoints are of one tree, every checkpoint is signed, and the store has all that was."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from chassis.checks import Result
from chassis.examining.evidence import Evidence
from chassis.sealing import CHECKPOINT, TileStore, entries_of, hashes_of
from chassis.sealing.frontier import Frontier
from chassis.store import SealedTree, Store
from chassis.store.checkpoints import SEALER
from kernel.envelope import Flaw
from translog.checkpoint import Checkpoint, open_checkpoint
from translog.errors import TileMalformed, TranslogError
from translog.merkle import CompactTree
from translog.note import VerifierKey
from translog.record import leaf_hash, unpack
from translog.tile import WIDTH, Bundle, bundles, encode_bundle, parse_path

_PAGE = 1000
_UNKNOWN = bytes(32)


@dataclass(slots=True)
class Walk:
    """Both copies of a log up to one size: roots by size as rows and as tiles give them; "" where they give none.

    Attributes:
        torn: the first position where rows and tiles part, 0 for none.
    """

    size: int
    rows: dict[int, bytes] = field(default_factory=dict)
    tiles: dict[int, bytes] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)
    torn: int = 0


class Seals:
    """The seal of one service's log, examined once and judged by three audits."""

    def __init__(self, store: Store, evidence: Evidence) -> None:
        self._store, self._tiles, self._keys = store, evidence.tiles, tuple(evidence.keys)
        self._walked: tuple[Walk, list[SealedTree]] | None = None

    # --- I05 -----------------------------------------------------------------------------------------------------------

    def tiles(self) -> Result:
        """I05: tiles give the root of every checkpoint of this log, and each tile is what the entries below it give."""
        if self._tiles is None or not self._keys:
            return "I05", 0, [], "this service seals nothing"
        walk, kept = self._walk()
        flaws = list(map(_blamed, walk.flaws)) if kept and walk.rows.get(walk.size) == kept[-1].root else list(walk.flaws)
        for one in kept:
            root = walk.tiles.get(one.size, b"")
            if root != one.root and walk.rows.get(one.size) == one.root and not flaws:
                flaws.append(Flaw(one.size, "", "tiles-differ", f"the tiles do not give the root signed at size {one.size}"))
            elif root == one.root and walk.rows.get(one.size) != one.root and not any(flaw.code == "row-differs" for flaw in flaws):
                why = f"the tiles give the root signed at size {one.size}, the rows do not"
                flaws.append(Flaw(walk.torn or one.size, "", "row-differs", why))
        return "I05", len(kept), flaws, f"{walk.size} entries, every checkpoint"

    def _walk(self) -> tuple[Walk, list[SealedTree]]:
        if self._walked is None:
            kept = self._kept()
            walk = Walk(max((one.size for one in kept), default=0))
            if self._tiles is not None:
                _Walker(self._store, self._tiles, walk, {one.size for one in kept}).run()
            self._walked = walk, kept
        return self._walked

    def _kept(self) -> list[SealedTree]:
        kept: list[SealedTree] = []
        while page := self._store.checkpoints(kept[-1].size if kept else 0, _PAGE):
            kept += page
        return kept

    # --- I06 -----------------------------------------------------------------------------------------------------------

    def checkpoints(self) -> Result:
        """I06: every checkpoint is signed by this log, of the tree that rows or tiles give, and no later one is smaller."""
        if self._tiles is None or not self._keys:
            return "I06", 0, [], "this service seals nothing"
        walk, kept = self._walk()
        flaws: list[Flaw] = []
        last: SealedTree | None = None
        for one in kept:
            why = self._wrong(one) or ("it is older than a smaller one" if last is not None and one.at < last.at else "")
            if not why and one.root not in (walk.rows.get(one.size), walk.tiles.get(one.size)):
                why = "neither rows nor tiles give its root"
            if why:
                flaws.append(Flaw(one.size, "", "checkpoint-differs", f"the checkpoint of size {one.size}: {why}"))
            last = one
        flaws += self._tracked(kept) + self._shown(kept)
        return "I06", len(kept), flaws, ""

    def _wrong(self, one: SealedTree) -> str:
        for note in (one.note, one.cosigned):
            if note is None:
                continue
            try:
                found = self._opened(note)
            except TranslogError as error:
                return str(error)
            if (found.size, found.root) != (one.size, one.root):
                return f"its note says size {found.size}, root {found.root.hex()}"
        return ""

    def _opened(self, note: bytes) -> Checkpoint:
        return opened(note, self._keys)

    def _tracked(self, kept: Sequence[SealedTree]) -> list[Flaw]:
        size = kept[-1].size if kept else 0
        tracked = self._store.tracked(SEALER)
        newest = self._store.checkpoint()
        if tracked == size or (newest is not None and newest.size >= tracked > size):
            return []
        return [Flaw(tracked, "", "checkpoint-missing", f"the log was sealed up to {tracked}, its newest checkpoint is of {size}")]

    def _shown(self, kept: Sequence[SealedTree]) -> list[Flaw]:
        """The file `checkpoint` among the tiles is the newest checkpoint, or the one before while a new one is being made."""
        assert self._tiles is not None  # noqa: S101 - asked before
        note = self._tiles.read(CHECKPOINT)
        if note is None:
            return [Flaw(kept[-1].size, "", "checkpoint-missing", "there is no file `checkpoint` among the tiles")] if kept else []
        try:
            shown = self._opened(note)
        except TranslogError as error:
            return [Flaw(0, "", "checkpoint-differs", f"the file `checkpoint`: {error}")]
        known = {one.size: one.root for one in kept} | {one.size: one.root for one in self._newer(kept)}
        if known.get(shown.size) != shown.root or (kept and shown.size < kept[-1].size):
            why = f"the file `checkpoint` is of size {shown.size}, which is not the newest that was kept"
            return [Flaw(shown.size, "", "checkpoint-differs", why)]
        return []

    def _newer(self, kept: Sequence[SealedTree]) -> list[SealedTree]:
        return self._store.checkpoints(kept[-1].size if kept else 0, _PAGE)

    # --- I07 -----------------------------------------------------------------------------------------------------------

    def sizes(self) -> Result:
        """I07: the store has every event that a checkpoint of this log covers, be it in its database or among its tiles."""
        head = self._store.head().position
        known = {"the sealer": self._store.tracked(SEALER)}
        newest = self._store.checkpoint()
        known["the newest checkpoint"] = newest.size if newest is not None else 0
        note = self._tiles.read(CHECKPOINT) if self._tiles is not None and self._keys else None
        if note is not None:
            try:
                known["the file `checkpoint`"] = self._opened(note).size
            except TranslogError:
                known.pop("the file `checkpoint`", None)  # named by I06
        head = max(head, self._store.head().position)
        flaws = [
            Flaw(head, "", "store-shorter", f"the store ends at {head}, {who} covers {size}")
            for who, size in known.items()
            if size > head
        ]
        return "I07", len(known), flaws, ""


def opened(note: bytes, keys: Sequence[VerifierKey]) -> Checkpoint:
    """A checkpoint signed by one of the keys of its log. Raises `TranslogError`."""
    return open_checkpoint(note, keys, keys[-1].name if keys else None).checkpoint


def _blamed(flaw: Flaw) -> Flaw:
    """What is wrong when the rows are what was signed: the tiles."""
    if flaw.code != "row-differs":
        return flaw
    return Flaw(
        flaw.position, flaw.aggregate, "entry-differs", "the tiles hold another entry than the row, which is what was signed"
    )


class _Walker:
    """Reads rows and tiles side by side, once."""

    def __init__(self, store: Store, tiles: TileStore, walk: Walk, sizes: set[int]) -> None:
        self._store, self._tiles, self._walk, self._sizes = store, tiles, walk, sizes
        self._rows, self._frontier = CompactTree(), Frontier()
        self._rows_whole = self._tiles_whole = True
        self._read = hashes_of(tiles)

    def run(self) -> None:
        """Fill the walk."""
        size = self._walk.size
        for bundle in bundles(size):
            self._bundle(bundle)
        made = self._frontier.take()
        if self._tiles_whole:
            for path, data in (made | self._frontier.partials()).items():
                self._compare(path, data)

    def _bundle(self, bundle: Bundle) -> None:
        first = bundle.index * WIDTH + 1
        leaves = self._leaves(first, bundle.width)
        entries = self._entries(bundle)
        for offset in range(bundle.width):
            position = first + offset
            self._row(position, leaves.get(position))
            self._entry(position, entries[offset] if entries is not None else None)
            if entries is not None and leaves.get(position) != leaf_hash(entries[offset]):
                self._part(position, position in leaves)
        if self._tiles_whole and self._frontier.size % (WIDTH * 16) == 0:
            for path, data in self._frontier.take().items():
                self._compare(path, data)

    def _part(self, position: int, there: bool) -> None:
        if not self._walk.torn:
            self._walk.torn = position
            why = "the row is not the entry of the tiles" if there else "the tiles have an entry, the store has no row"
            self._walk.flaws.append(Flaw(position, "", "row-differs", why))

    def _leaves(self, first: int, count: int) -> dict[int, bytes]:
        found = {}
        for row in self._store.read(first - 1, count):
            try:
                found[row.position] = leaf_hash(unpack(row.state)[0])
            except TranslogError:
                found[row.position] = _UNKNOWN
        return found

    def _entries(self, bundle: Bundle) -> list[bytes] | None:
        try:
            return entries_of(self._tiles, bundle)
        except TileMalformed as error:
            why = str(error)
            self._walk.flaws.append(Flaw(bundle.index * WIDTH + 1, "", error.code, why))
            return None

    def _row(self, position: int, leaf: bytes | None) -> None:
        self._rows_whole = self._rows_whole and leaf not in (None, _UNKNOWN)
        if self._rows_whole and leaf is not None:
            self._rows.append(leaf)
            if position in self._sizes:
                self._walk.rows[position] = self._rows.root()

    def _entry(self, position: int, entry: bytes | None) -> None:
        self._tiles_whole = self._tiles_whole and entry is not None
        if self._tiles_whole and entry is not None:
            self._frontier.append(entry)
            if position in self._sizes:
                self._walk.tiles[position] = self._frontier.root()

    def _compare(self, path: str, data: bytes) -> None:
        """A tile is what the entries give; an entry that differs from its leaf shows here too."""
        piece = parse_path(path)
        try:
            found = encode_bundle(entries_of(self._tiles, piece)) if isinstance(piece, Bundle) else self._read(piece)
        except TileMalformed as error:
            self._walk.flaws.append(Flaw(0, "", error.code, str(error)))
            return
        if found != data:
            self._walk.flaws.append(Flaw(0, "", "tile-differs", f"{path} is not what the entries below it give"))
