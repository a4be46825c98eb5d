"""From a ledger to the bytes of a workbook that reads back as the same ledger."""

import io
from datetime import date, datetime
from typing import Any

import xlsxwriter

from findings.commands.delivered import INFO
from findings.model import cells
from findings.queries.ledger import LedgerBook
from kernel.errors import TooLarge

MAX_CELL = 32_767  # characters a cell of the format holds
_STREAMED = 50_000
# The same record gives the same bytes: a workbook carries no date of its own.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  # the format knows no zones
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_workbook(book: LedgerBook) -> bytes:
    """An xlsx file: frozen headers, lists to choose from, text kept as text even where it looks like a formula.

    Raises:
        TooLarge: a cell holds more than the format admits.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    options |= {"constant_memory": len(book.rows) > _STREAMED}
    with xlsxwriter.Workbook(out, options) as workbook:
        workbook.set_properties({"title": book.title, "created": _CREATED})
        _info(workbook, book)
        _ledger(workbook, book)
    return out.getvalue()


def _info(workbook: Any, book: LedgerBook) -> None:
    if not book.info:
        return
    sheet = workbook.add_worksheet(INFO)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 48)
    bold, plain = workbook.add_format({"bold": True}), _Formats(workbook)
    for row, (key, value) in enumerate(book.info):
        sheet.write_string(row, 0, key, bold)
        _write(sheet, row, 1, value, plain)


class _Formats:
    """The looks of cells, made once."""

    def __init__(self, workbook: Any) -> None:
        look = {"text_wrap": True, "valign": "top", "border": 1}
        self.text = workbook.add_format({**look, "num_format": "@"})
        self.quoted = workbook.add_format({**look, "num_format": "@", "quote_prefix": True})
        self.day = workbook.add_format({**look, "num_format": "yyyy-mm-dd"})
        self.fixed = workbook.add_format({**look, "num_format": "@", "bg_color": "#F2F2F2"})
        self.head = workbook.add_format({**look, "bold": True, "bg_color": "#D9E1F2", "align": "center"})


def _ledger(workbook: Any, book: LedgerBook) -> None:
    sheet, formats = workbook.add_worksheet(book.title), _Formats(workbook)
    columns = [cells.BY_LETTER[letter] for letter in book.letters]
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.header, formats.head)
    for row, line in enumerate(book.rows, 1):
        for place, (column, text) in enumerate(zip(columns, line.cells, strict=True)):
            _cell(sheet, row, place, column, text, formats)
    last = max(len(book.rows), 1)
    # The headers and the number stay in sight.
    sheet.freeze_panes(1, book.letters.index("B") + 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    for place, column in enumerate(columns):
        if column.kind == "track":
            sheet.data_validation(1, place, last + 200, place, {"validate": "list", "source": list(cells.TRACKS.values())})
        if column.kind == "date":
            rule = {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1), "error_type": "warning"}
            sheet.data_validation(1, place, last + 200, place, rule)


def _cell(sheet: Any, row: int, place: int, column: cells.Column, text: str, formats: _Formats) -> None:
    if column.kind == "int" and text.isdecimal():
        sheet.write_number(row, place, int(text), formats.fixed)
    elif column.kind == "date" and text:
        sheet.write_datetime(row, place, date.fromisoformat(text), formats.day)
    elif not column.free:
        _write(sheet, row, place, text, formats, formats.fixed)
    else:
        _write(sheet, row, place, text, formats)


def _write(sheet: Any, row: int, place: int, text: str, formats: _Formats, look: Any = None) -> None:
    if len(text) > MAX_CELL:
        raise TooLarge(what=f"{sheet.get_name()} {row + 1}/{place + 1}", size=len(text), limit=MAX_CELL)
    quoted = text.startswith(_FORMULA)
    if text:
        sheet.write_string(row, place, text, formats.quoted if quoted else look or formats.text)
    else:
        sheet.write_blank(row, place, None, look or formats.text)
