"""PostgreSQL: gapless recorders and the database port over them."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any
from uuid import UUID

import orjson
import psycopg
from eventsourcing.persistence import ApplicationRecorder, PersistenceError, StoredEvent, Subscription
from eventsourcing.postgres import PostgresAggregateRecorder, PostgresApplicationRecorder, PostgresDatastore
from psycopg import Connection, Cursor
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import DictRow, tuple_row
from psycopg.sql import SQL, Composed, Identifier
from psycopg_pool import PoolTimeout

from chassis.store import sums
from chassis.store.contract import Head, StoreSettings
from chassis.store.database import Database, Dialect, NewCommand, NewRow, Params, Session, Trouble
from chassis.store.records import moment

_DIALECT = Dialect(
    for_update=" FOR UPDATE",
    among=" = ANY(%b::text[])",
    now="extract(epoch from clock_timestamp())::double precision",
    text='text COLLATE "C"',
    number="bigint",
    boolean="boolean",
    document="text",
    blob="bytea",
    nulls_first="ASC NULLS FIRST",
    nulls_last="DESC NULLS LAST",
    # A row that changes in place needs room in its page, and none of its indexes is touched.
    table=" WITH (fillfactor = 80)",
    # Free space in its page lets a row change in place.
    moving=" WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0)",
    position="strpos",
)

_BEGIN = "BEGIN; SELECT position, pub, at FROM log_head FOR UPDATE;"

_LISTED = {"text": "text", "int": "bigint", "bool": "boolean", "json": "text", "blob": "bytea"}

_MIGRATION_LOCK = 0x52454354  # any number that no other program takes in this database

# A server that is gone must be noticed before those who wait lose patience, also when its machine vanished without a word.
_CONNECTION = {
    "connect_timeout": 3,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}

_BUSY = frozenset({"55P03", "40P01", "40001", "57014"})  # lock timeout, deadlock, serialisation, cancelled
_LOST = frozenset({"25P03", "25006", "53300", "57P01", "57P02", "57P03", "57P05"})  # ended, read-only, full of connections
_FULL = frozenset({"53100"})


class GaplessPostgresDatastore(PostgresDatastore):
    """A datastore by URL, whose commits are on disk and whose sessions cannot hold a lock for long."""

    def __init__(self, url: str, settings: StoreSettings) -> None:
        parts = {**_CONNECTION, **conninfo_to_dict(url)}
        self._settings = settings
        super().__init__(
            dbname=str(parts.pop("dbname", "")),
            host=str(parts.pop("host", "")),
            port=str(parts.pop("port", "")),
            user=str(parts.pop("user", "")),
            password=str(parts.pop("password", "")),
            connect_timeout=max(1.0, settings.retry_seconds),
            pool_size=1,
            max_overflow=settings.readers - 1,
            originator_id_type="text",
        )
        # What is empty is left to libpq and its environment.
        given = {name: value for name, value in self.pool.kwargs.items() if value != ""}  # type: ignore[union-attr]
        self.connecting: dict[str, Any] = {**given, **parts}
        self.pool.kwargs = self.connecting
        # The pool's own patience with a server that is down would outlast the fault.
        self.pool.reconnect_timeout = 1.0

    def after_connect_func(self) -> Callable[[Connection[Any]], None]:
        """What every new connection is told."""
        return configure(self._settings)

    def register_type_adapters(self) -> None:
        """Nothing: no composite types are used, and a recorder can be made while the server is down."""


def configure(settings: StoreSettings) -> Callable[[Connection[Any]], None]:
    """The settings of a session: autocommit, durable, and timeouts against replicas that stand still."""
    statement = (
        f"SET lock_timeout = '{int(settings.lock_seconds * 1000)}ms'; "
        f"SET idle_in_transaction_session_timeout = '{int(settings.idle_seconds * 1000)}ms'; "
        "SET default_transaction_isolation = 'read committed'; "
        "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
    )

    def told(connection: Connection[Any]) -> None:
        connection.autocommit = True
        connection.execute(statement.encode())

    return told


class GaplessPostgresRecorder(PostgresApplicationRecorder):
    """Positions and published ordinals from a one-row head, contiguous, ordered by commit, rolled back with it.

    The head's row lock replaces the library's lock of the whole table.
    """

    def __init__(self, datastore: PostgresDatastore, *, events_table_name: str = "stored_events") -> None:
        super().__init__(datastore, events_table_name=events_table_name)
        self.lock_table_statements = []
        names = {
            "table": Identifier(datastore.schema, events_table_name),
            "head": Identifier(datastore.schema, "log_head"),
            "pub_index": Identifier(f"{events_table_name}_pub"),
        }
        statements = (
            (
                'CREATE TABLE IF NOT EXISTS {table} (notification_id bigint PRIMARY KEY, originator_id text COLLATE "C" NOT NULL, '
                "originator_version bigint NOT NULL, topic text NOT NULL, state bytea NOT NULL, pub bigint, "
                "UNIQUE (originator_id, originator_version)) "
                # Rows are only added: no dead ones to look for, but the planner and the visibility map want to know them.
                "WITH (autovacuum_vacuum_insert_threshold = 10000, autovacuum_analyze_scale_factor = 0.05)"
            ),
            "CREATE UNIQUE INDEX IF NOT EXISTS {pub_index} ON {table} (pub) WHERE pub IS NOT NULL",
            (
                "CREATE TABLE IF NOT EXISTS {head} (id integer PRIMARY KEY CHECK (id = 1), position bigint NOT NULL, "
                "pub bigint NOT NULL, at text)" + _DIALECT.moving
            ),
            "INSERT INTO {head} VALUES (1, 0, 0, NULL) ON CONFLICT DO NOTHING",
        )
        self.sql_create_statements = [SQL(statement).format(**names) for statement in statements]
        self._append = SQL(
            "WITH given AS (SELECT * FROM unnest(%b::text[], %b::bigint[], %b::text[], %b::bytea[], %b::boolean[]) "
            "WITH ORDINALITY AS g (originator_id, originator_version, topic, state, published, n)), "
            "counted AS (SELECT count(*) AS events, count(*) FILTER (WHERE published) AS pubs FROM given), "
            "moved AS (UPDATE {head} SET position = position + events, pub = pub + pubs, at = coalesce(%s, at) FROM counted "
            "WHERE %s::bigint IS NULL OR position = %s::bigint RETURNING position - events AS position, pub - pubs AS pub)"
            "{more} "
            "INSERT INTO {table} (notification_id, originator_id, originator_version, topic, state, pub) "
            "SELECT position + n, originator_id, originator_version, topic, state, "
            "CASE WHEN published THEN pub + count(*) FILTER (WHERE published) OVER (ORDER BY n) END "
            "FROM given, moved ORDER BY n RETURNING notification_id"
        )
        self._append_alone = self._append.format(**names, more=SQL(""))
        self._append_with_commands = self._append.format(
            **names,
            more=SQL(
                ", asked AS (INSERT INTO {commands} (command, digest, first, events) SELECT c.* "
                "FROM moved, unnest(%b::text[], %b::bytea[], %b::bigint[], %b::bigint[]) AS c), "
                "summed AS (INSERT INTO {sums} AS s (name, n) SELECT 'commands', %s::bigint FROM moved "
                "ON CONFLICT (name) DO UPDATE SET n = (s.n | excluded.n) - (s.n & excluded.n))"
            ).format(commands=Identifier(datastore.schema, "commands"), sums=Identifier(datastore.schema, "sums")),
        )

    def append(
        self,
        cursor: Cursor[Any],
        rows: Sequence[NewRow],
        at: str | None,
        commands: Sequence[NewCommand] = (),
        expected: int | None = None,
    ) -> None:
        """Move the head and insert, in one statement; its result are the positions.

        With a head that is not at `expected` nothing at all is inserted.
        """
        params = [*_columns(rows, 5), at, expected, expected]
        if commands:
            cursor.execute(self._append_with_commands, [*params, *_columns(commands, 4), sums.over(commands)])
        else:
            cursor.execute(self._append_alone, params)

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> Sequence[int] | None:
        """See the library; not repeated on a lost connection, for the first attempt may have been committed."""
        with self.datastore.transaction(commit=True) as cursor:
            self._insert_events(cursor, stored_events, **kwargs)
            return self._insert_stored_events(cursor, stored_events)

    def _insert_stored_events(self, curs: Cursor[Any], stored_events: Sequence[StoredEvent], **_: Any) -> Sequence[int]:  # type: ignore[override]  # answers, where the library fetches
        rows = [NewRow(_text(e.originator_id), e.originator_version, e.topic, e.state, False) for e in stored_events]
        if not rows:
            return []
        self.append(curs, rows, None)
        return [row["notification_id"] for row in curs.fetchall()]

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Subscription[ApplicationRecorder]:
        """Not offered: a notification takes a lock that all databases of a server share, and commits would wait for it."""
        raise NotImplementedError("read the log by position")


class SnapshotRecorder(PostgresAggregateRecorder):
    """The library's recorder for snapshots, without the composite type that it sends rows by."""

    def __init__(self, datastore: PostgresDatastore, *, events_table_name: str = "snapshots") -> None:
        super().__init__(datastore, events_table_name=events_table_name)
        self.sql_create_statements = [statement for statement in self.sql_create_statements if not _makes_type(statement)]
        self.insert_events_statement = SQL(
            "INSERT INTO {table} (originator_id, originator_version, topic, state) "
            "SELECT * FROM unnest(%b::text[], %b::bigint[], %b::text[], %b::bytea[])"
        ).format(table=Identifier(datastore.schema, events_table_name))

    def _insert_stored_events(self, curs: Cursor[DictRow], stored_events: Sequence[StoredEvent], **_: Any) -> None:
        rows = [(_text(e.originator_id), e.originator_version, e.topic, e.state) for e in stored_events]
        curs.execute(self.insert_events_statement, [list(column) for column in zip(*rows, strict=True)])


