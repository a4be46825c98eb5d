"""Read models as data: what a projection keeps and how a query may look at it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Kind = Literal["text", "int", "json", "bool"]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a read model.

    Attributes:
        name: lower snake case, unique in the service.
        key: columns of the primary key, in order.
        columns: every column with its kind; dates and times are text in ISO 8601 (they sort as text);
            `json` holds lists and objects and cannot be filtered on.
        indexes: column tuples to be indexed; the key need not be named.
    """

    name: str
    key: tuple[str, ...]
    columns: Mapping[str, Kind]
    indexes: Sequence[tuple[str, ...]] = field(default=())

    def __post_init__(self) -> None:
        unknown = {*self.key, *(c for i in self.indexes for c in i)} - set(self.columns)
        if unknown:
            raise TypeError(f"table {self.name}: no column {sorted(unknown)}")


@dataclass(frozen=True, slots=True)
class Where:
    """One condition: `column operator value`; `in` takes a sequence, `prefix` and `contains` text."""

    column: str
    op: Literal["=", "!=", "<", "<=", ">", ">=", "in", "prefix", "contains", "null", "not-null"]
    value: Any = None


class Rows(Protocol):
    """Read models of one service: the same in SQLite, PostgreSQL and memory (one suite holds all three to it)."""

    def get(self, table: Table, *key: Any) -> Row | None:
        """The row with this key, or None."""
        ...

    def put(self, table: Table, row: Row) -> None:
        """Insert or replace by key; columns not given become null."""
        ...

    def update(self, table: Table, key: tuple[Any, ...], **columns: Any) -> None:
        """Change columns of an existing row; a missing row is a fault of the projection and raises KeyError."""
        ...

    def delete(self, table: Table, *key: Any) -> None:
        """Remove the row; a missing one is no fault."""
        ...

    def page(
        self,
        table: Table,
        where: Sequence[Where] = (),
        order: Sequence[tuple[str, Literal["asc", "desc"]]] = (),
        limit: int = 100,
        after: Sequence[Any] | None = None,
    ) -> list[Row]:
        """Rows in order (the key is the tie breaker), starting after the row whose order columns and key are `after`."""
        ...

    def count(self, table: Table, where: Sequence[Where] = (), by: Sequence[str] = ()) -> list[Row]:
        """Counts grouped by columns: rows with the `by` columns and `count`; one row without `by`."""
        ...
