"""A witness that kills itself where it is told to: `child.py FOLDER VKEY NOW WHERE`; prints its port."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from witness.cosigner import Outcome, Witness
from witness.logs import logs_of
from witness.memory import SqliteMemory
from witness.process import run


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(folder: str, vkey: str, now: str, where: str) -> None:
    opened, asked = SqliteMemory.belongs_to, Witness.add_checkpoint

    def trace(memory: SqliteMemory, vkey: str, where_key: str) -> None:
        """The first of all statements has been made when this is called: what follows is a submission's."""
        opened(memory, vkey, where_key)

        def before(statement: str) -> None:
            if where.startswith("before ") and statement.startswith(where.removeprefix("before ")):
                die()

        memory._connection.set_trace_callback(before)

    def answered(witness: Witness, body: bytes) -> Outcome:
        outcome = asked(witness, body)
        if where == "before the answer":
            die()
        return outcome

    SqliteMemory.belongs_to = trace  # type: ignore[method-assign] # this process stands in for one that dies
    Witness.add_checkpoint = answered  # type: ignore[method-assign]

    def ready(url: str, key: str) -> None:
        sys.stdout.write(url.rpartition(":")[2] + "\n")
        sys.stdout.flush()

    asyncio.run(run(Path(folder), lambda: logs_of([vkey]), "127.0.0.1:0", lambda: int(now), ready=ready))


if __name__ == "__main__":
    main(*sys.argv[1:])
