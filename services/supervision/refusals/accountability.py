"""Why a wish about accountability is refused."""

from kernel.errors import Kind, Refusal


class CitationMissing(Refusal):
    """A matter rests on at least one obligation and one event."""

    code = "accountability-citation-missing"
    kind = Kind.INVALID
    en = "the matter cites no {missing}: it rests on at least one obligation and one event of the record"
    zh = "未引用 {missing}：问责事项须引用至少一项期限义务和一个记录事件"
    next_en = "give obligation ids (`obligation list`) and events as ORIGIN:POSITION (`finding history`)"
    next_zh = "请填写义务编号（obligation list）和事件“来源:位置”（finding history）"


class ObligationUnknown(Refusal):
    """What is cited is there."""

    code = "accountability-obligation-unknown"
    kind = Kind.INVALID
    en = "there is no obligation {obligation}"
    zh = "没有期限义务 {obligation}"
    next_en = "`rectify obligation list` shows those of a case"
    next_zh = "可用 rectify obligation list 查看事项的义务"


class OwnAccountability(Refusal):
    """The subject records nothing of its own accountability but a response (SOD-10)."""

    code = "sod-10-own-accountability"
    kind = Kind.DENIED
    en = "the subject of a matter records nothing of it but its response (SOD-10)"
    zh = "问责对象不得登记对其问责的事项，只能提交陈述（SOD-10）"
    next_en = "the organ that decides records it; the subject uses `accountability answer` or `appeal`"
    next_zh = "由决定机关登记；问责对象可用 accountability answer 或 appeal"


class NotDecider(Refusal):
    """Another organ decides this matter."""

    code = "accountability-not-decider"
    kind = Kind.DENIED
    en = "another organ decides this matter, as {role}"
    zh = "该事项由其他机关以 {role} 身份决定"
    next_en = "`rectify accountability show` names it"
    next_zh = "可用 rectify accountability show 查看决定机关"


class NotDeciderAbove(Refusal):
    """On a supervising organ the level above decides (SOD-12)."""

    code = "sod-12-level-above-decides"
    kind = Kind.DENIED
    en = "on a discipline organ or organization department the level above decides (SOD-12)"
    zh = "对纪检监察机关、组织部门的问责由上一级决定（SOD-12）"
    next_en = "`rectify accountability show` names the organ that decides"
    next_zh = "可用 rectify accountability show 查看决定机关"


class NoLevelAbove(Refusal):
    """Without a superior organ in the register nobody could decide."""

    code = "accountability-no-level-above"
    kind = Kind.BLOCKED
    en = "the register knows no superior organ of the subject, which would decide (SOD-12)"
    zh = "名册中没有问责对象的上级机关，无从决定（SOD-12）"
    next_en = "register it: `org relate --relation superior-organ`"
    next_zh = "请先登记：org relate --relation superior-organ"


class CaseNeeded(Refusal):
    """The case says which discipline organ decides."""

    code = "accountability-case-needed"
    kind = Kind.INVALID
    en = "for a subject of this class the case is named: it says which discipline organ decides"
    zh = "该类问责对象须写明整改事项，以确定由哪个纪检监察机关决定"
    next_en = "name the case"
    next_zh = "请填写整改事项"


class MatterState(Refusal):
    """The matter is not where this step begins."""

    code = "accountability-state"
    kind = Kind.BLOCKED
    en = "the matter is {state}; this step needs it to be {wanted}"
    zh = "问责事项当前为“{state}”，该步骤要求状态为：{wanted}"
    next_en = "`rectify accountability show` shows what comes next"
    next_zh = "可用 rectify accountability show 查看下一步"


class MatterDayLater(Refusal):
    """What has not happened is not recorded."""

    code = "accountability-day-later"
    kind = Kind.INVALID
    en = "{day} has not come yet"
    zh = "{day} 尚未到来"
    next_en = "record it when it has happened"
    next_zh = "请在事情发生后登记"


class NotSubject(Refusal):
    """Only the subject responds and appeals."""

    code = "accountability-not-subject"
    kind = Kind.DENIED
    en = "the matter is not about you or the organ you act for"
    zh = "该问责事项与您本人及您所代表的单位无关"
    next_en = "the subject responds or appeals"
    next_zh = "请由问责对象办理"


class AppealOutcomeMissing(Refusal):
    """A matter that was appealed closes with what became of the appeal."""

    code = "appeal-outcome-missing"
    kind = Kind.INVALID
    en = "the decision was appealed: say whether it was upheld, changed or revoked"
    zh = "该决定已被申诉，须写明申诉结果：维持、变更或撤销"
    next_en = "give `appeal`"
    next_zh = "请填写 appeal"


class AppealOutcomeUnasked(Refusal):
    """Without an appeal there is no outcome of one."""

    code = "appeal-outcome-unasked"
    kind = Kind.INVALID
    en = "nobody appealed against the decision"
    zh = "该决定没有申诉"
    next_en = "leave `appeal` empty"
    next_zh = "appeal 请留空"
