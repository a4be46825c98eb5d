"""Read models in a database: for reading on any connection, and buffered inside a projection's transaction."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Literal

import orjson

from chassis.store.database import Database, Dialect, Session
from chassis.store.rows.values import Direction, after_values, checked, condition, full_order, key_of, own, whole
from kernel.tables import Kind, Row, Table, Where

Naming = Callable[[Table], str]


def live(table: Table) -> str:
    """The name under which a table of a read model stands in the database."""
    return f"view_{table.name}"


def table_statements(table: Table, dialect: Dialect, naming: Naming = live) -> Iterable[str]:
    """The statements that make a table and its indexes; every index ends with the key, so that pages need no sorting."""
    types: dict[Kind, str] = {
        "text": dialect.text,
        "int": dialect.number,
        "bool": dialect.boolean,
        "json": dialect.document,
    }
    name = naming(table)
    columns = ", ".join(
        f'"{column}" {types[kind]}{" NOT NULL" if column in table.key else ""}' for column, kind in table.columns.items()
    )
    yield f"CREATE TABLE {name} ({columns}, PRIMARY KEY ({', '.join(_quoted(table.key))})){dialect.table}"
    for number, index in enumerate(table.indexes):
        full = [name for name, _ in full_order(table, [(column, "asc") for column in index])]
        terms = ", ".join(f"{column} {dialect.nulls_first}" for column in _quoted(full))
        yield f"CREATE INDEX {name}_{number} ON {name} ({terms})"


def _quoted(columns: Iterable[str]) -> list[str]:
    return [f'"{column}"' for column in columns]


class Statements:
    """The SQL of one set of tables in one dialect, and values on their way in and out."""

    def __init__(self, database: Database, naming: Naming = live) -> None:
        self._database = database
        self._dialect = database.dialect
        self._naming = naming
        self._read: dict[str, list[tuple[str, Kind]]] = {}

    def get(self, session: Session, table: Table, key: tuple[Any, ...]) -> Row | None:
        """One row by its key."""
        test = " AND ".join(f"{column} = ?" for column in _quoted(table.key))
        found = session.one(f"SELECT {self._columns(table)} FROM {self._naming(table)} WHERE {test}", key)  # noqa: S608 - no values
        return None if found is None else self._row(table, found)

    def among(self, session: Session, table: Table, keys: Sequence[str]) -> dict[str, Row]:
        """Those rows of a table with one text column as key that there are."""
        (key,) = table.key
        sql = f'SELECT {self._columns(table)} FROM {self._naming(table)} WHERE "{key}"{self._dialect.among}'  # noqa: S608 - no values
        rows = [self._row(table, found) for found in session.all(sql, (self._database.list_parameter(keys),))]
        return {row[key]: row for row in rows}

    def put(self, session: Session, table: Table, rows: Sequence[Row]) -> None:
        """Insert or replace whole rows."""
        names = list(table.columns)
        others = [name for name in names if name not in table.key]
        action = f"UPDATE SET {', '.join(f'{c} = excluded.{c}' for c in _quoted(others))}" if others else "NOTHING"
        session.insert(
            self._naming(table),
            table.columns,
            [[_out(table, name, row[name]) for name in names] for row in rows],
            f"ON CONFLICT ({', '.join(_quoted(table.key))}) DO {action}",
        )

    def delete(self, session: Session, table: Table, keys: Sequence[tuple[Any, ...]]) -> None:
        """Remove rows by key."""
        test = " AND ".join(f"{column} = ?" for column in _quoted(table.key))
        session.many(f"DELETE FROM {self._naming(table)} WHERE {test}", keys)  # noqa: S608 - no values

    def page(
        self,
        session: Session,
        table: Table,
        where: Sequence[Where],
        order: Sequence[tuple[str, Direction]],
        limit: int,
        after: Sequence[Any] | None,
    ) -> list[Row]:
        """Rows in order after a place."""
        terms = full_order(table, order)
        tests, params = self._tests(table, where)
        if after is not None:
            test, values = _beyond(terms, after_values(table, order, after))
            tests.append(test)
            params += values
        by = ", ".join(
            f'"{name}" {self._dialect.nulls_first if direction == "asc" else self._dialect.nulls_last}' for name, direction in terms
        )
        sql = f"SELECT {self._columns(table)} FROM {self._naming(table)}{_where(tests)} ORDER BY {by} LIMIT ?"  # noqa: S608 - no values
        return [self._row(table, found) for found in session.all(sql, [*params, max(limit, 0)])]

    def count(self, session: Session, table: Table, where: Sequence[Where], by: Sequence[str]) -> list[Row]:
        """Counts by group."""
        full_order(table, [(name, "asc") for name in by])
        tests, params = self._tests(table, where)
        columns = _quoted(by)
        sql = f"SELECT {', '.join([*columns, 'count(*)'])} FROM {self._naming(table)}{_where(tests)}"  # noqa: S608 - no values
        if by:
            sql += f" GROUP BY {', '.join(columns)} ORDER BY {', '.join(f'{c} {self._dialect.nulls_first}' for c in columns)}"
        kinds = [table.columns[name] for name in by]
        return [
            {**{n: _in(kind, v) for n, kind, v in zip(by, kinds, found, strict=False)}, "count": found[-1]}
            for found in session.all(sql, params)
        ]

    def _columns(self, table: Table) -> str:
        return ", ".join(_quoted(table.columns))

    def _row(self, table: Table, found: Sequence[Any]) -> Row:
        row = dict(zip(table.columns, found, strict=True))
        if table.name not in self._read:
            self._read[table.name] = [(name, kind) for name, kind in table.columns.items() if kind in ("json", "bool")]
        for name, kind in self._read[table.name]:
            row[name] = _in(kind, row[name])
        return row

    def _tests(self, table: Table, where: Sequence[Where]) -> tuple[list[str], list[Any]]:
        tests: list[str] = []
        params: list[Any] = []
        for one in where:
            value, column = condition(table, one), f'"{one.column}"'
            match one.op:
                case "null":
                    tests.append(f"{column} IS NULL")
                case "not-null":
                    tests.append(f"{column} IS NOT NULL")
                case "in":
                    tests.append(f"{column} IN ({', '.join('?' for _ in value)})" if value else "1 = 0")
                    params += value
                case "prefix":
                    # The range is for the index, the comparison for the truth.
                    tests.append(f"{column} >= ? AND substr({column}, 1, ?) = ?")
                    params += [value, len(value), value]
                case "contains":
                    tests.append(f"{self._dialect.position}({column}, ?) > 0")
                    params.append(value)
                case op:
                    tests.append(f"{column} {op} ?")
                    params.append(value)
        return tests, params


def read_back(table: Table, found: Sequence[Any]) -> Row:
    """The row of a table whose columns were read as they are stored."""
    return {name: _in(kind, value) for (name, kind), value in zip(table.columns.items(), found, strict=True)}


def read_doubted(table: Table, found: Sequence[Any]) -> Row:
    """As `read_back`, of rows that somebody may have written past this program: what is no value of its column comes as what no
    column holds.
    """
    return {name: _doubted(kind, value) for (name, kind), value in zip(table.columns.items(), found, strict=True)}


def _doubted(kind: Kind, value: Any) -> Any:
    if kind == "bool" and value not in (None, 0, 1):
        return f"unreadable: {value!r}"
    try:
        return _in(kind, value)
    except orjson.JSONDecodeError:
        return {"unreadable": repr(value)}


def _where(tests: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(tests)}" if tests else ""


def _beyond(terms: Sequence[tuple[str, Direction]], values: Sequence[Any]) -> tuple[str, list[Any]]:
    """The condition that a row comes after the one with these values; a missing value is less than any other."""
    ways: list[str] = []
    params: list[Any] = []
    equal: list[str] = []
    equals: list[Any] = []
    for (name, direction), value in zip(terms, values, strict=True):
        column = f'"{name}"'
        beyond: str | None
        if direction == "asc":
            beyond, given = (f"{column} IS NOT NULL", []) if value is None else (f"{column} > ?", [value])
        else:
            beyond, given = (None, []) if value is None else (f"({column} < ? OR {column} IS NULL)", [value])
        if beyond is not None:
            ways.append(" AND ".join([*equal, beyond]))
            params += [*equals, *given]
        equal.append(f"{column} IS NULL" if value is None else f"{column} = ?")
        equals += [] if value is None else [value]
    return f"({' OR '.join(f'({way})' for way in ways)})" if ways else "1 = 0", params


def _out(table: Table, name: str, value: Any) -> Any:
    return orjson.dumps(value).decode() if table.columns[name] == "json" and value is not None else value


def _in(kind: Kind, value: Any) -> Any:
    if value is None:
        return None
    if kind == "json":
        return orjson.loads(value)
    return bool(value) if kind == "bool" else value


class ReadRows:
    """Read models as they are committed; only for reading."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._sql = Statements(database)

    def get(self, table: Table, *key: Any) -> Row | None:
        """See `kernel.tables.Rows`."""
        found = key_of(table, key)
        return self._database.read(lambda session: self._sql.get(session, table, found))

    def page(
        self,
        table: Table,
        where: Sequence[Where] = (),
        order: Sequence[tuple[str, Literal["asc", "desc"]]] = (),
        limit: int = 100,
        after: Sequence[Any] | None = None,
    ) -> list[Row]:
        """See `kernel.tables.Rows`."""
        return self._database.read(lambda session: self._sql.page(session, table, where, order, limit, after))

    def count(self, table: Table, where: Sequence[Where] = (), by: Sequence[str] = ()) -> list[Row]:
        """See `kernel.tables.Rows`."""
        return self._database.read(lambda session: self._sql.count(session, table, where, by))

    def put(self, table: Table, row: Row) -> None:
        """Refused: read models are written by their projections."""
        raise TypeError(f"table {table.name} is written by its projection alone")

    def update(self, table: Table, key: tuple[Any, ...], **columns: Any) -> None:
        """Refused: read models are written by their projections."""
        raise TypeError(f"table {table.name} is written by its projection alone")

    def delete(self, table: Table, *key: Any) -> None:
        """Refused: read models are written by their projections."""
        raise TypeError(f"table {table.name} is written by its projection alone")


