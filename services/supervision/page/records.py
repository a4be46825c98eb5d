"""The page's lines about what persons did under standing duties."""

from chassis.service import Projection, Query, Rpc
from supervision.commands import records as wish
from supervision.events.record import DutyRecorded
from supervision.handlers import records as act
from supervision.projections import records
from supervision.queries import records as ask

EVENTS = [DutyRecorded]

COMMANDS = {"RecordDuty": Rpc(wish.RecordDuty, act.record_duty)}

QUERIES = {"ListDutyRecords": Query(wish.ListDutyRecords, ask.list_duty_records)}

PROJECTIONS = {"duty_records": Projection([records.RECORDS], records.records)}
