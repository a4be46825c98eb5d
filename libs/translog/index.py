"""State seals: the index over the newest event of every aggregate, by which a history shows that its end is not missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from translog.codec import Json, canonical_json, decimal, unhex
from translog.errors import CodecError, SealMalformed, Words
from translog.merkle import EMPTY_ROOT, HASH_SIZE, inclusion_proof, leaf_hash, node_hash
from translog.record import Envelope

TOPIC = re.compile(r"[a-z][a-z0-9-]*\.log\.state-sealed\.v1")
"""Type of the events that seal a log's state."""

_AGGREGATE = re.compile(r"[0-9a-f]{32}")


class Head(NamedTuple):
    """The newest event of an aggregate: id (32 hex), version, and leaf hash (32 bytes)."""

    agg: str
    ver: int
    leaf: bytes

    @property
    def leaf_of_index(self) -> bytes:
        """Its leaf hash in the index: SHA-256(0x00 ‖ JCS([agg, ver, leaf])), version in decimal and leaf in hex."""
        return leaf_hash(canonical_json([self.agg, str(self.ver), self.leaf.hex()]))


class Seal(NamedTuple):
    """What a state seal states: `root` is that of the index over the heads of all `aggregates`, as of position `size`."""

    day: str
    size: int
    aggregates: int
    root: bytes
    models: Json


class Index:
    """The index over heads, in ascending order of aggregate: its root, and inclusion proofs; it keeps two hashes a head."""

    def __init__(self, heads: Iterable[Head]) -> None:
        self.heads: Sequence[Head] = sorted(heads)
        self._levels = [[head.leaf_of_index for head in self.heads]]
        while len(below := self._levels[-1]) > 1:
            self._levels.append([node_hash(below[i], below[i + 1]) for i in range(0, len(below) - 1, 2)])
        self._places = {head.agg: place for place, head in enumerate(self.heads)}

    @property
    def size(self) -> int:
        """How many aggregates."""
        return len(self.heads)

    @property
    def root(self) -> bytes:
        """RFC 6962 root over the heads' leaf hashes."""
        root = EMPTY_ROOT
        # The incomplete right edge: complete subtrees from the smallest, each joined to what stands right of it.
        rest: bytes | None = None
        for level, nodes in enumerate(self._levels):
            if self.size >> level & 1:
                rest = nodes[(self.size >> level) - 1] if rest is None else node_hash(nodes[(self.size >> level) - 1], rest)
        return root if rest is None else rest

    def place(self, aggregate: str) -> int | None:
        """Place of an aggregate, from 0; None when it has no event yet."""
        return self._places.get(aggregate)

    def proof(self, place: int) -> list[bytes]:
        """Inclusion proof of the head at `place`."""
        return inclusion_proof(place, self.size, lambda level, node: self._levels[level][node])


def read_seal(envelope: Envelope, clear: dict[str, Json], where: str = "seal") -> Seal:
    """What an event of type `<service>.log.state-sealed.v1` states; raises `SealMalformed`."""
    if TOPIC.fullmatch(envelope["type"]) is None:
        raise SealMalformed(where, why=Words(f"its type is {envelope['type']}", f"其类型为 {envelope['type']}"))
    if envelope["type"].partition(".")[0] != envelope["src"].split("/")[1]:
        raise SealMalformed(where, why=Words("it is of another service than its log", "其服务与所在日志不符"))
    texts = [clear.get(name) for name in ("day", "size", "aggregates", "index")]
    day, size, aggregates, index = (text if isinstance(text, str) else "" for text in texts)
    try:
        seal = Seal(day, decimal(size, where), decimal(aggregates, where), unhex(index, where, HASH_SIZE), clear.get("models"))
    except CodecError as error:
        why = Words("size, aggregates or index is not in its form", "size、aggregates 或 index 的形式不符")
        raise SealMalformed(where, why=why) from error
    if not day or not seal.aggregates <= seal.size < 2**63:
        raise SealMalformed(where, why=Words("day or counts make no sense", "日期或计数不合理"))
    return seal


def is_aggregate(text: object) -> bool:
    """Whether `text` has the form of an aggregate's id."""
    return isinstance(text, str) and _AGGREGATE.fullmatch(text) is not None
