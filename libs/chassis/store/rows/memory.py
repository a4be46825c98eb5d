"""Read models in memory: for questions as of a date, and the measure of the other two."""

from collections.abc import Callable, Sequence
from functools import cmp_to_key
from operator import eq, ge, gt, le, lt, ne
from typing import Any, Literal

from chassis.store.rows.values import Direction, after_values, condition, full_order, key_of, own, whole
from kernel.tables import Row, Table, Where

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


class MemoryRows:
    """Tables as dicts. A comparison with a missing value is never true, as in SQL."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[tuple[Any, ...], Row]] = {}

    def fork(self) -> "MemoryRows":
        """The same tables, which go on by themselves; rows are never changed in place."""
        made = MemoryRows()
        made._tables = {name: dict(rows) for name, rows in self._tables.items()}
        return made

    def _of(self, table: Table) -> dict[tuple[Any, ...], Row]:
        return self._tables.setdefault(table.name, {})

    def get(self, table: Table, *key: Any) -> Row | None:
        """See `kernel.tables.Rows`."""
        row = self._of(table).get(key_of(table, key))
        return None if row is None else own(table, row)

    def put(self, table: Table, row: Row) -> None:
        """See `kernel.tables.Rows`."""
        kept = whole(table, row)
        self._of(table)[tuple(kept[name] for name in table.key)] = kept

    def update(self, table: Table, key: tuple[Any, ...], **columns: Any) -> None:
        """See `kernel.tables.Rows`."""
        key = key_of(table, key)
        row = self._of(table).get(key)
        if row is None:
            raise KeyError(f"table {table.name} has no row {key}")
        if not set(columns).isdisjoint(table.key):
            raise TypeError(f"table {table.name}: the key of a row does not change")
        self._of(table)[key] = whole(table, {**row, **columns})

    def delete(self, table: Table, *key: Any) -> None:
        """See `kernel.tables.Rows`."""
        self._of(table).pop(key_of(table, key), None)

    def page(
        self,
        table: Table,
        where: Sequence[Where] = (),
        order: Sequence[tuple[str, Literal["asc", "desc"]]] = (),
        limit: int = 100,
        after: Sequence[Any] | None = None,
    ) -> list[Row]:
        """See `kernel.tables.Rows`."""
        terms = full_order(table, order)
        rows = self._where(table, where)
        if after is not None:
            last = dict(zip((name for name, _ in terms), after_values(table, order, after), strict=True))
            rows = [row for row in rows if _order(terms, row, last) > 0]
        rows.sort(key=_in_order(terms))
        return [own(table, row) for row in rows[: max(limit, 0)]]

    def count(self, table: Table, where: Sequence[Where] = (), by: Sequence[str] = ()) -> list[Row]:
        """See `kernel.tables.Rows`."""
        terms: list[tuple[str, Direction]] = [(name, "asc") for name in by]
        full_order(table, terms)
        groups: dict[tuple[Any, ...], int] = {} if by else {(): 0}
        for row in self._where(table, where):
            group = tuple(row[name] for name in by)
            groups[group] = groups.get(group, 0) + 1
        found: list[Row] = [{**dict(zip(by, group, strict=True)), "count": number} for group, number in groups.items()]
        return sorted(found, key=_in_order(terms))

    def _where(self, table: Table, where: Sequence[Where]) -> list[Row]:
        tests = [_test(w, condition(table, w)) for w in where]
        return [row for row in self._of(table).values() if all(test(row) for test in tests)]


def _test(where: Where, value: Any) -> Callable[[Row], bool]:
    column = where.column
    if where.op in _COMPARE:
        compare = _COMPARE[where.op]
        return lambda row: row[column] is not None and compare(row[column], value)
    tests: dict[str, Callable[[Row], bool]] = {
        "null": lambda row: row[column] is None,
        "not-null": lambda row: row[column] is not None,
        "in": lambda row: row[column] is not None and row[column] in value,
        "prefix": lambda row: row[column] is not None and row[column].startswith(value),
        "contains": lambda row: row[column] is not None and value in row[column],
    }
    return tests[where.op]


def _in_order(terms: Sequence[tuple[str, Direction]]) -> Callable[[Row], Any]:
    def compare(one: Row, other: Row) -> int:
        return _order(terms, one, other)

    return cmp_to_key(compare)


def _order(terms: Sequence[tuple[str, Direction]], one: Row, other: Row) -> int:
    """Negative, 0 or positive; a missing value is less than any other."""
    for name, direction in terms:
        a, b = one[name], other[name]
        if a == b:
            continue
        less = a is None or (b is not None and a < b)
        return (-1 if less else 1) * (1 if direction == "asc" else -1)
    return 0
