"""Rectification in the annual assessment of teams and cadres (R-95)."""

from datetime import date

from kernel.messages import Event, Id, MaybeRef, Ref


class OfAssessments(Event):
    """A fact about the assessments that take one case into account."""

    STREAM = "assessments"

    assessments: Id
    case: Ref
    org: Ref


class EvaluationNoted(OfAssessments):
    """The rectification was evaluated (`score` in thousandths); the next annual assessment takes it into account."""

    TOPIC = "review.assessment.evaluation-noted.v1"

    evaluation: Ref
    scheme: str = ""
    score: int
    grade: str
    disposal: str
    approved_on: date


class AssessmentEntered(OfAssessments):
    """The rectification of a case entered the annual assessment of a year."""

    TOPIC = "review.assessment.entered.v1"

    year: int
    grade: str
    text: str
    evaluation: MaybeRef = None
    evaluation_grade: str = ""
    score: int = 0
    entered_on: date
    document: str = ""
    author: Id
