"""The table of duties: every rule with a date has an answer, and its rows say what the rulebook says."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

import rulebook
from kernel.context import named
from kernel.envelope import Told
from kernel.messages import Event, News
from supervision.events.heard import findings as told
from supervision.events.obligation import (
    ObligationMet,
    ObligationOpened,
    ObligationRedated,
    ObligationScheduled,
    ObligationSuperseded,
)
from supervision.model.duties import DUTIES, SUPERVISORS, held
from supervision.model.obligation import Obligation, State, obligation_id
from supervision.page import obligations as page
from supervision.policies.case import take_up_case
from supervision.policies.obligations import follow_round, keep_duties, move_case
from supervision.service import SERVICE
from testkit.given import Given, act

BOOK = "guangxi-2022@1"
CASE, ORG, ROUND = named("case", "2026-1", "CGJ"), named("org", "CGJ"), named("round", "2026-1")
FINDING = named("finding", "2026-1-CGJ-01")
ORGANS = {name: named("org", code) for name, code in (("dispatching", "XW"), ("leading_group", "LDXZ"), ("office", "XCB"))}
ORGANS |= {"discipline": named("org", "JW"), "org_dept": named("org", "ZZB"), "publicity": named("org", "XCHB")}


def tell(repo: Given, news: News, policy: Any = keep_duties) -> list[Event]:
    said = Told(
        news=news, source="a/findings/1", position=1, pub=1, at=act().now, effective=act().now,
        actor="0" * 32, role="system", org="", rule="", refs=(),
    )  # fmt: skip
    return list(repo.apply(policy(said, act("system", "XCB"), repo)))


def opened_case(**more: Any) -> Given:
    repo = Given()
    news = told.CaseOpened(
        case=CASE,
        org=ORG,
        round=ROUND,
        rulebook=BOOK,
        feedback_date=date(2026, 3, 2),
        receipt_date=date(2026, 3, 2),
        phase_end=date(2026, 6, 2),
        bodies=told.Bodies(**ORGANS),
        **more,
    )
    tell(repo, news, take_up_case)
    tell(repo, news)
    return repo


def duty(repo: Given, rule: str, subject: str = "", scope: str = CASE) -> Obligation:
    return repo.find(Obligation, obligation_id(scope, rule, subject))


def test_every_rule_with_a_date_is_kept_by_the_table_or_says_why_not() -> None:
    for book in rulebook.presets():
        for rule in book.rules:
            answer = held(rule.id, book)
            assert answer.why
            if answer.by:
                assert held(answer.by, book).how == "obligation"


def test_a_row_speaks_of_a_party_that_the_rulebook_names() -> None:
    book = rulebook.preset(BOOK)
    for row in DUTIES:
        if row.rule in book:
            assert row.party in book.rule(row.rule).party.parties, row.rule


def test_every_message_of_the_table_is_on_the_page() -> None:
    reacted = {*page.HEARS, *page.POLICIES}
    assert {step.on for row in DUTIES for step in row.steps} <= reacted
    assert all(hear.policies for hear in SERVICE.hears.values())


def test_a_case_opens_what_the_rulebook_dates_from_its_receipt() -> None:
    repo = opened_case(special_checks=("personnel_selection",))
    opened = {event.rule_id: event for event in repo.events if isinstance(event, ObligationOpened)}
    assert {"R-01", "R-02", "R-03", "R-04", "R-05", "R-07", "R-08", "R-95"} == set(opened)
    assert opened["R-08"].subject == "personnel_selection"
    assert opened["R-07"].due == date(2026, 6, 2)
    assert opened["R-95"].due == date(2026, 12, 31)
    assert opened["R-95"].obligor == ORGANS["org_dept"]
    scheduled = {event.rule_id: event.due for event in repo.events if isinstance(event, ObligationScheduled)}
    assert scheduled == {"R-34": date(2026, 9, 2), "R-41": date(2026, 9, 2)}
    assert duty(repo, "R-34").state is State.SCHEDULED
    tell(repo, told.ConcentratedPhaseEnded(case=CASE, org=ORG, phase_end=date(2026, 6, 2), rulebook=BOOK))
    assert (duty(repo, "R-34").state, duty(repo, "R-34").obligor) == (State.RUNNING, ORGANS["discipline"])


def test_the_acts_that_rules_within_the_phase_ask_for_meet_them() -> None:
    repo = opened_case()
    tell(repo, told.MechanismSetUp(case=CASE, org=ORG, document_sha256="a" * 64))
    tell(repo, told.MeetingHeld(case=CASE, org=ORG, kind="special-meeting", day=date(2026, 3, 10)))
    there = (told.Attended(duty="org_dept", present=True), told.Attended(duty="discipline_organ", present=False))
    tell(repo, told.MeetingHeld(case=CASE, org=ORG, kind="democratic-life", day=date(2026, 3, 20), attendance=there))
    assert [duty(repo, rule).state for rule in ("R-02", "R-04", "R-05", "R-37")] == [State.MET] * 4
    absent = duty(repo, "R-27")
    assert (absent.state, absent.due, absent.party in SUPERVISORS) == (State.RUNNING, date(2026, 3, 20), True)


def test_goals_of_a_plan_run_each_for_itself_and_move_with_its_amendment() -> None:
    repo = opened_case()
    goals = (told.PlannedMilestone(no=1, day=date(2026, 7, 31)), told.PlannedMilestone(no=2, day=date(2026, 12, 31)))
    item = told.PlanItemAdopted(finding=FINDING, case=CASE, org=ORG, plan_version=1, due=date(2026, 12, 31), milestones=goals)
    tell(repo, item)
    tell(repo, told.MilestoneMet(finding=FINDING, case=CASE, org=ORG, milestone=2, day=date(2026, 5, 1)))
    later = (told.PlannedMilestone(no=1, day=date(2026, 9, 30)), told.PlannedMilestone(no=3, day=date(2026, 11, 30)))
    tell(repo, item.model_copy(update={"plan_version": 2, "milestones": later}))
    moved = duty(repo, "R-20", f"{FINDING}:1")
    assert (moved.due, repo.last(ObligationRedated).former_due) == (date(2026, 9, 30), date(2026, 7, 31))
    assert duty(repo, "R-20", f"{FINDING}:2").state is State.MET
    assert duty(repo, "R-130", FINDING).due == date(2026, 12, 31)


def test_a_case_opened_again_asks_for_its_final_report_again() -> None:
    repo = opened_case()
    signed = told.AllSignedOff(case=CASE, org=ORG, day=date(2026, 6, 1), rulebook=BOOK)
    tell(repo, signed)
    tell(repo, told.CaseReopened(case=CASE, org=ORG, finding=FINDING))
    assert repo.last(ObligationSuperseded).by == "case-reopened"
    tell(repo, signed.model_copy(update={"day": date(2026, 9, 1)}))
    assert duty(repo, "R-16").state is State.SUPERSEDED
    assert (duty(repo, "R-16", "#2").state, duty(repo, "R-16", "#2").due) == (State.RUNNING, date(2026, 9, 16))


def test_a_change_of_principal_before_the_re_feedback_supersedes_it() -> None:
    repo = opened_case()
    about: dict[str, Any] = {"refeedback": "f" * 32, "case": CASE, "org": ORG}
    tell(repo, told.ReFeedbackDue(**about, change=1, changed_on=date(2026, 7, 24), rulebook=BOOK))
    tell(repo, told.ReFeedbackSuperseded(**about, change=1, by=2))
    tell(repo, told.ReFeedbackDue(**about, change=2, changed_on=date(2026, 8, 3), rulebook=BOOK))
    assert duty(repo, "R-17", "1").state is State.SUPERSEDED
    assert (duty(repo, "R-17", "2").due, duty(repo, "R-17", "2").obligor) == (date(2026, 8, 31), ORGANS["office"])


def test_after_a_merger_the_successor_has_what_opens_later() -> None:
    repo, successor = opened_case(), named("org", "SOE")
    tell(repo, told.CaseTransferred(case=CASE, org=successor, former=ORG, day=date(2026, 6, 30)), move_case)
    tell(repo, told.ReturnExpected(case=CASE, org=successor, month="2026-07", due=date(2026, 8, 5), rulebook=BOOK))
    opened = repo.last(ObligationOpened)
    assert (opened.obligor, opened.due, opened.stated) == (successor, date(2026, 8, 5), False)


def test_a_round_knows_its_organs_and_its_own_duties() -> None:
    repo = Given()
    about: dict[str, Any] = {"round": ROUND, "rulebook": BOOK, **ORGANS}
    tell(repo, told.RoundHeard(**about, body="secretary-meeting", heard_on=date(2026, 3, 2)), follow_round)
    tell(repo, told.FeedbackApproved(feedback="e" * 32, round=ROUND, org=ORG))
    deliver = duty(repo, "R-47", scope="e" * 32)
    assert (deliver.due, deliver.obligor) == (date(2026, 3, 9), ORGANS["office"])
    letter = told.LetterSent(
        letter="b" * 32, round=ROUND, addressee=ORG, kind="recommendation", sent_on=date(2026, 3, 5), rulebook=BOOK,
        reply_due=date(2026, 4, 30),
    )  # fmt: skip
    tell(repo, letter)
    assert duty(repo, "R-61", scope=ROUND).state is State.MET
    reply = duty(repo, "R-67", scope="b" * 32)
    assert (reply.obligor, reply.due, repo.last(ObligationOpened).stated) == (ORG, date(2026, 4, 30), True)
    tell(repo, told.LetterReplied(letter="b" * 32, addressee=ORG, replied_on=date(2026, 5, 2)))
    assert repo.last(ObligationMet).after_target == 2


@pytest.mark.parametrize("month", ["2026-01", "2026-12"])
def test_the_date_of_a_return_is_the_rulebook_s_own(month: str) -> None:
    repo, first = opened_case(), date.fromisoformat(f"{month}-01")
    following = (first + timedelta(days=31)).replace(day=5)
    tell(repo, told.ReturnExpected(case=CASE, org=ORG, month=month, due=following, rulebook=BOOK))
    assert repo.last(ObligationOpened).stated is False


def test_every_recorded_date_recomputes() -> None:
    """I23 over what the table opened and moved."""
    repo = opened_case(special_checks=("ideology", "personnel_selection"))
    goals = (told.PlannedMilestone(no=1, day=date(2026, 7, 31)),)
    item = told.PlanItemAdopted(finding=FINDING, case=CASE, org=ORG, plan_version=1, due=date(2026, 12, 31), milestones=goals)
    tell(repo, item)
    tell(repo, item.model_copy(update={"due": date(2026, 11, 30)}))
    recorded = [SimpleNamespace(event=event, position=n, aggregate=event.stream) for n, event in enumerate(repo.events)]
    checked, flaws = page.CHECKS["I23"].run(None, None, recorded)
    assert checked >= 12
    assert flaws == []
    wrong = repo.last(ObligationOpened).model_copy(update={"due": date(2027, 1, 1)})
    assert len(page.CHECKS["I23"].run(None, None, [SimpleNamespace(event=wrong, position=1, aggregate="a")])[1]) == 1
