"""Rows of the ledger as documents need them: by header, with numbered cells taken apart."""

import re
from typing import Any

from cli.gathering.facts import Facts

_NUMBERED = re.compile(r"^\d{1,3}\. ")
_STAGE = re.compile(r"^(\d{4}-\d{2}-\d{2}) (.*)$", re.DOTALL)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def rows(facts: Facts, case: str) -> dict[str, dict[str, str]]:
    """The ledger of a case: by number of finding, cells by header."""
    answer = facts.ask("ledger show", case=case)
    lines = [dict(zip(answer["headers"], row["cells"], strict=True)) for row in answer["rows"]]
    return {line["问题编号"]: line for line in lines}


def entries(cell: str) -> list[str]:
    """The entries of a numbered cell; one without numbers is one entry."""
    found: list[str] = []
    for line in cell.split("\n"):
        if _NUMBERED.match(line) or not found:
            found.append(_NUMBERED.sub("", line))
        else:
            found[-1] += f"\n{line}"
    return [entry for entry in found if entry]


def finding(row: dict[str, str]) -> dict[str, Any]:
    """What the three lists say of a finding."""
    stages = [(_STAGE.match(entry), entry) for entry in entries(row["阶段目标及时间"])]
    return {
        "number": row["问题编号"],
        "category": row["问题类别"],
        "wording": row["反馈问题"],
        "manifestation": row["具体表现"],
        "cause": row["原因剖析"],
        "goal": row["整改目标"],
        "measures": [{"text": text} for text in entries(row["整改措施"])],
        "track": row["整改类型"],
        "unit": row["牵头单位"],
        "supports": [unit for unit in row["配合单位"].split("、") if unit],
        "member": row["责任领导"],
        "handler": row["责任人"],
        "sponsor": row["包保领导"],
        "due": row["完成时限"] if _DAY.fullmatch(row["完成时限"]) else "",
        "milestones": [{"day": found[1], "goal": found[2]} if found else {"goal": entry} for found, entry in stages],
        "criteria": entries(row["销号标准"]),
    }
