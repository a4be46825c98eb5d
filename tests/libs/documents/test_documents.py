"""Each document in each form: whole, in order, the same bytes for the same data, and never a word of the program."""

import hashlib
import io
import json
import re
import time

import docx
import pylopdf_fonts_zh_cn as typefaces
import pytest
from docx.enum.section import WD_ORIENT
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from documents.catalogue import DOCUMENTS, checked, read, written
from documents.errors import DataInvalid, DataUnreadable, FormNotOffered, TextTooLong, UnknownDocument
from documents.paper import Paper
from documents.render import render
from documents.samples import sample
from documents.templates import defaults
from documents.tools.draw import DRAWN, drawn, unpacked
from tests.libs.documents.conftest import docx_text, pdf_text

MADE = [(kind, form) for kind, document in DOCUMENTS.items() for form in document.forms]
# What only programs say.
FOREIGN = re.compile(r"None|null|undefined|\{\{|\{%|\[\]|\(\)|Undefined")


def bare(kind: str) -> Paper:
    """A document with nothing in it but what no document of its kind can do without."""
    required = {"return": {"month": "2026-07"}, "signoff": {"finding": "2026-1-CGJ-001"}}
    return checked(kind, required.get(kind, {}))


def text_of(form: str, content: bytes) -> str:
    match form:
        case "docx":
            return docx_text(content)
        case "pdf":
            return pdf_text(content)
        case "xlsx":
            book = CalamineWorkbook.from_filelike(io.BytesIO(content))
            return "\n".join(
                str(cell) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row
            )
    return content.decode()


@pytest.mark.parametrize(("kind", "form"), MADE)
def test_the_same_data_gives_the_same_bytes_whenever_it_is_made(kind: str, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = render(kind, sample(kind), form)
    later = time.time() + 86_400 * 400
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(later))
    assert render(kind, sample(kind), form) == first


@pytest.mark.parametrize(("kind", "form"), [(kind, form) for kind, form in MADE if form != "json"])
def test_an_empty_document_says_nothing_that_only_programs_say(kind: str, form: str) -> None:
    said = text_of(form, render(kind, bare(kind), form))
    assert not FOREIGN.search(said), FOREIGN.findall(said)


@pytest.mark.parametrize(("kind", "form"), [(kind, form) for kind, form in MADE if form in ("docx", "pdf")])
def test_texts_of_the_data_stand_in_the_document_in_its_order(kind: str, form: str) -> None:
    said = re.sub(r"\s", "", text_of(form, render(kind, sample(kind), form)))
    view = sample(kind).view()
    assert view["title"] in said
    assert not FOREIGN.search(said)
    for name in ("overall", "leading", "facts", "aims", "overview", "organisation"):
        for line in str(view.get(name, "")).split("\n"):
            assert line in said
    told = [item["wording"] for item in view.get("findings", []) if isinstance(item, dict)]
    places = [said.index(wording) for wording in told]
    assert places == sorted(places)


def test_a_plan_in_word_is_laid_out_as_official_documents_are() -> None:
    made = docx.Document(io.BytesIO(render("plan", sample("plan"), "docx")))
    portrait, *across = made.sections
    lengths = (portrait.page_width, portrait.page_height, portrait.top_margin)
    assert [round(length.mm) for length in lengths if length] == [210, 297, 37]
    assert {section.orientation for section in across} == {WD_ORIENT.LANDSCAPE}
    assert "PAGE" in portrait.footer._element.xml
    assert made.core_properties.title == sample("plan").view()["title"]
    assert made.core_properties.author == ""
    tables = made.tables
    assert [table.rows[0].cells[0].text for table in tables] == ["序号", "问题编号", "问题编号"]
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in tables)
    assert all("w:cantSplit" not in row._tr.xml for table in tables for row in table.rows)
    assert [len(table.rows) for table in tables] == [4, 4, 4]
    said = docx_text(render("plan", sample("plan"), "docx"))
    order = [
        "某市城市管理局党组关于2026年第一轮巡察反馈意见的整改方案",
        "市纪委监委机关：",
        "一、总体要求",
        "附件：1．问题清单",
        "某市城市管理局党组\n2026年3月26日",
    ]
    assert [said.index(part) for part in order] == sorted(said.index(part) for part in order)


