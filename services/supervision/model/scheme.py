"""Evaluation schemes: indicators, vetoes and thresholds as data, version by version (R-79)."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from pydantic import BaseModel, Field

import rulebook
from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.messages import Changes, Event
from supervision.events import evaluation as happened
from supervision.events.evaluation import Deduction, Indicator, Threshold, Veto
from supervision.refusals.evaluations import (
    NotSchemeOwner,
    SchemeGrades,
    SchemeIndicators,
    SchemeSatisfaction,
    SchemeVersionUnknown,
    TooManyPoints,
    UnknownIndicator,
    UnknownVeto,
)

# A whole scheme, in thousandths of a point.
WHOLE = 100_000


class SchemeVersion(BaseModel):
    """One version of a scheme; what it computes is pure arithmetic over whole numbers."""

    number: int
    title: str
    rulebook: str
    indicators: tuple[Indicator, ...]
    vetoes: tuple[Veto, ...]
    thresholds: tuple[Threshold, ...]
    satisfaction: str

    def score(self, deductions: Sequence[Deduction], satisfied_permille: int | None) -> int:
        """The score in thousandths of a point.

        The satisfaction indicator takes its share of its weight from the survey. Where no survey counts it is left out, and
        the rest is scaled up to the whole, rounded down.

        Raises:
            UnknownIndicator, TooManyPoints.
        """
        left = {indicator.code: indicator.weight for indicator in self.indicators}
        for n, deduction in enumerate(deductions):
            if deduction.indicator not in left or deduction.indicator == self.satisfaction:
                raise UnknownIndicator(field=f"deductions.{n}.indicator", indicator=deduction.indicator)
            left[deduction.indicator] -= deduction.points
            if left[deduction.indicator] < 0:
                raise TooManyPoints(field=f"deductions.{n}.points", indicator=deduction.indicator)
        if not self.satisfaction:
            return sum(left.values())
        weight = left.pop(self.satisfaction)
        if satisfied_permille is None:
            return sum(left.values()) * WHOLE // (WHOLE - weight)
        return sum(left.values()) + weight * satisfied_permille // 1000

    def grade(self, score: int, vetoes: Sequence[str]) -> str:
        """The grade of a score; each veto found lets it be no better than the veto's own.

        Raises:
            UnknownVeto.
        """
        ranks = [threshold.grade for threshold in self.thresholds]
        reached = next(n for n, threshold in enumerate(self.thresholds) if score >= threshold.at_least)
        known = {veto.code: ranks.index(veto.grade) for veto in self.vetoes}
        for n, code in enumerate(vetoes):
            if code not in known:
                raise UnknownVeto(field=f"vetoes.{n}", veto=code)
            reached = max(reached, known[code])
        return ranks[reached]

    def require_grades_of(self, book: str) -> None:
        """The scheme grades with the grades of this rulebook.

        Raises:
            SchemeGrades.
        """
        grades = grades_of(book)
        if [threshold.grade for threshold in self.thresholds] != grades:
            raise SchemeGrades(field="scheme", grades=", ".join(grades))

    def require_indicators(self, codes: Sequence[str]) -> None:
        """Every code is one of the scheme's.

        Raises:
            UnknownIndicator.
        """
        known = {indicator.code: indicator.weight for indicator in self.indicators}
        for n, code in enumerate(codes):
            if code not in known:
                raise UnknownIndicator(field=f"ratings.{n}.indicator", indicator=code)


class Scheme(Aggregate):
    """A scheme with all its versions; an evaluation keeps the version it was opened by."""

    KIND = "supervision.scheme"
    CALLED = "评估办法 / evaluation scheme"

    code: str = ""
    owner: str = ""
    versions: list[SchemeVersion] = Field(default_factory=list)

    def fix(self, fixed: happened.SchemeFixed, act: Act) -> Changes:
        """Fix the next version.

        Raises:
            NotSchemeOwner: another organ fixed the versions before.
            SchemeIndicators: weights do not add up to 100 points, or a code is given twice.
            SchemeSatisfaction: the satisfaction indicator is none of the indicators, or the only one.
            SchemeGrades: the thresholds are not the rulebook's four grades from the best down to 0, or a veto names none.
        """
        if self.exists and self.owner != act.org:
            raise NotSchemeOwner(code=self.code)
        _sound(fixed)
        return [fixed.under("R-79", fixed.rulebook)]

    def version_of(self, number: int) -> SchemeVersion:
        """A version; 0 means the newest.

        Raises:
            SchemeVersionUnknown.
        """
        if not 0 <= number <= len(self.versions):
            raise SchemeVersionUnknown(field="scheme_version", code=self.code, number=number, last=len(self.versions))
        return self.versions[number - 1]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.SchemeFixed():
                self.code, self.owner = event.code, event.owner
                self.versions.append(
                    SchemeVersion(
                        number=event.scheme_version,
                        **{name: getattr(event, name) for name in SchemeVersion.model_fields if name != "number"},
                    )
                )
            case _:
                raise TypeError(f"a scheme does not fold {event.TOPIC} of {at}")


def grades_of(book: str) -> list[str]:
    """Codes of the four grades of a rulebook, the best first."""
    return [grade.code for grade in rulebook.preset(book).settings.evaluation_grades.value]


def _sound(fixed: happened.SchemeFixed) -> None:
    weights = {indicator.code: indicator.weight for indicator in fixed.indicators}
    if len(weights) != len(fixed.indicators) or sum(weights.values()) != WHOLE or min(weights.values()) <= 0:
        raise SchemeIndicators(field="indicators", sum=sum(indicator.weight for indicator in fixed.indicators))
    if fixed.satisfaction and (fixed.satisfaction not in weights or len(weights) == 1):
        raise SchemeSatisfaction(field="satisfaction", indicator=fixed.satisfaction)
    grades = grades_of(fixed.rulebook)
    least = [threshold.at_least for threshold in fixed.thresholds]
    falling = all(higher > lower for higher, lower in pairwise(least))
    given = [threshold.grade for threshold in fixed.thresholds]
    if given != grades or not falling or least[-1] != 0 or least[0] > WHOLE:
        raise SchemeGrades(field="thresholds", grades=", ".join(grades))
    for n, veto in enumerate(fixed.vetoes):
        if veto.grade not in grades:
            raise SchemeGrades(field=f"vetoes.{n}.grade", grades=", ".join(grades))
