"""What can be wrong with a ledger that comes back in a file; each names sheet, row and column, and the next step."""

from kernel.errors import Kind, Refusal


class NotAWorkbook(Refusal):
    """The bytes are no xlsx workbook."""

    code = "ledger-not-xlsx"
    kind = Kind.INVALID
    en = "{name} is not an xlsx workbook ({why})"
    zh = "{name} 不是 xlsx 工作簿（{why}）"
    next_en = "save the file as .xlsx and send it again"
    next_zh = "请另存为 .xlsx 格式后重新提交"


class WorkbookTooLarge(Refusal):
    """More than the limit unpacked."""

    code = "ledger-file-too-large"
    kind = Kind.EXHAUSTED
    en = "{name} unpacks to {size} bytes, the limit is {limit}"
    zh = "{name} 解压后为 {size} 字节，上限为 {limit} 字节"
    next_en = "remove pictures and unused sheets, or split the file"
    next_zh = "请删除图片和无关工作表，或拆分文件"


class TooManyRows(Refusal):
    """More rows than the limit."""

    code = "ledger-too-many-rows"
    kind = Kind.EXHAUSTED
    en = "the sheet {sheet} has {rows} rows, the limit is {limit}"
    zh = "工作表“{sheet}”有 {rows} 行，上限为 {limit} 行"
    next_en = "split it: one file for each organisation"
    next_zh = "请按党组织拆分为多个文件"


class CaseTooLarge(Refusal):
    """More findings, or longer ones, than the record of one case holds."""

    code = "ledger-case-too-large"
    kind = Kind.EXHAUSTED
    en = "{rows} findings of one organisation with {size} bytes of text; one case holds {limit_rows} findings and {limit} bytes"
    zh = "同一党组织的 {rows} 个问题共 {size} 字节文字；单个整改事项最多 {limit_rows} 个问题、{limit} 字节"
    next_en = "split it: one file for each organisation and round"
    next_zh = "请按党组织和轮次拆分文件"


class SheetMissing(Refusal):
    """A sheet is missing."""

    code = "ledger-sheet-missing"
    kind = Kind.INVALID
    en = "the sheet {sheet} is missing; the file has {known}"
    zh = "缺少工作表“{sheet}”；现有：{known}"
    next_en = "add it; an exported ledger shows how it looks"
    next_zh = "请补充该工作表，可参照导出的台账"


class SheetEmpty(Refusal):
    """A sheet without rows."""

    code = "ledger-empty"
    kind = Kind.INVALID
    en = "the sheet {sheet} has no rows"
    zh = "工作表“{sheet}”没有内容"
    next_en = "enter the findings below the headers"
    next_zh = "请在表头下方逐行填写问题"


class ColumnUnknown(Refusal):
    """A header that the ledger does not have."""

    code = "ledger-column-unknown"
    kind = Kind.INVALID
    en = "the sheet {sheet} has an unknown column {shown} in {column}"
    zh = "工作表“{sheet}”的 {column} 列表头“{shown}”无法识别"
    next_en = "use the headers exactly as in an exported ledger; put anything else into 备注"
    next_zh = "表头须与导出的台账完全一致；其他内容请填入“备注”列"


class ColumnTwice(Refusal):
    """A header stands twice."""

    code = "ledger-column-twice"
    kind = Kind.INVALID
    en = "the column {shown} stands twice in the sheet {sheet}"
    zh = "工作表“{sheet}”中“{shown}”列重复"
    next_en = "keep one of them"
    next_zh = "请只保留一列"


class ColumnMissing(Refusal):
    """The one mandatory column is missing."""

    code = "ledger-column-missing"
    kind = Kind.INVALID
    en = "the sheet {sheet} lacks the column {shown}"
    zh = "工作表“{sheet}”缺少“{shown}”列"
    next_en = "add it; it is the only one that must be there"
    next_zh = "请补充该列（唯一必填列）"


