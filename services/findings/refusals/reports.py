"""Why a wish about a report is refused."""

from kernel.errors import Kind, Refusal


class ReportNotAsked(Refusal):
    """The rulebook asks for no such report in this case."""

    code = "report-not-asked"
    kind = Kind.BLOCKED
    en = "{rulebook} asks for no {report} in the case {number}; it asks for: {known}"
    zh = "{rulebook} 未要求整改事项 {number} 报送 {report}；所要求的报告：{known}"
    next_en = "choose one of these"
    next_zh = "请选择其中之一"


class WrongReportState(Refusal):
    """The report is not where this step begins."""

    code = "report-state"
    kind = Kind.BLOCKED
    en = "the report is {state}; this needs {needed}"
    zh = "报告当前为 {state}，此操作须处于 {needed}"
    next_en = "draft, endorse, submit: in this order; a returned report needs a new version"
    next_zh = "须依次起草、背书、报送；被退回的报告须提交新版本"


class NotEndorsed(Refusal):
    """Nobody signed for its truth (R-137)."""

    code = "report-not-endorsed"
    kind = Kind.BLOCKED
    en = "the report is not endorsed; only the serving principal's own signature makes it acceptable (R-137, SOD-04)"
    zh = "报告未经签字背书；须由在任主要负责人本人签署方可接收（R-137、SOD-04）"
    next_en = "the principal endorses it (`report endorse`)"
    next_zh = "请主要负责人以 report endorse 签字背书"


class AccountsMissing(Refusal):
    """The report passes over findings in its scope (R-14)."""

    code = "report-accounts-missing"
    kind = Kind.BLOCKED
    en = "the report says nothing of: {missing}"
    zh = "报告未说明下列问题：{missing}"
    next_en = "add an account of each"
    next_zh = "请逐一补充说明"


class AccountsForeign(Refusal):
    """The report speaks of findings outside its scope."""

    code = "report-accounts-foreign"
    kind = Kind.INVALID
    en = "these findings are not in the scope of the report: {findings}"
    zh = "下列问题不属于本报告范围：{findings}"
    next_en = "leave them out"
    next_zh = "请去掉"


class FindingsUnfinished(Refusal):
    """The final report follows the last sign-off (R-16)."""

    code = "report-findings-unfinished"
    kind = Kind.BLOCKED
    en = "the final report follows the last sign-off; unfinished: {unfinished}"
    zh = "完整整改报告须在全部销号后报送；尚未完成：{unfinished}"
    next_en = "finish these findings first; until then monthly returns report on them"
    next_zh = "请先完成上述问题；此前按月报送月报表"


class Misaddressed(Refusal):
    """The report goes to another body."""

    code = "report-misaddressed"
    kind = Kind.INVALID
    en = "the {report} goes to {expected} ({rule}), not to {given}; its clock runs on"
    zh = "{report} 应报送 {expected}（{rule}），而非 {given}；期限继续计算"
    next_en = "submit it to the right body"
    next_zh = "请报送正确的单位"


class NotAddressee(Refusal):
    """Another organ received the report."""

    code = "report-not-addressee"
    kind = Kind.DENIED
    en = "the report was submitted to another organ"
    zh = "该报告报送的是其他单位"
    next_en = "its addressee decides on it"
    next_zh = "请由接收单位办理"


class ReportReviewed(Refusal):
    """The report is decided by the opinion of its reviewers, not by a word alone (R-30, R-31)."""

    code = "report-goes-through-review"
    kind = Kind.BLOCKED
    en = "the {report} is settled by its reviewers' written opinion in three parts (`{verb}`), not directly (R-30, R-31)"
    zh = "{report} 须由审核单位以 {verb} 出具三部分书面审核意见予以办结，不得直接接受或退回（R-30、R-31）"
    next_en = "the reviewing body issues its opinion"
    next_zh = "请由审核单位出具审核意见"


class OpinionForAnotherVersion(Refusal):
    """The opinion speaks of a version that is not the newest."""

    code = "report-opinion-version"
    kind = Kind.BLOCKED
    en = "the opinion is on version {given}; the newest is {newest}"
    zh = "审核意见针对第 {given} 版，当前为第 {newest} 版"
    next_en = "the newest version is reviewed anew"
    next_zh = "最新版本须重新审核"
