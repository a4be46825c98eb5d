"""Opinions and verdicts on plans."""

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Changes
from supervision.commands.plans import OpineOnPlan, PassPlan, ReturnPlan
from supervision.events.demand import Source
from supervision.events.plan_review import PlanOpinionReceived
from supervision.handlers.demands import settled
from supervision.handlers.organ import judges
from supervision.model.demand import opened
from supervision.model.obligation import Obligation, obligation_id
from supervision.model.plan_review import Opinion, PlanReview, Reasons, review_id
from supervision.model.reviewers import plan_lead
from supervision.refusals.organ import NotOrganOfCase


def pass_plan(command: PassPlan, act: Act, repo: Repository) -> Changes:
    """The version passes, and with it the duty to draw up a plan is met (R-03), once: a later amendment meets nothing."""
    review = _led(command, act, repo)
    passed = review.give_pass(act, _opinion(command), Reasons(**command.model_dump(include=set(Reasons.model_fields))))
    duty = repo.find(Obligation, obligation_id(command.case, "R-03"))
    earlier = {known.version: len(known.demanded) for known in review.versions if known.version < command.plan_version}
    closed = settled(review.id, earlier, command.opinion_no, act, repo)
    return [*passed, *(duty.accept() if duty.waits else []), *closed, *_opened(review, command, act)]


def return_plan(command: ReturnPlan, act: Act, repo: Repository) -> Changes:
    """The version goes back; the duty to draw up a plan runs on with its date."""
    review = _led(command, act, repo)
    returned = review.give_back(act, _opinion(command), Reasons(missing_reason=command.missing_reason))
    duty = repo.find(Obligation, obligation_id(command.case, "R-03"))
    return [*returned, *(duty.send_back("; ".join(command.demands)) if duty.waits else []), *_opened(review, command, act)]


def opine_on_plan(command: OpineOnPlan, act: Act, repo: Repository) -> Changes:
    """The office says what it thinks of the version."""
    review = _review(command, act, repo)
    said = command.model_dump(exclude={"case"})
    whose = {"review": review.id, "plan": review.plan, "case": review.case, "org": review.org, "body": act.role}
    return review.opine(PlanOpinionReceived(**whose, **said, given_on=act.effective_day, verifier=act.actor))


def _review(command: PassPlan | ReturnPlan | OpineOnPlan, act: Act, repo: Repository) -> PlanReview:
    review = get(repo, PlanReview, review_id(command.case), what="方案审核 / plan review", shown=command.case)
    judges(command.case, act, repo)
    return review


def _led(command: PassPlan | ReturnPlan, act: Act, repo: Repository) -> PlanReview:
    """The review, for the body to which the rulebook gives the verdict."""
    review = _review(command, act, repo)
    if review.versions and act.role != (lead := plan_lead(review.rulebook)):
        raise NotOrganOfCase(role=lead)
    return review


def _opinion(command: PassPlan | ReturnPlan) -> Opinion:
    return Opinion(**command.model_dump(include=set(Opinion.model_fields)))


def _opened(review: PlanReview, command: PassPlan | ReturnPlan, act: Act) -> Changes:
    return opened(
        source=Source.PLAN,
        review=review.id,
        case=review.case,
        org=review.org,
        subject="",
        version=command.plan_version,
        opinion_no=command.opinion_no,
        demands=command.demands,
        organ=act.role,
        on=act.effective_day,
        book=review.rulebook,
    )
