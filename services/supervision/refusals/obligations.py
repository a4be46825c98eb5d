"""Why a wish about a duty is refused."""

from kernel.errors import Kind, Refusal


class NothingSubmitted(Refusal):
    """There is nothing to accept or to send back."""

    code = "nothing-submitted"
    kind = Kind.BLOCKED
    en = "{rule} of this case has no submission that waits for a verdict"
    zh = "该事项 {rule} 没有待审的报送材料"
    next_en = "wait until the obligor has submitted"
    next_zh = "请待责任单位报送后再审核"


class OwnDuty(Refusal):
    """Nobody waives or extends their own duty (SOD-13)."""

    code = "sod-13-own-duty"
    kind = Kind.DENIED
    en = "nobody can waive or extend the duty of the organ they act for (SOD-13)"
    zh = "不得由责任单位自行豁免或延长本单位期限（SOD-13）"
    next_en = "ask the dispatching side"
    next_zh = "请报派出方决定"


class ObligationEnded(Refusal):
    """The obligation has ended; its outcome stands."""

    code = "obligation-ended"
    kind = Kind.BLOCKED
    en = "the obligation {rule} is {state}; its outcome stands"
    zh = "义务 {rule} 已为“{state}”，结论不变"
    next_en = "look at its history"
    next_zh = "请查看其历史"


class DueNotLater(Refusal):
    """An extension gives a later date."""

    code = "due-not-later"
    kind = Kind.INVALID
    en = "the new due date {due} is not after the present one, {former}"
    zh = "新期限 {due} 不晚于现期限 {former}"
    next_en = "give a later date"
    next_zh = "请填写更晚的日期"
