"""Why a wish about the inspection itself is refused."""

from kernel.errors import Kind, Refusal


class DeclareForOneself(Refusal):
    """Who is no part of the office declares for oneself."""

    code = "interest-of-another"
    kind = Kind.DENIED
    en = "a member of a team declares an interest of one's own; the office may record another person's"
    zh = "组员只能申报本人的回避事项；他人的由巡视巡察办登记"
    next_en = "leave the person out, or ask the office"
    next_zh = "请不填人员，或由巡视巡察办登记"


class InterestOfNothing(Refusal):
    """An interest is in an organisation, or through a relative."""

    code = "interest-of-nothing"
    kind = Kind.INVALID
    en = "neither an organisation nor a relative is named"
    zh = "未填写涉及的党组织或亲属"
    next_en = "name the organisation, or the relative whom the register knows"
    next_zh = "请填写党组织，或登记簿中的亲属"


class MajorProblemNumberUsed(Refusal):
    """Numbers are never reused within a round."""

    code = "major-problem-number-used"
    kind = Kind.CONFLICT
    en = "a major problem {number} was reported in the round {code} before"
    zh = "轮次 {code} 已报告过编号为 {number} 的重大问题"
    next_en = "give another number"
    next_zh = "请另取编号"


class MajorProblemUnknown(Refusal):
    """No major problem has this number, or it was taken."""

    code = "major-problem-unknown"
    kind = Kind.NOT_FOUND
    en = "no reported major problem {number} waits in the round {code}"
    zh = "轮次 {code} 没有待接收的重大问题报告 {number}"
    next_en = "`round inspection {code}` lists what was reported"
    next_zh = "可用 round inspection {code} 查看"
