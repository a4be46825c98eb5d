"""Registers of results: what counts, what no longer counts, and what it adds up to."""

from datetime import date
from typing import Any

import pytest

from findings.commands import registers as wish
from findings.events import registers as told
from findings.events.registers import PeopleCorrection
from findings.handlers import registers as act_on
from findings.model.registers import EntryState, Register, RegisterKind
from findings.queries import registers as ask
from findings.refusals import registers as no
from findings.refusals.case import NotBodyOfCase, NotYourCase
from kernel.context import named
from kernel.errors import NotFound
from kernel.messages import facts

SHA = "%064x"


def reform(
    world: Any, action: str = "adopt", title: str = "公务用车办法", who: tuple[str, str] = ("handler", "CGJ"), **given: Any
) -> Any:
    command = wish.RecordReform(**{"case": world.case, "action": action, "title": title, "document_sha256": SHA % 1} | given)
    [event] = world.do(act_on.record_reform, command, *who)
    return event


def money(world: Any, fen: int, kind: str = "refunded", who: tuple[str, str] = ("handler", "CGJ"), **given: Any) -> Any:
    command = wish.RecordMoney(**{"case": world.case, "fen": fen, "kind": kind, "evidence_sha256": SHA % 2} | given)
    [event] = world.do(act_on.record_money, command, *who)
    return event


def people(world: Any, count: int, measure: str = "talk", who: tuple[str, str] = ("handler", "CGJ"), **given: Any) -> Any:
    [event] = world.do(
        act_on.record_people, wish.RecordPeople(**{"case": world.case, "people": count, "measure": measure} | given), *who
    )
    return event


RECORD = [
    (RegisterKind.REFORM, reform, ()),
    (RegisterKind.MONEY, money, (500,)),
    (RegisterKind.PEOPLE, people, (3,)),
]
WITHDRAW = {
    RegisterKind.REFORM: (act_on.withdraw_reform, wish.WithdrawReform, "重复"),
    RegisterKind.MONEY: (act_on.withdraw_money, wish.WithdrawMoney, "金额有误"),
    RegisterKind.PEOPLE: (act_on.withdraw_people, wish.WithdrawPeople, PeopleCorrection.COUNTED_TWICE),
}


def withdraw(world: Any, kind: RegisterKind, entry: int = 1, who: tuple[str, str] = ("handler", "CGJ")) -> Any:
    handler, command, reason = WITHDRAW[kind]
    [event] = world.do(handler, command(case=world.case, entry=entry, reason=reason), *who)
    return event


@pytest.mark.parametrize(("kind", "record", "given"), RECORD)
def test_recorded_then_withdrawn_then_recorded_anew(world: Any, kind: RegisterKind, record: Any, given: Any) -> None:
    def states() -> list[EntryState]:
        return [entry.state for entry in world.find(Register, kind.of(world.case)).entries]

    record(world, *given, finding=world.findings[0])
    assert states() == [EntryState.RECORDED]
    assert withdraw(world, kind).finding == world.findings[0]
    assert states() == [EntryState.WITHDRAWN]
    assert record(world, *given, finding=world.findings[0]).entry == 2
    assert states() == [EntryState.WITHDRAWN, EntryState.RECORDED]


@pytest.mark.parametrize(("kind", "record", "given"), RECORD)
def test_withdrawn_once_and_only_what_is_there(world: Any, kind: RegisterKind, record: Any, given: Any) -> None:
    for unknown in (0, 1):
        with pytest.raises(no.NoSuchEntry):
            withdraw(world, kind, unknown)
    record(world, *given)
    withdraw(world, kind)
    with pytest.raises(no.WithdrawnAlready):
        withdraw(world, kind)


@pytest.mark.parametrize(("kind", "record", "given"), RECORD)
def test_the_same_is_not_counted_twice(world: Any, kind: RegisterKind, record: Any, given: Any) -> None:
    record(world, *given)
    with pytest.raises(no.RecordedAlready) as refused:
        record(world, *given)
    assert refused.value.values["entry"] == "1"
    record(world, *given, finding=world.findings[1])
    record(world, *given, day=date(2026, 3, 1))
    assert len(world.find(Register, kind.of(world.case)).entries) == 3


@pytest.mark.parametrize(("kind", "record", "given"), RECORD)
def test_what_is_refused(world: Any, kind: RegisterKind, record: Any, given: Any) -> None:
    with pytest.raises(no.FindingOfOtherCase):
        record(world, *given, finding=named("finding", "R2-RSJ-01"))
    with pytest.raises(no.ResultNotYet):
        record(world, *given, day=date(2026, 3, 3))
    with pytest.raises(NotFound):
        record(world, *given, case=named("case", "R9", "CGJ"))
    with pytest.raises(NotYourCase):
        record(world, *given, who=("handler", "RSJ"))
    with pytest.raises(NotBodyOfCase):
        record(world, *given, who=("functional", "JTJ"))
    assert not world.find(Register, kind.of(world.case)).exists


