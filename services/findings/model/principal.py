"""A change of principal: whether the feedback is due again (R-17), and how far that is."""

from enum import StrEnum


class ReFeedbackState(StrEnum):
    """How far one change of principal is; `REMINDER_ONLY` and `SUPERSEDED` ask for nothing more."""

    CHANGE_RECORDED = "CHANGE_RECORDED"
    REFEEDBACK_DUE = "REFEEDBACK_DUE"
    SCHEDULED = "SCHEDULED"
    DELIVERED = "DELIVERED"
    ACCEPTED = "ACCEPTED"
    REMINDER_ONLY = "REMINDER_ONLY"
    SUPERSEDED = "SUPERSEDED"
