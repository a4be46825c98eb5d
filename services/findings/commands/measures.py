"""Wishes about measures, milestones and the check for similar problems."""

from datetime import date

from kernel.messages import Command, Id


class AddMeasure(Command):
    """Add a measure beside the planned ones."""

    finding: Id
    text: str
    due: date | None = None
    unit: str = ""


class ReportMeasure(Command):
    """Report progress on a measure."""

    finding: Id
    measure: int
    percent: int
    note: str


class CompleteMeasure(Command):
    """Report that a measure is carried out."""

    finding: Id
    measure: int
    result: str


class RecordExtensionCheck(Command):
    """Record the search for similar problems."""

    finding: Id
    scope: str
    found: int = 0
    fixed: int = 0
    note: str = ""


class AddMilestone(Command):
    """Add a phased goal."""

    finding: Id
    day: date
    goal: str


class MeetMilestone(Command):
    """Report that a phased goal is reached."""

    finding: Id
    milestone: int
    result: str
