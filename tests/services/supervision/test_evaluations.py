"""Evaluations: schemes as data, whose hand is allowed (SOD-08), one grade, exactly one disposal opinion."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kernel.context import named
from supervision.commands import evaluations as wish
from supervision.commands.plans import PassPlan
from supervision.events import evaluation as told
from supervision.events.case import CaseTakenUp
from supervision.events.evaluation import Deduction, Indicator, Rating, Threshold, Veto
from supervision.events.plan_review import PlanReceived
from supervision.handlers import evaluations as handle
from supervision.handlers import plans
from supervision.handlers.checks import PostsHeld
from supervision.model.case import CaseFile, file_id
from supervision.model.evaluation import Evaluation, EvaluationRoll, State, evaluation_roll_id
from supervision.model.plan_review import PlanReview, review_id
from supervision.model.scheme import WHOLE, Scheme
from supervision.model.verifier import HeldPost
from supervision.refusals.evaluations import (
    AuthorEvaluates,
    CosignerBarred,
    DisposalNotOne,
    EvaluationState,
    NotEvaluatedOrg,
    NotSchemeOwner,
    SchemeGrades,
    SchemeIndicators,
    TooManyPoints,
    UnknownDisposal,
    UnknownIndicator,
)
from supervision.refusals.organ import NotOrganOfCase
from supervision.refusals.verdicts import VerifierHeldPost
from testkit.given import Given, act

CASE, ORG, BOOK = named("case", "2026-1", "CGJ"), named("org", "CGJ"), "guangxi-2022@1"
BODIES = {"leading_group": "LDXZ", "office": "XCB", "discipline": "JW", "org_dept": "ZZB"}
REVIEWER, EVALUATOR = act("discipline", "JW", "reviewer"), act("discipline", "JW", "evaluator")
PRINCIPAL, LEADERS = act("principal", "CGJ"), act("leading_group", "LDXZ")
SCHEME, EVALUATION = named("scheme", "PG"), named("evaluation", "评1")
NOBODY = (PostsHeld(),)


def scheme(**parts: Any) -> wish.FixScheme:
    said: dict[str, Any] = {
        "code": "PG",
        "title": "评估办法",
        "rulebook": "guangxi-2022",
        "indicators": (
            Indicator(code="I1", name="领导", weight=15_000),
            Indicator(code="I2", name="责任", weight=15_000),
            Indicator(code="I3", name="任务", weight=60_000),
            Indicator(code="I4", name="满意度", weight=10_000),
        ),
        "satisfaction": "I4",
        "vetoes": (Veto(code="V1", name="虚假整改", grade="poor"),),
        "thresholds": tuple(
            Threshold(grade=grade, at_least=least)
            for grade, least in (("excellent", 90_000), ("good", 80_000), ("fair", 60_000), ("poor", 0))
        ),
    }
    return wish.FixScheme(**{**said, **parts})


def opened(upto: State = State.MATERIAL_CHECK) -> Given:
    repo = Given()
    bodies = {name: named("org", code) for name, code in BODIES.items()}
    file = repo.find(CaseFile, file_id(CASE))
    phase = {"rulebook": BOOK, "phase_end": date(2026, 2, 28)}
    repo.apply(file.take_up(CaseTakenUp(file=file.id, case=CASE, org=ORG, **phase, **bodies)))
    repo.apply(handle.fix_scheme(scheme(), EVALUATOR, repo))
    repo.apply(handle.open_evaluation(wish.OpenEvaluation(number="评1", case=CASE, scheme=SCHEME), EVALUATOR, repo))
    if upto is State.SCHEME_FIXED:
        return repo
    own = wish.AssessSelf(evaluation=EVALUATION, ratings=(Rating(indicator="I1", points=15_000),))
    repo.apply(handle.assess_self(own, PRINCIPAL, repo))
    repo.apply(handle.check_materials(wish.CheckMaterials(evaluation=EVALUATION, note="x"), EVALUATOR, repo))
    return repo


def taken_off(indicator: str, points: int) -> Deduction:
    return Deduction(indicator=indicator, points=points, reason="未完成")


def scored(repo: Given, *deductions: Deduction, vetoes: tuple[str, ...] = ()) -> told.EvaluationScored:
    command = wish.ScoreEvaluation(evaluation=EVALUATION, deductions=deductions, vetoes=vetoes)
    repo.apply(handle.score_evaluation(command, EVALUATOR, repo, NOBODY))
    event: told.EvaluationScored = repo.last(told.EvaluationScored)
    return event


def proposal(*disposals: str) -> wish.ProposeGrade:
    return wish.ProposeGrade(evaluation=EVALUATION, disposals=disposals, reason="理由")


def test_a_score_of_83_is_the_grade_that_the_scheme_says() -> None:
    repo = opened()
    repo.apply(handle.enter_survey(wish.EnterSurvey(evaluation=EVALUATION, answers=40, satisfied_permille=800), EVALUATOR, repo))
    event = scored(repo, taken_off("I2", 3_000), taken_off("I3", 12_000))
    assert (event.score, event.grade, event.satisfaction_counted) == (83_000, "good", True)


def test_a_survey_below_the_minimum_is_kept_and_not_counted() -> None:
    repo = opened()
    repo.apply(handle.enter_survey(wish.EnterSurvey(evaluation=EVALUATION, answers=9, satisfied_permille=1000), EVALUATOR, repo))
    assert (repo.last(told.SurveyCounted).counted, repo.last(told.SurveyCounted).least) == (False, 10)
    event = scored(repo, taken_off("I3", 9_000))
    assert (event.score, event.grade) == (90_000, "excellent")  # 81 of the 90 points that are left


def test_a_survey_closed_before_the_evaluation_opened_counts_for_it() -> None:
    repo = opened(State.SCHEME_FIXED)
    roll = repo.find(EvaluationRoll, evaluation_roll_id(CASE))
    noted = told.SurveyNoted(roll=roll.id, case=CASE, org=ORG, survey=named("survey", "1"), answers=12, satisfied_permille=500)
    repo.apply(roll.note(noted))
    assert repo.find(EvaluationRoll, roll.id).note(noted) == []
    repo.apply(handle.open_evaluation(wish.OpenEvaluation(number="评2", case=CASE, scheme=SCHEME), EVALUATOR, repo))
    assert repo.find(Evaluation, named("evaluation", "评2")).permille == 500


def test_a_veto_lets_the_grade_be_no_better() -> None:
    assert scored(opened(), vetoes=("V1",)).grade == "poor"


@pytest.mark.parametrize(
    ("disposals", "refusal"),
    [((), DisposalNotOne), (("D1", "D2"), DisposalNotOne), (("D1", "D1"), DisposalNotOne), (("D5",), UnknownDisposal)],
)
def test_an_evaluation_ends_with_exactly_one_of_four_disposal_opinions(
    disposals: tuple[str, ...], refusal: type[Exception]
) -> None:
    repo = opened()
    scored(repo)
    with pytest.raises(refusal):
        handle.propose_grade(proposal(*disposals), EVALUATOR, repo, NOBODY)
    repo.apply(handle.propose_grade(proposal("D1"), EVALUATOR, repo, NOBODY))
    assert repo.find(Evaluation, EVALUATION).disposal == "D1"


def test_who_reviewed_the_plan_evaluates_only_beside_another_who_reviewed_nothing() -> None:
    repo = opened()
    received = PlanReceived(
        review=review_id(CASE),
        plan=named("plan", CASE),
        case=CASE,
        org=ORG,
        plan_version=1,
        received_on=date(2026, 3, 1),
        submitter=PRINCIPAL.actor,
        rulebook=BOOK,
    )
    repo.apply(repo.find(PlanReview, received.review).receive(received))
    repo.apply(plans.pass_plan(PassPlan(case=CASE, plan_version=1, opinion_no="审1", overall="可行"), REVIEWER, repo))
    score = wish.ScoreEvaluation(evaluation=EVALUATION)
    with pytest.raises(AuthorEvaluates):
        handle.score_evaluation(score, REVIEWER, repo, NOBODY)
    cosign = wish.CosignEvaluation(evaluation=EVALUATION)
    with pytest.raises(CosignerBarred):
        handle.cosign_evaluation(cosign, REVIEWER, repo, NOBODY)
    repo.apply(handle.cosign_evaluation(cosign, EVALUATOR, repo, NOBODY))
    repo.apply(handle.score_evaluation(score, REVIEWER, repo, NOBODY))
    assert repo.last(told.EvaluationScored).cosigner == EVALUATOR.actor


def test_nobody_with_a_recent_post_in_the_organisation_evaluates_it() -> None:
    repo = opened()
    held = (PostsHeld(posts=(HeldPost(org=ORG, until=date(2025, 3, 1)),)),)
    with pytest.raises(VerifierHeldPost):
        handle.score_evaluation(wish.ScoreEvaluation(evaluation=EVALUATION), EVALUATOR, repo, held)


def test_the_organisation_is_heard_before_the_leading_group_approves() -> None:
    repo = opened()
    scored(repo)
    repo.apply(handle.propose_grade(proposal("D2"), EVALUATOR, repo, NOBODY))
    approve = wish.ApproveEvaluation(evaluation=EVALUATION, approval="领1")
    with pytest.raises(EvaluationState):
        handle.approve_evaluation(approve, LEADERS, repo)
    with pytest.raises(NotEvaluatedOrg):
        handle.answer_evaluation(wish.AnswerEvaluation(evaluation=EVALUATION, opinion="x"), act("principal", "YLB"), repo)
    repo.apply(handle.hear_evaluated(wish.HearEvaluated(evaluation=EVALUATION), EVALUATOR, repo))
    assert not repo.last(told.EvaluationHeard).answered  # it let the occasion pass
    with pytest.raises(NotOrganOfCase):
        handle.approve_evaluation(approve, act("leading_group", "OTHER"), repo)
    repo.apply(handle.approve_evaluation(approve, LEADERS, repo))
    event = repo.last(told.EvaluationApproved)
    assert (event.scheme, event.grade, event.disposal) == ("PG@1", "excellent", "D2")


def test_what_the_leading_group_sends_back_is_scored_anew() -> None:
    repo = opened()
    scored(repo)
    repo.apply(handle.propose_grade(proposal("D2"), EVALUATOR, repo, NOBODY))
    repo.apply(handle.send_back_evaluation(wish.SendBackEvaluation(evaluation=EVALUATION, reason="扣分依据不足"), LEADERS, repo))
    assert scored(repo, taken_off("I1", 15_000)).grade == "good"


def test_a_scheme_is_sound_and_grows_by_versions_of_its_owner() -> None:
    repo = opened()
    with pytest.raises(SchemeIndicators):
        handle.fix_scheme(scheme(indicators=(Indicator(code="I1", name="x", weight=99_999),), satisfaction=""), EVALUATOR, repo)
    with pytest.raises(SchemeGrades):
        handle.fix_scheme(scheme(thresholds=(Threshold(grade="excellent", at_least=0),)), EVALUATOR, repo)
    with pytest.raises(NotSchemeOwner):
        handle.fix_scheme(scheme(), act("discipline", "SJW"), repo)
    repo.apply(handle.fix_scheme(scheme(title="二"), EVALUATOR, repo))
    assert repo.last(told.SchemeFixed).scheme_version == 2
    assert repo.find(Evaluation, EVALUATION).scheme_version == 1  # an evaluation keeps the version it was opened by


def test_points_are_taken_off_what_the_scheme_knows_and_never_more_than_it_is_worth() -> None:
    repo = opened()
    for deduction, refusal in ((taken_off("I9", 1), UnknownIndicator), (taken_off("I4", 1), UnknownIndicator)):
        with pytest.raises(refusal):
            scored(repo, deduction)
    with pytest.raises(TooManyPoints):
        scored(repo, taken_off("I1", 8_000), taken_off("I1", 8_000))


@given(some.lists(some.integers(1, 60_000), max_size=3), some.one_of(some.none(), some.integers(0, 1000)))
def test_a_score_stays_within_100_points_and_more_deductions_never_raise_it(points: list[int], permille: int | None) -> None:
    version = opened(State.SCHEME_FIXED).find(Scheme, SCHEME).version_of(1)
    kept: list[Deduction] = []
    former = version.score((), permille)
    for some_points in points:
        try:
            now = version.score([*kept, taken_off("I3", some_points)], permille)
        except TooManyPoints:
            break
        kept.append(taken_off("I3", some_points))
        assert 0 <= now <= former <= WHOLE
        former = now


def test_the_last_day_comes_from_the_rulebook() -> None:
    event = opened().last(told.EvaluationOpened)
    assert event.due == date(2026, 8, 28)  # six months after the phase, a configurable default
