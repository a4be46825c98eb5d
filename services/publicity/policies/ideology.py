"""What arrives at the publicity department."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from publicity.events.heard import findings
from publicity.model.case import CaseFile, file_id
from publicity.model.ideology import IDEOLOGY, IdeologyCheck, check_id


def receive_plan(told: Told[findings.PlanSubmitted], act: Act, repo: Repository) -> Changes:
    """A version of the plan with an ideology part arrived."""
    plan = told.news
    if IDEOLOGY not in plan.special_checks:
        return []
    return repo.find(IdeologyCheck, check_id(plan.case)).receive_plan(
        case=plan.case,
        org=plan.org,
        plan=plan.plan,
        version=plan.version,
        document=plan.document,
        submitter=told.actor,
        on=act.effective_day,
    )


def receive_report(told: Told[findings.ReportSubmitted], act: Act, repo: Repository) -> Changes:
    """A version of the special report on ideology arrived (R-09)."""
    report = told.news
    if report.special_check != IDEOLOGY:
        return []
    return repo.find(IdeologyCheck, check_id(report.case)).receive_report(
        case=report.case,
        org=report.org,
        version=report.version,
        document=report.document,
        endorser=report.endorser,
        on=report.submitted_on,
        rulebook=repo.find(CaseFile, file_id(report.case)).rulebook,
    )
