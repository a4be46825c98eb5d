"""A process that forks one child a line of its input, `FOLDER STEP`: the child stops, is continued by whoever watches it, and
takes one step; what is acknowledged stands in `FOLDER/acknowledged`.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from tests.libs.chassis.syscalls.matrix import ACKNOWLEDGED, notebooks


def write(folder: Path) -> None:
    """Record lines, one after the other."""
    with notebooks(folder) as world:
        acknowledged = os.open(folder / ACKNOWLEDGED, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        for _ in range(3):
            for row in world.write(2):
                os.write(acknowledged, f"{row.position} {row.leaf.hex()}\n".encode())


def seal(folder: Path) -> None:
    """Seal all that is recorded."""
    with notebooks(folder) as world:
        world.seal()


STEPS: dict[str, Callable[[Path], None]] = {"write": write, "seal": seal}


def main() -> None:
    """Until the input ends."""
    for line in sys.stdin:
        folder, step = line.split()
        child = os.fork()
        if not child:
            code = 1
            try:
                os.dup2(2, 1)  # what it logs is no answer
                os.kill(os.getpid(), signal.SIGSTOP)
                STEPS[step](Path(folder))
                code = 0
            finally:
                os._exit(code)
        os.waitpid(child, os.WUNTRACED)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(f"{status}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
