"""Commands about satisfaction surveys."""

from kernel.aggregates import BallotBoxes, Repository, get
from kernel.context import Act
from kernel.messages import Changes
from publicity.commands import survey as wish
from publicity.events.survey import SurveyQuestion
from publicity.model.case import CaseFile, file_id
from publicity.model.survey import Reply, Survey, survey_id


def open_survey(command: wish.OpenSurvey, act: Act, repo: Repository) -> Changes:
    """Begin one."""
    file = get(repo, CaseFile, file_id(command.case), shown=command.case)
    survey = repo.find(Survey, survey_id(command.number))
    fields = command.model_dump(exclude={"case", "questions"})
    questions = [SurveyQuestion(**question.model_dump()) for question in command.questions]
    return survey.open(file, **fields, questions=questions, act=act)


def answer_survey(command: wish.AnswerSurvey, act: Act, repo: Repository) -> Changes:
    """Spend a token and put the answer into the box (A35)."""
    survey = get(repo, Survey, command.survey)
    replies = [Reply(**reply.model_dump()) for reply in command.replies]
    return survey.answer(command.token, command.respondent, replies, act.today)


def close_survey(command: wish.CloseSurvey, act: Act, repo: BallotBoxes) -> Changes:
    """Record the sums, if enough answered."""
    survey = get(repo, Survey, command.survey)
    return survey.close(repo.find(CaseFile, file_id(survey.case)), repo.tally(survey.id), act)
