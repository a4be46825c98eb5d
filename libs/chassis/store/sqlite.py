"""SQLite: gapless recorders and the database port over them."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from itertools import count
from time import monotonic, sleep
from types import TracebackType
from typing import Any, Literal
from uuid import UUID

import orjson
from eventsourcing.persistence import ConnectionPoolClosedError, Notification, PersistenceError, StoredEvent
from eventsourcing.sqlite import (
    SQLiteAggregateRecorder,
    SQLiteApplicationRecorder,
    SQLiteConnection,
    SQLiteCursor,
    SQLiteDatastore,
    SQLiteTransaction,
)

from chassis.store import sums
from chassis.store.contract import Head, StoreSettings
from chassis.store.database import Database, Dialect, NewCommand, NewRow, Params, Session, Trouble
from chassis.store.records import moment

_DIALECT = Dialect(
    for_update="",
    among=" IN (SELECT value FROM json_each(?))",
    now="(julianday('now') - 2440587.5) * 86400.0",
    text="TEXT",
    number="INTEGER",
    boolean="INTEGER",
    document="TEXT",
    blob="BLOB",
    nulls_first="ASC",
    nulls_last="DESC",
    table="",
    moving="",
    position="instr",
)


_LAST_QUERY = 10.0


class _ImmediateTransaction(SQLiteTransaction):
    """Takes the write lock at the start: a transaction that reads first and writes later could not be served."""

    def __enter__(self) -> SQLiteCursor:
        cursor = self.connection.cursor()
        try:
            cursor.execute("BEGIN IMMEDIATE" if self.commit else "BEGIN")
        except sqlite3.Error:
            cursor.sqlite_cursor.close()
            raise
        return cursor

    def __exit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None:
        try:
            super().__exit__(exc_type, exc_val, exc_tb)
        finally:
            # A commit that failed leaves its transaction open, and the library leaves it so.
            if self.connection._sqlite_conn.in_transaction:  # noqa: SLF001 - the library has no name for it
                self.connection.rollback()


def _write_ahead(path: str, seconds: float) -> None:
    """Turn the write-ahead log on; where two processes do so to a new file at once SQLite makes none of them wait."""
    until = monotonic() + seconds
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=seconds)) as connection:
        # Any other trouble is met again, and said, by the connection that follows.
        while True:
            try:
                connection.execute("PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > until:
                    return
                sleep(0.01)
            else:
                return


class GaplessSQLiteDatastore(SQLiteDatastore):
    """A datastore whose commits are on disk and whose writers wait for each other."""

    _closing = False

    def __init__(
        self, db_name: str, *, busy_seconds: float, pool_size: int, originator_id_type: Literal["uuid", "text"] = "text"
    ) -> None:
        super().__init__(
            db_name,
            lock_timeout=max(1, int(busy_seconds)),
            pool_size=pool_size,
            max_overflow=0,
            pool_timeout=30.0,
            originator_id_type=originator_id_type,
        )
        create = self.pool._create_connection  # noqa: SLF001 - the library offers no hook for pragmas

        def configured() -> SQLiteConnection:
            pool = self.pool
            if not pool.is_sqlite_memory_mode and not pool.is_journal_mode_wal:
                _write_ahead(db_name, busy_seconds)
            connection = create()
            cursor = connection.cursor()
            cursor.execute("PRAGMA synchronous=FULL")
            cursor.execute("PRAGMA temp_store=MEMORY")
            cursor.sqlite_cursor.close()
            return connection

        self.pool._create_connection = configured  # type: ignore[method-assign]  # noqa: SLF001 - as above

    @contextmanager
    def get_connection(self, *, commit: bool) -> Iterator[SQLiteConnection]:
        """A connection, unless the datastore is being closed."""
        if self._closing:
            raise ConnectionPoolClosedError
        with super().get_connection(commit=commit) as connection:
            yield connection

    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[SQLiteCursor]:
        """A transaction that holds the write lock from its start when it is to be committed."""
        with (
            self.get_connection(commit=commit) as connection,
            _ImmediateTransaction(connection, commit=commit) as cursor,
            cursor,
        ):
            yield cursor

    def close(self) -> None:
        """Close every connection as soon as nobody uses one: under a thread that still reads, SQLite takes the process along.

        What is in use for longer than a query takes is left to the end of the process.
        """
        free = self.pool._put_condition  # noqa: SLF001 - the library closes without asking
        with free:
            self._closing = True
            if free.wait_for(lambda: self.pool.num_in_use == 0, _LAST_QUERY):
                super().close()


class GaplessSQLiteRecorder(SQLiteApplicationRecorder):
    """Positions and published ordinals from a one-row head, contiguous and rolled back with the transaction."""

    def construct_create_table_statements(self) -> list[str]:
        """The log, its head, and the head's one row."""
        table = self.events_table_name
        return [
            (
                f"CREATE TABLE IF NOT EXISTS {table} ("
                "notification_id INTEGER PRIMARY KEY, originator_id TEXT NOT NULL, originator_version INTEGER NOT NULL, "
                "topic TEXT NOT NULL, state BLOB NOT NULL, pub INTEGER, UNIQUE (originator_id, originator_version))"
            ),
            f"CREATE UNIQUE INDEX IF NOT EXISTS {table}_pub ON {table} (pub) WHERE pub IS NOT NULL",
            (
                "CREATE TABLE IF NOT EXISTS log_head ("
                "id INTEGER PRIMARY KEY CHECK (id = 1), position INTEGER NOT NULL, pub INTEGER NOT NULL, at TEXT)"
            ),
            "INSERT INTO log_head VALUES (1, 0, 0, NULL) ON CONFLICT DO NOTHING",
        ]

    def append(self, cursor: SQLiteCursor, rows: Sequence[NewRow], at: str | None) -> list[int]:
        """Move the head and insert; the positions."""
        if not rows:
            return []
        cursor.execute(
            "UPDATE log_head SET position = position + ?, pub = pub + ?, at = coalesce(?, at) RETURNING position, pub",
            (len(rows), sum(row.published for row in rows), at),
        )
        position, pub = cursor.fetchall()[0]
        positions = range(position - len(rows) + 1, position + 1)
        ordinals = count(pub - sum(row.published for row in rows) + 1)
        cursor.executemany(
            f"INSERT INTO {self.events_table_name} "  # noqa: S608 - the table's name is ours
            "(notification_id, originator_id, originator_version, topic, state, pub) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (place, row.aggregate, row.version, row.topic, row.state, next(ordinals) if row.published else None)
                for place, row in zip(positions, rows, strict=True)
            ],
        )
        return list(positions)

    def _insert_events(self, c: SQLiteCursor, stored_events: Sequence[StoredEvent], **_: Any) -> Sequence[int]:
        return self.append(
            c, [NewRow(_text(e.originator_id), e.originator_version, e.topic, e.state, False) for e in stored_events], None
        )

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """See the library; its own query names SQLite's rowid."""
        conditions, params = ["notification_id >= ?"], [0 if start is None else start + (not inclusive_of_start)]
        values: list[Any] = list(params)
        if stop is not None:
            conditions.append("notification_id <= ?")
            values.append(stop)
        if topics:
            conditions.append(f"topic IN ({','.join('?' * len(topics))})")
            values.extend(topics)
        with self.datastore.transaction(commit=False) as c:
            c.execute(
                f"SELECT * FROM {self.events_table_name} WHERE {' AND '.join(conditions)} "  # noqa: S608 - no values in it
                "ORDER BY notification_id LIMIT ?",
                (*values, limit),
            )
            return [
                Notification(
                    id=row["notification_id"],
                    originator_id=self.convert_originator_id(row["originator_id"]),
                    originator_version=row["originator_version"],
                    topic=row["topic"],
                    state=row["state"],
                )
                for row in c.fetchall()
            ]


