"""Which columns a table shows people by default: the few that tell rows apart and say whose move it is; `wide` shows all."""

from collections.abc import Mapping
from types import MappingProxyType

# By the message that a row holds, the most telling first: what does not fit the terminal is left out from the right.
DEFAULTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "rectify.findings.v1.FindingLine": (
            "number", "state", "due", "wording", "track", "unit", "handler_name", "percent", "overdue", "reopened",
        ),
        "rectify.findings.v1.CaseLine": ("number", "state", "phase", "phase_end", "findings", "unfinished", "received_on"),
        "rectify.findings.v1.CaseFindingLine": ("number", "standing", "due", "received_on", "settled_on"),
        "rectify.findings.v1.CaseDue": ("what", "rule", "due", "why_zh", "why_en"),
        "rectify.findings.v1.RoundLine": ("code", "title", "kind", "state", "orgs", "opened", "closed"),
        "rectify.findings.v1.OrganisationLine": ("code", "name", "level", "line", "parent", "successor"),
        "rectify.findings.v1.PostHeld": ("org_code", "post", "n", "name", "title", "since", "until", "acting"),
        "rectify.findings.v1.NumberedItem": ("number", "wording", "category", "special_check", "supplement"),
        "rectify.findings.v1.ReturnLine": ("number", "month", "state", "due", "timeliness", "submitted_on"),
        "rectify.findings.v1.ReturnRow": ("number", "standing", "due", "progress", "no_progress", "difficulties", "next_steps"),
        "rectify.findings.v1.ReportLine": (
            "case", "kind", "state", "due", "first_submitted_on", "late", "target_passed", "version",
        ),
        "rectify.findings.v1.EvidencePiece": ("no", "criteria", "measure", "versions"),
        "rectify.findings.v1.SignOffRecord": (
            "no", "outcome", "route", "requested", "opinion_no", "reason", "defect", "overturned",
        ),
        "rectify.findings.v1.StatisticsLine": (
            "label", "findings", "signed_off", "open", "continuing", "reopened", "overdue", "completion_rate",
        ),
        "rectify.findings.v1.PlanVersion": ("version", "state", "submitted", "decided", "opinion_no", "overall", "reason"),
        "rectify.findings.v1.PlanVersionLine": ("version", "state"),
        "rectify.supervision.v1.Obligation": (
            "rule_id", "state", "due", "subject", "case", "finding", "original_due", "triggered_on", "submitted_on",
        ),
        "rectify.supervision.v1.SignOffCheck": ("finding", "state", "opened_on", "verifier", "defect", "reason"),
        "rectify.supervision.v1.PlanVersion": (
            "version", "received_on", "state", "target", "opinion_no", "overall", "shortcomings", "demands", "opinions",
        ),
        "rectify.supervision.v1.ReviewedVersion": (
            "version", "received_on", "state", "lead_due", "assisting", "opinion", "acknowledged_on",
        ),
        "rectify.supervision.v1.ReportReviewLine": (
            "case", "report_kind", "special_check", "version", "state", "lead_due", "waiting", "conclusion", "opinion_no",
        ),
        "rectify.supervision.v1.DemandLine": (
            "subject", "version", "no", "state", "text", "case", "opinion_no", "opened_on", "answered_on",
        ),
        "rectify.supervision.v1.LadderWaiting": (
            "step", "ground", "rule_id", "finding", "case", "days_overdue", "act_zh", "act_en", "since",
        ),
        "rectify.supervision.v1.LadderTaken": ("step", "on", "ground", "act_zh", "act_en", "reason", "last_date", "automatic"),
        "rectify.supervision.v1.Listing": (
            "finding", "state", "number", "ground", "listed_on", "last_date", "missed", "delisted_on", "reason",
        ),
        "rectify.supervision.v1.GetActionResponse": (
            "number", "kind", "state", "case", "addressee", "opened_on", "performed_on", "response_due", "responded_on", "late",
        ),
        "rectify.supervision.v1.DutyRecord": ("done_on", "rule_id", "what", "org", "case", "recorder_role"),
        "rectify.supervision.v1.GetConsultationResponse": ("number", "held_on", "bodies", "cases", "matters", "conclusions"),
        "rectify.supervision.v1.LookBackLine": (
            "number", "title", "state", "drawn_on", "population_count", "drawn", "held", "overturned",
        ),
        "rectify.supervision.v1.LookBackItem": ("number", "org", "outcome", "defect", "note", "checker", "checked_on"),
        "rectify.supervision.v1.SchemeVersion": ("code", "scheme_version", "title", "owner", "fixed_on", "rulebook"),
        "rectify.supervision.v1.GetEvaluationResponse": (
            "number", "case", "state", "due", "score", "grade_zh", "grade_en", "disposal_zh", "disposal_en", "approved_on",
        ),
        "rectify.supervision.v1.GetAccountabilityResponse": (
            "number", "state", "subject", "person", "case", "finding", "outcome", "decision_no", "proposed_on", "decided_on",
        ),
        "rectify.supervision.v1.GetConsolidationResponse": (
            "number", "state", "case", "org", "ordered_on", "until", "reasons", "ended_on",
        ),
        "rectify.supervision.v1.SupervisionReportVersion": (
            "version", "state", "drafted_on", "submitted_on", "findings", "duties", "actions", "judgement", "problems", "reason",
        ),
        "rectify.supervision.v1.SupervisionReportLine": ("case", "by", "version", "state", "drafted_on", "submitted_on"),
        "rectify.review.v1.OpinionView": (
            "version", "received_on", "due", "state", "given_on", "late", "conclusion",
            "opinion_no", "overall", "shortcomings", "demands",
        ),
        "rectify.review.v1.ReviewLine": (
            "case", "document", "version", "state", "due", "given_on", "late", "conclusion", "opinion_no",
        ),
        "rectify.review.v1.AppointmentLine": (
            "decision_no", "person", "post", "effective_on", "state", "replaces", "removal", "acting", "title", "org",
        ),
        "rectify.review.v1.TalkView": ("held_on", "person", "items", "cases", "place", "speaker"),
        "rectify.review.v1.AssessmentLine": ("case", "year", "grade", "evaluation_grade", "score", "entered_on", "text"),
        "rectify.review.v1.AdjustmentLine": (
            "person", "org", "state", "outcome", "measure", "decision_no", "proposed_on", "decided_on",
        ),
        "rectify.review.v1.SupervisionReportVersion": (
            "version", "state", "submitted_on", "accepted_on", "late", "status", "actions", "problems", "judgement", "reason",
        ),
        "rectify.publicity.v1.NoticeVersion": (
            "version", "state", "report_kind", "approval_no", "published_on", "feedback_until",
            "medium", "sent_back", "withdrawn_on",
        ),
        "rectify.publicity.v1.NoticeLine": ("number", "case", "scope", "version", "state", "published_on", "republish"),
        "rectify.publicity.v1.TypicalCaseLine": ("number", "title", "scope", "state", "published_on"),
        "rectify.publicity.v1.SurveyLine": ("number", "title", "case", "state", "spent", "closed_on"),
        "rectify.publicity.v1.IdeologyVersion": (
            "version", "received_on", "given_on", "conclusion", "opinion_no", "overall", "shortcomings", "demands",
        ),
        "rectify.leads.v1.LeadLine": (
            "number", "state", "addressee", "status_class", "referred_on", "due", "overdue", "target_passed", "fed_back_on", "late",
        ),
        "rectify.leads.v1.ReferralLine": ("number", "addressee", "giver", "receiver", "referred_on", "due", "returned_on", "days"),
        "rectify.audit.v1.MirroredSource": ("source", "position", "head", "at", "heard"),
    }
)  # fmt: skip
