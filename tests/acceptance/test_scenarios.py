"""Every acceptance scenario in memory; the quick ones, and in the campaign all, against a running system as well."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from chassis.auth import Issuer
from chassis.credentials import issuer_directory
from cli.session import endpoints_of
from testkit.live import LiveWorld
from testkit.scenario import Report, Scenario, load, run
from testkit.world import MemoryWorld

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.yaml"))
# It touches every service and passes few midnights: the others take minutes against real processes.
QUICK = {"A01"}


@contextmanager
def system(data: Path, scenario: Scenario) -> Iterator[LiveWorld]:
    """A fresh sandbox of real processes, as `rectify up` starts it."""
    command = [sys.executable, "-m", "cli.main", "up", "--data", str(data), "--clock", scenario.clock.isoformat(), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            first = process.stdout.readline()
            assert first.startswith("ready "), first + process.stderr.read()
            issuer, clocks = Issuer.open(issuer_directory(data)), sorted(data.glob("*/clock.json"))
            with LiveWorld(endpoints_of(data), issuer, scenario.zone, clocks=clocks) as world:
                world.start(scenario.clock)
                yield world
        finally:
            process.terminate()
            process.communicate()


def check(report: Report) -> None:
    assert report.ok, "\n" + report.text()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_in_memory(file: Path) -> None:
    scenario = load(file)
    if "memory" not in scenario.only:
        pytest.skip(f"only {', '.join(scenario.only)}")
    with MemoryWorld(None, scenario.clock, scenario.zone) as world:
        check(run(scenario, world))


@pytest.mark.live
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    "file",
    [pytest.param(file, marks=() if file.stem in QUICK else (pytest.mark.campaign,)) for file in FILES],
    ids=lambda file: file.stem,
)
def test_live(file: Path, tmp_path: Path) -> None:
    scenario = load(file)
    if "live" not in scenario.only:
        pytest.skip(f"only {', '.join(scenario.only)}")
    with system(tmp_path / "data", scenario) as world:
        check(run(scenario, world))


@pytest.mark.live
@pytest.mark.campaign
@pytest.mark.timeout(900)
def test_the_command_line_tells_a_finding_from_its_feedback_to_today(tmp_path: Path) -> None:
    """A plan returned, an opinion late, a sign-off overturned, a new principal, a notice: of four services, in one order."""
    data, scenario = tmp_path / "data", load(HERE / "H01.yaml")

    def told(*options: str) -> list[dict[str, Any]]:
        command = ["finding", "history", "2026-1-CGJ-01", "--as", "auditor", "--limit", "1000", "-o", "json", *options]
        done = subprocess.run([sys.executable, "-m", "cli.main", *command, "--data", str(data)], capture_output=True, check=True)
        found: list[dict[str, Any]] = json.loads(done.stdout)["events"]
        return found

    with system(data, scenario) as world:
        check(run(scenario, world))
        whole = told()
        assert {event["source"].split("/")[1] for event in whole} == {"findings", "supervision", "review", "publicity"}
        places = {f"{event['source']}:{event['position']}": n for n, event in enumerate(whole)}
        assert all(places.get(cause, -1) < n for n, event in enumerate(whole) for cause in event["causes"])
        named = [event["topic"] for event in whole if not event["rule"]]
        assert not [topic for topic in named if topic.startswith(("findings.finding.", "findings.feedback.", "findings.report."))]
        # What nobody did and nothing caused came with a day, at its beginning.
        came = [datetime.fromisoformat(event["effective"]) for event in whole if event["role"] == "system" and not event["causes"]]
        assert {at.astimezone(scenario.zone).time() for at in came} == {time()}
        recorded = [datetime.fromisoformat(event["at"]) for event in whole]
        assert recorded == sorted(recorded)
        for day in ("2026-03-22", "2026-06-20", "2026-10-01"):
            end = datetime.fromisoformat(day).replace(tzinfo=scenario.zone) + timedelta(days=1)
            known = [event for event, at in zip(whole, recorded, strict=True) if at < end]
            assert 0 < len(known) < len(whole)
            assert told("--as-of", day) == known


def test_every_scenario_says_what_it_covers() -> None:
    covers = {file.stem: load(file).covers for file in FILES}
    every = [one for ids in covers.values() for one in ids]
    assert len(every) == len(set(every))
    assert {f"A{n:02}" for n in range(1, 49)} <= set(every)
    assert all(stem in ids for stem, ids in covers.items())
