"""The way of a finding from its registration to its sign-off."""

from datetime import date
from typing import Any

import pytest

from findings.commands import measures as wish
from findings.events.parts import State, Track
from findings.handlers import measures as act_on
from findings.refusals.finding import NotItsOrganisation, PartClosed, WrongState
from findings.refusals.signoff import GatesNotMet
from kernel.errors import NotFound


def test_registered_with_its_dates(world: Any) -> None:
    found = world.finding()
    assert found.state is State.REGISTERED
    assert (found.received, found.due, found.rulebook) == (date(2026, 3, 2), date(2026, 6, 2), "guangxi-2022@1")
    assert found.number == "R1-CGJ-01"


def test_the_whole_way(world: Any) -> None:
    world.claim()
    assert world.finding().state is State.PLANNED
    world.claim(2)
    world.claim(3)
    for n in (1, 2, 3):
        world.draft(n)
    world.submit()
    world.pass_plan()
    assert [world.finding(n).state for n in (1, 2, 3)] == [State.IN_PROGRESS] * 3
    assert [m.text for m in world.finding().measures.values()] == ["修订制度", "退缴款项"]
    world.finish()
    world.request()
    assert world.finding().state is State.SIGNOFF_REQUESTED
    world.approve()
    assert world.finding().state is State.SIGNOFF_REQUESTED
    world.approve(1, "principal")
    assert world.finding().state is State.INNER_SIGNED
    world.verdict()
    assert world.finding().state is State.SIGNED_OFF
    signed = world.finding().current
    assert signed.outcome == "signed-off"
    assert signed.verifier == world.verifier()
    assert [[b.sha256 for b in proof.evidence] for proof in signed.matrix] == [
        [p.newest.sha256] for p in world.finding().evidence.values()
    ]


def test_request_names_everything_that_is_missing(world: Any) -> None:
    world.begin()
    with pytest.raises(GatesNotMet) as refused:
        world.request()
    codes = refused.value.values["codes"].split()
    assert codes == ["measure:1", "measure:2", "evidence:1", "evidence:2", "extension-check"]
    assert "措施 1 尚未完成" in refused.value.text("zh")
    assert "evidence for criterion 2" in refused.value.text("en")


def test_each_gate_closes_alone(world: Any) -> None:
    world.begin()
    world.finish()
    world.do(act_on.add_measure, wish.AddMeasure(finding=world.id(), text="补充措施"), "handler")
    with pytest.raises(GatesNotMet) as refused:
        world.request()
    assert refused.value.values["codes"] == "measure:3"


def test_progress_is_one_small_event(world: Any) -> None:
    world.begin()
    events = world.do(
        act_on.report_measure, wish.ReportMeasure(finding=world.id(), measure=1, percent=40, note="已起草"), "handler"
    )
    assert len(events) == 1
    assert len(events[0].model_dump_json()) < 400
    assert world.finding().measures[1].percent == 40
    assert world.finding().measures[1].note == "已起草"


def test_a_completed_measure_is_not_reported_again(world: Any) -> None:
    world.begin()
    world.finish()
    with pytest.raises(PartClosed):
        world.do(act_on.report_measure, wish.ReportMeasure(finding=world.id(), measure=1, percent=40, note="x"), "handler")


def test_another_organisation_is_refused(world: Any) -> None:
    world.begin()
    with pytest.raises(NotItsOrganisation):
        world.do(act_on.report_measure, wish.ReportMeasure(finding=world.id(), measure=1, percent=4, note="x"), "handler", "OTHER")


def test_an_unknown_finding_is_not_found(world: Any) -> None:
    with pytest.raises(NotFound):
        world.do(act_on.report_measure, wish.ReportMeasure(finding="f" * 32, measure=1, percent=4, note="x"), "handler")


def test_unfinished_at_the_end_of_the_phase_continues(world: Any) -> None:
    world.begin()
    world.sign_off(2)
    world.finish(3)
    world.request(3)
    for n in (1, 2, 3):
        world.continue_(n)
    assert [world.finding(n).state for n in (1, 2, 3)] == [State.CONTINUING, State.SIGNED_OFF, State.SIGNOFF_REQUESTED]
    assert world.finding(1).continues(date(2026, 6, 2)) == []


def test_what_is_sent_back_after_the_phase_continues(world: Any) -> None:
    world.begin()
    world.finish()
    world.request()
    world.continue_()
    world.approve()
    world.approve(1, "principal")
    world.verdict(passed=False, defect="half-way")
    assert world.finding().state is State.CONTINUING


def test_a_plan_that_passes_after_the_phase_continues(world: Any) -> None:
    for n in (1, 2, 3):
        world.claim(n)
        world.draft(n)
    world.submit()
    world.continue_(1)
    world.pass_plan()
    assert world.finding(1).state is State.CONTINUING
    assert world.finding(2).state is State.IN_PROGRESS


def test_claimed_once(world: Any) -> None:
    world.claim(track=Track.LONG_TERM)
    with pytest.raises(WrongState):
        world.claim()
