"""The page's lines about supervision measures."""

from rectify.supervision.v1 import supervision_events_pb2 as published

from chassis.service import Projection, Query, Rpc
from supervision.commands import measures as wish
from supervision.events import measures as told
from supervision.handlers import measures as act
from supervision.projections import measures
from supervision.queries import measures as ask

EVENTS = [
    told.ActionOpened,
    told.ActionApproved,
    told.ActionPerformed,
    told.ActionResponded,
    told.ActionClosed,
    told.ActionLogged,
]


COMMANDS = {
    "OpenAction": Rpc(wish.OpenAction, act.open_action),
    "ApproveAction": Rpc(wish.ApproveAction, act.approve_action),
    "PerformAction": Rpc(wish.PerformAction, act.perform_action),
    "RespondToAction": Rpc(wish.RespondToAction, act.respond_to_action),
    "CloseAction": Rpc(wish.CloseAction, act.close_action),
}


QUERIES = {
    "GetAction": Query(wish.GetAction, ask.get_action, scope=ask.of_action, asker=True),
    "ListActions": Query(wish.ListActions, ask.list_actions, asker=True),
}


PROJECTIONS = {"actions": Projection([measures.ACTIONS], measures.actions)}


PUBLISHES = {
    told.ActionOpened: published.ActionOpened,
    told.ActionPerformed: published.ActionPerformed,
    told.ActionResponded: published.ActionResponded,
}
