"""Import is the inverse of export: what is written reads back as the same ledger, whatever the texts are."""

import io
import unicodedata
import zipfile
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.store.rows import MemoryRows
from findings.commands.delivered import LedgerRow
from findings.events.amendments import AmendmentProposed
from findings.model import cells
from findings.projections import ledger, register, registers
from findings.queries.ledger import ExportLedger, GetLedger, LedgerBook, LedgerLine, export_ledger, get_ledger
from findings.refusals.queries import ScopeMissing
from findings.wire.sheet import write_workbook
from findings.wire.workbook import read_workbook
from kernel.context import Asker, named
from kernel.envelope import Recorded
from kernel.errors import TooLarge

OFFICE = Asker(named("person", "办公室干部甲"), "office", named("org", "XCB"), date(2026, 3, 2))
LETTERS = tuple(column.letter for column in cells.COLUMNS)
FREE = [column.letter for column in cells.COLUMNS if column.free]


def rows_of(record: Any) -> MemoryRows:
    """The read models that the record's facts give."""
    rows = MemoryRows()
    for position, event in enumerate(record.events, 1):
        at = datetime(2026, 3, 2, tzinfo=UTC)
        recorded = Recorded(
            event, "t", position, None, event.stream, 1, event.TOPIC, at, at, "", (), (), "0" * 32, "office", "0" * 32, "", b""
        )
        for fold in (ledger.fold, register.fold, registers.fold):
            fold(recorded, rows)
    return rows


def exported(record: Any, **scope: Any) -> tuple[LedgerBook, bytes]:
    made = export_ledger(ExportLedger(**(scope or {"case": record.case_id})), rows_of(record), record, asker=OFFICE)
    return made, write_workbook(made)


HEADERS = [column.header for column in cells.COLUMNS]


def full(**over: Any) -> list[list[Any]]:
    cells_ = {
        "问题类别": "党的建设",
        "反馈问题": "问题一",
        "具体表现": "表现一\n表现二",
        "原因剖析": "原因",
        "整改目标": "目标",
        "整改措施": "1. 甲\n2. 乙",
        "整改类型": "长期整改",
        "牵头单位": "办公室",
        "配合单位": "人事科、财务科",
        "责任领导": "班子成员甲",
        "责任人": "办公室主任甲",
        "包保领导": "县领导甲",
        "完成时限": date(2026, 12, 31),
        "阶段目标及时间": "2026-06-30 清查\n2026-09-30 清退",
        "销号标准": "1. 印发\n2. 清退",
        "备注": "注",
    } | over
    return [[cells_.get(header, "") for header in HEADERS]]


def test_an_exported_ledger_comes_back_unchanged(record: Any, make: Any) -> None:
    record.bring(make(HEADERS, full()))
    made, content = exported(record)
    read = read_workbook(content, "")
    assert read.faults == ()
    assert read.info == {
        "轮次": "R1",
        "层级": "县",
        "被巡视党组织": "县财政局党组（CZJ）",
        "主要负责人": "主要负责人甲",
        "反馈日期": "2026-03-02",
        "签收日期": "2026-03-02",
        "专项检查": "",
        "管理办法": "guangxi-2022@1",
    }
    checked = record.check(content)
    assert (checked.ok, checked.same, checked.amended, checked.new) == (True, 1, 0, 0)
    assert not [e for e in record.bring(content) if isinstance(e, AmendmentProposed)]
    assert made.name == "整改台账-R1-CZJ.xlsx"


def test_the_same_record_gives_the_same_bytes(record: Any, make: Any) -> None:
    record.bring(make(HEADERS, full()))
    assert exported(record)[1] == exported(record)[1]


def test_headers_are_the_standard_ones_and_the_state_is_the_platforms(record: Any, make: Any) -> None:
    record.bring(make(HEADERS, full()))
    table = get_ledger(GetLedger(case=record.case_id), rows_of(record), record, asker=OFFICE)
    assert list(table.headers) == HEADERS
    row = dict(zip(table.headers, table.rows[0].cells, strict=True))
    assert row["完成状态"] == "未启动"
    assert row["整改措施"] == "1. 甲\n2. 乙"
    assert row["责任领导"] == "班子成员甲"


