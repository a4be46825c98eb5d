"""The page's lines about look-backs."""

from rectify.supervision.v1 import supervision_events_pb2 as published

from chassis.service import Ask, Rpc
from supervision.commands import look_back as wish
from supervision.events import look_back as told
from supervision.handlers import look_back as act
from supervision.wire import asks

FINDING = Ask("findings", "GetFinding", asks.ask_finding, asks.hear_finding)


EVENTS = [told.LookBackReopened]


COMMANDS = {"ReopenByLookBack": Rpc(wish.ReopenByLookBack, act.reopen_by_look_back, asks=[FINDING])}


PUBLISHES = {told.LookBackReopened: published.LookBackReopened}
