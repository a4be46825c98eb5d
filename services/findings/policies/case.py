"""What a case learns from its findings and its plan, and a round from its cases."""

from findings.events import case as told
from findings.events.feedback import FeedbackReceived
from findings.events.finding import FindingClosedNotApplicable, FindingReopened
from findings.events.plan import PlanPassed, PlanVersionBegun
from findings.events.signoff import FindingSignedOff
from findings.events.words import Standing
from findings.model.case import Case
from findings.model.round import Round
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.envelope import Recorded
from kernel.messages import Changes


def finding_signed_off(recorded: Recorded[FindingSignedOff], act: Act, repo: Repository) -> Changes:
    """A finding of the case is done."""
    return _settled(recorded, Standing.SIGNED_OFF, act, repo)


def finding_not_applicable(recorded: Recorded[FindingClosedNotApplicable], act: Act, repo: Repository) -> Changes:
    """A finding of the case is closed without sign-off."""
    return _settled(recorded, Standing.NOT_APPLICABLE, act, repo)


def finding_reopened(recorded: Recorded[FindingReopened], act: Act, repo: Repository) -> Changes:
    """A finding of the case is open again; a completed case opens for it alone (A23)."""
    day = recorded.effective.astimezone(act.zone).date()
    return repo.find(Case, recorded.event.case).finding_reopened(recorded.event.finding, day)


def plan_begun(recorded: Recorded[PlanVersionBegun], act: Act, repo: Repository) -> Changes:
    """The organisation plans."""
    return get(repo, Case, recorded.event.case).begin_planning()


def plan_passed(recorded: Recorded[PlanPassed], act: Act, repo: Repository) -> Changes:
    """Rectification goes by the plan."""
    return get(repo, Case, recorded.event.case).settle_plan(recorded.event.plan)


def round_case_opened(recorded: Recorded[FeedbackReceived], act: Act, repo: Repository) -> Changes:
    """One organisation of the round received its feedback."""
    event = recorded.event
    return get(repo, Round, event.round).case_opened(event.org, event.case, event.received_on)


def round_case_closed(recorded: Recorded[told.CaseClosed], act: Act, repo: Repository) -> Changes:
    """A case of the round is closed."""
    return get(repo, Round, recorded.event.round).case_closed(recorded.event.case, closed=True)


def round_case_reopened(recorded: Recorded[told.CaseReopened], act: Act, repo: Repository) -> Changes:
    """A case of the round is open again."""
    return get(repo, Round, recorded.event.round).case_closed(recorded.event.case, closed=False)


def _settled(
    recorded: Recorded[FindingSignedOff] | Recorded[FindingClosedNotApplicable], standing: Standing, act: Act, repo: Repository
) -> Changes:
    day = recorded.effective.astimezone(act.zone).date()
    # A finding served for immediate rectification may be done before there is a case.
    return repo.find(Case, recorded.event.case).finding_settled(recorded.event.finding, standing, day)
