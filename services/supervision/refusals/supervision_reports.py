"""Why a wish about a report on supervision is refused."""

from kernel.errors import Kind, Refusal


class ReportWaits(Refusal):
    """A version that waits for the leading group is not replaced."""

    code = "supervision-report-waits"
    kind = Kind.BLOCKED
    en = "version {version} waits for the leading group"
    zh = "第 {version} 稿正待领导小组审阅"
    next_en = "wait until it is accepted or sent back"
    next_zh = "请待其被接收或退回后再起草"


class ReportAcceptedAlready(Refusal):
    """An accepted report stands."""

    code = "supervision-report-accepted"
    kind = Kind.BLOCKED
    en = "version {version} was accepted; the report of this case stands"
    zh = "第 {version} 稿已被接收，该事项的监督情况报告不再变更"
    next_en = "later supervision goes into other reports"
    next_zh = "后续监督情况请在其他报告中反映"


class NothingDrafted(Refusal):
    """What is handed in was drafted."""

    code = "supervision-report-not-drafted"
    kind = Kind.BLOCKED
    en = "there is no draft to hand in"
    zh = "没有可报送的草稿"
    next_en = "draft the report first"
    next_zh = "请先起草"


class ReportNotSubmitted(Refusal):
    """There is nothing to accept or send back."""

    code = "supervision-report-not-submitted"
    kind = Kind.BLOCKED
    en = "no version waits for the leading group"
    zh = "没有待领导小组审阅的报告"
    next_en = "wait until the discipline organ has handed one in"
    next_zh = "请待纪检监察机关报送后再办理"
