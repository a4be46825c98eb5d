"""The questions that audit answers from bytes."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from google.protobuf.timestamp_pb2 import Timestamp
from rectify.audit.v1 import audit_service_pb2 as pb

from audit.audits import AUDITS, run_audits
from audit.audits.run import Result
from audit.history import history, shown, to_proto, walled
from audit.model import Entry, entry_id
from audit.running import tell
from audit.tools import SetAside, Tools
from audit.verify import PAGE, Wrong, verify
from kernel.context import Asker
from kernel.errors import InvalidField, Kind, Refusal
from translog.merkle import CompactTree

SHOWN = 1000
# An answer stays below gRPC's default limit of 4 MiB for receivers.
_BYTES = 3 * 1024 * 1024


class Walled(Refusal):
    """The events of a service stay in it."""

    code = "walled"
    kind = Kind.DENIED
    en = "what {source} holds leaves its own service for nobody"
    zh = "{source} 的内容不向该服务之外提供"
    next_en = "whoever may know of it asks the service itself"
    next_zh = "有权知悉者请直接向该服务查询"


async def get_history(request: pb.GetHistoryRequest, tools: Tools, *, asker: Asker) -> pb.GetHistoryResponse:
    """All events of all services that concern one id, but what the inspected organisation never sees when it asks (SOD-06)."""
    meta = request.meta
    as_of = _moment(meta.as_of) if meta.HasField("as_of") else None
    effective = _moment(meta.as_of_effective) if meta.HasField("as_of_effective") else None
    whole = await tools.aside(lambda: history(tools.mirror, request.about, as_of, effective, own_only=request.own_only))
    found = [entry for entry in whole if shown(entry, asker)]
    start = _start(request.after, [entry.key for entry in found])
    limit = min(request.limit or 200, SHOWN)
    page = found[start : start + limit]
    more = start + limit < len(found)
    answer = pb.GetHistoryResponse(events=[to_proto(entry) for entry in page], next=page[-1].key if more else "")
    if as_of is not None:
        sources = sorted({entry.row.source for entry in found})
        answer.sources.extend(await tools.aside(lambda: [_source_as_of(tools, source, as_of) for source in sources]))
    return answer


def _source_as_of(tools: Tools, source: str, as_of: datetime) -> pb.SourceAsOf:
    """How far a log was then, and how much of it this system's witness had seen and cosigned."""
    found = pb.SourceAsOf(source=source, position=tools.mirror.position_at(source, as_of))
    witnessed = tools.witnessed.by(source, int(as_of.timestamp()))
    if witnessed is not None:
        found.cosigned = witnessed.size
        found.cosigned_at.FromSeconds(witnessed.at)
    return found


async def read_mirror(request: pb.ReadMirrorRequest, tools: Tools) -> pb.ReadMirrorResponse:
    """A page of the rows of one origin as they came.

    Raises:
        Walled: the origin is of a service whose events no history shows.
        InvalidField: nothing of the origin is mirrored here.
    """
    known = [head.source for head in await tools.aside(tools.mirror.heads)]
    if request.source not in known:
        raise InvalidField(field="source", field_name="source", why=f"no origin {request.source}; there are {', '.join(known)}")
    if walled(request.source):
        raise Walled(field="source", source=request.source)
    rows = await tools.aside(lambda: tools.mirror.rows(request.source, request.after, request.limit or SHOWN))
    answer, room = pb.ReadMirrorResponse(), _BYTES
    for row in rows:
        room -= len(row.state) + 512
        if room < 0 and answer.rows:
            break  # the reader asks on from the last
        answer.rows.add(
            position=row.position,
            pub=row.pub or 0,
            aggregate=row.aggregate,
            version=row.version,
            topic=row.topic,
            state=row.state,
            leaf=row.leaf,
        )
    return answer


