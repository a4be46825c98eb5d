"""Why a body may not judge here."""

from kernel.errors import Kind, Refusal


class NotOrganOfCase(Refusal):
    """Another organ has this role in the case, or it is the organisation's own (SOD-12)."""

    code = "not-organ-of-case"
    kind = Kind.DENIED
    en = "the organ you act for is not the {role} of this case and cannot judge in it (SOD-12)"
    zh = "您所代表的机关不是该整改事项的 {role}，不能在其中作出认定（SOD-12）"
    next_en = "`rectify case show` names the organs of the case; one of them decides"
    next_zh = "可用 rectify case show 查看该事项的职责机构，由相应机构办理"
