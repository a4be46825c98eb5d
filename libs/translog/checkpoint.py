"""Checkpoints (C2SP tlog-checkpoint): the signed statement of a log's size and root."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from translog.codec import b64decode, b64encode, decimal, lines
from translog.errors import CheckpointMalformed, CodecError, OriginMismatch
from translog.merkle import EMPTY_ROOT, HASH_SIZE
from translog.note import Signature, Signed, SignerKey, VerifierKey, open_note, sign_note

_BREAKS = re.compile(r"[\x00-\x1f]")


class Checkpoint(NamedTuple):
    """Size and root of the log `origin`; `extensions` are opaque further lines, best left out."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The note text: at least three lines, each with its newline."""
        for line in (self.origin, *self.extensions):
            if not line or _BREAKS.search(line):
                raise CheckpointMalformed("checkpoint", why="a line is empty or has a control character")
        if not 0 <= self.size < 2**63 or len(self.root) != HASH_SIZE:
            raise CheckpointMalformed("checkpoint", why="size or root is out of range")
        if self.size == 0 and self.root != EMPTY_ROOT:
            raise CheckpointMalformed("checkpoint", why="the root of an empty tree is fixed")
        return "".join(f"{line}\n" for line in (self.origin, str(self.size), b64encode(self.root), *self.extensions))


class OpenedCheckpoint(NamedTuple):
    """A checkpoint with the signatures that verified, and all signatures it carries."""

    checkpoint: Checkpoint
    signed: tuple[Signed, ...]
    signatures: tuple[Signature, ...]


def parse_checkpoint(text: str, where: str = "checkpoint") -> Checkpoint:
    """Read the text of a checkpoint; raises `CheckpointMalformed`."""
    try:
        origin, size, root, *extensions = lines(text, where)
        checkpoint = Checkpoint(origin, decimal(size, where), b64decode(root, where, HASH_SIZE), tuple(extensions))
    except CodecError as error:
        raise CheckpointMalformed(where, why="size or root is not in its one encoding") from error
    except ValueError as error:
        raise CheckpointMalformed(where, why="it has fewer than three lines") from error
    if checkpoint.text != text:
        raise CheckpointMalformed(where, why="it is not in its one form")
    return checkpoint


def sign_checkpoint(checkpoint: Checkpoint, signers: Iterable[SignerKey], kept: Iterable[Signature] = ()) -> bytes:
    """The checkpoint as a note signed by the log's keys, followed by the signatures `kept` (cosignatures)."""
    return sign_note(checkpoint.text, signers, kept)


def open_checkpoint(
    data: bytes, verifiers: Iterable[VerifierKey], origin: str | None = None, where: str = "checkpoint"
) -> OpenedCheckpoint:
    """Verify and read a signed checkpoint, of log `origin` if given.

    `verifiers` are the keys of the log and of witnesses; the caller's policy says which of `signed` are enough.
    Raises `CheckpointMalformed`, `OriginMismatch` and what `open_note` raises.
    """
    opened = open_note(data, verifiers, where)
    checkpoint = parse_checkpoint(opened.text, where)
    if origin is not None and checkpoint.origin != origin:
        raise OriginMismatch(where, found=checkpoint.origin, expected=origin)
    return OpenedCheckpoint(checkpoint, opened.signed, opened.signatures)


def cosign(checkpoint: Checkpoint, signer: SignerKey, time: int) -> Signature:
    """A witness's signature (C2SP tlog-cosignature) over the checkpoint at POSIX time `time`, in seconds."""
    return signer.sign(checkpoint.text, time)
