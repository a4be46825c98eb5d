"""Wishes about posts of the leadership team."""

from datetime import date

from kernel.messages import Command, Id, Question
from review.commands.words import Sha256, Text, Trimmed
from review.events.words import Post, TalkItem


class DecideAppointment(Command):
    """Decide that a person takes a post."""

    org: Id
    post: Post
    person: Id
    replaces: Id | None = None
    title: Trimmed = ""
    acting: bool = False
    effective_on: date
    decision_no: Text
    document: Sha256


class DecideRemoval(Command):
    """Decide that a person leaves a post."""

    org: Id
    post: Post
    person: Id
    effective_on: date
    decision_no: Text
    document: Sha256
    reason: Trimmed = ""


class RevokeAppointment(Command):
    """Take a decision back before the day from which it holds."""

    org: Id
    person: Id
    decision_no: Text
    reason: Text


class HoldAppointmentTalk(Command):
    """Record an appointment talk (R-113)."""

    org: Id
    person: Id
    items: tuple[TalkItem, ...]
    place: Trimmed = ""
    record_sha256: Sha256


class ListAppointments(Question):
    """Decisions about posts."""

    org: Id | None = None
    person: Id | None = None
    post: str = ""
    state: str = ""
    limit: int = 100
    after: str = ""


class ListAppointmentTalks(Question):
    """The appointment talks held with people of one organisation."""

    org: Id
