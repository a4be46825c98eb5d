"""Why a wish about a key-finding list is refused."""

from kernel.errors import Kind, Refusal


class KeyListNumberUsed(Refusal):
    """Numbers of lists are never reused."""

    code = "key-list-number-used"
    kind = Kind.CONFLICT
    en = "the list number {number} is in use"
    zh = "清单文号 {number} 已被使用"
    next_en = "give another number; a new state of things is a new list"
    next_zh = "请另取文号；情况变化后另发新清单"


class NoKeyFindings(Refusal):
    """The round has no finding that is flagged."""

    code = "key-list-empty"
    kind = Kind.BLOCKED
    en = "no finding of the round {code} is flagged as a key finding"
    zh = "轮次 {code} 没有标记为重点的问题"
    next_en = "flag the key findings first (`finding key`)"
    next_zh = "请先标记重点问题（finding key）"


class NotKeyFinding(Refusal):
    """Only what is flagged stands on a list."""

    code = "key-list-not-key"
    kind = Kind.INVALID
    en = "{finding} is no flagged key finding of the round {code}"
    zh = "{finding} 不是轮次 {code} 已标记的重点问题"
    next_en = "flag it first, or leave it out"
    next_zh = "请先标记为重点，或去掉该问题"


class NotOnKeyList(Refusal):
    """The finding does not stand on the list."""

    code = "key-list-other-finding"
    kind = Kind.INVALID
    en = "{finding} does not stand on the list {number}"
    zh = "清单 {number} 中没有 {finding}"
    next_en = "`key-list show {number}` shows what stands on it"
    next_zh = "可用 key-list show {number} 查看清单内容"


class NotKeyRecipient(Refusal):
    """The list went to others."""

    code = "key-list-not-recipient"
    kind = Kind.DENIED
    en = "the list {number} was not given to you"
    zh = "清单 {number} 未发送给您或贵单位"
    next_en = "a recipient of the list does it"
    next_zh = "请由清单接收人办理"


class KeyListReceivedAlready(Refusal):
    """The recipient signed before."""

    code = "key-list-received"
    kind = Kind.CONFLICT
    en = "the list {number} was signed for on {day}"
    zh = "清单 {number} 已于 {day} 签收"
    next_en = "nothing remains to be done"
    next_zh = "无需重复签收"


class KeyRecipientTwice(Refusal):
    """An organ gets a list once."""

    code = "key-list-recipient-twice"
    kind = Kind.INVALID
    en = "{code} is named twice among the recipients"
    zh = "接收单位 {code} 被重复填写"
    next_en = "name each organ once"
    next_zh = "每个单位只填写一次"
