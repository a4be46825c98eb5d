"""The ladder: lower steps by the system, higher ones proposed and decided by a person, upwards only."""

from datetime import date, timedelta
from typing import Any

import pytest

from kernel.context import named
from supervision.events.ladder import Ground, LadderProposed, LadderStepTaken
from supervision.events.obligation import ObligationOverdue, TargetPassed
from supervision.handlers.obligations import obligation_day
from supervision.model.ladder import Ladder, about_finding, ladder_id
from supervision.model.obligation import Obligation, obligation_id
from supervision.refusals.ladder import (
    LadderNeverDown,
    LadderNotYours,
    LadderReasonMissing,
    LadderStepAutomatic,
    NothingProposed,
)
from testkit.given import Given, act

CASE, ORG, FINDING = named("case", "2026-1", "CGJ"), named("org", "CGJ"), named("finding", "2026-1-CGJ-01")
BOOK = "guangxi-2022@1"
DUE = date(2026, 6, 2)
ABOUT = about_finding(FINDING, CASE, ORG, BOOK)
SAID: dict[str, Any] = {"reason": "", "document": "", "last_date": None}


def overdue(rule: str, party: str, days: list[int], trigger: date = date(2026, 3, 2)) -> tuple[Given, str]:
    """A duty swept on so many days after its due date."""
    repo, duty = Given(), obligation_id(CASE, rule)
    about: dict[str, Any] = {"case": CASE, "org": ORG, "party": party, "obligor": ORG}
    repo.apply(repo.find(Obligation, duty).open(rule_id=rule, book=BOOK, trigger=trigger, **about))
    for number in days:
        due = repo.find(Obligation, duty).due
        repo.apply(obligation_day(duty, due + timedelta(days=number), act("system", "XCB"), repo))
    return repo, duty


def seen(repo: Given) -> list[tuple[str, int, int]]:
    steps = (event for event in repo.events if isinstance(event, LadderStepTaken | LadderProposed))
    return [("taken" if isinstance(step, LadderStepTaken) else "proposed", step.step, step.days_overdue) for step in steps]


def test_time_alone_takes_the_red_letter_and_proposes_what_a_person_decides() -> None:
    repo, _ = overdue("R-07", "inspected_org", [1, 2, 14, 15, 16, 30, 31])
    assert seen(repo) == [("taken", 2, 1), ("proposed", 3, 15), ("proposed", 4, 30)]
    assert repo.last(LadderStepTaken).reaches == ("inspected_org", "principal")
    assert repo.last(ObligationOverdue).ladder_days == (1, 15, 30)


def test_days_without_a_sweep_are_caught_up_at_once() -> None:
    repo, _ = overdue("R-07", "inspected_org", [40])
    assert seen(repo) == [("taken", 2, 1), ("proposed", 3, 15), ("proposed", 4, 30)]


def test_a_target_is_passed_and_never_pressed() -> None:
    repo, duty = overdue("R-16", "inspected_org", [1, 15, 30])
    assert seen(repo) == []
    assert repo.last(TargetPassed).due == repo.find(Obligation, duty).due
    assert sum(isinstance(event, TargetPassed) for event in repo.events) == 1


def test_what_waits_for_its_verdict_is_not_pressed() -> None:
    repo, duty = overdue("R-07", "inspected_org", [1])
    repo.apply(repo.find(Obligation, duty).submit(date(2026, 6, 4)))
    repo.apply(obligation_day(duty, DUE + timedelta(days=15), act("system", "XCB"), repo))
    assert seen(repo) == [("taken", 2, 1)]


def test_a_missing_return_puts_the_notice_to_a_person_at_once() -> None:
    repo, duty = Given(), obligation_id(CASE, "R-15", "2026-07")
    opened = repo.find(Obligation, duty).open(
        rule_id="R-15", book=BOOK, trigger=date(2026, 7, 1), case=CASE, org=ORG, subject="2026-07", party="inspected_org"
    )
    repo.apply(opened)
    repo.apply(obligation_day(duty, date(2026, 8, 6), act("system", "XCB"), repo))
    assert seen(repo) == [("taken", 2, 1), ("proposed", 3, 0)]
    assert (repo.last(LadderProposed).ground, repo.last(LadderProposed).detail) == (Ground.MISSING_RETURN, "2026-07")


def test_steps_are_skipped_upwards_with_a_reason_and_never_taken_back() -> None:
    repo = Given()
    ladder = ladder_id(FINDING)
    with pytest.raises(LadderReasonMissing):
        repo.find(Ladder, ladder).take(ABOUT, 4, act("discipline", "JW"), **SAID)
    repo.apply(repo.find(Ladder, ladder).take(ABOUT, 4, act("discipline", "JW"), **{**SAID, "reason": "性质严重"}))
    with pytest.raises(LadderNeverDown):
        repo.find(Ladder, ladder).take(ABOUT, 3, act("office", "XCB"), **{**SAID, "reason": "补发"})
    with pytest.raises(LadderStepAutomatic):
        repo.find(Ladder, ladder).take(ABOUT, 2, act("office", "XCB"), **SAID)
    with pytest.raises(LadderNotYours):
        repo.find(Ladder, ladder).take(ABOUT, 5, act("office", "XCB"), **SAID)


def test_the_last_date_of_an_admonition_puts_the_highest_step_to_a_person() -> None:
    repo, ladder = Given(), ladder_id(FINDING)
    said: dict[str, Any] = {"reason": "两次退回", "document": "", "last_date": date(2026, 7, 1)}
    repo.apply(repo.find(Ladder, ladder).take(ABOUT, 4, act("discipline", "JW"), **said))
    assert repo.find(Ladder, ladder).day(date(2026, 7, 1)) == []
    repo.apply(repo.find(Ladder, ladder).day(date(2026, 7, 2)))
    assert (repo.last(LadderProposed).step, repo.last(LadderProposed).ground) == (5, Ground.LAST_DATE_MISSED)
    assert repo.find(Ladder, ladder).day(date(2026, 7, 3)) == []


def test_a_proposal_is_declined_once_by_who_would_decide_it() -> None:
    repo, ladder = Given(), ladder_id(FINDING)
    repo.apply(repo.find(Ladder, ladder).propose(ABOUT, 3, Ground.STAGNANT))
    assert repo.find(Ladder, ladder).propose(ABOUT, 3, Ground.STAGNANT) == []
    with pytest.raises(LadderNotYours):
        repo.find(Ladder, ladder).decline(3, act("discipline", "JW"), "已有进展")
    repo.apply(repo.find(Ladder, ladder).decline(3, act("office", "XCB"), "已有进展"))
    with pytest.raises(NothingProposed):
        repo.find(Ladder, ladder).decline(3, act("office", "XCB"), "再次")


def test_on_what_supervisors_owe_the_leading_group_decides() -> None:
    about = {**ABOUT, "supervisors": True}
    repo, ladder = Given(), ladder_id(FINDING)
    with pytest.raises(LadderNotYours):
        repo.find(Ladder, ladder).take(about, 4, act("discipline", "JW"), **{**SAID, "reason": "督促"})
    assert repo.find(Ladder, ladder).take(about, 4, act("leading_group", "LDXZ"), **{**SAID, "reason": "督促"})
