"""Draws docx templates in the manner of official documents: A4, centred title, 主送机关, body, 附件, 落款, page numbers."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

TITLE, BODY, HEADING, SECOND, SMALL = "方正小标宋简体", "仿宋", "黑体", "楷体", "宋体"
# Columns of short words, which stand in the middle.
MIDDLE = frozenset(
    [
        "序号",
        "整改类型",
        "完成时限",
        "下步完成时间",
        "预计完成时间",
        "责任领导",
        "责任人",
        "包保领导",
        "反馈问题数",
        "已销号",
        "持续整改",
        "重开",
        "逾期",
        "完成率",
        "类别",
        "状态",
        "期限",
        "代码",
        "分值",
        "自评得分",
        "评估得分",
    ]
)
# What is used of the library's styles.
STYLES = frozenset(
    {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid", "Footer", "FooterChar", "Header", "HeaderChar"}
)
# GB/T 9704: the type area is 156 mm by 225 mm.
TOP, BOTTOM, LEFT, RIGHT = 37, 35, 28, 26
WIDTH = 210 - LEFT - RIGHT
ACROSS = 297 - 2 * 20
_MADE = dt.datetime(2000, 1, 1)  # noqa: DTZ001  # the format knows no zones

type Cell = str | tuple[str, float]


class Draft:
    """One template as it is drawn."""

    def __init__(self, title: str = "{{ title }}", *, number: bool = True, across: bool = False) -> None:
        self._docx = docx.Document()
        self._across = False
        self._page()
        if across:
            self._turn(self._docx.sections[0])
        self._clean(title)
        self.paragraph(title, font=TITLE, size=22, align="center", indent=0, spacing=36)
        if number:
            self.when("number")
            self.paragraph("{{ number }}", align="center", indent=0)
            self.end("if")
        self.paragraph("", indent=0)

    def save(self, file: Path) -> None:
        """Write it."""
        self._docx.save(str(file))

    # Blocks

    def paragraph(
        self,
        text: str,
        *,
        font: str = BODY,
        size: float = 16,
        align: str = "",
        indent: int = 2,
        spacing: float = 28,
        keep: bool = False,
    ) -> None:
        """A paragraph; `indent` in characters of the first line, `spacing` in points."""
        made = self._docx.add_paragraph()
        self._set(made, text, font, size, align, spacing)
        if indent:
            made.paragraph_format.first_line_indent = Pt(size * indent)
        made.paragraph_format.keep_with_next = keep

    def text(self, field: str) -> None:
        """A field's paragraphs; 无 when it is empty."""
        self.each("t", f"{field} | paragraphs")
        self.paragraph("{{ t }}")
        self.end("for")

    def first(self, text: str) -> None:
        """A heading of the first rank, 一、"""
        self.paragraph(text, font=HEADING, keep=True)

    def second(self, text: str) -> None:
        """A heading of the second rank, （一）"""
        self.paragraph(text, font=SECOND, keep=True)

    def to(self) -> None:
        """主送机关."""
        self.when("addressee")
        self.paragraph("{{ addressee }}：", indent=0)
        self.end("if")

    def close(self) -> None:
        """附件, 落款, 日期."""
        self.when("attachments")
        self.paragraph("")
        self.each("a", "attachments")
        self.paragraph(
            "{% if loop.first %}附件：{% else %}      {% endif %}{% if loop.length > 1 %}{{ loop.index }}．{% endif %}{{ a }}"
        )
        self.end("for")
        self.end("if")
        self.paragraph("")
        self.paragraph("{{ issuer }}", align="right", indent=0, keep=True)
        self.paragraph("{{ issued_on | day }}", align="right", indent=0)
        self.source()

    def source(self) -> None:
        """Whose day's record it shows."""
        self.when("as_of")
        self.paragraph("（数据截至{{ as_of | day }}）", size=10.5, font=SMALL, indent=0, spacing=18)
        self.end("if")

    # Marks of paragraphs

    def when(self, condition: str) -> None:
        """What follows stands there only on this condition."""
        self._mark(f"{{%p if {condition} %}}")

    def otherwise(self) -> None:
        """What follows stands there when the condition does not hold."""
        self._mark("{%p else %}")

    def each(self, name: str, over: str) -> None:
        """What follows is repeated."""
        self._mark(f"{{%p for {name} in {over} %}}")

    def end(self, what: str) -> None:
        """End of `when` or `each`."""
        self._mark(f"{{%p end{what} %}}")

    # Tables

    def across(self) -> None:
        """What follows stands on pages turned across."""
        self._turn(self._docx.add_section())

    def _turn(self, section: Any) -> None:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin, section.bottom_margin = Mm(26), Mm(22)
        self._across = True

    def table(self, columns: Sequence[tuple[str, str, float]], each: str, over: str, *, size: float = 10.5) -> None:
        """A table of (header, text, share of the width), a row for each item; its header is repeated on every page."""
        made = self._table(4 + 2, [share for _, _, share in columns])
        for cell, (header, _, _) in zip(made.rows[0].cells, columns, strict=True):
            self._cell(cell, header, HEADING, size, "center")
        self._repeat(made.rows[0])
        self._whole(made.rows[1], f"{{%tr for {each} in {over} %}}")
        for cell, (header, text, _) in zip(made.rows[2].cells, columns, strict=True):
            self._cell(cell, text, SMALL, size, "center" if header in MIDDLE else "")
        self._whole(made.rows[3], "{%tr else %}")
        row = made.rows[4]
        self._cell(row.cells[0].merge(row.cells[-1]), "无", SMALL, size, "center")
        self._whole(made.rows[5], "{%tr endfor %}")

    def form(
        self, rows: Sequence[Sequence[Cell] | str], *, shares: Sequence[float] = (1.25, 2.1, 1.25, 2.1), size: float = 12
    ) -> None:
        """A form: a row is label, value(, label, value); a text alone is a heading across, or a mark of rows when it is a tag."""
        made = self._table(len(rows), shares)
        for row, said in zip(made.rows, rows, strict=True):
            if isinstance(said, str):
                if said.startswith("{%tr"):
                    self._whole(row, said)
                else:
                    self._cell(row.cells[0].merge(row.cells[-1]), said, HEADING, size, "center")
                continue
            texts = [one if isinstance(one, str) else one[0] for one in said]
            tall = max((one[1] for one in said if not isinstance(one, str)), default=0)
            cells = list(row.cells)
            if len(texts) == 2:  # a label and its value
                cells = [cells[0], cells[1].merge(cells[-1])]
            for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
                self._cell(cell, text, HEADING if place % 2 == 0 else SMALL, size, "center" if place % 2 == 0 else "")
            row.height = Mm(tall or 9)

    def gap(self) -> None:
        """An empty line between tables, which would else grow together."""
        self.paragraph("", size=10.5, spacing=12, indent=0)

    # How it is done

    def _page(self) -> None:
        section = self._docx.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
        section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
        section.footer_distance = Mm(24)
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for text in ("— ", None, " —"):
            self._run(foot, text, SMALL, 14)

    def _clean(self, title: str) -> None:
        core = self._docx.core_properties
        core.author = core.last_modified_by = core.comments = core.keywords = ""
        core.title, core.language, core.revision = title, "zh-CN", 1
        core.created = core.modified = _MADE
        style: Any = self._docx.styles["Normal"]
        style.font.name, style.font.size = "Times New Roman", Pt(16)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), BODY)
        # Else programs guess which of the writing systems' forms of punctuation is meant.
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "en-US")
        language.set(qn("w:eastAsia"), "zh-CN")
        style.element.rPr.append(language)
        for unused in [one for one in self._docx.styles.element.style_lst if one.styleId not in STYLES]:
            unused.getparent().remove(unused)
        # A picture of an empty page and a second set of styles come with the library's blank document.
        for holder in (self._docx.part.package, self._docx.part):
            for key in [
                key for key, rel in holder.rels.items() if rel.reltype.rpartition("/")[2] in ("thumbnail", "stylesWithEffects")
            ]:
                del holder.rels[key]

    def _set(self, made: Any, text: str, font: str, size: float, align: str, spacing: float) -> None:
        shape = made.paragraph_format
        shape.space_before = shape.space_after = Pt(0)
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(spacing)
        if align:
            made.alignment = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}[align]
        self._run(made, text, font, size)

    def _run(self, made: Any, text: str | None, font: str, size: float) -> None:
        run = made.add_run(text or "")
        run.font.size, run.font.name = Pt(size), "Times New Roman"
        run._element.rPr.rFonts.set(qn("w:eastAsia"), font)  # noqa: SLF001  # the library has no name for East Asian fonts
        if text is None:
            for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
                mark = OxmlElement("w:fldChar" if kind else "w:instrText")
                if kind:
                    mark.set(qn("w:fldCharType"), kind)
                else:
                    mark.text = code
                run._element.append(mark)  # noqa: SLF001

    def _mark(self, tag: str) -> None:
        self._docx.add_paragraph(tag)

    def _table(self, rows: int, shares: Sequence[float]) -> Any:
        made = self._docx.add_table(rows, len(shares), style="Table Grid")
        made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        whole = ACROSS if self._across else WIDTH
        for place, share in enumerate(shares):
            width = Mm(whole * share / sum(shares))
            made.columns[place].width = width
            for cell in made.columns[place].cells:
                cell.width = width
        return made

    def _whole(self, row: Any, tag: str) -> None:
        row.cells[0].text = tag

    def _cell(self, cell: Any, text: str, font: str, size: float, align: str) -> None:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        self._set(cell.paragraphs[0], text, font, size, align, size * 1.5)

    def _repeat(self, row: Any) -> None:
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001
