"""Reports of the inspected organisation: progress, principal's, special-check and final (R-07 to R-11, R-16)."""

from typing import ClassVar, Literal

from documents.paper import Day, Endorsement, Paper, Part, Text


class ReportTotals(Part):
    """Numbers of a report, in findings, measures, rules, fen and people."""

    findings: int = 0
    signed_off: int = 0
    not_applicable: int = 0
    unfinished: int = 0
    measures: int = 0
    rules: int = 0
    money_fen: int = 0
    people: int = 0
    rate: Text = ""


class Account(Part):
    """What the report says of one finding."""

    number: Text
    wording: Text = ""
    category: Text = ""
    standing: Text = ""
    account: Text = ""


class Unfinished(Part):
    """A finding that is not finished: why, and what comes next."""

    number: Text
    wording: Text = ""
    reason: Text = ""
    next_on: Day = ""
    member: Text = ""


class RuleChange(Part):
    """A rule that was abolished (废), amended (改) or adopted (立)."""

    action: Literal["废", "改", "立"]
    name: Text
    on: Day = ""


class Handled(Part):
    """Cases handled, as a count only."""

    measure: Text
    number: int = 0


class Report(Paper):
    """A report as handed in."""

    TITLE: ClassVar[str] = "{org}关于{round}{name}"

    kind: Literal["report"] = "report"
    name: Text = "集中整改进展情况报告"
    special_check: Text = ""
    version: int = 1
    state: Text = ""
    since: Day = ""
    until: Day = ""
    due: Day = ""
    submitted_on: Day = ""
    totals: ReportTotals = ReportTotals()
    leading: Text = ""
    accounts: tuple[Account, ...] = ()
    handled: tuple[Handled, ...] = ()
    rules: tuple[RuleChange, ...] = ()
    unfinished: tuple[Unfinished, ...] = ()
    next_steps: Text = ""
    special_reports: tuple[Text, ...] = ()
    endorsement: Endorsement = Endorsement()
