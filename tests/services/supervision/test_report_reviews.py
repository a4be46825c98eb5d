"""The review of reports: clocks of its own for each body, three parts, missing and late opinions, demands that are followed."""

from datetime import date, datetime, time
from typing import Any

import pytest

from kernel.context import named
from kernel.envelope import Told
from kernel.errors import Refusal
from supervision.commands import report_reviews as wish
from supervision.events import report_review as told
from supervision.events.case import CaseTakenUp
from supervision.events.demand import DemandOpened
from supervision.events.heard.findings import ReportSubmitted
from supervision.events.heard.review import AssistingOpinionGiven
from supervision.handlers import demands as follow
from supervision.handlers import report_reviews as do
from supervision.handlers.authors import opinion_authors
from supervision.handlers.checks import PostsHeld
from supervision.model.case import CaseFile, file_id
from supervision.model.demand import Demand, DemandState, demand_id
from supervision.model.report_review import ReportReview, ReviewState, report_review_id
from supervision.model.reviewers import plan_bodies
from supervision.model.verifier import HeldPost
from supervision.policies.report_reviews import note_assisting_opinion, open_report_review
from supervision.refusals.organ import NotOrganOfCase
from supervision.refusals.report_reviews import (
    AnswerEmpty,
    CopyDayWrong,
    DemandEnded,
    DemandNotAnswered,
    DrafterAssisted,
    NotInspected,
    OpinionElsewhere,
    OpinionGivenBefore,
    OpinionsMissing,
    VersionNotReceived,
)
from supervision.refusals.verdicts import AlreadyDecided, OpinionIncomplete, VerifierHeldPost
from testkit.given import ZONE, Given, act

CASE, ORG = named("case", "XS2026-1", "CGJ"), named("org", "CGJ")
BODIES = {"leading_group": "LDXZ", "office": "XSB", "discipline": "JW", "org_dept": "ZZB", "publicity": "XCB"}
REVIEW = report_review_id(CASE, "progress")
PAPER = "c" * 64


class Bench:
    """One case of CGJ and its reviewers; a day is the business day and the day of the act."""

    def __init__(self, book: str = "guangxi-2022@1") -> None:
        self.repo = Given()
        bodies = {name: named("org", code) for name, code in BODIES.items()}
        taken = CaseTakenUp(file=file_id(CASE), case=CASE, org=ORG, rulebook=book, **bodies)
        self.repo.apply(self.repo.find(CaseFile, taken.file).take_up(taken))

    def at(self, day: date, role: str, org: str = "JW", who: str = "") -> Any:
        return act(role, org, who, now=datetime.combine(day, time(9), ZONE))

    def apply(self, changes: Any, day: date) -> None:
        self.repo.apply(changes, datetime.combine(day, time(9), ZONE))

    def submit(self, day: date, version: int = 1, kind: str = "progress", check: str = "", addressee: str = "JW") -> None:
        news = ReportSubmitted(
            case=CASE,
            org=ORG,
            kind=kind,
            special_check=check,
            version=version,
            addressee=named("org", addressee),
            document="d" * 64,
        )
        self.hear(open_report_review, news, day)

    def hear(self, policy: Any, news: Any, day: date) -> None:
        moment = self.at(day, "handler", "CGJ")
        heard = Told(news, "t/findings/1", 1, 1, moment.now, moment.effective, moment.actor, "handler", ORG, "", ())
        self.apply(policy(heard, moment, self.repo), day)

    def assist(self, day: date, who: str = "组员甲", org: str = "XSB", posts: tuple[HeldPost, ...] = (), **said: Any) -> None:
        command = wish.AssistReportReview(case=CASE, report_kind="progress", **{"overall": "基本属实", **said})
        moment = self.at(day, "team", org, who)
        self.apply(do.assist_report_review(command, moment, self.repo, (PostsHeld(posts=posts),)), day)

    def org_dept(self, day: date, version: int = 1, no: str = "组1") -> None:
        """What the organization department's service published, as the policy hands it over."""
        review = self.repo.find(ReportReview, REVIEW)
        kept = told.AssistingKept(
            review=REVIEW, case=CASE, org=ORG, report_kind="progress", version=version, body="org_dept",
            given_on=day, opinion_no=no, overall="干部工作整改较好", author=self.at(day, "org_dept", "ZZB").actor,
        )  # fmt: skip
        self.apply(review.hear(kept), day)

    def issue(
        self, day: date, conclusion: str = "accepted", who: str = "室主任甲", posts: tuple[HeldPost, ...] = (), **said: Any
    ) -> None:
        parts = {"overall": "较好", "shortcomings": "长效机制不足", "demands": ("建立长效机制",)}
        command = wish.IssueReportOpinion(
            case=CASE, report_kind="progress", conclusion=conclusion, opinion_no=f"审{day}", document=PAPER, **{**parts, **said}
        )
        moment = self.at(day, "discipline", "JW", who)
        self.apply(do.issue_report_opinion(command, moment, self.repo, (PostsHeld(posts=posts),)), day)

    @property
    def version(self) -> Any:
        review = self.repo.find(ReportReview, REVIEW)
        return review.versions[review.newest]

    def demand(self, version: int = 1, no: int = 1) -> Demand:
        return self.repo.find(Demand, demand_id(REVIEW, version, no))


