"""Why a wish about a consolidation is refused."""

from kernel.errors import Kind, Refusal


class ConsolidationPast(Refusal):
    """A consolidation lasts beyond the day of its order."""

    code = "consolidation-past"
    kind = Kind.INVALID
    en = "a consolidation cannot last until {until}: that day is not after the order"
    zh = "整顿期限 {until} 不晚于决定之日"
    next_en = "give a later day, or none"
    next_zh = "请填写更晚的日期，或留空"


class ConsolidationOver(Refusal):
    """A consolidation ends once."""

    code = "consolidation-over"
    kind = Kind.BLOCKED
    en = "the consolidation {number} has ended"
    zh = "整顿 {number} 已结束"
    next_en = "a new order begins a new one"
    next_zh = "如需再次整顿，请另行作出决定"
