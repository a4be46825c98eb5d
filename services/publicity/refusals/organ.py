"""Why somebody may not act in a case."""

from kernel.errors import Kind, Refusal


class NotBodyOfCase(Refusal):
    """The acting organ has no part in this case, or it is its own (SOD-12)."""

    code = "sod-12-not-body-of-case"
    kind = Kind.DENIED
    en = "this organ does not act as {role} in this case (SOD-12)"
    zh = "本机构在该整改事项中不承担 {role} 职责（SOD-12）"
    next_en = "it is for the organ that the case names, or the level above where that organ is itself inspected"
    next_zh = "请由该事项所列机构办理；该机构自身被巡察时由上一级办理"


class NotHolderOfCase(Refusal):
    """Only the organisation that answers for the case may."""

    code = "disclosure-not-holder"
    kind = Kind.DENIED
    en = "only the organisation that answers for the case drafts and submits its disclosure"
    zh = "只有该整改事项的责任党组织可以起草和报送公开稿"
    next_en = "act for that organisation"
    next_zh = "请以该党组织名义办理"


class NotServingPrincipal(Refusal):
    """An endorsement is personal (SOD-04)."""

    code = "sod-04-not-serving-principal"
    kind = Kind.DENIED
    en = "only the principal who serves on {day} signs (SOD-04)"
    zh = "只有 {day} 在任的主要负责人可以签字背书（SOD-04）"
    next_en = "let the serving principal sign in person"
    next_zh = "请由在任主要负责人本人签字"
