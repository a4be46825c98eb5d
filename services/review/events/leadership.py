"""Decisions about the leadership team of an organisation, what the register made of them, and appointment talks."""

from datetime import date

from kernel.messages import Event, Id, MaybeRef, Personal, Ref
from review.events.words import Post, TalkTopic


class OfLeadership(Event):
    """A fact about the leadership team of one organisation."""

    STREAM = "leadership"

    leadership: Id
    org: Ref


class CaseEntered(OfLeadership):
    """The organisation answers for an open case; `org_dept` acts for it."""

    TOPIC = "review.leadership.case-entered.v1"

    case: Ref
    org_dept: Id
    rulebook: str


class CaseLeft(OfLeadership):
    """The case is closed, or another organisation answers for it."""

    TOPIC = "review.leadership.case-left.v1"

    case: Ref


class AppointmentDecided(OfLeadership):
    """A person takes a post from a day on, in the place of `replaces` where somebody is named.

    `decision` is the id that the register answers by; `document` the SHA-256 of the paper.
    """

    TOPIC = "review.leadership.appointment-decided.v1"

    decision: Ref
    case: MaybeRef = None
    post: Post
    person: Ref
    replaces: MaybeRef = None
    title: str = ""
    acting: bool = False
    effective_on: date
    decision_no: str
    document: str


class RemovalDecided(OfLeadership):
    """A person leaves a post from a day on, and nobody is named to follow."""

    TOPIC = "review.leadership.removal-decided.v1"

    decision: Ref
    case: MaybeRef = None
    post: Post
    person: Ref
    effective_on: date
    decision_no: str
    document: str
    reason: Personal[str] = ""


class AppointmentRevoked(OfLeadership):
    """A decision was taken back before the day from which it holds."""

    TOPIC = "review.leadership.appointment-revoked.v1"

    decision: Ref
    person: Ref
    reason: Personal[str]


class AppointmentFollowed(OfLeadership):
    """The register of posts followed the decision."""

    TOPIC = "review.leadership.appointment-followed.v1"

    decision: Ref
    person: Ref


class AppointmentNotFollowed(OfLeadership):
    """The register could not follow the decision, and says why."""

    TOPIC = "review.leadership.appointment-not-followed.v1"

    decision: Ref
    person: Ref
    code: str
    en: str
    zh: str


class AppointmentTalkHeld(OfLeadership):
    """The organization department talked with somebody newly appointed (R-113).

    `topics` are those of the `texts`, one each; `cases` the open cases of the organisation on that day.
    """

    TOPIC = "review.leadership.talk-held.v1"

    talk: Ref
    case: MaybeRef = None
    person: Ref
    decision: MaybeRef = None
    held_on: date
    place: str = ""
    topics: tuple[TalkTopic, ...]
    texts: Personal[tuple[str, ...]]
    cases: tuple[Id, ...] = ()
    speaker: Id
    record_sha256: str
