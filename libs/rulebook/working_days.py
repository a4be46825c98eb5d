"""Working days as data: official holidays and make-up working days, year by year."""

from datetime import date, timedelta
from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints

from .text import Model, RulebookId, Text, Words

CalendarReference = Annotated[str, StringConstraints(pattern=r"^(\./.+|[a-z][a-z0-9-]*)$")]


class Holiday(Model):
    """A run of days off, both ends included, inside one year."""

    name: Text
    first: date
    last: date

    def days(self) -> list[date]:
        """Every day of the run."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


class CalendarYear(Model):
    """One year's published arrangement; `workdays` are weekend days on which people work."""

    holidays: tuple[Holiday, ...]
    workdays: tuple[date, ...]


class Calendar(Model):
    """Which days are working days.

    A year that is not listed is provisional: Monday to Friday are taken as working days, and every date that was
    computed through such a year says so.
    """

    id: RulebookId
    title: Text
    source: Words
    years: dict[Annotated[int, Field(ge=1, le=9999)], CalendarYear]

    @cached_property
    def _off(self) -> frozenset[date]:
        return frozenset(day for year in self.years.values() for run in year.holidays for day in run.days())

    @cached_property
    def _on(self) -> frozenset[date]:
        return frozenset(day for year in self.years.values() for day in year.workdays)

    def is_working(self, day: date) -> bool:
        """Whether people work on `day`."""
        if day in self._on:
            return True
        return day.weekday() < 5 and day not in self._off

    def is_provisional(self, day: date) -> bool:
        """Whether the arrangement of `day`'s year is not published in this calendar."""
        return day.year not in self.years


class CalendarExtension(Calendar):
    """A regional calendar: what it lists is added to the years of the calendar it extends."""

    extends: CalendarReference
