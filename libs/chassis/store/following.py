"""What follows the log: positions that move without gaps, failures, quarantine and leases."""

from collections.abc import Callable, Sequence
from datetime import datetime

from chassis.store import sums
from chassis.store.contract import Lease, OutOfOrder, Quarantined, Track
from chassis.store.database import Database, Session
from chassis.store.records import stamp, told


def position_of(session: Session, follower: str) -> int:
    """The position of a follower, 0 before its first."""
    found = session.one("SELECT position FROM tracking WHERE follower = ?", (follower,))
    return 0 if found is None else int(found[0])


def positions_of(database: Database, session: Session, followers: Sequence[str]) -> dict[str, int]:
    """The same of several."""
    sql = f"SELECT follower, position FROM tracking WHERE follower{database.dialect.among}"  # noqa: S608 - a dialect's words
    found = {follower: int(position) for follower, position in session.all(sql, (database.list_parameter(followers),))}
    return dict.fromkeys(followers, 0) | found


def hold(database: Database, session: Session, follower: str) -> int:
    """The position of a follower, which nobody else can move before the end of the transaction."""
    return hold_all(database, session, [follower])[follower]


def hold_all(database: Database, session: Session, followers: Sequence[str]) -> dict[str, int]:
    """The same of several, locked in one order by all who ask."""
    rows = [(follower, 0) for follower in followers]
    sql = (
        f"SELECT follower, position FROM tracking WHERE follower{database.dialect.among} "  # noqa: S608 - a dialect's words
        f"ORDER BY follower{database.dialect.for_update}"
    )
    while len(found := session.all(sql, (database.list_parameter(followers),))) < len(set(followers)):
        session.insert("tracking", {"follower": "text", "position": "int"}, rows, "ON CONFLICT DO NOTHING")
    return {follower: int(position) for follower, position in found}


def move(session: Session, follower: str, base: int, position: int) -> None:
    """Advance a follower from exactly `base`; `OutOfOrder` when it is elsewhere."""
    if session.run("UPDATE tracking SET position = ? WHERE follower = ? AND position = ?", (position, follower, base)) != 1:
        raise OutOfOrder(follower, position_of(session, follower), position)
    moved(session, [follower], base, position)


def moved(session: Session, followers: Sequence[str], base: int, position: int) -> None:
    """The sum of positions after followers moved from one to another; 0 is that of one that has not begun, or is gone."""
    sums.move(session, "tracking", [(follower, place) for follower in followers for place in (base, position) if place])


def forget(session: Session, follower: str) -> None:
    """Remove a follower: should it come again, it begins at 0."""
    for (position,) in session.all("DELETE FROM tracking WHERE follower = ? RETURNING position", (follower,)):
        moved(session, [follower], position, 0)


def move_all(database: Database, session: Session, followers: Sequence[str], base: int, position: int) -> None:
    """The same of several that stand at one place."""
    sql = f"UPDATE tracking SET position = ? WHERE follower{database.dialect.among} AND position = ?"  # noqa: S608 - a dialect's words
    if session.run(sql, (position, database.list_parameter(followers), base)) != len(followers):
        raise OutOfOrder(followers[0], position_of(session, followers[0]), position)
    moved(session, followers, base, position)


