"""Bundles: what the mirror holds about one id, under cosigned checkpoints, for anyone to verify without a server."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import groupby

from rectify.audit.v1 import audit_service_pb2 as pb

from audit.forks import forks_in
from audit.history import Entry, history, shown
from audit.tools import MirrorRow, Quorate, Tools
from kernel.context import Asker, named
from kernel.errors import InvalidField, Kind, Refusal, Unavailable
from translog.errors import TranslogError
from translog.history import IndexPart, LogPart, build_history
from translog.index import Head, Index, Seal, read_seal
from translog.record import RecordError, verify_record

_PATIENCE = 50
_PAUSE = 0.2


class NothingRecorded(Refusal):
    """There is no event about it, or none for the asker."""

    code = "nothing-recorded"
    kind = Kind.NOT_FOUND
    en = "nothing is recorded about {about}"
    zh = "没有关于 {about} 的记录"
    next_en = "check the number"
    next_zh = "请核对编号"


class NotProvable(Refusal):
    """What is recorded cannot be put together so that it verifies."""

    code = "not-provable"
    kind = Kind.BLOCKED
    en = "what is recorded about {about} does not verify: {why}"
    zh = "关于 {about} 的记录无法核验：{why}"
    next_en = "let an auditor run `rectify audit run`, which names the event at fault"
    next_zh = "请审计人员执行 rectify audit run，查明有误的事件"


async def get_bundle(request: pb.GetBundleRequest, tools: Tools, *, asker: Asker) -> pb.GetBundleResponse:
    """All events about one id that the asker may see, with the proof of each; what was recorded a moment ago is waited for."""
    about, meta = request.about, request.meta
    if meta.HasField("as_of_effective"):
        why = "请按记录时间取证 / a proof speaks of what was recorded by a time"
        raise InvalidField(field="meta.as_of_effective", field_name="as_of_effective", why=why)
    as_of = meta.as_of.ToDatetime(tzinfo=UTC) if meta.HasField("as_of") else None
    rows = await tools.aside(lambda: _rows(tools, about, as_of, asker))
    ends = {source: part[-1].position for source, part in rows.items()}
    checkpoints = await cosigned(tools, ends)
    return await tools.aside(lambda: _built(tools, about, rows, checkpoints))


def _rows(tools: Tools, about: str, as_of: datetime | None, asker: Asker) -> dict[str, list[MirrorRow]]:
    """What the history shows to this asker, by origin and in order of position.

    Raises:
        NothingRecorded, NotProvable.
    """
    found = [entry for entry in history(tools.mirror, about, as_of, own_only=True) if shown(entry, asker)]
    if not found:
        raise NothingRecorded(field="about", about=about)
    broken = next((entry for entry in found if entry.broken), None)
    if broken is not None:
        raise NotProvable(about=about, why=f"{broken.key}: {broken.broken}")
    found.sort(key=_place)
    return {source: [entry.row for entry in part] for source, part in groupby(found, lambda entry: entry.row.source)}


def _place(entry: Entry) -> tuple[str, int]:
    return entry.row.source, entry.row.position


async def cosigned(tools: Tools, ends: Mapping[str, int]) -> dict[str, Quorate]:
    """The newest cosigned checkpoint of each origin, once it covers the position.

    Raises:
        Unavailable: it does not, within some seconds.
    """
    for _ in range(_PATIENCE):
        found = {source: await tools.quorate(source) for source in ends}
        here = {head.source: head.position for head in await tools.aside(tools.mirror.heads)}
        covered = {source: one for source, one in found.items() if one is not None and ends[source] <= one.size <= here[source]}
        if len(covered) == len(ends):
            return covered
        await asyncio.sleep(_PAUSE)
    source = next(source for source in ends if source not in covered)
    raise Unavailable(what="the witness", why=f"{source} is not cosigned up to position {ends[source]} yet")


def _built(
    tools: Tools, about: str, rows: Mapping[str, Sequence[MirrorRow]], checkpoints: Mapping[str, Quorate]
) -> pb.GetBundleResponse:
    answer = pb.GetBundleResponse()
    parts = []
    try:
        for source, part in rows.items():
            checkpoint = checkpoints[source]
            part = _begun(tools, source, part)
            read = tools.mirror.nodes(source, checkpoint.size)
            ends, seal = _ends(tools, about, source, checkpoint.size, part)
            parts.append(LogPart(checkpoint.note, [(row.position, row.state) for row in part], read, ends))
            answer.logs.add(source=source, size=checkpoint.size, events=len(part), seal=seal)
        answer.bundle = build_history(about, parts, tools.policy)
    except TranslogError as error:
        raise NotProvable(about=about, why=f"{error.text('zh')} / {error.text('en')}") from error
    answer.digest = sha256(answer.bundle).digest()
    return answer


def _begun(tools: Tools, source: str, part: Sequence[MirrorRow]) -> Sequence[MirrorRow]:
    """With what tells a verifier why events of former epochs of the log stand in it; at that, the log's own beginnings alone."""
    forks = {row.position: row for row in forks_in(tools.mirror, source)}
    return [row for _, row in sorted({**forks, **{row.position: row for row in part}}.items())] if forks else part


# --- completeness ----------------------------------------------------------------------------------------------------


def _ends(tools: Tools, about: str, source: str, size: int, part: Sequence[MirrorRow]) -> tuple[IndexPart | None, int]:
    """By the newest state seal under the checkpoint: the ends of those aggregates of which every event is shown."""
    found = _seal(tools, source, size)
    if found is None:
        return None, 0
    row, seal = found
    heads = {agg: Head(agg, version, leaf) for agg, version, leaf in tools.mirror.ends(source, seal.size)}
    index = Index(heads.values())
    if (index.root, index.size) != (seal.root, seal.aggregates):
        why = f"{source}:{row.position} 的状态封签与镜像不符 / the state seal at {source}:{row.position} is not that of the mirror"
        raise NotProvable(about=about, why=why)
    claimed = [agg for agg in sorted({one.aggregate for one in part}) if _whole(part, heads.get(agg), agg, seal.size)]
    return (IndexPart((row.position, row.state), index, claimed), row.position) if claimed else (None, 0)


def _whole(part: Iterable[MirrorRow], head: Head | None, aggregate: str, size: int) -> bool:
    chain = [row for row in part if row.aggregate == aggregate]
    unbroken = [row.version for row in chain] == list(range(1, len(chain) + 1))
    return head is not None and unbroken and sum(row.position <= size for row in chain) == head.ver


def _seal(tools: Tools, source: str, size: int) -> tuple[MirrorRow, Seal] | None:
    """The newest event by which the log's own service sealed its state, at a position under the checkpoint."""
    service = source.split("/")[1]
    for row in reversed(tools.mirror.concerning(named("log", service))):
        if row.source != source or row.position > size or row.topic != f"{service}.log.state-sealed.v1":
            continue
        try:
            verified = verify_record(row.state, leaf=row.leaf)
            return row, read_seal(verified.envelope, dict(verified.clear))
        except RecordError:
            return None
    return None
