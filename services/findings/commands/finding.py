"""Wishes about findings: notices, claims, assignments, classification, closing."""

from datetime import date

from findings.events.parts import Severity, Sha256, Track
from kernel.messages import Command, Id


class ServeImmediateNotice(Command):
    """Demand rectification at once; without `finding` a new one begins under `number`."""

    finding: Id | None = None
    round: Id | None = None
    org: Id | None = None
    number: str = ""
    wording: str = ""
    demand: str
    due: date
    served_to: Id


class ConfirmImmediate(Command):
    """Confirm what immediate rectification achieved."""

    finding: Id
    result: str


class ClaimFinding(Command):
    """Say who answers for a finding, why it came about and when it counts as done."""

    finding: Id
    member: Id
    handler: Id
    unit: str
    supports: tuple[str, ...] = ()
    track: Track
    cause: str
    criteria: tuple[str, ...]


class SetCriteria(Command):
    """State the sign-off criteria anew."""

    finding: Id
    criteria: tuple[str, ...]
    reason: str = ""


class AssignUnits(Command):
    """Name lead and supporting units."""

    finding: Id
    unit: str
    supports: tuple[str, ...] = ()


class AssignPersons(Command):
    """Name another responsible member or handler."""

    finding: Id
    member: Id
    handler: Id
    reason: str = ""


class SetSponsor(Command):
    """Put a finding under a leader's personal sponsorship."""

    finding: Id
    sponsor: Id


class FlagKeyFinding(Command):
    """Put a finding on, or take it off, the key-finding list."""

    finding: Id
    key: bool
    reason: str


class ClassifyFinding(Command):
    """Classify a finding; None leaves a value as it is."""

    finding: Id
    category: str | None = None
    severity: Severity | None = None
    disclosure: str | None = None
    common_problem: str | None = None
    about_principal: bool | None = None


class CloseNotApplicable(Command):
    """Close a finding as objectively impossible or overtaken by law."""

    finding: Id
    ground: str
    reason: str
    proof: tuple[Sha256, ...] = ()
