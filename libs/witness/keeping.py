"""The folder of a witness: its key, its verifier key for others, and what it remembers."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from translog.errors import KeyMalformed, Words
from translog.note import COSIGNATURE, SignerKey
from witness.cosigner import Witness
from witness.errors import AlreadyThere, KeyReadable, NameMalformed, NotThere
from witness.logs import Logs
from witness.memory import SqliteMemory

KEY, VKEY, RECORD = "witness.key", "witness.vkey", "witness.sqlite"

_LONGEST = 200


class Opened(NamedTuple):
    """A witness ready to work, and its memory."""

    witness: Witness
    memory: SqliteMemory


def init(folder: Path, name: str, seed: Callable[[], bytes] = lambda: secrets.token_bytes(32)) -> str:
    """Make a witness in a folder: key (mode 0600), verifier key, empty memory. The verifier key.

    Args:
        name: of the key, for others to know it by: no spaces, no +.

    Raises:
        AlreadyThere: the folder holds one, or remains of one. NameMalformed: the name cannot be one.
    """
    try:
        signer = SignerKey(name, COSIGNATURE, seed())
    except ValueError as error:  # no name of a key, or no text at all
        raise NameMalformed(repr(name)) from error
    if len(name.encode()) > _LONGEST or not name.isprintable():
        raise NameMalformed(repr(name))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for part in (KEY, VKEY, RECORD):
        if (folder / part).exists():
            raise AlreadyThere(str(folder / part))
    _write(folder / KEY, signer.export(), 0o600)
    SqliteMemory.create(folder / RECORD, str(signer.verifier))
    _write(folder / VKEY, str(signer.verifier), 0o644)
    _sync(folder)
    return str(signer.verifier)


def signer_in(folder: Path) -> SignerKey:
    """The key of the witness in a folder.

    Raises:
        NotThere: there is none. KeyReadable: others may read it. KeyMalformed: it is damaged.
    """
    path = folder / KEY
    try:
        mode = path.stat().st_mode & 0o777
        text = path.read_text("utf-8")
    except FileNotFoundError as error:
        raise NotThere(str(path)) from error
    except UnicodeDecodeError as error:
        raise KeyMalformed(str(path), why=Words("it is not text", "不是文本")) from error
    if mode & 0o077:
        raise KeyReadable(str(path), mode=f"{mode:03o}")
    return SignerKey.parse(text.removesuffix("\n"))


def open_witness(folder: Path, logs: Logs, clock: Callable[[], int]) -> Opened:
    """The witness in a folder, with what it remembers.

    Raises:
        NotThere: key or memory is missing. KeyOfAnother: they do not belong together. KeyReadable, KeyMalformed: the key
            cannot be used. MemoryUnavailable: the memory cannot be read.
    """
    signer = signer_in(folder)
    memory = SqliteMemory(folder / RECORD)
    try:
        memory.belongs_to(str(signer.verifier), str(folder / KEY))
        return Opened(Witness(signer, logs, memory, clock), memory)
    except BaseException:
        memory.close()
        raise


def _write(path: Path, text: str, mode: int) -> None:
    """A new file with this mode from its first moment, on disk when this returns."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
    except FileExistsError as error:
        raise AlreadyThere(str(path)) from error
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
