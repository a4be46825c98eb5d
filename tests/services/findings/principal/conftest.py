"""A case and its organisation's leadership team, on a clock that tests move: the page's own policies, sweeps and read models."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from chassis.store.rows.memory import MemoryRows
from findings.commands.finding import ClaimFinding
from findings.commands.organisation import AppointToPost, EndPost
from findings.events.case import CaseClosed
from findings.events.feedback import FeedbackApproved, FeedbackDelivered, FeedbackDrafted, FeedbackReceived
from findings.events.organisation import OrganisationRegistered
from findings.events.parts import Track
from findings.events.person import PersonRegistered
from findings.events.round import RoundPlanned
from findings.events.words import Bodies, FeedbackItem, Level, Line, PostKind, RoundKind, RoundMode
from findings.handlers import organisation as register_act
from findings.handlers.finding import claim_finding
from findings.model.case import Case
from findings.model.feedback import Feedback
from findings.model.finding import Finding
from findings.model.handover import Handover
from findings.model.organisation import Organisation
from findings.model.principal import PrincipalChange, ReFeedback
from findings.model.receipt import open_case
from findings.model.round import Round
from findings.page import handover as handover_page
from findings.page import principal as principal_page
from findings.page import register as register_page
from kernel.context import SYSTEM, Act, named
from kernel.envelope import Recorded
from kernel.messages import Changes, Event, facts
from testkit.given import MORNING, ZONE, Given, act

ROUND, ORG = "XC2026-1", "CGJ"
OFFICE, DISCIPLINE, ORG_DEPT = "XCB", "JW", "ZZB"
CASE = named("case", ROUND, ORG)
PAGES = (register_page, principal_page, handover_page)
SHA = "ab" * 32
RECEIVED = MORNING.date()


class Team(Given):
    """What people and days do to one case; every event is projected, and every policy of these topics hears it."""

    def __init__(self, received: date, rulebook: str, findings: int) -> None:
        super().__init__()
        self.rows = MemoryRows()
        self.now = datetime.combine(received, time(9), ZONE)
        self._open(received, rulebook, findings)

    # --- the machine ----------------------------------------------------------------------------------------------

    def record(self, changes: Changes, who: Act | None = None) -> list[Event]:
        """Record, project, react until nothing moves; what the changes themselves were."""
        by = who or act("system", "", now=self.now)
        done: list[Event] = []
        waiting = []
        for fact in facts(changes):
            self.apply([fact.event], fact.effective or self.now)
            recorded = Recorded(
                fact.event, "t/findings/1", len(self.events), None, fact.event.stream, 1, fact.event.TOPIC, self.now,
                fact.effective or self.now, str(by.command), (), (), by.actor, by.role, by.org, fact.rule, b"",
            )  # fmt: skip
            for page in PAGES:
                for projection in page.PROJECTIONS.values():
                    projection.fold(recorded, self.rows)
            waiting.append(recorded)
            done.append(fact.event)
        for recorded in waiting:
            for page in PAGES:
                for policy in getattr(page, "POLICIES", {}).get(type(recorded.event), []):
                    self.record(policy(recorded, act("system", "", now=self.now), self))
        return done

    def on(self, day: date) -> "Team":
        """Go on to the morning of this day, over every midnight."""
        while self.now.date() < day:
            self.now = datetime.combine(self.now.date() + timedelta(days=1), time(0), ZONE)
            for page in (principal_page, handover_page):
                for sweep in page.SWEEPS.values():
                    for due in sweep.due(self.now.date(), self.rows):
                        self.record(sweep.handler(due, self.now.date(), act("system", "", now=self.now), self))
        self.now = datetime.combine(day, time(9), ZONE)
        return self

    def days(self, n: int) -> "Team":
        """Go on to the n-th day after the receipt."""
        return self.on(self.find(Case, CASE).receipt_date + timedelta(days=n))

    # --- the people -----------------------------------------------------------------------------------------------

    def who(self, name: str, role: str = "principal", org: str = ORG) -> Act:
        """Somebody, whatever role they act in: the same name is the same person."""
        by = act(role, org, now=self.now)
        return Act(by.now, by.effective, by.command, self.person(name), role, named("org", org), ZONE)

    def person(self, name: str) -> str:
        """The id of somebody."""
        return named("person", name)

    def do(self, handler: Callable[..., Changes], command: Any, by: Act) -> list[Event]:
        """Give a command."""
        return self.record(handler(command, by, self), by)

    def appoint(self, name: str, post: PostKind = PostKind.PRINCIPAL, since: date | None = None, acting: bool = False) -> None:
        """The organization department records an appointment."""
        if not self.find_person(name):
            self.record([PersonRegistered(person=self.person(name), name=name)])
        wish = AppointToPost(org=named("org", ORG), person=self.person(name), post=post, since=since, acting=acting)
        self.do(register_act.appoint_to_post, wish, self.who("z", "org_dept", ORG_DEPT))

    def leave(self, name: str, post: PostKind = PostKind.PRINCIPAL, until: date | None = None) -> None:
        """Somebody leaves a post."""
        wish = EndPost(org=named("org", ORG), person=self.person(name), post=post, until=until)
        self.do(register_act.end_post, wish, self.who("z", "org_dept", ORG_DEPT))

    def find_person(self, name: str) -> bool:
        """Whether the register knows somebody."""
        return any(isinstance(event, PersonRegistered) and event.person == self.person(name) for event in self.events)

    # --- the case -------------------------------------------------------------------------------------------------

    @property
    def changes(self) -> Sequence[PrincipalChange]:
        """The changes of principal on record."""
        return self.find(ReFeedback, named("refeedback", ROUND, ORG)).changes

    @property
    def states(self) -> list[str]:
        """Their states, in order."""
        return [change.state.value for change in self.changes]

    def handover(self, name: str) -> Handover:
        """The newest handover of somebody."""
        ids = [e.model_dump()["handover"] for e in self.of("HandoverCalled") if e.model_dump()["leaver"] == self.person(name)]
        return self.find(Handover, ids[-1])

    def of(self, *kinds: str) -> list[Event]:
        """Events of these classes, in order."""
        return [event for event in self.events if type(event).__name__ in kinds]

    def finding(self, n: int) -> Finding:
        """One finding, as it is."""
        return self.find(Finding, named("finding", f"{ROUND}-{ORG}-{n:02d}"))

    def claim(self, member: str, *numbers: int) -> None:
        """A member answers for these findings."""
        for n in numbers:
            wish = ClaimFinding(
                finding=self.finding(n).id, member=self.person(member), handler=self.person("h"), unit="办公室",
                track=Track.CONCENTRATED, cause="制度缺失", criteria=("制度已印发",),
            )  # fmt: skip
            self.do(claim_finding, wish, self.who("h", "handler"))

    def close(self) -> None:
        """The case is closed."""
        self.record([CaseClosed(case=CASE, org=named("org", ORG), round=named("round", ROUND), reason="办结")])

    def _open(self, received: date, rulebook: str, findings: int) -> None:
        for code in (ORG, OFFICE, DISCIPLINE, ORG_DEPT, "LDXZ", "DW"):
            registered = OrganisationRegistered(
                org=named("org", code), code=code, name=code, level=Level.COUNTY, line=Line.TERRITORIAL
            )
            self.record([registered])
        self.appoint("a", since=date(2020, 1, 1))
        self.appoint("m", PostKind.MEMBER, since=date(2020, 1, 1))
        bodies = Bodies(
            dispatching=named("org", "DW"), leading_group=named("org", "LDXZ"), office=named("org", OFFICE),
            discipline=named("org", DISCIPLINE), org_dept=named("org", ORG_DEPT),
        )  # fmt: skip
        self.record(
            [
                RoundPlanned(
                    round=named("round", ROUND), code=ROUND, title="第一轮", kind=RoundKind.XUNCHA, mode=RoundMode.ROUTINE,
                    rulebook=rulebook, bodies=bodies,
                )
            ]
        )  # fmt: skip
        whose = {"feedback": named("feedback", ROUND, ORG), "round": named("round", ROUND), "org": named("org", ORG)}
        items = tuple(FeedbackItem(wording=f"问题{n}") for n in range(1, findings + 1))
        numbers = tuple(f"{ROUND}-{ORG}-{n:02d}" for n in range(1, findings + 1))
        said: list[Event] = [
            FeedbackDrafted(**whose, round_code=ROUND, org_code=ORG, drafter=SYSTEM, overall="", items=items, special_checks=()),
            FeedbackApproved(**whose, approval="批1", approver=SYSTEM, numbers=numbers, digest=SHA),
            FeedbackDelivered(**whose, meeting_on=received),
            FeedbackReceived(**whose, case=CASE, signer=self.person("a"), received_on=received),
        ]
        for event in said:
            self.record([event])
        opened = open_case(
            Case(id=CASE),
            self.find(Feedback, whose["feedback"]),
            self.find(Round, whose["round"]),
            self.find(Organisation, whose["org"]),
            received,
            partial(self.find, Finding),
            datetime.combine(received, time(9), ZoneInfo("Asia/Shanghai")),
        )
        self.record(opened)


@pytest.fixture
def make() -> Callable[..., Team]:
    """A case received on a day, under a rulebook, with so many findings."""

    def make(received: date = RECEIVED, rulebook: str = "guangxi-2022@1", findings: int = 6) -> Team:
        return Team(received, rulebook, findings)

    return make


@pytest.fixture
def team(make: Callable[..., Team]) -> Team:
    """Feedback of six findings received on Monday, 2 March 2026, under the Guangxi preset; a is principal, m a member."""
    return make()