@pytest.mark.parametrize(
    ("view", "headers"),
    [
        ("problems", ["序号", "问题编号", "问题类别", "反馈问题", "具体表现", "原因剖析"]),
        ("tasks", ["问题编号", "整改目标", "整改措施", "整改类型", "完成时限", "阶段目标及时间", "销号标准"]),
        ("responsibilities", ["问题编号", "牵头单位", "配合单位", "责任领导", "责任人", "包保领导"]),
    ],
)
def test_the_three_lists_are_views(record: Any, make: Any, view: str, headers: list[str]) -> None:
    record.bring(make(HEADERS, full()))
    table = get_ledger(GetLedger(case=record.case_id, view=view), rows_of(record), record, asker=OFFICE)
    assert list(table.headers) == headers
    assert len(table.rows) == 1
    made, content = exported(record, case=record.case_id, view=view)
    assert content.startswith(b"PK")
    assert made.letters[0] in "AB"


def test_a_scope_is_needed(record: Any) -> None:
    with pytest.raises(ScopeMissing):
        get_ledger(GetLedger(), MemoryRows(), record, asker=OFFICE)


def book(*lines: dict[str, str]) -> LedgerBook:
    cells_ = tuple(LedgerLine(cells=tuple(line.get(letter, "") for letter in LETTERS)) for line in lines)
    return LedgerBook(title="整改台账", name="x.xlsx", info=(("轮次", "R1"),), letters=LETTERS, rows=cells_)


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-3", "@SUM(A1)", '=HYPERLINK("http://x")', "00123", "1e5", "2026-03-02", "http://x.y"]
)
def test_text_stays_text(text: str) -> None:
    content = write_workbook(book({"D": text, "B": "007"}))
    row = read_workbook(content, "").rows[0]
    assert (row.cells["D"], row.number) == (text, "007")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert ('quotePrefix="1"' in styles) is text.startswith(("=", "+", "-", "@"))


def test_the_headers_stay_in_sight_and_lists_are_offered() -> None:
    content = write_workbook(book({"D": "问题"}))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    assert '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>' in sheet
    assert "立行立改,集中整改,长期整改" in sheet
    assert 'type="date"' in sheet


def test_what_no_cell_holds_is_refused() -> None:
    with pytest.raises(TooLarge):
        write_workbook(book({"D": "长" * 32_768}))


# What the record can hold: text as it was admitted, in any script, also with what spreadsheets take for formulas.
_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\ufeff\u200b\ufffe\uffff"),
    min_size=1,
    max_size=40,
)
_LINES = st.lists(_WORDS, max_size=4)


def _admitted(letter: str, text: str) -> str:
    return cells.canonical(letter, text)


@st.composite
def ledger_rows(draw: st.DrawFn) -> dict[str, str]:
    plain = {letter: _admitted(letter, draw(st.one_of(st.just(""), _WORDS))) for letter in "CEFGJLMNY"}
    plain["D"] = _admitted("D", "\n".join(draw(st.lists(_WORDS, min_size=1, max_size=3))))
    plain["H"] = cells.numbered([line for line in map(cells.line, draw(_LINES)) if line])
    plain["Q"] = cells.numbered([line for line in map(cells.line, draw(_LINES)) if line])
    plain["K"] = _admitted("K", "、".join(draw(_LINES)))
    days = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))
    plain["O"] = draw(st.one_of(st.just(""), days.map(date.isoformat)))
    plain["I"] = draw(st.sampled_from(["", *cells.TRACKS.values()]))
    stages = [(draw(days), draw(st.sampled_from(["完成清查", "x y", "=1", "1. 甲"]))) for _ in range(draw(st.integers(0, 3)))]
    plain["P"] = cells.numbered(f"{day.isoformat()} {goal}" for day, goal in stages)
    # Text is normalised once, at the boundary of commands: that is the text the record holds.
    return {letter: _admitted(letter, unicodedata.normalize("NFC", text)) for letter, text in plain.items()}


@given(st.lists(ledger_rows().filter(lambda row: bool(row["D"])), min_size=1, max_size=3))
def test_import_is_the_inverse_of_export(lines: list[dict[str, str]]) -> None:
    content = write_workbook(book(*lines))
    read = read_workbook(content, "")
    assert read.faults == ()
    expected = [LedgerRow(row=n, cells={letter: line.get(letter, "") for letter in FREE}) for n, line in enumerate(lines, 2)]
    assert list(read.rows) == expected


@given(st.sampled_from(FREE), _WORDS)
def test_canonical_text_is_its_own_canon(letter: str, text: str) -> None:
    try:
        once = cells.canonical(letter, text)
    except cells.CellUnreadable:
        return
    assert cells.canonical(letter, once) == once
