"""Why a wish about the review of a report, or about a demand, is refused."""

from kernel.errors import Kind, Refusal


class VersionNotReceived(Refusal):
    """No such version is under review."""

    code = "report-version-not-received"
    kind = Kind.BLOCKED
    en = "version {version} of the report is not under review"
    zh = "报告第 {version} 版未在审核中"
    next_en = "`report-review show` lists the versions that arrived"
    next_zh = "可用 report-review show 查看已收到的版本"


class OpinionNotAsked(Refusal):
    """This body is not among the reviewers of the report."""

    code = "opinion-not-asked"
    kind = Kind.DENIED
    en = "{body} is not among those whose opinion on this report is asked ({asked})"
    zh = "{body} 不是本报告的协助审核单位（{asked}）"
    next_en = "the rulebook of the case names the reviewers"
    next_zh = "审核单位由该事项适用的规则确定"


class OpinionGivenBefore(Refusal):
    """The body gave its opinion on this version before."""

    code = "opinion-given-before"
    kind = Kind.BLOCKED
    en = "{body} gave its opinion on version {version} before; it stands"
    zh = "{body} 已对第 {version} 版提出意见，该意见有效"
    next_en = "a new version is reviewed anew"
    next_zh = "新版本将重新审核"


class OpinionElsewhere(Refusal):
    """The organization department gives its opinion on the progress report in its own service (R-39)."""

    code = "opinion-given-elsewhere"
    kind = Kind.BLOCKED
    en = "the organization department gives its opinion on the progress report with `{verb}` (R-39)"
    zh = "组织部对进展情况报告的意见须以 {verb} 提出（R-39）"
    next_en = "use that command; the opinion arrives here by itself"
    next_zh = "请使用该命令，意见将自动送达"


class OpinionsMissing(Refusal):
    """Opinions have not come and nobody says why they are not waited for."""

    code = "opinions-missing"
    kind = Kind.BLOCKED
    en = "no opinion yet from: {missing}; without it a reason is needed (missing_reason)"
    zh = "尚未收到下列单位的意见：{missing}；不等待即出具须说明理由（missing_reason）"
    next_en = "wait for them, or repeat with the reason; their duty stays open either way"
    next_zh = "请等待其意见，或填写理由后重新提交；其义务不因此解除"


class OpinionsAgainst(Refusal):
    """A reviewing body wants the version returned and nobody says why it passes all the same."""

    code = "opinions-against"
    kind = Kind.BLOCKED
    en = "these bodies want the version returned: {against}; to pass it a reason is needed (against_reason)"
    zh = "下列单位意见为退回：{against}；予以通过须说明理由（against_reason）"
    next_en = "return it, or repeat with the reason"
    next_zh = "请予以退回，或填写理由后重新提交"


class DrafterAssisted(Refusal):
    """Who gave an assisting opinion does not write the collated one (SOD-05)."""

    code = "sod-05-drafter-assisted"
    kind = Kind.DENIED
    en = "this person gave an assisting opinion on the report and can neither draft nor issue the collated one (SOD-05)"
    zh = "该人员已对本报告提出协助审核意见，不得起草或出具汇总审核意见（SOD-05）"
    next_en = "another person of the lead reviewer drafts and issues it"
    next_zh = "请由牵头审核机关其他人员起草并出具"


class CopyDayWrong(Refusal):
    """The copy cannot have arrived on that day."""

    code = "copy-day-wrong"
    kind = Kind.INVALID
    en = "a copy cannot have been received on {day}: the report arrived on {received}, today is {today}"
    zh = "副本签收日期 {day} 不成立：报告于 {received} 收到，今日为 {today}"
    next_en = "give the day on the receipt"
    next_zh = "请按签收单填写日期"


class NotInspected(Refusal):
    """Only the inspected organisation does this."""

    code = "not-the-inspected-organisation"
    kind = Kind.DENIED
    en = "only the inspected organisation of this case can do this"
    zh = "此项须由该整改事项的被巡视党组织办理"
    next_en = "a person of that organisation does it"
    next_zh = "请由该组织人员办理"


class AnswerEmpty(Refusal):
    """An answer to a demand says something or shows something."""

    code = "answer-empty"
    kind = Kind.INVALID
    en = "the answer says nothing and names no evidence"
    zh = "答复既无说明也无佐证材料"
    next_en = "give a note, or the SHA-256 of stored evidence"
    next_zh = "请填写说明，或填写已存佐证材料的 SHA-256"


class DemandNotAnswered(Refusal):
    """A demand that nobody answered is not closed."""

    code = "demand-not-answered"
    kind = Kind.BLOCKED
    en = "the demand is {state}: only an answered one can be closed"
    zh = "该要求当前为“{state}”，答复后方可办结"
    next_en = "wait for the answer of the inspected organisation (`demand answer`)"
    next_zh = "请待被巡视党组织答复（demand answer）"


class DemandEnded(Refusal):
    """The demand is closed."""

    code = "demand-closed"
    kind = Kind.BLOCKED
    en = "the demand is closed; nothing is left to answer"
    zh = "该要求已办结，无需再答复"
    next_en = "look at its history"
    next_zh = "请查看其历史"


class NotOrganOfDemand(Refusal):
    """Another organ made the demand."""

    code = "not-organ-of-demand"
    kind = Kind.DENIED
    en = "the demand was made by {organ}; it alone closes it"
    zh = "该要求由 {organ} 提出，须由其办结"
    next_en = "ask that organ"
    next_zh = "请由提出单位办理"
