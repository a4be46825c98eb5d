"""Plans, and opinions on them, that arrive."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from supervision.events.heard import findings as heard
from supervision.events.plan_review import PlanReceived
from supervision.model.demand import Demand, demand_id
from supervision.model.obligation import Obligation, obligation_id
from supervision.model.plan_review import PlanReview, review_id
from supervision.model.reviewers import plan_bodies


def receive_plan(told: Told[heard.PlanSubmitted], act: Act, repo: Repository) -> Changes:
    """A version of the plan arrived: the review opens, the duty has a submission, open demands have their answer."""
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
            special_checks=plan.special_checks,
            bodies=plan_bodies(plan.rulebook, plan.special_checks),
            rulebook=plan.rulebook,
        )
    )
    answered: Changes = []
    for known in review.versions if received else ():
        for no in range(1, len(known.demanded) + 1):
            demand = repo.find(Demand, demand_id(review.id, known.version, no))
            answered += demand.answered_by_version(plan.version, act.effective_day, told.actor)
    duty = repo.find(Obligation, obligation_id(plan.case, "R-03"))
    return [*received, *answered, *duty.submit(act.effective_day, plan.document)]
