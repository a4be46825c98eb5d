"""The parts of a finding's state: measures, milestones, evidence, sign-offs, extensions, amendments."""

from datetime import date, datetime

from findings.events.amendments import Change
from findings.events.evidence import EvidenceAdded, EvidenceReplaced
from findings.events.parts import MeasurePlan, MilestonePlan, Part, Proof, Route, State


class PassedState(Part):
    """A state that a finding came into by its event of this version."""

    version: int
    state: State
    since: datetime


class Measure(Part):
    """A measure and how far it is; `planned` came with a reviewed plan, `dropped` is no longer in it."""

    no: int
    text: str
    due: date | None = None
    unit: str = ""
    percent: int = 0
    note: str = ""
    reports: int = 0
    done: bool = False
    result: str = ""
    planned: bool = False
    dropped: bool = False


class Milestone(Part):
    """A phased goal: `met` is the day it was reached; `missed` stays true once its date passed without it."""

    no: int
    day: date
    goal: str
    met: date | None = None
    missed: bool = False
    result: str = ""


class Version(Part):
    """One version of a piece of evidence."""

    version: int
    name: str
    sha256: str
    size: int
    media_type: str
    reason: str = ""


class Piece(Part):
    """A piece of evidence with every version, the newest last."""

    no: int
    criteria: tuple[int, ...]
    measure: int = 0
    versions: tuple[Version, ...]

    @property
    def newest(self) -> Version:
        """The version that counts now."""
        return self.versions[-1]


class SignOff(Part):
    """One attempt to sign the finding off; an overturned one stays.

    `outcome` is one of requested, member-approved, inner-signed, rejected, failed, signed-off, overturned.
    """

    no: int
    outcome: str
    requester: str
    matrix: tuple[Proof, ...]
    digest: str
    requested: datetime
    member: str | None = None
    principal: str | None = None
    route: Route | None = None
    percent: int = 0
    seed: str = ""
    drawn: int = 0
    verifier: str | None = None
    opinion_no: str = ""
    overall: str = ""
    reason: str = ""
    defect: str = ""
    signed_off: datetime | None = None
    overturned: datetime | None = None
    overturned_by: str = ""
    altered: tuple[int, ...] = ()


class Extension(Part):
    """A request for a later date; `outcome` is one of requested, granted, refused."""

    no: int
    outcome: str
    requester: str
    former: date
    wanted: date
    due: date | None = None
    reason: str
    answer: str = ""


class Amendment(Part):
    """A proposed amendment; `outcome` is one of proposed, accepted, rejected."""

    no: int
    outcome: str
    changes: tuple[Change, ...]
    names: tuple[tuple[str, str], ...] = ()
    reason: str
    source: str
    row: int
    answer: str = ""


class Notice(Part):
    """The demand to rectify at once."""

    demand: str
    due: date
    served_to: str
    served: datetime
    confirmed: datetime | None = None
    result: str = ""


class ExtensionCheck(Part):
    """What the search for similar problems found (R-136)."""

    scope: str
    found: int
    fixed: int
    note: str


def version(event: EvidenceAdded | EvidenceReplaced, version: int, reason: str = "") -> Version:
    """The version an event brings."""
    return Version(
        version=version, name=event.name, sha256=event.sha256, size=event.size, media_type=event.media_type, reason=reason
    )


def kept(old: Measure | None, plan: MeasurePlan) -> Measure:
    """A measure that is planned again in the same words keeps its progress."""
    if old is None:
        return Measure(**plan.model_dump(), planned=True)
    return old.model_copy(update={"due": plan.due, "unit": plan.unit, "planned": True, "dropped": False})


def staged(old: Milestone | None, plan: MilestonePlan) -> Milestone:
    """A milestone that was met or missed stays what it was; one that is moved starts again."""
    if old is not None and (old.met or old.day == plan.day):
        return old
    return Milestone(**plan.model_dump())