@pytest.fixture
def bench() -> Bench:
    found = Bench()
    found.submit(date(2026, 6, 2))
    return found


def test_a10_each_body_has_its_own_day(bench: Bench) -> None:
    received = bench.repo.last(told.ReportReceived)
    assert (received.lead, received.lead_rule, received.lead_due) == ("discipline", "R-30", date(2026, 7, 2))
    dues = {item.body: (item.rule, item.due) for item in received.assistants}
    assert dues == {"team": ("R-52", date(2026, 6, 17)), "org_dept": ("R-39", date(2026, 6, 22))}


@pytest.mark.parametrize(("day", "late"), [(date(2026, 6, 17), False), (date(2026, 6, 18), True)])
def test_a10_the_fifteenth_day_is_in_time_the_sixteenth_is_not(bench: Bench, day: date, late: bool) -> None:
    bench.assist(day)
    given = bench.repo.last(told.AssistingGiven)
    assert (given.body, given.given_on, given.late, given.after_issue) == ("team", day, late, False)


def test_a_copy_that_came_later_has_a_later_day_by_its_receipt_and_only_the_lead_says_so(bench: Bench) -> None:
    command = wish.RecordReportCopy(case=CASE, report_kind="progress", body="team", received_on=date(2026, 6, 20), receipt="e" * 64)
    for role, org in (("team", "XSB"), ("office", "XSB"), ("discipline", "SJW")):
        with pytest.raises(NotOrganOfCase):
            do.record_report_copy(command, bench.at(date(2026, 6, 21), role, org), bench.repo)
    bench.apply(do.record_report_copy(command, bench.at(date(2026, 6, 21), "discipline"), bench.repo), date(2026, 6, 21))
    copied = bench.repo.last(told.CopyReceived)
    assert (copied.former_due, copied.due) == (date(2026, 6, 17), date(2026, 7, 5))
    bench.assist(date(2026, 7, 5))
    assert not bench.repo.last(told.AssistingGiven).late
    with pytest.raises(OpinionGivenBefore):
        do.record_report_copy(command, bench.at(date(2026, 7, 6), "discipline"), bench.repo)


@pytest.mark.parametrize("day", [date(2026, 6, 1), date(2026, 6, 22)])
def test_a_copy_comes_neither_before_the_report_nor_tomorrow(bench: Bench, day: date) -> None:
    command = wish.RecordReportCopy(case=CASE, report_kind="progress", body="team", received_on=day, receipt="e" * 64)
    with pytest.raises(CopyDayWrong):
        do.record_report_copy(command, bench.at(date(2026, 6, 21), "discipline"), bench.repo)


