"""The finding: from registration to sign-off, and what may happen in between."""

from datetime import date

from findings.events.finding import (
    CriteriaSet,
    FindingClaimed,
    FindingClassified,
    FindingClosedNotApplicable,
    FindingContinued,
    FindingDetailed,
    FindingLinked,
    FindingOverdue,
    FindingRegistered,
    ImmediateConfirmed,
    ImmediateNoticeServed,
    KeyFindingFlagged,
    ListingNoted,
    PersonsAssigned,
    PlanItemAdopted,
    PlanItemReturned,
    SponsorSet,
    UnitsAssigned,
)
from findings.events.parts import Criterion, MeasurePlan, MilestonePlan, Part, Severity, State, Track
from findings.model import cells
from findings.model.amendments import Amending
from findings.model.evidence import Showing
from findings.model.extension import Extending
from findings.model.guards import BEFORE_REQUEST, FIRST_TIME, OPEN, WORKING, places
from findings.model.measures import Working
from findings.model.ruled import bound
from findings.model.signoff import Signing
from findings.refusals.finding import (
    AmendPlanInstead,
    DueInPast,
    NothingChanges,
    NothingToShow,
    NoticeNotServed,
    NoticeServed,
    NumberUsed,
    ProofMissing,
)
from kernel.context import Act
from kernel.messages import Changes

# A common problem is seen, and those concerned are told.
SHARED = "R-54"


class Entry(Part):
    """One finding as the feedback opinions state it."""

    number: str
    wording: str
    manifestation: str = ""
    demand: str = ""
    category: str = ""
    severity: Severity | None = None
    special_check: str = ""
    track: Track | None = None
    about_principal: bool = False
    key: bool = False
    due: date | None = None
    supplement: int = 0


class Origin(Part):
    """The feedback a finding comes from.

    Attributes:
        case, org, round, feedback: ids; round_code, org_code: what people call them.
        fed_back: day of the feedback meeting; received: day the receipt was signed, which is day 0 (R-01).
        due: end of the concentrated phase, the first due date of a finding that has none of its own.
        rulebook: reference of the rulebook the case keeps; source: SHA-256 of the imported file, or "".
    """

    case: str
    org: str
    round: str
    feedback: str
    round_code: str
    org_code: str
    fed_back: date
    received: date
    due: date | None
    rulebook: str
    source: str = ""


class Demand(Part):
    """A notice of immediate rectification, and whose finding it is about."""

    case: str
    org: str
    round: str
    round_code: str
    org_code: str
    number: str
    wording: str
    demand: str
    due: date
    served_to: str
    rulebook: str


class Adoption(Part):
    """What a reviewed plan says of one finding."""

    plan: str
    version: int
    item: str
    track: Track | None
    cause: str
    criteria: tuple[Criterion, ...]
    goal: str
    measures: tuple[MeasurePlan, ...]
    milestones: tuple[MilestonePlan, ...]
    due: date | None
    opinion: bool


