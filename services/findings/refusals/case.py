"""Why a wish about a case is refused."""

from kernel.errors import Kind, Refusal


class NoRulebookInForce(Refusal):
    """No version of the round's rulebook was in force on the day of receipt."""

    code = "rulebook-not-in-force"
    kind = Kind.BLOCKED
    en = "no version of the rulebook {rulebook} was in force on {day}"
    zh = "规则集 {rulebook} 在 {day} 尚无施行中的版本"
    next_en = "name the version that binds this round, as id@version"
    next_zh = "请以 编号@版本 指明本轮次适用的版本"


class UnknownRulebook(Refusal):
    """No shipped rulebook has this name."""

    code = "rulebook-unknown"
    kind = Kind.INVALID
    en = "there is no rulebook {rulebook}"
    zh = "没有规则集 {rulebook}"
    next_en = "`rulebook list` shows what exists"
    next_zh = "可用 rulebook list 查看现有规则集"


class UnknownSpecialCheck(Refusal):
    """The rulebook does not know this special check and has no place for others."""

    code = "special-check-unknown"
    kind = Kind.INVALID
    en = "{rulebook} has no special check {check}"
    zh = "{rulebook} 未列专项检查 {check}"
    next_en = "use a check that the rulebook lists, or add it to the rulebook"
    next_zh = "请使用规则集所列的专项检查，或在规则集中增列"


class CaseExists(Refusal):
    """Feedback of this round to this organisation was received before."""

    code = "case-exists"
    kind = Kind.CONFLICT
    en = "the case {number} is open already"
    zh = "整改事项 {number} 已经建立"
    next_en = "further findings come by a supplement to the feedback"
    next_zh = "新增问题请以补充反馈提出"


class NotYourCase(Refusal):
    """Another organisation answers for the case."""

    code = "case-not-yours"
    kind = Kind.DENIED
    en = "the case {number} is answered for by another organisation"
    zh = "整改事项 {number} 由其他党组织承担"
    next_en = "only people of the organisation that answers for it may do this"
    next_zh = "须由承担该事项的党组织人员办理"


class NotBodyOfCase(Refusal):
    """The organ has no part in this case."""

    code = "case-not-your-organ"
    kind = Kind.DENIED
    en = "your organ does not act as {body} for the case {number}"
    zh = "贵单位不是整改事项 {number} 的{body}"
    next_en = "the organ named for this round does it"
    next_zh = "请由本轮次指定的单位办理"


class CaseEnded(Refusal):
    """The case is closed."""

    code = "case-closed"
    kind = Kind.BLOCKED
    en = "the case {number} is closed"
    zh = "整改事项 {number} 已办结"
    next_en = "it can be reopened for a finding only, with evidence"
    next_zh = "只能就具体问题凭依据重新开启"


class CaseNotCompleted(Refusal):
    """The case cannot be closed yet."""

    code = "case-not-completed"
    kind = Kind.BLOCKED
    en = "the case {number} is {state}; it can be closed once its final report is accepted"
    zh = "整改事项 {number} 当前为 {state}；完整整改报告被接受后方可办结"
    next_en = "unfinished findings: {unfinished}"
    next_zh = "未完成问题：{unfinished}"


class DateNotYet(Refusal):
    """A day given as past lies in the future."""

    code = "date-in-future"
    kind = Kind.INVALID
    en = "{what} is said to be on {day}, which is after today, {today}"
    zh = "{what}的日期 {day} 晚于今天 {today}"
    next_en = "record it when it has happened"
    next_zh = "请在事情发生后再登记"


class DateTooEarly(Refusal):
    """A day lies before the one it has to follow."""

    code = "date-too-early"
    kind = Kind.INVALID
    en = "{what} is said to be on {day}, which is before {other} on {other_day}"
    zh = "{what}的日期 {day} 早于{other}的日期 {other_day}"
    next_en = "correct the day"
    next_zh = "请更正日期"


class SelfExaminationsMissing(Refusal):
    """A democratic-life meeting without self-examination statements."""

    code = "self-examinations-missing"
    kind = Kind.INVALID
    en = "the democratic-life meeting needs the self-examination statements of those who took part"
    zh = "登记专题民主生活会须附对照检查材料"
    next_en = "add person and SHA-256 of each statement"
    next_zh = "请补充每份材料的人员和 SHA-256"
