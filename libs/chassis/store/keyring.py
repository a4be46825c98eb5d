"""Keys of persons: one random AES-256 key per subject, kept apart from the log so that it can be destroyed."""

import fcntl
import json
import os
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol

KEY_SIZE = 32


class Key(NamedTuple):
    """A key and its random id (32 hex digits)."""

    id: str
    secret: bytes


class Keyring(Protocol):
    """Where the keys of `Personal` fields live."""

    def obtain(self, subject: str) -> Key:
        """The key of a subject, made when there is none. It may be used for what is stored only after `flush`."""
        ...

    def flush(self) -> None:
        """Return when every key given out is on disk."""
        ...

    def find(self, key_id: str) -> bytes | None:
        """The key with this id, None when it was never here or is destroyed."""
        ...

    def shred(self, subject: str) -> tuple[str, ...]:
        """Destroy every key of a subject; their ids."""
        ...


def _fresh() -> Key:
    return Key(secrets.token_hex(16), secrets.token_bytes(KEY_SIZE))


class MemoryKeyring:
    """Keys that live as long as the process: for tests and sandboxes without memory."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._by_subject: dict[str, Key] = {}
        self._by_id: dict[str, bytes] = {}

    def obtain(self, subject: str) -> Key:
        """See `Keyring`."""
        with self._lock:
            key = self._by_subject.get(subject)
            if key is None:
                key = self._by_subject[subject] = _fresh()
                self._by_id[key.id] = key.secret
            return key

    def flush(self) -> None:
        """See `Keyring`; nothing is on a disk."""

    def find(self, key_id: str) -> bytes | None:
        """See `Keyring`."""
        return self._by_id.get(key_id)

    def shred(self, subject: str) -> tuple[str, ...]:
        """See `Keyring`."""
        with self._lock:
            key = self._by_subject.pop(subject, None)
            if key is None:
                return ()
            del self._by_id[key.id]
            return (key.id,)


class LocalKeyring:
    """Keys in one file of JSON lines, readable by its owner alone, shared by the processes of one machine.

    A new key is appended under a lock on the file `<path>.lock`; destroying one rewrites the file beside and renames it, so that
    a crash leaves the old file or the new. Every process notices a change by the file's identity and size.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._by_subject: dict[str, Key] = {}
        self._by_id: dict[str, bytes] = {}
        self._generation = b""  # first line of the file; another one means that it was rewritten
        self._read = 0  # bytes of whole lines taken in
        self._status: tuple[int, int, int] = (0, 0, 0)
        self._unsynced = False
        path.parent.mkdir(parents=True, exist_ok=True)
        with self._exclusive():
            if not path.exists():
                self._replace([])
            self._refresh()

    def obtain(self, subject: str) -> Key:
        """See `Keyring`."""
        with self._lock:
            self._refresh()
            key = self._by_subject.get(subject)
            if key is not None:
                return key
            with self._exclusive():
                self._refresh()
                key = self._by_subject.get(subject)
                if key is None:
                    key = _fresh()
                    self._append(subject, key)
            return key

    def flush(self) -> None:
        """See `Keyring`."""
        with self._lock:
            if not self._unsynced:
                return
            descriptor = os.open(self._path, os.O_RDWR | os.O_CLOEXEC)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            self._unsynced = False

    def find(self, key_id: str) -> bytes | None:
        """See `Keyring`."""
        with self._lock:
            self._refresh()
            return self._by_id.get(key_id)

    def shred(self, subject: str) -> tuple[str, ...]:
        """See `Keyring`."""
        with self._lock, self._exclusive():
            self._refresh()
            key = self._by_subject.get(subject)
            if key is None:
                return ()
            lines = self._path.read_bytes()[: self._read].splitlines(keepends=True)[1:]
            self._replace([line for line in lines if json.loads(line)["s"] != subject])
            self._refresh()
            return (key.id,)

    @contextmanager
    def _exclusive(self) -> Iterator[None]:
        # The lock is on a file of its own, for the key file itself is replaced by `shred`.
        descriptor = os.open(self._path.with_name(self._path.name + ".lock"), os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _replace(self, lines: list[bytes]) -> None:
        beside = self._path.with_name(self._path.name + ".new")
        descriptor = os.open(beside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(json.dumps({"generation": secrets.token_hex(8)}).encode() + b"\n")
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)
        _sync_directory(self._path.parent)

    def _append(self, subject: str, key: Key) -> None:
        line = json.dumps({"s": subject, "k": key.id, "x": key.secret.hex()}).encode() + b"\n"
        descriptor = os.open(self._path, os.O_RDWR | os.O_CLOEXEC)
        try:
            # What follows the last whole line is the rest of an append that a crash cut: no stored event uses it.
            os.ftruncate(descriptor, self._read)
            if os.pwrite(descriptor, line, self._read) != len(line):
                os.ftruncate(descriptor, self._read)
                raise OSError(f"{self._path}: the key could not be written whole")
        finally:
            os.close(descriptor)
        self._unsynced = True
        self._refresh()

    def _refresh(self) -> None:
        found = self._path.stat()
        status = (found.st_ino, found.st_size, found.st_mtime_ns)
        if status == self._status:
            return
        with self._path.open("rb") as file:
            generation = file.readline()
            if generation != self._generation:
                self._by_subject.clear()
                self._by_id.clear()
                self._generation, self._read = generation, len(generation)
            file.seek(self._read)
            for line in file:
                if not line.endswith(b"\n"):
                    break
                entry = json.loads(line)
                self._take(entry["s"], Key(entry["k"], bytes.fromhex(entry["x"])))
                self._read += len(line)
        self._status = status
        self._unsynced = True  # another process may have written what it has not synced yet

    def _take(self, subject: str, key: Key) -> None:
        self._by_subject[subject] = key
        self._by_id[key.id] = key.secret


def _sync_directory(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
