"""The tables of a store, made in one step; services start without changing any."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from chassis.service import Projection, Service
from chassis.store import boxes, checkpoints, forking, sums
from chassis.store.contract import NotMigrated, OtherSource
from chassis.store.database import Database, Dialect, Session
from chassis.store.following import forget
from chassis.store.rows import table_statements
from chassis.store.rows.sql import live
from kernel.tables import Table

VERSION = 6
"""Version of the tables of the log: 1 had no ballot boxes, 2 no checkpoints, 3 no forks, 4 no sums, 5 none of the positions of
followers, and `migrate` adds them."""

PROJECTION = "projection:"
"""Prefix of the follower name under which a projection's position is kept."""


def migrate(database: Database, service: Service, source: str) -> None:
    """Make what is missing and remake read models whose tables changed; safe from several processes at once."""
    with database.writing() as session:
        database.migration_lock(session)
        found = _versions(database, session)
        if not found:
            for statement in (*database.log_schema(), *_tables(database.dialect)):
                session.run(statement)
            session.run("INSERT INTO schema_version VALUES ('store', ?)", (str(VERSION),))
            session.run("INSERT INTO schema_version VALUES ('source', ?)", (source,))
        elif found["store"] not in map(str, range(1, VERSION + 1)):
            raise NotMigrated(f"the database has the tables of version {found['store']}, the program those of {VERSION}")
        elif found["source"] != source:
            raise OtherSource(f"the database holds the log of {found['source']}, not of {source}")
        elif found["store"] != str(VERSION):
            _upgrade(database, session, int(found["store"]))
            session.run("UPDATE schema_version SET version = ? WHERE component = 'store'", (str(VERSION),))
        for name, projection in service.projections.items():
            if found.get(PROJECTION + name) != fingerprint(projection):
                _remake(database, session, name, projection)


def _upgrade(database: Database, session: Session, found: int) -> None:
    """Add to the tables of an earlier version what came since."""
    if found < 2:
        session.run(boxes.table(database.dialect))
    if found < 3:
        session.run(checkpoints.table(database.dialect))
    if found < 4:
        for statement in forking.tables(database.dialect):
            session.run(statement)
    if found < 5:
        session.run(sums.table(database.dialect))
        session.run("DELETE FROM tracking WHERE follower = 'checkpoints'")  # their number, which the sum says now
        sums.renew(session, *(name for name in sums.SUMMED if database.columns(session, name)))
    else:
        sums.renew(session, "tracking")


def check(database: Database, service: Service, source: str) -> None:
    """Refuse (`NotMigrated`, `OtherSource`) a database that this program and service cannot use as it is."""

    def versions(session: Session) -> dict[str, str]:
        return _versions(database, session)

    found = database.read(versions)
    wanted = {"store": str(VERSION)} | {PROJECTION + n: fingerprint(p) for n, p in service.projections.items()}
    for component, version in wanted.items():
        if found.get(component) != version:
            raise NotMigrated(
                f"{component}: the database has version {found.get(component, 'none')}, wanted {version}; migrate first"
            )
    if found["source"] != source:
        raise OtherSource(f"the database holds the log of {found['source']}, not of {source}")


def fingerprint(projection: Projection) -> str:
    """Changes when the tables of a projection change."""
    return sha256("\n".join(map(_describe, projection.tables)).encode()).hexdigest()[:16]


def _describe(table: Table) -> str:
    return repr((table.name, tuple(table.key), sorted(table.columns.items()), [tuple(index) for index in table.indexes]))


def make_tables(database: Database, session: Session, tables: Sequence[Table], naming: Any = live) -> None:
    """Make the tables of a read model afresh under the names given, dropping what stands there."""
    for table in tables:
        session.run(f"DROP TABLE IF EXISTS {naming(table)}")
        for statement in table_statements(table, database.dialect, naming):
            session.run(statement)


def _remake(database: Database, session: Session, name: str, projection: Projection) -> None:
    make_tables(database, session, projection.tables)
    follower = PROJECTION + name
    forget(session, follower)
    session.run("INSERT INTO tracking VALUES (?, 0)", (follower,))
    session.run("DELETE FROM schema_version WHERE component = ?", (follower,))
    session.run("INSERT INTO schema_version VALUES (?, ?)", (follower, fingerprint(projection)))


def _versions(database: Database, session: Session) -> dict[str, str]:
    if not database.columns(session, "schema_version"):
        return {}
    return dict(session.all("SELECT component, version FROM schema_version"))


def _tables(dialect: Dialect) -> tuple[str, ...]:
    text, number, blob = dialect.text, dialect.number, dialect.blob
    return (
        f"CREATE TABLE schema_version (component {text} PRIMARY KEY, version {text} NOT NULL)",
        # The first answer of every command: its digest and where its events begin.
        (
            f"CREATE TABLE commands (command {text} PRIMARY KEY, digest {blob} NOT NULL, first {number} NOT NULL, "
            f"events {number} NOT NULL)"
        ),
        f"CREATE TABLE tracking (follower {text} PRIMARY KEY, position {number} NOT NULL)",
        (
            f"CREATE TABLE failures (follower {text} NOT NULL, source {text} NOT NULL, position {number} NOT NULL, "
            f"aggregate {text} NOT NULL, times {number} NOT NULL, error {text} NOT NULL, PRIMARY KEY (follower, source, position))"
        ),
        (
            f"CREATE TABLE quarantine (follower {text} NOT NULL, source {text} NOT NULL, position {number} NOT NULL, "
            f"aggregate {text} NOT NULL, error {text} NOT NULL, at {text} NOT NULL, PRIMARY KEY (follower, source, position))"
        ),
        "CREATE INDEX quarantine_parked ON quarantine (follower, aggregate)",
        (
            f"CREATE TABLE leases (name {text} PRIMARY KEY, holder {text} NOT NULL, token {number} NOT NULL, "
            f"expires double precision NOT NULL)"
        ),
        boxes.table(dialect),
        checkpoints.table(dialect),
        *forking.tables(dialect),
        sums.table(dialect),
    )
