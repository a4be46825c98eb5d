"""What a witness remembers: forward only, one root a size; and the folder that it is kept in."""

import asyncio
import sqlite3
from collections import defaultdict
from pathlib import Path
from typing import Any, cast

import h11
import pytest

from tests.libs.witness.conftest import NAME, NOW, ORIGIN, Log, Running
from translog.note import COSIGNATURE, SignerKey
from witness.cosigner import Held, Outcome, Step, Witness
from witness.errors import (
    AlreadyThere,
    KeyOfAnother,
    KeyReadable,
    MemoryUnavailable,
    NotThere,
)
from witness.http1 import Line
from witness.keeping import KEY, RECORD, init, open_witness, signer_in
from witness.logs import Logs, logs_of
from witness.memory import SqliteMemory

LOGS: Logs = logs_of([str(Log().key.verifier)])


@pytest.fixture
def memory(folder: Path) -> Any:
    made = SqliteMemory(folder / RECORD)
    yield made
    made.close()


def hold(size: int, root: bytes = bytes(32), at: int = NOW) -> Step:
    return Step(Held(ORIGIN, size, root, at, b"note"), None, Outcome(200, None, None))


# --- alone -----------------------------------------------------------------------------------------------------------


def test_it_is_written_through_and_journaled(memory: SqliteMemory) -> None:
    assert memory._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert memory._connection.execute("PRAGMA synchronous").fetchone() == (2,)


@pytest.mark.parametrize("back", [hold(4), hold(5, b"x" * 32), hold(5, at=NOW - 1), hold(-1), hold(6, b"short")])
def test_not_even_a_fault_in_the_code_sets_a_log_back(memory: SqliteMemory, back: Step) -> None:
    memory.transact(ORIGIN, lambda held: hold(5))
    with pytest.raises(MemoryUnavailable):
        memory.transact(ORIGIN, lambda held: back)
    assert memory.held(ORIGIN) == hold(5).hold
    memory.transact(ORIGIN, lambda held: hold(5, at=NOW + 1))
    memory.transact(ORIGIN, lambda held: hold(6, b"y" * 32, NOW + 1))
    for statement in ("DELETE FROM held", "UPDATE held SET origin = 'other'"):
        with pytest.raises(sqlite3.IntegrityError):
            memory._connection.execute(statement)


def test_a_step_that_fails_leaves_what_was_held(memory: SqliteMemory) -> None:
    memory.transact(ORIGIN, lambda held: hold(5))

    def failing(held: Held | None) -> Step:
        raise LookupError

    with pytest.raises(LookupError):
        memory.transact(ORIGIN, failing)
    assert memory.transact(ORIGIN, lambda held: hold(7) if held == hold(5).hold else hold(6)).hold == hold(7).hold


def test_after_a_commit_that_failed_nothing_is_said_until_a_new_start(folder: Path, log: Log) -> None:
    witness, memory = open_witness(folder, LOGS, lambda: NOW)

    class Failing:
        """A connection whose disk fails at the commit."""

        def __init__(self, real: sqlite3.Connection) -> None:
            self.real = real

        def __getattr__(self, name: str) -> Any:
            return getattr(self.real, name)

        def execute(self, statement: str, *rest: Any) -> Any:
            if statement == "COMMIT":
                raise sqlite3.OperationalError("disk I/O error")
            return self.real.execute(statement, *rest)

    memory._connection = cast(sqlite3.Connection, Failing(memory._connection))
    assert not memory.failed
    for _ in range(2):
        with pytest.raises(MemoryUnavailable):
            witness.add_checkpoint(log.request(0, 5))
    assert memory.failed
    with pytest.raises(MemoryUnavailable, match="started again"):
        witness.newest(ORIGIN)
    memory.close()
    again, memory = open_witness(folder, LOGS, lambda: NOW)
    assert again.add_checkpoint(Log(branch=1).request(0, 5)).status == 200
    memory.close()


