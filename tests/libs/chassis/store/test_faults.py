"""Databases that fill up, go away and lie about commits; replicas that are stopped and killed."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from eventsourcing.sqlite import SQLiteConnection

from chassis.store import EventStore, Track
from chassis.store.postgres import PostgresDatabase
from chassis.store.sqlite import SQLiteDatabase
from kernel.errors import StorageFull, Unavailable
from testkit.conformance.store import MakeStore, work
from testkit.conformance.store_sample import Notebook, notebook
from testkit.conformance.store_writing import N1, N2, check_log, opening, writing
from testkit.postgres import PostgresServer


@pytest.fixture
def own_server() -> Iterator[PostgresServer]:
    """A server that the test may harm."""
    server = PostgresServer(fsync=True)
    try:
        yield server.start()
    finally:
        server.close()


# --- commits that lie ------------------------------------------------------------------------------------------------


@pytest.fixture
def lose_commits(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, bool], list[str]]:
    """`lose_commits(times, committed)`: the next commits fail, after they happened or before; the list of what was done."""

    def lose(times: int, committed: bool) -> list[str]:
        done: list[str] = []

        def losing(real: Callable[[Any], None], error: Exception) -> Callable[[Any], None]:
            def commit(connection: Any) -> None:
                if len(done) >= times:
                    return real(connection)
                done.append("lost")
                if committed:
                    real(connection)
                raise error

            return commit

        broken = sqlite3.OperationalError("disk I/O error")
        broken.sqlite_errorcode = sqlite3.SQLITE_IOERR
        monkeypatch.setattr(SQLiteConnection, "commit", losing(SQLiteConnection.commit, broken))
        gone = psycopg.OperationalError("server closed the connection unexpectedly")
        monkeypatch.setattr(psycopg.Connection, "commit", losing(psycopg.Connection.commit, gone))
        return done

    return lose


@pytest.mark.parametrize("committed", [True, False])
def test_a_commit_whose_answer_is_lost_is_recorded_once(
    make_store: MakeStore, database_url: str, lose_commits: Any, committed: bool
) -> None:
    store = make_store(database_url)
    store.submit(work(opening())).result()
    lost = lose_commits(2, committed)
    futures = [store.submit(work(writing())) for _ in range(10)]
    futures += [store.submit(work(opening(N2), track=Track("consumer:x", 1)))]
    answers = [future.result() for future in futures]
    assert lost == ["lost", "lost"]
    assert [answer.repeated for answer in answers] == [False] * 11
    assert [len(answer.rows) for answer in answers] == [1] * 11
    check_log(store, events=12)
    assert store.repository().find(Notebook, N1).lines == 10
    assert store.tracked("consumer:x") == 1


def test_the_cache_forgets_what_was_not_committed(make_store: MakeStore, database_url: str, lose_commits: Any) -> None:
    store = make_store(database_url, retry_seconds=0.0)
    store.submit(work(opening())).result()
    lose_commits(1, False)
    refused = store.submit(work(writing())).exception()
    assert isinstance(refused, Unavailable)
    assert store.submit(work(writing(), expected_version=1)).result().rows[0].version == 2
    check_log(store, events=2)


# --- no space --------------------------------------------------------------------------------------------------------


def test_a_full_disk_refuses_whole_works_until_there_is_space(make_store: MakeStore, tmp_path: Path) -> None:
    store = make_store(f"sqlite:///{tmp_path / 'store.db'}")
    store.submit(work(opening())).result()
    database = store._database
    assert isinstance(database, SQLiteDatabase)

    def limit(pages: int) -> None:
        with database._writers.get_connection(commit=True) as connection:
            connection.cursor().execute(f"PRAGMA max_page_count={pages}")

    with database._writers.get_connection(commit=True) as connection:
        used = connection._sqlite_conn.execute("PRAGMA page_count").fetchone()[0]
    limit(used + 20)
    errors: list[BaseException | None] = []
    while not errors or errors[-1] is None:
        futures = [store.submit(work(writing(text="x" * 5000))) for _ in range(4)]
        errors += [future.exception() for future in futures]
    recorded = len([error for error in errors if error is None]) + 1
    assert {type(error) for error in errors if error is not None} == {StorageFull}
    check_log(store, events=recorded)
    assert isinstance(store.submit(work(writing(text="y" * 50_000))).exception(), StorageFull)
    limit(1_000_000)
    assert store.submit(work(writing())).result().rows[0].position == recorded + 1
    check_log(store, events=recorded + 1)


def test_a_full_server_refuses_whole_works_until_there_is_space(make_store: MakeStore, postgres_server: PostgresServer) -> None:
    url = postgres_server.create_database()
    store = make_store(url)
    store.submit(work(opening())).result()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$"
        )
        connection.execute("CREATE TRIGGER full_disk BEFORE INSERT ON stored_events EXECUTE FUNCTION full_disk()")
        errors = [store.submit(work(writing())).exception() for _ in range(3)]
        assert {type(error) for error in errors} == {StorageFull}
        connection.execute("DROP TRIGGER full_disk ON stored_events")
    assert store.submit(work(writing())).result().rows[0].position == 2
    check_log(store, events=2)


# --- a work that cannot be written -----------------------------------------------------------------------------------


def test_a_work_that_the_database_refuses_fails_alone(
    make_store: MakeStore, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make_store(database_url)
    database = store._database
    real = database.append

    def append(session: Any, head: Any, rows: Any, commands: Any, at: Any) -> None:
        if any(row.aggregate == N2 for row in rows):
            raise ValueError("cannot be written")
        real(session, head, rows, commands, at)

    monkeypatch.setattr(database, "append", append)
    futures = [store.submit(work(decide)) for decide in (opening(), opening(N2), writing(), writing())]
    assert [type(future.exception()) for future in futures] == [type(None), ValueError, type(None), type(None)]
    check_log(store, events=3)


# --- connections and servers that go away ----------------------------------------------------------------------------


def terminate_others(url: str) -> int:
    """End every other connection to this database; how many."""
    with psycopg.connect(url, autocommit=True) as connection:
        found = connection.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ).fetchone()
    return int(found[0]) if found else 0


def test_connections_that_are_cut_are_made_again(make_store: MakeStore, postgres_server: PostgresServer) -> None:
    url = postgres_server.create_database()
    store = make_store(url)
    store.submit(work(opening())).result()
    for turn in range(5):
        assert store.head().position == turn + 1
        assert terminate_others(url) >= 1
        assert store.submit(work(writing())).result().rows[0].position == turn + 2
        assert terminate_others(url) >= 1
        assert len(store.read(0, 100)) == turn + 2
    check_log(store, events=6)


def test_a_connection_that_is_cut_while_deciding(make_store: MakeStore, postgres_server: PostgresServer) -> None:
    url = postgres_server.create_database()
    store = make_store(url)
    store.submit(work(opening())).result()
    decided: list[int] = []

    def decide(act: Any, repo: Any) -> Any:
        decided.append(1)
        if len(decided) == 1:
            terminate_others(url)
            repo.find(Notebook, N2)  # asks the database, which is gone
        return repo.find(Notebook, N1).write("once")

    assert store.submit(work(decide)).result().rows[0].position == 2
    assert len(decided) == 2
    check_log(store, events=2)


def test_a_server_that_is_down_and_comes_back(make_store: MakeStore, own_server: PostgresServer) -> None:
    url = own_server.create_database()
    store = make_store(url, retry_seconds=0.5)
    store.submit(work(opening())).result()
    own_server.crash()
    assert isinstance(store.submit(work(writing())).exception(), Unavailable)
    assert isinstance(store.submit(work(writing())).exception(), Unavailable)
    for use in (store.head, store.followers, lambda: store.project("shelf"), lambda: store.lease("x", "one", 1.0)):
        with pytest.raises(Unavailable):
            use()
    own_server.start()
    assert store.submit(work(writing())).result().rows[0].position == 2
    assert store.project("shelf") == 2
    check_log(store, events=2)


def test_a_store_may_be_opened_while_the_server_is_down(make_store: MakeStore, own_server: PostgresServer) -> None:
    url = own_server.create_database()
    make_store(url)
    own_server.stop()
    store = make_store(url, migrate=False, retry_seconds=0.5)
    with pytest.raises(Unavailable):
        store.check()
    own_server.start()
    store.check()
    assert store.submit(work(opening())).result().rows


def test_a_works_in_flight_survives_a_restart_of_the_server(make_store: MakeStore, own_server: PostgresServer) -> None:
    url = own_server.create_database()
    store = make_store(url, retry_seconds=60.0)
    store.submit(work(opening())).result()
    stop = threading.Event()
    answered: list[int] = []

    def load() -> None:
        while not stop.is_set():
            answered.extend(
                answer.rows[0].position for answer in [f.result() for f in [store.submit(work(writing())) for _ in range(16)]]
            )

    thread = threading.Thread(target=load)
    thread.start()
    for _ in range(3):
        reached = len(answered)
        while len(answered) < reached + 64:
            stop.wait(0.01)
        own_server.crash()
        own_server.start()
    stop.set()
    thread.join()
    assert sorted(answered) == list(range(2, len(answered) + 2))
    check_log(store, events=len(answered) + 1)


# --- replicas that are stopped and killed ----------------------------------------------------------------------------


class Replica:
    """A second process on the same database."""

    def __init__(self, url: str, number: int, stop_at: int, directory: Path) -> None:
        self.acknowledged = directory / f"replica-{number}"
        self.process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("replica.py"), url, str(number), str(stop_at), self.acknowledged],
            stdout=subprocess.PIPE,
        )

    def ready(self) -> "Replica":
        """Return when it begins."""
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == b"ready\n"
        return self

    def answers(self) -> list[tuple[int, int, str]]:
        """Turn, position and `repeated` of what it was told."""
        lines = [line.split() for line in self.acknowledged.read_text().splitlines()]
        return [(int(turn), int(position), repeated) for turn, position, repeated in lines]

    def wait_stopped(self) -> None:
        """Return when the process has stopped itself."""
        _, status = os.waitpid(self.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)

    def end(self) -> None:
        """Kill it, if it lives."""
        self.process.kill()
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()


@pytest.fixture
def replicas(tmp_path: Path, database_url: str) -> Iterator[Callable[..., Replica]]:
    """A function that starts a replica: `replicas(number, stop_at=-1)`."""
    made: list[Replica] = []

    def make(number: int, stop_at: int = -1) -> Replica:
        made.append(Replica(database_url, number, stop_at, tmp_path))
        return made[-1].ready()

    yield make
    for replica in made:
        replica.end()


def open_notebooks(store: EventStore) -> None:
    for number in range(5):
        store.submit(work(opening(notebook(number)))).result()


@pytest.mark.faults
@pytest.mark.timeout(900)
def test_a_stopped_replica_does_not_hold_the_others_for_long(
    make_store: MakeStore, database_url: str, replicas: Callable[..., Replica], clock: Any
) -> None:
    """PostgreSQL takes the head lock from it; SQLite cannot, and says that it is busy until the process goes on."""
    clock.move(days=365 * 20)  # not behind the replica's clock
    store = make_store(database_url, lock_seconds=2.0, retry_seconds=20.0)
    open_notebooks(store)
    stopped = replicas(7, stop_at=20)
    stopped.wait_stopped()
    outcome = store.submit(work(writing()))
    if isinstance(store._database, PostgresDatabase):
        assert outcome.result().rows
    else:
        assert isinstance(outcome.exception(), Unavailable)
    stopped.process.send_signal(signal.SIGCONT)
    assert stopped.process.wait() == 0
    assert [(turn, repeated) for turn, _, repeated in stopped.answers()] == [(turn, "False") for turn in range(24)]
    check_log(store, events=store.head().position)
    assert store.submit(work(writing())).result().rows


@pytest.mark.faults
@pytest.mark.timeout(900)
def test_what_killed_replicas_acknowledged_is_there_and_nothing_twice(
    make_store: MakeStore, database_url: str, replicas: Callable[..., Replica], clock: Any
) -> None:
    clock.move(days=365 * 20)
    store = make_store(database_url, retry_seconds=60.0)
    open_notebooks(store)
    for generation in range(2):
        running = [replicas(10 * generation + number) for number in range(1, 3)]
        aim = store.head().position + 60
        while store.wait(aim, 30.0) <= aim:
            pass
        for replica in running:
            replica.end()
        written = {(store.decode(row).command, row.position) for row in store.read(0, 1_000_000) if row.version > 1}
        check_log(store, events=store.head().position)
        for replica in running:
            number = int(replica.acknowledged.name.split("-")[1])
            for turn, position, _ in replica.answers():
                assert (str(UUID(int=(number << 64) + turn)), position) in written
