"""What every store does with works: once, in order, whole, and with a complete record from the first event."""

# The names of the cases say what they hold, and decisions take arguments that they need not.
# ruff: noqa: D102, ARG005

import threading
import time
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from chassis.store import Appended, EventStore, OutOfOrder, Track
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.errors import (
    CommandReused,
    EffectiveBeforePrevious,
    EffectiveInFuture,
    EffectiveTooOld,
    StaleVersion,
    Unavailable,
)
from kernel.messages import Changes
from testkit.conformance.store import ORGAN, PERSON, Clock, MakeStore, work
from testkit.conformance.store_sample import (
    AlreadyOpen,
    KeeperNamed,
    LineWritten,
    NoSuchNotebook,
    Notebook,
    NotebookOpened,
    notebook,
)
from translog import record

N1, N2, N3 = notebook(1), notebook(2), notebook(3)


def opening(id: str = N1, title: str = "first") -> Any:
    """A decision that opens a notebook."""
    return lambda act, repo: repo.find(Notebook, id).open(title)


def writing(id: str = N1, text: str = "a line") -> Any:
    """A decision that writes a line."""
    return lambda act, repo: repo.find(Notebook, id).write(text)


def envelopes(store: EventStore) -> list[record.Envelope]:
    """The envelope of every row, its record verified."""
    return [record.verify_record(row.state).envelope for row in store.read(0, 100_000)]


