"""Commands about feedback: load, decide, return."""

from collections.abc import Sequence
from functools import partial

from findings.commands import feedback as wish
from findings.events.words import FeedbackItem, SupplementState
from findings.model import dates, paper, receipt
from findings.model.case import Case
from findings.model.feedback import Feedback
from findings.model.finding import Finding
from findings.model.organisation import Organisation
from findings.model.round import Round
from findings.model.wording import Origin
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes


def draft_feedback(command: wish.DraftFeedback, act: Act, repo: Repository) -> Changes:
    """The team that inspected the organisation words the feedback."""
    inspected, org = get(repo, Round, command.round), get(repo, Organisation, command.org, what="org")
    inspected.require_inspected(org.id)
    inspected.require_team(act.actor, org.id)
    receipt.judges(inspected.organs, org, act.today)
    origin = Origin(round=inspected.id, org=org.id, round_code=inspected.code, org_code=org.code)
    feedback = repo.find(Feedback, named("feedback", inspected.code, org.code))
    return feedback.draft(origin, act.actor, command.overall, command.items, command.special_checks)


def set_special_checks(command: wish.SetSpecialChecks, act: Act, repo: Repository) -> Changes:
    """The special checks of a draft."""
    feedback, inspected = _feedback(command.feedback, repo)
    inspected.require_team(act.actor, feedback.org)
    return feedback.set_checks(command.special_checks)


def submit_feedback(command: wish.SubmitFeedback, act: Act, repo: Repository) -> Changes:
    """The draft goes to the leading group, once the secretary's meeting has heard the report."""
    feedback, inspected = _feedback(command.feedback, repo)
    inspected.require_team(act.actor, feedback.org)
    inspected.may_feed_back()
    return feedback.submit(act.actor)


def return_feedback(command: wish.ReturnFeedback, act: Act, repo: Repository) -> Changes:
    """The leading group wants it worded anew."""
    feedback, inspected = _feedback(command.feedback, repo)
    inspected.require_organ("leading_group", act.org)
    return feedback.send_back(command.reason)


def approve_feedback(command: wish.ApproveFeedback, act: Act, repo: Repository) -> Changes:
    """The leading group approves; with the first approval the round is feeding back."""
    feedback, inspected = _feedback(command.feedback, repo)
    inspected.require_organ("leading_group", act.org)
    given = _immediate(feedback.items, inspected.id, feedback.org, repo)
    approved = feedback.approve(command.approval, act.actor, given, dates.in_force(inspected.rulebook, act.effective_day))
    return [*approved, *inspected.feedback_begun()]


def deliver_feedback(command: wish.DeliverFeedback, act: Act, repo: Repository) -> Changes:
    """The feedback meeting took place."""
    feedback, inspected = _feedback(command.feedback, repo)
    day = command.meeting_on or act.effective_day
    book = dates.in_force(inspected.rulebook, day)
    return feedback.deliver(day, command.place, command.attendance, command.record_sha256 or "", act.today, book)


def sign_receipt(command: wish.SignReceipt, act: Act, repo: Repository) -> Changes:
    """The serving principal signs: the case opens (R-01, SOD-04)."""
    feedback, inspected = _feedback(command.feedback, repo)
    org, day = get(repo, Organisation, feedback.org, what="org"), act.effective_day
    book = dates.in_force(inspected.rulebook, day)
    org.require_principal(act.actor, day, dates.acting_days(book))
    case = repo.find(Case, named("case", feedback.round_code, feedback.org_code))
    received = feedback.receive(case.id, act.actor, day, book)
    return [*received, *receipt.open_case(case, feedback, inspected, org, day, partial(repo.find, Finding), act.now)]


def import_feedback(command: wish.ImportFeedback, act: Act, repo: Repository) -> Changes:
    """Feedback comes from paper, with or without its receipt."""
    inspected, org = get(repo, Round, command.round), get(repo, Organisation, command.org, what="org")
    inspected.require_organ("office", act.org)
    inspected.require_inspected(org.id)
    feedback = repo.find(Feedback, named("feedback", inspected.code, org.code))
    case = repo.find(Case, named("case", inspected.code, org.code))
    given = _immediate(command.items, inspected.id, org.id, repo)
    return paper.bring(command, feedback, case, inspected, org, given, act, partial(repo.find, Finding))


def copy_feedback(command: wish.CopyFeedback, act: Act, repo: Repository) -> Changes:
    """Copies go out."""
    feedback, inspected = _feedback(command.feedback, repo)
    inspected.require_organ("office", act.org)
    return feedback.copy_to(command.recipients)


def supplement_feedback(command: wish.SupplementFeedback, act: Act, repo: Repository) -> Changes:
    """The team drafts a supplement."""
    feedback, inspected = _feedback(command.feedback, repo)
    inspected.require_team(act.actor, feedback.org)
    return feedback.add_supplement(act.actor, command.items, command.corrections, command.reason)


def approve_supplement(command: wish.ApproveSupplement, act: Act, repo: Repository) -> Changes:
    """The leading group approves a supplement."""
    feedback, inspected = _feedback(command.feedback, repo)
    inspected.require_organ("leading_group", act.org)
    pending = feedback.supplement(command.supplement, SupplementState.DRAFT)
    given = _immediate(pending.items, inspected.id, feedback.org, repo)
    book = get(repo, Case, feedback.case).rulebook
    return feedback.approve_supplement(command.supplement, command.approval, act.actor, given, book)


def sign_supplement(command: wish.SignSupplement, act: Act, repo: Repository) -> Changes:
    """The serving principal signs for a supplement: day 0 of its findings alone (A47)."""
    feedback, _ = _feedback(command.feedback, repo)
    case, day = get(repo, Case, feedback.case), act.effective_day
    org = get(repo, Organisation, case.holder, what="org")
    org.require_principal(act.actor, day, dates.acting_days(case.rulebook))
    received = feedback.receive_supplement(command.supplement, act.actor, day)
    joined = receipt.join_case(case, feedback, command.supplement, day, partial(repo.find, Finding))
    return [*received, *joined]


def _feedback(id: str, repo: Repository) -> tuple[Feedback, Round]:
    feedback = get(repo, Feedback, id)
    return feedback, get(repo, Round, feedback.round)


def _immediate(items: Sequence[FeedbackItem], inspected: str, org: str, repo: Repository) -> dict[str, str]:
    """Numbers, by id, of findings served for immediate rectification in this round and organisation."""
    found = [repo.find(Finding, item.immediate) for item in items if item.immediate]
    return {f.id: f.number for f in found if f.exists and (f.round, f.org) == (inspected, org)}
