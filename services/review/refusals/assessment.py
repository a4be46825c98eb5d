"""Why an entry into an annual assessment is refused."""

from kernel.errors import Kind, Refusal


class EnteredBefore(Refusal):
    """One entry a case and year (R-95)."""

    code = "assessment-entered-before"
    kind = Kind.CONFLICT
    en = "the case entered the annual assessment of {year} on {day} as “{grade}”"
    zh = "该整改事项已于 {day} 以“{grade}”纳入 {year} 年度考核"
    next_en = "one entry a case and year; the next year's is another one"
    next_zh = "每个事项每年度只纳入一次；下一年度另行纳入"


class GradeMissing(Refusal):
    """Nothing says what grade the rectification has."""

    code = "assessment-grade-missing"
    kind = Kind.INVALID
    en = "no evaluation of this case is approved and no grade is given"
    zh = "该整改事项尚无经批准的评估结果，也未填写等次"
    next_en = "give a grade, or wait for the approved evaluation"
    next_zh = "请填写等次，或待评估结果批准后再办理"


class YearOutside(Refusal):
    """The year is not one in which the case ran."""

    code = "assessment-year-outside"
    kind = Kind.INVALID
    en = "{year} is not a year from {first}, when the feedback was received, to {today}"
    zh = "{year} 年不在收到反馈的 {first} 年至 {today} 年之间"
    next_en = "give the year that is assessed"
    next_zh = "请填写所考核的年度"
