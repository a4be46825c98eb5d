"""Wishes about the adjustment of posts."""

from kernel.messages import Command, Id, Question
from review.commands.words import MaybeSha256, Text, Trimmed
from review.events.words import Outcome


class ProposeAdjustment(Command):
    """Ask that the post of a cadre be adjusted (R-72)."""

    org: Id
    case: Id | None = None
    person: Id
    reason: Text


class DecideAdjustment(Command):
    """Adjust the post, or say why not (R-72)."""

    proposal: Id
    person: Id | None = None
    outcome: Outcome
    measure: Trimmed = ""
    decision_no: Text
    reason: Trimmed = ""
    document: MaybeSha256 = ""


class RespondToAdjustment(Command):
    """The subject has a word to say (SOD-10)."""

    proposal: Id
    text: Text


class ListAdjustments(Question):
    """Proposals to adjust posts, and what became of them."""

    org: Id | None = None
    case: Id | None = None
    state: str = ""
    limit: int = 100
    after: str = ""


class GetAdjustment(Question):
    """One proposal, with its reasons."""

    proposal: Id
