"""History bundles made from rows, checkpoints and tiles."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from translog.checkpoint import parse_checkpoint
from translog.errors import IndexContradicts, Words
from translog.history.shape import Claim, Event, History, IndexProof, LogHistory, write_history
from translog.history.verify import check_history
from translog.index import Index
from translog.merkle import NodeReader, inclusion_proof
from translog.note import parse_note
from translog.policy import Policy
from translog.record import unpack

type Row = tuple[int, bytes]
"""Position (from 1) and stored state of an event."""


class IndexPart(NamedTuple):
    """A state seal to show completeness by: its row, the index over the heads it sealed, and the aggregates claimed complete."""

    seal: Row
    heads: Index
    aggregates: Collection[str]


class LogPart(NamedTuple):
    """What a history takes from one log.

    Attributes:
        checkpoint: the signed checkpoint; signatures of keys that the policy does not know are left out.
        rows: the events to show, all below the checkpoint's size.
        read: nodes of the tree at the checkpoint's size (`tile.node_reader`, `merkle.node_reader`).
        ends: by which the ends of aggregates are shown; None when no seal is under the checkpoint yet.
    """

    checkpoint: bytes
    rows: Iterable[Row]
    read: NodeReader
    ends: IndexPart | None = None


def build_history(about: str, parts: Iterable[LogPart], policy: Policy) -> bytes:
    """The bytes of a bundle about the id `about` (32 hex) for holders of `policy`; deterministic in its arguments.

    What is built verifies, but for a quorum that is still missing. Raises what `check_history` and `Policy.judge`
    raise (`LogUnknown`, when the policy does not name a log), `ProofRequest` for a row above the checkpoint, and
    `IndexContradicts` for a claimed aggregate that the index does not have.
    """
    logs = sorted((_log(part, policy) for part in parts), key=lambda log: log.origin)
    history = History(about, tuple(logs))
    check_history(history)
    return write_history(history)


def _log(part: LogPart, policy: Policy) -> LogHistory:
    checkpoint = policy.close(part.checkpoint)
    stated = parse_checkpoint(parse_note(checkpoint).text)
    return LogHistory(
        stated.origin,
        checkpoint,
        tuple(_event(row, stated.size, part.read) for row in sorted(part.rows)),
        None if part.ends is None else _index(part.ends, stated.size, part.read),
    )


def _event(row: Row, size: int, read: NodeReader) -> Event:
    position, state = row
    envelope, body = unpack(state, f"position {position}")
    return Event(position, envelope, body, tuple(inclusion_proof(position - 1, size, read)))


def _index(part: IndexPart, size: int, read: NodeReader) -> IndexProof:
    return IndexProof(_event(part.seal, size, read), tuple(_claim(part.heads, aggregate) for aggregate in sorted(part.aggregates)))


def _claim(index: Index, aggregate: str) -> Claim:
    place = index.place(aggregate)
    if place is None:
        raise IndexContradicts(f"aggregate {aggregate}", why=Words("the index does not have it", "索引中没有该聚合"))
    return Claim(index.heads[place], place, tuple(index.proof(place)))
