"""Ledgers between protobuf, workbook and domain."""

import hashlib
from typing import Any

from rectify.findings.v1 import ledger_pb2

from findings.commands.ledger import ImportLedger
from findings.queries.ledger import CheckLedger, LedgerBook
from findings.wire.sheet import write_workbook
from findings.wire.workbook import read_workbook

_ORGANS = ("dispatching", "leading_group", "office", "discipline", "org_dept", "publicity")


def import_ledger(request: ledger_pb2.ImportLedgerRequest) -> ImportLedger:
    """The command with the workbook read.

    Raises:
        NotAWorkbook, WorkbookTooLarge, TooManyRows, SheetMissing.
    """
    organs: dict[str, Any] = {name: getattr(request, name) or None for name in _ORGANS}
    return ImportLedger(delivered=read_workbook(request.workbook, request.name), enter=request.register, **organs)


def check_ledger(request: ledger_pb2.CheckLedgerRequest) -> CheckLedger:
    """The question with the workbook read.

    Raises:
        NotAWorkbook, WorkbookTooLarge, TooManyRows, SheetMissing.
    """
    delivered = read_workbook(request.workbook, request.name)
    return CheckLedger.model_validate({"delivered": delivered, "enter": request.register, "on": request.on or None})


def export_ledger(book: LedgerBook) -> ledger_pb2.ExportLedgerResponse:
    """The answer with the workbook written."""
    content = write_workbook(book)
    digest = hashlib.sha256(content).hexdigest()
    return ledger_pb2.ExportLedgerResponse(workbook=content, name=book.name, sha256=digest, rows=len(book.rows))