@pytest.mark.parametrize("record", [money, people])
@pytest.mark.parametrize("amount", [0, -1])
def test_nothing_and_less_do_not_count(world: Any, record: Any, amount: int) -> None:
    with pytest.raises(no.NothingToCount):
        record(world, amount)


def test_supervisors_count_people_and_no_money(world: Any) -> None:
    people(world, 2, "party-discipline", who=("discipline", "JW"))
    people(world, 1, "post-adjustment", who=("org_dept", "ZZB"))
    with pytest.raises(NotBodyOfCase):
        money(world, 1, who=("discipline", "JW"))


@pytest.mark.parametrize(("kind", "record", "given"), RECORD)
def test_the_discipline_organ_and_the_office_correct(world: Any, kind: RegisterKind, record: Any, given: Any) -> None:
    record(world, *given)
    with pytest.raises(NotBodyOfCase):
        withdraw(world, kind, who=("discipline", "RSJ"))
    withdraw(world, kind, who=("discipline", "JW"))
    record(world, *given)
    withdraw(world, kind, 2, who=("office", "XCB"))


def test_a_reform_rests_on_its_rule(world: Any) -> None:
    command = wish.RecordReform(case=world.case, action="abolish", title="旧办法", document_sha256=SHA % 1)
    [fact] = facts(act_on.record_reform(command, world.who("member", "CGJ"), world))
    assert (fact.rule, fact.rulebook) == ("R-139", "guangxi-2022@1")


def test_no_field_of_people_holds_words() -> None:
    texts = {
        name
        for event in (told.PeopleRecorded, told.PeopleWithdrawn)
        for name, f in event.model_fields.items()
        if f.annotation is str
    }
    assert texts <= {"results", "case", "org"}


# --- what it adds up to ------------------------------------------------------------------------------------------------


def test_sums_of_the_case_and_of_each_finding(world: Any) -> None:
    one, two = world.findings
    reform(world, "abolish", "旧办法", finding=one)
    reform(world, "adopt", "新办法", finding=one)
    reform(world, "adopt", "财务办法")
    money(world, 10_000, finding=one)
    money(world, 250, "collected", finding=two)
    money(world, 7, "avoided")
    people(world, 3, finding=two)
    people(world, 1, "admonition")
    money(world, 99_999, finding=two)
    withdraw(world, RegisterKind.MONEY, 4)

    found = world.ask(ask.get_results, ask.GetResults(case=world.case))
    assert (found.number, found.reforms, found.fen, found.people) == ("R1/CGJ", 3, 10_257, 4)
    by_kind = {(s.register_name, s.what): (s.entries, s.amount) for s in found.sums}
    assert by_kind == {
        ("reform", "abolish"): (1, 1),
        ("reform", "adopt"): (2, 2),
        ("money", "refunded"): (1, 10_000),
        ("money", "collected"): (1, 250),
        ("money", "avoided"): (1, 7),
        ("people", "talk"): (1, 3),
        ("people", "admonition"): (1, 1),
    }
    assert [(f.number, f.reforms, f.fen, f.people) for f in found.findings] == [
        ("R1-CGJ-01", 2, 10_000, 0),
        ("R1-CGJ-02", 0, 250, 3),
    ]


def test_a_case_without_results(world: Any) -> None:
    found = world.ask(ask.get_results, ask.GetResults(case=world.case))
    assert (found.reforms, found.fen, found.people, found.sums, found.findings) == (0, 0, 0, (), ())
    with pytest.raises(NotFound):
        world.ask(ask.get_results, ask.GetResults(case=named("case", "R9", "CGJ")))


def test_the_registers_suffice_as_of_a_date(world: Any) -> None:
    reform(world)
    ids = ask.of_results(ask.GetResults(case=world.case), world)
    assert set(ids) >= {world.case, world.last(told.ReformRecorded).results}


def test_entries_in_order(world: Any) -> None:
    reform(world, "amend", finding=world.findings[0])
    money(world, 500)
    people(world, 2)
    reforms = world.ask(ask.list_reforms, ask.ListReforms(case=world.case)).reforms
    assert [(r.entry, r.action, r.title, r.document_sha256, r.state) for r in reforms] == [
        (1, "amend", "公务用车办法", SHA % 1, "RECORDED")
    ]
    [came] = world.ask(ask.list_money, ask.ListMoney(org=named("org", "CGJ"))).money
    assert (came.kind, came.fen, came.day, came.finding) == ("refunded", 500, date(2026, 3, 2), "")
    [dealt] = world.ask(ask.list_people, ask.ListPeople()).people
    assert (dealt.measure, dealt.people, dealt.evidence_sha256) == ("talk", 2, "")
    assert world.ask(ask.list_reforms, ask.ListReforms(finding=world.findings[1])).reforms == ()


def test_withdrawn_entries_only_when_asked_for(world: Any) -> None:
    people(world, 2)
    withdraw(world, RegisterKind.PEOPLE)
    assert world.ask(ask.list_people, ask.ListPeople(case=world.case)).people == ()
    [gone] = world.ask(ask.list_people, ask.ListPeople(case=world.case, withdrawn=True)).people
    assert (gone.state, gone.reason) == ("WITHDRAWN", "counted-twice")
