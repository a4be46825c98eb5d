"""Replays: read models from zero beside the live ones, as of a date, twice, and what differs between two dates."""

from collections.abc import Iterator
from typing import Any

import pytest

from chassis.replays import ReplayFailed, ReplaysHere, kinds_of
from chassis.service import Projection
from chassis.store import EventStore, NotFolded
from chassis.store.replay import scratch as scratching
from kernel.aggregates import Repository
from kernel.context import Act, named
from kernel.messages import Changes
from kernel.tables import Row, Rows, Where
from testkit.conformance.store import Clock, MakeStore, work
from testkit.conformance.store_sample import (
    LINES,
    NOTEBOOKS,
    KeeperNamed,
    LineWritten,
    Notebook,
    NotebookOpened,
    notebook,
    sample_service,
    shelf,
)

N1, N2, N3 = (notebook(n) for n in (1, 2, 3))


def fill(store: EventStore, lines: int = 9) -> int:
    """Three notebooks with lines; the position reached."""
    for n in (N1, N2, N3):
        store.submit(work(lambda act, repo, n=n: repo.find(Notebook, n).open(f"book {n[:4]}"))).result()  # type: ignore[misc]  # bound now
        for line in range(lines):
            write(store, n, f"line {line}")
    return store.head().position


def write(store: EventStore, id: str, text: str) -> None:
    store.submit(work(lambda act, repo: repo.find(Notebook, id).write(text))).result()


@pytest.fixture
def store(make_store: MakeStore, database_url: str) -> Iterator[EventStore]:
    made = make_store(database_url)
    fill(made)
    for name in ("shelf", "text"):
        made.project(name)
    return made


def meddle(store: EventStore, sql: str, *values: object) -> None:
    with store._database.writing() as session:
        session.run(sql, values)


def test_a_replay_equals_the_live_read_models(store: EventStore) -> None:
    found = store.replay()
    assert (found.source, found.position) == (store.source, 30)
    assert [model.name for model in found.models] == ["shelf", "text"]
    for model in found.models:
        assert model.equal
        assert (model.position, model.rows) == (30, model.live_rows)
        assert len(model.digest) == 64
        assert model.digest == model.live_digest
    assert found.models[0].digest != found.models[1].digest
    assert store.replay() == found


def test_a_planted_difference_is_found_and_named(store: EventStore) -> None:
    whole = {model.name: model for model in store.replay().models}
    meddle(store, "UPDATE view_notebooks SET lines = 77, title = 'x' WHERE notebook = ?", N2)
    meddle(store, "DELETE FROM view_lines WHERE notebook = ? AND number = 4", N1)
    meddle(store, "INSERT INTO view_lines (notebook, number, text) VALUES (?, 99, 'y')", N3)
    found = {model.name: model for model in store.replay().models}
    shelf, text = found["shelf"], found["text"]
    assert (shelf.equal, shelf.different) == (False, 1)
    (one,) = shelf.first
    assert (one.table, one.key, set(one.columns)) == ("notebooks", (N2,), {"lines", "title"})
    assert shelf.digest == whole["shelf"].digest != shelf.live_digest
    assert (text.different, text.rows, text.live_rows) == (2, 27, 27)
    sides = {difference.key: (difference.live is None, difference.folded is None) for difference in text.first}
    assert sides == {(N1, 4): (True, False), (N3, 99): (False, True)}
    assert store.replay(limit=1).models[1].different == 2
    assert len(store.replay(limit=1).models[1].first) == 1


def test_each_read_model_is_compared_where_it_stands(make_store: MakeStore, database_url: str) -> None:
    store = make_store(database_url)
    fill(store)
    store.project("shelf")
    store.project("text", limit=7)
    found = {model.name: model for model in store.replay().models}
    assert {name: (model.position, model.equal) for name, model in found.items()} == {"shelf": (30, True), "text": (7, True)}


def test_as_of_a_date_the_digest_is_that_of_the_day(make_store: MakeStore, database_url: str, clock: Clock) -> None:
    store = make_store(database_url)
    fill(store, 3)
    store.project("shelf")
    then, before = clock(), store.replay(["shelf"]).models[0]
    clock.move(days=1)
    write(store, N1, "one more")
    store.project("shelf")
    assert store.replay(["shelf"]).models[0].digest != before.digest
    (past,) = store.replay(["shelf"], as_of=then).models
    assert (past.digest, past.position, past.live_rows, past.live_digest) == (before.digest, 12, None, "")
    assert store.replay(["shelf"], places={"shelf": 12}).models[0].digest == before.digest


