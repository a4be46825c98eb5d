"""From the bytes of a workbook to a ledger as delivered: pure, whole in memory, refusing quickly what is too large."""

import hashlib
import io
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook

from findings.commands.delivered import DATES, INFO, KEYS, LEDGER, Delivered, Fault, LedgerRow, fault
from findings.model import cells
from findings.model.days import DateUnreadable, read_date
from findings.refusals import ledger as wrong
from kernel.errors import Refusal

MAX_ROWS = 20_000
MAX_UNPACKED = 300 * 2**20
MAX_CELL = 20_000
_HEAD = 20  # the headers stand in one of the first rows, below titles at most

Cell = str | int | float | bool | date | datetime | time | timedelta | None
_BY_CODE: dict[str, type[Refusal]] = {
    "date-unreadable": wrong.CellDateUnreadable,
    "date-does-not-exist": wrong.CellDateDoesNotExist,
    "ledger-stage-undated": wrong.CellStageUndated,
    "ledger-track-unknown": wrong.CellTrackUnknown,
}


def read_workbook(content: bytes, name: str) -> Delivered:
    """The ledger in an xlsx file.

    Args:
        content: the file's bytes.
        name: its name, for messages.

    Raises:
        NotAWorkbook, WorkbookTooLarge, TooManyRows, SheetMissing: it cannot be read at all. Everything else that is
        wrong is in `faults`.
    """
    shown = name or "xlsx"
    _measured(content, shown)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (CalamineError, OSError, ValueError) as error:
        raise wrong.NotAWorkbook(field="workbook", name=shown, why=str(error)[:200]) from error
    faults: list[Fault] = []
    info = _info(_grid(workbook, INFO), faults)
    rows = _rows(_grid(workbook, LEDGER), faults)
    digest = hashlib.sha256(content).hexdigest()
    return Delivered(sha256=digest, name=name, size=len(content), info=info, rows=tuple(rows), faults=tuple(faults))


