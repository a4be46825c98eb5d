"""Exports verified by several processes: the same verdicts as by one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.libs.translog.sample import GOLDEN, POLICY
from translog.spread import verify_export_file
from translog.verdict import Outcome

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_several_processes_say_what_one_says(seed: int) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.libs.translog.spread_cases", str(seed)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("27 valid, 240 changed, "), done.stdout


def test_a_process_with_threads_or_a_short_file_does_it_alone() -> None:
    verdict = verify_export_file(GOLDEN / "findings.export", POLICY)
    assert verdict.outcome is Outcome.VALID


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        verify_export_file(GOLDEN / "nothing.export", POLICY)
