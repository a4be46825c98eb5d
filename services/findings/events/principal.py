"""Facts about changes of principal in a case, and about giving the feedback again to the new one (R-17)."""

from datetime import date
from enum import StrEnum

from findings.events.parts import Sha256
from kernel.messages import Event, Id, MaybeRef, Ref


class ReminderGround(StrEnum):
    """Why a change of principal calls for a reminder only."""

    OUTSIDE_WINDOW = "outside-window"
    CASE_CLOSED = "case-closed"
    NO_RULE = "no-rule"
    SAME_PERSON = "same-person"


class OfReFeedback(Event):
    """A fact about the `change`-th change of principal in a case, counted from 1."""

    STREAM = "refeedback"

    refeedback: Ref
    case: Ref
    org: Ref
    change: int


class PrincipalChanged(OfReFeedback):
    """On `day` a principal left, or another one took office without that; who follows may not be known yet."""

    TOPIC = "findings.refeedback.principal-changed.v1"

    number: str
    outgoing: MaybeRef = None
    day: date


class ReFeedbackDue(OfReFeedback):
    """The change falls into the window, which ends with `last_day`: the feedback is to be given again by `due` (R-17).

    `since` is the day from which the new principal counts as one; `due` is None where the rulebook gives no number.
    """

    TOPIC = "findings.refeedback.due.v1"

    incoming: Ref
    since: date
    changed_on: date
    last_day: date
    due: date | None
    rulebook: str


class ReminderCalled(OfReFeedback):
    """The new principal is reminded of what was inherited; the feedback is not given again."""

    TOPIC = "findings.refeedback.reminder-called.v1"

    incoming: Ref
    since: date
    changed_on: date
    ground: ReminderGround
    last_day: date | None = None
    rulebook: str


class ReFeedbackSuperseded(OfReFeedback):
    """The principal changed again before this re-feedback was accepted; change `by` stands in its place."""

    TOPIC = "findings.refeedback.superseded.v1"

    by: int


class ReFeedbackScheduled(OfReFeedback):
    """The office fixed a day, or another one."""

    TOPIC = "findings.refeedback.scheduled.v1"

    day: date
    place: str = ""


class ReFeedbackDelivered(OfReFeedback):
    """The office gave the feedback again, face to face; `digest` is that of the feedback as frozen."""

    TOPIC = "findings.refeedback.delivered.v1"

    day: date
    place: str = ""
    deliverer: Id
    digest: Sha256
    record_sha256: str = ""


class ReFeedbackAccepted(OfReFeedback):
    """The new principal signed for it and goes on organising the rectification (R-17, R-18)."""

    TOPIC = "findings.refeedback.accepted.v1"

    signer: Ref
    accepted_on: date
    due: date | None
