"""What review tells."""

from datetime import date

from kernel.messages import Id, News


class PlanOpinionGiven(News):
    """The organization department said what it thinks of the personnel part of a version of a plan (R-38)."""

    case: Id
    org: Id
    plan: Id
    plan_version: int
    conclusion: str
    opinion_no: str = ""
    overall: str
    demands: tuple[str, ...] = ()
    verifier: Id


class AssistingOpinionGiven(News):
    """The organization department gave the lead reviewer its opinion on the progress report (R-39)."""

    case: Id
    org: Id
    report_version: int
    opinion_no: str = ""
    overall: str
    shortcomings: str = ""
    demands: tuple[str, ...] = ()
    given_on: date
    verifier: Id


class CheckOpinionIssued(News):
    """The organization department issued its opinion on the report of the personnel check (R-43)."""

    case: Id
    org: Id
    special_check: str
    version: int
    issued_on: date


class AppointmentTalkHeld(News):
    """An appointment talk was held; `topics` say whether rectification was one (R-113)."""

    talk: Id
    org: Id
    case: str = ""
    held_on: date
    topics: tuple[str, ...] = ()


class AssessmentEntered(News):
    """Rectification was entered into the annual assessment (R-95)."""

    case: Id
    org: Id
    year: int
    entered_on: date


class AdjustmentPutForward(News):
    """The adjustment of a post was put forward (R-72)."""

    proposal: Id
    org: Id
    case: str = ""
    proposed_on: date
    rulebook: str


class AdjustmentDecided(News):
    """It was decided."""

    proposal: Id
    org: Id
    case: str = ""
    decided_on: date


class SupervisionReportSubmitted(News):
    """The organization department reported its supervision to the leading group (R-41)."""

    case: Id
    org: Id
    rule_id: str
    submitted_on: date
    document: str = ""


class SupervisionReportAccepted(News):
    """The leading group accepted the report."""

    case: Id
    org: Id
    rule_id: str


class SupervisionReportSentBack(News):
    """The leading group sent the report back."""

    case: Id
    org: Id
    rule_id: str
    reason: str
