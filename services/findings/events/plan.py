"""Facts about a case's rectification plan: one per item, so that any number of findings fits; a submission binds them by hash."""

from datetime import date

from findings.events.parts import Criterion, MeasurePlan, MilestonePlan, Part, Sha256, Track
from kernel.messages import Event, Id, Ref


class OfPlan(Event):
    """A fact about the plan of a case."""

    STREAM = "plan"

    plan: Ref
    case: Ref
    org: Ref


class PlanVersionBegun(OfPlan):
    """A version is being drafted; a later one starts from the items of the one before. `amendment` follows a passed one."""

    TOPIC = "findings.plan.version-begun.v1"

    version: int
    amendment: bool
    reason: str


class PlanItemDrafted(OfPlan):
    """What the plan says of one finding; `sha256` is over all of it."""

    TOPIC = "findings.plan.item-drafted.v1"

    version: int
    finding: Ref
    number: str
    track: Track
    cause: str
    criteria: tuple[Criterion, ...]
    goal: str
    measures: tuple[MeasurePlan, ...]
    milestones: tuple[MilestonePlan, ...] = ()
    due: date
    unit: str
    supports: tuple[str, ...] = ()
    member: Id
    handler: Id
    special_check: str = ""
    sha256: Sha256


class PlanEndorsed(OfPlan):
    """The principal signed for the version as it stands; `digest` is over the hashes of its items (R-03, R-150)."""

    TOPIC = "findings.plan.endorsed.v1"

    version: int
    principal: Id
    digest: Sha256
    text: str = ""


class ItemHash(Part):
    """An item of a submitted version, by hash."""

    finding: Id
    number: str
    sha256: Sha256


class PlanSubmitted(OfPlan):
    """The version is with the reviewers: everything in it is listed by hash (R-03)."""

    TOPIC = "findings.plan.submitted.v1"

    version: int
    amendment: bool
    items: tuple[ItemHash, ...]
    digest: Sha256
    aims: str = ""
    safeguards: str = ""
    minutes_sha256: str = ""
    document_sha256: str = ""
    special_checks: tuple[str, ...] = ()
    rulebook: str = ""


class PlanWithdrawn(OfPlan):
    """The organisation took the submitted version back before a verdict."""

    TOPIC = "findings.plan.withdrawn.v1"

    version: int
    reason: str


class PlanPassed(OfPlan):
    """The reviewers passed the version."""

    TOPIC = "findings.plan.passed.v1"

    version: int
    opinion_no: str
    with_opinion: bool
    overall: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    verifier: Id


class PlanReturned(OfPlan):
    """The reviewers sent the version back."""

    TOPIC = "findings.plan.returned.v1"

    version: int
    opinion_no: str
    overall: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    verifier: Id


class PlanVerdictNotApplied(OfPlan):
    """A verdict on a version that does not wait for one: kept with the reason, it changes nothing."""

    TOPIC = "findings.plan.verdict-not-applied.v1"

    version: int
    verdict: str
    opinion_no: str
    code: str
    en: str
    zh: str
