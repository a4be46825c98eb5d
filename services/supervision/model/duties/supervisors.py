"""Duties of the bodies that review and supervise, in a case (R-17, R-23 to R-47, R-95)."""

from supervision.events import consolidation as typical
from supervision.events import plan_review as plan
from supervision.events import report_review as review
from supervision.events import supervision_report as own
from supervision.events.heard import findings as told
from supervision.events.heard import publicity as public
from supervision.events.heard import review as other
from supervision.model.duties import picks as pick
from supervision.model.duties import reports
from supervision.model.duties.words import Duty, Step

# What starts with the end of the concentrated phase; its day is known from the opening of the case on.
AFTER_PHASE = (
    Step(told.CaseOpened, "schedule", day=pick.on("phase_end")),
    Step(told.ConcentratedPhaseEnded, "open", day=pick.on("phase_end")),
)


def _led(rule: str) -> tuple[Step, ...]:
    """The clock of who leads the review of a report."""
    return (
        Step(review.ReportReceived, "open", reports.reviewed(rule), pick.on("received_on")),
        Step(review.ReportOpinionIssued, "meet", reports.judged(rule), pick.on("issued_on"), word=pick.word("document")),
    )


SUPERVISORS = (
    Duty(
        "R-24",
        "leader_in_charge",
        tuple(
            step
            for capacity in ("leader_in_charge", "supervision_room_head")
            for step in (
                Step(told.FeedbackDelivered, "open", pick.capacity(capacity), pick.on("meeting_on")),
                Step(
                    told.FeedbackDelivered,
                    "meet",
                    pick.came(capacity),
                    pick.on("meeting_on"),
                ),
            )
        ),
        scope="matter",
        matter="feedback",
    ),
    Duty(
        "R-36",
        "org_dept",
        (
            Step(told.FeedbackDelivered, "open", day=pick.on("meeting_on")),
            Step(told.FeedbackDelivered, "meet", pick.present("org_dept"), pick.on("meeting_on")),
        ),
        scope="matter",
        matter="feedback",
    ),
    Duty(
        "R-47",
        "team",
        (
            Step(told.FeedbackApproved, "open", day=pick.secretary_heard),
            Step(told.FeedbackDelivered, "meet", day=pick.on("meeting_on")),
        ),
        scope="matter",
        matter="feedback",
    ),
    Duty(
        "R-25",
        "discipline_organ",
        (
            Step(told.PlanSubmitted, "open", pick.by("version")),
            Step(plan.PlanPassed, "meet", pick.by("plan_version")),
            Step(plan.PlanReturned, "meet", pick.by("plan_version")),
            Step(told.PlanWithdrawn, "supersede", pick.by("version"), word=pick.word("reason")),
        ),
    ),
    Duty(
        "R-26",
        "discipline_organ",
        (
            Step(plan.PlanPassed, "open", pick.by("plan_version")),
            Step(plan.PlanReturned, "open", pick.by("plan_version")),
            Step(plan.PlanPassed, "meet", pick.by("plan_version")),
            Step(plan.PlanReturned, "meet", pick.by("plan_version")),
        ),
    ),
    Duty(
        "R-38",
        "org_dept",
        (
            Step(told.PlanSubmitted, "open", pick.personnel_plan),
            Step(
                plan.PlanOpinionReceived,
                "meet",
                pick.body("org_dept"),
                pick.on("given_on"),
            ),
            Step(told.PlanWithdrawn, "supersede", pick.by("version"), word=pick.word("reason")),
        ),
    ),
    Duty(
        "R-27",
        "discipline_organ",
        (
            Step(told.MeetingHeld, "open", pick.democratic_life, pick.on("day")),
            Step(
                told.MeetingHeld,
                "meet",
                pick.attended("discipline_organ", "discipline", "supervision_room_head"),
                pick.on("day"),
            ),
        ),
        series=True,
    ),
    Duty(
        "R-37",
        "org_dept",
        (
            Step(told.MeetingHeld, "open", pick.democratic_life, pick.on("day")),
            Step(
                told.MeetingHeld,
                "meet",
                pick.attended("org_dept"),
                pick.on("day"),
            ),
        ),
        series=True,
    ),
    Duty("R-30", "discipline_organ", _led("R-30")),
    Duty(
        "R-56",
        "office",
        (
            *_led("R-56"),
            Step(told.ReportSubmitted, "open", reports.special("R-56")),
            Step(told.ReportAccepted, "meet", reports.special("R-56")),
            Step(told.ReportSentBack, "meet", reports.special("R-56")),
        ),
        series=True,
    ),
    *(
        Duty(
            rule,
            party,
            (
                Step(review.ReportReceived, "open", reports.assisted(rule), reports.copied(rule)),
                Step(review.CopyReceived, "redate", reports.under(rule), pick.on("received_on"), word=pick.word("receipt")),
                Step(review.AssistingGiven, "meet", reports.under(rule), pick.on("given_on")),
            ),
        )
        for rule, party in (("R-39", "org_dept"), ("R-52", "team"))
    ),
    Duty(
        "R-43",
        "org_dept",
        (
            Step(told.ReportSubmitted, "open", reports.later_of_two, reports.later_day),
            Step(other.CheckOpinionIssued, "meet", reports.checked("R-43"), pick.on("issued_on")),
        ),
    ),
    Duty(
        "R-34",
        "discipline_organ",
        (
            *AFTER_PHASE,
            Step(own.SupervisionReportSubmitted, "submit", day=pick.on("submitted_on"), word=pick.word("document")),
            Step(own.SupervisionReportAccepted, "accept"),
            Step(own.SupervisionReportSentBack, "send_back", word=pick.word("reason")),
        ),
    ),
    Duty(
        "R-41",
        "org_dept",
        (
            *AFTER_PHASE,
            Step(other.SupervisionReportSubmitted, "submit", day=pick.on("submitted_on"), word=pick.word("document")),
            Step(other.SupervisionReportAccepted, "accept"),
            Step(other.SupervisionReportSentBack, "send_back", word=pick.word("reason")),
        ),
    ),
    Duty(
        "R-95",
        "org_dept",
        (
            Step(told.CaseOpened, "open", pick.year("receipt_date"), pick.on("receipt_date")),
            Step(told.ConcentratedPhaseEnded, "open", pick.year("phase_end"), pick.on("phase_end")),
            Step(other.AssessmentEntered, "meet", pick.by("year"), pick.on("entered_on")),
        ),
    ),
    Duty(
        "R-113",
        "org_dept",
        (
            Step(other.AppointmentTalkHeld, "open", day=pick.on("held_on")),
            Step(other.AppointmentTalkHeld, "meet", pick.talked_of("rectification"), pick.on("held_on")),
        ),
        scope="matter",
        matter="talk",
    ),
    Duty(
        "R-72",
        "other_leaders",
        (
            Step(other.AdjustmentPutForward, "open", day=pick.on("proposed_on")),
            Step(other.AdjustmentDecided, "meet", day=pick.on("decided_on")),
        ),
        scope="matter",
        matter="proposal",
    ),
    Duty(
        "R-83",
        "bodies_concerned",
        (
            Step(typical.TypicalCaseSuggested, "open", day=pick.on("suggested_on")),
            Step(public.TypicalCasePublished, "meet", day=pick.on("published_on")),
        ),
        series=True,
    ),
    Duty("F-09", "office", (Step(told.ReminderCalled, "open", pick.by("change"), pick.on("since")),)),
    Duty(
        "R-17",
        "office",
        (
            Step(told.ReFeedbackDue, "open", pick.by("change"), pick.on("changed_on")),
            Step(told.ReFeedbackAccepted, "meet", pick.by("change"), pick.on("accepted_on")),
            Step(told.ReFeedbackSuperseded, "supersede", pick.by("change"), word=pick.word("by")),
        ),
    ),
)
