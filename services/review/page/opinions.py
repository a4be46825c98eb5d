"""The page's lines about opinions on plans and reports."""

from rectify.review.v1 import review_events_pb2 as published

from chassis.service import Ask, Projection, Query, Rpc
from review.commands import opinions as wish
from review.events import plan, reports
from review.events.heard import findings
from review.handlers import opinions as act
from review.page import Heard
from review.policies import opinions as then
from review.projections.reviews import REVIEWS, reviews
from review.queries import opinions as ask
from review.wire import asks

OWN_POSTS = Ask("findings", "FindPosts", asks.ask_own_posts, asks.hear_posts)

EVENTS = [
    plan.PlanPartReceived,
    plan.PlanPartWithdrawn,
    plan.PlanOpinionGiven,
    reports.ReportReceived,
    reports.AssistingOpinionGiven,
    reports.CheckOpinionIssued,
    reports.CheckOpinionSettled,
]

COMMANDS = {
    "GivePlanOpinion": Rpc(wish.GivePlanOpinion, act.give_plan_opinion, asks=[OWN_POSTS]),
    "GiveAssistingOpinion": Rpc(wish.GiveAssistingOpinion, act.give_assisting_opinion, asks=[OWN_POSTS]),
    "IssueCheckOpinion": Rpc(wish.IssueCheckOpinion, act.issue_check_opinion, asks=[OWN_POSTS]),
}

QUERIES = {
    "GetReviewFile": Query(wish.GetReviewFile, ask.get_review_file, scope=ask.of_case, asker=True),
    "ListReviews": Query(wish.ListReviews, ask.list_reviews, asker=True),
}

HEARS: Heard = {
    "rectify.findings.v1.PlanSubmitted": (findings.PlanSubmitted, [then.receive_plan_part]),
    "rectify.findings.v1.PlanWithdrawn": (findings.PlanWithdrawn, [then.withdraw_plan_part]),
    "rectify.findings.v1.ReportSubmitted": (findings.ReportSubmitted, [then.receive_report]),
    "rectify.findings.v1.ReportAccepted": (findings.ReportAccepted, [then.see_report_accepted]),
    "rectify.findings.v1.ReportSentBack": (findings.ReportSentBack, [then.see_report_sent_back]),
    "rectify.findings.v1.ReportOpinionNotApplied": (findings.ReportOpinionNotApplied, [then.see_opinion_not_applied]),
}

PROJECTIONS = {"reviews": Projection([REVIEWS], reviews)}

PUBLISHES = {
    plan.PlanOpinionGiven: published.PlanOpinionGiven,
    reports.AssistingOpinionGiven: published.AssistingOpinionGiven,
    reports.CheckOpinionIssued: published.CheckOpinionIssued,
}