def test_a11_without_an_assisting_opinion_a_reason_is_needed_and_kept(bench: Bench) -> None:
    bench.org_dept(date(2026, 6, 20))
    with pytest.raises(OpinionsMissing) as refused:
        bench.issue(date(2026, 7, 2))
    assert refused.value.values["missing"] == "team"
    bench.issue(date(2026, 7, 2), missing_reason="巡视组人员集中参加培训")
    issued = bench.repo.last(told.ReportOpinionIssued)
    assert (issued.late, issued.missing, issued.missing_reason) == (False, ("team",), "巡视组人员集中参加培训")
    bench.assist(date(2026, 7, 5), "组员乙")
    given = bench.repo.last(told.AssistingGiven)
    assert (given.late, given.after_issue) == (True, True)
    assert bench.version.state is ReviewState.OPINION_ISSUED


@pytest.mark.parametrize(
    ("part", "said"), [("overall", {"overall": " "}), ("shortcomings", {"shortcomings": ""}), ("demands", {"demands": ("", " ")})]
)
@pytest.mark.parametrize("conclusion", ["accepted", "accepted_with_demands", "returned"])
def test_a12_an_opinion_without_one_of_its_parts_is_refused(bench: Bench, part: str, said: dict[str, Any], conclusion: str) -> None:
    bench.assist(date(2026, 6, 10))
    bench.org_dept(date(2026, 6, 10))
    with pytest.raises(OpinionIncomplete) as refused:
        bench.issue(date(2026, 6, 20), conclusion, **said)
    assert (refused.value.field, refused.value.values["missing"]) == (part, part)


def test_who_assisted_neither_drafts_nor_issues_the_collated_opinion(bench: Bench) -> None:
    bench.assist(date(2026, 6, 10), "组员甲")
    bench.org_dept(date(2026, 6, 10))
    assistant = bench.at(date(2026, 6, 10), "team", "XSB", "组员甲").actor
    with pytest.raises(DrafterAssisted):
        bench.issue(date(2026, 6, 20), drafter=assistant)
    bench.issue(date(2026, 6, 20))
    lead = bench.at(date(2026, 6, 20), "discipline", "JW", "室主任甲").actor
    org_dept = bench.at(date(2026, 6, 10), "org_dept", "ZZB").actor
    assert opinion_authors(CASE, bench.repo) == {assistant, lead, org_dept}


def test_who_lately_held_a_post_there_gives_no_opinion(bench: Bench) -> None:
    posts = (HeldPost(org=ORG, until=date(2025, 1, 1)),)
    with pytest.raises(VerifierHeldPost):
        bench.assist(date(2026, 6, 10), posts=posts)
    with pytest.raises(VerifierHeldPost):
        bench.issue(date(2026, 6, 20), posts=posts, missing_reason="未收到")


def test_a_team_of_another_office_and_another_discipline_organ_are_refused(bench: Bench) -> None:
    for org in ("SXSB", "CGJ"):
        with pytest.raises(NotOrganOfCase):
            bench.assist(date(2026, 6, 10), org=org)
    command = wish.IssueReportOpinion(
        case=CASE, report_kind="progress", conclusion="accepted", opinion_no="1", overall="a", shortcomings="b", demands=("c",),
        document=PAPER, missing_reason="d",
    )  # fmt: skip
    for role, org in (("discipline", "SJW"), ("office", "XSB")):
        with pytest.raises(NotOrganOfCase):
            do.issue_report_opinion(command, bench.at(date(2026, 6, 20), role, org), bench.repo, (None,))


