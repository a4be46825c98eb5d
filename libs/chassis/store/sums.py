"""Sums over the tables that stand beside the log and that no replay makes again, so that a row changed there is missed.

Each is the exclusive or of the digests of a table's rows, and moves in the transaction that moves them. It says that a table
is not what this program left, not which row: what stood there before is nowhere else.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from chassis.store.contract import Compared
from chassis.store.database import Database, Dialect, Session


class Summed(NamedTuple):
    """A table with a sum: its key, and what else of a row counts.

    Attributes:
        apart: there is a sum for each kind of row, the beginning of its key up to a colon: who moves rows of one kind does not
            wait for who moves others.
        counting: the condition of rows that count, where not all do.
    """

    key: Sequence[str]
    more: Sequence[str] = ()
    apart: bool = False
    counting: str = "true"

    @property
    def columns(self) -> Sequence[str]:
        """All that counts, the key first."""
        return (*self.key, *self.more)


SUMMED = {
    "commands": Summed(("command",), ("digest", "first", "events")),
    "quarantine": Summed(("follower", "source", "position"), ("aggregate", "error", "at")),
    "ballots": Summed(("box", "counter"), ("n",)),
    "checkpoints": Summed(("size",), ("root", "note", "at", "cosigned")),
    "former_checkpoints": Summed(("origin", "size"), ("root", "note", "at", "cosigned")),
    "forks": Summed(("origin",), ("former", "size", "said")),
    # A follower that has not begun stands at 0, with a row or without.
    "tracking": Summed(("follower",), ("position",), apart=True, counting="position <> 0"),
    # Of the service that mirrors.
    "witnessed": Summed(("origin", "size"), ("root", "at", "note")),
    "witnessed_logs": Summed(("origin",), ("vkey",)),
    "witnessed_former": Summed(("origin", "vkey")),
}
"""Every table with a sum. Leases and counts of failures run out by themselves."""

MOVE = (
    "INSERT INTO sums AS s (name, n) VALUES (?, ?) "
    # Exclusive or, in the words that both databases know.
    "ON CONFLICT (name) DO UPDATE SET n = (s.n | excluded.n) - (s.n & excluded.n)"
)
"""The statement that moves a sum: its name, and the sum of the rows that come and of those that go."""

_PAGE = 2000


def table(dialect: Dialect) -> str:
    """The statement that makes the table, where it is missing."""
    return f"CREATE TABLE IF NOT EXISTS sums (name {dialect.text} PRIMARY KEY, n {dialect.number} NOT NULL){dialect.moving}"


def over(rows: Iterable[Sequence[Any]]) -> int:
    """The sum of rows, each the values of `Summed.columns` in order; 63 bits, which a number of either database holds."""
    total = 0
    for row in rows:
        total ^= int.from_bytes(sha256(b"".join(map(_form, row))).digest()[:8]) >> 1
    return total


def move(session: Session, name: str, rows: Iterable[Sequence[Any]]) -> None:
    """Rows that come or go, in the transaction in which they do."""
    parts: dict[str, int] = {}
    for row in rows:
        part = f"{name}:{row[0].partition(':')[0]}" if SUMMED[name].apart else name
        parts[part] = parts.get(part, 0) ^ over([row])
    for part, moved in sorted(parts.items()):
        if moved:
            session.run(MOVE, (part, moved))


def renew(session: Session, *names: str) -> None:
    """Sum tables up as they are: for what makes them anew as a whole."""
    for name in names:
        session.run("DELETE FROM sums WHERE name = ? OR name LIKE ?", (name, f"{name}:%"))
        move(session, name, _rows(session, name))


def compare(database: Database, names: Iterable[str]) -> list[Compared]:
    """Those of these tables that this database has, each with its sum, both of one moment."""
    with database.snapshot() as session:
        kept: dict[str, list[int]] = {}
        for name, n in session.all("SELECT name, n FROM sums"):
            kept.setdefault(str(name).partition(":")[0], []).append(n)
        return [_compared(session, name, kept.get(name, [])) for name in names if database.columns(session, name)]


def _compared(session: Session, name: str, kept: Sequence[int]) -> Compared:
    count = found = 0
    try:
        for n in kept:
            found ^= n
        for row in _rows(session, name):
            count += 1
            found ^= over([row])
    except (TypeError, ValueError):  # keys, or sums, that this program never wrote
        return Compared(name, count, equal=False)
    return Compared(name, count, not found)


def _rows(session: Session, name: str) -> Iterator[tuple[Any, ...]]:
    key, columns = (", ".join(f'"{column}"' for column in part) for part in (SUMMED[name].key, SUMMED[name].columns))
    width = len(SUMMED[name].key)
    counting = SUMMED[name].counting
    begin = f"SELECT {columns} FROM {name} WHERE {counting} ORDER BY {key} LIMIT {_PAGE}"  # noqa: S608 - no values
    page: list[tuple[Any, ...]] = session.all(begin)
    holes = ", ".join("?" for _ in SUMMED[name].key)
    sql = f"SELECT {columns} FROM {name} WHERE ({key}) > ({holes}) AND {counting} ORDER BY {key} LIMIT {_PAGE}"  # noqa: S608 - no values
    last: tuple[Any, ...] = ()
    while page:
        for row in page:
            # What is no text, or two rows without a key, would be read over and over, or cancel each other out.
            if None in row[:width] or not last < row[:width]:
                raise ValueError(f"{name}: {row[:width]} does not follow {last}")
            last = row[:width]
            yield row
        page = session.all(sql, last)


def _form(value: Any) -> bytes:
    """A value as bytes that say their kind and where they end, the same from either database."""
    if isinstance(value, str):
        said = value.encode("utf-8", "surrogatepass")
        return b"s%d:%b" % (len(said), said)
    if isinstance(value, int):
        return b"i%d:" % value
    if value is None:
        return b"n:"
    said = bytes(value) if isinstance(value, bytes | bytearray | memoryview) else repr(value).encode()
    return b"b%d:%b" % (len(said), said)
