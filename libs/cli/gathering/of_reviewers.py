"""Documents of those who review and supervise: review opinions, recommendation letters, notices."""

from collections.abc import Mapping
from typing import Any

from cli.gathering.facts import Facts, Row, head
from cli.gathering.of_case import REPORTS, SPECIAL, version
from kernel.errors import NotFound

_OPINION = "审核意见 / review opinion"
_PLAN = {"PASSED": "通过", "PASSED_WITH_OPINION": "通过并提出要求", "RETURNED": "退回"}
_REPORT = {"accepted": "通过", "accepted_with_demands": "通过并提出要求", "returned": "退回"}
BODIES = {
    "team": "巡视组",
    "org_dept": "组织部",
    "publicity": "宣传部",
    "office": "巡视工作领导小组办公室",
    "discipline": "纪检监察机关",
    "leading_group": "巡视工作领导小组",
}
_ADOPTION = {"adopted": "采纳", "partly": "部分采纳", "not-adopted": "未采纳", "": ""}
_ACTIONS = {"abolish": "废", "amend": "改", "adopt": "立"}
_LETTERS = {"recommendation": "巡视建议书", "suggestion": "巡视工作建议"}
_MEASURES = {
    "promotion-meeting": "推进会通知",
    "field-supervision": "调研督导通知",
    "interview": "约谈通知书",
    "inquiry": "函询通知书",
    "recommendation": "纪检监察建议书",
    "task-force": "整改工作专班派驻通知",
    "concentrated-check": "集中督查通知书",
}


