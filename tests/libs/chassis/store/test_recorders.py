"""The library's own cases for recorders, on both databases, and what they do not ask: no gap and no passing."""

import sys
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import eventsourcing.cryptography
import pytest
from eventsourcing.persistence import AggregateRecorder, ConnectionPoolClosedError, IntegrityError, StoredEvent

from chassis.store import StoreSettings
from chassis.store.postgres import GaplessPostgresRecorder, PostgresDatabase
from chassis.store.sqlite import GaplessSQLiteRecorder, SQLiteDatabase
from testkit.postgres import PostgresServer

# The library's cases import the cipher that needs one more package; its twin over `cryptography` has the same name.
sys.modules.setdefault("eventsourcing.cipher", eventsourcing.cryptography)
from eventsourcing.tests.persistence import (  # noqa: E402 - after the line above
    AggregateRecorderTestCase,
    ApplicationRecorderTestCase,
    NonInterleavingNotificationIDsBaseCase,
)

_numbers = count()


class OnSQLite:
    """Recorders over a file."""

    @pytest.fixture(autouse=True)
    def _place(self, tmp_path: Path) -> Iterator[None]:
        self.made: list[SQLiteDatabase] = []
        self.directory = tmp_path
        yield
        for database in self.made:
            database.close()

    def database(self) -> SQLiteDatabase:
        database = SQLiteDatabase(str(self.directory / f"{next(_numbers)}.db"), StoreSettings())
        self.made.append(database)
        database.recorder.create_table()
        database.snapshots.create_table()
        return database

    def new_originator_id(self) -> str:
        return uuid4().hex


class OnPostgres:
    """Recorders over a server."""

    @pytest.fixture(autouse=True)
    def _place(self, postgres_server: PostgresServer) -> Iterator[None]:
        self.made: list[PostgresDatabase] = []
        self.server = postgres_server
        yield
        for database in self.made:
            database.close()

    def database(self) -> PostgresDatabase:
        database = PostgresDatabase(self.server.create_database(), StoreSettings(readers=20, idle_seconds=60.0))
        self.made.append(database)
        database.recorder.create_table()
        database.snapshots.create_table()
        return database

    def new_originator_id(self) -> str:
        return uuid4().hex


class TestSQLiteApplicationRecorder(OnSQLite, ApplicationRecorderTestCase[Any]):
    def create_recorder(self) -> GaplessSQLiteRecorder:
        return self.database().recorder


class TestPostgresApplicationRecorder(OnPostgres, ApplicationRecorderTestCase[Any]):
    def create_recorder(self) -> GaplessPostgresRecorder:
        return self.database().recorder


class TestSQLiteNonInterleaving(OnSQLite, NonInterleavingNotificationIDsBaseCase):
    def create_recorder(self) -> GaplessSQLiteRecorder:
        return self.database().recorder


class TestPostgresNonInterleaving(OnPostgres, NonInterleavingNotificationIDsBaseCase):
    def create_recorder(self) -> GaplessPostgresRecorder:
        return self.database().recorder


class TestSQLiteSnapshots(OnSQLite, AggregateRecorderTestCase):
    def create_recorder(self) -> AggregateRecorder:
        return self.database().snapshots


class TestPostgresSnapshots(OnPostgres, AggregateRecorderTestCase):
    def create_recorder(self) -> AggregateRecorder:
        return self.database().snapshots


class GaplessCases:
    """What the positions of a log must be, whoever writes."""

    def events(self, many: int, originator: str | None = None) -> list[StoredEvent]:
        originator = originator or uuid4().hex
        return [StoredEvent(originator, version, "topic", b"state") for version in range(1, many + 1)]

    def insert(self, recorder: Any, cursor: Any, events: list[StoredEvent]) -> None:
        if isinstance(recorder, GaplessPostgresRecorder):
            recorder._insert_stored_events(cursor, events)
        else:
            recorder._insert_events(cursor, events)

    def positions(self, recorder: Any) -> list[int]:
        return [found.id for found in recorder.select_notifications(None, 100_000)]

    def test_a_failed_insert_leaves_no_gap(self) -> None:
        recorder = self.database().recorder  # type: ignore[attr-defined]
        taken = self.events(3)
        recorder.insert_events(taken)
        for _ in range(3):
            with pytest.raises(IntegrityError):
                recorder.insert_events([*self.events(5), taken[1]])
        assert recorder.insert_events(self.events(2)) == [4, 5]
        assert self.positions(recorder) == [1, 2, 3, 4, 5]

    def test_a_transaction_that_is_rolled_back_leaves_no_gap(self) -> None:
        database = self.database()  # type: ignore[attr-defined]

        def fail_after_inserting() -> None:
            with database.recorder.datastore.transaction(commit=True) as cursor:
                self.insert(database.recorder, cursor, self.events(4))
                raise LookupError("something else in the transaction failed")

        with pytest.raises(LookupError):
            fail_after_inserting()
        assert database.recorder.insert_events(self.events(1)) == [1]

    def test_no_reader_passes_a_commit_that_is_held_open(self) -> None:
        """While the first of two appends is not committed, the second is neither visible nor done."""
        database = self.database()  # type: ignore[attr-defined]
        recorder = database.recorder
        inserted, may_commit, second_begins = threading.Event(), threading.Event(), threading.Event()

        def slow() -> None:
            with recorder.datastore.transaction(commit=True) as cursor:
                self.insert(recorder, cursor, self.events(3))
                inserted.set()
                assert may_commit.wait(30)

        def quick() -> None:
            second_begins.set()
            recorder.insert_events(self.events(2))

        first, second = threading.Thread(target=slow), threading.Thread(target=quick)
        first.start()
        assert inserted.wait(30)
        second.start()
        assert second_begins.wait(30)
        seen = [database.read(lambda s: s.all("SELECT notification_id FROM stored_events")) for _ in range(50)]
        may_commit.set()
        first.join()
        second.join()
        assert all(found == [] for found in seen)
        assert self.positions(recorder) == [1, 2, 3, 4, 5]

    def test_writers_of_several_databases_interleave_without_gap(self) -> None:
        database = self.database()  # type: ignore[attr-defined]
        recorder = database.recorder
        threads = [threading.Thread(target=lambda: [recorder.insert_events(self.events(3)) for _ in range(20)]) for _ in range(4)]
        seen: list[int] = []
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            found = self.positions(recorder)
            assert found == list(range(1, len(found) + 1))
            seen.append(len(found))
        assert self.positions(recorder) == list(range(1, 241))
        assert seen == sorted(seen)


class TestGaplessSQLite(OnSQLite, GaplessCases):
    pass


class TestGaplessPostgres(OnPostgres, GaplessCases):
    pass


def test_closing_waits_for_whoever_still_reads(tmp_path: Path) -> None:
    """SQLite takes the whole process along when a connection is closed under a thread that reads on it."""
    database = SQLiteDatabase(str(tmp_path / "read.db"), StoreSettings())
    database.recorder.create_table()
    ends: list[Exception] = []

    def read_on() -> None:
        counting = "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 20000) SELECT count(*) FROM c"
        try:
            while True:
                assert [row[0] for row in database.read(lambda session: session.all(counting))] == [20000]
        except Exception as error:  # noqa: BLE001 - the end is what the test looks at
            ends.append(error)

    readers = [threading.Thread(target=read_on) for _ in range(4)]
    for reader in readers:
        reader.start()
    database.close()
    for reader in readers:
        reader.join()
    assert [type(end) for end in ends] == [ConnectionPoolClosedError] * 4
