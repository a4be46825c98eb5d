"""Faults at single system calls of the sealer and of SQLite, by strace, and what must hold after each."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, NamedTuple, Self
from zoneinfo import ZoneInfo

from chassis.sealing import CHECKPOINT
from chassis.store import MemoryKeyring, Placed, StoreSettings, open_store
from chassis.store.engine import EventStore
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes
from testkit.conformance.store import Clock, work
from testkit.conformance.store_sample import LineWritten, Notebook, sample_service
from tests.libs.chassis.sealing.world import N1, SealedWorld
from translog.merkle import leaf_hash
from translog.record import unpack

ROOT = Path(__file__).resolve().parents[4]
ACKNOWLEDGED = "acknowledged"

CALLS = ("openat", "mkdir", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "unlink", "unlinkat", "rmdir")
FAULTS = ("error=EIO", "error=ENOSPC", "signal=KILL")

SEALED, MORE = 250, 20
"""So many events are sealed to begin with, and so many are recorded since: the first tile becomes full."""

_SECONDS = 60


class Case(NamedTuple):
    """A fault at the n-th call of a kind."""

    step: str
    call: str
    number: int
    fault: str

    @property
    def name(self) -> str:
        return f"{self.step}-{self.call}-{self.number}-{self.fault.partition('=')[2]}"


class Written(SealedWorld):
    """A log that says what it was answered."""

    def write(self, count: int) -> Sequence[Placed]:
        """So many more events."""

        def decide(act: Act, repo: Repository) -> Changes:
            first = repo.find(Notebook, N1).lines + 1
            return [LineWritten(notebook=N1, number=n, text=f"line {n}") for n in range(first, first + count)]

        return self.store.submit(work(decide)).result().rows


@contextmanager
def notebooks(folder: Path) -> Iterator[Written]:
    """The log in a folder, opened as a process that starts does."""
    store = open_store(
        f"sqlite:///{folder / 'store.sqlite'}",
        sample_service(),
        site="test",
        epoch="e1",
        clock=lambda: datetime.now(UTC),
        zone=ZoneInfo("Asia/Shanghai"),
        keyring=MemoryKeyring(),
        settings=StoreSettings(retry_seconds=1.0),
    )
    store.migrate()
    assert isinstance(store, EventStore)
    try:
        yield Written(store, folder / "tiles", Clock())
    finally:
        store.close()


def prepared(folder: Path) -> None:
    """A log that is sealed in part."""
    folder.mkdir(parents=True)
    with notebooks(folder) as world:
        world.to(SEALED)
        world.seal()
        world.to(SEALED + MORE)


class Nursery:
    """Children that take one step under strace."""

    def __init__(self, base: Path, scratch: Path) -> None:
        self._base, self._scratch = base, scratch
        command = [sys.executable, "-m", "tests.libs.chassis.syscalls.nursery"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        _pipe(self._process.stdin).close()
        self._process.wait(_SECONDS)
        _pipe(self._process.stdout).close()

    def step(self, step: str, name: str, *strace: str) -> tuple[int, Path]:
        """Take a step in a fresh copy of the base; exit code (negative: the signal) and the copy."""
        folder = self._scratch / name
        shutil.copytree(self._base, folder)
        asked, told = _pipe(self._process.stdin), _pipe(self._process.stdout)
        asked.write(f"{folder} {step}\n")
        asked.flush()
        child = int(told.readline())
        command = ["strace", "-f", *strace, "-p", str(child)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as watcher:
            first = _pipe(watcher.stderr).readline()
            assert "attached" in first, first
            os.kill(child, signal.SIGCONT)
            _pipe(watcher.stderr).read()
        return int(told.readline()), folder

    def counted(self, step: str) -> dict[str, int]:
        """How often each call comes in a step that nothing disturbs: most of any thread, for faults are counted by thread."""
        out = self._scratch / f"{step}.strace"
        code, folder = self.step(step, f"{step}-clean", "-o", str(out), "-e", f"trace={','.join(CALLS)}")
        assert code == 0
        whole(folder)
        found: Counter[tuple[str, str]] = Counter()
        for line in out.read_text(errors="replace").splitlines():
            entry = re.match(r"([0-9]+) +([a-z0-9]+)\(", line)
            if entry is not None:
                found[entry[1], entry[2]] += 1
        return {call: max((n for (_, one), n in found.items() if one == call), default=0) for call in CALLS}

    def cases(self) -> list[Case]:
        """Every fault at every call of every step."""
        return [
            Case(step, call, number, fault)
            for step in ("write", "seal")
            for call, count in self.counted(step).items()
            for number in range(1, count + 1)
            for fault in FAULTS
        ]

    def strike(self, case: Case) -> int:
        """One fault, and what must hold afterwards; the exit code."""
        inject = f"inject={case.call}:{case.fault}:when={case.number}"
        code, folder = self.step(case.step, case.name, "-e", f"trace={case.call}", "-e", inject, "-o", "/dev/null")
        whole(folder)
        shutil.rmtree(folder)
        return code


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe


def whole(folder: Path) -> None:
    """Nothing acknowledged is lost, nothing signed is of another log, and whoever starts here goes on."""
    with notebooks(folder) as world:
        rows = world.store.read(0, 100_000)
        assert [row.position for row in rows] == list(range(1, len(rows) + 1))
        assert len(rows) >= SEALED + MORE
        leaves = {row.position: leaf_hash(unpack(row.state)[0]).hex() for row in rows}
        acknowledged = folder / ACKNOWLEDGED
        for line in acknowledged.read_text().splitlines() if acknowledged.exists() else ():
            position, leaf = line.split()
            assert leaves[int(position)] == leaf, f"acknowledged and lost: {position}"
        for kept in world.store.checkpoints(0, 1000):
            assert kept.root == world.root(kept.size)
        if (world.folder / CHECKPOINT).exists():
            assert world.shown.root == world.root(world.shown.size)
        more = world.write(1)
        world.seal()
        assert world.verify() == more[-1].position == len(rows) + 1
