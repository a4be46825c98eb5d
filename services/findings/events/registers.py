"""Facts in the registers of results of a case: rules changed, money recovered, people dealt with."""

from datetime import date
from enum import StrEnum

from findings.events.parts import Part, Sha256
from kernel.messages import Event, Id, MaybeRef, Ref


class ReformAction(StrEnum):
    """What was done to a rule: repealed (废), amended (改) or adopted (立)."""

    ABOLISH = "abolish"
    AMEND = "amend"
    ADOPT = "adopt"


class MoneyKind(StrEnum):
    """How money came back: refunded by who had it, collected by an organ, or a loss that was avoided."""

    REFUNDED = "refunded"
    COLLECTED = "collected"
    AVOIDED = "avoided"


class PeopleMeasure(StrEnum):
    """How people were dealt with; a configurable classification, not a rule of any measures."""

    TALK = "talk"
    ADMONITION = "admonition"
    POST_ADJUSTMENT = "post-adjustment"
    PARTY_DISCIPLINE = "party-discipline"
    ADMINISTRATIVE_DISCIPLINE = "administrative-discipline"
    TRANSFERRED = "transferred"


class PeopleCorrection(StrEnum):
    """Why a count of people no longer stands: a code, because words could name somebody."""

    COUNTED_TWICE = "counted-twice"
    MISCOUNTED = "miscounted"
    OTHER_MEASURE = "other-measure"
    OTHER_FINDING = "other-finding"
    DECISION_REVOKED = "decision-revoked"


class RuleChange(Part):
    """A rule that was repealed, amended or adopted, by its title."""

    action: ReformAction
    title: str


class OfRegister(Event):
    """A fact in a register of a case; `entry` counts from 1 within it, `org` answers for the case when it happens."""

    STREAM = "results"

    results: Id
    case: Ref
    org: Ref
    entry: int


class ReformRecorded(OfRegister):
    """A rule was changed (R-21, R-139); `finding` None means that it serves the case as a whole."""

    TOPIC = "findings.results.reform-recorded.v1"

    finding: MaybeRef = None
    action: ReformAction
    title: str
    day: date
    document_sha256: Sha256


class ReformWithdrawn(OfRegister):
    """The entry no longer counts; it stays on record."""

    TOPIC = "findings.results.reform-withdrawn.v1"

    finding: MaybeRef = None
    reason: str


class MoneyRecorded(OfRegister):
    """Money was recovered, in fen."""

    TOPIC = "findings.results.money-recorded.v1"

    finding: MaybeRef = None
    kind: MoneyKind
    fen: int
    day: date
    evidence_sha256: Sha256


class MoneyWithdrawn(OfRegister):
    """The entry no longer counts; it stays on record."""

    TOPIC = "findings.results.money-withdrawn.v1"

    finding: MaybeRef = None
    reason: str


class PeopleRecorded(OfRegister):
    """So many people were dealt with in this way; who they are is nowhere in it."""

    TOPIC = "findings.results.people-recorded.v1"

    finding: MaybeRef = None
    measure: PeopleMeasure
    people: int
    day: date
    evidence_sha256: Sha256 | None = None


class PeopleWithdrawn(OfRegister):
    """The entry no longer counts; it stays on record."""

    TOPIC = "findings.results.people-withdrawn.v1"

    finding: MaybeRef = None
    reason: PeopleCorrection
