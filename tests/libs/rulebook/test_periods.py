"""Period arithmetic: every example of the specification, then laws that hold for all dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook import DateOutOfRange, Period, count, preset
from rulebook.period import roll

CN = preset("guangxi-2022@1").calendar
DATES = st.dates(date(2010, 1, 1), date(2040, 12, 31))
PERIODS = st.one_of(
    st.builds(Period, months=st.integers(1, 120)),
    st.builds(Period, years=st.integers(1, 20)),
    st.builds(Period, days=st.integers(1, 1000)),
    st.builds(Period, workdays=st.integers(1, 300)),
)


@pytest.mark.parametrize(
    ("start", "period", "due"),
    [
        (date(2024, 11, 30), Period(months=3), date(2025, 2, 28)),
        (date(2023, 11, 30), Period(months=3), date(2024, 2, 29)),
        (date(2025, 11, 30), Period(months=3), date(2026, 2, 28)),
        (date(2026, 8, 31), Period(months=3), date(2026, 11, 30)),
        (date(2024, 2, 29), Period(years=1), date(2025, 2, 28)),
        (date(2024, 2, 29), Period(years=4), date(2028, 2, 29)),
        (date(2026, 3, 2), Period(months=3), date(2026, 6, 2)),
        (date(2026, 6, 2), Period(days=15), date(2026, 6, 17)),
        (date(2026, 6, 2), Period(days=20), date(2026, 6, 22)),
        (date(2026, 6, 2), Period(months=1), date(2026, 7, 2)),
        (date(2026, 12, 31), Period(months=2), date(2027, 2, 28)),
        (date(2026, 12, 31), Period(days=1), date(2027, 1, 1)),
    ],
)
def test_the_last_day_of_a_period(start: date, period: Period, due: date) -> None:
    assert count(start, period, CN).due == due


def test_the_missing_day_is_named() -> None:
    assert count(date(2024, 11, 30), Period(months=3), CN).absent_day == 30
    assert count(date(2024, 11, 28), Period(months=3), CN).absent_day is None


def test_working_days_skip_holidays_and_count_make_up_days() -> None:
    # Friday 18 September 2026: Sunday the 20th and Saturday 10 October are worked, the 25th and the week of the 1st not.
    counted = count(date(2026, 9, 18), Period(workdays=20), CN)
    assert counted.due == date(2026, 10, 22)
    assert counted.make_up == (date(2026, 9, 20), date(2026, 10, 10))
    assert counted.holidays[0] == date(2026, 9, 25)
    assert not counted.provisional


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2024, 2, 4), True),  # Sunday before the Spring Festival, worked
        (date(2024, 2, 12), False),  # Monday of the festival
        (date(2020, 1, 31), False),  # the festival that was prolonged
        (date(2026, 2, 28), True),  # Saturday, worked
        (date(2026, 3, 1), False),
        (date(2026, 3, 2), True),
        (date(2016, 10, 8), True),
    ],
)
def test_official_calendar(day: date, *, working: bool) -> None:
    assert CN.is_working(day) is working
    assert not CN.is_provisional(day)


def test_all_years_from_2016_to_2026_are_published() -> None:
    assert sorted(CN.years) == list(range(2016, 2027))


def test_a_count_through_an_unpublished_year_is_provisional_and_takes_monday_to_friday() -> None:
    counted = count(date(2026, 12, 30), Period(workdays=5), CN)
    assert counted.due == date(2027, 1, 6)
    assert counted.provisional
    assert not count(date(2026, 12, 1), Period(workdays=5), CN).provisional


def test_an_end_beyond_the_calendar_is_refused() -> None:
    for period in (Period(days=36500), Period(months=1200), Period(years=100), Period(workdays=2500)):
        with pytest.raises(DateOutOfRange) as caught:
            count(date(9999, 1, 1), period, CN)
        assert caught.value.code == "date-out-of-range"
        assert "9999-01-01" in caught.value.text("zh")


@pytest.mark.parametrize("units", [{}, {"months": 1, "days": 1}, {"months": 0}, {"days": -1}, {"weeks": 2}])
def test_a_period_has_exactly_one_unit_and_is_positive(units: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        Period.model_validate(units)


@given(DATES, PERIODS)
def test_the_end_lies_after_the_start(start: date, period: Period) -> None:
    assert count(start, period, CN).due > start


@given(DATES, DATES, PERIODS)
def test_an_earlier_start_never_ends_later(one: date, other: date, period: Period) -> None:
    first, second = sorted((one, other))
    assert count(first, period, CN).due <= count(second, period, CN).due


@given(DATES, st.integers(1, 60), st.integers(1, 60))
def test_chained_months_never_end_later_than_added_months(start: date, first: int, second: int) -> None:
    chained = count(count(start, Period(months=first), CN).due, Period(months=second), CN).due
    added = count(start, Period(months=first + second), CN).due
    assert chained <= added
    assert (added - chained).days <= 3


def test_chaining_is_not_addition() -> None:
    three, six = Period(months=3), Period(months=6)
    assert count(count(date(2024, 11, 30), three, CN).due, three, CN).due == date(2025, 5, 28)
    assert count(date(2024, 11, 30), six, CN).due == date(2025, 5, 30)


@given(DATES, st.integers(1, 120))
def test_months_end_on_the_same_day_number_or_the_last_day(start: date, months: int) -> None:
    counted = count(start, Period(months=months), CN)
    if counted.absent_day is None:
        assert counted.due.day == start.day
    else:
        assert counted.absent_day == start.day
        assert (counted.due + timedelta(days=1)).day == 1
        assert counted.due.day < start.day


@given(DATES, st.integers(1, 120))
def test_a_year_is_twelve_months(start: date, years: int) -> None:
    amount = min(years, 20)
    assert count(start, Period(years=amount), CN).due == count(start, Period(months=12 * amount), CN).due


@given(DATES, st.integers(1, 200))
def test_exactly_so_many_working_days_lie_between(start: date, amount: int) -> None:
    counted = count(start, Period(workdays=amount), CN)
    days = [start + timedelta(days=n) for n in range(1, (counted.due - start).days + 1)]
    assert sum(CN.is_working(day) for day in days) == amount
    assert CN.is_working(counted.due)
    assert counted.provisional == any(day.year not in CN.years for day in days)


@given(DATES)
def test_rolling_moves_to_the_first_working_day(day: date) -> None:
    rolled = roll(day, CN).due
    assert CN.is_working(rolled)
    assert not any(CN.is_working(day + timedelta(days=n)) for n in range((rolled - day).days))
