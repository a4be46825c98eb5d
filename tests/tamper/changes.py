"""Changes behind a system's back, each undone afterwards: rows of its databases, files, and what lies in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from translog.record import Record, build, encode_body, finish, unpack, verify_record
from translog.record.envelope import Envelope

Row = dict[str, Any]


class Unfit(Exception):
    """There is nothing here to change like this, or the database does not take it: another one is tried."""


class Tables:
    """One database file, written past the program that owns it."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        self._connection.execute("PRAGMA synchronous=OFF")
        self._connection.row_factory = sqlite3.Row

    def close(self) -> None:
        self._connection.close()

    def rows(self, table: str, where: str = "1", *values: object) -> list[Row]:
        found = self._connection.execute(f"SELECT * FROM {table} WHERE {where}", values)
        return [dict(row) for row in found]

    def run(self, sql: str, *values: object) -> int:
        """Change something; how many rows. Raises `Unfit` where the database does not take it."""
        try:
            return self._connection.execute(sql, values).rowcount
        except (sqlite3.IntegrityError, OverflowError) as error:
            raise Unfit from error

    def put(self, table: str, row: Row) -> None:
        """Insert a row, or replace the one with its key."""
        names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
        self.run(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", *row.values())

    @contextmanager
    def restored(self, *tables: str) -> Iterator[None]:
        """Put the tables back as they were."""
        kept = {table: self.rows(table) for table in tables}
        try:
            yield
        finally:
            self._connection.execute("BEGIN")
            for table, rows in kept.items():
                self._connection.execute(f"DELETE FROM {table}")
                for row in rows:
                    self.put(table, row)
            self._connection.execute("COMMIT")


@contextmanager
def files_restored(folder: Path) -> Iterator[None]:
    """Put all files of a folder back as they were."""
    kept = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    try:
        yield
    finally:
        for path in folder.rglob("*"):
            if path.is_file() and path not in kept:
                path.unlink()
        for path, data in kept.items():
            if not path.exists() or path.read_bytes() != data:
                path.write_bytes(data)


@contextmanager
def entry_restored(entries: dict[str, Any], name: str) -> Iterator[None]:
    """Put an entry of a mapping back as it was."""
    kept = entries[name]
    try:
        yield
    finally:
        entries[name] = kept


def flipped(data: bytes, chance: Random) -> bytes:
    """One bit is another."""
    if not data:
        raise Unfit
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def spoilt(value: object, chance: Random) -> object:
    """A value of the same kind that is another."""
    if isinstance(value, bytes):
        return flipped(value, chance)
    if isinstance(value, int):
        return value ^ 1 << chance.randrange(12)
    if isinstance(value, str) and value:
        place = chance.randrange(len(value))
        letter = chance.choice([one for one in "0a7f-zX" if one != value[place]])
        return value[:place] + letter + value[place + 1 :]
    if value == "":
        return "0"
    return 1


# --- records that are well formed and another ------------------------------------------------------------------------

_NAMES: Mapping[str, Sequence[str]] = {
    "role": ("office", "handler", "auditor"),
    "org": ("0e" * 16, ""),
    "actor": ("0d" * 16, "0f" * 16),
    "eff": ("2026-01-05T01:00:00.000000Z",),
    "cmd": ("00000000-0000-4000-8000-000000000001",),
    "type": ("findings.finding.forged.v1",),
}


def forged(state: bytes, chance: Random, *, prev: str | None = None, body: bool | None = None) -> Record:
    """A record in the place of another: another name in its envelope or another value in its body, all hashes recomputed.

    Args:
        prev: the leaf that it is to follow, with nothing else changed; body: whether to change the body, None by chance.
    """
    seen = verify_record(state)
    fields: dict[str, Any] = {name: value for name, value in seen.envelope.items() if name != "body"}
    clear = dict(seen.clear)
    if prev is not None:
        fields["prev"] = prev
    elif clear and (chance.random() < 0.5 if body is None else body):
        path = chance.choice(sorted(clear))
        clear[path] = "改" if clear[path] != "改" else "不改"
    else:
        name = chance.choice(sorted(_NAMES))
        fields[name] = chance.choice([value for value in _NAMES[name] if value != fields[name]])
    return _like(state, fields, clear, seen.seed)


def _like(state: bytes, fields: Mapping[str, Any], clear: Mapping[str, Any], seed: bytes) -> Record:
    """A record with these fields and the sealed ones of another, as they stand there."""
    seen = verify_record(state)
    if not seen.sealed:
        return build(fields, clear, {}, seed or bytes(32))
    # Without the keys, what is sealed can be kept as it is alone.

    return finish(fields, encode_body(clear, seen.sealed, seed or bytes(32)))


def body_only(state: bytes, chance: Random) -> bytes:
    """The same envelope with another canonical body."""
    envelope, body = unpack(state)
    other = unpack(forged(state, chance, body=True).state)[1]
    if other == body:
        raise Unfit
    return len(envelope).to_bytes(4, "big") + envelope + other


def envelope_of(state: bytes) -> Envelope:
    return verify_record(state, with_commitment=False).envelope
