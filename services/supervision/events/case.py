"""What supervision notes of a case: which organs may judge in it."""

from datetime import date

from kernel.messages import Event, Id, Ref


class CaseTakenUp(Event):
    """A case was opened by findings; these organs act for it, those of the level above where one would judge itself."""

    TOPIC = "supervision.case.taken-up.v1"
    STREAM = "file"

    file: Id
    case: Ref
    org: Ref
    rulebook: str = ""
    round: str = ""
    phase_end: date | None = None
    leading_group: Id
    office: Id
    discipline: Id
    org_dept: Id
    publicity: Id | None = None
