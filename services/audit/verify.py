"""Verification of whole logs: chains, leaves, commitments and roots, in the mirror and at the source, side by side."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rectify.log.v1 import log_service_pb2

from audit.tools import MirrorRow, Tools
from translog.record import Broken, RecordError, VerifyState, leaf_hash, unpack, verify_rows
from translog.record.envelope import read_envelope

PAGE = 1000


@dataclass(frozen=True, slots=True)
class Wrong:
    """One broken event; `where` is source, mirror or both."""

    source: str
    position: int
    aggregate: str
    version: int
    where: str
    code: str
    why: str


@dataclass(slots=True)
class Verdict:
    """What was found in one origin."""

    source: str
    events: int = 0
    lag: int = 0
    root: bytes = b""
    broken: list[Wrong] = field(default_factory=list)

    def add(self, wrong: Wrong) -> None:
        """Keep one entry a position and code; the same fault on both sides becomes one."""
        for index, known in enumerate(self.broken):
            if (known.position, known.code) == (wrong.position, wrong.code) and known.where != wrong.where:
                self.broken[index] = Wrong(
                    known.source, known.position, known.aggregate, known.version, "both", known.code, known.why
                )
                return
        self.broken.append(wrong)


class Side:
    """The verification of one copy of a log, page by page."""

    def __init__(self, verdict: Verdict, where: str, commitments: bool) -> None:
        self._verdict, self._where, self._commitments = verdict, where, commitments
        self._state = VerifyState(src=verdict.source)

    @property
    def root(self) -> bytes:
        """Root over what was read; empty when it means nothing."""
        return self._state.root or b""

    @property
    def size(self) -> int:
        """Events read."""
        return self._state.size

    def page(self, rows: Sequence[MirrorRow]) -> None:
        """Verify the next rows; the leaves known for them name an altered envelope by itself."""
        before = len(self._state.broken)
        verify_rows(
            ((row.position, row.state) for row in rows),
            commitments=self._commitments,
            state=self._state,
            leaves=(row.leaf for row in rows),
            keep_going=True,
        )
        for broken in self._state.broken[before:]:
            self._verdict.add(self._wrong(broken))
        for row in rows:
            for code, why in columns(row):
                self._verdict.add(Wrong(self._verdict.source, row.position, row.aggregate, row.version, self._where, code, why))

    def _wrong(self, broken: Broken) -> Wrong:
        return Wrong(self._verdict.source, broken.position, broken.agg, broken.ver, self._where, broken.code, broken.why)


def columns(row: MirrorRow) -> Iterator[tuple[str, str]]:
    """Where the columns beside a record say something else than the record itself."""
    try:
        head = read_envelope(unpack(row.state)[0])
    except RecordError:
        return  # named by the record's own verification
    for column, said, written in (
        ("aggregate", row.aggregate, head.agg),
        ("version", str(row.version), head.ver),
        ("topic", row.topic, head.type),
    ):
        if said != written:
            yield f"column-{column}", f"the column says {column} {said}, the record {written}"


async def verify(tools: Tools, service: str, *, commitments: bool = True, source_too: bool = True) -> list[Verdict]:
    """Verify every mirrored origin of a service and compare it with the service's own rows.

    Returns one verdict an origin, the first broken event first. The newest events that the mirror has not received are
    counted as lag, not as broken; a source that is shorter than its mirror is broken.
    """
    heads = [head for head in tools.mirror.heads() if head.source.split("/")[1] == service]
    now = await tools.head(service) if source_too else None
    others = [head.source for head in heads if now is None or head.source != now.source]
    verdicts = [await asyncio.to_thread(_mirrored, tools, source, commitments) for source in others]
    if now is not None:
        verdicts.append(await _both(tools, service, now, commitments))
    for verdict in verdicts:
        verdict.broken.sort(key=lambda wrong: wrong.position)
    return sorted(verdicts, key=lambda verdict: verdict.source)


def _mirrored(tools: Tools, source: str, commitments: bool) -> Verdict:
    """An origin that only the mirror holds: an earlier epoch, or the source was not asked."""
    verdict = Verdict(source)
    side = Side(verdict, "mirror", commitments)
    while rows := tools.mirror.rows(source, side.size, PAGE):
        size = side.size
        side.page(rows)
        if side.size == size:
            break
    verdict.events, verdict.root = side.size, side.root
    return verdict


async def _both(tools: Tools, service: str, now: log_service_pb2.HeadResponse, commitments: bool) -> Verdict:
    verdict = Verdict(now.source)
    mirror, source = Side(verdict, "mirror", commitments), Side(verdict, "source", commitments)
    after, pub = 0, 0
    while True:
        kept = list(await asyncio.to_thread(tools.mirror.rows, now.source, after, PAGE))
        own = [_row(now.source, row) for row in (await tools.read(service, after, PAGE)).rows]
        own = [row for row in own if row.position <= max(now.position, kept[-1].position if kept else 0)]
        if not kept and not own:
            break
        await asyncio.to_thread(mirror.page, kept)
        # The leaf computed on arrival binds the source's row; where the mirror has none yet, the row binds itself.
        leaves = {row.position: row.leaf for row in kept}
        await asyncio.to_thread(source.page, [row._replace(leaf=leaves.get(row.position, row.leaf)) for row in own])
        pub = _compare(verdict, kept, own, pub)
        last = max((row.position for row in (*kept, *own)), default=after)
        if last <= after:
            break
        after = last
    if source.size < mirror.size:
        why = f"the source ends at {source.size}, its mirror at {mirror.size}"
        verdict.add(Wrong(now.source, source.size + 1, "", 0, "source", "source-shorter", why))
    if now.position > source.size:
        why = f"the source says that it has {now.position} events and gives {source.size}"
        verdict.add(Wrong(now.source, source.size + 1, "", 0, "source", "head-differs", why))
    if mirror.size == source.size and mirror.root != source.root and not verdict.broken:
        verdict.add(Wrong(now.source, 0, "", 0, "both", "root-differs", "mirror and source have different roots"))
    verdict.events, verdict.root = source.size, source.root
    verdict.lag = max(0, source.size - mirror.size)
    return verdict


def _row(source: str, row: log_service_pb2.StoredRow) -> MirrorRow:
    leaf = _leaf(row.state)
    return MirrorRow(source, row.position, row.pub or None, row.aggregate, row.version, row.topic, row.state, leaf)


def _leaf(state: bytes) -> bytes:
    try:
        return leaf_hash(unpack(state)[0])
    except RecordError:
        return bytes(32)


def _compare(verdict: Verdict, kept: Sequence[MirrorRow], own: Sequence[MirrorRow], pub: int) -> int:
    """Name rows that differ between mirror and source although each may verify; returns the last published ordinal."""
    at_source = {row.position: row for row in own}
    for row in kept:
        other = at_source.get(row.position)
        if other is None:
            why = "the mirror holds this event, the source does not"
            verdict.add(Wrong(row.source, row.position, row.aggregate, row.version, "source", "missing-at-source", why))
            continue
        for name in ("pub", "aggregate", "version", "topic", "state"):
            if getattr(row, name) != getattr(other, name):
                why = f"{name} differs between mirror and source"
                verdict.add(Wrong(row.source, row.position, row.aggregate, row.version, "source", f"{name}-differs", why))
    for row in own:
        if row.pub is None:
            continue
        if row.pub != pub + 1:
            why = f"published ordinal {row.pub} follows {pub}"
            verdict.add(Wrong(row.source, row.position, row.aggregate, row.version, "source", "pub-gap", why))
        pub = row.pub
    return pub
