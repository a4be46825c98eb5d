"""The recommendation letter (巡视建议书) with its reply (R-49, R-61, R-67)."""

from typing import ClassVar, Literal

from documents.paper import Day, Paper, Part, Text, Texts
from documents.papers.report import RuleChange


class Reply(Part):
    """What the addressee answered; empty before."""

    adoption: Literal["", "采纳", "部分采纳", "未采纳"] = ""
    reason: Text = ""
    actions: Texts = ()
    rules: tuple[RuleChange, ...] = ()
    replier: Text = ""
    on: Day = ""
    late: bool = False
    assessment: Text = ""


class Letter(Paper):
    """A letter as sent."""

    TITLE: ClassVar[str] = "{name}"

    kind: Literal["letter"] = "letter"
    name: Text = "巡视建议书"
    state: Text = ""
    basis: Text = ""
    basis_on: Day = ""
    facts: Text = ""
    findings: Texts = ()
    suggestions: Texts = ()
    reply_due: Day = ""
    contact: Text = ""
    approval: Text = ""
    sent_on: Day = ""
    received_on: Day = ""
    reply: Reply = Reply()
