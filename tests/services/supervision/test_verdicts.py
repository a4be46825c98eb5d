"""Plan reviews, outer checks and look-backs: who may say what, once."""

from collections.abc import Callable
from datetime import date

import pytest

from kernel.context import named
from kernel.messages import Changes
from supervision.commands.checks import FailSignOffCheck, PassSignOffCheck
from supervision.commands.look_back import ReopenByLookBack
from supervision.commands.obligations import AcceptObligation, WaiveObligation
from supervision.commands.plans import PassPlan, ReturnPlan
from supervision.events.accountability import AccountabilityProposed
from supervision.events.case import CaseTakenUp
from supervision.events.look_back import LookBackReopened
from supervision.events.plan_review import PlanReceived, PlanReturned
from supervision.events.signoff_check import SignOffCheckFailed, SignOffCheckOpened, SignOffCheckPassed
from supervision.events.words import Defect, Ground
from supervision.handlers import checks, look_back, obligations, plans
from supervision.handlers.checks import PostsHeld
from supervision.handlers.look_back import FindingStanding
from supervision.model.case import CaseFile, file_id
from supervision.model.obligation import Obligation, State, obligation_id
from supervision.model.plan_review import PlanReview, review_id
from supervision.model.signoff_check import SignOffCheck, check_id
from supervision.model.verifier import HeldPost
from supervision.refusals.look_back import EvidenceMissing, NotSignedOff
from supervision.refusals.organ import NotOrganOfCase
from supervision.refusals.verdicts import AlreadyDecided, OpinionIncomplete, VerifierHeldPost, VerifierInvolved, VerifierMustDiffer
from testkit.given import Given, act

CASE, ORG = named("case", "XS2026-1", "CGJ"), named("org", "CGJ")
FINDING = named("finding", "XS2026-1-CGJ-01")
PLAN = named("plan", CASE)
BODIES = {"leading_group": "LDXZ", "office": "XSB", "discipline": "JW", "org_dept": "ZZB", "publicity": "XCB"}
HANDLER, PRINCIPAL = act("handler").actor, act("principal").actor


def plan_received(repo: Given, version: int) -> None:
    received = PlanReceived(
        review=review_id(CASE),
        plan=PLAN,
        case=CASE,
        org=ORG,
        plan_version=version,
        received_on=date(2026, 4, 1),
        submitter=HANDLER,
        rulebook="guangxi-2022@1",
    )
    repo.apply(repo.find(PlanReview, received.review).receive(received))
    repo.apply(repo.find(Obligation, obligation_id(CASE, "R-03")).submit(date(2026, 4, version)))


def with_case() -> Given:
    repo = Given()
    bodies = {name: named("org", code) for name, code in BODIES.items()}
    taken = CaseTakenUp(file=file_id(CASE), case=CASE, org=ORG, **bodies)
    repo.apply(repo.find(CaseFile, taken.file).take_up(taken))
    return repo


def with_duty() -> Given:
    repo = with_case()
    duty = repo.find(Obligation, obligation_id(CASE, "R-03"))
    repo.apply(duty.open(case=CASE, org=ORG, rule_id="R-03", book="guangxi-2022@1", trigger=date(2026, 3, 2)))
    return repo


def returned(version: int, **parts: object) -> ReturnPlan:
    opinion = {"overall": "不完整", "shortcomings": "缺少举一反三", "demands": ("补充",), **parts}
    return ReturnPlan(case=CASE, plan_version=version, opinion_no=f"审〔2026〕{version}号", **opinion)


def passed(version: int) -> PassPlan:
    return PassPlan(case=CASE, plan_version=version, opinion_no="审〔2026〕9号", overall="同意")


def test_a_plan_returned_twice_passes_the_third_time_and_meets_its_duty_once() -> None:
    repo = with_duty()
    for version in (1, 2):
        plan_received(repo, version)
        repo.apply(plans.return_plan(returned(version), act("discipline", "JW"), repo))
    plan_received(repo, 3)
    assert repo.find(Obligation, obligation_id(CASE, "R-03")).state is State.RUNNING
    repo.apply(plans.pass_plan(passed(3), act("discipline", "JW"), repo))
    assert repo.find(Obligation, obligation_id(CASE, "R-03")).state is State.MET
    states = [version.state for version in repo.find(PlanReview, review_id(CASE)).versions]
    assert states == ["RETURNED", "RETURNED", "PASSED"]


def test_an_opinion_that_returns_has_all_its_parts() -> None:
    repo = with_duty()
    plan_received(repo, 1)
    with pytest.raises(OpinionIncomplete) as refused:
        plans.return_plan(returned(1, shortcomings="", demands=()), act("discipline", "JW"), repo)
    assert refused.value.values["missing"] == "shortcomings, demands"


def test_a_version_is_decided_once() -> None:
    repo = with_duty()
    plan_received(repo, 1)
    repo.apply(plans.return_plan(returned(1), act("discipline", "JW"), repo))
    assert repo.last(PlanReturned).verifier == act("discipline", "JW").actor
    with pytest.raises(AlreadyDecided):
        plans.pass_plan(passed(1), act("discipline", "JW"), repo)
    with pytest.raises(AlreadyDecided):
        plans.pass_plan(passed(7), act("discipline", "JW"), repo)