def _text(originator: UUID | str) -> str:
    return originator.hex if isinstance(originator, UUID) else originator


def _legible(text: bytes) -> str:
    return text.decode(errors="backslashreplace")


class _SQLiteSession:
    """A session over one of the library's cursors."""

    def __init__(self, cursor: SQLiteCursor) -> None:
        self.cursor = cursor
        self._run = cursor.sqlite_cursor

    def all(self, sql: str, params: Params = ()) -> list[tuple[Any, ...]]:
        try:
            return self._run.execute(sql, params).fetchall()
        except sqlite3.OperationalError as error:
            if "decode" not in str(error):
                raise
        # Text that is no UTF-8 was not written by us. It is shown all the same: who verifies is to see which row it is.
        connection = self._run.connection
        connection.text_factory = _legible
        try:
            return self._run.execute(sql, params).fetchall()
        finally:
            connection.text_factory = str

    def one(self, sql: str, params: Params = ()) -> tuple[Any, ...] | None:
        rows = self._run.execute(sql, params).fetchall()  # to the end: an unfinished statement holds a read lock
        return rows[0] if rows else None

    def run(self, sql: str, params: Params = ()) -> int:
        return self._run.execute(sql, params).rowcount

    def insert(self, table: str, columns: Mapping[str, str], rows: Sequence[Params], conflict: str = "") -> None:
        names, holes = ", ".join(f'"{name}"' for name in columns), ", ".join("?" for _ in columns)
        sql = f"INSERT INTO {table} ({names}) VALUES ({holes}) {conflict}"  # noqa: S608 - no values
        self._run.executemany(sql, rows)

    def many(self, sql: str, params: Iterable[Params]) -> None:
        self._run.executemany(sql, params)


