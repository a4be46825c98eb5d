"""Where tiles are kept: a folder or a bucket in the layout of C2SP tlog-tiles, with the file `checkpoint` at its root."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit
from uuid import uuid4

import obstore
from obstore.store import from_url

from chassis.refusals import NotReadable
from translog.errors import TileMalformed
from translog.merkle import HASH_SIZE
from translog.tile import WIDTH, Bundle, Tile, TileReader, decode_bundle

CHECKPOINT = "checkpoint"
"""Path of the newest checkpoint."""

_INCOMING = ".incoming"


class TileStore(Protocol):
    """Files by path; what `write` has returned from is on the disk, whole. Errors are those of the system or of obstore."""

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write files in order, each in one step: there is never half of one under its name."""
        ...

    def read(self, path: str) -> bytes | None:
        """A file, None when there is none."""
        ...

    def drop_partials(self, path: str) -> None:
        """Remove the partial tiles of a tile that is full, `<path>.p/…`; that there are none is no fault."""
        ...

    def clean(self) -> None:
        """Remove what writes that were cut off left behind; nobody else may be writing."""
        ...


class LocalTiles:
    """Tiles in a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._incoming = root / _INCOMING

    def write(self, files: Mapping[str, bytes]) -> None:
        """See `TileStore`: a temporary file, fsync, rename; then fsync of every folder that changed."""
        changed: dict[Path, None] = {}
        _make(self._incoming, self._root.parent, changed)
        for path, data in files.items():
            target = self._root / path
            _make(target.parent, self._root.parent, changed)
            fresh = self._incoming / uuid4().hex
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
            try:
                left = memoryview(data)
                while left:
                    left = left[os.write(descriptor, left) :]
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            fresh.replace(target)
            changed[target.parent] = None
        for folder in changed:
            _sync(folder)

    def read(self, path: str) -> bytes | None:
        """See `TileStore`."""
        try:
            return (self._root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def drop_partials(self, path: str) -> None:
        """See `TileStore`."""
        with suppress(FileNotFoundError):
            shutil.rmtree(self._root / f"{path}.p")

    def clean(self) -> None:
        """See `TileStore`."""
        with suppress(FileNotFoundError):
            shutil.rmtree(self._incoming)


def _make(folder: Path, outside: Path, changed: dict[Path, None]) -> None:
    """Make a folder; the folders whose list of names grew by that are `changed`."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        if folder == outside:
            break
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir(parents=True, exist_ok=True)
        changed[one.parent] = None


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class ObjectTiles:
    """Tiles in an object store, by obstore: putting an object is one step there."""

    def __init__(self, store: Any) -> None:
        self._store = store

    def write(self, files: Mapping[str, bytes]) -> None:
        """See `TileStore`."""
        for path, data in files.items():
            obstore.put(self._store, path, data)

    def read(self, path: str) -> bytes | None:
        """See `TileStore`."""
        try:
            return bytes(obstore.get(self._store, path).bytes())
        except FileNotFoundError:
            return None

    def drop_partials(self, path: str) -> None:
        """See `TileStore`."""
        for page in obstore.list(self._store, prefix=f"{path}.p/"):
            with suppress(FileNotFoundError):
                obstore.delete(self._store, [str(found["path"]) for found in page])

    def clean(self) -> None:
        """See `TileStore`: an object store keeps nothing of a write that was cut off."""


def open_tiles(url: str) -> TileStore:
    """The tiles at `file:///…` or `s3://bucket/prefix`; S3's own settings come from its usual variables.

    Raises:
        NotReadable: the folder cannot be made.
    """
    parts = urlsplit(url)
    if parts.scheme != "file":
        return ObjectTiles(from_url(url))
    root = Path(unquote(parts.path))
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotReadable(path=root, why=type(error).__name__) from error
    return LocalTiles(root)


def existing_tiles(url: str) -> TileStore | None:
    """The same, where a folder is there already; nothing is made."""
    parts = urlsplit(url)
    return None if parts.scheme == "file" and not Path(unquote(parts.path)).is_dir() else open_tiles(url)


class Missing(TileMalformed):
    """A tile that is not there."""

    code = "tile-missing"
    en = "{where} is not there. Fetch it again, or rebuild the tiles from the store."
    zh = "{where} 不存在。请重新获取，或由存储重建分块。"


def hashes_of(tiles: TileStore) -> TileReader:
    """Reads tiles of hashes; of a partial one that was removed, the beginning of the full one.

    The reader raises `Missing` where there is neither.
    """

    def read(tile: Tile) -> bytes:
        data = tiles.read(tile.path)
        if data is None and tile.width < WIDTH:
            data = tiles.read(Tile(tile.level, tile.index).path)
            data = None if data is None else data[: tile.width * HASH_SIZE]
        if data is None:
            raise Missing(tile.path)
        return data

    return read


def entries_of(tiles: TileStore, bundle: Bundle) -> list[bytes]:
    """The entries of a bundle, in the same way. Raises `Missing`, `TileMalformed`."""
    data = tiles.read(bundle.path)
    if data is not None:
        return decode_bundle(data, bundle.width, bundle.path)
    full = tiles.read(Bundle(bundle.index).path) if bundle.width < WIDTH else None
    if full is None:
        raise Missing(bundle.path)
    return decode_bundle(full, WIDTH, Bundle(bundle.index).path)[: bundle.width]
