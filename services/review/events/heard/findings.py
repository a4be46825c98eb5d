"""What review learns from the findings service."""

from datetime import date

from kernel.messages import Id, News


class Bodies(News):
    """The organs that act for a case."""

    leading_group: Id
    office: Id
    discipline: Id
    org_dept: Id
    publicity: Id | None = None


class CaseOpened(News):
    """Feedback was received; all clocks of the case start."""

    case: Id
    org: Id
    round: Id
    number: str
    rulebook: str
    receipt_date: date
    phase_end: date
    special_checks: tuple[str, ...] = ()
    bodies: Bodies


class CaseClosed(News):
    """A case is closed."""

    case: Id
    org: Id


class CaseReopened(News):
    """A closed case is open again."""

    case: Id
    org: Id


class CaseTransferred(News):
    """After a merger another organisation answers for a case."""

    case: Id
    org: Id
    former: Id


class ConcentratedPhaseEnded(News):
    """The concentrated phase of a case ended by date."""

    case: Id
    org: Id
    phase_end: date


class PlanSubmitted(News):
    """A version of the plan was handed in; `special_checks` are those whose part is in it."""

    plan: Id
    case: Id
    org: Id
    version: int
    document: str = ""
    special_checks: tuple[str, ...] = ()
    rulebook: str


class PlanWithdrawn(News):
    """A submitted version was taken back."""

    plan: Id
    case: Id
    org: Id
    version: int


class ReportSubmitted(News):
    """A report was handed in to the body it is due to."""

    case: Id
    org: Id
    kind: str
    special_check: str = ""
    version: int
    addressee: Id
    submitted_on: date
    document: str = ""


class ReportAccepted(News):
    """The body a report was due to accepted it."""

    case: Id
    org: Id
    kind: str
    special_check: str = ""
    version: int


class ReportSentBack(News):
    """The body a report was due to sent it back."""

    case: Id
    org: Id
    kind: str
    special_check: str = ""
    version: int


class ReportOpinionNotApplied(News):
    """An opinion that the report could not follow."""

    case: Id
    org: Id
    kind: str
    special_check: str = ""
    version: int
    code: str
    en: str
    zh: str


class AppointmentFollowed(News):
    """The register followed a decision."""

    decision: Id
    org: Id
    person: Id


class AppointmentNotApplied(News):
    """The register could not follow a decision."""

    decision: Id
    org: Id
    person: Id
    code: str
    en: str
    zh: str
