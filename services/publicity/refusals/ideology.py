"""Why an opinion on the ideology check is refused."""

from kernel.errors import Kind, Refusal


class NothingToReview(Refusal):
    """No such version waits for an opinion."""

    code = "ideology-nothing-to-review"
    kind = Kind.BLOCKED
    en = "no version {version} of the {what} waits for an opinion; the newest is {newest}"
    zh = "没有待审的{what}第 {version} 版；最新为第 {newest} 版"
    next_en = "`ideology get` shows what has arrived and what was said"
    next_zh = "可用 ideology get 查看来件与意见"


class OpinionIncomplete(Refusal):
    """The written opinion has three parts (R-31)."""

    code = "ideology-opinion-incomplete"
    kind = Kind.INVALID
    en = "the opinion lacks {missing}: overall judgement, shortcomings and further demands are all said (R-31)"
    zh = "审核意见缺少{missing}：总体评价、存在不足、进一步要求三部分须齐全（R-31）"
    next_en = "complete it; where there is nothing to say, say so"
    next_zh = "请补充完整；确无内容的请写明“无”"


class DemandsMissing(Refusal):
    """What goes back says what is wanted."""

    code = "ideology-demands-missing"
    kind = Kind.INVALID
    en = "a plan that is returned comes with demands"
    zh = "退回的方案须附具体要求"
    next_en = "state at least one demand"
    next_zh = "请至少写明一条要求"
