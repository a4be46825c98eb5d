"""The page's lines about the adjustment of posts."""

from rectify.review.v1 import review_events_pb2 as published

from chassis.service import Projection, Query, Rpc
from review.commands import adjustment as wish
from review.events import adjustment as told
from review.events.heard import supervision
from review.handlers import adjustment as act
from review.page import Heard
from review.policies import supervision as then
from review.projections import cadres
from review.queries import cadres as ask

EVENTS = [told.AdjustmentPutForward, told.AdjustmentDecided, told.AdjustmentResponded]

COMMANDS = {
    "ProposeAdjustment": Rpc(wish.ProposeAdjustment, act.propose_adjustment),
    "DecideAdjustment": Rpc(wish.DecideAdjustment, act.decide_adjustment),
    "RespondToAdjustment": Rpc(wish.RespondToAdjustment, act.respond_to_adjustment),
}

QUERIES = {
    "ListAdjustments": Query(wish.ListAdjustments, ask.list_adjustments, asker=True),
    "GetAdjustment": Query(wish.GetAdjustment, ask.get_adjustment, scope=ask.of_adjustment, asker=True, reads=ask.read_adjustment),
}

HEARS: Heard = {"rectify.supervision.v1.AdjustmentProposed": (supervision.AdjustmentProposed, [then.take_up_adjustment])}

PROJECTIONS = {"adjustments": Projection([cadres.ADJUSTMENTS], cadres.adjustments)}

PUBLISHES = {
    told.AdjustmentPutForward: published.AdjustmentPutForward,
    told.AdjustmentDecided: published.AdjustmentDecided,
}
