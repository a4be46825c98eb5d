"""The evaluation of a case by a scheme, from its opening to the use of its result (R-79, R-80)."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field

import rulebook
from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from supervision.events import evaluation as happened
from supervision.events.evaluation import Deduction, Rating, Use
from supervision.model.case import CaseFile
from supervision.model.scheme import Scheme, SchemeVersion
from supervision.refusals.evaluations import (
    AuthorEvaluates,
    CosignerBarred,
    DisposalNotOne,
    EvaluationState,
    EvaluationTooEarly,
    NotEvaluatedOrg,
    PhaseNotKnown,
    UnknownDisposal,
)
from supervision.refusals.measures import NumberUsed

# Content, criteria, grades, methods and use are what the scheme fixes; the result is one of four opinions.
MEASURED, JUDGED = "R-79", "R-80"


class State(StrEnum):
    """The last step that an evaluation has taken."""

    SCHEME_FIXED = "SCHEME_FIXED"
    SELF_ASSESSMENT = "SELF_ASSESSMENT"
    MATERIAL_CHECK = "MATERIAL_CHECK"
    ON_SITE = "ON_SITE"
    SCORED = "SCORED"
    GRADE_PROPOSED = "GRADE_PROPOSED"
    HEARD = "HEARD"
    APPROVED = "APPROVED"
    USED = "USED"


class SurveyTotals(BaseModel):
    """What a satisfaction survey of a case came to."""

    survey: str
    answers: int
    permille: int | None

    def counted(self, evaluation: "Evaluation | happened.EvaluationOpened") -> happened.SurveyCounted:
        """The survey as an evaluation takes it: not counted with fewer answers than the rulebook's minimum."""
        least = rulebook.preset(evaluation.rulebook).settings.survey_minimum.value
        return happened.SurveyCounted(
            evaluation=evaluation.evaluation if isinstance(evaluation, happened.EvaluationOpened) else evaluation.id,
            case=evaluation.case,
            org=evaluation.org,
            survey=self.survey,
            answers=self.answers,
            satisfied_permille=self.permille,
            counted=self.answers >= least and self.permille is not None,
            least=least,
        )


