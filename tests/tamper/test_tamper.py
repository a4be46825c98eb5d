"""A short campaign: every kind of tampering is named, and nothing that nobody touched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tamper.kinds import KINDS

ROOT = Path(__file__).parents[2]


def test_there_are_many_kinds() -> None:
    assert len(KINDS) >= 30


@pytest.mark.campaign
@pytest.mark.timeout(1800)
def test_every_kind_is_named() -> None:
    words = ["--mutations", str(20 * len(KINDS)), "--clean", "20000"]
    done = subprocess.run([sys.executable, "-m", "tests.tamper", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
