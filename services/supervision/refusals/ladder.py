"""Why a step of the ladder is refused."""

from kernel.errors import Kind, Refusal


class LadderNeverDown(Refusal):
    """Steps go upwards only."""

    code = "ladder-never-down"
    kind = Kind.BLOCKED
    en = "step {step} cannot follow step {taken}: steps may be skipped upwards, never taken back"
    zh = "已采取第 {taken} 级措施，不得再采取第 {step} 级：可以越级向上，不得降级"
    next_en = "take a higher step, or decline what is proposed"
    next_zh = "请采取更高一级的措施，或对建议作出不采纳决定"


class LadderStepAutomatic(Refusal):
    """The lower steps are the system's."""

    code = "ladder-step-automatic"
    kind = Kind.INVALID
    en = "step {step} is not one that a person takes"
    zh = "第 {step} 级措施由系统自动采取，或不存在"
    next_en = "the rulebook's setting `escalation` lists the steps that persons decide"
    next_zh = "规则集的 escalation 设置列明由人决定的各级措施"


class LadderNotYours(Refusal):
    """Another body takes this step."""

    code = "ladder-not-yours"
    kind = Kind.DENIED
    en = "a {role} does not decide on step {step}; {roles} do"
    zh = "{role} 不能决定第 {step} 级措施，应由 {roles} 决定"
    next_en = "let one of them decide"
    next_zh = "请由上述单位决定"


class LadderReasonMissing(Refusal):
    """Skipping steps needs a reason."""

    code = "ladder-reason-missing"
    kind = Kind.INVALID
    en = "from step {taken} to step {step} others are skipped: say why"
    zh = "由第 {taken} 级直接采取第 {step} 级措施属于越级，须说明理由"
    next_en = "give `reason`"
    next_zh = "请填写 reason"


class NothingProposed(Refusal):
    """There is nothing to decide."""

    code = "ladder-nothing-proposed"
    kind = Kind.BLOCKED
    en = "step {step} was not proposed here, or is decided"
    zh = "此处没有待决定的第 {step} 级措施"
    next_en = "`rectify ladder list` shows what waits for a decision"
    next_zh = "可用 rectify ladder list 查看待决定事项"


class LadderOfWhat(Refusal):
    """A ladder stands at one duty or one finding."""

    code = "ladder-of-what"
    kind = Kind.INVALID
    en = "name either an obligation or a finding"
    zh = "请在 obligation 与 finding 中填写且只填写一项"
    next_en = "give one of the two"
    next_zh = "请填写其中一项"


class NotOverdue(Refusal):
    """Only what is overdue is pressed."""

    code = "ladder-not-overdue"
    kind = Kind.BLOCKED
    en = "{rule} is {state}: the ladder begins when it is overdue"
    zh = "{rule} 当前为“{state}”，逾期后方可采取督办措施"
    next_en = "wait for its date, or press the finding itself"
    next_zh = "请待到期，或针对问题本身采取措施"
