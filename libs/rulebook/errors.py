"""What can be wrong with a rulebook or with a question put to it, each with a stable code."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

type Lang = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class FaultText:
    """How one fault code reads, and what its author does next."""

    zh: str
    en: str
    next_zh: str
    next_en: str


_FAULTS: dict[str, FaultText] = {
    "RULEBOOK_UNREADABLE": FaultText(
        "文件无法读取：{detail}",
        "the file cannot be read: {detail}",
        "请检查路径，并以 UTF-8 保存",
        "check the path and save the file as UTF-8",
    ),
    "RULEBOOK_YAML_SYNTAX": FaultText(
        "不是有效的 YAML：{detail}",
        "this is not valid YAML: {detail}",
        "请修正该行的缩进、引号或括号",
        "repair the indentation, quotes or brackets on this line",
    ),
    "RULEBOOK_YAML_NOT_PLAIN": FaultText(
        "不允许使用 {detail}",
        "{detail} is not allowed in a rulebook",
        "请直接写出该值",
        "write the value out",
    ),
    "RULEBOOK_TOO_DEEP": FaultText(
        "嵌套超过 {detail} 层",
        "nested more than {detail} levels deep",
        "请按模式文件的结构书写",
        "follow the shape given by schema.json",
    ),
    "RULEBOOK_KEY_UNKNOWN": FaultText(
        "未知的键 {detail}",
        "unknown key {detail}",
        "请改正拼写或删除该键",
        "correct its spelling or remove it",
    ),
    "RULEBOOK_KEY_MISSING": FaultText(
        "缺少键 {detail}",
        "the key {detail} is missing",
        "请补上该键",
        "add it",
    ),
    "RULEBOOK_KEY_DUPLICATE": FaultText(
        "键 {detail} 重复",
        "the key {detail} is given twice",
        "只保留一个",
        "keep one of them",
    ),
    "RULEBOOK_TYPE_WRONG": FaultText(
        "值的类型不对：{detail}",
        "the value has the wrong type: {detail}",
        "请按模式文件给出该类型的值",
        "give a value of the type that schema.json names",
    ),
    "RULEBOOK_VALUE_WRONG": FaultText(
        "值不被允许：{detail}",
        "the value is not allowed: {detail}",
        "请改为模式文件允许的值",
        "give a value that schema.json allows",
    ),
    "RULEBOOK_RULE_UNKNOWN": FaultText(
        "引用了不存在的规则 {detail}",
        "it refers to rule {detail}, which does not exist",
        "请改正规则编号或先定义该规则",
        "correct the rule's id or define the rule",
    ),
    "RULEBOOK_RULE_DUPLICATE": FaultText(
        "规则 {detail} 重复定义",
        "rule {detail} is defined twice",
        "只保留一个；修改上级规则请写在 overrides 下",
        "keep one of them; a change to a base's rule belongs under overrides",
    ),
    "RULEBOOK_TERM_UNKNOWN": FaultText(
        "用词 {detail} 未在本规则集中定义",
        "the term {detail} is not defined in this rulebook",
        "请改正拼写，或在相应词表中定义",
        "correct its spelling or define it in the vocabulary",
    ),
    "RULEBOOK_TERM_DUPLICATE": FaultText(
        "用词 {detail} 已由上级规则集定义",
        "the term {detail} is already defined by the base",
        "请沿用上级的定义，或另取代码",
        "use the base's definition or choose another code",
    ),
    "RULEBOOK_CITATION_MISSING": FaultText(
        "没有写明出处：{detail}",
        "no source is cited: {detail}",
        "请在 source 中列出至少一个出处",
        "list at least one citation under source",
    ),
    "RULEBOOK_CITATION_UNKNOWN": FaultText(
        "出处 {detail} 未在 citations 中列出",
        "the citation {detail} is not listed under citations",
        "请在 citations 中补上该出处",
        "add it under citations",
    ),
    "RULEBOOK_CHAIN_CYCLIC": FaultText(
        "期限互相依赖，形成循环：{detail}",
        "the deadlines depend on each other in a circle: {detail}",
        "请删去其中一个 after 或 within",
        "remove one of the after or within references",
    ),
    "RULEBOOK_DEADLINE_SHAPE": FaultText(
        "期限的写法不完整或自相矛盾：{detail}",
        "the deadline is incomplete or contradicts itself: {detail}",
        "请对照规则编写说明中的四种期限",
        "compare it with the four kinds of deadline in the author's guide",
    ),
    "RULEBOOK_TARGET_AS_RULE": FaultText(
        "T 类期限没有法定天数，其数字只能是可配置的服务目标",
        "a deadline of kind T has no number in its source; its number can only be a configurable service target",
        "请标注 inference: true",
        "mark it inference: true",
    ),
    "RULEBOOK_BASE_UNKNOWN": FaultText(
        "找不到所扩展的规则集 {detail}",
        "the rulebook to extend, {detail}, does not exist",
        "请写成 编号@版本，或以 ./ 开头的文件路径",
        "write id@version, or a file path that starts with ./",
    ),
    "RULEBOOK_BASE_CYCLIC": FaultText(
        "规则集互相扩展，形成循环：{detail}",
        "the rulebooks extend each other in a circle: {detail}",
        "请改为扩展一个独立的规则集",
        "extend a rulebook that stands alone",
    ),
    "RULEBOOK_CALENDAR_UNKNOWN": FaultText(
        "找不到日历 {detail}",
        "the calendar {detail} does not exist",
        "请使用随附的日历编号，或以 ./ 开头的文件路径",
        "name a calendar that is shipped, or a file path that starts with ./",
    ),
    "RULEBOOK_ZONE_UNKNOWN": FaultText(
        "未知的时区 {detail}",
        "the time zone {detail} is unknown",
        "请使用 IANA 时区名，例如 Asia/Shanghai",
        "use an IANA name such as Asia/Shanghai",
    ),
    "RULEBOOK_EXAMPLE_FAILED": FaultText(
        "示例不成立：{detail}",
        "an example does not hold: {detail}",
        "请改正规则或示例",
        "correct the rule or the example",
    ),
    "RULEBOOK_CALENDAR_DATES": FaultText(
        "日历日期有误：{detail}",
        "the calendar's dates are wrong: {detail}",
        "请对照公布的放假安排改正",
        "compare them with the published arrangement",
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a rulebook's file; `line` and `column` count from 1, 0 when no place is known."""

    code: str
    file: str
    line: int
    column: int
    path: str
    detail_zh: str
    detail_en: str

    def reason(self, lang: Lang = "en") -> str:
        """What is wrong, without the place."""
        text = _FAULTS[self.code]
        return text.zh.format(detail=self.detail_zh) if lang == "zh" else text.en.format(detail=self.detail_en)

    def message(self, lang: Lang = "en") -> str:
        """Where, what is wrong, what to do next."""
        text = _FAULTS[self.code]
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        where = f"{place}: {self.path}" if self.path else place
        return (
            f"{where}：{self.reason('zh')}。{text.next_zh}。" if lang == "zh" else f"{where}: {self.reason('en')}; {text.next_en}."
        )