class SqlRows:
    """Read models inside a transaction: changes are gathered and written together, before a page or count and at `flush`.

    Args:
        expected: keys likely to be asked for; with the first of them in a table all are read.
    """

    def __init__(self, database: Database, session: Session, naming: Naming = live, expected: Collection[str] = ()) -> None:
        self._session = session
        self._expected = expected
        self._sql = Statements(database, naming)
        self._held: dict[str, dict[tuple[Any, ...], Row | None]] = {}
        self._dirty: dict[str, set[tuple[Any, ...]]] = {}
        self._tables: dict[str, Table] = {}

    def get(self, table: Table, *key: Any) -> Row | None:
        """See `kernel.tables.Rows`."""
        row = self._find(table, key_of(table, key))
        return None if row is None else own(table, row)

    def put(self, table: Table, row: Row) -> None:
        """See `kernel.tables.Rows`."""
        key = tuple(row.get(name) for name in table.key)
        kept = whole(table, row, self._held.get(table.name, {}).get(key))
        self._hold(table, tuple(kept[name] for name in table.key), kept)

    def update(self, table: Table, key: tuple[Any, ...], **columns: Any) -> None:
        """See `kernel.tables.Rows`."""
        key = key_of(table, key)
        row = self._find(table, key)
        if row is None:
            raise KeyError(f"table {table.name} has no row {key}")
        if not set(columns).isdisjoint(table.key):
            raise TypeError(f"table {table.name}: the key of a row does not change")
        self._hold(table, key, {**row, **{name: checked(table, name, value) for name, value in columns.items()}})

    def delete(self, table: Table, *key: Any) -> None:
        """See `kernel.tables.Rows`."""
        self._hold(table, key_of(table, key), None)

    def page(
        self,
        table: Table,
        where: Sequence[Where] = (),
        order: Sequence[tuple[str, Literal["asc", "desc"]]] = (),
        limit: int = 100,
        after: Sequence[Any] | None = None,
    ) -> list[Row]:
        """See `kernel.tables.Rows`."""
        self._write(table)
        return self._sql.page(self._session, table, where, order, limit, after)

    def count(self, table: Table, where: Sequence[Where] = (), by: Sequence[str] = ()) -> list[Row]:
        """See `kernel.tables.Rows`."""
        self._write(table)
        return self._sql.count(self._session, table, where, by)

    def flush(self) -> None:
        """Write what was gathered."""
        for table in list(self._tables.values()):
            self._write(table)

    def _find(self, table: Table, key: tuple[Any, ...]) -> Row | None:
        held = self._held.setdefault(table.name, {})
        if key not in held:
            if len(key) == 1 and key[0] in self._expected:
                missing = [one for one in self._expected if (one,) not in held]
                found = self._sql.among(self._session, table, missing)
                held.update({(one,): found.get(one) for one in missing})
            else:
                held[key] = self._sql.get(self._session, table, key)
        return held[key]

    def _hold(self, table: Table, key: tuple[Any, ...], row: Row | None) -> None:
        self._tables[table.name] = table
        self._held.setdefault(table.name, {})[key] = row
        self._dirty.setdefault(table.name, set()).add(key)

    def _write(self, table: Table) -> None:
        dirty = self._dirty.pop(table.name, None)
        if not dirty:
            return
        held = self._held[table.name]
        put = [row for key in dirty if (row := held[key]) is not None]
        gone = [key for key in dirty if held[key] is None]
        if put:
            self._sql.put(self._session, table, put)
        if gone:
            self._sql.delete(self._session, table, gone)
