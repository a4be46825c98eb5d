"""The way of a recommendation letter from its draft to its end."""

from datetime import date
from typing import Any

import pytest

from findings.commands import letters as wish
from findings.events import letters as told
from findings.events.letters import Adoption, BasisKind, LetterKind
from findings.events.registers import ReformAction, RuleChange
from findings.events.round import RoundHeard
from findings.events.words import HearingBody
from findings.handlers import letters as act_on
from findings.model.letters import LetterState
from findings.projections.letters import LETTERS
from findings.queries import letters as ask
from findings.refusals import letters as no
from findings.refusals.organisation import OrganisationGone
from findings.refusals.round import NotOrganOfRound
from kernel.context import named
from kernel.errors import NotFound
from kernel.messages import facts

STEPS = list(LetterState)


def test_the_whole_way(world: Any) -> None:
    seen = []
    for step in STEPS:
        world.move(step)
        seen.append(world.found().state)
    assert seen == STEPS
    letter = world.found()
    assert (letter.approval, letter.unit, letter.reply.late, letter.adoption) == ("领1", "法规科", False, Adoption.ADOPTED)
    assert letter.signer == world.who("functional", "JTJ").actor


ILLEGAL = [
    (state, step)
    for state in STEPS
    for step in STEPS
    if step is not LetterState.DRAFT and STEPS.index(step) != STEPS.index(state) + 1
]


@pytest.mark.parametrize(("state", "step"), ILLEGAL)
def test_no_other_step(world: Any, state: LetterState, step: LetterState) -> None:
    world.bring(state)
    before = len(world.events)
    with pytest.raises(no.WrongLetterState) as refused:
        world.move(step)
    assert refused.value.values["state"] == state
    assert world.found().state is state
    assert len(world.events) == before


@pytest.mark.parametrize("state", STEPS[1:])
def test_only_a_draft_is_worded_anew(world: Any, state: LetterState) -> None:
    world.bring(state)
    with pytest.raises(no.LetterNumberUsed):
        world.draft(facts="改写")


def test_the_drafter_words_it_anew(world: Any) -> None:
    world.draft()
    world.draft(facts="改写后的事实")
    assert world.found().said.facts == "改写后的事实"
    assert world.rows.get(LETTERS, world.letter)["state"] == "DRAFT"


def test_a_number_is_used_once(world: Any) -> None:
    world.draft()
    with pytest.raises(no.LetterNumberUsed):
        world.draft(person="另一人")


def test_the_approver_did_not_draft_it(world: Any) -> None:
    drafter = world.who("office", "XCB").actor
    world.draft()
    assert world.found().proposer == drafter
    with pytest.raises(no.LetterSelfApproval):
        world.found().approve("领1", drafter)


def test_the_approval_is_over_what_it_says(world: Any) -> None:
    world.bring(LetterState.APPROVED)
    first = world.found().digest
    other = type(world)()
    other.draft(facts="另一事实")
    other.move(LetterState.APPROVED)
    assert len(first) == 64
    assert other.found().digest != first


# --- who ---------------------------------------------------------------------------------------------------------------


def test_a_team_proposes_about_its_own_organisation(world: Any) -> None:
    world.draft("team", "XCB")
    assert world.found().state is LetterState.DRAFT


@pytest.mark.parametrize("about", [{}, {"case": None, "findings": ()}])
def test_a_stranger_to_the_team_does_not(world: Any, about: dict[str, Any]) -> None:
    with pytest.raises(NotOrganOfRound):
        world.draft("team", "XCB", "他组", **about)


def test_a_team_proposes_about_the_round(world: Any) -> None:
    world.draft("team", "XCB", case=None, findings=(), kind=LetterKind.SUGGESTION)
    assert world.found().kind is LetterKind.SUGGESTION


def test_another_office_does_not_write(world: Any) -> None:
    with pytest.raises(NotOrganOfRound):
        world.draft("office", "ZZB")


FOR_ORGANS = [
    (LetterState.DRAFT, act_on.approve_letter, wish.ApproveLetter, {"approval": "领1"}, "leading_group"),
    (LetterState.APPROVED, act_on.send_letter, wish.SendLetter, {}, "office"),
    (LetterState.REPLIED, act_on.assess_letter, wish.AssessLetter, {"adoption": "adopted"}, "office"),
    (LetterState.IMPLEMENTED, act_on.close_letter, wish.CloseLetter, {}, "office"),
]


@pytest.mark.parametrize(("state", "handler", "command", "given", "role"), FOR_ORGANS)
def test_only_the_organs_of_the_round(world: Any, state: LetterState, handler: Any, command: Any, given: Any, role: str) -> None:
    world.bring(state)
    with pytest.raises(NotOrganOfRound):
        world.do(handler, command(letter=world.letter, **given), role, "RSJ")