class Writing:
    """Inherited by the tests of every database."""

    @pytest.fixture
    def store(self, make_store: MakeStore, any_database_url: str) -> EventStore:
        """A store over an empty database."""
        return make_store(any_database_url)

    def test_events_get_positions_in_order_and_the_published_ones_ordinals(self, store: EventStore) -> None:
        done = [store.submit(work(decide)).result() for decide in (opening(), writing(), opening(N2), writing(N2))]
        assert [answer.rows[0].position for answer in done] == [1, 2, 3, 4]
        assert [answer.position for answer in done] == [1, 2, 3, 4]
        rows = store.read(0, 10)
        assert [(row.position, row.pub, row.version) for row in rows] == [(1, 1, 1), (2, None, 2), (3, 2, 1), (4, None, 2)]
        assert [row.pub for row in store.read_published(0, 10)] == [1, 2]
        assert [row.position for row in store.read_published(1, 10)] == [3]
        assert store.head()[:2] == (4, 2)
        assert [row.position for row in store.read(1, 2)] == [2, 3]
        assert [row.position for row in store.read_aggregate(N2)] == [3, 4]
        assert done[0].rows[0].leaf == store.decode(rows[0]).leaf
        assert done[0].rows[0].source == store.source == "test/sample/e1"

    def test_the_record_is_complete_and_chained(self, store: EventStore, clock: Clock) -> None:
        command = uuid4()
        cause = "test/other/e1:7"

        def decide(act: Act, repo: Repository) -> Changes:
            opened = NotebookOpened(notebook=N1, title="first").under("R-07", "gx-2022@1")
            return [opened, KeeperNamed(notebook=N1, keeper=N3, name="办公室主任甲")]

        store.submit(work(decide, command, causes=(cause, cause), policy_hash="c" * 64)).result()
        first, second = envelopes(store)
        assert first["rule"] == f"gx-2022@1:R-07#{'d' * 64}"
        assert second["rule"] == ""
        for envelope in (first, second):
            assert envelope["src"] == "test/sample/e1"
            assert envelope["cmd"] == str(command)
            assert (envelope["actor"], envelope["role"], envelope["org"]) == (PERSON, "office", ORGAN)
            assert envelope["caus"] == [cause]
            assert envelope["pol"] == "c" * 64
            assert envelope["at"] == envelope["eff"]
        assert (first["ver"], first["prev"], first["refs"]) == ("1", "", [N1])
        leaf = store.decode(store.read(0, 1)[0]).leaf.hex()
        assert (second["ver"], second["prev"], second["refs"]) == ("2", leaf, sorted([N1, N3]))

    def test_personal_fields_are_nowhere_in_clear(self, store: EventStore) -> None:
        named = KeeperNamed(notebook=N1, keeper=N3, name="办公室主任甲", phones=("13900000000",))
        store.submit(work(lambda act, repo: [*opening()(act, repo), named])).result()
        state = store.read(1, 1)[0].state
        assert "办公室主任甲".encode() not in state
        assert b"13900000000" not in state
        assert store.decode(store.read(1, 1)[0]).event == named

    def test_the_same_command_again_gets_the_first_answer(self, store: EventStore) -> None:
        once = work(opening())
        first = store.submit(once).result()
        again = store.submit(once).result()
        assert (again.rows, again.position, again.repeated) == (first.rows, first.position, True)
        assert store.head().position == 1

    def test_the_same_command_twice_in_flight_is_recorded_once(self, store: EventStore) -> None:
        once = work(opening())
        answers = [future.result() for future in [store.submit(once) for _ in range(8)]]
        assert {answer.rows for answer in answers} == {answers[0].rows}
        assert [answer.repeated for answer in answers] == [False] + [True] * 7
        assert store.head().position == 1

    def test_a_command_id_with_another_content_is_refused(self, store: EventStore) -> None:
        once = work(opening())
        store.submit(once).result()
        with pytest.raises(CommandReused):
            store.submit(work(opening(N2), once.command, digest=b"\x02" * 32)).result()

    def test_a_command_that_changes_nothing_is_remembered_too(self, store: EventStore) -> None:
        nothing = work(lambda act, repo: [])
        assert store.submit(nothing).result().rows == ()
        store.submit(work(opening())).result()
        nothing.decide = opening(N2)
        again = store.submit(nothing).result()
        assert (again.rows, again.repeated) == ((), True)
        assert store.head().position == 1

    def test_a_refusal_fails_its_own_work_alone(self, store: EventStore) -> None:
        def broken(act: Act, repo: Repository) -> Changes:
            raise LookupError("a fault of the handler")

        decides = [opening(), opening(), writing(N2), broken, writing(), opening(N2)]
        futures = [store.submit(work(decide)) for decide in decides]
        expected = [None, AlreadyOpen, NoSuchNotebook, LookupError, None, None]
        for future, kind in zip(futures, expected, strict=True):
            assert type(future.exception()) is (kind or type(None))
        assert [row.aggregate for row in store.read(0, 10)] == [N1, N1, N2]

    def test_a_refused_command_may_succeed_later(self, store: EventStore) -> None:
        late = work(writing())
        with pytest.raises(NoSuchNotebook):
            store.submit(late).result()
        store.submit(work(opening())).result()
        assert not store.submit(late).result().repeated

    def test_later_works_see_earlier_ones(self, store: EventStore) -> None:
        futures = [store.submit(work(opening()))] + [store.submit(work(writing())) for _ in range(300)]
        numbers = [future.result().rows[0].version for future in futures]
        assert numbers == list(range(1, 302))
        assert store.repository().find(Notebook, N1).lines == 300

    def test_one_command_writes_to_several_aggregates_or_to_none(self, store: EventStore) -> None:
        store.submit(work(opening(N2))).result()

        def both(act: Act, repo: Repository) -> Changes:
            return [*repo.find(Notebook, N1).open("one"), *repo.find(Notebook, N2).write("two")]

        answer = store.submit(work(both)).result()
        assert [(row.aggregate, row.version) for row in answer.rows] == [(N1, 1), (N2, 2)]

        def too_many(act: Act, repo: Repository) -> Changes:
            long = "x" * (2**20)
            return [*repo.find(Notebook, N3).open("three"), *repo.find(Notebook, N2).write(long)]

        with pytest.raises(record.RecordError):
            store.submit(work(too_many)).result()
        assert store.head().position == 3
        assert not store.repository().find(Notebook, N3).exists
        assert store.submit(work(writing(N2))).result().rows[0].version == 3

    def test_an_aggregate_never_loaded_is_new_or_collides(self, store: EventStore, make_store: MakeStore) -> None:
        def blind(id: str) -> Any:
            return lambda act, repo: [NotebookOpened(notebook=id, title="blind")]

        assert store.submit(work(blind(N1))).result().rows[0].version == 1
        with pytest.raises(StaleVersion):
            store.submit(work(blind(N1))).result()
        with pytest.raises(StaleVersion):
            store.submit(work(writing())).result() and store.submit(work(blind(N1))).result()
        assert [row.version for row in store.read_aggregate(N1)] == [1, 2]

    def test_what_rests_on_a_collision_is_decided_again(self, store: EventStore) -> None:
        """A second writer's cache does not know the aggregate; the works after the collision must not see its event."""
        store.submit(work(opening(N1, "true"))).result()
        store._ground.cache.forget([N1])  # noqa: SLF001 - as after a restart
        entered, go = threading.Event(), threading.Event()

        def hold(act: Act, repo: Repository) -> Changes:
            entered.set()
            go.wait(30)
            return []

        held = store.submit(work(hold))
        assert entered.wait(30)
        blind = store.submit(work(lambda act, repo: [NotebookOpened(notebook=N1, title="false")]))
        titles: list[str] = []

        def look(act: Act, repo: Repository) -> Changes:
            titles.append(repo.find(Notebook, N1).title)
            return []

        looked = store.submit(work(look))
        go.set()
        held.result()
        assert isinstance(blind.exception(), StaleVersion)
        looked.result()
        assert titles[-1] == "true"

    def test_the_expected_version_is_that_of_the_first_aggregate(self, store: EventStore) -> None:
        store.submit(work(opening())).result()
        with pytest.raises(StaleVersion) as refused:
            store.submit(work(writing(), expected_version=2)).result()
        assert refused.value.values == {"id": N1, "current": "1", "expected": "2"}
        assert store.submit(work(writing(), expected_version=1)).result().rows[0].version == 2

    def test_a_fault_while_folding_leaves_nothing(self, store: EventStore) -> None:
        store.submit(work(opening())).result()

        def wrong(act: Act, repo: Repository) -> Changes:
            repo.find(Notebook, N1)
            return [*repo.find(Notebook, N1).write("right"), LineWritten(notebook=N1, number=9, text="wrong")]

        with pytest.raises(AssertionError):
            store.submit(work(wrong)).result()
        assert store.head().position == 1
        assert store.submit(work(writing())).result().rows[0].version == 2
        assert store.repository().find(Notebook, N1).lines == 1

    def test_the_repository_ends_with_the_decision(self, store: EventStore) -> None:
        kept: list[Repository] = []

        def keep(act: Act, repo: Repository) -> Changes:
            kept.append(repo)
            return []

        store.submit(work(keep)).result()
        with pytest.raises(RuntimeError):
            kept[0].find(Notebook, N1)

    # --- time --------------------------------------------------------------------------------------------------------

    def test_recorded_time_never_falls(self, store: EventStore, clock: Clock) -> None:
        seen: list[Act] = []

        def look(id: str) -> Any:
            def decide(act: Act, repo: Repository) -> Changes:
                seen.append(act)
                return repo.find(Notebook, id).open("x")

            return decide

        store.submit(work(look(N1))).result()
        clock.move(hours=-1)
        store.submit(work(look(N2))).result()
        clock.move(hours=2)
        store.submit(work(look(N3))).result()
        times = [store.decode(row).at for row in store.read(0, 10)]
        assert times == [act.now for act in seen]
        assert times[0] == times[1] < times[2]
        assert store.head().at == times[2]

    def test_the_effective_time_is_checked(self, store: EventStore, clock: Clock) -> None:
        now = clock()
        store.submit(work(opening(), effective=now - timedelta(days=2))).result()
        for days, refusal in ((-1, EffectiveInFuture), (31, EffectiveTooOld), (3, EffectiveBeforePrevious)):
            with pytest.raises(refusal):
                store.submit(work(writing(), effective=clock() - timedelta(days=days))).result()
        assert store.submit(work(writing(), effective=now - timedelta(days=1))).result().rows
        assert store.decode(store.read(1, 1)[0]).effective == now - timedelta(days=1)

    def test_historical_works_may_lie_back(self, store: EventStore, clock: Clock) -> None:
        old = clock() - timedelta(days=4000)
        store.submit(work(opening(), effective=old, historical=True)).result()
        store.submit(work(writing(), effective=old - timedelta(days=1), historical=True)).result()
        with pytest.raises(EffectiveInFuture):
            store.submit(work(writing(), effective=clock() + timedelta(days=1), historical=True)).result()

    def test_a_fact_may_have_a_time_of_its_own(self, store: EventStore, clock: Clock) -> None:
        earlier = clock() - timedelta(days=3)
        store.submit(work(lambda act, repo: [NotebookOpened(notebook=N1, title="x").on(earlier)])).result()
        assert store.decode(store.read(0, 1)[0]).effective == earlier

    def test_the_log_has_one_writer_at_a_time(self, store: EventStore) -> None:
        """Whoever puts rows back does so beside the writer's thread: one's rollback must not take the other's rows."""
        database = store._database  # noqa: SLF001 - what two threads do with it is the point
        entered, leave = threading.Event(), threading.Event()
        order: list[str] = []

        def first() -> None:
            with database.log_writing() as session:
                database.begin(session, [])
                entered.set()
                assert leave.wait(10)
                order.append("first")

        def second() -> None:
            with database.log_writing() as session:
                database.begin(session, [])
                order.append("second")

        threads = [threading.Thread(target=first), threading.Thread(target=second)]
        threads[0].start()
        assert entered.wait(10)
        threads[1].start()
        time.sleep(0.2)
        leave.set()
        for thread in threads:
            thread.join(10)
        assert order == ["first", "second"]

    # --- tracking ----------------------------------------------------------------------------------------------------

    def test_a_tracked_work_is_done_once_and_in_order(self, store: EventStore) -> None:
        first = store.submit(work(opening(), track=Track("consumer:x", 1))).result()
        assert first.rows
        again = store.submit(work(opening(N2), track=Track("consumer:x", 1))).result()
        assert (again.rows, again.repeated) == ((), True)
        with pytest.raises(OutOfOrder) as refused:
            store.submit(work(opening(N2), track=Track("consumer:x", 3))).result()
        assert (refused.value.tracked, refused.value.position) == (1, 3)
        assert store.tracked("consumer:x") == 1
        assert store.submit(work(opening(N2), track=Track("consumer:x", 5, after=1))).result().rows
        assert store.tracked("consumer:x") == 5

    def test_a_batch_tracks_several_positions(self, store: EventStore) -> None:
        futures = [store.submit(work(opening(notebook(n)), track=Track("consumer:x", n))) for n in range(1, 40)]
        assert [future.result().rows[0].position for future in futures] == list(range(1, 40))
        assert store.tracked("consumer:x") == 39

    def test_a_refused_tracked_work_does_not_advance(self, store: EventStore) -> None:
        futures = [
            store.submit(work(writing(), track=Track("consumer:x", 1))),
            store.submit(work(opening(), track=Track("consumer:x", 2))),
        ]
        assert isinstance(futures[0].exception(), NoSuchNotebook)
        assert isinstance(futures[1].exception(), OutOfOrder)
        assert store.tracked("consumer:x") == 0
        assert store.head().position == 0

    def test_works_of_one_position_come_one_after_the_other_and_the_last_advances(self, store: EventStore) -> None:
        def nothing(act: Act, repo: Repository) -> Changes:
            return []

        def pair(position: int, first: Any, base: int) -> list[Any]:
            before = work(first, track=Track("consumer:x", position, after=base, moves=False))
            last = work(opening(notebook(position)), track=Track("consumer:x", position, after=base), after=before.command)
            return [before, last]

        works = [*pair(1, nothing, 0), *pair(4, opening(N2), 1), *pair(5, writing(notebook(9)), 4), *pair(6, nothing, 5)]
        answers = [store.submit(one) for one in works]
        assert [len(answer.result().rows) for answer in answers[:4]] == [0, 1, 1, 1]
        assert isinstance(answers[4].exception(), NoSuchNotebook)
        assert [type(answer.exception()) for answer in answers[5:]] == [OutOfOrder] * 3
        assert (store.tracked("consumer:x"), store.head().position) == (4, 3)
        assert all(store.submit(one).result().repeated for one in works[:4])
        lone = store.submit(works[5])
        assert isinstance(lone.exception(), OutOfOrder)
        assert store.submit(pair(5, nothing, 4)[0]).result().rows == ()
        assert store.tracked("consumer:x") == 4

    def test_a_tracked_work_without_changes_advances(self, store: EventStore) -> None:
        answer = store.submit(work(lambda act, repo: [], track=Track("policies", 1))).result()
        assert (answer.rows, answer.repeated) == ((), False)
        assert store.tracked("policies") == 1

    # --- several stores ----------------------------------------------------------------------------------------------

    def test_many_threads_lose_and_double_nothing(self, store: EventStore) -> None:
        store.submit(work(opening())).result()
        hammer([store], ids=[N1], threads=8, each=25)
        check_log(store, events=201)
        assert store.repository().find(Notebook, N1).lines == 200

    def test_a_closed_store_takes_nothing(self, make_store: MakeStore, any_database_url: str) -> None:
        store = make_store(any_database_url)
        store.submit(work(opening())).result()
        store.close()
        assert isinstance(store.submit(work(writing())).exception(), Unavailable)


