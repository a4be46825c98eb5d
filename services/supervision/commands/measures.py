"""Wishes about supervision measures."""

from datetime import date

from kernel.messages import Command, Id, Question
from supervision.commands.words import Hash, Text
from supervision.events.measures import ActionKind


class OpenAction(Command):
    """A supervising body takes a measure, the office or a team proposes one (R-32, R-40)."""

    number: Text
    kind: ActionKind
    case: Id | None = None
    round: Id | None = None
    org: Id | None = None
    findings: tuple[Id, ...] = ()
    addressee: Id
    person: Id | None = None
    leader: Id | None = None
    principal_leader: bool = False
    invited: tuple[Id, ...] = ()
    facts: Text
    demand: str = ""
    response_due: date | None = None


class ApproveAction(Command):
    """The leading group approves a proposed measure."""

    action: Id
    approval: Text


class PerformAction(Command):
    """The measure was performed."""

    action: Id
    performed_on: date | None = None
    place: str = ""
    present: tuple[Id, ...] = ()
    record_sha256: Hash = ""
    response_due: date | None = None


class RespondToAction(Command):
    """The party addressed responds (SOD-10)."""

    action: Id
    response: Text
    document_sha256: Hash = ""


class CloseAction(Command):
    """Who opened the measure closes it."""

    action: Id
    result: Text


class GetAction(Question):
    """One measure."""

    action: Id


class ListActions(Question):
    """Measures by case, organisation, kind, state or addressee."""

    case: Id | None = None
    org: Id | None = None
    kind: str = ""
    state: str = ""
    addressee: Id | None = None
    awaiting_before: date | None = None
    limit: int = 100
    after: str = ""
