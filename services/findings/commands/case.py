"""Wishes about a case."""

from datetime import date

from findings.events.parts import Sha256
from findings.events.words import Attendance, MeetingKind, SelfExamination
from kernel.messages import Command, Id


class SetUpMechanism(Command):
    """Set up the working mechanism."""

    case: Id
    description: str
    head: Id
    members: tuple[Id, ...] = ()
    document_sha256: Sha256


class RecordMeeting(Command):
    """Record a meeting; `on` None means today."""

    case: Id
    kind: MeetingKind
    day: date | None = None
    place: str = ""
    attendance: tuple[Attendance, ...] = ()
    decisions: tuple[str, ...] = ()
    minutes_sha256: Sha256
    self_examinations: tuple[SelfExamination, ...] = ()


class LayDownProcedure(Command):
    """Lay down the sign-off procedure."""

    case: Id
    number: str
    document_sha256: Sha256


class CloseCase(Command):
    """Close a completed case."""

    case: Id
    reason: str
