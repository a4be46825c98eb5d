"""Verification of a history bundle: every byte bound to a checkpoint, every chain unbroken, every claimed end proved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

from translog.checkpoint import Checkpoint, parse_checkpoint
from translog.errors import (
    BundleMalformed,
    HistoryForeign,
    IndexContradicts,
    OriginMismatch,
    PrevMismatch,
    SourceMismatch,
    TimeBackwards,
    TranslogError,
    VersionGap,
    Words,
)
from translog.history.shape import Event, History, IndexProof, LogHistory, read_history
from translog.index import Head, Seal, is_aggregate, read_seal
from translog.merkle import verify_inclusion
from translog.note import parse_note
from translog.policy import Policy
from translog.record import pack, verify_record
from translog.record.forks import akin, check_sources, is_fork, read_fork
from translog.trust import vouched
from translog.verdict import Kind, Outcome, SeenChain, SeenEvent, SeenLog, Standing, Verdict


class _Seal(NamedTuple):
    position: int
    src: str
    seal: Seal
    heads: dict[str, Head]


def verify_history(data: bytes, policy: Policy) -> Verdict:
    """The verdict on a bundle under a policy; never raises for anything in `data`."""
    digest = sha256(data).hexdigest()
    demanded = {language: policy.describe(language) for language in ("en", "zh")}
    try:
        history = read_history(data)
        logs = check_history(history)
        doubts: list[TranslogError] = []
        judged = []
        for part, log in zip(history.logs, logs, strict=True):
            seen, found = vouched(log, part.checkpoint, policy)
            judged.append(seen)
            doubts += found
    except TranslogError as error:
        return Verdict(Outcome.INVALID, Kind.HISTORY, digest, (error,), demanded=demanded)
    outcome = Outcome.UNDECIDED if doubts else Outcome.VALID
    return Verdict(outcome, Kind.HISTORY, digest, tuple(doubts), history.about, tuple(judged), demanded)


def check_history(history: History) -> list[SeenLog]:
    """Everything that needs no policy: that each log's part agrees with the checkpoint in it, and with its subject.

    Raises subclasses of `TranslogError`. What the checkpoints are worth, `Policy` says.
    """
    if any(first.origin >= second.origin for first, second in pairwise(history.logs)):
        raise BundleMalformed("bundle logs", why=Words("they must be in ascending order of origin", "须按 origin 升序排列"))
    logs = [_check_log(log) for log in history.logs]
    for log in logs:
        for chain in log.chains:
            # Nothing may be missing in the middle of what the history is about, nor at its beginning.
            if chain.agg == history.about and chain.standing is Standing.SELECTED:
                raise VersionGap(f"aggregate {chain.agg} of log {log.origin}", found=chain.last, expected=chain.count)
    _check_subject(history.about, logs)
    return logs


def _check_log(log: LogHistory) -> SeenLog:
    where = f"checkpoint of log {log.origin}"
    checkpoint = parse_checkpoint(parse_note(log.checkpoint, where).text, where)
    if checkpoint.origin != log.origin:
        raise OriginMismatch(where, found=checkpoint.origin, expected=log.origin)
    if any(first.position >= second.position for first, second in pairwise(log.events)):
        why = Words("its events must be in ascending order of position", "其事件须按位置升序排列")
        raise BundleMalformed(f"log {log.origin}", why=why)
    events = [_check_event(log.origin, event, checkpoint) for event in log.events]
    for before, after in pairwise(events):
        # Texts of one fixed form in UTC: their order is the order of time.
        if after.envelope["at"] < before.envelope["at"]:
            raise TimeBackwards(_at(log.origin, after.position), found=after.envelope["at"], expected=before.envelope["at"])
    sealed = None if log.ends is None else _check_index(log.origin, log.ends, checkpoint)
    sources = [(event.position, event.envelope["src"]) for event in events]
    forks = [
        read_fork(event.position, event.envelope["src"], event.clear, _at(log.origin, event.position))
        for event in events
        if is_fork(event.envelope["src"], event.envelope["type"])
    ]
    check_sources(log.origin, sources if sealed is None else [*sources, (sealed.position, sealed.src)], forks)
    chains = list(_chains(log.origin, events, sealed))
    return SeenLog(
        origin=log.origin,
        size=checkpoint.size,
        root=checkpoint.root,
        events=tuple(events),
        count=len(events),
        aggregates=len(chains),
        chains=tuple(chains),
        seal=None if sealed is None else (sealed.position, sealed.seal),
        first_at=events[0].envelope["at"],
        last_at=events[-1].envelope["at"],
    )


def _check_event(origin: str, event: Event, checkpoint: Checkpoint) -> SeenEvent:
    where = _at(origin, event.position)
    verified = verify_record(pack(event.envelope, event.body), where=where)
    src = verified.envelope["src"]
    if src != origin and not akin(src, origin):
        raise SourceMismatch(where, found=src, expected=origin)
    proof = f"inclusion proof of {where}"
    verify_inclusion(verified.leaf, event.position - 1, checkpoint.size, event.proof, checkpoint.root, proof)
    return SeenEvent(event.position, verified.envelope, verified.clear, tuple(verified.sealed), verified.leaf)


# --- completeness ----------------------------------------------------------------------------------------------------


def _check_index(origin: str, index: IndexProof, checkpoint: Checkpoint) -> _Seal:
    event = _check_event(origin, index.seal, checkpoint)
    where = f"seal at {_at(origin, event.position)}"
    seal = read_seal(event.envelope, dict(event.clear), where)
    if seal.size >= event.position:
        why = Words("it speaks of events after itself", "其所述位置晚于自身")
        raise IndexContradicts(where, why=why)
    if any(first.head.agg >= second.head.agg for first, second in pairwise(index.claims)):
        raise BundleMalformed(where, why=Words("its heads must be in ascending order", "其各项须按升序排列"))
    for claim in index.claims:
        proof = f"inclusion proof of aggregate {claim.head.agg} under the {where}"
        verify_inclusion(claim.head.leaf_of_index, claim.place, seal.aggregates, claim.proof, seal.root, proof)
    return _Seal(event.position, event.envelope["src"], seal, {claim.head.agg: claim.head for claim in index.claims})


def _chains(origin: str, events: Sequence[SeenEvent], sealed: _Seal | None) -> Iterator[SeenChain]:
    by_aggregate: dict[str, list[SeenEvent]] = {}
    for event in events:
        by_aggregate.setdefault(event.envelope["agg"], []).append(event)
    for agg in sealed.heads if sealed is not None else ():
        if agg not in by_aggregate:
            why = Words("the bundle shows none of its events", "文件未包含其任何事件")
            raise IndexContradicts(f"aggregate {agg} of log {origin}", why=why)
    for agg, chain in sorted(by_aggregate.items()):
        yield _check_chain(origin, agg, chain, sealed)


def _check_chain(origin: str, agg: str, chain: Sequence[SeenEvent], sealed: _Seal | None) -> SeenChain:
    first, last = _version(chain[0]), _version(chain[-1])
    for before, after in pairwise(chain):
        where = _at(origin, after.position)
        if _version(after) <= _version(before):
            raise VersionGap(where, found=_version(after), expected=_version(before) + 1)
        if _version(after) == _version(before) + 1 and after.envelope["prev"] != before.leaf.hex():
            raise PrevMismatch(where)
    unbroken = first == 1 and last == len(chain)
    head = None if sealed is None else sealed.heads.get(agg)
    if head is not None and sealed is not None:
        _check_end(f"aggregate {agg} of log {origin}", chain, head, sealed.seal.size, unbroken)
    standing = Standing.SELECTED if not unbroken else Standing.UNBROKEN if head is None else Standing.COMPLETE
    return SeenChain(agg, first, last, len(chain), standing)


def _check_end(where: str, chain: Sequence[SeenEvent], head: Head, size: int, unbroken: bool) -> None:
    """The chain must lead from version 1 to the sealed head, and only what came after the seal may go beyond."""
    if not unbroken:
        raise IndexContradicts(where, why=Words("it is claimed complete and has a gap", "声称完整但有缺口"))
    sealed = [event for event in chain if event.position <= size]
    if not sealed or _version(sealed[-1]) != head.ver:
        shown = _version(sealed[-1]) if sealed else 0
        why = Words(
            f"the seal names version {head.ver} as its newest, shown up to there is version {shown}",
            f"封签所载最新版本为 {head.ver}，此处仅示至第 {shown} 版",
        )
        raise IndexContradicts(where, why=why)
    if sealed[-1].leaf != head.leaf:
        raise IndexContradicts(where, why=Words("its newest event is another than the sealed one", "其最新事件与封签所载不同"))


# --- subject ---------------------------------------------------------------------------------------------------------


def _check_subject(about: str, logs: Sequence[SeenLog]) -> None:
    """Every event must be tied to the subject: by an id it names, or as cause or effect of one that is.

    So the id that the bundle says it is about is bound, and nothing can be slipped in that only looks related.
    """
    ties: dict[str, list[str]] = {}
    events: dict[str, set[str]] = {}
    for log in logs:
        for event in log.events:
            src = event.envelope["src"]
            if is_fork(src, event.envelope["type"]):
                continue  # it is about the log, and shown to tell why others are of a former origin
            key = f"{src}:{event.position}"  # as causes name it
            events[key] = {key, *event.envelope["caus"], *_named(event)}
            for tie in events[key]:
                ties.setdefault(tie, []).append(key)
    if about not in ties:
        raise HistoryForeign(f"subject {about}", why=Words("no event names it", "没有事件涉及该对象"))
    reached: set[str] = set()
    followed = {about}
    pending = [about]
    while pending:
        for key in ties[pending.pop()]:
            if key not in reached:
                reached.add(key)
                fresh = events[key] - followed
                followed |= fresh
                pending += fresh
    for key in sorted(events.keys() - reached):
        raise HistoryForeign(f"event {key}", why=Words("it has no tie to the subject", "与该对象没有关联"))


def _named(event: SeenEvent) -> Iterator[str]:
    yield event.envelope["agg"]
    yield from event.envelope["refs"]
    yield from (value for value in event.clear.values() if isinstance(value, str) and is_aggregate(value))


def _version(event: SeenEvent) -> int:
    return int(event.envelope["ver"])


def _at(origin: str, position: int) -> str:
    return f"{origin}:{position}"
