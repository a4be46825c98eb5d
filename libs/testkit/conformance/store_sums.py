"""What every store does with the tables beside its log: a row that another hand changed there is missed."""

# The names of the cases say what they hold, and decisions take arguments that they need not.
# ruff: noqa: D102, ARG005

from datetime import UTC, datetime

import pytest

from chassis.store import EventStore, Track, Turned
from chassis.store.sums import SUMMED
from kernel.messages import Ballot
from testkit.conformance.store import MakeStore, work
from testkit.conformance.store_sample import Notebook, notebook

N1, N2 = notebook(1), notebook(2)
BOX = "b" * 32
NOW = datetime(2026, 3, 2, 2, tzinfo=UTC)

CHANGES = {
    "an edited digest": ("commands", "UPDATE commands SET digest = digest || digest WHERE first = 1"),
    "a forgotten command": ("commands", "DELETE FROM commands WHERE first = 1"),
    "two commands that changed places": (
        "commands",
        "UPDATE commands SET first = 3 - first, events = events WHERE first IN (1, 2)",
    ),
    "an event taken out of quarantine": ("quarantine", "DELETE FROM quarantine WHERE position = 1"),
    "another error": ("quarantine", "UPDATE quarantine SET error = 'none' WHERE position = 2"),
    "an event put into quarantine": ("quarantine", "INSERT INTO quarantine VALUES ('policies', 'o', 9, 'a', 'e', 't')"),
    "an answer more": ("ballots", "UPDATE ballots SET n = n + 1 WHERE counter = 'yes'"),
    "answers that changed places": ("ballots", "UPDATE ballots SET n = 4 - n"),
    "a box that was emptied": ("ballots", "DELETE FROM ballots"),
    "another time of a checkpoint": ("checkpoints", "UPDATE checkpoints SET at = '2026-01-01T00:00:00.000000Z' WHERE size = 2"),
    "a checkpoint that is gone": ("checkpoints", "DELETE FROM checkpoints WHERE size = 1"),
    "a cosignature that is gone": ("checkpoints", "UPDATE checkpoints SET cosigned = NULL WHERE size = 2"),
    "a follower that was moved": ("tracking", "UPDATE tracking SET position = 2 WHERE follower = 'consumer:one'"),
    "a follower that begins again": ("tracking", "DELETE FROM tracking WHERE follower = 'consumer:one'"),
    "a follower that never began": ("tracking", "INSERT INTO tracking VALUES ('consumer:three', 1)"),
    "followers that changed places": ("tracking", "UPDATE tracking SET position = 8 - position WHERE position IN (3, 5)"),
    "an edited sum": ("ballots", "UPDATE sums SET n = n + 1 WHERE name = 'ballots'"),
    "a sum that is gone": ("commands", "DELETE FROM sums WHERE name = 'commands'"),
}
"""By name: the table that is to be named, and what is done to the database."""


FOLLOWERS = "DELETE FROM sums WHERE name IN ('tracking:consumer', 'tracking:projection', 'tracking:sealer')"
"""What a database of version 5 lacks."""


