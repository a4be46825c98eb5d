"""Reports of the supervising side: on supervision (R-34, R-41) and on a round (R-58)."""

from typing import ClassVar, Literal

from documents.paper import Day, Paper, Part, Text, Texts
from documents.papers.report import Handled


class SupervisedCase(Part):
    """One case: how it stands, what was done about it."""

    org: Text
    status: Text = ""
    findings: int = 0
    signed_off: int = 0
    unfinished: int = 0
    overdue: int = 0
    actions: tuple[Handled, ...] = ()
    problems: Text = ""
    judgement: Text = ""
    suggestions: Text = ""


class SupervisionReport(Paper):
    """What a supervising body reports to the leading group, in a fixed time after the concentrated phase."""

    TITLE: ClassVar[str] = "关于{round}整改监督情况的报告"

    kind: Literal["supervision"] = "supervision"
    body: Text = ""
    rule: Text = ""
    since: Day = ""
    until: Day = ""
    due: Day = ""
    submitted_on: Day = ""
    overview: Text = ""
    actions: tuple[Handled, ...] = ()
    cases: tuple[SupervisedCase, ...] = ()
    problems: Text = ""
    judgement: Text = ""
    suggestions: Texts = ()


class RoundCase(Part):
    """One organisation of a round, in numbers; `rate` is the share signed off."""

    org: Text
    findings: int = 0
    signed_off: int = 0
    continuing: int = 0
    reopened: int = 0
    overdue: int = 0
    rate: Text = ""


class LeadTotals(Part):
    """Leads of a round: counts only; one that passed a service target is not overdue."""

    referred: int = 0
    accepted: int = 0
    misdirected: int = 0
    handling: int = 0
    fed_back: int = 0
    closed: int = 0
    overdue: int = 0
    target_passed: int = 0


class SuggestionTotals(Part):
    """Letters and suggestions of a round: counts only."""

    sent: int = 0
    received: int = 0
    replied: int = 0
    adopted: int = 0
    partly: int = 0
    not_adopted: int = 0
    implemented: int = 0
    overdue: int = 0
    target_passed: int = 0


class Laggard(Part):
    """An organisation that is behind, and with what."""

    org: Text
    matter: Text


class RoundCommonProblem(Part):
    """A common problem seen in the round."""

    category: Text
    orgs: int = 0
    findings: int = 0
    state: Text = ""


class RoundReport(Paper):
    """The office's report on a round: rectification, leads, suggestions (R-57, R-58)."""

    TITLE: ClassVar[str] = "关于{round}整改和成果运用情况的报告"

    kind: Literal["round"] = "round"
    since: Day = ""
    until: Day = ""
    overview: Text = ""
    totals: RoundCase = RoundCase(org="合计")
    cases: tuple[RoundCase, ...] = ()
    leads: LeadTotals = LeadTotals()
    suggestions: SuggestionTotals = SuggestionTotals()
    laggards: tuple[Laggard, ...] = ()
    common_problems: tuple[RoundCommonProblem, ...] = ()
    next_steps: Text = ""
