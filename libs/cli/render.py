"""Shows answers: tables for people, json, csv and xlsx for programs; data on standard output only."""

import csv
import datetime as dt
import io
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
from google.protobuf.message import Message
from rich import box
from rich.console import Console
from rich.table import Table

from cli.plain import plain
from cli.words import Language, heading, say

FORMS = ("table", "wide", "json", "csv", "xlsx")
_OPAQUE = re.compile(r"[0-9a-f]{32}(?:[0-9a-f]{32})?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Output:
    """Where and how to show.

    Attributes:
        form: one of FORMS.
        quiet: ids only.
        lang: language of headings.
        zone: zone in which times are shown.
        to: file to write, None for standard output.
    """

    form: str = "table"
    quiet: bool = False
    lang: Language = "en"
    zone: dt.tzinfo = dt.UTC
    to: Path | None = None

    def answer(self, message: Message) -> None:
        """A query's answer: its one list as rows, anything else as name and value."""
        content = plain(message)
        lists = [name for name, value in content.items() if isinstance(value, list) and _repeats_messages(message, name)]
        if self.form == "json" and not self.quiet:
            self._json(content)
            return
        if len(lists) == 1 and all(not isinstance(value, dict) for value in content.values()):
            self.rows(content[lists[0]], columns_of(message, lists[0]))
            self._rest({name: value for name, value in content.items() if name != lists[0]})
            return
        if len(content) == 1 and isinstance(next(iter(content.values())), dict):
            content = next(iter(content.values()))
        self.record(content)

    def rows(self, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
        """Rows of equal shape."""
        if self.quiet:
            self._lines(_identity(row) for row in rows)
            return
        match self.form:
            case "json":
                self._json(list(rows))
            case "csv":
                self._csv(rows, columns)
            case "xlsx":
                self._xlsx(rows, columns)
            case _:
                self._table(rows, columns)

    def record(self, content: Mapping[str, Any]) -> None:
        """One thing, field by field; lists of things inside it as tables of their own."""
        if self.quiet:
            self._lines([_identity(content)])
            return
        if self.form == "json":
            self._json(content)
            return
        if self.form in ("csv", "xlsx"):
            self.rows([{"field": name, "value": self.cell(value)} for name, value in content.items()], ("field", "value"))
            return
        console = self._console()
        grid = Table(box=None, show_header=False, pad_edge=False)
        grid.add_column(style="bold", no_wrap=True)
        grid.add_column(overflow="fold")
        inner: dict[str, list[Mapping[str, Any]]] = {}
        for name, value in content.items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                inner[name] = value
            elif value not in ("", [], None) and (self.form == "wide" or not _opaque(value)):
                grid.add_row(heading(name, self.lang), self.cell(value))
        console.print(grid)
        for name, value in inner.items():
            console.print(f"\n{heading(name, self.lang)}", style="bold")
            self._table(value, list(dict.fromkeys(key for row in value for key in row)))

    def cell(self, value: Any) -> str:
        """A value as text: times in the zone, lists with commas, nested things as JSON."""
        match value:
            case None:
                return ""
            case bool():
                return "✓" if value else "–"
            case dt.datetime():
                return value.astimezone(self.zone).isoformat(sep=" ", timespec="seconds")
            case list() | tuple() if any(isinstance(item, dict) for item in value):
                return json.dumps(value, ensure_ascii=False, default=_json_value)
            case list() | tuple():
                return ", ".join(self.cell(item) for item in value)
            case dict():
                return json.dumps(value, ensure_ascii=False, default=_json_value)
        return str(value)

    def _console(self) -> Console:
        return console(sys.stdout if self.to is None else self.to.open("w", encoding="utf-8"))

    def _table(self, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
        if not rows:
            print_error(say("nothing", self.lang))
            return
        shown = [c for c in columns if self.form == "wide" or self._worth_a_column(rows, c)] or list(columns)
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for column in shown:
            table.add_column(heading(column, self.lang), overflow="fold")
        for row in rows:
            table.add_row(*(self.cell(row.get(column)) for column in shown))
        self._console().print(table)

    def _worth_a_column(self, rows: Sequence[Mapping[str, Any]], column: str) -> bool:
        values = [row.get(column) for row in rows]
        return any(value not in (None, "", []) for value in values) and not all(
            _opaque(value) or value in (None, "") for value in values
        )

    def _rest(self, content: Mapping[str, Any]) -> None:
        """What came beside the rows (totals, the next page): to people on standard error."""
        if self.form not in ("table", "wide") or self.quiet:
            return
        for name, value in content.items():
            if name in ("next", "after") and value:
                print_error(say("more", self.lang, flag="after", value=value))
            elif value not in ("", [], None, 0, False):
                print_error(f"{heading(name, self.lang)}: {self.cell(value)}")

    def _lines(self, lines: Iterable[str]) -> None:
        self._write("".join(f"{line}\n" for line in lines if line))

    def _json(self, content: Any) -> None:
        self._write(json.dumps(content, ensure_ascii=False, indent=2, default=_json_value) + "\n")

    def _csv(self, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(columns)
        writer.writerows([_tame(self.cell(row.get(column))) for column in columns] for row in rows)
        self._write(text.getvalue())

    def _xlsx(self, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
        memory = io.BytesIO()
        book = xlsxwriter.Workbook(memory, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        for c, column in enumerate(columns):
            sheet.write_string(0, c, heading(column, self.lang), bold)
        for r, row in enumerate(rows, 1):
            for c, column in enumerate(columns):
                sheet.write_string(r, c, self.cell(row.get(column)))
        book.close()
        self._write(memory.getvalue())

    def _write(self, content: str | bytes) -> None:
        data = content.encode() if isinstance(content, str) else content
        if self.to is not None:
            self.to.write_bytes(data)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()


def console(file: Any) -> Console:
    """Colour only on a terminal and only without NO_COLOR; elsewhere plain text that is never wrapped to a screen."""
    if file.isatty():
        return Console(file=file, highlight=False)
    return Console(file=file, highlight=False, no_color=True, width=10_000, force_terminal=False)


def print_error(text: str) -> None:
    """A line for people, beside the data."""
    sys.stderr.write(text + "\n")


def columns_of(message: Message, name: str) -> list[str]:
    """Fields of the messages that a repeated field holds, in order of declaration."""
    held: Any = message.DESCRIPTOR.fields_by_name[name].message_type
    return [field.name for field in held.fields]


def _repeats_messages(message: Message, name: str) -> bool:
    field = message.DESCRIPTOR.fields_by_name[name]
    return bool(field.is_repeated and field.message_type is not None and not field.message_type.GetOptions().map_entry)


def _opaque(value: Any) -> bool:
    return isinstance(value, str) and bool(_OPAQUE.fullmatch(value))


def _identity(row: Mapping[str, Any]) -> str:
    """What names a row to a script: its number or code when it has one, else its id, else its first value."""
    for name in ("number", "code", "id", "aggregate", "command_id"):
        if row.get(name):
            return str(row[name])
    return str(next((value for value in row.values() if isinstance(value, str | int)), ""))


def _json_value(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat()
    raise TypeError(f"{type(value)} has no JSON form")


def _tame(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe; plain numbers stay."""
    if text.startswith(_FORMULA) and not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", text):
        return "'" + text
    return text
