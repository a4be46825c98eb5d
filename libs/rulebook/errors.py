"""What can be wrong with a rulebook or with a question put to it, each with a stable code."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kernel.errors import Kind, Refusal

type Lang = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class FaultText:
    """How one fault code reads, and what its author does next."""

    zh: str
    en: str
    next_zh: str
    next_en: str


_FAULTS: dict[str, FaultText] = {
    "rulebook-unreadable": FaultText(
        "文件无法读取：{detail}",
        "the file cannot be read: {detail}",
        "请检查路径，并以 UTF-8 保存",
        "check the path and save the file as UTF-8",
    ),
    "rulebook-yaml-syntax": FaultText(
        "不是有效的 YAML：{detail}",
        "this is not valid YAML: {detail}",
        "请修正该行的缩进、引号或括号",
        "repair the indentation, quotes or brackets on this line",
    ),
    "rulebook-yaml-not-plain": FaultText(
        "不允许使用 {detail}",
        "{detail} is not allowed in a rulebook",
        "请直接写出该值",
        "write the value out",
    ),
    "rulebook-too-deep": FaultText(
        "嵌套超过 {detail} 层",
        "nested more than {detail} levels deep",
        "请按模式文件的结构书写",
        "follow the shape given by schema.json",
    ),
    "rulebook-key-unknown": FaultText(
        "未知的键 {detail}",
        "unknown key {detail}",
        "请改正拼写或删除该键",
        "correct its spelling or remove it",
    ),
    "rulebook-key-missing": FaultText(
        "缺少键 {detail}",
        "the key {detail} is missing",
        "请补上该键",
        "add it",
    ),
    "rulebook-key-duplicate": FaultText(
        "键 {detail} 重复",
        "the key {detail} is given twice",
        "只保留一个",
        "keep one of them",
    ),
    "rulebook-type-wrong": FaultText(
        "值的类型不对：{detail}",
        "the value has the wrong type: {detail}",
        "请按模式文件给出该类型的值",
        "give a value of the type that schema.json names",
    ),
    "rulebook-value-wrong": FaultText(
        "值不被允许：{detail}",
        "the value is not allowed: {detail}",
        "请改为模式文件允许的值",
        "give a value that schema.json allows",
    ),
    "rulebook-rule-unknown": FaultText(
        "引用了不存在的规则 {detail}",
        "it refers to rule {detail}, which does not exist",
        "请改正规则编号或先定义该规则",
        "correct the rule's id or define the rule",
    ),
    "rulebook-rule-duplicate": FaultText(
        "规则 {detail} 重复定义",
        "rule {detail} is defined twice",
        "只保留一个；修改上级规则请写在 overrides 下",
        "keep one of them; a change to a base's rule belongs under overrides",
    ),
    "rulebook-term-unknown": FaultText(
        "用词 {detail} 未在本规则集中定义",
        "the term {detail} is not defined in this rulebook",
        "请改正拼写，或在相应词表中定义",
        "correct its spelling or define it in the vocabulary",
    ),
    "rulebook-term-duplicate": FaultText(
        "用词 {detail} 已由上级规则集定义",
        "the term {detail} is already defined by the base",
        "请沿用上级的定义，或另取代码",
        "use the base's definition or choose another code",
    ),
    "rulebook-citation-missing": FaultText(
        "没有写明出处：{detail}",
        "no source is cited: {detail}",
        "请在 source 中列出至少一个出处",
        "list at least one citation under source",
    ),
    "rulebook-citation-unknown": FaultText(
        "出处 {detail} 未在 citations 中列出",
        "the citation {detail} is not listed under citations",
        "请在 citations 中补上该出处",
        "add it under citations",
    ),
    "rulebook-chain-cyclic": FaultText(
        "期限互相依赖，形成循环：{detail}",
        "the deadlines depend on each other in a circle: {detail}",
        "请删去其中一个 after 或 within",
        "remove one of the after or within references",
    ),
    "rulebook-deadline-shape": FaultText(
        "期限的写法不完整或自相矛盾：{detail}",
        "the deadline is incomplete or contradicts itself: {detail}",
        "请对照规则编写说明中的四种期限",
        "compare it with the four kinds of deadline in the author's guide",
    ),
    "rulebook-target-as-rule": FaultText(
        "T 类期限没有法定天数，其数字只能是可配置的服务目标",
        "a deadline of kind T has no number in its source; its number can only be a configurable service target",
        "请标注 inference: true",
        "mark it inference: true",
    ),
    "rulebook-base-unknown": FaultText(
        "找不到所扩展的规则集 {detail}",
        "the rulebook to extend, {detail}, does not exist",
        "请写成 编号@版本，或以 ./ 开头的文件路径",
        "write id@version, or a file path that starts with ./",
    ),
    "rulebook-base-cyclic": FaultText(
        "规则集互相扩展，形成循环：{detail}",
        "the rulebooks extend each other in a circle: {detail}",
        "请改为扩展一个独立的规则集",
        "extend a rulebook that stands alone",
    ),
    "rulebook-calendar-unknown": FaultText(
        "找不到日历 {detail}",
        "the calendar {detail} does not exist",
        "请使用随附的日历编号，或以 ./ 开头的文件路径",
        "name a calendar that is shipped, or a file path that starts with ./",
    ),
    "rulebook-zone-unknown": FaultText(
        "未知的时区 {detail}",
        "the time zone {detail} is unknown",
        "请使用 IANA 时区名，例如 Asia/Shanghai",
        "use an IANA name such as Asia/Shanghai",
    ),
    "rulebook-example-failed": FaultText(
        "示例不成立：{detail}",
        "an example does not hold: {detail}",
        "请改正规则或示例",
        "correct the rule or the example",
    ),
    "rulebook-calendar-dates": FaultText(
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


class UnknownPreset(Refusal):
    """No shipped rulebook has this id or id@version."""

    code = "no-such-rulebook"
    kind = Kind.NOT_FOUND
    zh = "没有规则集 {ref}"
    en = "there is no rulebook {ref}"
    next_zh = "现有规则集：{known}"
    next_en = "these are known: {known}"


class UnknownRule(Refusal):
    """The rulebook has no rule with this id."""

    code = "no-such-rule"
    kind = Kind.NOT_FOUND
    zh = "规则集 {rulebook} 没有规则 {rule}"
    en = "rulebook {rulebook} has no rule {rule}"
    next_zh = "请列出该规则集的规则后核对编号"
    next_en = "show the rulebook to see the ids of its rules"


class UnknownTerm(Refusal):
    """The rulebook's vocabulary has no such code."""

    code = "no-such-term"
    kind = Kind.NOT_FOUND
    zh = "规则集 {rulebook} 没有用词 {term}"
    en = "rulebook {rulebook} does not define the term {term}"
    next_zh = "请核对拼写"
    next_en = "check its spelling"


