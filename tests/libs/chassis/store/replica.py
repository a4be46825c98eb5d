"""A second process that writes lines to notebooks until it is told to stop, killed, or stops itself."""

import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from chassis.store import MemoryKeyring, StoreSettings, open_store
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes
from testkit.conformance.store import work
from testkit.conformance.store_sample import Notebook, notebook, sample_service

url, number, stop_at, acknowledged = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
store = open_store(
    url,
    sample_service(),
    site="test",
    epoch="e1",
    clock=lambda: datetime.now(UTC),
    zone=ZoneInfo("Asia/Shanghai"),
    keyring=MemoryKeyring(),
    settings=StoreSettings(idle_seconds=1.0, lock_seconds=5.0, retry_seconds=60.0),
)

stopped: list[int] = []


def write(turn: int) -> Callable[[Act, Repository], Changes]:
    def decide(_: Act, repo: Repository) -> Changes:
        if turn == stop_at and not stopped:
            stopped.append(turn)
            # Under the head lock, in the middle of a transaction.
            os.kill(os.getpid(), signal.SIGSTOP)
        return repo.find(Notebook, notebook(turn % 5)).write(f"{number}:{turn}")

    return decide


sys.stdout.write("ready\n")
sys.stdout.flush()
with acknowledged.open("w") as log:
    turn = 0
    while turn <= stop_at or stop_at < 0:
        futures = [(n, store.submit(work(write(n), UUID(int=(number << 64) + n)))) for n in range(turn, turn + 8)]
        for n, future in futures:
            answer = future.result()
            log.write(f"{n} {answer.rows[0].position} {answer.repeated}\n")
            log.flush()
        turn += 8
store.close()
