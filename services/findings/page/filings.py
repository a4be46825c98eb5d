"""The page's lines about monthly returns and reports."""

from rectify.findings.v1 import findings_events_pb2 as published

from chassis.service import Hear, Projection, Query, Rpc
from findings.commands import reports as wish
from findings.commands import returns as word
from findings.events import reports as told
from findings.events import returns as said
from findings.handlers import reports as act
from findings.handlers import returns as speak
from findings.policies import check_opinions, news, report_opinions
from findings.projections import filings
from findings.queries import filings as ask

EVENTS = [
    said.ReturnExpected,
    said.ReturnDrafted,
    said.ReturnEndorsed,
    said.ReturnSubmitted,
    said.ReturnMissing,
    said.ReturnAccepted,
    said.ReturnSentBack,
    told.ReportDrafted,
    told.ReportEndorsed,
    told.ReportSubmitted,
    told.ReportAccepted,
    told.ReportSentBack,
    told.ReportOpinionNotApplied,
]

COMMANDS = {
    "PrepareReturn": Rpc(word.PrepareReturn, speak.prepare_return),
    "EndorseReturn": Rpc(word.EndorseReturn, speak.endorse_return),
    "SubmitReturn": Rpc(word.SubmitReturn, speak.submit_return),
    "AcceptReturn": Rpc(word.AcceptReturn, speak.accept_return),
    "SendBackReturn": Rpc(word.SendBackReturn, speak.send_back_return),
    "DraftReport": Rpc(wish.DraftReport, act.draft_report),
    "EndorseReport": Rpc(wish.EndorseReport, act.endorse_report),
    "SubmitReport": Rpc(wish.SubmitReport, act.submit_report),
    "AcceptReport": Rpc(wish.AcceptReport, act.accept_report),
    "SendBackReport": Rpc(wish.SendBackReport, act.send_back_report),
}

QUERIES = {
    "GetReturn": Query(ask.GetReturn, ask.get_return, scope=ask.of_return),
    "ListReturns": Query(ask.ListReturns, ask.list_returns),
    "GetReport": Query(ask.GetReport, ask.get_report, scope=ask.of_report),
    "ListReports": Query(ask.ListReports, ask.list_reports),
}

HEARS = {
    "rectify.supervision.v1.ReportOpinionIssued": Hear(news.ReportOpinionIssued, [report_opinions.settle_report]),
    "rectify.review.v1.CheckOpinionIssued": Hear(news.CheckOpinionIssued, [check_opinions.settle_special_report]),
    "rectify.publicity.v1.CheckOpinionIssued": Hear(news.CheckOpinionIssued, [check_opinions.settle_special_report]),
}

PROJECTIONS = {"filings": Projection(filings.TABLES, filings.fold)}

PUBLISHES = {
    said.ReturnExpected: published.ReturnExpected,
    said.ReturnSubmitted: published.ReturnSubmitted,
    said.ReturnMissing: published.ReturnMissing,
    said.ReturnAccepted: published.ReturnAccepted,
    said.ReturnSentBack: published.ReturnSentBack,
    told.ReportSubmitted: published.ReportSubmitted,
    told.ReportAccepted: published.ReportAccepted,
    told.ReportSentBack: published.ReportSentBack,
    told.ReportOpinionNotApplied: published.ReportOpinionNotApplied,
}