class NoDueDate(Refusal):
    """The rule is a standing duty, or happens at an event that sets no date."""

    code = "no-due-date"
    kind = Kind.INVALID
    zh = "规则集 {rulebook} 的 {rule} 没有期限日期"
    en = "{rule} of rulebook {rulebook} sets no date"
    next_zh = "这是经常性责任，不设截止日期"
    next_en = "it is a standing duty; give it no due date"


class NoWindow(Refusal):
    """The rule has no window in which its trigger counts."""

    code = "no-window"
    kind = Kind.INVALID
    zh = "规则集 {rulebook} 的 {rule} 没有适用期间"
    en = "{rule} of rulebook {rulebook} has no window"
    next_zh = "请直接计算期限"
    next_en = "ask for its deadline instead"


class TriggerMismatch(Refusal):
    """The date given is of an event from which this rule does not count."""

    code = "trigger-mismatch"
    kind = Kind.INVALID
    zh = "规则集 {rulebook} 的 {rule} 不从 {given} 起算"
    en = "{rule} of rulebook {rulebook} does not count from {given}"
    next_zh = "请给出下列之一的日期：{expected}"
    next_en = "give the date of one of: {expected}"


class NaiveMoment(Refusal):
    """A datetime without a zone cannot be placed on a day."""

    code = "naive-moment"
    kind = Kind.INVALID
    zh = "时刻 {moment} 没有时区"
    en = "the moment {moment} has no zone"
    next_zh = "请给出带时区的时刻或日期"
    next_en = "give an aware datetime or a date"


class DateOutOfRange(Refusal):
    """The count leaves the calendar's years 1 to 9999."""

    code = "date-out-of-range"
    kind = Kind.INVALID
    zh = "自 {start} 起计算 {period} 超出日期范围"
    en = "counting {period} from {start} leaves the range of dates"
    next_zh = "请核对起算日期"
    next_en = "check the starting date"
