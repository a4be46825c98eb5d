"""Why a wish about a finding is refused."""

from kernel.errors import Kind, Refusal


class NumberUsed(Refusal):
    """A finding with this number exists; numbers are never reused."""

    code = "finding-number-used"
    kind = Kind.CONFLICT
    en = "the finding number {number} is in use"
    zh = "问题编号 {number} 已被使用"
    next_en = "numbers are never reused; give the next free number"
    next_zh = "编号不得重复使用，请改用下一个空号"


class WrongState(Refusal):
    """The state of the finding does not allow it."""

    code = "finding-state"
    kind = Kind.BLOCKED
    en = "finding {number} is {state}; this needs {allowed}"
    zh = "问题 {number} 当前状态为 {state}，此操作要求状态为 {allowed}"
    next_en = "look at whose move it is: `finding show {number}`"
    next_zh = "请先查看该问题当前应由谁办理：finding show {number}"


class NotItsOrganisation(Refusal):
    """The finding is another organisation's."""

    code = "finding-of-another-organisation"
    kind = Kind.DENIED
    en = "finding {number} is not of the organisation you act for"
    zh = "问题 {number} 不属于您所代表的党组织"
    next_en = "ask the inspected organisation that answers for it"
    next_zh = "请由承担该问题整改责任的党组织办理"


class OwnFinding(Refusal):
    """The inspected organisation may not do on its own finding what belongs to the dispatching side."""

    code = "finding-of-own-organisation"
    kind = Kind.DENIED
    en = "{what} of finding {number} is for the dispatching side, not for the organisation that was inspected (SOD-13)"
    zh = "问题 {number} 的“{what}”由派出方决定，被巡视党组织不得自行办理（SOD-13）"
    next_en = "ask the inspection office"
    next_zh = "请报巡视（巡察）办办理"


class DueInPast(Refusal):
    """A date that is to come lies in the past."""

    code = "finding-due-in-past"
    kind = Kind.INVALID
    en = "the date {due} lies before {day}"
    zh = "日期 {due} 早于 {day}"
    next_en = "give a date not before {day}"
    next_zh = "请填写不早于 {day} 的日期"


class AfterFinalDate(Refusal):
    """A phased goal would lie after the finding's own date."""

    code = "milestone-after-due"
    kind = Kind.INVALID
    en = "the milestone {day} lies after the due date {due} of finding {number}"
    zh = "阶段目标日期 {day} 晚于问题 {number} 的完成时限 {due}"
    next_en = "give an earlier date; the due date itself moves only by an extension"
    next_zh = "请填写更早的日期；完成时限只能经延期审批变更"


class NoSuchPart(Refusal):
    """The finding has no measure, milestone, evidence … of this number."""

    code = "finding-part-unknown"
    kind = Kind.NOT_FOUND
    en = "finding {number} has no {part} {no}"
    zh = "问题 {number} 没有第 {no} 项{part}"
    next_en = "`finding show {number}` shows what exists"
    next_zh = "可用 finding show {number} 查看现有内容"


class PartClosed(Refusal):
    """The measure, milestone … is done already."""

    code = "finding-part-done"
    kind = Kind.BLOCKED
    en = "{part} {no} of finding {number} is done already"
    zh = "问题 {number} 的第 {no} 项{part}已经完成"
    next_en = "nothing is to be done; add another one if work goes on"
    next_zh = "无需再次办理；如工作仍在继续，请另行新增"


class AmendPlanInstead(Refusal):
    """What a review passed changes only with a review."""

    code = "plan-amendment-needed"
    kind = Kind.BLOCKED
    en = "{what} of finding {number} was reviewed with version {version} of the plan"
    zh = "问题 {number} 的{what}已随整改方案第 {version} 版通过审核"
    next_en = "amend the plan (`plan amend`); the amendment is reviewed the same way"
    next_zh = "请提出方案修订（plan amend），修订同样须经审核"


class NoticeNotServed(Refusal):
    """No immediate rectification was demanded."""

    code = "immediate-notice-missing"
    kind = Kind.BLOCKED
    en = "no notice of immediate rectification was served for finding {number}"
    zh = "问题 {number} 未下达立行立改通知书"
    next_en = "serve the notice first"
    next_zh = "请先下达立行立改通知书"


class NoticeServed(Refusal):
    """The demand was made before."""

    code = "immediate-notice-served"
    kind = Kind.CONFLICT
    en = "a notice of immediate rectification was served for finding {number}"
    zh = "问题 {number} 已下达立行立改通知书"
    next_en = "follow the notice that stands"
    next_zh = "请按已下达的通知书办理"


class NothingToShow(Refusal):
    """A confirmation needs evidence."""

    code = "immediate-without-evidence"
    kind = Kind.BLOCKED
    en = "finding {number} has no evidence of its immediate rectification"
    zh = "问题 {number} 尚无立行立改佐证材料"
    next_en = "have the inspected organisation add evidence"
    next_zh = "请由被巡视党组织补充佐证材料"


class ProofMissing(Refusal):
    """Closing as not applicable needs proof."""

    code = "not-applicable-without-proof"
    kind = Kind.INVALID
    en = "closing finding {number} as not applicable needs proof"
    zh = "将问题 {number} 作为不再适用予以了结，须附证明材料"
    next_en = "give the SHA-256 of at least one document"
    next_zh = "请至少提供一份文件的 SHA-256"


class NothingChanges(Refusal):
    """The command states what is already so."""

    code = "finding-unchanged"
    kind = Kind.INVALID
    en = "nothing would change for finding {number}"
    zh = "问题 {number} 无任何变更"
    next_en = "state what is to be different"
    next_zh = "请写明需要变更的内容"


class NoticeIncomplete(Refusal):
    """A notice that begins a finding needs to say whose and what."""

    code = "immediate-notice-incomplete"
    kind = Kind.INVALID
    en = "a notice without an existing finding needs round, organisation, number and wording"
    zh = "未关联现有问题的立行立改通知书，须写明轮次、党组织、编号和问题内容"
    next_en = "give all four, or name the finding"
    next_zh = "请补齐四项，或指明现有问题"


class NumberReserved(Refusal):
    """Numbers of feedback are counted; a notice takes another scheme."""

    code = "immediate-number-reserved"
    kind = Kind.INVALID
    en = "{number} is kept for the feedback, which counts {prefix}01, {prefix}02 …"
    zh = "编号 {number} 为反馈问题预留（{prefix}01、{prefix}02……）"
    next_en = "give the notice another number, such as {prefix}L1"
    next_zh = "请为通知书另编号，例如 {prefix}L1"
