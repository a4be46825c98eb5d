"""Why a date is what it is: steps as data, and as a sentence in Chinese or English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .errors import Lang
from .period import Period
from .text import Data, Text

type Value = str | int | date | Text | Period | tuple[date, ...]

# Code → (Chinese, English). A code is stable: programs read the steps, people the sentences.
_STEPS: dict[str, tuple[str, str]] = {
    "count": (
        "自{start}{event}起{period}（{rulebook}，{rule}）",
        "{period} from {event} on {start} under {rulebook}, {rule}",
    ),
    "absent_day": ("{month}没有{day}，取当月最后一日{due}", "{month} has no {day}: last day {due}"),
    "holidays": ("其间跳过节假日：{days}", "public holidays skipped: {days}"),
    "make_up": ("其间调休上班日计为工作日：{days}", "make-up working days counted: {days}"),
    "rolled": ("{day}不是工作日，顺延至{due}", "{day} is no working day: moved to {due}"),
    "not_rolled": (
        "{day}不是工作日；本规则集不顺延",
        "{day} is no working day; not moved, roll-over is off",
    ),
    "chained": (
        "{rule}自{base}的期满之日{start}起算，不把两段期限相加",
        "{rule} counts from the last day of {base}, {start}; the two periods are not added together",
    ),
    "within": (
        "{rule}须在{base}的期限内完成（{rulebook}）",
        "{rule} is due within the time of {base} under {rulebook}",
    ),
    "at": ("{rule}须在{event}当日{due}完成（{rulebook}）", "{rule} is due on the day of {event}, {due}, under {rulebook}"),
    "before": (
        "{rule}须在{day}{event}之前完成，即不迟于{due}（{rulebook}）",
        "{rule} is due before {event} on {day}, by {due}, under {rulebook}",
    ),
    "periodic": (
        "{rule}：所报期间{first}至{last}，不迟于{due}（{rulebook}）",
        "{rule} for {first} to {last} is due by {due} under {rulebook}",
    ),
    "latest": ("最长不超过{period}，即{due}", "at the latest {period}, {due}"),
    "stricter": (
        "若自{start}{event}起算则为{due}，较严，仅作提示；以{used}为准",
        "counted from {event} on {start} it would be {due}, which is stricter and only shown; {used} applies",
    ),
    "window": (
        "自{start}{event}起{period}内，含{last}（{rulebook}，{rule}）",
        "within {period} of {event} on {start}, up to and including {last} ({rulebook}, {rule})",
    ),
    "inside": ("{day}在此期间内", "{day} is inside"),
    "outside": ("{day}不在此期间内", "{day} is outside"),
    "expires": ("{due} 24:00（{zone}）期满", "it ends at 24:00 on {due}, {zone}"),
    "inherited": ("沿用{origin}的规则", "the rule is inherited from {origin}"),
    "target": (
        "这是可配置的服务目标，不是办法规定的期限",
        "this is a configurable service target, not a rule of the measures",
    ),
    "default": (
        "这是可配置的默认值，不是办法规定的期限",
        "this is a configurable default, not a rule of the measures",
    ),
    "note": ("{note}", "{note}"),
    "provisional": (
        "{years}年的放假安排尚未录入，按周一至周五为工作日暂算",
        "provisional: the holidays of {years} are not published here, Monday to Friday are taken as working days",
    ),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a calculation: a stable code and its values."""

    code: str
    values: Mapping[str, Value]

    def text(self, lang: Lang) -> str:
        """The step in words."""
        zh, en = _STEPS[self.code]
        shown = {name: _shown(value, lang) for name, value in self.values.items()}
        return (zh if lang == "zh" else en).format(**shown)

    def as_data(self) -> dict[str, Data]:
        """The step as JSON values: dates in ISO form, words in both languages."""
        return {"code": self.code, **{name: _data(value) for name, value in self.values.items()}}


@dataclass(frozen=True, slots=True)
class Explanation:
    """The steps that lead to a date, in order."""

    steps: tuple[Step, ...]

    def text(self, lang: Lang) -> str:
        """One sentence, steps separated by semicolons."""
        separator, end = ("；", "。") if lang == "zh" else ("; ", ".")
        return separator.join(step.text(lang) for step in self.steps) + end

    def as_data(self) -> list[dict[str, Data]]:
        """The steps as JSON values."""
        return [step.as_data() for step in self.steps]


def step(code: str, **values: Value) -> Step:
    """A step; its code is one of those listed in this module."""
    return Step(code, values)


def month_text(day: date) -> Text:
    """The name of a date's month."""
    return Text(zh=f"{day.month}月", en=f"{day:%B}")


def day_text(number: int) -> Text:
    """A day number of a month as people say it."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return Text(zh=f"{number}日", en=f"{number}{suffix}")


def _shown(value: Value, lang: Lang) -> str:
    match value:
        case Text():
            return value[lang]
        case Period():
            return value.text(lang)
        case date():
            return value.isoformat()
        case tuple():
            return ("、" if lang == "zh" else ", ").join(_runs(value, lang))
        case _:
            return str(value)


def _runs(days: Sequence[date], lang: Lang) -> list[str]:
    """Consecutive days as one span, so that a week off is one entry."""
    spans: list[tuple[date, date]] = []
    for day in days:
        if spans and (day - spans[-1][1]).days == 1:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    to = "至" if lang == "zh" else " to "
    return [first.isoformat() if first == last else f"{first}{to}{last}" for first, last in spans]


def _data(value: Value) -> Data:
    match value:
        case Text():
            return {"zh": value.zh, "en": value.en}
        case Period():
            return {value.unit: value.amount}
        case date():
            return value.isoformat()
        case tuple():
            return [day.isoformat() for day in value]
        case _:
            return value
