"""Supervision measures: who takes them, who may only respond; consultations."""

from datetime import date, timedelta
from typing import Any

import pytest

from kernel.context import named
from kernel.errors import NotFound, Refusal
from kernel.messages import facts
from supervision.commands import measures as wish
from supervision.commands.consultations import HoldConsultation
from supervision.events import measures as told
from supervision.events.case import CaseTakenUp
from supervision.events.measures import ActionKind
from supervision.handlers import measures as handle
from supervision.handlers.consultations import hold_consultation
from supervision.model.case import CaseFile, file_id
from supervision.model.measures import ActionLog, State, SupervisionAction, log_id, rule_of
from supervision.refusals.consultations import ConsultationOfOne
from supervision.refusals.measures import (
    ActionState,
    NotAddressed,
    NotOpener,
    NumberUsed,
    RecordedByAddressed,
    ResponseDuePast,
)
from supervision.refusals.organ import NotOrganOfCase
from testkit.given import MORNING, Given, act

CASE, ORG = named("case", "2026-1", "CGJ"), named("org", "CGJ")
BODIES = {"leading_group": "LDXZ", "office": "XCB", "discipline": "JW", "org_dept": "ZZB"}
ROOM, OFFICE, LEADERS = act("discipline", "JW"), act("office", "XCB"), act("leading_group", "LDXZ")
ACTION = named("action", "监约1号")


def county() -> Given:
    repo = Given()
    bodies = {name: named("org", code) for name, code in BODIES.items()}
    taken = CaseTakenUp(file=file_id(CASE), case=CASE, org=ORG, rulebook="guangxi-2022@1", **bodies)
    repo.apply(repo.find(CaseFile, taken.file).take_up(taken))
    return repo


def interview(**parts: Any) -> wish.OpenAction:
    said: dict[str, Any] = {"number": "监约1号", "kind": "interview", "case": CASE, "addressee": ORG, "facts": "三项逾期"}
    return wish.OpenAction(**{**said, **parts})


def test_an_interview_goes_its_way_and_is_counted_in_its_case() -> None:
    repo = county()
    due = date(2026, 3, 12)
    repo.apply(handle.open_action(interview(response_due=due), ROOM, repo))
    repo.apply(handle.perform_action(wish.PerformAction(action=ACTION, place="县纪委"), ROOM, repo))
    found = repo.find(SupervisionAction, ACTION)
    assert (found.state, found.org, found.response_due) == (State.RESPONSE_DUE, ORG, due)
    assert repo.find(ActionLog, log_id(CASE)).of("discipline") == {"interview": 1}
    with pytest.raises(ActionState):  # a response that is due is waited for
        handle.close_action(wish.CloseAction(action=ACTION, result="x"), ROOM, repo)
    late = act("principal", "CGJ", days=11)
    repo.apply(handle.respond_to_action(wish.RespondToAction(action=ACTION, response="立即整改"), late, repo))
    assert repo.last(told.ActionResponded).late
    repo.apply(handle.close_action(wish.CloseAction(action=ACTION, result="已约谈"), ROOM, repo))
    assert repo.find(SupervisionAction, ACTION).state is State.CLOSED


def test_whom_a_measure_addresses_records_nothing_of_it_but_the_response() -> None:
    repo = county()
    person = act("member", "CGJ").actor
    for who, command in (
        (act("leader", "CGJ"), interview(case=None)),  # for the organ addressed
        (ROOM, interview(addressee=named("org", "YLB"), person=ROOM.actor)),  # the person addressed
    ):
        with pytest.raises(RecordedByAddressed):
            handle.open_action(command, who, repo)
    with pytest.raises(NotOrganOfCase):  # the inspected organisation is no organ of its case
        handle.open_action(interview(), act("discipline", "CGJ"), repo)
    repo.apply(handle.open_action(interview(person=person), ROOM, repo))
    with pytest.raises(NotOpener):
        handle.perform_action(wish.PerformAction(action=ACTION), act("org_dept", "ZZB"), repo)
    repo.apply(handle.perform_action(wish.PerformAction(action=ACTION), ROOM, repo))
    with pytest.raises(NotAddressed):
        handle.respond_to_action(wish.RespondToAction(action=ACTION, response="x"), act("principal", "YLB"), repo)


def test_what_the_office_proposes_waits_for_the_leading_group() -> None:
    repo = county()
    repo.apply(handle.open_action(interview(), OFFICE, repo))
    assert repo.find(SupervisionAction, ACTION).state is State.PROPOSED
    with pytest.raises(ActionState):
        handle.perform_action(wish.PerformAction(action=ACTION), OFFICE, repo)
    repo.apply(handle.approve_action(wish.ApproveAction(action=ACTION, approval="领导小组1号"), LEADERS, repo))
    repo.apply(handle.perform_action(wish.PerformAction(action=ACTION), OFFICE, repo))
    assert repo.find(SupervisionAction, ACTION).state is State.PERFORMED
    with pytest.raises(NumberUsed):
        handle.open_action(interview(), ROOM, repo)


def test_a_case_nobody_knows_and_a_response_due_yesterday_are_refused() -> None:
    repo = county()
    with pytest.raises(NotFound):
        handle.open_action(interview(case=named("case", "2026-1", "XXX")), ROOM, repo)
    with pytest.raises(ResponseDuePast):
        handle.open_action(interview(response_due=MORNING.date() - timedelta(days=1)), ROOM, repo)


@pytest.mark.parametrize(
    ("kind", "role", "case", "rule"),
    [
        (ActionKind.INTERVIEW, "discipline", CASE, "R-32"),
        (ActionKind.FIELD_SUPERVISION, "org_dept", CASE, "R-40"),
        (ActionKind.PROMOTION_MEETING, "org_dept", None, "R-112"),
        (ActionKind.INTERVIEW, "leader", CASE, "R-71"),
        (ActionKind.TASK_FORCE, "discipline", CASE, "R-109"),
        (ActionKind.CONCENTRATED_CHECK, "office", CASE, "R-102"),
        (ActionKind.INQUIRY, "office", CASE, "R-154"),
    ],
)
def test_each_measure_rests_on_the_rule_of_its_kind_and_body(kind: ActionKind, role: str, case: str | None, rule: str) -> None:
    assert rule_of(kind, role, case) == rule


def test_an_interview_by_a_principal_leader_rests_on_a_rule_of_its_own() -> None:
    (fact,) = facts(handle.open_action(interview(principal_leader=True), act("leader", "XW"), county()))
    assert fact.rule == "R-70"


def test_a_consultation_takes_two_bodies_and_rests_on_the_rule_of_who_convenes_it() -> None:
    repo = county()
    said: dict[str, Any] = {"number": "会商1号", "matters": ("难点问题",), "conclusions": ("联合督办",), "minutes_sha256": "a" * 64}
    with pytest.raises(ConsultationOfOne):
        hold_consultation(HoldConsultation(bodies=(named("org", "JW"),), **said), ROOM, repo)
    both = HoldConsultation(bodies=(named("org", "JW"), named("org", "ZZB")), cases=(CASE,), **said)
    for who, rule in ((ROOM, "R-35"), (OFFICE, "R-107")):
        (fact,) = facts(hold_consultation(both, who, repo))
        assert fact.rule == rule
    with pytest.raises(Refusal):
        hold_consultation(both, act("discipline", "CGJ"), repo)
