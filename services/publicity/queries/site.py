"""The public site as data: published notices, typical cases and closed surveys; what was taken back leaves a mark."""

from collections.abc import Mapping
from datetime import date
from json import loads
from typing import Any

from kernel.tables import Row, Rows, Where
from publicity.events.parts import Scope
from publicity.model.notice import Notice, State, Version
from publicity.model.survey import Survey, SurveyState
from publicity.model.typical import TypicalCase, TypicalStanding
from publicity.projections.tables import NOTICES, SURVEYS, TYPICAL_CASES
from publicity.queries import verifying

Content = bytes | tuple[str, Mapping[str, Any]]

_PAGE = 500

STATES = {
    "REGISTERED": "已登记",
    "PLANNED": "已制定措施",
    "IN_PROGRESS": "正在整改",
    "CONTINUING": "持续整改",
    "SIGNOFF_REQUESTED": "正在整改",
    "INNER_SIGNED": "正在核验",
    "SIGNED_OFF": "已完成整改",
    "REOPENED": "重新整改",
    "CLOSED_NOT_APPLICABLE": "不再适用",
}
REPORTS = {"progress": "集中整改进展情况报告", "final": "完整整改报告"}
CHANNELS = {"phone": "联系电话", "post": "邮政信箱", "email": "电子邮箱", "visit": "来访地址"}
FIGURES = {
    "findings": "反馈问题",
    "measures": "整改措施",
    "signed_off": "完成整改",
    "continuing": "持续整改",
    "rate_permille": "完成率",
    "reforms": "健全制度",
    "money_fen": "挽回资金",
    "people": "处理人员",
}
FIELDS = {"basis": "依据", "organisation": "组织领导", "next_steps": "下一步工作", "text": "其他说明", "report_version": "报告版本"}
GROUNDS = {
    "state_secret": "涉及秘密",
    "undisclosed_case": "未公开的案件",
    "adverse_publicity": "可能引发重大负面舆情",
    "mass_petition": "可能引发群体性上访",
    "highly_sensitive": "高度敏感",
}


def pages(rows: Rows) -> dict[str, Content]:
    """Every file of the site by its path; equal read models give equal pages."""
    notices = [Notice.model_validate(row["whole"]) for row in _all(rows, NOTICES, Where("scope", "=", Scope.PUBLIC.value))]
    typical = [
        TypicalCase.model_validate(row["whole"]) for row in _all(rows, TYPICAL_CASES, Where("scope", "=", Scope.PUBLIC.value))
    ]
    surveys = [Survey.model_validate(row["whole"]) for row in _all(rows, SURVEYS, Where("state", "=", SurveyState.CLOSED.value))]
    made: dict[str, Content] = {"style.css": ("style.css", {})}
    lines: list[dict[str, Any]] = []
    for notice in notices:
        shown = [version for version in notice.versions if version.published_on is not None]
        if not shown:
            continue
        newest = shown[-1]
        made[f"notices/{notice.id}.html"] = ("notice.html", _notice(notice, newest, shown))
        for version in shown:
            if version.withdrawn_on is None and version.state is not State.WITHDRAWN:
                # The very bytes whose hash is on record.
                made[f"notices/{notice.id}-v{version.version}.json"] = version.document.encode()
            if version.proof:
                # It shows nothing of the text, and stays when that goes.
                made[f"notices/{notice.id}-v{version.version}.proof.json"] = version.proof.encode()
        lines.append(_line(notice, newest))
    lines.sort(key=lambda line: (line["day"], line["number"]), reverse=True)
    proved = [(one.published_on, one.policy) for notice in notices for one in notice.versions if one.policy and one.published_on]
    told = verifying.words(FIGURES, STATES, CHANNELS)
    made["verify.html"] = ("verify.html", {"policy": max(proved)[1] if proved else "", "words": told})
    made["index.html"] = ("index.html", {"root": "", "notices": lines})
    made["typical-cases.html"] = ("typical-cases.html", {"root": "", "cases": [_typical(one) for one in typical if _seen(one)]})
    for one in typical:
        if one.state is TypicalStanding.PUBLISHED:
            made[f"typical-cases/{one.id}.json"] = one.document.encode()
    made["surveys.html"] = ("surveys.html", {"root": "", "surveys": [_survey(one) for one in surveys]})
    return made


def _all(rows: Rows, table: Any, where: Where) -> list[Row]:
    found: list[Row] = []
    after: list[Any] | None = None
    while page := rows.page(table, [where], [("number", "asc")], _PAGE, after):
        found += page
        after = [page[-1]["number"], page[-1][table.key[0]]]
    return found


