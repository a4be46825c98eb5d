"""Many changes, one after the other, each to be named: on copies of one data directory, in as many processes as wanted."""

from __future__ import annotations

import asyncio
import pickle
import shutil
import sys
from collections import Counter
from contextlib import ExitStack, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from audit.audits import AUDITS
from tests.tamper.changes import Unfit
from tests.tamper.desk import Desk, Here, Streams
from tests.tamper.kinds import KINDS, Bench, Tampered

TRIES = 200
"""How often a kind may find nothing to change before that is a mistake."""

CLEAN = sorted(AUDITS.keys() - {"I09"})
"""Audits of what nobody touched; I09 waits for a witness that works, and here nothing does."""


@dataclass
class Tally:
    """Changes by kind, by kind and who named them, and what nobody named."""

    done: Counter[str] = field(default_factory=Counter)
    named: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.done += other.done
        self.named += other.named
        self.missed += other.missed

    def lines(self) -> list[str]:
        """One line a kind."""
        found = []
        for kind, count in sorted(self.done.items()):
            by = ", ".join(f"{who} {n}" for (one, who), n in sorted(self.named.items()) if one == kind)
            found.append(f"{kind}: {count}, named by {by or 'nobody'}")
        return found


@dataclass(frozen=True)
class Base:
    """What is copied: a stopped system's data, what its broker held, and bundles that it handed out."""

    data: Path
    streams: Streams
    bundles: tuple[bytes, ...]

    def save(self, path: Path) -> None:
        path.write_bytes(pickle.dumps(self))


def work(base: Path, folder: Path, seed: int, count: int) -> Tally:
    """So many changes on a copy in `folder`."""
    kept: Base = pickle.loads(base.read_bytes())  # noqa: S301 - written by this program a moment ago
    shutil.copytree(kept.data, folder)
    bench, tally = Bench(Desk(folder, kept.streams), kept.bundles), Tally()
    try:
        with asyncio.Runner(loop_factory=Here) as runner:
            for name, found in runner.run(bench.desk.wrong(CLEAN)).items():
                tally.missed.append(f"false alarm before anything was changed: {name} {found[:3]}")
            names = sorted(KINDS)
            for number in range(count):
                name = names[number % len(names)]
                runner.run(_once(bench, name, Random(f"{seed} {number}"), tally))
            for name, found in runner.run(bench.desk.wrong(CLEAN)).items():
                tally.missed.append(f"false alarm when all was undone: {name} {found[:3]}")
    finally:
        bench.close()
        shutil.rmtree(folder)
    return tally


async def _once(bench: Bench, name: str, chance: Random, tally: Tally) -> None:
    for _ in range(TRIES):
        with ExitStack() as undo:
            try:
                tampered = KINDS[name](bench, chance, undo)
            except Unfit:
                continue
            tally.done[name] += 1
            try:
                who = await _named(bench, tampered)
            except Exception as error:  # noqa: BLE001 - an audit that fails names nothing
                tally.missed.append(f"{name}: {tampered.said}: {error!r}")
                return
            if who:
                tally.named[name, who] += 1
            else:
                tally.missed.append(f"{name}: {tampered.said}")
            return
    tally.missed.append(f"{name}: nothing was found to change")


async def _named(bench: Bench, tampered: Tampered) -> str:
    for ids in tampered.ids:
        if found := await bench.desk.wrong(ids, (tampered.service or "review",)):
            return "+".join(sorted(found))
    if tampered.own is not None and tampered.own():
        return tampered.by
    return ""


if __name__ == "__main__":
    with redirect_stdout(sys.stderr):  # whatever is logged must not come between
        made = work(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    sys.stdout.buffer.write(pickle.dumps(made))
