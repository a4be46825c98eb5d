"""The page's lines about reports on rounds."""

from rectify.findings.v1 import findings_events_pb2 as published

from chassis.service import Ask, Hear, Projection, Query, Rpc
from findings.commands import round_reports as wish
from findings.events import round_reports as told
from findings.handlers import round_reports as act
from findings.policies import leads
from findings.projections import round_reports
from findings.queries import round_reports as ask
from findings.wire import round_figures

EVENTS = [told.RoundReportSubmitted, told.RoundReportReceived, told.LeadCounted]

# Read models are asked for, not folded again: the figures are those that everybody saw when the report was submitted.
FIGURES = Ask("findings", "GetRoundFigures", round_figures.ask_figures, round_figures.hear_figures)

COMMANDS = {
    "SubmitRoundReport": Rpc(wish.SubmitRoundReport, act.submit_round_report, asks=[FIGURES]),
    "ReceiveRoundReport": Rpc(wish.ReceiveRoundReport, act.receive_round_report),
}

QUERIES = {
    "GetRoundFigures": Query(ask.GetRoundFigures, ask.get_round_figures),
    "GetRoundReport": Query(ask.GetRoundReport, ask.get_round_report, scope=ask.of_round_report),
    "ListRoundReports": Query(ask.ListRoundReports, ask.list_round_reports),
}

HEARS = {
    "rectify.leads.v1.LeadReferred": Hear(leads.LeadReferred, [leads.count_referred]),
    "rectify.leads.v1.LeadAccepted": Hear(leads.LeadAccepted, [leads.count_accepted]),
    "rectify.leads.v1.LeadMisdirected": Hear(leads.LeadMisdirected, [leads.count_misdirected]),
    "rectify.leads.v1.LeadStatusChanged": Hear(leads.LeadStatusChanged, [leads.count_status]),
    "rectify.leads.v1.LeadOutcomeFedBack": Hear(leads.LeadOutcomeFedBack, [leads.count_fed_back]),
    "rectify.leads.v1.LeadClosed": Hear(leads.LeadClosed, [leads.count_closed]),
}

PROJECTIONS = {"round-reports": Projection(round_reports.TABLES, round_reports.fold)}

PUBLISHES = {
    told.RoundReportSubmitted: published.RoundReportSubmitted,
    told.RoundReportReceived: published.RoundReportReceived,
}
