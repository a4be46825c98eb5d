"""Read models in memory, inside transactions and over read connections."""

from collections.abc import Iterator
from typing import Any

import pytest

from chassis.store import MemoryRows
from chassis.store.contract import StoreSettings
from chassis.store.database import Database
from chassis.store.engine import open_database
from chassis.store.rows import ReadRows, SqlRows
from chassis.store.schema import make_tables
from kernel.tables import Row, Rows, Table, Where
from testkit.conformance.store_rows import KEYS_ONLY, PEOPLE, ROWS, RowsSuite


@pytest.fixture
def database(any_database_url: str) -> Iterator[Database]:
    database = open_database(any_database_url, StoreSettings())
    with database.writing() as session:
        make_tables(database, session, [PEOPLE, KEYS_ONLY])
    yield database
    database.close()


class TestMemoryRows(RowsSuite):
    @pytest.fixture
    def rows(self) -> Rows:
        return MemoryRows()


class TestSqlRows(RowsSuite):
    """Everything inside one transaction: what is gathered and not yet written is seen."""

    @pytest.fixture
    def rows(self, database: Database) -> Iterator[Rows]:
        with database.writing() as session:
            yield SqlRows(database, session)


class _Committing:
    """Every change in a transaction of its own, every look over a read connection."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read = ReadRows(database)

    def _change(self, name: str, /, *arguments: Any, **columns: Any) -> None:
        with self._database.writing() as session:
            rows = SqlRows(self._database, session)
            getattr(rows, name)(*arguments, **columns)
            rows.flush()

    def get(self, table: Table, *key: Any) -> Row | None:
        return self._read.get(table, *key)

    def put(self, table: Table, row: Row) -> None:
        self._change("put", table, row)

    def update(self, table: Table, key: tuple[Any, ...], **columns: Any) -> None:
        self._change("update", table, key, **columns)

    def delete(self, table: Table, *key: Any) -> None:
        self._change("delete", table, *key)

    def page(self, table: Table, *arguments: Any, **named: Any) -> list[Row]:
        return self._read.page(table, *arguments, **named)

    def count(self, table: Table, *arguments: Any, **named: Any) -> list[Row]:
        return self._read.count(table, *arguments, **named)


class TestReadRows(RowsSuite):
    @pytest.fixture
    def rows(self, database: Database) -> Rows:
        return _Committing(database)


def test_a_page_of_a_large_table_needs_no_sorting(database: Database) -> None:
    """The index ends with the key: the plan of a keyset page in the order of an index names it and sorts nothing."""
    with database.writing() as session:
        rows = SqlRows(database, session)
        for number in range(3000):
            rows.put(PEOPLE, {**ROWS[0], "number": number, "age": number % 50})
        rows.flush()
        postgres = bool(database.dialect.for_update)
        if postgres:
            session.run("ANALYZE view_people")
        order = ", ".join(f'"{name}" {database.dialect.nulls_first}' for name in ("age", "name", "town", "number"))
        explain = "EXPLAIN" if postgres else "EXPLAIN QUERY PLAN"
        rows_of_plan = session.all(f"{explain} SELECT * FROM view_people ORDER BY {order} LIMIT 10")
        plan = " ".join(str(tuple(row)) for row in rows_of_plan)
    assert "view_people_1" in plan
    assert "sort" not in plan.lower()
    assert "temp b-tree" not in plan.lower()


def test_where_and_after_together(database: Database) -> None:
    with database.writing() as session:
        rows = SqlRows(database, session)
        for row in ROWS:
            rows.put(PEOPLE, row)
        rows.flush()
    found = ReadRows(database).page(PEOPLE, [Where("town", "=", "c")], [("age", "desc")], 10, [-5, "c", 3])
    assert [row["number"] for row in found] == [1]
