"""I11, I12: what followed from what: nothing twice, nothing before its cause."""

import asyncio

from rectify.log.v1 import log_service_pb2

from audit.audits.run import Result, Run, envelope
from audit.forks import ended
from audit.verify import Wrong
from translog.record.envelope import items


async def effects(run: Run) -> Result:
    """I11."""
    result = Result()
    # The heads are asked last: while commands come, followers move on too.
    statuses = {service: await run.tools.status(service) for service in run.tools.services}
    heads: dict[str, log_service_pb2.HeadResponse] = {service: await run.tools.head(service) for service in run.tools.services}
    for service, status in statuses.items():
        for follower in status.followers:
            kind, _, neighbour = follower.name.partition(":")
            followed = neighbour if kind in ("consumer", "mirror") else service
            if followed not in heads:
                continue  # its log is not mirrored, nobody here knows how far it goes
            head = heads[followed]
            limit = head.pub if kind == "consumer" or follower.name == "relay:evt" else head.position
            result.checked += 1
            if follower.position > limit:
                why = f"{service}'s {follower.name} stands at {follower.position}, its source at {limit}"
                result.wrong.append(Wrong(heads[service].source, 0, "", 0, "source", "follower-ahead", why))
    await asyncio.to_thread(_once, run, result)
    return result


def _once(run: Run, result: Result) -> None:
    """The events of one command stand side by side: a command id that comes again was applied twice."""
    last: dict[str, str] = {}
    seen: dict[str, set[str]] = {}
    for row, head in run.mirrored():
        result.checked += 1
        if head is None:
            continue
        ended = seen.setdefault(row.source, set())
        if head.cmd != last.get(row.source):
            if head.cmd in ended:
                why = f"command {head.cmd} recorded events before, and again here"
                result.wrong.append(Wrong(row.source, row.position, row.aggregate, row.version, "mirror", "applied-twice", why))
            ended.add(head.cmd)
            last[row.source] = head.cmd


async def causes(run: Run) -> Result:
    """I12."""
    return await asyncio.to_thread(_causes, run)


def _causes(run: Run) -> Result:
    result = Result()
    heads = {head.source: head.position for head in run.tools.mirror.heads()}
    missing = lost = 0
    gone = ended(run.tools.mirror)
    for row, head in run.mirrored():
        if head is None:
            continue
        for cause in items(head.caus):
            result.checked += 1
            source, _, position = cause.rpartition(":")
            if source not in heads:
                missing += 1
                continue
            if source in gone and int(position) > gone[source].fork.size:
                lost += 1
                continue
            if int(position) > heads[source] or (source == row.source and int(position) >= row.position):
                why = f"its cause {cause} does not exist or is not earlier"
                result.wrong.append(Wrong(row.source, row.position, row.aggregate, row.version, "mirror", "cause", why))
                continue
            (first,) = run.tools.mirror.rows(source, int(position) - 1, 1)
            before = envelope(first)
            if before is not None and before.at > head.at:
                why = f"its cause {cause} was recorded later, at {before.at}"
                result.wrong.append(Wrong(row.source, row.position, row.aggregate, row.version, "mirror", "cause-later", why))
    if missing:
        result.note = f"{missing} causes lie in origins that are not mirrored here"
    if lost:
        said = f"{lost} causes were lost with the ends of logs that go on under another origin"
        result.note = f"{result.note}; {said}" if result.note else said
    return result
