"""Why a wish about a monthly return is refused."""

from kernel.errors import Kind, Refusal


class ReturnNotExpected(Refusal):
    """No return was called for this month."""

    code = "return-not-expected"
    kind = Kind.BLOCKED
    en = "no return for {month} is expected of the case {number}"
    zh = "整改事项 {number} 无须报送 {month} 的月报表"
    next_en = "returns are expected for months in which a finding is unfinished after its phase; `return list` shows them"
    next_zh = "集中整改期满后仍有未完成问题的月份才需报送；可用 return list 查看"


class WrongReturnState(Refusal):
    """The return is not where this step begins."""

    code = "return-state"
    kind = Kind.BLOCKED
    en = "the return for {month} is {state}; this needs {needed}"
    zh = "{month} 月报表当前为 {state}，此操作须处于 {needed}"
    next_en = "prepare, endorse, submit: in this order"
    next_zh = "须依次编制、背书、报送"


class FindingNotInReturn(Refusal):
    """The handler speaks of a finding that the ledger does not put into this return."""

    code = "return-finding-unknown"
    kind = Kind.INVALID
    en = "the ledger does not put these findings into the return for {month}: {findings}"
    zh = "台账显示下列问题不在 {month} 月报表之列：{findings}"
    next_en = "leave them out; the rows come from the ledger"
    next_zh = "请去掉；报表各行由台账生成"


class ReturnTooEarly(Refusal):
    """The month is not over."""

    code = "return-too-early"
    kind = Kind.BLOCKED
    en = "the return for {month} covers the whole month and can be submitted from {first} on"
    zh = "{month} 月报表涵盖全月，自 {first} 起方可报送"
    next_en = "submit it then; it is due by {due}"
    next_zh = "请届时报送，期限为 {due}"
