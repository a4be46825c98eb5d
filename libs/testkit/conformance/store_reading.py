"""What every store gives back: events in their present form, aggregates and read models as they are and as they were."""

# The names of the cases say what they hold, and decisions take arguments that they need not.
# ruff: noqa: D102, ARG005

import threading
from datetime import datetime, timedelta
from typing import Any, ClassVar

import orjson
import pytest
from pydantic import Field

from chassis.service import Projection
from chassis.store import SHREDDED, EventStore, MemoryKeyring, NotMigrated, OtherSource
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes, Event, Personal, Ref
from kernel.tables import Table
from testkit.conformance.store import ORGAN, PERSON, Clock, MakeStore, work
from testkit.conformance.store_sample import (
    LINES,
    NOTEBOOKS,
    Colour,
    KeeperNamed,
    Notebook,
    NotebookClosed,
    NotebookOpened,
    notebook,
    sample_service,
    shelf,
)
from testkit.conformance.store_writing import N1, N2, opening, writing


class PhoneGiven(Event):
    """A phone number that has a form of its own."""

    TOPIC: ClassVar[str] = "sample.notebook.phone-given.v1"
    STREAM: ClassVar[str] = "notebook"

    notebook: Ref
    phone: Personal[str] = Field(pattern=r"^\d{11}$")
    extensions: Personal[list[int]] = Field(min_length=1)
    note: str


class OldOpened(Event):
    """A notebook was opened, as an earlier version of the program wrote it."""

    TOPIC: ClassVar[str] = "sample.notebook.opened.v1"
    STREAM: ClassVar[str] = "notebook"

    notebook: Ref
    title: str


