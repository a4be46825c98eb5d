"""The page's lines about the registers of results."""

from chassis.service import Projection, Query, Rpc
from findings.commands import registers as wish
from findings.events import registers as told
from findings.handlers import registers as act
from findings.projections import registers
from findings.queries import registers as ask

EVENTS = [
    told.ReformRecorded,
    told.ReformWithdrawn,
    told.MoneyRecorded,
    told.MoneyWithdrawn,
    told.PeopleRecorded,
    told.PeopleWithdrawn,
]

COMMANDS = {
    "RecordReform": Rpc(wish.RecordReform, act.record_reform),
    "WithdrawReform": Rpc(wish.WithdrawReform, act.withdraw_reform),
    "RecordMoney": Rpc(wish.RecordMoney, act.record_money),
    "WithdrawMoney": Rpc(wish.WithdrawMoney, act.withdraw_money),
    "RecordPeople": Rpc(wish.RecordPeople, act.record_people),
    "WithdrawPeople": Rpc(wish.WithdrawPeople, act.withdraw_people),
}

QUERIES = {
    "ListReforms": Query(ask.ListReforms, ask.list_reforms),
    "ListMoney": Query(ask.ListMoney, ask.list_money),
    "ListPeople": Query(ask.ListPeople, ask.list_people),
    "GetResults": Query(ask.GetResults, ask.get_results, scope=ask.of_results),
}

PROJECTIONS = {"registers": Projection(registers.TABLES, registers.fold)}
