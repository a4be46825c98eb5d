"""What is known of a finding: the state that facts leave behind, folded here and nowhere else."""

from datetime import date, datetime

from pydantic import Field

from findings.events import amendments as amended
from findings.events import evidence as shown
from findings.events import extension as extended
from findings.events import finding as told
from findings.events import measures as done
from findings.events import signoff as signed
from findings.events.parts import Criterion, Severity, State, Track
from findings.model import cells
from findings.model.standing import (
    Amendment,
    Extension,
    ExtensionCheck,
    Measure,
    Milestone,
    Notice,
    PassedState,
    Piece,
    SignOff,
    kept,
    staged,
    version,
)
from kernel.aggregates import Aggregate
from kernel.messages import Event


class FindingState(Aggregate):
    """A finding as its facts made it; the decisions are in the classes that build on this one."""

    KIND = "findings.finding"

    state: State | None = None
    states: tuple[PassedState, ...] = ()
    number: str = ""
    case: str = ""
    org: str = ""
    round: str = ""
    feedback: str = ""
    round_code: str = ""
    org_code: str = ""
    rulebook: str = ""
    source: str = ""
    registered_by: str = ""
    wording: str = ""
    manifestation: str = ""
    demand: str = ""
    category: str = ""
    severity: Severity | None = None
    special_check: str = ""
    track: Track | None = None
    about_principal: bool = False
    key: bool = False
    listed: bool = False
    disclosure: str = ""
    common_problem: str = ""
    supplement: int = 0
    fed_back: date | None = None
    received: date | None = None
    due: date | None = None
    first_due: date | None = None
    overdue: date | None = None
    phase_end: date | None = None
    notice: Notice | None = None
    claimed: bool = False
    member: str = ""
    handler: str = ""
    sponsor: str = ""
    member_name: str = ""
    handler_name: str = ""
    sponsor_name: str = ""
    unit: str = ""
    supports: tuple[str, ...] = ()
    cause: str = ""
    goal: str = ""
    criteria: tuple[Criterion, ...] = ()
    top_criterion: int = 0
    remark: str = ""
    plan_version: int = 0
    plan_item: str = ""
    plan_milestones: bool = False
    planned_measures: tuple[str, ...] = ()
    planned_milestones: tuple[str, ...] = ()
    progress: str = ""
    reported: datetime | None = None
    measures: dict[int, Measure] = Field(default_factory=dict)
    milestones: dict[int, Milestone] = Field(default_factory=dict)
    evidence: dict[int, Piece] = Field(default_factory=dict)
    extension_check: ExtensionCheck | None = None
    extensions: tuple[Extension, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    signoffs: tuple[SignOff, ...] = ()
    reopened: int = 0
    resumes: State = State.IN_PROGRESS
    closing: str = ""

    @property
    def current(self) -> SignOff:
        """The newest sign-off; the states from SIGNOFF_REQUESTED on have one."""
        return self.signoffs[-1]

    @property
    def overturned_verifiers(self) -> frozenset[str]:
        """Persons whose outer check was overturned: none of them checks this finding again."""
        return frozenset(s.verifier for s in self.signoffs if s.verifier and s.outcome == "overturned")

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one fact."""
        before = self.state
        self._fold(event, at)
        if self.state is not None and self.state is not before:
            self.states = (*self.states, PassedState(version=self.version + 1, state=self.state, since=at))
        self.top_criterion = max(self.top_criterion, *(c.no for c in self.criteria), 0)

    def _fold(self, event: Event, at: datetime) -> None:
        match event:
            case told.FindingRegistered() | told.FindingLinked() | told.ImmediateNoticeServed() | told.ImmediateConfirmed():
                self._entered(event, at)
            case done.MeasureAdded() | done.MeasureReported() | done.MeasureCompleted() | done.ExtensionCheckRecorded():
                self._worked(event, at)
            case done.MilestoneAdded() | done.MilestoneMet() | done.MilestoneMissed():
                self._staged(event)
            case shown.EvidenceAdded() | shown.EvidenceReplaced() | shown.EvidenceAltered():
                self._evidenced(event)
            case extended.ExtensionRequested() | extended.ExtensionGranted() | extended.ExtensionRefused():
                self._extended(event)
            case amended.AmendmentProposed() | amended.AmendmentAccepted() | amended.AmendmentRejected():
                self._amended(event)
            case _:
                self._planned(event)
                self._signing(event, at)
                self._ended(event, at)

    # --- entry -------------------------------------------------------------------------------------------------------

    def _entered(self, event: Event, at: datetime) -> None:
        match event:
            case told.FindingRegistered():
                self.state = State.REGISTERED
                for name in ("number", "case", "org", "round", "round_code", "org_code", "source", "track", "due"):
                    setattr(self, name, getattr(event, name))
                self.first_due = event.due
                self._fed_back(event)
            case told.FindingLinked():
                self._fed_back(event)
            case told.ImmediateNoticeServed():
                for name in ("number", "case", "org", "round", "round_code", "org_code", "rulebook"):
                    setattr(self, name, getattr(event, name))
                self.wording = self.wording or event.wording
                self.state, self.track, self.due = State.IN_PROGRESS, Track.IMMEDIATE, event.due
                self.first_due = self.first_due or event.due
                self.notice = Notice(demand=event.demand, due=event.due, served_to=event.served_to, served=at)
            case told.ImmediateConfirmed() if self.notice is not None:
                self.notice = self.notice.model_copy(update={"confirmed": at, "result": event.result})

    def _fed_back(self, event: told.FindingRegistered | told.FindingLinked) -> None:
        taken = ("feedback", "round", "rulebook", "wording", "manifestation", "demand", "supplement", "fed_back", "received")
        for name in (*taken, "special_check"):
            setattr(self, name, getattr(event, name))
        self.category = event.category or self.category
        self.severity = event.severity or self.severity
        self.about_principal = self.about_principal or event.about_principal
        self.key = self.key or event.key

    # --- planning ----------------------------------------------------------------------------------------------------

    def _planned(self, event: Event) -> None:
        match event:
            case told.FindingClaimed():
                self.claimed, self.member_name, self.handler_name = True, "", ""
                for name in ("member", "handler", "unit", "supports", "track", "cause", "criteria"):
                    setattr(self, name, getattr(event, name))
                if self.state is State.REGISTERED:
                    self.state = State.PLANNED
            case told.FindingDetailed():
                for name in (
                    "cause",
                    "goal",
                    "unit",
                    "supports",
                    "member_name",
                    "handler_name",
                    "sponsor_name",
                    "criteria",
                    "remark",
                ):
                    setattr(self, name, getattr(event, name))
                self.track = event.track or self.track
                self.due = event.due or self.due
                self.planned_measures, self.planned_milestones = event.measures, event.milestones
            case told.CriteriaSet():
                self.criteria = event.criteria
            case told.UnitsAssigned():
                self.unit, self.supports = event.unit, event.supports
            case told.PersonsAssigned():
                self.member, self.handler, self.member_name, self.handler_name = event.member, event.handler, "", ""
            case told.SponsorSet():
                self.sponsor, self.sponsor_name = event.sponsor, ""
            case told.KeyFindingFlagged():
                self.key = event.key
            case told.ListingNoted():
                self.listed = event.listed
            case told.FindingClassified():
                for name in ("category", "severity", "disclosure", "common_problem", "about_principal"):
                    if getattr(event, name) is not None:
                        setattr(self, name, getattr(event, name))
            case told.PlanItemAdopted():
                self._adopted(event)
            case told.PlanItemReturned():
                if self.state is State.PLANNED:
                    self.state = State.REGISTERED
            case _:
                return

    def _adopted(self, event: told.PlanItemAdopted) -> None:
        self.plan_version, self.plan_item, self.goal = event.plan_version, event.item, event.goal
        self.cause, self.criteria, self.track = event.cause, event.criteria, event.track or self.track
        self.plan_milestones = bool(event.milestones)
        self.due = event.due or self.due
        wanted = {plan.no: plan for plan in event.measures}
        dropped = {no: m.model_copy(update={"dropped": True}) for no, m in self.measures.items() if m.planned and no not in wanted}
        self.measures |= dropped | {no: kept(self.measures.get(no), plan) for no, plan in wanted.items()}
        goals = {plan.no: plan for plan in event.milestones}
        passed = {no: m for no, m in self.milestones.items() if m.met or m.missed}
        self.milestones = passed | {no: staged(self.milestones.get(no), plan) for no, plan in goals.items()}
        if self.state in (State.PLANNED, State.REGISTERED):
            self.state = State.CONTINUING if self.phase_end else State.IN_PROGRESS
        elif self.state is State.REOPENED:
            self.state = State.IN_PROGRESS

    # --- doing -------------------------------------------------------------------------------------------------------

    def _worked(self, event: Event, at: datetime) -> None:
        match event:
            case done.MeasureAdded():
                self.measures[event.measure] = Measure(no=event.measure, text=event.text, due=event.due, unit=event.unit)
            case done.MeasureReported():
                self.progress, self.reported = event.note, at
                old = self.measures[event.measure]
                self.measures[event.measure] = old.model_copy(
                    update={"percent": event.percent, "note": event.note, "reports": old.reports + 1}
                )
            case done.MeasureCompleted():
                self.progress, self.reported = event.result, at
                old = self.measures[event.measure]
                self.measures[event.measure] = old.model_copy(update={"percent": 100, "done": True, "result": event.result})
            case done.ExtensionCheckRecorded():
                self.extension_check = ExtensionCheck(scope=event.scope, found=event.found, fixed=event.fixed, note=event.note)

    def _staged(self, event: Event) -> None:
        match event:
            case done.MilestoneAdded():
                self.milestones[event.milestone] = Milestone(no=event.milestone, day=event.day, goal=event.goal)
            case done.MilestoneMet():
                old = self.milestones[event.milestone]
                self.milestones[event.milestone] = old.model_copy(
                    update={"met": event.day, "missed": old.missed or event.late, "result": event.result}
                )
            case done.MilestoneMissed():
                self.milestones[event.milestone] = self.milestones[event.milestone].model_copy(update={"missed": True})

    def _evidenced(self, event: Event) -> None:
        match event:
            case shown.EvidenceAdded():
                self.evidence[event.evidence] = Piece(
                    no=event.evidence, criteria=event.criteria, measure=event.measure, versions=(version(event, 1),)
                )
            case shown.EvidenceReplaced():
                old = self.evidence[event.evidence]
                versions = (*old.versions, version(event, event.version, event.reason))
                self.evidence[event.evidence] = old.model_copy(update={"versions": versions})
            case shown.EvidenceAltered():
                self._mark(event.signoff, altered=(*self.signoffs[event.signoff - 1].altered, event.evidence))

    def _extended(self, event: Event) -> None:
        match event:
            case extended.ExtensionRequested():
                asked = Extension(
                    no=event.extension,
                    outcome="requested",
                    requester=event.requester,
                    former=event.due,
                    wanted=event.wanted,
                    reason=event.reason,
                )
                self.extensions = (*self.extensions, asked)
            case extended.ExtensionGranted():
                self._answer("granted", event.reason, event.due)
                self.due = event.due
            case extended.ExtensionRefused():
                self._answer("refused", event.reason, None)

    def _answer(self, outcome: str, answer: str, due: date | None) -> None:
        *before, last = self.extensions
        self.extensions = (*before, last.model_copy(update={"outcome": outcome, "answer": answer, "due": due}))

    def _amended(self, event: Event) -> None:
        match event:
            case amended.AmendmentProposed():
                names = (("L", event.member_name), ("M", event.handler_name), ("N", event.sponsor_name))
                asked = {change.column for change in event.changes}
                proposed = Amendment(
                    no=event.amendment,
                    outcome="proposed",
                    changes=event.changes,
                    names=tuple((column, name) for column, name in names if column in asked),
                    reason=event.reason,
                    source=event.source,
                    row=event.row,
                )
                self.amendments = (*self.amendments, proposed)
            case amended.AmendmentAccepted():
                self._decided(event.amendment, "accepted", event.reason)
                self._apply(self.amendments[event.amendment - 1])
            case amended.AmendmentRejected():
                self._decided(event.amendment, "rejected", event.reason)

    def _decided(self, no: int, outcome: str, answer: str) -> None:
        decided = self.amendments[no - 1].model_copy(update={"outcome": outcome, "answer": answer})
        self.amendments = (*self.amendments[: no - 1], decided, *self.amendments[no:])

    def _apply(self, amendment: Amendment) -> None:
        named = dict(amendment.names)
        for change in amendment.changes:
            for name, value in cells.fields(change.column, named.get(change.column, change.new)).items():
                setattr(self, name, value)
            if change.column in named:  # the person of this name is not known by id
                setattr(self, {"L": "member", "M": "handler", "N": "sponsor"}[change.column], "")

    # --- signing off -------------------------------------------------------------------------------------------------

    def _mark(self, no: int, **values: object) -> None:
        changed = self.signoffs[no - 1].model_copy(update=values)
        self.signoffs = (*self.signoffs[: no - 1], changed, *self.signoffs[no:])

    def _signing(self, event: Event, at: datetime) -> None:
        match event:
            case signed.SignOffRequested():
                self.resumes = self.state or State.IN_PROGRESS
                self.state = State.SIGNOFF_REQUESTED
                self.signoffs = (
                    *self.signoffs,
                    SignOff(
                        no=event.signoff,
                        outcome="requested",
                        requester=event.requester,
                        matrix=event.matrix,
                        digest=event.digest,
                        requested=at,
                    ),
                )
            case signed.SignOffMemberApproved():
                self._mark(event.signoff, outcome="member-approved", member=event.member)
            case signed.InnerSigned():
                self.state = State.INNER_SIGNED
                taken = event.model_dump(include={"member", "principal", "route", "percent", "seed", "drawn"})
                self._mark(event.signoff, outcome="inner-signed", **taken)
            case signed.PrincipalOpinionNoted():
                self._mark(event.signoff, principal=event.principal)
            case signed.SignOffRejected():
                self.state = self.resumes
                self._mark(event.signoff, outcome="rejected", reason=event.reason)
            case signed.SignOffCheckFailedNoted():
                self.state = self.resumes
                self._mark(
                    event.signoff,
                    outcome="failed",
                    verifier=event.verifier,
                    opinion_no=event.opinion_no,
                    defect=event.defect,
                    reason=event.shortcomings,
                )
            case signed.FindingSignedOff():
                self.state = State.SIGNED_OFF
                taken = event.model_dump(include={"verifier", "opinion_no", "overall"})
                self._mark(event.signoff, outcome="signed-off", signed_off=at, **taken)
            case _:
                return

    def _ended(self, event: Event, at: datetime) -> None:
        match event:
            case told.FindingOverdue():
                self.overdue = event.due
            case told.FindingContinued():
                self.phase_end = event.phase_end
                if self.state is State.IN_PROGRESS:
                    self.state = State.CONTINUING
                elif self.resumes is State.IN_PROGRESS and self.state in (State.SIGNOFF_REQUESTED, State.INNER_SIGNED):
                    self.resumes = State.CONTINUING
            case told.FindingReopened():
                self.state, self.reopened, self.resumes = State.REOPENED, event.count, State.IN_PROGRESS
                self._mark(
                    event.signoff, outcome="overturned", overturned=at, overturned_by=event.reason, defect=event.defect or ""
                )
            case told.FindingClosedNotApplicable():
                self.state, self.closing = State.CLOSED_NOT_APPLICABLE, event.reason
            case _:
                return
