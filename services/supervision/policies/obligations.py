"""What starts, meets and reopens duties."""

import rulebook
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from supervision.events.heard import findings as heard
from supervision.events.obligation import Deadline
from supervision.model.obligation import ENDED, Obligation, obligation_id

# The report kinds of the findings service and the duty each one discharges; special checks follow the rulebook.
PROGRESS = "progress"

FINAL = "final"

SPECIAL_RULES = ["R-08", "R-09", "R-10", "R-11"]


# What the discipline organ and the organization department report to the leading group about their own supervision.
SUPERVISORS_REPORTS = ("R-34", "R-41")


def open_obligations(told: Told[heard.CaseOpened], act: Act, repo: Repository) -> Changes:
    """Every duty that starts with the receipt of feedback (R-01, R-03, R-07 to R-11)."""
    case = told.news
    book = rulebook.preset(case.rulebook)
    wanted = [("R-01", ""), ("R-03", ""), ("R-07", "")]
    reports = {check.check: check.report for check in book.settings.special_checks.value}
    wanted += [(reports.get(check, "R-11"), check) for check in case.special_checks]
    changes: Changes = []
    for rule_id, subject in wanted:
        if not rulebook.has_due_date(book, rule_id):
            continue
        duty = repo.find(Obligation, obligation_id(case.case, rule_id, subject))
        changes += duty.open(
            case=case.case, org=case.org, rule_id=rule_id, book=case.rulebook, trigger=case.receipt_date, subject=subject
        )
    return changes


def start_supervisors_clocks(told: Told[heard.ConcentratedPhaseEnded], act: Act, repo: Repository) -> Changes:
    """The supervisors too have duties with dates: they report to the leading group, counted from the end (R-34, R-41)."""
    ended = told.news
    book = rulebook.preset(ended.rulebook)
    changes: Changes = []
    for rule_id in SUPERVISORS_REPORTS:
        if rule_id in book and rulebook.has_due_date(book, rule_id):
            duty = repo.find(Obligation, obligation_id(ended.case, rule_id))
            changes += duty.open(case=ended.case, org=ended.org, rule_id=rule_id, book=ended.rulebook, trigger=ended.phase_end)
    return changes


def ask_for_final_report(told: Told[heard.AllSignedOff], act: Act, repo: Repository) -> Changes:
    """Every finding is signed off: the complete report is due, by a date that is a configurable default (R-16)."""
    case = told.news
    duty = repo.find(Obligation, obligation_id(case.case, "R-16"))
    return duty.open(case=case.case, org=case.org, rule_id="R-16", book=case.rulebook, trigger=act.effective_day)


def receive_report(told: Told[heard.ReportSubmitted], act: Act, repo: Repository) -> Changes:
    """A report arrived: the duty it answers has a submission."""
    duty = _answered(told.news, repo)
    return duty.submit(act.effective_day, told.news.document) if duty else []


def accept_report(told: Told[heard.ReportAccepted], act: Act, repo: Repository) -> Changes:
    """A report was accepted by the body it was due to; the day of its submission decides."""
    duty = _answered(told.news, repo)
    return duty.accept() if duty and duty.submitted_on else []


def send_back_report(told: Told[heard.ReportSentBack], act: Act, repo: Repository) -> Changes:
    """A report was sent back: its duty runs on with its date."""
    duty = _answered(told.news, repo)
    return duty.send_back(told.news.reason) if duty and duty.submitted_on else []


def expect_return(told: Told[heard.ReturnExpected], act: Act, repo: Repository) -> Changes:
    """A monthly return is due (R-15)."""
    expected = told.news
    return repo.find(Obligation, obligation_id(expected.case, "R-15", expected.month)).open_until(
        case=expected.case,
        org=expected.org,
        rule_id="R-15",
        book=expected.rulebook,
        trigger=act.effective_day,
        due=expected.due,
        kind=Deadline.PERIODIC,
        subject=expected.month,
    )


def receive_return(told: Told[heard.ReturnSubmitted], act: Act, repo: Repository) -> Changes:
    """A monthly return was handed in."""
    filed = told.news
    return repo.find(Obligation, obligation_id(filed.case, "R-15", filed.month)).submit(act.effective_day)


def accept_return(told: Told[heard.ReturnAccepted], act: Act, repo: Repository) -> Changes:
    """A monthly return was accepted."""
    duty = repo.find(Obligation, obligation_id(told.news.case, "R-15", told.news.month))
    return duty.accept() if duty.exists and duty.submitted_on else []


def send_back_return(told: Told[heard.ReturnSentBack], act: Act, repo: Repository) -> Changes:
    """A monthly return was sent back."""
    duty = repo.find(Obligation, obligation_id(told.news.case, "R-15", told.news.month))
    return duty.send_back(told.news.reason) if duty.exists and duty.submitted_on else []


def _answered(report: heard.ReportSubmitted | heard.ReportAccepted | heard.ReportSentBack, repo: Repository) -> Obligation | None:
    """The duty that a report discharges; None for one that no duty asks for (a principal's own, where none is due)."""
    rule_id = {PROGRESS: "R-07", FINAL: "R-16"}.get(report.kind, "")
    candidates = [rule_id] if rule_id else SPECIAL_RULES
    for candidate in candidates:
        duty = repo.find(Obligation, obligation_id(report.case, candidate, report.special_check))
        if duty.exists:
            return duty if duty.state not in ENDED else None
    return None
