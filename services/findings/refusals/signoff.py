"""Why a sign-off does not go on."""

from kernel.errors import Kind, Refusal


class GatesNotMet(Refusal):
    """Sign-off cannot be asked for yet; every thing that is missing is named."""

    code = "signoff-gates"
    kind = Kind.BLOCKED
    en = "finding {number} is not ready for sign-off; missing: {missing_en}"
    zh = "问题 {number} 尚不具备申请销号条件，缺少：{missing_zh}"
    next_en = "supply what is missing, then request again"
    next_zh = "请补齐所缺事项后重新申请"


class SameApprover(Refusal):
    """One person would take two steps of one sign-off."""

    code = "signoff-same-person"
    kind = Kind.DENIED
    en = "who {taken} may not also {wanted} the same sign-off of finding {number} (SOD-02)"
    zh = "问题 {number} 的同一次销号中，{taken_zh}的人员不得再{wanted_zh}（SOD-02）"
    next_en = "another person takes this step"
    next_zh = "请由其他人员办理此环节"


class MemberFirst(Refusal):
    """The principal approves after the member."""

    code = "signoff-member-first"
    kind = Kind.BLOCKED
    en = "the sign-off of finding {number} was not yet approved by a member of the leadership team"
    zh = "问题 {number} 的销号申请尚未经班子成员审核"
    next_en = "a member approves first, then the principal"
    next_zh = "请先由班子成员审核，再由主要负责人审批"


class StepTaken(Refusal):
    """The step was taken before."""

    code = "signoff-step-taken"
    kind = Kind.CONFLICT
    en = "this step of the sign-off of finding {number} was taken"
    zh = "问题 {number} 的此销号环节已办理"
    next_en = "the next step is another person's"
    next_zh = "请由下一环节人员办理"


class Recused(Refusal):
    """The verifier holds or held a post in the organisation, or declared an interest."""

    code = "verifier-recused"
    kind = Kind.DENIED
    en = "the verifier of finding {number} has to step aside: {why} (SOD-01)"
    zh = "问题 {number} 的核查人员应当回避：{why_zh}（SOD-01）"
    next_en = "assign another verifier"
    next_zh = "请另行指派核查人员"


class VerifierOverturned(Refusal):
    """Who passed a sign-off that was overturned does not check the finding again."""

    code = "verifier-overturned"
    kind = Kind.DENIED
    en = "the verifier's earlier check of finding {number} was overturned; a different verifier is needed"
    zh = "该人员此前对问题 {number} 的核查已被推翻，须更换核查人员"
    next_en = "assign another verifier"
    next_zh = "请另行指派核查人员"


class VerdictOutOfDate(Refusal):
    """A verdict concerns something else than what stands."""

    code = "verdict-out-of-date"
    kind = Kind.CONFLICT
    en = "finding {number} is {state}; the verdict concerns sign-off {signoff}"
    zh = "问题 {number} 当前状态为 {state}，而该意见针对第 {signoff} 次销号"
    next_en = "look at the finding and decide anew"
    next_zh = "请核对该问题现状后重新作出意见"
