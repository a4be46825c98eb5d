"""What review takes from supervision's decisions."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from review.events.adjustment import AdjustmentPutForward
from review.events.assessment import EvaluationNoted
from review.events.heard import supervision as heard
from review.events.words import Origin
from review.model.adjustment import Adjustment
from review.model.assessment import Assessments, assessments_id
from review.model.case import CaseFile, file_id


def note_evaluation(told: Told[heard.EvaluationApproved], act: Act, repo: Repository) -> Changes:
    """The next annual assessment takes the evaluation into account (R-95)."""
    book = repo.find(Assessments, assessments_id(told.news.case))
    return book.note(EvaluationNoted(assessments=book.id, **told.news.model_dump()))


def take_up_adjustment(told: Told[heard.AdjustmentProposed], act: Act, repo: Repository) -> Changes:
    """Supervision asks that a post be adjusted: the department decides (R-72)."""
    news = told.news
    book = repo.find(CaseFile, file_id(news.case)).rulebook if news.case else ""
    put = AdjustmentPutForward(
        **news.model_dump(),
        origin=Origin.SUPERVISION,
        proposed_on=told.effective.astimezone(act.zone).date(),
        proposer=told.actor,
        rulebook=book,
    )
    return repo.find(Adjustment, news.proposal).put_forward(put)
