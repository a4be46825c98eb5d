"""Wishes about plans."""

from datetime import date

from findings.events.parts import Part, Sha256, Track
from kernel.messages import Command, Id


class PlannedMeasure(Part):
    """A measure as it is to stand in the plan; its place in the list numbers it."""

    text: str
    due: date | None = None
    unit: str = ""


class PlannedMilestone(Part):
    """A phased goal as it is to stand in the plan; its place in the list numbers it."""

    day: date
    goal: str


class DraftPlanItem(Command):
    """Say what the plan says of a finding; what is left out is taken from the finding."""

    finding: Id
    goal: str = ""
    measures: tuple[PlannedMeasure, ...] = ()
    milestones: tuple[PlannedMilestone, ...] = ()
    due: date | None = None
    track: Track | None = None
    cause: str = ""
    criteria: tuple[str, ...] = ()


class EndorsePlan(Command):
    """Sign for the plan as it stands."""

    case: Id
    text: str = ""


class SubmitPlan(Command):
    """Send the plan to the reviewers."""

    case: Id
    aims: str = ""
    safeguards: str = ""
    minutes_sha256: Sha256 | None = None
    document_sha256: Sha256 | None = None


class WithdrawPlan(Command):
    """Take the submitted plan back."""

    case: Id
    reason: str


class AmendPlan(Command):
    """Open an amendment of the plan that passed."""

    case: Id
    reason: str
