"""What happens to the discipline organ's report on its supervision of a case (R-34)."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from kernel.messages import Event, Id, Ref


class Count(BaseModel):
    """How many of a kind."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    count: int


class DutyStanding(BaseModel):
    """How a duty of the case stood: under which rule, by when, and whether its day once passed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule_id: str
    state: str
    due: date
    missed: bool


class ReportEvent(Event):
    """What every event of a report names; `by` is the organ that reports."""

    STREAM = "report"

    report: Ref
    case: Ref
    org: Ref
    by: Id
    rule_id: str = "R-34"
    version: int


class SupervisionReportDrafted(ReportEvent):
    """A version was drafted; its figures are those of the record at that moment, nobody typed them."""

    TOPIC = "supervision.supervision-report.drafted.v1"

    phase: str
    findings: tuple[Count, ...]
    duties: tuple[DutyStanding, ...]
    actions: tuple[Count, ...]
    problems: tuple[str, ...]
    judgement: str
    suggestions: tuple[str, ...]
    document: str
    drafter: Id


class SupervisionReportSubmitted(ReportEvent):
    """The version went to the leading group."""

    TOPIC = "supervision.supervision-report.submitted.v1"

    submitted_on: date
    document: str
    submitter: Id


class SupervisionReportAccepted(ReportEvent):
    """The leading group accepted it."""

    TOPIC = "supervision.supervision-report.accepted.v1"

    minutes_no: str = ""
    accepted_by: Id


class SupervisionReportSentBack(ReportEvent):
    """The leading group sent it back: another version is wanted."""

    TOPIC = "supervision.supervision-report.sent-back.v1"

    reason: str
    sent_back_by: Id
