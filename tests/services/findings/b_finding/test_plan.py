"""Plans: nothing omitted, versions and opinions visible, amendments reviewed the same way."""

from datetime import date
from typing import Any

import pytest

from findings.commands import finding as wish
from findings.commands import plan as plan_wish
from findings.events.parts import State, Track
from findings.events.plan import PlanSubmitted, PlanVerdictNotApplied
from findings.handlers import finding as act_on
from findings.handlers import plan as act_on_plan
from findings.queries.plan import GetPlan, get_plan
from findings.refusals.finding import AmendPlanInstead
from findings.refusals.organisation import NotServingPrincipal
from findings.refusals.plan import (
    AmendmentReasonMissing,
    DueLaterThanAllowed,
    FindingNotClaimed,
    FindingsOmitted,
    ItemIncomplete,
    NotEndorsed,
    NothingAmended,
    PartAfterDue,
    PlanState,
)


def planned(world: Any, *numbers: int) -> None:
    for n in numbers or (1, 2, 3):
        world.claim(n)
        world.draft(n)


def test_an_omitted_finding_is_named(make: Any) -> None:
    world = make(items=20)
    planned(world, *(n for n in range(1, 21) if n not in (17, 19)))
    with pytest.raises(FindingsOmitted) as refused:
        world.submit()
    assert refused.value.values == {"count": "2", "numbers": "R1-CGJ-17, R1-CGJ-19"}


def test_an_unclaimed_finding_is_not_planned(world: Any) -> None:
    with pytest.raises(FindingNotClaimed):
        world.draft()


def test_an_incomplete_item_says_what_is_missing(world: Any) -> None:
    world.claim(track=Track.LONG_TERM)
    with pytest.raises(ItemIncomplete) as refused:
        world.draft(goal="", measures=[])
    assert "整改目标" in refused.value.text("zh")
    assert "至少一项整改措施" in refused.value.text("zh")
    assert "阶段目标" in refused.value.text("zh")
    assert "cause" not in refused.value.text("en")


def test_a_submission_lists_its_items_by_hash(world: Any) -> None:
    planned(world)
    world.submit()
    submitted = world.last(PlanSubmitted)
    assert [item.number for item in submitted.items] == ["R1-CGJ-01", "R1-CGJ-02", "R1-CGJ-03"]
    items = world.plan().current.items
    assert [item.sha256 for item in submitted.items] == [items[item.finding].sha256 for item in submitted.items]
    assert len({item.sha256 for item in submitted.items}) == 3


def test_endorsement_is_the_serving_principals(world: Any) -> None:
    planned(world)
    with pytest.raises(NotServingPrincipal):
        world.do(act_on_plan.endorse_plan, plan_wish.EndorsePlan(case=world.case), "principal", "CGJ", "deputy")
    with pytest.raises(NotEndorsed):
        world.do(act_on_plan.submit_plan, plan_wish.SubmitPlan(case=world.case), "handler")


def test_a_change_after_endorsement_voids_it(world: Any) -> None:
    planned(world)
    world.do(act_on_plan.endorse_plan, plan_wish.EndorsePlan(case=world.case), "principal")
    world.draft(1, goal="另一目标")
    with pytest.raises(NotEndorsed):
        world.do(act_on_plan.submit_plan, plan_wish.SubmitPlan(case=world.case), "handler")


def test_returned_twice_then_passed_with_every_version_visible(world: Any) -> None:
    planned(world)
    world.submit()
    world.return_plan()
    assert world.finding().state is State.REGISTERED
    for goal in ("目标二", "目标三"):
        for n in (1, 2, 3):
            world.claim(n)
        world.draft(1, goal=goal)
        world.submit()
        if goal == "目标二":
            world.return_plan()
    world.pass_plan()
    answer = get_plan(GetPlan(case=world.case), None, world)  # type: ignore[arg-type]  # the plan needs no tables
    assert [version.state for version in answer.versions] == ["RETURNED", "RETURNED", "PASSED"]
    assert [version.opinion_no for version in answer.versions] == ["退1", "退1", "审1"]
    assert answer.versions[0].overall == "不够具体"
    assert [(d.number, d.field, d.former, d.present) for d in answer.versions[2].differences] == [
        ("R1-CGJ-01", "goal", "目标二", "目标三")
    ]
    assert answer.in_force == 3
    assert world.finding().goal == "目标三"
    assert world.finding().state is State.IN_PROGRESS


