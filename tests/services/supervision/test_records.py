"""Standing duties: who may say that they were done, and under which rulebook."""

import pytest

from kernel.context import named
from supervision.commands.records import RecordDuty
from supervision.events.record import DutyRecorded
from supervision.handlers.records import record_duty
from supervision.refusals.records import NotInRulebook, NotPartyOfRule, RulebookNeeded
from testkit.given import Given, act

BOOK = "guangxi-2022@1"


def recorded(role: str, rule: str, **parts: str) -> DutyRecorded:
    repo = Given()
    command = RecordDuty(**{"rule_id": rule, "rulebook": BOOK, "what": "召开协作配合联席会议", **parts})
    changes = record_duty(command, act(role, "XCB"), repo)
    repo.apply(changes)
    last = repo.last(DutyRecorded)
    assert isinstance(last, DutyRecorded)
    return last


def test_the_party_of_a_rule_records_that_it_acted() -> None:
    event = recorded("office", "R-59")
    assert (event.rule_id, event.rulebook, event.org, event.recorder_role) == ("R-59", BOOK, named("org", "XCB"), "office")


def test_another_body_cannot_say_so() -> None:
    with pytest.raises(NotPartyOfRule) as refused:
        recorded("handler", "R-59")
    assert refused.value.values["rule"] == "R-59"


def test_a_rule_that_the_rulebook_does_not_have_is_refused() -> None:
    with pytest.raises(NotInRulebook):
        recorded("office", "R-999")


def test_without_case_round_or_rulebook_nobody_knows_which_rule_is_meant() -> None:
    with pytest.raises(RulebookNeeded):
        recorded("office", "R-59", rulebook="")
