"""The way of a lead: two signatures, one channel, one clock for each organ."""

from datetime import date
from typing import Any

import pytest

from kernel.context import named
from kernel.errors import NotFound
from leads import commands as wish
from leads import events as told
from leads import handlers as act_on
from leads import refusals as no
from leads.events import AddresseeKind, StatusClass
from leads.model.authority import Parent, Registered
from leads.model.lead import Lead
from leads.model.record import LeadState
from tests.services.leads.world import CHANNEL, GROUP, JW, LEADER, NUMBER, OFFICE, SJW, UNIT, ZZB, World

CITY = named("org", "SW")
MANAGED = Registered(org=UNIT, parents=(Parent(relation="cadre-management", parent=CITY, since=date(2020, 1, 1)),))
LED = Registered(org=SJW, parents=(Parent(relation="party-leadership", parent=CITY, since=date(2020, 1, 1)),))


def reroute(world: World, to: str = SJW, answers: Any = (MANAGED, LED), **given: Any) -> list[Any]:
    fields = {"lead": world.lead, "unit": UNIT, "addressee": to, "addressee_kind": AddresseeKind.DISCIPLINE}
    return world.do(act_on.reroute_lead, wish.RerouteLead(**fields | given), LEADER, answers=answers)


def extend(world: World, due: date, who: tuple[str, str] = OFFICE) -> list[Any]:
    return world.do(act_on.extend_lead, wish.ExtendLead(lead=world.lead, due=due, reason="取证未完"), who)


def interim(world: World) -> list[Any]:
    return world.do(act_on.reply_interim, wish.ReplyInterim(lead=world.lead, reply="已谈话四人"), CHANNEL)


def test_the_whole_way(world: World) -> None:
    world.bring(LeadState.CLOSED)
    lead = world.found()
    assert (lead.referred_on, lead.due) == (date(2026, 3, 2), date(2026, 6, 2))
    assert (lead.status_class, lead.late, lead.rule_id) == (StatusClass.PRELIMINARY_CHECK, False, "R-62")
    assert lead.giver != lead.receiver


def test_an_organization_department_has_its_own_rule(world: World) -> None:
    world.register(addressee=ZZB, addressee_kind=AddresseeKind.ORG_DEPT)
    world.approve()
    world.sign("lead_channel", "ZZB")
    world.sign(*LEADER)
    assert world.found().rule_id == "R-63"


def test_no_step_but_the_next(world: World) -> None:
    way: list[LeadState] = [state for state in LeadState if state is not LeadState.MISDIRECTED]
    steps: dict[LeadState, Any] = {
        LeadState.APPROVED_FOR_REFERRAL: world.approve,
        LeadState.HANDED_OVER: lambda: world.sign(*LEADER),
        LeadState.ACCEPTED: lambda: world.do(act_on.accept_lead, wish.AcceptLead(lead=world.lead), CHANNEL),
        LeadState.IN_HANDLING: lambda: world.handle(StatusClass.PENDING),
        LeadState.OUTCOME_FED_BACK: world.outcome,
        LeadState.CLOSED: lambda: world.do(act_on.close_lead, wish.CloseLead(lead=world.lead), OFFICE),
    }
    for state in way:
        world.bring(state)
        for target, step in steps.items():
            again = state is target is LeadState.IN_HANDLING  # another class
            if again or way.index(target) == way.index(state) + 1:
                continue
            with pytest.raises((no.WrongLeadState, NotFound)):
                step()
            assert world.found().state is state


def test_handing_over_takes_two_persons(world: World) -> None:
    world.bring(LeadState.APPROVED_FOR_REFERRAL)
    assert [type(event) for event in world.sign(*CHANNEL)] == [told.HandOverSigned]
    with pytest.raises(no.SignedAlready):
        world.sign("lead_channel", "JW", "另一人")
    assert [type(event) for event in world.sign(*LEADER)] == [told.HandOverSigned, told.LeadHandedOver]


def test_one_person_on_both_sides_is_refused(world: World) -> None:
    world.bring(LeadState.APPROVED_FOR_REFERRAL)
    world.sign(*CHANNEL)
    both = world.who(*CHANNEL)
    lead = world.found().model_copy(update={"registrant": both.actor})
    with pytest.raises(no.SameSigner):
        lead.sign(told.Side.GIVING, both)


def test_who_registered_does_not_approve(world: World) -> None:
    world.register()
    registrant = world.who(*LEADER)
    with pytest.raises(no.LeadSelfApproval):
        world.found().approve("领1", registrant)


def test_only_a_leader_of_the_rounds_teams_registers(world: World) -> None:
    with pytest.raises(no.NotTeamLeaderOfRound):
        world.register(who=("team_leader", "XCB", "另一人"))
    with pytest.raises(NotFound):
        world.register(round=named("round", "R9"))


def test_a_lead_does_not_go_to_whom_it_is_about(world: World) -> None:
    with pytest.raises(no.AddresseeIsUnit):
        world.register(addressee=UNIT)
    for organ in ("XCB", "LDXZ"):
        with pytest.raises(no.AddresseeDispatches):
            world.register(addressee=named("org", organ))


def test_reworded_by_its_registrant_until_it_is_approved(world: World) -> None:
    world.register()
    [event] = world.register(summary="更正后的摘要", addressee=ZZB, addressee_kind=AddresseeKind.ORG_DEPT)
    assert isinstance(event, told.LeadReworded)
    assert (world.found().said.summary, world.found().addressee) == ("更正后的摘要", ZZB)
    world.approve()
    with pytest.raises(no.LeadNumberUsed) as refused:
        world.register(summary="再改")
    assert NUMBER not in str(refused.value)


