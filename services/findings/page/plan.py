"""The page's lines about plans."""

from rectify.findings.v1 import findings_events_pb2 as events_pb2

from chassis.service import Hear, Query, Rpc
from findings.commands import plan as wish
from findings.events import plan as told
from findings.handlers import plan as act
from findings.policies import news, verdicts
from findings.queries import plan
from findings.wire import published

EVENTS = [
    told.PlanVersionBegun,
    told.PlanItemDrafted,
    told.PlanEndorsed,
    told.PlanSubmitted,
    told.PlanWithdrawn,
    told.PlanPassed,
    told.PlanReturned,
    told.PlanVerdictNotApplied,
]

COMMANDS = {
    "DraftPlanItem": Rpc(wish.DraftPlanItem, act.draft_plan_item),
    "EndorsePlan": Rpc(wish.EndorsePlan, act.endorse_plan),
    "SubmitPlan": Rpc(wish.SubmitPlan, act.submit_plan),
    "WithdrawPlan": Rpc(wish.WithdrawPlan, act.withdraw_plan),
    "AmendPlan": Rpc(wish.AmendPlan, act.amend_plan),
}

QUERIES = {"GetPlan": Query(plan.GetPlan, plan.get_plan, scope=plan.of_plan)}

HEARS = {
    "rectify.supervision.v1.PlanPassed": Hear(news.PlanPassed, [verdicts.adopt_passed_plan]),
    "rectify.supervision.v1.PlanReturned": Hear(news.PlanReturned, [verdicts.replan_returned_plan]),
}

PUBLISHES = {
    told.PlanSubmitted: published.plan_submitted,
    told.PlanWithdrawn: events_pb2.PlanWithdrawn,
    told.PlanVerdictNotApplied: events_pb2.PlanVerdictNotApplied,
}
