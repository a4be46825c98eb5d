"""Recommendation letters, work suggestions and notifications: what is asked of other organs and what they answer."""

from enum import StrEnum


class LetterState(StrEnum):
    """How far a recommendation letter or work suggestion is (R-49, R-61)."""

    DRAFT = "DRAFT"
    APPROVED = "APPROVED"
    SENT = "SENT"
    RECEIVED = "RECEIVED"
    UNDER_STUDY = "UNDER_STUDY"
    REPLIED = "REPLIED"
    ASSESSED = "ASSESSED"
    IMPLEMENTED = "IMPLEMENTED"
    CLOSED = "CLOSED"


class NotificationState(StrEnum):
    """How far a notification is (R-54, R-115)."""

    SENT = "SENT"
    ACKNOWLEDGED = "ACKNOWLEDGED"
