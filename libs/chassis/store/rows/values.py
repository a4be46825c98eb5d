"""What a read model admits as a value, an order and a condition: the same checks before every database."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Literal

import orjson

from kernel.tables import Kind, Row, Table, Where

Direction = Literal["asc", "desc"]
Order = Sequence[tuple[str, Direction]]

_INT_LIMIT = 2**63


def _text(value: Any) -> str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, datetime):
        # One width and one zone, so that moments sort as text.
        return value.astimezone(UTC).isoformat(timespec="microseconds")[:26] + "Z"
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    if "\x00" in value:
        raise ValueError("a text with a NUL character cannot be kept by every database")
    return str(value)


def _int(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{value!r} is no int")
    if not -_INT_LIMIT <= value < _INT_LIMIT:
        raise ValueError(f"{value} does not fit into 64 bits")
    return int(value)


def _bool(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is no bool")
    return value


def _document(value: Any) -> Any:
    # Through JSON once: tuples become lists, and nobody shares a list with the row that was put.
    return orjson.loads(orjson.dumps(value))


_CHECKS: dict[Kind, Callable[[Any], Any]] = {"text": _text, "int": _int, "bool": _bool, "json": _document}


def checked(table: Table, column: str, value: Any) -> Any:
    """The value as it is kept; TypeError or ValueError names table and column."""
    if value is None:
        return None
    try:
        return _CHECKS[table.columns[column]](value)
    except KeyError:
        raise KeyError(f"table {table.name} has no column {column}") from None
    except (TypeError, ValueError) as error:
        raise type(error)(f"table {table.name}, column {column}: {error}") from error


def whole(table: Table, row: Row, before: Row | None = None) -> Row:
    """A row with every column, checked; columns not given are None.

    Args:
        before: the row that it replaces, if it is known: what it took over from that was checked then.
    """
    if not row.keys() <= table.columns.keys():
        unknown = next(name for name in row if name not in table.columns)
        raise KeyError(f"table {table.name} has no column {unknown}")
    if before is not None and len(row) == len(table.columns):
        kept = before.copy()
        kept.update((name, checked(table, name, value)) for name, value in row.items() if value is not before[name])
    else:
        kept = {name: checked(table, name, row.get(name)) for name in table.columns}
    for name in table.key:
        if kept[name] is None:
            raise ValueError(f"table {table.name}: key column {name} is missing")
    return kept


def own(table: Table, row: Row) -> Row:
    """A copy of a kept row that shares nothing with it."""
    copy = dict(row)
    for name, kind in table.columns.items():
        if kind == "json" and isinstance(copy[name], dict | list):
            copy[name] = orjson.loads(orjson.dumps(copy[name]))
    return copy


def key_of(table: Table, key: Sequence[Any]) -> tuple[Any, ...]:
    """A key, checked."""
    if len(key) != len(table.key):
        raise TypeError(f"table {table.name} has the key {table.key}")
    return tuple(checked(table, name, value) for name, value in zip(table.key, key, strict=True))


def full_order(table: Table, order: Order) -> list[tuple[str, Direction]]:
    """The order with the key as tie breaker; a column counts where it stands first."""
    names: dict[str, Direction] = {}
    for name, direction in [*order, *((name, "asc") for name in table.key)]:
        if name not in table.columns or table.columns[name] == "json":
            raise KeyError(f"table {table.name} cannot be ordered by {name}")
        names.setdefault(name, direction)
    return list(names.items())


def after_values(table: Table, order: Order, after: Sequence[Any]) -> list[Any]:
    """The values of `full_order` in `after`, which gives the order's columns and then the key's, also where they repeat."""
    named = [name for name, _ in order] + list(table.key)
    terms = full_order(table, order)
    if len(after) == len(named):
        given = dict(reversed(list(zip(named, after, strict=True))))
        return [checked(table, name, given[name]) for name, _ in terms]
    if len(after) == len(terms):
        return [checked(table, name, value) for (name, _), value in zip(terms, after, strict=True)]
    raise TypeError(f"table {table.name}: after must hold {named}")


def after_of(table: Table, order: Order, row: Row) -> list[Any]:
    """What to pass as `after` to get the rows that follow this one."""
    return [row[name] for name in (*(name for name, _ in order), *table.key)]


def condition(table: Table, where: Where) -> Any:
    """The value(s) of a condition, checked; refuses what a column cannot be asked."""
    if where.column not in table.columns:
        raise KeyError(f"table {table.name} has no column {where.column}")
    kind = table.columns[where.column]
    if kind == "json":
        raise TypeError(f"table {table.name}: {where.column} holds documents and cannot be asked")
    match where.op:
        case "null" | "not-null":
            return None
        case "in":
            if isinstance(where.value, str):
                raise TypeError("`in` takes a sequence")
            return [checked(table, where.column, value) for value in where.value if value is not None]
        case "prefix" | "contains":
            if kind != "text" or where.value is None:
                raise TypeError(f"`{where.op}` asks a text")
        case "=" | "!=" | "<" | "<=" | ">" | ">=":
            if where.value is None:
                raise TypeError(f"`{where.op}` takes a value; use `null` or `not-null`")
    return checked(table, where.column, where.value)
