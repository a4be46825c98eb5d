"""Why a wish about a typical case is refused."""

from kernel.errors import Kind, Refusal


class TypicalNumberTaken(Refusal):
    """Numbers are never used twice."""

    code = "typical-case-number-taken"
    kind = Kind.CONFLICT
    en = "a typical case {number} exists already"
    zh = "典型案例编号 {number} 已存在"
    next_en = "use the next number"
    next_zh = "请使用新编号"


class TypicalState(Refusal):
    """The typical case is not where this step begins."""

    code = "typical-case-state"
    kind = Kind.BLOCKED
    en = "the typical case is {state}; this step needs {needed}"
    zh = "该典型案例状态为 {state}；本步骤须在 {needed} 状态下办理"
    next_en = "`typical-case get` shows where it stands"
    next_zh = "可用 typical-case get 查看"


class OwnProposal(Refusal):
    """Nobody approves what they proposed (SOD-09)."""

    code = "sod-09-own-proposal"
    kind = Kind.DENIED
    en = "whoever proposed a typical case cannot approve it (SOD-09)"
    zh = "提出典型案例的人不得审批该案例（SOD-09）"
    next_en = "let another member of the leading group approve it"
    next_zh = "请由领导小组其他成员审批"
