"""The page's lines about reports on supervision."""

from rectify.supervision.v1 import supervision_events_pb2 as published

from chassis.service import Ask, Projection, Query, Rpc
from supervision.commands import supervision_reports as wish
from supervision.events import supervision_report as told
from supervision.handlers import supervision_reports as act
from supervision.projections import supervision_reports
from supervision.queries import supervision_reports as ask
from supervision.wire import asks

STANDING = Ask("findings", "GetCase", asks.ask_case, asks.hear_case)


EVENTS = [
    told.SupervisionReportDrafted,
    told.SupervisionReportSubmitted,
    told.SupervisionReportAccepted,
    told.SupervisionReportSentBack,
]


COMMANDS = {
    "DraftSupervisionReport": Rpc(wish.DraftSupervisionReport, act.draft_supervision_report, asks=[STANDING]),
    "SubmitSupervisionReport": Rpc(wish.SubmitSupervisionReport, act.submit_supervision_report),
    "AcceptSupervisionReport": Rpc(wish.AcceptSupervisionReport, act.accept_supervision_report),
    "SendBackSupervisionReport": Rpc(wish.SendBackSupervisionReport, act.send_back_supervision_report),
}


QUERIES = {
    "GetSupervisionReport": Query(
        wish.GetSupervisionReport, ask.get_supervision_report, scope=ask.of_supervision_report, asker=True
    ),
    "ListSupervisionReports": Query(wish.ListSupervisionReports, ask.list_supervision_reports, asker=True),
}


PROJECTIONS = {"supervision_reports": Projection([supervision_reports.REPORTS], supervision_reports.supervision_reports)}


PUBLISHES = {
    told.SupervisionReportSubmitted: published.SupervisionReportSubmitted,
    told.SupervisionReportAccepted: published.SupervisionReportAccepted,
    told.SupervisionReportSentBack: published.SupervisionReportSentBack,
}
