"""Any table of a running system's databases, to be changed behind its back and put back."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg

Row = dict[str, Any]
Undo = Callable[[], None]


class Table:
    """One table of one service; rows are told apart by all their columns."""

    def __init__(self, data: Path, databases: Mapping[str, str], service: str, name: str) -> None:
        self.service, self.name = service, name
        self._url = databases.get(service)
        self._path = data / service / "store.sqlite"

    def _run(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        if self._url is not None:
            with psycopg.connect(self._url, autocommit=True) as connection:
                cursor = connection.execute(sql.replace("%", "%%").replace("?", "%s").encode(), params)
                names = [column.name for column in cursor.description or ()]
                return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()] if names else []
        with closing(sqlite3.connect(self._path, timeout=30)) as connection, connection:
            done = connection.execute(sql, params)
            names = [column[0] for column in done.description or ()]
            return [dict(zip(names, row, strict=True)) for row in done.fetchall()] if names else []

    def rows(self, where: str = "1 = 1", order: str = "1") -> list[Row]:
        """Rows in order of their first column."""
        return self._run(f"SELECT * FROM {self.name} WHERE {where} ORDER BY {order}")

    def insert(self, row: Row) -> Undo:
        """Append a row."""
        names = ", ".join(f'"{name}"' for name in row)
        self._run(f"INSERT INTO {self.name} ({names}) VALUES ({', '.join('?' for _ in row)})", list(row.values()))
        return lambda: self._drop(row)

    def _drop(self, row: Row) -> None:
        test = " AND ".join(f'"{name}" {"IS NOT DISTINCT FROM" if self._url is not None else "IS"} ?' for name in row)
        self._run(f"DELETE FROM {self.name} WHERE {test}", list(row.values()))

    def delete(self, row: Row) -> Undo:
        """Delete a row."""
        self._drop(row)

        def undo() -> None:
            self.insert(row)

        return undo

    def edit(self, row: Row, **values: Any) -> Undo:
        """Change columns of a row."""
        self._update(row, {**row, **values})
        return lambda: self._update({**row, **values}, row)

    def change(self, where: str, **values: Any) -> None:
        """Change columns of the rows that a test names, whatever else they say."""
        self._run(f"UPDATE {self.name} SET {', '.join(f'{name} = ?' for name in values)} WHERE {where}", list(values.values()))

    def _update(self, before: Row, after: Row) -> None:
        changed = {name: value for name, value in after.items() if before[name] != value}
        sets = ", ".join(f'"{name}" = ?' for name in changed)
        equal = "IS NOT DISTINCT FROM" if self._url is not None else "IS"
        test = " AND ".join(f'"{name}" {equal} ?' for name in before)
        done = self._run(f"UPDATE {self.name} SET {sets} WHERE {test} RETURNING 1", [*changed.values(), *before.values()])
        assert len(done) == 1, f"{self.name} has changed meanwhile"

    def swap(self, one: Row, other: Row, *columns: str) -> Undo:
        """Exchange columns of two rows, one after the other: they may hold nothing that must be unique."""
        undo = [
            self.edit(one, **{name: other[name] for name in columns}),
            self.edit(other, **{name: one[name] for name in columns}),
        ]
        return lambda: [back() for back in reversed(undo)] and None


def flipped(value: Any) -> Any:
    """A value with one bit changed in its middle, of the same type."""
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str):
        return value[: len(value) // 2] + ("甲" if value[len(value) // 2 :][:1] != "甲" else "乙") + value[len(value) // 2 + 1 :]
    at = len(value) // 2
    return bytes(value[:at]) + bytes([value[at] ^ 1]) + bytes(value[at + 1 :])
