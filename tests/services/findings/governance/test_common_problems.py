"""A common problem from its first count to its recurrence."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from findings.events import common_problems as told
from findings.events.common_problems import Effect, Governance, ProblemState
from findings.events.registers import ReformAction, RuleChange
from findings.model.common_problems import Adopted, CommonProblem, Seen, analysis_due, problem_id, problem_number, threshold
from findings.refusals.common_problems import (
    AdoptedInFuture,
    AnalysisDuePast,
    DepartmentTwice,
    NoSuchAction,
    NotNotifiedDepartment,
    WrongDepartmentStep,
    WrongProblemState,
)
from kernel.context import named
from kernel.messages import Changes, Event, facts

BOOK = "guangxi-2022@1"
NOW = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = date(2026, 3, 2)
OFFICE = named("org", "XCB")
SEEN = Seen(number=problem_number("XCB", "制度执行"), office=OFFICE, category="制度执行")
HASH = "ab" * 32
TAX, ROAD = named("org", "CZJ"), named("org", "JTJ")


class Story:
    """A problem and everything recorded of it."""

    def __init__(self) -> None:
        self.problem = CommonProblem(id=problem_id("XCB", "制度执行"))
        self.events: list[Event] = []
        self.rules: list[str] = []

    @property
    def state(self) -> str:
        """How far it is."""
        return self.problem.state or ""

    def record(self, changes: Changes) -> list[Event]:
        new = list(facts(changes))
        for fact in new:
            self.problem.fold(fact.event, NOW)
            self.events.append(fact.event)
            self.rules.append(fact.rule)
        return [fact.event for fact in new]

    def see(self, round: str, org: str, findings: Iterable[str], day: date = DAY) -> list[Event]:
        place = (named("round", round), named("org", org), [named("finding", f) for f in findings])
        return self.record(self.problem.see(SEEN, *place, threshold(BOOK), BOOK, day))

    def confirmed(self) -> "Story":
        for org in ("A", "B", "C"):
            self.see("R1", org, [f"{org}1", f"{org}2"])
        self.record(self.problem.confirm("普遍", (), named("person", "甲"), DAY))
        return self

    def notify(self, *departments: str, **given: Any) -> list[Event]:
        content = {"content": "通报", "suggestions": given.get("suggestions", ()), "document_sha256": HASH}
        return self.record(self.problem.notify({org: org for org in departments}, content, given.get("due"), DAY))

    def adopted(self, action: int = 1, day: date = DAY) -> Adopted:
        rule = RuleChange(action=ReformAction.ADOPT, title="办法")
        return Adopted(action=action, rule_changes=(rule,), result="", document_sha256=HASH, adopted_on=day)

    def governed(self, *departments: str) -> "Story":
        self.confirmed().notify(*departments)
        for n, org in enumerate(departments, 1):
            self.record(self.problem.analyse(org, "原因", HASH, DAY))
            self.record(self.problem.plan(org, Governance.RULE_CHANGE, "修订", None, HASH, DAY))
            self.record(self.problem.adopt(org, self.adopted(n), DAY))
        return self


@pytest.fixture
def story() -> Story:
    return Story()


def test_it_is_a_candidate_from_the_third_organisation_on_and_counts_each_finding_once(story: Story) -> None:
    assert [type(event) for event in story.see("R1", "A", ["A1", "A2"])] == [told.CategorySeen]
    assert story.see("R1", "A", ["A1"]) == []
    story.see("R1", "B", ["B1"])
    assert story.state == ""
    seen, candidate = story.see("R1", "C", ["C1"])
    assert isinstance(seen, told.CategorySeen)
    assert isinstance(candidate, told.CandidateFound)
    assert (seen.orgs, seen.total) == (3, 4)
    assert (candidate.spread, candidate.threshold, len(candidate.finding_ids)) == ("round", 3, 4)
    assert story.rules[-1] == "R-54"
    assert [type(event) for event in story.see("R1", "D", ["D1"])] == [told.CategorySeen]


def test_across_rounds_it_is_a_candidate_of_no_round(story: Story) -> None:
    story.see("R1", "A", ["A1"])
    story.see("R2", "B", ["B1"])
    candidate = story.see("R3", "C", ["C1"])[-1]
    assert isinstance(candidate, told.CandidateFound)
    assert (candidate.spread, candidate.round) == ("rounds", None)


def test_what_was_classified_otherwise_counts_no_longer(story: Story) -> None:
    story.see("R1", "A", ["A1"])
    story.see("R1", "B", ["B1"])
    (left,) = story.record(story.problem.leave(named("finding", "B1")))
    assert isinstance(left, told.CategoryLeft)
    assert (left.orgs, left.total, left.round) == (1, 1, named("round", "R1"))
    assert story.problem.leave(named("finding", "B1")) == []
    assert len(story.see("R1", "C", ["C1"])) == 1


def test_a_dismissed_candidate_comes_back_with_as_many_organisations_more(story: Story) -> None:
    for org in "ABC":
        story.see("R1", org, [f"{org}1"])
    story.record(story.problem.dismiss("个案"))
    for org in "DE":
        assert len(story.see("R1", org, [f"{org}1"])) == 1
    assert isinstance(story.see("R1", "F", ["F1"])[-1], told.CandidateFound)
    assert story.state == ProblemState.CANDIDATE


def test_it_is_as_far_as_the_department_that_is_least_far(story: Story) -> None:
    story.confirmed()
    first, second = story.notify(TAX, ROAD, suggestions=("统一口径",))
    assert isinstance(first, told.CommonProblemNotified)
    assert isinstance(second, told.CommonProblemNotified)
    assert first.reply_due == analysis_due(BOOK, DAY)[0] == date(2026, 5, 2)
    assert (first.due_rule, first.inference) == ("R-65", True)
    assert story.rules[-2:] == ["R-115", "R-115"]
    story.record(story.problem.analyse(TAX, "原因", HASH, DAY))
    assert story.state == ProblemState.NOTIFIED
    story.record(story.problem.analyse(ROAD, "原因", HASH, date(2026, 5, 3)))
    assert story.state == ProblemState.ANALYSED
    known = story.problem.departments[ROAD]
    assert (known.late, known.target_passed) == (False, True)
    for n, org in ((1, TAX), (2, ROAD)):
        story.record(story.problem.plan(org, Governance.CAMPAIGN, "专项治理", None, HASH, DAY))
        story.record(story.problem.adopt(org, story.adopted(n), DAY))
        assert story.state == (ProblemState.ANALYSED if n == 1 else ProblemState.RULE_ADOPTED)


def test_a_department_with_another_action_open_is_not_done(story: Story) -> None:
    story.governed(TAX)
    story.record(story.problem.plan(TAX, Governance.CLEAN_UP, "集中整治", None, HASH, DAY))
    assert story.state == ProblemState.ACTION_PLAN
    with pytest.raises(NoSuchAction):
        story.problem.adopt(TAX, story.adopted(1), DAY)
    story.record(story.problem.adopt(TAX, story.adopted(2), DAY))
    assert story.state == ProblemState.RULE_ADOPTED


def test_steps_are_taken_in_order_by_whom_they_are_for(story: Story) -> None:
    with pytest.raises(WrongProblemState):
        story.problem.confirm("普遍", (), named("person", "甲"), DAY)
    story.confirmed()
    with pytest.raises(WrongProblemState):
        story.problem.close("完", DAY)
    with pytest.raises(AnalysisDuePast):
        story.notify(TAX, due=date(2026, 3, 1))
    story.notify(TAX)
    with pytest.raises(DepartmentTwice):
        story.notify(TAX)
    with pytest.raises(NotNotifiedDepartment):
        story.problem.analyse(ROAD, "原因", HASH, DAY)
    with pytest.raises(WrongDepartmentStep):
        story.problem.plan(TAX, Governance.CAMPAIGN, "专项治理", None, HASH, DAY)
    story.record(story.problem.acknowledge(TAX, named("person", "乙"), DAY))
    with pytest.raises(WrongDepartmentStep):
        story.problem.acknowledge(TAX, named("person", "乙"), DAY)
    story.record(story.problem.analyse(TAX, "原因", HASH, DAY))
    story.record(story.problem.plan(TAX, Governance.CAMPAIGN, "专项治理", None, HASH, DAY))
    with pytest.raises(AdoptedInFuture):
        story.problem.adopt(TAX, story.adopted(1, date(2026, 3, 3)), DAY)


def test_an_effect_that_is_wanting_sends_departments_back_to_their_plans(story: Story) -> None:
    story.governed(TAX)
    story.record(story.problem.check(Effect.WANTING, "未执行", HASH, DAY))
    assert (story.problem.state, story.problem.departments[TAX].step) == (ProblemState.ANALYSED, ProblemState.ANALYSED)
    story.record(story.problem.plan(TAX, Governance.RULE_CHANGE, "再修订", None, HASH, DAY))
    story.record(story.problem.adopt(TAX, story.adopted(2), DAY))
    story.record(story.problem.check(Effect.EFFECTIVE, "已执行", HASH, DAY))
    story.record(story.problem.close("见效", DAY))
    assert story.state == ProblemState.CLOSED


def test_a_later_round_opens_it_again_and_one_known_before_does_not(story: Story) -> None:
    story.governed(TAX)
    assert [type(event) for event in story.see("R1", "Z", ["Z1"])] == [told.CategorySeen]
    story.record(story.problem.check(Effect.EFFECTIVE, "已执行", HASH, DAY))
    story.record(story.problem.close("见效", DAY))
    recurred = story.see("R2", "A", ["A9"])[-1]
    assert isinstance(recurred, told.CommonProblemRecurred)
    assert (recurred.former, recurred.count, recurred.finding_ids) == ("CLOSED", 1, (named("finding", "A9"),))
    assert story.state == ProblemState.CONFIRMED
    assert story.problem.departments == {}
    assert [set(before) for before in story.problem.former] == [{TAX}]
    # It is open: nothing more is told of the same until it was governed again.
    assert [type(event) for event in story.see("R2", "B", ["B9"])] == [told.CategorySeen]


def test_before_rules_are_adopted_a_later_round_only_counts(story: Story) -> None:
    story.confirmed()
    story.notify(TAX)
    assert [type(event) for event in story.see("R2", "A", ["A9"])] == [told.CategorySeen]
    assert story.problem.recurred == 0
