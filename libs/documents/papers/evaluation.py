"""The evaluation form (评估表, R-79, R-80)."""

from typing import ClassVar, Literal

from documents.paper import Day, Paper, Part, Text, Texts


class Indicator(Part):
    """An indicator; weights and scores are in points, written as decimals."""

    code: Text
    area: Text = ""
    name: Text = ""
    weight: Text = ""
    rule: Text = ""
    self_score: Text = ""
    score: Text = ""
    ground: Text = ""
    evidence: Texts = ()


class SurveyTotals(Part):
    """Answers of a satisfaction survey, totals only; `enough` says whether the least number answered."""

    answers: int = 0
    satisfied: int = 0
    fairly: int = 0
    dissatisfied: int = 0
    unknown: int = 0
    rate: Text = ""
    enough: bool = False


class Evaluation(Paper):
    """The evaluation of a case under one version of a scheme."""

    TITLE: ClassVar[str] = "{org}巡视整改成效评估表"

    kind: Literal["evaluation"] = "evaluation"
    scheme: Text = ""
    scheme_version: Text = ""
    state: Text = ""
    indicators: tuple[Indicator, ...] = ()
    self_total: Text = ""
    total: Text = ""
    survey: SurveyTotals = SurveyTotals()
    vetoes: Texts = ()
    grade: Text = ""
    disposal: Text = ""
    disposal_name: Text = ""
    org_opinion: Text = ""
    evaluators: Texts = ()
    approver: Text = ""
    approved_on: Day = ""
