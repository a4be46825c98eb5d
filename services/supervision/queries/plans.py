"""Questions about plans under review."""

from collections.abc import Sequence
from datetime import date

from kernel.aggregates import Repository, get
from kernel.context import Asker
from kernel.messages import Answer
from kernel.tables import Rows
from supervision.commands.plans import GetPlanReview
from supervision.model.plan_review import PlanReview, PlanState, PlanVersion, review_id
from supervision.model.reviewers import last_day, plan_lead, plan_rule
from supervision.queries.insiders import reads_unissued


class PlanOpinionView(Answer):
    """What a reviewing body says of a version; `state` is pending, given or missing (decided without it).

    `target` is a configurable service target where the rule gives no number, never a date of the measures.
    """

    body: str
    rule_id: str
    asked: bool
    state: str
    target: date | None
    given_on: date | None = None
    conclusion: str = ""
    opinion_no: str = ""
    overall: str = ""
    demands: tuple[str, ...] = ()
    verifier: str = ""


class PlanVersionView(Answer):
    """One version of a plan, what the bodies said of it and the verdict."""

    version: int
    received_on: date
    state: str
    special_checks: tuple[str, ...] = ()
    opinion_no: str = ""
    overall: str = ""
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    verifier: str = ""
    missing_reason: str = ""
    against_reason: str = ""
    target: date | None = None
    opinions: tuple[PlanOpinionView, ...] = ()


class PlanReviewView(Answer):
    """All versions of a case's plan."""

    case: str
    org: str
    lead: str
    versions: tuple[PlanVersionView, ...]


def of_plan_review(question: GetPlanReview, repo: Repository) -> Sequence[str]:
    """What suffices to answer as of a date."""
    return [review_id(question.case)]


def get_plan_review(question: GetPlanReview, rows: Rows, repo: Repository, *, asker: Asker) -> PlanReviewView:
    """All versions and opinions of a case's plan; what bodies tell each other is not for the inspected organisation."""
    review = get(repo, PlanReview, review_id(question.case), what="方案审核 / plan review", shown=question.case)
    if not review.versions:
        # A neighbour's opinion came first: to whoever asks, nothing was submitted yet.
        return PlanReviewView(case=question.case, org=review.org, lead="", versions=())
    open_ = reads_unissued(asker, review.org)
    return PlanReviewView(
        case=review.case,
        org=review.org,
        lead=plan_lead(review.rulebook),
        versions=tuple(_version(review, version, open_) for version in review.versions),
    )


def _version(review: PlanReview, known: PlanVersion, open_: bool) -> PlanVersionView:
    opinion = known.opinion.model_dump(exclude={"plan_version"}) if known.opinion else {}
    given = review.given(known.version)
    bodies = (*known.bodies, *(body for body in given if body not in known.bodies))
    kept = {"missing_reason", "against_reason"} if open_ else set()
    return PlanVersionView(
        **known.model_dump(include={"version", "received_on", "special_checks", "verifier"} | kept),
        **opinion,
        state=known.state,
        target=last_day(review.rulebook, plan_rule(review.rulebook, plan_lead(review.rulebook)), known.received_on),
        opinions=tuple(_opinion(review, known, body, open_) for body in bodies),
    )


def _opinion(review: PlanReview, known: PlanVersion, body: str, open_: bool) -> PlanOpinionView:
    said, rule = review.given(known.version).get(body), plan_rule(review.rulebook, body)
    state = "given" if said else "pending" if known.state is PlanState.RECEIVED else "missing"
    shown = {"given_on", "conclusion", "opinion_no", "overall", "demands", "verifier"} if open_ else {"given_on"}
    return PlanOpinionView(
        body=body,
        rule_id=rule,
        asked=body in known.bodies,
        state=state,
        target=last_day(review.rulebook, rule, known.received_on),
        **(said.model_dump(include=shown) if said else {}),
    )
