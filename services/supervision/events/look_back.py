"""What is signed off and may be looked at again, what was drawn, and what a look-back found."""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from kernel.messages import Event, Id, MaybeRef, Ref
from supervision.events.words import Defect, Ground


class LookBackReopened(Event):
    """A look-back, spot check, petition or recurrence proved that a signed-off finding is not rectified."""

    TOPIC = "supervision.look-back.reopened.v1"
    STREAM = "look_back"

    look_back: Ref
    finding: Ref
    case: Ref
    org: Ref
    ground: Ground
    reason: str
    defect: Defect | None = None
    decision: str = ""
    evidence: tuple[str, ...]
    verifier: str


class Outcome(StrEnum):
    """What a visit to a drawn finding showed."""

    HOLDS = "holds"
    OVERTURNED = "overturned"


class CaseEnrolled(Event):
    """A case belongs to a round; look-backs draw round by round."""

    TOPIC = "supervision.round-roll.case-enrolled.v1"
    STREAM = "roll"

    roll: Id
    round: Ref
    case: Ref
    org: Ref


class SignedOffNoted(Event):
    """A finding was signed off: after the rulebook's time it may be drawn."""

    TOPIC = "supervision.signed-off-roll.noted.v1"
    STREAM = "roll"

    roll: Id
    finding: Ref
    case: Ref
    org: Ref
    round: str = ""
    number: str
    signoff: int
    signed_off_on: date
    verifier: Id | None = None
    rulebook: str


class SignOffLost(Event):
    """A signed-off finding was reopened: it is not drawn until it is signed off again."""

    TOPIC = "supervision.signed-off-roll.lost.v1"
    STREAM = "roll"

    roll: Id
    finding: Ref
    case: Ref
    org: Ref


class DrawnItem(BaseModel):
    """A finding that was drawn: `score` is the SHA-256 (hex) that decided, `signoff` which of its sign-offs is looked at."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    finding: Id
    case: Id
    org: Id
    number: str
    signoff: int
    verifier: Id | None = None
    score: str


class LookBackDrawn(Event):
    """Signed-off findings were drawn at random, so that anybody can draw again.

    `cases` are those whose findings could be drawn; `population_sha256` is over the sorted ids of all of them, joined by
    line feeds; `seed_source` says where the seed comes from, `percent` which share was drawn (rounded up).
    """

    TOPIC = "supervision.look-back-draw.drawn.v1"
    STREAM = "draw"

    draw: Ref
    number: str
    title: str
    round: Ref
    case: MaybeRef = None
    cases: tuple[Id, ...]
    seed: str
    seed_source: str
    percent: int
    population_count: int
    population_sha256: str
    finding_ids: tuple[Id, ...]
    items: tuple[DrawnItem, ...]
    drawn_on: date
    drawer: Id


class DrawnItemHeld(Event):
    """A drawn finding was visited: its sign-off holds."""

    TOPIC = "supervision.look-back-draw.item-held.v1"
    STREAM = "draw"

    draw: Ref
    finding: Ref
    case: Ref
    org: Ref
    note: str
    evidence: tuple[str, ...] = ()
    checker: Id
    checked_on: date


class DrawnItemOverturned(Event):
    """A drawn finding was visited: its sign-off does not hold; the look-back that reopens it is `look_back`."""

    TOPIC = "supervision.look-back-draw.item-overturned.v1"
    STREAM = "draw"

    draw: Ref
    finding: Ref
    case: Ref
    org: Ref
    look_back: Ref
    note: str
    defect: Defect | None = None
    checker: Id
    checked_on: date


class LookBackReported(Event):
    """The report on a look-back was given, with every drawn finding visited (R-108)."""

    TOPIC = "supervision.look-back-draw.reported.v1"
    STREAM = "draw"

    draw: Ref
    round: Ref
    held: int
    overturned: int
    summary: str
    document_sha256: str
    reporter: Id
    reported_on: date
