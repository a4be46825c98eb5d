"""What the mirror proves to whoever holds receipts: places of a log under a checkpoint, and how far the log goes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from rectify.audit.v1 import audit_service_pb2 as pb

from audit.receipts import prove_events
from tests.services.audit.world import Bench, note, opened
from translog.checkpoint import Checkpoint, parse_checkpoint, sign_checkpoint
from translog.merkle import root_of, verify_inclusion
from translog.note import ED25519, SignerKey, parse_note

LEFT = SignerKey("test/left/1", ED25519, bytes(range(32)))


class Quorate(NamedTuple):
    size: int
    note: bytes


@dataclass
class World:
    """The bench; a checkpoint of `left` has its quorum at `size`, when that is not 0."""

    bench: Bench
    size: int = 0

    async def quorate(self, origin: str) -> Quorate | None:
        if not self.size:
            return None
        root = root_of(self.bench.mirror.leaves(origin, 0, self.size))
        return Quorate(self.size, sign_checkpoint(Checkpoint(origin, self.size, root), [LEFT]))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.bench, name)

    async def ask(self, *positions: int, source: str = LEFT.name) -> pb.ProveEventsResponse:
        return await prove_events(pb.ProveEventsRequest(source=source, positions=positions), self)  # type: ignore[arg-type]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    for bench in opened(tmp_path):
        for n in range(1, 8):
            bench.record("left", note(n), n)
        bench.take()
        yield World(bench, 6)


async def test_each_place_is_proved_under_one_checkpoint(world: World) -> None:
    answer = await world.ask(6, 1, 2, 4, 7, 4)
    assert [event.position for event in answer.events] == [1, 2, 4, 6]
    assert (answer.end, answer.ended) == (7, True)
    checkpoint = parse_checkpoint(parse_note(answer.checkpoint.encode()).text)
    for event in answer.events:
        verify_inclusion(event.leaf, event.position - 1, checkpoint.size, list(event.proof), checkpoint.root)


async def test_without_a_quorum_nothing_is_proved(world: World) -> None:
    world.size = 0
    answer = await world.ask(1)
    assert (answer.checkpoint, list(answer.events), answer.end) == ("", [], 7)


async def test_an_end_that_both_have_lost_is_told(world: World, tmp_path: Path) -> None:
    for name, table, key in (("left", "stored_events", "notification_id"), ("mirror", "mirror_rows", "position")):
        with closing(sqlite3.connect(tmp_path / f"{name}.sqlite")) as connection, connection:
            connection.execute(f"DELETE FROM {table} WHERE {key} > 5")
            if name == "left":
                connection.execute("UPDATE log_head SET position = 5, pub = 5")
    world.size = 5
    answer = await world.ask(5, 7)
    assert ([event.position for event in answer.events], answer.ended) == ([5], True)
    assert answer.end == max(5, world.bench.mirror.head(LEFT.name).position)


async def test_of_a_log_that_nobody_has_nothing_is_known(world: World) -> None:
    answer = await world.ask(1, source="elsewhere/other/1")
    assert (answer.checkpoint, answer.end, answer.ended) == ("", 0, False)
    answer = await world.ask(1, source="test/left/2")
    assert (answer.checkpoint, answer.end, answer.ended) == ("", 0, True)
