"""The ledger's columns (整改台账): what each is called, how a cell reads, and what it says of a finding."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from findings.events.parts import Criterion, State, Track
from findings.model.days import DateUnreadable, read_date

Kind = Literal["text", "lines", "list", "date", "track", "stages", "name", "int"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its letter in the standard order, its header, how its cells read, and the field it fills.

    `free` says that people may change it in a returned file; what is not free is made by the platform.
    """

    letter: str
    header: str
    kind: Kind = "text"
    field: str = ""
    free: bool = True
    width: int = 16


COLUMNS: Final = (
    Column("A", "序号", "int", free=False, width=6),
    Column("B", "问题编号", free=False, width=22),
    Column("C", "问题类别", field="category", width=14),
    Column("D", "反馈问题", field="wording", width=48),
    Column("E", "具体表现", field="manifestation", width=40),
    Column("F", "原因剖析", field="cause", width=40),
    Column("G", "整改目标", field="goal", width=30),
    Column("H", "整改措施", "lines", field="planned_measures", width=48),
    Column("I", "整改类型", "track", field="track", width=12),
    Column("J", "牵头单位", field="unit"),
    Column("K", "配合单位", "list", field="supports", width=20),
    Column("L", "责任领导", "name", field="member_name", width=12),
    Column("M", "责任人", "name", field="handler_name", width=12),
    Column("N", "包保领导", "name", field="sponsor_name", width=12),
    Column("O", "完成时限", "date", field="due", width=13),
    Column("P", "阶段目标及时间", "stages", field="planned_milestones", width=36),
    Column("Q", "销号标准", "lines", field="criteria", width=36),
    Column("R", "进展情况", free=False, width=40),
    Column("S", "完成状态", free=False, width=14),
    Column("T", "佐证材料", free=False, width=36),
    Column("U", "建章立制", free=False, width=24),
    Column("V", "追责问责情况", free=False, width=16),
    Column("W", "举一反三情况", free=False, width=30),
    Column("X", "销号日期 / 审核人", free=False, width=22),
    Column("Y", "备注", field="remark", width=24),
)
BY_LETTER: Final = {column.letter: column for column in COLUMNS}
BY_HEADER: Final = {column.header: column for column in COLUMNS}
MANDATORY: Final = "D"

# What follows a review: no cell of these may change in a returned file once the plan passed, only the plan itself.
REVIEWED: Final = frozenset("FGHIOPQ")
# The words of the feedback: frozen, corrected by the dispatching side alone.
FROZEN: Final = frozenset("CD")

TRACKS: Final = {Track.IMMEDIATE: "立行立改", Track.CONCENTRATED: "集中整改", Track.LONG_TERM: "长期整改"}
STATES: Final = {
    State.REGISTERED: "未启动",
    State.PLANNED: "未启动",
    State.IN_PROGRESS: "推进中",
    State.CONTINUING: "持续整改",
    State.SIGNOFF_REQUESTED: "已申请销号",
    State.INNER_SIGNED: "已申请销号",
    State.SIGNED_OFF: "已销号",
    State.REOPENED: "已重开",
    State.CLOSED_NOT_APPLICABLE: "不再适用",
}

_NUMBERED = re.compile(r"\s*(?:[0-9]{1,3}\s*[.、．)）]|[（(][0-9]{1,3}[)）]|[（(]?[一二三四五六七八九十]{1,3}[)）]?、|[①-⑳])\s*")
_DIGIT = "[0-9０-９]"
_MARKS = ":：,，、"
# 日, 前, 底 and 止 belong to the date right after which they are written; after a space they begin the goal (2026-03-02 日常检查).
_STAGE = re.compile(
    rf"({_DIGIT}{{4}}\s*[-－/／.．年]\s*{_DIGIT}{{1,2}}\s*"
    rf"(?:月\s*{_DIGIT}{{1,2}}(?!{_DIGIT})(?:\s*日)?|[-－/／.．]\s*{_DIGIT}{{1,2}}(?!{_DIGIT})(?:日(?=[前底止{_MARKS}\s]|$))?))"
    rf"[前底止]?[{_MARKS}\s]*(.*)",
    re.DOTALL,
)
_SEPARATOR = re.compile(r"[、,，;；/\n]+")


