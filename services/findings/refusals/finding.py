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
