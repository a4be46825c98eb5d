"""The page's lines about the inspection itself: interests, major problems, briefings, meetings, incidents."""

from rectify.findings.v1 import findings_events_pb2 as published

from chassis.service import Query, Rpc
from findings.commands import inspection as wish
from findings.events import inspection as told
from findings.handlers import inspection as act
from findings.queries import inspection as ask

EVENTS = [
    told.InterestDeclared,
    told.MajorProblemReported,
    told.MajorProblemTaken,
    told.BackgroundBriefed,
    told.ConcentratedFeedbackHeld,
    told.IncidentRecorded,
]

COMMANDS = {
    "DeclareInterest": Rpc(wish.DeclareInterest, act.declare_interest),
    "ReportMajorProblem": Rpc(wish.ReportMajorProblem, act.report_major_problem),
    "TakeMajorProblem": Rpc(wish.TakeMajorProblem, act.take_major_problem),
    "RecordBriefing": Rpc(wish.RecordBriefing, act.record_briefing),
    "HoldConcentratedFeedback": Rpc(wish.HoldConcentratedFeedback, act.hold_concentrated_feedback),
    "RecordIncident": Rpc(wish.RecordIncident, act.record_incident),
}

QUERIES = {"GetInspection": Query(ask.GetInspection, ask.get_inspection, scope=ask.of_inspection)}

PUBLISHES = {
    told.MajorProblemReported: published.MajorProblemReported,
    told.MajorProblemTaken: published.MajorProblemTaken,
    told.BackgroundBriefed: published.BackgroundBriefed,
    told.ConcentratedFeedbackHeld: published.ConcentratedFeedbackHeld,
}
