"""Questions about plans under review."""

from datetime import date

from kernel.aggregates import Repository, get
from kernel.messages import Answer
from kernel.tables import Rows
from supervision.commands.plans import GetPlanReview
from supervision.model.plan_review import PlanReview, PlanVersion, review_id


class PlanVersionView(Answer):
    """One version of a plan and the opinion on it."""

    version: int
    received_on: date
    state: str
    opinion_no: str = ""
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()


class PlanReviewView(Answer):
    """All versions of a case's plan."""

    case: str
    org: str
    versions: tuple[PlanVersionView, ...]


def get_plan_review(question: GetPlanReview, rows: Rows, repo: Repository) -> PlanReviewView:
    """All versions and opinions of a case's plan."""
    review = get(repo, PlanReview, review_id(question.case), what="方案审核 / plan review", shown=question.case)
    return PlanReviewView(
        case=review.case,
        org=review.org,
        versions=tuple(_version(version) for version in review.versions),
    )


def _version(known: PlanVersion) -> PlanVersionView:
    opinion = known.opinion.model_dump(exclude={"plan_version"}) if known.opinion else {}
    return PlanVersionView(version=known.version, received_on=known.received_on, state=known.state, **opinion)
