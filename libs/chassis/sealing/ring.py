"""The keys of one log while they change: which one signs now, which ones signed before, and the one that waits."""

import asyncio
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_bytes

import structlog

from chassis.pace import sleep
from chassis.sealing.keys import read_key, write_once
from chassis.sealing.refusals import RotationRefused
from chassis.sealing.rotation import KeyRotated, Rotation, keys_of, line, rotation_of, rotations
from chassis.store.contract import Store
from translog.merkle import EMPTY_ROOT
from translog.note import ED25519, SignerKey, VerifierKey

_LOOK = 1.0

log = structlog.get_logger(__name__)


class Ring:
    """The keys of a service's log, as files and log say.

    `<name>.key` signs; `<name>.next.key` is there from the beginning of a change until the checkpoint that both signed;
    `<name>.former.vkey` names those that signed before, one a line. What counts is the log: a key follows another only by an
    event in it that both signed. Thread-safe; other processes may change the files.

    Args:
        service: its name; store: its log; present: the key that signs; path: its file, None for a key that never changes.
        changed: called, in whatever thread, after another key began to sign or was named in the log.
    """

    def __init__(
        self,
        service: str,
        store: Store,
        present: SignerKey,
        path: Path | None = None,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self.changed = changed
        self._service, self._store, self._path = service, store, path
        self._present = present
        self._next: Rotation | None = None
        self._changes: list[Rotation] = []
        self._lock = threading.RLock()

    # --- who signs -----------------------------------------------------------------------------------------------------

    @property
    def signer(self) -> SignerKey:
        """The key that signs now."""
        return self._present

    @property
    def verifiers(self) -> list[VerifierKey]:
        """The public keys by which the log's checkpoints are opened: those that signed, the one that signs now last."""
        with self._lock:
            known = [one.former for one in self._changes] + [one.fresh for one in self._changes]
            present = self._present.verifier
            return [*dict.fromkeys(key for key in known if key != present), present]

    def at(self, size: int) -> VerifierKey:
        """The key that signs a checkpoint of this size, by the changes that it covers."""
        with self._lock:
            covered = [one.fresh for one in self._changes if one.position <= size]
            first = self._changes[0].former if self._changes else self._present.verifier
            return covered[-1] if covered else first

    def signers(self, before: int, size: int) -> list[SignerKey]:
        """Who signs a checkpoint of `size` after one of `before`: the first one that covers a change, both keys.

        In the order of their ids, as verifiers of sealed bundles demand it.
        """
        with self._lock:
            change = self._next
            if change is None or change.position > size:
                return [self._present]
            fresh = self._waiting()
            if fresh is None or fresh.verifier != change.fresh:
                why = "待启用的密钥不在 / the key that the log names next is not there"
                raise RotationRefused(why=why)
            both = [fresh] if change.position <= before else [self._present, fresh]
            return sorted(both, key=lambda key: key.verifier.key_id)

    # --- change --------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Look at files and log afresh; where the checkpoint that both keys signed is made, the new one takes over.

        Raises:
            Exception: what database and files raise.
        """
        if self._path is None:
            return
        with self._lock:
            before = self._present.verifier, len(self._changes)
            self._present = read_key(self._path, self._store.source, ED25519)
            known = rotations(self._store.source, self._store.read_aggregate(keys_of(self._service)))
            self._changes = line(self._present.verifier, known)
            self._next = next((one for one in self._changes if one.former == self._present.verifier), None)
            newest = self._store.checkpoint()
            if self._next is not None and newest is not None and newest.size >= self._next.position:
                self._promote(self._next)
            after = self._present.verifier, len(self._changes)
        if before != after:
            self.changed()

    async def follow(self, stop: asyncio.Event) -> None:
        """Notice, until `stop`, what another process that seals this log has changed."""
        while not stop.is_set():
            await asyncio.to_thread(self.refresh)
            await sleep(stop, _LOOK)

    def prepare(self) -> KeyRotated:
        """The event that names the next key, which is made and kept before anything is recorded; the same until it is.

        Raises:
            RotationRefused: a change is not finished yet, or the new key cannot be kept.
        """
        if self._path is None:
            raise RotationRefused(why="此进程不保管日志密钥 / this process keeps no key of the log")
        self.refresh()
        with self._lock:
            if self._next is not None:
                why = f"{self._next.position} 处的更换尚未完成 / the change at {self._next.position} waits for its checkpoint"
                raise RotationRefused(why=why)
            try:
                if not self._next_path.exists():
                    write_once(self._next_path, SignerKey(self._store.source, ED25519, token_bytes(32)).export(), 0o600)
            except OSError as error:
                raise RotationRefused(why=f"新密钥无法保存 / the new key cannot be kept: {error}") from error
            newest = self._store.checkpoint()
            size, root = (0, EMPTY_ROOT) if newest is None else (newest.size, newest.root)
            fresh = read_key(self._next_path, self._store.source, ED25519)
            return rotation_of(self._service, self._present, fresh, size, root)

    @property
    def _next_path(self) -> Path:
        assert self._path is not None  # noqa: S101 - asked by callers
        return self._path.with_suffix(".next.key")

    def _waiting(self) -> SignerKey | None:
        if self._path is None or not self._next_path.exists():
            return None
        return read_key(self._next_path, self._store.source, ED25519)

    def _promote(self, change: Rotation) -> None:
        """The new key takes the place of the former one, whose private half is no more; the public ones stay known."""
        assert self._path is not None  # noqa: S101 - asked by callers
        fresh = self._waiting()
        if fresh is None or fresh.verifier != change.fresh:
            return  # another process has done it, or the key is lost: nothing is signed by another one
        append_former(self._path, change.former)
        _replace(self._path.with_suffix(".vkey"), f"{fresh.verifier}\n", 0o644)
        with suppress(FileNotFoundError):  # another process was faster
            self._next_path.replace(self._path)
        self._present, self._next = fresh, None
        log.warning("log-key-changed", source=self._store.source, position=change.position, vkey=str(fresh.verifier))


def former_file(path: Path) -> Path:
    """Where the former public keys of a log stand, beside its key or public key."""
    return path.with_suffix(".former.vkey")


def former_keys(path: Path) -> list[VerifierKey]:
    """The former public keys of a log, oldest first, from beside its key or public key. Raises `OSError`, `ValueError`."""
    file = former_file(path)
    return [VerifierKey.parse(text) for text in file.read_text("ascii").split()] if file.exists() else []


def append_former(path: Path, key: VerifierKey) -> None:
    """Remember a key of a log that signs no more. Raises `OSError`, `ValueError`."""
    known = former_keys(path)
    if key not in known:
        _replace(former_file(path), "".join(f"{one}\n" for one in [*known, key]), 0o644)


def _replace(path: Path, text: str, mode: int) -> None:
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w", encoding="ascii") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(path)
