"""The database of a log turns to the origin under which it goes on: what was signed is kept aside."""

import json
from collections.abc import Sequence

from chassis.store import sums
from chassis.store.checkpoints import SEALER
from chassis.store.contract import OtherSource, OutOfOrder, Turned
from chassis.store.database import Database, Dialect, Session
from chassis.store.following import forget, moved

_PROJECTION = "projection:"


def tables(dialect: Dialect) -> Sequence[str]:
    """The statements that make the tables."""
    text, number, blob = dialect.text, dialect.number, dialect.blob
    return (
        f"CREATE TABLE forks (origin {text} PRIMARY KEY, former {text} NOT NULL, size {number} NOT NULL, said {text} NOT NULL)",
        (
            f"CREATE TABLE former_checkpoints (origin {text} NOT NULL, size {number} NOT NULL, root {blob} NOT NULL, "
            f"note {blob} NOT NULL, at {text} NOT NULL, cosigned {blob}, PRIMARY KEY (origin, size))"
        ),
    )


def turn(database: Database, turned: Turned) -> None:
    """From the commit on the database is that of `turned.origin`; its first event is still to be recorded.

    What the log's lost end left behind goes: remembered commands, snapshots, and read models that have folded it, which are
    made anew. Followers of the log itself go back to its end.

    Raises:
        OtherSource: the database holds another log. OutOfOrder: it has another size.
    """
    with database.log_writing() as session:
        database.begin(session, [])
        (source,) = session.all("SELECT version FROM schema_version WHERE component = 'source'")[0]
        if source != turned.former:
            raise OtherSource(f"the database holds the log of {source}, not of {turned.former}")
        last = session.one("SELECT coalesce(max(notification_id), 0), coalesce(max(pub), 0) FROM stored_events")
        position, pub = (int(last[0]), int(last[1])) if last is not None else (0, 0)
        if position != turned.size:
            raise OutOfOrder("log", position, turned.size)
        session.run("UPDATE log_head SET position = ?, pub = ?", (position, pub))
        session.run(
            "INSERT INTO former_checkpoints SELECT CAST(? AS text), size, root, note, at, cosigned FROM checkpoints",
            (turned.former,),
        )
        signed = session.all("DELETE FROM checkpoints RETURNING size, root, note, at, cosigned")
        sums.move(session, "checkpoints", signed)
        sums.move(session, "former_checkpoints", [(turned.former, *row) for row in signed])
        forget(session, SEALER)
        _set_back(session, position)
        said = json.dumps({"event": turned.event, "actor": turned.actor, "role": turned.role})
        fork = (turned.origin, turned.former, turned.size, said)
        session.run("INSERT INTO forks VALUES (?, ?, ?, ?)", fork)
        sums.move(session, "forks", [fork])
        session.run("UPDATE schema_version SET version = ? WHERE component = 'source'", (turned.origin,))


def _set_back(session: Session, position: int) -> None:
    lost = session.all("DELETE FROM commands WHERE first + events - 1 > ? RETURNING command, digest, first, events", (position,))
    sums.move(session, "commands", lost)
    session.run("DELETE FROM snapshots")
    for follower, ahead in session.all("SELECT follower, position FROM tracking WHERE position > ?", (position,)):
        if follower.startswith(_PROJECTION):
            session.run("DELETE FROM schema_version WHERE component = ?", (follower,))
        elif not follower.startswith("consumer:"):
            session.run("UPDATE tracking SET position = ? WHERE follower = ?", (position, follower))
            moved(session, [follower], ahead, position)


def turned(session: Session, origin: str) -> Turned | None:
    """The turn to an origin; None where this database did not make it."""
    row = session.one("SELECT origin, former, size, said FROM forks WHERE origin = ?", (origin,))
    if row is None:
        return None
    said = json.loads(row[3])
    return Turned(str(row[0]), str(row[1]), int(row[2]), said["event"], said["actor"], said["role"])


def source(database: Database) -> str:
    """The origin whose log the database holds, "" of an empty one."""

    def read(session: Session) -> str:
        if not database.columns(session, "schema_version"):
            return ""
        found = session.one("SELECT version FROM schema_version WHERE component = 'source'")
        return "" if found is None else str(found[0])

    return database.read(read)


def published(session: Session, position: int) -> int:
    """The published ordinal of the newest published event up to a position."""
    found = session.one("SELECT coalesce(max(pub), 0) FROM stored_events WHERE notification_id <= ?", (position,))
    return 0 if found is None else int(found[0])


def succeed(session: Session, former: str, follower: str, position: int) -> None:
    """A follower begins where another one, of a former epoch, ended, and what that one set aside is its own."""
    if session.run("INSERT INTO tracking VALUES (?, ?) ON CONFLICT (follower) DO NOTHING", (follower, position)):
        moved(session, [follower], 0, position)
    mine = "follower = ? WHERE follower = ? AND position <= ?"
    session.run(f"UPDATE failures SET {mine}", (follower, former, position))  # noqa: S608 - no values
    sql = f"UPDATE quarantine SET {mine} RETURNING source, position, aggregate, error, at"  # noqa: S608 - no values
    rows = session.all(sql, (follower, former, position))
    sums.move(session, "quarantine", [(name, *row) for name in (former, follower) for row in rows])
