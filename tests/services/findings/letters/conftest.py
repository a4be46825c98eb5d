"""A round with a case of two findings, departments that letters go to, and read models that follow every fact."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from inspect import signature
from typing import Any

import pytest

from chassis.store.rows import MemoryRows
from findings.commands import letters as wish
from findings.events.case import CaseOpened
from findings.events.letters import Adoption
from findings.events.organisation import OrganisationMerged, OrganisationRegistered
from findings.events.round import MandateIssued, RoundPlanned
from findings.events.words import Bodies, CaseFinding, Level, Line, RoundKind, RoundMode, TeamMandate
from findings.handlers import letters as act_on
from findings.model.letters import Letter, LetterState
from findings.page import letters as letters_page
from findings.page import registers as registers_page
from findings.projections import register
from kernel.context import Act, Asker, named
from kernel.envelope import Recorded
from kernel.messages import Changes, Event, facts
from testkit.given import MORNING, Given, act

ROUND = "R1"
NUMBER = "巡建〔2026〕3号"
SHA = "ab" * 32
ORGS = ("XCB", "LDXZ", "JW", "ZZB", "XCBM", "DW", "CGJ", "JTJ", "RSJ", "XJTJ")


def team_member(person: str = "") -> str:
    """The id of somebody in the team."""
    return act("team", "XCB", person).actor


class World(Given):
    """The repository and the read models, with words for what people do."""

    def __init__(self) -> None:
        super().__init__()
        self.now = MORNING
        self.rows = MemoryRows()
        self.case, self.round, self.letter = named("case", ROUND, "CGJ"), named("round", ROUND), named("letter", NUMBER)
        self.findings = [named("finding", f"{ROUND}-CGJ-{n:02d}") for n in (1, 2)]
        self.apply([self.registered(code) for code in ORGS])
        bodies = self.bodies()
        self.apply(
            [
                RoundPlanned(
                    round=self.round,
                    code=ROUND,
                    title="第一轮",
                    kind=RoundKind.XUNCHA,
                    mode=RoundMode.ROUTINE,
                    rulebook="guangxi-2022",
                    bodies=bodies,
                ),
                MandateIssued(
                    round=self.round,
                    document="授1",
                    teams=(
                        TeamMandate(name="一组", leader=team_member("长"), members=(team_member(),), orgs=(named("org", "CGJ"),)),
                    ),
                ),
                self.opened(self.case, bodies),
            ]
        )

    # --- what is there ----------------------------------------------------------------------------------------------

    @staticmethod
    def registered(code: str) -> OrganisationRegistered:
        """An organisation of the county."""
        org = named("org", code)
        return OrganisationRegistered(org=org, code=code, name=f"单位{code}", level=Level.COUNTY, line=Line.TERRITORIAL)

    @staticmethod
    def bodies() -> Bodies:
        """Who acts in the round."""
        return Bodies(
            dispatching=named("org", "DW"),
            leading_group=named("org", "LDXZ"),
            office=named("org", "XCB"),
            discipline=named("org", "JW"),
            org_dept=named("org", "ZZB"),
            publicity=named("org", "XCBM"),
        )

    def opened(self, case: str, bodies: Bodies, round_code: str = ROUND) -> CaseOpened:
        """A case of two findings; that of another round has none of them."""
        day, end = date(2026, 3, 2), date(2026, 6, 2)
        ours = round_code == ROUND
        found = [
            CaseFinding(finding=finding, number=f"{ROUND}-CGJ-{n:02d}", received_on=day, due=end)
            for n, finding in enumerate(self.findings, 1)
        ]
        return CaseOpened(
            case=case,
            org=named("org", "CGJ"),
            round=named("round", round_code),
            feedback=named("feedback", round_code, "CGJ"),
            number=f"{round_code}/CGJ",
            round_code=round_code,
            org_code="CGJ",
            rulebook="guangxi-2022@1",
            feedback_date=day,
            receipt_date=day,
            phase_end=end,
            special_checks=(),
            checks=(),
            bodies=bodies,
            dues=(),
            findings=tuple(found) if ours else (),
            digest=SHA,
        )

    def found(self) -> Letter:
        """The letter as it is."""
        return self.find(Letter, self.letter)

    # --- what happens -----------------------------------------------------------------------------------------------

    def later(self, days: int) -> None:
        """Time passes."""
        self.now += timedelta(days=days)

    def who(self, role: str, org: str, person: str = "") -> Act:
        """Somebody who acts now."""
        return act(role, org, person, now=self.now)

    def apply(self, changes: Changes, at: datetime | None = None) -> Sequence[Event]:
        """Record, and let the read models follow."""
        for fact in facts(changes):
            event, moment = fact.event, at or self.now
            recorded: Recorded[Any] = Recorded(
                event, "t/findings/1", 1, None, event.stream, 1, event.TOPIC, moment, moment,
                "", (), (), "0" * 32, "", "", fact.rule, b"",
            )  # fmt: skip
            register.fold(recorded, self.rows)
            for page in (letters_page, registers_page):
                for projection in page.PROJECTIONS.values():
                    projection.fold(recorded, self.rows)
        return super().apply(changes, at or self.now)

    def do(self, handler: Callable[..., Changes], command: Any, role: str, org: str, person: str = "") -> list[Event]:
        """Give a command."""
        return list(self.apply(handler(command, self.who(role, org, person), self)))

    def ask(self, handler: Callable[..., Any], question: Any, role: str = "office", org: str = "XCB") -> Any:
        """Ask a question, as somebody."""
        asking = self.who(role, org)
        known = {"asker": Asker(asking.actor, role, asking.org, asking.today)} if "asker" in signature(handler).parameters else {}
        return handler(question, self.rows, self, **known)

    def merge(self, code: str, successor: str) -> None:
        """An organisation ceases to exist."""
        merged = OrganisationMerged(org=named("org", code), successor=named("org", successor), day=self.now.date(), decision="合1")
        self.apply([merged])

    def sweep(self) -> list[Event]:
        """A new day comes."""
        events: list[Event] = []
        day = self.now.date()
        for sweep in letters_page.SWEEPS.values():
            for letter in sweep.due(day, self.rows):
                events += self.apply(sweep.handler(letter, day, self.who("system", "XCB"), self))
        return events

    # --- the way of a letter ----------------------------------------------------------------------------------------

    def draft(self, role: str = "office", org: str = "XCB", person: str = "", **given: Any) -> list[Event]:
        """A letter about both findings to the transport department."""
        fields: dict[str, Any] = {
            "number": NUMBER,
            "round": self.round,
            "addressee": named("org", "JTJ"),
            "case": self.case,
            "findings": tuple(self.findings),
            "basis": "书记专题会议",
            "basis_on": date(2026, 2, 20),
            "facts": "多家单位公务用车管理不严",
            "suggestions": ("修订公务用车办法", "开展清查"),
            "contact": "办公室主任甲 0771-0000000",
        }
        return self.do(act_on.draft_letter, wish.DraftLetter(**fields | given), role, org, person)

    def reply(self, adoption: Adoption = Adoption.ADOPTED, org: str = "JTJ", **given: Any) -> list[Event]:
        """The addressee replies."""
        return self.do(
            act_on.reply_to_letter, wish.ReplyToLetter(letter=self.letter, adoption=adoption, **given), "functional", org
        )

    def assess(self, adoption: Adoption = Adoption.ADOPTED, **given: Any) -> list[Event]:
        """The office judges the reply."""
        return self.do(act_on.assess_letter, wish.AssessLetter(letter=self.letter, adoption=adoption, **given), "office", "XCB")

    def move(self, step: LetterState, adoption: Adoption = Adoption.ADOPTED) -> list[Event]:
        """One step of the way, by who does it."""
        letter, reason = self.letter, {"reason": "已有规定"} if adoption is Adoption.NOT_ADOPTED else {}
        match step:
            case LetterState.DRAFT:
                return self.draft()
            case LetterState.APPROVED:
                command = wish.ApproveLetter(letter=letter, approval="领1")
                return self.do(act_on.approve_letter, command, "leading_group", "LDXZ")
            case LetterState.SENT:
                return self.do(act_on.send_letter, wish.SendLetter(letter=letter), "office", "XCB")
            case LetterState.RECEIVED:
                return self.do(act_on.receive_letter, wish.ReceiveLetter(letter=letter), "functional", "JTJ")
            case LetterState.UNDER_STUDY:
                return self.do(act_on.study_letter, wish.StudyLetter(letter=letter, unit="法规科"), "functional", "JTJ")
            case LetterState.REPLIED:
                return self.reply(adoption, **reason)
            case LetterState.ASSESSED:
                return self.assess(adoption, **reason)
            case LetterState.IMPLEMENTED:
                done = wish.ImplementLetter(letter=letter, result="办法已修订")
                return self.do(act_on.implement_letter, done, "functional", "JTJ")
            case LetterState.CLOSED:
                return self.do(act_on.close_letter, wish.CloseLetter(letter=letter), "office", "XCB")

    def bring(self, state: LetterState, adoption: Adoption = Adoption.ADOPTED) -> None:
        """The letter is brought to a state by everybody doing their part."""
        for step in LetterState:
            if not (step is LetterState.IMPLEMENTED and adoption is Adoption.NOT_ADOPTED):
                self.move(step, adoption)
            if step is state:
                return


@pytest.fixture
def world() -> World:
    """A fresh world."""
    return World()
