"""Read models: folded in one transaction with their position, rebuilt beside the live ones."""

import threading
from collections.abc import Callable, Sequence
from time import monotonic

from chassis.service import Projection, Service
from chassis.store import log, schema
from chassis.store.contract import OutOfOrder
from chassis.store.database import Database, Session
from chassis.store.following import hold, hold_all, move_all, positions_of
from chassis.store.records import Records
from chassis.store.rows import SqlRows
from chassis.store.rows.sql import live
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
        # From zero beside the live tables; the last stretch while the live ones stand still.
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
                    self._replace(session, projection)
                    return position

    def _replace(self, session: Session, projection: Projection) -> None:
        schema.make_tables(self._database, session, projection.tables)
        for table in projection.tables:
            columns = ", ".join(f'"{name}"' for name in table.columns)
            session.run(f"INSERT INTO {live(table)} ({columns}) SELECT {columns} FROM {_beside(table)}")  # noqa: S608 - names
            session.run(f"DROP TABLE {_beside(table)}")

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
