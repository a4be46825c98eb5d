"""What is put forward for accountability, and what persons decided; details stay with the discipline organ."""

from datetime import date
from enum import StrEnum

from kernel.messages import Event, Id, MaybeRef, Ref
from supervision.events.words import Defect


class SubjectClass(StrEnum):
    """Who can be held to account (R-84 to R-87)."""

    INSPECTED_ORG = "a"
    SUPERVISOR = "b"
    FUNCTIONAL_DEPT = "c"
    INSPECTION_ORGAN = "d"


class Consequence(StrEnum):
    """How a matter of accountability can be decided."""

    NO_ACTION = "no_action"
    TALK = "talk"
    ADMONITION = "admonition"
    POST_ADJUSTMENT = "post_adjustment"
    DISCIPLINE = "discipline"
    TRANSFER = "transfer"


class AppealOutcome(StrEnum):
    """What became of an appeal."""

    UPHELD = "upheld"
    CHANGED = "changed"
    REVOKED = "revoked"


class AccountabilityProposed(Event):
    """A matter is put forward for accountability; persons decide.

    `org` is the inspected organisation where a case stands behind it, else the organ called to account, which `subject`
    names (None: the inspected organisation). `obligations` and `events` (`origin:position`) are what it rests on; those of
    a proposal that follows from a verdict are named when it is accepted for review. `decider` is the organ that decides,
    in the role `decider_role`: for class b the level above (SOD-12).
    """

    TOPIC = "supervision.accountability.proposed.v1"
    STREAM = "proposal"

    proposal: Ref
    finding: MaybeRef = None
    case: MaybeRef = None
    org: Ref
    grounds: str
    defect: Defect | None = None
    number: str = ""
    subject_class: SubjectClass = SubjectClass.INSPECTED_ORG
    subject: Id | None = None
    person: Id | None = None
    obligations: tuple[Ref, ...] = ()
    events: tuple[str, ...] = ()
    decider: Id | None = None
    decider_role: str = ""
    rulebook: str = ""
    proposer: Id | None = None


class MatterEvent(Event):
    """What every later event of a matter names."""

    STREAM = "matter"

    matter: Ref
    case: MaybeRef = None
    org: Ref


class AccountabilityAccepted(MatterEvent):
    """The matter is taken up for review, with everything it rests on."""

    TOPIC = "supervision.accountability.accepted.v1"

    number: str = ""
    obligations: tuple[Ref, ...]
    events: tuple[str, ...]
    note: str = ""
    by: Id


class AccountabilityDecided(MatterEvent):
    """The matter was decided; the platform keeps reference, class and date."""

    TOPIC = "supervision.accountability.decided.v1"

    subject_class: SubjectClass
    outcome: Consequence
    decision_no: str
    decided_on: date
    announced: bool = False
    by: Id


class AdjustmentProposed(Event):
    """Part of the decision is that a post be adjusted: the organization department decides on it (R-72)."""

    TOPIC = "supervision.accountability.adjustment-proposed.v1"
    STREAM = "proposal"

    proposal: Ref
    case: MaybeRef = None
    org: Ref
    person: Id | None = None
    reason: str


class AccountabilityServed(MatterEvent):
    """The decision was served on its subject."""

    TOPIC = "supervision.accountability.served.v1"

    served_on: date
    receipt_sha256: str
    by: Id


class AccountabilityAnswered(MatterEvent):
    """The subject responded; that is all it may add (SOD-10)."""

    TOPIC = "supervision.accountability.answered.v1"

    response_sha256: str
    by: Id


class AccountabilityEffective(MatterEvent):
    """The decision takes effect."""

    TOPIC = "supervision.accountability.effective.v1"

    effective_on: date
    by: Id


class AccountabilityAppealed(MatterEvent):
    """The subject appealed."""

    TOPIC = "supervision.accountability.appealed.v1"

    appeal_sha256: str
    appealed_on: date
    by: Id


class AccountabilityAnnounced(MatterEvent):
    """The decision may be spoken of in public from now on."""

    TOPIC = "supervision.accountability.announced.v1"

    subject_class: SubjectClass
    outcome: Consequence
    decision_no: str
    decided_on: date
    announced: bool = True
    notice: str
    by: Id


class AccountabilityClosed(MatterEvent):
    """The matter is closed, with what became of an appeal."""

    TOPIC = "supervision.accountability.closed.v1"

    result: str
    appeal: AppealOutcome | None = None
    by: Id