def test_a_pdf_embeds_its_fonts_numbers_its_pages_and_repeats_headers() -> None:
    rows = sample("return").model_dump(mode="json")
    rows["rows"] = [{**rows["rows"][0], "number": f"2026-1-CGJ-{n:03}"} for n in range(1, 61)]
    content = render("return", checked("return", rows), "pdf")
    pages = PdfReader(io.BytesIO(content)).pages
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert round(page.mediabox.width) == 842
        text = re.sub(r"\s", "", page.extract_text())
        assert f"—{number}—" in text
        assert "阶段目标完成情况" in text
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert re.search("Noto(Serif|Sans)SC", inner["/BaseFont"])
            assert {"/FontFile3", "/FontFile2"} & set(inner["/FontDescriptor"].get_object())
    assert "2026-1-CGJ-060" in pdf_text(content)


def test_a_row_of_a_table_goes_on_over_the_page() -> None:
    data = sample("return").model_dump(mode="json")
    data["rows"] = [{**data["rows"][0], "progress": "\n".join(f"第{n}条进展" for n in range(1, 121))}]
    said = pdf_text(render("return", checked("return", data), "pdf"))
    assert "第1条进展" in said
    assert "第120条进展" in said


def test_the_typefaces_are_those_that_were_looked_at() -> None:
    known = {
        "sans": "faa6c9df652116dde789d351359f3d7e5d2285a2b2a1f04a2d7244df706d5ea9",
        "serif": "e8f396decc1f0963a016a989c3d8852e863d1350996f573860a80767c83a1cd3",
    }
    files = {"sans": typefaces.sans_path(), "serif": typefaces.serif_path()}
    assert {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in files.items()} == known


@pytest.mark.parametrize("text", ["=SUM(A1:A9)", "+86", "-1项退回", "@提及", "=cmd|'/c calc'!A1"])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    data = sample("return").model_dump(mode="json")
    data["rows"] = [{**data["rows"][0], "progress": text}]
    content = render("return", checked("return", data), "xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.get_sheet_by_name("月报表").to_python()[4][3] == text
    assert b"<f>" not in unpacked(content)["xl/worksheets/sheet1.xml"]
    assert 'quotePrefix="1"' in unpacked(content)["xl/styles.xml"].decode()


def test_a_return_as_workbook_has_the_headers_of_the_form() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(render("return", sample("return"), "xlsx")))
    rows = book.get_sheet_by_name("月报表").to_python()
    headers = ["问题编号", "问题", "未完成原因", "本月进展", "阶段目标完成情况", "存在困难", "下步措施", "预计完成时间", "责任领导"]
    assert rows[3] == headers
    assert "反馈问题数：38　　已销号：31　　本月新增销号：4　　未完成：7　　逾期：1　　重开：1" in rows[2]
    assert str(rows[4][7]) == "2026-09-30"
    assert book.get_sheet_by_name("汇总").to_python()[1:] == [
        ["填报月份", "反馈问题数", "已销号", "本月新增销号", "未完成", "逾期", "重开"],
        ["2026年7月", 38.0, 31.0, 4.0, 7.0, 1.0, 1.0],
    ]


def test_the_three_lists_are_three_sheets() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(render("lists", sample("lists"), "xlsx")))
    assert book.sheet_names == ["问题清单", "任务清单", "责任清单"]
    tasks = book.get_sheet_by_name("任务清单").to_python()
    assert tasks[1] == ["问题编号", "整改目标", "整改措施", "整改类型", "完成时限", "阶段目标及时间", "销号标准"]
    assert [row[0] for row in tasks[2:]] == ["2026-1-CGJ-001", "2026-1-CGJ-002", "2026-1-CGJ-003"]


def test_a_text_longer_than_a_cell_is_refused_by_sheet_row_and_column() -> None:
    data = sample("return").model_dump(mode="json")
    data["rows"] = [{**data["rows"][0], "progress": "长" * 32_768}]
    with pytest.raises(TextTooLong) as refused:
        render("return", checked("return", data), "xlsx")
    assert refused.value.text("zh") == "工作表 月报表 第 5 行“本月进展”：文字共 32768 字，单元格最多 32767 字"


