"""A bench with two services, empty or with six notes that were answered."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.services.audit.world import Bench, answer, note, opened


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Empty."""
    yield from opened(tmp_path)


@pytest.fixture
def told(bench: Bench) -> Bench:
    """Six notes, each answered at once: the clock stands still, as in a sandbox, and moves a day after the third."""
    for n in range(1, 7):
        bench.record("left", note(n), n)
        bench.record("right", answer(n), n, causes=(f"test/left/1:{n}",))
        if n == 3:
            bench.clock[0] += timedelta(days=1)
    bench.take()
    return bench
