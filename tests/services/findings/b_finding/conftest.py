"""A case of three findings under the Guangxi preset, and everybody who has to do with it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from findings.commands import evidence as evidence_wish
from findings.commands import extension as extension_wish
from findings.commands import finding as wish
from findings.commands import measures as measures_wish
from findings.commands import plan as plan_wish
from findings.commands import signoff as signoff_wish
from findings.events.feedback import FeedbackApproved, FeedbackDelivered, FeedbackDrafted, FeedbackReceived
from findings.events.organisation import OrganisationRegistered, PersonAppointed
from findings.events.parts import State, Track
from findings.events.round import RoundPlanned
from findings.events.words import Bodies, FeedbackItem, Level, Line, PostKind, RoundKind, RoundMode
from findings.handlers import evidence as evidence_act
from findings.handlers import extension as extension_act
from findings.handlers import finding as act_on
from findings.handlers import measures as measures_act
from findings.handlers import plan as plan_act
from findings.handlers import signoff as signoff_act
from findings.model.case import Case
from findings.model.feedback import Feedback
from findings.model.finding import Finding
from findings.model.organisation import Organisation
from findings.model.plan import Plan
from findings.model.receipt import open_case
from findings.model.round import Round
from findings.policies import news, verdicts
from kernel.context import Act, named
from kernel.envelope import Told
from kernel.messages import Changes, Event, News
from testkit.given import MORNING, Given, act

ORG, OFFICE, DISCIPLINE = "CGJ", "XCB", "JW"
ROUND = "R1"
SHA = "%064x"


class World(Given):
    """The repository with words for what people do."""

    def __init__(self) -> None:
        super().__init__()
        self.now = MORNING
        self.case = named("case", ROUND, ORG)

    # --- who ------------------------------------------------------------------------------------------------------

    def who(self, role: str, org: str = ORG, person: str = "") -> Act:
        """Somebody who acts now."""
        return act(role, org, person, now=self.now)

    def later(self, days: int) -> None:
        """Time passes."""
        self.now += timedelta(days=days)

    def at(self, year: int, month: int, day: int) -> None:
        """It is the morning of this day."""
        self.now = datetime(year, month, day, 9, tzinfo=MORNING.tzinfo)

    # --- what -----------------------------------------------------------------------------------------------------

    def finding(self, n: int = 1) -> Finding:
        """One of the findings, as it is."""
        return self.find(Finding, self.id(n))

    def id(self, n: int = 1) -> str:
        """The id of a finding."""
        return named("finding", f"{ROUND}-{ORG}-{n:02d}")

    def plan(self) -> Plan:
        """The case's plan, as it is."""
        return self.find(Plan, named("plan", self.case))

    def do(self, handler: Callable[..., Changes], command: Any, role: str, org: str = ORG, person: str = "") -> list[Event]:
        """Give a command."""
        return list(self.apply(handler(command, self.who(role, org, person), self), self.now))

    def hear(self, policy: Callable[..., Changes], told: News) -> list[Event]:
        """A neighbour's news arrives."""
        message = Told(told, "t/supervision/1", 1, 1, self.now, self.now, "0" * 32, "discipline", "0" * 32, "", ())
        return list(self.apply(policy(message, self.who("system"), self), self.now))

    # --- the way of a finding -------------------------------------------------------------------------------------

    def claim(
        self, n: int = 1, track: Track = Track.CONCENTRATED, criteria: tuple[str, ...] = ("制度已印发", "款项已退缴")
    ) -> None:
        """The organisation claims it."""
        command = wish.ClaimFinding(
            finding=self.id(n),
            member=self.who("member").actor,
            handler=self.who("handler").actor,
            unit="办公室",
            track=track,
            cause="制度缺失",
            criteria=criteria,
        )
        self.do(act_on.claim_finding, command, "handler")

    def draft(self, n: int = 1, **given: Any) -> None:
        """The plan says something of it."""
        given = {"goal": "完成整改", "measures": [{"text": "修订制度"}, {"text": "退缴款项"}]} | given
        self.do(plan_act.draft_plan_item, plan_wish.DraftPlanItem(finding=self.id(n), **given), "handler")

    def submit(self) -> None:
        """The principal endorses, the handler submits."""
        self.do(plan_act.endorse_plan, plan_wish.EndorsePlan(case=self.case), "principal")
        self.do(plan_act.submit_plan, plan_wish.SubmitPlan(case=self.case), "handler")

    def pass_plan(self, version: int | None = None) -> list[Event]:
        """The reviewers pass it."""
        return self.hear(
            verdicts.adopt_passed_plan,
            news.PlanPassed(
                plan=named("plan", self.case),
                plan_version=version or self.plan().current.no,
                opinion_no="审1",
                verifier=self.verifier(),
            ),
        )

    def return_plan(self) -> list[Event]:
        """The reviewers return it."""
        return self.hear(
            verdicts.replan_returned_plan,
            news.PlanReturned(
                plan=named("plan", self.case),
                plan_version=self.plan().current.no,
                opinion_no="退1",
                overall="不够具体",
                verifier=self.verifier(),
            ),
        )

    def begin(self, *numbers: int, track: Track = Track.CONCENTRATED, **given: Any) -> None:
        """All findings are planned and work begins."""
        for n in numbers or (1, 2, 3):
            self.claim(n, track)
            self.draft(n, **given)
        self.submit()
        self.pass_plan()

    def finish(self, n: int = 1) -> None:
        """Measures done, evidence there, similar problems looked for."""
        for no in self.finding(n).measures:
            if not self.finding(n).measures[no].done:
                self.do(
                    measures_act.complete_measure,
                    measures_wish.CompleteMeasure(finding=self.id(n), measure=no, result="已完成"),
                    "handler",
                )
        for criterion in self.finding(n).criteria:
            if not any(criterion.no in piece.criteria for piece in self.finding(n).evidence.values()):
                self.evidence(n, criterion.no)
        check = measures_wish.RecordExtensionCheck(finding=self.id(n), scope="全系统", found=2, fixed=2)
        self.do(measures_act.record_extension_check, check, "handler")

    def evidence(self, n: int = 1, *criteria: int) -> None:
        """A file is evidence."""
        no = len(self.events)
        command = evidence_wish.AddEvidence(
            finding=self.id(n),
            criteria=criteria,
            name=f"材料{no}.pdf",
            sha256=SHA % (no + 1),
            size=10,
            media_type="application/pdf",
        )
        self.do(evidence_act.add_evidence, command, "handler")

    def request(self, n: int = 1) -> list[Event]:
        """The handler asks for sign-off."""
        return self.do(signoff_act.request_signoff, signoff_wish.RequestSignOff(finding=self.id(n)), "handler")

    def approve(self, n: int = 1, role: str = "member", person: str = "") -> list[Event]:
        """An inner step."""
        return self.do(signoff_act.approve_signoff, signoff_wish.ApproveSignOff(finding=self.id(n)), role, ORG, person)

    def verifier(self, person: str = "") -> str:
        """An outer verifier."""
        return self.who("discipline", DISCIPLINE, person).actor

    def verdict(self, n: int = 1, passed: bool = True, person: str = "", **given: Any) -> list[Event]:
        """The outer check."""
        no = len(self.finding(n).signoffs)
        kind, policy = (
            (news.SignOffCheckPassed, verdicts.sign_off_checked)
            if passed
            else (news.SignOffCheckFailed, verdicts.go_on_after_failed_check)
        )
        given = {"finding": self.id(n), "signoff": no, "opinion_no": "核1", "verifier": self.verifier(person)} | given
        return self.hear(policy, kind(**given))

    def sign_off(self, n: int = 1) -> None:
        """The whole way to the sign-off."""
        self.finish(n)
        self.request(n)
        self.approve(n)
        self.approve(n, "principal")
        self.verdict(n)
        assert self.finding(n).state is State.SIGNED_OFF

    def reopen(self, n: int = 1, **given: Any) -> list[Event]:
        """A look-back overturns it."""
        given = {
            "finding": self.id(n),
            "ground": "look-back",
            "reason": "款项并未退缴",
            "defect": "false",
            "decision": "回1",
        } | given
        return self.hear(verdicts.reopen_overturned, news.LookBackReopened(**given))

    def do_plan_again(self, n: int = 1) -> None:
        """A reopened finding gets a new plan."""
        self.do(plan_act.amend_plan, plan_wish.AmendPlan(case=self.case, reason="重开"), "handler")
        self.draft(n, goal="重新整改", measures=[{"text": "逐笔退缴"}], due=date(2026, 12, 31))
        self.submit()
        self.pass_plan()

    def grant(self, due: date | None = None, role: str = "office", org: str = OFFICE) -> list[Event]:
        """The dispatching side answers."""
        return self.do(extension_act.grant_extension, extension_wish.GrantExtension(finding=self.id(), due=due), role, org)

    def extend(self, wanted: date) -> list[Event]:
        """The principal asks for a later date."""
        command = extension_wish.RequestExtension(finding=self.id(), wanted=wanted, reason="涉及诉讼")
        return self.do(extension_act.request_extension, command, "principal")

    def continue_(self, n: int = 1) -> None:
        """The concentrated phase ends."""
        self.apply(self.finding(n).continues(date(2026, 6, 2)), self.now)


