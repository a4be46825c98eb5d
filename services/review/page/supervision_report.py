"""The page's lines about the report on the department's own supervision."""

from rectify.review.v1 import review_events_pb2 as published

from chassis.service import Query, Rpc
from review.commands import supervision_report as wish
from review.events import supervision_report as told
from review.handlers import supervision_report as act
from review.queries import supervision_report as ask

EVENTS = [
    told.SupervisionReportDrafted,
    told.SupervisionReportSubmitted,
    told.SupervisionReportAccepted,
    told.SupervisionReportSentBack,
]

COMMANDS = {
    "DraftSupervisionReport": Rpc(wish.DraftSupervisionReport, act.draft_supervision_report),
    "SubmitSupervisionReport": Rpc(wish.SubmitSupervisionReport, act.submit_supervision_report),
    "AcceptSupervisionReport": Rpc(wish.AcceptSupervisionReport, act.accept_supervision_report),
    "SendBackSupervisionReport": Rpc(wish.SendBackSupervisionReport, act.send_back_supervision_report),
}

QUERIES = {
    "GetSupervisionReport": Query(wish.GetSupervisionReport, ask.get_supervision_report, scope=ask.of_report, asker=True),
}

PUBLISHES = {
    told.SupervisionReportSubmitted: published.SupervisionReportSubmitted,
    told.SupervisionReportAccepted: published.SupervisionReportAccepted,
    told.SupervisionReportSentBack: published.SupervisionReportSentBack,
}
