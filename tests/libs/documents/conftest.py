import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from documents.templates import write_defaults


def docx_text(content: bytes) -> str:
    """Everything that stands in a docx, paragraph by paragraph, headers and footers left out."""
    body = docx.Document(io.BytesIO(content)).element.body
    return "\n".join(
        "".join((piece.text or "") if piece.tag == qn("w:t") else "\n" for piece in paragraph.iter(qn("w:t"), qn("w:br")))
        for paragraph in body.iter(qn("w:p"))
    )


def pdf_text(content: bytes) -> str:
    """Everything that stands in a PDF, as a reader copies it, without white space."""
    return "".join(re.sub(r"[\s\u200b]", "", page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages)


def repacked(source: Path, old: str, new: str) -> None:
    """A docx with a text of its body changed, as a person would change it."""
    with zipfile.ZipFile(source) as given:
        parts = {name: given.read(name) for name in given.namelist()}
    body = parts["word/document.xml"].decode()
    assert old in body
    parts["word/document.xml"] = body.replace(old, new, 1).encode()
    with zipfile.ZipFile(source, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The default templates in a folder of one's own."""
    write_defaults(tmp_path / "templates")
    return tmp_path / "templates"
