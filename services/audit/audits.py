"""The executable audits: invariants over the whole history, each PASS or FAIL with the events at fault."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field

from rectify.log.v1 import log_service_pb2

from audit.model import Entry, entry_id
from audit.tools import MirrorRow, Tools
from audit.verify import PAGE, Verdict, Wrong, verify
from translog.record import RecordError, unpack
from translog.record.envelope import Head, items, read_envelope

CHAIN = frozenset({"version-gap", "prev-mismatch"})
POSITIONS = frozenset({"position-gap", "source-shorter", "head-differs", "pub-gap"})
MIRROR = frozenset({"missing-at-source", "root-differs"})
STREAM_SAMPLE = 1000


@dataclass(slots=True)
class Result:
    """The outcome of one audit."""

    checked: int = 0
    wrong: list[Wrong] = field(default_factory=list)
    note: str = ""


class Run:
    """One run of the audits: what several of them need is computed once."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._verdicts: list[Verdict] | None = None

    @property
    def tools(self) -> Tools:
        """The machine's side."""
        return self._tools

    async def verdicts(self) -> list[Verdict]:
        """The verification of every service, mirror against source."""
        if self._verdicts is None:
            self._verdicts = []
            for service in self._tools.services:
                self._verdicts += await verify(self._tools, service)
        return self._verdicts

    def mirrored(self) -> Iterator[tuple[MirrorRow, Head | None]]:
        """Every mirrored row with its envelope, None where it cannot be read."""
        for head in self._tools.mirror.heads():
            after = 0
            while rows := self._tools.mirror.rows(head.source, after, PAGE):
                for row in rows:
                    yield row, _envelope(row)
                after = rows[-1].position


def _envelope(row: MirrorRow) -> Head | None:
    try:
        return read_envelope(unpack(row.state)[0])
    except RecordError:
        return None


async def positions(run: Run) -> Result:
    """I01."""
    return _of(await run.verdicts(), POSITIONS.__contains__)


async def chains(run: Run) -> Result:
    """I02."""
    return _of(await run.verdicts(), CHAIN.__contains__)


async def records(run: Run) -> Result:
    """I03."""
    return _of(await run.verdicts(), lambda code: code not in POSITIONS | CHAIN | MIRROR)


async def mirrors(run: Run) -> Result:
    """I08."""
    verdicts = await run.verdicts()
    result = _of(verdicts, lambda code: code in MIRROR or code.endswith("-differs"))
    result.note = "; ".join(f"{verdict.source} lags {verdict.lag}" for verdict in verdicts if verdict.lag)
    return result


async def streams(run: Run) -> Result:
    """I10."""
    result = Result(note=f"the newest {STREAM_SAMPLE} messages of each stream")
    for service in run.tools.services:
        probes = await run.tools.stream(service, STREAM_SAMPLE)
        if not probes:
            continue
        source = (await run.tools.head(service)).source
        kept = {row.position: row for row in run.tools.mirror.rows(source, probes[0].sequence - 1, STREAM_SAMPLE)}
        for probe in probes:
            result.checked += 1
            row = kept.get(probe.sequence)
            if row is not None and row.leaf != probe.leaf:
                why = f"the message at sequence {probe.sequence} carries another leaf than position {row.position}"
                result.wrong.append(Wrong(source, row.position, row.aggregate, row.version, "source", "stream-leaf", why))
    return result


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
    for row, envelope in run.mirrored():
        result.checked += 1
        if envelope is None:
            continue
        ended = seen.setdefault(row.source, set())
        if envelope.cmd != last.get(row.source):
            if envelope.cmd in ended:
                why = f"command {envelope.cmd} recorded events before, and again here"
                result.wrong.append(Wrong(row.source, row.position, row.aggregate, row.version, "mirror", "applied-twice", why))
            ended.add(envelope.cmd)
            last[row.source] = envelope.cmd


async def causes(run: Run) -> Result:
    """I12."""
    return await asyncio.to_thread(_causes, run)


