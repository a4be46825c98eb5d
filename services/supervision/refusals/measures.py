"""Why a wish about a supervision measure is refused."""

from kernel.errors import Kind, Refusal


class NumberUsed(Refusal):
    """A number names one thing for ever."""

    code = "number-used"
    kind = Kind.CONFLICT
    en = "the number {number} is used"
    zh = "文号 {number} 已被使用"
    next_en = "give another number"
    next_zh = "请另用文号"


class RecordedByAddressed(Refusal):
    """Whom a measure addresses records nothing of it but the response (SOD-10)."""

    code = "sod-10-recorded-by-subject"
    kind = Kind.DENIED
    en = "the party addressed records nothing of a measure but its response (SOD-10)"
    zh = "被监督对象不得登记对其采取的监督举措，只能提交回复（SOD-10）"
    next_en = "the body that takes the measure records it; the party addressed uses `action respond`"
    next_zh = "由采取举措的机关登记；被监督对象可用 action respond 回复"


class NotAddressed(Refusal):
    """Only the party addressed responds."""

    code = "not-addressed"
    kind = Kind.DENIED
    en = "{number} does not address the organ you act for"
    zh = "{number} 并非发给您所代表的单位"
    next_en = "the organ addressed responds"
    next_zh = "请由被监督单位回复"


class NotOpener(Refusal):
    """Who opened a measure carries it on."""

    code = "action-not-opener"
    kind = Kind.DENIED
    en = "{number} was opened by another body, which performs and closes it"
    zh = "{number} 由其他机关发起，由其实施和办结"
    next_en = "the body that opened it goes on"
    next_zh = "请由发起机关办理"


class ActionState(Refusal):
    """The measure is not where this step begins."""

    code = "action-state"
    kind = Kind.BLOCKED
    en = "{number} is {state}; this step needs it to be {wanted}"
    zh = "{number} 当前为“{state}”，该步骤要求状态为：{wanted}"
    next_en = "`rectify action show` shows what comes next"
    next_zh = "可用 rectify action show 查看下一步"


class PerformedLater(Refusal):
    """What has not happened is not recorded."""

    code = "action-performed-later"
    kind = Kind.INVALID
    en = "{day} has not come yet"
    zh = "{day} 尚未到来"
    next_en = "record it when it has happened"
    next_zh = "请在实施之后登记"


class ResponseDuePast(Refusal):
    """A response is due on or after the day it is asked for."""

    code = "response-due-past"
    kind = Kind.INVALID
    en = "a response due on {due} cannot be asked for on {day}"
    zh = "{day} 提出的要求不能以 {due} 为回复期限"
    next_en = "give a later day"
    next_zh = "请填写更晚的日期"
