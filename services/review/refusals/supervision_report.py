"""Why a step of the supervision report is refused."""

from kernel.errors import Kind, Refusal


class WrongSupervisionReportState(Refusal):
    """The report is not where this step begins."""

    code = "supervision-report-state"
    kind = Kind.BLOCKED
    en = "the supervision report of this case is {state}; this needs {needed}"
    zh = "该事项的监督整改情况报告当前为 {state}，此操作须处于 {needed}"
    next_en = "draft, submit, then the leading group decides; what was sent back is drafted anew"
    next_zh = "依次起草、报送，由领导小组审定；被退回的须重新起草"


class SupervisionReportIncomplete(Refusal):
    """The report has five parts."""

    code = "supervision-report-incomplete"
    kind = Kind.INVALID
    en = "the report lacks: {missing}"
    zh = "报告缺少：{missing}"
    next_en = "say the status, the problems, the judgement and the suggestions"
    next_zh = "请写明整改状况、存在问题、总体判断和工作建议"


class PhaseRuns(Refusal):
    """The report follows the end of the concentrated phase (R-41)."""

    code = "concentrated-phase-runs"
    kind = Kind.BLOCKED
    en = "the concentrated phase of this case ends on {end}; the report on its supervision follows it (R-41)"
    zh = "该事项集中整改期至 {end} 结束，监督整改情况报告在其后报送（R-41）"
    next_en = "submit it after that day; it may be drafted now"
    next_zh = "请在该日之后报送；现可先行起草"


class CountedAlready(Refusal):
    """What review recorded itself is counted by it."""

    code = "action-counted-already"
    kind = Kind.INVALID
    en = "{action} is counted from the record; give only what is not recorded here"
    zh = "{action} 由系统按记录统计，请只填写未在此登记的举措"
    next_en = "leave it out"
    next_zh = "请去掉该项"
