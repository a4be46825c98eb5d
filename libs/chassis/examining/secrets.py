"""I04 and I19: sealed fields open to what was committed to, and their content stands nowhere in clear."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import SystemRandom

from chassis.checks import Result
from chassis.examining.evidence import Evidence
from chassis.store import Store, StoredRow
from kernel.envelope import Flaw
from translog.errors import RecordError
from translog.index import is_aggregate
from translog.record import unpack

_PAGE = 1000
_MARKERS = 256
"""Most texts that are searched for: the newest half, and a random choice of the rest."""

_SHORT = 4
_SHORT_ASCII = 8
_CHUNK, _OVERLAP = 1 << 22, 1 << 12


def fields(store: Store) -> Result:
    """I04: every sealed field opens, and what is in it reproduces its digest; none has lost its key, for none was destroyed."""
    flaws: list[Flaw] = []
    checked = 0
    for row in _rows(store):
        found = store.opened(row)
        checked += len(found.values) + len(found.lost) + len(found.wrong)
        for path in found.lost:
            why = f"{path} cannot be opened: its key is not here, and no key of it was destroyed by decision"
            flaws.append(Flaw(row.position, row.aggregate, "key-missing", why))
        flaws += [
            Flaw(row.position, row.aggregate, code, f"{path} does not give what was sealed") for path, code in found.wrong.items()
        ]
    return "I04", checked, flaws, ""


def markers(store: Store, evidence: Evidence) -> Result:
    """I19: texts out of sealed fields are searched for in envelopes, in log files, in metrics and outside messages' payloads."""
    texts = _chosen(store)
    flaws: list[Flaw] = []
    looked = 0
    if texts:
        for row in _rows(store):
            try:
                envelope = unpack(row.state)[0]
            except RecordError:
                continue  # named by the row's own verification
            looked += 1
            if any(text in envelope for text in texts):
                flaws.append(Flaw(row.position, row.aggregate, "marker-in-envelope", "its envelope says what a sealed field holds"))
        for where, content in _elsewhere(evidence):
            looked += 1
            if any(text in content for text in texts):
                flaws.append(Flaw(0, "", "marker-outside", f"{where} says what a sealed field holds"))
    note = f"{len(texts)} texts searched for in {looked} places" if texts else "nothing here is sealed"
    return "I19", looked, flaws, note


def _rows(store: Store) -> Iterator[StoredRow]:
    after = 0
    while rows := store.read(after, _PAGE):
        yield from rows
        after = rows[-1].position


def _chosen(store: Store) -> list[bytes]:
    """Texts long enough to stand nowhere by chance, as UTF-8 and as JSON that knows ASCII alone."""
    found: dict[str, None] = {}
    for row in _rows(store):
        for value in store.opened(row).values.values():
            found |= dict.fromkeys(_texts(value))
    known = list(found)
    half = _MARKERS // 2
    older = known[:-half]
    chosen = known[-half:] + SystemRandom().sample(older, min(half, len(older)))
    return list(dict.fromkeys(form for text in chosen for form in (text.encode(), json.dumps(text)[1:-1].encode())))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        # An id is random and says nothing of whom it is given to; who acts on a sealed thing is named by it in the envelope.
        if len(value) >= (_SHORT_ASCII if value.isascii() else _SHORT) and not is_aggregate(value):
            yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _elsewhere(evidence: Evidence) -> Iterator[tuple[str, bytes]]:
    yield "/metrics", evidence.scrape()
    for message in evidence.carried:
        yield "a message's subject or header", message.encode()
    for path in evidence.logs:
        yield from ((path.name, chunk) for chunk in _chunks(path))


def _chunks(path: Path) -> Iterator[bytes]:
    """A file in pieces that overlap, so that nothing lies unseen between two."""
    try:
        with path.open("rb") as file:
            tail = b""
            while piece := file.read(_CHUNK):
                yield tail + piece
                tail = piece[-_OVERLAP:]
    except OSError:
        return  # put away meanwhile
