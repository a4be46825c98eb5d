"""Wishes about satisfaction surveys."""

from datetime import date

from kernel.messages import Command, Id
from publicity.events.parts import Part, Sha256
from publicity.events.survey import Choice


class AskedQuestion(Part):
    """A question as the organiser writes it."""

    code: str
    text: str
    finding: Id | None = None


class GivenReply(Part):
    """A choice as the respondent makes it."""

    question: str
    choice: Choice


class OpenSurvey(Command):
    """Begin one; of the tokens that are handed out it gets the hashes."""

    number: str
    case: Id
    title: str
    questions: tuple[AskedQuestion, ...]
    respondents: tuple[str, ...]
    tokens: tuple[Sha256, ...]
    closes_on: date


class AnswerSurvey(Command):
    """Answer one, once, with a token in clear."""

    survey: Id
    token: str
    respondent: str
    replies: tuple[GivenReply, ...]


class CloseSurvey(Command):
    """End it and have the sums recorded."""

    survey: Id
