"""What audits ask of a store besides its rows: that head, snapshots and sealed fields say what the rows say."""

from collections.abc import Iterator
from datetime import datetime

from chassis.store import loading, log
from chassis.store.contract import Ends, Opened, Unfaithful
from chassis.store.database import Database, Session
from chassis.store.records import Records, glance, moment
from kernel.aggregates import Aggregate
from translog.errors import TranslogError

_PAGE = 500


def ends(session: Session) -> Ends:
    """Head and rows, both of one moment."""
    row = session.one(
        "SELECT h.position, h.pub, h.at, (SELECT count(*) FROM stored_events), "
        "(SELECT coalesce(max(notification_id), 0) FROM stored_events), "
        "(SELECT count(pub) FROM stored_events), (SELECT coalesce(max(pub), 0) FROM stored_events), "
        "(SELECT state FROM stored_events e WHERE e.notification_id = h.position) FROM log_head h"
    )
    if row is None:
        return Ends(0, 0, None, -1, 0, 0, 0, None)
    position, pub, at, counted, last, published, last_pub, state = row
    return Ends(position, pub, _moment(at), counted, last, published, last_pub, _recorded(state))


def _moment(text: str | None) -> datetime | None:
    try:
        return moment(text) if text else None
    except ValueError:
        return datetime.min  # noqa: DTZ901 - equal to no recorded time


def _recorded(state: bytes | None) -> datetime | None:
    try:
        return None if state is None else glance(bytes(state)).at
    except (ValueError, KeyError):
        return None  # the row itself is named by whoever verifies it


def unfaithful(database: Database, records: Records) -> tuple[int, list[Unfaithful]]:
    """How many snapshots were compared, and which differ from a fold of the rows up to their version.

    Snapshots of classes in an earlier form are never loaded, and not compared.
    """
    kinds = {loading.snapshot_topic(kind): kind for kind in _kinds(Aggregate)}
    checked, found, after = 0, list[Unfaithful](), ("", 0)
    sql = (
        "SELECT originator_id, originator_version, topic, state FROM snapshots WHERE originator_id > ? OR "
        "(originator_id = ? AND originator_version > ?) ORDER BY originator_id, originator_version LIMIT ?"
    )
    while page := database.read(lambda session, at=after: session.all(sql, (at[0], *at, _PAGE))):  # type: ignore[misc]  # bound now
        for aggregate, version, topic, state in page:
            kind = kinds.get(topic)
            if kind is None:
                continue
            checked += 1
            why = _differs(database, records, kind, aggregate, int(version), bytes(state))
            if why:
                found.append(Unfaithful(aggregate, int(version), why))
        after = (page[-1][0], int(page[-1][1]))
    return checked, found


def _kinds(base: type[Aggregate]) -> Iterator[type[Aggregate]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)


def _differs(database: Database, records: Records, kind: type[Aggregate], id: str, version: int, state: bytes) -> str:
    rows = [row for row in database.read(lambda session: log.of_aggregate(session, id)) if row.version <= version]
    folded = kind(id=id)
    try:
        loading.fold(records, folded, rows)
        kept = kind.model_validate_json(state)
    except Exception as error:  # noqa: BLE001 - whatever forged bytes make of the code, the snapshot is not what it should be
        return f"it cannot be compared ({type(error).__name__})"
    if kept.id != id or folded.version != version or kept != folded:
        return f"the snapshot of version {version} is not what the events up to there give"
    return ""


NOTHING = Opened({}, (), {})


def opened(records: Records, state: bytes) -> Opened:
    """Open every sealed field of a row; what does not reproduce its digest is wrong. Rows that cannot be read open nothing."""
    try:
        return Opened(*records.opened(state))
    except (TranslogError, ValueError, KeyError, TypeError):
        return NOTHING