class InfoMissing(Refusal):
    """反馈信息 lacks an entry."""

    code = "ledger-info-missing"
    kind = Kind.INVALID
    en = "the sheet {sheet} lacks {shown}"
    zh = "工作表“{sheet}”缺少“{shown}”"
    next_en = "enter it as a row: name, value"
    next_zh = "请补充一行：项目、内容"


class InfoTwice(Refusal):
    """反馈信息 has an entry twice with different values."""

    code = "ledger-info-twice"
    kind = Kind.INVALID
    en = "{shown} stands twice in the sheet {sheet}, row {row}"
    zh = "工作表“{sheet}”第 {row} 行“{shown}”重复"
    next_en = "keep one of them"
    next_zh = "请只保留一项"


class WordingMissing(Refusal):
    """A row without a finding."""

    code = "ledger-wording-missing"
    kind = Kind.INVALID
    en = "{sheet} row {row}: 反馈问题 is empty"
    zh = "工作表“{sheet}”第 {row} 行：“反馈问题”为空"
    next_en = "enter the words of the feedback, or remove the row"
    next_zh = "请填写反馈原文，或删除该行"


class CellDateUnreadable(Refusal):
    """A date in no known spelling."""

    code = "ledger-date-unreadable"
    kind = Kind.INVALID
    en = "{sheet} row {row}, {column}: {shown} is not a date"
    zh = "工作表“{sheet}”第 {row} 行“{column}”：{shown} 不是日期"
    next_en = "write it as 2026-03-02"
    next_zh = "请写成 2026-03-02 的形式"


class CellDateDoesNotExist(Refusal):
    """A date that the calendar does not have."""

    code = "ledger-date-does-not-exist"
    kind = Kind.INVALID
    en = "{sheet} row {row}, {column}: the day {shown} does not exist"
    zh = "工作表“{sheet}”第 {row} 行“{column}”：日期 {shown} 不存在"
    next_en = "correct the day"
    next_zh = "请更正日期"


class CellStageUndated(Refusal):
    """A phased goal without its date."""

    code = "ledger-stage-undated"
    kind = Kind.INVALID
    en = "{sheet} row {row}, {column}: {shown} does not begin with a date"
    zh = "工作表“{sheet}”第 {row} 行“{column}”：“{shown}”未以日期开头"
    next_en = "write each goal on a line of its own: 2026-06-30 what is to be reached"
    next_zh = "请每行写一个阶段目标，以日期开头，例如：2026-06-30 完成制度修订"


class CellTrackUnknown(Refusal):
    """A track that does not exist."""

    code = "ledger-track-unknown"
    kind = Kind.INVALID
    en = "{sheet} row {row}, {column}: {shown} is none of 立行立改, 集中整改, 长期整改"
    zh = "工作表“{sheet}”第 {row} 行“{column}”：{shown} 不是 立行立改、集中整改、长期整改 之一"
    next_en = "choose one of the three"
    next_zh = "请从三类中选择一类"


class CellTooLong(Refusal):
    """More text than a cell may hold."""

    code = "ledger-cell-too-long"
    kind = Kind.INVALID
    en = "{sheet} row {row}, {column}: {size} characters, the limit is {limit}"
    zh = "工作表“{sheet}”第 {row} 行“{column}”：{size} 字，上限为 {limit} 字"
    next_en = "shorten it, or put the details into evidence"
    next_zh = "请精简文字，详情可作为佐证材料提交"


class NumberTwice(Refusal):
    """Two rows with one number."""

    code = "ledger-number-twice"
    kind = Kind.INVALID
    en = "{sheet} row {row}: the number {shown} stands in row {other} already"
    zh = "工作表“{sheet}”第 {row} 行：问题编号 {shown} 与第 {other} 行重复"
    next_en = "give every row its own number, or none: then it gets one"
    next_zh = "每行编号不得重复；可留空，由平台编号"