def _columns(rows: Sequence[tuple[Any, ...]], width: int) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in range(width)]


def _makes_type(statement: Composed) -> bool:
    return "CREATE TYPE" in statement.as_string()


def _text(originator: UUID | str) -> str:
    return originator.hex if isinstance(originator, UUID) else originator


@cache
def _translated(sql: str) -> bytes:
    return sql.replace("?", "%s").encode()


@cache
def _insertion(table: str, columns: tuple[tuple[str, str], ...], conflict: str) -> bytes:
    names = ", ".join(f'"{name}"' for name, _ in columns)
    if _travels_as_json(columns):
        given = ", ".join(f'"{name}" {kind}' for name, kind in columns)
        return f"INSERT INTO {table} ({names}) SELECT * FROM json_to_recordset(%b::json) AS g ({given}) {conflict}".encode()  # noqa: S608
    lists = ", ".join(f"%b::{kind}[]" for _, kind in columns)  # binary: lists as text cost five times as much
    return f"INSERT INTO {table} ({names}) SELECT * FROM unnest({lists}) {conflict}".encode()  # noqa: S608 - no values


def _travels_as_json(columns: Sequence[tuple[str, str]]) -> bool:
    """Rows of many columns travel faster as one document than as a list for each; bytes have no form in JSON."""
    return len(columns) > 4 and all(kind != "bytea" for _, kind in columns)


