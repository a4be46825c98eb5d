"""The page's lines about plans under review."""

from rectify.supervision.v1 import supervision_events_pb2 as published

from chassis.service import Query, Rpc
from supervision.commands import plans as wish
from supervision.events import plan_review as told
from supervision.events.heard import findings, publicity, review
from supervision.handlers import plans as act
from supervision.page import Heard
from supervision.policies import plans as then
from supervision.queries import plans as ask

EVENTS = [
    told.PlanReceived,
    told.PlanTakenBack,
    told.PlanOpinionReceived,
    told.PlanOpinionNotApplied,
    told.PlanPassed,
    told.PlanReturned,
]


COMMANDS = {
    "PassPlan": Rpc(wish.PassPlan, act.pass_plan),
    "ReturnPlan": Rpc(wish.ReturnPlan, act.return_plan),
    "OpineOnPlan": Rpc(wish.OpineOnPlan, act.opine_on_plan),
}


QUERIES = {"GetPlanReview": Query(wish.GetPlanReview, ask.get_plan_review, scope=ask.of_plan_review, asker=True)}


HEARS: Heard = {
    findings.PlanSubmitted: [then.receive_plan],
    findings.PlanWithdrawn: [then.take_back_plan],
    review.PlanOpinionGiven: [then.note_opinion_of_org_dept],
    publicity.PlanOpinionGiven: [then.note_opinion_of_publicity],
}


PUBLISHES = {
    told.PlanPassed: published.PlanPassed,
    told.PlanReturned: published.PlanReturned,
    told.PlanOpinionNotApplied: published.PlanOpinionNotApplied,
}
