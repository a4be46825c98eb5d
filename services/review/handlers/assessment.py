"""Entries into annual assessments."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes
from review.commands.assessment import EnterAssessment
from review.handlers.organ import judged
from review.model.assessment import Assessments, assessments_id


def enter_assessment(command: EnterAssessment, act: Act, repo: Repository) -> Changes:
    """The rectification of a case enters a year's assessment (R-95)."""
    file = judged(command.case, act, repo)
    book = repo.find(Assessments, assessments_id(command.case))
    return book.enter(act, file, command.year, command.grade, command.text, command.document)
