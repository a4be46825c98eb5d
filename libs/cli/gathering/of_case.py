"""Documents of a case that the inspected organisation makes: plan, lists, reports, monthly returns."""

from collections.abc import Mapping
from typing import Any

from cli.gathering import ledger
from cli.gathering.facts import Facts, Row, head, word
from kernel.errors import NotFound

TRACKS = {"immediate": "立行立改", "concentrated": "集中整改", "long_term": "长期整改", "": ""}
REPORTS = {
    "progress": "集中整改进展情况报告",
    "principal": "主要负责人组织落实整改情况报告",
    "special": "专项检查整改进展情况报告",
    "final": "整改情况报告",
}
SPECIAL = {"personnel": "选人用人专项检查", "ideology": "意识形态工作责任制专项检查", "local-inspection": "巡察工作专项检查"}
_ACTIONS = {"abolish": "废", "amend": "改", "adopt": "立"}
_TIMELINESS = {"on-time": "按时", "missing": "未报", "filed-late": "迟报"}
_DONE = frozenset({"已销号", "不再适用"})


def version(versions: list[Row], wanted: int, what: str, number: str, otherwise: int = 0) -> Row:
    """The version with this number, else the one preferred, else the newest.

    Args:
        versions: those there are.
        wanted: the number asked for; 0 for none in particular.
        what: what it is a version of, `中文 / English`.
        number: number of the case.
        otherwise: the number preferred when none is asked for.

    Raises:
        NotFound: there is none.
    """
    by_number = {one["version"]: one for one in versions}
    chosen = wanted or otherwise or max(by_number, default=0)
    if chosen not in by_number:
        raise NotFound(what=what, id=f"{number} v{chosen}" if chosen else number)
    return by_number[chosen]