class RowTwice(Refusal):
    """Two rows without number say the same."""

    code = "ledger-row-twice"
    kind = Kind.INVALID
    en = "{sheet} row {row}: says the same as row {other}, and neither has a number"
    zh = "工作表“{sheet}”第 {row} 行：与第 {other} 行内容相同且均无编号"
    next_en = "remove one of them, or tell them apart in 具体表现"
    next_zh = "请删除其一，或在“具体表现”中加以区分"


class NumberUnknown(Refusal):
    """The case has no finding of this number."""

    code = "ledger-number-unknown"
    kind = Kind.INVALID
    en = "{sheet} row {row}: the case {case} has no finding {shown}"
    zh = "工作表“{sheet}”第 {row} 行：整改事项 {case} 中没有问题编号 {shown}"
    next_en = "correct the number; a new finding comes only by a numbered supplement of the feedback"
    next_zh = "请核对编号；新增问题只能通过补充反馈"


class NumberForeign(Refusal):
    """The number belongs to another case."""

    code = "ledger-number-used"
    kind = Kind.CONFLICT
    en = "{sheet} row {row}: the number {shown} belongs to a finding of another case"
    zh = "工作表“{sheet}”第 {row} 行：问题编号 {shown} 已属于其他整改事项"
    next_en = "numbers are never reused; leave the cell empty to get a new one"
    next_zh = "编号不得重复使用；可留空，由平台编号"


class RowNotDelivered(Refusal):
    """A row that was not in the feedback."""

    code = "ledger-row-not-delivered"
    kind = Kind.BLOCKED
    en = "{sheet} row {row}: this finding is not among those delivered to {case}"
    zh = "工作表“{sheet}”第 {row} 行：该问题不在 {case} 已反馈的问题之中"
    next_en = "give the number of the finding it is; a new one comes only by a numbered supplement of the feedback"
    next_zh = "请填写对应的问题编号；新增问题只能通过补充反馈"


class FindingsMissing(Refusal):
    """A delivered finding has no row; told, not refused, for nothing is lost by it."""

    code = "ledger-findings-missing"
    kind = Kind.INVALID
    en = "{count} finding(s) of {case} have no row: {shown}"
    zh = "整改事项 {case} 有 {count} 个问题不在文件中：{shown}"
    next_en = "they stay as they are"
    next_zh = "这些问题保持不变"


class ReceiptBeforeFeedback(Refusal):
    """Signed before it was given."""

    code = "ledger-receipt-before-feedback"
    kind = Kind.INVALID
    en = "{sheet}: the receipt of {received} lies before the feedback of {fed_back}"
    zh = "工作表“{sheet}”：签收日期 {received} 早于反馈日期 {fed_back}"
    next_en = "correct one of the dates"
    next_zh = "请更正日期"


class DateInFuture(Refusal):
    """A delivered feedback cannot lie in the future."""

    code = "ledger-date-in-future"
    kind = Kind.INVALID
    en = "{sheet}: {column} {shown} lies after today, {today}"
    zh = "工作表“{sheet}”：{column} {shown} 晚于今天 {today}"
    next_en = "import it when it has happened"
    next_zh = "请在事情发生后再导入"


class DatesDiffer(Refusal):
    """The case has other dates."""

    code = "ledger-dates-differ"
    kind = Kind.CONFLICT
    en = "{sheet}: {column} is {shown}, the case {case} has {known}"
    zh = "工作表“{sheet}”：{column} 为 {shown}，而整改事项 {case} 记录为 {known}"
    next_en = "correct the sheet; dates of a received feedback do not change"
    next_zh = "请更正文件；已签收的反馈日期不得变更"


class RoundUnknown(Refusal):
    """No such round."""

    code = "ledger-round-unknown"
    kind = Kind.NOT_FOUND
    en = "{sheet}: there is no round {shown}"
    zh = "工作表“{sheet}”：没有轮次 {shown}"
    next_en = "plan it first (`round plan`), or import with `register`, which enters it"
    next_zh = "请先登记轮次（round plan），或以 register 方式导入，由平台一并登记"


