"""What happens to a duty with a date."""

from datetime import date
from enum import StrEnum

from kernel.messages import Event, MaybeRef, Ref


class Deadline(StrEnum):
    """The kinds of deadline, kept apart everywhere: only H is a number in the source."""

    HARD = "H"
    TIMELY = "T"
    PERIODIC = "P"
    STANDING = "N"


class ObligationEvent(Event):
    """What every event of an obligation names: the case it belongs to, or the round, the lead, the common problem (`matter`)."""

    STREAM = "obligation"

    obligation: Ref
    case: MaybeRef = None
    org: MaybeRef = None
    finding: MaybeRef = None
    round: MaybeRef = None
    matter: MaybeRef = None


class ObligationScheduled(ObligationEvent):
    """A duty is foreseen: its clock starts on a day to come, or earlier or later when its trigger says so."""

    TOPIC = "supervision.obligation.scheduled.v1"

    rule_id: str
    rulebook: str
    kind: Deadline
    party: str
    obligor: str
    subject: str = ""
    triggered_on: date
    due: date
    provisional: bool = False


class ObligationOpened(ObligationEvent):
    """A duty begins to run.

    `triggered_on` is the day that is not counted, `due` the last day (it ends at 24:00 in the rulebook's zone);
    `subject` tells duties of one rule in one case apart: a month, a special check, a version. `party` is the rulebook's
    word for who has the duty, `obligor` the organ that it is. `stated` marks a date that the trigger itself states (the
    date a letter or a notice names) instead of the rulebook's own count.
    """

    TOPIC = "supervision.obligation.opened.v1"

    rule_id: str
    rulebook: str
    kind: Deadline
    party: str = "inspected_org"
    obligor: str
    subject: str = ""
    triggered_on: date
    due: date
    stated: bool = False
    provisional: bool = False
    warn_days: tuple[int, ...] = ()


class ObligationSubmitted(ObligationEvent):
    """The obligor handed in what the duty asks for; whether it is met, the verifier says."""

    TOPIC = "supervision.obligation.submitted.v1"

    submitted_on: date
    document: str = ""
    note: str = ""


class ObligationMet(ObligationEvent):
    """The verifier accepted what was submitted in time, or what was asked for "timely", `after_target` days past the target."""

    TOPIC = "supervision.obligation.met.v1"

    submitted_on: date
    after_target: int = 0


class ObligationMetLate(ObligationEvent):
    """The verifier accepted what was submitted after the due date; late stays late."""

    TOPIC = "supervision.obligation.met-late.v1"

    submitted_on: date
    days_late: int


class ObligationSentBack(ObligationEvent):
    """The verifier did not accept the submission: the duty runs on with its original due date.

    `first_counts`: whatever version is accepted in the end, the day of the first one decides whether it was in time.
    """

    TOPIC = "supervision.obligation.sent-back.v1"

    reason: str
    first_counts: bool = False


class ObligationOverdue(ObligationEvent):
    """The due date passed without an accepted or pending submission."""

    TOPIC = "supervision.obligation.overdue.v1"

    due: date
    ladder_days: tuple[int, ...] = ()


class TargetPassed(ObligationEvent):
    """The service target of a duty without a number in a source passed; the duty runs on and is not overdue."""

    TOPIC = "supervision.obligation.target-passed.v1"

    due: date


class WarningIssued(ObligationEvent):
    """The duty comes due in so many days (20, 10, 0 by default)."""

    TOPIC = "supervision.obligation.warning-issued.v1"

    days_left: int
    due: date


class ObligationExtended(ObligationEvent):
    """The dispatching side gave a new due date; the old one is kept."""

    TOPIC = "supervision.obligation.extended.v1"

    former_due: date
    due: date
    reason: str


class ObligationRedated(ObligationEvent):
    """The trigger lay on another day than was first recorded: a receipt of one's own, an amended plan; the old date is kept."""

    TOPIC = "supervision.obligation.redated.v1"

    former_triggered_on: date
    triggered_on: date
    former_due: date
    due: date
    reason: str = ""


class ObligationSuspended(ObligationEvent):
    """The dispatching side stopped the clock."""

    TOPIC = "supervision.obligation.suspended.v1"

    suspended_on: date
    reason: str


class ObligationResumed(ObligationEvent):
    """The clock goes on; the due date moves by the days for which it stood still; `extended`: it is not the first date."""

    TOPIC = "supervision.obligation.resumed.v1"

    resumed_on: date
    days: int
    extended: bool = True
    former_due: date
    due: date
    reason: str


class ObligationWaived(ObligationEvent):
    """The dispatching side released the obligor, with a reason."""

    TOPIC = "supervision.obligation.waived.v1"

    reason: str


class ObligationSuperseded(ObligationEvent):
    """Another duty took this one's place."""

    TOPIC = "supervision.obligation.superseded.v1"

    by: str
    reason: str
