"""Reactions to verdicts of the supervising bodies; one that cannot stand is kept as a fact with its reason."""

from findings.events.plan import PlanVerdictNotApplied
from findings.events.signoff import VerdictNotApplied
from findings.model.finding import Finding
from findings.model.organisation import Organisation
from findings.model.plan import Opinion, Plan
from findings.model.recusal import require_impartial, require_undeclared
from findings.model.round import Round
from findings.model.signoff import Overturning, Verdict
from findings.model.whose import holder
from findings.policies.news import (
    FindingDelisted,
    FindingListed,
    LookBackReopened,
    PlanPassed,
    PlanReturned,
    SignOffCheckFailed,
    SignOffCheckPassed,
)
from kernel.aggregates import Repository, get
from kernel.context import Act
from kernel.envelope import Told
from kernel.errors import Refusal
from kernel.messages import Changes


def adopt_passed_plan(told: Told[PlanPassed], act: Act, repo: Repository) -> Changes:
    """The plan passed: it governs its findings, and work begins (R-25)."""
    news, plan = told.news, get(repo, Plan, told.news.plan)
    findings = _findings(plan, repo)
    try:
        passed = plan.passes(news.plan_version, _opinion(news), news.with_opinion, _rulebook(findings))
    except Refusal as refusal:
        return [_unapplied_plan(plan, news, "passed", refusal)]
    adoptions = plan.adoptions(news.plan_version, news.with_opinion)
    return [*passed, *(change for found in findings for change in found.adopt(adoptions[found.id]))]


def replan_returned_plan(told: Told[PlanReturned], act: Act, repo: Repository) -> Changes:
    """The plan came back: what waited for it is planned anew (R-26)."""
    news, plan = told.news, get(repo, Plan, told.news.plan)
    findings = _findings(plan, repo)
    try:
        returned = plan.is_returned(news.plan_version, _opinion(news), _rulebook(findings))
    except Refusal as refusal:
        return [_unapplied_plan(plan, news, "returned", refusal)]
    replanned = (change for found in findings for change in found.plan_returned(plan.id, news.plan_version, news.opinion_no))
    return [*returned, *replanned]


def note_listed(told: Told[FindingListed], act: Act, repo: Repository) -> Changes:
    """The ledger shows that a finding is under listed supervision (R-132)."""
    return get(repo, Finding, told.news.finding).note_listing(True, told.news.number, told.news.last_date)


def note_delisted(told: Told[FindingDelisted], act: Act, repo: Repository) -> Changes:
    """The ledger shows it no longer."""
    return get(repo, Finding, told.news.finding).note_listing(False, told.news.number)


def sign_off_checked(told: Told[SignOffCheckPassed], act: Act, repo: Repository) -> Changes:
    """The outer verifier agrees: the finding is signed off, unless this person may not verify it (SOD-01, SOD-02)."""
    news, found = told.news, get(repo, Finding, told.news.finding)
    verdict = Verdict(
        signoff=news.signoff,
        verifier=news.verifier,
        opinion_no=news.opinion_no,
        overall=news.overall,
        site_record=news.site_record or "",
    )
    try:
        _impartial(found, news.verifier, act, repo)
        return found.pass_check(verdict)
    except Refusal as refusal:
        return [_unapplied(found, "passed", news.signoff, news.verifier, news.opinion_no, refusal)]


def go_on_after_failed_check(told: Told[SignOffCheckFailed], act: Act, repo: Repository) -> Changes:
    """The outer verifier found it wanting: work goes on (R-144)."""
    news, found = told.news, get(repo, Finding, told.news.finding)
    verdict = Verdict(
        signoff=news.signoff,
        verifier=news.verifier,
        opinion_no=news.opinion_no,
        overall=news.overall,
        shortcomings=news.shortcomings,
        demands=news.demands,
        defect=news.defect,
        site_record=news.site_record or "",
    )
    try:
        _impartial(found, news.verifier, act, repo)
        return found.fail_check(verdict)
    except Refusal as refusal:
        return [_unapplied(found, "failed", news.signoff, news.verifier, news.opinion_no, refusal)]


def reopen_overturned(told: Told[LookBackReopened], act: Act, repo: Repository) -> Changes:
    """A sign-off is overturned: the finding is open again, the old sign-off stays visible (R-108, R-152)."""
    news, found = told.news, get(repo, Finding, told.news.finding)
    why = Overturning(**news.model_dump(exclude={"finding"}))
    try:
        return found.reopen(why)
    except Refusal as refusal:
        return [_unapplied(found, "reopened", len(found.signoffs), news.verifier, news.decision, refusal)]


def _impartial(found: Finding, verifier: str, act: Act, repo: Repository) -> None:
    orgs = {found.org, holder(repo, found)}
    require_undeclared(verifier, repo.find(Round, found.round), orgs, found.number)
    for org in sorted(orgs):
        require_impartial(verifier, repo.find(Organisation, org), found.rulebook, found.number, act.effective_day)


def _findings(plan: Plan, repo: Repository) -> list[Finding]:
    items = plan.current.items.values() if plan.versions else ()
    return [get(repo, Finding, item.finding) for item in sorted(items, key=lambda item: item.number)]


def _rulebook(findings: list[Finding]) -> str:
    return findings[0].rulebook if findings else ""


def _opinion(news: PlanPassed | PlanReturned) -> Opinion:
    return Opinion(
        opinion_no=news.opinion_no,
        overall=news.overall,
        shortcomings=news.shortcomings,
        demands=news.demands,
        verifier=news.verifier,
    )


def _unapplied_plan(plan: Plan, news: PlanPassed | PlanReturned, verdict: str, refusal: Refusal) -> PlanVerdictNotApplied:
    return PlanVerdictNotApplied(
        plan=plan.id,
        case=plan.case,
        org=plan.org,
        version=news.plan_version,
        verdict=verdict,
        opinion_no=news.opinion_no,
        code=refusal.code,
        en=refusal.text("en"),
        zh=refusal.text("zh"),
    )


def _unapplied(
    found: Finding, verdict: str, signoff: int, verifier: str | None, opinion_no: str, refusal: Refusal
) -> VerdictNotApplied:
    return VerdictNotApplied(
        **found.about,
        verdict=verdict,
        signoff=signoff,
        verifier=verifier,
        opinion_no=opinion_no,
        code=refusal.code,
        en=refusal.text("en"),
        zh=refusal.text("zh"),
    )
