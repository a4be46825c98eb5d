"""EIO, ENOSPC and death at every system call by which the sealer and SQLite change the disk."""

from __future__ import annotations

import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest

from tests.libs.chassis.syscalls.matrix import FAULTS, Nursery, prepared

SAMPLE = 12


def can_trace() -> bool:
    """strace is here, and may trace."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-qq", "-e", "trace=none", "true"], capture_output=True, check=False).returncode == 0


pytestmark = [
    pytest.mark.skipif(not can_trace(), reason="strace is not here, or may not trace"),
    pytest.mark.timeout(3600),
]


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    scratch = tmp_path_factory.mktemp("syscalls")
    prepared(scratch / "base")
    with Nursery(scratch / "base", scratch) as found:
        yield found


def test_a_sample_of_faults_leaves_the_log_whole(nursery: Nursery) -> None:
    cases = nursery.cases()
    assert {case.call for case in cases} >= {"openat", "write", "pwrite64", "fsync", "rename"}
    for case in Random(1).sample(cases, SAMPLE):
        code = nursery.strike(case)
        assert code in (0, 1, -signal.SIGKILL), case


@pytest.mark.faults
def test_every_fault_leaves_the_log_whole(nursery: Nursery) -> None:
    cases, ends = nursery.cases(), Counter[str]()
    for case in cases:
        code = nursery.strike(case)
        assert code in (0, 1, -signal.SIGKILL), case
        ends[f"{case.fault} {code}"] += 1
    assert ends[f"{FAULTS[-1]} {-signal.SIGKILL}"] >= 100, ends
