"""Decisions about posts, appointment talks, assessments, adjustments and the department's own report."""

from datetime import date, datetime, timedelta

import pytest

from kernel.context import named
from kernel.messages import Changes, facts
from review.commands.adjustment import DecideAdjustment, ProposeAdjustment, RespondToAdjustment
from review.commands.assessment import EnterAssessment
from review.commands.leadership import DecideAppointment, DecideRemoval, HoldAppointmentTalk, RevokeAppointment
from review.commands.supervision_report import (
    AcceptSupervisionReport,
    DraftSupervisionReport,
    SendBackSupervisionReport,
    SubmitSupervisionReport,
)
from review.events.adjustment import AdjustmentDecided, AdjustmentPutForward, AdjustmentResponded
from review.events.assessment import AssessmentEntered
from review.events.heard import findings as heard
from review.events.heard import supervision as heard_supervision
from review.events.leadership import AppointmentDecided, AppointmentNotFollowed, AppointmentTalkHeld
from review.events.supervision_report import SupervisionReportDrafted, SupervisionReportSubmitted
from review.events.words import Action, ActionCount, Outcome, Post, TalkItem, TalkTopic
from review.handlers import adjustment, assessment, leadership, supervision_report
from review.handlers.organ import PostsHeld
from review.model.leadership import Decision, Leadership, leadership_id
from review.policies import cases
from review.policies import leadership as then
from review.policies import supervision as supervised
from review.refusals.adjustment import AdjustmentDecidedBefore, MeasureMissing, NotTheSubject, SubjectMissing, SubjectRecords
from review.refusals.assessment import EnteredBefore, GradeMissing, YearOutside
from review.refusals.leadership import (
    DecidedBefore,
    DecisionInForce,
    InPostAlready,
    NotInPost,
    OwnAppointment,
    TalkTooEarly,
    TalkWithoutRectification,
    TwoPrincipals,
)
from review.refusals.organ import NotOrganOfThisCase, OwnLeadership
from review.refusals.supervision_report import CountedAlready, PhaseRuns, WrongSupervisionReportState
from testkit.given import MORNING, Given, act

from .conftest import CASE, NOBODY, ORG, department, hear, held, person

HASH = "ab" * 32
SERVING = (PostsHeld(posts=(held("局长甲"), held("副局长甲", "member"))),)


def decide(who: str, day: str = "2026-03-02", no: str = "任〔2026〕1号", **fields: object) -> DecideAppointment:
    said = {"post": Post.PRINCIPAL, **fields}
    return DecideAppointment(
        org=ORG, person=person(who), effective_on=date.fromisoformat(day), decision_no=no, document=HASH, **said
    )


def decisions(repo: Given) -> list[Decision]:
    return repo.find(Leadership, leadership_id(ORG)).decisions


def test_two_principals_at_once_are_refused_unless_the_outgoing_is_named(repo: Given) -> None:
    with pytest.raises(TwoPrincipals):
        leadership.decide_appointment(decide("局长乙"), department(), repo, SERVING)
    with pytest.raises(TwoPrincipals):
        leadership.decide_appointment(decide("局长乙", acting=True), department(), repo, SERVING)
    with pytest.raises(NotInPost):
        leadership.decide_appointment(decide("局长乙", replaces=person("副局长甲")), department(), repo, SERVING)
    repo.apply(leadership.decide_appointment(decide("局长乙", replaces=person("局长甲")), department(), repo, SERVING))
    decided = repo.last(AppointmentDecided)
    assert (decided.post, decided.replaces, decided.case) == (Post.PRINCIPAL, person("局长甲"), CASE)