FOR_ADDRESSEE = [
    (LetterState.SENT, act_on.receive_letter, wish.ReceiveLetter, {}),
    (LetterState.RECEIVED, act_on.study_letter, wish.StudyLetter, {}),
    (LetterState.UNDER_STUDY, act_on.reply_to_letter, wish.ReplyToLetter, {"adoption": "adopted"}),
    (LetterState.ASSESSED, act_on.implement_letter, wish.ImplementLetter, {"result": "已办"}),
]


@pytest.mark.parametrize(("state", "handler", "command", "given"), FOR_ADDRESSEE)
def test_only_the_addressee(world: Any, state: LetterState, handler: Any, command: Any, given: Any) -> None:
    world.bring(state)
    with pytest.raises(no.NotAddressee):
        world.do(handler, command(letter=world.letter, **given), "functional", "RSJ")


def test_the_successor_of_a_merged_addressee_answers(world: Any) -> None:
    world.bring(LetterState.SENT)
    world.merge("JTJ", "RSJ")
    world.merge("RSJ", "XJTJ")
    with pytest.raises(no.NotAddressee):
        world.do(act_on.receive_letter, wish.ReceiveLetter(letter=world.letter), "functional", "RSJ")
    world.do(act_on.receive_letter, wish.ReceiveLetter(letter=world.letter), "functional", "XJTJ")
    assert world.found().state is LetterState.RECEIVED


# --- what it names -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dispatching", ["XCB", "LDXZ"])
def test_not_to_who_would_judge_its_own_reply(world: Any, dispatching: str) -> None:
    with pytest.raises(no.AddresseeDispatches):
        world.draft(addressee=named("org", dispatching))


def test_the_addressee_is_there(world: Any) -> None:
    with pytest.raises(NotFound):
        world.draft(addressee=named("org", "NIX"))
    world.merge("JTJ", "RSJ")
    with pytest.raises(OrganisationGone):
        world.draft()


def test_the_case_is_of_the_round(world: Any) -> None:
    other = named("case", "R2", "CGJ")
    world.apply([world.opened(other, world.bodies(), "R2")])
    with pytest.raises(no.LetterCaseOfOtherRound):
        world.draft(case=other, findings=())


@pytest.mark.parametrize("case", [True, False])
def test_the_findings_are_of_the_case(world: Any, case: bool) -> None:
    about = {"findings": (named("finding", "R2-RSJ-01"),)} if case else {"case": None}
    with pytest.raises(no.LetterFindingUnknown):
        world.draft(**about)


# --- by when -----------------------------------------------------------------------------------------------------------


def test_the_rulebook_gives_the_date(world: Any) -> None:
    world.bring(LetterState.SENT)
    letter = world.found()
    assert (letter.sent_on, letter.reply_due) == (date(2026, 3, 2), date(2026, 6, 2))
    assert (letter.due_rule, letter.rulebook, letter.inference) == ("R-67", "guangxi-2022@1", True)


def test_without_a_case_the_rulebook_of_the_round(world: Any) -> None:
    world.draft(case=None, findings=())
    world.move(LetterState.APPROVED)
    world.move(LetterState.SENT)
    assert (world.found().rulebook, world.found().reply_due) == ("guangxi-2022@1", date(2026, 6, 2))


def test_a_stated_date_goes_before(world: Any) -> None:
    world.draft(reply_due=date(2026, 4, 1))
    world.move(LetterState.APPROVED)
    world.move(LetterState.SENT)
    assert (world.found().reply_due, world.found().due_rule, world.found().inference) == (date(2026, 4, 1), "", False)


def test_a_stated_date_that_is_over(world: Any) -> None:
    world.draft(reply_due=date(2026, 3, 5))
    world.move(LetterState.APPROVED)
    world.later(4)
    with pytest.raises(no.ReplyDuePast):
        world.move(LetterState.SENT)


def test_signing_late_gains_no_time(world: Any) -> None:
    world.bring(LetterState.SENT)
    world.later(60)
    world.move(LetterState.RECEIVED)
    assert world.found().reply_due == date(2026, 6, 2)


@pytest.mark.parametrize("state", [LetterState.SENT, LetterState.RECEIVED, LetterState.UNDER_STUDY])
def test_no_reply_by_the_date_is_told_once(world: Any, state: LetterState) -> None:
    world.bring(state)
    world.later(92)  # 2026-06-02, the last day
    assert world.sweep() == []
    world.later(1)
    missed = world.sweep()
    assert [type(event) for event in missed] == [told.LetterOverdue]
    assert (missed[0].reply_due, missed[0].state) == (date(2026, 6, 2), state)
    world.later(1)
    assert world.sweep() == []
    assert world.found().state is state