class RulebookError(Exception):
    """A rulebook or calendar file is refused; the first fault is described, all of them are in `faults`."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        first = self.faults[0]
        self.code = first.code
        self.file = first.file
        self.line = first.line
        self.column = first.column
        self.path = first.path
        self.reason = first.reason("en")
        super().__init__(self.message("en"))

    def message(self, lang: Lang = "en") -> str:
        """All faults, one per line."""
        return "\n".join(fault.message(lang) for fault in self.faults)


class QuestionError(Exception):
    """A question that a sound rulebook cannot answer; subclasses say why."""

    code: ClassVar[str]
    zh: ClassVar[str]
    en: ClassVar[str]

    def __init__(self, **values: str) -> None:
        self.values = values
        super().__init__(self.message("en"))

    def message(self, lang: Lang = "en") -> str:
        """What is wrong, where, and what to do next."""
        return (self.zh if lang == "zh" else self.en).format(**self.values)


class UnknownPreset(QuestionError):
    """No shipped rulebook has this id or id@version."""

    code = "RULEBOOK_PRESET_UNKNOWN"
    zh = "没有规则集 {ref}。现有：{known}。"
    en = "there is no rulebook {ref}; known are {known}."


class UnknownRule(QuestionError):
    """The rulebook has no rule with this id."""

    code = "RULEBOOK_NO_SUCH_RULE"
    zh = "{rulebook} 没有规则 {rule}。请用 show 查看其规则。"
    en = "{rulebook} has no rule {rule}; show the rulebook to see its rules."


class UnknownTerm(QuestionError):
    """The rulebook's vocabulary has no such code."""

    code = "RULEBOOK_NO_SUCH_TERM"
    zh = "{rulebook} 没有用词 {term}。请核对拼写。"
    en = "{rulebook} does not define the term {term}; check its spelling."


class NoDueDate(QuestionError):
    """The rule is a standing duty, or happens at an event that sets no date."""

    code = "RULEBOOK_NO_DUE_DATE"
    zh = "{rulebook} 的 {rule} 不规定期限日期。请勿为其设定截止日期。"
    en = "{rule} of {rulebook} sets no date; do not ask for its due date."


class NoWindow(QuestionError):
    """The rule has no window in which its trigger counts."""

    code = "RULEBOOK_NO_WINDOW"
    zh = "{rulebook} 的 {rule} 没有适用期间。请直接计算期限。"
    en = "{rule} of {rulebook} has no window; ask for its deadline instead."


class TriggerMismatch(QuestionError):
    """The date given is of an event from which this rule does not count."""

    code = "RULEBOOK_TRIGGER_MISMATCH"
    zh = "{rulebook} 的 {rule} 不从 {given} 起算。请给出下列之一的日期：{expected}。"
    en = "{rule} of {rulebook} does not count from {given}; give the date of one of: {expected}."


class NaiveMoment(QuestionError):
    """A datetime without a zone cannot be placed on a day."""

    code = "RULEBOOK_NAIVE_MOMENT"
    zh = "时刻 {moment} 没有时区。请给出带时区的时刻或日期。"
    en = "the moment {moment} has no zone; give an aware datetime or a date."


class DateOutOfRange(QuestionError):
    """The count leaves the calendar's years 1 to 9999."""

    code = "RULEBOOK_DATE_OUT_OF_RANGE"
    zh = "自 {start} 起计算 {period} 超出日期范围。请核对起算日期。"
    en = "counting {period} from {start} leaves the range of dates; check the starting date."
