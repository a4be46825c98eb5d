"""Why a step in the adjustment of a post is refused."""

from kernel.errors import Kind, Refusal


class SubjectRecords(Refusal):
    """The subject may respond, and nothing else (SOD-10)."""

    code = "sod-10-subject-records"
    kind = Kind.DENIED
    en = "an adjustment is never proposed or recorded by the person whose post it is (SOD-10)"
    zh = "职务调整不得由当事人本人提出或登记（SOD-10）"
    next_en = "another person records it; the subject may respond (`adjustment respond`)"
    next_zh = "请由他人登记；当事人可用 adjustment respond 作出说明"


class SubjectMissing(Refusal):
    """The proposal does not say whose post; the decision must."""

    code = "adjustment-subject-missing"
    kind = Kind.INVALID
    en = "the proposal names nobody: say whose post the decision is about"
    zh = "该建议未指明人员，决定中须写明调整何人职务"
    next_en = "give --person"
    next_zh = "请填写 --person"


class AnotherSubject(Refusal):
    """The proposal is about somebody else."""

    code = "adjustment-other-subject"
    kind = Kind.INVALID
    en = "the proposal is about another person"
    zh = "该建议针对的是其他人员"
    next_en = "decide it for the person it names, or put forward another proposal"
    next_zh = "请就所列人员作出决定，或另行提出建议"


class AdjustmentDecidedBefore(Refusal):
    """A proposal is decided once."""

    code = "adjustment-decided-before"
    kind = Kind.BLOCKED
    en = "the proposal was decided before: {outcome}"
    zh = "该建议已有决定：{outcome}"
    next_en = "a new matter needs a new proposal"
    next_zh = "新的情况请另行提出建议"


class MeasureMissing(Refusal):
    """An adjustment says what was done, its refusal why not."""

    code = "adjustment-part-missing"
    kind = Kind.INVALID
    en = "a decision that is {outcome} needs: {missing}"
    zh = "结论为 {outcome} 的决定须填写：{missing}"
    next_en = "adjusted: say the measure; not adjusted: say the reason"
    next_zh = "决定调整的须写明调整措施；不予调整的须说明理由"


class NotTheSubject(Refusal):
    """Only the subject of a decision responds to it."""

    code = "not-the-subject"
    kind = Kind.DENIED
    en = "only the person whose post was decided about responds, once it is decided"
    zh = "只有被作出决定的当事人本人可在决定作出后说明情况"
    next_en = "look at the proposal with `adjustment list`"
    next_zh = "可用 adjustment list 查看"