def test_what_was_decided_and_waits_counts_as_much_as_the_register(repo: Given) -> None:
    first = decide("局长乙", "2026-05-01", replaces=person("局长甲"))
    repo.apply(leadership.decide_appointment(first, department(), repo, SERVING))
    with pytest.raises(NotInPost):
        leadership.decide_appointment(decide("局长丙", "2026-06-01", "2号", replaces=person("局长甲")), department(), repo, SERVING)
    with pytest.raises(TwoPrincipals):
        leadership.decide_appointment(decide("局长丙", "2026-06-01", "2号"), department(), repo, SERVING)
    second = decide("局长丙", "2026-06-01", "2号", replaces=person("局长乙"))
    repo.apply(leadership.decide_appointment(second, department(), repo, SERVING))
    with pytest.raises(InPostAlready):
        leadership.decide_appointment(decide("局长丙", "2026-06-02", "3号"), department(), repo, SERVING)
    gone = DecideRemoval(
        org=ORG, post=Post.PRINCIPAL, person=person("局长丙"), effective_on=date(2026, 7, 1), decision_no="4号", document=HASH
    )
    repo.apply(leadership.decide_removal(gone, department(), repo, SERVING))
    repo.apply(leadership.decide_appointment(decide("局长丁", "2026-07-01", "5号"), department(), repo, SERVING))
    assert [known.removal for known in decisions(repo)] == [False, False, True, False]


def test_an_acting_principal_is_confirmed_and_a_member_joins_without_replacing_anybody(repo: Given) -> None:
    acting = (PostsHeld(posts=(held("局长甲", acting=True),)),)
    repo.apply(leadership.decide_appointment(decide("局长甲"), department(), repo, acting))
    repo.apply(leadership.decide_appointment(decide("副局长丙", post=Post.MEMBER), department(), repo, SERVING))
    with pytest.raises(InPostAlready):
        leadership.decide_appointment(decide("副局长甲", post=Post.MEMBER), department(), repo, SERVING)


def test_a_department_decides_neither_about_itself_nor_in_a_case_of_another(repo: Given) -> None:
    with pytest.raises(NotOrganOfThisCase):
        leadership.decide_appointment(decide("局长乙"), act("org_dept", "OTHER"), repo, NOBODY)
    own = decide("部长乙").model_copy(update={"org": named("org", "ZZB")})
    with pytest.raises(OwnLeadership):
        leadership.decide_appointment(own, department(), repo, NOBODY)
    myself = decide("局长乙").model_copy(update={"person": department().actor})
    with pytest.raises(OwnAppointment):
        leadership.decide_appointment(myself, department(), repo, NOBODY)


def test_a_decision_shows_whether_the_register_followed_once_however_often_it_says_so(repo: Given) -> None:
    repo.apply(leadership.decide_appointment(decide("局长乙", replaces=person("局长甲")), department(), repo, SERVING))
    with pytest.raises(DecidedBefore):
        leadership.decide_appointment(decide("局长乙"), department(days=1), repo, NOBODY)
    decision = decisions(repo)[0].decision
    about = {"decision": decision, "org": ORG, "person": person("局长乙")}
    why = heard.AppointmentNotApplied(**about, code="post-not-held", en="not held", zh="未任该职")
    for _ in range(2):
        hear(repo, then.see_appointment_not_applied, why)
    assert [event.code for event in repo.events if isinstance(event, AppointmentNotFollowed)] == ["post-not-held"]
    assert decisions(repo)[0].state == "NOT_FOLLOWED"


def test_a_decision_is_taken_back_only_before_its_day(repo: Given) -> None:
    repo.apply(
        leadership.decide_appointment(decide("局长乙", "2026-03-10", replaces=person("局长甲")), department(), repo, SERVING)
    )
    back = RevokeAppointment(org=ORG, person=person("局长乙"), decision_no="任〔2026〕1号", reason="另有安排")
    with pytest.raises(DecisionInForce):
        leadership.revoke_appointment(back, department(days=8), repo)
    repo.apply(leadership.revoke_appointment(back, department(days=7), repo))
    assert decisions(repo)[0].state == "REVOKED"
    again = decide("局长丙", "2026-03-20", "2号", replaces=person("局长甲"))
    assert leadership.decide_appointment(again, department(days=7), repo, SERVING)


def test_who_takes_over_is_talked_to_and_who_leaves_hands_over(repo: Given) -> None:
    def rule(changes: Changes) -> str:
        (fact,) = facts(changes)
        return fact.rule

    new_principal = decide("局长乙", "2026-03-10", replaces=person("局长甲"))
    assert rule(leadership.decide_appointment(new_principal, department(), repo, SERVING)) == "R-113"
    member = decide("副局长乙", "2026-03-10", "2号", post=Post.MEMBER, replaces=person("副局长甲"))
    assert rule(leadership.decide_appointment(member, department(), repo, SERVING)) == "R-106"


