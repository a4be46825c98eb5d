"""What a row of the table of duties is made of: a rule, who has the duty, and what each message does to it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from rulebook import Rulebook
from supervision.model.obligation import Obligation

# The field of a message that holds the id of what a duty belongs to.
type Scope = Literal["case", "round", "matter"]

type Verb = Literal["schedule", "open", "submit", "meet", "accept", "send_back", "supersede", "extend", "redate"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A message and what is known when it arrives.

    Attributes:
        news: the message, a neighbour's or an own event.
        known: the rulebook of the case, or of the round; None where the message is about neither.
        day: when it happened.
        heard_on: when the secretary's special meeting heard the round; the day of the message where it is not known.
        organs: by role (`discipline`, `office`, `team`, …) and as `inspected` the organ that acts there.
        duty: another duty in the same matter, by rule and subject; one with version 0 where there is none.
        subject: the duty in question, once subjects are known.
    """

    news: Any
    known: Rulebook | None
    day: date
    heard_on: date
    organs: Mapping[str, str]
    duty: Callable[[str, str], Obligation]
    subject: str = ""

    @property
    def book(self) -> Rulebook:
        """The rulebook.

        Raises:
            LookupError: the message is about no case and no round that is known.
        """
        if self.known is None:
            raise LookupError(f"{type(self.news).__name__} comes without a rulebook")
        return self.known


type Subjects = Callable[[Moment], Iterable[str]]
type Day = Callable[[Moment], date | None]
type Word = Callable[[Moment], str]


def one(moment: Moment) -> Iterable[str]:
    """The only duty under the rule."""
    del moment
    return ("",)


def happened(moment: Moment) -> date:
    """The day on which the message says it happened."""
    return moment.day


def undated(moment: Moment) -> None:
    """No date of its own: the rulebook computes it."""
    del moment


def nothing(moment: Moment) -> str:
    """No word."""
    del moment
    return ""


@dataclass(frozen=True, slots=True)
class Step:
    """What one message does to duties under a rule.

    Attributes:
        on: the message. verb: what it does.
        subjects: which duties of the matter; none where the message is not about the rule.
        day: of an opening the trigger, of a submission when it was handed in, of another date the new trigger.
        due: a date that the message itself states.
        word: the reason, the document or what takes its place.
        finding: the field with the finding whose duty it is.
        obligor: who has the duty where that is not the organ of the row's party.
        first_counts: of sending back: the day of the first submission goes on to decide.
    """

    on: type
    verb: Verb
    subjects: Subjects = one
    day: Day = happened
    due: Day = undated
    word: Word = nothing
    finding: str = ""
    obligor: Word = nothing
    first_counts: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """A rule whose clock is kept.

    Attributes:
        rule: `R-07`; party: who has it, in the rulebook's word.
        steps: what opens it, and what then happens to it, in this order.
        scope: what it belongs to; matter: the field that holds the id of a matter that is neither case nor round.
        series: after its end the next trigger starts the next one of a series.
    """

    rule: str
    party: str
    steps: tuple[Step, ...]
    scope: Scope = "case"
    matter: str = ""
    series: bool = False

    @property
    def triggers(self) -> tuple[str, ...]:
        """Names of the messages that open it."""
        return tuple(step.on.__name__ for step in self.steps if step.verb in ("open", "schedule"))


# Which organ of a case or round has a duty of this party; a team is part of its office.
ORGANS: Mapping[str, str] = {
    "inspected_org": "inspected",
    "discipline_organ": "discipline",
    "supervision_room": "discipline",
    "leader_in_charge": "discipline",
    "org_dept": "org_dept",
    "publicity_dept": "publicity",
    "office": "office",
    "team": "office",
    "leading_group": "leading_group",
    "other_leaders": "leading_group",
    "bodies_concerned": "publicity",
    "principal": "inspected",
}

# Parties whose duties are those of supervisors: shown to the leading group, not to the inspected organisation.
SUPERVISORS = frozenset(
    {
        "discipline_organ",
        "supervision_room",
        "leader_in_charge",
        "org_dept",
        "publicity_dept",
        "office",
        "team",
        "leading_group",
        "other_leaders",
        "bodies_concerned",
    }
)


type How = Literal["obligation", "carried", "gate", "record", "person"]


@dataclass(frozen=True, slots=True)
class Held:
    """How a rule is held.

    Attributes:
        how: obligation (a clock of the table), carried (by the obligation of the rule `by`), gate (an act is refused
            without it), record (facts are kept, nothing is due), or person (a person's duty; recorded only, if at all).
        why: in one sentence, what holds it, or why nothing but a person can.
    """

    how: How
    why: str
    by: str = ""
    messages: tuple[str, ...] = field(default=())
