"""Facts about the monthly return of a case (R-15)."""

from datetime import date

from findings.events.parts import Part, Sha256
from findings.events.words import Standing
from kernel.messages import Event, Id, Ref


class ReturnText(Part):
    """What the handler says of one finding; without progress, nothing moved."""

    finding: Id
    reason: str = ""
    progress: str = ""
    difficulties: str = ""
    next_steps: str = ""
    expected_on: date | None = None


class ReturnRow(Part):
    """A finding in a return: from the ledger, with the handler's words."""

    finding: Id
    number: str
    wording: str
    standing: Standing
    reason: str = ""
    progress: str = ""
    milestones: str = ""
    difficulties: str = ""
    next_steps: str = ""
    expected_on: date | None = None
    due: date | None = None
    responsible: Id | None = None
    no_progress: bool = False


class ReturnTotals(Part):
    """Numbers of a return: findings in the case, signed off so far and in the month, unfinished, overdue, reopened."""

    findings: int = 0
    signed_off: int = 0
    signed_off_now: int = 0
    unfinished: int = 0
    overdue: int = 0
    reopened: int = 0


class OfReturn(Event):
    """A fact about the return for one month (`2026-07`) of one case."""

    STREAM = "monthly_return"

    monthly_return: Ref
    case: Ref
    org: Ref
    month: str


class ReturnExpected(OfReturn):
    """A finding is unfinished after its phase: the month is to be reported on, by `due`."""

    TOPIC = "findings.return.expected.v1"

    number: str
    due: date
    rulebook: str


class ReturnDrafted(OfReturn):
    """The ledger gave the rows, the handler the words; `digest` is over rows and numbers."""

    TOPIC = "findings.return.drafted.v1"

    compiler: Id
    rows: tuple[ReturnRow, ...]
    totals: ReturnTotals
    digest: Sha256


class ReturnEndorsed(OfReturn):
    """The serving principal signed for it as it stands."""

    TOPIC = "findings.return.endorsed.v1"

    principal: Id
    digest: Sha256


class ReturnSubmitted(OfReturn):
    """It is with the discipline organ and the office; `stagnant` findings had no progress in the month before either."""

    TOPIC = "findings.return.submitted.v1"

    submitted_on: date
    due: date
    late: bool
    digest: Sha256
    no_progress: tuple[Id, ...] = ()
    stagnant: tuple[Id, ...] = ()


class ReturnMissing(OfReturn):
    """Its date passed without it; filed later it is late for ever."""

    TOPIC = "findings.return.missing.v1"

    due: date


class ReturnAccepted(OfReturn):
    """It was accepted."""

    TOPIC = "findings.return.accepted.v1"

    by: Id


class ReturnSentBack(OfReturn):
    """It was sent back; the day it was filed first stays."""

    TOPIC = "findings.return.sent-back.v1"

    reason: str