def test_states_go_from_receipt_to_acknowledgement(bench: Bench) -> None:
    states = [bench.version.state]
    bench.assist(date(2026, 6, 10))
    states.append(bench.version.state)
    bench.org_dept(date(2026, 6, 11))
    states.append(bench.version.state)
    acknowledge = wish.AcknowledgeReportOpinion(case=CASE, report_kind="progress")
    handler = bench.at(date(2026, 6, 21), "handler", "CGJ")
    with pytest.raises(AlreadyDecided):
        do.acknowledge_report_opinion(acknowledge, handler, bench.repo)
    bench.issue(date(2026, 6, 20))
    states.append(bench.version.state)
    with pytest.raises(AlreadyDecided):
        bench.issue(date(2026, 6, 21))
    with pytest.raises(NotInspected):
        do.acknowledge_report_opinion(acknowledge, bench.at(date(2026, 6, 21), "handler", "JYJ"), bench.repo)
    bench.apply(do.acknowledge_report_opinion(acknowledge, handler, bench.repo), date(2026, 6, 21))
    assert [*states, bench.version.state] == ["RECEIVED", "ASSISTING", "COLLATING", "OPINION_ISSUED", "ACKNOWLEDGED"]


def test_a_returned_report_is_reviewed_anew_and_keeps_its_first_day(bench: Bench) -> None:
    bench.issue(date(2026, 6, 20), "returned", demands=("补充佐证", "逐项说明"), missing_reason="报告缺项，无须等待")
    assert [demand.state for demand in (bench.demand(1, 1), bench.demand(1, 2))] == [DemandState.OPEN, DemandState.OPEN]
    bench.submit(date(2026, 6, 25), version=2)
    received = bench.repo.last(told.ReportReceived)
    assert (received.received_on, received.first_on, received.lead_due) == (date(2026, 6, 25), date(2026, 6, 2), date(2026, 7, 25))
    assert {item.due for item in received.assistants} == {date(2026, 7, 10), date(2026, 7, 15)}
    assert bench.demand(1, 2).state is DemandState.ANSWERED
    with pytest.raises(AlreadyDecided):
        bench.issue(date(2026, 6, 26), report_version=1)
    bench.assist(date(2026, 7, 1))
    bench.org_dept(date(2026, 7, 1), version=2, no="组2")
    bench.issue(date(2026, 7, 2))
    assert bench.demand(1, 1).state is DemandState.CLOSED
    assert [type(event) for event in bench.repo.events].count(DemandOpened) == 2


def test_the_same_version_twice_is_one(bench: Bench) -> None:
    before = len(bench.repo.events)
    bench.submit(date(2026, 6, 9))
    assert len(bench.repo.events) == before


def test_demands_are_answered_by_the_organisation_and_closed_by_their_organ(bench: Bench) -> None:
    bench.issue(date(2026, 7, 2), "accepted_with_demands", missing_reason="到期")
    answer = wish.AnswerDemand(demand=bench.demand().id, note="已印发制度", evidence=("f" * 64,))
    close = wish.CloseDemand(demand=bench.demand().id)
    handler, lead = bench.at(date(2026, 7, 9), "handler", "CGJ"), bench.at(date(2026, 7, 9), "discipline")
    with pytest.raises(DemandNotAnswered):
        follow.close_demand(close, lead, bench.repo)
    with pytest.raises(NotInspected):
        follow.answer_demand(answer, bench.at(date(2026, 7, 9), "handler", "JYJ"), bench.repo)
    with pytest.raises(AnswerEmpty):
        follow.answer_demand(wish.AnswerDemand(demand=bench.demand().id), handler, bench.repo)
    bench.apply(follow.answer_demand(answer, handler, bench.repo), date(2026, 7, 9))
    with pytest.raises(Refusal) as refused:
        follow.close_demand(close, bench.at(date(2026, 7, 9), "office", "XSB"), bench.repo)
    assert refused.value.code == "not-organ-of-demand"
    bench.apply(follow.close_demand(close, lead, bench.repo), date(2026, 7, 9))
    with pytest.raises(DemandEnded):
        follow.answer_demand(answer, handler, bench.repo)


def test_an_opinion_that_overtakes_its_report_is_taken_up_when_that_arrives() -> None:
    bench = Bench()
    bench.org_dept(date(2026, 6, 12))
    with pytest.raises(VersionNotReceived):
        bench.repo.find(ReportReview, REVIEW).received(1)
    bench.submit(date(2026, 6, 2))
    given = bench.repo.last(told.AssistingGiven)
    assert (given.body, given.given_on, given.late) == ("org_dept", date(2026, 6, 12), False)


