"""What the organization department reports to the leading group about its own supervision (R-41)."""

from datetime import date

from kernel.messages import Event, Id, Ref
from review.events.words import ActionCount


class OfSupervisionReport(Event):
    """A fact about one version of the supervision report of a case."""

    STREAM = "report"

    report: Ref
    case: Ref
    org: Ref
    version: int


class SupervisionReportDrafted(OfSupervisionReport):
    """A version in its five parts; what review recorded itself is counted by it, not by the drafter."""

    TOPIC = "review.supervision-report.drafted.v1"

    status: str
    actions: tuple[ActionCount, ...]
    problems: str
    judgement: str
    suggestions: str
    document: str
    drafter: Id


class SupervisionReportSubmitted(OfSupervisionReport):
    """It is with the leading group; `by` is the organ that reports."""

    TOPIC = "review.supervision-report.submitted.v1"

    by: Id
    rule_id: str
    submitted_on: date
    due: date | None = None
    late: bool = False
    document: str


class SupervisionReportAccepted(OfSupervisionReport):
    """The leading group accepted it."""

    TOPIC = "review.supervision-report.accepted.v1"

    rule_id: str
    accepted_on: date
    verifier: Id


class SupervisionReportSentBack(OfSupervisionReport):
    """The leading group wants a new version."""

    TOPIC = "review.supervision-report.sent-back.v1"

    rule_id: str
    reason: str
    verifier: Id
