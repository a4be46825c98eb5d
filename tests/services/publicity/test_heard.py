"""What neighbours tell: numbers to be guarded, cases handed on, plans and reports on ideology, suggestions."""

from datetime import date
from typing import Any

import pytest

from kernel.context import named
from kernel.envelope import Told
from kernel.messages import News
from publicity.events import ideology as said
from publicity.events import typical as exposed
from publicity.events.guarded import Guard
from publicity.events.heard import findings, leads, supervision
from publicity.events.ideology import PlanVerdict, ReportVerdict
from publicity.events.parts import Scope
from publicity.model.guarded import guarded
from publicity.model.ideology import IdeologyCheck, check_id
from publicity.model.typical import TypicalCase, typical_id
from publicity.policies import case, ideology, typical
from publicity.projections.tables import TYPICAL_CASES
from publicity.refusals.disclosure import Confidential
from publicity.refusals.ideology import DemandsMissing, NothingToReview, OpinionIncomplete
from publicity.refusals.organ import NotBodyOfCase
from publicity.refusals.typical import OwnProposal, TypicalNumberTaken, TypicalState

from .conftest import CASE, World

ROUND, ORG = named("round", "2026-1"), named("org", "CGJ")


def hear(world: World, policy: Any, news: News) -> None:
    told = Told(news, "test/x/1", 1, 1, world.now, world.now, "a" * 32, "system", "", "", ())
    world.apply(policy(told, world.by("system"), world))


def decision(announced: bool, on: str = "2026-05-06") -> supervision.AccountabilityDecided:
    day = date.fromisoformat(on)
    return supervision.AccountabilityDecided(
        matter="b" * 32, org=ORG, decided_on=day, announced=announced, decision_no="纪立〔2026〕12号"
    )


def test_numbers_are_guarded_until_they_are_announced(world: World) -> None:
    lead = leads.LeadReferred(round=ROUND, number="线索2026-0017", referred_on=date(2026, 4, 1))
    hear(world, case.guard_lead, lead)
    hear(world, case.guard_lead, lead)
    hear(world, case.guard_paper, findings.WorkingPaperFiled(round=ROUND, number="底稿7"))
    hear(world, case.guard_decision, decision(announced=False))
    assert guarded(world) == {"线索2026-0017": Guard.LEAD, "底稿7": Guard.PAPER, "纪立〔2026〕12号": Guard.CASE}
    hear(world, case.guard_decision, decision(announced=True))
    assert guarded(world) == {"线索2026-0017": Guard.LEAD, "底稿7": Guard.PAPER}
    assert len([event for event in world.events if event.TOPIC.endswith("shelf-begun.v1")]) == 3


def test_after_a_merger_the_successor_answers_for_the_case(world: World) -> None:
    hear(world, case.hand_on_case, findings.CaseTransferred(case=CASE, org=named("org", "新局"), former=ORG))
    assert world.file.org == named("org", "新局")


def plan(version: int = 1, *checks: str) -> findings.PlanSubmitted:
    return findings.PlanSubmitted(plan="c" * 32, case=CASE, org=ORG, version=version, special_checks=checks)


def report(version: int = 1, check: str = "ideology") -> findings.ReportSubmitted:
    return findings.ReportSubmitted(
        case=CASE, org=ORG, kind="special", special_check=check, version=version, submitted_on=date(2026, 5, 20)
    )


def check(world: World) -> IdeologyCheck:
    return world.find(IdeologyCheck, check_id(CASE))


def test_only_what_concerns_ideology_arrives(world: World) -> None:
    hear(world, ideology.receive_plan, plan(1, "personnel_selection"))
    hear(world, ideology.receive_report, report(1, "personnel_selection"))
    assert not check(world).exists
    hear(world, ideology.receive_plan, plan(1, "ideology"))
    hear(world, ideology.receive_plan, plan(1, "ideology"))
    assert [one.version for one in check(world).plans] == [1]


def test_an_opinion_on_a_plan_is_of_its_newest_version_and_a_return_says_what_is_wanted(world: World) -> None:
    hear(world, ideology.receive_plan, plan(1, "ideology"))
    by = world.by("publicity")
    with pytest.raises(NothingToReview):
        check(world).judge_plan(world.file, 2, PlanVerdict.PASS, "宣审1号", "可行", [], by)
    with pytest.raises(DemandsMissing):
        check(world).judge_plan(world.file, 1, PlanVerdict.RETURN, "宣审1号", "不行", [], by)
    with pytest.raises(NotBodyOfCase):
        check(world).judge_plan(world.file, 1, PlanVerdict.PASS, "宣审1号", "可行", [], world.by("handler"))
    world.apply(check(world).judge_plan(world.file, 1, PlanVerdict.RETURN, "宣审1号", "不行", ["补充措施"], by))
    with pytest.raises(NothingToReview):
        check(world).judge_plan(world.file, 1, PlanVerdict.PASS, "宣审2号", "可行", [], by)


def test_the_opinion_on_the_report_has_its_three_parts(world: World) -> None:
    hear(world, ideology.receive_report, report())
    by = world.by("publicity")
    with pytest.raises(OpinionIncomplete, match="shortcomings, demands"):
        check(world).judge_report(world.file, 1, ReportVerdict.ACCEPTED, "宣审3号", "总体较好", "", [], by)
    world.apply(check(world).judge_report(world.file, 1, ReportVerdict.RETURNED, "宣审3号", "一般", "不实", ["重写"], by))
    assert world.last(said.CheckOpinionIssued).special_check == "ideology"
    hear(world, ideology.receive_report, report(2))
    world.apply(check(world).judge_report(world.file, 2, ReportVerdict.ACCEPTED, "宣审4号", "较好", "个别", ["坚持"], by))
    assert [one.opinion is not None and one.opinion.conclusion for one in check(world).reports] == ["returned", "accepted"]


def test_a_suggestion_waits_in_the_list_until_somebody_proposes_it(world: World) -> None:
    news = supervision.TypicalCaseSuggested(
        suggestion="d" * 32, case=CASE, org=ORG, title="敷衍整改", suggested_on=date(2026, 6, 1)
    )
    hear(world, typical.note_suggestion, news)
    assert [row["state"] for row in world.rows.page(TYPICAL_CASES)] == ["SUGGESTED"]
    words: dict[str, Any] = {"number": "典型1", "scope": Scope.PUBLIC, "title": "敷衍整改", "text": "经查…", "suggestion": "d" * 32}
    proposer = world.by("leading_group", "甲")
    case_of = world.find(TypicalCase, typical_id("典型1"))
    world.apply(case_of.propose(world.file, {}, **words, act=proposer))
    assert [row["state"] for row in world.rows.page(TYPICAL_CASES)] == ["PROPOSED"]
    case_of = world.find(TypicalCase, typical_id("典型1"))
    with pytest.raises(TypicalNumberTaken):
        case_of.propose(world.file, {}, **words, act=proposer)
    with pytest.raises(OwnProposal):
        case_of.approve(world.file, "10号", proposer)
    with pytest.raises(TypicalState):
        case_of.publish(world.file, {}, world.by("publicity"))
    world.apply(case_of.approve(world.file, "10号", world.by("leading_group", "乙")))
    with pytest.raises(Confidential):
        world.find(TypicalCase, case_of.id).publish(
            world.file, {"经查…": Guard.CASE, "敷衍整改": Guard.CASE}, world.by("publicity")
        )
    world.apply(world.find(TypicalCase, case_of.id).publish(world.file, {}, world.by("publicity")))
    assert world.last(exposed.TypicalCasePublished).sha256 == world.find(TypicalCase, case_of.id).sha256
