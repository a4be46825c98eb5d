"""Workbooks made on the spot, and a record that they are imported into."""

import io
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import xlsxwriter

from findings.commands.ledger import ImportLedger
from findings.handlers.ledger import import_ledger
from findings.model.case import Case
from findings.model.finding import Finding
from findings.queries.ledger import CheckLedger, LedgerCheck, check_ledger
from findings.wire.workbook import read_workbook
from kernel.context import named
from kernel.messages import Event
from testkit.given import MORNING, Given, act

INFO = {
    "轮次": "R1",
    "层级": "县",
    "被巡视党组织": "县财政局党组（CZJ）",
    "主要负责人": "主要负责人甲",
    "反馈日期": "2026-03-02",
    "签收日期": "2026-03-02",
    "专项检查": "",
    "管理办法": "guangxi-2022@1",
}


def book(
    headers: Sequence[str],
    rows: Sequence[Sequence[Any]],
    info: dict[str, Any] | None = None,
    merge: Sequence[tuple[int, int, int, int, str]] = (),
    title: str = "",
) -> bytes:
    """An xlsx file; `info` is laid over the usual one, None values leave a key out."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        first, second = workbook.add_worksheet("反馈信息"), workbook.add_worksheet("整改台账")

        def write(sheet: Any, row: int, column: int, value: Any) -> None:
            if isinstance(value, date | datetime):
                sheet.write_datetime(row, column, value, day)
            elif value is not None:
                sheet.write(row, column, value)

        entries = {key: value for key, value in (INFO | (info or {})).items() if value is not None}
        for row, (key, value) in enumerate(entries.items()):
            write(first, row, 0, key)
            write(first, row, 1, value)
        top = 0
        if title:
            second.merge_range(0, 0, 0, len(headers) - 1, title)
            top = 1
        for place, header in enumerate(headers):
            write(second, top, place, header)
        for row, line in enumerate(rows, top + 1):
            for place, value in enumerate(line):
                write(second, row, place, value)
        for a, b, c, d, text in merge:
            second.merge_range(a, b, c, d, text)
    return out.getvalue()


class Record(Given):
    """The record, with words for importing."""

    def __init__(self) -> None:
        super().__init__()
        self.now = MORNING
        self.case_id = named("case", "R1", "CZJ")

    def bring(self, content: bytes, register: bool = True, role: str = "office", org: str = "XCB", **more: Any) -> list[Event]:
        """Import a file, a minute later than the one before: equal moments would be one command."""
        self.now += timedelta(minutes=1)
        command = ImportLedger(delivered=read_workbook(content, "台账.xlsx"), enter=register, **more)
        return list(self.apply(import_ledger(command, act(role, org, now=self.now), self), self.now))

    def check(self, content: bytes, register: bool = True) -> LedgerCheck:
        """A dry run."""
        question = CheckLedger(delivered=read_workbook(content, "台账.xlsx"), enter=register, on=date(2026, 3, 2))
        return check_ledger(question, None, self)  # type: ignore[arg-type]  # a dry run needs no tables

    def case(self) -> Case:
        """The case as it is."""
        return self.find(Case, self.case_id)

    def finding(self, number: str) -> Finding:
        """A finding as it is."""
        return self.find(Finding, named("finding", number))


@pytest.fixture
def record() -> Record:
    """An empty record."""
    return Record()


@pytest.fixture
def make() -> Callable[..., bytes]:
    """Makes workbooks."""
    return book
