"""Read models: folded in one transaction with their position, rebuilt beside the live ones, compared with them."""

import threading
from collections.abc import Callable, Sequence
from time import monotonic

from chassis.service import Projection, Service
from chassis.store import log, schema
from chassis.store.contract import Difference, OutOfOrder
from chassis.store.database import Database, Session
from chassis.store.following import hold, hold_all, move_all, positions_of
from chassis.store.records import Records
from chassis.store.rows import SqlRows, after_of
from chassis.store.rows.sql import Statements, live
from kernel.tables import Table

_PAGE = 1000
_POLL = 0.05


def _beside(table: Table) -> str:
    return f"fold_{table.name}"


class Projecting:
    """The projections of one service."""

    def __init__(self, database: Database, records: Records, service: Service) -> None:
        self._database = database
        self._records = records
        self._service = service
        self._moved = threading.Condition()

    def project(self, names: Sequence[str], upto: int | None, limit: int) -> int:
        """See `Store`."""
        with self._database.writing(durable=False) as session:
            places = hold_all(self._database, session, [schema.PROJECTION + name for name in names])
            base = min(places.values())
            together = [name for name in names if places[schema.PROJECTION + name] == base]
            aims = [place for place in (*places.values(), upto) if place is not None and place > base]
            position = self._fold(session, together, live, base, min(aims, default=upto), limit)
            if position > base:
                move_all(self._database, session, [schema.PROJECTION + name for name in together], base, position)
        with self._moved:
            self._moved.notify_all()
        return position

    def projected(self, names: Sequence[str]) -> int:
        """See `Store`."""
        for name in names:
            self._service.projections[name]
        followers = [schema.PROJECTION + name for name in names]
        return min(self._database.read(lambda session: positions_of(self._database, session, followers)).values())

    def wait_projected(self, position: int, timeout: float) -> bool:
        """See `Store`."""
        until = monotonic() + timeout
        names = list(self._service.projections)
        while True:
            reached = not names or self.projected(names) >= position
            left = until - monotonic()
            if reached or left <= 0:
                return reached
            with self._moved:
                # Another replica may do the folding: nobody tells us then.
                self._moved.wait(min(left, _POLL))

    def rebuild(self, name: str) -> int:
        """See `Store`."""
        return self._refold(name, self._replace)

    def compare(self, name: str, limit: int) -> list[Difference]:
        """See `Store`."""
        found: list[Difference] = []

        def collect(session: Session, projection: Projection) -> None:
            for table in projection.tables:
                found.extend(self._differences(session, table, limit - len(found)))
                session.run(f"DROP TABLE {_beside(table)}")

        self._refold(name, collect)
        return found

    def _refold(self, name: str, finish: Callable[[Session, Projection], None]) -> int:
        """Fold from zero beside the live tables; the last stretch while the live ones stand still."""
        projection, follower = self._service.projections[name], schema.PROJECTION + name
        with self._database.writing() as session:
            self._database.migration_lock(session)
            schema.make_tables(self._database, session, projection.tables, _beside)
        position = 0
        while True:
            with self._database.writing() as session:
                aim = hold(self._database, session, follower)
                position = self._fold(session, [name], _beside, position, aim, _PAGE)
                if position >= aim:
                    finish(session, projection)
                    return position

    def _replace(self, session: Session, projection: Projection) -> None:
        schema.make_tables(self._database, session, projection.tables)
        for table in projection.tables:
            columns = ", ".join(f'"{name}"' for name in table.columns)
            session.run(f"INSERT INTO {live(table)} ({columns}) SELECT {columns} FROM {_beside(table)}")  # noqa: S608 - names
            session.run(f"DROP TABLE {_beside(table)}")

    def _differences(self, session: Session, table: Table, limit: int) -> list[Difference]:
        found: list[Difference] = []
        sides = [_Reader(self._database, session, table, naming) for naming in (live, _beside)]
        one, other = (side.next() for side in sides)
        while (one is not None or other is not None) and len(found) < limit:
            keys = [None if row is None else tuple(row[name] for name in table.key) for row in (one, other)]
            if keys[0] == keys[1]:
                if one != other:
                    found.append(Difference(table.name, keys[0] or (), one, other))
                one, other = (side.next() for side in sides)
            elif keys[1] is None or (keys[0] is not None and keys[0] < keys[1]):
                found.append(Difference(table.name, keys[0] or (), one, None))
                one = sides[0].next()
            else:
                found.append(Difference(table.name, keys[1], None, other))
                other = sides[1].next()
        return found

    def _fold(
        self, session: Session, names: Sequence[str], naming: Callable[[Table], str], base: int, upto: int | None, limit: int
    ) -> int:
        rows = log.after(session, base, limit, upto)
        if not rows:
            return base
        # Most read models have a row by the id of the aggregate that an event is of.
        views = SqlRows(self._database, session, naming, expected={row.aggregate for row in rows})
        folds = [self._service.projections[name].fold for name in names]
        for expected, row in enumerate(rows, base + 1):
            if row.position != expected:
                # A read model that skips an event says so by standing still, not by going on.
                raise OutOfOrder(schema.PROJECTION + names[0], expected - 1, row.position)
            recorded = self._records.decode(row)
            for fold in folds:
                fold(recorded, views)
        views.flush()
        return rows[-1].position


class _Reader:
    """The rows of a table one by one, in order of the key."""

    def __init__(self, database: Database, session: Session, table: Table, naming: Callable[[Table], str]) -> None:
        self._sql, self._session, self._table = Statements(database, naming), session, table
        self._page: list[dict[str, object]] = []
        self._after: Sequence[object] | None = None

    def next(self) -> dict[str, object] | None:
        """The next row, None at the end."""
        if not self._page:
            self._page = self._sql.page(self._session, self._table, (), (), _PAGE, self._after)[::-1]
            if not self._page:
                return None
            self._after = after_of(self._table, (), self._page[0])
        return self._page.pop()
