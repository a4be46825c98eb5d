"""Later dates, phased goals, dates that pass."""

from datetime import date
from typing import Any

import pytest

from findings.commands import extension as extension_wish
from findings.commands import measures as wish
from findings.events.extension import ExtensionGranted
from findings.events.finding import FindingOverdue
from findings.events.measures import MilestoneMet, MilestoneMissed
from findings.events.parts import State, Track
from findings.handlers import extension as extension_act
from findings.handlers import measures as act_on
from findings.policies.ledger_days import pass_dates
from findings.refusals.case import NotBodyOfCase
from findings.refusals.extension import ExtensionNotLater, ExtensionTooLate, ExtensionUsedUp, NoExtensionAsked
from findings.refusals.finding import AfterFinalDate, AmendPlanInstead, DueInPast, OwnFinding, PartClosed

DUE = date(2026, 6, 2)


class TestExtension:
    def test_once_before_the_date_and_the_old_one_stays_visible(self, world: Any) -> None:
        world.begin()
        world.at(2026, 5, 28)
        world.extend(date(2026, 8, 31))
        assert world.finding().due == DUE
        world.grant()
        found = world.finding()
        assert (found.due, found.first_due) == (date(2026, 8, 31), DUE)
        assert (found.extensions[0].former, found.extensions[0].due) == (DUE, date(2026, 8, 31))
        with pytest.raises(ExtensionUsedUp) as refused:
            world.extend(date(2026, 12, 31))
        assert refused.value.values["limit"] == "1"

    def test_not_after_the_date(self, world: Any) -> None:
        world.begin()
        world.at(2026, 6, 3)
        with pytest.raises(ExtensionTooLate):
            world.extend(date(2026, 8, 31))

    def test_on_the_last_day_it_may_be_asked(self, world: Any) -> None:
        world.begin()
        world.at(2026, 6, 2)
        assert world.extend(date(2026, 8, 31))

    def test_a_refused_one_leaves_the_date_and_may_be_asked_again(self, world: Any) -> None:
        world.begin()
        world.extend(date(2026, 8, 31))
        with pytest.raises(ExtensionUsedUp):
            world.extend(date(2026, 9, 30))
        refuse = extension_wish.RefuseExtension(finding=world.id(), reason="理由不足")
        world.do(extension_act.refuse_extension, refuse, "office", "XCB")
        assert world.finding().due == DUE
        assert world.extend(date(2026, 9, 30))

    def test_nobody_extends_the_own_deadline(self, world: Any) -> None:
        world.begin()
        world.extend(date(2026, 8, 31))
        with pytest.raises(OwnFinding) as refused:
            world.grant(role="office", org="CGJ")
        assert "SOD-13" in str(refused.value)

    def test_an_organ_without_part_in_the_case_grants_nothing(self, world: Any) -> None:
        world.begin()
        world.extend(date(2026, 8, 31))
        with pytest.raises(NotBodyOfCase):
            world.grant(org="JW")

    def test_only_what_was_asked_is_granted_and_only_later(self, world: Any) -> None:
        world.begin()
        with pytest.raises(NoExtensionAsked):
            world.grant()
        with pytest.raises(ExtensionNotLater):
            world.extend(DUE)
        world.extend(date(2026, 8, 31))
        with pytest.raises(ExtensionNotLater):
            world.grant(date(2026, 6, 1))
        world.grant(date(2026, 7, 31))
        assert world.last(ExtensionGranted).due == date(2026, 7, 31)


class TestMilestones:
    def begin(self, world: Any) -> None:
        stages = [{"day": date(2026, 6, 30), "goal": "完成清查"}, {"day": date(2026, 9, 30), "goal": "完成清退"}]
        world.begin(track=Track.LONG_TERM, milestones=stages, due=date(2026, 12, 31))

    def sweep(self, world: Any, day: date) -> list[Any]:
        return list(world.apply(pass_dates(world.id(), day, world.who("system"), world), world.now))

    def test_a_missed_one_leaves_the_final_date(self, world: Any) -> None:
        self.begin(world)
        assert self.sweep(world, date(2026, 6, 30)) == []
        world.at(2026, 7, 1)
        (missed,) = self.sweep(world, date(2026, 7, 1))
        assert isinstance(missed, MilestoneMissed)
        assert (missed.milestone, missed.day) == (1, date(2026, 6, 30))
        found = world.finding()
        assert found.milestones[1].missed
        assert found.due == date(2026, 12, 31)
        assert self.sweep(world, date(2026, 7, 2)) == []

    def test_met_late_stays_late(self, world: Any) -> None:
        self.begin(world)
        world.at(2026, 7, 5)
        self.sweep(world, date(2026, 7, 5))
        world.do(act_on.meet_milestone, wish.MeetMilestone(finding=world.id(), milestone=1, result="完成"), "handler")
        assert world.last(MilestoneMet).late
        found = world.finding().milestones[1]
        assert (found.met, found.missed) == (date(2026, 7, 5), True)
        with pytest.raises(PartClosed):
            world.do(act_on.meet_milestone, wish.MeetMilestone(finding=world.id(), milestone=1, result="完成"), "handler")

    def test_met_in_time_is_never_missed(self, world: Any) -> None:
        self.begin(world)
        world.at(2026, 6, 30)
        world.do(act_on.meet_milestone, wish.MeetMilestone(finding=world.id(), milestone=1, result="完成"), "handler")
        assert not world.last(MilestoneMet).late
        assert self.sweep(world, date(2026, 7, 10)) == []

    def test_the_road_map_changes_only_by_a_reviewed_amendment(self, world: Any) -> None:
        self.begin(world)
        with pytest.raises(AmendPlanInstead):
            world.do(act_on.add_milestone, wish.AddMilestone(finding=world.id(), day=date(2026, 8, 1), goal="追加"), "handler")

    def test_without_a_road_map_goals_are_added_inside_the_date(self, world: Any) -> None:
        world.begin()
        world.do(act_on.add_milestone, wish.AddMilestone(finding=world.id(), day=date(2026, 5, 1), goal="完成清查"), "handler")
        assert world.finding().milestones[1].goal == "完成清查"
        with pytest.raises(AfterFinalDate):
            world.do(act_on.add_milestone, wish.AddMilestone(finding=world.id(), day=date(2026, 7, 1), goal="x"), "handler")
        with pytest.raises(DueInPast):
            world.do(act_on.add_milestone, wish.AddMilestone(finding=world.id(), day=date(2026, 1, 1), goal="x"), "handler")

    def test_after_the_phase_a_long_term_finding_continues_with_its_goals(self, world: Any) -> None:
        self.begin(world)
        world.continue_()
        world.at(2026, 7, 1)
        self.sweep(world, date(2026, 7, 1))
        assert world.finding().state is State.CONTINUING

    def test_a_passed_due_date_is_told_once(self, world: Any) -> None:
        world.begin()
        world.at(2026, 6, 2)
        assert self.sweep(world, date(2026, 6, 2)) == []
        world.at(2026, 6, 3)
        (late,) = self.sweep(world, date(2026, 6, 3))
        assert isinstance(late, FindingOverdue)
        assert late.due == DUE
        assert self.sweep(world, date(2026, 6, 4)) == []

    def test_what_is_signed_off_is_not_overdue(self, world: Any) -> None:
        world.begin()
        world.sign_off()
        world.at(2026, 7, 1)
        assert self.sweep(world, date(2026, 7, 1)) == []
