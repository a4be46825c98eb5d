"""Who knows of a lead and who reads it; to all others there is none, in the same words as for a number never given."""

from datetime import date
from typing import Any

import pytest

from chassis.store.rows import MemoryRows
from kernel.context import named
from kernel.errors import NotFound, Refusal
from leads import commands as wish
from leads import handlers as act_on
from leads import projections
from leads import queries as ask
from leads.events import AddresseeKind, StatusClass
from leads.model.record import LeadState
from leads.model.sight import Viewer
from tests.services.leads.world import CHANNEL, GROUP, LEADER, OFFICE, ROUND, SECRETS, UNIT, World

OUTSIDE = [
    ("handler", "CGJ"),
    ("principal", "CGJ"),
    ("lead_channel", "CGJ"),
    ("lead_channel", "ZZB"),
    ("discipline", "JW"),
    ("office", "QTB"),
    ("leading_group", "QTZ"),
    ("team_leader", "XCB", "另一人"),
    ("team", "XCB"),
    ("admin", "JW"),
    ("auditor", "JW"),
    ("operator", ""),
    ("leader", "XW"),
]
STATES = [state for state in LeadState if state is not LeadState.MISDIRECTED]

# Who reads what a lead says, by state; nobody else, ever.
READERS = {LeadState.REGISTERED: [LEADER], LeadState.APPROVED_FOR_REFERRAL: []}


def rows_of(world: World) -> Any:
    """The read models of everything that happened."""
    rows = MemoryRows()
    for position, event in enumerate(world.events, 1):
        projections.fold(_recorded(event, position), rows)
    return rows


def _recorded(event: Any, position: int) -> Any:
    class Recorded:
        """What a fold looks at."""

    found = Recorded()
    found.event, found.position = event, position  # type: ignore[attr-defined]  # a stand-in for the store's own
    return found


@pytest.mark.parametrize("state", STATES)
def test_content_has_one_kind_of_reader_at_a_time(world: World, state: LeadState) -> None:
    world.bring(state)
    for who in [LEADER, GROUP, OFFICE, CHANNEL, *OUTSIDE]:
        viewer = Viewer.asking(world.asker(*who))
        assert viewer.reads(world.found()) is (who in READERS.get(state, [CHANNEL])), who
        if who in OUTSIDE:
            assert not viewer.knows(world.found())


def test_a_lead_that_was_given_back_is_read_by_nobody(world: World) -> None:
    world.bring(LeadState.HANDED_OVER)
    world.misdirect()
    for who in [LEADER, GROUP, OFFICE, CHANNEL, *OUTSIDE]:
        assert not Viewer.asking(world.asker(*who)).reads(world.found()), who
    assert not Viewer.asking(world.asker(*CHANNEL)).knows(world.found())


def test_a_sealed_lead_is_one_persons(world: World) -> None:
    secretary = ("lead_channel", "JW", "书记")
    world.register(sealed_to=world.who(*secretary).actor)
    world.approve()
    world.sign(*LEADER)
    world.sign(*secretary)
    rows = rows_of(world)
    assert ask.read_lead(ask.ReadLead(lead=world.lead), rows, world, asker=world.asker(*secretary)).sealed
    with pytest.raises(NotFound):
        ask.read_lead(ask.ReadLead(lead=world.lead), rows, world, asker=world.asker(*CHANNEL))
    seen = {
        who: (
            len(ask.list_leads(ask.ListLeads(), rows, world, asker=world.asker(*who)).leads),
            ask.count_leads(ask.CountLeads(), rows, world, asker=world.asker(*who)).total,
        )
        for who in (secretary, CHANNEL, OFFICE)
    }
    assert seen == {secretary: (1, 1), CHANNEL: (0, 0), OFFICE: (1, 1)}


def commands(lead: str) -> list[tuple[Any, Any]]:
    """Every command about a lead that exists, or does not."""
    return [
        (act_on.approve_referral, wish.ApproveReferral(lead=lead, approval="领1")),
        (act_on.sign_hand_over, wish.SignHandOver(lead=lead)),
        (act_on.accept_lead, wish.AcceptLead(lead=lead)),
        (act_on.return_misdirected, wish.ReturnMisdirected(lead=lead, reason="不属")),
        (
            act_on.reroute_lead,
            wish.RerouteLead(lead=lead, unit=UNIT, addressee=named("org", "SJW"), addressee_kind=AddresseeKind.DISCIPLINE),
        ),
        (act_on.set_status, wish.SetStatus(lead=lead, status_class=StatusClass.CLOSED)),
        (act_on.reply_interim, wish.ReplyInterim(lead=lead, reply="在办")),
        (act_on.extend_lead, wish.ExtendLead(lead=lead, due=date(2030, 1, 1), reason="在办")),
        (act_on.feed_back_outcome, wish.FeedBackOutcome(lead=lead, result="不实")),
        (act_on.close_lead, wish.CloseLead(lead=lead)),
    ]