class Evaluation(Aggregate):
    """One evaluation of one case."""

    KIND = "supervision.evaluation"
    CALLED = "整改评估 / evaluation"

    number: str = ""
    case: str = ""
    org: str = ""
    scheme: str = ""
    scheme_code: str = ""
    scheme_version: int = 0
    rulebook: str = ""
    state: State | None = None
    permille: int | None = None
    cosigner: str | None = None
    score: int = 0
    grade: str = ""
    disposal: str = ""
    answered: bool = False

    def open(
        self, number: str, file: CaseFile, scheme: Scheme, version: SchemeVersion, roll: "EvaluationRoll", act: Act
    ) -> Changes:
        """Open by a version of a scheme, not before the rulebook's time after the concentrated phase.

        Args:
            roll: the case's evaluations and its newest survey, which counts for this one.

        Raises:
            NumberUsed, PhaseNotKnown, EvaluationTooEarly.
            SchemeGrades: the scheme was made for a rulebook with other grades than the case's.
        """
        if self.exists:
            raise NumberUsed(field="number", number=number)
        version.require_grades_of(file.rulebook)
        earliest, due = _times(file)
        if earliest is not None and act.effective_day < earliest:
            raise EvaluationTooEarly(field="case", earliest=earliest)
        opened = happened.EvaluationOpened(
            evaluation=self.id,
            case=file.case,
            org=file.org,
            number=number,
            scheme=scheme.id,
            scheme_code=scheme.code,
            scheme_version=version.number,
            rulebook=file.rulebook,
            due=due,
            opener=act.actor,
        )
        entered = happened.EvaluationEntered(roll=roll.id, case=file.case, org=file.org, evaluation=self.id)
        known = [roll.newest.counted(opened)] if roll.newest else []
        return [opened.under(MEASURED, file.rulebook), entered, *known]

    def self_assess(
        self, ratings: tuple[Rating, ...], note: str, document: str, version: SchemeVersion, holder: str, act: Act
    ) -> Changes:
        """The inspected organisation gives itself points.

        Args:
            holder: the organisation that answers for the case now.

        Raises:
            EvaluationState, NotEvaluatedOrg, UnknownIndicator.
        """
        self._must_be(State.SCHEME_FIXED)
        self._by_org(holder, act)
        version.require_indicators([rating.indicator for rating in ratings])
        total = sum(rating.points for rating in ratings)
        said = happened.SelfAssessed(
            **self._names(), ratings=ratings, total=total, note=note, document_sha256=document, by=act.actor
        )
        return [said.under(MEASURED, self.rulebook)]

    def check_materials(self, note: str, document: str, act: Act) -> Changes:
        """The evaluators checked the materials.

        Raises:
            EvaluationState.
        """
        self._must_be(State.SELF_ASSESSMENT, State.MATERIAL_CHECK)
        return [
            happened.MaterialChecked(**self._names(), note=note, document_sha256=document, by=act.actor).under(
                MEASURED, self.rulebook
            )
        ]

    def visit(self, on: date, place: str, record: str, act: Act) -> Changes:
        """The evaluators were on site.

        Raises:
            EvaluationState.
        """
        self._must_be(State.MATERIAL_CHECK, State.ON_SITE)
        return [
            happened.SiteVisited(**self._names(), visited_on=on, place=place, record_sha256=record, by=act.actor).under(
                MEASURED, self.rulebook
            )
        ]

    def survey(self, survey: str, answers: int, permille: int | None) -> Changes:
        """Totals of a satisfaction survey; nothing once a score stands.

        With fewer answers than the rulebook's `survey_minimum`, or without a share, they are not counted.
        """
        if self.state not in (State.SCHEME_FIXED, State.SELF_ASSESSMENT, State.MATERIAL_CHECK, State.ON_SITE):
            return []
        return [SurveyTotals(survey=survey, answers=answers, permille=permille).counted(self).under(MEASURED, self.rulebook)]

    def enter_survey(self, answers: int, permille: int) -> Changes:
        """Totals of a survey made on paper.

        Raises:
            EvaluationState: a score stands.
        """
        self._must_be(State.SCHEME_FIXED, State.SELF_ASSESSMENT, State.MATERIAL_CHECK, State.ON_SITE)
        return self.survey("", answers, permille)

    def cosign(self, note: str, authors: frozenset[str], act: Act) -> Changes:
        """A second evaluator signs as well (SOD-08).

        Args:
            authors: who gave opinions on the case's plan and reports.

        Raises:
            EvaluationState, CosignerBarred.
        """
        self._must_be(State.SELF_ASSESSMENT, State.MATERIAL_CHECK, State.ON_SITE, State.SCORED)
        if act.actor in authors:
            raise CosignerBarred()
        return [happened.EvaluationCosigned(**self._names(), cosigner=act.actor, note=note).under(MEASURED, self.rulebook)]

    def give_score(
        self,
        deductions: tuple[Deduction, ...],
        vetoes: tuple[str, ...],
        version: SchemeVersion,
        authors: frozenset[str],
        act: Act,
    ) -> Changes:
        """The score and the grade that follows from it.

        Raises:
            EvaluationState, AuthorEvaluates, UnknownIndicator, TooManyPoints, UnknownVeto.
        """
        self._must_be(State.MATERIAL_CHECK, State.ON_SITE, State.SCORED)
        self._may_evaluate(authors, act)
        score = version.score(deductions, self.permille)
        scored = happened.EvaluationScored(
            **self._names(),
            deductions=deductions,
            vetoes=vetoes,
            satisfaction_counted=bool(version.satisfaction) and self.permille is not None,
            score=score,
            grade=version.grade(score, vetoes),
            evaluator=act.actor,
            cosigner=self.cosigner,
        )
        return [scored.under(MEASURED, self.rulebook)]

    def propose(self, disposals: Sequence[str], reason: str, authors: frozenset[str], act: Act) -> Changes:
        """Put the grade forward with exactly one of the four disposal opinions (R-80).

        Raises:
            EvaluationState, AuthorEvaluates, DisposalNotOne, UnknownDisposal.
        """
        self._must_be(State.SCORED)
        self._may_evaluate(authors, act)
        known = [named.code for named in rulebook.preset(self.rulebook).settings.disposals.value]
        if len(disposals) != 1:
            raise DisposalNotOne(field="disposals", count=len(disposals), codes=", ".join(known))
        if disposals[0] not in known:
            raise UnknownDisposal(field="disposals.0", disposal=disposals[0], codes=", ".join(known))
        proposed = happened.GradeProposed(
            **self._names(), grade=self.grade, disposal=disposals[0], reason=reason, evaluator=act.actor
        )
        return [proposed.under(JUDGED, self.rulebook)]

    def answer(self, opinion: str, document: str, holder: str, act: Act) -> Changes:
        """The inspected organisation says what it thinks of the grade.

        Raises:
            EvaluationState, NotEvaluatedOrg.
        """
        self._must_be(State.GRADE_PROPOSED)
        self._by_org(holder, act)
        return [
            happened.EvaluationAnswered(**self._names(), opinion=opinion, document_sha256=document, by=act.actor).under(
                JUDGED, self.rulebook
            )
        ]

    def hear(self, on: date, record: str, act: Act) -> Changes:
        """The organisation was heard, or let the occasion pass.

        Raises:
            EvaluationState.
        """
        self._must_be(State.GRADE_PROPOSED)
        heard = happened.EvaluationHeard(**self._names(), heard_on=on, answered=self.answered, record_sha256=record, by=act.actor)
        return [heard.under(JUDGED, self.rulebook)]

    def approve(self, approval: str, act: Act) -> Changes:
        """The leading group approves.

        Raises:
            EvaluationState.
        """
        self._must_be(State.HEARD)
        approved = happened.EvaluationApproved(
            **self._names(),
            number=self.number,
            scheme=f"{self.scheme_code}@{self.scheme_version}",
            score=self.score,
            grade=self.grade,
            disposal=self.disposal,
            approval=approval,
            approved_on=act.effective_day,
            approver=act.actor,
        )
        return [approved.under(JUDGED, self.rulebook)]

    def send_back(self, reason: str, act: Act) -> Changes:
        """The leading group does not approve: it is scored anew.

        Raises:
            EvaluationState.
        """
        self._must_be(State.GRADE_PROPOSED, State.HEARD)
        return [happened.EvaluationSentBack(**self._names(), reason=reason, by=act.actor).under(JUDGED, self.rulebook)]

    def use(self, use: Use, reference: str, act: Act) -> Changes:
        """The result is used.

        Raises:
            EvaluationState.
        """
        self._must_be(State.APPROVED, State.USED)
        return [happened.EvaluationUsed(**self._names(), use=use, reference=reference, by=act.actor).under(MEASURED, self.rulebook)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.EvaluationOpened():
                self.number, self.case, self.org, self.rulebook = event.number, event.case, event.org, event.rulebook
                self.scheme, self.scheme_code, self.scheme_version = event.scheme, event.scheme_code, event.scheme_version
                self.state = State.SCHEME_FIXED
            case happened.SelfAssessed():
                self.state = State.SELF_ASSESSMENT
            case happened.MaterialChecked():
                self.state = State.MATERIAL_CHECK
            case happened.SiteVisited():
                self.state = State.ON_SITE
            case happened.SurveyCounted():
                self.permille = event.satisfied_permille if event.counted else None
            case happened.EvaluationCosigned():
                self.cosigner = event.cosigner
            case happened.EvaluationScored():
                self.score, self.grade, self.state = event.score, event.grade, State.SCORED
            case happened.GradeProposed():
                self.disposal, self.state, self.answered = event.disposal, State.GRADE_PROPOSED, False
            case happened.EvaluationAnswered():
                self.answered = True
            case happened.EvaluationHeard():
                self.state = State.HEARD
            case happened.EvaluationSentBack():
                self.state = State.SCORED
            case happened.EvaluationApproved():
                self.state = State.APPROVED
            case happened.EvaluationUsed():
                self.state = State.USED
            case _:
                raise TypeError(f"an evaluation does not fold {event.TOPIC} of {at}")

    def _names(self) -> dict[str, Any]:
        return {"evaluation": self.id, "case": self.case, "org": self.org}

    def _must_be(self, *states: State) -> None:
        if self.state not in states:
            raise EvaluationState(number=self.number, state=self.state or "-", wanted=", ".join(states))

    def _by_org(self, holder: str, act: Act) -> None:
        if act.org != holder:
            raise NotEvaluatedOrg(number=self.number)

    def _may_evaluate(self, authors: frozenset[str], act: Act) -> None:
        """SOD-08: who gave an opinion in the case evaluates only beside another person who gave none."""
        if act.actor in authors and self.cosigner is None:
            raise AuthorEvaluates()


def evaluation_roll_id(case: str) -> str:
    """The id of the roll of a case's evaluations."""
    return named("evaluation-roll", case)


class EvaluationRoll(Aggregate):
    """The evaluations of a case in order, and its newest survey."""

    KIND = "supervision.evaluation-roll"

    evaluations: list[str] = Field(default_factory=list)
    newest: SurveyTotals | None = None

    def note(self, noted: happened.SurveyNoted) -> Changes:
        """A survey of the case was closed; nothing when it is known."""
        return [] if self.newest is not None and self.newest.survey == noted.survey else [noted]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.EvaluationEntered():
                self.evaluations.append(event.evaluation)
            case happened.SurveyNoted():
                self.newest = SurveyTotals(survey=event.survey, answers=event.answers, permille=event.satisfied_permille)
            case _:
                raise TypeError(f"a roll of evaluations does not fold {event.TOPIC} of {at}")


def _times(file: CaseFile) -> tuple[date | None, date | None]:
    """The first and the last day for evaluating a case, by its rulebook (`evaluation_timing`)."""
    rules = rulebook.preset(file.rulebook)
    timing = rules.settings.evaluation_timing.value
    if file.phase_end is None:
        if timing.not_before is not None:
            raise PhaseNotKnown(field="case")
        return None, None
    end = file.phase_end
    first, last = (period and rulebook.last_day(rules, end, period) for period in (timing.not_before, timing.not_after))
    return first or None, last or None
