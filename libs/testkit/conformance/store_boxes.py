"""What every store does with ballot boxes: counted once, with the events of their work or not at all."""

# The names of the cases say what they hold, and decisions take arguments that they need not.
# ruff: noqa: D102, ARG005

from typing import Any
from uuid import uuid4

import pytest

from chassis.store import EventStore
from kernel.context import Act
from kernel.messages import Ballot, Changes
from testkit.conformance.store import MakeStore, work
from testkit.conformance.store_sample import AlreadyOpen, Notebook, notebook

N1, N2 = notebook(1), notebook(2)
BOX = "b" * 32


def answering(id: str = N1, box: str = BOX, **counters: int) -> Any:
    """A decision that writes a line and puts something into a box."""
    return lambda act, repo: [*repo.find(Notebook, id).write("answered"), Ballot(box, counters)]


class Boxes:
    """Inherited by the tests of every database."""

    @pytest.fixture
    def store(self, make_store: MakeStore, any_database_url: str) -> EventStore:
        """A store with a notebook."""
        store = make_store(any_database_url)
        store.submit(work(lambda act, repo: repo.find(Notebook, N1).open("first"))).result()
        return store

    def tally(self, store: EventStore, box: str = BOX) -> dict[str, int]:
        """A box as a decision finds it."""
        found: dict[str, int] = {}

        def look(act: Act, repo: Any) -> Changes:
            found.update(repo.tally(box))
            return []

        store.submit(work(look)).result()
        return found

    def test_counters_add_up_box_by_box(self, store: EventStore) -> None:
        many = [answering(yes=1), answering(yes=1, no=2), answering(box="c" * 32, yes=5)]
        for future in [store.submit(work(each)) for each in many * 10]:
            future.result()
        assert self.tally(store) == {"yes": 20, "no": 20}
        assert self.tally(store, "c" * 32) == {"yes": 50}
        assert self.tally(store, "d" * 32) == {}

    def test_a_repeated_command_counts_once(self, store: EventStore) -> None:
        command = uuid4()
        answers = [store.submit(work(answering(yes=1), command)).result() for _ in range(3)]
        assert [answer.repeated for answer in answers] == [False, True, True]
        assert self.tally(store) == {"yes": 1}

    def test_what_is_refused_is_not_counted(self, store: EventStore) -> None:
        def refuse(act: Act, repo: Any) -> Changes:
            return [*repo.find(Notebook, N1).open("again"), Ballot(BOX, {"yes": 1})]

        refused, counted = store.submit(work(refuse)), store.submit(work(answering(yes=1)))
        with pytest.raises(AlreadyOpen):
            refused.result()
        counted.result()
        assert self.tally(store) == {"yes": 1}

    def test_a_stale_decision_counts_nothing(self, store: EventStore) -> None:
        with pytest.raises(Exception, match="version"):
            store.submit(work(answering(yes=1), expected_version=7)).result()
        assert self.tally(store) == {}

    def test_a_box_can_be_emptied_and_leaves_no_row(self, store: EventStore) -> None:
        store.submit(work(answering(yes=3, no=1))).result()
        store.submit(work(lambda act, repo: [Ballot(BOX, {key: -n for key, n in repo.tally(BOX).items()})])).result()
        assert self.tally(store) == {}
        with store._database.writing() as session:  # noqa: SLF001 - what lies in the table is the point
            assert session.all("SELECT * FROM ballots") == []

    def test_no_event_and_no_row_tells_one_answer_from_another(self, store: EventStore) -> None:
        for _ in range(3):
            store.submit(work(answering(yes=1))).result()
        with store._database.writing() as session:  # noqa: SLF001 - as above
            assert [tuple(row) for row in session.all("SELECT box, counter, n FROM ballots")] == [(BOX, "yes", 3)]
        assert not any(b"yes" in row.state for row in store.read(0, 100))

    def test_a_question_cannot_look_into_a_box(self, store: EventStore) -> None:
        assert not hasattr(store.repository(), "tally")

    def test_a_database_without_boxes_gets_them(self, make_store: MakeStore, store: EventStore, any_database_url: str) -> None:
        if ":memory:" in any_database_url:
            pytest.skip("a database in memory is never older than the program")
        with store._database.writing() as session:  # noqa: SLF001 - makes the database of an earlier version
            for table in ("ballots", "checkpoints", "forks", "former_checkpoints"):
                session.run(f"DROP TABLE {table}")
            session.run("UPDATE schema_version SET version = '1' WHERE component = 'store'")
        newer = make_store(any_database_url)
        newer.check()
        newer.submit(work(answering(yes=1))).result()
        assert self.tally(newer) == {"yes": 1}
