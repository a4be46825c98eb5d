"""The store of one service: its writer, readers and followers over one database."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from datetime import datetime, tzinfo
from functools import cache
from time import monotonic
from urllib.parse import unquote, urlsplit
from uuid import UUID

from chassis.service import Service, everything
from chassis.store import checkpoints, examined, forking, loading, log, restoring, schema, sums
from chassis.store.asof import AsOfRepository, position_at, rows_as_of
from chassis.store.batch import Ground
from chassis.store.cache import Cache
from chassis.store.contract import (
    Appended,
    Compared,
    Ends,
    Head,
    Lease,
    NotFolded,
    Opened,
    Quarantined,
    SealedTree,
    Store,
    StoredRow,
    StoreSettings,
    Track,
    Turned,
    Work,
)
from chassis.store.database import Database
from chassis.store.digests import NoKeys, digests
from chassis.store.following import Following
from chassis.store.keyring import Keyring
from chassis.store.projecting import Projecting
from chassis.store.records import Records
from chassis.store.replay import between, replay
from chassis.store.replayed import Difference, Replayed, RowChange
from chassis.store.rows import ReadRows
from chassis.store.writer import Writer
from kernel.aggregates import Repository
from kernel.context import named
from kernel.envelope import Recorded
from kernel.errors import Refusal
from kernel.messages import Event
from kernel.tables import Row, Rows
from rulebook import preset
from translog.record.forks import Fork, forks_of

_POLL = 0.1


class EventStore:
    """`Store` over a `Database`."""

    def __init__(
        self,
        database: Database,
        service: Service,
        *,
        source: str,
        clock: Callable[[], datetime],
        zone: tzinfo,
        keyring: Keyring,
        settings: StoreSettings,
        digest_of: Callable[[str], str],
    ) -> None:
        self.source = source
        self._database = database
        self._service = service
        self._beginning = named("log-beginning", service.name)
        self._records = Records(service, source, keyring, digest_of)
        self._keyless = Records(service, source, NoKeys(), digest_of)
        self._ground = Ground(database, self._records, keyring, Cache(settings.cached), settings, clock, zone)
        self._following = Following(database, clock)
        self._projecting = Projecting(database, self._records, service)
        self._newest = 0
        self._paused = False
        self._grown = threading.Condition()
        self._writer: Writer | None = None
        self._starting = threading.Lock()

    # --- writing -----------------------------------------------------------------------------------------------------

    def submit(self, work: Work) -> Future[Appended]:
        """See `Store`."""
        return self._writing().submit(work)

    def _writing(self) -> Writer:
        if self._writer is None:
            with self._starting:
                self._writer = self._writer or Writer(self._ground, self._committed)
        return self._writer

    def pause(self, paused: bool) -> None:
        """See `Store`."""
        self._paused = paused
        self._writing().pause(paused)

    @property
    def steady(self) -> bool:
        """See `Store`."""
        return not self._paused and self._ground.held is None

    def hold(self, why: Refusal | None) -> None:
        """See `Store`."""
        self._ground.held = why

    def demand(self, size: int) -> None:
        """See `Store`."""
        self._ground.floor = max(self._ground.floor, size)

    @property
    def held(self) -> Refusal | None:
        """See `Store`."""
        return self._ground.held

    def restore(self, rows: Sequence[StoredRow]) -> int:
        """See `Store`."""
        position = restoring.restore(self._database, rows)
        self._committed(position)
        return position

    def adopt(self, size: int, root: bytes, note: bytes, at: datetime) -> bool:
        """See `Store`."""
        with self._database.writing() as session:
            return restoring.adopt(self._database, session, size, root, note, at)

    def forks(self) -> list[Fork]:
        """See `Store`."""
        return forks_of(self.read_aggregate(self._beginning))

    def published_at(self, position: int) -> int:
        """See `Store`."""
        return self._database.read(lambda session: forking.published(session, position))

    def turn(self, turned: Turned) -> None:
        """See `Store`."""
        forking.turn(self._database, turned)

    def turned(self) -> Turned | None:
        """See `Store`."""
        return self._database.read(lambda session: forking.turned(session, self.source))

    def succeed(self, former: str, follower: str, position: int) -> None:
        """See `Store`."""
        with self._database.writing() as session:
            forking.succeed(session, former, follower, position)

    def forget(self, aggregates: Sequence[str] | None = None) -> None:
        """See `Store`."""
        self._ground.forgotten.append(aggregates)
        with self._database.writing() as session:
            loading.drop(self._database, session, aggregates)

    def _committed(self, position: int) -> None:
        with self._grown:
            self._newest = position
            self._grown.notify_all()

    # --- reading -----------------------------------------------------------------------------------------------------

    def head(self) -> Head:
        """See `Store`."""
        return self._database.read(log.head)

    def wait(self, after: int, timeout: float) -> int:
        """See `Store`."""
        until = monotonic() + timeout
        while self._newest <= after:
            position, left = self.head().position, until - monotonic()
            if position > after or left <= 0:
                return position
            with self._grown:
                if self._newest <= after:
                    # Another replica may write: nobody tells us then.
                    self._grown.wait(min(left, _POLL))
        return self._newest

    def read(self, after: int, limit: int) -> list[StoredRow]:
        """See `Store`."""
        return self._database.read(lambda session: log.after(session, after, limit))

    def read_published(self, after: int, limit: int) -> list[StoredRow]:
        """See `Store`."""
        return self._database.read(lambda session: log.published_after(session, after, limit))

    def read_aggregate(self, aggregate: str) -> list[StoredRow]:
        """See `Store`."""
        return self._database.read(lambda session: log.of_aggregate(session, aggregate))

    def decode(self, row: StoredRow) -> Recorded[Event]:
        """See `Store`."""
        return self._records.decode(row)

    def repository(self, as_of: datetime | None = None, effective: datetime | None = None) -> Repository:
        """See `Store`."""
        return AsOfRepository(self._database, self._records, as_of, effective)

    def rows(self) -> Rows:
        """See `Store`."""
        return ReadRows(self._database)

    def rows_as_of(self, ids: Sequence[str] | None, as_of: datetime | None = None, effective: datetime | None = None) -> Rows:
        """See `Store`."""
        return rows_as_of(self._database, self._records, self._service, ids, as_of, effective)

    def models(self, upto: int) -> dict[str, str]:
        """See `Store`."""
        return digests(self._database, self._keyless, self._service, upto)

    # --- replay ------------------------------------------------------------------------------------------------------

    def position_at(self, moment: datetime) -> int:
        """See `Store`."""
        return self._database.read(lambda session: position_at(session, moment))

    def replay(
        self,
        names: Sequence[str] = (),
        as_of: datetime | None = None,
        effective: datetime | None = None,
        limit: int = 100,
        places: Mapping[str, int] | None = None,
    ) -> Replayed:
        """See `Store`."""
        return replay(self._database, self._records, self._service, names, as_of, effective, limit, places)

    def between(
        self, places: tuple[int, int], names: Sequence[str] = (), about: str = "", shown: Callable[[str, Row], bool] | None = None
    ) -> list[RowChange]:
        """See `Store`."""
        return list(between(self._database, self._keyless, self._service, places, names, about, shown or everything))

    def check_snapshots(self) -> tuple[int, list[tuple[str, int, str]]]:
        """See `Store`."""
        return loading.check(self._database, self._records)

    # --- projections -------------------------------------------------------------------------------------------------

    def project(self, *names: str, upto: int | None = None, limit: int = 1000) -> int:
        """See `Store`."""
        return self._projecting.project(names, upto, limit)

    def projected(self, *names: str) -> int:
        """See `Store`."""
        return self._projecting.projected(names)

    def wait_projected(self, position: int, timeout: float) -> bool:
        """See `Store`."""
        return self._projecting.wait_projected(position, timeout)

    def rebuild(self, name: str) -> int:
        """See `Store`."""
        return self._projecting.rebuild(name)

    def compare(self, name: str, limit: int = 100) -> list[Difference]:
        """See `Store`."""
        (model,) = self.replay([name], limit=limit).models
        if model.failed:
            raise NotFolded(model.position, model.failed)
        return list(model.first)

    # --- followers ---------------------------------------------------------------------------------------------------

    def tracked(self, follower: str) -> int:
        """See `Store`."""
        return self._following.tracked(follower)

    def followers(self) -> dict[str, int]:
        """See `Store`."""
        return self._following.followers()

    def advance(self, track: Track) -> bool:
        """See `Store`."""
        return self._following.advance(track)

    def failed(self, follower: str, source: str, position: int, aggregate: str, error: str) -> int:
        """See `Store`."""
        return self._following.failed(follower, source, position, aggregate, error)

    def quarantine(self, follower: str, source: str, position: int, aggregate: str, error: str, track: Track | None = None) -> None:
        """See `Store`."""
        self._following.quarantine(follower, source, position, aggregate, error, track)

    def parked(self, follower: str, aggregate: str) -> bool:
        """See `Store`."""
        return self._following.parked(follower, aggregate)

    def quarantined(self, follower: str | None = None) -> list[Quarantined]:
        """See `Store`."""
        return self._following.quarantined(follower)

    def release(self, follower: str, source: str, position: int) -> bool:
        """See `Store`."""
        return self._following.release(follower, source, position)

    def lease(self, name: str, holder: str, ttl: float) -> Lease | None:
        """See `Store`."""
        return self._following.lease(name, holder, ttl)

    def renew(self, lease: Lease, ttl: float) -> bool:
        """See `Store`."""
        return self._following.renew(lease, ttl)

    def unlease(self, lease: Lease) -> None:
        """See `Store`."""
        self._following.unlease(lease)

    # --- commands ----------------------------------------------------------------------------------------------------

    def remembered(self, commands: Sequence[UUID]) -> dict[UUID, tuple[int, int]]:
        """See `Store`."""
        sql = f"SELECT command, first, events FROM commands WHERE command{self._database.dialect.among}"  # noqa: S608 - no values
        parameter = self._database.list_parameter([command.hex for command in commands])
        found = self._database.read(lambda session: session.all(sql, (parameter,)))
        return {UUID(hex=command): (int(first), int(events)) for command, first, events in found}

    def commands(self, after: UUID | None, limit: int) -> list[tuple[UUID, int, int]]:
        """See `Store`."""
        sql = "SELECT command, first, events FROM commands WHERE command > ? ORDER BY command LIMIT ?"
        found = self._database.read(lambda session: session.all(sql, ("" if after is None else after.hex, limit)))
        return [(UUID(hex=command), int(first), int(events)) for command, first, events in found]

    # --- checkpoints -------------------------------------------------------------------------------------------------

    def checkpoint(self) -> SealedTree | None:
        """See `Store`."""
        return self._database.read(checkpoints.newest)

    def checkpoints(self, after: int, limit: int) -> list[SealedTree]:
        """See `Store`."""
        return self._database.read(lambda session: checkpoints.after(session, after, limit))

    def cosigned(self, after: int, below: int, limit: int) -> list[SealedTree]:
        """See `Store`."""
        return self._database.read(lambda session: checkpoints.cosigned(session, after, below, limit))

    def seal(self, base: int, size: int, root: bytes, at: datetime, sign: Callable[[], bytes]) -> SealedTree:
        """See `Store`."""
        with self._database.writing() as session:
            return checkpoints.seal(self._database, session, base, size, root, at, sign)

    def cosign(self, size: int, note: bytes) -> bool:
        """See `Store`."""
        with self._database.writing() as session:
            return checkpoints.cosign(self._database, session, size, note)

    # --- audits ------------------------------------------------------------------------------------------------------

    def ends(self) -> Ends:
        """See `Store`."""
        return self._database.read(examined.ends)

    def compare_sums(self, tables: Iterable[str] = sums.SUMMED) -> list[Compared]:
        """See `Store`."""
        return sums.compare(self._database, tables)

    def opened(self, row: StoredRow) -> Opened:
        """See `Store`."""
        return examined.opened(self._records, row.state)

    # --- life --------------------------------------------------------------------------------------------------------

    def migrate(self) -> None:
        """See `Store`."""
        schema.migrate(self._database, self._service, self.source)

    def check(self) -> None:
        """Refuse a database that must be migrated first, or holds another log."""
        schema.check(self._database, self._service, self.source)

    def close(self) -> None:
        """See `Store`."""
        with self._starting:
            if self._writer is not None:
                self._writer.close()
        self._database.close()


@cache
def rulebook_digest(reference: str) -> str:
    """SHA-256 (hex) of the content and calendar of a rulebook that comes with the program."""
    return preset(reference).digest


def open_store(
    url: str,
    service: Service,
    *,
    site: str,
    epoch: str,
    clock: Callable[[], datetime],
    zone: tzinfo,
    keyring: Keyring,
    settings: StoreSettings | None = None,
    digest_of: Callable[[str], str] = rulebook_digest,
) -> Store:
    """The store of a service; nothing is changed in the database before `migrate`.

    Args:
        url: `sqlite:///relative`, `sqlite:////absolute`, `sqlite://:memory:`, or `postgresql://…` as libpq reads it.
        service: its declaration.
        site, epoch: first and last part of the origin `<site>/<service>/<epoch>`.
        clock: the business clock, aware; zone: in which its days begin.
        keyring: keys of personal fields.
        settings: limits; None takes the defaults.
        digest_of: SHA-256 (hex) of a rulebook's content and calendar by its reference `id@version`.
    """
    settings = settings or StoreSettings()
    return EventStore(
        open_database(url, settings),
        service,
        source=f"{site}/{service.name}/{epoch}",
        clock=clock,
        zone=zone,
        keyring=keyring,
        settings=settings,
        digest_of=digest_of,
    )


def open_database(url: str, settings: StoreSettings) -> Database:
    """The database at a url, in the forms that `open_store` takes; for what keeps tables of its own beside the log."""
    scheme = urlsplit(url).scheme
    # The driver is imported with its database alone: an embedded service needs no PostgreSQL.
    if scheme == "sqlite":
        from chassis.store.sqlite import SQLiteDatabase

        path = url.removeprefix("sqlite://")
        return SQLiteDatabase(path if path == ":memory:" else unquote(path.removeprefix("/")), settings)
    if scheme in ("postgresql", "postgres"):
        from chassis.store.postgres import PostgresDatabase

        return PostgresDatabase(url, settings)
    raise ValueError(f"{scheme or url!r}: a store is at sqlite:// or postgresql://")
