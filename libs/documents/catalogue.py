"""Which documents there are, in which forms each is made, and how its data is read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from pydantic import ValidationError

from documents.errors import DataInvalid, DataUnreadable, FormNotOffered, UnknownDocument
from documents.paper import Paper
from documents.papers.evaluation import Evaluation
from documents.papers.handover import HandoverForm
from documents.papers.letter import Letter
from documents.papers.monthly import MonthlyReturn
from documents.papers.notice import Disclosure, Notice
from documents.papers.opinion import ReviewOpinion
from documents.papers.plan import Lists, Plan
from documents.papers.report import Report
from documents.papers.signoff import SignOffForm
from documents.papers.supervising import RoundReport, SupervisionReport

type Form = Literal["json", "docx", "xlsx", "pdf"]

WRITTEN: tuple[Form, ...] = ("json", "docx", "pdf")
TABLED: tuple[Form, ...] = ("json", "docx", "xlsx", "pdf")


@dataclass(frozen=True, slots=True)
class Document:
    """A document.

    Attributes:
        kind: how commands and template files name it.
        zh: its Chinese name.
        en: its English name.
        paper: its data.
        forms: in which forms it is made.
    """

    kind: str
    zh: str
    en: str
    paper: type[Paper]
    forms: tuple[Form, ...]


_ALL = (
    Document("plan", "整改方案", "rectification plan", Plan, TABLED),
    Document("lists", "问题、任务、责任清单", "finding, task and responsibility lists", Lists, TABLED),
    Document("report", "集中整改进展情况报告", "progress report (also principal's, special-check and final)", Report, WRITTEN),
    Document("return", "月报表", "monthly return", MonthlyReturn, TABLED),
    Document("opinion", "审核意见", "review opinion", ReviewOpinion, WRITTEN),
    Document("signoff", "销号审批表", "sign-off form", SignOffForm, WRITTEN),
    Document("handover", "整改责任交接表", "handover form", HandoverForm, WRITTEN),
    Document("letter", "巡视建议书", "recommendation letter", Letter, WRITTEN),
    Document("notice", "督办、立行立改通知书", "supervision or immediate-rectification notice", Notice, WRITTEN),
    Document("disclosure", "整改进展情况通报", "disclosure notice", Disclosure, WRITTEN),
    Document("evaluation", "评估表", "evaluation form", Evaluation, TABLED),
    Document("supervision", "整改监督情况报告", "supervision report", SupervisionReport, WRITTEN),
    Document("round", "轮次整改情况报告", "round report", RoundReport, TABLED),
)

DOCUMENTS: Mapping[str, Document] = MappingProxyType({document.kind: document for document in _ALL})


def document(kind: str) -> Document:
    """The document of this name.

    Raises:
        UnknownDocument: there is none.
    """
    if kind not in DOCUMENTS:
        raise UnknownDocument(document=kind, known=", ".join(DOCUMENTS))
    return DOCUMENTS[kind]


def offered(kind: str, form: str) -> Form:
    """The form, when the document is made in it.

    Raises:
        UnknownDocument: there is no such document.
        FormNotOffered: the document is not made in this form.
    """
    for known in document(kind).forms:
        if known == form:
            return known
    raise FormNotOffered(document=kind, form=form, known=", ".join(document(kind).forms))


def read(kind: str, text: str | bytes, file: str = "-") -> Paper:
    """A document's data from JSON.

    Args:
        kind: which document.
        text: the JSON.
        file: what the JSON is called in refusals.

    Raises:
        UnknownDocument: there is no such document.
        DataUnreadable: the text is not JSON.
        DataInvalid: a field is missing, unknown or of the wrong form.
    """
    try:
        content = json.loads(text)
    except json.JSONDecodeError as fault:
        raise DataUnreadable(file=file, line=fault.lineno, why=fault.msg) from None
    except UnicodeDecodeError as fault:
        raise DataUnreadable(file=file, line=1, why=fault.reason) from None
    return checked(kind, content, file)


def checked(kind: str, content: Any, file: str = "-") -> Paper:
    """A document's data from plain values; refusals as for `read`."""
    try:
        return document(kind).paper.model_validate(content)
    except ValidationError as faults:
        first = faults.errors(include_url=False)[0]
        path = ".".join(str(step) for step in first["loc"]) or "-"
        raise DataInvalid(field=path, file=file, path=path, why=_reason(first["type"], first["msg"])) from None


def written(paper: Paper) -> bytes:
    """A document's data as JSON, the same bytes for the same data."""
    return (json.dumps(paper.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n").encode()


_REASONS = {
    "missing": "缺少该字段 / this field is missing",
    "extra_forbidden": "没有该字段 / there is no such field",
    "string_type": "须为文字 / expected a text",
    "int_type": "须为整数 / expected a whole number",
    "int_parsing": "须为整数 / expected a whole number",
    "tuple_type": "须为列表 / expected a list",
    "bool_type": "须为 true 或 false / expected true or false",
    "model_type": "须为对象 / expected an object",
    "value_error": "日期应写作 2026-03-02，月份应写作 2026-03 / a day is written 2026-03-02, a month 2026-03",
}


def _reason(code: str, said: str) -> str:
    if code == "literal_error":
        allowed = said.removeprefix("Input should be ")
        return f"须为下列之一（expected one of）：{allowed.replace(' or ', '、')}"
    return _REASONS.get(code, said)