def test_rows_that_find_no_room_in_memory_are_read_again(store: EventStore, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = store.replay()
    monkeypatch.setattr("chassis.store.replay.folding.PAGE", 4)
    monkeypatch.setattr(scratching.scratch.__wrapped__, "__defaults__", (2,))  # type: ignore[attr-defined]  # of the generator
    assert store.replay() == whole
    assert [c.key for c in store.between((12, 30), ["text"])] == [c.key for c in store.between((12, 30), ["text"])]


def test_a_fold_that_fails_is_named_with_its_event_and_the_others_go_on(make_store: MakeStore, any_database_url: str) -> None:
    def failing(recorded: Any, rows: Rows) -> None:
        if isinstance(recorded.event, LineWritten) and recorded.event.number == 5:
            raise LookupError("no such line")

    store = make_store(
        any_database_url, sample_service(projections={"bad": Projection([LINES], failing), "shelf": Projection([NOTEBOOKS], shelf)})
    )
    fill(store)
    store.project("shelf")
    meddle(store, "UPDATE tracking SET position = 30 WHERE follower = 'projection:bad'")
    bad, good = store.replay().models
    assert (bad.name, bad.position, bad.failed, bad.equal) == ("bad", 6, "LookupError: no such line", False)
    assert good.equal
    with pytest.raises(NotFolded, match="position 6"):
        store.compare("bad")
    with pytest.raises(NotFolded):
        store.between((0, 30), ["bad"])
    task = {"do": "between", "since": "2020-01-01T00:00:00+00:00", "until": "2100-01-01T00:00:00+00:00"}
    with pytest.raises(ReplayFailed) as refused:
        ReplaysHere(sample_service(), store).run(task)
    assert "position 6" in refused.value.text("en")


def test_what_differs_between_two_positions(store: EventStore) -> None:
    found = store.between((10, 22), ["shelf"])
    assert [(change.kind, change.key["notebook"], change.table, change.model) for change in found] == [
        ("added", one, "notebooks", "shelf") for one in sorted((N2, N3))
    ]
    (changed,) = store.between((15, 17), ["shelf"])
    assert (changed.kind, changed.columns) == ("changed", {"lines": (4, 6), "tags": ([2, 3, 4], [4, 5, 6])})
    (removed,) = (change for change in store.between((0, 30), ["shelf"], about=N3))
    assert removed.key == {"notebook": N3}
    assert store.between((17, 17)) == []


def test_nothing_personal_is_among_what_differs_and_walls_hold(make_store: MakeStore, any_database_url: str) -> None:
    def keeper(act: Act, repo: Repository) -> Changes:
        repo.find(Notebook, N1)
        return [KeeperNamed(notebook=N1, keeper=named("keeper", "1"), name="保管员甲", phones=("0771-1",))]

    def fold(recorded: Any, rows: Rows) -> None:
        match recorded.event:
            case NotebookOpened() as event:
                rows.put(NOTEBOOKS, {"notebook": event.notebook, "title": event.title})
            case KeeperNamed() as event:
                rows.update(NOTEBOOKS, (event.notebook,), title=event.name)

    store = make_store(any_database_url, sample_service(projections={"shelf": Projection([NOTEBOOKS], fold)}))
    fill(store, 0)
    store.submit(work(keeper)).result()
    (change,) = store.between((3, 4))
    assert change.columns["title"] == (f"book {N1[:4]}", "[shredded]")

    def shown(table: str, row: Row) -> bool:
        return bool(row["notebook"] != N1)

    assert store.between((3, 4), shown=shown) == []
    assert {change.key["notebook"] for change in store.between((0, 4), shown=shown)} == {N2, N3}


def test_snapshots_are_compared_with_their_events(store: EventStore) -> None:
    checked, wrong = store.check_snapshots()
    assert wrong == []
    for _ in range(200):
        write(store, N1, "more")
    checked, wrong = store.check_snapshots()
    assert checked > 0
    assert wrong == []
    snapshot = Notebook.model_validate_json(
        store._database.read(lambda session: session.one("SELECT state FROM snapshots ORDER BY originator_version DESC"))[0]  # type: ignore[index]  # there is one
    )
    forged = snapshot.model_copy(update={"title": "forged"}).model_dump_json().encode()
    meddle(store, "UPDATE snapshots SET state = ? WHERE originator_version = ?", forged, snapshot.version)
    assert store.check_snapshots()[1] == [(N1, snapshot.version, "is not what its events give")]
    meddle(store, "UPDATE snapshots SET state = ? WHERE originator_version = ?", b"{", snapshot.version)
    assert store.check_snapshots()[1] == [(N1, snapshot.version, "cannot be read")]


def test_pages_of_two_column_keys_are_in_order_and_whole(store: EventStore, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = store.replay(["text"])
    monkeypatch.setattr("chassis.store.replay.comparing._PAGE", 4)
    assert store.replay(["text"]) == whole
    assert len(store.rows().page(LINES, [Where("notebook", "=", N1)])) == 9


def test_the_same_things_are_drawn_and_hashed_again(store: EventStore) -> None:
    here = ReplaysHere(sample_service(), store)
    task = {"do": "states", "seed": 7, "head": store.head().position, "count": 5}
    one, two = here.run(task), here.run(task, 3)
    assert one == two
    assert len(one["states"]) == 5
    assert one["models"] == 2
    assert here.run({**task, "seed": 8})["digest"] != one["digest"]
    assert all(hashed for _, _, hashed in one["states"])
    assert kinds_of(sample_service()) == {"sample.notebook": [Notebook]}
