"""Documents as workbooks, from layouts in TOML: sheets, lines above a table, its columns, lines below."""

import io
import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal

import xlsxwriter
from jinja2 import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import Field, ValidationError

from documents import fields, sandbox
from documents.errors import TemplateBroken, TemplateField, TextTooLong
from documents.paper import Paper, Part

MAX_CELL = 32_767  # characters a cell of the format holds
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  # the format knows no zones
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_A4 = 9


class Column(Part):
    """A column; `value` is a Jinja text in which `row` is the row and `n` its number from 1, `width` is in characters."""

    header: str
    value: str
    width: float = Field(default=12, gt=0, le=200)
    kind: Literal["text", "number", "day"] = "text"
    middle: bool = False


class Sheet(Part):
    """A sheet.

    Attributes:
        name: its tab.
        title: its heading, across all columns.
        above: lines between heading and table.
        rows: the field with the rows; empty for a single row of the document's own fields.
        column: the columns.
        empty: what stands in the table when there are no rows.
        below: lines under the table.
        landscape: A4 across.
    """

    name: str = Field(min_length=1, max_length=31, pattern=r"^[^\[\]:*?/\\]+$")
    title: str
    above: tuple[str, ...] = ()
    rows: str = ""
    column: tuple[Column, ...] = Field(min_length=1)
    empty: str = "无"
    below: tuple[str, ...] = ()
    landscape: bool = True


class Layout(Part):
    """A workbook."""

    sheet: tuple[Sheet, ...] = Field(min_length=1)


def render(paper: Paper, template: Path) -> bytes:
    """An xlsx file; what looks like a formula stays text.

    Raises:
        TemplateBroken, TemplateField: the layout is wrong.
        TextTooLong: a cell cannot hold its text.
    """
    layout = check(paper, template)
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as workbook:
        view = paper.view()
        workbook.set_properties({"title": view["title"], "created": _CREATED})
        looks = _Looks(workbook)
        for sheet in layout.sheet:
            _Written(workbook.add_worksheet(sheet.name), sheet, looks, template).write(view)
    return out.getvalue()


def check(paper: Paper, template: Path) -> Layout:
    """The layout, when nothing is wrong with it; refusals as for `render`."""
    text = template.read_text(encoding="utf-8", errors="replace")
    broken = partial(TemplateBroken, file=template)
    try:
        layout = Layout.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as fault:
        line = re.search(r"line (\d+)", str(fault))
        raise broken(line=line[1] if line else 0, text="-", why=f"不是有效的 TOML（{fault}）") from None
    except ValidationError as faults:
        first = faults.errors(include_url=False)[0]
        path = ".".join(str(step) for step in first["loc"])
        raise broken(
            line=_line(text, str(first["loc"][-1])), text=path, why=f"布局字段 {path} 不符合要求（{first['msg']}）"
        ) from None
    names = [sheet.name for sheet in layout.sheet]
    for name in names:
        if names.count(name) > 1:
            raise broken(line=_line(text, name), text=name, why="工作表重名 / two sheets have one name")
    env = sandbox.environment(markup=False)
    for sheet in layout.sheet:
        _check_sheet(sheet, type(paper), template, text, env)
    return layout


def _check_sheet(sheet: Sheet, paper: type[Paper], template: Path, text: str, env: ImmutableSandboxedEnvironment) -> None:
    rows = fields.members(paper).get(sheet.rows)
    if sheet.rows and not isinstance(rows, fields.Each):
        lists = [name for name, held in fields.members(paper).items() if isinstance(held, fields.Each)]
        raise TemplateField(
            field=sheet.rows, file=template, line=_line(text, f'"{sheet.rows}"'), text=f"rows = {sheet.rows}", name=sheet.rows,
            known=", ".join(lists),
        )  # fmt: skip
    row = rows.of if isinstance(rows, fields.Each) else None
    for source in (sheet.title, *sheet.above, *sheet.below):
        sandbox.inspect(env, source, paper, str(template), first=_line(text, source), said=source)
    for column in sheet.column:
        extra: dict[str, fields.Shape] = {"row": row, "n": None} if sheet.rows else {}
        sandbox.inspect(env, column.value, paper, str(template), extra, _line(text, column.value), column.value)


def _line(text: str, said: str) -> int:
    """The line on which something is said; 1 when it is written in another way."""
    before, found, _ = text.partition(said.splitlines()[0] if said else said)
    return before.count("\n") + 1 if found else 1


