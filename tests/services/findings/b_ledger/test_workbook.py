"""Reading a workbook: what people type is understood, what is wrong is named with sheet, row and column."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
import xlsxwriter

from findings.model import cells
from findings.refusals.ledger import NotAWorkbook, SheetMissing, TooManyRows, WorkbookTooLarge
from findings.wire import workbook
from findings.wire.workbook import read_workbook

ALL = [column.header for column in cells.COLUMNS]


def codes(read: Any) -> list[tuple[str, int, str]]:
    return [(fault.code, fault.row, fault.column) for fault in read.faults]


@pytest.mark.parametrize(
    "spelled",
    [
        "2026-03-02",
        "2026/3/2",
        "2026.3.2",
        "2026年3月2日",
        "２０２６－０３－０２",
        "２０２６年３月２日",
        "20260302",
        "2026-03-02 00:00:00",
        " 2026 年 3 月 2 日 ",
        date(2026, 3, 2),
        datetime(2026, 3, 2),  # noqa: DTZ001 - a spreadsheet knows no zones
        20260302,
    ],
)
def test_dates_as_people_write_them(make: Any, spelled: Any) -> None:
    read = read_workbook(make(["反馈问题", "完成时限"], [["问题一", spelled]], {"反馈日期": spelled}), "")
    assert read.faults == ()
    assert read.rows[0].cells["O"] == "2026-03-02"
    assert read.info["反馈日期"] == "2026-03-02"


@pytest.mark.parametrize(
    ("spelled", "code"),
    [
        ("2026-02-30", "ledger-date-does-not-exist"),
        ("2025年2月29日", "ledger-date-does-not-exist"),
        ("2026-13-01", "ledger-date-does-not-exist"),
        ("年底前", "ledger-date-unreadable"),
        ("3月2日", "ledger-date-unreadable"),
        (46083, "ledger-date-unreadable"),
    ],
)
def test_dates_that_are_none(make: Any, spelled: Any, code: str) -> None:
    read = read_workbook(make(["反馈问题", "完成时限"], [["问题一", spelled]]), "")
    assert codes(read) == [(code, 2, "完成时限")]
    assert "第 2 行" in read.faults[0].refusal().text("zh")


def test_only_the_words_of_the_feedback_are_mandatory_and_order_is_free(make: Any) -> None:
    read = read_workbook(make(["备注", "反馈问题"], [["注", "问题一"], ["", "问题二"]]), "")
    assert read.faults == ()
    assert [row.cells["D"] for row in read.rows] == ["问题一", "问题二"]
    assert read.rows[0].cells["Y"] == "注"


def test_headers_are_recognised_however_they_are_spaced(make: Any) -> None:
    read = read_workbook(make(["反馈 问题", "整改\n措施", "销号日期/审核人"], [["问题一", "1、甲", ""]]), "")
    assert read.faults == ()
    assert read.rows[0].cells["H"] == "1. 甲"


def test_a_title_above_the_headers_is_passed_over(make: Any) -> None:
    read = read_workbook(make(["序号", "反馈问题"], [[1, "问题一"]], title="某单位整改台账"), "")
    assert read.faults == ()
    assert (read.rows[0].row, read.rows[0].ordinal) == (3, 1)


def test_merged_cells_hold_for_all_their_rows(make: Any) -> None:
    content = make(
        ["问题类别", "反馈问题"], [["", "问题一"], ["", "问题二"], ["作风建设", "问题三"]], merge=[(1, 0, 2, 0, "党的建设")]
    )
    read = read_workbook(content, "")
    assert [row.cells["C"] for row in read.rows] == ["党的建设", "党的建设", "作风建设"]


def test_full_width_digits_and_lists(make: Any) -> None:
    content = make(
        ["序号", "反馈问题", "整改措施", "配合单位", "阶段目标及时间", "整改类型"],
        [
            [
                "１２",
                "问题",
                "（一）、甲\n续\n（二）、乙",
                "人事科,财务科；办公室",
                "２０２６年６月３０日前：完成甲\n2026-09-30 完成乙",
                "长期整改",
            ]
        ],
    )
    row = read_workbook(content, "").rows[0]
    assert row.ordinal == 12
    assert row.cells["H"] == "1. 甲 续\n2. 乙"
    assert row.cells["K"] == "人事科、财务科、办公室"
    assert row.cells["P"] == "1. 2026-06-30 完成甲\n2. 2026-09-30 完成乙"


@pytest.mark.parametrize(
    ("headers", "row", "expected"),
    [
        (["反馈问题", "奇怪的列"], ["问题一", "x"], ("ledger-column-unknown", 0, "B")),
        (["反馈问题", "备注", "备注"], ["问题一", "x", "y"], ("ledger-column-twice", 0, "备注")),
        (["问题编号", "备注", "整改目标"], ["N1", "x", "y"], ("ledger-column-missing", 0, "")),
        (["反馈问题", "备注"], ["", "x"], ("ledger-wording-missing", 2, "反馈问题")),
        (["反馈问题", "整改类型"], ["问题一", "马上改"], ("ledger-track-unknown", 2, "整改类型")),
        (["反馈问题", "阶段目标及时间"], ["问题一", "年内完成"], ("ledger-stage-undated", 2, "阶段目标及时间")),
        (["反馈问题", "备注"], ["问题一", "长" * 20_001], ("ledger-cell-too-long", 2, "备注")),
    ],
)
def test_what_is_wrong_is_named(make: Any, headers: list[str], row: list[str], expected: tuple[str, int, str]) -> None:
    read = read_workbook(make(headers, [row]), "")
    assert codes(read) == [expected]
    refusal = read.faults[0].refusal()
    assert refusal.next_step("zh")
    assert refusal.next_step("en")
    assert "{" not in refusal.text("zh") + refusal.text("en")


def test_an_empty_sheet(make: Any) -> None:
    assert codes(read_workbook(make(ALL, []), "")) == [("ledger-empty", 0, "")]
    assert codes(read_workbook(make([], []), "")) == [("ledger-empty", 0, "")]


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 broken", b"%PDF-1.7", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "问题,备注\n".encode()]
)
def test_what_is_no_workbook(content: bytes) -> None:
    with pytest.raises(NotAWorkbook) as refused:
        read_workbook(content, "x.xlsx")
    assert "x.xlsx" in str(refused.value)


def test_a_zip_that_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(NotAWorkbook):
        read_workbook(out.getvalue(), "x.xlsx")


def test_a_missing_sheet() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        made.add_worksheet("Sheet1")
    with pytest.raises(SheetMissing) as refused:
        read_workbook(out.getvalue(), "")
    assert "Sheet1" in str(refused.value)


def test_too_many_rows_are_refused(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 10)
    assert len(read_workbook(make(["反馈问题"], [[f"问题{n}"] for n in range(10)]), "").rows) == 10
    with pytest.raises(TooManyRows) as refused:
        read_workbook(make(["反馈问题"], [[f"问题{n}"] for n in range(11)]), "")
    assert refused.value.values["limit"] == "10"
    with pytest.raises(TooManyRows):
        read_workbook(make(["反馈问题"], [[f"问题{n}"] for n in range(300)]), "")


def test_a_bomb_is_not_unpacked(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 1000)
    with pytest.raises(WorkbookTooLarge):
        read_workbook(make(["反馈问题"], [["问题"]]), "")


def test_read_only_columns_are_not_taken(make: Any) -> None:
    read = read_workbook(make(["反馈问题", "完成状态", "销号日期 / 审核人"], [["问题一", "已销号", "2026-01-01 某人"]]), "")
    assert set(read.rows[0].cells) == {"D"}


def test_an_entry_that_stands_twice(make: Any) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        info, ledger = made.add_worksheet("反馈信息"), made.add_worksheet("整改台账")
        for row, line in enumerate([("反馈信息表", ""), ("轮次", "R1"), ("轮次：", "R2")]):
            info.write_row(row, 0, line)
        ledger.write_row(0, 0, ["反馈问题"])
        ledger.write_row(1, 0, ["问题一"])
    assert codes(read_workbook(out.getvalue(), "")) == [("ledger-info-twice", 3, "轮次")]