async def verify_logs(request: pb.VerifyRequest, tools: Tools) -> pb.VerifyResponse:
    """Recompute everything, in the mirror and at the sources."""
    if request.service and request.service not in tools.services:
        why = f"no service {request.service}; there are {', '.join(tools.services)}"
        raise InvalidField(field="service", field_name="service", why=why)
    response = pb.VerifyResponse(ok=True)
    for service in [request.service] if request.service else tools.services:
        found = await verify(tools, service, commitments=not request.skip_commitments, source_too=not request.skip_source)
        for verdict in found:
            response.ok = response.ok and not verdict.broken
            response.sources.add(
                source=verdict.source,
                events=verdict.events,
                lag=verdict.lag,
                root=verdict.root,
                broken=[_broken(wrong) for wrong in verdict.broken[:SHOWN]],
            )
    return response


async def run(request: pb.RunAuditsRequest, tools: Tools) -> pb.RunAuditsResponse:
    """Run the executable audits."""
    unknown = sorted(set(request.ids) - set(AUDITS))
    if unknown:
        why = f"no audit {', '.join(unknown)}; there are {', '.join(AUDITS)}"
        raise InvalidField(field="ids", field_name="ids", why=why)
    results = await run_audits(tools, request.ids)
    if not request.ids:
        await tell(tools, results)
    response = pb.RunAuditsResponse(ok=not any(result.wrong for result in results.values()))
    for name, result in results.items():
        response.audits.append(_outcome(name, result))
    return response


async def list_sources(request: pb.ListSourcesRequest, tools: Tools) -> pb.ListSourcesResponse:
    """What the mirror holds of each origin."""
    response = pb.ListSourcesResponse()
    for head in await tools.aside(tools.mirror.heads):
        root = await tools.aside(_root(tools, head.source, head.position))
        found = response.sources.add(source=head.source, position=head.position, head=max(head.known, head.position), root=root)
        cosigned = await tools.aside(partial(tools.witnessed.newest, head.source))
        if cosigned is not None:
            found.cosigned, found.checkpoint = cosigned.size, cosigned.note.decode()
        if head.at is not None:
            found.at.FromDatetime(head.at)
        if head.heard is not None:
            found.heard.FromDatetime(head.heard)
    return response


async def list_quarantine(request: pb.ListQuarantineRequest, tools: Tools) -> pb.ListQuarantineResponse:
    """Events that were set aside."""
    response = pb.ListQuarantineResponse()
    for entry, acknowledged in await _entries(tools):
        if acknowledged and not request.all:
            continue
        shown = response.entries.add(
            id=entry_id(entry.follower, entry.source, entry.position),
            follower=entry.follower,
            source=entry.source,
            position=entry.position,
            aggregate=entry.aggregate,
            why=entry.why,
            acknowledged=acknowledged,
        )
        shown.since.FromDatetime(entry.since)
    return response


async def _entries(tools: Tools) -> list[tuple[SetAside, bool]]:
    found = await tools.quarantined()
    repo = tools.repository()
    known = [repo.find(Entry, entry_id(entry.follower, entry.source, entry.position)).exists for entry in found]
    return list(zip(found, known, strict=True))


def _root(tools: Tools, source: str, size: int) -> Callable[[], bytes]:
    def compute() -> bytes:
        tree = CompactTree()
        after = 0
        while after < size and (rows := tools.mirror.rows(source, after, PAGE)):
            for row in rows[: size - after]:
                tree.append(row.leaf)
            after = rows[-1].position
        return tree.root()

    return compute


def _start(after: str, keys: Sequence[str]) -> int:
    if not after:
        return 0
    if after not in keys:
        raise InvalidField(field="after", field_name="after", why=f"{after} is not in this history")
    return keys.index(after) + 1


def _outcome(name: str, result: Result) -> pb.AuditResult:
    return pb.AuditResult(
        id=name,
        invariant=AUDITS[name].invariant,
        outcome="FAIL" if result.wrong else "PASS",
        checked=result.checked,
        findings=[_broken(wrong) for wrong in result.wrong[:100]],
        note=result.note,
    )


def _broken(wrong: Wrong) -> pb.Broken:
    return pb.Broken(
        source=wrong.source,
        position=wrong.position,
        aggregate=wrong.aggregate,
        version=wrong.version,
        where=wrong.where,
        code=wrong.code,
        why=wrong.why,
    )


def _moment(stamp: Timestamp) -> datetime:
    return stamp.ToDatetime(tzinfo=UTC)
