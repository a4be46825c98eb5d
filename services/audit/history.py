"""All events that concern one id, across services, in one order, each checked as it is shown."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from google.protobuf.timestamp_pb2 import Timestamp
from rectify.audit.v1 import audit_service_pb2 as pb

from audit.forks import shown as _now
from audit.tools import Mirror, MirrorRow
from kernel.context import Asker
from translog.codec import canonical_json
from translog.record import RecordError, Verified, verify_record

# Logs that are mirrored and verified like every other, and shown in no history: that a thing in them exists is itself a secret
# (SOD-06), and whoever may know of it asks the service.
WALLED = frozenset({"leads"})


# Who is inspected, and what is never shown to them: working papers, what is worded and said among the others before it is issued,
# and who looked at or was refused what (SOD-06, SOD-15). By stored name without its version.
INSPECTED = frozenset({"handler", "member", "principal", "functional", "public"})
RESERVED = frozenset(
    {
        *(f"findings.feedback.{step}" for step in ("drafted", "submitted", "sent-back", "approved", "special-checks-set")),
        *(f"findings.feedback.supplement-{step}" for step in ("drafted", "approved")),
        *(f"findings.letter.{step}" for step in ("drafted", "approved")),
        *(f"findings.round.{step}" for step in ("working-paper-filed", "reported", "heard", "interest-declared")),
        *(f"review.{given}-given" for given in ("plan-part.opinion", "report.assisting-opinion")),
        "publicity.ideology.plan-opinion-given",
        "supervision.plan-review.opinion-received",
        *(f"supervision.report-review.assisting-{what}" for what in ("given", "kept", "not-applied")),
        *(f"supervision.accountability.{step}" for step in ("proposed", "accepted", "adjustment-proposed", "decided")),
    }
)
_RECORDS = (".read.recorded", ".refusal.recorded")


class Entry(NamedTuple):
    """A row with what its bytes say; `verified` is None where they do not verify, `broken` says why."""

    row: MirrorRow
    verified: Verified | None
    broken: str

    @property
    def key(self) -> str:
        """How other events name this one as their cause."""
        src = self.verified.envelope["src"] if self.verified is not None else self.row.source
        return f"{src}:{self.row.position}"


def instant(text: str) -> datetime:
    """An envelope's time (`…Z`, microseconds)."""
    return datetime.fromisoformat(text).astimezone(UTC)


def entries(rows: Iterable[MirrorRow]) -> list[Entry]:
    """Each row with its envelope, chain apart: leaf, canonical form and commitment are recomputed here."""
    found = []
    for row in rows:
        try:
            found.append(Entry(row, verify_record(row.state, leaf=row.leaf, where=f"{row.source}:{row.position}"), ""))
        except RecordError as error:
            found.append(Entry(row, None, f"{error.code}: {error}"))
    return found


def history(
    mirror: Mirror, about: str, as_of: datetime | None = None, effective: datetime | None = None, *, own_only: bool = False
) -> list[Entry]:
    """What concerns `about` and what that followed from, as recorded by `as_of`, without what took effect after `effective`.

    A verdict on a whole plan names no finding, but each finding's own event names the verdict as its cause: so both are
    here. With a finding comes what names its case and no other finding, unless `own_only`. A row that does not verify is shown
    whatever the dates, for nothing it says can be believed.
    """
    kept = []
    found = entries(row for row in mirror.concerning(about) if not walled(row.source))
    if not own_only:
        found += _of_case(mirror, about, found)
    for entry in [*found, *entries(_origins(mirror, found))]:
        envelope = entry.verified.envelope if entry.verified else None
        if envelope is not None:
            if as_of is not None and instant(envelope["at"]) > as_of:
                continue
            if effective is not None and instant(envelope["eff"]) > effective:
                continue
        kept.append(entry)
    return ordered(kept)