class Following:
    """Positions, failures, quarantine and leases of one store."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def tracked(self, follower: str) -> int:
        """See `Store`."""
        return self._database.read(lambda session: position_of(session, follower))

    def followers(self) -> dict[str, int]:
        """See `Store`."""
        return {
            name: int(position)
            for name, position in self._database.read(
                lambda session: session.all("SELECT follower, position FROM tracking ORDER BY follower")
            )
        }

    def advance(self, track: Track) -> bool:
        """See `Store`."""
        # What it passes over is passed over again after a crash.
        with self._database.writing(durable=False) as session:
            return self._advance(session, track)

    def _advance(self, session: Session, track: Track) -> bool:
        if hold(self._database, session, track.follower) >= track.position:
            return False
        move(session, track.follower, track.base, track.position)
        return True

    def failed(self, follower: str, source: str, position: int, aggregate: str, error: str) -> int:
        """See `Store`."""
        with self._database.writing() as session:
            session.run(
                "INSERT INTO failures VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT (follower, source, position) "
                "DO UPDATE SET times = failures.times + 1, error = excluded.error",
                (follower, source, position, aggregate, error),
            )
            found = session.one(
                "SELECT times FROM failures WHERE follower = ? AND source = ? AND position = ?", (follower, source, position)
            )
        return int(found[0]) if found else 0

    def quarantine(self, follower: str, source: str, position: int, aggregate: str, error: str, track: Track | None = None) -> None:
        """See `Store`."""
        with self._database.writing() as session:
            if track is not None and not self._advance(session, track):
                return
            row = (follower, source, position, aggregate, error, stamp(self._clock()))
            fresh = session.run("INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", row)
            session.run("DELETE FROM failures WHERE follower = ? AND source = ? AND position = ?", (follower, source, position))
            sums.move(session, "quarantine", [row] if fresh else [])

    def parked(self, follower: str, aggregate: str) -> bool:
        """See `Store`."""
        sql = "SELECT 1 FROM quarantine WHERE follower = ? AND aggregate = ? LIMIT 1"
        return self._database.read(lambda session: session.one(sql, (follower, aggregate)) is not None)

    def quarantined(self, follower: str | None = None) -> list[Quarantined]:
        """See `Store`."""
        test, params = ("", ()) if follower is None else (" WHERE follower = ?", (follower,))
        sql = (
            f"SELECT follower, source, position, aggregate, error, at FROM quarantine{test} "  # noqa: S608 - no values
            "ORDER BY follower, source, position"
        )
        found = self._database.read(lambda session: session.all(sql, params))
        return [Quarantined(row[0], row[1], row[2], row[3], row[4], told(row[5])) for row in found]

    def release(self, follower: str, source: str, position: int) -> bool:
        """See `Store`."""
        with self._database.writing() as session:
            test = "follower = ? AND source = ? AND position = ?"
            session.run(f"DELETE FROM failures WHERE {test}", (follower, source, position))  # noqa: S608 - no values
            sql = f"DELETE FROM quarantine WHERE {test} RETURNING follower, source, position, aggregate, error, at"  # noqa: S608 - as above
            gone = session.all(sql, (follower, source, position))
            sums.move(session, "quarantine", gone)
            return bool(gone)

    # Leases are compared with the database's own clock: the clocks of two replicas may differ.

    def lease(self, name: str, holder: str, ttl: float) -> Lease | None:
        """See `Store`."""
        now = self._database.dialect.now
        with self._database.writing() as session:
            session.run(
                f"INSERT INTO leases VALUES (?, ?, 1, {now} + ?) ON CONFLICT (name) DO UPDATE "  # noqa: S608 - no values
                "SET holder = excluded.holder, token = leases.token + 1, expires = excluded.expires "
                f"WHERE leases.expires <= {now} OR leases.holder = excluded.holder",
                (name, holder, ttl),
            )
            found = session.one("SELECT holder, token FROM leases WHERE name = ?", (name,))
        return Lease(name, holder, int(found[1])) if found is not None and found[0] == holder else None

    def renew(self, lease: Lease, ttl: float) -> bool:
        """See `Store`."""
        now = self._database.dialect.now
        sql = f"UPDATE leases SET expires = {now} + ? WHERE name = ? AND holder = ? AND token = ? AND expires > {now}"  # noqa: S608
        with self._database.writing() as session:
            return session.run(sql, (ttl, lease.name, lease.holder, lease.token)) == 1

    def unlease(self, lease: Lease) -> None:
        """See `Store`."""
        sql = "UPDATE leases SET expires = 0 WHERE name = ? AND holder = ? AND token = ?"
        with self._database.writing() as session:
            session.run(sql, (lease.name, lease.holder, lease.token))
