"""The page's lines about key-finding lists."""

from rectify.findings.v1 import findings_events_pb2 as published

from chassis.service import Projection, Query, Rpc
from findings.commands import key_lists as wish
from findings.events import key_lists as told
from findings.handlers import key_lists as act
from findings.projections import key_lists
from findings.queries import key_lists as ask
from findings.wire import published_lists as publish

EVENTS = [told.KeyListIssued, told.KeyListReceived, told.KeyFindingFollowed]

COMMANDS = {
    "IssueKeyList": Rpc(wish.IssueKeyList, act.issue_key_list),
    "ReceiveKeyList": Rpc(wish.ReceiveKeyList, act.receive_key_list),
    "FollowKeyFinding": Rpc(wish.FollowKeyFinding, act.follow_key_finding),
}

QUERIES = {
    "GetKeyList": Query(ask.GetKeyList, ask.get_key_list, scope=ask.of_key_list),
    "ListKeyLists": Query(ask.ListKeyLists, ask.list_key_lists),
}

PROJECTIONS = {"key-lists": Projection(key_lists.TABLES, key_lists.fold)}

PUBLISHES = {told.KeyListIssued: publish.key_list_issued, told.KeyListReceived: published.KeyListReceived}