@pytest.mark.parametrize(
    "text", ["<w:p/>&\"'{{ 7*7 }}{% x %}", "#let a = 1 $x$ *粗* _斜_ `码` @引 <标> \\", "行一\r\n行二\x0b\x00完", "镕𬭸㛃堃"]
)
def test_texts_are_data_whatever_they_hold(text: str) -> None:
    paper = checked("letter", {"facts": text, "suggestions": [text]})
    shown = re.sub(r"\s", "", paper.facts)  # type: ignore[attr-defined]
    assert re.sub(r"\s", "", docx_text(render("letter", paper, "docx"))).count(shown) == 2
    assert pdf_text(render("letter", paper, "pdf")).count(shown) == 2


def test_a_sign_off_that_was_overturned_says_so_and_keeps_its_evidence() -> None:
    for form in ("docx", "pdf"):
        said = re.sub(r"[\s\u200b]", "", text_of(form, render("signoff", sample("signoff"), form)))
        assert "推翻情况" in said
        assert "原销号记录保留备查" in said
        assert "（签字后有变动）" in said
        assert "3b" * 32 in said
    kept = checked("signoff", {"finding": "2026-1-CGJ-001"})
    assert "推翻情况" not in docx_text(render("signoff", kept, "docx"))


def test_satisfaction_is_not_a_percentage_while_too_few_answered() -> None:
    data = sample("evaluation").model_dump(mode="json")
    few = checked("evaluation", data | {"survey": {"answers": 3, "satisfied": 3, "rate": "100.0", "enough": False}})
    for form in ("docx", "xlsx", "pdf"):
        said = re.sub(r"\s", "", text_of(form, render("evaluation", few, form)))
        assert "有效答卷不足，不计算满意率" in said
        assert "100.0" not in said


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_data_written_is_data_read(kind: str) -> None:
    assert read(kind, written(sample(kind))) == sample(kind)


@pytest.mark.parametrize(
    ("content", "path", "zh"),
    [
        ({"month": "2026-07", "rows": [{"number": "1", "colour": "red"}]}, "rows.0.colour", "没有该字段"),
        ({}, "month", "缺少该字段"),
        ({"month": "七月"}, "month", "日期应写作 2026-03-02，月份应写作 2026-03"),
        ({"month": "2026-07", "due": "2026-02-30"}, "due", "日期应写作 2026-03-02，月份应写作 2026-03"),
        ({"month": "2026-07", "totals": {"findings": "many"}}, "totals.findings", "须为整数"),
        ({"month": "2026-07", "rows": "none"}, "rows", "须为列表"),
        ({"month": 7}, "month", "须为文字"),
    ],
)
def test_data_that_does_not_fit_is_refused_by_field(content: object, path: str, zh: str) -> None:
    with pytest.raises(DataInvalid) as refused:
        read("return", json.dumps(content), "七月.json")
    assert refused.value.text("zh") == f"七月.json 字段 {path}：{zh}"
    assert "七月.json, field" in refused.value.text("en")


def test_a_conclusion_is_one_of_three() -> None:
    with pytest.raises(DataInvalid, match="conclusion"):
        checked("opinion", {"conclusion": "大致可以"})


def test_what_is_no_json_or_no_document_is_refused() -> None:
    with pytest.raises(DataUnreadable) as unreadable:
        read("plan", '{\n "org": 某局\n}', "方案.json")
    assert unreadable.value.values["line"] == "2"
    with pytest.raises(UnknownDocument, match="memo"):
        read("memo", "{}")
    with pytest.raises(FormNotOffered, match="not made as xlsx"):
        render("letter", sample("letter"), "xlsx")


@pytest.mark.parametrize("kind", DRAWN)
def test_the_default_templates_are_what_draws_them(kind: str) -> None:
    assert unpacked(drawn(kind)) == unpacked((defaults() / f"{kind}.docx").read_bytes())