class _Looks:
    """The looks of cells, made once."""

    def __init__(self, workbook: Any) -> None:
        make = workbook.add_format
        cell = {"text_wrap": True, "valign": "vcenter", "border": 1, "font_name": "宋体", "font_size": 10}
        self.title = make(
            {"bold": True, "align": "center", "valign": "vcenter", "font_name": "黑体", "font_size": 16, "text_wrap": True}
        )
        self.line = make({"font_name": "宋体", "font_size": 10, "text_wrap": True, "valign": "vcenter"})
        self.head = make({**cell, "bold": True, "align": "center", "bg_color": "#F2F2F2", "font_name": "黑体"})
        self.text = make({**cell, "num_format": "@"})
        self.quoted = make({**cell, "num_format": "@", "quote_prefix": True})
        self.middle = make({**cell, "num_format": "@", "align": "center"})
        self.number = make({**cell, "align": "center", "num_format": "General"})
        self.day = make({**cell, "num_format": "yyyy-mm-dd", "align": "center"})


class _Written:
    """One sheet as it is written."""

    def __init__(self, sheet: Any, layout: Sheet, looks: _Looks, template: Path) -> None:
        self._sheet, self._layout, self._looks, self._template = sheet, layout, looks, template
        # Each text of the layout is compiled once, however many rows there are.
        self._compiled = cache(sandbox.environment(markup=False).from_string)
        self._last = len(layout.column) - 1

    def write(self, view: Mapping[str, Any]) -> None:
        sheet, layout = self._sheet, self._layout
        for place, column in enumerate(layout.column):
            sheet.set_column(place, place, column.width)
        self._across(0, self._said(layout.title, view), self._looks.title, 32)
        row = 1
        for line in layout.above:
            row = self._across(row, self._said(line, view), self._looks.line, 18)
        head = row
        for place, column in enumerate(layout.column):
            self._text(row, place, column.header, self._looks.head)
        rows: Sequence[Any] = view[layout.rows] if layout.rows else [None]
        for n, item in enumerate(rows, 1):
            row += 1
            self._row(row, n, item, view)
        if not rows:
            row = self._across(row + 1, layout.empty, self._looks.middle, 24) - 1
        row += 1
        for line in layout.below:
            row = self._across(row, self._said(line, view), self._looks.line, 18)
        self._page(head, row)

    def _page(self, head: int, end: int) -> None:
        sheet = self._sheet
        sheet.freeze_panes(head + 1, 0)
        sheet.set_paper(_A4)
        if self._layout.landscape:
            sheet.set_landscape()
        sheet.set_margins(0.5, 0.5, 0.6, 0.7)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(head)
        sheet.print_area(0, 0, max(end - 1, head), self._last)
        sheet.center_horizontally()
        sheet.set_footer("&C第 &P 页 共 &N 页")

    def _row(self, row: int, n: int, item: Any, view: Mapping[str, Any]) -> None:
        lines = 1
        for place, column in enumerate(self._layout.column):
            text = self._said(column.value, {**view, "row": item, "n": n} if self._layout.rows else view)
            lines = max(lines, _lines(text, column.width))
            self._cell(row, place, column, text)
        # Other programs than the format's own do not fit a row to wrapped text by themselves.
        self._sheet.set_row(row, min(409, 6 + 13.5 * lines))

    def _cell(self, row: int, place: int, column: Column, text: str) -> None:
        if column.kind == "number" and re.fullmatch(r"-?\d+(\.\d+)?", text):
            self._sheet.write_number(row, place, float(text), self._looks.number)
        elif column.kind == "day" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            self._sheet.write_datetime(row, place, date.fromisoformat(text), self._looks.day)
        else:
            self._text(row, place, text, self._looks.middle if column.middle or column.kind != "text" else self._looks.text)

    def _across(self, row: int, text: str, look: Any, height: float) -> int:
        width = sum(column.width for column in self._layout.column)
        if self._last:
            self._sheet.merge_range(row, 0, row, self._last, "", look)
        self._text(row, 0, text, look)
        self._sheet.set_row(row, min(409, max(height, 4 + 14 * _lines(text, width))))
        return row + 1

    def _text(self, row: int, place: int, text: str, look: Any) -> None:
        if len(text) > MAX_CELL:
            header = self._layout.column[place].header
            raise TextTooLong(sheet=self._layout.name, row=row + 1, column=header, size=len(text), limit=MAX_CELL)
        if text:
            self._sheet.write_string(row, place, text, self._looks.quoted if text.startswith(_FORMULA) else look)
        else:
            self._sheet.write_blank(row, place, None, look)

    def _said(self, source: str, view: Mapping[str, Any]) -> str:
        try:
            return self._compiled(source).render(view)
        except (TemplateError, TypeError, ValueError, ArithmeticError) as fault:
            text = self._template.read_text(encoding="utf-8", errors="replace")
            raise TemplateBroken(
                file=self._template, line=_line(text, source), text=source[:200] or "-", why=sandbox.why(fault)
            ) from None


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column; a Chinese character is two wide."""
    cells = max(width - 1, 2)
    return sum(max(1, -(-sum(2 if char > "\u2e7f" else 1 for char in line) // int(cells))) for line in text.split("\n"))
