"""Why an amendment of a ledger row is refused."""

from kernel.errors import Kind, Refusal


class CellUnknown(Refusal):
    """No such column, or one that the platform makes itself."""

    code = "amendment-column"
    kind = Kind.INVALID
    en = "the column {column} of finding {number} cannot be amended"
    zh = "问题 {number} 的“{column}”列不可修改"
    next_en = "columns that can be amended: {known}"
    next_zh = "可修改的列：{known}"


class CellWrong(Refusal):
    """The new text does not read as its column demands."""

    code = "amendment-cell"
    kind = Kind.INVALID
    en = "{column} of finding {number} cannot be {text} ({why})"
    zh = "问题 {number} 的“{column}”不能为 {text}（{why}）"
    next_en = "correct the text"
    next_zh = "请更正内容"


class AmendmentDecided(Refusal):
    """It was accepted or rejected before."""

    code = "amendment-decided"
    kind = Kind.CONFLICT
    en = "amendment {amendment} of finding {number} was {outcome}"
    zh = "问题 {number} 的第 {amendment} 项修改建议已处理（{outcome}）"
    next_en = "propose another one if it is still wanted"
    next_zh = "如仍需修改，请另行提出"


class AmendmentOutdated(Refusal):
    """The row changed since the amendment was proposed."""

    code = "amendment-outdated"
    kind = Kind.CONFLICT
    en = "{columns} of finding {number} changed after amendment {amendment} was proposed"
    zh = "第 {amendment} 项修改建议提出后，问题 {number} 的“{columns}”又有变化"
    next_en = "reject it and propose it anew on the present text"
    next_zh = "请驳回后按现有内容重新提出"


class WordingFrozen(Refusal):
    """The words of the feedback are the dispatching side's."""

    code = "amendment-wording-frozen"
    kind = Kind.DENIED
    en = "{columns} of finding {number} are the words of the feedback; only the dispatching side corrects them"
    zh = "问题 {number} 的“{columns}”为反馈原文，仅派出方可以更正"
    next_en = "ask the inspection office, which decides with a numbered supplement"
    next_zh = "请报巡视（巡察）办，以补充反馈形式更正"


class DateNotYours(Refusal):
    """A due date changes by an extension, a plan, or the dispatching side."""

    code = "amendment-due-date"
    kind = Kind.DENIED
    en = "the due date of finding {number} is not changed by the organisation itself (SOD-13)"
    zh = "问题 {number} 的完成时限不得由被巡视党组织自行变更（SOD-13）"
    next_en = "ask for an extension, or have the dispatching side accept the amendment"
    next_zh = "请申请延期，或由派出方确认该修改"