class Finding(Working, Showing, Extending, Amending, Signing):
    """A finding and every decision about it."""

    # --- feedback ----------------------------------------------------------------------------------------------------

    def register(self, entry: Entry, origin: Origin) -> Changes:
        """The finding enters the ledger; an item served for immediate rectification is linked, not doubled (R-14, R-138).

        Raises:
            NumberUsed: a finding of this number was registered before, or belongs to another case.
        """
        if self.feedback or (self.exists and self.case != origin.case):
            raise NumberUsed(number=entry.number)
        if self.exists:
            linked = FindingLinked(
                finding=self.id,
                **origin.model_dump(exclude={"round_code", "org_code", "due", "source"}),
                **entry.model_dump(exclude={"number", "track", "due"}),
            )
            return [linked.under("R-14", origin.rulebook)]
        taken = origin.model_dump() | entry.model_dump() | {"due": entry.due or origin.due}
        return [FindingRegistered(finding=self.id, **taken).under("R-14", origin.rulebook)]

    def continues(self, phase_end: date) -> Changes:
        """The concentrated phase ended on `phase_end`: nothing when nothing remains to be done, or when known (R-15)."""
        if self.state is None or not self.state.open or not self.feedback or self.phase_end is not None:
            return []
        return [FindingContinued(**self.about, phase_end=phase_end).under("R-15", self.rulebook)]

    def detail(self, detailed: FindingDetailed) -> Changes:
        """What a delivered ledger says of a finding that is registered in the same act; it passes no gate."""
        return [detailed]

    def pass_due(self, day: date) -> Changes:
        """The due date passed before `day` with something left to do: told once for each date."""
        if self.state is None or not self.state.open or self.due is None or self.due >= day or self.overdue == self.due:
            return []
        return [FindingOverdue(**self.about, number=self.number, due=self.due).under("R-130", self.rulebook)]

    # --- immediate rectification (R-138) -----------------------------------------------------------------------------

    def serve_notice(self, demand: Demand, act: Act) -> Changes:
        """Rectification is demanded at once, during the stay or later, with a short date of its own.

        Raises:
            WrongState: it is signed off, closed, about to be signed, or reopened: that needs a new plan.
            NoticeServed: a notice was served before.
            NumberUsed: the number belongs to another case.
            DueInPast: the date lies before the notice.
        """
        if self.exists:
            if self.case != demand.case:
                raise NumberUsed(field="number", number=demand.number)
            self.must_be_in(*FIRST_TIME)
        if self.notice is not None:
            raise NoticeServed(number=self.number)
        if demand.due < act.effective_day:
            raise DueInPast(field="due", due=demand.due, day=act.effective_day)
        return [ImmediateNoticeServed(finding=self.id, **demand.model_dump()).under("R-138", demand.rulebook)]

    def confirm_immediate(self, result: str) -> Changes:
        """The team or office confirms what was achieved at once.

        Raises:
            NoticeNotServed: nothing was demanded.
            NothingToShow: there is no evidence.
            NothingChanges: it is confirmed.
        """
        if self.notice is None:
            raise NoticeNotServed(number=self.number)
        if not self.evidence:
            raise NothingToShow(number=self.number)
        if self.notice.confirmed is not None:
            raise NothingChanges(number=self.number)
        shown = tuple(piece.newest.sha256 for piece in self.evidence.values())
        return [ImmediateConfirmed(**self.about, result=result, evidence=shown).under("R-138", self.rulebook)]

    # --- claim and assignment ----------------------------------------------------------------------------------------

    def claim(
        self, member: str, handler: str, unit: str, supports: tuple[str, ...], track: Track, cause: str, standards: tuple[str, ...]
    ) -> Changes:
        """The organisation says who answers for it, why it came about and when it counts as done (R-06, R-12, R-134).

        A finding under immediate rectification is claimed while work goes on.

        Raises:
            WrongState: it is claimed, or beyond.
        """
        if not (self.state is State.REGISTERED or (self.state in WORKING and not self.claimed and not self.plan_version)):
            self.refuse_state((State.REGISTERED,))
        claimed = FindingClaimed(
            **self.about,
            member=member,
            handler=handler,
            unit=cells.line(unit),
            supports=tuple(map(cells.line, supports)),
            track=Track.IMMEDIATE if self.notice else track,
            cause=cells.paragraph(cause),
            criteria=self.numbered_criteria(standards),
        )
        return [claimed.under("R-12", self.rulebook)]

    def set_criteria(self, standards: tuple[str, ...], reason: str) -> Changes:
        """The sign-off criteria anew, while no review has passed them (R-12).

        Raises:
            WrongState: what is to be signed stands, or it is closed.
            AmendPlanInstead: the plan passed with criteria.
            NothingChanges: they are the same.
        """
        self.must_be_in(*BEFORE_REQUEST)
        if self.plan_version and self.state is not State.REOPENED:
            raise AmendPlanInstead(number=self.number, what="销号标准 / sign-off criteria", version=self.plan_version)
        wanted = self.numbered_criteria(standards)
        if wanted == self.criteria:
            raise NothingChanges(field="criteria", number=self.number)
        return [CriteriaSet(**self.about, criteria=wanted, reason=reason).under("R-12", self.rulebook)]

    def assign_units(self, unit: str, supports: tuple[str, ...]) -> Changes:
        """Lead and supporting units (R-135).

        Raises:
            WrongState: it is closed.
            NothingChanges: they are the same.
        """
        self.must_be_in(*OPEN)
        named = cells.line(unit), tuple(map(cells.line, supports))
        if named == (self.unit, self.supports):
            raise NothingChanges(field="unit", number=self.number)
        return [UnitsAssigned(**self.about, unit=named[0], supports=named[1]).under("R-135", self.rulebook)]

    def assign_persons(self, member: str, handler: str, reason: str) -> Changes:
        """Another responsible member or handler, as after a handover (R-106).

        Raises:
            WrongState: it is closed.
            NothingChanges: they are the same.
        """
        self.must_be_in(*OPEN)
        if (member, handler) == (self.member, self.handler):
            raise NothingChanges(number=self.number)
        return [PersonsAssigned(**self.about, member=member, handler=handler, reason=reason).under("R-06", self.rulebook)]

    def set_sponsor(self, sponsor: str) -> Changes:
        """A leader takes it under personal sponsorship (R-131).

        Raises:
            WrongState: it is closed.
            NothingChanges: the same leader sponsors it.
        """
        self.must_be_in(*OPEN)
        if sponsor == self.sponsor:
            raise NothingChanges(field="sponsor", number=self.number)
        return [SponsorSet(**self.about, sponsor=sponsor).under("R-131", self.rulebook)]

    def note_listing(self, listed: bool, number: str, last_date: date | None = None) -> Changes:
        """Supervision told that the finding is, or is no longer, under listed supervision; nothing when that is known."""
        if listed == self.listed:
            return []
        noted = ListingNoted(**self.about, listed=listed, listing_no=number, last_date=last_date)
        return [noted.under("R-132", self.rulebook)]

    def flag(self, key: bool, reason: str, act: Act) -> Changes:
        """On, or off, the key-finding list (R-114).

        Raises:
            OwnFinding: the acting organ is the inspected one.
            NothingChanges: it is so.
        """
        self.by_another_organ(act.org, "重点问题清单 / the key-finding list")
        if key == self.key:
            raise NothingChanges(field="key", number=self.number)
        return [KeyFindingFlagged(**self.about, key=key, reason=reason).under("R-114", self.rulebook)]

    def classify(
        self,
        category: str | None,
        severity: Severity | None,
        disclosure: str | None,
        common_problem: str | None,
        about_principal: bool | None,
        act: Act,
    ) -> Changes:
        """The dispatching side classifies; None leaves a value as it is.

        Raises:
            OwnFinding: the acting organ is the inspected one.
            NothingChanges: nothing is given that differs.
        """
        self.by_another_organ(act.org, "分类 / classifying")
        wanted = {
            "category": category,
            "severity": severity,
            "disclosure": disclosure,
            "common_problem": common_problem,
            "about_principal": about_principal,
        }
        given = {name: value for name, value in wanted.items() if value is not None and value != getattr(self, name)}
        if not given:
            raise NothingChanges(number=self.number)
        former = self.category if "category" in given else ""
        return [FindingClassified(**self.about, **given, former_category=former).under("R-151", self.rulebook)]

    def share(self, problem: str) -> Changes:
        """It is part of this common problem, by number (R-54), or with "" of none any more; nothing when that is so."""
        if not self.exists or problem == self.common_problem:
            return []
        return [bound(FindingClassified(**self.about, common_problem=problem), SHARED, self.rulebook)]

    # --- plan review -------------------------------------------------------------------------------------------------

    def adopt(self, adoption: Adoption) -> Changes:
        """The reviewed plan governs the finding; nothing when this very item governs it, or nothing is to be done."""
        if self.state is None or not self.state.open:
            return []
        if adoption.item == self.plan_item and self.state in WORKING:
            return []
        taken = adoption.model_dump(exclude={"version", "criteria", "measures", "milestones"})
        adopted = PlanItemAdopted(
            **self.about,
            **taken,
            plan_version=adoption.version,
            criteria=self.numbered_criteria([criterion.text for criterion in adoption.criteria]),
            measures=self._placed_measures(adoption.measures),
            milestones=self._placed_milestones(adoption.milestones),
        )
        return [adopted.under("R-25", self.rulebook)]

    def _placed_measures(self, plans: tuple[MeasurePlan, ...]) -> tuple[MeasurePlan, ...]:
        known = {no: measure.text for no, measure in self.measures.items()}
        numbers = places([plan.text for plan in plans], known, max(known, default=0))
        return tuple(plan.model_copy(update={"no": no}) for no, plan in zip(numbers, plans, strict=True))

    def _placed_milestones(self, plans: tuple[MilestonePlan, ...]) -> tuple[MilestonePlan, ...]:
        known = {no: milestone.goal for no, milestone in self.milestones.items()}
        numbers = places([plan.goal for plan in plans], known, max(known, default=0))
        return tuple(plan.model_copy(update={"no": no}) for no, plan in zip(numbers, plans, strict=True))

    def plan_returned(self, plan: str, version: int, opinion_no: str) -> Changes:
        """The plan was returned: what waited for it is to be planned anew; what a former version governs goes on."""
        if self.state is not State.PLANNED:
            return []
        event = PlanItemReturned(**self.about, plan=plan, plan_version=version, opinion_no=opinion_no)
        return [event.under("R-25", self.rulebook)]

    # --- end ---------------------------------------------------------------------------------------------------------

    def close_not_applicable(self, ground: str, reason: str, proof: tuple[str, ...], act: Act) -> Changes:
        """Objectively impossible, or overtaken by law: the dispatching side alone closes it, with proof.

        Raises:
            WrongState: it is signed off or closed.
            OwnFinding: the acting organ is the inspected one.
            ProofMissing: there is no proof.
        """
        self.must_be_in(*OPEN)
        self.by_another_organ(act.org, "不再适用 / closing as not applicable")
        if not proof:
            raise ProofMissing(field="proof", number=self.number)
        return [FindingClosedNotApplicable(**self.about, ground=ground, reason=reason, proof=proof)]