def test_the_clock_starts_anew_at_the_right_organ(world: World) -> None:
    world.bring(LeadState.HANDED_OVER)
    world.day = 40
    world.misdirect()
    [stay] = world.found().stays
    assert (stay.addressee, stay.days, stay.due) == (JW, 40, date(2026, 6, 2))
    assert world.found().due is None
    reroute(world)
    world.sign(*LEADER)
    world.sign("lead_channel", "SJW")
    assert (world.found().referred_on, world.found().due) == (date(2026, 4, 11), date(2026, 7, 11))
    with pytest.raises(NotFound):
        world.do(act_on.accept_lead, wish.AcceptLead(lead=world.lead), CHANNEL)


REFUSED = [
    (JW, (MANAGED, LED), no.SameOrganAgain),
    (SJW, (None, LED), no.NoAuthority),
    (SJW, (Registered(org=UNIT), LED), no.NoAuthority),
    (SJW, (MANAGED, None), no.NotTheAuthority),
    (ZZB, (MANAGED, Registered(org=ZZB)), no.NotTheAuthority),
    (UNIT, (MANAGED, LED), no.AddresseeIsUnit),
]


@pytest.mark.parametrize(("to", "answers", "refusal"), REFUSED)
def test_rerouted_only_where_the_cadre_is_managed(world: World, to: str, answers: Any, refusal: type[Exception]) -> None:
    world.bring(LeadState.HANDED_OVER)
    world.misdirect()
    with pytest.raises(refusal):
        reroute(world, to, answers)


def test_the_authority_itself_may_receive(world: World) -> None:
    world.bring(LeadState.HANDED_OVER)
    world.misdirect()
    [event] = reroute(world, CITY, (MANAGED, None))
    assert event.addressee == CITY


def test_a_relation_holds_on_its_days_only() -> None:
    ended = Parent(relation="cadre-management", parent=JW, since=date(2020, 1, 1), until=date(2026, 1, 1))
    later = Parent(relation="cadre-management", parent=CITY, since=date(2026, 6, 1))
    unit = Registered(org=UNIT, parents=(ended, later))
    assert [unit.parent("cadre-management", date(2026, month, 1)) for month in (3, 6)] == ["", CITY]


def test_more_time_after_an_interim_reply_once_before_the_date(world: World) -> None:
    world.bring(LeadState.ACCEPTED)
    with pytest.raises(no.InterimReplyMissing):
        extend(world, date(2026, 7, 2))
    interim(world)
    with pytest.raises(no.NotLater):
        extend(world, date(2026, 6, 2))
    extend(world, date(2026, 7, 2), GROUP)
    assert (world.found().due, world.found().first_due) == (date(2026, 7, 2), date(2026, 6, 2))
    interim(world)
    with pytest.raises(no.ExtensionsUsedUp):
        extend(world, date(2026, 8, 2))


def test_no_more_time_once_the_date_has_passed(world: World) -> None:
    world.bring(LeadState.ACCEPTED)
    interim(world)
    world.day = 93
    with pytest.raises(no.ExtensionsUsedUp):
        extend(world, date(2026, 8, 2))


@pytest.mark.parametrize(("rulebook", "limit"), [("national-2017@2", True), ("guangxi-2022", False)])
def test_a_late_outcome_is_taken_and_is_late_by_a_limit_only(rulebook: str, limit: bool) -> None:
    world = World(rulebook)
    world.bring(LeadState.IN_HANDLING)
    assert (world.found().overdue(world.today), world.found().target_passed(world.today)) == (False, False)
    world.day = 93
    assert (world.found().overdue(world.today), world.found().target_passed(world.today)) == (limit, not limit)
    event: Any = world.outcome()[0]
    assert (event.late, event.target_passed) == (limit, not limit)
    assert (world.found().overdue(world.today), world.found().target_passed(world.today)) == (False, not limit)


def test_the_date_of_acceptance_does_not_move_the_clock(world: World) -> None:
    world.bring(LeadState.HANDED_OVER)
    world.day = 30
    event: Any = world.do(act_on.accept_lead, wish.AcceptLead(lead=world.lead), CHANNEL)[0]
    assert event.due == date(2026, 6, 2)


def test_what_is_sealed_stays_sealed(world: World) -> None:
    secretary = world.who("lead_channel", "JW", "书记").actor
    world.register(sealed_to=secretary)
    world.approve()
    world.sign(*LEADER)
    with pytest.raises(NotFound):
        world.sign(*CHANNEL)
    world.sign("lead_channel", "JW", "书记")
    command = wish.ReturnMisdirected(lead=world.lead, reason="市管干部")
    world.do(act_on.return_misdirected, command, ("lead_channel", "JW", "书记"))
    with pytest.raises(no.SealMissing):
        reroute(world)
    reroute(world, sealed_to=world.who("lead_channel", "SJW", "市纪委书记").actor)
    assert world.find(Lead, world.lead).said.sealed


def test_no_fact_names_more_than_lead_round_and_organ() -> None:
    for event in told.OfLead.__subclasses__() + told.Content.__subclasses__():
        assert set(event.ref_fields()) <= {"lead", "round", "addressee"}
