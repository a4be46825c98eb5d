"""Exports verified by several processes at once, a range of rows each, joined as if one had read them all."""

from __future__ import annotations

import gc
import hashlib
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice, pairwise
from pathlib import Path
from typing import BinaryIO, NamedTuple

from translog.checkpoint import Checkpoint
from translog.codec import b64decode_bytes
from translog.errors import ExportMalformed, TranslogError, Words
from translog.export import MAX_LINE, read_header, recorded, verdict_of, verify_export
from translog.merkle import HASH_SIZE, CompactTree
from translog.policy import Policy
from translog.record import VerifyState, verify_rows
from translog.verdict import SeenLog, Verdict

BLOCK = 1 << 12
"""Ranges begin at multiples of so many rows, a power of two: their trees are then complete parts of the whole one."""

OWN = 28
"""A row costs the process that cuts the file and hashes it a part in so many of what its verification costs: the last range,
whose processor that one shares, is smaller by as much."""

LEAST = 1 << 24
"""Bytes of an export from which on it is worth starting processes."""

_PIECE = 1 << 20
_ID, _HEAD = 16, 40
_NUMBER = 8


class _Range(NamedTuple):
    """Rows of an export: where the first one begins in the file, how many stand before it, how many there are."""

    offset: int
    before: int
    rows: int
    last: bool


class _Part(NamedTuple):
    """What a process found of its range; of aggregates by id (16 bytes): version (8 bytes) ‖ hash (32 bytes).

    Attributes:
        states: the first and the last stored state.
        blocks: roots of its complete blocks; rest: peaks of the tree over the rows after them.
        firsts: of each aggregate the first version here and the `prev` of it; lasts: the last version and its leaf.
    """

    states: Sequence[bytes]
    blocks: Sequence[bytes]
    rest: Sequence[bytes]
    firsts: dict[bytes, bytes]
    lasts: dict[bytes, bytes]


def verify_export_file(
    path: Path, policy: Policy, *, commitments: bool = True, processes: int | None = None, least: int = LEAST
) -> Verdict:
    """As `verify_export`, of a file, on as many processors as this process may use.

    Only what verifies is found out together; whatever is wrong is named by reading the file once more, alone. One process
    does it all where the file is no regular one, is shorter than `least` bytes, or this process has threads, and where the
    system cannot fork. Raises `OSError`.
    """
    with path.open("rb") as file:
        count = _processors() if processes is None else processes
        if count > 1 and _may_fork() and os.fstat(file.fileno()).st_size >= least:
            known = os.fstat(file.fileno())
            found = _together(file, path, count, commitments)
            if found is not None and _same(known, path.stat()):
                note, log, digest = found
                return verdict_of(log, note, policy, digest)
            file.seek(0)
        return verify_export(iter(partial(file.readline, MAX_LINE), b""), policy, commitments=commitments)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _may_fork() -> bool:
    """A thread that holds a lock while this process is copied would hold it in the copy for ever."""
    tasks = Path("/proc/self/task")
    return hasattr(os, "fork") and threading.active_count() == 1 and (not tasks.is_dir() or len(list(tasks.iterdir())) == 1)


def _same(before: os.stat_result, after: os.stat_result) -> bool:
    return (before.st_size, before.st_mtime_ns, before.st_ino) == (after.st_size, after.st_mtime_ns, after.st_ino)


def _together(file: BinaryIO, path: Path, processes: int, commitments: bool) -> tuple[bytes, SeenLog, str] | None:
    """The checkpoint's note, the log and the SHA-256 of the file; None unless all of it is right."""
    try:
        note, checkpoint = read_header(iter(partial(file.readline, MAX_LINE), b""))
    except TranslogError:
        return None
    children: list[_Child] = []
    try:
        ranges = _cut(file, checkpoint.size, processes)
        children.extend(_Child(partial(_verify_range, path, part, checkpoint.origin, commitments)) for part in ranges)
        file.seek(0)
        digest = hashlib.sha256()
        while piece := file.read(_PIECE):
            digest.update(piece)
        log = _joined(checkpoint, (child.result() for child in children))
    finally:
        for child in children:
            child.end()
    return None if log is None else (note, log, digest.hexdigest())


