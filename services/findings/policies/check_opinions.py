"""Reactions to a department's own opinion on its special check, whichever department: the report follows, or says why not."""

from findings.events.reports import ReportKind, ReportOpinionNotApplied
from findings.model.case import Case
from findings.model.reports import Opinion, Report
from findings.policies.news import CheckOpinionIssued
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.envelope import Told
from kernel.errors import Refusal
from kernel.messages import Changes

RETURNED = "returned"


def settle_special_report(told: Told[CheckOpinionIssued], act: Act, repo: Repository) -> Changes:
    """The opinion of the department that the report went to accepts it or sends it back (R-43)."""
    news = told.news
    case = get(repo, Case, news.case)
    report = repo.find(Report, named("report", case.id, ReportKind.SPECIAL, news.special_check))
    accepts = news.conclusion != RETURNED
    reason = "" if accepts else "; ".join([news.shortcomings, *news.demands])
    try:
        report.require_addressee(told.org)
        return report.settle(
            case, news.version, Opinion(accepts=accepts, opinion_no=news.opinion_no, reason=reason), act.effective_day
        )
    except Refusal as refusal:
        return [_unapplied(report, case, news, refusal)]


def _unapplied(report: Report, case: Case, news: CheckOpinionIssued, refusal: Refusal) -> ReportOpinionNotApplied:
    return ReportOpinionNotApplied(
        report=report.id,
        case=case.id,
        org=case.holder,
        kind=ReportKind.SPECIAL,
        special_check=news.special_check,
        version=news.version,
        conclusion=news.conclusion,
        opinion=news.opinion_no,
        code=refusal.code,
        en=refusal.text("en"),
        zh=refusal.text("zh"),
    )
