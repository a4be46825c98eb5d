"""Plans, and opinions on them, that arrive."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from supervision.events.heard import findings as heard
from supervision.events.heard import publicity, review
from supervision.events.plan_review import PlanOpinionReceived, PlanReceived, Stand
from supervision.model.case import CaseFile, file_id
from supervision.model.demand import Demand, demand_id
from supervision.model.obligation import Obligation, obligation_id
from supervision.model.plan_review import PlanReview, review_id
from supervision.model.reviewers import plan_bodies


def receive_plan(told: Told[heard.PlanSubmitted], act: Act, repo: Repository) -> Changes:
    """A version of the plan arrived: the review opens, the duty has a submission, open demands have their answer."""
    plan = told.news
    known_review = repo.find(PlanReview, review_id(plan.case))
    received = known_review.receive(
        PlanReceived(
            review=known_review.id,
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
    for known in known_review.versions if received else ():
        for no in range(1, len(known.demanded) + 1):
            demand = repo.find(Demand, demand_id(known_review.id, known.version, no))
            answered += demand.answered_by_version(plan.version, act.effective_day, told.actor)
    duty = repo.find(Obligation, obligation_id(plan.case, "R-03"))
    return [*received, *answered, *duty.submit(act.effective_day, plan.document)]


def take_back_plan(told: Told[heard.PlanWithdrawn], act: Act, repo: Repository) -> Changes:
    """The organisation withdrew the version: no verdict is due on it."""
    return repo.find(PlanReview, review_id(told.news.case)).take_back(told.news.version, told.news.reason)


def note_opinion_of_org_dept(told: Told[review.PlanOpinionGiven], act: Act, repo: Repository) -> Changes:
    """The organization department's opinion on the personnel part (R-38)."""
    return _noted(told.news, "org_dept", act, repo)


def note_opinion_of_publicity(told: Told[publicity.PlanOpinionGiven], act: Act, repo: Repository) -> Changes:
    """The publicity department's opinion on its part."""
    return _noted(told.news, "publicity", act, repo)


def _noted(news: review.PlanOpinionGiven | publicity.PlanOpinionGiven, body: str, act: Act, repo: Repository) -> Changes:
    said = PlanOpinionReceived(
        **news.model_dump(exclude={"conclusion"}),
        review=review_id(news.case),
        body=body,
        conclusion=Stand(news.conclusion),
        given_on=act.effective_day,
    )
    return repo.find(PlanReview, said.review).hear(said, repo.find(CaseFile, file_id(news.case)).rulebook)
