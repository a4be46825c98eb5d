"""The page's lines about look-backs."""

from rectify.supervision.v1 import supervision_events_pb2 as published

from chassis.service import Ask, Projection, Query, Rpc
from supervision.commands import look_back as wish
from supervision.events import look_back as told
from supervision.events.heard import findings
from supervision.handlers import look_back as act
from supervision.page import Heard
from supervision.policies import look_back as then
from supervision.projections import look_back
from supervision.queries import look_back as ask
from supervision.wire import asks

FINDING = Ask("findings", "GetFinding", asks.ask_finding, asks.hear_finding)
OVERTURNED = Ask("findings", "GetFinding", asks.ask_overturned, asks.hear_finding)


EVENTS = [
    told.LookBackReopened,
    told.CaseEnrolled,
    told.SignedOffNoted,
    told.SignOffLost,
    told.LookBackDrawn,
    told.DrawnItemHeld,
    told.DrawnItemOverturned,
    told.LookBackReported,
]


COMMANDS = {
    "ReopenByLookBack": Rpc(wish.ReopenByLookBack, act.reopen_by_look_back, asks=[FINDING]),
    "DrawLookBack": Rpc(wish.DrawLookBack, act.draw_look_back),
    "RecordLookBackResult": Rpc(wish.RecordLookBackResult, act.record_look_back_result, asks=[OVERTURNED]),
    "ReportLookBack": Rpc(wish.ReportLookBack, act.report_look_back),
}


QUERIES = {
    "GetLookBack": Query(wish.GetLookBack, ask.get_look_back, asker=True),
    "ListLookBacks": Query(wish.ListLookBacks, ask.list_look_backs, asker=True),
    "RecomputeLookBack": Query(wish.RecomputeLookBack, ask.recompute_look_back, asker=True),
}


HEARS: Heard = {
    findings.CaseOpened: [then.enrol_case],
    findings.FindingSignedOff: [then.note_signed_off],
    findings.FindingReopened: [then.lose_sign_off],
}


PROJECTIONS = {"look_backs": Projection(look_back.TABLES, look_back.look_backs)}


PUBLISHES = {
    told.LookBackReopened: published.LookBackReopened,
    told.LookBackDrawn: published.LookBackDrawn,
    told.LookBackReported: published.LookBackReported,
}