def test_nothing_is_drafted_while_the_reviewers_have_it(world: Any) -> None:
    planned(world)
    world.submit()
    with pytest.raises(PlanState):
        world.draft(1, goal="x")


def test_withdrawn_it_may_be_drafted_again(world: Any) -> None:
    planned(world)
    world.submit()
    world.do(act_on_plan.withdraw_plan, plan_wish.WithdrawPlan(case=world.case, reason="补充"), "principal")
    world.draft(1, goal="y")
    assert world.plan().current.no == 2
    world.pass_plan(1)
    assert world.last(PlanVerdictNotApplied).code == "plan-verdict-out-of-date"


class TestAmendment:
    def amend(self, world: Any) -> None:
        world.do(act_on_plan.amend_plan, plan_wish.AmendPlan(case=world.case, reason="路线图调整"), "handler")

    def test_a_passed_plan_changes_only_by_an_amendment(self, world: Any) -> None:
        world.begin()
        with pytest.raises(AmendmentReasonMissing):
            world.draft(1, goal="z")
        with pytest.raises(AmendPlanInstead):
            world.do(act_on.set_criteria, wish.SetCriteria(finding=world.id(), criteria=("新标准",)), "handler")

    def test_it_is_reviewed_the_same_way_and_only_its_changes_take_effect(self, world: Any) -> None:
        world.begin()
        world.finish()
        progress = world.finding(1).measures
        self.amend(world)
        world.draft(1, goal="新目标", measures=[{"text": "退缴款项"}, {"text": "第三项"}])
        world.submit()
        assert world.last(PlanSubmitted).amendment
        assert world.finding().goal == "完成整改"
        adopted = world.pass_plan()
        assert len(adopted) == 2  # the verdict, and the one finding that changes
        found = world.finding()
        assert found.goal == "新目标"
        assert found.measures[2].done
        assert found.measures[2] == progress[2]
        assert found.measures[1].dropped
        assert (found.measures[3].text, found.measures[3].done) == ("第三项", False)
        assert world.finding().state is State.IN_PROGRESS

    def test_a_returned_amendment_leaves_the_plan_in_force(self, world: Any) -> None:
        world.begin()
        self.amend(world)
        world.draft(1, goal="新目标")
        world.submit()
        world.return_plan()
        assert world.finding().state is State.IN_PROGRESS
        assert world.finding().goal == "完成整改"
        assert world.plan().in_force.no == 1

    def test_an_amendment_that_changes_nothing_is_refused(self, world: Any) -> None:
        world.begin()
        self.amend(world)
        with pytest.raises(NothingAmended):
            world.submit()

    def test_it_does_not_extend_a_deadline(self, world: Any) -> None:
        world.begin()
        self.amend(world)
        with pytest.raises(DueLaterThanAllowed):
            world.draft(1, due=date(2026, 12, 31))

    def test_dropping_a_finding_is_impossible(self, world: Any) -> None:
        world.begin()
        self.amend(world)
        assert set(world.plan().current.items) == {world.id(n) for n in (1, 2, 3)}


def test_dates_stay_inside_the_due_date(world: Any) -> None:
    world.claim()
    with pytest.raises(PartAfterDue):
        world.draft(measures=[{"text": "x", "due": date(2026, 7, 1)}])
    with pytest.raises(DueLaterThanAllowed):
        world.draft(due=date(2026, 7, 1))


def test_a_long_term_item_has_a_road_map_and_its_own_date(world: Any) -> None:
    world.claim(track=Track.LONG_TERM)
    with pytest.raises(ItemIncomplete):
        world.draft(due=date(2026, 12, 31))
    world.draft(due=date(2026, 12, 31), milestones=[{"day": date(2026, 9, 1), "goal": "一"}])
    assert world.plan().current.items[world.id()].due == date(2026, 12, 31)


def test_a_reopened_finding_gets_a_new_plan(world: Any) -> None:
    world.begin()
    world.sign_off()
    world.reopen()
    world.do_plan_again()
    found = world.finding()
    assert found.state is State.IN_PROGRESS
    assert (found.goal, found.due) == ("重新整改", date(2026, 12, 31))
