"""Shows answers: tables for people, json, csv and xlsx for programs; data on standard output only."""

import csv
import datetime as dt
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from google.protobuf.message import Message
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cli.columns import DEFAULTS
from cli.plain import plain
from cli.tables import Column, fitting, shortened, table
from cli.words import Language, heading, meaning, say

FORMS = ("table", "wide", "json", "csv", "xlsx")
_OPAQUE = re.compile(r"[0-9a-f]{32}(?:[0-9a-f]{32})?")
# A list and where it goes on are a page of rows; with more beside it, it is a thing that has a list.
_PAGE = 2
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Output:
    """Where and how to show; a file is written anew.

    Attributes:
        form: one of FORMS.
        quiet: ids only.
        lang: language of headings.
        zone: zone in which times are shown.
        to: file to write, None for standard output.
        called: what people call the thing of an id; the id itself when nobody knows.
        begun: files that hold a part of the answer already.
    """

    form: str = "table"
    quiet: bool = False
    lang: Language = "en"
    zone: dt.tzinfo = dt.UTC
    to: Path | None = None
    called: Callable[[str], str] = str
    begun: set[Path] = field(default_factory=set)

    def answer(self, message: Message) -> None:
        """A query's answer: its one list as rows, anything else as name and value."""
        content = plain(message)
        lists = [name for name, value in content.items() if isinstance(value, list) and _repeats_messages(message, name)]
        if self.form == "json" and not self.quiet:
            self._json(content)
            return
        alone = len(lists) == 1 and all(not isinstance(value, dict) for value in content.values())
        if alone and (self.form in ("csv", "xlsx") or len(content) <= _PAGE):
            self.rows(content[lists[0]], columns_of(message, lists[0]), _kind(message, lists[0]))
            self._rest({name: value for name, value in content.items() if name != lists[0]})
            return
        self.record(content, {name: _kind(message, name) for name in lists})

    def rows(self, rows: Sequence[Mapping[str, Any]], columns: Sequence[str], kind: str = "") -> None:
        """Rows of equal shape; `kind` is the message that a row holds, which decides what a table shows by default."""
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
                self._table(rows, columns, kind)

    def record(self, content: Mapping[str, Any], kinds: Mapping[str, str] | None = None) -> None:
        """One thing, field by field; lists of things inside it as tables of their own, each of the kind in `kinds`."""
        if self.quiet:
            self._lines([_identity(_opened(content))])
            return
        if self.form == "json":
            self._json(content)
            return
        if self.form in ("csv", "xlsx"):
            self.rows([{"field": name, "value": self.cell(value)} for name, value in content.items()], ("field", "value"))
            return
        grid = Table(box=None, show_header=False, pad_edge=False)
        grid.add_column(style="bold", no_wrap=True)
        grid.add_column(overflow="fold")
        inner: dict[str, list[Mapping[str, Any]]] = {}
        opened = _opened(content)
        plainly = {value for value in opened.values() if isinstance(value, str)}
        for name, value in opened.items():
            if self.form == "table" and isinstance(value, str) and _is_id(value) and self.called(value) in plainly - {value}:
                continue  # another line says it already
            if isinstance(value, list) and value and isinstance(value[0], dict):
                inner[name] = value
            elif self._worth_a_line(name, value):
                grid.add_row(heading(name, self.lang), Text(self.shown(name, value)))
        self._print(grid)
        for name, value in inner.items():
            self._print(Text(f"\n{heading(name, self.lang)}", style="bold"))
            self._table(value, list(dict.fromkeys(key for row in value for key in row)), (kinds or {}).get(name, ""), whole=True)

    def shown(self, name: str, value: Any) -> str:
        """A value as people read it: codes in words, ids by number or name, times without seconds; `wide` keeps more."""
        match value:
            case str():
                return self.called(value) if _is_id(value) else meaning(name, value, self.lang)
            case dt.datetime() if self.form == "table":
                return f"{value.astimezone(self.zone):%Y-%m-%d %H:%M}"
            case list() | tuple() if not any(isinstance(item, dict) for item in value):
                return ", ".join(self.shown(name, item) for item in value)
            case list() | tuple():
                return ";\n".join(self.shown(name, item) for item in value)  # a line each, where a table has room for lines
            case dict():
                parts = {
                    key: self.shown(key, item) for key, item in value.items() if self._worth_a_line(key, item) and item is not False
                }
                return ", ".join(f"{heading(key, self.lang)} {text}" for key, text in parts.items() if text)
        return self.cell(value)

    def cell(self, value: Any) -> str:
        """A value as text for programs: times in the zone, lists with commas, nested things as JSON."""
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

    def _print(self, what: Any) -> None:
        """To the terminal, as wide as it is (`wide`: as wide as it must be), or to the file."""
        if self.to is not None:
            # Written anew once there is something to write, so that a refusal costs nobody what the file held before; never
            # removed, because it may be a device.
            with self.to.open("a" if self.begun else "w", encoding="utf-8") as file:
                self.begun.add(self.to)
                _print_trimmed(file, what)
        elif sys.stdout.isatty() and self.form != "wide":
            console(sys.stdout).print(what)
        else:
            _print_trimmed(sys.stdout, what)

    def _table(self, rows: Sequence[Mapping[str, Any]], columns: Sequence[str], kind: str = "", *, whole: bool = False) -> None:
        if not rows:
            print_error(say("nothing", self.lang))
            return
        wide = self.form == "wide"
        preferred = columns if wide else [c for c in DEFAULTS.get(kind, columns) if c in columns]
        wanted = [c for c in preferred if wide or self._worth_a_column(rows, c)] or list(columns)
        cut = str if wide or whole else shortened
        made = [Column(c, heading(c, self.lang), tuple(cut(self.shown(c, row.get(c))) for row in rows)) for c in wanted]
        screen = None if wide or self.to is not None or not sys.stdout.isatty() else console(sys.stdout).width
        kept = made if screen is None else fitting(made, screen)
        self._print(table(kept))
        left = [column.heading for column in made[len(kept) :]]
        if left:
            print_error(say("columns_left", self.lang, columns=", ".join(left)))

    def _worth_a_column(self, rows: Sequence[Mapping[str, Any]], column: str) -> bool:
        return any(self._worth_a_line(column, row.get(column)) for row in rows)

    def _worth_a_line(self, name: str, value: Any) -> bool:
        """Whether people want to see it: not what is empty, a bare hash, or said in the other language."""
        if value in ("", None) or value == []:
            return False
        if self.form == "wide":
            return True
        other = "en" if self.lang == "zh" else "zh"
        if name == other or name.endswith(f"_{other}"):
            return False
        return not (_opaque(value) and self.shown(name, value) == value)

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
        import xlsxwriter  # takes a third of a second, which every other command would wait for

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


def _print_trimmed(file: Any, what: Any) -> None:
    """As `console`, without the blanks that fill the ends of lines."""
    text = io.StringIO()
    console(text).print(what)
    file.write("".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines()))


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


def _kind(message: Message, name: str) -> str:
    held: Any = message.DESCRIPTOR.fields_by_name[name].message_type
    return str(held.full_name)


def _opened(content: Mapping[str, Any]) -> dict[str, Any]:
    """The thing itself: what an answer wraps in `line` or `total`, or as its only field, is laid open."""
    opened: dict[str, Any] = {}
    for name, value in content.items():
        if isinstance(value, dict) and (name in ("line", "total") or len(content) == 1):
            opened |= value
        else:
            opened[name] = value
    return opened


def _is_id(value: str) -> bool:
    return len(value) == 32 and _opaque(value)


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
