"""What happens to a satisfaction survey; what anybody answered is in no fact."""

from datetime import date
from enum import StrEnum

from kernel.messages import Event, Id, Ref
from publicity.events.parts import Part, Sha256


class Choice(StrEnum):
    """What can be answered; there is no free text."""

    SATISFIED = "satisfied"
    FAIRLY = "fairly"
    NOT = "not"
    UNKNOWN = "dont-know"


class SurveyQuestion(Part):
    """One question: of one finding, or overall."""

    code: str
    text: str
    finding: Id | None = None


class QuestionTotals(Part):
    """How often each choice was made."""

    code: str
    satisfied: int
    fairly: int
    not_satisfied: int
    dont_know: int


class RespondentCount(Part):
    """How many of a class of respondents answered."""

    respondent: str
    answers: int


class OfSurvey(Event):
    """A fact about one survey."""

    STREAM = "survey"

    survey: Ref
    case: Ref
    org: Ref


class SurveyOpened(OfSurvey):
    """People may answer, each once, with a token of which only the hash is known here."""

    TOPIC = "publicity.survey.opened.v1"

    number: str
    title: str
    organiser: Id
    questions: tuple[SurveyQuestion, ...]
    respondents: tuple[str, ...]
    minimum: int
    tokens: tuple[Sha256, ...]
    closes_on: date
    rulebook: str


class SurveyTokenSpent(OfSurvey):
    """A token was used. With what answer, nothing says."""

    TOPIC = "publicity.survey.token-spent.v1"

    token: Sha256


class SurveyClosed(OfSurvey):
    """The totals, and those only when enough answered; then no single answer can be told from them.

    `satisfied_permille` is the share of satisfied and fairly satisfied among the answers that say something, rounded
    down. `uncounted` tokens were spent on answers that are not in the ballot box (a box is not restored from a log).
    """

    TOPIC = "publicity.survey.closed.v1"

    closed_on: date
    answers: int
    uncounted: int = 0
    enough: bool
    satisfied_permille: int | None = None
    totals: tuple[QuestionTotals, ...] = ()
    respondents: tuple[RespondentCount, ...] = ()
