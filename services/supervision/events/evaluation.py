"""What happens to evaluation schemes, and in the evaluation of a case by one of them."""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from kernel.messages import Event, Id, Ref


class Part(BaseModel):
    """A part of an event."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Indicator(Part):
    """One indicator: `weight` in thousandths of a point, `rule` how points are deducted; marks never go below 0."""

    code: str
    name: str
    weight: int
    rule: str = ""


class Veto(Part):
    """An item that, once found, lets the grade be no better than `grade`."""

    code: str
    name: str
    grade: str


class Threshold(Part):
    """The least score, in thousandths of a point, that a grade needs."""

    grade: str
    at_least: int


class Rating(Part):
    """Points given for an indicator by the organisation itself, in thousandths."""

    indicator: str
    points: int
    note: str = ""


class Deduction(Part):
    """Points taken off an indicator, in thousandths, with the reason."""

    indicator: str
    points: int
    reason: str
    evidence: str = ""


class Use(StrEnum):
    """What an approved evaluation is used for."""

    ANNUAL_ASSESSMENT = "annual-assessment"
    POST = "post"
    LOOK_BACK = "look-back"
    ACCOUNTABILITY = "accountability"
    INTERVIEW = "interview"


class SchemeFixed(Event):
    """The discipline organ fixed a version of a scheme: content, criteria, grades, methods (R-79)."""

    TOPIC = "supervision.scheme.fixed.v1"
    STREAM = "scheme"

    scheme: Ref
    code: str
    scheme_version: int
    title: str
    rulebook: str
    indicators: tuple[Indicator, ...]
    vetoes: tuple[Veto, ...] = ()
    thresholds: tuple[Threshold, ...]
    satisfaction: str = ""
    document_sha256: str = ""
    owner: Id
    fixed_by: Id


class EvaluationEvent(Event):
    """What every event of an evaluation names."""

    STREAM = "evaluation"

    evaluation: Ref
    case: Ref
    org: Ref


class EvaluationOpened(EvaluationEvent):
    """A case is evaluated by a fixed version of a scheme; `due` is the rulebook's last day for it, None where it has none."""

    TOPIC = "supervision.evaluation.opened.v1"

    number: str
    scheme: Ref
    scheme_code: str
    scheme_version: int
    rulebook: str
    due: date | None = None
    opener: Id


class SelfAssessed(EvaluationEvent):
    """The inspected organisation gave itself points."""

    TOPIC = "supervision.evaluation.self-assessed.v1"

    ratings: tuple[Rating, ...]
    total: int
    note: str = ""
    document_sha256: str = ""
    by: Id


class MaterialChecked(EvaluationEvent):
    """The evaluators checked the materials."""

    TOPIC = "supervision.evaluation.material-checked.v1"

    note: str
    document_sha256: str = ""
    by: Id


class SiteVisited(EvaluationEvent):
    """The evaluators were on site."""

    TOPIC = "supervision.evaluation.site-visited.v1"

    visited_on: date
    place: str
    record_sha256: str
    by: Id


class SurveyCounted(EvaluationEvent):
    """The totals of a satisfaction survey; below the rulebook's minimum of answers they are kept and not counted."""

    TOPIC = "supervision.evaluation.survey-counted.v1"

    survey: str = ""
    answers: int
    satisfied_permille: int | None = None
    counted: bool
    least: int


class EvaluationEntered(Event):
    """A case's roll of evaluations has one more."""

    TOPIC = "supervision.evaluation-roll.entered.v1"
    STREAM = "roll"

    roll: Id
    case: Ref
    org: Ref
    evaluation: Ref


class SurveyNoted(Event):
    """A survey of a case was closed; an evaluation that is open, or the next one, takes its totals."""

    TOPIC = "supervision.evaluation-roll.survey-noted.v1"
    STREAM = "roll"

    roll: Id
    case: Ref
    org: Ref
    survey: Ref
    answers: int
    satisfied_permille: int | None = None


class EvaluationCosigned(EvaluationEvent):
    """A second evaluator, who gave no opinion in the case, signs as well (SOD-08)."""

    TOPIC = "supervision.evaluation.cosigned.v1"

    cosigner: Id
    note: str = ""


class EvaluationScored(EvaluationEvent):
    """The score, in thousandths of a point, and the grade that the scheme gives it."""

    TOPIC = "supervision.evaluation.scored.v1"

    deductions: tuple[Deduction, ...]
    vetoes: tuple[str, ...] = ()
    satisfaction_counted: bool = False
    score: int
    grade: str
    evaluator: Id
    cosigner: Id | None = None


class GradeProposed(EvaluationEvent):
    """A grade and exactly one disposal opinion were put forward (R-80)."""

    TOPIC = "supervision.evaluation.grade-proposed.v1"

    grade: str
    disposal: str
    reason: str
    evaluator: Id


class EvaluationAnswered(EvaluationEvent):
    """The inspected organisation said what it thinks of the grade."""

    TOPIC = "supervision.evaluation.answered.v1"

    opinion: str
    document_sha256: str = ""
    by: Id


class EvaluationHeard(EvaluationEvent):
    """The organisation was heard, or let the occasion pass."""

    TOPIC = "supervision.evaluation.heard.v1"

    heard_on: date
    answered: bool
    record_sha256: str = ""
    by: Id


class EvaluationSentBack(EvaluationEvent):
    """The leading group did not approve: it is scored anew."""

    TOPIC = "supervision.evaluation.sent-back.v1"

    reason: str
    by: Id


class EvaluationApproved(EvaluationEvent):
    """The leading group approved grade and disposal opinion."""

    TOPIC = "supervision.evaluation.approved.v1"

    number: str
    scheme: str
    score: int
    grade: str
    disposal: str
    approval: str
    approved_on: date
    approver: Id


class EvaluationUsed(EvaluationEvent):
    """The result was used: in annual assessment, for a post, a look-back, accountability or an interview."""

    TOPIC = "supervision.evaluation.used.v1"

    use: Use
    reference: str
    by: Id
