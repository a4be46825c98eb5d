"""Every acceptance scenario, in memory, and against a running system where that is asked for (`-m live`)."""

from pathlib import Path

import pytest

from testkit.scenario import load, run
from testkit.world import MemoryWorld

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_in_memory(file: Path) -> None:
    scenario = load(file)
    if "memory" not in scenario.only:
        pytest.skip(f"only {', '.join(scenario.only)}")
    with MemoryWorld(None, scenario.clock, scenario.zone) as world:
        report = run(scenario, world)
    assert report.ok, "\n" + report.text()


def test_every_scenario_says_what_it_covers() -> None:
    covered = [covers for file in FILES for covers in load(file).covers]
    assert len(covered) == len(set(covered))
    assert all(file.stem in load(file).covers for file in FILES)
