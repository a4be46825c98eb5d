"""Questions about satisfaction surveys: what is asked, how many answered, and the recorded totals; never what lies in the box."""

from collections.abc import Sequence
from datetime import date

from kernel.aggregates import Repository, get
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where
from publicity.events.parts import Part
from publicity.events.survey import QuestionTotals, RespondentCount, SurveyQuestion
from publicity.model.survey import Survey
from publicity.projections.tables import SURVEYS
from publicity.queries.disclosure import PAGE


class GetSurvey(Question):
    """One survey."""

    survey: Id


class SurveyAnswer(Answer):
    """One survey; answers and totals once it is closed."""

    survey: str
    case: str
    org: str
    number: str
    title: str
    state: str
    questions: tuple[SurveyQuestion, ...]
    respondents: tuple[str, ...]
    minimum: int
    tokens: int
    spent: int
    closes_on: date | None
    closed_on: date | None
    answers: int
    uncounted: int
    enough: bool
    satisfied_permille: int | None
    totals: tuple[QuestionTotals, ...]
    by_respondent: tuple[RespondentCount, ...]


class ListSurveys(Question):
    """Surveys in order of number."""

    case: str = ""
    state: str = ""
    limit: int = 0


class SurveyLine(Part):
    """One in a list."""

    survey: str
    case: str
    number: str
    title: str
    state: str
    spent: int
    closed_on: date | None


class SurveyList(Answer):
    """Surveys."""

    surveys: tuple[SurveyLine, ...]


def get_survey(question: GetSurvey, rows: Rows, repo: Repository) -> SurveyAnswer:
    """One as it is, or was."""
    found = get(repo, Survey, question.survey)
    same = [name for name in SurveyAnswer.model_fields if name not in ("survey", "tokens")]
    return SurveyAnswer(survey=found.id, tokens=len(found.tokens), **{name: getattr(found, name) for name in same})


def list_surveys(question: ListSurveys, rows: Rows, repo: Repository) -> SurveyList:
    """Surveys with how many answered so far."""
    where = [Where("case_id", "=", question.case)] if question.case else []
    where += [Where("state", "=", question.state)] if question.state else []
    found = rows.page(SURVEYS, where, [("number", "asc")], question.limit or PAGE)
    return SurveyList(surveys=tuple(_line(row) for row in found))


def of_survey(question: GetSurvey, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.survey]


def _line(row: Row) -> SurveyLine:
    same = {name: row[name] for name in ("survey", "number", "title", "state", "spent")}
    return SurveyLine(**same, case=row["case_id"], closed_on=row["closed_on"] or None)
