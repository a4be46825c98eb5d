"""Verdicts on plans."""

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes
from supervision.commands.plans import PassPlan, ReturnPlan
from supervision.handlers.organ import judges
from supervision.model.obligation import Obligation, obligation_id
from supervision.model.plan_review import Opinion, PlanReview, review_id


def pass_plan(command: PassPlan, act: Act, repo: Repository) -> Changes:
    """The version passes, and with it the duty to draw up a plan is met (R-03), once: a later amendment meets nothing."""
    review = get(repo, PlanReview, review_id(command.case), what="方案审核 / plan review", shown=command.case)
    judges(review.case, act, repo)
    passed = review.give_pass(act, _opinion(command))
    duty = repo.find(Obligation, obligation_id(command.case, "R-03"))
    return [*passed, *(duty.accept() if duty.waits else [])]


def return_plan(command: ReturnPlan, act: Act, repo: Repository) -> Changes:
    """The version goes back; the duty to draw up a plan runs on with its date."""
    review = get(repo, PlanReview, review_id(command.case), what="方案审核 / plan review", shown=command.case)
    judges(review.case, act, repo)
    returned = review.give_back(act, _opinion(command))
    duty = repo.find(Obligation, obligation_id(command.case, "R-03"))
    return [*returned, *(duty.send_back("; ".join(command.demands)) if duty.waits else [])]


def _opinion(command: PassPlan | ReturnPlan) -> Opinion:
    return Opinion(**command.model_dump(exclude={"case"}))
