"""What a report says, before it is text or a page: headed sections of lines, and events in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from translog.codec import Json, canonical_json
from translog.errors import Language
from translog.report import words
from translog.report.words import label, said
from translog.verdict import NoticeSeen, Outcome, SeenEvent, SeenLog, SeenPublication, Verdict


class Section(NamedTuple):
    """A heading and its lines."""

    heading: str
    lines: Sequence[str]


class EventLine(NamedTuple):
    """An event: when and what, who and by what rule, and its fields as (path, value)."""

    heading: str
    facts: Sequence[str]
    fields: Sequence[tuple[str, str]]


class Content(NamedTuple):
    """A report."""

    title: str
    headline: str
    before: Sequence[Section]
    events: Sequence[EventLine]
    events_heading: str
    after: Sequence[Section]


def content_of(verdict: Verdict, language: Language) -> Content:
    """Everything a report says of a verdict."""
    valid = verdict.outcome is Outcome.VALID
    facts = [f"{label('file', language)}: {verdict.digest}"]
    if verdict.about:
        facts.append(f"{label('about', language)}: {verdict.about}")
    facts.append(f"{label('policy', language)}: {verdict.demanded.get(language, '')}")
    before = [Section(said(words.KINDS[verdict.kind], language), facts)]
    if verdict.problems:
        meaning = words.INVALID_MEANS if verdict.outcome is Outcome.INVALID else words.UNDECIDED_MEANS
        before.append(Section(label("why", language), [*_problems(verdict, language), said(meaning, language)]))
    if verdict.publication is not None:
        before += _published(verdict.publication, language)
    before += [_log(log, language) for log in verdict.logs]
    after = []
    if valid:
        after.append(Section(label("checked", language), [said(one, language) for one in words.CHECKS[verdict.kind]]))
        after.append(Section(label("proves", language), [said(one, language) for one in words.PROVES[verdict.kind]]))
        limits = [said(one, language) for one in words.NOT_PROVES[verdict.kind]]
        if any(log.since is None for log in verdict.logs):
            limits.append(said(words.NO_WITNESS, language))
        after.append(Section(label("not_proves", language), limits))
    events = [_event(log, event, language) for log, event in in_order(verdict.logs)]
    title = f"{label('title', language)}: {said(words.KINDS[verdict.kind], language)}"
    return Content(title, said(words.HEADLINES[verdict.outcome], language), before, events, label("events", language), after)


def _published(seen: SeenPublication, language: Language) -> Iterator[Section]:
    at, kind = moment(seen.source["at"]), seen.source["type"]
    same = "notice_same" if seen.notice is NoticeSeen.SAME else "notice_missing"
    lines = [
        label("published_at", language, at=at, position=seen.position, type=kind),
        f"{label('notice_sha256', language)}: {seen.sha256}",
        label(same, language),
    ]
    yield Section(label("published", language), lines)
    yield Section(label("disclosed", language), [f"{path}: {shown(value)}" for path, value in seen.disclosed.items()])
    kept = [f"{path}: {_reason(code, language)}" for path, code in seen.withheld]
    yield Section(label("withheld", language), kept or [label("none", language)])
    masked = [f"{path}: {text} [{rule}]" for path, rule, text in seen.masked]
    yield Section(label("masked", language), masked or [label("none", language)])
    given = []
    for one in seen.approvals:
        envelope = one.envelope
        facts = {"type": envelope["type"], "role": envelope["role"], "org": envelope["org"], "actor": envelope["actor"]}
        given.append(label("approval", language, at=moment(envelope["at"]), **facts))
    yield Section(label("approvals", language), given)


def _reason(code: str, language: Language) -> str:
    known = words.REASONS.get(code)
    return code if known is None else said(known, language)


def in_order(logs: Sequence[SeenLog]) -> list[tuple[SeenLog, SeenEvent]]:
    """All events by recorded time, never an effect before its cause, each log in its own order."""
    queues = {log.origin: [(log, event) for event in log.events] for log in logs}
    waiting = {f"{log.origin}:{event.position}" for log in logs for event in log.events}
    starts = dict.fromkeys(queues, 0)
    ordered: list[tuple[SeenLog, SeenEvent]] = []
    while heads := [(queue[starts[origin]], origin) for origin, queue in queues.items() if starts[origin] < len(queue)]:
        heads.sort(key=lambda head: (head[0][1].envelope["at"], head[1]))
        # Causes can only run in a circle when a log recorded nonsense; then time decides alone.
        ready = (head for head in heads if not waiting.intersection(head[0][1].envelope["caus"]))
        (log, event), origin = next(ready, heads[0])
        starts[origin] += 1
        waiting.discard(f"{origin}:{event.position}")
        ordered.append((log, event))
    return ordered


def _problems(verdict: Verdict, language: Language) -> Iterator[str]:
    for problem in verdict.problems:
        yield f"[{problem.code}] {problem.text(language)}"
        yield f"{label('where', language)}: {problem.where}"


def _log(log: SeenLog, language: Language) -> Section:
    lines = [
        f"{label('checkpoint', language)}: {label('events_under', language, count=log.size, root=log.root.hex())}",
        label("signed" if log.signed else "unsigned", language),
    ]
    witnesses = ", ".join(f"{one.witness} ({one.key}) {instant(one.time)}" for one in log.cosigned)
    lines.append(f"{label('cosigned', language)}: {witnesses or label('nobody', language)}")
    if log.since is not None:
        lines.append(label("since", language, time=instant(log.since)))
    if log.count:
        first, last = moment(log.first_at), moment(log.last_at)
        lines.append(label("shown", language, count=log.count, aggregates=log.aggregates, first=first, last=last))
    else:
        lines.append(label("nothing", language))
    if log.seal is not None:
        position, seal = log.seal
        lines.append(label("sealed_day", language, day=seal.day, position=position, size=seal.size))
    for chain in log.chains:
        standing = said(words.STANDINGS[chain.standing], language)
        shown = {"agg": chain.agg, "first": chain.first, "last": chain.last, "count": chain.count, "standing": standing}
        lines.append(label("chain", language, **shown))
    return Section(f"{label('log', language)} {log.origin}", lines)


def _event(log: SeenLog, event: SeenEvent, language: Language) -> EventLine:
    envelope = event.envelope
    facts = [f"{label('effective', language)} {moment(envelope['eff'])}"]
    # Of a rule, the hash of its content and calendar stays in the envelope: nobody reads it here.
    people = {"role": envelope["role"], "org": envelope["org"], "actor": envelope["actor"]}
    people["rule"] = envelope["rule"].partition("#")[0]
    facts += [f"{label(name, language)} {value}" for name, value in people.items() if value]
    if envelope["caus"]:
        facts.append(f"{label('cause', language)} {', '.join(envelope['caus'])}")
    facts.append(f"{log.origin}:{event.position}, {label('version', language)} {envelope['ver']}")
    fields = [(path, shown(value)) for path, value in event.clear.items()]
    fields += [(path, f"({label('encrypted', language)})") for path in event.sealed]
    return EventLine(f"{moment(envelope['at'])}  {envelope['type']}", facts, sorted(fields))


def shown(value: Json) -> str:
    """A field's value: text as it is, anything else as JSON."""
    return value if isinstance(value, str) else canonical_json(value).decode("utf-8")


def moment(at: str) -> str:
    """A recorded time without its fraction of a second."""
    return f"{at[:10]} {at[11:19]}Z"


def instant(time: int) -> str:
    """A POSIX time; far beyond any calendar, the number itself."""
    try:
        return f"{datetime.fromtimestamp(time, UTC):%Y-%m-%d %H:%M:%S}Z"
    except (ValueError, OverflowError, OSError):
        return str(time)
