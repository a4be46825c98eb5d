"""The clock of a duty when it is stopped, moved, recorded late, or rests on a rule that is gone."""

from datetime import date
from typing import Any

import pytest

from chassis.store import MemoryRows
from kernel.context import named
from kernel.envelope import Recorded
from kernel.messages import Event
from supervision.events.obligation import ObligationMet, ObligationMetLate, ObligationResumed
from supervision.model.duties.verifiers import require_verifier
from supervision.model.obligation import Obligation, State, obligation_id
from supervision.projections.obligations import OBLIGATIONS, obligations
from supervision.queries.obligations import due_obligations, keep_rules_in_use
from supervision.refusals.obligations import (
    AlreadySubmitted,
    NotSuspended,
    NotVerifier,
    ObligationStopped,
    OwnDuty,
    RuleInUse,
)
from testkit.given import MORNING, Given, act

CASE, ORG = named("case", "2026-1", "CGJ"), named("org", "CGJ")
DUTY = obligation_id(CASE, "R-07")
DUE = date(2026, 6, 2)


def opened(rule: str = "R-07", **more: Any) -> Given:
    repo = Given()
    about = {"rule_id": rule, "book": "guangxi-2022@1", "trigger": date(2026, 3, 2), "case": CASE, "org": ORG, **more}
    repo.apply(repo.find(Obligation, DUTY).open(**about))
    return repo


def projected(repo: Given) -> MemoryRows:
    """The read model of everything that happened so far."""
    rows = MemoryRows()
    for number, event in enumerate(repo.events, 1):
        obligations(recorded(event, number), rows)
    return rows


def recorded(event: Event, number: int) -> Recorded[Any]:
    return Recorded(
        event, "a/supervision/1", number, None, event.stream, number, event.TOPIC, MORNING, MORNING, "c", ("a/findings/1:7",),
        (), "0" * 32, "system", "", "", b"",
    )  # fmt: skip


def row(repo: Given) -> dict[str, Any]:
    return projected(repo).get(OBLIGATIONS, DUTY) or {}


def test_days_for_which_the_clock_stood_still_are_added() -> None:
    repo = opened()
    repo.apply(repo.find(Obligation, DUTY).suspend("洪灾", act("office", "XCB", days=10)))
    with pytest.raises(ObligationStopped):
        repo.find(Obligation, DUTY).suspend("再次", act("office", "XCB"))
    assert (row(repo)["state"], list(due_obligations(date(2027, 1, 1), projected(repo)))) == ("SUSPENDED", [])
    assert repo.find(Obligation, DUTY).day(date(2026, 6, 3)) == []
    repo.apply(repo.find(Obligation, DUTY).resume("恢复", act("office", "XCB", days=40)))
    resumed = repo.last(ObligationResumed)
    assert (resumed.days, resumed.former_due, resumed.due) == (30, DUE, date(2026, 7, 2))
    assert (row(repo)["due"], row(repo)["original_due"], row(repo)["next_check"]) == ("2026-07-02", "2026-06-02", "2026-06-12")
    with pytest.raises(NotSuspended):
        repo.find(Obligation, DUTY).resume("再次", act("office", "XCB"))
    with pytest.raises(OwnDuty):
        repo.find(Obligation, DUTY).suspend("自行", act("office", "CGJ"))


def test_an_act_before_the_date_that_is_recorded_after_it_was_in_time() -> None:
    repo = opened()
    repo.apply(repo.find(Obligation, DUTY).day(date(2026, 6, 3)))
    repo.apply(repo.find(Obligation, DUTY).submit(date(2026, 6, 1)))
    repo.apply(repo.find(Obligation, DUTY).accept())
    assert repo.last(ObligationMet).submitted_on == date(2026, 6, 1)


def test_a_date_that_was_missed_stays_missed_after_an_extension() -> None:
    repo = opened()
    repo.apply(repo.find(Obligation, DUTY).day(date(2026, 6, 3)))
    repo.apply(repo.find(Obligation, DUTY).extend(date(2026, 7, 1), "洪灾", act("office", "XCB")))
    assert (repo.find(Obligation, DUTY).state, row(repo)["state"]) == (State.EXTENDED, "EXTENDED")
    repo.apply(repo.find(Obligation, DUTY).meet(date(2026, 6, 20)))
    assert repo.last(ObligationMetLate).days_late == 18


def test_a_receipt_of_one_s_own_moves_the_date_and_takes_back_what_only_the_wrong_count_missed() -> None:
    repo = opened("R-52", party="team", obligor=named("org", "XCB"))
    assert repo.find(Obligation, DUTY).due == date(2026, 3, 17)
    repo.apply(repo.find(Obligation, DUTY).day(date(2026, 3, 18)))
    repo.apply(repo.find(Obligation, DUTY).redate(date(2026, 3, 9), "签收单"))
    duty = repo.find(Obligation, DUTY)
    assert (duty.due, duty.state, row(repo)["missed"]) == (date(2026, 3, 24), State.RUNNING, False)
    repo.apply(duty.meet(date(2026, 3, 24)))
    assert repo.find(Obligation, DUTY).state is State.MET


def test_who_does_not_verify_a_rule_accepts_nothing_under_it() -> None:
    duty = opened("R-34", party="discipline_organ", obligor=named("org", "JW")).find(Obligation, DUTY)
    require_verifier(duty, act("leading_group", "LDXZ"))
    with pytest.raises(NotVerifier):
        require_verifier(duty, act("office", "XCB"))


def test_what_waits_for_its_verdict_is_not_handed_in_twice() -> None:
    repo = opened()
    repo.apply(repo.find(Obligation, DUTY).hand_in(act(), "", "已完成"))
    with pytest.raises(AlreadySubmitted):
        repo.find(Obligation, DUTY).hand_in(act(), "", "再次")


def test_the_read_model_names_what_started_the_clock() -> None:
    assert (row(opened())["trigger"], row(opened())["party"], row(opened())["supervisors"]) == (
        "a/findings/1:7",
        "inspected_org",
        False,
    )


def test_a_rulebook_that_lost_a_rule_in_use_is_named_before_anything_starts() -> None:
    repo = opened()
    rows = projected(repo)
    keep_rules_in_use(rows)
    rows.update(OBLIGATIONS, (DUTY,), rule_id="R-999")
    with pytest.raises(RuleInUse) as refused:
        keep_rules_in_use(rows)
    assert refused.value.values == {"rulebook": "guangxi-2022@1", "rules": "R-999", "count": "1"}
    rows.update(OBLIGATIONS, (DUTY,), rulebook="guangxi-2030@1")
    with pytest.raises(RuleInUse):
        keep_rules_in_use(rows)
    rows.update(OBLIGATIONS, (DUTY,), state="MET")
    keep_rules_in_use(rows)
