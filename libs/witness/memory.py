"""What a witness remembers, in SQLite: one row a log, that only ever goes forward."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from witness.cosigner import Held, Step, Suspicion
from witness.errors import KeyOfAnother, MemoryUnavailable, NotThere

_BUSY = 5.0
_SUSPICIONS = 100
_APPLICATION = 0x52435457
_VERSION = 1

# The triggers say in the database's own words what the code keeps: a fault in the code cannot set a log back.
_SCHEMA = """
CREATE TABLE witness (one INTEGER PRIMARY KEY CHECK (one = 1), vkey TEXT NOT NULL) STRICT;
CREATE TABLE held (
    origin TEXT PRIMARY KEY,
    size INTEGER NOT NULL CHECK (size >= 0),
    root BLOB NOT NULL CHECK (length(root) = 32),
    at INTEGER NOT NULL CHECK (at >= 0),
    note BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER held_goes_forward BEFORE UPDATE ON held
WHEN NEW.origin <> OLD.origin OR NEW.size < OLD.size OR NEW.at < OLD.at OR (NEW.size = OLD.size AND NEW.root <> OLD.root)
BEGIN SELECT RAISE(ABORT, 'a witness never goes back'); END;
CREATE TRIGGER held_stays BEFORE DELETE ON held
BEGIN SELECT RAISE(ABORT, 'a witness never forgets'); END;
CREATE TABLE suspect (
    origin TEXT NOT NULL,
    size INTEGER NOT NULL,
    root BLOB NOT NULL,
    at INTEGER NOT NULL,
    code TEXT NOT NULL,
    note BLOB NOT NULL,
    PRIMARY KEY (origin, size, root, code)
) STRICT, WITHOUT ROWID;
"""


class SqliteMemory:
    """A witness's memory in one file; several threads and processes may share it.

    After a commit that failed nothing is said any more until a new process reads the file afresh: what the disk then
    holds is not known, and a second attempt might be told that all is well (`failed`).

    Args:
        path: the file, made by `create`.

    Raises:
        NotThere: no such file. MemoryUnavailable: it is not such a file.
    """

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise NotThere(str(path))
        self._path = path
        self._lock = threading.Lock()
        self.failed = False
        with self._told():
            self._connection = _connect(path)
            (application,) = self._connection.execute("PRAGMA application_id").fetchone()
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if (application, version) != (_APPLICATION, _VERSION):
            self.close()
            raise MemoryUnavailable(str(path), why="it is not the record of a witness, or of another version")

    @staticmethod
    def create(path: Path, vkey: str) -> None:
        """Make an empty memory for the witness of this key; the file must not exist."""
        connection = _connect(path)
        try:
            connection.execute("BEGIN IMMEDIATE")
            for statement in _statements(_SCHEMA):
                connection.execute(statement)
            connection.execute("INSERT INTO witness VALUES (1, ?)", (vkey,))
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {_VERSION}")
            connection.execute("COMMIT")
        finally:
            connection.close()

    def belongs_to(self, vkey: str, where: str) -> None:
        """Refuse (`KeyOfAnother`) unless this is the memory of the witness with this key."""
        with self._told():
            (found,) = self._connection.execute("SELECT vkey FROM witness").fetchone()
        if found != vkey:
            raise KeyOfAnother(where, found=vkey, expected=found)

    def transact(self, origin: str, step: Callable[[Held | None], Step]) -> Step:
        """See `Memory`."""
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                done = step(self._held(origin))
                self._keep(done)
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            try:
                self._connection.execute("COMMIT")
            except BaseException:
                self.failed = True
                raise
        return done

    def held(self, origin: str) -> Held | None:
        """The newest cosigned checkpoint of a log."""
        with self._told():
            return self._held(origin)

    def origins(self) -> list[str]:
        """The logs of which something is held."""
        with self._told():
            return [origin for (origin,) in self._connection.execute("SELECT origin FROM held ORDER BY origin")]

    def all(self) -> list[Held]:
        """The newest cosigned checkpoint of every log, by origin."""
        with self._told():
            return [Held(*row) for row in self._connection.execute("SELECT origin, size, root, at, note FROM held ORDER BY origin")]

    def suspicions(self) -> list[Suspicion]:
        """What logs signed and this witness did not cosign, by origin and size."""
        query = "SELECT origin, size, root, at, code, note FROM suspect ORDER BY origin, size, at"
        with self._told():
            return [Suspicion(*row) for row in self._connection.execute(query)]

    def close(self) -> None:
        """Give the file back."""
        with self._lock:
            self._connection.close()

    def _held(self, origin: str) -> Held | None:
        row = self._connection.execute("SELECT origin, size, root, at, note FROM held WHERE origin = ?", (origin,)).fetchone()
        return None if row is None else Held(*row)

    def _keep(self, done: Step) -> None:
        if done.hold is not None:
            # Never INSERT OR REPLACE: it would pass the trigger by.
            self._connection.execute(
                "INSERT INTO held (origin, size, root, at, note) VALUES (?, ?, ?, ?, ?) ON CONFLICT (origin) DO UPDATE SET "
                "size = excluded.size, root = excluded.root, at = excluded.at, note = excluded.note",
                done.hold,
            )
        if done.suspect is not None:
            (count,) = self._connection.execute("SELECT count(*) FROM suspect WHERE origin = ?", (done.suspect.origin,)).fetchone()
            if count < _SUSPICIONS:
                self._connection.execute("INSERT INTO suspect VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", done.suspect)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """One at a time in this process; what the database says becomes a refusal."""
        with self._lock:
            if self.failed:
                raise MemoryUnavailable(str(self._path), why="an earlier write failed; the witness must be started again")
            try:
                yield
            except sqlite3.Error as error:
                raise MemoryUnavailable(str(self._path), why=str(error)) from error


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY, autocommit=True, check_same_thread=False)
    try:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "trusted_schema = OFF"):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _statements(script: str) -> Iterator[str]:
    """Each statement of a script: `executescript` would commit first."""
    statement = ""
    for line in script.strip().splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
