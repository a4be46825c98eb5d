"""Wishes about annual assessments."""

from kernel.messages import Command, Id, Question
from review.commands.words import MaybeSha256, Text, Trimmed


class EnterAssessment(Command):
    """Enter the rectification of a case into the annual assessment of a year (R-95)."""

    case: Id
    year: int
    grade: Trimmed = ""
    text: Text
    document: MaybeSha256 = ""


class ListAssessments(Question):
    """Entries into annual assessments."""

    case: Id | None = None
    org: Id | None = None
    year: int = 0
    limit: int = 100
    after: str = ""
