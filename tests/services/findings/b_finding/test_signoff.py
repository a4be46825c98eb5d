"""Signing off: who may, what is bound, what is checked from outside, what overturns it."""

import hashlib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from findings.commands import evidence as evidence_wish
from findings.commands import signoff as wish
from findings.events.evidence import EvidenceAltered
from findings.events.organisation import PersonAppointed, PostEnded
from findings.events.parts import Route, State
from findings.events.round import RecusalsCleared
from findings.events.signoff import FindingSignedOff, InnerSigned, VerdictNotApplied
from findings.events.words import PostKind, Recusal
from findings.handlers import evidence as evidence_act
from findings.handlers import signoff as act_on
from findings.model.signoff import draw
from findings.queries.finding import CheckVerifier, check_verifier
from findings.refusals.finding import WrongState
from findings.refusals.organisation import NotServingPrincipal
from findings.refusals.signoff import MemberFirst, SameApprover, StepTaken
from kernel.context import named


def ready(world: Any, n: int = 1) -> None:
    world.begin()
    world.finish(n)
    world.request(n)


def test_requester_may_not_approve(world: Any) -> None:
    world.begin()
    world.finish()
    world.do(act_on.request_signoff, wish.RequestSignOff(finding=world.id()), "member")
    with pytest.raises(SameApprover) as refused:
        world.approve()
    assert "SOD-02" in str(refused.value)


def test_member_may_not_be_the_principal_too(world: Any) -> None:
    world.begin()
    world.finish()
    world.request()
    world.do(act_on.approve_signoff, wish.ApproveSignOff(finding=world.id()), "member")
    both = world.who("member").actor
    world.apply(
        [
            PostEnded(
                org=named("org", "CGJ"), n=1, person=world.who("principal").actor, post=PostKind.PRINCIPAL, until=date(2026, 3, 1)
            ),
            PersonAppointed(org=named("org", "CGJ"), n=2, person=both, post=PostKind.PRINCIPAL, since=date(2026, 3, 1)),
        ]
    )
    somebody = world.who("principal")
    as_principal = type(somebody)(
        somebody.now, somebody.effective, somebody.command, both, "principal", somebody.org, somebody.zone
    )
    with pytest.raises(SameApprover):
        act_on.approve_signoff(wish.ApproveSignOff(finding=world.id()), as_principal, world)


def test_only_the_serving_principal(world: Any) -> None:
    ready(world)
    world.approve()
    with pytest.raises(NotServingPrincipal):
        world.approve(1, "principal", "deputy")


def test_member_comes_first_and_once(world: Any) -> None:
    ready(world)
    with pytest.raises(MemberFirst):
        world.approve(1, "principal")
    world.approve()
    with pytest.raises(StepTaken):
        world.approve(1, "member", "another")


def test_rejection_names_the_step_and_work_goes_on(world: Any) -> None:
    ready(world)
    world.do(act_on.reject_signoff, wish.RejectSignOff(finding=world.id(), reason="佐证不足"), "member")
    found = world.finding()
    assert found.state is State.IN_PROGRESS
    assert (found.current.outcome, found.current.reason) == ("rejected", "佐证不足")
    world.request()
    assert [s.outcome for s in world.finding().signoffs] == ["rejected", "requested"]


def test_outer_verifier_is_none_of_the_inner_persons(world: Any) -> None:
    ready(world)
    world.approve()
    world.approve(1, "principal")
    world.verdict(verifier=world.who("member").actor)
    kept = world.last(VerdictNotApplied)
    assert kept.code == "signoff-same-person"
    assert world.finding().state is State.INNER_SIGNED