def _measured(content: bytes, name: str) -> None:
    """Refuse by the archive's directory, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise wrong.NotAWorkbook(field="workbook", name=name, why=str(error)[:200]) from error
    if size > MAX_UNPACKED:
        raise wrong.WorkbookTooLarge(field="workbook", name=name, size=size, limit=MAX_UNPACKED)


def _few(rows: int, sheet: str) -> None:
    if rows > MAX_ROWS + _HEAD:
        raise wrong.TooManyRows(field="workbook", sheet=sheet, rows=rows, limit=MAX_ROWS)


class _Grid:
    """The cells of a sheet, a merged range repeated in each of its cells; `first` is the number of its first row."""

    def __init__(self, rows: list[list[Cell]], first: int, merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> None:
        self.rows = rows
        self.first = first
        for (top, left), (bottom, right) in merged:
            self._spread(top, left, bottom, right)

    def _spread(self, top: int, left: int, bottom: int, right: int) -> None:
        if bottom >= len(self.rows) or right >= len(self.rows[top]):
            bottom, right = min(bottom, len(self.rows) - 1), min(right, len(self.rows[top]) - 1)
        value = self.rows[top][left]
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                self.rows[row][column] = value

    def numbered(self) -> Iterator[tuple[int, list[Cell]]]:
        """(row number as people see it, cells) of rows that are not empty."""
        for index, row in enumerate(self.rows, self.first):
            if any(_text(cell) for cell in row):
                yield index, row


def _grid(workbook: CalamineWorkbook, name: str) -> _Grid:
    known = {_header(sheet): sheet for sheet in workbook.sheet_names}
    if name not in known:
        raise wrong.SheetMissing(field="workbook", sheet=name, known="、".join(workbook.sheet_names))
    try:
        sheet = workbook.get_sheet_by_name(known[name])
        _few(sheet.total_height, name)
        rows: list[list[Cell]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    except (CalamineError, OSError, ValueError) as error:
        raise wrong.NotAWorkbook(field="workbook", name=name, why=str(error)[:200]) from error
    merged = [pair for pair in sheet.merged_cell_ranges or [] if pair[0][0] < len(rows) and pair[0][1] < len(rows[0])]
    return _Grid(rows, 1, merged)


def _text(cell: Cell) -> str:
    """A cell as text: whole numbers without a fraction, days in ISO, nothing for nothing."""
    match cell:
        case None:
            return ""
        case bool():
            return "是" if cell else "否"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case date() | datetime() | time():
            return cell.isoformat()
        case _:
            return unicodedata.normalize("NFC", str(cell)).strip().strip("\ufeff\u200b")


def _header(text: str) -> str:
    """A header or key without white space and in half-width signs, so that it is recognised however it is typed."""
    return "".join(unicodedata.normalize("NFKC", text).split())


# --- 反馈信息 --------------------------------------------------------------------------------------------------------


def _info(grid: _Grid, faults: list[Fault]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row, line in grid.numbered():
        texts = [_text(cell) for cell in line]
        key = _header(texts[0]).rstrip(":")
        value = next((text for text in texts[1:] if text and text != texts[0]), "")
        if key not in KEYS:
            continue  # titles and explanations
        if key in DATES and value:
            value = _day(value, faults, INFO, row, key)
        if found.get(key, value) != value:
            faults.append(fault(wrong.InfoTwice, INFO, row, key, shown=key))
        found[key] = value or found.get(key, "")
    return found


def _day(text: str, faults: list[Fault], sheet: str, row: int, column: str) -> str:
    try:
        return read_date(text).isoformat()
    except DateUnreadable as error:
        faults.append(fault(_BY_CODE[error.code], sheet, row, column, shown=text))
        return ""


# --- 整改台账 --------------------------------------------------------------------------------------------------------


def _rows(grid: _Grid, faults: list[Fault]) -> list[LedgerRow]:
    lines = list(grid.numbered())
    place = next((n for n, (_, line) in enumerate(lines[:_HEAD]) if _is_head(line)), None)
    if place is None:
        shown = cells.BY_LETTER[cells.MANDATORY].header
        faults.append(fault(wrong.ColumnMissing if lines else wrong.SheetEmpty, LEDGER, shown=shown))
        return []
    columns = _columns(lines[place][1], faults)
    body = lines[place + 1 :]
    if len(body) > MAX_ROWS:
        raise wrong.TooManyRows(field="workbook", sheet=LEDGER, rows=len(body), limit=MAX_ROWS)
    if not body:
        faults.append(fault(wrong.SheetEmpty, LEDGER))
    if cells.BY_LETTER[cells.MANDATORY] not in columns.values():
        return []
    return [read for row, line in body if (read := _row(row, line, columns, faults)) is not None]


def _is_head(line: Sequence[Cell]) -> bool:
    """The row of headers holds the mandatory one, or most of its texts are headers."""
    texts = [_header(_text(cell)) for cell in line if _text(cell)]
    known = sum(text in _HEADERS for text in texts)
    return _header(cells.BY_LETTER[cells.MANDATORY].header) in texts or (known >= 3 and known * 2 > len(texts))


_HEADERS = {_header(column.header): column for column in cells.COLUMNS}


def _columns(line: Sequence[Cell], faults: list[Fault]) -> dict[int, cells.Column]:
    found: dict[int, cells.Column] = {}
    for place, cell in enumerate(line):
        text = _text(cell)
        if not text:
            continue
        column = _HEADERS.get(_header(text))
        if column is None:
            faults.append(fault(wrong.ColumnUnknown, LEDGER, 0, _letter(place), shown=text[:60]))
        elif column in found.values():
            faults.append(fault(wrong.ColumnTwice, LEDGER, 0, column.header, shown=column.header))
        else:
            found[place] = column
    mandatory = cells.BY_LETTER[cells.MANDATORY]
    if mandatory not in found.values():
        faults.append(fault(wrong.ColumnMissing, LEDGER, shown=mandatory.header))
    return found


def _letter(place: int) -> str:
    """A, B, … Z, AA … as the program that made the file names the column."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _row(row: int, line: Sequence[Cell], columns: dict[int, cells.Column], faults: list[Fault]) -> LedgerRow | None:
    texts = {column.letter: _text(line[place]) for place, column in columns.items()}
    if not any(texts.values()):
        return None
    read = {letter: _cell(row, letter, text, faults) for letter, text in texts.items() if cells.BY_LETTER[letter].free}
    if not read.get(cells.MANDATORY):
        faults.append(fault(wrong.WordingMissing, LEDGER, row, cells.BY_LETTER[cells.MANDATORY].header))
        return None
    ordinal = _header(texts.get("A", ""))
    return LedgerRow(
        row=row,
        ordinal=int(ordinal) if ordinal.isdecimal() else 0,
        number=_header(texts.get("B", "")),
        cells=read,
    )


def _cell(row: int, letter: str, text: str, faults: list[Fault]) -> str:
    header = cells.BY_LETTER[letter].header
    if len(text) > MAX_CELL:
        faults.append(fault(wrong.CellTooLong, LEDGER, row, header, size=len(text), limit=MAX_CELL))
        return ""
    try:
        return cells.canonical(letter, text)
    except cells.CellUnreadable as error:
        faults.append(fault(_BY_CODE[error.code], LEDGER, row, header, shown=error.shown[:120]))
        return ""
