"""The page's lines about annual assessments."""

from rectify.review.v1 import review_events_pb2 as published

from chassis.service import Projection, Query, Rpc
from review.commands import assessment as wish
from review.events import assessment as told
from review.events.heard import supervision
from review.handlers import assessment as act
from review.page import Heard
from review.policies import supervision as then
from review.projections import cadres
from review.queries import cadres as ask

EVENTS = [told.EvaluationNoted, told.AssessmentEntered]

COMMANDS = {"EnterAssessment": Rpc(wish.EnterAssessment, act.enter_assessment)}

QUERIES = {"ListAssessments": Query(wish.ListAssessments, ask.list_assessments, asker=True)}

HEARS: Heard = {"rectify.supervision.v1.EvaluationApproved": (supervision.EvaluationApproved, [then.note_evaluation])}

PROJECTIONS = {"assessments": Projection([cadres.ASSESSMENTS], cadres.assessments)}

PUBLISHES = {told.AssessmentEntered: published.AssessmentEntered}
