"""Verification of logs by their bytes alone: rate per core, memory at a million events."""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from time import perf_counter

from benchmarks.figures import Figure, median_seconds
from translog.record import build, verify_rows

SAMPLE = 30_000
MILLION = 1_000_000
SRC = "bench/findings/1"


def rows(count: int, aggregates: int) -> Iterator[tuple[int, bytes]]:
    """A well-formed log of progress notes over many findings; made row by row, so that it needs no memory."""
    versions, leaves = [0] * aggregates, [""] * aggregates
    for position in range(1, count + 1):
        index = position % aggregates
        versions[index] += 1
        aggregate = sha256(str(index).encode()).hexdigest()[:32]
        envelope = {
            "v": "1",
            "src": SRC,
            "agg": aggregate,
            "ver": str(versions[index]),
            "type": "findings.measure.reported.v1",
            "at": f"2026-03-02T{position // 3_600_000 % 24:02d}:{position // 60_000 % 60:02d}:{position // 1000 % 60:02d}.{position % 1000:03d}000Z",
            "eff": "2026-03-02T01:00:00.000000Z",
            "cmd": f"00000000-0000-4000-8000-{position:012d}",
            "caus": [],
            "refs": [aggregate],
            "actor": "a" * 32,
            "role": "handler",
            "org": "b" * 32,
            "pol": "c" * 64,
            "rule": "",
            "prev": leaves[index],
        }
        clear = {
            "finding": aggregate,
            "case": "d" * 32,
            "org": "b" * 32,
            "measure": "1",
            "percent": str(position % 100),
            "note": "已完成清查，正在办理入账手续",
            "state": "ongoing",
            "day": "2026-03-02",
        }
        record = build(envelope, clear, {}, position.to_bytes(32, "big"))
        leaves[index] = record.leaf.hex()
        yield position, record.state


def memory() -> None:
    """In a process of its own: verify a million generated events and print the peak in MiB, generation included."""
    started = perf_counter()
    state = verify_rows(rows(MILLION, 40_000), commitments=False)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"peak": peak, "seconds": perf_counter() - started, "events": state.size}))


def run() -> Iterator[Figure]:
    log = list(rows(SAMPLE, 1200))
    for name, commitments, target in (
        ("verify chain, tree and canonical form, events/s a core", False, 50_000),
        ("verify with all commitments, events/s a core", True, 20_000),
    ):
        seconds = median_seconds(lambda commitments=commitments: verify_rows(log, commitments=commitments))
        yield Figure(name, SAMPLE / seconds, "", target, at_least=True)
    done = subprocess.run(
        [sys.executable, "-c", "from benchmarks.verification import memory; memory()"], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    detail = f"{found['events']:,} events made and verified in {found['seconds']:.0f} s"
    yield Figure("peak memory of verifying 1,000,000 events", found["peak"], " MiB", 200, at_least=False, detail=detail)
