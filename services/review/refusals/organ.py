"""Why an organ may not act in a case."""

from kernel.errors import Kind, Refusal


class NotOrganOfThisCase(Refusal):
    """Another organ has this role in the case, or it is the organisation's own (SOD-12)."""

    code = "sod-12-not-organ-of-case"
    kind = Kind.DENIED
    en = "the organ you act for is not the {role} of this case, or the case is its own (SOD-12)"
    zh = "您所代表的机关不是该整改事项的 {role}，或该事项涉及本机关自身（SOD-12）"
    next_en = "`rectify case show` names the organs of the case; one of them acts"
    next_zh = "可用 rectify case show 查看该事项的职责机构，由相应机构办理"


class OwnLeadership(Refusal):
    """No organ decides about its own leadership (SOD-12)."""

    code = "sod-12-own-leadership"
    kind = Kind.DENIED
    en = "no organ decides about its own posts; the organization department one level up does (SOD-12)"
    zh = "任何机关不得决定本机关的职务任免，应由上一级组织部门决定（SOD-12）"
    next_en = "ask the organization department one level up"
    next_zh = "请报上一级组织部门办理"
