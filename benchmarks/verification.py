"""Verification of logs by their bytes alone: rate per core, memory at a million events."""

import json
import resource
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.figures import Figure, median_seconds
from translog.checkpoint import Checkpoint, sign_checkpoint
from translog.codec import b64encode
from translog.export import FORMAT
from translog.merkle import CompactTree, leaf_hash
from translog.note import ED25519, SignerKey
from translog.policy import Log, Policy
from translog.record import build, unpack, verify_rows
from translog.spread import verify_export_file

SAMPLE = 30_000
MILLION = 1_000_000
EXPORTED = 200_000
ROUNDS = 5
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


def export(path: Path, count: int) -> Policy:
    """A signed export of so many events, written row by row, and the policy that knows its key."""
    key, tree = SignerKey(SRC, ED25519, bytes(32)), CompactTree()
    body = path.with_suffix(".body")
    with body.open("wb") as file:
        for _, state in rows(count, 40_000):
            tree.append(leaf_hash(unpack(state)[0]))
            file.write(b64encode(state).encode() + b"\n")
    with path.open("wb") as whole, body.open("rb") as file:
        whole.write(f"{FORMAT}\n".encode() + sign_checkpoint(Checkpoint(SRC, count, tree.root()), [key]) + b"\n")
        shutil.copyfileobj(file, whole, 1 << 20)
    body.unlink()
    return Policy.make([Log(key.verifier)], [], [], "none")


def spread(path: str, policy: str) -> None:
    """In a process of its own, which alone may be copied: rounds on one processor and on two, in turns; seconds and memory.

    What two processors of this machine are worth is measured beside it: two verifications at once that share nothing.
    """
    file, trusted = Path(path), Policy.parse(Path(policy).read_bytes())
    times: dict[int, list[float]] = {1: [], 2: []}
    apart: list[float] = []
    for _ in range(ROUNDS):
        for processes, found in times.items():
            found.append(_verified(file, trusted, processes))
        peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        both = [get_context("fork").Process(target=_verified, args=(file, trusted, 1)) for _ in range(2)]
        started = perf_counter()
        for one in both:
            one.start()
        for one in both:
            one.join()
            assert one.exitcode == 0
        apart.append(perf_counter() - started)
    ratio = statistics.median(one / two for one, two in zip(times[1], times[2], strict=True))
    most = statistics.median(2 * one / two for one, two in zip(times[1], apart, strict=True))
    rates = [EXPORTED / statistics.median(found) for found in times.values()]
    print(json.dumps({"ratio": ratio, "most": most, "one": rates[0], "two": rates[1], "peak": peaks[0] + 2 * peaks[1]}))


def _verified(file: Path, trusted: Policy, processes: int) -> float:
    """The seconds it took to verify the export."""
    started = perf_counter()
    verdict = verify_export_file(file, trusted, processes=processes)
    assert (verdict.outcome.name, verdict.logs[0].count) == ("VALID", EXPORTED)
    return perf_counter() - started


def on_two() -> Iterator[Figure]:
    """An export verified by two processes against one."""
    with TemporaryDirectory(prefix="rectify-bench-") as scratch:
        file, policy = Path(scratch) / "log.export", Path(scratch) / "policy.txt"
        policy.write_bytes(export(file, EXPORTED).text())
        code = "import sys; from benchmarks.verification import spread; spread(*sys.argv[1:])"
        done = subprocess.run([sys.executable, "-c", code, file, policy], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    rates = f"{found['two']:,.0f} and {found['one']:,.0f} events/s from the file, with all commitments"
    detail = f"{rates}; two that share nothing make {found['most']:.2f} here"
    yield Figure("verify an export on two processors ÷ on one", found["ratio"], "", 1.8, at_least=True, detail=detail)
    detail = f"{EXPORTED:,} events of 40,000 aggregates; pages that are shared count in each"
    yield Figure("peak memory of all its processes", found["peak"], " MiB", 200, at_least=False, detail=detail)


def run() -> Iterator[Figure]:
    log = list(rows(SAMPLE, 1200))
    for name, commitments, target in (
        ("verify chain, tree and canonical form, events/s a core", False, 50_000),
        ("verify with all commitments, events/s a core", True, 20_000),
    ):
        seconds = median_seconds(partial(verify_rows, log, commitments=commitments))
        yield Figure(name, SAMPLE / seconds, "", target, at_least=True)
    done = subprocess.run(
        [sys.executable, "-c", "from benchmarks.verification import memory; memory()"], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    detail = f"{found['events']:,} events made and verified in {found['seconds']:.0f} s"
    yield Figure("peak memory of verifying 1,000,000 events", found["peak"], " MiB", 200, at_least=False, detail=detail)
    yield from on_two()
