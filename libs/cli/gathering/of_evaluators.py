"""What evaluators and the reporting side make: evaluation forms, supervision reports, round reports, notices of a late duty."""

from collections.abc import Mapping
from typing import Any

from cli.gathering.facts import Facts, Row, head, word
from cli.gathering.of_case import version
from cli.gathering.of_reviewers import BODIES

_MEASURES = {
    "promotion-meeting": "推进会",
    "field-supervision": "调研督导",
    "interview": "约谈",
    "inquiry": "函询",
    "recommendation": "纪检监察建议",
    "task-force": "整改工作专班",
    "concentrated-check": "集中督查",
    "cadre-assessment": "干部考核",
    "appointment-talk": "任职谈话",
}
_DONE = frozenset({"signed-off"})
_OPEN = frozenset({"open", "continuing", "reopened"})
# Which verb answers for which body's report.
_REPORTS = {"discipline": "discipline-report show", "org_dept": "department-report show"}


def points(thousandths: int) -> str:
    """83500 as 83.5 points."""
    whole, rest = divmod(thousandths, 1000)
    return f"{whole}.{rest:03}".rstrip("0").rstrip(".") if rest else str(whole)


def evaluation(facts: Facts, evaluation: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """评估表 under the version of the scheme with which it was opened."""
    answer = facts.ask("evaluation show", evaluation=evaluation)
    about = facts.ask("case show", case=answer["case"])
    laid_down = facts.ask("scheme show", scheme=answer["scheme"])["versions"]
    scheme = next(one for one in laid_down if one["scheme_version"] == answer["scheme_version"])
    rated = {one["indicator"]: one for one in answer["ratings"]}
    scored = bool(answer["grade"] or answer["deductions"])
    permille = answer.get("satisfied_permille", 0)
    return head(facts, about) | {
        "number": answer["number"],
        "scheme": scheme["title"],
        "scheme_version": f"第{scheme['scheme_version']}版",
        "state": word("state", answer["state"]),
        "indicators": _indicators(scheme, rated, answer, scored),
        "self_total": points(answer["self_total"]) if answer["ratings"] else "",
        "total": points(answer["score"]) if scored else "",
        "survey": {
            "answers": answer["answers"],
            "rate": f"{permille // 10}.{permille % 10}" if answer["survey_counted"] else "",
            "enough": answer["survey_counted"],
        },
        "vetoes": [next((veto["name"] for veto in scheme["vetoes"] if veto["code"] == code), code) for code in answer["vetoes"]],
        "grade": answer["grade_zh"] or answer["grade"],
        "disposal": answer["disposal"],
        "disposal_name": answer["disposal_zh"],
        "org_opinion": answer["opinion"],
        "evaluators": [facts.person(one, "评估人员") for one in (answer["evaluator"], answer["cosigner"]) if one],
        "approved_on": answer["approved_on"],
    }


def _indicators(scheme: Row, rated: Mapping[str, Row], answer: Row, scored: bool) -> list[dict[str, Any]]:
    """The indicators; the one that takes its points from the survey has what the score has beyond the others."""
    lines = [_indicator(one, rated.get(one["code"]), answer, scored) for one in scheme["indicators"]]
    if scored and answer["survey_counted"]:
        taken = {one["indicator"]: 0 for one in answer["deductions"]}
        for one in answer["deductions"]:
            taken[one["indicator"]] += one["points"]
        others = sum(
            max(0, one["weight"] - taken.get(one["code"], 0))
            for one in scheme["indicators"]
            if one["code"] != scheme["satisfaction"]
        )
        for line in lines:
            if line["code"] == scheme["satisfaction"]:
                line["score"] = points(answer["score"] - others)
    return lines


def _indicator(indicator: Row, rating: Row | None, answer: Row, scored: bool) -> dict[str, Any]:
    taken = [one for one in answer["deductions"] if one["indicator"] == indicator["code"]]
    return {
        "code": indicator["code"],
        "name": indicator["name"],
        "weight": points(indicator["weight"]),
        "rule": indicator["rule"],
        "self_score": points(rating["points"]) if rating else "",
        "score": points(max(0, indicator["weight"] - sum(one["points"] for one in taken))) if scored else "",
        "ground": "；".join(f"{one['reason']}（扣{points(one['points'])}分）" for one in taken),
    }


def supervision(facts: Facts, case: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """整改监督情况报告 of the discipline organ (R-34) or of the organization department (R-41)."""
    body = chosen["body"]
    answer, about = facts.ask(_REPORTS[body], case=case), facts.ask("case show", case=case)
    made = version(answer["versions"], chosen["version"], "监督情况报告 / supervision report", about["number"])
    organ = facts.org(about["bodies"].get(body, "")) or BODIES[body]
    counts = {one["kind"]: one["count"] for one in made.get("findings", [])}
    actions = [
        {"measure": _MEASURES.get(one.get("kind") or one["action"], ""), "number": one["count"]}
        for one in made["actions"]
        if one["count"]
    ]
    problems, suggestions = _texts(made["problems"]), _texts(made["suggestions"])
    own = {
        "org": facts.org(about["holder"] or about["org"]),
        "status": made.get("status") or word("phase", made.get("phase", "")),
        "findings": sum(counts.values()),
        "signed_off": sum(counts.get(kind, 0) for kind in _DONE),
        "unfinished": sum(counts.get(kind, 0) for kind in _OPEN),
        "actions": actions,
    }
    if not counts:
        total = facts.may_ask("statistics show", case=case).get("total", {})
        own |= {name: total[known] for name, known in _COUNTED.items() if known in total}
    return head(facts, about) | {
        "body": organ,
        "rule": answer["rule_id"],
        "addressee": facts.org(about["bodies"].get("leading_group", "")),
        "issuer": organ,
        "issued_on": made["submitted_on"],
        "since": about["received_on"],
        "until": made["submitted_on"],
        "due": answer.get("due", ""),
        "submitted_on": made["submitted_on"],
        "actions": actions,
        "cases": [own],
        "problems": "\n".join(problems),
        "judgement": made["judgement"],
        "suggestions": suggestions,
    }


_COUNTED = {"findings": "findings", "signed_off": "signed_off", "unfinished": "open", "overdue": "overdue"}


def _texts(said: str | list[str]) -> list[str]:
    return [said] if isinstance(said, str) and said else list(said)


def round_now(facts: Facts, round: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """轮次整改情况报告 with the figures as they stand."""
    answer = facts.ask("round-report figures", round=round)
    bodies = facts.may_ask("round show", round=round).get("bodies", {})
    groups = facts.may_ask("statistics show", round=round, by="org").get("groups", [])
    return _round(facts, round, answer["code"], answer["figures"]) | {
        "addressee": facts.org(bodies.get("dispatching", "")),
        "issuer": facts.org(bodies.get("office", "")),
        "cases": [
            {
                "org": facts.org(line["group"]) or line["label"],
                "findings": line["findings"],
                "signed_off": line["signed_off"],
                "continuing": line["continuing"],
                "reopened": line["reopened"],
                "overdue": line["overdue"],
                "rate": line["completion_rate"],
            }
            for line in groups
        ],
    }


def round_reported(facts: Facts, report: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """轮次整改情况报告 with the figures as they were reported."""
    answer = facts.ask("round-report show", round_report=report)
    to = next((body["org"] for body in answer["bodies"] if body["body"] == "dispatching"), "")
    return _round(facts, answer["round"], "", answer["figures"]) | {
        "number": answer["number"],
        "addressee": facts.org(to),
        "issuer": facts.org(answer["office"]),
        "issued_on": answer["submitted_on"],
        "until": answer["submitted_on"],
    }


def _round(facts: Facts, round: str, code: str, figures: Row) -> dict[str, Any]:
    done: Row = figures.get("rectification", {})
    leads: Row = figures.get("leads", {})
    letters: list[Row] = figures.get("letters", [])
    return {
        "round": facts.round(round, code),
        "as_of": facts.as_of,
        "totals": {
            "org": "合计",
            "findings": done.get("findings", 0),
            "signed_off": done.get("signed_off", 0),
            "continuing": done.get("continuing", 0),
            "reopened": done.get("reopened", 0),
            "overdue": done.get("overdue", 0),
            "rate": done.get("completion_rate", ""),
        },
        "leads": {
            "referred": leads.get("referred", 0),
            "accepted": leads.get("accepted", 0),
            "misdirected": leads.get("misdirected", 0),
            "handling": leads.get("in_handling", 0),
            "fed_back": leads.get("fed_back", 0),
            "closed": leads.get("closed", 0),
            "overdue": leads.get("late", 0),
            "target_passed": leads.get("target_passed", 0),
        },
        "suggestions": {
            name: sum(one[name] for one in letters)
            for name in ("sent", "replied", "adopted", "partly", "not_adopted", "implemented", "overdue", "target_passed")
        },
        "laggards": [{"org": facts.org(one["org"]) or one["number"], "matter": _behind(one)} for one in done.get("laggards", [])],
        "common_problems": [
            {"category": one["number"].partition("/")[2] or one["number"], "orgs": one["orgs"], "findings": one["findings"],
             "state": word("state", one["state"])}
            for one in figures.get("problems", [])
        ],
    }  # fmt: skip


def _behind(case: Row) -> str:
    parts = [
        (case["open"], "未完成问题{}个"),
        (case["overdue"], "逾期{}个"),
        (case["returns_missing"], "缺报月报表{}次"),
    ]
    return "，".join(text.format(number) for number, text in parts if number)


def notice_of_obligation(facts: Facts, obligation: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """督办通知书 of a duty that is late: what is owed, why it was due then, and the last date that the ladder sets."""
    answer = facts.ask("obligation show", obligation=obligation)
    owed = answer["obligation"]
    about = facts.ask("case show", case=owed["case"])
    taken: list[Row] = facts.may_ask("ladder show", obligation=obligation).get("taken", [])
    last = max(taken, key=lambda step: int(step["step"]), default={})
    org = facts.org(about["holder"] or about["org"])
    return head(facts, about) | {
        "name": "督办通知书",
        "step": str(last.get("step", "")),
        "addressee": org,
        "issuer": facts.org(about["bodies"].get("office", "")),
        "issued_on": last.get("on", ""),
        "facts": f"{answer['explanation_zh']}\n{_standing(owed, answer['inference'])}",
        "demand": last.get("act_zh", ""),
        "due": last.get("last_date", ""),
    }


def _standing(owed: Row, inference: bool) -> str:
    """Where the duty stands; a service target that passed is no breach of a rule, and is not called one."""
    if inference or owed["kind"] == "T":
        return f"该日期为可配置的服务目标，非规定时限；目标日{owed['due']}，尚未办结。"
    return f"规定期限{owed['due']}，目前状态：{word('state', owed['state'])}。"
