"""Working days as data: official holidays and make-up working days, year by year."""

from datetime import date, timedelta
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .text import Model, RulebookId, Text, Words


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


def _wrong_dates(what: str) -> PydanticCustomError:
    return PydanticCustomError("calendar_dates", "{what}", {"what": what})


class Calendar(Model):
    """Which days are working days.

    A year that is not listed is provisional: Monday to Friday are taken as working days, and every date that was
    computed through such a year says so.
    """

    id: RulebookId
    title: Text
    source: Words
    years: dict[Annotated[int, Field(ge=1, le=9999)], CalendarYear]

    @model_validator(mode="after")
    def _dates_agree(self) -> "Calendar":
        for number, year in self.years.items():
            for run in year.holidays:
                if run.first > run.last or run.first.year != number or run.last.year != number:
                    raise _wrong_dates(f"{run.first} – {run.last} ({number})")
            for day in year.workdays:
                if day.year != number or day.weekday() < 5:
                    raise _wrong_dates(f"{day} ({number})")
        if both := sorted(self._on & self._off):
            raise _wrong_dates(f"{both[0]}")
        return self

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
