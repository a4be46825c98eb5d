"""Facts about what is done for a finding: measures, milestones, the check for similar problems."""

from datetime import date

from findings.events.parts import OfFinding


class MeasureAdded(OfFinding):
    """A measure was added beside the planned ones; `measure` counts from 1 within the finding."""

    TOPIC = "findings.finding.measure-added.v1"

    measure: int
    text: str
    due: date | None = None
    unit: str = ""


class MeasureReported(OfFinding):
    """Progress on a measure, `percent` from 0 to 100."""

    TOPIC = "findings.finding.measure-reported.v1"

    measure: int
    percent: int
    note: str


class MeasureCompleted(OfFinding):
    """The measure is carried out."""

    TOPIC = "findings.finding.measure-completed.v1"

    measure: int
    result: str


class MilestoneAdded(OfFinding):
    """A phased goal with its date (R-20)."""

    TOPIC = "findings.finding.milestone-added.v1"

    milestone: int
    day: date
    goal: str


class MilestoneMet(OfFinding):
    """The phased goal was reached; `late` when its date had passed."""

    TOPIC = "findings.finding.milestone-met.v1"

    milestone: int
    day: date
    result: str
    late: bool


class MilestoneMissed(OfFinding):
    """The date of a phased goal passed without it; the final date stays as it was."""

    TOPIC = "findings.finding.milestone-missed.v1"

    milestone: int
    day: date


class ExtensionCheckRecorded(OfFinding):
    """Similar and related problems were looked for and dealt with (R-136)."""

    TOPIC = "findings.finding.extension-check-recorded.v1"

    scope: str
    found: int
    fixed: int
    note: str
