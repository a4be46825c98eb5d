"""Facts about a finding from its registration to its closing, except those of its own modules."""

from datetime import date

from findings.events.parts import Criterion, Defect, MeasurePlan, MilestonePlan, OfFinding, Severity, Sha256, Track
from kernel.messages import Id, Personal, Ref


class FindingRegistered(OfFinding):
    """A finding of received feedback is in the ledger (R-14); `received` is its day 0.

    `wording` is frozen. `due` is the day by which it is to be done, at first the end of the concentrated phase.
    `source` is the SHA-256 of the file it was imported from, or "".
    """

    TOPIC = "findings.finding.registered.v1"

    round: Ref
    feedback: Ref
    round_code: str
    org_code: str
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
    supplement: int = 0
    fed_back: date
    received: date
    due: date | None = None
    rulebook: str
    source: str = ""


class FindingLinked(OfFinding):
    """An item served for immediate rectification during the stay is part of the feedback now received."""

    TOPIC = "findings.finding.linked.v1"

    round: Ref
    feedback: Ref
    wording: str
    manifestation: str = ""
    demand: str = ""
    category: str = ""
    severity: Severity | None = None
    special_check: str = ""
    about_principal: bool = False
    key: bool = False
    supplement: int = 0
    fed_back: date
    received: date
    rulebook: str


class ImmediateNoticeServed(OfFinding):
    """The team or office demanded rectification at once (R-138); without feedback so far the finding begins here."""

    TOPIC = "findings.finding.immediate-notice-served.v1"

    round: Ref
    round_code: str
    org_code: str
    number: str
    wording: str
    demand: str
    due: date
    served_to: Id
    rulebook: str


class ImmediateConfirmed(OfFinding):
    """The team or office confirmed what the immediate rectification achieved."""

    TOPIC = "findings.finding.immediate-confirmed.v1"

    result: str
    evidence: tuple[Sha256, ...] = ()


class FindingClaimed(OfFinding):
    """The inspected organisation named who answers for it, its cause and when it counts as done (R-06, R-12, R-134)."""

    TOPIC = "findings.finding.claimed.v1"

    member: Id
    handler: Id
    unit: str
    supports: tuple[str, ...] = ()
    track: Track
    cause: str
    criteria: tuple[Criterion, ...]


class FindingDetailed(OfFinding):
    """What a delivered ledger says of the finding's plan, as it stood in the file; it passes no gate."""

    TOPIC = "findings.finding.detailed.v1"

    source: Sha256
    row: int
    cause: str = ""
    goal: str = ""
    measures: tuple[str, ...] = ()
    track: Track | None = None
    unit: str = ""
    supports: tuple[str, ...] = ()
    member_name: Personal[str] = ""
    handler_name: Personal[str] = ""
    sponsor_name: Personal[str] = ""
    due: date | None = None
    milestones: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    remark: str = ""


class CriteriaSet(OfFinding):
    """The sign-off criteria were stated anew (R-12)."""

    TOPIC = "findings.finding.criteria-set.v1"

    criteria: tuple[Criterion, ...]
    reason: str = ""


class UnitsAssigned(OfFinding):
    """Lead and supporting units were named (R-135)."""

    TOPIC = "findings.finding.units-assigned.v1"

    unit: str
    supports: tuple[str, ...] = ()


class PersonsAssigned(OfFinding):
    """The responsible member or the handler changed."""

    TOPIC = "findings.finding.persons-assigned.v1"

    member: Id
    handler: Id
    reason: str = ""


class SponsorSet(OfFinding):
    """A leader took the finding under personal sponsorship (R-131)."""

    TOPIC = "findings.finding.sponsor-set.v1"

    sponsor: Id


class KeyFindingFlagged(OfFinding):
    """The finding came on, or off, the key-finding list (R-114)."""

    TOPIC = "findings.finding.key-flagged.v1"

    key: bool
    reason: str


class ListingNoted(OfFinding):
    """The leading group put the finding under listed supervision, or took it off (R-132), as supervision told."""

    TOPIC = "findings.finding.listing-noted.v1"

    listed: bool
    listing_no: str
    last_date: date | None = None


class FindingClassified(OfFinding):
    """Category, severity, disclosure class or common problem were set; None leaves a value as it was.

    `former_category` is what the finding was before where the category changed.
    """

    TOPIC = "findings.finding.classified.v1"

    category: str | None = None
    former_category: str = ""
    severity: Severity | None = None
    disclosure: str | None = None
    common_problem: str | None = None
    about_principal: bool | None = None


class FindingContinued(OfFinding):
    """The concentrated phase ended with the finding open: from now on monthly returns (R-15)."""

    TOPIC = "findings.finding.continued.v1"

    phase_end: date


class FindingOverdue(OfFinding):
    """The due date passed with something left to do; told once for each date."""

    TOPIC = "findings.finding.overdue.v1"

    number: str
    due: date


class PlanItemAdopted(OfFinding):
    """The reviewed plan governs the finding from now on."""

    TOPIC = "findings.finding.plan-item-adopted.v1"

    plan: Ref
    plan_version: int
    item: Sha256
    track: Track | None = None
    cause: str = ""
    criteria: tuple[Criterion, ...] = ()
    goal: str = ""
    measures: tuple[MeasurePlan, ...] = ()
    milestones: tuple[MilestonePlan, ...] = ()
    due: date | None = None
    opinion: bool = False


class PlanItemReturned(OfFinding):
    """The plan was returned: the finding is to be planned anew."""

    TOPIC = "findings.finding.plan-item-returned.v1"

    plan: Ref
    plan_version: int
    opinion_no: str


class FindingReopened(OfFinding):
    """A signed-off finding is open again; the sign-off stays, marked overturned."""

    TOPIC = "findings.finding.reopened.v1"

    signoff: int
    count: int
    ground: str
    reason: str
    defect: Defect | None = None
    decision: str = ""
    evidence: tuple[Sha256, ...] = ()
    verifier: Id | None = None


class FindingClosedNotApplicable(OfFinding):
    """The dispatching side closed it as objectively impossible or overtaken by law; it never counts as signed off."""

    TOPIC = "findings.finding.closed-not-applicable.v1"

    ground: str
    reason: str
    proof: tuple[Sha256, ...]
