"""What is handed in for an opinion, and what became of the opinion."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from review.events.heard import findings as heard
from review.events.plan import PlanPartReceived
from review.events.reports import ReportReceived
from review.model.case import PERSONNEL, CaseFile, file_id
from review.model.plan_opinions import PlanOpinions, plan_opinions_id
from review.model.report_opinions import PROGRESS, SPECIAL, ReportOpinions, report_opinions_id


def receive_plan_part(told: Told[heard.PlanSubmitted], act: Act, repo: Repository) -> Changes:
    """A version of a plan was handed in: its personnel part, where it has one, is the department's to review (R-38)."""
    news = told.news
    if PERSONNEL not in news.special_checks:
        return []
    opinions = repo.find(PlanOpinions, plan_opinions_id(news.case))
    received = PlanPartReceived(
        opinions=opinions.id,
        plan=news.plan,
        case=news.case,
        org=news.org,
        plan_version=news.version,
        received_on=told.effective.astimezone(act.zone).date(),
        document=news.document,
        rulebook=news.rulebook,
    )
    return opinions.receive(received)


def withdraw_plan_part(told: Told[heard.PlanWithdrawn], act: Act, repo: Repository) -> Changes:
    """A version was taken back: nothing is to be said of it any more."""
    return repo.find(PlanOpinions, plan_opinions_id(told.news.case)).withdraw(told.news.version)


def receive_report(told: Told[heard.ReportSubmitted], act: Act, repo: Repository) -> Changes:
    """The progress report of any case is the department's to assist with (R-39, A43), the personnel check's its own (R-43)."""
    news, file = told.news, repo.find(CaseFile, file_id(told.news.case))
    own = news.kind == SPECIAL and news.special_check == PERSONNEL and news.addressee == file.bodies.get("org_dept")
    if not file.exists or not (own or news.kind == PROGRESS):
        return []
    opinions = repo.find(ReportOpinions, report_opinions_id(news.case))
    received = ReportReceived(
        opinions=opinions.id,
        case=news.case,
        org=news.org,
        kind=news.kind,
        special_check=news.special_check,
        version=news.version,
        received_on=news.submitted_on,
        document=news.document,
        rulebook=file.rulebook,
    )
    return opinions.receive(received)


def see_report_accepted(told: Told[heard.ReportAccepted], act: Act, repo: Repository) -> Changes:
    """The report follows the opinion that accepted it."""
    return _settled(told.news, repo)


def see_report_sent_back(told: Told[heard.ReportSentBack], act: Act, repo: Repository) -> Changes:
    """The report follows the opinion that returned it."""
    return _settled(told.news, repo)


def see_opinion_not_applied(told: Told[heard.ReportOpinionNotApplied], act: Act, repo: Repository) -> Changes:
    """The report could not follow the opinion; the reason is kept with it."""
    news = told.news
    if news.kind != SPECIAL or news.special_check != PERSONNEL:
        return []
    return repo.find(ReportOpinions, report_opinions_id(news.case)).settle(news.version, news.code, news.en, news.zh)


def _settled(news: heard.ReportAccepted | heard.ReportSentBack, repo: Repository) -> Changes:
    if news.kind != SPECIAL or news.special_check != PERSONNEL:
        return []
    return repo.find(ReportOpinions, report_opinions_id(news.case)).settle(news.version)