class CellUnreadable(ValueError):
    """A cell does not read as its column demands; `code` names the row-level error."""

    def __init__(self, code: str, shown: str) -> None:
        super().__init__(f"{code}: {shown}")
        self.code = code
        self.shown = shown


def letter(column: str) -> str:
    """The letter of a column named by letter or header; an unknown name comes back as it is."""
    known = BY_HEADER.get(line(column))
    return known.letter if known else column.strip().upper()


def line(text: str) -> str:
    """One line: runs of white space, line ends included, become one space."""
    return " ".join(text.split())


def paragraph(text: str) -> str:
    """Text as the record keeps it: no white space at the ends of lines, no empty lines, line feeds only."""
    lines = (" ".join(part.split()) for part in re.split(r"\r\n|\r|\n", text))
    return "\n".join(part for part in lines if part)


def lines(text: str) -> tuple[str, ...]:
    """A numbered list, without its numbers; where no line has a number each line is an entry."""
    parts = paragraph(text).split("\n") if text.strip() else []
    if not any(_NUMBERED.match(part) for part in parts):
        return tuple(parts)
    entries: list[str] = []
    for part in parts:
        found = _NUMBERED.match(part)
        rest = part[found.end() :] if found else part
        if found or not entries:
            entries.append(rest)
        else:
            entries[-1] = f"{entries[-1]} {rest}"
    return tuple(line(entry) for entry in entries if entry.strip())


def numbered(entries: Iterable[str]) -> str:
    """The inverse of `lines`."""
    return "\n".join(f"{no}. {line(entry)}" for no, entry in enumerate(entries, 1))


def names(text: str) -> tuple[str, ...]:
    """Names of units, whatever separates them."""
    return tuple(name for part in _SEPARATOR.split(text) if (name := line(part)))


def stages(text: str) -> tuple[str, ...]:
    """Phased goals, one a line, each `YYYY-MM-DD goal`.

    Raises:
        CellUnreadable: a line does not begin with a date that exists.
    """
    return tuple(f"{day.isoformat()} {goal}".rstrip() for day, goal in map(stage, lines(text)))


def stage(text: str) -> tuple[date, str]:
    """A phased goal: its date and what is to be reached.

    Raises:
        CellUnreadable: it does not begin with a date that exists.
    """
    found = _STAGE.fullmatch(text)
    if found is None:
        raise CellUnreadable("ledger-stage-undated", text)
    return read_day(found.group(1)), line(found.group(2))


def read_day(text: str) -> date:
    """A day in any of the usual spellings.

    Raises:
        CellUnreadable: it is none, or a day that does not exist.
    """
    try:
        return read_date(text)
    except DateUnreadable as error:
        raise CellUnreadable(error.code, text) from error


def canonical(column: str, text: str) -> str:
    """The text that means the same and compares equal; "" for an empty cell.

    Raises:
        CellUnreadable: the cell does not read as its column demands.
    """
    match BY_LETTER[column].kind:
        case "lines":
            return numbered(lines(text))
        case "list":
            return "、".join(names(text))
        case "stages":
            return numbered(stages(text))
        case "date":
            return read_day(text).isoformat() if text.strip() else ""
        case "track":
            return TRACKS[read_track(text)] if text.strip() else ""
        case "name" | "int":
            return line(text)
        case _:
            return paragraph(text)


def read_track(text: str) -> Track:
    """The track a cell names.

    Raises:
        CellUnreadable: it names none.
    """
    for track, name in TRACKS.items():
        if line(text) in (name, track.value):
            return track
    raise CellUnreadable("ledger-track-unknown", text)


def fields(column: str, text: str) -> dict[str, Any]:
    """What a canonical cell sets in a finding, by field; an empty date or track sets nothing."""
    known = BY_LETTER[column]
    match column:
        case "H" | "P":
            return {known.field: lines(text)}
        case "Q":
            return {known.field: tuple(Criterion(no=no, text=entry) for no, entry in enumerate(lines(text), 1))}
        case "I":
            return {known.field: read_track(text)} if text else {}
        case "K":
            return {known.field: names(text)}
        case "O":
            return {known.field: date.fromisoformat(text)} if text else {}
        case _:
            return {known.field: text}
