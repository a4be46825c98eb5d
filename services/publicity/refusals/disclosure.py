"""Why a wish about a disclosure notice is refused."""

from kernel.errors import Kind, Refusal


class NoticeState(Refusal):
    """The version is not where this step begins."""

    code = "disclosure-state"
    kind = Kind.BLOCKED
    en = "version {version} of the notice is {state}; this step needs {needed}"
    zh = "公开稿第 {version} 版状态为 {state}；本步骤须在 {needed} 状态下办理"
    next_en = "`disclosure get` shows whose move it is"
    next_zh = "可用 disclosure get 查看当前应由谁办理"


class NothingToCorrect(Refusal):
    """What is published agrees with the record."""

    code = "disclosure-nothing-to-correct"
    kind = Kind.BLOCKED
    en = "version {version} is published and does not differ from the record: there is nothing to correct"
    zh = "第 {version} 版已公开且与记录一致，无需更正"
    next_en = "state what is to be corrected as `reason`"
    next_zh = "如确需更正，请在 reason 中写明理由"


class NoAcceptedReport(Refusal):
    """A notice is made from a report that was accepted."""

    code = "disclosure-no-accepted-report"
    kind = Kind.BLOCKED
    en = "the case has no accepted {kind} report: there is nothing to disclose yet"
    zh = "该整改事项尚无审核通过的 {kind} 报告，暂无可公开内容"
    next_en = "wait until the report has been accepted"
    next_zh = "请待报告审核通过后再起草"


class NoChannel(Refusal):
    """A notice names how to answer it (F-21)."""

    code = "disclosure-no-channel"
    kind = Kind.INVALID
    en = "a notice names at least one channel by which people can answer"
    zh = "公开稿须至少列明一种意见反映渠道"
    next_en = "give a telephone number, post box, e-mail or address"
    next_zh = "请填写电话、信箱、邮箱或地址"


class TreatmentWrong(Refusal):
    """A path of the proof that is treated in a way that cannot be."""

    code = "disclosure-treatment"
    kind = Kind.INVALID
    en = "path {path} cannot be treated like this; {known} may each be withheld with a reason, or masked with a rule and a text"
    zh = "路径 {path} 不能如此处理；{known} 可各自说明理由予以保留，或以规则和替代文字遮蔽"
    next_en = "name each path once, with `reason` alone or with `rule` and `text`"
    next_zh = "请将每个路径列出一次，只填 reason，或填 rule 和 text"


class ContentDiffers(Refusal):
    """What is about to be published says something else than the record."""

    code = "disclosure-content-differs"
    kind = Kind.BLOCKED
    en = "the notice differs from the accepted report: {differences}"
    zh = "公开稿与审核通过的报告不一致：{differences}"
    next_en = "send it back and draft it anew"
    next_zh = "请退回重新起草"


class Confidential(Refusal):
    """Something that must be kept stands in it; the text itself is not repeated here."""

    code = "disclosure-confidential"
    kind = Kind.BLOCKED
    en = "this must not be published: {what}"
    zh = "存在不得公开的内容：{what}"
    next_en = "send it back to be drafted without, or request an exemption for the finding concerned"
    next_zh = "请退回修改，或对所涉问题申请豁免公开"


class SameHands(Refusal):
    """Drafter, confidentiality reviewer and approver are three people (SOD-09)."""

    code = "sod-09-same-hands"
    kind = Kind.DENIED
    en = "whoever was the {former} of this notice cannot be its {role} (SOD-09)"
    zh = "该公开稿的{former}不得再作为{role}（SOD-09）"
    next_en = "let another person do it"
    next_zh = "请由另一人办理"


class UnknownGround(Refusal):
    """The rulebook lists the grounds of an exemption."""

    code = "disclosure-ground-unknown"
    kind = Kind.INVALID
    en = "{ground} is no ground of {rulebook}; it knows {known}"
    zh = "{rulebook} 未列豁免理由 {ground}；可用：{known}"
    next_en = "use one of them"
    next_zh = "请选用其中之一"


class ForeignFinding(Refusal):
    """An exemption names findings of the notice."""

    code = "disclosure-finding-foreign"
    kind = Kind.INVALID
    en = "not findings of this notice: {findings}"
    zh = "不属于该公开稿的问题：{findings}"
    next_en = "name findings that the notice tells of"
    next_zh = "请填写公开稿所列的问题"


class ApproverNotFit(Refusal):
    """The text for the public is agreed by the leading group."""

    code = "disclosure-approver"
    kind = Kind.DENIED
    en = "a notice to the public is approved by the leading group"
    zh = "向社会公开的稿件须由领导小组审定"
    next_en = "submit it to the leading group"
    next_zh = "请报领导小组审定"


class PeriodRuns(Refusal):
    """People may still answer."""

    code = "disclosure-period-runs"
    kind = Kind.BLOCKED
    en = "the feedback period runs until {until}"
    zh = "意见反馈期至 {until} 届满"
    next_en = "close it on the day after"
    next_zh = "请于次日起办理"


class KeyViewsUnanswered(Refusal):
    """Key views are answered before the feedback is closed (F-22)."""

    code = "disclosure-key-views-unanswered"
    kind = Kind.BLOCKED
    en = "key views without an answer: {numbers}"
    zh = "尚未答复的重点意见：{numbers}"
    next_en = "answer each with `disclosure answer`"
    next_zh = "请逐条答复（disclosure answer）"


class NoSuchView(Refusal):
    """Nothing with this number was recorded as a key view, or it was answered."""

    code = "disclosure-view-unknown"
    kind = Kind.BLOCKED
    en = "there is no unanswered key view {n}"
    zh = "没有待答复的第 {n} 条重点意见"
    next_en = "`disclosure get` lists them"
    next_zh = "可用 disclosure get 查看"


class SummaryMissing(Refusal):
    """A key view says what it is."""

    code = "disclosure-summary-missing"
    kind = Kind.INVALID
    en = "a key view needs a summary, so that it can be answered"
    zh = "重点意见须有摘要，以便答复"
    next_en = "say in a sentence what was raised, without names"
    next_zh = "请用一句话概括所反映的内容，不写姓名"
