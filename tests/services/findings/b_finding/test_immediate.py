"""Immediate rectification: demanded during the stay, linked when feedback comes."""

from datetime import date
from typing import Any

import pytest

from findings.commands import evidence as evidence_wish
from findings.commands import finding as wish
from findings.commands import measures as measures_wish
from findings.events.finding import FindingLinked, ImmediateNoticeServed
from findings.events.parts import State, Track
from findings.events.round import OrganisationsAdded
from findings.handlers import evidence as evidence_act
from findings.handlers import finding as act_on
from findings.handlers import measures as measures_act
from findings.model.finding import Entry, Finding, Origin
from findings.refusals.finding import (
    DueInPast,
    NothingToShow,
    NoticeIncomplete,
    NoticeNotServed,
    NoticeServed,
    NumberReserved,
    NumberUsed,
    OwnFinding,
)
from kernel.context import named

NUMBER = "R1-CGJ-L1"


def serve(world: Any, number: str = NUMBER, **given: Any) -> None:
    world.apply([OrganisationsAdded(round=named("round", "R1"), orgs=(named("org", "CGJ"),), codes=("CGJ",))])
    command = wish.ServeImmediateNotice(
        **{
            "round": named("round", "R1"),
            "org": named("org", "CGJ"),
            "number": number,
            "wording": "违规发放补贴",
            "demand": "立即停发并清退",
            "due": date(2026, 3, 10),
            "served_to": world.who("principal").actor,
        }
        | given
    )
    world.do(act_on.serve_immediate_notice, command, "team", "XCB")


def work(world: Any) -> None:
    whose = named("finding", NUMBER)
    claim = wish.ClaimFinding(
        finding=whose,
        member=world.who("member").actor,
        handler=world.who("handler").actor,
        unit="财务科",
        track=Track.CONCENTRATED,
        cause="审核不严",
        criteria=("已停发", "已清退"),
    )
    world.do(act_on.claim_finding, claim, "handler")
    world.do(measures_act.add_measure, measures_wish.AddMeasure(finding=whose, text="停发清退"), "handler")
    evidence = evidence_wish.AddEvidence(
        finding=whose, criteria=(1, 2), name="清退凭证.pdf", sha256="a" * 64, size=3, media_type="application/pdf"
    )
    world.do(evidence_act.add_evidence, evidence, "handler")


def test_it_begins_before_feedback_with_a_short_date(world: Any) -> None:
    serve(world)
    found = world.find(Finding, named("finding", NUMBER))
    assert (found.state, found.track, found.due) == (State.IN_PROGRESS, Track.IMMEDIATE, date(2026, 3, 10))
    assert found.feedback == ""
    work(world)
    assert world.find(Finding, found.id).track is Track.IMMEDIATE


def test_feedback_links_it_and_its_history_starts_before_day_0(world: Any) -> None:
    serve(world)
    work(world)
    world.later(30)
    found = world.find(Finding, named("finding", NUMBER))
    origin = Origin(
        case=found.case,
        org=found.org,
        round=found.round,
        feedback="f" * 32,
        round_code="R1",
        org_code="CGJ",
        fed_back=date(2026, 4, 1),
        received=date(2026, 4, 1),
        due=date(2026, 7, 1),
        rulebook="guangxi-2022@1",
    )
    entry = Entry(number="R1-CGJ-07", wording="违规发放津贴补贴")
    (linked,) = world.apply(found.register(entry, origin), world.now)
    assert isinstance(linked, FindingLinked)
    after = world.find(Finding, found.id)
    assert (after.number, after.wording, after.state) == (NUMBER, "违规发放津贴补贴", State.IN_PROGRESS)
    assert (after.received, after.due) == (date(2026, 4, 1), date(2026, 3, 10))
    assert after.evidence
    assert isinstance(world.events[[e.stream for e in world.events].index(found.id)], ImmediateNoticeServed)
    with pytest.raises(NumberUsed):
        after.register(entry, origin)


def test_confirmation_needs_evidence(world: Any) -> None:
    serve(world)
    confirm = wish.ConfirmImmediate(finding=named("finding", NUMBER), result="已清退 12 万元")
    with pytest.raises(NothingToShow):
        world.do(act_on.confirm_immediate, confirm, "team", "XCB")
    work(world)
    world.do(act_on.confirm_immediate, confirm, "team", "XCB")
    assert world.find(Finding, named("finding", NUMBER)).notice.confirmed is not None


def test_it_takes_a_registered_finding_to_work_at_once(world: Any) -> None:
    command = wish.ServeImmediateNotice(
        finding=world.id(), demand="立即整改", due=date(2026, 3, 9), served_to=world.who("principal").actor
    )
    world.do(act_on.serve_immediate_notice, command, "office", "XCB")
    assert world.finding().state is State.IN_PROGRESS
    assert world.finding().due == date(2026, 3, 9)
    with pytest.raises(NoticeServed):
        world.do(act_on.serve_immediate_notice, command, "office", "XCB")


def test_refused_notices(world: Any) -> None:
    with pytest.raises(NumberReserved):
        serve(world, "R1-CGJ-09")
    with pytest.raises(DueInPast):
        serve(world, due=date(2026, 3, 1))
    with pytest.raises(NoticeIncomplete):
        serve(world, wording="")
    confirm = wish.ConfirmImmediate(finding=world.id(), result="x")
    with pytest.raises(NoticeNotServed):
        world.do(act_on.confirm_immediate, confirm, "office", "XCB")
    with pytest.raises(OwnFinding):
        world.do(act_on.confirm_immediate, confirm, "office", "CGJ")
