"""The page's lines about typical cases."""

from rectify.publicity.v1 import publicity_events_pb2 as published

from chassis.service import Projection, Query, Rpc
from publicity.commands import typical as wish
from publicity.events import typical as told
from publicity.events.heard import supervision
from publicity.handlers import typical as act
from publicity.page import Heard
from publicity.policies import typical as then
from publicity.projections import tables
from publicity.queries import typical as ask

EVENTS = [
    told.TypicalCaseSuggested,
    told.TypicalCaseProposed,
    told.TypicalCaseApproved,
    told.TypicalCaseRejected,
    told.TypicalCasePublished,
    told.TypicalCaseWithdrawn,
]

COMMANDS = {
    "ProposeTypicalCase": Rpc(wish.ProposeTypicalCase, act.propose_typical_case),
    "ApproveTypicalCase": Rpc(wish.ApproveTypicalCase, act.approve_typical_case),
    "RejectTypicalCase": Rpc(wish.RejectTypicalCase, act.reject_typical_case),
    "PublishTypicalCase": Rpc(wish.PublishTypicalCase, act.publish_typical_case),
    "WithdrawTypicalCase": Rpc(wish.WithdrawTypicalCase, act.withdraw_typical_case),
}

QUERIES = {
    "GetTypicalCase": Query(ask.GetTypicalCase, ask.get_typical_case, scope=ask.of_typical_case, asker=True),
    "ListTypicalCases": Query(ask.ListTypicalCases, ask.list_typical_cases, asker=True),
}

HEARS: Heard = {supervision.TypicalCaseSuggested: [then.note_suggestion]}

PROJECTIONS = {"typical_cases": Projection([tables.TYPICAL_CASES], tables.typical_cases)}

PUBLISHES = {told.TypicalCasePublished: published.TypicalCasePublished}
