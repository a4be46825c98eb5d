"""What findings tells."""

from datetime import date

from kernel.messages import Id, News


class Bodies(News):
    """The organs that act for a case."""

    dispatching: Id
    leading_group: Id
    office: Id
    discipline: Id
    org_dept: Id
    publicity: Id | None = None


class CaseOpened(News):
    """Feedback was received; all clocks of the case start."""

    case: Id
    org: Id
    round: str = ""
    rulebook: str
    feedback_date: date
    receipt_date: date
    phase_end: date | None = None
    special_checks: tuple[str, ...] = ()
    bodies: Bodies


class ConcentratedPhaseEnded(News):
    """The concentrated phase of a case ended by date: the supervisors' own clocks start (R-34, R-41)."""

    case: Id
    org: Id
    phase_end: date
    rulebook: str


class AllSignedOff(News):
    """The last finding of a case was signed off: the final report is asked for (R-16)."""

    case: Id
    org: Id
    rulebook: str


class PlanSubmitted(News):
    """A version of the plan was handed in."""

    plan: Id
    case: Id
    org: Id
    version: int
    document: str = ""
    special_checks: tuple[str, ...] = ()
    rulebook: str


class InnerSigned(News):
    """Requester, member and principal signed; the outer check is next."""

    finding: Id
    case: Id
    org: Id
    signoff: int
    involved: tuple[str, ...]
    barred: tuple[str, ...] = ()
    outer: bool = True
    document: str = ""
    rulebook: str


class ReportSubmitted(News):
    """A report was handed in to the body it is due to."""

    case: Id
    org: Id
    kind: str
    special_check: str = ""
    version: int
    addressee: str = ""
    document: str = ""


class ReportAccepted(News):
    """The body a report was due to accepted it."""

    case: Id
    org: Id
    kind: str
    special_check: str = ""


class ReportSentBack(News):
    """The body a report was due to sent it back."""

    case: Id
    org: Id
    kind: str
    special_check: str = ""
    reason: str


class ReturnExpected(News):
    """A monthly return is due."""

    case: Id
    org: Id
    month: str
    due: date
    rulebook: str


class ReturnSubmitted(News):
    """A monthly return was handed in."""

    case: Id
    org: Id
    month: str


class ReturnAccepted(News):
    """A monthly return was accepted."""

    case: Id
    org: Id
    month: str


class ReturnSentBack(News):
    """A monthly return was sent back."""

    case: Id
    org: Id
    month: str
    reason: str