class SQLiteDatabase(Database):
    """A file, or a database in memory that lives as long as this object.

    Writers of this process wait for each other in line; those of other processes by SQLite's own lock.
    """

    dialect = _DIALECT
    _memory = count(1)

    def __init__(self, path: str, settings: StoreSettings) -> None:
        super().__init__(settings)
        memory = path == ":memory:"
        name = f"file:rectify-{next(self._memory)}-{id(self)}?mode=memory&cache=shared" if memory else path
        self._writers = GaplessSQLiteDatastore(name, busy_seconds=settings.lock_seconds, pool_size=4 if memory else 1)
        # In memory readers and writers exclude each other, which only one pool can see to.
        self._readers = (
            self._writers
            if memory
            else GaplessSQLiteDatastore(name, busy_seconds=settings.lock_seconds, pool_size=settings.readers)
        )
        self.recorder = GaplessSQLiteRecorder(self._writers)
        self.snapshots = SQLiteAggregateRecorder(self._writers, "snapshots")

    @contextmanager
    def _writing(self, durable: bool) -> Iterator[Session]:
        del durable  # how it syncs is a setting of the connection, not of a transaction
        with self._writers.transaction(commit=True) as cursor:
            yield _SQLiteSession(cursor)

    def log_writing(self) -> AbstractContextManager[Session]:
        """See `Database`; one writer at a time is all that SQLite has."""
        return self._writing(durable=True)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with self._readers.get_connection(commit=False) as connection:
            cursor = connection.cursor()
            try:
                yield _SQLiteSession(cursor)
            finally:
                cursor.sqlite_cursor.close()

    @contextmanager
    def _snapshot(self) -> Iterator[Session]:
        with self._readers.transaction(commit=False) as cursor:
            yield _SQLiteSession(cursor)

    def trouble(self, error: BaseException) -> Trouble:
        """See `Database`."""
        cause: BaseException | None = error
        while isinstance(cause, PersistenceError):
            cause = cause.__cause__
        if isinstance(cause, sqlite3.IntegrityError):
            return Trouble.CONFLICT
        if isinstance(cause, sqlite3.Error):
            code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
            if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and "full" in str(cause)):
                return Trouble.FULL
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                return Trouble.BUSY
            if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
                return Trouble.LOST
        if isinstance(error, PersistenceError) and isinstance(error, TimeoutError):
            return Trouble.BUSY
        return Trouble.OTHER

    def is_driver_error(self, error: BaseException) -> bool:
        """See `Database`."""
        return isinstance(error, PersistenceError | sqlite3.Error)

    def list_parameter(self, values: Sequence[str]) -> str:
        """See `Database`."""
        return orjson.dumps(list(values)).decode()

    def begin(self, session: Session, commands: Sequence[str]) -> tuple[Head, list[tuple[Any, ...]]]:
        """See `Database`; the transaction holds the write lock already."""
        row = session.one("SELECT position, pub, at FROM log_head")
        assert row is not None  # noqa: S101 - made with the table
        sql = f"SELECT command, digest, first, events FROM commands WHERE command{_DIALECT.among}"  # noqa: S608 - no values
        found = session.all(sql, (self.list_parameter(commands),))
        return Head(row[0], row[1], moment(row[2]) if row[2] else None), found

    def append(self, session: Session, head: Head, rows: Sequence[NewRow], commands: Sequence[NewCommand], at: str | None) -> None:
        """See `Database`."""
        assert isinstance(session, _SQLiteSession)  # noqa: S101 - sessions come from here
        positions = self.recorder.append(session.cursor, rows, at)
        if positions and positions[0] != head.position + 1:
            raise RuntimeError("the head moved under the lock")
        if commands:
            session.insert("commands", {"command": "text", "digest": "blob", "first": "int", "events": "int"}, commands)
            sums.move(session, "commands", commands)

    def migration_lock(self, session: Session) -> None:
        """See `Database`; the transaction holds the write lock already."""

    def log_schema(self) -> Sequence[str]:
        """See `Database`."""
        return [*self.recorder.construct_create_table_statements(), *self.snapshots.construct_create_table_statements()]

    def columns(self, session: Session, table: str) -> set[str]:
        """See `Database`."""
        return {row[0] for row in session.all("SELECT name FROM pragma_table_info(?)", (table,))}

    def close(self) -> None:
        """See `Database`."""
        self._readers.close()
        self._writers.close()
