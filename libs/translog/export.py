"""Exports of whole logs: a signed checkpoint and every stored event, one line each, made and verified as a stream."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from translog.checkpoint import Checkpoint, parse_checkpoint
from translog.codec import b64decode_bytes, b64encode
from translog.errors import ExportMalformed, FormatUnknown, RootMismatch, SizeMismatch, TranslogError, Words
from translog.note import MAX_NOTE, parse_note
from translog.policy import Policy
from translog.record import MAX_BODY, MAX_ENVELOPE, VerifyState, unpack, verify_rows
from translog.record.envelope import read_envelope
from translog.trust import vouched
from translog.verdict import Kind, Outcome, SeenLog, Verdict

FORMAT = "rectify-export/1"
"""Name of the format, the first line of every export."""

MAX_LINE = (4 + MAX_ENVELOPE + MAX_BODY + 2) // 3 * 4 + 1
"""Most bytes of a line, with its newline: base64 of the largest state. Readers need not take longer ones."""

_FIRST = f"{FORMAT}\n".encode("ascii")


def export_lines(note: bytes, rows: Iterable[tuple[int, bytes]], policy: Policy) -> Iterator[bytes]:
    """The lines of an export for holders of `policy`: its format, the checkpoint's, an empty one, the states in base64.

    `rows` are (position, state) from 1 to the size of the signed checkpoint `note`; its signatures of keys that the
    policy does not know are left out. Raises `SizeMismatch` when rows are missing (after the last line) or too many,
    and what `Policy.judge` raises.
    """
    size = parse_checkpoint(parse_note(note).text).size
    yield _FIRST
    yield from (policy.close(note) + b"\n").splitlines(keepends=True)
    count = 0
    for position, state in rows:
        count += 1
        if position != count or count > size:
            raise SizeMismatch("export", found=position, expected=min(count, size))
        yield b64encode(state).encode("ascii") + b"\n"
    if count != size:
        raise SizeMismatch("export", found=count, expected=size)


def verify_export(lines: Iterable[bytes], policy: Policy, *, commitments: bool = True) -> Verdict:
    """The verdict on an export under a policy; never raises for anything in `lines`.

    `lines` are its bytes line by line, each with its newline (longer ones than `MAX_LINE` may come in pieces: they are
    refused). Without `commitments` the bodies are not checked. Memory: about 120 bytes an aggregate.
    """
    reader = _Reader(lines)
    try:
        note = reader.header()
        log = _check(reader, note, commitments)
    except TranslogError as error:
        return _refused(error, reader.rest(), policy)
    return verdict_of(log, note, policy, reader.rest())


def verdict_of(log: SeenLog, note: bytes, policy: Policy, digest: str) -> Verdict:
    """The verdict on an export whose rows were checked against the signed checkpoint `note`."""
    try:
        log, doubts = vouched(log, note, policy)
    except TranslogError as error:
        return _refused(error, digest, policy)
    outcome = Outcome.UNDECIDED if doubts else Outcome.VALID
    return Verdict(outcome, Kind.EXPORT, digest, tuple(doubts), logs=(log,), demanded=_demanded(policy))


def _refused(error: TranslogError, digest: str, policy: Policy) -> Verdict:
    return Verdict(Outcome.INVALID, Kind.EXPORT, digest, (error,), demanded=_demanded(policy))


def _demanded(policy: Policy) -> dict[str, str]:
    return {language: policy.describe(language) for language in ("en", "zh")}


def read_header(lines: Iterable[bytes]) -> tuple[bytes, Checkpoint]:
    """The signed checkpoint of an export and what it states; takes no line after it. Raises subclasses of `TranslogError`."""
    note = _Reader(lines).header()
    return note, parse_checkpoint(parse_note(note).text)


class _Reader:
    """The lines, hashed as they pass."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = iter(lines)
        self._digest = hashlib.sha256()
        self.first = self.last = b""

    def _next(self, where: str) -> bytes:
        line = next(self._lines, b"")
        self._digest.update(line)
        if not line.endswith(b"\n"):
            raise ExportMalformed(where, why=Words("it is cut, or a line is too long", "被截断，或某行过长"))
        return line

    def header(self) -> bytes:
        """The signed checkpoint."""
        line = next(self._lines, b"")
        self._digest.update(line)
        if line != _FIRST:
            raise FormatUnknown("export", known=FORMAT)
        note: list[bytes] = []
        blanks = size = 0
        while blanks < 2:
            note.append(self._next("export header"))
            blanks += note[-1] == b"\n"
            size += len(note[-1])
            if size > MAX_NOTE:
                raise ExportMalformed("export header", why=Words("the checkpoint is too large", "检查点过大"))
        return b"".join(note[:-1])

    def rows(self, size: int, origin: str) -> Iterator[tuple[int, bytes]]:
        """Position and state of each event, at most one more than `size`."""
        update = self._digest.update
        for position, line in enumerate(self._lines, 1):
            update(line)
            where = f"{origin}:{position}"
            if position > size:
                raise SizeMismatch(f"log {origin}", found=position, expected=size)
            if line[-1:] != b"\n":
                raise ExportMalformed(where, why=Words("the line is cut or too long", "该行被截断或过长"))
            state = b64decode_bytes(line[:-1], where)
            self.first, self.last = self.first or state, state
            yield position, state

    def rest(self) -> str:
        """SHA-256 of everything, in hex; reads on to the end."""
        for line in self._lines:
            self._digest.update(line)
        return self._digest.hexdigest()


def _check(reader: _Reader, note: bytes, commitments: bool) -> SeenLog:
    checkpoint = parse_checkpoint(parse_note(note).text)
    origin = checkpoint.origin
    state = VerifyState(src=origin)
    verify_rows(reader.rows(checkpoint.size, origin), commitments=commitments, state=state)
    if state.size != checkpoint.size:
        raise SizeMismatch(f"log {origin}", found=state.size, expected=checkpoint.size)
    state.check_end()
    if state.root != checkpoint.root:
        raise RootMismatch(f"log {origin}", size=state.size)
    return SeenLog(
        origin=origin,
        size=checkpoint.size,
        root=checkpoint.root,
        count=state.size,
        aggregates=sum(map(len, state.chains)),
        first_at=recorded(reader.first),
        last_at=recorded(reader.last),
    )


def recorded(state: bytes) -> str:
    """Recorded time of a stored state; "" of none."""
    return read_envelope(unpack(state)[0]).at if state else ""
