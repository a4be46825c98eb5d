"""The review of plans by several bodies: whose opinion is waited for, what a verdict against one needs, what was demanded."""

from datetime import date
from typing import Any

import pytest

from kernel.context import named
from kernel.envelope import Told
from supervision.commands.plans import OpineOnPlan, PassPlan, ReturnPlan
from supervision.events import plan_review as told
from supervision.events.case import CaseTakenUp
from supervision.events.demand import DemandOpened
from supervision.events.heard import findings, publicity, review
from supervision.handlers import plans
from supervision.handlers.authors import opinion_authors
from supervision.model.case import CaseFile, file_id
from supervision.model.demand import Demand, DemandState, demand_id
from supervision.model.plan_review import PlanReview, PlanState, review_id
from supervision.policies import plans as then
from supervision.refusals.organ import NotOrganOfCase
from supervision.refusals.report_reviews import OpinionGivenBefore, OpinionsAgainst, OpinionsMissing
from supervision.refusals.verdicts import AlreadyDecided, OpinionIncomplete
from testkit.given import Given, act

CASE, ORG = named("case", "XS2026-1", "CGJ"), named("org", "CGJ")
PLAN, REVIEW = named("plan", CASE), review_id(CASE)
BODIES = {"leading_group": "LDXZ", "office": "XSB", "discipline": "JW", "org_dept": "ZZB", "publicity": "XCB"}
LEAD, OFFICE, ORG_DEPT, PUBLICITY = (
    act("discipline", "JW"),
    act("office", "XSB"),
    act("org_dept", "ZZB"),
    act("publicity", "XCB"),
)


def tell(repo: Given, policy: Any, news: Any, moment: Any = LEAD) -> None:
    heard = Told(news, "t/n/1", 1, 1, moment.now, moment.effective, moment.actor, moment.role, moment.org, "", ())
    repo.apply(policy(heard, moment, repo))


def case(repo: Given) -> None:
    bodies = {name: named("org", code) for name, code in BODIES.items()}
    taken = CaseTakenUp(file=file_id(CASE), case=CASE, org=ORG, rulebook="guangxi-2022@1", **bodies)
    repo.apply(repo.find(CaseFile, taken.file).take_up(taken))


def submitted(repo: Given, version: int = 1, checks: tuple[str, ...] = ("personnel_selection", "local_inspection_work")) -> None:
    news = findings.PlanSubmitted(plan=PLAN, case=CASE, org=ORG, version=version, special_checks=checks, rulebook="guangxi-2022@1")
    tell(repo, then.receive_plan, news, act("handler", "CGJ"))


def of_org_dept(repo: Given, version: int = 1, conclusion: str = "pass", no: str = "组1") -> None:
    news = review.PlanOpinionGiven(
        case=CASE, org=ORG, plan=PLAN, plan_version=version, conclusion=conclusion, opinion_no=no, overall="意见",
        demands=("列明岗位",) if conclusion == "return" else (), verifier=ORG_DEPT.actor,
    )  # fmt: skip
    tell(repo, then.note_opinion_of_org_dept, news, ORG_DEPT)


def of_office(repo: Given, version: int = 1, conclusion: str = "pass", demands: tuple[str, ...] = ()) -> None:
    command = OpineOnPlan(case=CASE, plan_version=version, conclusion=conclusion, overall="意见", demands=demands)
    repo.apply(plans.opine_on_plan(command, OFFICE, repo))


def pass_it(repo: Given, version: int = 1, **words: Any) -> None:
    command = PassPlan(case=CASE, plan_version=version, opinion_no=f"审{version}", overall="可行", **words)
    repo.apply(plans.pass_plan(command, LEAD, repo))


def return_it(repo: Given, version: int = 1, **words: Any) -> None:
    said = {"overall": "不通过", "shortcomings": "空泛", "demands": ("写实", "明确责任人"), **words}
    repo.apply(plans.return_plan(ReturnPlan(case=CASE, plan_version=version, opinion_no=f"审{version}", **said), LEAD, repo))


@pytest.fixture
def repo() -> Given:
    found = Given()
    case(found)
    submitted(found)
    return found


def state(repo: Given) -> str:
    return repo.find(PlanReview, REVIEW).versions[-1].state


def test_the_verdict_waits_for_those_whose_part_is_in_the_plan(repo: Given) -> None:
    assert repo.last(told.PlanReceived).bodies == ("office", "org_dept")
    of_office(repo)
    for verdict in (pass_it, return_it):
        with pytest.raises(OpinionsMissing) as refused:
            verdict(repo)
        assert refused.value.values["missing"] == "org_dept"
    of_org_dept(repo)
    pass_it(repo)
    passed = repo.last(told.PlanPassed)
    assert (passed.missing, passed.against, state(repo)) == ((), (), PlanState.PASSED)