def test_a_talk_raises_rectification_while_a_case_is_open(repo: Given) -> None:
    def talk(*topics: TalkTopic) -> HoldAppointmentTalk:
        items = tuple(TalkItem(topic=topic, text="要求") for topic in topics)
        return HoldAppointmentTalk(org=ORG, person=person("局长乙"), items=items, record_sha256=HASH)

    with pytest.raises(TalkTooEarly):
        leadership.hold_appointment_talk(talk(TalkTopic.RECTIFICATION), department(), repo, SERVING)
    repo.apply(leadership.decide_appointment(decide("局长乙", replaces=person("局长甲")), department(), repo, SERVING))
    with pytest.raises(TalkWithoutRectification):
        leadership.hold_appointment_talk(talk(TalkTopic.INTEGRITY), department(), repo, SERVING)
    held_one = leadership.hold_appointment_talk(talk(TalkTopic.DUTIES, TalkTopic.RECTIFICATION), department(), repo, SERVING)
    repo.apply(held_one)
    assert (repo.last(AppointmentTalkHeld).cases, repo.last(AppointmentTalkHeld).decision) == ((CASE,), decisions(repo)[0].decision)
    hear(repo, cases.leave_closed_case, heard.CaseClosed(case=CASE, org=ORG))
    assert leadership.hold_appointment_talk(talk(TalkTopic.INTEGRITY), department(), repo, SERVING)
    hear(repo, cases.enter_reopened_case, heard.CaseReopened(case=CASE, org=ORG))
    with pytest.raises(TalkWithoutRectification):
        leadership.hold_appointment_talk(talk(TalkTopic.INTEGRITY), department(), repo, SERVING)


def test_after_a_merger_the_successor_answers(repo: Given) -> None:
    hear(repo, cases.move_case, heard.CaseTransferred(case=CASE, org=named("org", "ZFJ"), former=ORG))
    assert not repo.find(Leadership, leadership_id(ORG)).cases
    assert [case.case for case in repo.find(Leadership, leadership_id(named("org", "ZFJ"))).cases] == [CASE]


def test_one_entry_a_case_and_year_with_the_grade_of_the_evaluation(repo: Given) -> None:
    def enter(year: int, grade: str = "") -> EnterAssessment:
        return EnterAssessment(case=CASE, year=year, grade=grade, text="整改纳入年度考核")

    with pytest.raises(GradeMissing):
        assessment.enter_assessment(enter(2026), department(), repo)
    with pytest.raises(YearOutside):
        assessment.enter_assessment(enter(2025, "好"), department(), repo)
    approved = heard_supervision.EvaluationApproved(
        evaluation=named("evaluation", "1"),
        case=CASE,
        org=ORG,
        score=83000,
        grade="good",
        disposal="D1",
        approved_on=MORNING.date(),
    )
    for _ in range(2):
        hear(repo, supervised.note_evaluation, approved)
    repo.apply(assessment.enter_assessment(enter(2026), department(), repo))
    entered = repo.last(AssessmentEntered)
    assert (entered.grade, entered.score, entered.evaluation) == ("good", 83000, named("evaluation", "1"))
    with pytest.raises(EnteredBefore):
        assessment.enter_assessment(enter(2026, "好"), department(), repo)
    with pytest.raises(NotOrganOfThisCase):
        assessment.enter_assessment(enter(2026, "好"), act("org_dept", "OTHER"), repo)


def test_an_adjustment_is_never_recorded_by_its_subject_who_may_respond(repo: Given) -> None:
    subject = act("member", "CGJ")
    proposer = act("discipline", "JW")
    wish = ProposeAdjustment(org=ORG, case=CASE, person=subject.actor, reason="敷衍整改")
    with pytest.raises(SubjectRecords):
        adjustment.propose_adjustment(wish.model_copy(update={"person": proposer.actor}), proposer, repo)
    repo.apply(adjustment.propose_adjustment(wish, proposer, repo))
    proposal = repo.last(AdjustmentPutForward).proposal
    ruling = DecideAdjustment(proposal=proposal, outcome=Outcome.ADJUSTED, measure="调离岗位", decision_no="组〔2026〕3号")
    response = RespondToAdjustment(proposal=proposal, text="情况说明")
    with pytest.raises(NotTheSubject):
        adjustment.respond_to_adjustment(response, subject, repo)
    with pytest.raises(MeasureMissing):
        adjustment.decide_adjustment(ruling.model_copy(update={"measure": ""}), department(), repo)
    repo.apply(adjustment.decide_adjustment(ruling, department(), repo))
    with pytest.raises(AdjustmentDecidedBefore):
        adjustment.decide_adjustment(ruling, department(days=1), repo)
    repo.apply(adjustment.respond_to_adjustment(response, subject, repo))
    assert repo.last(AdjustmentDecided).person == repo.last(AdjustmentResponded).person == subject.actor


