"""Wishes about re-feedback."""

from datetime import date

from findings.events.parts import Sha256
from kernel.messages import Command, Id


class ScheduleReFeedback(Command):
    """Fix the day on which the feedback is given again."""

    case: Id
    day: date
    place: str = ""


class DeliverReFeedback(Command):
    """Give it again; `day` None means today."""

    case: Id
    day: date | None = None
    place: str = ""
    record_sha256: Sha256 | None = None


class AcceptReFeedback(Command):
    """Sign for it."""

    case: Id
