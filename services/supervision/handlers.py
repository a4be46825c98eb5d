"""Load, decide, return: one function a command, and what a new day brings."""

from datetime import date

from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.messages import Answer, Changes
from supervision import commands
from supervision.model.case import CaseFile, file_id
from supervision.model.obligation import Obligation, obligation_id
from supervision.model.verdict import HeldPost, LookBack, Opinion, PlanReview, SignOffCheck, check_id, review_id


class FindingStanding(Answer):
    """What the findings service answers about a finding right now."""

    finding: str
    case: str
    org: str
    rulebook: str
    state: str


class PostsHeld(Answer):
    """All posts that the verifier holds or held."""

    posts: tuple[HeldPost, ...] = ()


def pass_plan(command: commands.PassPlan, act: Act, repo: Repository) -> Changes:
    """The version passes, and with it the duty to draw up a plan is met (R-03), once: a later amendment meets nothing."""
    review = get(repo, PlanReview, review_id(command.case), what="方案审核 / plan review", shown=command.case)
    _judges(review.case, act, repo)
    passed = review.give_pass(act, _opinion(command))
    duty = repo.find(Obligation, obligation_id(command.case, "R-03"))
    return [*passed, *(duty.accept() if duty.waits else [])]


def return_plan(command: commands.ReturnPlan, act: Act, repo: Repository) -> Changes:
    """The version goes back; the duty to draw up a plan runs on with its date."""
    review = get(repo, PlanReview, review_id(command.case), what="方案审核 / plan review", shown=command.case)
    _judges(review.case, act, repo)
    returned = review.give_back(act, _opinion(command))
    duty = repo.find(Obligation, obligation_id(command.case, "R-03"))
    return [*returned, *(duty.send_back("; ".join(command.demands)) if duty.waits else [])]


def pass_sign_off_check(
    command: commands.PassSignOffCheck, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]
) -> Changes:
    """The outer verifier confirms."""
    check = get(repo, SignOffCheck, check_id(command.finding), what="销号外部核验 / outer check", shown=command.finding)
    _judges(check.case, act, repo)
    return check.give_pass(
        act, _posts(answers), opinion_no=command.opinion_no, overall=command.overall, site_record=command.site_record
    )


def fail_sign_off_check(
    command: commands.FailSignOffCheck, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]
) -> Changes:
    """The outer verifier rejects."""
    check = get(repo, SignOffCheck, check_id(command.finding), what="销号外部核验 / outer check", shown=command.finding)
    _judges(check.case, act, repo)
    return check.give_fail(act, _posts(answers), command.model_dump(exclude={"finding"}))


def reopen_by_look_back(
    command: commands.ReopenByLookBack, act: Act, repo: Repository, answers: tuple[FindingStanding | None, ...]
) -> Changes:
    """A look-back overturns a sign-off; what the finding is right now, its owner says."""
    (standing,) = answers
    if standing is not None:
        _judges(standing.case, act, repo)
    look_back = repo.find(LookBack, act.new_id("look-back"))
    return look_back.reopen(
        act,
        finding=command.finding,
        case=standing.case if standing else "",
        org=standing.org if standing else "",
        book=standing.rulebook if standing else "",
        state=standing.state if standing else "unknown",
        ground=command.ground,
        defect=command.defect,
        reason=command.reason,
        decision=command.decision,
        evidence=command.evidence,
    )


def accept_obligation(command: commands.AcceptObligation, act: Act, repo: Repository) -> Changes:
    """The verifier accepts."""
    return _duty(command.obligation, act, repo).accept()


def send_back_obligation(command: commands.SendBackObligation, act: Act, repo: Repository) -> Changes:
    """The verifier sends back."""
    return _duty(command.obligation, act, repo).send_back(command.reason)


def extend_obligation(command: commands.ExtendObligation, act: Act, repo: Repository) -> Changes:
    """The dispatching side extends."""
    return _duty(command.obligation, act, repo).extend(command.due, command.reason, act)


def waive_obligation(command: commands.WaiveObligation, act: Act, repo: Repository) -> Changes:
    """The dispatching side waives."""
    return _duty(command.obligation, act, repo).waive(command.reason, act)


def obligation_day(obligation: str, day: date, act: Act, repo: Repository) -> Changes:
    """Reminders and overdue marks of one obligation."""
    return repo.find(Obligation, obligation).day(day)


def _judges(case: str, act: Act, repo: Repository) -> None:
    repo.find(CaseFile, file_id(case)).require_organ(act)


def _duty(obligation: str, act: Act, repo: Repository) -> Obligation:
    """An obligation about which the acting organ may decide."""
    found = get(repo, Obligation, obligation)
    _judges(found.case, act, repo)
    return found


def _opinion(command: commands.PassPlan | commands.ReturnPlan) -> Opinion:
    return Opinion(**command.model_dump(exclude={"case"}))


def _posts(answers: tuple[PostsHeld | None, ...]) -> tuple[HeldPost, ...]:
    held = answers[0]
    return held.posts if held else ()
