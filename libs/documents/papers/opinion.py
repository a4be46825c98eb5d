"""The review opinion (审核意见) on a plan or a report (R-25, R-30, R-31, R-38, R-39, R-43, R-52)."""

from typing import ClassVar, Literal

from documents.paper import Day, Paper, Part, Text, Texts

type Conclusion = Literal["", "通过", "通过并提出要求", "退回"]


class Assisting(Part):
    """An assisting opinion, or why it is missing."""

    body: Text
    number: Text = ""
    received_on: Day = ""
    due: Day = ""
    given_on: Day = ""
    late: bool = False
    overall: Text = ""
    shortcomings: Text = ""
    demands: Texts = ()
    missing_reason: Text = ""


class ReviewOpinion(Paper):
    """A written opinion with its three parts (R-31)."""

    TITLE: ClassVar[str] = "关于{org}{document}的审核意见"

    kind: Literal["opinion"] = "opinion"
    document: Text = "整改方案"
    document_version: int = 1
    body: Text = ""
    received_on: Day = ""
    due: Day = ""
    given_on: Day = ""
    overall: Text = ""
    shortcomings: Text = ""
    demands: Texts = ()
    conclusion: Conclusion = ""
    assisting: tuple[Assisting, ...] = ()
    missing_reason: Text = ""
    signatory: Text = ""
