"""I14 finds what it is there to find: histories that were played, with one person put in another's place."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from kernel.envelope import Recorded
from testkit.pure import PureWorld
from testkit.scenario import load, run

SCENARIOS = Path(__file__).resolve().parents[1] / "acceptance"
Log = Sequence[Recorded[Any]]


def played(name: str) -> PureWorld:
    scenario = load(SCENARIOS / f"{name}.yaml")
    world = PureWorld(scenario.clock, scenario.zone)
    run(scenario, world)
    return world


def flaws(world: PureWorld, service: str, log: Log) -> list[str]:
    checked, found = world.pages()[service].checks["I14"].run(world.rows(service), world.repository(service), iter(log))
    assert checked > 0
    return [flaw.code for flaw in found]


def changed(log: Log, topic: str, change: Callable[[Any], dict[str, Any]]) -> list[Recorded[Any]]:
    """The log with fields of the first event of a topic exchanged."""
    at = next(n for n, recorded in enumerate(log) if recorded.topic == topic)
    forged = log[at].event.model_copy(update=change(log[at].event))
    return [*log[:at], log[at]._replace(event=forged), *log[at + 1 :]]


@pytest.mark.parametrize(
    ("scenario", "service", "topic", "change", "code"),
    [
        ("A19", "findings", "findings.finding.inner-signed.v1", lambda e: {"member": e.requester}, "sod-02"),
        ("A20", "findings", "findings.finding.inner-signed.v1", lambda e: {"principal": e.barred or "1" * 32}, "sod-03"),
        ("A09", "findings", "findings.report.endorsed.v1", lambda e: {"principal": "1" * 32}, "sod-04"),
        ("A19", "supervision", "supervision.signoff-check.opened.v1", lambda e: {"finding": "1" * 32}, "sod-02"),
        ("A28", "publicity", "publicity.notice.drafted.v1", lambda e: {"drafter": "1" * 32}, ""),
    ],
)
def test_one_person_in_anothers_place_is_found(
    scenario: str, service: str, topic: str, change: Callable[[Any], dict[str, Any]], code: str
) -> None:
    world = played(scenario)
    log = world.log(service)
    assert flaws(world, service, log) == []
    assert set(flaws(world, service, changed(log, topic, change))) == ({code} if code else set())


def test_two_steps_of_a_notice_by_one_person_are_found() -> None:
    world = played("A28")
    log = world.log("publicity")
    reviewer = next(one.event.reviewer for one in log if one.topic == "publicity.notice.confidentiality-reviewed.v1")
    forged = [
        one._replace(event=one.event.model_copy(update={"approver": reviewer}))
        if one.topic == "publicity.notice.approved.v1"
        else one
        for one in log
    ]
    assert "sod-09" in flaws(world, "publicity", forged)