def test_a_late_opinion_claimed_as_timely_is_late(bench: Bench) -> None:
    news = AssistingOpinionGiven(
        case=CASE, org=ORG, report_version=1, opinion_no="组1", overall="较好", given_on=date(2026, 6, 20), verifier="a" * 32
    )
    bench.hear(note_assisting_opinion, news, date(2026, 6, 24))
    given = bench.repo.last(told.AssistingGiven)
    assert (given.given_on, given.late) == (date(2026, 6, 24), True)


def test_who_issued_the_opinion_does_not_assist_afterwards(bench: Bench) -> None:
    team = bench.at(date(2026, 6, 30), "team", "XSB", "组员甲").actor
    bench.issue(date(2026, 6, 20), drafter=team, missing_reason="到期")
    with pytest.raises(DrafterAssisted):
        bench.assist(date(2026, 6, 30), "组员甲")


def test_a_second_opinion_of_a_body_is_noted_with_the_reason(bench: Bench) -> None:
    bench.org_dept(date(2026, 6, 12))
    bench.org_dept(date(2026, 6, 12))
    assert not [event for event in bench.repo.events if isinstance(event, told.AssistingNotApplied)]
    bench.org_dept(date(2026, 6, 13), no="组2")
    assert bench.repo.last(told.AssistingNotApplied).code == "opinion-given-before"
    bench.assist(date(2026, 6, 14))
    with pytest.raises(OpinionGivenBefore):
        bench.assist(date(2026, 6, 15), "组员乙")


def test_the_older_national_rule_has_two_reports_and_the_office_as_lead() -> None:
    bench = Bench("national-2017@2")
    bench.submit(date(2026, 6, 2), addressee="XSB")
    bench.submit(date(2026, 6, 2), kind="principal", addressee="XSB")
    received = [event for event in bench.repo.events if isinstance(event, told.ReportReceived)]
    assert [(event.report_kind, event.lead) for event in received] == [("progress", "office"), ("principal", "office")]


def test_the_organization_department_speaks_here_of_the_principals_report_alone() -> None:
    bench = Bench("national-2017@2")
    said = {"case": CASE, "overall": "属实"}
    for kind in ("progress", "principal"):
        bench.submit(date(2026, 6, 2), kind=kind, addressee="XSB")
    moment = bench.at(date(2026, 6, 9), "org_dept", "ZZB")
    with pytest.raises(OpinionElsewhere):
        do.assist_report_review(wish.AssistReportReview(report_kind="progress", **said), moment, bench.repo, (None,))
    bench.apply(
        do.assist_report_review(wish.AssistReportReview(report_kind="principal", **said), moment, bench.repo, (None,)),
        date(2026, 6, 9),
    )
    given = bench.repo.last(told.AssistingGiven)
    assert (given.report_kind, given.body, given.late) == ("principal", "org_dept", False)


def test_a_special_report_is_reviewed_here_only_where_the_discipline_organ_led_the_check(bench: Bench) -> None:
    before = len(bench.repo.events)
    bench.submit(date(2026, 6, 2), kind="special", check="personnel_selection", addressee="ZZB")
    assert len(bench.repo.events) == before
    bench.submit(date(2026, 6, 2), kind="special", check="environment", addressee="JW")
    received = bench.repo.last(told.ReportReceived)
    assert (received.lead, received.assistants, received.lead_due) == ("discipline", (), None)


@pytest.mark.parametrize(
    ("checks", "bodies"),
    [
        ((), ()),
        (("personnel_selection",), ("org_dept",)),
        (("ideology", "local_inspection_work"), ("office", "publicity")),
        (("other", "unheard-of"), ()),
    ],
)
def test_who_reviews_a_plan_depends_on_what_is_in_it(checks: tuple[str, ...], bodies: tuple[str, ...]) -> None:
    assert plan_bodies("guangxi-2022@1", checks) == bodies
