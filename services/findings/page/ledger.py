"""The page's lines about ledgers in files and as tables."""

from rectify.findings.v1 import findings_events_pb2 as events_pb2

from chassis.service import Check, Query, Rpc
from findings.commands.ledger import ImportLedger
from findings.events import ledger as told
from findings.handlers.ledger import import_ledger
from findings.queries import checks, ledger, separation
from findings.wire import ledger as wire

EVENTS = [told.LedgerImported, told.LedgerLinesKept]

COMMANDS = {"ImportLedger": Rpc(ImportLedger, import_ledger, read=wire.import_ledger)}

CHECKS = {
    "I14": Check("duties are separate over the whole history (SOD-01 to SOD-04, SOD-13)", separation.duties_separate),
    "I22": Check("feedback, case and ledger reconcile one to one (R-14)", checks.reconciles),
    "I23": Check("the dates of cases and returns recompute from rule, trigger and calendar", checks.deadlines_recompute),
}

QUERIES = {
    "CheckLedger": Query(ledger.CheckLedger, ledger.check_ledger, read=wire.check_ledger),
    "GetLedger": Query(ledger.GetLedger, ledger.get_ledger, scope=ledger.of_case, asker=True),
    "ExportLedger": Query(ledger.ExportLedger, ledger.export_ledger, write=wire.export_ledger, scope=ledger.of_case, asker=True),
}

PUBLISHES = {told.LedgerImported: events_pb2.LedgerImported}
