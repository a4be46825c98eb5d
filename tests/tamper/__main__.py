"""`python -m tests.tamper [--mutations N] [--seed N] [--clean N]`: the campaign; exit 1 when anything went unnamed.

A sandbox plays a scenario and is stopped; each process changes a copy of its data, one thing after the other, and undoes it.
`RECTIFY_TAMPER_DATA` names the data of a stopped sandbox to be used instead.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import pickle
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.tamper.campaign import Base, Tally
from tests.tamper.clean import alarms
from tests.tamper.desk import checkpointed, streams_of
from tests.tamper.kinds import KINDS

ROOT = Path(__file__).resolve().parents[2]
PLAY, CASE, DAYS = "tests/acceptance/A01.yaml", "2026-1/CGJ", "52d"


def prepared(folder: Path) -> Base:
    """The data of a sandbox that played a scenario and some nights after it, and a bundle that it gave."""
    data, bundle = folder / "data", folder / "case.bundle.json"
    environment = {**os.environ, "RECTIFY_DATA": str(data), "RECTIFY_AS": "office@XCB", "PYTHONIOENCODING": "utf-8"}

    def rectify(*words: str) -> None:
        subprocess.run([sys.executable, "-m", "cli.main", *words], env=environment, check=True, capture_output=True, cwd=ROOT)

    command = [sys.executable, "-m", "cli.main", "up", "--data", str(data), "--port", "0", "--play", PLAY]
    with (
        (folder / "up.err").open("w") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment, cwd=ROOT) as process,
    ):
        assert process.stdout is not None
        try:
            first = process.stdout.readline()
            assert first.startswith("ready "), (folder / "up.err").read_text("utf-8")
            rectify("clock", "advance", DAYS)
            rectify("case", "bundle", CASE, "--out", str(bundle))
            # All that was recorded is to be cosigned: the audit of the quorum waits for that.
            rectify("audit", "run", "--ids", "I09", "--as", "auditor")
        finally:
            process.terminate()
            process.communicate()
    return Base(data, {}, (bundle.read_bytes(),))


def run(base: Base, folder: Path, seed: int, mutations: int, jobs: int) -> Tally:
    """All of them, shared among processes."""
    checkpointed(base.data)
    kept = folder / "base.pickle"
    Base(base.data, asyncio.run(streams_of(base.data)), base.bundles).save(kept)
    # Whole rounds of all kinds, so that every process meets each.
    shares = [mutations // jobs + (n < mutations % jobs) for n in range(jobs)]

    def one(number: int) -> Tally:
        words = [str(kept), str(folder / f"copy-{number}"), str(seed * 1000 + number), str(shares[number])]
        done = subprocess.run([sys.executable, "-m", "tests.tamper.campaign", *words], stdout=subprocess.PIPE, check=True, cwd=ROOT)
        found: Tally = pickle.loads(done.stdout)  # noqa: S301 - from this program's own child
        return found

    tally = Tally()
    with ThreadPoolExecutor(jobs) as pool:
        for found in pool.map(one, range(jobs)):
            tally.add(found)
    return tally


def main() -> None:
    parser = argparse.ArgumentParser("python -m tests.tamper", description=__doc__)
    parser.add_argument("--mutations", type=int, default=10_000)
    parser.add_argument("--clean", type=int, default=1_000_000, help="events that nobody touched, of which nothing may be said")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    started = perf_counter()
    with TemporaryDirectory(prefix="rectify-tamper-") as scratch:
        folder = Path(scratch)
        named = os.environ.get("RECTIFY_TAMPER_DATA")
        if named:
            shutil.copytree(named, folder / "data")
            base = Base(folder / "data", {}, tuple(path.read_bytes() for path in Path(named).parent.glob("*.bundle.json")))
        else:
            base = prepared(folder)
        tally = run(base, folder, given.seed, given.mutations, given.jobs)
        for line in tally.lines():
            sys.stdout.write(f"{line}\n")
        found = [f"unnamed: {one}" for one in tally.missed]
        if given.clean:
            found += [f"false alarm: {one}" for one in alarms(folder / "clean", given.clean)]
    sys.stdout.write("".join(f"{one}\n" for one in found[:100]))
    done, named_by = tally.done.total(), tally.named.total()
    said = f"{named_by:,} of {done:,} changes of {len(KINDS)} kinds named, {len(found)} faults, {given.clean:,} clean events"
    sys.stdout.write(f"tamper: {said}, {perf_counter() - started:.0f} s\n")
    sys.exit(1 if found or named_by != done or done < given.mutations else 0)


if __name__ == "__main__":
    main()
