"""Facts of the inspection itself: interests declared, major problems, briefings, meetings on common problems, incidents."""

from datetime import date
from enum import StrEnum

from findings.events.parts import Sha256
from findings.events.round import OfRound
from kernel.messages import Id, Personal, Ref


class InterestKind(StrEnum):
    """Why somebody stays away from an organisation: a post of one's own, one of kin, another interest (SOD-01)."""

    POST = "post"
    KIN = "kin"
    INTEREST = "interest"


class IncidentKind(StrEnum):
    """How an inspected organisation failed to support the inspection (R-158)."""

    INTERFERED = "interfered"
    PRIED = "pried"
    WITHHELD = "withheld"
    OTHER = "other"


class InterestDeclared(OfRound):
    """A person of the inspection side declared an interest; `orgs` are the organisations to stay away from.

    `kin` is a relative's person id where the register knows one. What it is about stays sealed.
    """

    TOPIC = "findings.round.interest-declared.v1"
    SUBJECT = "person"

    person: Id
    kind: InterestKind
    orgs: tuple[Id, ...]
    kin: Id | None = None
    ground: Personal[str]


class MajorProblemReported(OfRound):
    """The team reported a major problem to the leading group (R-155): its number, days and hash, not its content."""

    TOPIC = "findings.round.major-problem-reported.v1"

    org: Ref
    number: str
    found_on: date
    reported_on: date
    due: date | None = None
    late: bool = False
    target_passed: bool = False
    inference: bool = False
    document_sha256: Sha256
    reporter: Id
    rulebook: str


class MajorProblemTaken(OfRound):
    """The leading group took the report (R-155)."""

    TOPIC = "findings.round.major-problem-taken.v1"

    org: Ref
    number: str
    signer: Id
    taken_on: date


class BackgroundBriefed(OfRound):
    """The team told a recipient of the background (R-51): the fact and its day, never what was said."""

    TOPIC = "findings.round.background-briefed.v1"

    recipient: Ref
    day: date


class ConcentratedFeedbackHeld(OfRound):
    """The leading group fed common problems back to many at once (R-105)."""

    TOPIC = "findings.round.concentrated-feedback-held.v1"

    day: date
    problems: tuple[Id, ...]
    present: tuple[Id, ...]
    minutes_sha256: Sha256


class IncidentRecorded(OfRound):
    """An inspected organisation interfered, pried or withheld (R-158)."""

    TOPIC = "findings.round.incident-recorded.v1"

    org: Ref
    kind: IncidentKind
    day: date
    record_sha256: Sha256
