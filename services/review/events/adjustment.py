"""Proposals to adjust the post of a cadre who shirks or is unfit, and what became of them (R-72)."""

from datetime import date

from kernel.messages import Event, Id, MaybeRef, Personal, Ref
from review.events.words import Origin, Outcome


class OfAdjustment(Event):
    """A fact about one proposal."""

    STREAM = "proposal"

    proposal: Ref
    org: Ref
    case: MaybeRef = None


class AdjustmentPutForward(OfAdjustment):
    """Somebody asked that a post be adjusted; supervision may leave it to the department whose."""

    TOPIC = "review.adjustment.put-forward.v1"

    origin: Origin
    person: MaybeRef = None
    reason: Personal[str]
    proposed_on: date
    proposer: Id
    rulebook: str = ""


class AdjustmentDecided(OfAdjustment):
    """The organization department adjusted the post, or did not and says why; never recorded by its subject (SOD-10)."""

    TOPIC = "review.adjustment.decided.v1"

    person: Ref
    outcome: Outcome
    measure: str = ""
    decision_no: str
    reason: Personal[str] = ""
    document: str = ""
    decided_on: date
    author: Id


class AdjustmentResponded(OfAdjustment):
    """The subject had a word to say; it changes nothing in the decision."""

    TOPIC = "review.adjustment.responded.v1"

    person: Ref
    text: Personal[str]
    responded_on: date
