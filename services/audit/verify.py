"""Verification of whole logs: chains, leaves, commitments and roots, in the mirror and at the source, side by side."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rectify.log.v1 import log_service_pb2

from audit.tools import MirrorRow, Tools
from kernel.errors import Refusal
from translog.merkle import CompactTree
from translog.record import Broken, RecordError, VerifyState, leaf_hash, unpack, verify_rows
from translog.record.envelope import items, read_envelope

PAGE = 1000

COMPARED = frozenset({"pub-differs", "aggregate-differs", "version-differs", "topic-differs", "state-differs", "missing-at-source"})
"""What is seen by comparing the sides alone: the cosigned checkpoint tells on which side it is wrong."""


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
    # Both grow meanwhile: what is looked at is what was there at the beginning.
    mirrored = _head(tools, now.source)
    limit, pubs = max(now.position, mirrored), (0, 0)
    for after in range(0, limit, PAGE):
        kept = await asyncio.to_thread(_kept, tools, now.source, after, min(after + PAGE, mirrored))
        own = await _own(tools, service, now.source, after, min(after + PAGE, limit))
        await asyncio.to_thread(mirror.page, kept)
        # The leaf computed on arrival binds the source's row; where the mirror's is not of its own row, that row binds itself.
        leaves = {row.position: row.leaf for row in kept if row.leaf == _leaf(row.state)}
        await asyncio.to_thread(source.page, [row._replace(leaf=leaves.get(row.position, row.leaf)) for row in own])
        pubs = _compare(verdict, kept, own, pubs)
    if source.size < mirror.size:
        why = f"the source ends at {source.size}, its mirror at {mirror.size}"
        verdict.add(Wrong(now.source, source.size + 1, "", 0, "source", "source-shorter", why))
    if now.position > source.size:
        why = f"the source says that it has {now.position} events and gives {source.size}"
        verdict.add(Wrong(now.source, source.size + 1, "", 0, "source", "head-differs", why))
    if mirror.size == source.size and mirror.root != source.root and not verdict.broken:
        verdict.add(Wrong(now.source, 0, "", 0, "both", "root-differs", "mirror and source have different roots"))
    await asyncio.to_thread(_table, tools, verdict)
    if verdict.broken:
        await _judge(tools, service, verdict)
    verdict.events, verdict.root = source.size, source.root
    verdict.lag = max(0, source.size - mirror.size)
    return verdict


def _kept(tools: Tools, source: str, after: int, upto: int) -> list[MirrorRow]:
    return [row for row in tools.mirror.rows(source, after, PAGE) if row.position <= upto]


async def _own(tools: Tools, service: str, source: str, after: int, upto: int) -> list[MirrorRow]:
    """The source's rows of a stretch; an answer holds as many as fit into it."""
    found: list[MirrorRow] = []
    while after < upto:
        page = [_row(source, row) for row in (await tools.read(service, after, upto - after)).rows]
        found += [row for row in page if row.position <= upto]
        if not page or page[-1].position <= after or page[-1].position >= upto:
            break
        after = page[-1].position
    return found


def _head(tools: Tools, source: str) -> int:
    return next((one.position for one in tools.mirror.heads() if one.source == source), 0)


def _table(tools: Tools, verdict: Verdict) -> None:
    """What the mirror keeps beside the rows: how far it is, and by which ids each row is found."""
    source = verdict.source
    head, after = _head(tools, source), 0
    while rows := tools.mirror.rows(source, after, PAGE):
        found = tools.mirror.refs(source, after, rows[-1].position)
        for row in rows:
            try:
                envelope = read_envelope(unpack(row.state)[0])
            except RecordError:
                continue  # named by the record's own verification
            if found.get(row.position, frozenset()) != {*items(envelope.refs), envelope.agg}:
                why = "the mirror finds this event by other ids than its envelope names"
                verdict.add(Wrong(source, row.position, row.aggregate, row.version, "mirror", "mirror-refs", why))
        after = rows[-1].position
    if not head <= after <= max(head, _head(tools, source)):
        why = f"the mirror says that it ends at {head}, and ends at {after}"
        verdict.add(Wrong(source, min(after, head) + 1, "", 0, "mirror", "mirror-head", why))


async def _judge(tools: Tools, service: str, verdict: Verdict) -> None:
    """Say which of mirror and source is right, by the newest checkpoint that was cosigned while both were."""
    try:
        cosigned = await asyncio.to_thread(tools.witnessed.newest, verdict.source)
    except Refusal:
        return  # there is no witness here
    if cosigned is None:
        return
    trees: dict[str, CompactTree] = {"mirror": CompactTree(), "source": CompactTree()}
    for after in range(0, cosigned.size, PAGE):
        upto = min(after + PAGE, cosigned.size)
        for row in await asyncio.to_thread(_kept, tools, verdict.source, after, upto):
            trees["mirror"].append(_leaf(row.state))
        for row in await _own(tools, service, verdict.source, after, upto):
            trees["source"].append(row.leaf)
    right = [side for side, tree in trees.items() if tree.size == cosigned.size and tree.root() == cosigned.root]
    if len(right) == len(trees):
        return  # what differs is not of the envelopes, and says itself on which side it is wrong
    said = f"the {right[0]} gives" if right else "neither mirror nor source gives"
    for index, wrong in enumerate(verdict.broken):
        if wrong.position > cosigned.size:
            continue
        other = {"mirror": "source", "source": "mirror"}.get(right[0]) if right else "both"
        where = other if wrong.code in COMPARED and other else wrong.where
        why = f"{wrong.why}; {said} the root cosigned at {cosigned.size}"
        verdict.broken[index] = replace(wrong, where=where, why=why)


def _row(source: str, row: log_service_pb2.StoredRow) -> MirrorRow:
    leaf = _leaf(row.state)
    return MirrorRow(source, row.position, row.pub or None, row.aggregate, row.version, row.topic, row.state, leaf)


def _leaf(state: bytes) -> bytes:
    try:
        return leaf_hash(unpack(state)[0])
    except RecordError:
        return bytes(32)


def _compare(verdict: Verdict, kept: Sequence[MirrorRow], own: Sequence[MirrorRow], pubs: tuple[int, int]) -> tuple[int, int]:
    """Name rows that differ between mirror and source although each may verify; returns both sides' last published ordinal."""
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
    return _ordinals(verdict, kept, "mirror", pubs[0]), _ordinals(verdict, own, "source", pubs[1])


def _ordinals(verdict: Verdict, rows: Sequence[MirrorRow], where: str, pub: int) -> int:
    for row in rows:
        if row.pub is None:
            continue
        if row.pub != pub + 1:
            why = f"published ordinal {row.pub} follows {pub}"
            verdict.add(Wrong(row.source, row.position, row.aggregate, row.version, where, "pub-gap", why))
        pub = row.pub
    return pub