def _cut(file: BinaryIO, size: int, processes: int) -> Iterator[_Range]:
    """Ranges of nearly equal work, from where the file stands; each before the file is read to the next one."""
    work = size + size // OWN
    borders = sorted({min(work * n // processes, size) // BLOCK * BLOCK for n in range(processes)})
    lines, offset = 0, file.tell()
    for border, after in pairwise([*borders, size]):
        while True:
            piece = file.read(_PIECE)
            there = lines + piece.count(b"\n")
            if there >= border or not piece:
                break
            lines, offset = there, offset + len(piece)
        place = 0
        for _ in range(border - lines):
            place = piece.find(b"\n", place) + 1
        lines, offset = border, offset + place
        file.seek(offset)
        yield _Range(offset, border, after - border, after == size)


# --- one process -----------------------------------------------------------------------------------------------------


class _Child:
    """A process of its own that answers with bytes, or with nothing when it fails."""

    def __init__(self, work: Callable[[], bytes]) -> None:
        self._answer, writing = os.pipe()
        self._process = os.fork()
        if not self._process:
            _leave(work, self._answer, writing)
        os.close(writing)

    def result(self) -> bytes | None:
        """Wait for the answer; None when there is none."""
        with os.fdopen(self._answer, "rb", closefd=False) as file:
            data = file.read()
        process, self._process = self._process, 0
        return data if os.waitpid(process, 0)[1] == 0 else None

    def end(self) -> None:
        """Let go of it, whether or not it has answered."""
        os.close(self._answer)
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)


def _leave(work: Callable[[], bytes], reading: int, writing: int) -> None:
    """Work, answer, and end at once: nothing that was begun before the fork is this process's to finish."""
    code = 1
    try:
        # Nothing here is made in circles; and memory that is shared with the parent stays so while nobody looks through it.
        gc.disable()
        os.close(reading)
        with os.fdopen(writing, "wb") as file:
            file.write(work())
        code = 0
    finally:
        os._exit(code)


def _verify_range(path: Path, part: _Range, origin: str, commitments: bool) -> bytes:
    """What was found of a range, packed; raises a `TranslogError` at the first row that is wrong."""
    state = VerifyState(src=origin, size=part.before, firsts={})
    states: list[bytes] = []
    blocks: list[bytes] = []
    with path.open("rb") as file:
        file.seek(part.offset)
        rows = _rows(file, part, states)
        for _ in range(0, part.rows, BLOCK):
            state.tree = CompactTree()
            verify_rows(islice(rows, BLOCK), commitments=commitments, state=state)
            if state.tree.size == BLOCK:
                blocks.append(state.tree.root())
                state.tree = CompactTree()
        # As many rows as the checkpoint has, no more.
        if state.size != part.before + part.rows or (part.last and file.read(1)):
            raise ExportMalformed(origin, why=Words("it has not as many rows as its checkpoint says", "行数与检查点不符"))
    lasts = {bytes([first]) + rest: last for first, chains in enumerate(state.chains) for rest, last in chains.items()}
    return _packed(_Part(states, blocks, state.tree.peaks, state.firsts or {}, lasts))


def _rows(file: BinaryIO, part: _Range, states: list[bytes]) -> Iterator[tuple[int, bytes]]:
    for position in range(part.before + 1, part.before + part.rows + 1):
        line = file.readline(MAX_LINE)
        if line[-1:] != b"\n":
            raise ExportMalformed(f"position {position}", why=Words("the line is cut or too long", "该行被截断或过长"))
        state = b64decode_bytes(line[:-1])
        if not states:
            states.append(state)
        states[1:] = [state]
        yield position, state


def _packed(part: _Part) -> bytes:
    fields = [
        b"".join(len(state).to_bytes(4, "big") + state for state in part.states),
        b"".join(part.blocks),
        b"".join(part.rest),
        b"".join(aggregate + head for aggregate, head in part.firsts.items()),
        b"".join(aggregate + head for aggregate, head in part.lasts.items()),
    ]
    return b"".join(len(field).to_bytes(_NUMBER, "big") + field for field in fields)


def _unpacked(data: bytes) -> _Part:
    fields, start = [], 0
    while start < len(data):
        end = start + _NUMBER + int.from_bytes(data[start : start + _NUMBER], "big")
        fields.append(data[start + _NUMBER : end])
        start = end
    states, blocks, rest, firsts, lasts = fields
    return _Part(list(_lengths(states)), _pieces(blocks), _pieces(rest), _heads(firsts), _heads(lasts))


def _lengths(data: bytes) -> Iterator[bytes]:
    start = 0
    while start < len(data):
        end = start + 4 + int.from_bytes(data[start : start + 4], "big")
        yield data[start + 4 : end]
        start = end


def _pieces(data: bytes) -> list[bytes]:
    return [data[start : start + HASH_SIZE] for start in range(0, len(data), HASH_SIZE)]


def _heads(data: bytes) -> dict[bytes, bytes]:
    width = _ID + _HEAD
    return {data[start : start + _ID]: data[start + _ID : start + width] for start in range(0, len(data), width)}


# --- together --------------------------------------------------------------------------------------------------------


def _joined(checkpoint: Checkpoint, answers: Iterable[bytes | None]) -> SeenLog | None:
    """The log that the ranges make, None where one failed, two of them do not fit or the root is not the checkpoint's."""
    known: dict[bytes, bytes] = {}
    blocks, at = CompactTree(), ""
    rest: Sequence[bytes] = ()
    ends: list[bytes] = []
    for answer in answers:
        if answer is None:
            return None
        part = _unpacked(answer)
        if part.states and recorded(part.states[0]) < at:
            return None
        at = recorded(part.states[-1]) if part.states else at
        if not all(_follows(known.get(aggregate), first) for aggregate, first in part.firsts.items()):
            return None
        known |= part.lasts
        blocks.extend(part.blocks)
        rest = part.rest
        ends += part.states
    # A tree over roots of complete blocks has the nodes of the tree over their leaves, from that height upwards.
    tree = CompactTree(checkpoint.size, [*blocks.peaks, *rest])
    if tree.root() != checkpoint.root:
        return None
    return SeenLog(
        origin=checkpoint.origin,
        size=checkpoint.size,
        root=checkpoint.root,
        count=checkpoint.size,
        aggregates=len(known),
        first_at=recorded(ends[0]) if ends else "",
        last_at=recorded(ends[-1]) if ends else "",
    )


def _follows(last: bytes | None, first: bytes) -> bool:
    """Whether the first event of an aggregate in a range follows its last one before, by version and `prev`."""
    version = int.from_bytes(first[:_NUMBER], "big")
    if last is None:
        return version == 1
    return version == int.from_bytes(last[:_NUMBER], "big") + 1 and first[_NUMBER:] == last[_NUMBER:]