def test_no_more_than_a_hundred_suspicions_of_a_log_are_kept(folder: Path, log: Log) -> None:
    witness, memory = open_witness(folder, LOGS, lambda: NOW)
    assert witness.add_checkpoint(log.request(0, 5)).status == 200
    for branch in range(1, 120):
        for _ in range(2):
            assert witness.add_checkpoint(Log(branch=branch).request(5, 5)).status == 409
    assert len(memory.suspicions()) == 100
    memory.close()


def test_any_flipped_bit_of_a_request_is_never_cosigned(folder: Path, log: Log) -> None:
    witness, memory = open_witness(folder, LOGS, lambda: NOW)
    assert witness.add_checkpoint(log.request(0, 5)).status == 200
    body, statuses = log.request(5, 9), defaultdict[int, int](int)
    for place in range(len(body)):
        for bit in range(8):
            outcome = witness.add_checkpoint(body[:place] + bytes([body[place] ^ 1 << bit]) + body[place + 1 :])
            assert outcome.cosignature is None
            statuses[outcome.status] += 1
    assert set(statuses) == {400, 403, 404, 409, 422}
    for cut in range(len(body)):
        assert witness.add_checkpoint(body[:cut]).cosignature is None
    assert [held.size for held in memory.all()] == [5]
    assert witness.add_checkpoint(body).status == 200
    memory.close()


async def test_a_flipped_byte_of_a_request_over_the_wire_is_never_cosigned(running: Running, log: Log) -> None:
    assert (await running.post(log.request(0, 5))).status == 200
    body = log.request(5, 9)
    line = Line.of(h11.CLIENT, *await asyncio.open_connection("127.0.0.1", running.server.port))
    for place in range(len(body)):
        altered = body[:place] + bytes([body[place] ^ 0x01]) + body[place + 1 :]
        head = h11.Request(method="POST", target="/add-checkpoint", headers=[("Host", "w"), ("Content-Length", str(len(body)))])
        await line.send(head, h11.Data(data=altered), h11.EndOfMessage())
        assert (await line.response(10**6)).status in {400, 403, 404, 409, 422}
        assert line.reusable
    line.writer.close()
    assert [held.size for held in running.memory.all()] == [5]


# --- the folder ------------------------------------------------------------------------------------------------------


def test_key_and_record_belong_together(folder: Path, tmp_path: Path) -> None:
    init(tmp_path / "other", "other/witness")
    (folder / KEY).unlink()
    with pytest.raises(NotThere):
        signer_in(folder)
    (tmp_path / "other" / KEY).rename(folder / KEY)
    with pytest.raises(KeyOfAnother):
        open_witness(folder, LOGS, lambda: NOW)
    (folder / KEY).chmod(0o604)
    with pytest.raises(KeyReadable, match="604"):
        signer_in(folder)


def test_a_part_that_is_left_of_a_witness_is_never_written_over(folder: Path) -> None:
    for part in sorted(folder.iterdir()):
        others = [one for one in folder.iterdir() if one != part]
        kept = {one: one.read_bytes() for one in others}
        for one in others:
            one.unlink()
        with pytest.raises(AlreadyThere, match=part.name):
            init(folder, NAME)
        assert list(folder.iterdir()) == [part]
        for one, content in kept.items():
            one.write_bytes(content)


def test_what_is_no_record_of_a_witness_is_refused(folder: Path) -> None:
    (folder / RECORD).unlink()
    sqlite3.connect(folder / RECORD).close()
    with pytest.raises(MemoryUnavailable):
        SqliteMemory(folder / RECORD)
    (folder / RECORD).write_bytes(b"no database" * 100)
    with pytest.raises(MemoryUnavailable):
        SqliteMemory(folder / RECORD)


def test_a_logs_key_cannot_be_a_witness(memory: SqliteMemory, log: Log) -> None:
    with pytest.raises(KeyOfAnother):
        Witness(log.key, LOGS, memory, lambda: NOW)
    assert Witness(SignerKey("w", COSIGNATURE, bytes(32)), LOGS, memory, lambda: NOW).vkey.startswith("w+")
