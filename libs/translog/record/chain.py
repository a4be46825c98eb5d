"""Verification of a whole log, row by row: positions, chains of aggregates, recorded time, leaves and the root."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from translog.errors import (
    CommitmentMismatch,
    EnvelopeField,
    EnvelopeKeys,
    EnvelopeNotCanonical,
    EnvelopeTooLarge,
    ForkContradicts,
    LeafMismatch,
    PositionGap,
    PrevMismatch,
    RecordError,
    SourceMismatch,
    TimeBackwards,
    Truncated,
    VersionGap,
    Words,
)
from translog.merkle import CompactTree
from translog.record.body import read_body
from translog.record.envelope import Head, read_envelope
from translog.record.forks import SUFFIX, akin, is_fork, read_fork
from translog.record.stored import leaf_hash, unpack

_UNKNOWN = bytes(32)
_DOUBTFUL = (LeafMismatch, Truncated, EnvelopeTooLarge, EnvelopeNotCanonical, EnvelopeKeys, EnvelopeField, SourceMismatch)
_SUFFIX = len(SUFFIX)
_GUESS_AGG = re.compile(rb'"agg":"([0-9a-f]{32})"')
_GUESS_VER = re.compile(rb'"ver":"([1-9][0-9]{0,17})"')


class Broken(NamedTuple):
    """One event that did not pass: `agg` is "" and `ver` 0 where its bytes no longer say them."""

    position: int
    agg: str
    ver: int
    error: RecordError

    @property
    def code(self) -> str:
        """Stable code of what is wrong."""
        return self.error.code

    @property
    def why(self) -> str:
        """What is wrong, in English; `error.text("zh")` says it in Chinese."""
        return str(self.error)


@dataclass(slots=True)
class VerifyState:
    """What is known after the rows so far; give it to the next call to go on.

    Attributes:
        src: origin of the log; "" until the first row says it. Set it beforehand to demand one: events of former epochs of it
            then stand before the event that says so (`forks`), and no log is whole before its own origin stands there.
        now: origin of the last event; `open` says that none was demanded.
        size: last position.
        at: recorded time of the last event.
        tree: leaves so far.
        chains: one dict for each first byte of the aggregate's id, from its other 15 bytes to version (8 bytes,
            big-endian) ‖ leaf (32 bytes). 256 dicts, because one large dict needs its old and new table when it grows.
        broken: events that did not pass.
        whole: False when a row was missing or unreadable, so that the root means nothing.
        firsts: None where the rows begin at position 1. Where they begin later, a dict: of each aggregate's first event
            here it gets version (8 bytes, big-endian) ‖ `prev` (32 bytes, zero for none), by id, for whoever knows what
            stands before.
    """

    src: str = ""
    now: str = ""
    open: bool = False
    size: int = 0
    at: str = ""
    tree: CompactTree = field(default_factory=CompactTree)
    chains: tuple[dict[bytes, bytes], ...] = field(default_factory=lambda: tuple({} for _ in range(256)))
    broken: list[Broken] = field(default_factory=list)
    whole: bool = True
    firsts: dict[bytes, bytes] | None = None

    def check_end(self) -> None:
        """Refuse (`SourceMismatch`) a log that ends under another origin than the one that was demanded."""
        if self.size and self.now != self.src:
            raise SourceMismatch(f"position {self.size}", found=self.now, expected=self.src)

    @property
    def root(self) -> bytes | None:
        """RFC 6962 root over the rows so far; None when a leaf is unknown."""
        return self.tree.root() if self.whole else None


def verify_rows(
    rows: Iterable[tuple[int, bytes]],
    *,
    commitments: bool,
    state: VerifyState | None = None,
    leaves: Iterable[bytes] | None = None,
    keep_going: bool = False,
) -> VerifyState:
    """Verify (position, stored state) rows in order of position, from 1; streaming, 120 bytes an aggregate.

    `leaves` are the leaf hashes known for the same rows (from tiles or receipts): with them an altered envelope is
    named itself; without them it is seen at its aggregate's next event, or by the root. The caller compares the root
    with a checkpoint. Without `keep_going` the first broken event raises its `RecordError`, after it was added to
    `state.broken`; with it, all are collected there, one entry a row, and the checks go on from what the row says.
    """
    state = VerifyState() if state is None else state
    known: Iterator[bytes] | None = None if leaves is None else iter(leaves)
    for position, stored in rows:
        leaf = None if known is None else next(known, _UNKNOWN)
        try:
            _verify_row(state, position, stored, leaf, commitments)
        except RecordError as error:
            state.broken.append(_name(position, stored, error))
            if not keep_going:
                raise
            _resume(state, position, stored, leaf, error)
    return state


def _verify_row(state: VerifyState, position: int, stored: bytes, known: bytes | None, commitments: bool) -> None:
    if position != state.size + 1:
        raise PositionGap(f"position {position}", expected=state.size + 1)
    where = f"position {position}"
    envelope, body = unpack(stored, where)
    head = read_envelope(envelope, where)
    leaf = leaf_hash(envelope)
    if known is not None and known != leaf:
        raise LeafMismatch(where, found=leaf.hex(), expected=known.hex())
    if head.src != state.now or head.type[-_SUFFIX:] == SUFFIX:
        _check_source(state, head, body, position, where)
    # Texts of one fixed form in UTC: their order is the order of time.
    if head.at < state.at:
        raise TimeBackwards(where, found=head.at, expected=state.at)
    aggregate, version = bytes.fromhex(head.agg), int(head.ver)
    chains, rest = state.chains[aggregate[0]], aggregate[1:]
    last = chains.get(rest)
    if last is None:
        if state.firsts is not None:
            state.firsts[aggregate] = version.to_bytes(8, "big") + (bytes.fromhex(head.prev) or _UNKNOWN)
        elif version != 1:
            raise VersionGap(where, found=version, expected=1)
    else:
        expected = int.from_bytes(last[:8], "big") + 1
        if version != expected:
            raise VersionGap(where, found=version, expected=expected)
        if last[8:].hex() != head.prev and last[8:] != _UNKNOWN:
            raise PrevMismatch(where)
    if commitments and read_body(body, where).commitment.hash != head.body:
        raise CommitmentMismatch(where)
    if head.src != state.now:
        state.open = state.open or not state.src
        state.now = head.src
        state.src = head.src if state.open else state.src
    state.at = head.at
    chains[rest] = version.to_bytes(8, "big") + leaf
    state.tree.append(leaf)
    state.size = position


def _check_source(state: VerifyState, head: Head, body: bytes, position: int, where: str) -> None:
    """Where the origin is another than the event's before, or an event says that it is: both, or neither.

    What stands before a range of rows is not known: there every event must be of the origin that is demanded.
    """
    src, before = head.src, state.now
    demanded = "" if state.open else state.src
    if not is_fork(src, head.type):
        if before or (demanded and src != demanded and (state.firsts is not None or not akin(src, demanded))):
            raise SourceMismatch(where, found=src, expected=before or demanded)
        return
    if state.firsts is not None or (before and before == demanded) or (demanded and src != demanded and not akin(src, demanded)):
        raise SourceMismatch(where, found=src, expected=before or demanded)
    content = read_body(body, where)
    if content.commitment.hash != head.body:
        raise CommitmentMismatch(where)
    fork = read_fork(position, src, content.clear, where)
    if before and fork.former != before:
        why = Words(f"it names {fork.former}, before it stands {before}", f"其称 {fork.former}，而此前为 {before}")
        raise ForkContradicts(where, why=why)
    if state.whole and state.tree.size == fork.size and state.tree.root().hex() != fork.root:
        raise ForkContradicts(where, why=Words("the events before it have another root", "此前事件的根与其所述不同"))


def _name(position: int, stored: bytes, error: RecordError) -> Broken:
    """Name the event as far as its bytes still do; a broken envelope is searched, not read."""
    aggregate, version = _GUESS_AGG.search(stored[:2052]), _GUESS_VER.search(stored[:2052])
    return Broken(position, aggregate[1].decode("ascii") if aggregate else "", int(version[1]) if version else 0, error)


def _resume(state: VerifyState, position: int, stored: bytes, known: bytes | None, error: RecordError) -> None:
    """Go on behind a broken row as if it were right, so that its followers are judged by themselves."""
    if position <= state.size:
        return  # a repeated row: the one already counted stays
    if position != state.size + 1:
        state.whole = False
    leaf = known
    if leaf is None:
        try:
            leaf = leaf_hash(unpack(stored)[0])
        except RecordError:
            leaf, state.whole = _UNKNOWN, False
    named = state.broken[-1]
    if named.agg and named.ver:
        # What the next event's `prev` names is the leaf of the right envelope; of a doubtful one it is not known.
        doubtful = isinstance(error, _DOUBTFUL)
        aggregate = bytes.fromhex(named.agg)
        state.chains[aggregate[0]][aggregate[1:]] = named.ver.to_bytes(8, "big") + (_UNKNOWN if doubtful else leaf)
    if isinstance(error, TimeBackwards):
        state.at = str(error.facts["found"])
    state.tree.append(leaf)
    state.size = position
