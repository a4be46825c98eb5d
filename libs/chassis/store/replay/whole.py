"""A replay: read models folded from zero and compared with the live ones at the same position, or digested as of a date."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from chassis.service import Service
from chassis.store import log, schema
from chassis.store.asof import position_at
from chassis.store.contract import NotFolded
from chassis.store.database import Database, Session
from chassis.store.following import positions_of
from chassis.store.records import Records
from chassis.store.replay.comparing import Sums
from chassis.store.replay.folding import fold_to, folds_of
from chassis.store.replay.scratch import Scratch, scratch
from chassis.store.replayed import Replayed, ReplayedModel


def replay(
    database: Database,
    records: Records,
    service: Service,
    names: Sequence[str],
    as_of: datetime | None,
    effective: datetime | None,
    limit: int,
    places: Mapping[str, int] | None = None,
) -> Replayed:
    """Fold the log into a scratch database; see `Store.replay`."""
    names = sorted(names or service.projections)
    tables = [table for name in names for table in service.projections[name].tables]
    past = as_of is not None or effective is not None or places is not None
    with scratch(tables) as rows:
        turn = _Turn(database, records, service, names, rows, effective)
        if past:
            upto = database.read(lambda session: log.head(session).position if as_of is None else position_at(session, as_of))
            turn.to({name: min(upto, (places or {}).get(name, upto)) for name in names})
            return turn.told(upto, None, limit)
        # Far the longest way is gone before the moment with which is compared.
        turn.to(database.read(lambda session: _places(database, session, names)))
        with database.snapshot() as session:
            turn.to(_places(database, session, names))
            return turn.told(log.head(session).position, session, limit)


def _places(database: Database, session: Session, names: Sequence[str]) -> dict[str, int]:
    followers = {schema.PROJECTION + name: name for name in names}
    found = positions_of(database, session, list(followers))
    return {name: found[follower] for follower, name in followers.items()}


class _Turn:
    """One replay under way: each read model goes as far as its live one is."""

    def __init__(
        self,
        database: Database,
        records: Records,
        service: Service,
        names: Sequence[str],
        rows: Scratch,
        effective: datetime | None,
    ) -> None:
        self._database, self._records, self._service = database, records, service
        self._rows, self._effective = rows, effective
        self._places = dict.fromkeys(names, 0)
        self._failed: dict[str, NotFolded] = {}

    def to(self, aims: Mapping[str, int]) -> None:
        """Fold on until each is where it should be; those that stand at one place go together."""
        while True:
            left = {name: aim for name, aim in aims.items() if name not in self._failed and self._places[name] < aim}
            if not left:
                return
            base = min(self._places[name] for name in left)
            together = [name for name in left if self._places[name] == base]
            ahead = [self._places[name] for name in left if self._places[name] > base]
            upto = min([*(left[name] for name in together), *ahead])
            try:
                failed = fold_to(
                    upto,
                    base,
                    folds_of(self._service, together),
                    self._rows,
                    self._database,
                    self._records,
                    self._effective,
                )
            except NotFolded as failure:
                failed = dict.fromkeys(together, failure)
            self._failed |= failed
            self._places |= dict.fromkeys(together, upto)

    def told(self, position: int, session: Session | None, limit: int) -> Replayed:
        """The outcome; compared with the live read models where there is a session that sees them."""
        self._rows.flush()
        models = []
        for name in sorted(self._places):
            failure = self._failed.get(name)
            sums = Sums(limit)
            if failure is None:
                for table in sorted(self._service.projections[name].tables, key=lambda table: table.name):
                    sums.add(table, self._rows.session, session)
            models.append(
                ReplayedModel(
                    name=name,
                    position=failure.position if failure else self._places[name],
                    rows=sums.rows,
                    digest="" if failure else sums.digest,
                    live_rows=None if session is None else sums.live_rows,
                    live_digest="" if session is None or failure else sums.live_digest,
                    different=sums.different,
                    first=tuple(sums.first),
                    failed=failure.why if failure else "",
                )
            )
        return Replayed(self._records.source, position, tuple(models))
