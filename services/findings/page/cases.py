"""The page's lines about cases."""

from rectify.findings.v1 import findings_events_pb2 as published

from chassis.service import Projection, Query, Rpc, Sweep
from findings.commands import case as wish
from findings.events import case as told
from findings.events.finding import FindingClosedNotApplicable, FindingReopened
from findings.events.plan import PlanPassed, PlanVersionBegun
from findings.events.signoff import FindingSignedOff
from findings.handlers import case as act
from findings.page import Reactions
from findings.policies import case as then
from findings.policies import days
from findings.projections import cases
from findings.queries import cases as ask

EVENTS = [
    told.CaseOpened,
    told.CaseSupplemented,
    told.PlanningBegun,
    told.PlanSettled,
    told.MechanismSetUp,
    told.MeetingHeld,
    told.ProcedureLaidDown,
    told.ConcentratedPhaseEnded,
    told.SupplementPhaseEnded,
    told.CaseFindingSettled,
    told.CaseFindingReopened,
    told.AllSignedOff,
    told.ProgressReportSubmitted,
    told.ProgressReportSettled,
    told.CaseCompleted,
    told.CaseClosed,
    told.CaseReopened,
    told.CaseTransferred,
    told.ReturnCalled,
]

COMMANDS = {
    "SetUpMechanism": Rpc(wish.SetUpMechanism, act.set_up_mechanism),
    "RecordMeeting": Rpc(wish.RecordMeeting, act.record_meeting),
    "LayDownProcedure": Rpc(wish.LayDownProcedure, act.lay_down_procedure),
    "CloseCase": Rpc(wish.CloseCase, act.close_case),
}

QUERIES = {
    "GetCase": Query(ask.GetCase, ask.get_case, scope=ask.of_case),
    "ListCases": Query(ask.ListCases, ask.list_cases),
}

POLICIES: Reactions = {
    FindingSignedOff: [then.finding_signed_off],
    FindingClosedNotApplicable: [then.finding_not_applicable],
    FindingReopened: [then.finding_reopened],
    PlanVersionBegun: [then.plan_begun],
    PlanPassed: [then.plan_passed],
    told.CaseClosed: [then.round_case_closed],
    told.CaseReopened: [then.round_case_reopened],
}

PROJECTIONS = {"cases": Projection(cases.TABLES, cases.fold)}

SWEEPS = {
    "phases": Sweep(days.phases_due, days.end_phases),
    "returns-called": Sweep(days.returns_to_call, days.call_returns),
    "returns-missing": Sweep(days.returns_overdue, days.miss_return),
}

PUBLISHES = {
    told.CaseOpened: published.CaseOpened,
    told.CaseSupplemented: published.CaseSupplemented,
    told.MechanismSetUp: published.MechanismSetUp,
    told.MeetingHeld: published.MeetingHeld,
    told.ProcedureLaidDown: published.ProcedureLaidDown,
    told.ConcentratedPhaseEnded: published.ConcentratedPhaseEnded,
    told.SupplementPhaseEnded: published.SupplementPhaseEnded,
    told.AllSignedOff: published.AllSignedOff,
    told.CaseCompleted: published.CaseCompleted,
    told.CaseClosed: published.CaseClosed,
    told.CaseReopened: published.CaseReopened,
    told.CaseTransferred: published.CaseTransferred,
}
