"""Why a wish about feedback is refused."""

from kernel.errors import Kind, Refusal


class WrongFeedbackState(Refusal):
    """The feedback is not where this step begins."""

    code = "feedback-state"
    kind = Kind.BLOCKED
    en = "the feedback is {state}; this needs {needed}"
    zh = "反馈意见当前为 {state}，此操作须处于 {needed}"
    next_en = "take the steps in between first; received feedback changes only by a numbered supplement"
    next_zh = "请先完成中间步骤；已签收的反馈只能以编号的补充反馈变更"


class SameApprover(Refusal):
    """Who worded the feedback does not approve it."""

    code = "feedback-same-approver"
    kind = Kind.DENIED
    en = "the person who drafted or submitted the feedback cannot approve it"
    zh = "起草或报请人员不得审定同一反馈意见"
    next_en = "another member of the leading group approves"
    next_zh = "请由领导小组其他成员审定"


class ImmediateUnknown(Refusal):
    """An item names a finding served for immediate rectification that does not exist for this case."""

    code = "immediate-unknown"
    kind = Kind.INVALID
    en = "item {n} continues an immediate rectification that is not on record for this organisation in this round"
    zh = "第 {n} 项所承接的立行立改事项在本轮次该组织名下没有记录"
    next_en = "leave it out, or serve the notice first"
    next_zh = "请去掉该引用，或先下达立行立改通知书"


class CheckNotListed(Refusal):
    """An item belongs to a special check that the feedback does not list."""

    code = "special-check-not-listed"
    kind = Kind.INVALID
    en = "item {n} belongs to the special check {check}, which the feedback does not list"
    zh = "第 {n} 项属于专项检查 {check}，但反馈意见未列该检查"
    next_en = "add the check or correct the item"
    next_zh = "请增列该检查或更正该项"


class ReceiptIncomplete(Refusal):
    """A paper receipt is day, signer and hash together."""

    code = "receipt-incomplete"
    kind = Kind.INVALID
    en = "a receipt on paper needs day, signer and SHA-256; missing: {missing}"
    zh = "纸质签收须同时给出日期、签收人和 SHA-256；缺少：{missing}"
    next_en = "give all three, or none and let the principal sign here"
    next_zh = "三项一并给出，或都不给出而由主要负责人在此签收"


class SupplementEmpty(Refusal):
    """A supplement has something to say."""

    code = "supplement-empty"
    kind = Kind.INVALID
    en = "a supplement adds findings or corrects wordings"
    zh = "补充反馈须新增问题或更正表述"
    next_en = "give items or corrections"
    next_zh = "请给出新增问题或更正"


class SupplementPending(Refusal):
    """One supplement at a time."""

    code = "supplement-pending"
    kind = Kind.BLOCKED
    en = "supplement {supplement} is {state}"
    zh = "第 {supplement} 号补充反馈当前为 {state}"
    next_en = "finish it first"
    next_zh = "请先办理完毕"


class NoSuchSupplement(Refusal):
    """The feedback has no supplement of this number in this state."""

    code = "supplement-state"
    kind = Kind.BLOCKED
    en = "supplement {supplement} is {state}; this needs {needed}"
    zh = "第 {supplement} 号补充反馈当前为 {state}，此操作须处于 {needed}"
    next_en = "take the steps in between first"
    next_zh = "请先完成中间步骤"


class NumberUnknown(Refusal):
    """A correction names a finding that the feedback does not hold."""

    code = "feedback-number-unknown"
    kind = Kind.INVALID
    en = "the feedback has no finding {number}"
    zh = "反馈意见中没有问题 {number}"
    next_en = "check the number"
    next_zh = "请核对编号"
