"""Why a wish about re-feedback is refused."""

from kernel.errors import Kind, Refusal


class NothingToFeedBackAgain(Refusal):
    """No change of principal is on record."""

    code = "refeedback-none"
    kind = Kind.BLOCKED
    en = "no change of principal is on record for the case {number}"
    zh = "整改事项 {number} 没有主要负责人变动记录"
    next_en = "record the appointment first (`post appoint`)"
    next_zh = "请先登记任职（post appoint）"


class WrongReFeedbackState(Refusal):
    """The newest change of principal is not in the state that this needs."""

    code = "refeedback-state"
    kind = Kind.BLOCKED
    en = "change {change} of principal in the case {number} is {state}; this needs {needed}"
    zh = "整改事项 {number} 第 {change} 次主要负责人变动当前为 {state}，此操作须处于 {needed}"
    next_en = "`refeedback show` says what the change calls for and why"
    next_zh = "可用 refeedback show 查看该次变动的处理要求和依据"


class NotTheNewPrincipal(Refusal):
    """The re-feedback was given to another person."""

    code = "refeedback-not-yours"
    kind = Kind.DENIED
    en = "change {change} of principal in the case {number} made another person principal"
    zh = "整改事项 {number} 第 {change} 次变动的新任主要负责人是其他人员"
    next_en = "the person who took office by this change signs"
    next_zh = "请由该次变动的新任主要负责人签收"
