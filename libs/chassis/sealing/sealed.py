"""One log and its seal, step by step: from the newest checkpoint to the next, and back to it after whatever interrupted."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from obstore.exceptions import BaseError

from chassis.sealing.frontier import Frontier, edges
from chassis.sealing.proving import PAGE, Examination, both, entry_of, prove, read_entries
from chassis.sealing.refusals import CheckpointDiffers, RotationRefused, StoreDiffers, StoreShorter, TilesDiffer
from chassis.sealing.ring import Ring
from chassis.sealing.tiles import CHECKPOINT, Missing, TileStore, entries_of, hashes_of
from chassis.store.checkpoints import SEALER
from chassis.store.contract import OutOfOrder, SealedTree, Store
from kernel.errors import StorageFull, Unavailable
from translog.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from translog.errors import TranslogError
from translog.merkle import leaf_hash
from translog.note import SignerKey
from translog.tile import WIDTH, Bundle, Tile, bundles, tiles

MOST = 4 * PAGE
"""Most events that one checkpoint adds; a log that was never sealed gets several, one after the other."""

PASSING = (OSError, BaseError, Unavailable, StorageFull, OutOfOrder)
"""What ends one attempt and may be over at the next: disk, network, database, and another process that sealed."""

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Ground:
    """Where the next checkpoint begins: the newest one, and the edge of its tree."""

    newest: SealedTree | None
    frontier: Frontier


class SealedLog:
    """A log, its tiles and its checkpoints.

    Every step may be the last one of this process: what is in the database counts, and is signed and kept there in one
    transaction that nobody else can follow; tiles beyond it are written again, and come out the same.

    Args:
        store: of the log; tiles: where its tiles are.
        key: signs its checkpoints, its name is the origin; or the ring of the keys that do.
        clock: business time, that of the checkpoints.
    """

    def __init__(self, store: Store, tiles: TileStore, key: SignerKey | Ring, clock: Callable[[], datetime]) -> None:
        ring = key if isinstance(key, Ring) else Ring(store.source.split("/")[1], store, key)
        if ring.signer.name != store.source:
            raise ValueError(f"the key is that of {ring.signer.name}, the log is {store.source}")
        self.size = 0
        self.origin = store.source
        self._store, self._tiles, self._ring, self._clock = store, tiles, ring, clock
        self._ground: _Ground | None = None
        # A step whose process has lost its lease may still be under way when the next one begins.
        self._lock = threading.Lock()

    def seal(self) -> int:
        """Seal the events that the store has now, at most `MOST`; how many are left.

        Raises:
            SealRefused: the log is not what was signed.
            Exception: one of `PASSING`.
        """
        with self._lock:
            # Unknown, should this be interrupted: the next call looks at everything afresh.
            ground, self._ground = self._ground or self._join(), None
            head = self._store.head().position
            size = ground.frontier.size
            if head < size:
                raise StoreShorter(origin=self.origin, found=head, signed=size)
            shown = self._shown(ground.newest, head)
            if head > size:
                ground = self._extend(ground, min(head, size + MOST))
            elif ground.newest is not None and shown < size:
                self._publish(ground.newest)
            self._ground = ground
            self.size = ground.frontier.size
            return head - self.size

    def show(self, size: int, note: bytes) -> bool:
        """Show the checkpoint of a size with the signatures of others, unless a newer one has been sealed; whether it was."""
        with self._lock:
            last = self._store.checkpoint()
            if last is None or last.size != size:
                return False
            self._tiles.write({CHECKPOINT: note})
            return True

    def forget(self) -> None:
        """The next step looks at everything afresh: others may have sealed meanwhile."""
        with self._lock:
            self._ground = None

    def join(self) -> None:
        """Look at everything afresh, now; the same errors as `seal`."""
        with self._lock:
            self._ground = None
            self._ground = self._join()

    def _extend(self, ground: _Ground, upto: int) -> _Ground:
        origin, frontier, before = self.origin, ground.frontier, ground.newest
        since = frontier.size
        for entries in read_entries(self._store, since, upto):
            for entry in entries:
                frontier.append(entry)
            if frontier.size < upto:
                self._tiles.write(frontier.take())
        self._tiles.write(frontier.take() | frontier.partials(since))
        root = prove(self._tiles, origin, before, upto)
        if root != frontier.root():
            why = "分块的根与存储的根不同 / the tiles give another root than the rows"
            raise TilesDiffer(origin=origin, path="tile", why=why)

        self._ring.refresh()
        try:
            signers = self._ring.signers(since, upto)
        except RotationRefused as error:
            why = f"{error.text('zh')} / {error.text('en')}"
            raise CheckpointDiffers(origin=origin, where="keys", why=why) from error

        def sign() -> bytes:
            return sign_checkpoint(Checkpoint(origin, upto, root), signers)

        ground.newest = self._store.seal(since, upto, root, self._clock(), sign)
        self._publish(ground.newest)
        if len(signers) > 1:
            self._ring.refresh()
        self._drop_partials(upto, since)
        return ground

    def _publish(self, newest: SealedTree) -> None:
        """Show the newest checkpoint, unless somebody else has made a newer one."""
        last = self._store.checkpoint()
        if last is not None and last.size == newest.size:
            self._tiles.write({CHECKPOINT: newest.note})

    def _drop_partials(self, size: int, since: int) -> None:
        """Tiles that were filled need no partial ones any more: no checkpoint that is shown speaks of them."""
        pieces: list[Tile | Bundle] = [*bundles(size, since), *tiles(size, since)]
        for piece in pieces:
            if piece.width == WIDTH:
                self._tiles.drop_partials(piece.path)

    # --- where it stands -----------------------------------------------------------------------------------------------

    def _join(self) -> _Ground:
        """The newest checkpoint and its tree, after all that can be seen without reading the whole log."""
        self._ring.refresh()
        newest = self._kept()
        size = 0 if newest is None else newest.size
        head = self._store.head().position
        if head < size:
            raise StoreShorter(origin=self.origin, found=head, signed=size)
        shown = self._shown(newest, head)
        self._tiles.clean()
        if newest is None:
            return _Ground(None, Frontier())
        try:
            frontier, entries = self._load(newest)
        except Missing as error:
            log.warning("tiles-rebuilt", source=self.origin, missing=error.where)
            frontier = self._rebuild(newest)
        else:
            self._check_rows(size, entries)
        if shown < size:
            self._publish(newest)
        self._drop_partials(size, max(0, size - MOST))
        return _Ground(newest, frontier)

    def _kept(self) -> SealedTree | None:
        """The newest checkpoint of the database, when it is ours and the greatest there was."""
        while True:
            tracked, newest = self._store.tracked(SEALER), self._store.checkpoint()
            if newest is not None:
                self.check(newest)
            if tracked == (0 if newest is None else newest.size):
                return newest
            if tracked == self._store.tracked(SEALER):
                why = f"曾封存至 {tracked} / the log was sealed up to {tracked}"
                raise CheckpointDiffers(origin=self.origin, where="database", why=why)

    def check(self, sealed: SealedTree) -> None:
        """Refuse (`CheckpointDiffers`) a checkpoint of the database whose note is not signed by this log, or says otherwise."""
        found = self._opened(sealed.note, "database")
        if (found.size, found.root) != (sealed.size, sealed.root):
            why = f"大小 {sealed.size} 处的签署内容不同 / what was signed at size {sealed.size} is different"
            raise CheckpointDiffers(origin=self.origin, where="database", why=why)

    def _opened(self, note: bytes, where: str) -> Checkpoint:
        try:
            opened = open_checkpoint(note, self._ring.verifiers, self.origin, where)
        except TranslogError as error:
            raise CheckpointDiffers(origin=self.origin, where=where, why=both(error)) from error
        due = self._ring.at(opened.checkpoint.size)
        if all(one.key_id != due.key_id for one in opened.signed):
            why = f"此大小应由 {due.key_id.hex()} 签署 / at this size {due.key_id.hex()} signs"
            raise CheckpointDiffers(origin=self.origin, where=where, why=why)
        return opened.checkpoint

    def _shown(self, newest: SealedTree | None, head: int) -> int:
        """The size of the checkpoint that is shown to others, 0 for none: it is the newest one, or an earlier one of ours.

        What others have signed beside us may stand in it.
        """
        origin, size = self.origin, 0 if newest is None else newest.size
        note = self._tiles.read(CHECKPOINT)
        if note is None or (newest is not None and note == newest.note):
            return 0 if note is None else size
        shown = self._opened(note, CHECKPOINT)
        if shown.size > size:
            last = self._store.checkpoint()
            if last is not None and last.size > size:
                raise OutOfOrder(SEALER, last.size, size)  # somebody else has sealed meanwhile
            if head < shown.size:
                raise StoreShorter(origin=origin, found=head, signed=shown.size)
        known = next(iter(self._store.checkpoints(shown.size - 1, 1)), None)
        if known is None or (known.size, known.root) != (shown.size, shown.root):
            why = f"大小 {shown.size} 未曾如此封存 / size {shown.size} was not sealed like this"
            raise CheckpointDiffers(origin=origin, where=CHECKPOINT, why=why)
        return shown.size

    def _load(self, newest: SealedTree) -> tuple[Frontier, list[bytes]]:
        """The tree of a checkpoint from its tiles, and the entries of its last bundle."""
        size, read = newest.size, hashes_of(self._tiles)
        index, last = divmod(size - 1, WIDTH)
        bundle = Bundle(index, last + 1)
        try:
            entries = entries_of(self._tiles, bundle)
            leaves = read(Tile(0, bundle.index, bundle.width))
            frontier = Frontier(size, list(edges(size, read)), entries if bundle.width < WIDTH else ())
        except Missing:
            raise
        except TranslogError as error:
            raise TilesDiffer(origin=self.origin, path=error.where, why=both(error)) from error
        if frontier.root() != newest.root:
            why = "与已签署的根不符 / they do not give the root that was signed"
            raise TilesDiffer(origin=self.origin, path=f"tile (size {size})", why=why)
        if b"".join(map(leaf_hash, entries)) != leaves:
            why = "条目与叶不符 / its entries are not those of the leaves"
            raise TilesDiffer(origin=self.origin, path=bundle.path, why=why)
        return frontier, entries

    def _rebuild(self, newest: SealedTree) -> Frontier:
        """Make all tiles from the store again, which must give the root that was signed."""
        frontier = Frontier()
        for entries in read_entries(self._store, 0, newest.size):
            for entry in entries:
                frontier.append(entry)
            self._tiles.write(frontier.take())
        if frontier.root() != newest.root:
            why = "存储的根与已签署的根不符 / the rows do not give the root that was signed"
            raise StoreDiffers(origin=self.origin, position=newest.size, why=why)
        self._tiles.write(frontier.partials())
        return frontier

    def _check_rows(self, size: int, entries: Sequence[bytes]) -> None:
        """The newest rows that were sealed are those of the last bundle."""
        after = size - len(entries)
        rows = self._store.read(after, len(entries))
        if len(rows) < len(entries):
            raise StoreShorter(origin=self.origin, found=after + len(rows), signed=size)
        forks = self._store.forks()
        for position, (row, entry) in enumerate(zip(rows, entries, strict=True), after + 1):
            if entry_of(row, self.origin, position, forks) != entry:
                why = "与已封存的事件不同 / it is not the event that was sealed"
                raise StoreDiffers(origin=self.origin, position=position, why=why)

    # --- the whole log -------------------------------------------------------------------------------------------------

    def examine(self) -> Iterator[int]:
        """Read the whole log again up to its newest checkpoint; the position after each page.

        Raises:
            SealRefused: rows, tiles and checkpoints do not say the same.
        """
        newest = self._kept()
        if newest is not None:
            yield from Examination(self._store, self._tiles, newest, self.check)
