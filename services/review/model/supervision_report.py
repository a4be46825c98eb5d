"""What the organization department reports to the leading group about its own supervision of a case (R-41)."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from review.events import supervision_report as told
from review.events.words import Action, ActionCount, Part
from review.model.case import CaseFile
from review.model.ruled import due, resting
from review.refusals.supervision_report import (
    CountedAlready,
    PhaseRuns,
    SupervisionReportIncomplete,
    WrongSupervisionReportState,
)

RULE = "R-41"

# What review records itself; the drafter counts the rest.
RECORDED = (Action.CADRE_ASSESSMENT, Action.APPOINTMENT_TALK)


class ReportState(StrEnum):
    """How far a version is."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    ACCEPTED = "ACCEPTED"
    SENT_BACK = "SENT_BACK"


class Content(Part):
    """The parts of the report, and the SHA-256 of the paper."""

    status: str
    actions: tuple[ActionCount, ...] = ()
    problems: str
    judgement: str
    suggestions: str
    document: str


class Version(Part):
    """One version."""

    version: int
    content: Content
    state: ReportState = ReportState.DRAFT
    drafter: str = ""
    submitted_on: date | None = None
    accepted_on: date | None = None
    late: bool = False
    reason: str = ""
    verifier: str = ""


def supervision_report_id(case: str) -> str:
    """The id of the organization department's report on its supervision of a case."""
    return named("supervision-report", case, RULE)


class SupervisionReport(Aggregate):
    """The report, version by version; the day of the first submission decides whether it was in time."""

    KIND = "review.supervision-report"
    CALLED = "监督整改情况报告 / supervision report"

    case: str = ""
    org: str = ""
    versions: list[Version] = Field(default_factory=list)
    first_submitted_on: date | None = None

    @property
    def state(self) -> ReportState | None:
        """How far the newest version is; None before the first."""
        return self.versions[-1].state if self.versions else None

    def draft(self, act: Act, file: CaseFile, content: Content, recorded: Sequence[ActionCount]) -> Changes:
        """Draft a version; anew until it is submitted, the next one once it was sent back.

        Raises:
            WrongSupervisionReportState, SupervisionReportIncomplete, CountedAlready.
        """
        if self.state in (ReportState.SUBMITTED, ReportState.ACCEPTED):
            raise WrongSupervisionReportState(state=self.state, needed="DRAFT / SENT_BACK")
        if missing := [part for part in ("status", "problems", "judgement", "suggestions") if not getattr(content, part)]:
            raise SupervisionReportIncomplete(field=missing[0], missing=", ".join(missing))
        for typed in content.actions:
            if typed.action in RECORDED:
                raise CountedAlready(field="actions", action=typed.action)
        version = len(self.versions) + (self.state is not ReportState.DRAFT)
        words = {name: getattr(content, name) for name in Content.model_fields if name != "actions"}
        drafted = told.SupervisionReportDrafted(
            report=self.id,
            case=file.case,
            org=file.org,
            version=version,
            **words,
            actions=(*recorded, *content.actions),
            drafter=act.actor,
        )
        return [resting(drafted, RULE, file.rulebook)]

    def submit(self, act: Act, file: CaseFile) -> Changes:
        """Hand it to the leading group, once the concentrated phase has ended.

        Raises:
            WrongSupervisionReportState, PhaseRuns.
        """
        newest = self._in(ReportState.DRAFT)
        if not file.ended or file.phase_end is None:
            raise PhaseRuns(end=file.phase_end or "")
        day, limit = act.effective_day, due(file.rulebook, RULE, file.phase_end)
        submitted = told.SupervisionReportSubmitted(
            **self._whose,
            by=act.org,
            rule_id=RULE,
            submitted_on=day,
            due=limit,
            late=limit is not None and (self.first_submitted_on or day) > limit,
            document=newest.content.document,
        )
        return [resting(submitted, RULE, file.rulebook)]

    def accept(self, act: Act, file: CaseFile) -> Changes:
        """The leading group accepts it.

        Raises:
            WrongSupervisionReportState.
        """
        self._in(ReportState.SUBMITTED)
        accepted = told.SupervisionReportAccepted(**self._whose, rule_id=RULE, accepted_on=act.effective_day, verifier=act.actor)
        return [resting(accepted, RULE, file.rulebook)]

    def send_back(self, act: Act, file: CaseFile, reason: str) -> Changes:
        """The leading group wants a new version.

        Raises:
            WrongSupervisionReportState.
        """
        self._in(ReportState.SUBMITTED)
        sent_back = told.SupervisionReportSentBack(**self._whose, rule_id=RULE, reason=reason, verifier=act.actor)
        return [resting(sent_back, RULE, file.rulebook)]

    @property
    def _whose(self) -> dict[str, str | int]:
        return {"report": self.id, "case": self.case, "org": self.org, "version": len(self.versions)}

    def _in(self, state: ReportState) -> Version:
        if self.state is not state:
            raise WrongSupervisionReportState(state=self.state or "—", needed=state)
        return self.versions[-1]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case told.SupervisionReportDrafted():
                self.case, self.org = event.case, event.org
                content = Content(**{name: getattr(event, name) for name in Content.model_fields})
                version = Version(version=event.version, content=content, drafter=event.drafter)
                self.versions = [*self.versions[: event.version - 1], version]
            case told.SupervisionReportSubmitted():
                self.first_submitted_on = self.first_submitted_on or event.submitted_on
                self._mark(state=ReportState.SUBMITTED, submitted_on=event.submitted_on, late=event.late)
            case told.SupervisionReportAccepted():
                self._mark(state=ReportState.ACCEPTED, accepted_on=event.accepted_on, verifier=event.verifier)
            case told.SupervisionReportSentBack():
                self._mark(state=ReportState.SENT_BACK, reason=event.reason, verifier=event.verifier)
            case _:
                raise TypeError(f"a supervision report does not fold {event.TOPIC} of {at}")

    def _mark(self, **values: object) -> None:
        self.versions = [*self.versions[:-1], self.versions[-1].model_copy(update=values)]
