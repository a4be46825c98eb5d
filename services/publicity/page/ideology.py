"""The page's lines about the ideology check."""

from rectify.publicity.v1 import publicity_events_pb2 as published

from chassis.service import Query, Rpc
from publicity.commands import ideology as wish
from publicity.events import ideology as told
from publicity.events.heard import findings
from publicity.handlers import ideology as act
from publicity.page import Heard
from publicity.policies import ideology as then
from publicity.queries import ideology as ask
from publicity.wire.published import plan_opinion_given

EVENTS = [told.PlanReceived, told.PlanOpinionGiven, told.ReportReceived, told.CheckOpinionIssued]

COMMANDS = {
    "GiveIdeologyPlanOpinion": Rpc(wish.GiveIdeologyPlanOpinion, act.give_plan_opinion),
    "IssueIdeologyOpinion": Rpc(wish.IssueIdeologyOpinion, act.issue_opinion),
}

QUERIES = {"GetIdeologyCheck": Query(ask.GetIdeologyCheck, ask.get_ideology_check, scope=ask.of_ideology_check, asker=True)}

HEARS: Heard = {
    findings.PlanSubmitted: [then.receive_plan],
    findings.ReportSubmitted: [then.receive_report],
}

PUBLISHES = {
    told.PlanOpinionGiven: plan_opinion_given,
    told.CheckOpinionIssued: published.CheckOpinionIssued,
}