def _line(notice: Notice, newest: Version) -> dict[str, Any]:
    return {
        "href": f"notices/{notice.id}.html",
        "number": newest.content.number,
        "organisation": newest.content.org_name,
        "day": _day(newest.published_on),
        "until": _day(newest.feedback_until),
        "withdrawn": _day(newest.withdrawn_on),
        "version": newest.version,
        "differs": bool(newest.differs),
    }


def _notice(notice: Notice, newest: Version, shown: list[Version]) -> dict[str, Any]:
    """What the page of a notice is filled with; of one that was taken back only the mark."""
    head = {
        "root": "../",
        "number": newest.content.number,
        "organisation": newest.content.org_name,
        "version": newest.version,
        "published_on": _day(newest.published_on),
        "feedback_until": _day(newest.feedback_until),
        "sha256": newest.sha256,
        "json": f"{notice.id}-v{newest.version}.json",
        "proof": _proof(notice, newest),
        "proof_sha256": newest.proof_sha256,
        "withdrawn_on": _day(newest.withdrawn_on),
        "reason": newest.reason,
        "former": [
            {
                "version": one.version,
                "day": _day(one.published_on),
                "sha256": one.sha256,
                "href": "" if one.withdrawn_on else f"{notice.id}-v{one.version}.json",
                "proof": _proof(notice, one),
                "withdrawn": _day(one.withdrawn_on),
            }
            for one in shown[:-1]
        ],
    }
    if newest.withdrawn_on is not None:
        return head | {"withdrawn": True}
    return head | {"withdrawn": False} | _content(notice, newest)


def _proof(notice: Notice, version: Version) -> str:
    """Where the proof of a version lies; empty while there is none."""
    return f"{notice.id}-v{version.version}.proof.json" if version.proof else ""


def _content(notice: Notice, newest: Version) -> dict[str, Any]:

    document = loads(newest.document)  # what is shown is what was published, not what the state would give again
    figures = document.get("figures")
    return {
        "document": document,
        "bytes": newest.document,
        "whole": document["exempted"]["whole"],
        "grounds": [GROUNDS.get(code, code) for code in document["exempted"]["grounds"]],
        "report": REPORTS.get(document["report"]["kind"], "") if "report" in document else "",
        "figures": [(name, FIGURES[name], _figure(name, figures[name])) for name in FIGURES] if figures else [],
        "results": [one | {"state": STATES.get(one["state"], one["state"])} for one in document.get("results", [])],
        "channels": [(CHANNELS[one["kind"]], one["value"]) for one in document["channels"]],
        "differences": [_difference(one) for one in document["differences"]],
        "differs": [_difference(one.model_dump()) for one in newest.differs],
        "answers": [(view.summary, view.answer) for view in newest.views if view.key and view.answer],
        "views": sum(view.count for view in newest.views),
    }


def _difference(one: Mapping[str, str]) -> dict[str, str]:
    kind, _, name = one["field"].partition(".")
    if kind == "figures":
        return {"what": FIGURES[name], "now": _figure(name, int(one["notice"])), "then": _figure(name, int(one["record"]))}
    if kind == "results":
        return {"what": f"问题 {name.rpartition('.')[0]}", "now": one["notice"], "then": one["record"]}
    return {"what": FIELDS.get(kind, kind), "now": one["notice"], "then": one["record"]}


def _figure(name: str, value: int) -> str:
    if name == "rate_permille":
        return f"{value // 10}.{value % 10}%" if value % 10 else f"{value // 10}%"
    if name == "money_fen":
        return f"{value // 100}.{value % 100:02d} 元" if value % 100 else f"{value // 100} 元"
    return f"{value} {'人' if name == 'people' else '项' if name in ('measures', 'reforms') else '个'}"


def _seen(one: TypicalCase) -> bool:
    return one.published_on is not None


def _typical(one: TypicalCase) -> dict[str, Any]:
    withdrawn = one.state is TypicalStanding.WITHDRAWN
    return {
        "number": one.number,
        "title": "" if withdrawn else one.title,
        "text": "" if withdrawn else one.text,
        "day": _day(one.published_on),
        "sha256": one.sha256,
        "href": "" if withdrawn else f"typical-cases/{one.id}.json",
        "withdrawn": _day(one.withdrawn_on),
        "reason": one.reason if withdrawn else "",
    }


def _survey(one: Survey) -> dict[str, Any]:
    said = [(question.text, total) for question, total in zip(one.questions, one.totals, strict=False)]
    share = one.satisfied_permille
    return {
        "number": one.number,
        "title": one.title,
        "day": _day(one.closed_on),
        "answers": one.answers if one.enough else None,
        "minimum": one.minimum,
        "enough": one.enough,
        "satisfied": "" if share is None else _figure("rate_permille", share),
        "questions": [(text, total.satisfied, total.fairly, total.not_satisfied, total.dont_know) for text, total in said],
        "respondents": [(count.respondent, count.answers) for count in one.by_respondent],
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
