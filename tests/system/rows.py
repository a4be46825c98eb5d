"""The event rows of a running system's database, to be changed behind its back."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from random import Random
from typing import NamedTuple

import psycopg

COLUMNS = ("notification_id", "pub", "originator_id", "originator_version", "topic", "state")
NUMBERS = ("notification_id", "pub", "originator_version")
TEXTS = ("originator_id", "topic")


class Place(NamedTuple):
    """A row as it is named: its position and aggregate."""

    position: int
    aggregate: str


class Rows(ABC):
    """`stored_events` of one service; the database's own keys may refuse a change."""

    @abstractmethod
    def places(self) -> list[Place]:
        """All rows in order."""

    @abstractmethod
    def get(self, position: int, column: str) -> int | bytes | None:
        """A value; text as its bytes."""

    @abstractmethod
    def put(self, position: int, column: str, value: int | bytes) -> bool:
        """Change a value; False when the database does not take it."""

    def close(self) -> None:
        """Let go of the database."""
        return

    def flip(self, place: Place, column: str, chance: Random) -> "Flipped | None":
        """One bit of one column, committed; None when there is nothing to flip, or the database does not take it."""
        before = self.get(place.position, column)
        if before is None:
            return None
        if isinstance(before, int):
            after: int | bytes = before ^ (1 << chance.randrange(63))
        else:
            at = chance.randrange(len(before))
            after = before[:at] + bytes([before[at] ^ (1 << chance.randrange(8))]) + before[at + 1 :]
        if not self.put(place.position, column, after):
            return None
        return Flipped(place, column, before, after)

    def mend(self, flipped: "Flipped") -> None:
        """Put the bit back."""
        moved = flipped.after if flipped.column == "notification_id" else flipped.place.position
        assert isinstance(moved, int)
        assert self.put(moved, flipped.column, flipped.before)


class Flipped(NamedTuple):
    """What was done to a row."""

    place: Place
    column: str
    before: int | bytes
    after: int | bytes


class SqliteRows(Rows):
    """Of a file that others have open."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def _connected(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=30)

    def places(self) -> list[Place]:
        with closing(self._connected()) as connection:
            found = connection.execute("SELECT notification_id, originator_id FROM stored_events ORDER BY 1")
            return [Place(*row) for row in found.fetchall()]

    def get(self, position: int, column: str) -> int | bytes | None:
        read = f"CAST({column} AS BLOB)" if column in TEXTS else column
        with closing(self._connected()) as connection:
            (value,) = connection.execute(f"SELECT {read} FROM stored_events WHERE notification_id = ?", (position,)).fetchone()
        found: int | bytes | None = value
        return found

    def put(self, position: int, column: str, value: int | bytes) -> bool:
        written = "CAST(? AS TEXT)" if column in TEXTS else "?"
        with closing(self._connected()) as connection, connection:
            try:
                connection.execute(f"UPDATE stored_events SET {column} = {written} WHERE notification_id = ?", (value, position))
            except sqlite3.IntegrityError:
                return False
        return True


class PostgresRows(Rows):
    """Of a database on a server."""

    def __init__(self, url: str) -> None:
        self._connection = psycopg.connect(url, autocommit=True)

    def places(self) -> list[Place]:
        found = self._connection.execute("SELECT notification_id, originator_id FROM stored_events ORDER BY 1")
        return [Place(*row) for row in found.fetchall()]

    def get(self, position: int, column: str) -> int | bytes | None:
        row = self._connection.execute(f"SELECT {column} FROM stored_events WHERE notification_id = %s", (position,)).fetchone()
        assert row is not None
        value: int | bytes | str | None = row[0]
        return value.encode() if isinstance(value, str) else value

    def put(self, position: int, column: str, value: int | bytes) -> bool:
        try:
            written = value.decode() if isinstance(value, bytes) and column in TEXTS else value
            self._connection.execute(f"UPDATE stored_events SET {column} = %s WHERE notification_id = %s", (written, position))
        except (UnicodeDecodeError, psycopg.IntegrityError, psycopg.DataError):
            return False
        return True

    def close(self) -> None:
        self._connection.close()


def rows_of(data: Path, databases: Mapping[str, str], service: str) -> Rows:
    """The rows of one service of a system."""
    return PostgresRows(databases[service]) if service in databases else SqliteRows(data / service / "store.sqlite")
