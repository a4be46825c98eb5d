"""A database of its own into which a log is folded anew: rows stay in memory while there is room, and nothing of it is kept."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from chassis.store import schema
from chassis.store.contract import StoreSettings
from chassis.store.database import Database, Session
from chassis.store.rows import SqlRows
from chassis.store.rows.sql import live
from chassis.store.rows.values import own
from chassis.store.sqlite import SQLiteDatabase
from kernel.tables import Row, Table

HELD = 100_000
"""Most rows kept in memory between two pages of the log; beyond that they are read again from the file."""

_CACHE = "PRAGMA cache_size = -131072"  # KiB

Key = tuple[Any, ...]


class Changed(NamedTuple):
    """A row that was touched since the mark: as it was then, and as it is; None where there is none."""

    table: Table
    key: Key
    before: Row | None
    after: Row | None


class Scratch(SqlRows):
    """Read models that only one fold writes: what is not held is in the file, or is not at all.

    Args:
        database, session: of the scratch file, whose tables are named as the live ones are.
        held: most rows kept in memory between two pages.
    """

    def __init__(self, database: Database, session: Session, held: int = HELD) -> None:
        super().__init__(database, session, live)
        self.database, self.session = database, session
        self._limit = held
        self._spilled: set[str] = set()
        self._before: dict[str, dict[Key, Row | None]] | None = None

    def expect(self, keys: set[str]) -> None:
        """Ids that the next page is likely to ask for."""
        self._expected = keys

    def mark(self) -> None:
        """Remember from here on how each row was before it is touched."""
        self._before = {}

    def changed(self) -> Iterator[Changed]:
        """Every row that differs from what it was at the mark, by table and key."""
        for name, rows in sorted((self._before or {}).items()):
            table = self._tables[name]
            for key, before in sorted(rows.items()):
                after = self._find(table, key)
                if before != after:
                    yield Changed(table, key, before, after)

    def trim(self) -> None:
        """Write everything and forget it, once more is held than there is room for."""
        if sum(map(len, self._held.values())) > self._limit:
            self.flush()
            self._spilled.update(self._held)
            self._held.clear()

    def _find(self, table: Table, key: Key) -> Row | None:
        # Until rows are forgotten everything that there is is held: a file that nobody else writes need not be asked.
        if table.name in self._spilled:
            return super()._find(table, key)
        return self._held.setdefault(table.name, {}).get(key)

    def _hold(self, table: Table, key: Key, row: Row | None) -> None:
        if self._before is not None:
            touched = self._before.setdefault(table.name, {})
            if key not in touched:
                found = self._find(table, key)
                touched[key] = None if found is None else own(table, found)
        super()._hold(table, key, row)


@contextmanager
def scratch(tables: Iterable[Table], held: int = HELD) -> Iterator[Scratch]:
    """Empty tables in a temporary file, gone at the end."""
    with TemporaryDirectory(prefix="rectify-replay-") as folder:
        database = SQLiteDatabase(str(Path(folder) / "scratch.sqlite"), StoreSettings())
        try:
            with database.writing(durable=False) as session:
                session.run(_CACHE)
                schema.make_tables(database, session, list(tables))
                yield Scratch(database, session, held)
                # One transaction from beginning to end, never committed: nothing of it need reach the disk.
                session.run("ROLLBACK")
        finally:
            database.close()
