"""A log of notebooks with its tiles and its key, what may go wrong with them, and an independent look at the result."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from chassis.sealing import CHECKPOINT, LocalTiles, SealedLog, TileStore
from chassis.store import EventStore
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes
from testkit.conformance.store import Clock, work
from testkit.conformance.store_sample import LineWritten, Notebook, notebook
from translog.checkpoint import Checkpoint, open_checkpoint
from translog.merkle import leaf_hash, root_of
from translog.note import ED25519, SignerKey
from translog.record import unpack
from translog.tile import Bundle, Tile, bundles, decode_bundle, parse_path, split_tile, tile_width, tiles

KEY = SignerKey("test/sample/e1", ED25519, bytes(range(32)))
OTHER_KEY = SignerKey("test/sample/e1", ED25519, bytes(range(1, 33)))
N1 = notebook(1)


class Killed(BaseException):
    """The end of a process, where it comes by itself."""


@dataclass
class Countdown:
    """Ends the process at the n-th call, counted over everything that it may be cut off in; None never."""

    left: int | None = None
    calls: int = 0

    def tick(self) -> None:
        self.calls += 1
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise Killed


@dataclass
class FragileTiles:
    """A tile store whose process may end before and after every single file."""

    inner: TileStore
    countdown: Countdown

    def write(self, files: Mapping[str, bytes]) -> None:
        for path, data in files.items():
            self.countdown.tick()
            self.inner.write({path: data})
        self.countdown.tick()

    def read(self, path: str) -> bytes | None:
        self.countdown.tick()
        return self.inner.read(path)

    def drop_partials(self, path: str) -> None:
        self.countdown.tick()
        self.inner.drop_partials(path)

    def clean(self) -> None:
        self.countdown.tick()
        self.inner.clean()


@dataclass
class SealedWorld:
    """A store with a folder of tiles; each call of `log` is what a process that starts would make."""

    store: EventStore
    folder: Path
    clock: Clock
    key: SignerKey = KEY
    written: int = field(default=0)

    def __post_init__(self) -> None:
        if not self.store.head().position:
            self.store.submit(work(lambda act, repo: repo.find(Notebook, N1).open("first"))).result()

    def write(self, count: int) -> None:
        """So many more events."""

        def decide(act: Act, repo: Repository) -> Changes:
            first = repo.find(Notebook, N1).lines + 1
            return [LineWritten(notebook=N1, number=n, text=f"line {n}") for n in range(first, first + count)]

        self.store.submit(work(decide)).result()

    def to(self, position: int) -> None:
        """Events until the head is at a position."""
        while (missing := position - self.store.head().position) > 0:
            self.write(min(missing, 500))

    def log(self, tiles: TileStore | None = None, key: SignerKey | None = None) -> SealedLog:
        return SealedLog(self.store, tiles or LocalTiles(self.folder), key or self.key, self.clock)

    def seal(self) -> SealedLog:
        """A process that starts and seals everything."""
        log = self.log()
        while log.seal():
            continue
        return log

    # --- an independent look -------------------------------------------------------------------------------------------

    @property
    def leaves(self) -> list[bytes]:
        """Leaf hashes of all rows, as a reader of the rows alone computes them."""
        return [leaf_hash(unpack(row.state)[0]) for row in self.store.read(0, 1_000_000)]

    def root(self, size: int) -> bytes:
        return root_of(self.leaves[:size])

    @property
    def shown(self) -> Checkpoint:
        """The checkpoint that lies in the folder, verified."""
        return open_checkpoint((self.folder / CHECKPOINT).read_bytes(), [KEY.verifier], KEY.name).checkpoint

    def files(self) -> dict[str, bytes]:
        """Every file of the folder, by path."""
        found = {}
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = Path(folder) / name
                found[path.relative_to(self.folder).as_posix()] = path.read_bytes()
        return found

    def verify(self) -> int:
        """That checkpoint, tiles, bundles and rows say the same, read as anybody would; the size."""
        shown, leaves, files = self.shown, self.leaves, self.files()
        size = shown.size
        assert shown.root == root_of(leaves[:size])
        newest = self.store.checkpoint()
        assert newest is not None
        assert (newest.size, newest.root, newest.note) == (size, shown.root, files[CHECKPOINT])
        wanted = {CHECKPOINT}
        for tile in tiles(size):
            width = 1 << 8 * tile.level
            below = [root_of(leaves[n * width : (n + 1) * width]) for n in range(tile.index * 256, tile.index * 256 + tile.width)]
            assert split_tile(files[tile.path], tile.width) == below
            wanted.add(tile.path)
        for bundle in bundles(size):
            entries = decode_bundle(files[bundle.path], bundle.width)
            assert list(map(leaf_hash, entries)) == leaves[bundle.index * 256 : bundle.index * 256 + bundle.width]
            wanted.add(bundle.path)
        for path in files.keys() - wanted:
            # What lies here besides are partial tiles of earlier checkpoints that are not full yet.
            piece = parse_path(path)
            level = piece.level if isinstance(piece, Tile) else 0
            assert piece.width < tile_width(level, piece.index, size) < 256, path
            assert files[_at(piece, tile_width(level, piece.index, size)).path].startswith(files[path])
        return size


def _at(piece: Tile | Bundle, width: int) -> Tile | Bundle:
    return Tile(piece.level, piece.index, width) if isinstance(piece, Tile) else Bundle(piece.index, width)


def flip(path: Path, offset: int = 0) -> None:
    """Change one bit of a file."""
    data = bytearray(path.read_bytes())
    data[offset] ^= 1
    path.write_bytes(bytes(data))


def change(store: EventStore, sql: str, *params: object) -> None:
    """Reach past the store, as somebody with rights on the machine can."""
    with store._database.writing() as session:
        assert session.run(sql, params) == 1


Spoil = Callable[[SealedWorld], None]
