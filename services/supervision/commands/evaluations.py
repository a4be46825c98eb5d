"""Wishes about evaluation schemes and evaluations."""

from datetime import date

from kernel.messages import Command, Id, Question
from supervision.commands.words import Hash, Sha256, Text
from supervision.events.evaluation import Deduction, Indicator, Rating, Threshold, Use, Veto


class FixScheme(Command):
    """The discipline organ fixes a version of a scheme (R-79)."""

    code: Text
    title: Text
    rulebook: Text
    indicators: tuple[Indicator, ...]
    vetoes: tuple[Veto, ...] = ()
    thresholds: tuple[Threshold, ...]
    satisfaction: str = ""
    document_sha256: Hash = ""


class OpenEvaluation(Command):
    """A case is evaluated by a version of a scheme."""

    number: Text
    case: Id
    scheme: Id
    scheme_version: int = 0


class AssessSelf(Command):
    """The inspected organisation gives itself points."""

    evaluation: Id
    ratings: tuple[Rating, ...]
    note: str = ""
    document_sha256: Hash = ""


class CheckMaterials(Command):
    """The evaluators checked the materials."""

    evaluation: Id
    note: Text
    document_sha256: Hash = ""


class VisitSite(Command):
    """The evaluators were on site."""

    evaluation: Id
    visited_on: date | None = None
    place: Text
    record_sha256: Sha256


class EnterSurvey(Command):
    """Totals of a satisfaction survey made on paper."""

    evaluation: Id
    answers: int
    satisfied_permille: int


class CosignEvaluation(Command):
    """A second evaluator signs as well (SOD-08)."""

    evaluation: Id
    note: str = ""


class ScoreEvaluation(Command):
    """The evaluators score."""

    evaluation: Id
    deductions: tuple[Deduction, ...] = ()
    vetoes: tuple[str, ...] = ()


class ProposeGrade(Command):
    """The grade is put forward with a disposal opinion (R-80); `disposals` is a list so that two can be refused clearly."""

    evaluation: Id
    disposals: tuple[str, ...] = ()
    reason: Text


class AnswerEvaluation(Command):
    """The inspected organisation says what it thinks of the grade."""

    evaluation: Id
    opinion: Text
    document_sha256: Hash = ""


class HearEvaluated(Command):
    """The organisation was heard, or let the occasion pass."""

    evaluation: Id
    heard_on: date | None = None
    record_sha256: Hash = ""


class ApproveEvaluation(Command):
    """The leading group approves."""

    evaluation: Id
    approval: Text


class SendBackEvaluation(Command):
    """The leading group does not approve."""

    evaluation: Id
    reason: Text


class UseEvaluation(Command):
    """The result is used."""

    evaluation: Id
    use: Use
    reference: Text


class GetScheme(Question):
    """One scheme with all its versions."""

    scheme: Id


class ListSchemes(Question):
    """Schemes in order of code."""

    owner: Id | None = None
    limit: int = 100
    after: str = ""


class GetEvaluation(Question):
    """One evaluation."""

    evaluation: Id


class ListEvaluations(Question):
    """Evaluations by case, organisation, state or grade."""

    case: Id | None = None
    org: Id | None = None
    state: str = ""
    grade: str = ""
    limit: int = 100
    after: str = ""
