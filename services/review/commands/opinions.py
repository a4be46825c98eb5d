"""Wishes about opinions: on the personnel part of a plan, on the progress report, on the personnel check."""

from kernel.messages import Command, Id, Question
from review.commands.words import Text, Trimmed
from review.events.words import Conclusion, Stand


class GivePlanOpinion(Command):
    """Say what the department thinks of the personnel part of a version of the plan (R-38)."""

    case: Id
    plan_version: int
    conclusion: Stand
    opinion_no: Text
    overall: Trimmed = ""
    demands: tuple[Text, ...] = ()


class GiveAssistingOpinion(Command):
    """Give the discipline organ the opinion on the progress report (R-39)."""

    case: Id
    report_version: int
    opinion_no: Text
    overall: Trimmed = ""
    shortcomings: Trimmed = ""
    demands: tuple[Text, ...] = ()


class IssueCheckOpinion(Command):
    """Give the inspected organisation the written opinion on the report of the personnel check (R-43)."""

    case: Id
    version: int
    conclusion: Conclusion
    opinion_no: Text
    overall: Trimmed = ""
    shortcomings: Trimmed = ""
    demands: tuple[Text, ...] = ()


class GetReviewFile(Question):
    """All opinions of the department in one case."""

    case: Id


class ListReviews(Question):
    """Opinions that wait, or all of them."""

    case: Id | None = None
    org: Id | None = None
    document: str = ""
    state: str = ""
    limit: int = 100
    after: str = ""
