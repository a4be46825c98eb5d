"""The page's lines about consolidation orders and typical cases."""

from rectify.supervision.v1 import supervision_events_pb2 as published

from chassis.service import Projection, Query, Rpc
from supervision.commands import consolidation as wish
from supervision.events import consolidation as told
from supervision.handlers import consolidation as act
from supervision.projections import consolidation
from supervision.queries import consolidation as ask

EVENTS = [told.ConsolidationOrdered, told.ConsolidationEnded, told.TypicalCaseSuggested]


COMMANDS = {
    "OrderConsolidation": Rpc(wish.OrderConsolidation, act.order_consolidation),
    "EndConsolidation": Rpc(wish.EndConsolidation, act.end_consolidation),
    "SuggestTypicalCase": Rpc(wish.SuggestTypicalCase, act.suggest_typical_case),
}


QUERIES = {
    "GetConsolidation": Query(wish.GetConsolidation, ask.get_consolidation, scope=ask.of_consolidation),
    "ListConsolidations": Query(wish.ListConsolidations, ask.list_consolidations),
}


PROJECTIONS = {"consolidations": Projection([consolidation.CONSOLIDATIONS], consolidation.consolidations)}


PUBLISHES = {
    told.ConsolidationOrdered: published.ConsolidationOrdered,
    told.ConsolidationEnded: published.ConsolidationEnded,
    told.TypicalCaseSuggested: published.TypicalCaseSuggested,
}