@pytest.mark.parametrize("state", [s for s in STEPS if not s.awaits_reply])
def test_nothing_is_missed_where_no_reply_is_awaited(world: Any, state: LetterState) -> None:
    world.bring(state)
    world.later(400)
    assert world.sweep() == []


@pytest.mark.parametrize(("rulebook", "limit"), [("national-2017@2", True), ("guangxi-2022@1", False)])
def test_a_late_reply_is_taken_and_is_late_by_a_limit_only(world: Any, rulebook: str, limit: bool) -> None:
    world.bring(LetterState.APPROVED)
    world.apply(world.found().send(rulebook, world.now.date()))
    world.move(LetterState.RECEIVED)
    world.move(LetterState.UNDER_STUDY)
    world.later(93)
    (missed,) = world.sweep()
    assert missed.target_passed is not limit
    assert (world.found().overdue, world.found().target_passed) == (limit, not limit)
    assert world.sweep() == []
    world.reply()
    letter, replied = world.found(), world.last(told.LetterReplied)
    assert (letter.state, letter.overdue, letter.target_passed) == (LetterState.REPLIED, limit, not limit)
    assert (replied.late, replied.target_passed) == (limit, not limit) == (letter.reply.late, letter.reply.target_passed)


def heard(world: Any, day: date = date(2026, 2, 20)) -> None:
    """The secretary's meeting heard the report of the round."""
    world.apply([RoundHeard(round=world.round, body=HearingBody.SECRETARY_MEETING, day=day, minutes_sha256="ab" * 32)])


@pytest.mark.parametrize(
    ("kind", "basis", "rule"),
    [
        (LetterKind.RECOMMENDATION, BasisKind.SECRETARY_MEETING, "R-61"),
        (LetterKind.RECOMMENDATION, BasisKind.LEADING_GROUP, "R-60"),
        (LetterKind.SUGGESTION, BasisKind.OTHER, "R-49"),
    ],
)
def test_facts_name_their_rules(world: Any, kind: LetterKind, basis: BasisKind, rule: str) -> None:
    world.draft(kind=kind, basis_kind=basis)
    world.move(LetterState.APPROVED)
    command = wish.SendLetter(letter=world.letter)
    [sent] = facts(act_on.send_letter(command, world.who("office", "XCB"), world))
    assert (sent.rule, sent.rulebook) == (rule, "guangxi-2022@1")


def test_opinions_of_the_secretarys_meeting_are_dated_by_its_record(world: Any) -> None:
    heard(world)
    world.draft(basis_kind=BasisKind.SECRETARY_MEETING, basis_on=None)
    assert world.found().said.basis_on == date(2026, 2, 20)
    with pytest.raises(no.MeetingDayWrong):
        world.draft(basis_kind=BasisKind.SECRETARY_MEETING, basis_on=date(2026, 2, 21))
    world.draft(basis_kind=BasisKind.LEADING_GROUP, basis_on=date(2026, 2, 21))


def test_of_a_round_on_paper_the_letter_says_when_the_meeting_was(world: Any) -> None:
    with pytest.raises(no.MeetingDayMissing):
        world.draft(basis_kind=BasisKind.SECRETARY_MEETING, basis_on=None)
    with pytest.raises(no.MeetingDayWrong):
        world.draft(basis_kind=BasisKind.SECRETARY_MEETING, basis_on=date(2026, 3, 3))
    world.draft(basis_kind=BasisKind.SECRETARY_MEETING)


# --- what is answered --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["", "  "])
def test_not_adopted_needs_a_reason(world: Any, reason: str) -> None:
    world.bring(LetterState.UNDER_STUDY)
    with pytest.raises(no.NotAdoptedReasonMissing) as refused:
        world.reply(Adoption.NOT_ADOPTED, reason=reason)
    assert (refused.value.code, refused.value.field) == ("letter-not-adopted-reason-missing", "reason")
    world.reply(Adoption.NOT_ADOPTED, reason="已有规定")
    with pytest.raises(no.NotAdoptedReasonMissing):
        world.assess(Adoption.NOT_ADOPTED, reason=reason)


def test_what_was_not_adopted_is_closed_and_not_implemented(world: Any) -> None:
    world.bring(LetterState.ASSESSED, Adoption.NOT_ADOPTED)
    with pytest.raises(no.WrongLetterState):
        world.move(LetterState.IMPLEMENTED)
    world.move(LetterState.CLOSED)
    assert world.found().state is LetterState.CLOSED


def test_the_judgement_may_differ_from_the_reply(world: Any) -> None:
    world.bring(LetterState.REPLIED)
    world.assess(Adoption.PARTLY, reason="清查未开展")
    assert (world.found().reply.adoption, world.found().adoption) == (Adoption.ADOPTED, Adoption.PARTLY)