class Sums:
    """Inherited by the tests of every database."""

    @pytest.fixture
    def store(self, make_store: MakeStore, any_database_url: str) -> EventStore:
        """A store that has remembered commands, set events aside, counted answers and sealed."""
        store = make_store(any_database_url)
        for each in (N1, N2):
            store.submit(work(lambda act, repo, each=each: repo.find(Notebook, each).open("first"))).result()
        answers: dict[str, int] = {"yes": 3, "no": 1}
        store.submit(work(lambda act, repo: [*repo.find(Notebook, N1).write("answered"), Ballot(BOX, answers)])).result()
        store.submit(work(lambda act, repo: [Ballot(BOX, {"no": -1})])).result()
        store.submit(work(lambda act, repo: [Ballot(BOX, {"no": 1})])).result()
        for position in (1, 2, 3):
            store.quarantine("policies", store.source, position, N1, f"error of {position}")
        store.quarantine("policies", store.source, 1, N1, "again")
        assert store.release("policies", store.source, 3)
        assert not store.release("policies", store.source, 3)
        assert store.advance(Track("consumer:one", 1))
        assert store.advance(Track("consumer:one", 3, after=1))
        assert not store.advance(Track("consumer:one", 2))
        store.submit(work(lambda act, repo: [], track=Track("consumer:two", 4, after=0))).result()
        store.submit(work(lambda act, repo: repo.find(Notebook, N2).write("followed"), track=Track("consumer:two", 5))).result()
        assert store.project("shelf") == store.head().position
        store.seal(0, 1, bytes(32), NOW, lambda: b"one")
        store.seal(1, 2, bytes(32), NOW, lambda: b"two")
        store.cosign(2, b"two, cosigned")
        return store

    def differing(self, store: EventStore) -> list[str]:
        """The tables that are not what the store left."""
        return [one.table for one in store.compare_sums() if not one.equal]

    def test_what_only_the_store_changed_gives_its_sums(self, store: EventStore) -> None:
        rows = {one.table: one.rows for one in store.compare_sums()}
        assert rows["commands"] == 6
        assert (rows["quarantine"], rows["ballots"], rows["checkpoints"]) == (2, 2, 2)
        assert rows["tracking"] == 4  # two consumers, a read model and the sealer
        assert self.differing(store) == []

    @pytest.mark.parametrize("change", CHANGES)
    def test_what_another_hand_changed_is_named(self, store: EventStore, change: str) -> None:
        table, statement = CHANGES[change]
        with store._database.writing() as session:  # noqa: SLF001 - another hand
            session.run(statement)
        assert self.differing(store) == [table]

    @pytest.mark.parametrize(("version", "lost"), [("4", "DROP TABLE sums"), ("5", FOLLOWERS)])
    def test_an_earlier_database_is_summed_up_as_it_is(
        self, make_store: MakeStore, store: EventStore, any_database_url: str, version: str, lost: str
    ) -> None:
        if ":memory:" in any_database_url:
            pytest.skip("a database in memory is never older than the program")
        with store._database.writing() as session:  # noqa: SLF001 - makes the database of an earlier version
            session.run(lost)
            session.run("UPDATE schema_version SET version = ? WHERE component = 'store'", (version,))
        newer = make_store(any_database_url)
        newer.check()
        assert self.differing(newer) == []
        newer.submit(work(lambda act, repo: repo.find(Notebook, N1).write("later"))).result()
        assert self.differing(newer) == []

    def test_lifting_a_database_forgives_nothing(self, make_store: MakeStore, store: EventStore, any_database_url: str) -> None:
        if ":memory:" in any_database_url:
            pytest.skip("a database in memory is never older than the program")
        with store._database.writing() as session:  # noqa: SLF001 - as above, and another hand
            session.run(FOLLOWERS)
            session.run("UPDATE schema_version SET version = '5' WHERE component = 'store'")
            session.run("DELETE FROM commands WHERE first = 1")
        assert self.differing(make_store(any_database_url)) == ["commands"]

    def test_a_read_model_that_is_made_anew_is_a_follower_that_begins_again(
        self, make_store: MakeStore, store: EventStore, any_database_url: str
    ) -> None:
        if ":memory:" in any_database_url:
            pytest.skip("a database in memory is opened once")
        with store._database.writing() as session:  # noqa: SLF001 - makes the database of another program
            session.run("UPDATE schema_version SET version = 'other' WHERE component = 'projection:shelf'")
        newer = make_store(any_database_url)
        assert newer.projected("shelf") == 0
        assert self.differing(newer) == []
        newer.project("shelf")
        assert self.differing(newer) == []

    def test_many_rows_are_compared_page_by_page(self, store: EventStore, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("chassis.store.sums._PAGE", 2)
        assert {one.table: one.rows for one in store.compare_sums()}["commands"] == 6
        assert self.differing(store) == []

    @pytest.mark.parametrize("key", ["CAST(x'ff' AS TEXT)", "NULL", "7"])
    def test_a_key_that_is_none_is_named_and_ends(self, store: EventStore, any_database_url: str, key: str) -> None:
        if "postgres" in any_database_url:
            pytest.skip("PostgreSQL takes no such text")
        with store._database.writing() as session:  # noqa: SLF001 - another hand
            nobody = "(NULL, x'00', 1, 1)"
            session.run(f"INSERT INTO commands VALUES ({key}, x'00', 1, 1), {nobody}, {nobody}")  # noqa: S608 - a test's own
            session.run("INSERT INTO ballots VALUES (CAST(x'ff' AS TEXT), 'yes', 1)")
        assert self.differing(store) == ["commands", "ballots"]

    def test_what_a_fork_and_its_followers_move_is_summed(self, store: EventStore) -> None:
        head = store.head().position
        store.turn(Turned("test/sample/e2", store.source, head, {}, "a" * 32, "office"))
        store.succeed("policies", "policies-e2", 1)
        assert self.differing(store) == []
        rows = {one.table: one.rows for one in store.compare_sums()}
        assert (rows["checkpoints"], rows["former_checkpoints"], rows["forks"], rows["quarantine"]) == (0, 2, 1, 2)

    def test_what_is_put_back_from_a_mirror_is_summed(self, make_store: MakeStore, store: EventStore) -> None:
        restored = make_store("sqlite://:memory:")
        rows = store.read(0, 100)
        restored.restore(rows[:2])
        restored.restore(rows[2:])
        assert restored.adopt(2, bytes(32), b"two", NOW)
        assert self.differing(restored) == []
        assert {one.table: one.rows for one in restored.compare_sums()}["commands"] == 4

    def test_a_time_that_is_none_is_named_and_stops_nobody(self, store: EventStore) -> None:
        with store._database.writing() as session:  # noqa: SLF001 - another hand
            session.run("UPDATE checkpoints SET at = 'never' WHERE size = 1")
            session.run("UPDATE checkpoints SET at = '2026-03-02' WHERE size = 2")
            session.run("UPDATE quarantine SET at = '2026-03-0X'")
        assert [one.at.year for one in store.checkpoints(0, 10)] == [1, 1]
        assert [one.at.year for one in store.quarantined()] == [1, 1]
        assert self.differing(store) == ["quarantine", "checkpoints"]

    def test_every_table_with_a_sum_has_those_columns(self, store: EventStore) -> None:
        with store._database.snapshot() as session:  # noqa: SLF001 - the tables are the point
            for name, summed in SUMMED.items():
                columns = store._database.columns(session, name)  # noqa: SLF001 - as above
                assert not columns or set(summed.columns) <= columns, name
