"""Why a later date is refused."""

from kernel.errors import Kind, Refusal


class ExtensionUsedUp(Refusal):
    """The rulebook's number of extensions is reached, or one is asked for already."""

    code = "extension-used-up"
    kind = Kind.BLOCKED
    en = "finding {number} has {count} extension(s) granted or asked for; the rulebook allows {limit}"
    zh = "问题 {number} 已延期或已申请延期 {count} 次；规则规定最多 {limit} 次"
    next_en = "keep the date, or report why it cannot be kept"
    next_zh = "请按期完成，或书面说明不能按期完成的原因"


class ExtensionTooLate(Refusal):
    """The due date has passed."""

    code = "extension-after-due"
    kind = Kind.BLOCKED
    en = "the due date {due} of finding {number} has passed; an extension is asked for before it"
    zh = "问题 {number} 的完成时限 {due} 已过；延期应在到期前申请"
    next_en = "go on; a late act stays late"
    next_zh = "请继续整改；逾期仍按逾期记录"


class ExtensionNotLater(Refusal):
    """The wanted date is not later than the present one."""

    code = "extension-not-later"
    kind = Kind.INVALID
    en = "the wanted date {wanted} is not after the due date {due} of finding {number}"
    zh = "申请的日期 {wanted} 不晚于问题 {number} 的现行完成时限 {due}"
    next_en = "give a later date"
    next_zh = "请填写更晚的日期"


class NoDueDate(Refusal):
    """There is no date to extend."""

    code = "extension-without-due"
    kind = Kind.BLOCKED
    en = "finding {number} has no due date to extend"
    zh = "问题 {number} 尚无完成时限，无从延期"
    next_en = "set the date in the plan"
    next_zh = "请先在整改方案中明确完成时限"


class NoExtensionAsked(Refusal):
    """Nothing waits for an answer."""

    code = "extension-not-asked"
    kind = Kind.BLOCKED
    en = "no extension is asked for finding {number}"
    zh = "问题 {number} 没有待审批的延期申请"
    next_en = "the principal asks first"
    next_zh = "请先由主要负责人提出申请"
