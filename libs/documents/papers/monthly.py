"""The monthly return (月报表, R-15)."""

from typing import ClassVar, Literal

from documents.paper import Day, Month, Paper, Part, Text


class ReturnTotals(Part):
    """反馈问题数、已销号、本月新增销号、未完成、逾期、重开."""

    findings: int = 0
    signed_off: int = 0
    signed_off_now: int = 0
    unfinished: int = 0
    overdue: int = 0
    reopened: int = 0


class ReturnRow(Part):
    """One unfinished finding."""

    number: Text
    wording: Text = ""
    reason: Text = ""
    progress: Text = ""
    milestones: Text = ""
    difficulties: Text = ""
    next_steps: Text = ""
    expected_on: Day = ""
    responsible: Text = ""


class MonthlyReturn(Paper):
    """The return of a case for a month."""

    TITLE: ClassVar[str] = "{org}整改进展情况月报表"

    kind: Literal["return"] = "return"
    month: Month
    due: Day = ""
    state: Text = ""
    timeliness: Text = ""
    submitted_on: Day = ""
    compiler: Text = ""
    endorser: Text = ""
    totals: ReturnTotals = ReturnTotals()
    rows: tuple[ReturnRow, ...] = ()
