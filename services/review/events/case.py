"""What review notes of a case: which organs may judge in it, and whether its concentrated phase has ended."""

from datetime import date

from kernel.messages import Event, Id, Ref


class OfCase(Event):
    """A fact about what review notes of one case."""

    STREAM = "file"

    file: Id
    case: Ref
    org: Ref


class CaseTakenUp(OfCase):
    """Findings opened a case; these organs act for it, those of the level above where one would judge itself (SOD-12)."""

    TOPIC = "review.case.taken-up.v1"

    round: Id
    number: str
    rulebook: str
    receipt_date: date
    phase_end: date
    special_checks: tuple[str, ...] = ()
    leading_group: Id
    office: Id
    discipline: Id
    org_dept: Id
    publicity: Id | None = None


class CaseMoved(OfCase):
    """After a merger another organisation answers for the case."""

    TOPIC = "review.case.moved.v1"

    former: Ref


class PhaseEnded(OfCase):
    """The concentrated phase ended by date: the supervision report is asked for (R-41)."""

    TOPIC = "review.case.phase-ended.v1"

    phase_end: date
