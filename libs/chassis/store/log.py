"""Pages of the stored log."""

from collections.abc import Sequence

from chassis.store.contract import Head, StoredRow
from chassis.store.database import Database, Session
from chassis.store.records import moment

COLUMNS = "notification_id, pub, originator_id, originator_version, topic, state"


def stored(rows: Sequence[tuple[object, ...]]) -> list[StoredRow]:
    """Rows of a query over `COLUMNS`."""
    return list(map(StoredRow._make, rows))


def head(session: Session) -> Head:
    """The head as it is committed."""
    row = session.one("SELECT position, pub, at FROM log_head")
    assert row is not None  # noqa: S101 - made with the table
    return Head(row[0], row[1], moment(row[2]) if row[2] else None)


def after(session: Session, position: int, limit: int, upto: int | None = None) -> list[StoredRow]:
    """Rows with a greater position, not beyond `upto`."""
    test, params = ("", [position]) if upto is None else (" AND notification_id <= ?", [position, upto])
    sql = f"SELECT {COLUMNS} FROM stored_events WHERE notification_id > ?{test} ORDER BY notification_id LIMIT ?"  # noqa: S608 - no values
    return stored(session.all(sql, [*params, limit]))


def published_after(session: Session, pub: int, limit: int) -> list[StoredRow]:
    """Published rows with a greater ordinal."""
    sql = f"SELECT {COLUMNS} FROM stored_events WHERE pub > ? ORDER BY pub LIMIT ?"  # noqa: S608 - no values
    return stored(session.all(sql, (pub, limit)))


def of_aggregate(session: Session, aggregate: str, version: int = 0, limit: int | None = None) -> list[StoredRow]:
    """Rows of an aggregate after a version."""
    end, params = ("", [aggregate, version]) if limit is None else (" LIMIT ?", [aggregate, version, limit])
    sql = (
        f"SELECT {COLUMNS} FROM stored_events WHERE originator_id = ? AND originator_version > ? "  # noqa: S608 - no values
        f"ORDER BY originator_version{end}"
    )
    return stored(session.all(sql, params))


def of_aggregates(database: Database, session: Session, aggregates: Sequence[str], upto: int) -> list[StoredRow]:
    """Rows of several aggregates up to a position, in the order of the log."""
    sql = (
        f"SELECT {COLUMNS} FROM stored_events WHERE originator_id{database.dialect.among} AND notification_id <= ? "  # noqa: S608
        "ORDER BY notification_id"
    )
    return stored(session.all(sql, (database.list_parameter(aggregates), upto)))


def version_at(session: Session, aggregate: str, position: int) -> int:
    """The version of an aggregate at a position."""
    sql = "SELECT max(originator_version) FROM stored_events WHERE originator_id = ? AND notification_id <= ?"
    found = session.one(sql, (aggregate, position))
    return int(found[0]) if found is not None and found[0] is not None else 0