class _PostgresSession:
    """A session over one cursor."""

    def __init__(self, cursor: Cursor[tuple[Any, ...]]) -> None:
        self.cursor = cursor

    def all(self, sql: str, params: Params = ()) -> list[tuple[Any, ...]]:
        return self.cursor.execute(_translated(sql), params).fetchall()

    def one(self, sql: str, params: Params = ()) -> tuple[Any, ...] | None:
        return self.cursor.execute(_translated(sql), params).fetchone()

    def run(self, sql: str, params: Params = ()) -> int:
        return self.cursor.execute(_translated(sql), params).rowcount

    def insert(self, table: str, columns: Mapping[str, str], rows: Sequence[Params], conflict: str = "") -> None:
        kinds = tuple((name, _LISTED[kind]) for name, kind in columns.items())
        if _travels_as_json(kinds):
            params: Params = [orjson.dumps([dict(zip(columns, row, strict=True)) for row in rows]).decode()]
        else:
            params = [list(column) for column in zip(*rows, strict=True)]
        self.cursor.execute(_insertion(table, kinds, conflict), params)

    def many(self, sql: str, params: Iterable[Params]) -> None:
        self.cursor.executemany(_translated(sql), params)


def _cursor(connection: Connection[Any]) -> Cursor[tuple[Any, ...]]:
    return connection.cursor(binary=True, row_factory=tuple_row)


