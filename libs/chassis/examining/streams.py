"""I10: every message on a service's own streams is the row that belongs at its sequence, and none is missing between two."""

from collections.abc import Sequence

from chassis.checks import Result
from chassis.examining.evidence import Evidence, Found
from chassis.published import published
from chassis.relay import log_message
from chassis.service import Service
from chassis.store import Store, StoredRow
from chassis.streams import Kept
from kernel.envelope import Flaw
from translog.errors import TranslogError

_PAGE = 500
_TRACE = "traceparent"


def messages(service: Service, store: Store, evidence: Evidence) -> Result:
    """I10, of both streams; `Nats-` headers are the broker's, and a trace is nobody's."""
    flaws: list[Flaw] = []
    looked = 0
    for kind, found in (("log", evidence.log), ("evt", evidence.evt)):
        if found is None:
            continue
        looked += len(found.messages)
        flaws += _of(service, store, kind, found)
    note = "" if evidence.log is not None else "the broker did not answer, or there is no stream"
    return "I10", looked, flaws, note


def _of(service: Service, store: Store, kind: str, found: Found) -> list[Flaw]:
    name = f"{kind.upper()}_{service.name.upper()}"
    head = store.head()
    end = head.position if kind == "log" else head.pub
    flaws = []
    if found.last > end:
        flaws.append(Flaw(end, "", "stream-ahead", f"{name} goes to {found.last}, the log to {end}"))
    after = found.first - 1
    while after < min(found.last, end):
        rows = _rows(store, kind, after, min(_PAGE, min(found.last, end) - after))
        if not rows:
            break
        for row in rows:
            sequence = row.position if kind == "log" else (row.pub or 0)
            why = _wrong(service, store, kind, row, found.messages.get(sequence))
            if why:
                flaws.append(Flaw(row.position, row.aggregate, "stream-differs", f"sequence {sequence} of {name} {why}"))
        after = (rows[-1].position if kind == "log" else rows[-1].pub) or end
    return flaws


def _rows(store: Store, kind: str, after: int, limit: int) -> Sequence[StoredRow]:
    return store.read(after, limit) if kind == "log" else store.read_published(after, limit)


def _wrong(service: Service, store: Store, kind: str, row: StoredRow, message: tuple[str, Kept] | None) -> str:
    if message is None:
        return "is missing"
    subject, kept = message
    try:
        if kind == "log":
            said = log_message(service.name, store.source, row)
            wanted = (said.subject, said.payload, said.headers)
        else:
            told = published(service, store.decode(row))
            wanted = (told.subject, told.payload, dict(told.headers))
    except (TranslogError, ValueError, KeyError, TypeError):
        return ""  # the row cannot be read: named by its own verification
    headers = {name: value for name, value in kept.headers.items() if not name.startswith("Nats-") and name != _TRACE}
    if (subject, kept.payload, headers) != wanted:
        return "is not what this row gives"
    return ""