class OrganisationUnknown(Refusal):
    """No such organisation."""

    code = "ledger-org-unknown"
    kind = Kind.NOT_FOUND
    en = "{sheet}: there is no organisation {shown}"
    zh = "工作表“{sheet}”：没有党组织 {shown}"
    next_en = "register it first (`org register`), or import with `register`, which enters it"
    next_zh = "请先登记党组织（org register），或以 register 方式导入，由平台一并登记"


class OrganisationNotInRound(Refusal):
    """The organisation is not inspected in the round."""

    code = "ledger-org-not-in-round"
    kind = Kind.BLOCKED
    en = "{sheet}: {shown} is not inspected in the round {round}"
    zh = "工作表“{sheet}”：轮次 {round} 未列入 {shown}"
    next_en = "add it to the round (`round add`), or import with `register`"
    next_zh = "请先将其列入该轮次（round add），或以 register 方式导入"


class PrincipalUnknown(Refusal):
    """Nobody of this name served on that day."""

    code = "ledger-principal-unknown"
    kind = Kind.NOT_FOUND
    en = "{sheet}: 主要负责人 is not the principal of {shown} who served on {day}"
    zh = "工作表“{sheet}”：“主要负责人”不是 {shown} 在 {day} 的在任主要负责人"
    next_en = "correct the name or record the appointment (`post appoint`), or import with `register` where the register knows none"
    next_zh = "请核对姓名或登记任职（post appoint）；登记中尚无主要负责人的，可以 register 方式导入"


class LevelUnknown(Refusal):
    """A level that does not exist."""

    code = "ledger-level-unknown"
    kind = Kind.INVALID
    en = "{sheet}: {shown} is no level"
    zh = "工作表“{sheet}”：层级“{shown}”无法识别"
    next_en = "write 中央, 省, 市, 县, 乡镇 or 村"
    next_zh = "请填写 中央、省、市、县、乡镇 或 村"


class CheckUnknown(Refusal):
    """A special check that the rulebook does not list."""

    code = "ledger-check-unknown"
    kind = Kind.INVALID
    en = "{sheet}: the rulebook {rulebook} lists no special check {shown}; it lists {known}"
    zh = "工作表“{sheet}”：规则 {rulebook} 未列专项检查“{shown}”；现有：{known}"
    next_en = "use one of these names, or leave it empty"
    next_zh = "请使用上述名称，或留空"


class RulebookUnknown(Refusal):
    """No such measures."""

    code = "ledger-rulebook-unknown"
    kind = Kind.NOT_FOUND
    en = "{sheet}: there is no rulebook {shown}; there are {known}"
    zh = "工作表“{sheet}”：没有管理办法“{shown}”；现有：{known}"
    next_en = "give the id, the id@version or the title of one of these"
    next_zh = "请填写上述编号、版本或名称之一"


class RulebookDiffers(Refusal):
    """The round goes by other measures."""

    code = "ledger-rulebook-differs"
    kind = Kind.CONFLICT
    en = "{sheet}: 管理办法 is {shown}, the round {round} goes by {known}"
    zh = "工作表“{sheet}”：管理办法为 {shown}，而轮次 {round} 适用 {known}"
    next_en = "correct the sheet; a case keeps the measures in force on its feedback date"
    next_zh = "请更正文件；整改事项适用反馈之日有效的管理办法"


class ImporterNotEntitled(Refusal):
    """New feedback is brought by the dispatching side."""

    code = "ledger-not-entitled"
    kind = Kind.DENIED
    en = "bringing delivered feedback is for the inspection office of the round {round}"
    zh = "导入已送达的反馈须由轮次 {round} 的巡视（巡察）办办理"
    next_en = "ask the office; later the organisation may return its own ledger"
    next_zh = "请由巡视（巡察）办导入；此后被巡视党组织可回传本单位台账"
