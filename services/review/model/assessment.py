"""Rectification in the annual assessment of teams and cadres: one entry a case and year (R-95)."""

from datetime import date, datetime

from pydantic import Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from review.events import assessment as told
from review.events.words import Part
from review.model.case import CaseFile
from review.model.ruled import resting
from review.refusals.assessment import EnteredBefore, GradeMissing, YearOutside

RULE = "R-95"


class Evaluated(Part):
    """An approved evaluation; the score in thousandths of a point."""

    evaluation: str
    score: int
    grade: str
    disposal: str
    approved_on: date


class Entry(Part):
    """What entered one year's assessment."""

    year: int
    grade: str
    entered_on: date


def assessments_id(case: str) -> str:
    """The id under which the entries of a case are kept."""
    return named("annual-assessments", case)


class Assessments(Aggregate):
    """What annual assessments take from one case."""

    KIND = "review.assessment"

    case: str = ""
    org: str = ""
    evaluations: list[Evaluated] = Field(default_factory=list)
    entries: list[Entry] = Field(default_factory=list)

    def note(self, noted: told.EvaluationNoted) -> Changes:
        """An evaluation was approved; nothing when it is known."""
        return [] if any(known.evaluation == noted.evaluation for known in self.evaluations) else [noted]

    def enter(self, act: Act, file: CaseFile, year: int, grade: str, text: str, document: str) -> Changes:
        """Enter a year; without a grade that of the newest approved evaluation.

        Raises:
            YearOutside, EnteredBefore, GradeMissing.
        """
        first = file.receipt_date.year if file.receipt_date else year
        if not first <= year <= act.today.year:
            raise YearOutside(field="year", year=year, first=first, today=act.today.year)
        if known := next((known for known in self.entries if known.year == year), None):
            raise EnteredBefore(field="year", year=year, day=known.entered_on, grade=known.grade)
        newest = self.evaluations[-1] if self.evaluations else None
        if newest is None and not grade:
            raise GradeMissing(field="grade")
        entered = told.AssessmentEntered(
            assessments=self.id,
            case=file.case,
            org=file.org,
            year=year,
            grade=grade or (newest.grade if newest else ""),
            text=text,
            evaluation=newest.evaluation if newest else None,
            evaluation_grade=newest.grade if newest else "",
            score=newest.score if newest else 0,
            entered_on=act.effective_day,
            document=document,
            author=act.actor,
        )
        return [resting(entered, RULE, file.rulebook)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case told.EvaluationNoted():
                self.case, self.org = event.case, event.org
                self.evaluations.append(Evaluated(**{name: getattr(event, name) for name in Evaluated.model_fields}))
            case told.AssessmentEntered():
                self.case, self.org = event.case, event.org
                self.entries.append(Entry(year=event.year, grade=event.grade, entered_on=event.entered_on))
            case _:
                raise TypeError(f"annual assessments do not fold {event.TOPIC} of {at}")
