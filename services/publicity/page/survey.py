"""The page's lines about satisfaction surveys."""

from rectify.publicity.v1 import publicity_events_pb2 as published

from chassis.service import Projection, Query, Rpc
from publicity.commands import survey as wish
from publicity.events import survey as told
from publicity.handlers import survey as act
from publicity.projections import tables
from publicity.queries import survey as ask

EVENTS = [told.SurveyOpened, told.SurveyTokenSpent, told.SurveyClosed]

COMMANDS = {
    "OpenSurvey": Rpc(wish.OpenSurvey, act.open_survey),
    "AnswerSurvey": Rpc(wish.AnswerSurvey, act.answer_survey, anonymous=True),
    "CloseSurvey": Rpc(wish.CloseSurvey, act.close_survey),
}

QUERIES = {
    "GetSurvey": Query(ask.GetSurvey, ask.get_survey, scope=ask.of_survey),
    "ListSurveys": Query(ask.ListSurveys, ask.list_surveys),
}

PROJECTIONS = {"surveys": Projection([tables.SURVEYS], tables.surveys)}

PUBLISHES = {told.SurveyClosed: published.SurveyClosed}
