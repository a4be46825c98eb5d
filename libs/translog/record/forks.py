"""Logs that go on under another origin: which event begins the new one, and which origin stands at which position."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from translog.errors import ForkContradicts, RecordError, SourceMismatch, Words
from translog.record.stored import verify_record

SUFFIX = ".log.forked.v1"
"""End of the type of the event that begins a log in the place of another one; what stands before it is the context."""


class Fork(NamedTuple):
    """What the event at `position` says: from here on the log of `former`, of `size` events, is that of `origin`.

    `root` is the root of those events in hex, `known` the greatest size of the former log that anybody knew of.
    """

    position: int
    former: str
    origin: str
    size: int
    root: str
    known: int


def is_fork(origin: str, topic: str) -> bool:
    """Whether an event of this type begins the log `origin`."""
    return topic.endswith(SUFFIX) and topic[: -len(SUFFIX)] == origin.split("/")[1]


def akin(first: str, second: str) -> bool:
    """Whether two origins are those of two epochs of one context of one site."""
    return first != second and first.rpartition("/")[0] == second.rpartition("/")[0]


def read_fork(position: int, origin: str, fields: Mapping[str, object], where: str) -> Fork:
    """The fork that an event of that type states by its clear fields, its body being the one it was recorded with.

    Raises:
        ForkContradicts: it says nothing that can be: another epoch of the same context, ended right before this position.
    """
    former, root = str(fields.get("former", "")), str(fields.get("root", ""))
    size, known = _number(fields.get("size")), _number(fields.get("known"))
    if former.count("/") != 2 or not akin(former, origin):
        why = Words(f"{former or 'nothing'} is no other epoch of {origin}", f"{former or '（空）'} 不是 {origin} 的其他时期")
        raise ForkContradicts(where, why=why)
    if size != position - 1 or known <= size:
        why = Words(f"it says that {size} of {known} events stand before it", f"其称此前为 {known} 个事件中的 {size} 个")
        raise ForkContradicts(where, why=why)
    return Fork(position, former, origin, size, root, known)


class Row(Protocol):
    """A row of a log."""

    @property
    def position(self) -> int:
        """Its place."""

    @property
    def topic(self) -> str:
        """Type of its event."""

    @property
    def state(self) -> bytes:
        """Envelope and body."""


def forks_of(rows: Iterable[Row]) -> list[Fork]:
    """The forks that rows of a log state, in order; a row that does not verify states none."""
    found = []
    for row in rows:
        if not row.topic.endswith(SUFFIX):
            continue
        try:
            record = verify_record(row.state)
            origin = record.envelope["src"]
            if is_fork(origin, record.envelope["type"]):
                found.append(read_fork(row.position, origin, record.clear, f"{origin}:{row.position}"))
        except RecordError:
            continue
    return sorted(found)


def source_at(origin: str, position: int, forks: Iterable[Fork]) -> str:
    """The origin in the envelope of the event at a position of the log `origin`, by its forks in order."""
    return next((fork.former for fork in forks if position < fork.position), origin)


def _number(value: object) -> int:
    text = str(value)
    return int(text) if not isinstance(value, bool) and text.isascii() and text.isdecimal() and len(text) < 19 else -1


def check_sources(origin: str, events: Iterable[tuple[int, str]], forks: Iterable[Fork]) -> None:
    """Whether events (position, `src`) of the log `origin` are of the epochs that these forks of it say.

    Raises:
        SourceMismatch: one is of another origin. ForkContradicts: the forks do not follow each other, or end elsewhere.
    """
    known = sorted(forks)
    for one, after in zip(known, [*(later.former for later in known[1:]), origin], strict=True) if known else ():
        if one.origin != after:
            why = Words(f"it begins {one.origin}, what follows is {after}", f"其开始 {one.origin}，而其后为 {after}")
            raise ForkContradicts(f"{origin}:{one.position}", why=why)
    for position, src in events:
        expected = source_at(origin, position, known)
        if src != expected:
            raise SourceMismatch(f"{origin}:{position}", found=src, expected=expected)
