"""Surveys that evaluations count."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from supervision.events.evaluation import SurveyNoted
from supervision.events.heard import publicity as heard
from supervision.model.evaluation import Evaluation, EvaluationRoll, evaluation_roll_id


def count_survey(told: Told[heard.SurveyClosed], act: Act, repo: Repository) -> Changes:
    """A survey was closed: the case's evaluation that has no score yet takes its totals, or the next one that is opened."""
    news = told.news
    roll = repo.find(EvaluationRoll, evaluation_roll_id(news.case))
    noted = roll.note(SurveyNoted(roll=roll.id, **news.model_dump()))
    if not noted or not roll.evaluations:
        return noted
    evaluation = repo.find(Evaluation, roll.evaluations[-1])
    return [*noted, *evaluation.survey(news.survey, news.answers, news.satisfied_permille)]
