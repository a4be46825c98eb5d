"""What a witness remembers of other logs: the key of each, and every checkpoint that it cosigned, sizes only growing."""

from collections.abc import Callable
from typing import Any, NamedTuple

from chassis.store import sums
from chassis.store.contract import StoreSettings
from chassis.store.database import Database, Dialect, Session
from chassis.store.engine import open_database


class Accepted(NamedTuple):
    """A checkpoint that was cosigned: `root` 32 bytes, `at` the cosignature's POSIX time (s), `note` with both signatures.

    `told` says that the event about it is recorded.
    """

    origin: str
    size: int
    root: bytes
    at: int
    note: bytes
    told: bool


class Refused(Exception):
    """A checkpoint that is not cosigned, by a `reason` in one word."""

    def __init__(self, origin: str, size: int, reason: str, why: str) -> None:
        self.origin, self.size, self.reason = origin, size, reason
        super().__init__(f"{origin}, size {size}: {why}")


class Moved(Exception):
    """Another size was cosigned last than the one who asks has proved from: `size`."""

    def __init__(self, size: int) -> None:
        self.size = size
        super().__init__(f"size {size} was cosigned last")


class Witnessed:
    """The memory of a witness, in the database of the service that mirrors; nothing in it ever goes back; thread-safe."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def migrate(self) -> None:
        """Make the tables when they are missing; safe from several processes at once."""
        with self._database.writing() as session:
            self._database.migration_lock(session)
            session.run(sums.table(self._database.dialect))
            if not self._database.columns(session, "witnessed"):
                for statement in _tables(self._database.dialect):
                    session.run(statement)
            if not self._database.columns(session, "witnessed_former"):
                text = self._database.dialect.text
                columns = f"origin {text} NOT NULL, vkey {text} NOT NULL, PRIMARY KEY (origin, vkey)"
                session.run(f"CREATE TABLE witnessed_former ({columns})")

    def renew(self, origin: str, known: str, vkey: str) -> None:
        """Another key signs a log from now on, by what the log says; the one before stays known."""
        with self._database.writing() as session:
            if self._lock(session, origin, vkey) != known or known == vkey:
                return  # somebody else has done it
            former = (origin, known)
            if session.run("INSERT INTO witnessed_former VALUES (?, ?) ON CONFLICT DO NOTHING", former):
                sums.move(session, "witnessed_former", [former])
            session.run("UPDATE witnessed_logs SET vkey = ? WHERE origin = ?", (vkey, origin))
            sums.move(session, "witnessed_logs", [(origin, known), (origin, vkey)])

    def former(self) -> list[tuple[str, str]]:
        """Origin and verifier key of every key that signed a log before its present one."""
        sql = "SELECT origin, vkey FROM witnessed_former ORDER BY origin, vkey"
        return [(str(origin), str(vkey)) for origin, vkey in self._database.read(lambda session: session.all(sql))]

    def logs(self) -> dict[str, str]:
        """The verifier key of every log that was ever cosigned, by origin."""
        return dict(self._database.read(lambda session: session.all("SELECT origin, vkey FROM witnessed_logs ORDER BY origin")))

    def newest(self, origin: str) -> Accepted | None:
        """The cosigned checkpoint of the greatest size."""
        return self._database.read(lambda session: _newest(session, origin))

    def by(self, origin: str, at: int) -> Accepted | None:
        """The largest checkpoint cosigned not after a POSIX time (s)."""
        sql = f"SELECT {_COLUMNS} FROM witnessed WHERE origin = ? AND at <= ? ORDER BY size DESC LIMIT 1"  # noqa: S608 - no values
        row = self._database.read(lambda session: session.one(sql, (origin, at)))
        return None if row is None else _accepted(row)

    def after(self, origin: str, size: int, limit: int) -> list[Accepted]:
        """Cosigned checkpoints of greater sizes, in order."""
        sql = f"SELECT {_COLUMNS} FROM witnessed WHERE origin = ? AND size > ? ORDER BY size LIMIT ?"  # noqa: S608 - no values
        return [_accepted(row) for row in self._database.read(lambda session: session.all(sql, (origin, size, limit)))]

    def untold(self) -> list[Accepted]:
        """Cosigned checkpoints about which no event is recorded yet, by origin and size."""
        sql = f"SELECT {_COLUMNS} FROM witnessed WHERE told = 0 ORDER BY origin, size"  # noqa: S608 - no values
        return [_accepted(row) for row in self._database.read(lambda session: session.all(sql))]

    def tell(self, origin: str, size: int) -> None:
        """The event about a checkpoint is recorded."""
        with self._database.writing() as session:
            session.run("UPDATE witnessed SET told = 1 WHERE origin = ? AND size = ?", (origin, size))

    def accept(
        self, origin: str, vkey: str, base: int, size: int, root: bytes, sign: Callable[[int], tuple[int, bytes]]
    ) -> Accepted | None:
        """Cosign a checkpoint and keep it, in one transaction that nobody else's comes between; None where it is not new.

        Args:
            vkey: the key that signed it; the first one of a log is kept until the log itself names another.
            base: the size cosigned last, as the one who asks has proved from it; 0 before the first.
            sign: gets the time of the last cosignature, returns that of this one, not before it, and the cosigned note. It is
                called for a checkpoint that is not new as well.

        Raises:
            Refused: another key than the one that is known (`key`), or another root at a size that was cosigned (`fork`).
            Moved: another size than `base` was cosigned last.
        """
        with self._database.writing() as session:
            known = self._lock(session, origin, vkey)
            if known != vkey:
                raise Refused(origin, size, "key", f"it is signed by {vkey}, known is {known}")
            same = session.one("SELECT root FROM witnessed WHERE origin = ? AND size = ?", (origin, size))
            if same is not None and bytes(same[0]) != root:
                raise Refused(origin, size, "fork", f"root {root.hex()}, and {bytes(same[0]).hex()} was cosigned at this size")
            last = _newest(session, origin)
            if base != (0 if last is None else last.size) or size < base:
                raise Moved(0 if last is None else last.size)
            if last is not None and size == base:
                at, note = sign(last.at)
                if not last.note:  # recalled, without what was signed
                    session.run("UPDATE witnessed SET note = ?, at = ? WHERE origin = ? AND size = ?", (note, at, origin, size))
                    sums.move(session, "witnessed", [(origin, size, root, last.at, last.note), (origin, size, root, at, note)])
                return None
            at, note = sign(0 if last is None else last.at)
            session.insert("witnessed", _KINDS, [(origin, size, root, at, note, 0)])
            sums.move(session, "witnessed", [(origin, size, root, at, note)])
            return Accepted(origin, size, root, at, note, False)

    def recall(self, origin: str, vkey: str, size: int, root: bytes, at: int, note: bytes = b"") -> bool:
        """Remember again a checkpoint that was cosigned, as a log shows it; whether it was forgotten.

        Without a `note` the next look at this size makes one again, of the same root.
        """
        with self._database.writing() as session:
            if vkey:
                self._lock(session, origin, vkey)
            found = session.one("SELECT root, at, note FROM witnessed WHERE origin = ? AND size = ?", (origin, size))
            if found is None:
                session.insert("witnessed", _KINDS, [(origin, size, root, at, note, 0 if note else 1)])
                sums.move(session, "witnessed", [(origin, size, root, at, note)])
            elif note and not found[2] and bytes(found[0]) == root:
                session.run("UPDATE witnessed SET note = ?, at = ? WHERE origin = ? AND size = ?", (note, at, origin, size))
                sums.move(session, "witnessed", [(origin, size, *found), (origin, size, root, at, note)])
            return found is None

    def _lock(self, session: Session, origin: str, vkey: str) -> str:
        if session.run("INSERT INTO witnessed_logs VALUES (?, ?) ON CONFLICT DO NOTHING", (origin, vkey)):
            sums.move(session, "witnessed_logs", [(origin, vkey)])
        sql = "SELECT vkey FROM witnessed_logs WHERE origin = ?" + self._database.dialect.for_update  # noqa: S608 - no values
        found = session.one(sql, (origin,))
        return "" if found is None else str(found[0])

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()


_KINDS = {"origin": "text", "size": "int", "root": "blob", "at": "int", "note": "blob", "told": "int"}
_COLUMNS = ", ".join(_KINDS)


def open_witnessed(url: str, settings: StoreSettings | None = None) -> Witnessed:
    """The memory in a service's own database; nothing is changed in it before `migrate`."""
    return Witnessed(open_database(url, settings or StoreSettings()))


def _newest(session: Session, origin: str) -> Accepted | None:
    sql = f"SELECT {_COLUMNS} FROM witnessed WHERE origin = ? ORDER BY size DESC LIMIT 1"  # noqa: S608 - no values
    row = session.one(sql, (origin,))
    return None if row is None else _accepted(row)


def _accepted(row: tuple[Any, ...]) -> Accepted:
    origin, size, root, at, note, told = row
    return Accepted(str(origin), int(size), bytes(root), int(at), bytes(note), bool(told))


def _tables(dialect: Dialect) -> tuple[str, ...]:
    text, number, blob = dialect.text, dialect.number, dialect.blob
    return (
        f"CREATE TABLE witnessed_logs (origin {text} PRIMARY KEY, vkey {text} NOT NULL)",
        (
            f"CREATE TABLE witnessed (origin {text} NOT NULL, size {number} NOT NULL, root {blob} NOT NULL, at {number} NOT NULL, "
            f"note {blob} NOT NULL, told {number} NOT NULL, PRIMARY KEY (origin, size))"
        ),
    )
