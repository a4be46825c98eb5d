"""Documents for reading and printing, from typst templates, with the fonts embedded."""

import json
import re
import tempfile
from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn as typefaces
import typst

from documents.errors import TemplateBroken, TemplateField
from documents.paper import Paper
from documents.templates import Templates, defaults

# Packages would be fetched over the network.
_PACKAGE = re.compile(r"""#?\b(?:import|include)\s*\(?\s*"@""")
_PLACE = re.compile(r"┌─ (?P<file>[^:\n]+):(?P<line>\d+):\d+\n.*?\n\s*\d+ │ (?P<text>[^\n]*)", re.DOTALL)
_NO_FIELD = re.compile(r'dictionary does not contain key "(?P<name>[^"]*)"')
# Printed nowhere, and the same for the same data.
_STAMP = 946_684_800  # 2000-01-01T00:00:00Z


def render(paper: Paper, templates: Templates, kind: str, *, pictures: bool = False, ppi: float = 96) -> list[bytes]:
    """A PDF file, as the only item; with `pictures`, a PNG of each page instead.

    Raises:
        TemplateBroken: the template cannot be carried out.
        TemplateField: it names a field that the document does not have.
    """
    main = templates.file(kind, "pdf").name
    with tempfile.TemporaryDirectory(prefix="rectify-document-") as scratch:
        root = Path(scratch)
        templates.overlay(root)
        _refuse_packages(root, templates)
        data = json.dumps(paper.view(), ensure_ascii=False)
        compiler = typst.Compiler(
            root / main,
            root=root,
            font_paths=fonts(),
            sys_inputs={"data": data},
            package_path=root / ".none",
            package_cache_path=root / ".none",
        )
        try:
            made = compiler.compile(format="png" if pictures else "pdf", ppi=ppi, timestamp=_STAMP)
        except typst.TypstError as fault:
            raise _refusal(fault, templates, main, root, paper) from None
    match made:
        case bytes():
            return [made]
        case list():
            return made
    raise TemplateBroken(file=main, line=0, text="-", why="模板没有产生任何页面 / the template makes no page")


@cache
def fonts() -> typst.Fonts:
    """Noto Serif SC and Noto Sans SC (OFL 1.1), and no font of the machine: the same bytes everywhere."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(typefaces.serif_path().parent)])


def _refuse_packages(root: Path, templates: Templates) -> None:
    for file in sorted(root.rglob("*.typ")):
        for number, text in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if _PACKAGE.search(text):
                raise TemplateBroken(
                    file=_whose(str(file.relative_to(root)), templates),
                    line=number,
                    text=text.strip()[:200],
                    why="模板不得引用网络软件包 / a template may not take packages from the network",
                )


def _whose(name: str, templates: Templates) -> Path:
    own = templates.folder / name if templates.folder is not None else None
    return own if own is not None and own.exists() else defaults() / name


def _refusal(fault: typst.TypstError, templates: Templates, main: str, root: Path, paper: Paper) -> TemplateBroken | TemplateField:
    found = _PLACE.search(fault.diagnostic)
    file = _whose(found["file"].rpartition(f"{root.name}/")[2].strip() if found else main, templates)
    line, text = (found["line"], found["text"].strip()[:200] or "-") if found else ("0", "-")
    unknown = _NO_FIELD.match(fault.message)
    if unknown:
        known = ", ".join(type(paper).model_fields)
        return TemplateField(field=unknown["name"], file=file, line=line, text=text, name=unknown["name"], known=known)
    return TemplateBroken(file=file, line=line, text=text, why=f"模板无法执行（{fault.message}）")