def test_a_former_member_of_the_organisation_is_refused_and_another_passes(world: Any) -> None:
    ready(world)
    world.approve()
    world.approve(1, "principal")
    former = world.verifier("前任")
    org = named("org", "CGJ")
    world.apply(
        [
            PersonAppointed(org=org, n=2, person=former, post=PostKind.MEMBER, since=date(2020, 1, 1)),
            PostEnded(org=org, n=2, person=former, post=PostKind.MEMBER, until=date(2025, 3, 2)),
        ]
    )
    world.verdict(person="前任")
    refused = world.last(VerdictNotApplied)
    assert (refused.code, refused.verifier) == ("verifier-recused", former)
    assert world.finding().state is State.INNER_SIGNED
    world.verdict()
    assert world.finding().state is State.SIGNED_OFF
    assert world.last(VerdictNotApplied) is refused


def test_recusal_ends_with_the_window(world: Any) -> None:
    ready(world)
    world.approve()
    world.approve(1, "principal")
    former = world.verifier("前任")
    org = named("org", "CGJ")
    world.apply(
        [
            PersonAppointed(org=org, n=2, person=former, post=PostKind.MEMBER, since=date(2018, 1, 1)),
            PostEnded(org=org, n=2, person=former, post=PostKind.MEMBER, until=date(2023, 3, 1)),
        ]
    )
    world.verdict(person="前任")
    assert world.finding().state is State.SIGNED_OFF


def test_who_stepped_aside_in_the_round_verifies_nothing_in_it(world: Any) -> None:
    ready(world)
    world.approve()
    world.approve(1, "principal")
    aside = world.verifier("亲属")
    declared = Recusal(person=aside, org=named("org", "CGJ"), ground="配偶在该单位任职")
    world.apply([RecusalsCleared(round=named("round", "R1"), recusals=(declared,))])
    world.verdict(person="亲属")
    kept = world.last(VerdictNotApplied)
    assert kept.code == "verifier-recused"
    assert "配偶" not in kept.zh
    answer = check_verifier(CheckVerifier(finding=world.id(), person=aside), None, world)  # type: ignore[arg-type]  # needs no tables
    assert (answer.allowed, answer.code) == (False, "verifier-recused")
    other = check_verifier(CheckVerifier(finding=world.id(), person=world.verifier()), None, world)  # type: ignore[arg-type]  # same
    assert other.allowed
    own = check_verifier(CheckVerifier(finding=world.id(), person=world.who("member").actor), None, world)  # type: ignore[arg-type]  # same
    assert own.code == "signoff-same-person"


def test_about_the_principal_goes_to_the_outer_verifier_at_once(make: Callable[..., Any]) -> None:
    world = make(about_principal=1)
    ready(world)
    world.approve()
    inner = world.last(InnerSigned)
    assert (inner.route, inner.principal) == (Route.PRINCIPAL_CONCERNED, None)
    world.approve(1, "principal")
    assert world.finding().state is State.INNER_SIGNED
    world.verdict()
    assert world.finding().state is State.SIGNED_OFF


def test_a_failed_check_says_what_is_wrong(world: Any) -> None:
    ready(world)
    world.approve()
    world.approve(1, "principal")
    world.verdict(passed=False, defect="false", shortcomings="款项未退")
    found = world.finding()
    assert found.state is State.IN_PROGRESS
    assert (found.current.outcome, found.current.defect, found.current.reason) == ("failed", "false", "款项未退")


def test_a_verdict_on_another_signoff_changes_nothing(world: Any) -> None:
    ready(world)
    world.verdict()
    assert world.last(VerdictNotApplied).code == "verdict-out-of-date"
    assert world.finding().state is State.SIGNOFF_REQUESTED