def inner_signed(repo: Given, signoff: int = 1, barred: tuple[str, ...] = (), involved: tuple[str, ...] = ()) -> None:
    opened = SignOffCheckOpened(
        check=check_id(FINDING),
        finding=FINDING,
        case=CASE,
        org=ORG,
        signoff=signoff,
        involved=(HANDLER, PRINCIPAL, *involved),
        barred=barred,
        rulebook="guangxi-2022@1",
    )
    repo.apply(repo.find(SignOffCheck, opened.check).open(opened))


def confirm(repo: Given, who: str, held: PostsHeld | None = None) -> None:
    command = PassSignOffCheck(finding=FINDING, overall="属实")
    repo.apply(checks.pass_sign_off_check(command, act("discipline", "JW", who), repo, answers=(held,)))


def test_the_verifier_confirms() -> None:
    repo = with_case()
    inner_signed(repo)
    confirm(repo, "甲")
    assert repo.last(SignOffCheckPassed).signoff == 1


def test_who_signed_inside_cannot_verify_outside() -> None:
    repo = with_case()
    inner_signed(repo, involved=(act("discipline", "JW", "甲").actor,))
    with pytest.raises(VerifierInvolved):
        confirm(repo, "甲")


@pytest.mark.parametrize("until", [None, date(2025, 10, 1), date(2023, 3, 2)])
def test_who_lately_held_a_post_there_cannot_verify(until: date | None) -> None:
    repo = with_case()
    inner_signed(repo)
    with pytest.raises(VerifierHeldPost):
        confirm(repo, "甲", PostsHeld(posts=(HeldPost(org=ORG, until=until),)))


@pytest.mark.parametrize("post", [HeldPost(org=ORG, until=date(2023, 3, 1)), HeldPost(org=named("org", "JYJ"))])
def test_a_post_long_ago_or_elsewhere_does_not_matter(post: HeldPost) -> None:
    repo = with_case()
    inner_signed(repo)
    confirm(repo, "甲", PostsHeld(posts=(post,)))
    assert repo.last(SignOffCheckPassed).verifier == act("discipline", "JW", "甲").actor


def test_after_reopening_another_person_verifies() -> None:
    repo = with_case()
    inner_signed(repo)
    confirm(repo, "甲")
    inner_signed(repo, 2, barred=(act("discipline", "JW", "甲").actor,))
    with pytest.raises(VerifierMustDiffer):
        confirm(repo, "甲")
    confirm(repo, "乙")
    assert repo.last(SignOffCheckPassed).signoff == 2


def test_false_rectification_is_put_forward_for_accountability() -> None:
    repo = with_case()
    inner_signed(repo)
    command = FailSignOffCheck(finding=FINDING, shortcomings="退款凭证系伪造", defect=Defect.FALSE)
    repo.apply(checks.fail_sign_off_check(command, act("discipline", "JW"), repo, answers=(None,)))
    assert repo.last(SignOffCheckFailed).defect == "false"
    assert repo.last(AccountabilityProposed).finding == FINDING


def looked_back(state: str, evidence: tuple[str, ...] = ("a" * 64,), defect: Defect | None = Defect.FALSE) -> Given:
    repo = with_case()
    repo.events.clear()
    command = ReopenByLookBack(finding=FINDING, ground=Ground.LOOK_BACK, reason="退款未到账", defect=defect, evidence=evidence)
    standing = FindingStanding(finding=FINDING, case=CASE, org=ORG, rulebook="guangxi-2022@1", state=state)
    repo.apply(look_back.reopen_by_look_back(command, act("office", "XSB"), repo, answers=(standing,)))
    return repo


def test_a_look_back_overturns_a_sign_off() -> None:
    repo = looked_back("SIGNED_OFF")
    assert repo.last(LookBackReopened).verifier == act("office", "XSB").actor
    assert repo.last(AccountabilityProposed).defect == "false"


def test_recurrence_after_honest_work_proposes_nothing() -> None:
    repo = looked_back("SIGNED_OFF", defect=None)
    assert [type(event) for event in repo.events] == [LookBackReopened]


def test_only_a_sign_off_can_be_overturned_and_only_on_evidence() -> None:
    with pytest.raises(NotSignedOff):
        looked_back("IN_PROGRESS")
    with pytest.raises(EvidenceMissing):
        looked_back("SIGNED_OFF", evidence=())


@pytest.mark.parametrize(
    ("role", "org"),
    [
        ("discipline", "CGJ"),
        ("discipline", "别县纪委"),
        ("org_dept", "JW"),
        ("publicity", "JW"),
        ("office", "CGJ"),
        ("team", "CGJ"),
    ],
)
def test_only_the_organs_of_the_case_judge_in_it(role: str, org: str) -> None:
    repo = with_duty()
    plan_received(repo, 1)
    inner_signed(repo)
    duty = obligation_id(CASE, "R-03")
    who = act(role, org)
    decisions: list[Callable[[], Changes]] = [
        lambda: plans.pass_plan(passed(1), who, repo),
        lambda: plans.return_plan(returned(1), who, repo),
        lambda: checks.pass_sign_off_check(PassSignOffCheck(finding=FINDING), who, repo, answers=(None,)),
        lambda: obligations.accept_obligation(AcceptObligation(obligation=duty), who, repo),
        lambda: obligations.waive_obligation(WaiveObligation(obligation=duty, reason="x"), who, repo),
    ]
    for decide in decisions:
        with pytest.raises(NotOrganOfCase):
            decide()


def test_a_case_is_taken_up_once() -> None:
    repo = with_case()
    file = repo.find(CaseFile, file_id(CASE))
    assert file.bodies["discipline"] == named("org", "JW")
    assert file.take_up(repo.last(CaseTakenUp)) == []
