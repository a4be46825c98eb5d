"""Why a wish about a handover is refused."""

from kernel.errors import Kind, Refusal


class WrongHandoverState(Refusal):
    """The handover is not in the state that this needs."""

    code = "handover-state"
    kind = Kind.BLOCKED
    en = "the handover {number} is {state}; this needs {needed}"
    zh = "交接 {number} 当前为 {state}，此操作须处于 {needed}"
    next_en = "the steps are list, outgoing signature, incoming signature, witness, filing, in this order"
    next_zh = "交接依次为：拟列清单、移交人签字、接收人签字、监交、归档"


class NotTheLeaver(Refusal):
    """Only the leaver signs as the outgoing one, or the serving principal in their place."""

    code = "handover-not-leaver"
    kind = Kind.DENIED
    en = "you are neither the person who hands over {number} nor the serving principal"
    zh = "您既不是交接 {number} 的移交人，也不是在任主要负责人"
    next_en = "the person who leaves signs; the principal only in their place and with a reason"
    next_zh = "请由移交人签字；仅在其无法或拒绝签字时由主要负责人说明理由代签"


class GroundNeeded(Refusal):
    """The principal signs in the leaver's place only with ground and reason."""

    code = "handover-ground-needed"
    kind = Kind.INVALID
    en = "signing {number} in the leaver's place needs the ground and a reason"
    zh = "代移交人签署交接 {number} 须写明情形和理由"
    next_en = "give ground (dead, detained, refusing, unable) and reason"
    next_zh = "请填写情形（dead、detained、refusing、unable）和理由"


class GroundNotForLeaver(Refusal):
    """Who signs for oneself gives no ground for another's signature."""

    code = "handover-ground-not-needed"
    kind = Kind.INVALID
    en = "{number} is signed by the person it needs; a ground is given only when the principal signs in another's place"
    zh = "交接 {number} 由应签字人本人签署；只有主要负责人代签时才填写情形"
    next_en = "leave the ground empty"
    next_zh = "请不要填写情形"


class NotTheIncoming(Refusal):
    """Another person is named to take over."""

    code = "handover-not-incoming"
    kind = Kind.DENIED
    en = "another person is named to take over {number}"
    zh = "交接 {number} 指定了其他接收人"
    next_en = "the person named in the list signs; a new list may name another one before the first signature"
    next_zh = "请由清单所列接收人签字；在移交人签字前可重新拟列清单变更接收人"


class NotOnTheTeam(Refusal):
    """Duty is taken over by members of the leadership team."""

    code = "handover-not-on-team"
    kind = Kind.DENIED
    en = "on {day} the person who would take over {number} holds no post in the leadership team of the organisation"
    zh = "{day} 交接 {number} 的接收人未在该组织领导班子任职"
    next_en = "record the appointment first (`post appoint`)"
    next_zh = "请先登记任职（post appoint）"


class ItemAddedByHand(Refusal):
    """Findings and milestones come from the ledger, never by hand."""

    code = "handover-item-kind"
    kind = Kind.INVALID
    en = "item {n} is of the kind {kind}; findings, milestones and sponsorships are listed from the ledger"
    zh = "第 {n} 项为 {kind}；问题、阶段目标和包保事项由台账自动列出"
    next_en = "add letters, listed items or other business only"
    next_zh = "只能补充函件、挂牌督办或其他事项"
