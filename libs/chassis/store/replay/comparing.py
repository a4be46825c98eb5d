"""Two sides of a read model row by row in order of the key, with the digest of each."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from chassis.store.database import Session
from chassis.store.digests import line
from chassis.store.replayed import Difference
from chassis.store.rows.sql import live, read_back, read_doubted
from kernel.tables import Row, Table

_PAGE = 5_000

Raw = tuple[Any, ...]


class Sums:
    """What is counted of one read model while its tables are compared.

    Attributes:
        rows, live_rows: how many there are in the fold, and in the live one; different: how many differ.
        first: the first differences, at most `limit`.
    """

    def __init__(self, limit: int) -> None:
        self.rows = self.live_rows = self.different = 0
        self.first: list[Difference] = []
        self._limit = limit
        self._folded, self._live = sha256(), sha256()

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the fold."""
        return self._folded.hexdigest()

    @property
    def live_digest(self) -> str:
        """SHA-256 (hex) of the live one."""
        return self._live.hexdigest()

    def add(self, table: Table, folded: Session, other: Session | None) -> None:
        """One table, of the fold and of the live read model; of the fold alone where there is no other. Tables come by name."""
        if other is None:
            for raw in _rows(folded, table):
                self.rows += 1
                self._folded.update(line(table, read_back(table, raw)))
            return
        ours, theirs = _rows(folded, table), _rows(other, table)
        key_of = _keys(table)
        one, two = next(ours, None), next(theirs, None)
        while one is not None or two is not None:
            if one is not None and (one == two or (two is not None and key_of(one) == key_of(two))):
                assert two is not None  # noqa: S101 - equal to one, or looked at
                self._both(table, one, two)
                one, two = next(ours, None), next(theirs, None)
            elif two is None or (one is not None and key_of(one) < key_of(two)):
                assert one is not None  # noqa: S101 - one of them is there
                self._single(table, read_back(table, one), folded=True)
                one = next(ours, None)
            else:
                self._single(table, read_doubted(table, two), folded=False)
                two = next(theirs, None)

    def _both(self, table: Table, one: Raw, two: Raw) -> None:
        self.rows += 1
        self.live_rows += 1
        folded = read_back(table, one)
        said = line(table, folded)
        self._folded.update(said)
        if one == two:
            self._live.update(said)
            return
        found = read_doubted(table, two)
        self._live.update(line(table, found))
        if found != folded:
            self._differs(table, folded, found, folded)

    def _single(self, table: Table, row: Row, *, folded: bool) -> None:
        (self._folded if folded else self._live).update(line(table, row))
        self.rows += folded
        self.live_rows += not folded
        self._differs(table, row, None if folded else row, row if folded else None)

    def _differs(self, table: Table, row: Row, found: Row | None, folded: Row | None) -> None:
        self.different += 1
        if len(self.first) < self._limit:
            self.first.append(Difference(table.name, tuple(row[name] for name in table.key), found, folded))


def _keys(table: Table) -> Callable[[Raw], Raw]:
    places = [list(table.columns).index(name) for name in table.key]
    return lambda raw: tuple(raw[place] for place in places)


def _rows(session: Session, table: Table) -> Iterator[Raw]:
    """All rows as they are stored, in order of the key, a page at a time."""
    columns = ", ".join(f'"{name}"' for name in table.columns)
    key = ", ".join(f'"{name}"' for name in table.key)
    select, order = f"SELECT {columns} FROM {live(table)}", f" ORDER BY {key} LIMIT {_PAGE}"  # noqa: S608 - no values
    # A comparison of rows is one range of the key's index, in both databases.
    beyond = f"{select} WHERE ({key}) > ({', '.join('?' for _ in table.key)}){order}"
    key_of, after = _keys(table), ()
    while page := session.all(beyond if after else select + order, after):
        yield from page
        after = key_of(page[-1])
