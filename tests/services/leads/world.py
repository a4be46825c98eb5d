"""A round that leads knows of, and words for what people do with a lead."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from kernel.aggregates import Repository
from kernel.context import Act, Asker, named
from kernel.messages import Changes, Event
from leads import commands as wish
from leads import handlers as act_on
from leads.events import AddresseeKind, RoundNoted, StatusClass, TeamsNoted
from leads.model.lead import Lead
from leads.model.record import LeadState
from leads.model.round_file import file_id
from testkit.given import MORNING, Given, act

NUMBER = "线索2026-1"
ROUND = named("round", "R1")
UNIT, JW, ZZB, SJW = (named("org", code) for code in ("CGJ", "JW", "ZZB", "SJW"))

# Words that stand nowhere but in what a lead says.
SECRETS = {
    "person": "王某某",
    "post": "副局长兼某办主任",
    "source": "匿名来信第七件",
    "summary": "反映其收受某公司所送财物",
}
LEADER, GROUP, OFFICE, CHANNEL = ("team_leader", "XCB"), ("leading_group", "LDXZ"), ("office", "XCB"), ("lead_channel", "JW")

Handler = Callable[..., Changes]


class World(Given):
    """The repository, and who does what on which day."""

    def __init__(self, rulebook: str = "guangxi-2022") -> None:
        super().__init__()
        self.day = 0
        self.lead = named("lead", NUMBER)
        file = file_id(ROUND)
        noted = RoundNoted(
            file=file,
            round=ROUND,
            code="R1",
            rulebook=rulebook,
            office=named("org", "XCB"),
            leading_group=named("org", "LDXZ"),
        )
        self.apply([noted, TeamsNoted(file=file, round=ROUND, leaders=(self.who(*LEADER).actor,))])

    @property
    def today(self) -> date:
        """The business day."""
        return MORNING.date() + timedelta(days=self.day)

    def who(self, role: str, org: str, person: str = "") -> Act:
        """Somebody in a role, today."""
        return act(role, org, person, days=self.day)

    def asker(self, role: str, org: str, person: str = "") -> Asker:
        """The same person with a question."""
        doing = self.who(role, org, person)
        return Asker(doing.actor, role, doing.org, self.today)

    def do(self, handler: Handler, command: Any, who: tuple[str, ...], **more: Any) -> list[Event]:
        """Give a command and record what it decides."""
        repo: Repository = self
        return list(self.apply(handler(command, self.who(*who), repo, **more), MORNING + timedelta(days=self.day)))

    def found(self) -> Lead:
        """The lead as it stands."""
        return self.find(Lead, self.lead)

    def register(self, who: tuple[str, ...] = LEADER, **given: Any) -> list[Event]:
        """A lead about somebody of the unit goes to the discipline organ."""
        fields = {
            "number": NUMBER,
            "round": ROUND,
            "addressee": JW,
            "addressee_kind": AddresseeKind.DISCIPLINE,
            "unit": UNIT,
            "attachments": ("ab" * 32,),
            **SECRETS,
        }
        return self.do(act_on.register_lead, wish.RegisterLead(**fields | given), who)

    def approve(self) -> list[Event]:
        """The leading group approves."""
        return self.do(act_on.approve_referral, wish.ApproveReferral(lead=self.lead, approval="领1"), GROUP)

    def sign(self, *who: str) -> list[Event]:
        """One side signs."""
        return self.do(act_on.sign_hand_over, wish.SignHandOver(lead=self.lead), who)

    def bring(self, state: LeadState, **given: Any) -> None:
        """Go the straight way as far as this."""
        steps: dict[LeadState, Callable[[], Any]] = {
            LeadState.REGISTERED: lambda: self.register(**given),
            LeadState.APPROVED_FOR_REFERRAL: self.approve,
            LeadState.HANDED_OVER: lambda: (self.sign(*LEADER), self.sign(*CHANNEL)),
            LeadState.ACCEPTED: lambda: self.do(act_on.accept_lead, wish.AcceptLead(lead=self.lead), CHANNEL),
            LeadState.IN_HANDLING: lambda: self.handle(StatusClass.PRELIMINARY_CHECK),
            LeadState.OUTCOME_FED_BACK: self.outcome,
            LeadState.CLOSED: lambda: self.do(act_on.close_lead, wish.CloseLead(lead=self.lead), OFFICE),
        }
        for at, step in steps.items():
            if not self.found().exists or list(steps).index(self.found().state) < list(steps).index(at):
                step()
            if at is state:
                return

    def misdirect(self) -> list[Event]:
        """The discipline organ gives it back."""
        return self.do(act_on.return_misdirected, wish.ReturnMisdirected(lead=self.lead, reason="系市管干部"), CHANNEL)

    def handle(self, status_class: StatusClass) -> list[Event]:
        """The channel handles it so."""
        command = wish.SetStatus(lead=self.lead, status_class=status_class, note="拟约谈某某")
        return self.do(act_on.set_status, command, CHANNEL)

    def outcome(self) -> list[Event]:
        """The channel gives the outcome back."""
        command = wish.FeedBackOutcome(lead=self.lead, result="部分属实，已诫勉", decision_no="纪决〔2026〕7号")
        return self.do(act_on.feed_back_outcome, command, CHANNEL)