def opened(rulebook: str = "guangxi-2022@1", items: int = 3, about_principal: int = 0) -> World:
    """A world in which the feedback was received on 2 March 2026."""
    world = World()
    organs = {code: named("org", code) for code in (ORG, OFFICE, DISCIPLINE, "LDXZ", "ZZB", "DW")}
    for code, org in organs.items():
        world.apply([OrganisationRegistered(org=org, code=code, name=code, level=Level.COUNTY, line=Line.TERRITORIAL)])
    principal = world.who("principal").actor
    world.apply([PersonAppointed(org=organs[ORG], n=1, person=principal, post=PostKind.PRINCIPAL, since=date(2020, 1, 1))])
    bodies = Bodies(
        dispatching=organs["DW"],
        leading_group=organs["LDXZ"],
        office=organs[OFFICE],
        discipline=organs[DISCIPLINE],
        org_dept=organs["ZZB"],
    )
    planned = RoundPlanned(
        round=named("round", ROUND),
        code=ROUND,
        title="第一轮",
        kind=RoundKind.XUNCHA,
        mode=RoundMode.ROUTINE,
        rulebook=rulebook,
        bodies=bodies,
    )
    world.apply([planned])
    feedback, org = named("feedback", ROUND, ORG), organs[ORG]
    whose = {"feedback": feedback, "round": named("round", ROUND), "org": org}
    listed = tuple(
        FeedbackItem(wording=f"问题{n}", category="党的建设", about_principal=n == about_principal) for n in range(1, items + 1)
    )
    numbers = tuple(f"{ROUND}-{ORG}-{n:02d}" for n in range(1, items + 1))
    world.apply(
        [
            FeedbackDrafted(**whose, round_code=ROUND, org_code=ORG, drafter="1" * 32, overall="", items=listed, special_checks=()),
            FeedbackApproved(**whose, approval="批1", approver="2" * 32, numbers=numbers, digest="0" * 64),
            FeedbackDelivered(**whose, meeting_on=date(2026, 3, 2), place="", attendance=(), missing=(), record_sha256=""),
            FeedbackReceived(**whose, case=world.case, signer=principal, received_on=date(2026, 3, 2), receipt_sha256=""),
        ]
    )
    changes = open_case(
        Case(id=world.case),
        world.find(Feedback, feedback),
        world.find(Round, named("round", ROUND)),
        world.find(Organisation, org),
        date(2026, 3, 2),
        lambda one: world.find(Finding, one),
        MORNING,
    )
    world.apply(changes)
    return world


@pytest.fixture
def world() -> World:
    """Three findings received on 2 March 2026 under the Guangxi preset: every sign-off is checked from outside."""
    return opened()


@pytest.fixture
def make() -> Callable[..., World]:
    """Another world."""
    return opened
