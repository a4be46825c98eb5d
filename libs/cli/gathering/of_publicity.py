"""The notice of rectification (整改进展情况通报), as its version says it."""

from collections.abc import Mapping
from typing import Any

from cli.gathering.facts import Facts, Row, head, word
from cli.gathering.of_case import version

_SCOPES = {"party": "党内通报", "public": "向社会公开"}


def disclosure(facts: Facts, case: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """整改进展情况通报 on one of its two tracks: the version that people can read, else the newest."""
    answer, about = facts.ask("disclosure show", case=case, scope=chosen["scope"]), facts.ask("case show", case=case)
    made = version(answer["versions"], chosen["version"], "通报 / notice", about["number"], answer["published"])
    channels = {channel["kind"]: channel["value"] for channel in made["channels"]}
    return head(facts, about) | {
        "org": facts.org(answer["org"]),
        "issuer": facts.org(answer["org"]),
        "issued_on": made["published_on"],
        "scope": _SCOPES[answer["scope"]],
        "version": made["version"],
        "state": word("state", made["state"]),
        "basis": made["basis"],
        "organisation": made["organisation"],
        "summary": _summary(made.get("figures", {})),
        "results": [{"number": one["number"], "heading": one["wording"], "text": one["account"]} for one in made["results"]],
        "handled": f"共处理{made['figures']['people']}人。" if made.get("figures", {}).get("people") else "",
        "next_steps": "\n".join(part for part in (made["next_steps"], made["text"]) if part),
        "channels": {"phone": channels.get("phone", ""), "post": channels.get("post", ""), "email": channels.get("email", "")},
        "since": made["published_on"],
        "until": made["feedback_until"],
        "approvals": [made["approval_no"]] if made["approval_no"] else [],
        "exemptions": [one["decision_no"] for one in made["exemptions"] if one["decision_no"]],
    }


def _summary(figures: Row) -> str:
    if not figures:
        return ""
    permille = figures["rate_permille"]
    fen = figures["money_fen"]
    return (
        f"反馈问题{figures['findings']}个，制定整改措施{figures['measures']}条，已销号{figures['signed_off']}个，"
        f"持续整改{figures['continuing']}个，完成率{permille // 10}.{permille % 10}%；废改立制度{figures['reforms']}项，"
        f"挽回资金{fen // 100}.{fen % 100:02}元。"
    )
