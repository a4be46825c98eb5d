"""Why a wish about an evaluation is refused."""

from kernel.errors import Kind, Refusal


class NotSchemeOwner(Refusal):
    """The organ that fixed a scheme fixes its next versions."""

    code = "scheme-not-owner"
    kind = Kind.DENIED
    en = "the scheme {code} belongs to another discipline organ"
    zh = "评估办法 {code} 由其他纪检监察机关制定"
    next_en = "fix a scheme under a code of your own"
    next_zh = "请以本机关的代码另行制定"


class SchemeIndicators(Refusal):
    """A scheme is worth 100 points."""

    code = "scheme-weights"
    kind = Kind.INVALID
    en = "the weights add up to {sum} thousandths of a point; they must be 100000, each above 0, each code once"
    zh = "各指标分值合计为 {sum}（千分之一分），应为 100000，且每项大于 0、代码不重复"
    next_en = "correct the weights"
    next_zh = "请更正指标分值"


class SchemeSatisfaction(Refusal):
    """The satisfaction indicator is one of several."""

    code = "scheme-satisfaction"
    kind = Kind.INVALID
    en = "{indicator} cannot stand for satisfaction: it is not one of the indicators, or the only one"
    zh = "{indicator} 不能作为满意度指标：不在指标之列，或为唯一指标"
    next_en = "name one of several indicators, or leave it empty"
    next_zh = "请指定其中一项指标，或留空"


class SchemeGrades(Refusal):
    """A scheme uses the four grades of its rulebook."""

    code = "scheme-grades"
    kind = Kind.INVALID
    en = "the grades are {grades}, in this order, each with a smaller least score than the one before, the last one with 0"
    zh = "评估等次应依次为 {grades}，最低分逐级递减，末级为 0"
    next_en = "give one threshold for each grade of the rulebook; a veto names one of them"
    next_zh = "请为规则集的每个等次设定一个最低分；否决项须指向其中一个等次"


class SchemeVersionUnknown(Refusal):
    """A scheme has the versions that were fixed."""

    code = "scheme-version-unknown"
    kind = Kind.INVALID
    en = "{code} has no version {number}; the newest is {last}"
    zh = "{code} 没有第 {number} 版，最新为第 {last} 版"
    next_en = "leave it empty for the newest"
    next_zh = "留空即采用最新版"


class UnknownIndicator(Refusal):
    """Points are given for the scheme's own indicators."""

    code = "evaluation-unknown-indicator"
    kind = Kind.INVALID
    en = "{indicator} is no indicator that points are taken off by hand"
    zh = "{indicator} 不是可以评分的指标"
    next_en = "`rectify scheme show` lists the indicators; the satisfaction indicator is filled by the survey"
    next_zh = "可用 rectify scheme show 查看指标；满意度指标由测评结果计分"


class TooManyPoints(Refusal):
    """No indicator falls below 0."""

    code = "evaluation-too-many-points"
    kind = Kind.INVALID
    en = "more points are taken off {indicator} than it is worth"
    zh = "{indicator} 扣分超过其分值"
    next_en = "take off what it is worth at most"
    next_zh = "扣分不得超过该项分值"


class UnknownVeto(Refusal):
    """A veto is one of the scheme's."""

    code = "evaluation-unknown-veto"
    kind = Kind.INVALID
    en = "{veto} is no veto item of the scheme"
    zh = "{veto} 不是该办法的否决项"
    next_en = "`rectify scheme show` lists the veto items"
    next_zh = "可用 rectify scheme show 查看否决项"


class EvaluationTooEarly(Refusal):
    """Some rulebooks wait for a time after the concentrated phase."""

    code = "evaluation-too-early"
    kind = Kind.BLOCKED
    en = "by its rulebook the case is not evaluated before {earliest}"
    zh = "按所适用规则集，{earliest} 之前不开展评估"
    next_en = "open the evaluation on that day or later"
    next_zh = "请于该日或之后开展"


class PhaseNotKnown(Refusal):
    """Without the end of the phase the time is not known."""

    code = "evaluation-phase-not-known"
    kind = Kind.BLOCKED
    en = "when the concentrated phase of the case ends is not known here yet"
    zh = "尚不掌握该事项集中整改期届满日期"
    next_en = "try again once the case has arrived"
    next_zh = "请待事项信息同步后再试"


class EvaluationState(Refusal):
    """The evaluation is not where this step begins."""

    code = "evaluation-state"
    kind = Kind.BLOCKED
    en = "{number} is {state}; this step needs it to be {wanted}"
    zh = "{number} 当前为“{state}”，该步骤要求状态为：{wanted}"
    next_en = "`rectify evaluation show` shows what comes next"
    next_zh = "可用 rectify evaluation show 查看下一步"


class NotEvaluatedOrg(Refusal):
    """The organisation that answers for the case speaks for itself."""

    code = "evaluation-not-org"
    kind = Kind.DENIED
    en = "{number} evaluates another organisation than the one you act for"
    zh = "{number} 评估的不是您所代表的单位"
    next_en = "its own principal does this"
    next_zh = "请由该单位主要负责人办理"


class AuthorEvaluates(Refusal):
    """Who gave an opinion in the case does not evaluate it alone (SOD-08)."""

    code = "sod-08-author-evaluates"
    kind = Kind.DENIED
    en = "this person gave an opinion on the plan or a report of the case and does not evaluate it alone (SOD-08)"
    zh = "该人员曾对该事项的方案或报告出具审核意见，不得单独评估（SOD-08）"
    next_en = "another person evaluates it, or a second evaluator who gave no opinion signs first (`evaluation cosign`)"
    next_zh = "请另派人员评估，或先由未出具意见的第二评估人会签（evaluation cosign）"


class CosignerBarred(Refusal):
    """The second evaluator gave no opinion in the case either (SOD-08)."""

    code = "sod-08-cosigner-author"
    kind = Kind.DENIED
    en = "the second evaluator gave an opinion on the plan or a report of the case as well (SOD-08)"
    zh = "第二评估人也曾对该事项的方案或报告出具审核意见（SOD-08）"
    next_en = "somebody who gave none signs"
    next_zh = "请由未出具意见的人员会签"


class DisposalNotOne(Refusal):
    """An evaluation ends with exactly one disposal opinion (R-80)."""

    code = "disposal-not-one"
    kind = Kind.INVALID
    en = "{count} disposal opinions were given; it is exactly one of {codes} (R-80)"
    zh = "提出了 {count} 项处置意见，应当且只能为其中之一：{codes}（R-80）"
    next_en = "give one"
    next_zh = "请只填写一项"


class UnknownDisposal(Refusal):
    """A disposal opinion is one of the rulebook's four."""

    code = "disposal-unknown"
    kind = Kind.INVALID
    en = "{disposal} is none of the rulebook's disposal opinions: {codes} (R-80)"
    zh = "{disposal} 不是规则集规定的处置意见：{codes}（R-80）"
    next_en = "give one of them"
    next_zh = "请选择其中一项"
