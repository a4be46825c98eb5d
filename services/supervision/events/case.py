"""What supervision notes of a case and of a round: which organs may judge in it, and who answers for it."""

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


class CaseMoved(Event):
    """After a merger another organisation answers for the case: its duties move with their dates."""

    TOPIC = "supervision.case.moved.v1"
    STREAM = "file"

    file: Id
    case: Ref
    org: Ref
    former: Ref
    moved_on: date


class RoundTakenUp(Event):
    """A round became known; these organs act in it."""

    TOPIC = "supervision.round.taken-up.v1"
    STREAM = "file"

    file: Id
    round: Ref
    rulebook: str
    dispatching: Id | None = None
    leading_group: Id
    office: Id
    discipline: Id
    org_dept: Id
    publicity: Id | None = None


class SecretaryHeard(Event):
    """The secretary's special meeting heard the round: opinions are to be passed on, feedback is to be delivered (R-47, R-61)."""

    TOPIC = "supervision.round.secretary-heard.v1"
    STREAM = "file"

    file: Id
    round: Ref
    heard_on: date
