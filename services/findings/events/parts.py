"""The words and parts of which facts about findings consist."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from kernel.messages import Event, Ref

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class State(StrEnum):
    """The states of a finding."""

    REGISTERED = "REGISTERED"
    PLANNED = "PLANNED"
    IN_PROGRESS = "IN_PROGRESS"
    CONTINUING = "CONTINUING"
    SIGNOFF_REQUESTED = "SIGNOFF_REQUESTED"
    INNER_SIGNED = "INNER_SIGNED"
    SIGNED_OFF = "SIGNED_OFF"
    REOPENED = "REOPENED"
    CLOSED_NOT_APPLICABLE = "CLOSED_NOT_APPLICABLE"

    @property
    def open(self) -> bool:
        """Whether something remains to be done."""
        return self not in (State.SIGNED_OFF, State.CLOSED_NOT_APPLICABLE)


class Track(StrEnum):
    """How fast a finding is rectified."""

    IMMEDIATE = "immediate"
    CONCENTRATED = "concentrated"
    LONG_TERM = "long_term"


class Severity(StrEnum):
    """How grave a finding is; a configurable classification, not a rule of any measures."""

    ORDINARY = "ordinary"
    SERIOUS = "serious"
    GRAVE = "grave"


class Defect(StrEnum):
    """What an outer check found wrong with a rectification (R-144)."""

    PAPER = "paper"
    FORMAL = "formal"
    FALSE = "false"
    HALF_WAY = "half-way"
    PERFUNCTORY = "perfunctory"


class Route(StrEnum):
    """Why an inner sign-off does or does not go to an outer check."""

    FULL = "full"
    DRAWN = "drawn"
    NOT_DRAWN = "not-drawn"
    OFF = "off"
    PRINCIPAL_CONCERNED = "principal-concerned"
    REOPENED_BEFORE = "reopened-before"

    @property
    def outer(self) -> bool:
        """Whether an outer verifier decides."""
        return self not in (Route.NOT_DRAWN, Route.OFF)


class Part(BaseModel):
    """A value inside facts and commands."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Criterion(Part):
    """One sign-off criterion (R-12); `no` counts from 1 within the finding."""

    no: int
    text: str


class MeasurePlan(Part):
    """A measure as planned; `no` counts from 1 within the finding."""

    no: int
    text: str
    due: date | None = None
    unit: str = ""


class MilestonePlan(Part):
    """A phased goal with its date (R-20); `no` counts from 1 within the finding."""

    no: int
    day: date
    goal: str


class Bound(Part):
    """One piece of evidence as it was when something was signed."""

    evidence: int
    version: int
    sha256: Sha256


class Proof(Part):
    """A line of the matrix: a criterion and the evidence for it."""

    criterion: int
    evidence: tuple[Bound, ...]


class OfFinding(Event):
    """A fact about a finding; it names the case and the organisation so that histories join."""

    STREAM = "finding"

    finding: Ref
    case: Ref
    org: Ref
