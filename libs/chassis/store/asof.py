"""Aggregates and read models for questions: as they are, or as they were."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Literal, TypeVar

from chassis.service import Service
from chassis.store import loading, log
from chassis.store.contract import StoredRow
from chassis.store.database import Database, Session
from chassis.store.records import Records, glance
from chassis.store.rows import MemoryRows
from kernel.aggregates import Aggregate
from kernel.envelope import Recorded
from kernel.messages import Event
from kernel.tables import Row, Table, Where

A = TypeVar("A", bound=Aggregate)

_PAGE = 1000


def position_at(session: Session, as_of: datetime) -> int:
    """The newest position recorded not after a moment; recorded time never falls, so that halving finds it."""
    low, high = 0, log.head(session).position
    while low < high:
        middle = (low + high + 1) // 2
        row = log.after(session, middle - 1, 1)[0]
        if glance(row.state).at <= as_of:
            low = middle
        else:
            high = middle - 1
    return low


class AsOfRepository:
    """Aggregates up to one position, without what took effect later; each is loaded once."""

    def __init__(self, database: Database, records: Records, as_of: datetime | None, effective: datetime | None) -> None:
        self._database = database
        self._records = records
        self._as_of = as_of
        self._effective = effective
        self._position: int | None = None
        self._loaded: dict[tuple[type[Aggregate], str], Aggregate] = {}

    def find(self, kind: type[A], id: str) -> A:
        """See `kernel.aggregates.Repository`."""
        found = self._loaded.get((kind, id))
        if found is None:
            found = self._loaded[kind, id] = self._database.read(lambda session: self._load(session, kind, id))
        return found  # type: ignore[return-value]  # kept by its class

    def _load(self, session: Session, kind: type[A], id: str) -> A:
        if self._position is None:
            # All that one question looks at is of one moment.
            self._position = log.head(session).position if self._as_of is None else position_at(session, self._as_of)
        aggregate = kind(id=id)
        if self._effective is None:
            last = log.version_at(session, id, self._position)
            if last > loading.PAGE and (snapshot := loading.newest_snapshot(session, kind, id, last)) is not None:
                aggregate = snapshot
        rows = [row for row in log.of_aggregate(session, id, aggregate.version) if row.position <= self._position]
        if self._effective is None:
            loading.fold(self._records, aggregate, rows)
        else:
            for row in rows:
                recorded = self._records.decode(row)
                if recorded.effective <= self._effective:
                    aggregate.fold(recorded.event, recorded.effective)
        return aggregate


class PastRows:
    """Read models as of a moment, only for reading; each is folded when a table of it is first asked for.

    Args:
        events: reads the events up to that moment, anew each time.
    """

    def __init__(self, service: Service, events: Callable[[], Iterable[Recorded[Event]]]) -> None:
        self._left = {table.name: projection for projection in service.projections.values() for table in projection.tables}
        self._events = events
        self._rows = MemoryRows()

    def _folded(self, table: Table) -> MemoryRows:
        projection = self._left.get(table.name)
        if projection is not None:
            for one in projection.tables:
                del self._left[one.name]
            for recorded in self._events():
                projection.fold(recorded, self._rows)
        return self._rows

    def get(self, table: Table, *key: Any) -> Row | None:
        """See `kernel.tables.Rows`."""
        return self._folded(table).get(table, *key)

    def page(
        self,
        table: Table,
        where: Sequence[Where] = (),
        order: Sequence[tuple[str, Literal["asc", "desc"]]] = (),
        limit: int = 100,
        after: Sequence[Any] | None = None,
    ) -> list[Row]:
        """See `kernel.tables.Rows`."""
        return self._folded(table).page(table, where, order, limit, after)

    def count(self, table: Table, where: Sequence[Where] = (), by: Sequence[str] = ()) -> list[Row]:
        """See `kernel.tables.Rows`."""
        return self._folded(table).count(table, where, by)

    def put(self, table: Table, row: Row) -> None:
        """TypeError: the past does not change."""
        raise TypeError(f"table {table.name} is read as it was")

    def update(self, table: Table, key: tuple[Any, ...], **columns: Any) -> None:
        """TypeError: the past does not change."""
        raise TypeError(f"table {table.name} is read as it was")

    def delete(self, table: Table, *key: Any) -> None:
        """TypeError: the past does not change."""
        raise TypeError(f"table {table.name} is read as it was")


def rows_as_of(
    database: Database,
    records: Records,
    service: Service,
    ids: Sequence[str] | None,
    as_of: datetime | None,
    effective: datetime | None,
) -> PastRows:
    """Read models folded in memory from the rows of some aggregates, or of the whole log."""
    upto = database.read(lambda session: log.head(session).position if as_of is None else position_at(session, as_of))

    def whole() -> Iterator[Recorded[Event]]:
        position = 0
        while position < upto:
            page = database.read(lambda session, after=position: log.after(session, after, _PAGE, upto))  # type: ignore[misc]  # bound now
            if not page:
                return
            yield from decoded(page)
            position = page[-1].position

    def decoded(page: Sequence[StoredRow]) -> Iterator[Recorded[Event]]:
        for row in page:
            recorded = records.decode(row)
            if effective is None or recorded.effective <= effective:
                yield recorded

    if ids is None:
        return PastRows(service, whole)
    wanted = sorted(set(ids))
    kept = cache(lambda: list(decoded(database.read(lambda session: log.of_aggregates(database, session, wanted, upto)))))
    return PastRows(service, kept)