class SharedWriting:
    """Inherited by the tests of databases that several processes share: two stores on one database."""

    @pytest.fixture
    def stores(self, make_store: MakeStore, database_url: str) -> Sequence[EventStore]:
        """Two stores over one database."""
        return [make_store(database_url), make_store(database_url)]

    def test_each_sees_what_the_other_wrote(self, stores: Sequence[EventStore]) -> None:
        one, other = stores
        one.submit(work(opening())).result()
        for turn in range(20):
            (one, other)[turn % 2].submit(work(writing())).result()
        assert one.repository().find(Notebook, N1).lines == 20
        assert other.submit(work(writing(), expected_version=21)).result().rows[0].version == 22
        with pytest.raises(AlreadyOpen):
            one.submit(work(opening())).result()

    def test_an_id_used_at_one_is_known_at_the_other(self, stores: Sequence[EventStore]) -> None:
        once = work(opening())
        first = stores[0].submit(once).result()
        again = stores[1].submit(once).result()
        assert (again.rows, again.repeated) == (first.rows, True)

    def test_hammering_the_same_aggregates_loses_and_doubles_nothing(self, stores: Sequence[EventStore]) -> None:
        ids = [notebook(n) for n in range(5)]
        for each in ids:
            stores[0].submit(work(opening(each))).result()
        hammer(stores, ids=ids, threads=4, each=50)
        check_log(stores[1], events=5 + 4 * 50)
        assert sum(stores[0].repository().find(Notebook, each).lines for each in ids) == 200

    def test_a_large_lead_of_the_other_is_caught_up(self, stores: Sequence[EventStore], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("chassis.store.batch._CATCH_UP", 50)
        one, other = stores
        one.submit(work(opening())).result()
        other.submit(work(writing())).result()
        for future in [one.submit(work(writing())) for _ in range(120)]:
            future.result()
        assert other.submit(work(writing())).result().rows[0].version == 123

    def test_recorded_time_never_falls_between_them(self, stores: Sequence[EventStore], clock: Clock) -> None:
        stores[0].submit(work(opening())).result()
        clock.move(minutes=-5)
        stores[1].submit(work(writing())).result()
        times = [stores[0].decode(row).at for row in stores[0].read(0, 10)]
        assert times == sorted(times)


def hammer(stores: Sequence[EventStore], ids: Sequence[str], threads: int, each: int) -> list[Appended]:
    """Write lines from several threads, each with several works in flight and each work sent twice to different stores."""
    answers: list[Appended] = []

    def run(number: int) -> None:
        works = [work(writing(ids[(number + turn) % len(ids)])) for turn in range(each)]
        futures = [
            stores[(number + turn + again) % len(stores)].submit(one) for turn, one in enumerate(works) for again in range(2)
        ]
        answers.extend(future.result() for future in futures)

    running = [threading.Thread(target=run, args=(number,)) for number in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    assert len(answers) == threads * each * 2
    return answers


def check_log(store: EventStore, events: int) -> None:
    """The log is contiguous, every chain intact, and every command there once."""
    rows = store.read(0, 1_000_000)
    assert [row.position for row in rows] == list(range(1, events + 1))
    assert store.head().position == events
    published = [row.pub for row in rows if row.pub is not None]
    assert published == list(range(1, len(published) + 1))
    leaves: dict[str, tuple[int, str]] = {}
    commands: Counter[UUID] = Counter()
    for row in rows:
        found = record.verify_record(row.state)
        version, leaf = leaves.get(row.aggregate, (0, ""))
        assert row.version == version + 1 == int(found.envelope["ver"])
        assert found.envelope["prev"] == leaf
        leaves[row.aggregate] = (row.version, found.leaf.hex())
        commands[UUID(found.envelope["cmd"])] += 1
    assert set(commands.values()) == {1}
