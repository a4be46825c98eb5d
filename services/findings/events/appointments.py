"""What the register makes of the organization department's decisions about posts."""

from datetime import date

from findings.events.words import PostKind
from kernel.messages import Event, MaybeRef, Ref


class OfDecision(Event):
    """A fact about one decision, by the id that the organization department gave it."""

    STREAM = "decision"

    decision: Ref
    org: Ref
    person: Ref
    post: PostKind


class AppointmentNoted(OfDecision):
    """The register knows of a decision; on its day it follows. In a removal nobody takes the post."""

    TOPIC = "findings.appointment.noted.v1"

    removal: bool = False
    replaces: MaybeRef = None
    title: str = ""
    acting: bool = False
    effective_on: date
    decision_no: str


class AppointmentFollowed(OfDecision):
    """The posts are as the decision says."""

    TOPIC = "findings.appointment.followed.v1"

    followed_on: date


class AppointmentNotApplied(OfDecision):
    """The register cannot follow the decision; the posts stay as they are."""

    TOPIC = "findings.appointment.not-applied.v1"

    code: str
    en: str
    zh: str


class AppointmentDropped(OfDecision):
    """The decision was taken back before its day; the register does not follow it."""

    TOPIC = "findings.appointment.dropped.v1"