def opinion(facts: Facts, case: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """审核意见 on the plan, or on a report."""
    about = facts.ask("case show", case=case)
    if chosen["on"] == "plan":
        return _on_plan(facts, case, about, chosen)
    return _on_report(facts, case, about, chosen)


def _body(facts: Facts, about: Row, name: str) -> str:
    """The organ that acts under this name in the case; its kind when the case names none."""
    return facts.org(about["bodies"].get(name, "")) or BODIES.get(name, name)


def _on_plan(facts: Facts, case: str, about: Row, chosen: Mapping[str, Any]) -> dict[str, Any]:
    answer = facts.ask("plan review", case=case)
    decided = [one for one in answer["versions"] if one["state"] in _PLAN]
    made = version(decided, chosen["version"], _OPINION, about["number"])
    lead = _body(facts, about, answer.get("lead") or "discipline")
    said = [one for one in made.get("opinions", []) if one["state"] == "given" or one["asked"]]
    plans = facts.may_ask("plan show", case=case).get("versions", [])
    decided_on = next((facts.day(one.get("decided")) for one in plans if one["version"] == made["version"]), "")
    return head(facts, about) | {
        "number": made["opinion_no"],
        "addressee": facts.org(about["holder"] or about["org"]),
        "issuer": lead,
        "issued_on": decided_on,
        "given_on": decided_on,
        "body": lead,
        "document": "整改方案",
        "document_version": made["version"],
        "received_on": made["received_on"],
        "overall": made["overall"],
        "shortcomings": made["shortcomings"],
        "demands": made["demands"],
        "conclusion": _PLAN[made["state"]],
        "signatory": facts.person(made.get("verifier", ""), "审核人"),
        "missing_reason": made.get("missing_reason", ""),
        "assisting": [_assisting(facts, about, one, chosen) for one in said],
    }


def _on_report(facts: Facts, case: str, about: Row, chosen: Mapping[str, Any]) -> dict[str, Any]:
    kind, check = chosen["report_kind"], chosen["special_check"]
    answer = facts.ask("report-review show", case=case, report_kind=kind, special_check=check)
    made = version([one for one in answer["versions"] if one.get("opinion")], chosen["version"], _OPINION, about["number"])
    said = made["opinion"]
    lead = _body(facts, about, answer["lead"])
    return head(facts, about) | {
        "number": said["opinion_no"],
        "addressee": facts.org(about["holder"] or about["org"]),
        "issuer": lead,
        "issued_on": said["issued_on"],
        "body": lead,
        "document": SPECIAL.get(check, check) + "整改进展情况报告" if kind == "special" else REPORTS[kind],
        "document_version": made["version"],
        "received_on": made["received_on"],
        "due": made["lead_due"],
        "given_on": said["issued_on"],
        "overall": said["overall"],
        "shortcomings": said["shortcomings"],
        "demands": said["demands"],
        "conclusion": _REPORT[said["conclusion"]],
        "signatory": facts.person(said["verifier"], "审核人"),
        "missing_reason": said["missing_reason"],
        "assisting": [_assisting(facts, about, one, chosen) for one in made["assisting"]],
    }


def _assisting(facts: Facts, about: Row, one: Row, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """That a body spoke and when; what it said only when asked for, for it is not the inspected organisation's to read."""
    told = {
        "body": BODIES["team"] if one["body"] == "team" else _body(facts, about, one["body"]),
        "number": one["opinion_no"],
        "received_on": one.get("copied_on", ""),
        "due": one.get("due", ""),
        "given_on": one["given_on"],
        "late": one["state"] == "late",
    }
    if not chosen["assisting"]:
        return told
    return told | {name: one[name] for name in ("overall", "shortcomings", "demands") if name in one}


def letter(facts: Facts, letter: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """巡视建议书 with its reply."""
    answer = facts.ask("letter show", letter=letter)
    begun = head(facts, facts.ask("case show", case=answer["case"])) if answer["case"] else {"as_of": facts.as_of}
    bodies = facts.may_ask("round show", round=answer["round"]).get("bodies", {})
    reply: Row = answer.get("reply") or {}
    return begun | {
        "name": _LETTERS.get(answer["kind"], answer["kind"]),
        "number": answer["number"],
        "round": facts.round(answer["round"]),
        "addressee": facts.org(answer["addressee"]),
        "issuer": facts.org(bodies.get("office", "")),
        "issued_on": answer["sent_on"],
        "state": answer["state"],
        "basis": answer["basis"],
        "basis_on": answer["basis_on"],
        "facts": answer["facts"],
        "findings": [number for number in (_number(facts, finding) for finding in answer["findings"]) if number],
        "suggestions": answer["suggestions"],
        "reply_due": answer["reply_due"],
        "contact": answer["contact"],
        "approval": answer["approval"],
        "sent_on": answer["sent_on"],
        "received_on": answer["received_on"],
        "reply": _reply(facts, answer, reply) if reply else {},
    }


def _reply(facts: Facts, answer: Row, reply: Row) -> dict[str, Any]:
    judged = _ADOPTION.get(answer["adoption"], answer["adoption"])
    return {
        "adoption": _ADOPTION[reply["adoption"]],
        "reason": reply["reason"],
        "actions": reply["actions"],
        "rules": [{"action": _ACTIONS[rule["action"]], "name": rule["title"]} for rule in reply["rule_changes"]],
        "replier": facts.person(reply["replier"], "答复人"),
        "on": reply["replied_on"],
        "late": reply["late"],
        "assessment": "：".join(part for part in (judged, answer["assessment"]) if part),
    }


def _number(facts: Facts, finding: str) -> str:
    line: Row = facts.may_ask("finding show", finding=finding).get("line", {})
    return str(line.get("number", ""))


def notice_of_finding(facts: Facts, finding: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """立行立改通知书.

    Raises:
        NotFound: none was served on this finding.
    """
    answer = facts.ask("finding show", finding=finding)
    served: Row | None = answer.get("notice")
    line = answer["line"]
    if not served:
        raise NotFound(what="立行立改通知 / notice", id=line["number"])
    about: Row = facts.may_ask("case show", case=line["case"]) if line["case"] else {}
    known = {"round": facts.round(line["round"]), "case": line["case_number"], "as_of": facts.as_of}
    return known | {
        "name": "立行立改通知书",
        "org": facts.org(line["holder"] or line["org"]),
        "addressee": facts.org(line["holder"] or line["org"]),
        "issuer": facts.org(about.get("bodies", {}).get("office", "")),
        "issued_on": facts.day(served["served"]),
        "findings": [line["number"]],
        "facts": line["wording"],
        "demand": served["demand"],
        "due": served["due"],
        "served_to": facts.person(served["served_to"], "主要负责人"),
        "served_on": facts.day(served["served"]),
        "result": served["result"],
        "confirmed_on": facts.day(served.get("confirmed")),
    }


def notice_of_action(facts: Facts, action: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """The notice of a supervision measure."""
    answer = facts.ask("action show", action=action)
    begun = head(facts, facts.ask("case show", case=answer["case"])) if answer["case"] else {"as_of": facts.as_of}
    return begun | {
        "name": _MEASURES.get(answer["kind"], "督办通知书"),
        "number": answer["number"],
        "addressee": facts.org(answer["addressee"]),
        "issuer": facts.org(answer["opener_org"]) or BODIES.get(answer["opener_role"], ""),
        "issued_on": answer["opened_on"],
        "findings": [number for number in (_number(facts, finding) for finding in answer["findings"]) if number],
        "facts": answer["facts"],
        "demand": answer["demand"],
        "due": answer["response_due"],
        "served_to": facts.person(answer["person"], "主要负责人"),
        "present": [facts.person(one, "参加人员") for one in answer["present"]],
        "response": answer["response"],
        "responded_on": answer["responded_on"],
        "result": answer["result"],
    }
