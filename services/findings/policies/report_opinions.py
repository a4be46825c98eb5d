"""Reactions to the reviewers' opinions on reports; one that cannot stand is kept as a fact with its reason."""

from findings.events.reports import ReportKind, ReportOpinionNotApplied
from findings.model.case import Case
from findings.model.reports import Opinion, Report
from findings.policies.news import ReportOpinionIssued
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.envelope import Told
from kernel.errors import Refusal
from kernel.messages import Changes

RETURNED = "returned"


def settle_report(told: Told[ReportOpinionIssued], act: Act, repo: Repository) -> Changes:
    """The opinion of several bodies accepts the report or sends it back; with the progress report the case moves on (R-30)."""
    news, kind = told.news, ReportKind(told.news.report_kind)
    case = get(repo, Case, news.case)
    report = repo.find(Report, named("report", case.id, kind, news.special_check))
    accepts = news.conclusion != RETURNED
    reason = "; ".join([news.shortcomings, *news.demands])
    rule = "" if kind is ReportKind.SPECIAL else "R-30"
    opinion = Opinion(accepts=accepts, opinion_no=news.opinion_no, reason="" if accepts else reason, rule=rule)
    try:
        settled = report.settle(case, news.version, opinion, act.effective_day)
    except Refusal as refusal:
        return [_unapplied(report, case, kind, news, refusal)]
    return [*settled, *(case.progress_settled(report.id, accepted=accepts) if kind is ReportKind.PROGRESS else [])]


def _unapplied(
    report: Report, case: Case, kind: ReportKind, news: ReportOpinionIssued, refusal: Refusal
) -> ReportOpinionNotApplied:
    return ReportOpinionNotApplied(
        report=report.id,
        case=case.id,
        org=case.holder,
        kind=kind,
        special_check=news.special_check,
        version=news.version,
        conclusion=news.conclusion,
        opinion=news.opinion_no,
        code=refusal.code,
        en=refusal.text("en"),
        zh=refusal.text("zh"),
    )
