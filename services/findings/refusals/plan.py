"""Why a wish about a plan is refused."""

from kernel.errors import Kind, Refusal


class PlanState(Refusal):
    """The version in hand does not allow it."""

    code = "plan-state"
    kind = Kind.BLOCKED
    en = "version {version} of the plan is {state}; this needs {allowed}"
    zh = "整改方案第 {version} 版状态为 {state}，此操作要求 {allowed}"
    next_en = "look at whose move it is: `plan show`"
    next_zh = "请先查看方案当前应由谁办理：plan show"


class AmendmentReasonMissing(Refusal):
    """A passed plan changes only by an amendment that is opened with a reason."""

    code = "plan-passed"
    kind = Kind.BLOCKED
    en = "version {version} of the plan passed its review"
    zh = "整改方案第 {version} 版已通过审核"
    next_en = "open an amendment with its reason (`plan amend`); it is reviewed the same way"
    next_zh = "请说明理由提出修订（plan amend），修订同样须经审核"


class FindingNotOfCase(Refusal):
    """The finding belongs to another case."""

    code = "plan-foreign-finding"
    kind = Kind.INVALID
    en = "finding {number} is not of this case"
    zh = "问题 {number} 不属于本整改事项"
    next_en = "plan it in its own case"
    next_zh = "请在其所属整改事项的方案中列入"


class FindingNotClaimed(Refusal):
    """Nobody answers for the finding yet."""

    code = "plan-finding-unclaimed"
    kind = Kind.BLOCKED
    en = "finding {number} is not claimed"
    zh = "问题 {number} 尚未认领"
    next_en = "claim it first: person, unit, track, cause, criteria (`finding claim {number}`)"
    next_zh = "请先认领：明确责任人、单位、类型、原因和销号标准（finding claim {number}）"


class ItemIncomplete(Refusal):
    """What the plan says of a finding lacks parts; each is named."""

    code = "plan-item-incomplete"
    kind = Kind.BLOCKED
    en = "the plan of finding {number} is not complete; missing: {missing_en}"
    zh = "问题 {number} 的整改方案不完整，缺少：{missing_zh}"
    next_en = "supply what is missing and draft it again"
    next_zh = "请补齐后重新填报"


class FindingsOmitted(Refusal):
    """The plan leaves findings out; each is named."""

    code = "plan-omits-findings"
    kind = Kind.BLOCKED
    en = "the plan omits {count} finding(s): {numbers}"
    zh = "整改方案遗漏 {count} 个问题：{numbers}"
    next_en = "draft an item for each; no finding can be dropped (R-14)"
    next_zh = "请逐一补充；任何问题不得遗漏（R-14）"


class NotEndorsed(Refusal):
    """The version was not endorsed as it stands."""

    code = "plan-not-endorsed"
    kind = Kind.BLOCKED
    en = "version {version} of the plan is not endorsed as it stands"
    zh = "整改方案第 {version} 版尚未由主要负责人签字背书（或背书后又有改动）"
    next_en = "have the serving principal endorse it (`plan endorse`)"
    next_zh = "请现任主要负责人签字背书（plan endorse）"


class DueLaterThanAllowed(Refusal):
    """A plan does not move a date that binds."""

    code = "plan-due-later"
    kind = Kind.BLOCKED
    en = "finding {number} is due {due}; the plan may not set {wanted}"
    zh = "问题 {number} 的完成时限为 {due}，方案不得改为 {wanted}"
    next_en = "ask for an extension, or plan it as long-term before the first review"
    next_zh = "请申请延期；或在首次审核前列为长期整改"


class PartAfterDue(Refusal):
    """A measure or milestone would end after the finding's date."""

    code = "plan-part-after-due"
    kind = Kind.INVALID
    en = "{part} of finding {number} lies at {day}, after the due date {due}"
    zh = "问题 {number} 的{part}日期 {day} 晚于完成时限 {due}"
    next_en = "give an earlier date"
    next_zh = "请填写更早的日期"


class NoPlan(Refusal):
    """Nothing is drafted."""

    code = "plan-missing"
    kind = Kind.BLOCKED
    en = "no plan was drafted for this case"
    zh = "本整改事项尚未编制整改方案"
    next_en = "draft an item for each finding (`plan item`)"
    next_zh = "请逐一填报方案条目（plan item）"


class NothingAmended(Refusal):
    """The amendment equals what passed."""

    code = "plan-unchanged"
    kind = Kind.BLOCKED
    en = "version {version} of the plan says what the passed one says"
    zh = "整改方案第 {version} 版与已通过的版本完全相同"
    next_en = "change an item, or leave the plan as it is"
    next_zh = "请修改条目，或保留现有方案"


class VerdictWithoutPlan(Refusal):
    """A verdict on a version that does not wait for one."""

    code = "plan-verdict-out-of-date"
    kind = Kind.CONFLICT
    en = "version {version} of the plan does not wait for a verdict"
    zh = "整改方案第 {version} 版当前不在审核中"
    next_en = "look at the plan and decide anew"
    next_zh = "请核对方案现状后重新作出意见"
