"""What review learns from the supervision service."""

from datetime import date

from kernel.messages import Id, News


class EvaluationApproved(News):
    """The rectification of a case was evaluated; `score` in thousandths of a point."""

    evaluation: Id
    case: Id
    org: Id
    scheme: str = ""
    score: int
    grade: str
    disposal: str
    approved_on: date


class AdjustmentProposed(News):
    """Supervision asks that a post be adjusted."""

    proposal: Id
    org: Id
    case: Id | None = None
    person: Id | None = None
    reason: str = ""
