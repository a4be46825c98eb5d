"""Reports, and opinions on them, that arrive."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from supervision.events.heard import findings as heard
from supervision.events.heard import review as neighbour
from supervision.events.report_review import AssistingKept, Conclusion, ReportReceived
from supervision.model.case import CaseFile, file_id
from supervision.model.demand import Demand, demand_id
from supervision.model.report_review import ReportReview, report_review_id
from supervision.model.reviewers import last_day, report_assistants, report_lead

# The reports that go through the review of several bodies; a special one only when the discipline organ led its check.
REVIEWED = ("progress", "principal")
SPECIAL = "special"


def open_report_review(told: Told[heard.ReportSubmitted], act: Act, repo: Repository) -> Changes:
    """A report arrived: its receipt starts the clocks of the lead and of the assisting bodies (R-30, R-39, R-52)."""
    report, file = told.news, repo.find(CaseFile, file_id(told.news.case))
    ours = report.kind == SPECIAL and report.addressee == file.bodies.get("discipline")
    if not file.exists or not (report.kind in REVIEWED or ours):
        return []
    review = repo.find(ReportReview, report_review_id(report.case, report.kind, report.special_check))
    day = act.effective_day
    lead, rule = report_lead(file.rulebook, report.special_check)
    received = review.receive(
        ReportReceived(
            review=review.id,
            case=report.case,
            org=report.org,
            report_kind=report.kind,
            special_check=report.special_check,
            version=report.version,
            received_on=day,
            first_on=day,
            submitter=told.actor,
            document=report.document,
            rulebook=file.rulebook,
            lead=lead,
            lead_rule=rule,
            lead_due=last_day(file.rulebook, rule, day),
            assistants=report_assistants(file.rulebook, report.special_check, day),
        ),
        act.effective,
    )
    return [*received, *(_answered(review, report.version, told.actor, act, repo) if received else [])]


def note_assisting_opinion(told: Told[neighbour.AssistingOpinionGiven], act: Act, repo: Repository) -> Changes:
    """The organization department's opinion on the progress report (R-39); a day before that of the act is not believed."""
    news = told.news
    review = repo.find(ReportReview, report_review_id(news.case, "progress"))
    kept = AssistingKept(
        **news.model_dump(include={"case", "org", "opinion_no", "overall", "shortcomings", "demands"}),
        review=review.id,
        report_kind="progress",
        version=news.report_version,
        body="org_dept",
        given_on=max(news.given_on, act.effective_day),
        author=news.verifier,
    )
    return review.hear(kept)


def _answered(review: ReportReview, version: int, by: str, act: Act, repo: Repository) -> Changes:
    """The new version answers what the earlier ones were returned with."""
    changes: Changes = []
    for number, known in review.versions.items():
        if known.issued is None or known.issued.conclusion is not Conclusion.RETURNED:
            continue
        for no in range(1, len(known.issued.demands) + 1):
            demand = repo.find(Demand, demand_id(review.id, number, no))
            changes += demand.answered_by_version(version, act.effective_day, by)
    return changes
