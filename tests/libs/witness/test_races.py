"""One root a size, whoever asks at once and whoever is killed when."""

import asyncio
import random
import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import h11
import pytest

from tests.libs.witness.conftest import NOW, ORIGIN, Log, Serve, ask
from witness.client import Client, submit
from witness.cosigner import Held
from witness.errors import Refused, Unreachable, WitnessAhead, WitnessForked
from witness.http1 import Closed
from witness.keeping import RECORD, open_witness, signer_in
from witness.logs import logs_of
from witness.memory import SqliteMemory

# --- many at once ----------------------------------------------------------------------------------------------------

Cosignatures = dict[int, set[bytes]]


def one_history(cosigned: Cosignatures, branches: list[Log]) -> Log:
    """The branch on which every cosignature lies; there is exactly one root a size."""
    assert all(len(roots) == 1 for roots in cosigned.values())
    for branch in branches:
        if all(branch.root(size) in roots for size, roots in cosigned.items()):
            return branch
    raise AssertionError("the cosignatures lie on no single branch")


async def test_two_hundred_forked_logs_at_once_get_one_history(serve: Serve) -> None:
    """Two doors to one record; every log asks what is held and proves from there."""
    doors = [await serve(), await serve()]
    chance = random.Random(5)
    branches = [Log(branch=n, parts_at=chance.randrange(1, 40)) for n in range(200)]
    cosigned: Cosignatures = defaultdict(set)
    refused: list[int] = []

    async def offer(n: int, size: int) -> None:
        door, log = doors[n % 2], branches[n]
        try:
            await submit(door.server.address, door.key, log.note(size), 0, log.prove, patience=100)
        except (WitnessForked, WitnessAhead, Refused):
            refused.append(n)
        else:
            cosigned[size].add(log.root(size))

    for first in (1, 20, 50):
        before = len(cosigned)
        await asyncio.gather(*(offer(n, first + n % 5) for n in range(200)))
        # The branch that is held goes on, so that each round has a winner.
        assert len(cosigned) > before
    assert len(refused) > 100
    branch = one_history(cosigned, branches)
    held = doors[0].memory.held(ORIGIN)
    assert held is not None
    assert (held.size, held.root) == (max(cosigned), branch.root(max(cosigned)))
    assert sum(one.code == "root-conflict" for one in doors[0].memory.suspicions()) > 0


async def test_two_hundred_roots_of_one_size_at_once_get_one_cosignature(serve: Serve) -> None:
    doors = [await serve(), await serve()]
    common = Log()
    assert (await doors[0].post(common.request(0, 5))).status == 200
    old = 5
    for size in (9, 16):
        # All continue what is held, each in its own way.
        branches = [Continued(common, n, old) for n in range(1, 201)]
        answers = await asyncio.gather(*(doors[log.branch % 2].post(log.request(old, size)) for log in branches))
        winners = [log for log, answer in zip(branches, answers, strict=True) if answer.status == 200]
        assert len(winners) == 1
        assert {answer.status for answer in answers} == {200, 409}
        common, old = winners[0], size


class Continued(Log):
    """A log that agrees with another up to a size and goes its own way from there."""

    def __init__(self, before: Log, branch: int, parts_at: int) -> None:
        super().__init__(branch=branch * 1000 + parts_at)
        self.before, self.agrees = before, parts_at

    def leaves(self, size: int) -> list[bytes]:
        return [*self.before.leaves(min(size, self.agrees)), *super().leaves(size)[self.agrees :]]


# --- killed ----------------------------------------------------------------------------------------------------------

PROGRAM = Path(__file__).with_name("child.py")


class Child:
    """A witness in a process of its own, which kills itself where it is told to; see child.py."""

    def __init__(self, folder: Path, log: Log, where: str) -> None:
        command = [sys.executable, str(PROGRAM), str(folder), str(log.key.verifier), str(NOW), where]
        self.popen = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.popen.stdout is not None
        self.port = int(self.popen.stdout.readline())

    def kill(self) -> int:
        """End it without a last word, if it has not ended; how it ended."""
        with self.popen:
            self.popen.kill()
        return self.popen.returncode


Start = Callable[[Path, str], Child]


@pytest.fixture
def start(log: Log) -> Iterator[Start]:
    """Starts witnesses; ends what still runs."""
    started: list[Child] = []

    def begin(folder: Path, where: str = "never") -> Child:
        started.append(Child(folder, log, where))
        return started[-1]

    yield begin
    for one in started:
        one.kill()


def held_in(folder: Path) -> Held | None:
    memory = SqliteMemory(folder / RECORD)
    try:
        return memory.held(ORIGIN)
    finally:
        memory.close()


@pytest.mark.parametrize(
    ("where", "kept"),
    [("before BEGIN", 5), ("before SELECT", 5), ("before INSERT", 5), ("before COMMIT", 5), ("before the answer", 9)],
)
async def test_killed_at_any_step_no_second_root_is_ever_cosigned(
    folder: Path, log: Log, start: Start, where: str, kept: int
) -> None:
    fork = Log(branch=1, parts_at=5)
    logs = logs_of([str(log.key.verifier)])
    witness, memory = open_witness(folder, logs, lambda: NOW)
    assert witness.add_checkpoint(log.request(0, 5)).status == 200
    memory.close()

    victim = start(folder, where)
    with pytest.raises((OSError, Closed, h11.RemoteProtocolError)):
        await ask(victim.port, "POST", "/add-checkpoint", log.request(5, 9))
    victim.popen.wait()
    assert victim.popen.returncode == -signal.SIGKILL

    held = held_in(folder)
    assert held is not None
    assert (held.size, held.root) == (kept, log.root(kept))
    # What was said to nobody may be said otherwise; what was perhaps said may not.
    witness, memory = open_witness(folder, logs, lambda: NOW)
    assert witness.add_checkpoint(fork.request(kept, 9)).status == (200 if kept == 5 else 409)
    assert witness.add_checkpoint(log.request(9, 9)).status == (409 if kept == 5 else 200)
    memory.close()


async def test_killed_under_load_it_never_forgets_what_it_said(folder: Path, start: Start) -> None:
    chance = random.Random(11)
    branches = [Log(branch=n, parts_at=chance.randrange(1, 60)) for n in range(20)]
    key = signer_in(folder).verifier
    cosigned: Cosignatures = defaultdict(set)

    async def grow(log: Log, port: int, heard: Callable[[], bool]) -> None:
        async with Client(f"http://127.0.0.1:{port}", key, patience=100) as client:
            for size in range(1 + log.branch % 7, 300, 7):
                try:
                    await client.submit(log.note(size), 0, log.prove)
                except (WitnessForked, WitnessAhead):
                    continue
                except (Refused, Unreachable):
                    return
                cosigned[size].add(log.root(size))
                if heard():
                    return

    for _ in range(6):
        victim = start(folder, "never")
        left = iter(range(chance.randrange(1, 12), -1, -1))

        def heard(victim: Child = victim, left: Iterator[int] = left) -> bool:
            """After so many cosignatures the witness is killed, while the others are under way."""
            if next(left, 0) == 0:
                victim.popen.kill()
                return True
            return False

        await asyncio.gather(*(grow(log, victim.port, heard) for log in branches))
        assert victim.kill() == -signal.SIGKILL
        held = held_in(folder)
        assert held is not None
        branch = one_history(cosigned, branches)
        assert held.size >= max(cosigned)
        assert held.size > max(cosigned) or held.root == branch.root(held.size)
    assert cosigned
