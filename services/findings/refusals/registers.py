"""Why a wish about a register of results is refused."""

from kernel.errors import Kind, Refusal


class FindingOfOtherCase(Refusal):
    """The finding does not belong to the case whose register it is."""

    code = "register-finding-of-other-case"
    kind = Kind.INVALID
    en = "the finding {finding} is not of the case {number}"
    zh = "问题 {finding} 不属于整改事项 {number}"
    next_en = "name a finding of this case, or none"
    next_zh = "请填写本事项中的问题，或不填"


class NothingToCount(Refusal):
    """An amount or a count that is not above zero."""

    code = "register-nothing-to-count"
    kind = Kind.INVALID
    en = "{what} must be above zero, not {amount}"
    zh = "{what} 必须大于零，现为 {amount}"
    next_en = "give the amount; to correct an entry, withdraw it and record it anew"
    next_zh = "请填写数额；更正时请撤销原条目后重新登记"


class ResultNotYet(Refusal):
    """A result that lies in the future."""

    code = "register-day-not-yet"
    kind = Kind.INVALID
    en = "the day {day} lies after today, {today}"
    zh = "日期 {day} 晚于今天 {today}"
    next_en = "record it when it has happened"
    next_zh = "请在事情发生后再登记"


class RecordedAlready(Refusal):
    """The same result stands in the register; twice it would be counted twice."""

    code = "register-recorded-already"
    kind = Kind.CONFLICT
    en = "this stands in the register of the case {number} as entry {entry}"
    zh = "整改事项 {number} 的登记中已有相同条目，序号 {entry}"
    next_en = "withdraw that entry first if it is wrong"
    next_zh = "如原条目有误，请先撤销"


class NoSuchEntry(Refusal):
    """The register has no entry with this number."""

    code = "register-entry-unknown"
    kind = Kind.NOT_FOUND
    en = "the register of the case {number} has no entry {entry}"
    zh = "整改事项 {number} 的登记中没有序号为 {entry} 的条目"
    next_en = "`list` shows the entries of a case"
    next_zh = "可用 list 查看该事项的条目"


class WithdrawnAlready(Refusal):
    """The entry no longer counts."""

    code = "register-entry-withdrawn"
    kind = Kind.CONFLICT
    en = "entry {entry} of the case {number} was withdrawn before"
    zh = "整改事项 {number} 的第 {entry} 条登记已经撤销"
    next_en = "nothing remains to be done; record it anew if it stands after all"
    next_zh = "无需重复撤销；如确应计入，请重新登记"
