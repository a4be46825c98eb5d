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
        "rectify.findings.v1.ReportLine": ("case", "kind", "state", "due", "first_submitted_on", "late", "version"),
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
        "rectify.audit.v1.MirroredSource": ("source", "position", "head", "at", "heard"),
    }
)  # fmt: skip
