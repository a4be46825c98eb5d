"""Events, aggregates and read models on every database."""

import sqlite3
from contextlib import closing
from pathlib import Path

from testkit.conformance.store import MakeStore, work
from testkit.conformance.store_reading import Reading
from testkit.conformance.store_writing import opening


class TestReading(Reading):
    pass


def test_text_that_is_no_text_is_read_all_the_same(make_store: MakeStore, tmp_path: Path) -> None:
    """Only SQLite keeps it; whoever verifies the log must see every row, also the one that was tampered with."""
    store = make_store(f"sqlite:///{tmp_path}/a.db")
    store.submit(work(opening())).result()
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection, connection:
        connection.execute("UPDATE stored_events SET topic = CAST(x'7961ff62' AS TEXT) WHERE notification_id = 1")
    (row, *_) = store.read(0, 10)
    assert row.topic == "ya\\xffb"
