"""The page's lines about reports under review and demands."""

from rectify.supervision.v1 import supervision_events_pb2 as published

from chassis.service import Ask, Projection, Query, Rpc
from supervision.commands import report_reviews as wish
from supervision.events import demand as asked
from supervision.events import report_review as told
from supervision.events.heard import findings, review
from supervision.handlers import demands as follow
from supervision.handlers import report_reviews as act
from supervision.page import Heard
from supervision.policies import report_reviews as then
from supervision.projections import demands as demanded
from supervision.projections import report_reviews as reviewed
from supervision.queries import demands as find
from supervision.queries import report_reviews as ask
from supervision.wire import asks

POSTS = Ask("findings", "FindPosts", asks.ask_posts, asks.hear_posts)


EVENTS = [
    told.ReportReceived,
    told.CopyReceived,
    told.AssistingGiven,
    told.AssistingKept,
    told.AssistingNotApplied,
    told.ReportOpinionIssued,
    told.OpinionAcknowledged,
    asked.DemandOpened,
    asked.DemandAnswered,
    asked.DemandClosed,
]


COMMANDS = {
    "AssistReportReview": Rpc(wish.AssistReportReview, act.assist_report_review, asks=[POSTS]),
    "RecordReportCopy": Rpc(wish.RecordReportCopy, act.record_report_copy),
    "IssueReportOpinion": Rpc(wish.IssueReportOpinion, act.issue_report_opinion, asks=[POSTS]),
    "AcknowledgeReportOpinion": Rpc(wish.AcknowledgeReportOpinion, act.acknowledge_report_opinion),
    "AnswerDemand": Rpc(wish.AnswerDemand, follow.answer_demand),
    "CloseDemand": Rpc(wish.CloseDemand, follow.close_demand),
}


QUERIES = {
    "GetReportReview": Query(wish.GetReportReview, ask.get_report_review, scope=ask.of_report_review, asker=True),
    "ListReportReviews": Query(wish.ListReportReviews, ask.list_report_reviews),
    "ListDemands": Query(wish.ListDemands, find.list_demands),
}


HEARS: Heard = {
    findings.ReportSubmitted: [then.open_report_review],
    review.AssistingOpinionGiven: [then.note_assisting_opinion],
}


PROJECTIONS = {
    "report_reviews": Projection([reviewed.REVIEWS], reviewed.report_reviews),
    "demands": Projection([demanded.DEMANDS], demanded.demands),
}


PUBLISHES = {
    told.AssistingNotApplied: published.AssistingNotApplied,
    told.ReportOpinionIssued: published.ReportOpinionIssued,
}
