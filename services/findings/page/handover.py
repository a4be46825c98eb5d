"""The page's lines about handovers and duty gaps."""

from rectify.findings.v1 import findings_events_pb2 as published

from chassis.service import Projection, Query, Rpc, Sweep
from findings.commands import handover as wish
from findings.events import handover as told
from findings.events.finding import FindingReopened
from findings.events.organisation import PostEnded
from findings.handlers import handover as act
from findings.page import Reactions
from findings.policies import handover as then
from findings.projections import handover
from findings.queries import handover as ask

EVENTS = [
    told.HandoverCalled,
    told.DutyGapOpened,
    told.DutyGapClosed,
    told.HandoverListPrepared,
    told.HandoverSignedByOutgoing,
    told.HandoverSignedByIncoming,
    told.HandoverWitnessed,
    told.HandoverFiled,
]

COMMANDS = {
    "PrepareHandover": Rpc(wish.PrepareHandover, act.prepare_handover),
    "SignHandover": Rpc(wish.SignHandover, act.sign_handover),
    "WitnessHandover": Rpc(wish.WitnessHandover, act.witness_handover),
    "FileHandover": Rpc(wish.FileHandover, act.file_handover),
}

QUERIES = {
    "GetHandover": Query(ask.GetHandover, ask.get_handover, scope=ask.of_handover),
    "ListHandovers": Query(ask.ListHandovers, ask.list_handovers),
    "ListDutyGaps": Query(ask.ListDutyGaps, ask.list_duty_gaps),
}

POLICIES: Reactions = {PostEnded: [then.call_handover], FindingReopened: [then.reopened_without_anybody]}

PROJECTIONS = {"handovers": Projection(handover.TABLES, handover.fold)}

SWEEPS = {"duty-gaps": Sweep(then.gaps_due, then.close_gaps)}

PUBLISHES = {
    told.HandoverCalled: published.HandoverCalled,
    told.DutyGapOpened: published.DutyGapOpened,
    told.DutyGapClosed: published.DutyGapClosed,
    told.HandoverFiled: published.HandoverFiled,
}
