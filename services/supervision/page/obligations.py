"""The page's lines about duties with a date."""

from chassis.service import Check, Projection, Query, Rpc, Sweep
from supervision.commands import obligations as wish
from supervision.events import obligation as told
from supervision.events.heard import findings
from supervision.handlers import obligations as act
from supervision.page import Heard
from supervision.policies import obligations as then
from supervision.projections import obligations
from supervision.queries import obligations as ask

EVENTS = [
    told.ObligationOpened,
    told.ObligationSubmitted,
    told.ObligationMet,
    told.ObligationMetLate,
    told.ObligationSentBack,
    told.ObligationOverdue,
    told.WarningIssued,
    told.ObligationExtended,
    told.ObligationWaived,
    told.ObligationSuperseded,
]


COMMANDS = {
    "AcceptObligation": Rpc(wish.AcceptObligation, act.accept_obligation),
    "SendBackObligation": Rpc(wish.SendBackObligation, act.send_back_obligation),
    "ExtendObligation": Rpc(wish.ExtendObligation, act.extend_obligation),
    "WaiveObligation": Rpc(wish.WaiveObligation, act.waive_obligation),
}


QUERIES = {
    "ListObligations": Query(wish.ListObligations, ask.list_obligations),
    "GetObligation": Query(wish.GetObligation, ask.get_obligation),
}


HEARS: Heard = {
    findings.CaseOpened: [then.open_obligations],
    findings.ConcentratedPhaseEnded: [then.start_supervisors_clocks],
    findings.AllSignedOff: [then.ask_for_final_report],
    findings.ReportSubmitted: [then.receive_report],
    findings.ReportAccepted: [then.accept_report],
    findings.ReportSentBack: [then.send_back_report],
    findings.ReturnExpected: [then.expect_return],
    findings.ReturnSubmitted: [then.receive_return],
    findings.ReturnAccepted: [then.accept_return],
    findings.ReturnSentBack: [then.send_back_return],
}


PROJECTIONS = {"obligations": Projection([obligations.OBLIGATIONS], obligations.obligations)}


SWEEPS = {"obligations": Sweep(ask.due_obligations, act.obligation_day)}


CHECKS = {"I23": Check("every due date recomputes from its rule, trigger and calendar", ask.deadlines_recompute)}
