"""Plans that arrive."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from supervision.events.heard import findings as heard
from supervision.events.plan_review import PlanReceived
from supervision.model.obligation import Obligation, obligation_id
from supervision.model.plan_review import PlanReview, review_id


def receive_plan(told: Told[heard.PlanSubmitted], act: Act, repo: Repository) -> Changes:
    """A version of the plan arrived: the review opens, the duty has a submission."""
    plan = told.news
    review = repo.find(PlanReview, review_id(plan.case))
    received = review.receive(
        PlanReceived(
            review=review.id,
            plan=plan.plan,
            case=plan.case,
            org=plan.org,
            plan_version=plan.version,
            received_on=act.effective_day,
            submitter=told.actor,
            document=plan.document,
            rulebook=plan.rulebook,
        )
    )
    return [*received, *repo.find(Obligation, obligation_id(plan.case, "R-03")).submit(act.effective_day, plan.document)]