def _of_case(mirror: Mirror, finding: str, found: Sequence[Entry]) -> list[Entry]:
    """What concerns the cases that events of the finding name, and neither it nor another finding."""
    known = {entry.key for entry in found}
    named = (entry.verified.clear for entry in found if entry.verified is not None)
    cases = {str(clear["case"]) for clear in named if clear.get("finding") == finding and clear.get("case")}
    rows = {row[:2]: row for case in sorted(cases) for row in mirror.concerning(case) if not walled(row.source)}
    return [
        entry
        for entry in entries(rows.values())
        if entry.key not in known and (entry.verified is None or not entry.verified.clear.get("finding"))
    ]


def _origins(mirror: Mirror, found: Sequence[Entry]) -> list[MirrorRow]:
    """The causes of these events that are not among them."""
    known = {entry.key for entry in found}
    rows = []
    for cause in sorted({cause for entry in found for cause in _causes(entry)} - known):
        source, _, position = cause.rpartition(":")
        if walled(source):
            continue
        rows += [_now(mirror, row) for row in mirror.rows(source, int(position) - 1, 1) if row.position == int(position)]
    return rows


def walled(source: str) -> bool:
    """Whether an origin `<site>/<context>/<epoch>` is that of a service whose events no history shows."""
    return source.split("/")[1] in WALLED


def shown(entry: Entry, asker: Asker) -> bool:
    """Whether an event is for the asker: what is reserved is for nobody who is, or acts for, whom it is about."""
    topic = entry.row.topic.rpartition(".v")[0]
    if topic not in RESERVED and not topic.endswith(_RECORDS):
        return True
    own = entry.verified is not None and asker.org != "" and entry.verified.clear.get("org") == asker.org
    return asker.role not in INSPECTED and not own


def ordered(found: Sequence[Entry]) -> list[Entry]:
    """By recorded time, never an effect before its cause, each origin in its own order.

    Two services may record within one microsecond (in a sandbox the clock stands still), so time alone is no order; of
    equal times what follows from something shown comes before what a person did next.
    """
    queues: dict[str, list[Entry]] = {}
    for entry in sorted(found, key=lambda entry: (entry.row.source, entry.row.position), reverse=True):
        queues.setdefault(entry.row.source, []).append(entry)
    waiting = {entry.key for entry in found}
    result: list[Entry] = []
    while queues:
        heads = sorted((_at(queue[-1]), not _causes(queue[-1]), source) for source, queue in queues.items())
        ready = (source for *_, source in heads if not waiting.intersection(_causes(queues[source][-1])))
        # Causes can only run in a circle when bytes were forged; then time decides alone.
        chosen = next(ready, heads[0][-1])
        entry = queues[chosen].pop()
        if not queues[chosen]:
            del queues[chosen]
        waiting.discard(entry.key)
        result.append(entry)
    return result


def _at(entry: Entry) -> str:
    return entry.verified.envelope["at"] if entry.verified else ""


def _causes(entry: Entry) -> Sequence[str]:
    return [cause for cause in entry.verified.envelope["caus"] if cause != entry.key] if entry.verified else []


def to_proto(entry: Entry) -> pb.HistoryEvent:
    """The wire form: sealed fields appear by name only."""
    row = entry.row
    event = pb.HistoryEvent(
        source=row.source,
        position=row.position,
        aggregate=row.aggregate,
        version=row.version,
        topic=row.topic,
        leaf=row.leaf,
        verified=entry.verified is not None,
        broken=entry.broken,
    )
    if entry.verified is None:
        return event
    envelope = entry.verified.envelope
    event.at.CopyFrom(_stamp(envelope["at"]))
    event.effective.CopyFrom(_stamp(envelope["eff"]))
    event.command, event.actor, event.role = envelope["cmd"], envelope["actor"], envelope["role"]
    event.org, event.rule = envelope["org"], envelope["rule"]
    event.causes.extend(envelope["caus"])
    event.refs.extend(envelope["refs"])
    body = {**entry.verified.clear, **{path: {"sealed": sealed.algorithm} for path, sealed in entry.verified.sealed.items()}}
    event.body = canonical_json(body).decode()
    return event


def _stamp(text: str) -> Timestamp:
    stamp = Timestamp()
    stamp.FromDatetime(instant(text))
    return stamp
