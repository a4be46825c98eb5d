"""Aggregates from stored rows, with snapshots as a cache that is never trusted beyond its class."""

import inspect
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from typing import NamedTuple, TypeVar

import orjson

from chassis.store import log
from chassis.store.cache import Stream
from chassis.store.contract import StoredRow
from chassis.store.database import Database, Session
from chassis.store.records import Records, glance
from kernel.aggregates import Aggregate

A = TypeVar("A", bound=Aggregate)

PAGE = 64

_SNAPSHOTS = "SELECT originator_id, originator_version, topic FROM snapshots ORDER BY 1, 2"


class Snapshot(NamedTuple):
    """An aggregate as it was at a version."""

    aggregate: str
    version: int
    topic: str
    state: bytes


@cache
def snapshot_topic(kind: type[Aggregate]) -> str:
    """Names a class in its present form: its fields and the text of its module, by which a changed fold is noticed too."""
    module = sys.modules.get(kind.__module__)
    try:
        text = inspect.getsource(module) if module is not None else ""
    except OSError:  # a class typed into an interpreter has no file
        text = ""
    shape = orjson.dumps(kind.model_json_schema(), option=orjson.OPT_SORT_KEYS)
    return f"{kind.__qualname__}#{sha256(shape + text.encode()).hexdigest()[:16]}"


def take(aggregate: Aggregate) -> Snapshot | None:
    """A snapshot, or None of a class whose state does not survive JSON unchanged."""
    state = aggregate.model_dump_json().encode()
    if type(aggregate).model_validate_json(state) != aggregate:
        return None
    return Snapshot(aggregate.id, aggregate.version, snapshot_topic(type(aggregate)), state)


def save(session: Session, snapshots: Sequence[Snapshot]) -> None:
    """Store snapshots; one at the same version replaces the older."""
    session.insert(
        "snapshots",
        {"originator_id": "text", "originator_version": "int", "topic": "text", "state": "blob"},
        list({(one.aggregate, one.version): one for one in snapshots}.values()),
        "ON CONFLICT (originator_id, originator_version) DO UPDATE SET topic = excluded.topic, state = excluded.state",
    )


def drop(database: Database, session: Session, aggregates: Sequence[str] | None) -> None:
    """Remove the snapshots of some aggregates, or all."""
    if aggregates is None:
        session.run("DELETE FROM snapshots")
    else:
        test = f"originator_id{database.dialect.among}"
        session.run(f"DELETE FROM snapshots WHERE {test}", (database.list_parameter(aggregates),))  # noqa: S608 - no values


def newest_snapshot(session: Session, kind: type[A], id: str, below: int | None = None) -> A | None:
    """The newest snapshot of this class in its present form, of a version not above `below`."""
    test, params = ("", []) if below is None else (" AND originator_version <= ?", [below])
    found = session.one(
        f"SELECT state FROM snapshots WHERE originator_id = ? AND topic = ?{test} "  # noqa: S608 - no values
        "ORDER BY originator_version DESC LIMIT 1",
        [id, snapshot_topic(kind), *params],
    )
    return None if found is None else kind.model_validate_json(bytes(found[0]))


def check(database: Database, records: Records) -> tuple[int, list[tuple[str, int, str]]]:
    """Every snapshot in the present form of its class against a fold: how many, and (aggregate, version, fault) of the wrong."""
    kinds = {snapshot_topic(kind): kind for kind in every_kind(Aggregate)}
    keys = database.read(lambda session: session.all(_SNAPSHOTS))
    checked, wrong = 0, []
    for aggregate, version, topic in keys:
        kind = kinds.get(topic)
        if kind is None:
            continue  # never loaded again: the class has another form by now
        checked += 1
        why = database.read(lambda session, at=(aggregate, version, topic), kind=kind: _fault(session, records, kind, *at))  # type: ignore[misc]  # bound now
        if why:
            wrong.append((aggregate, version, why))
    return checked, wrong


def _fault(session: Session, records: Records, kind: type[Aggregate], id: str, version: int, topic: str) -> str:
    sql = "SELECT state FROM snapshots WHERE originator_id = ? AND originator_version = ? AND topic = ?"
    found = session.one(sql, (id, version, topic))
    if found is None:
        return ""  # forgotten meanwhile
    aggregate = kind(id=id)
    fold(records, aggregate, [row for row in log.of_aggregate(session, id) if row.version <= version])
    try:
        kept = kind.model_validate_json(bytes(found[0]))
    except ValueError:
        return "cannot be read"
    return "" if kept == aggregate else "is not what its events give"


def every_kind(kind: type[Aggregate]) -> Iterator[type[Aggregate]]:
    """The classes of aggregates that are loaded, below one."""
    for below in kind.__subclasses__():
        yield below
        yield from every_kind(below)


def load(session: Session, records: Records, kind: type[A], id: str, ahead: Sequence[StoredRow] | None = None) -> tuple[A, Stream]:
    """The aggregate as it is committed, and its tip; `ahead` are its rows where they were read before."""
    aggregate = kind(id=id)
    rows = list(ahead) if ahead is not None else log.of_aggregate(session, id, limit=PAGE)
    if ahead is None and len(rows) == PAGE:
        snapshot = newest_snapshot(session, kind, id)
        if snapshot is not None and snapshot.version > 0:
            aggregate = snapshot
            # The snapshot's own last row comes along: its leaf is what the next event names.
            rows = log.of_aggregate(session, id, snapshot.version - 1)
        else:
            rows += log.of_aggregate(session, id, PAGE)
    leaf = fold(records, aggregate, rows)
    stream = Stream()
    if rows:
        stream = Stream(rows[-1].version, (leaf or glance(rows[-1].state).leaf).hex(), aggregate.last_effective)
    stream.loaded[kind] = aggregate
    return aggregate, stream


def fold(records: Records, aggregate: Aggregate, rows: Sequence[StoredRow]) -> bytes:
    """Fold the rows that follow the aggregate's version; the leaf of the last, empty when none does."""
    leaf = b""
    for row in rows:
        if row.version > aggregate.version:
            recorded = records.decode(row)
            aggregate.fold(recorded.event, recorded.effective)
            leaf = recorded.leaf
    return leaf
