"""What happens to a supervision measure: promotion meeting, field supervision, interview, letter of inquiry and the like."""

from datetime import date
from enum import StrEnum

from kernel.messages import Event, Id, MaybeRef, Ref


class ActionKind(StrEnum):
    """The kinds of supervision measure."""

    PROMOTION_MEETING = "promotion-meeting"
    FIELD_SUPERVISION = "field-supervision"
    INTERVIEW = "interview"
    INQUIRY = "inquiry"
    RECOMMENDATION = "recommendation"
    TASK_FORCE = "task-force"
    CONCENTRATED_CHECK = "concentrated-check"


class ActionEvent(Event):
    """What every event of a measure names; a measure need not belong to one case (a meeting by sector, R-112)."""

    STREAM = "action"

    action: Ref
    kind: ActionKind
    case: MaybeRef = None
    org: MaybeRef = None
    addressee: Ref


class ActionOpened(ActionEvent):
    """A measure was opened, or proposed where the leading group has to approve it first.

    `person` is whom it addresses, `leader` who is to conduct it (`principal_leader`: of Party committee or government, R-70),
    `invited` other organs called to a meeting; `response_due` is the day by which a response is asked for, None when none is.
    """

    TOPIC = "supervision.action.opened.v1"

    number: str
    round: MaybeRef = None
    findings: tuple[Ref, ...] = ()
    person: Id | None = None
    leader: Id | None = None
    invited: tuple[Id, ...] = ()
    facts: str
    demand: str = ""
    response_due: date | None = None
    principal_leader: bool = False
    proposed: bool = False
    opener: Id
    opener_org: Id
    opener_role: str
    rulebook: str = ""


class ActionApproved(ActionEvent):
    """The leading group approved a measure that the office or a team proposed."""

    TOPIC = "supervision.action.approved.v1"

    approval: str
    approver: Id


class ActionPerformed(ActionEvent):
    """The measure was performed; its record was made by `recorder`, who is never the person addressed (SOD-10)."""

    TOPIC = "supervision.action.performed.v1"

    performed_on: date
    place: str = ""
    present: tuple[Id, ...] = ()
    record_sha256: str = ""
    response_due: date | None = None
    recorder: Id


class ActionResponded(ActionEvent):
    """The party addressed responded; that is all it may add."""

    TOPIC = "supervision.action.responded.v1"

    response: str
    document_sha256: str = ""
    responder: Id
    responded_on: date
    late: bool = False


class ActionClosed(ActionEvent):
    """Who opened the measure closed it, with what came of it."""

    TOPIC = "supervision.action.closed.v1"

    result: str
    closer: Id


class ActionLogged(Event):
    """A measure performed in a case is counted in the case's log, from which the report on supervision takes its figures."""

    TOPIC = "supervision.action-log.performed.v1"
    STREAM = "log"

    log: Id
    case: Ref
    org: Ref
    action: Ref
    kind: ActionKind
    role: str
    performed_on: date
