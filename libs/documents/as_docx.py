"""Documents for a word processor, from docx templates with Jinja's tags in their text."""

import html
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from documents import sandbox
from documents.errors import TemplateBroken
from documents.paper import Paper

# The format knows no zones and no years before 1980; the same data gives the same bytes.
_STAMP = (1980, 1, 1, 0, 0, 0)
_UNREADABLE = (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError, OSError)


def render(paper: Paper, template: Path) -> bytes:
    """A docx file.

    Raises:
        TemplateBroken: the template is no docx, or cannot be carried out.
        TemplateField: it names a field that the document does not have.
    """
    env = sandbox.environment(markup=True)
    check(paper, template)
    made = DocxTemplate(str(template))
    out = io.BytesIO()
    try:
        made.render(paper.view(), jinja_env=env, autoescape=True)
        made.save(out)
    except (TemplateError, SyntaxError, TypeError, ValueError, ArithmeticError) as fault:
        line, text = _place(template, fault)
        raise TemplateBroken(file=template, line=line, text=text, why=sandbox.why(fault)) from None
    return stamped(out.getvalue())


def check(paper: Paper, template: Path) -> None:
    """Refuse a template for what is wrong in any of its paragraphs; as `render`."""
    env = sandbox.environment(markup=True)
    for source in _sources(template):
        sandbox.inspect(env, "\n".join(source), type(paper), str(template))


def _sources(template: Path) -> list[list[str]]:
    """Paragraphs of the body, and of each header and footer, with the marks that only docxtpl knows taken off its tags.

    Raises:
        TemplateBroken: the file is no docx.
    """
    try:
        opened = docx.Document(str(template))
        edges = [
            edge
            for section in opened.sections
            for edge in (section.header, section.footer, section.first_page_footer, section.even_page_footer)
            if not edge.is_linked_to_previous
        ]
        # The library shows the text of an edge only, not the order of its parts.
        parts: list[Any] = [opened.element.body, *(edge._element for edge in edges)]  # noqa: SLF001
        return [[_plain(paragraph) for paragraph in part.iter(qn("w:p"))] for part in parts]
    except _UNREADABLE as fault:
        raise TemplateBroken(file=template, line=0, text="-", why=f"不是可读取的 docx 文件（{fault}）") from None


def _plain(paragraph: Any) -> str:
    text = "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))
    for mark in ("tr", "tc", "p", "r"):
        for opening in ("{%", "{{", "{#"):
            text = text.replace(f"{opening}{mark} ", f"{opening} ")
    for curly, straight in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")):
        text = text.replace(curly, straight) if "{{" in text or "{%" in text else text
    return " ".join(text.split("\n"))


def _place(template: Path, fault: Exception) -> tuple[int, str]:
    """The paragraph of the body in which a fault arose, as far as the trace tells it."""
    frame, line = fault.__traceback__, 0
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = frame.tb_lineno
        frame = frame.tb_next
    # The library begins a line at each paragraph that is left once its own marks are carried out.
    made = DocxTemplate(str(template))
    made.init_docx()
    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", made.patch_xml(made.get_xml())).splitlines()
    said = html.unescape(re.sub(r"<[^>]+>", "", lines[line - 1])).strip() if 0 < line <= len(lines) else ""
    # Marks that had a paragraph of their own now stand at the end of the line before, so the longest part is the paragraph.
    parts = [(len(text), number, text) for number, text in enumerate(_sources(template)[0], 1) if text and text.strip() in said]
    _, number, text = max(parts, default=(0, 0, said))
    return number, text[:200] or "-"


def stamped(packed: bytes) -> bytes:
    """The same package without any time of its making."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        # The list of types comes first, as readers that stream expect.
        for name in sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            kept.writestr(entry, given.read(name))
    return out.getvalue()
