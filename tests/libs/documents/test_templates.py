"""Templates of one's own: used when they are right, refused by file, line and field when they are not."""

from pathlib import Path

import pytest

from documents.as_docx import check as check_docx
from documents.errors import (
    TemplateBroken,
    TemplateExists,
    TemplateField,
    TemplateMissing,
    TemplateUnknown,
)
from documents.render import render
from documents.samples import sample
from documents.templates import Templates, names, write_defaults
from tests.libs.documents.conftest import docx_text, pdf_text, repacked


def replaced(file: Path, old: str, new: str) -> int:
    """Change a text template; the line on which it was changed."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_template_of_ones_own_is_used_and_the_rest_are_the_defaults(folder: Path) -> None:
    for file in folder.iterdir():
        if file.name not in ("letter.docx", "letter.typ", "return.toml"):
            file.unlink()
    repacked(folder / "letter.docx", "一、问题情况", "一、本地格式")
    replaced(folder / "letter.typ", "一、问题情况", "一、本地格式")
    replaced(folder / "return.toml", 'header = "存在困难"', 'header = "困难和问题"')
    templates = Templates(folder)
    assert "一、本地格式" in docx_text(render("letter", sample("letter"), "docx", templates))
    assert "一、本地格式" in pdf_text(render("letter", sample("letter"), "pdf", templates))
    assert "困难和问题".encode() in render_unpacked("return", templates)
    assert render("plan", sample("plan"), "docx", templates) == render("plan", sample("plan"), "docx")


def render_unpacked(kind: str, templates: Templates) -> bytes:
    from documents.tools.draw import unpacked

    return b"".join(unpacked(render(kind, sample(kind), "xlsx", templates)).values())


def test_one_style_for_all_pdf_documents_can_be_replaced(folder: Path) -> None:
    replaced(folder / "official.typ", '"（数据截至"', '"（截止日期"')
    assert "（截止日期" in pdf_text(render("report", sample("report"), "pdf", Templates(folder)))
    assert "（截止日期" in pdf_text(render("round", sample("round"), "pdf", Templates(folder)))


def test_a_picture_beside_a_template_can_be_used(folder: Path) -> None:
    (folder / "parts").mkdir()
    (folder / "parts" / "seal.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', encoding="utf-8")
    replaced(folder / "letter.typ", "#heading-block()", '#image("parts/seal.svg")\n#heading-block()')
    assert render("letter", sample("letter"), "pdf", Templates(folder)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("{{ reply.replier", "{{ reply.answerer", "reply.answerer"),
        ("{{ contact | stop", "{{ telephone | stop", "telephone"),
        ("{{ s | stop }}", "{{ s.text | stop }}", "s.text"),
        ("for r in reply.rules", "for r in reply.laws", "reply.laws"),
    ],
)
def test_an_unknown_field_in_word_is_named_with_its_paragraph(folder: Path, old: str, new: str, name: str) -> None:
    repacked(folder / "letter.docx", old, new)
    with pytest.raises(TemplateField) as refused:
        render("letter", sample("letter"), "docx", Templates(folder))
    assert refused.value.values["name"] == name
    assert refused.value.values["file"] == str(folder / "letter.docx")
    assert new.split()[-1].split(".")[-1] in refused.value.values["text"]
    assert int(refused.value.values["line"]) > 0
    assert refused.value.text("zh").startswith(f"{folder / 'letter.docx'} 第 ")
    assert f"没有字段 {name}" in refused.value.text("zh")


def test_an_unknown_field_is_found_where_the_data_never_goes(folder: Path) -> None:
    repacked(folder / "signoff.docx", "{{ overturned_by | or_none }}", "{{ overturned_why | or_none }}")
    kept = sample("signoff").model_copy(update={"overturned_on": "", "overturned_by": ""})
    with pytest.raises(TemplateField, match="overturned_why"):
        render("signoff", kept, "docx", Templates(folder))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("{{ contact | stop }}", "{{ contact | stop", "模板语法错误"),
        ("{{ contact | stop }}", "{{ contact | shout }}", "shout"),
        ("{%p endif %}", "{%p endfor %}", "模板语法错误"),
        ("{{ contact | stop }}", "{{ (1).__class__.__mro__ }}", "__class__"),
    ],
)
def test_a_broken_word_template_is_refused_with_its_paragraph(folder: Path, old: str, new: str, why: str) -> None:
    repacked(folder / "letter.docx", old, new)
    with pytest.raises((TemplateBroken, TemplateField)) as refused:
        render("letter", sample("letter"), "docx", Templates(folder))
    assert why in refused.value.text("zh")
    assert int(refused.value.values["line"]) > 0


def test_what_fails_only_when_carried_out_is_refused_with_its_paragraph(folder: Path) -> None:
    repacked(folder / "letter.docx", "{{ contact | stop }}", "{{ contact / 2 }}")
    with pytest.raises(TemplateBroken) as refused:
        render("letter", sample("letter"), "docx", Templates(folder))
    assert "contact / 2" in refused.value.values["text"]
    assert int(refused.value.values["line"]) > 0


def test_what_is_no_docx_is_refused(folder: Path) -> None:
    (folder / "letter.docx").write_bytes(b"PK not a package")
    with pytest.raises(TemplateBroken, match="docx"):
        check_docx(sample("letter"), folder / "letter.docx")


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("{{ row.difficulties }}", "{{ row.trouble }}", "template-field-unknown", "row.trouble"),
        ("{{ row.difficulties }}", "{{ row.difficulties", "template-broken", "模板语法错误"),
        ("{{ row.difficulties }}", "{{ row.difficulties + 1 }}", "template-broken", "模板无法执行"),
        ('rows = "rows"', 'rows = "lines"', "template-field-unknown", "lines"),
        ("landscape = false", "landscape = maybe", "template-broken", "TOML"),
        ("landscape = false", "colour = 1", "template-broken", "colour"),
        ('name = "汇总"', 'name = "月报表"', "template-broken", "工作表重名"),
    ],
)
def test_a_broken_layout_is_refused_with_its_line(folder: Path, old: str, new: str, code: str, said: str) -> None:
    replaced(folder / "return.toml", old, new)
    with pytest.raises((TemplateBroken, TemplateField)) as refused:
        render("return", sample("return"), "xlsx", Templates(folder))
    assert refused.value.code == code
    assert said in refused.value.text("zh")
    assert refused.value.values["file"] == str(folder / "return.toml")
    line = int(refused.value.values["line"])
    text = (folder / "return.toml").read_text(encoding="utf-8").splitlines()[line - 1]
    assert new.split('"')[-2 if '"' in new else 0].split()[0] in text


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("d.contact != ", "d.telephone != ", "template-field-unknown"),
        ('#first("一、问题情况")', '#first("一、问题情况"', "template-broken"),
        ("#paragraphs(d.facts)", "#paragraph(d.facts)", "template-broken"),
        ("#paragraphs(d.facts)", '#import "@preview/cetz:0.1.0": *', "template-broken"),
        ("#paragraphs(d.facts)", '#read("/../../etc/passwd")', "template-broken"),
    ],
)
def test_a_broken_pdf_template_is_refused_with_its_line(folder: Path, old: str, new: str, code: str) -> None:
    line = replaced(folder / "letter.typ", old, new)
    with pytest.raises((TemplateBroken, TemplateField)) as refused:
        render("letter", sample("letter"), "pdf", Templates(folder))
    assert refused.value.code == code
    assert refused.value.values["file"] == str(folder / "letter.typ")
    assert int(refused.value.values["line"]) == line
    assert refused.value.values["text"] in new or new in refused.value.values["text"]


def test_templates_are_not_written_over_unless_asked(folder: Path) -> None:
    (folder / "plan.docx").write_bytes(b"mine")
    (folder / "letter.docx").unlink()
    with pytest.raises(TemplateExists):
        write_defaults(folder)
    assert (folder / "plan.docx").read_bytes() == b"mine"
    assert not (folder / "letter.docx").exists()
    assert {file.name for file in write_defaults(folder, replace=True)} == set(names())


def test_a_folder_that_is_not_there_or_holds_a_stranger_is_refused(folder: Path) -> None:
    with pytest.raises(TemplateMissing):
        Templates(folder / "nowhere")
    (folder / "paln.docx").write_bytes(b"")
    with pytest.raises(TemplateUnknown, match="paln"):
        Templates(folder)
    (folder / "paln.docx").rename(folder / "~$plan.docx")  # what a word processor leaves beside an open file
    assert Templates(folder).folder == folder
