"""What becomes of a published notice when its report is accepted anew."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from publicity.events.heard import findings
from publicity.events.parts import Figures, Scope
from publicity.model.figures import rate
from publicity.model.notice import Notice, notice_id


def compare_published(told: Told[findings.ReportAccepted], act: Act, repo: Repository) -> Changes:
    """Other figures than those published: the notice says so, and another version is asked (A29)."""
    report = told.news
    if report.totals is None:
        return []
    totals = report.totals
    figures = Figures(
        findings=totals.findings,
        signed_off=totals.signed_off,
        continuing=totals.unfinished,
        rate_permille=rate(totals.signed_off, totals.findings),
        reforms=totals.reforms,
        money_fen=totals.money_fen,
        people=totals.people,
    )
    notices = [repo.find(Notice, notice_id(report.case, scope)) for scope in Scope]
    return [change for notice in notices for change in notice.corrected(report.kind, report.version, figures)]
