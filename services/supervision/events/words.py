"""Words of the verdicts."""

from enum import StrEnum


class Defect(StrEnum):
    """How a rectification can be none."""

    PAPER = "paper"
    FORMAL = "formal"
    FALSE = "false"
    HALF_WAY = "half-way"
    PERFUNCTORY = "perfunctory"


class Ground(StrEnum):
    """How it came to light that a signed-off finding is not rectified."""

    LOOK_BACK = "look-back"
    SPOT_CHECK = "spot-check"
    PETITION = "petition"
    RECURRENCE = "recurrence"
    LEAD_OUTCOME = "lead-outcome"