def test_without_an_opinion_a_reason_is_given_and_kept(repo: Given) -> None:
    of_office(repo)
    pass_it(repo, missing_reason="组织部人员集中培训")
    passed = repo.last(told.PlanPassed)
    assert (passed.missing, passed.missing_reason) == (("org_dept",), "组织部人员集中培训")
    of_org_dept(repo)
    assert repo.last(told.PlanOpinionReceived).body == "org_dept"


def test_passing_against_a_body_needs_a_reason_returning_does_not(repo: Given) -> None:
    of_office(repo)
    of_org_dept(repo, conclusion="return")
    with pytest.raises(OpinionsAgainst) as refused:
        pass_it(repo)
    assert refused.value.values["against"] == "org_dept"
    pass_it(repo, against_reason="轮岗岗位已另案明确")
    assert repo.last(told.PlanPassed).against == ("org_dept",)
    submitted(repo, 2)
    of_office(repo, 2, "return", ("补充编制",))
    of_org_dept(repo, 2)
    return_it(repo, 2)
    assert state(repo) is PlanState.RETURNED


def test_a_plan_without_special_checks_waits_for_nobody_and_an_amendment_is_reviewed_alike() -> None:
    repo = Given()
    case(repo)
    submitted(repo, checks=())
    pass_it(repo)
    submitted(repo, 2)
    with pytest.raises(OpinionsMissing):
        pass_it(repo, 2)


def test_publicity_speaks_of_its_part(repo: Given) -> None:
    submitted(repo, 2, checks=("ideology",))
    assert repo.last(told.PlanReceived).bodies == ("publicity",)
    news = publicity.PlanOpinionGiven(
        case=CASE, org=ORG, plan=PLAN, plan_version=2, conclusion="pass", opinion_no="宣1", overall="同意", verifier=PUBLICITY.actor
    )
    tell(repo, then.note_opinion_of_publicity, news, PUBLICITY)
    pass_it(repo, 2)
    assert opinion_authors(CASE, repo) == {PUBLICITY.actor, LEAD.actor}


def test_an_opinion_that_overtakes_its_plan_counts() -> None:
    repo = Given()
    case(repo)
    of_org_dept(repo)
    with pytest.raises(AlreadyDecided):
        pass_it(repo)
    submitted(repo, checks=("personnel_selection",))
    pass_it(repo)
    assert state(repo) is PlanState.PASSED


def test_a_body_speaks_once_on_a_version(repo: Given) -> None:
    of_org_dept(repo)
    of_org_dept(repo)
    of_org_dept(repo, conclusion="return", no="组2")
    assert repo.last(told.PlanOpinionNotApplied).code == "opinion-given-before"
    of_office(repo)
    with pytest.raises(OpinionGivenBefore):
        of_office(repo)
    pass_it(repo)
    assert [said.conclusion for said in repo.find(PlanReview, REVIEW).opinions] == ["pass", "pass"]


def test_the_office_of_the_case_speaks_completely(repo: Given) -> None:
    with pytest.raises(OpinionIncomplete):
        of_office(repo, conclusion="return")
    command = OpineOnPlan(case=CASE, plan_version=1, conclusion="pass", overall="同意")
    with pytest.raises(NotOrganOfCase):
        plans.opine_on_plan(command, act("office", "SXSB"), repo)


def test_the_verdict_is_for_the_body_that_leads(repo: Given) -> None:
    command = PassPlan(case=CASE, plan_version=1, opinion_no="审1", overall="可行", missing_reason="-")
    with pytest.raises(NotOrganOfCase):
        plans.pass_plan(command, OFFICE, repo)


def test_a_plan_taken_back_waits_for_no_verdict(repo: Given) -> None:
    tell(repo, then.take_back_plan, findings.PlanWithdrawn(plan=PLAN, case=CASE, org=ORG, version=1, reason="补充"))
    assert state(repo) is PlanState.WITHDRAWN
    with pytest.raises(AlreadyDecided):
        pass_it(repo, missing_reason="-")


def test_what_was_demanded_is_answered_by_the_next_version_and_closed_when_one_passes(repo: Given) -> None:
    return_it(repo, missing_reason="缺项")
    first = demand_id(REVIEW, 1, 1)
    assert repo.find(Demand, first).state is DemandState.OPEN
    submitted(repo, 2)
    answered = repo.find(Demand, first)
    assert (answered.state, answered.answers[-1].version) == (DemandState.ANSWERED, 2)
    pass_it(repo, 2, missing_reason="到期", demands=("按月报告",))
    assert repo.find(Demand, first).state is DemandState.CLOSED
    opened = [event for event in repo.events if isinstance(event, DemandOpened)]
    assert [(event.version, event.no) for event in opened] == [(1, 1), (1, 2), (2, 1)]
    submitted(repo, 3)
    assert repo.find(Demand, demand_id(REVIEW, 2, 1)).state is DemandState.OPEN, "an amendment answers no demand by itself"


def test_the_day_of_receipt_is_that_of_the_submission(repo: Given) -> None:
    assert repo.find(PlanReview, REVIEW).versions[0].received_on == date(2026, 3, 2)
