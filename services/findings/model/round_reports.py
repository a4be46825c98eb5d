"""Reports on a round, whose figures never change, and the counts of its leads (R-58)."""

from datetime import date, datetime

from pydantic import Field

from findings.events import round_reports as told
from findings.events.round_reports import LeadStage, ReportBody, RoundFigures
from findings.model.digest import digest
from findings.model.round import Round
from findings.model.ruled import bound
from findings.refusals.round_reports import NotRoundReportBody, RoundReportNumberUsed, RoundReportReceivedAlready
from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event

RULE = "R-58"


class RoundReport(Aggregate):
    """A report as its facts made it."""

    KIND = "findings.round-report"
    CALLED = "轮次报告 / round report"

    number: str = ""
    round: str = ""
    office: str = ""
    bodies: dict[ReportBody, str] = Field(default_factory=dict)
    figures: RoundFigures | None = None
    digest: str = ""
    document_sha256: str = ""
    submitted_on: date | None = None
    rulebook: str = ""
    received: dict[ReportBody, date] = Field(default_factory=dict)

    def submit(
        self, number: str, inspected: Round, figures: RoundFigures, document_sha256: str | None, book: str, day: date
    ) -> Changes:
        """The office reports the round to Party committee and leading group.

        Raises:
            RoundReportNumberUsed.
        """
        if self.exists:
            raise RoundReportNumberUsed(field="number", number=number)
        organs = inspected.organs
        submitted = told.RoundReportSubmitted(
            round_report=self.id,
            number=number,
            round=inspected.id,
            office=organs.office,
            dispatching=organs.dispatching,
            leading_group=organs.leading_group,
            figures=figures,
            digest=figures_digest(number, inspected.id, figures),
            document_sha256=document_sha256,
            submitted_on=day,
            rulebook=book,
        )
        return [bound(submitted, RULE, book)]

    def receive(self, act: Act) -> Changes:
        """One of the two bodies takes it; an organ that is both does so once for each.

        Raises:
            NotRoundReportBody, RoundReportReceivedAlready.
        """
        mine = [body for body, org in self.bodies.items() if org == act.org]
        if not mine:
            raise NotRoundReportBody(number=self.number)
        waiting = [body for body in mine if body not in self.received]
        if not waiting:
            raise RoundReportReceivedAlready(number=self.number, day=self.received[mine[-1]].isoformat())
        received = told.RoundReportReceived(
            round_report=self.id,
            number=self.number,
            round=self.round,
            body=waiting[0],
            org=act.org,
            signer=act.actor,
            received_on=act.effective_day,
            complete=len(self.received) + 1 == len(self.bodies),
        )
        return [bound(received, RULE, self.rulebook)]

    def evolve(self, event: Event, at: datetime) -> None:  # the days of these facts are in them
        """Fold one fact."""
        match event:
            case told.RoundReportSubmitted():
                self.number, self.round, self.office, self.rulebook = event.number, event.round, event.office, event.rulebook
                self.bodies = {ReportBody.DISPATCHING: event.dispatching, ReportBody.LEADING_GROUP: event.leading_group}
                self.figures, self.digest, self.submitted_on = event.figures, event.digest, event.submitted_on
                self.document_sha256 = event.document_sha256 or ""
            case told.RoundReportReceived():
                self.received = {**self.received, event.body: event.received_on}


class LeadTally(Aggregate):
    """One lead as this service counts it: its round and how far it is, not which it is."""

    KIND = "findings.lead-tally"
    CALLED = "线索计数 / count of a lead"

    round: str = ""
    stage: LeadStage | None = None
    status_class: str = ""
    due: date | None = None
    late: bool = False
    target_passed: bool = False

    def count(
        self,
        stage: LeadStage,
        day: date,
        *,
        round: str = "",
        status_class: str = "",
        due: date | None = None,
        late: bool = False,
        target_passed: bool = False,
    ) -> Changes:
        """The lead moved on; nothing when it is not known to which round it belongs."""
        belongs = round or self.round
        if not belongs:
            return []
        counted = told.LeadCounted(
            tally=self.id,
            round=belongs,
            stage=stage,
            status_class=status_class or self.status_class,
            day=day,
            due=due or self.due,
            late=late or self.late,
            target_passed=target_passed or self.target_passed,
        )
        return [counted]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one fact."""
        match event:
            case told.LeadCounted():
                self.round, self.stage, self.status_class = event.round, event.stage, event.status_class
                self.due, self.late, self.target_passed = event.due, event.late, event.target_passed


def tally_id(lead: str) -> str:
    """The id under which a lead is counted; who reads it does not find the lead by it."""
    return named("lead-tally", lead)


def figures_digest(number: str, round: str, figures: RoundFigures) -> str:
    """SHA-256 over what was reported, 64 hex digits."""
    return digest([number, round, figures])
