"""Obligations: opened by the rulebook, met only when accepted, late for ever, warned and overdue by the sweep."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.context import named
from kernel.messages import facts
from supervision.events.obligation import (
    ObligationMet,
    ObligationMetLate,
    ObligationOpened,
    ObligationOverdue,
    WarningIssued,
)
from supervision.model.days import next_check
from supervision.model.obligation import Obligation, State, obligation_id
from supervision.refusals.obligations import DueNotLater, NothingSubmitted, ObligationEnded, OwnDuty
from testkit.given import ZONE, Given, act

CASE, ORG = named("case", "XS2026-1", "CGJ"), named("org", "CGJ")
BOOK = "guangxi-2022@1"


def opened(trigger: date = date(2026, 3, 2), rule: str = "R-07") -> tuple[Given, str]:
    repo, duty = Given(), obligation_id(CASE, rule)
    repo.apply(repo.find(Obligation, duty).open(case=CASE, org=ORG, rule_id=rule, book=BOOK, trigger=trigger))
    return repo, duty


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 3, 2), date(2026, 6, 2)),
        (date(2024, 11, 30), date(2025, 2, 28)),
        (date(2023, 11, 30), date(2024, 2, 29)),
        (date(2025, 11, 30), date(2026, 2, 28)),
    ],
)
def test_the_rulebook_gives_the_date(received: date, due: date) -> None:
    repo, _ = opened(received)
    event = repo.last(ObligationOpened)
    assert (event.due, event.kind, event.warn_days) == (due, "H", (20, 10, 0))


def test_the_event_rests_on_its_rule() -> None:
    repo = Given()
    changes = repo.find(Obligation, obligation_id(CASE, "R-07")).open(
        case=CASE, org=ORG, rule_id="R-07", book=BOOK, trigger=date(2026, 3, 2)
    )
    (fact,) = facts(changes)
    assert (fact.rule, fact.rulebook) == ("R-07", BOOK)


def test_opening_twice_changes_nothing() -> None:
    repo, duty = opened()
    again = repo.find(Obligation, duty).open(case=CASE, org=ORG, rule_id="R-07", book=BOOK, trigger=date(2026, 4, 1))
    assert again == []


def test_an_upload_alone_meets_nothing() -> None:
    repo, duty = opened()
    repo.apply(repo.find(Obligation, duty).submit(date(2026, 5, 30), "a" * 64))
    assert repo.find(Obligation, duty).state is State.RUNNING


@pytest.mark.parametrize(
    ("on", "event", "state"),
    [
        (date(2026, 6, 2), ObligationMet, State.MET),
        (date(2026, 6, 3), ObligationMetLate, State.MET_LATE),
    ],
)
def test_the_day_of_submission_decides_between_met_and_late(on: date, event: type, state: State) -> None:
    repo, duty = opened()
    repo.apply(repo.find(Obligation, duty).submit(on))
    recorded = repo.apply(repo.find(Obligation, duty).accept())
    assert isinstance(recorded[0], event)
    assert repo.find(Obligation, duty).state is state


def test_sent_back_runs_on_with_its_date_and_becomes_overdue() -> None:
    repo, duty = opened()
    repo.apply(repo.find(Obligation, duty).submit(date(2026, 5, 30)))
    assert repo.find(Obligation, duty).day(date(2026, 6, 3)) == []
    repo.apply(repo.find(Obligation, duty).send_back("figures differ"))
    repo.apply(repo.find(Obligation, duty).day(date(2026, 6, 3)))
    assert repo.last(ObligationOverdue).due == date(2026, 6, 2)
    repo.apply(repo.find(Obligation, duty).submit(date(2026, 6, 4)))
    repo.apply(repo.find(Obligation, duty).accept())
    assert repo.last(ObligationMetLate).days_late == 2


def test_accepting_nothing_is_refused() -> None:
    repo, duty = opened()
    with pytest.raises(NothingSubmitted):
        repo.find(Obligation, duty).accept()


def test_what_has_ended_stays_ended() -> None:
    repo, duty = opened()
    repo.apply(repo.find(Obligation, duty).submit(date(2026, 5, 1)))
    repo.apply(repo.find(Obligation, duty).accept())
    with pytest.raises(ObligationEnded):
        repo.find(Obligation, duty).waive("none", act("office", "XSB"))


def test_nobody_extends_their_own_duty() -> None:
    repo, duty = opened()
    with pytest.raises(OwnDuty):
        repo.find(Obligation, duty).extend(date(2026, 7, 1), "more time", act("office", "CGJ"))
    with pytest.raises(DueNotLater):
        repo.find(Obligation, duty).extend(date(2026, 6, 2), "more time", act("office", "XSB"))


def test_an_extension_keeps_that_the_date_was_missed() -> None:
    repo, duty = opened()
    repo.apply(repo.find(Obligation, duty).day(date(2026, 6, 3)))
    repo.apply(repo.find(Obligation, duty).extend(date(2026, 7, 1), "flood", act("office", "XSB")))
    repo.apply(repo.find(Obligation, duty).submit(date(2026, 6, 20)))
    repo.apply(repo.find(Obligation, duty).accept())
    assert repo.find(Obligation, duty).state is State.MET_LATE


def swept(repo: Given, duty: str, days: list[date]) -> list[tuple[str, int | None]]:
    seen: list[tuple[str, int | None]] = []
    for day in days:
        seen += (
            (type(event).__name__, event.days_left if isinstance(event, WarningIssued) else None)
            for event in repo.apply(repo.find(Obligation, duty).day(day))
        )
    return seen


def test_warnings_come_once_each_then_overdue() -> None:
    repo, duty = opened()
    days = [date(2026, 3, 3) + timedelta(days=n) for n in range(120)]
    assert swept(repo, duty, days) == [
        ("WarningIssued", 20),
        ("WarningIssued", 10),
        ("WarningIssued", 0),
        ("ObligationOverdue", None),
    ]


def test_days_off_are_caught_up_as_if_there_had_been_none() -> None:
    """Each reminder and the miss take effect on their own day, whenever they are recorded."""
    days = [date(2026, 3, 3) + timedelta(days=n) for n in range(120)]

    def found(swept_on: list[date]) -> list[tuple[str, datetime | None]]:
        repo, duty = opened()
        seen: list[tuple[str, datetime | None]] = []
        for day in swept_on:
            changes = repo.find(Obligation, duty).day(day)
            seen += ((type(fact.event).__name__, fact.effective) for fact in facts(changes))
            repo.apply(changes)
        return seen

    assert found([date(2026, 6, 12)]) == found(days)
    assert [moment.date() for _, moment in found(days) if moment] == [
        date(2026, 5, 13),
        date(2026, 5, 23),
        date(2026, 6, 2),
        date(2026, 6, 3),
    ]


def test_what_was_sent_back_is_not_overdue_for_the_days_on_which_it_waited() -> None:
    repo, duty = opened()
    repo.apply(repo.find(Obligation, duty).submit(date(2026, 6, 1), "a" * 64))
    repo.apply(repo.find(Obligation, duty).send_back("不实"), at=datetime(2026, 6, 10, 15, tzinfo=ZONE))
    (overdue,) = facts(repo.find(Obligation, duty).day(date(2026, 6, 11)))
    assert overdue.effective == datetime(2026, 6, 11, tzinfo=ZONE)


@given(offset=st.integers(0, 60))
def test_a_sweep_looks_again_on_the_day_that_brings_something(offset: int) -> None:
    """What the read model says is the next day to look is never later than the first day with a change."""
    repo, duty = opened()
    due, warn_days, warned = date(2026, 6, 2), (20, 10, 0), None
    start = date(2026, 5, 1) + timedelta(days=offset)
    for n in range(90):
        day = start + timedelta(days=n)
        changes = repo.find(Obligation, duty).day(day)
        if changes:
            assert next_check(due, warn_days, warned) <= day
            for event in repo.apply(changes):
                if isinstance(event, WarningIssued):
                    warned = event.days_left
