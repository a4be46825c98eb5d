"""`python -m tests.fuzz [NAME…] --seconds N`: fuzz every parser for so long, a few at a time; exit 1 when one has a finding."""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.target import FOUND

ROOT = Path(__file__).resolve().parents[2]
TAIL = 25


async def fuzz(name: str, seconds: int, seed: int, slots: asyncio.Semaphore) -> bool:
    """Fuzz one target in a process of its own; what it found lies in `found/<target>`."""
    async with slots:
        with TemporaryDirectory(prefix="rectify-fuzz-") as corpus:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.fuzz.one", name, str(seconds), str(seed), corpus),
                cwd=ROOT,
                env={**os.environ, "PYTHONHASHSEED": "0"},
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
            )
            output = (await process.communicate())[0].decode(errors="replace").splitlines()
    with suppress(OSError):
        (FOUND / name).rmdir()  # it is there while nothing is found, too
    runs = next((line for line in reversed(output) if line.startswith("Done ")), "")
    if process.returncode == 0 and runs:
        sys.stdout.write(f"{name}: ok, {runs[5:]}\n")
        return True
    sys.stdout.write("\n".join([f"{name}: FOUND, see {FOUND / name}", *output[-TAIL:], ""]))
    return False


async def every(names: Sequence[str], seconds: int, seed: int, jobs: int) -> bool:
    """Whether none of the targets has a finding."""
    slots = asyncio.Semaphore(jobs)
    return all(await asyncio.gather(*(fuzz(name, seconds, seed, slots) for name in names)))


def main() -> None:
    from tests.fuzz.targets import TARGETS

    parser = argparse.ArgumentParser("python -m tests.fuzz", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=0, help="0: another search each time")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        sys.stdout.write("not fuzzed: atheris, which guides the search, is not built for this machine\n")
        return
    unknown = [name for name in given.names if name not in TARGETS]
    if unknown:
        parser.error(f"no target {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    sys.exit(0 if asyncio.run(every(given.names or list(TARGETS), given.seconds, given.seed, given.jobs)) else 1)


if __name__ == "__main__":
    main()
