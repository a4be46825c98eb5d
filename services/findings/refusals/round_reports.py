"""Why a wish about a report on a round is refused."""

from kernel.errors import Kind, Refusal


class RoundReportNumberUsed(Refusal):
    """Numbers of reports are never reused, and what was reported never changes."""

    code = "round-report-number-used"
    kind = Kind.CONFLICT
    en = "the report number {number} is in use"
    zh = "报告文号 {number} 已被使用"
    next_en = "give another number; what was reported stays as it was, a later state is a new report"
    next_zh = "请另取文号；已报告的数据不再变动，新情况另行报告"


class NotRoundReportBody(Refusal):
    """A round is reported to its dispatching committee and its leading group."""

    code = "round-report-not-addressee"
    kind = Kind.DENIED
    en = "the report {number} was submitted to the Party committee and the leading group of its round, not to your organ"
    zh = "报告 {number} 报送的是本轮次的派出党组织和领导小组，不是贵单位"
    next_en = "one of these two does it"
    next_zh = "请由上述单位签收"


class RoundReportReceivedAlready(Refusal):
    """The body took it before."""

    code = "round-report-received"
    kind = Kind.CONFLICT
    en = "your organ took the report {number} on {day}"
    zh = "贵单位已于 {day} 签收报告 {number}"
    next_en = "nothing remains to be done"
    next_zh = "无需重复签收"
