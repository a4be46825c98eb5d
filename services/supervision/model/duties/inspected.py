"""Duties of the inspected organisation (R-01 to R-22, R-106, R-130, R-138)."""

from supervision.events import plan_review as plan
from supervision.events.heard import findings as told
from supervision.model.duties import picks as pick
from supervision.model.duties import reports
from supervision.model.duties.words import Duty, Step

OPENED = Step(told.CaseOpened, "open", day=pick.on("receipt_date"))


def _report(rule: str, party: str = "inspected_org") -> Duty:
    """A report to the body it is due to: accepted or sent back by that body."""
    return Duty(
        rule,
        party,
        (
            Step(told.CaseOpened, "open", reports.expected(rule), pick.on("receipt_date")),
            Step(told.ReportSubmitted, "submit", reports.report(rule), word=pick.word("document")),
            Step(told.ReportAccepted, "accept", reports.report(rule)),
            Step(told.ReportSentBack, "send_back", reports.report(rule), word=pick.word("reason"), first_counts=True),
        ),
    )


INSPECTED = (
    Duty(
        "R-01",
        "inspected_org",
        (
            OPENED,
            Step(told.ReportSubmitted, "submit", reports.progress, word=pick.word("document")),
            Step(told.ReportAccepted, "accept", reports.progress),
            Step(told.ReportSentBack, "send_back", reports.progress, word=pick.word("reason"), first_counts=True),
        ),
    ),
    Duty("R-02", "inspected_org", (OPENED, Step(told.MeetingHeld, "meet", pick.when("kind", "special-meeting"), pick.on("day")))),
    Duty(
        "R-03",
        "inspected_org",
        (
            OPENED,
            Step(told.PlanSubmitted, "submit", word=pick.word("document")),
            Step(plan.PlanPassed, "accept"),
            Step(plan.PlanReturned, "send_back", word=pick.demands),
            Step(told.PlanWithdrawn, "send_back", word=pick.word("reason")),
        ),
    ),
    Duty("R-04", "inspected_org", (OPENED, Step(told.MechanismSetUp, "meet", word=pick.word("document_sha256")))),
    Duty("R-05", "inspected_org", (OPENED, Step(told.MeetingHeld, "meet", pick.democratic_life, pick.on("day")))),
    *(_report(rule) for rule in ("R-07", "R-08", "R-09", "R-10", "R-11")),
    *(_report(rule, "principal") for rule in ("F-02", "F-03")),
    Duty("F-04", "inspected_org", (OPENED, Step(told.AllSignedOff, "meet", day=pick.on("day")))),
    Duty(
        "R-15",
        "inspected_org",
        (
            Step(told.ReturnExpected, "open", pick.by("month"), pick.month, pick.stated),
            Step(told.ReturnSubmitted, "submit", pick.by("month")),
            Step(told.ReturnAccepted, "accept", pick.by("month")),
            Step(told.ReturnSentBack, "send_back", pick.by("month"), word=pick.word("reason")),
        ),
    ),
    Duty(
        "R-16",
        "inspected_org",
        (
            Step(told.AllSignedOff, "open", day=pick.on("day")),
            Step(told.ReportSubmitted, "submit", reports.report("R-16"), word=pick.word("document")),
            Step(told.ReportAccepted, "accept", reports.report("R-16")),
            Step(told.ReportSentBack, "send_back", reports.report("R-16"), word=pick.word("reason")),
            Step(told.CaseReopened, "supersede", word=pick.says("case-reopened")),
        ),
        series=True,
    ),
    Duty(
        "R-20",
        "inspected_org",
        (
            Step(told.PlanItemAdopted, "open", pick.milestones, pick.milestone_day, finding="finding"),
            Step(told.PlanItemAdopted, "redate", pick.milestones, pick.milestone_day, word=pick.plan_version),
            Step(told.PlanItemAdopted, "supersede", pick.dropped_milestones, word=pick.plan_version),
            Step(told.MilestoneAdded, "open", pick.by("finding", "milestone"), pick.on("day"), finding="finding"),
            Step(told.MilestoneMet, "meet", pick.by("finding", "milestone"), pick.on("day")),
        ),
    ),
    Duty(
        "R-106",
        "inspected_org",
        (
            Step(told.HandoverCalled, "open", pick.by("number"), pick.on("left_on")),
            Step(told.HandoverFiled, "meet", pick.by("number"), word=pick.word("document_sha256")),
        ),
    ),
    Duty(
        "R-130",
        "inspected_org",
        (
            Step(told.PlanItemAdopted, "open", pick.by("finding"), pick.on("due"), finding="finding"),
            Step(told.PlanItemAdopted, "redate", pick.by("finding"), pick.on("due"), word=pick.plan_version),
            Step(told.ExtensionGranted, "extend", pick.by("finding"), due=pick.stated, word=pick.says("extension-granted")),
            Step(told.FindingSignedOff, "meet", pick.by("finding")),
            Step(told.FindingClosedNotApplicable, "supersede", pick.by("finding"), word=pick.word("reason")),
        ),
    ),
    Duty(
        "R-138",
        "inspected_org",
        (
            Step(told.ImmediateNoticeServed, "open", pick.by("finding"), due=pick.stated, finding="finding"),
            Step(told.ImmediateConfirmed, "meet", pick.by("finding")),
            Step(told.FindingSignedOff, "meet", pick.by("finding")),
            Step(told.FindingClosedNotApplicable, "supersede", pick.by("finding"), word=pick.word("reason")),
        ),
    ),
)