class Reading:
    """Inherited by the tests of every database."""

    @pytest.fixture
    def store(self, make_store: MakeStore, any_database_url: str) -> EventStore:
        """A store over an empty database."""
        return make_store(any_database_url)

    # --- decoding ----------------------------------------------------------------------------------------------------

    def test_an_event_reads_back_with_all_that_is_known_of_it(self, store: EventStore, clock: Clock) -> None:
        answer = store.submit(work(opening(), causes=("test/other/e1:9",))).result()
        recorded = store.decode(store.read(0, 1)[0])
        assert isinstance(recorded.event, NotebookOpened)
        assert recorded.event.price is not None
        assert recorded.event.price.fen == 1250
        placed = answer.rows[0]
        assert (recorded.source, recorded.position, recorded.leaf) == (placed.source, placed.position, placed.leaf)
        assert (recorded.aggregate, recorded.version, recorded.topic) == (placed.aggregate, placed.version, placed.topic)
        assert (recorded.command, recorded.causes, recorded.pub) == (str(answer.command), ("test/other/e1:9",), 1)
        assert (recorded.actor, recorded.role, recorded.org) == (PERSON, "office", ORGAN)
        assert (recorded.refs, recorded.rule) == ((N1,), "")
        assert recorded.at == store.head().at == recorded.effective
        assert recorded.at.tzinfo is not None

    def test_a_former_event_reads_in_its_present_form(self, make_store: MakeStore, database_url: str) -> None:
        old = make_store(database_url, sample_service(events=[OldOpened], publishes={}, projections={}))
        old.submit(work(lambda act, repo: [OldOpened(notebook=N1, title="old")])).result()
        store = make_store(database_url)
        recorded = store.decode(store.read(0, 1)[0])
        assert recorded.event == NotebookOpened(notebook=N1, title="old", colour=Colour.BLUE)
        assert recorded.topic == "sample.notebook.opened.v1"
        assert store.repository().find(Notebook, N1).colour is Colour.BLUE
        assert store.submit(work(writing())).result().rows[0].version == 2

    def test_what_is_shredded_is_shown_as_such(self, store: EventStore, keyring: MemoryKeyring) -> None:
        named = KeeperNamed(notebook=N1, keeper=N2, name="办公室主任甲", phones=("1", "2"))
        store.submit(work(lambda act, repo: [*opening()(act, repo), named])).result()
        assert keyring.shred(N2)
        event = store.decode(store.read(1, 1)[0]).event
        assert isinstance(event, KeeperNamed)
        assert (event.name, event.phones, event.keeper) == (SHREDDED, (), N2)
        assert store.repository().find(Notebook, N1).keeper == SHREDDED

    def test_a_shredded_field_of_a_strict_form_does_not_stop_the_reading(
        self, make_store: MakeStore, any_database_url: str, keyring: MemoryKeyring
    ) -> None:
        store = make_store(any_database_url, sample_service(events=[PhoneGiven], publishes={}, projections={}))
        given = PhoneGiven(notebook=N1, phone="13900000000", extensions=[1, 22], note="office")
        store.submit(work(lambda act, repo: [given])).result()
        assert store.decode(store.read(0, 1)[0]).event == given
        keyring.shred(N1)
        event = store.decode(store.read(0, 1)[0]).event
        assert type(event) is PhoneGiven
        assert (event.phone, event.extensions, event.note) == (SHREDDED, [], "office")

    # --- as of -------------------------------------------------------------------------------------------------------

    def test_aggregates_as_they_were_recorded(self, store: EventStore, clock: Clock) -> None:
        moments: list[datetime] = []
        for turn in range(30):
            store.submit(work(opening() if turn == 0 else writing())).result()
            moments.append(clock())
            clock.move(hours=1)
        before = store.repository(as_of=moments[0] - timedelta(days=1)).find(Notebook, N1)
        assert not before.exists
        for turn, moment in enumerate(moments):
            found = store.repository(as_of=moment).find(Notebook, N1)
            assert (found.version, found.lines) == (turn + 1, turn)

    def test_aggregates_without_what_took_effect_later(self, store: EventStore, clock: Clock) -> None:
        start = clock()
        store.submit(work(opening(), effective=start - timedelta(days=5))).result()
        for days in (4, 3, 2):
            store.submit(work(writing(), effective=start - timedelta(days=days))).result()
        found = store.repository(effective=start - timedelta(days=3)).find(Notebook, N1)
        assert found.lines == 2
        recorded_then = store.repository(as_of=start - timedelta(days=3)).find(Notebook, N1)
        assert not recorded_then.exists

    def test_one_repository_looks_at_one_moment(self, store: EventStore) -> None:
        store.submit(work(opening())).result()
        repository = store.repository()
        assert repository.find(Notebook, N1).version == 1
        store.submit(work(writing())).result()
        store.submit(work(opening(N2))).result()
        assert repository.find(Notebook, N1).version == 1
        assert not repository.find(Notebook, N2).exists
        assert store.repository().find(Notebook, N1).version == 2

    def test_read_models_as_they_were(self, store: EventStore, clock: Clock) -> None:
        store.submit(work(opening())).result()
        store.submit(work(opening(N2))).result()
        store.submit(work(writing())).result()
        moment = clock()
        clock.move(hours=1)
        store.submit(work(writing())).result()
        everything = store.rows_as_of(None, as_of=moment)
        assert [row["lines"] for row in everything.page(NOTEBOOKS, order=[("lines", "asc")])] == [0, 1]
        one = store.rows_as_of([N1], as_of=moment)
        assert [row["notebook"] for row in one.page(NOTEBOOKS)] == [N1]
        assert one.count(LINES) == [{"count": 1}]
        now = store.rows_as_of([N1])
        assert now.count(LINES) == [{"count": 2}]

    # --- snapshots ---------------------------------------------------------------------------------------------------

    def snapshots(self, store: EventStore) -> list[tuple[Any, ...]]:
        """The stored snapshots."""
        sql = "SELECT originator_id, originator_version, topic, state FROM snapshots ORDER BY originator_version"
        return store._database.read(lambda session: session.all(sql))  # noqa: SLF001 - a cache has no outside

    def test_snapshots_shorten_the_way_and_change_nothing(self, make_store: MakeStore, any_database_url: str) -> None:
        store = make_store(any_database_url, snapshot_every=10)
        store.submit(work(opening())).result()
        moments = []
        for _ in range(99):
            store.submit(work(writing())).result()
            moments.append(store.head().at)
        store.submit(work(opening(N2))).result()  # what is due is stored with the next batch
        found = self.snapshots(store)
        assert [row[1] for row in found] == list(range(10, 101, 10))
        store._ground.cache.clear(store.head().position)  # noqa: SLF001 - as after a restart
        assert store.submit(work(writing())).result().rows[0].version == 101
        assert store.repository().find(Notebook, N1).lines == 100
        for turn, moment in enumerate(moments):
            assert store.repository(as_of=moment).find(Notebook, N1).lines == turn + 1

    def test_a_snapshot_of_another_form_is_not_used(self, make_store: MakeStore, any_database_url: str) -> None:
        store = make_store(any_database_url, snapshot_every=10)
        for turn in range(101):
            store.submit(work(opening() if turn == 0 else writing())).result()
        store.submit(work(opening(N2))).result()
        wrong = orjson.dumps({"id": N1, "version": 100, "lines": 5})
        with store._database.writing() as session:  # noqa: SLF001 - as an earlier version of the program left it
            session.run("UPDATE snapshots SET topic = 'Notebook#0', state = ?", (wrong,))
        store._ground.cache.clear(store.head().position)  # noqa: SLF001 - as after a restart
        assert store.repository().find(Notebook, N1).lines == 100
        assert store.submit(work(writing())).result().rows[0].version == 102

    def test_nothing_of_a_shredded_person_is_remembered(
        self, make_store: MakeStore, any_database_url: str, keyring: MemoryKeyring
    ) -> None:
        store = make_store(any_database_url, snapshot_every=2)
        store.submit(work(opening())).result()
        named = KeeperNamed(notebook=N1, keeper=N2, name="办公室主任甲")
        store.submit(work(lambda act, repo: [repo.find(Notebook, N1) and named])).result()
        store.submit(work(writing())).result()
        assert any("办公室主任甲".encode() in bytes(row[3]) for row in self.snapshots(store))
        keyring.shred(N2)
        store.forget([N1])
        assert self.snapshots(store) == []
        seen: list[str] = []

        def look(act: Act, repo: Repository) -> Changes:
            seen.append(repo.find(Notebook, N1).keeper)
            return []

        store.submit(work(look)).result()
        store.forget()
        store.submit(work(look)).result()
        assert seen == [SHREDDED, SHREDDED]

    # --- projections -------------------------------------------------------------------------------------------------

    def fill(self, store: EventStore) -> int:
        """Three notebooks with lines; the head's position."""
        for turn in range(30):
            each = notebook(turn % 3)
            store.submit(work(opening(each) if turn < 3 else writing(each, f"line {turn}"))).result()
        store.submit(work(lambda act, repo: [NotebookClosed(notebook=repo.find(Notebook, N1).id, at=act.now)])).result()
        return store.head().position

    def test_a_projection_is_folded_with_its_position(self, store: EventStore) -> None:
        head = self.fill(store)
        assert store.projected("shelf") == 0
        assert store.project("shelf", limit=10) == 10
        assert store.project("shelf", upto=12) == 12
        assert store.projected("shelf") == 12
        assert store.project("shelf") == head
        assert store.project("shelf") == head
        rows = store.rows()
        assert [row["lines"] for row in rows.page(NOTEBOOKS)] == [9, 9, 9]
        assert rows.get(NOTEBOOKS, N1) == {
            "notebook": N1,
            "title": "first",
            "colour": "red",
            "lines": 9,
            "tags": [7, 8, 9],
            "closed": True,
        }
        assert rows.count(LINES) == [{"count": 0}]
        assert store.followers() == {"projection:shelf": head, "projection:text": 0}

    def test_a_failing_fold_changes_nothing(self, make_store: MakeStore, any_database_url: str) -> None:
        def failing(recorded: Any, rows: Any) -> None:
            if recorded.position == 5:
                raise LookupError("cannot fold this one")
            shelf(recorded, rows)

        store = make_store(any_database_url, sample_service(projections={"shelf": Projection([NOTEBOOKS], failing)}))
        self.fill(store)
        with pytest.raises(LookupError):
            store.project("shelf")
        assert store.projected("shelf") == 0
        assert store.rows().page(NOTEBOOKS) == []

    def test_waiting_for_projections(self, store: EventStore) -> None:
        head = self.fill(store)
        assert not store.wait_projected(head, 0.0)
        folding = [threading.Thread(target=store.project, args=(name,)) for name in ("shelf", "text")]
        for thread in folding:
            thread.start()
        assert store.wait_projected(head, 30.0)
        for thread in folding:
            thread.join()

    def test_waiting_for_the_head(self, store: EventStore) -> None:
        assert store.wait(0, 0.0) == 0
        threading.Timer(0.05, lambda: store.submit(work(opening()))).start()
        assert store.wait(0, 30.0) == 1

    def test_a_rebuilt_projection_equals_the_live_one(self, store: EventStore) -> None:
        head = self.fill(store)
        store.project("shelf")
        assert store.compare("shelf") == []
        with store._database.writing() as session:  # noqa: SLF001 - somebody meddles
            session.run("UPDATE view_notebooks SET lines = 77 WHERE notebook = ?", (N1,))
            session.run("DELETE FROM view_notebooks WHERE notebook = ?", (N2,))
        found = store.compare("shelf")
        assert {difference.key for difference in found} == {(N1,), (N2,)}
        sides = {difference.key[0]: (difference.live, difference.folded) for difference in found}
        assert [side and side["lines"] for side in sides[N1]] == [77, 9]
        assert [side and side["lines"] for side in sides[N2]] == [None, 9]
        assert store.rebuild("shelf") == head
        assert store.compare("shelf") == []
        assert [row["lines"] for row in store.rows().page(NOTEBOOKS)] == [9, 9, 9]

    def test_read_models_are_written_by_projections_alone(self, store: EventStore) -> None:
        rows = store.rows()
        with pytest.raises(TypeError):
            rows.put(NOTEBOOKS, {})
        with pytest.raises(TypeError):
            rows.update(NOTEBOOKS, (N1,), lines=1)
        with pytest.raises(TypeError):
            rows.delete(NOTEBOOKS, N1)

    # --- schema ------------------------------------------------------------------------------------------------------

    def test_migrating_again_changes_nothing(self, store: EventStore) -> None:
        head = self.fill(store)
        store.project("shelf")
        store.migrate()
        store.check()
        assert store.projected("shelf") == head

    def test_a_changed_table_is_remade_and_folded_again(self, make_store: MakeStore, database_url: str) -> None:
        store = make_store(database_url)
        head = self.fill(store)
        store.project("shelf")
        wider = Table("notebooks", ("notebook",), {**NOTEBOOKS.columns, "shade": "text"}, NOTEBOOKS.indexes)

        def folding(recorded: Any, rows: Any) -> None:
            if isinstance(recorded.event, NotebookOpened):
                rows.put(wider, {"notebook": recorded.event.notebook, "shade": "dark"})

        changed = sample_service(projections={"shelf": Projection([wider], folding)})
        newer = make_store(database_url, changed, migrate=False)
        with pytest.raises(NotMigrated):
            newer.check()
        newer.migrate()
        newer.check()
        assert newer.projected("shelf") == 0
        assert newer.project("shelf") == head
        assert {row["shade"] for row in newer.rows().page(wider)} == {"dark"}

    def test_a_store_that_is_not_migrated_says_so(self, make_store: MakeStore, any_database_url: str) -> None:
        with pytest.raises(NotMigrated):
            make_store(any_database_url, migrate=False).check()

    def test_another_origin_is_refused(self, make_store: MakeStore, database_url: str) -> None:
        make_store(database_url)
        other = make_store(database_url, migrate=False, epoch="e2")
        with pytest.raises(OtherSource):
            other.check()
        with pytest.raises(OtherSource):
            other.migrate()

    def test_several_may_migrate_at_once(self, make_store: MakeStore, database_url: str) -> None:
        stores = [make_store(database_url, migrate=False) for _ in range(4)]
        failed: list[Exception] = []

        def migrate(store: EventStore) -> None:
            try:
                store.migrate()
            except Exception as error:  # noqa: BLE001 - shown by the test
                failed.append(error)

        threads = [threading.Thread(target=migrate, args=(store,)) for store in stores]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failed == []
        stores[3].check()
