"""The discipline organ's report on its supervision of a case, version by version (R-34)."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field

from kernel.aggregates import Aggregate, Repository
from kernel.context import Act, named
from kernel.messages import Answer, Changes, Event
from supervision.events import supervision_report as happened
from supervision.events.supervision_report import Count, DutyStanding
from supervision.model.measures import ActionLog, log_id
from supervision.model.obligation import Obligation, obligation_id
from supervision.refusals.supervision_reports import NothingDrafted, ReportAcceptedAlready, ReportNotSubmitted, ReportWaits

# Duties whose standing belongs into the report.
REPORTED_DUTIES = ("R-01", "R-02", "R-03", "R-04", "R-05", "R-07", "R-16")


class State(StrEnum):
    """How far the report is."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    ACCEPTED = "ACCEPTED"
    SENT_BACK = "SENT_BACK"


def report_id(case: str) -> str:
    """The id of a case's report under R-34."""
    return named("supervision-report", case, "R-34")


class CaseStanding(Answer):
    """What the findings service answers about a case right now."""

    phase: str
    standings: Mapping[str, int]


class Figures(BaseModel):
    """What the record says of a case; nobody types it in."""

    phase: str
    findings: tuple[Count, ...]
    duties: tuple[DutyStanding, ...]
    actions: tuple[Count, ...]


def figures(case: str, standing: CaseStanding, repo: Repository) -> Figures:
    """The figures of a case: findings by standing, its duties, and the discipline organ's own measures by type."""
    duties = (repo.find(Obligation, obligation_id(case, rule)) for rule in REPORTED_DUTIES)
    return Figures(
        phase=standing.phase,
        findings=_counts(standing.standings),
        duties=tuple(
            DutyStanding(rule_id=duty.rule_id, state=duty.state, due=duty.due, missed=duty.missed is not None)
            for duty in duties
            if duty.exists
        ),
        actions=_counts(repo.find(ActionLog, log_id(case)).of("discipline")),
    )


class ReportVersion(BaseModel):
    """One version and what became of it."""

    version: int
    state: State = State.DRAFT
    drafted_on: date
    figures: Figures
    problems: tuple[str, ...]
    judgement: str
    suggestions: tuple[str, ...]
    document: str
    submitted_on: date | None = None
    minutes_no: str = ""
    reason: str = ""


class SupervisionReport(Aggregate):
    """A case's report under R-34 with all its versions."""

    KIND = "supervision.supervision-report"
    CALLED = "监督情况报告 / supervision report"

    case: str = ""
    org: str = ""
    by: str = ""
    versions: list[ReportVersion] = Field(default_factory=list)

    def draft(self, drafted: happened.SupervisionReportDrafted, book: str) -> Changes:
        """Draft a version; a draft is replaced, a version that waits is not.

        Raises:
            ReportWaits, ReportAcceptedAlready.
        """
        newest = self.newest
        if newest is not None and newest.state is State.SUBMITTED:
            raise ReportWaits(version=newest.version)
        if newest is not None and newest.state is State.ACCEPTED:
            raise ReportAcceptedAlready(version=newest.version)
        return [drafted.under("R-34", book)]

    def submit(self, book: str, act: Act) -> Changes:
        """Hand the newest version to the leading group.

        Raises:
            NothingDrafted.
        """
        newest = self.newest
        if newest is None or newest.state is not State.DRAFT:
            raise NothingDrafted()
        submitted = happened.SupervisionReportSubmitted(
            **self._names(newest), submitted_on=act.effective_day, document=newest.document, submitter=act.actor
        )
        return [submitted.under("R-34", book)]

    def accept(self, minutes_no: str, book: str, act: Act) -> Changes:
        """The leading group accepts.

        Raises:
            ReportNotSubmitted.
        """
        accepted = happened.SupervisionReportAccepted(**self._names(self._waiting()), minutes_no=minutes_no, accepted_by=act.actor)
        return [accepted.under("R-34", book)]

    def send_back(self, reason: str, book: str, act: Act) -> Changes:
        """The leading group sends it back.

        Raises:
            ReportNotSubmitted.
        """
        back = happened.SupervisionReportSentBack(**self._names(self._waiting()), reason=reason, sent_back_by=act.actor)
        return [back.under("R-34", book)]

    @property
    def newest(self) -> ReportVersion | None:
        """The newest version; None before the first."""
        return self.versions[-1] if self.versions else None

    @property
    def next_version(self) -> int:
        """Which version a draft is: a draft that was not handed in is replaced."""
        newest = self.newest
        if newest is None:
            return 1
        return newest.version if newest.state is State.DRAFT else newest.version + 1

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.SupervisionReportDrafted():
                self.case, self.org, self.by = event.case, event.org, event.by
                self.versions = [known for known in self.versions if known.version < event.version]
                said = event.model_dump(include={"version", "problems", "judgement", "suggestions", "document"})
                counted = Figures(**{name: getattr(event, name) for name in Figures.model_fields})
                self.versions.append(ReportVersion(**said, drafted_on=at.date(), figures=counted))
            case happened.SupervisionReportSubmitted():
                self.versions[-1].state, self.versions[-1].submitted_on = State.SUBMITTED, event.submitted_on
            case happened.SupervisionReportAccepted():
                self.versions[-1].state, self.versions[-1].minutes_no = State.ACCEPTED, event.minutes_no
            case happened.SupervisionReportSentBack():
                self.versions[-1].state, self.versions[-1].reason = State.SENT_BACK, event.reason
            case _:
                raise TypeError(f"a report on supervision does not fold {event.TOPIC} of {at}")

    def _waiting(self) -> ReportVersion:
        newest = self.newest
        if newest is None or newest.state is not State.SUBMITTED:
            raise ReportNotSubmitted()
        return newest

    def _names(self, version: ReportVersion) -> dict[str, Any]:
        return {"report": self.id, "case": self.case, "org": self.org, "by": self.by, "version": version.version}


def _counts(counted: Mapping[str, int]) -> tuple[Count, ...]:
    return tuple(Count(kind=kind, count=count) for kind, count in sorted(counted.items()))
