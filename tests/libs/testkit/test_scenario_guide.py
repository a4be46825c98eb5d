"""The examples of the guide are in order, and the whole scenario in it runs."""

import re
from pathlib import Path

import pytest

from testkit.scenario import load, run
from testkit.world import MemoryWorld

GUIDE = (Path(__file__).parents[3] / "docs" / "scenarios.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
FIXTURES = next(block for block in BLOCKS if block.startswith("fixtures:"))


def place(folder: Path, block: str) -> Path:
    (folder / "fixtures").mkdir()
    (folder / "fixtures" / "guide.yaml").write_text(FIXTURES, encoding="utf-8")
    if not block.startswith("scenario:"):
        block = "scenario: a part\nclock: 2026-03-02T09:00+08:00\nsteps:\n" + block
    file = folder / "guide.yaml"
    file.write_text(block, encoding="utf-8")
    return file


@pytest.mark.parametrize("block", [block for block in BLOCKS if block != FIXTURES], ids=lambda block: block.split("\n", 1)[0])
def test_examples_are_in_order(tmp_path: Path, block: str) -> None:
    assert load(place(tmp_path, block)).steps


def test_the_whole_scenario_runs(tmp_path: Path) -> None:
    scenario = load(place(tmp_path, next(block for block in BLOCKS if block.startswith("scenario:"))))
    with MemoryWorld(None, scenario.clock, scenario.zone) as world:
        report = run(scenario, world)
    assert report.ok, report.text()