def plan(facts: Facts, case: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """整改方案: the version in force unless another is asked for."""
    answer, about = facts.ask("plan show", case=case), facts.ask("case show", case=case)
    made = version(answer["versions"], chosen["version"], "整改方案 / plan", about["number"], answer["in_force"])
    known = ledger.rows(facts, case)
    org = about["holder"] or about["org"]
    submitted = facts.day(made.get("submitted"))
    return head(facts, about) | {
        "addressee": facts.org(about["bodies"]["discipline"]),
        "issuer": facts.org(org),
        "issued_on": submitted,
        "attachments": ["问题清单", "任务清单", "责任清单"],
        "version": made["version"],
        "state": word("state", made["state"]),
        "received_on": about["received_on"],
        "findings": [_planned(facts, item, known.get(item["number"])) for item in made["items"]],
        "endorsement": {
            "name": facts.person(made["endorsed_by"], "主要负责人"),
            "title": facts.title(made["endorsed_by"], org),
            "on": submitted if made["endorsed_by"] else "",
        },
    }


def _planned(facts: Facts, item: Row, row: dict[str, str] | None) -> dict[str, Any]:
    wording = ledger.finding(row) if row else {}
    return wording | {
        "number": item["number"],
        "cause": item["cause"],
        "goal": item["goal"],
        "measures": [{"text": one["text"], "due": one["due"], "unit": one["unit"]} for one in item["measures"]],
        "track": TRACKS[item["track"]],
        "unit": item["unit"],
        "supports": item["supports"],
        "member": facts.person(item["member"], "责任领导"),
        "handler": facts.person(item["handler"], "责任人"),
        "due": item["due"],
        "milestones": [{"day": one["day"], "goal": one["goal"]} for one in item["milestones"]],
        "criteria": [one["text"] for one in item["criteria"]],
    }


def lists(facts: Facts, case: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """问题清单、任务清单、责任清单, from the ledger."""
    about = facts.ask("case show", case=case)
    return head(facts, about) | {
        "issuer": facts.org(about["holder"] or about["org"]),
        "findings": [ledger.finding(row) for row in ledger.rows(facts, case).values()],
    }


def report(facts: Facts, case: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """A report: the newest version unless another is asked for."""
    kind, check = chosen["report_kind"], chosen["special_check"]
    answer = facts.ask("report show", case=case, kind=kind, special_check=check)
    about = facts.ask("case show", case=case)
    made = version(answer["versions"], chosen["version"], "整改报告 / report", about["number"])
    rows = ledger.rows(facts, case)
    numbers = {line["finding"]: line["number"] for line in about["findings"]}
    told = [(rows.get(numbers.get(one["finding"], ""), {}), one) for one in made["accounts"]]
    org = about["holder"] or about["org"]
    totals = made["totals"]
    return head(facts, about) | {
        "name": REPORTS[kind],
        "special_check": SPECIAL.get(check, check),
        "addressee": facts.org(made["addressee"]),
        "issuer": facts.org(org),
        "issued_on": made["submitted_on"],
        "version": made["version"],
        "state": word("state", made["state"]),
        "since": about["received_on"],
        "until": about["phase_end"] if kind != "final" else made["submitted_on"],
        "due": answer["due"],
        "submitted_on": made["submitted_on"],
        "leading": made["leading"],
        "totals": {
            "findings": totals["findings"],
            "signed_off": totals["signed_off"],
            "not_applicable": totals["not_applicable"],
            "unfinished": totals["unfinished"],
            "measures": sum(len(ledger.entries(row["整改措施"])) for row, _ in told if row),
            "rules": totals["reforms"],
            "money_fen": totals["money_fen"],
            "people": totals["people"],
            "rate": _rate(totals["signed_off"], totals["findings"]),
        },
        "accounts": [_account(row, one) for row, one in told],
        "unfinished": [_unfinished(row, one) for row, one in told if one["next_on"] or (row and row["完成状态"] not in _DONE)],
        "handled": _handled(facts, case),
        "rules": [
            {"action": _ACTIONS[line["action"]], "name": line["title"], "on": line["day"]}
            for line in facts.may_ask("reform list", case=case, limit=1000).get("reforms", [])
        ],
        "endorsement": {
            "name": facts.person(made["endorser"], "主要负责人"),
            "title": facts.title(made["endorser"], org),
            "text": made["endorsement"],
            "on": made["submitted_on"] if made["endorser"] else "",
        },
    }


def _account(row: Mapping[str, str], one: Row) -> dict[str, Any]:
    known = {"wording": row["反馈问题"], "category": row["问题类别"], "standing": row["完成状态"]} if row else {}
    return {"number": row.get("问题编号", ""), "account": one["account"], **known}


def _unfinished(row: Mapping[str, str], one: Row) -> dict[str, Any]:
    return {
        "number": row.get("问题编号", ""),
        "wording": row.get("反馈问题", ""),
        "reason": one["account"],
        "next_on": one["next_on"],
        "member": row.get("责任领导", ""),
    }


def _handled(facts: Facts, case: str) -> list[dict[str, Any]]:
    """People dealt with, as counts by measure."""
    counts: dict[str, int] = {}
    for line in facts.may_ask("people list", case=case, limit=1000).get("people", []):
        measure = word("measure", line["measure"])
        counts[measure] = counts.get(measure, 0) + line["people"]
    return [{"measure": measure, "number": number} for measure, number in counts.items()]


def _rate(part: int, whole: int) -> str:
    """In percent with two decimals, as the statistics give it."""
    return f"{part * 10000 // whole / 100:.2f}" if whole else ""


def monthly(facts: Facts, case: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """月报表 of a month."""
    answer, about = facts.ask("return show", case=case, month=chosen["month"]), facts.ask("case show", case=case)
    shown = ("number", "wording", "reason", "progress", "milestones", "difficulties", "next_steps", "expected_on")
    return head(facts, about) | {
        "org": facts.org(answer["org"]) or facts.org(about["holder"]),
        "month": answer["month"],
        "due": answer["due"],
        "state": word("state", answer["state"]),
        "timeliness": _TIMELINESS.get(answer["timeliness"], ""),
        "submitted_on": answer["submitted_on"],
        "compiler": facts.person(answer["compiler"], "填报人"),
        "endorser": facts.person(answer["endorser"], "主要负责人"),
        "totals": answer.get("totals", {}),
        "rows": [
            {name: row[name] for name in shown} | {"responsible": facts.person(row["responsible"], "责任领导")}
            for row in answer["rows"]
        ],
    }
