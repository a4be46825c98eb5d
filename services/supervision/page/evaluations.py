"""The page's lines about evaluation schemes and evaluations."""

from rectify.supervision.v1 import supervision_events_pb2 as published

from chassis.service import Projection, Query, Rpc
from supervision.commands import evaluations as wish
from supervision.events import evaluation as told
from supervision.events.heard import publicity
from supervision.handlers import evaluations as act
from supervision.page import Heard
from supervision.page.checks import POSTS
from supervision.policies import evaluations as then
from supervision.projections import evaluations
from supervision.queries import evaluations as ask

EVENTS = [
    told.SchemeFixed,
    told.EvaluationOpened,
    told.EvaluationEntered,
    told.SurveyNoted,
    told.SelfAssessed,
    told.MaterialChecked,
    told.SiteVisited,
    told.SurveyCounted,
    told.EvaluationCosigned,
    told.EvaluationScored,
    told.GradeProposed,
    told.EvaluationAnswered,
    told.EvaluationHeard,
    told.EvaluationSentBack,
    told.EvaluationApproved,
    told.EvaluationUsed,
]


COMMANDS = {
    "FixScheme": Rpc(wish.FixScheme, act.fix_scheme),
    "OpenEvaluation": Rpc(wish.OpenEvaluation, act.open_evaluation),
    "AssessSelf": Rpc(wish.AssessSelf, act.assess_self),
    "CheckMaterials": Rpc(wish.CheckMaterials, act.check_materials),
    "VisitSite": Rpc(wish.VisitSite, act.visit_site),
    "EnterSurvey": Rpc(wish.EnterSurvey, act.enter_survey),
    "CosignEvaluation": Rpc(wish.CosignEvaluation, act.cosign_evaluation, asks=[POSTS]),
    "ScoreEvaluation": Rpc(wish.ScoreEvaluation, act.score_evaluation, asks=[POSTS]),
    "ProposeGrade": Rpc(wish.ProposeGrade, act.propose_grade, asks=[POSTS]),
    "AnswerEvaluation": Rpc(wish.AnswerEvaluation, act.answer_evaluation),
    "HearEvaluated": Rpc(wish.HearEvaluated, act.hear_evaluated),
    "ApproveEvaluation": Rpc(wish.ApproveEvaluation, act.approve_evaluation),
    "SendBackEvaluation": Rpc(wish.SendBackEvaluation, act.send_back_evaluation),
    "UseEvaluation": Rpc(wish.UseEvaluation, act.use_evaluation),
}


QUERIES = {
    "GetScheme": Query(wish.GetScheme, ask.get_scheme, scope=ask.of_scheme),
    "ListSchemes": Query(wish.ListSchemes, ask.list_schemes),
    "GetEvaluation": Query(wish.GetEvaluation, ask.get_evaluation, asker=True),
    "ListEvaluations": Query(wish.ListEvaluations, ask.list_evaluations, asker=True),
}


HEARS: Heard = {publicity.SurveyClosed: [then.count_survey]}


PROJECTIONS = {"evaluations": Projection(evaluations.TABLES, evaluations.evaluations)}


PUBLISHES = {told.EvaluationApproved: published.EvaluationApproved}
