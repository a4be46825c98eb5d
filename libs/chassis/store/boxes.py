"""Ballot boxes: sums that decisions move in their own transaction, with nothing in them that says whose an answer was."""

from collections.abc import Mapping, Sequence
from typing import Any

from chassis.store import sums
from chassis.store.database import Dialect, Session


class Counters:
    """What the works of one batch put into boxes."""

    def __init__(self) -> None:
        self._moved: dict[tuple[str, str], int] = {}

    def add(self, box: str, counters: Mapping[str, int]) -> None:
        """Move counters of a box."""
        for key, by in counters.items():
            self._moved[box, key] = self._moved.get((box, key), 0) + by

    def over(self, stored: Mapping[str, int], box: str) -> dict[str, int]:
        """A box as it will be: what is stored with what was moved; counters at 0 left out."""
        moved = {key: by for (named, key), by in self._moved.items() if named == box}
        sums = {key: stored.get(key, 0) + moved.get(key, 0) for key in {*stored, *moved}}
        return {key: n for key, n in sorted(sums.items()) if n}

    def moved(self) -> list[tuple[str, str, int]]:
        """Box, counter, by how much; in the order in which every writer takes them."""
        return sorted((box, key, by) for (box, key), by in self._moved.items() if by)


def table(dialect: Dialect) -> str:
    """The statement that makes the table."""
    text, number = dialect.text, dialect.number
    return f"CREATE TABLE ballots (box {text} NOT NULL, counter {text} NOT NULL, n {number} NOT NULL, PRIMARY KEY (box, counter))"


def read(session: Session, box: str) -> dict[str, int]:
    """The counters of a box."""
    return {key: int(n) for key, n in session.all("SELECT counter, n FROM ballots WHERE box = ?", (box,))}


def write(session: Session, counters: Counters) -> None:
    """Move counters, within the transaction that records the events; those that come to 0 are removed.

    Every row of a box is written anew each time: a database that keeps beside a row which transaction wrote it last
    would otherwise tell which counter moved together with which event.
    """
    moved = counters.moved()
    if not moved:
        return
    touched = [(box,) for box in sorted({box for box, _, _ in moved})]
    before = _rows(session, touched)
    session.insert(
        "ballots",
        {"box": "text", "counter": "text", "n": "int"},
        moved,
        "ON CONFLICT (box, counter) DO UPDATE SET n = ballots.n + excluded.n",
    )
    session.many("UPDATE ballots SET n = n WHERE box = ?", touched)
    session.many("DELETE FROM ballots WHERE box = ? AND n = 0", touched)
    sums.move(session, "ballots", before + _rows(session, touched))


def _rows(session: Session, boxes: Sequence[tuple[str]]) -> list[tuple[Any, ...]]:
    return [row for box in boxes for row in session.all("SELECT box, counter, n FROM ballots WHERE box = ?", box)]
