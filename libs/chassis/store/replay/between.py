"""What differs between read models as known at one position and at a later one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import orjson

from chassis.service import Service
from chassis.store.contract import NotFolded
from chassis.store.database import Database
from chassis.store.records import Records
from chassis.store.replay.folding import fold_to, folds_of
from chassis.store.replay.scratch import Changed, scratch
from chassis.store.replayed import RowChange
from kernel.tables import Row


def between(
    database: Database,
    records: Records,
    service: Service,
    places: tuple[int, int],
    names: Sequence[str],
    about: str,
    shown: Callable[[str, Row], bool],
) -> Iterator[RowChange]:
    """Every row of these read models that differs between two positions, by read model, table and key.

    Args:
        records: reads without any key, so that nothing personal can be among what differs.
        about: an id that a row must name, before or after; "" takes every row.
        shown: whether a row of a table may be shown at all.

    Raises:
        NotFolded: a fold cannot take an event.
    """
    names = sorted(names or service.projections)
    model_of = {table.name: name for name in names for table in service.projections[name].tables}
    with scratch(table for name in names for table in service.projections[name].tables) as rows:
        first, second = places
        folds = folds_of(service, names)
        _whole(fold_to(first, 0, folds, rows, database, records))
        rows.mark()
        _whole(fold_to(second, first, folds, rows, database, records))
        found = [change for change in rows.changed() if _concerns(change, about) and _shown(change, shown)]
        for change in sorted(found, key=lambda change: model_of[change.table.name]):
            yield _told(model_of[change.table.name], change)


def _whole(failed: Mapping[str, NotFolded]) -> None:
    for failure in failed.values():
        raise failure


def _shown(change: Changed, shown: Callable[[str, Row], bool]) -> bool:
    return all(row is None or shown(change.table.name, row) for row in (change.before, change.after))


def _concerns(change: Changed, about: str) -> bool:
    return not about or any(row is not None and _names(row, about) for row in (change.before, change.after))


def _names(row: Row, about: str) -> bool:
    return any(value == about or (isinstance(value, list | dict) and about in _text(value)) for value in row.values())


def _text(value: Any) -> str:
    return orjson.dumps(value).decode()


def _told(model: str, change: Changed) -> RowChange:
    before, after = change.before or {}, change.after or {}
    columns = {
        name: (before.get(name), after.get(name))
        for name in change.table.columns
        if name not in change.table.key and before.get(name) != after.get(name)
    }
    kind = "added" if change.before is None else "removed" if change.after is None else "changed"
    return RowChange(model, change.table.name, dict(zip(change.table.key, change.key, strict=True)), kind, columns)
