"""Somebody leaves the leadership team: gaps open, and the duty moves with the second signature and not before."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from findings.commands import handover as wish
from findings.commands.finding import AssignPersons
from findings.commands.measures import AddMilestone
from findings.events.finding import FindingClosedNotApplicable, FindingReopened
from findings.events.handover import GapEnd, ItemKind
from findings.events.parts import Track
from findings.events.signoff import SignOffRequested
from findings.events.words import PostKind
from findings.handlers import handover as act_on
from findings.handlers import measures as measures_act
from findings.handlers.finding import assign_persons
from findings.model.handover import HandoverState
from findings.queries.handover import (
    GetHandover,
    ListDutyGaps,
    ListHandovers,
    get_handover,
    list_duty_gaps,
    list_handovers,
)
from findings.refusals.case import NotBodyOfCase, NotYourCase
from findings.refusals.handover import (
    GroundNeeded,
    GroundNotForLeaver,
    ItemAddedByHand,
    NotOnTheTeam,
    NotTheIncoming,
    NotTheLeaver,
    WrongHandoverState,
)
from kernel.context import named
from kernel.errors import NotFound

from .conftest import CASE, DISCIPLINE, OFFICE, ORG, ORG_DEPT, SHA, Team


@pytest.fixture
def left(team: Team) -> Team:
    """The member who answered for all six findings has left on day 60; another has come."""
    team.claim("m", 1, 2, 3, 4, 5, 6)
    team.days(60).leave("m", PostKind.MEMBER)
    team.appoint("n", PostKind.MEMBER)
    return team


def prepare(team: Team, name: str = "m", **given: Any) -> None:
    command = wish.PrepareHandover(handover=team.handover(name).id, **given)
    team.do(act_on.prepare_handover, command, team.who("h", "handler"))


def sign(team: Team, signer: str, name: str = "m", role: str = "member", **given: Any) -> None:
    command = wish.SignHandover(handover=team.handover(name).id, **given)
    team.do(act_on.sign_handover, command, team.who(signer, role))


def witness(team: Team, role: str = "discipline", org: str = DISCIPLINE, name: str = "m") -> None:
    command = wish.WitnessHandover(handover=team.handover(name).id)
    team.do(act_on.witness_handover, command, team.who("w", role, org))


def file(team: Team, role: str = "handler", org: str = ORG, name: str = "m") -> None:
    command = wish.FileHandover(handover=team.handover(name).id, file_number="交接〔2026〕1号", document_sha256=SHA)
    team.do(act_on.file_handover, command, team.who("h", role, org))


def gaps(team: Team) -> list[tuple[str, str]]:
    return [(line.number, line.holder) for line in list_duty_gaps(ListDutyGaps(), team.rows, team).gaps]


def members(team: Team) -> set[str]:
    return {team.finding(n).member for n in range(1, 7)}


def test_a26_six_findings_without_anybody_are_held_by_the_principal(left: Team) -> None:
    principal = left.person("a")
    assert gaps(left) == [(f"XC2026-1-CGJ-{n:02d}", principal) for n in range(1, 7)]
    opened = [event.model_dump() for event in left.of("DutyGapOpened")]
    assert [event["finding"] for event in opened] == [left.finding(n).id for n in range(1, 7)]
    assert {event["holder"] for event in opened} == {principal}
    reminder = left.of("HandoverCalled")[-1].model_dump()
    assert (reminder["office"], reminder["org_dept"]) == (named("org", OFFICE), named("org", ORG_DEPT))
    assert (reminder["number"], reminder["left_on"]) == ("XC2026-1/CGJ/2", date(2026, 5, 1))
    assert reminder["due"] == date(2026, 5, 18)  # ten working days, over the holidays and a make-up Saturday
    assert left.handover("m").id == named("handover", "XC2026-1", "CGJ", "2")
    assert members(left) == {left.person("m")}


def test_duty_moves_with_the_second_signature_and_not_before(left: Team) -> None:
    prepare(left)
    sign(left, "m", role="leader")
    assert (members(left), len(gaps(left))) == ({left.person("m")}, 6)
    sign(left, "n")
    assert (members(left), gaps(left)) == ({left.person("n")}, [])
    assert {left.finding(n).handler for n in range(1, 7)} == {left.person("h")}
    assert [event.model_dump()["finding"] for event in left.of("PersonsAssigned")] == [left.finding(n).id for n in range(1, 7)]
    assert {event.model_dump()["end"] for event in left.of("DutyGapClosed")} == {GapEnd.HANDED_OVER}
    witness(left)
    file(left)
    done = left.handover("m")
    assert (done.state, done.incoming, done.witness_body) == ("FILED", left.person("n"), "discipline")
    assert left.of("HandoverFiled")[-1].model_dump()["incoming"] == left.person("n")


def test_the_list_comes_from_the_ledger(team: Team) -> None:
    team.claim("m", 1, 2)
    team.claim("n", 3)
    milestone = AddMilestone(finding=team.finding(2).id, day=date(2026, 5, 20), goal="完成清退")
    team.do(measures_act.add_milestone, milestone, team.who("h", "handler"))
    team.days(60).leave("m", PostKind.MEMBER)
    prepare(team, items=({"kind": "letter", "number": "建议书1", "text": "未回复的建议书"},))
    items = team.handover("m").items
    assert [(item.kind, item.number) for item in items] == [
        (ItemKind.FINDING, "XC2026-1-CGJ-01"),
        (ItemKind.FINDING, "XC2026-1-CGJ-02"),
        (ItemKind.MILESTONE, "XC2026-1-CGJ-02"),
        (ItemKind.LETTER, "建议书1"),
    ]
    assert [item.moves for item in items] == [True, True, True, False]
    with pytest.raises(ItemAddedByHand):
        prepare(team, items=({"kind": "finding", "text": "另一问题"},))


def test_a_new_list_stands_until_somebody_signs(left: Team) -> None:
    prepare(left)
    first = left.handover("m").digest
    prepare(left, incoming=left.person("n"))
    second = left.handover("m")
    assert (second.list_version, second.incoming) == (2, left.person("n"))
    assert second.digest != first
    sign(left, "m")
    with pytest.raises(WrongHandoverState):
        prepare(left)
    assert left.of("HandoverSignedByOutgoing")[-1].model_dump()["digest"] == second.digest


@pytest.mark.parametrize("ground", list(wish.Absence))
def test_the_principal_signs_in_the_leavers_place_with_a_reason(left: Team, ground: wish.Absence) -> None:
    prepare(left)
    with pytest.raises(GroundNeeded):
        sign(left, "a", role="principal")
    with pytest.raises(GroundNeeded):
        sign(left, "a", role="principal", ground=ground, reason=" ")
    with pytest.raises(NotTheLeaver):
        sign(left, "n", ground=ground, reason="代签")
    sign(left, "a", role="principal", ground=ground, reason="无法到场")
    signed = left.of("HandoverSignedByOutgoing")[-1]
    assert (signed.model_dump()["signer"], signed.model_dump()["in_place"]) == (left.person("a"), True)
    assert signed.personal_fields() == {"ground", "reason"}
    assert type(signed).SUBJECT == "leaver"


def test_who_hands_over_gives_no_ground(left: Team) -> None:
    prepare(left)
    with pytest.raises(GroundNotForLeaver):
        sign(left, "m", ground=wish.Absence.REFUSING, reason="不愿签")
    sign(left, "m")
    with pytest.raises(GroundNotForLeaver):
        sign(left, "n", ground=wish.Absence.REFUSING, reason="不愿签")


def test_who_takes_over_is_on_the_team_and_the_one_who_is_named(left: Team) -> None:
    prepare(left)
    sign(left, "m")
    with pytest.raises(NotOnTheTeam):
        sign(left, "x")
    with pytest.raises(NotOnTheTeam):
        sign(left, "m")
    sign(left, "n")


def test_another_than_the_named_one_does_not_take_over(left: Team) -> None:
    prepare(left, incoming=left.person("n"))
    sign(left, "m")
    with pytest.raises(NotTheIncoming):
        sign(left, "a", role="principal")
    assert members(left) == {left.person("m")}


def test_a_principal_hands_over_the_whole_case(team: Team) -> None:
    team.claim("a", 1)
    team.claim("m", 2)
    team.days(60).appoint("b")
    prepare(team, "a")
    found = team.handover("a")
    assert [(item.number[-2:], item.moves) for item in found.items] == [
        ("01", True), ("02", False), ("03", False), ("04", False), ("05", False), ("06", False),
    ]  # fmt: skip
    assert gaps(team) == [("XC2026-1-CGJ-01", team.person("b"))]
    sign(team, "a", "a", role="leader")
    sign(team, "b", "a", role="principal")
    assert (team.finding(1).member, team.finding(2).member) == (team.person("b"), team.person("m"))


def test_who_stays_on_the_team_keeps_the_duty(team: Team) -> None:
    team.claim("m", 1)
    team.days(60).appoint("m", PostKind.PRINCIPAL)
    team.leave("m", PostKind.MEMBER)
    assert [event.model_dump()["leaver"] for event in team.of("HandoverCalled")] == [team.person("a")]
    assert gaps(team) == []


def test_who_answered_for_nothing_has_nothing_to_hand_over(team: Team) -> None:
    team.days(60).leave("m", PostKind.MEMBER)
    assert team.of("HandoverCalled") == []
    team.appoint("k", PostKind.HANDLER)
    team.leave("k", PostKind.HANDLER)
    assert team.of("HandoverCalled") == []


def test_a_finding_given_to_somebody_else_has_no_gap_the_next_day(left: Team) -> None:
    command = AssignPersons(finding=left.finding(1).id, member=left.person("n"), handler=left.person("h"), reason="分工调整")
    left.do(assign_persons, command, left.who("h", "handler"))
    left.days(61)
    assert len(gaps(left)) == 5
    closed = left.of("DutyGapClosed")[-1].model_dump()
    assert (closed["end"], closed["member"], closed["finding"]) == ("reassigned", left.person("n"), left.finding(1).id)
    left.days(62)
    assert len(left.of("DutyGapClosed")) == 1
    prepare(left)
    sign(left, "m")
    sign(left, "n")
    assert len(left.of("HandoverSignedByIncoming")[-1].model_dump()["findings"]) == 5


def settle(team: Team, n: int) -> dict[str, str]:
    about = {"finding": team.finding(n).id, "case": CASE, "org": named("org", ORG)}
    team.record([FindingClosedNotApplicable(**about, ground="law", reason="政策调整", proof=(SHA,))])
    return about


def reopen(team: Team, about: dict[str, str]) -> None:
    team.apply([SignOffRequested(**about, signoff=1, requester=team.person("h"), matrix=(), digest=SHA)], team.now)
    team.record([FindingReopened(**about, signoff=1, count=1, ground="look-back", reason="款项并未退缴")])


def test_what_is_settled_before_the_signature_does_not_move(left: Team) -> None:
    prepare(left)
    sign(left, "m")
    settle(left, 1)
    sign(left, "n")
    assert [event.model_dump()["end"] for event in left.of("DutyGapClosed")] == ["settled"] + ["handed-over"] * 5
    assert left.finding(1).member == left.person("m")


def test_a_settled_finding_that_opens_again_without_anybody_has_a_gap(team: Team) -> None:
    team.claim("m", 1)
    about = settle(team, 1)
    team.days(60).leave("m", PostKind.MEMBER)
    team.days(100)
    reopen(team, about)
    assert gaps(team) == [("XC2026-1-CGJ-01", team.person("a"))]
    called = team.handover("m")
    assert (called.left_on, called.due) == (date(2026, 5, 1), date(2026, 6, 25))


def test_it_joins_the_handover_that_was_called_before(left: Team) -> None:
    about = settle(left, 1)
    left.days(61)
    assert len(gaps(left)) == 5
    reopen(left, about)
    reopen(left, about)
    assert len(gaps(left)) == 6
    assert len(left.of("HandoverCalled")) == 1


def test_the_read_models_say_what_the_handover_says(left: Team) -> None:
    prepare(left)
    line = list_handovers(ListHandovers(state="LIST_PREPARED"), left.rows, left).handovers[0]
    assert (line.number, line.items, line.gaps, line.due) == ("XC2026-1/CGJ/2", 6, 6, date(2026, 5, 18))
    assert list_handovers(ListHandovers(due_before=date(2026, 5, 18)), left.rows, left).handovers == ()
    shown = get_handover(GetHandover(handover=line.handover), left.rows, left)
    assert ([gap.end for gap in shown.gaps], len(shown.items), shown.state) == ([""] * 6, 6, "LIST_PREPARED")
    with pytest.raises(NotFound):
        get_handover(GetHandover(handover="0" * 32), left.rows, left)


def test_organs_and_organisations_that_have_no_part_are_refused(left: Team) -> None:
    stranger = left.who("h", "handler", "JYJ")
    with pytest.raises(NotYourCase):
        left.do(act_on.prepare_handover, wish.PrepareHandover(handover=left.handover("m").id), stranger)
    prepare(left)
    sign(left, "m")
    sign(left, "n")
    with pytest.raises(NotBodyOfCase):
        witness(left, "org_dept", DISCIPLINE)
    witness(left, "org_dept", ORG_DEPT)
    with pytest.raises(NotBodyOfCase):
        file(left, "office", DISCIPLINE)
    with pytest.raises(NotYourCase):
        file(left, "handler", "JYJ")
    file(left, "office", OFFICE)


STEPS: dict[str, Callable[[Team], None]] = {
    "prepare": prepare,
    "sign": lambda team: sign(team, "n" if team.handover("m").state == "SIGNED_BY_OUTGOING" else "m"),
    "witness": witness,
    "file": file,
}
WAY = ("prepare", "sign", "sign", "witness", "file")
ALLOWED = {
    ("CHANGE_RECORDED", "prepare"): "LIST_PREPARED",
    ("LIST_PREPARED", "prepare"): "LIST_PREPARED",
    ("LIST_PREPARED", "sign"): "SIGNED_BY_OUTGOING",
    ("SIGNED_BY_OUTGOING", "sign"): "SIGNED_BY_INCOMING",
    ("SIGNED_BY_INCOMING", "witness"): "WITNESSED",
    ("WITNESSED", "file"): "FILED",
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("state", [state.value for state in HandoverState])
def test_every_step_in_every_state(left: Team, state: str, step: str) -> None:
    for taken in WAY:
        if left.handover("m").state == state:
            break
        STEPS[taken](left)
    assert left.handover("m").state == state
    if reached := ALLOWED.get((state, step)):
        STEPS[step](left)
        assert left.handover("m").state == reached
        return
    before = len(left.events)
    with pytest.raises(WrongHandoverState) as refused:
        STEPS[step](left)
    assert refused.value.code == "handover-state"
    assert state in refused.value.text("zh")
    assert state in refused.value.text("en")
    assert len(left.events) == before


def test_the_tracks_of_claimed_findings_stay(left: Team) -> None:
    prepare(left)
    sign(left, "m")
    sign(left, "n")
    assert {left.finding(n).track for n in range(1, 7)} == {Track.CONCENTRATED}
