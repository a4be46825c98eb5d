"""A satisfaction survey: each token once, answers only as sums, totals only of enough (A35)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from pydantic import Field

import rulebook
from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Ballot, Changes, Event
from publicity.events import survey as told
from publicity.events.parts import Part
from publicity.events.survey import Choice, QuestionTotals, RespondentCount, SurveyQuestion
from publicity.model.case import CaseFile
from publicity.refusals.survey import AnswerForm, SurveyForm, SurveyNotOpen, SurveyNumberTaken, TokenSpent, TokenUnknown

# Counters of a ballot box: answers in all, of a class of respondents, and of a choice to a question.
ANSWERS, RESPONDENT, CHOICE = "answers", "respondent", "choice"

# A token shorter than this can be found from its hash by trying.
SHORTEST_TOKEN = 16

# A survey is one of the methods that the scheme of an evaluation fixes.
MEASURED = "R-79"


class SurveyState(StrEnum):
    """Whether answers are taken."""

    OPEN = "OPEN"
    CLOSED = "CLOSED"


class Reply(Part):
    """The choice made to one question."""

    question: str
    choice: Choice


def survey_id(number: str) -> str:
    """The id of a survey."""
    return named("survey", number)


def token_hash(token: str) -> str:
    """What the survey knows of a token."""
    return sha256(token.encode()).hexdigest()


class Survey(Aggregate):
    """A survey as its facts made it; what was answered it never knows, only its box's sums do."""

    KIND = "publicity.survey"
    CALLED = "满意度测评 / survey"

    case: str = ""
    org: str = ""
    number: str = ""
    title: str = ""
    questions: tuple[SurveyQuestion, ...] = ()
    respondents: tuple[str, ...] = ()
    minimum: int = 0
    tokens: dict[str, bool] = Field(default_factory=dict)
    closes_on: date | None = None
    state: SurveyState = SurveyState.OPEN
    closed_on: date | None = None
    answers: int = 0
    uncounted: int = 0
    enough: bool = False
    satisfied_permille: int | None = None
    totals: tuple[QuestionTotals, ...] = ()
    by_respondent: tuple[RespondentCount, ...] = ()

    @property
    def spent(self) -> int:
        """How many tokens were used."""
        return sum(self.tokens.values())

    def open(
        self,
        file: CaseFile,
        *,
        number: str,
        title: str,
        questions: Sequence[SurveyQuestion],
        respondents: Sequence[str],
        tokens: Sequence[str],
        closes_on: date,
        act: Act,
    ) -> Changes:
        """Begin it; the smallest number of answers is the rulebook's.

        Raises:
            NotBodyOfCase, SurveyNumberTaken, SurveyForm.
        """
        file.require_organ(act)
        if self.exists:
            raise SurveyNumberTaken(field="number", number=number)
        minimum = rulebook.preset(file.rulebook).settings.survey_minimum.value
        _require_once("questions", [question.code for question in questions])
        _require_once("respondents", respondents)
        _require_once("tokens", tokens)
        if len(tokens) < minimum:
            why = (
                f"凭证 {len(tokens)} 个，少于最低答卷数 {minimum} / {len(tokens)} tokens, fewer than the {minimum} answers it needs"
            )
            raise SurveyForm(field="tokens", why=why)
        if closes_on < act.effective_day:
            raise SurveyForm(field="closes_on", why="截止日期已过 / it would have closed before it opens")
        opened = told.SurveyOpened(
            survey=self.id,
            case=file.case,
            org=file.org,
            number=number,
            title=title,
            organiser=act.actor,
            questions=tuple(questions),
            respondents=tuple(respondents),
            minimum=minimum,
            tokens=tuple(tokens),
            closes_on=closes_on,
            rulebook=file.rulebook,
        )
        return [opened.under(MEASURED, file.rulebook)]

    def answer(self, token: str, respondent: str, replies: Sequence[Reply], day: date) -> Changes:
        """Spend the token and put the answer into the box: the fact holds the one, the box sums up the other.

        Raises:
            SurveyNotOpen, TokenUnknown, TokenSpent, AnswerForm.
        """
        if not self.exists or self.state is not SurveyState.OPEN or (self.closes_on is not None and day > self.closes_on):
            shown = "未开启 / not open" if not self.exists else "已截止 / closed"
            raise SurveyNotOpen(state=shown)
        hashed = token_hash(token)
        if hashed not in self.tokens or len(token) < SHORTEST_TOKEN:
            raise TokenUnknown(field="token")
        if self.tokens[hashed]:
            raise TokenSpent(field="token")
        self._require_form(respondent, replies)
        counters = {ANSWERS: 1, f"{RESPONDENT}/{respondent}": 1}
        counters |= {f"{CHOICE}/{reply.question}/{reply.choice}": 1 for reply in replies}
        return [told.SurveyTokenSpent(**self._names(), token=hashed), Ballot(self.id, counters)]

    def _require_form(self, respondent: str, replies: Sequence[Reply]) -> None:
        if respondent not in self.respondents:
            raise AnswerForm(field="respondent", why="答题人类别不在测评范围 / the survey has no such class of respondents")
        if sorted(reply.question for reply in replies) != sorted(question.code for question in self.questions):
            raise AnswerForm(field="replies", why="须逐题作答且每题一次 / every question is answered, and once")

    def close(self, file: CaseFile, box: Mapping[str, int], act: Act) -> Changes:
        """Record the sums, if enough answered, and empty the box.

        Raises:
            NotBodyOfCase, SurveyNotOpen.
        """
        file.require_organ(act)
        if self.state is not SurveyState.OPEN:
            raise SurveyNotOpen(state="已截止 / closed")
        answers = box.get(ANSWERS, 0)
        enough = answers >= self.minimum
        totals = tuple(_totals(question.code, box) for question in self.questions)
        closed = told.SurveyClosed(
            **self._names(),
            closed_on=act.effective_day,
            answers=answers,
            uncounted=max(self.spent - answers, 0),
            enough=enough,
            satisfied_permille=_satisfied(totals) if enough else None,
            totals=totals if enough else (),
            respondents=tuple(
                RespondentCount(respondent=name, answers=box.get(f"{RESPONDENT}/{name}", 0)) for name in self.respondents
            )
            if enough
            else (),
        )
        return [closed.under(MEASURED, file.rulebook), Ballot(self.id, {counter: -n for counter, n in box.items()})]

    def _names(self) -> dict[str, Any]:
        return {"survey": self.id, "case": self.case, "org": self.org}

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case told.SurveyOpened():
                self.case, self.org, self.number, self.title = event.case, event.org, event.number, event.title
                self.questions, self.respondents, self.minimum = event.questions, event.respondents, event.minimum
                self.tokens, self.closes_on = dict.fromkeys(event.tokens, False), event.closes_on
            case told.SurveyTokenSpent():
                self.tokens[event.token] = True
            case told.SurveyClosed():
                self.state, self.closed_on, self.answers = SurveyState.CLOSED, event.closed_on, event.answers
                self.uncounted, self.enough, self.satisfied_permille = event.uncounted, event.enough, event.satisfied_permille
                self.totals, self.by_respondent = event.totals, event.respondents
            case _:
                raise TypeError(f"a survey does not fold {event.TOPIC} of {at}")


def _totals(question: str, box: Mapping[str, int]) -> QuestionTotals:
    counted = {choice: box.get(f"{CHOICE}/{question}/{choice}", 0) for choice in Choice}
    return QuestionTotals(
        code=question,
        satisfied=counted[Choice.SATISFIED],
        fairly=counted[Choice.FAIRLY],
        not_satisfied=counted[Choice.NOT],
        dont_know=counted[Choice.UNKNOWN],
    )


def _satisfied(totals: Sequence[QuestionTotals]) -> int | None:
    """The share of satisfied and fairly satisfied among the answers that say something, in permille; None of none."""
    good = sum(one.satisfied + one.fairly for one in totals)
    said = good + sum(one.not_satisfied for one in totals)
    return good * 1000 // said if said else None


def _require_once(field: str, items: Sequence[str]) -> None:
    if not items or len(set(items)) != len(items):
        raise SurveyForm(field=field, why="不能为空或重复 / nothing given, or something given twice")
