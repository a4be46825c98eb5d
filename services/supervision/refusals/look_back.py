"""Why a look-back is refused."""

from kernel.errors import Kind, Refusal


class NotSignedOff(Refusal):
    """Only what is signed off can be reopened by a look-back."""

    code = "not-signed-off"
    kind = Kind.BLOCKED
    en = "the finding is {state}, not signed off: a look-back has nothing to overturn"
    zh = "该问题状态为“{state}”，未销号，“回头看”无可推翻"
    next_en = "record the defect with the outer check instead"
    next_zh = "请在外部核查环节记录缺陷"


class EvidenceMissing(Refusal):
    """A look-back that reopens rests on evidence."""

    code = "evidence-missing"
    kind = Kind.INVALID
    en = "reopening needs at least one piece of evidence (SHA-256 of a stored file)"
    zh = "重开问题须附至少一份佐证材料（已存文件的 SHA-256）"
    next_en = "store the file and name its hash"
    next_zh = "请先上传材料并填写其哈希值"


class NothingToDraw(Refusal):
    """A look-back draws from what was signed off long enough ago."""

    code = "look-back-nothing-to-draw"
    kind = Kind.BLOCKED
    en = "no finding of these cases was signed off long enough ago for a look-back"
    zh = "所选事项中没有销号时间达到“回头看”要求的问题"
    next_en = "the rulebook's `look_back` says how long; draw later or from other cases"
    next_zh = "期限见规则集 look_back；请到期后再抽取，或另选事项"


class ShareTooSmall(Refusal):
    """The rulebook says which share is drawn at least."""

    code = "look-back-share-too-small"
    kind = Kind.INVALID
    en = "{percent} % is less than the {least} % that the rulebook wants"
    zh = "抽取比例 {percent}% 低于规则集要求的 {least}%"
    next_en = "draw {least} % or more"
    next_zh = "抽取比例应不低于 {least}%"


class NotDrawn(Refusal):
    """Results are recorded for what was drawn."""

    code = "look-back-not-drawn"
    kind = Kind.INVALID
    en = "the finding was not drawn in {number}"
    zh = "该问题不在 {number} 抽取范围内"
    next_en = "`rectify lookback show` lists what was drawn; another finding is reopened by `lookback reopen`"
    next_zh = "可用 rectify lookback show 查看抽取结果；其他问题请用 lookback reopen"


class AlreadyChecked(Refusal):
    """A drawn finding has one result."""

    code = "look-back-already-checked"
    kind = Kind.BLOCKED
    en = "{number} has its result: {outcome}"
    zh = "{number} 已有结果：{outcome}"
    next_en = "new evidence against it goes to `lookback reopen`"
    next_zh = "如有新证据，请用 lookback reopen"


class OwnVerdict(Refusal):
    """Nobody looks back at a sign-off that they passed."""

    code = "look-back-own-verdict"
    kind = Kind.DENIED
    en = "this person passed the sign-off of {number} and cannot look back at it"
    zh = "该人员曾核验通过 {number} 的销号，不得对其“回头看”"
    next_en = "another person visits it"
    next_zh = "请由其他人员核查"


class LookBackOpen(Refusal):
    """The report comes when everything was visited."""

    code = "look-back-open"
    kind = Kind.BLOCKED
    en = "{count} drawn findings have no result yet: {numbers}"
    zh = "尚有 {count} 个抽取问题没有结果：{numbers}"
    next_en = "record their results first"
    next_zh = "请先登记结果"


class LookBackOver(Refusal):
    """A look-back that was reported is over."""

    code = "look-back-over"
    kind = Kind.BLOCKED
    en = "{number} was reported; its results stand"
    zh = "{number} 已形成报告，结果不再变更"
    next_en = "new evidence against a finding goes to `lookback reopen`"
    next_zh = "如有新证据，请用 lookback reopen"
