"""Folds a stretch of the log into several read models at once: every event is read and decoded once."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from chassis.service import Service
from chassis.store import log
from chassis.store.contract import NotFolded, OutOfOrder, StoredRow
from chassis.store.database import Database
from chassis.store.records import Records
from chassis.store.replay.scratch import Scratch
from kernel.envelope import Recorded
from kernel.messages import Event

PAGE = 5_000

Fold = Callable[[Any, Any], None]


def fold_to(
    upto: int,
    after: int,
    folds: dict[str, Fold],
    rows: Scratch,
    database: Database,
    records: Records,
    effective: datetime | None = None,
) -> dict[str, NotFolded]:
    """Fold the events after one position and up to another; read models that failed, which are taken out of `folds`.

    Args:
        effective: leaves out what took effect later.

    Raises:
        OutOfOrder: the log has a hole. NotFolded: an event cannot be read at all.
    """
    failed: dict[str, NotFolded] = {}
    while after < upto and folds:
        page = database.read(lambda session, base=after: log.after(session, base, PAGE, upto))  # type: ignore[misc]  # bound now
        _contiguous(page, after, upto)
        rows.expect({row.aggregate for row in page})
        active = list(folds.items())
        for row in page:
            recorded = _read(records, row)
            if effective is not None and recorded.effective > effective:
                continue
            for name, fold in active:
                try:
                    fold(recorded, rows)
                except Exception as error:  # noqa: BLE001 - told as the outcome of this read model; the others go on
                    failed[name] = NotFolded(row.position, f"{type(error).__name__}: {error}")
                    del folds[name]
            if len(folds) < len(active):
                active = list(folds.items())
        rows.trim()
        after = page[-1].position
    return failed


def folds_of(service: Service, names: Sequence[str]) -> dict[str, Fold]:
    """The folds of read models by name."""
    return {name: service.projections[name].fold for name in names}


def _contiguous(page: Sequence[StoredRow], after: int, upto: int) -> None:
    for expected, row in enumerate(page, after + 1):
        if row.position != expected:
            raise OutOfOrder("replay", expected - 1, row.position)
    if not page:
        raise OutOfOrder("replay", after, upto)


def _read(records: Records, row: StoredRow) -> Recorded[Event]:
    try:
        return records.decode(row)
    except Exception as error:
        raise NotFolded(row.position, f"{type(error).__name__}: {error}") from error
