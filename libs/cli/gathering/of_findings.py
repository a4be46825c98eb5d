"""Forms about a finding or a person: sign-off, handover."""

from collections.abc import Mapping
from typing import Any

from cli.gathering.facts import Facts, Row, head, word
from cli.gathering.of_case import TRACKS
from kernel.errors import NotFound

_DEFECTS = {"paper": "纸面整改", "formal": "形式整改", "false": "虚假整改", "half-way": "半途整改", "perfunctory": "敷衍整改"}
_OUTCOMES = {
    "requested": "待内部审批",
    "member-approved": "待主要负责人审批",
    "inner-signed": "待外部审核",
    "rejected": "内部退回",
    "failed": "外部审核未通过",
    "signed-off": "已销号",
    "overturned": "已推翻",
}
_APPROVED = frozenset({"inner-signed", "failed", "signed-off", "overturned"})
_ITEMS = {
    "finding": "反馈问题",
    "milestone": "阶段目标",
    "sponsorship": "包保事项",
    "letter": "建议书",
    "listed": "挂牌督办",
    "other": "其他",
}
_POSTS = {"principal": "主要负责人", "member": "班子成员"}
_GROUNDS = {"dead": "移交人已去世", "detained": "移交人被采取强制措施", "refusing": "移交人拒绝签字", "unable": "移交人无法签字"}


def signoff(facts: Facts, finding: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """销号审批表 of one attempt, the last unless another is asked for.

    Raises:
        NotFound: sign-off was never asked for, or not so often.
    """
    answer = facts.ask("finding show", finding=finding)
    line = answer["line"]
    tries = {one["no"]: one for one in answer["signoffs"]}
    wanted = chosen["attempt"] or max(tries, default=0)
    if wanted not in tries:
        raise NotFound(what="销号申请 / sign-off request", id=f"{line['number']} #{wanted}", field="attempt")
    tried = tries[wanted]
    about: Row = facts.may_ask("case show", case=line["case"])
    begun = head(facts, about) if about else {"org": facts.org(line["holder"]), "case": line["case_number"], "as_of": facts.as_of}
    approved = "同意" if tried["outcome"] in _APPROVED else ""
    return begun | {
        "finding": line["number"],
        "attempt": tried["no"],
        "category": line["category"],
        "track": TRACKS[line["track"]],
        "wording": line["wording"],
        "goal": answer["goal"],
        "measures": [one["text"] for one in answer["measures"] if not one["dropped"]],
        "unit": line["unit"],
        "member": line["member_name"] or facts.person(line["member"], "责任领导"),
        "handler": line["handler_name"] or facts.person(line["handler"], "责任人"),
        "due": line["due"],
        "requester": facts.person(tried["requester"], "责任人"),
        "requested_on": facts.day(tried.get("requested")),
        "criteria": _matrix(answer, tried),
        "extension": {
            "text": answer["extension_check"],
            "found": answer["similar_found"],
            "fixed": answer["similar_fixed"],
        },
        "member_approval": {
            "name": facts.person(tried["member"], "责任领导"),
            "opinion": "同意" if tried["member"] else tried["reason"] if tried["outcome"] == "rejected" else "",
        },
        "principal_approval": {
            "name": facts.person(tried["principal"], "主要负责人"),
            "opinion": approved if tried["principal"] else "",
        },
        "outer": {
            "body": facts.org(about["bodies"]["discipline"]) if about and tried["verifier"] else "",
            "verifier": facts.person(tried["verifier"], "审核人"),
            "number": tried["opinion_no"],
            "overall": tried["overall"],
            "defect": _DEFECTS.get(tried["defect"], tried["defect"]),
            "reason": tried["reason"] if tried["outcome"] in ("failed", "overturned") else "",
            "on": facts.day(tried.get("signed_off")) if tried["verifier"] else "",
        },
        "outcome": _OUTCOMES.get(tried["outcome"], tried["outcome"]),
        "signed_off_on": facts.day(tried.get("signed_off")),
        "overturned_on": facts.day(tried.get("overturned")),
        "overturned_by": word("ground", tried["overturned_by"]),
        "digest": tried["digest"],
    }


def _matrix(answer: Row, tried: Row) -> list[dict[str, Any]]:
    """Each criterion with the evidence that was signed for; one whose evidence is not signed yet with what there is."""
    names = {(piece["no"], version["version"]): version["name"] for piece in answer["evidence"] for version in piece["versions"]}
    signed = {proof["criterion"]: proof["evidence"] for proof in tried["matrix"]}
    return [
        {
            "no": criterion["no"],
            "text": criterion["text"],
            "evidence": [
                {
                    "no": bound["evidence"],
                    "name": names.get((bound["evidence"], bound["version"]), ""),
                    "version": bound["version"],
                    "sha256": bound["sha256"],
                    "altered": bound["evidence"] in tried["altered"],
                }
                for bound in signed.get(criterion["no"], [])
            ],
        }
        for criterion in answer["criteria"]
    ]


def handover(facts: Facts, handover: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """整改责任交接表."""
    answer = facts.ask("handover show", handover=handover)
    about = facts.ask("case show", case=answer["case"])
    post = _POSTS.get(answer["post"], answer["post"])
    ground = "；".join(part for part in (_GROUNDS.get(answer["ground"], answer["ground"]), answer["reason"]) if part)
    signed = answer["state"]
    return head(facts, about) | {
        "number": answer["number"],
        "leaver": facts.person(answer["leaver"], "移交人"),
        "leaver_post": facts.title(answer["leaver"], answer["org"]) or post,
        "left_on": answer["left_on"],
        "due": answer["due"],
        "incoming": facts.person(answer["incoming"], "接收人"),
        "incoming_post": facts.title(answer["incoming"], answer["org"]) or (post if answer["incoming"] else ""),
        "items": [
            {
                "kind": _ITEMS.get(item["kind"], item["kind"]),
                "number": item["number"],
                "text": item["text"],
                "state": word("state", item["state"]),
                "due": item["due"],
            }
            for item in answer["items"]
        ],
        "list_version": answer["list_version"],
        "digest": answer["digest"],
        "in_place": ground if answer["in_place"] else "",
        "outgoing": {"name": facts.person(answer["outgoing_signer"], "移交人")},
        "receiving": {"name": facts.person(answer["incoming"], "接收人") if signed in _RECEIVED else ""},
        "witness_body": facts.org(about["bodies"].get(answer["witness_body"], "")),
        "witness": {"name": facts.person(answer["witness"], "监交人")},
        "file_number": answer["file_number"],
        "state": word("state", signed),
    }


_RECEIVED = frozenset({"SIGNED_BY_INCOMING", "WITNESSED", "FILED"})
