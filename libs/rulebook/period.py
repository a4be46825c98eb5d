"""Periods, and the arithmetic that takes a starting day to the last day of a period."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from .errors import DateOutOfRange, Lang
from .text import Model
from .working_days import Calendar

type Unit = Literal["years", "months", "days", "workdays"]

_UNITS: dict[Unit, tuple[str, str, str]] = {
    "years": ("{}年", "year", "years"),
    "months": ("{}个月", "month", "months"),
    "days": ("{}日", "day", "days"),
    "workdays": ("{}个工作日", "working day", "working days"),
}


class Period(Model):
    """A length of time in exactly one unit; a rule without a period has none at all.

    `days` are calendar days (日), `workdays` are working days of the rulebook's calendar (工作日).
    """

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    years: Annotated[int, Field(ge=1, le=100)] | None = None
    months: Annotated[int, Field(ge=1, le=1200)] | None = None
    days: Annotated[int, Field(ge=1, le=36500)] | None = None
    workdays: Annotated[int, Field(ge=1, le=2500)] | None = None

    @model_validator(mode="after")
    def _one_unit(self) -> "Period":
        if sum(value is not None for value in (self.years, self.months, self.days, self.workdays)) != 1:
            raise PydanticCustomError("period_units", "a period has exactly one of years, months, days, workdays")
        return self

    @property
    def unit(self) -> Unit:
        """The unit that is set."""
        if self.years is not None:
            return "years"
        if self.months is not None:
            return "months"
        return "days" if self.days is not None else "workdays"

    @property
    def amount(self) -> int:
        """How many of `unit`."""
        return self.years or self.months or self.days or self.workdays or 0

    def text(self, lang: Lang) -> str:
        """The period in words, e.g. `3个月` or `3 months`."""
        zh, one, many = _UNITS[self.unit]
        if lang == "zh":
            return zh.format(self.amount)
        return f"{self.amount} {one if self.amount == 1 else many}"


@dataclass(frozen=True, slots=True)
class Count:
    """The outcome of counting a period.

    `due` is its last day. `absent_day` is the day number that the target month lacks, when the last day was taken
    instead. `holidays` are the weekdays skipped and `make_up` the weekend days counted, for working days.
    `provisional` says that a day of a year without published holidays was looked at.
    """

    due: date
    absent_day: int | None = None
    holidays: tuple[date, ...] = ()
    make_up: tuple[date, ...] = ()
    provisional: bool = False


def count(start: date, period: Period, calendar: Calendar) -> Count:
    """The last day of `period` from `start`; the starting day is not counted.

    Months and years end on the same day number, or on the last day of a month that lacks it: the 30th of November
    and three months is the last of February.

    Raises:
        DateOutOfRange: the end is outside years 1 to 9999.
    """
    try:
        match period.unit:
            case "years":
                return _months(start, 12 * period.amount)
            case "months":
                return _months(start, period.amount)
            case "days":
                return Count(start + timedelta(days=period.amount))
            case "workdays":
                return _workdays(start, period.amount, calendar)
    except (OverflowError, ValueError) as error:
        raise DateOutOfRange(start=start.isoformat(), period=period.text("en")) from error


def _months(start: date, amount: int) -> Count:
    years, month0 = divmod(start.month - 1 + amount, 12)
    year, month = start.year + years, month0 + 1
    last = monthrange(year, month)[1] if year <= date.max.year else 0
    if start.day <= last:
        return Count(date(year, month, start.day))
    return Count(date(year, month, last), absent_day=start.day)


def _workdays(start: date, amount: int, calendar: Calendar) -> Count:
    day, left = start, amount
    holidays: list[date] = []
    make_up: list[date] = []
    provisional = False
    while left:
        day += timedelta(days=1)
        provisional = provisional or calendar.is_provisional(day)
        working, weekend = calendar.is_working(day), day.weekday() >= 5
        if working:
            left -= 1
            if weekend:
                make_up.append(day)
        elif not weekend:
            holidays.append(day)
    return Count(day, holidays=tuple(holidays), make_up=tuple(make_up), provisional=provisional)


def roll(day: date, calendar: Calendar) -> Count:
    """`day`, or the next working day after it."""
    provisional = calendar.is_provisional(day)
    try:
        while not calendar.is_working(day):
            day += timedelta(days=1)
            provisional = provisional or calendar.is_provisional(day)
    except OverflowError as error:
        raise DateOutOfRange(start=day.isoformat(), period="1 day") from error
    return Count(day, provisional=provisional)
