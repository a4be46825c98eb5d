"""What publicity notes of a case: who answers for it, and which organs may act in it."""

from datetime import date

from kernel.messages import Event, Id, Ref


class CaseTakenUp(Event):
    """A case was opened by findings; these organs act for it, those of the level above where one would judge itself."""

    TOPIC = "publicity.case.taken-up.v1"
    STREAM = "file"

    file: Id
    case: Ref
    org: Ref
    number: str
    round: Ref
    rulebook: str
    receipt_date: date
    leading_group: Id
    office: Id
    discipline: Id
    org_dept: Id
    publicity: Id | None = None


class CaseHandedOn(Event):
    """After a merger another organisation answers for a case."""

    TOPIC = "publicity.case.handed-on.v1"
    STREAM = "file"

    file: Id
    case: Ref
    org: Ref
    former: Ref
