"""Wishes about the inspection itself."""

from datetime import date

from findings.events.inspection import IncidentKind, InterestKind
from findings.events.parts import Sha256
from kernel.messages import Command, Id


class DeclareInterest(Command):
    """Declare an interest; `person` None means oneself, `kin` a relative whom the register knows."""

    round: Id
    person: Id | None = None
    kind: InterestKind
    org: Id | None = None
    kin: Id | None = None
    ground: str


class ReportMajorProblem(Command):
    """Report a major problem by reference and hash; `found_on` None means today."""

    round: Id
    org: Id
    number: str
    found_on: date | None = None
    document_sha256: Sha256


class TakeMajorProblem(Command):
    """Take the report of a major problem."""

    round: Id
    number: str


class RecordBriefing(Command):
    """Record that a recipient was briefed; `day` None means today."""

    round: Id
    recipient: Id
    day: date | None = None


class HoldConcentratedFeedback(Command):
    """Record a meeting that fed common problems back; `day` None means today."""

    round: Id
    day: date | None = None
    problems: tuple[Id, ...]
    present: tuple[Id, ...] = ()
    minutes_sha256: Sha256


class RecordIncident(Command):
    """Record an incident; `day` None means today."""

    round: Id
    org: Id
    kind: IncidentKind
    day: date | None = None
    record_sha256: Sha256
