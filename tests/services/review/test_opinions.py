"""Opinions on plans and reports: what is asked for, who may give them, on which day they count as given."""

from datetime import date, datetime, timedelta

import pytest

from kernel.context import named
from review.commands.opinions import GiveAssistingOpinion, GivePlanOpinion, IssueCheckOpinion
from review.events.heard import findings as heard
from review.events.plan import PlanOpinionGiven
from review.events.reports import AssistingOpinionGiven, CheckOpinionIssued
from review.events.words import Conclusion, Stand
from review.handlers import opinions
from review.handlers.organ import PostsHeld
from review.model.plan_opinions import PlanOpinions, plan_opinions_id
from review.model.report_opinions import OpinionState, ReportOpinions, report_opinions_id
from review.policies import opinions as then
from review.refusals.opinions import (
    LateClaimedTimely,
    NoPersonnelPart,
    NothingToReview,
    OpinionBeforeReceipt,
    OpinionGivenBefore,
    PartsMissing,
    VerifierHeldPostThere,
)
from review.refusals.organ import NotOrganOfThisCase
from testkit.given import MORNING, Given, act

from .conftest import BOOK, CASE, NOBODY, ORG, department, hear, held

PARTS = {"overall": "总体到位", "shortcomings": "进度不平衡", "demands": ("加快进度",)}


def plan(version: int, *checks: str) -> heard.PlanSubmitted:
    return heard.PlanSubmitted(plan=named("plan", CASE), case=CASE, org=ORG, version=version, special_checks=checks, rulebook=BOOK)


def report(kind: str, version: int = 1, day: date = date(2026, 6, 2), to: str = "JW") -> heard.ReportSubmitted:
    check = "personnel_selection" if kind == "special" else ""
    return heard.ReportSubmitted(
        case=CASE, org=ORG, kind=kind, special_check=check, version=version, addressee=named("org", to), submitted_on=day
    )


def on(day: str) -> datetime:
    return MORNING + timedelta(days=(date.fromisoformat(day) - MORNING.date()).days)


def opine(version: int, **parts: object) -> GivePlanOpinion:
    said = {"conclusion": Stand.AGAINST, "overall": "不完整", "demands": ("补充",), **parts}
    return GivePlanOpinion(case=CASE, plan_version=version, opinion_no=f"组审〔2026〕{version}号", **said)


def assist(**parts: object) -> GiveAssistingOpinion:
    return GiveAssistingOpinion(case=CASE, report_version=1, opinion_no="组意〔2026〕1号", **{**PARTS, **parts})


def issue(version: int = 1, **parts: object) -> IssueCheckOpinion:
    said = {"conclusion": Conclusion.ACCEPTED, **PARTS, **parts}
    return IssueCheckOpinion(case=CASE, version=version, opinion_no="组审〔2026〕9号", **said)


def test_the_personnel_part_of_each_version_gets_one_opinion(repo: Given) -> None:
    hear(repo, then.receive_plan_part, plan(1, "personnel_selection"))
    repo.apply(opinions.give_plan_opinion(opine(1), department(), repo, NOBODY))
    with pytest.raises(OpinionGivenBefore):
        opinions.give_plan_opinion(opine(1, conclusion=Stand.FAVOURS), department(days=1), repo, NOBODY)
    hear(repo, then.receive_plan_part, plan(2, "ideology", "personnel_selection"))
    with pytest.raises(PartsMissing):
        opinions.give_plan_opinion(opine(2, demands=()), department(), repo, NOBODY)
    repo.apply(opinions.give_plan_opinion(opine(2, conclusion=Stand.FAVOURS, demands=()), department(), repo, NOBODY))
    given = repo.last(PlanOpinionGiven)
    assert (given.body, given.conclusion, given.plan_version, given.given_on) == ("org_dept", "pass", 2, date(2026, 3, 2))
    assert [v.state for v in repo.find(PlanOpinions, plan_opinions_id(CASE)).versions] == ["RETURNED", "PASSED"]


def test_a_plan_without_a_personnel_part_is_not_the_departments(repo: Given) -> None:
    hear(repo, then.receive_plan_part, plan(1, "ideology"))
    with pytest.raises(NoPersonnelPart):
        opinions.give_plan_opinion(opine(1), department(), repo, NOBODY)


def test_nothing_is_said_of_a_version_taken_back(repo: Given) -> None:
    hear(repo, then.receive_plan_part, plan(1, "personnel_selection"))
    hear(repo, then.withdraw_plan_part, heard.PlanWithdrawn(plan=named("plan", CASE), case=CASE, org=ORG, version=1))
    with pytest.raises(NothingToReview) as refused:
        opinions.give_plan_opinion(opine(1), department(), repo, NOBODY)
    assert refused.value.values["state"] == "WITHDRAWN"


def test_only_the_cases_own_department_speaks_and_nobody_who_served_there(repo: Given) -> None:
    hear(repo, then.receive_report, report("progress"), on("2026-06-02"))
    with pytest.raises(NotOrganOfThisCase):
        opinions.give_assisting_opinion(assist(), act("org_dept", "OTHER", now=on("2026-06-03")), repo, NOBODY)
    with pytest.raises(NotOrganOfThisCase):
        opinions.give_assisting_opinion(assist(), act("discipline", "ZZB", now=on("2026-06-03")), repo, NOBODY)
    served = (PostsHeld(posts=(held("甲", "handler", until="2025-06-30"),)),)
    with pytest.raises(VerifierHeldPostThere) as refused:
        opinions.give_assisting_opinion(assist(), department(now=on("2026-06-03")), repo, served)
    assert refused.value.values["until"] == "2025-06-30"
    long_ago = (PostsHeld(posts=(held("甲", "handler", until="2021-06-30"),)),)
    assert opinions.give_assisting_opinion(assist(), department(now=on("2026-06-03")), repo, long_ago)


