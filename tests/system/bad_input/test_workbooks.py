"""Workbooks that are none, or say what cannot be: refused whole, with the cell, and nothing of them kept."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.system.bad_input.conftest import HEADERS, Desk, ledger, row

THIRD = (row(1), row(2), row(3))
ROWS = 100_000


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        (lambda: b"not a workbook", "ledger-not-xlsx", "not an xlsx workbook"),
        (lambda: b"", "invalid-field", "must not be empty"),
        (lambda: ledger(THIRD)[:2000], "ledger-not-xlsx", "not an xlsx workbook"),
        (lambda: b"PK\x03\x04" + b"\x00" * 500, "ledger-not-xlsx", "not an xlsx workbook"),
        (lambda: ledger([]), "ledger-empty", "整改台账"),
        (lambda: ledger(THIRD, sheet="别的表"), "ledger-sheet-missing", "整改台账"),
        (lambda: ledger([row(1), row(2), row(2, "另一个问题")]), "ledger-number-twice", "2026-1-CGJ-02"),
        (lambda: ledger([row(1), row(2, due="2026-02-30")]), "ledger-date-does-not-exist", "2026-02-30"),
        (lambda: ledger([row(1), row(2, due="下个月")]), "ledger-date-unreadable", "下个月"),
        (lambda: ledger([row(1), row(2, track="马上就改")]), "ledger-track-unknown", "马上就改"),
        (lambda: ledger(THIRD, headers=(*HEADERS[:4], "完成时间")), "ledger-column-unknown", "完成时间"),
    ],
    ids=[
        "text", "nothing", "cut-off", "zip-of-nothing", "no-rows", "no-sheet", "number-twice", "no-such-day", "no-date", "track",
        "column",
    ],
)  # fmt: skip
def test_a_workbook_that_is_wrong_is_refused_whole(
    desk: Desk, tmp_path: Path, content: Callable[[], bytes], code: str, says: str
) -> None:
    file = tmp_path / "整改台账.xlsx"
    file.write_bytes(content())
    desk.refused("ledger", "import", str(file), code=code, exit=1, says=says)


def test_a_hundred_thousand_rows_are_refused_before_they_are_read(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "大表.xlsx"
    file.write_bytes(repeated(ledger([row("", "同一问题")]), ROWS))
    desk.refused("ledger", "import", str(file), code="ledger-too-many-rows", exit=1, says="split")


def repeated(book: bytes, times: int) -> bytes:
    """The workbook with the last row of its last sheet that many times over."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet2.xml":
                found = re.search(rb"<row r=\"2\".*?</row>", content)
                assert found
                more = b"".join(found[0].replace(b'2"', b'%d"' % n, 1) for n in range(3, times + 2))
                content = content.replace(found[0], found[0] + re.sub(rb' r="[A-Z]+2"', b"", more))
            new.writestr(name, content)
    return whole.getvalue()


@pytest.mark.parametrize(
    ("info", "code"),
    [
        ({"反馈日期": ""}, "ledger-info-missing"),
        ({"签收日期": date(2026, 3, 1)}, "ledger-receipt-before-feedback"),
        ({"签收日期": date(2026, 3, 3)}, "ledger-date-in-future"),
    ],
)
def test_a_receipt_has_a_day_neither_before_the_feedback_nor_in_the_future(
    desk: Desk, tmp_path: Path, info: dict[str, Any], code: str
) -> None:
    file = tmp_path / "整改台账.xlsx"
    file.write_bytes(ledger(THIRD, info | {"被巡视党组织": "示例市教育局党组（JYJ）"}))
    desk.refused("ledger", "import", str(file), "--register", code=code, exit=1)


def test_an_organisation_that_nobody_registered(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "整改台账.xlsx"
    file.write_bytes(ledger([row("2026-1-WZ-01")], {"被巡视党组织": "没有登记的党组（WZ）"}))
    desk.refused("ledger", "import", str(file), code="ledger-org-unknown", exit=3, says="WZ")
    assert desk.rectify("org", "show", "WZ").code == 3


def test_a_dry_run_names_every_fault_and_records_nothing(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "整改台账.xlsx"
    file.write_bytes(ledger([row(1), row(2, due="2026-02-30"), row(3, track="马上就改")]))
    before = desk.head()
    ended = desk.rectify("ledger", "import", str(file), "--dry-run")
    assert ended.code == 1
    assert "整改台账, 3, 完成时限" in ended.err
    assert "整改台账, 4, 整改类型" in ended.err
    assert desk.head() == before


def test_a_file_that_is_not_there(desk: Desk) -> None:
    desk.refused("ledger", "import", "/nowhere/整改台账.xlsx", code="wrong-value", exit=2, says="no such file")
    desk.refused("evidence", "add", "2026-1-CGJ-01", "/nowhere/凭证.pdf", code="file", exit=2, as_="handler@CGJ")