def test_the_decision_names_whom_supervision_left_open_and_not_its_author(repo: Given) -> None:
    proposed = heard_supervision.AdjustmentProposed(proposal=named("proposal", "1"), org=ORG, case=CASE, reason="问责〔2026〕1号")
    for _ in range(2):
        hear(repo, supervised.take_up_adjustment, proposed)
    assert sum(isinstance(event, AdjustmentPutForward) for event in repo.events) == 1
    ruling = DecideAdjustment(proposal=proposed.proposal, outcome=Outcome.NOT_ADJUSTED, reason="不属实", decision_no="4号")
    with pytest.raises(SubjectMissing):
        adjustment.decide_adjustment(ruling, department(), repo)
    with pytest.raises(SubjectRecords):
        adjustment.decide_adjustment(ruling.model_copy(update={"person": department().actor}), department(), repo)
    repo.apply(adjustment.decide_adjustment(ruling.model_copy(update={"person": person("局长甲")}), department(), repo))


def test_the_report_follows_the_phase_and_is_counted_from_the_record(repo: Given) -> None:
    def draft(*actions: ActionCount) -> DraftSupervisionReport:
        words = {"status": "总体良好", "problems": "进度不一", "judgement": "可控", "suggestions": "加强督导"}
        return DraftSupervisionReport(case=CASE, actions=actions, document=HASH, **words)

    group, which = act("leading_group", "LDXZ"), {"case": CASE}
    visits = ActionCount(action=Action.FIELD_SUPERVISION, count=2)
    counted = ActionCount(action=Action.APPOINTMENT_TALK, count=9)
    with pytest.raises(CountedAlready):
        supervision_report.draft_supervision_report(draft(counted), department(), repo)
    repo.apply(assessment.enter_assessment(EnterAssessment(case=CASE, year=2026, grade="好", text="好"), department(), repo))
    repo.apply(supervision_report.draft_supervision_report(draft(visits), department(), repo))
    counts = {known.action: known.count for known in repo.last(SupervisionReportDrafted).actions}
    assert counts == {Action.CADRE_ASSESSMENT: 1, Action.APPOINTMENT_TALK: 0, Action.FIELD_SUPERVISION: 2}
    with pytest.raises(PhaseRuns):
        supervision_report.submit_supervision_report(SubmitSupervisionReport(**which), department(), repo)
    hear(repo, cases.end_phase, heard.ConcentratedPhaseEnded(case=CASE, org=ORG, phase_end=date(2026, 6, 2)))
    later = department(now=datetime(2026, 9, 2, 9, tzinfo=MORNING.tzinfo))
    repo.apply(supervision_report.submit_supervision_report(SubmitSupervisionReport(**which), later, repo))
    assert (repo.last(SupervisionReportSubmitted).due, repo.last(SupervisionReportSubmitted).late) == (date(2026, 9, 2), False)
    with pytest.raises(NotOrganOfThisCase):
        supervision_report.accept_supervision_report(AcceptSupervisionReport(**which), act("leading_group", "OTHER"), repo)
    repo.apply(supervision_report.send_back_supervision_report(SendBackSupervisionReport(**which, reason="太简"), group, repo))
    repo.apply(supervision_report.draft_supervision_report(draft(), later, repo))
    after = department(now=later.now + timedelta(days=5))
    repo.apply(supervision_report.submit_supervision_report(SubmitSupervisionReport(**which), after, repo))
    again = repo.last(SupervisionReportSubmitted)
    assert (again.version, again.late) == (2, False), "the day of the first submission decides"
    repo.apply(supervision_report.accept_supervision_report(AcceptSupervisionReport(**which), group, repo))
    with pytest.raises(WrongSupervisionReportState):
        supervision_report.submit_supervision_report(SubmitSupervisionReport(**which), later, repo)