def test_an_assisting_opinion_counts_from_its_effective_time_and_no_other(repo: Given) -> None:
    hear(repo, then.receive_report, report("progress"), on("2026-06-02"))
    with pytest.raises(OpinionBeforeReceipt):
        opinions.give_assisting_opinion(assist(), department(now=on("2026-06-10"), effective=on("2026-06-01")), repo, NOBODY)
    late = department(now=on("2026-06-23"), effective=on("2026-06-22"))
    with pytest.raises(LateClaimedTimely) as refused:
        opinions.give_assisting_opinion(assist(), late, repo, NOBODY)
    assert refused.value.values["due"] == "2026-06-22"
    repo.apply(opinions.give_assisting_opinion(assist(), department(now=on("2026-06-23")), repo, NOBODY))
    given = repo.last(AssistingOpinionGiven)
    assert (given.given_on, given.due, given.late) == (date(2026, 6, 23), date(2026, 6, 22), True)


def test_the_last_day_is_in_time(repo: Given) -> None:
    hear(repo, then.receive_report, report("progress"), on("2026-06-02"))
    repo.apply(opinions.give_assisting_opinion(assist(), department(now=on("2026-06-22")), repo, NOBODY))
    assert repo.last(AssistingOpinionGiven).late is False


def test_the_month_of_the_own_opinion_runs_from_the_later_of_both_reports(repo: Given) -> None:
    hear(repo, then.receive_report, report("special", day=date(2026, 5, 20), to="ZZB"), on("2026-05-20"))
    reviewed = repo.find(ReportOpinions, report_opinions_id(CASE))
    assert reviewed.check_due(reviewed.check[0]) is None
    hear(repo, then.receive_report, report("progress"), on("2026-06-02"))
    with pytest.raises(PartsMissing) as refused:
        opinions.issue_check_opinion(issue(demands=()), department(now=on("2026-06-30")), repo, NOBODY)
    assert refused.value.values["missing"] == "demands"
    repo.apply(opinions.issue_check_opinion(issue(), department(now=on("2026-07-02")), repo, NOBODY))
    issued = repo.last(CheckOpinionIssued)
    assert (issued.due, issued.late, issued.special_check) == (date(2026, 7, 2), False, "personnel_selection")


def test_who_gave_the_assisting_opinion_may_give_the_own_one(repo: Given) -> None:
    hear(repo, then.receive_report, report("progress"), on("2026-06-02"))
    hear(repo, then.receive_report, report("special", to="ZZB"), on("2026-06-02"))
    one = department(now=on("2026-06-10"))
    repo.apply(opinions.give_assisting_opinion(assist(), one, repo, NOBODY))
    repo.apply(opinions.issue_check_opinion(issue(), one, repo, NOBODY))
    assert repo.last(CheckOpinionIssued).verifier == repo.last(AssistingOpinionGiven).verifier


def test_a_special_report_that_went_elsewhere_or_is_of_another_kind_is_not_reviewed(repo: Given) -> None:
    hear(repo, then.receive_report, report("special", to="XCHB"))
    hear(repo, then.receive_report, report("final"))
    assert not repo.find(ReportOpinions, report_opinions_id(CASE)).exists


def test_a_new_version_takes_the_place_of_one_nobody_spoke_of_and_an_opinion_that_is_not_followed_says_why(repo: Given) -> None:
    hear(repo, then.receive_report, report("special", to="ZZB"), on("2026-06-02"))
    repo.apply(opinions.issue_check_opinion(issue(conclusion=Conclusion.RETURNED), department(now=on("2026-06-05")), repo, NOBODY))
    settled = heard.ReportSentBack(case=CASE, org=ORG, kind="special", special_check="personnel_selection", version=1)
    hear(repo, then.see_report_sent_back, settled)
    hear(repo, then.see_report_sent_back, settled)
    hear(repo, then.receive_report, report("special", 2, date(2026, 6, 20), "ZZB"))
    hear(repo, then.receive_report, report("special", 3, date(2026, 6, 21), "ZZB"))
    with pytest.raises(NothingToReview):
        opinions.issue_check_opinion(issue(2), department(now=on("2026-06-22")), repo, NOBODY)
    repo.apply(opinions.issue_check_opinion(issue(3), department(now=on("2026-06-22")), repo, NOBODY))
    why = {"code": "report-opinion-version", "en": "another version", "zh": "另一版"}
    late = {"case": CASE, "org": ORG, "kind": "special", "special_check": "personnel_selection", "version": 3}
    hear(repo, then.see_opinion_not_applied, heard.ReportOpinionNotApplied(**late, **why))
    versions = repo.find(ReportOpinions, report_opinions_id(CASE)).check
    assert [v.state for v in versions] == [OpinionState.GIVEN, OpinionState.REPLACED, OpinionState.GIVEN]
    assert [v.code for v in versions] == ["", "", "report-opinion-version"]