def _causes(run: Run) -> Result:
    result = Result()
    heads = {head.source: head.position for head in run.tools.mirror.heads()}
    missing = 0
    for row, envelope in run.mirrored():
        if envelope is None:
            continue
        for cause in items(envelope.caus):
            result.checked += 1
            source, _, position = cause.rpartition(":")
            if source not in heads:
                missing += 1
                continue
            if int(position) > heads[source] or (source == row.source and int(position) >= row.position):
                why = f"its cause {cause} does not exist or is not earlier"
                result.wrong.append(Wrong(row.source, row.position, row.aggregate, row.version, "mirror", "cause", why))
                continue
            (first,) = run.tools.mirror.rows(source, int(position) - 1, 1)
            before = _envelope(first)
            if before is not None and before.at > envelope.at:
                why = f"its cause {cause} was recorded later, at {before.at}"
                result.wrong.append(Wrong(row.source, row.position, row.aggregate, row.version, "mirror", "cause-later", why))
    if missing:
        result.note = f"{missing} causes lie in origins that are not mirrored here"
    return result


def own(check: str) -> Callable[[Run], Awaitable[Result]]:
    """An audit that needs the owning service's code: each service runs it and answers with what it found."""

    async def ask(run: Run) -> Result:
        result, offered = Result(), []
        for service in run.tools.services:
            source = (await run.tools.head(service)).source
            for answer in (await run.tools.checks(service, [check])).results:
                offered.append(service)
                result.checked += answer.checked
                result.wrong += (
                    Wrong(source, flaw.position, flaw.aggregate, 0, "source", flaw.code, flaw.why) for flaw in answer.findings
                )
        result.note = f"run by {', '.join(offered)}" if offered else "no service offers it"
        return result

    return ask


async def quarantine(run: Run) -> Result:
    """I21."""
    result = Result()
    for service in run.tools.services:
        status = await run.tools.status(service)
        result.checked += 1
        if status.quarantined:
            why = f"{status.quarantined} events are set aside at {service}"
            result.wrong.append(Wrong(status.source, 0, "", 0, "source", "quarantined", why))
    repo = run.tools.repository()
    for entry in await run.tools.quarantined():
        result.checked += 1
        if repo.find(Entry, entry_id(entry.follower, entry.source, entry.position)).exists:
            continue  # acknowledged by a person
        result.wrong.append(Wrong(entry.source, entry.position, entry.aggregate, 0, "mirror", "quarantined", entry.why))
    return result


@dataclass(frozen=True, slots=True)
class Audit:
    """An invariant and how it is tested."""

    invariant: str
    run: Callable[[Run], Awaitable[Result]]


AUDITS: dict[str, Audit] = {
    "I01": Audit("positions 1..N contiguous, N the head, per origin", positions),
    "I02": Audit("versions contiguous and the chain of leaves intact, per aggregate", chains),
    "I03": Audit("leaf and commitment recompute; the envelope is canonical", records),
    "I08": Audit("mirror roots equal source roots at equal size", mirrors),
    "I10": Audit("stream sequence, position and leaf agree", streams),
    "I11": Audit("no follower is ahead of its source; no command applied twice", effects),
    "I12": Audit("every cause exists and is earlier", causes),
    "I14": Audit("duties are separate over the whole history (SOD-01 to SOD-15)", own("I14")),
    "I15": Audit("read models rebuilt from zero equal the live ones; snapshots equal folds", own("I15")),
    "I21": Audit("quarantine empty or acknowledged", quarantine),
    "I22": Audit("feedback, ledger and report reconcile one to one (R-14)", own("I22")),
    "I23": Audit("every deadline recomputes from its rule, trigger and calendar", own("I23")),
}


async def run_audits(tools: Tools, ids: Sequence[str] = ()) -> dict[str, Result]:
    """Run the named audits, or all, in order of id."""
    run = Run(tools)
    return {name: await AUDITS[name].run(run) for name in sorted(AUDITS) if not ids or name in ids}


def _of(verdicts: Sequence[Verdict], wanted: Callable[[str], bool]) -> Result:
    result = Result(checked=sum(verdict.events for verdict in verdicts))
    result.wrong = [wrong for verdict in verdicts for wrong in verdict.broken if wanted(wrong.code)]
    return result
