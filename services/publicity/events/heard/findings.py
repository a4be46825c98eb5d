"""What publicity learns from the findings service."""

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
    """Feedback was received."""

    case: Id
    org: Id
    round: Id
    number: str
    rulebook: str
    receipt_date: date
    bodies: Bodies


class CaseTransferred(News):
    """Another organisation answers for a case."""

    case: Id
    org: Id
    former: Id


class WorkingPaperFiled(News):
    """A working paper has a number."""

    round: Id
    number: str


class PlanSubmitted(News):
    """A version of the plan was handed in."""

    plan: Id
    case: Id
    org: Id
    version: int
    document: str = ""
    special_checks: tuple[str, ...] = ()


class ReportSubmitted(News):
    """A report was handed in."""

    case: Id
    org: Id
    kind: str
    special_check: str = ""
    version: int
    addressee: str = ""
    submitted_on: date
    document: str = ""
    endorser: str = ""


class ReportTotals(News):
    """The numbers of a report; money in fen."""

    findings: int = 0
    signed_off: int = 0
    not_applicable: int = 0
    unfinished: int = 0
    reforms: int = 0
    money_fen: int = 0
    people: int = 0


class ReportAccepted(News):
    """A report was accepted."""

    case: Id
    org: Id
    kind: str
    special_check: str = ""
    version: int
    totals: ReportTotals | None = None