class TestSampled:
    def sampled(self, make: Callable[..., Any], n: int = 12) -> list[Any]:
        world = make("county-demo@1", items=n)
        world.begin(*range(1, n + 1))
        for no in range(1, n + 1):
            world.finish(no)
            world.request(no)
            world.approve(no)
            world.approve(no, "principal")
        return [event for event in world.events if isinstance(event, InnerSigned)], world

    def test_the_draw_is_recorded_and_anybody_can_repeat_it(self, make: Callable[..., Any]) -> None:
        drawn, world = self.sampled(make)
        for event in drawn:
            number = world.finding(
                int(next(f.number for f in map(world.finding, range(1, 13)) if f.id == event.finding)[-2:])
            ).number
            assert event.percent == 30
            assert event.drawn == draw(event.seed, number, event.signoff)
            assert event.drawn == int.from_bytes(hashlib.sha256(f"{event.seed}{number}#1".encode()).digest()[:8]) % 100
            assert event.route is (Route.DRAWN if event.drawn < 30 else Route.NOT_DRAWN)

    def test_who_is_not_drawn_is_signed_off_at_once(self, make: Callable[..., Any]) -> None:
        drawn, world = self.sampled(make)
        for event in drawn:
            state = next(f.state for f in map(world.finding, range(1, 13)) if f.id == event.finding)
            assert state is (State.INNER_SIGNED if event.route is Route.DRAWN else State.SIGNED_OFF)
        assert {event.route for event in drawn} == {Route.DRAWN, Route.NOT_DRAWN}


class TestReopened:
    def test_the_overturned_signoff_stays_visible(self, world: Any) -> None:
        world.begin()
        world.sign_off()
        world.later(180)
        world.reopen()
        found = world.finding()
        assert (found.state, found.reopened) == (State.REOPENED, 1)
        assert found.signoffs[0].outcome == "overturned"
        assert found.signoffs[0].overturned_by == "款项并未退缴"
        assert found.signoffs[0].defect == "false"
        assert found.signoffs[0].signed_off is not None

    def test_a_different_verifier_is_needed(self, world: Any) -> None:
        world.begin()
        world.sign_off()
        world.reopen()
        world.do_plan_again()
        world.finish()
        world.request()
        world.approve()
        world.approve(1, "principal")
        assert world.last(InnerSigned).route is Route.REOPENED_BEFORE
        world.verdict()
        assert world.last(VerdictNotApplied).code == "verifier-overturned"
        world.verdict(person="another")
        assert world.finding().state is State.SIGNED_OFF
        assert [s.outcome for s in world.finding().signoffs] == ["overturned", "signed-off"]

    def test_only_what_is_signed_off_is_reopened(self, world: Any) -> None:
        world.begin()
        world.reopen()
        assert world.last(VerdictNotApplied).code == "verdict-out-of-date"
        assert world.finding().state is State.IN_PROGRESS

    def test_reopened_work_waits_for_a_plan(self, world: Any) -> None:
        world.begin()
        world.sign_off()
        world.reopen()
        with pytest.raises(WrongState):
            world.request()


class TestEvidence:
    def replace(self, world: Any, evidence: int = 1) -> list[Any]:
        command = evidence_wish.ReplaceEvidence(
            finding=world.id(),
            evidence=evidence,
            name="新.pdf",
            sha256="e" * 64,
            size=1,
            media_type="application/pdf",
            reason="误传",
        )
        return world.do(evidence_act.replace_evidence, command, "handler")

    def test_replaced_after_signoff_is_marked(self, world: Any) -> None:
        world.begin()
        world.sign_off()
        signed = world.finding().evidence[1].newest.sha256
        self.replace(world)
        altered = world.last(EvidenceAltered)
        assert (altered.signed, altered.present, altered.signoff) == (signed, "e" * 64, 1)
        found = world.finding()
        assert found.current.altered == (1,)
        assert [v.version for v in found.evidence[1].versions] == [1, 2]
        assert found.state is State.SIGNED_OFF

    def test_replaced_before_the_request_is_nothing_special(self, world: Any) -> None:
        world.begin()
        world.finish()
        self.replace(world)
        assert not any(isinstance(event, EvidenceAltered) for event in world.events)

    def test_what_is_to_be_signed_stands(self, world: Any) -> None:
        ready(world)
        with pytest.raises(WrongState):
            self.replace(world)


def test_off_signs_without_a_verifier(world: Any) -> None:
    from rulebook.settings import OuterCheck

    ready(world)
    world.approve()
    principal = world.who("principal")
    changes = world.finding().approve_as_principal("同意", principal.actor, OuterCheck(mode="off"), principal)
    world.apply(changes)
    assert world.finding().state is State.SIGNED_OFF
    assert world.last(FindingSignedOff).verifier is None
