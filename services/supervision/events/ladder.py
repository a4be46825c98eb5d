"""What happens on the ladder of pressing: steps the system takes, steps put to a person, and what the person decided."""

from datetime import date
from enum import StrEnum

from kernel.messages import Event, MaybeRef, Ref


class Ground(StrEnum):
    """Why a step is due."""

    OVERDUE = "overdue"
    MISSING_RETURN = "missing-return"
    STAGNANT = "stagnant"
    CHECK_FAILED_TWICE = "check-failed-twice"
    FALSE_RECTIFICATION = "false-rectification"
    LAST_DATE_MISSED = "last-date-missed"
    LISTED_DATE_MISSED = "listed-date-missed"
    LETTER_UNANSWERED = "letter-unanswered"
    REFUSAL = "refusal"
    DECIDED = "decided"


class LadderEvent(Event):
    """What every event of a ladder names: the duty or the finding it stands at."""

    STREAM = "ladder"

    ladder: Ref
    obligation: MaybeRef = None
    finding: MaybeRef = None
    case: MaybeRef = None
    org: MaybeRef = None
    rule_id: str = ""
    rulebook: str
    supervisors: bool = False
    step: int
    ground: Ground
    days_overdue: int = 0


class LadderStepTaken(LadderEvent):
    """A step was taken: by the system up to step 2, by a person above.

    `act_zh`, `act_en` name what is done and `reaches` whom it reaches, as the rulebook has it; `former` is the step before,
    `last_date` the date that an admonition sets.
    """

    TOPIC = "supervision.ladder.step-taken.v1"

    act_zh: str
    act_en: str
    reaches: tuple[str, ...]
    automatic: bool
    former: int
    reason: str = ""
    document: str = ""
    last_date: date | None = None


class LadderProposed(LadderEvent):
    """The condition of a step holds that only a person takes: it waits for a decision."""

    TOPIC = "supervision.ladder.proposed.v1"

    act_zh: str
    act_en: str
    by: tuple[str, ...]
    detail: str = ""


class LadderDeclined(LadderEvent):
    """A person decided not to take a step that was proposed, with a reason."""

    TOPIC = "supervision.ladder.declined.v1"

    reason: str
