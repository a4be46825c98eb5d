"""The page's lines about accountability."""

from rectify.supervision.v1 import supervision_events_pb2 as published

from chassis.service import Ask, Projection, Query, Rpc
from supervision.commands import accountability as wish
from supervision.events import accountability as told
from supervision.handlers import accountability as act
from supervision.projections import accountability
from supervision.queries import accountability as ask
from supervision.wire import asks
from supervision.wire.published_accountability import announced

SUPERIOR = Ask("findings", "GetOrganisation", asks.ask_superior, asks.hear_superior)


EVENTS = [
    told.AccountabilityProposed,
    told.AccountabilityAccepted,
    told.AccountabilityDecided,
    told.AdjustmentProposed,
    told.AccountabilityServed,
    told.AccountabilityAnswered,
    told.AccountabilityEffective,
    told.AccountabilityAppealed,
    told.AccountabilityAnnounced,
    told.AccountabilityClosed,
]


COMMANDS = {
    "ProposeAccountability": Rpc(wish.ProposeAccountability, act.propose_accountability, asks=[SUPERIOR]),
    "AcceptAccountability": Rpc(wish.AcceptAccountability, act.accept_accountability),
    "DecideAccountability": Rpc(wish.DecideAccountability, act.decide_accountability),
    "ServeAccountability": Rpc(wish.ServeAccountability, act.serve_accountability),
    "EffectAccountability": Rpc(wish.EffectAccountability, act.effect_accountability),
    "AnswerAccountability": Rpc(wish.AnswerAccountability, act.answer_accountability),
    "AppealAccountability": Rpc(wish.AppealAccountability, act.appeal_accountability),
    "AnnounceAccountability": Rpc(wish.AnnounceAccountability, act.announce_accountability),
    "CloseAccountability": Rpc(wish.CloseAccountability, act.close_accountability),
}


QUERIES = {
    "GetAccountability": Query(wish.GetAccountability, ask.get_accountability, asker=True),
    "ListAccountability": Query(wish.ListAccountability, ask.list_accountability, asker=True),
}


PROJECTIONS = {"accountability": Projection([accountability.MATTERS], accountability.accountability)}


PUBLISHES = {
    told.AccountabilityDecided: published.AccountabilityDecided,
    told.AccountabilityAnnounced: announced,
    told.AdjustmentProposed: published.AdjustmentProposed,
}