class PostgresDatabase(Database):
    """A database of one service, shared by its replicas.

    The log is written on a connection of its own, so that readers can never keep its writer waiting; it is made anew after
    any trouble with it.
    """

    dialect = _DIALECT

    def __init__(self, url: str, settings: StoreSettings) -> None:
        super().__init__(settings)
        self._datastore = GaplessPostgresDatastore(url, settings)
        self._configure = configure(settings)
        self._writer: Connection[Any] | None = None
        self._one_writer = threading.Lock()
        self.recorder = GaplessPostgresRecorder(self._datastore)
        self.snapshots = SnapshotRecorder(self._datastore)

    @contextmanager
    def log_writing(self) -> Iterator[Session]:
        """See `Database`."""
        # Besides the writer's thread, whoever puts rows back or turns the log: their transactions must not become one.
        with self._one_writer:
            connection = self._writer
            if connection is None or connection.closed:
                connection = self._writer = psycopg.connect(**self._datastore.connecting)
                self._configure(connection)
            try:
                yield _PostgresSession(_cursor(connection))
                connection.commit()
            except BaseException as error:
                if self.trouble(error) is Trouble.LOST or connection.broken:
                    self._writer = None
                    connection.close()
                else:
                    connection.rollback()
                raise

    @contextmanager
    def _writing(self, durable: bool) -> Iterator[Session]:
        with self._datastore.get_connection() as connection, connection.transaction():
            if not durable:
                connection.execute(b"SET LOCAL synchronous_commit = off")
            yield _PostgresSession(_cursor(connection))

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with self._datastore.get_connection() as connection:
            yield _PostgresSession(_cursor(connection))

    @contextmanager
    def _snapshot(self) -> Iterator[Session]:
        with self._datastore.get_connection() as connection, connection.transaction():
            connection.execute(b"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            # The other side of a comparison may take its time between two pages.
            connection.execute(b"SET LOCAL idle_in_transaction_session_timeout = 0")
            yield _PostgresSession(_cursor(connection))

    def trouble(self, error: BaseException) -> Trouble:
        """See `Database`."""
        cause: BaseException | None = error
        while isinstance(cause, PersistenceError):
            cause = cause.__cause__
        if not isinstance(cause, psycopg.Error):
            return Trouble.OTHER
        state = cause.sqlstate or ""
        if state in _FULL:
            return Trouble.FULL
        if state in _BUSY:
            return Trouble.BUSY
        if isinstance(cause, psycopg.IntegrityError):
            return Trouble.CONFLICT
        # Without a state it is the client's own finding: the connection broke, or none was to be had.
        if (
            state in _LOST
            or state[:2] == "08"
            or (not state and isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError))
        ):
            return Trouble.LOST
        return Trouble.OTHER

    def is_driver_error(self, error: BaseException) -> bool:
        """See `Database`."""
        return isinstance(error, PersistenceError | psycopg.Error)

    def is_stale(self, error: BaseException) -> bool:
        """See `Database`."""
        return self.trouble(error) is Trouble.LOST and not isinstance(error.__cause__, PoolTimeout)

    def list_parameter(self, values: Sequence[str]) -> list[str]:
        """See `Database`."""
        return list(values)

    def begin(self, session: Session, commands: Sequence[str]) -> tuple[Head, list[tuple[Any, ...]]]:
        """See `Database`."""
        assert isinstance(session, _PostgresSession)  # noqa: S101 - sessions come from here
        # One journey, in one text without parameters. Each statement sees what was committed before it began: the second sees
        # what happened while the first waited. The ids are hexadecimal.
        asked = f"'{{{','.join(commands)}}}'::text[]"
        sql = f"{_BEGIN} SELECT command, digest, first, events FROM commands WHERE command = ANY({asked})"  # noqa: S608 - as said
        with session.cursor.connection.cursor(row_factory=tuple_row) as cursor:
            cursor.execute(sql.encode())
            cursor.nextset()
            row = cursor.fetchone()
            assert row is not None  # noqa: S101 - made with the table
            cursor.nextset()
            return Head(row[0], row[1], moment(row[2]) if row[2] else None), cursor.fetchall()

    def append(self, session: Session, head: Head, rows: Sequence[NewRow], commands: Sequence[NewCommand], at: str | None) -> None:
        """See `Database`."""
        assert isinstance(session, _PostgresSession)  # noqa: S101 - sessions come from here
        self.recorder.append(session.cursor, rows, at, commands, head.position)
        if session.cursor.rowcount != len(rows):
            raise RuntimeError("the head moved under the lock; nothing was appended")

    def migration_lock(self, session: Session) -> None:
        """See `Database`."""
        session.run("SELECT pg_advisory_xact_lock(?)", (_MIGRATION_LOCK,))

    def log_schema(self) -> Sequence[str]:
        """See `Database`."""
        statements = [*self.recorder.sql_create_statements, *self.snapshots.sql_create_statements]
        return [statement.as_string() for statement in statements]

    def columns(self, session: Session, table: str) -> set[str]:
        """See `Database`."""
        sql = "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?"
        return {str(row[0]) for row in session.all(sql, (table,))}

    def close(self) -> None:
        """See `Database`."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        self._datastore.close()