@pytest.mark.parametrize("day", [date(2026, 3, 1), date(2026, 3, 3)])
def test_done_after_it_was_asked_and_not_before_it_is(world: Any, day: date) -> None:
    world.bring(LetterState.ASSESSED)
    done = wish.ImplementLetter(letter=world.letter, result="已办", implemented_on=day)
    with pytest.raises(no.ImplementedTooEarly):
        world.do(act_on.implement_letter, done, "functional", "JTJ")


# --- what is seen ------------------------------------------------------------------------------------------------------


def test_one_letter(world: Any) -> None:
    world.bring(LetterState.UNDER_STUDY)
    changes = (RuleChange(action=ReformAction.AMEND, title="公务用车办法"),)
    world.reply(Adoption.PARTLY, reason="部分已有规定", actions=("修订",), rule_changes=changes)
    answer = world.ask(ask.get_letter, ask.GetLetter(letter=world.letter))
    assert (answer.number, answer.state, answer.adoption) == ("巡建〔2026〕3号", "REPLIED", "")
    assert answer.suggestions == ("修订公务用车办法", "开展清查")
    assert answer.contact == "办公室主任甲 0771-0000000"
    assert answer.reply.rule_changes == changes
    assert answer.findings == tuple(world.findings)
    assert answer.implementation is None
    assert answer.why_zh.startswith("自发出之日起算")
    assert "R-67" in answer.why_zh
    assert "2026-06-02" in answer.why_en
    assert ask.of_letter(ask.GetLetter(letter=world.letter), world) == [world.letter]


def test_a_draft_is_seen(world: Any) -> None:
    world.draft()
    answer = world.ask(ask.get_letter, ask.GetLetter(letter=world.letter))
    assert (answer.state, answer.reply_due, answer.why_zh, answer.reply) == ("DRAFT", None, "", None)


def test_read_models_hold_no_contact(world: Any) -> None:
    world.draft()
    assert "甲" not in str(world.rows.get(LETTERS, world.letter))
    assert told.LetterDrafted.personal_fields() == {"contact"}


def test_letters_in_order(world: Any) -> None:
    world.bring(LetterState.SENT)
    world.draft(number="A2", addressee=named("org", "RSJ"), kind=LetterKind.SUGGESTION, case=None, findings=())

    def numbers(**asked: Any) -> list[str]:
        return [line.number for line in world.ask(ask.list_letters, ask.ListLetters(**asked)).letters]

    assert numbers() == ["A2", "巡建〔2026〕3号"]
    assert numbers(addressee=named("org", "RSJ")) == ["A2"]
    assert numbers(kind="suggestion") == ["A2"]
    assert numbers(case=world.case) == ["巡建〔2026〕3号"]
    assert numbers(state="DRAFT") == ["A2"]
    assert numbers(unanswered=True) == ["巡建〔2026〕3号"]
    assert numbers(overdue=True) == []
    assert numbers(after="A2") == ["巡建〔2026〕3号"]
    assert numbers(limit=1) == ["A2"]
    world.later(93)
    world.sweep()
    assert numbers(overdue=True) == []
    assert numbers(target_passed=True) == ["巡建〔2026〕3号"]


RECEIVE = ("handler", "member", "principal", "functional", "org_dept", "publicity")


@pytest.mark.parametrize("role", RECEIVE)
def test_a_letter_is_for_its_addressee_once_it_was_sent(world: Any, role: str) -> None:
    def shown(org: str) -> int:
        return len(world.ask(ask.list_letters, ask.ListLetters(), role, org).letters)

    def seen(org: str) -> bool:
        try:
            return bool(world.ask(ask.get_letter, ask.GetLetter(letter=world.letter), role, org).number)
        except NotFound:
            return False

    world.bring(LetterState.APPROVED)
    assert [(seen(org), shown(org)) for org in ("JTJ", "CGJ")] == [(False, 0), (False, 0)]
    world.move(LetterState.SENT)
    assert [(seen(org), shown(org)) for org in ("JTJ", "CGJ")] == [(True, 1), (False, 0)]
    world.merge("JTJ", "XJTJ")
    assert (seen("XJTJ"), shown("XJTJ")) == (True, 1)


@pytest.mark.parametrize("role", ["team", "office", "leading_group", "discipline", "leader", "auditor"])
def test_the_inspection_side_sees_drafts(world: Any, role: str) -> None:
    world.draft()
    assert world.ask(ask.get_letter, ask.GetLetter(letter=world.letter), role, "JW").state == "DRAFT"
    assert len(world.ask(ask.list_letters, ask.ListLetters(), role, "JW").letters) == 1