def said(refusal: Refusal, lead: str) -> tuple[Any, ...]:
    """All that a refusal tells, but for the id that was asked for."""
    texts = [refusal.text(lang) + refusal.next_step(lang) for lang in ("zh", "en")]
    return type(refusal), refusal.field, sorted(refusal.values), [text.replace(lead, "…") for text in texts]


@pytest.mark.parametrize("state", STATES)
def test_without_a_duty_the_answer_is_that_of_a_number_never_given(world: World, state: LeadState) -> None:
    unknown = named("lead", "线索2026-99")
    world.bring(state)
    for who in OUTSIDE:
        for (handler, real), (_, invented) in zip(commands(world.lead), commands(unknown), strict=True):
            answers = []
            for command in (real, invented):
                with pytest.raises(NotFound) as refused:
                    world.do(handler, command, who)
                answers.append(said(refused.value, command.lead))
            assert answers[0] == answers[1]
        questions: list[tuple[Any, Any]] = [(ask.GetLead, ask.get_lead), (ask.ReadLead, ask.read_lead)]
        for question, handler in questions:
            answers = []
            for lead in (world.lead, unknown):
                with pytest.raises(NotFound) as refused:
                    handler(question(lead=lead), MemoryRows(), world, asker=world.asker(*who))
                answers.append(said(refused.value, lead))
            assert answers[0] == answers[1]


def test_lists_and_counts_leave_it_out(world: World) -> None:
    world.bring(LeadState.HANDED_OVER)
    world.day = 100
    rows = rows_of(world)
    for who in OUTSIDE:
        asker = world.asker(*who)
        for question in (ask.ListLeads(), ask.ListLeads(number="线索2026-1"), ask.ListLeads(overdue=True)):
            assert ask.list_leads(question, rows, world, asker=asker) == ask.LeadList(leads=(), next="")
        assert ask.count_leads(ask.CountLeads(round=ROUND), rows, world, asker=asker).total == 0
        assert ask.list_referrals(ask.ListReferrals(round=ROUND), rows, world, asker=asker).referrals == ()
    assert ask.list_referrals(ask.ListReferrals(round=ROUND), rows, world, asker=world.asker(*CHANNEL)).referrals == ()
    office = world.asker(*OFFICE)
    [slow] = ask.list_leads(ask.ListLeads(target_passed=True), rows, world, asker=office).leads
    assert (slow.overdue, slow.target_passed, slow.due, slow.state) == (False, True, "2026-06-02", "HANDED_OVER")
    assert ask.list_leads(ask.ListLeads(overdue=True), rows, world, asker=office).leads == ()
    counted = ask.count_leads(ask.CountLeads(), rows, world, asker=office)
    assert (counted.overdue, counted.target_passed) == (0, 1)
    [referral] = ask.list_referrals(ask.ListReferrals(round=ROUND), rows, world, asker=world.asker(*OFFICE)).referrals
    assert {referral.giver, referral.receiver} == {world.who(*LEADER).actor, world.who(*CHANNEL).actor}


def test_a_date_that_is_a_limit_is_overdue_and_no_target() -> None:
    world = World("national-2017@2")
    world.bring(LeadState.HANDED_OVER)
    world.day = 100
    rows, office = rows_of(world), world.asker(*OFFICE)
    [slow] = ask.list_leads(ask.ListLeads(overdue=True), rows, world, asker=office).leads
    assert (slow.overdue, slow.target_passed) == (True, False)
    assert ask.list_leads(ask.ListLeads(target_passed=True), rows, world, asker=office).leads == ()
    counted = ask.count_leads(ask.CountLeads(), rows, world, asker=office)
    assert (counted.overdue, counted.target_passed) == (1, 0)


def test_what_the_office_gets_holds_nothing_of_what_a_lead_says(world: World) -> None:
    world.bring(LeadState.CLOSED)
    rows, office = rows_of(world), world.asker(*OFFICE)
    answers = [
        ask.get_lead(ask.GetLead(lead=world.lead), rows, world, asker=office),
        ask.list_leads(ask.ListLeads(), rows, world, asker=office),
        ask.list_referrals(ask.ListReferrals(round=ROUND), rows, world, asker=office),
        ask.count_leads(ask.CountLeads(), rows, world, asker=office),
    ]
    told = "".join(answer.model_dump_json() for answer in answers)
    for secret in (*SECRETS.values(), UNIT, "ab" * 32, "已诫勉", "纪决", "拟约谈"):
        assert secret not in told
    assert not {"person", "unit", "summary"} & set(ask.LeadLine.model_fields)


def test_reading_is_recorded_even_where_nothing_is_shown(world: World) -> None:
    world.bring(LeadState.REGISTERED)
    rows = rows_of(world)
    for who, expected in ((OFFICE, [world.lead]), (("handler", "CGJ"), [ask.REGISTER])):
        question = ask.ListLeads()
        assert ask.read_some(question, ask.list_leads(question, rows, world, asker=world.asker(*who))) == expected
