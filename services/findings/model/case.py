"""A rectification case: its dates, what it knows of its findings, and how far it is."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from pydantic import Field

from findings.events import case as told
from findings.events.parts import Part
from findings.events.words import (
    Attendance,
    Bodies,
    CaseFinding,
    Due,
    MeetingKind,
    SelfExamination,
    SpecialCheck,
    Standing,
)
from findings.model import dates
from findings.model.cycle import CasePhase, CaseState, Entry
from findings.refusals.case import (
    CaseEnded,
    CaseNotCompleted,
    DateNotYet,
    DateTooEarly,
    NotBodyOfCase,
    NotYourCase,
    SelfExaminationsMissing,
)
from kernel.aggregates import Aggregate, Members
from kernel.messages import Changes, Event


class CaseNote(Part):
    """A mechanism, meeting or procedure as recorded."""

    kind: str
    day: date
    sha256: str
    rule: str


class Case(Aggregate):
    """A case as its facts made it; `org` was inspected, `holder` answers for it now."""

    KIND = "findings.case"
    CALLED = "整改事项 / case"

    round: str = ""
    org: str = ""
    holder: str = ""
    feedback: str = ""
    number: str = ""
    round_code: str = ""
    org_code: str = ""
    rulebook: str = ""
    feedback_date: date = date.min
    receipt_date: date = date.min
    phase_end: date = date.max
    checks: tuple[SpecialCheck, ...] = ()
    bodies: Bodies | None = None
    dues: tuple[Due, ...] = ()
    findings: dict[str, Entry] = Field(default_factory=dict)
    ended: Members[date] = frozenset()
    planning: bool = False
    planned: bool = False
    reporting: str = ""
    reviewed: bool = False
    all_signed_off: bool = False
    completed: bool = False
    closed: bool = False
    reopened: int = 0
    notes: tuple[CaseNote, ...] = ()
    last_month: str = ""
    former: tuple[str, ...] = ()

    # --- what is asked of it -----------------------------------------------------------------------------------------

    @property
    def unfinished(self) -> list[Entry]:
        """Findings of which something remains to be done, by number."""
        return sorted((f for f in self.findings.values() if not f.standing.settled), key=lambda f: f.number)

    @property
    def state(self) -> CaseState:
        """How far it is."""
        if self.closed:
            return CaseState.CLOSED
        if self.completed:
            return CaseState.COMPLETED
        if self.phase_end not in self.ended:
            begun = CaseState.PLANNING if self.planning else CaseState.OPENED
            return CaseState.CONCENTRATED if self.planned else begun
        if not self.unfinished:
            return CaseState.ALL_SIGNED_OFF
        if not self.reporting:
            return CaseState.REPORT_DUE
        return CaseState.CONTINUING if self.reviewed else CaseState.REVIEWING

    @property
    def phase(self) -> CasePhase:
        """Which phase runs, whatever state its findings are in."""
        if self.closed or self.completed:
            return CasePhase.DONE
        return CasePhase.CONTINUING if self.phase_end in self.ended else CasePhase.CONCENTRATED

    @property
    def next_end(self) -> date | None:
        """The next day on which a concentrated phase of it ends, its supplements' included; None when all ended."""
        return min(({self.phase_end} | {f.due for f in self.findings.values()}) - self.ended, default=None)

    @property
    def organs(self) -> Bodies:
        """The organs that act for it; every opened case has them."""
        if self.bodies is None:
            raise ValueError(f"case {self.id} was never opened")
        return self.bodies

    def require_holder(self, org: str) -> None:
        """The organisation must answer for the case.

        Raises:
            NotYourCase: another one does.
        """
        if org != self.holder:
            raise NotYourCase(number=self.number)

    def require_organ(self, org: str, *bodies: str) -> None:
        """The organ must act for the case as one of these (fields of `Bodies`).

        Raises:
            NotBodyOfCase: another one does.
        """
        if org not in {getattr(self.organs, body) for body in bodies}:
            raise NotBodyOfCase(body=" / ".join(bodies), number=self.number)

    def require_open(self) -> None:
        """The case must not be closed.

        Raises:
            CaseEnded: it is.
        """
        if self.closed:
            raise CaseEnded(number=self.number)

    def reported_in(self, month: str, today: date) -> list[Entry]:
        """The findings on which the return for a month reports: those open at any time of it after their phase's end."""
        first, last = dates.month_days(month)
        upto = min(last, today)
        return sorted(
            (f for f in self.findings.values() if f.open_between(max(first, dates.first_reported_day(self.rulebook, f.due)), upto)),
            key=lambda f: f.number,
        )

    # --- the way through ---------------------------------------------------------------------------------------------

    def supplement(self, no: int, receipt_date: date, phase_end: date, findings: Sequence[CaseFinding]) -> Changes:
        """Findings of a supplement join, with a day 0 of their own; nothing else moves (A47).

        Raises:
            CaseEnded.
        """
        self.require_open()
        if not findings:
            return []
        joined = told.CaseSupplemented(
            **self._whose, supplement=no, receipt_date=receipt_date, phase_end=phase_end, findings=tuple(findings)
        )
        return [joined.under("R-01", self.rulebook)]

    def begin_planning(self) -> Changes:
        """The organisation plans; nothing when it is known."""
        return [] if self.planning else [told.PlanningBegun(**self._whose)]

    def settle_plan(self, plan: str) -> Changes:
        """The plan passed its review; nothing when it is known."""
        return [] if self.planned else [told.PlanSettled(**self._whose, plan=plan)]

    def end_phases(self, today: date, settled: Collection[str]) -> Changes:
        """What a new day ends: by date, not by completion (R-01). `settled` are findings known to be settled today."""
        changes: Changes = []
        open_ones = [f for f in self.unfinished if f.finding not in settled]
        for end in sorted({self.phase_end} | {f.due for f in self.findings.values()}):
            if end >= today or end in self.ended:
                continue
            going_on = tuple(f.finding for f in open_ones if f.due == end or (end == self.phase_end and f.due < end))
            if end == self.phase_end:
                ended = told.ConcentratedPhaseEnded(**self._whose, phase_end=end, rulebook=self.rulebook, unfinished=going_on)
                changes.append(ended.under("R-01", self.rulebook))
            else:
                later = told.SupplementPhaseEnded(**self._whose, phase_end=end, unfinished=going_on)
                changes.append(later.under("R-01", self.rulebook))
        return changes

    def finding_settled(self, finding: str, standing: Standing, day: date) -> Changes:
        """A finding was signed off or closed as not applicable; with the last one the final report is asked for (R-16)."""
        entry = self.findings.get(finding)
        if entry is None or entry.standing.settled:
            return []
        changes: Changes = [told.CaseFindingSettled(**self._whose, finding=finding, standing=standing, day=day)]
        if all(f.finding == finding for f in self.unfinished):
            due = dates.final_report_due(self.rulebook, day)
            signed = told.AllSignedOff(**self._whose, day=day, rulebook=self.rulebook, final_report_due=due)
            changes.append(signed.under("R-16", self.rulebook))
        return changes

    def finding_reopened(self, finding: str, day: date) -> Changes:
        """A settled finding is open again; a completed or closed case opens for it alone (A23)."""
        entry = self.findings.get(finding)
        if entry is None or not entry.standing.settled:
            return []
        changes: Changes = [told.CaseFindingReopened(**self._whose, finding=finding, day=day)]
        if self.closed or self.completed:
            changes.append(told.CaseReopened(**self._whose, round=self.round, finding=finding, count=self.reopened + 1))
        return changes

    def progress_submitted(self, report: str) -> Changes:
        """The progress report is with the reviewers."""
        return [told.ProgressReportSubmitted(**self._whose, report=report).under("R-07", self.rulebook)]

    def progress_settled(self, report: str, accepted: bool) -> Changes:
        """The opinion on the progress report is out."""
        return [told.ProgressReportSettled(**self._whose, report=report, accepted=accepted).under("R-30", self.rulebook)]

    def complete(self, report: str, day: date) -> Changes:
        """The final report was accepted (R-16).

        Raises:
            CaseEnded; CaseNotCompleted: a finding is unfinished.
        """
        self.require_open()
        if self.unfinished:
            self._not_yet()
        return [told.CaseCompleted(**self._whose, report=report, day=day).under("R-16", self.rulebook)]

    def close(self, reason: str) -> Changes:
        """Nothing more is done.

        Raises:
            CaseEnded, CaseNotCompleted.
        """
        self.require_open()
        if not self.completed:
            self._not_yet()
        return [told.CaseClosed(**self._whose, round=self.round, reason=reason)]

    def transfer(self, successor: str, day: date) -> Changes:
        """After a merger another organisation answers for it; no date moves (A40)."""
        if self.holder == successor:
            return []
        return [told.CaseTransferred(case=self.id, org=successor, former=self.holder, day=day)]

    def call_returns(self, today: date) -> list[str]:
        """Months for which a return is to be called on this day and was not (R-15)."""
        if self.phase_end not in self.ended:
            return []
        ends = [f.due for f in self.findings.values() if f.due in self.ended]
        start = min((dates.first_reported_day(self.rulebook, end) for end in ends), default=today)
        wanted = [month for month in dates.months(start, today) if month > self.last_month]
        return [month for month in wanted if self.reported_in(month, today)]

    # --- what is recorded in it --------------------------------------------------------------------------------------

    def set_up_mechanism(self, day: date, description: str, head: str, members: Sequence[str], document_sha256: str) -> Changes:
        """The working mechanism stands (R-04).

        Raises:
            CaseEnded.
        """
        self.require_open()
        stands = told.MechanismSetUp(
            **self._whose,
            day=day,
            description=description,
            head=head,
            members=tuple(members),
            document_sha256=document_sha256,
        )
        return [stands.under("R-04", self.rulebook)]

    def hold_meeting(
        self,
        kind: MeetingKind,
        day: date,
        place: str,
        attendance: Sequence[Attendance],
        decisions: Sequence[str],
        minutes_sha256: str,
        self_examinations: Sequence[SelfExamination],
        today: date,
    ) -> Changes:
        """A meeting took place (R-02, R-05).

        Raises:
            CaseEnded, DateNotYet, DateTooEarly, SelfExaminationsMissing.
        """
        self.require_open()
        if day > today:
            raise DateNotYet(what="meeting", day=day.isoformat(), today=today.isoformat())
        if day < self.feedback_date:
            raise DateTooEarly(
                what="meeting", day=day.isoformat(), other="feedback meeting", other_day=self.feedback_date.isoformat()
            )
        if kind is MeetingKind.DEMOCRATIC_LIFE and not self_examinations:
            raise SelfExaminationsMissing
        held = told.MeetingHeld(
            **self._whose,
            kind=kind,
            day=day,
            place=place,
            attendance=tuple(attendance),
            decisions=tuple(decisions),
            minutes_sha256=minutes_sha256,
            self_examinations=tuple(self_examinations),
        )
        return [held.under("R-02" if kind is MeetingKind.SPECIAL else "R-05", self.rulebook)]

    def lay_down_procedure(self, day: date, number: str, document_sha256: str) -> Changes:
        """The sign-off procedure is laid down (R-13).

        Raises:
            CaseEnded.
        """
        self.require_open()
        laid = told.ProcedureLaidDown(**self._whose, day=day, number=number, document_sha256=document_sha256)
        return [laid.under("R-13", self.rulebook)]

    @property
    def _whose(self) -> dict[str, str]:
        return {"case": self.id, "org": self.holder}

    def _not_yet(self) -> None:
        numbers = ", ".join(f.number for f in self.unfinished) or "-"
        raise CaseNotCompleted(number=self.number, state=self.state, unfinished=numbers)

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one fact."""
        del at
        match event:
            case told.CaseOpened():
                self.holder, self.org = event.org, event.org
                for name in ("round", "feedback", "number", "round_code", "org_code", "rulebook", "feedback_date", "receipt_date"):
                    setattr(self, name, getattr(event, name))
                self.phase_end, self.checks, self.bodies, self.dues = event.phase_end, event.checks, event.bodies, event.dues
                self._enter(event.findings)
            case told.CaseSupplemented():
                self._enter(event.findings)
                self.all_signed_off = self.completed = False
            case told.PlanningBegun():
                self.planning = True
            case told.PlanSettled():
                self.planning = self.planned = True
            case told.MechanismSetUp():
                self._note("mechanism", event.day, event.document_sha256, "R-04")
            case told.MeetingHeld():
                rule = "R-02" if event.kind is MeetingKind.SPECIAL else "R-05"
                self._note(event.kind.value, event.day, event.minutes_sha256, rule)
            case told.ProcedureLaidDown():
                self._note("signoff-procedure", event.day, event.document_sha256, "R-13")
            case told.ReturnCalled():
                self.last_month = event.month
            case told.CaseTransferred():
                self.holder, self.former = event.org, (*self.former, event.former)
            case _:
                self._moved(event)

    def _moved(self, event: Event) -> None:
        match event:
            case told.ConcentratedPhaseEnded() | told.SupplementPhaseEnded():
                self.ended |= {event.phase_end}
                for finding in event.unfinished:
                    self.findings[finding] = self.findings[finding].goes_on()
            case told.CaseFindingSettled():
                self.findings[event.finding] = self.findings[event.finding].settled(event.standing, event.day)
            case told.CaseFindingReopened():
                self.findings[event.finding] = self.findings[event.finding].opened_again(event.day)
                self.all_signed_off = False
            case told.AllSignedOff():
                self.all_signed_off = True
            case told.ProgressReportSubmitted():
                self.reporting, self.reviewed = event.report, False
            case told.ProgressReportSettled():
                self.reporting, self.reviewed = (event.report if event.accepted else ""), event.accepted
            case told.CaseCompleted():
                self.completed = True
            case told.CaseClosed():
                self.closed = True
            case told.CaseReopened():
                self.completed = self.closed = False
                self.reopened = event.count

    def _enter(self, findings: Sequence[CaseFinding]) -> None:
        self.findings |= {f.finding: Entry(**f.model_dump()) for f in findings}

    def _note(self, kind: str, day: date, sha256: str, rule: str) -> None:
        self.notes = (*self.notes, CaseNote(kind=kind, day=day, sha256=sha256, rule=rule))
