"""Importing: a delivered ledger opens its case, a returned one proposes amendments, and nothing passes a gate."""

from datetime import date
from typing import Any

import pytest

from findings.commands import signoff as signoff_wish
from findings.events.amendments import AmendmentProposed
from findings.events.case import CaseOpened
from findings.events.feedback import FeedbackDelivered, FeedbackReceived
from findings.events.finding import FindingDetailed, FindingRegistered
from findings.events.ledger import LedgerImported
from findings.events.organisation import PersonAppointed
from findings.events.parts import State, Track
from findings.events.words import PostKind
from findings.handlers import signoff as signoff_act
from findings.model.organisation import Organisation
from findings.model.person import Person
from findings.model.round import Round
from findings.refusals.finding import WrongState
from findings.refusals.ledger import ImporterNotEntitled
from kernel.context import named
from kernel.errors import Refusal
from kernel.messages import facts
from testkit.given import act

HEADERS = [
    "序号",
    "问题编号",
    "问题类别",
    "反馈问题",
    "整改措施",
    "整改类型",
    "责任领导",
    "完成时限",
    "销号标准",
    "完成状态",
    "备注",
]


def rows(*numbers: str, edit: dict[int, dict[int, Any]] | None = None) -> list[list[Any]]:
    lines: list[list[Any]] = [
        [n, number, "党的建设", f"问题{n}", "1. 甲\n2. 乙", "集中整改", "班子成员甲", "2026-05-31", "1. 制度印发", "未启动", ""]
        for n, number in enumerate(numbers, 1)
    ]
    for row, cells in (edit or {}).items():
        for column, value in cells.items():
            lines[row][column] = value
    return lines


NAMELESS = ["", "", ""]


class TestFresh:
    def test_the_case_opens_on_the_dates_of_the_paper(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS), {"签收日期": "2026-03-02", "反馈日期": "2026-02-27"}))
        opened = record.last(CaseOpened)
        assert (opened.feedback_date, opened.receipt_date, opened.phase_end) == (
            date(2026, 2, 27),
            date(2026, 3, 2),
            date(2026, 6, 2),
        )
        assert record.last(FeedbackReceived).received_on == date(2026, 3, 2)
        assert len(record.last(FeedbackReceived).receipt_sha256) == 64
        assert opened.number == "R1/CZJ"
        assert [f.number for f in record.case().findings.values()] == ["R1-CZJ-01", "R1-CZJ-02", "R1-CZJ-03"]

    def test_facts_take_effect_on_their_own_days(self, record: Any, make: Any) -> None:
        from findings.commands.ledger import ImportLedger
        from findings.handlers.ledger import import_ledger
        from findings.wire.workbook import read_workbook

        content = make(HEADERS, rows(*NAMELESS), {"反馈日期": "2026-02-27"})
        command = ImportLedger(delivered=read_workbook(content, ""), enter=True)
        changes = list(facts(import_ledger(command, act("office", "XCB"), record)))
        days = {type(f.event): f.effective.date() for f in changes if f.effective is not None}
        assert days[FeedbackDelivered] == date(2026, 2, 27)
        assert days[CaseOpened] == days[FindingRegistered] == date(2026, 3, 2)
        assert ImportLedger.HISTORICAL

    def test_what_the_file_says_of_the_plan_is_kept_and_passes_no_gate(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS, edit={0: {9: "已销号"}})))
        found = record.finding("R1-CZJ-01")
        assert found.state is State.REGISTERED
        assert found.track is Track.CONCENTRATED
        assert found.planned_measures == ("甲", "乙")
        assert [criterion.text for criterion in found.criteria] == ["制度印发"]
        assert (found.member_name, found.due, found.first_due) == ("班子成员甲", date(2026, 5, 31), date(2026, 6, 2))
        request = signoff_wish.RequestSignOff(finding=found.id)
        with pytest.raises(WrongState):
            signoff_act.request_signoff(request, act("handler", "CZJ"), record)
        assert isinstance(record.last(FindingDetailed), FindingDetailed)

    def test_register_enters_round_organisation_and_principal(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS)))
        org = record.find(Organisation, named("org", "CZJ"))
        assert (org.code, org.names[-1].name, org.level) == ("CZJ", "县财政局党组", "county")
        post = org.principal(date(2026, 3, 2), 30)
        assert record.find(Person, post.person).name == "主要负责人甲"
        inspected = record.find(Round, named("round", "R1"))
        assert inspected.rulebook == "guangxi-2022@1"
        assert inspected.organs.office == named("org", "XCB")
        assert inspected.organs.discipline == named("org", "DISCIPLINE")
        assert record.find(Organisation, named("org", "DISCIPLINE")).exists

    def test_organs_can_be_named(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS)), discipline=named("org", "JW"))
        assert record.find(Round, named("round", "R1")).organs.discipline == named("org", "JW")

    def test_a_second_organisation_joins_the_round(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS)))
        record.bring(make(HEADERS, rows(""), {"被巡视党组织": "县教育局党组（JYJ）", "主要负责人": "主要负责人乙"}))
        assert set(record.find(Round, named("round", "R1")).orgs) == {named("org", "CZJ"), named("org", "JYJ")}

    def test_given_numbers_are_kept_and_skipped(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows("R1-CZJ-02", "", "A-7", "")))
        numbers = [record.find(type(record.finding("x")), f).number for f in record.case().findings]
        assert numbers == ["R1-CZJ-02", "R1-CZJ-01", "A-7", "R1-CZJ-03"]

    def test_special_checks_by_their_names(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(""), {"专项检查": "选人用人、意识形态"}))
        assert record.last(CaseOpened).special_checks == ("personnel_selection", "ideology")

    def test_a_principal_on_record_signs(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows("")))
        before = [e for e in record.events if isinstance(e, PersonAppointed)]
        record.bring(make(HEADERS, rows(""), {"轮次": "R2"}))
        assert [e for e in record.events if isinstance(e, PersonAppointed)] == before

    def test_without_register_an_existing_register_is_enough(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows("")))
        record.bring(make(HEADERS, rows(""), {"被巡视党组织": "县教育局党组（JYJ）", "主要负责人": "主要负责人乙"}))
        record.bring(make(HEADERS, rows(""), {"轮次": "R2", "被巡视党组织": "CZJ"}))
        with pytest.raises(Refusal) as refused:
            record.bring(make(HEADERS, rows("", ""), {"轮次": "R3"}), register=False)
        assert refused.value.code == "ledger-round-unknown"


class TestRefused:
    @pytest.mark.parametrize(
        ("info", "code"),
        [
            ({"轮次": None}, "ledger-info-missing"),
            ({"反馈日期": None}, "ledger-info-missing"),
            ({"签收日期": ""}, "ledger-info-missing"),
            ({"主要负责人": None}, "ledger-info-missing"),
            ({"签收日期": "2026-03-01"}, "ledger-receipt-before-feedback"),
            ({"反馈日期": "2026-02-30"}, "ledger-date-does-not-exist"),
            ({"签收日期": "2027-03-02"}, "ledger-date-in-future"),
            ({"层级": "银河"}, "ledger-level-unknown"),
            ({"专项检查": "天气检查"}, "ledger-check-unknown"),
            ({"管理办法": "某某办法"}, "ledger-rulebook-unknown"),
        ],
    )
    def test_the_sheet_of_the_feedback(self, record: Any, make: Any, info: dict[str, Any], code: str) -> None:
        content = make(HEADERS, rows(""), info)
        with pytest.raises(Refusal) as refused:
            record.bring(content)
        assert refused.value.code == code
        assert refused.value.next_step("zh")
        assert record.events == []
        checked = record.check(content)
        assert not checked.ok
        assert code in [fault.code for fault in checked.faults]

    @pytest.mark.parametrize(("missing", "code"), [("round", "ledger-round-unknown"), ("org", "ledger-org-unknown")])
    def test_what_the_register_lacks_is_named_with_the_next_step(self, record: Any, make: Any, missing: str, code: str) -> None:
        if missing == "org":
            record.bring(make(HEADERS, rows("")))
        content = make(HEADERS, rows(""), {"被巡视党组织": "县教育局党组（JYJ）"} if missing == "org" else {})
        with pytest.raises(Refusal) as refused:
            record.bring(content, register=False)
        assert refused.value.code == code
        assert "register" in refused.value.next_step("en")

    def test_an_organisation_outside_the_round(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows("")))
        record.bring(make(HEADERS, rows(""), {"轮次": "R2", "被巡视党组织": "县教育局党组（JYJ）", "主要负责人": "乙"}))
        with pytest.raises(Refusal) as refused:
            record.bring(make(HEADERS, rows(""), {"轮次": "R2"}), register=False)
        assert refused.value.code == "ledger-org-not-in-round"

    def test_another_name_than_the_serving_principals(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows("")))
        with pytest.raises(Refusal) as refused:
            record.bring(make(HEADERS, rows(""), {"轮次": "R2", "主要负责人": "主要负责人乙"}))
        assert refused.value.code == "ledger-principal-unknown"
        assert "主要负责人乙" not in str(refused.value.values)

    @pytest.mark.parametrize(
        ("numbers", "edit", "code"),
        [
            (("A-1", "A-1"), {}, "ledger-number-twice"),
            (("", ""), {1: {3: " 问 题1"}}, "ledger-row-twice"),
            (("", ""), {1: {7: "2026-02-30"}}, "ledger-date-does-not-exist"),
            (("", ""), {1: {3: ""}}, "ledger-wording-missing"),
        ],
    )
    def test_rows(self, record: Any, make: Any, numbers: tuple[str, ...], edit: dict[int, dict[int, Any]], code: str) -> None:
        content = make(HEADERS, rows(*numbers, edit=edit))
        with pytest.raises(Refusal) as refused:
            record.bring(content)
        assert refused.value.code == code
        assert refused.value.values["row"] == "3"
        assert record.events == []

    def test_every_fault_is_listed_at_once(self, record: Any, make: Any) -> None:
        content = make(HEADERS, rows("", "", "", edit={0: {7: "x"}, 1: {5: "y"}, 2: {3: ""}}))
        with pytest.raises(Refusal) as refused:
            record.bring(content)
        assert refused.value.values["count"] == "3"
        assert refused.value.values["faults"].count("[ledger-") == 3
        assert [(f.row, f.column) for f in record.check(content).faults] == [(2, "完成时限"), (3, "整改类型"), (4, "反馈问题")]

    def test_a_number_of_another_case(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows("A-1")))
        with pytest.raises(Refusal) as refused:
            record.bring(make(HEADERS, rows("A-1"), {"轮次": "R2"}))
        assert refused.value.code == "ledger-number-used"

    def test_only_the_office_brings_new_feedback(self, record: Any, make: Any) -> None:
        with pytest.raises(ImporterNotEntitled):
            record.bring(make(HEADERS, rows("")), role="handler", org="CZJ")
        record.bring(make(HEADERS, rows("")))
        with pytest.raises(ImporterNotEntitled):
            record.bring(make(HEADERS, rows(""), {"被巡视党组织": "县教育局党组（JYJ）"}), org="OTHER")

    def test_more_than_one_case_holds(self, record: Any, make: Any) -> None:
        content = make(HEADERS, rows(*[""] * 60, edit={n: {3: f"{n}" + "长" * 9000} for n in range(60)}))
        with pytest.raises(Refusal) as refused:
            record.bring(content)
        assert refused.value.code == "ledger-case-too-large"


class TestAgain:
    def test_the_same_file_changes_nothing(self, record: Any, make: Any) -> None:
        content = make(HEADERS, rows(*NAMELESS))
        record.bring(content)
        count = len(record.events)
        assert record.bring(content) == []
        assert record.bring(content, role="handler", org="CZJ") == []
        assert len(record.events) == count
        assert record.check(content).known

    @pytest.mark.parametrize("numbers", [NAMELESS, ["R1-CZJ-01", "R1-CZJ-02", "R1-CZJ-03"]])
    def test_two_edited_rows_come_back_as_amendments(self, record: Any, make: Any, numbers: list[str]) -> None:
        record.bring(make(HEADERS, rows(*numbers)))
        edited = make(HEADERS, rows(*numbers, edit={0: {4: "1. 甲\n2. 丙"}, 2: {3: "问题三的新说法", 10: "注"}}))
        checked = record.check(edited)
        assert (checked.ok, checked.new, checked.amended, checked.same) == (True, 0, 2, 1)
        assert [(o.row, o.number, o.outcome) for o in checked.outcomes] == [
            (2, "R1-CZJ-01", "amended"),
            (3, "R1-CZJ-02", "same"),
            (4, "R1-CZJ-03", "amended"),
        ]
        assert checked.outcomes[0].changes[0].model_dump() == {"column": "整改措施", "old": "1. 甲\n2. 乙", "new": "1. 甲\n2. 丙"}
        events = record.bring(edited, role="handler", org="CZJ")
        proposed = [e for e in events if isinstance(e, AmendmentProposed)]
        assert [p.finding for p in proposed] == [named("finding", "R1-CZJ-01"), named("finding", "R1-CZJ-03")]
        assert [c.column for c in proposed[1].changes] == ["D", "Y"]
        assert proposed[0].row == 2
        assert len(record.case().findings) == 3
        assert record.finding("R1-CZJ-03").wording == "问题3"
        assert record.last(LedgerImported).proposed == 2
        assert record.bring(edited) == []

    def test_a_copy_with_other_bytes_and_the_same_rows_changes_nothing(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS)))
        copy = make(HEADERS, rows(*NAMELESS), title="另存的副本")
        assert record.check(copy).same == 3
        assert record.bring(copy) == []

    def test_a_row_that_did_not_change_says_nothing_about_what_changed_since(self, record: Any, make: Any) -> None:
        from findings.commands import finding as wish
        from findings.handlers import finding as act_on

        record.bring(make(HEADERS, rows(*NAMELESS)))
        units = wish.AssignUnits(finding=named("finding", "R1-CZJ-01"), unit="人事科")
        record.apply(act_on.assign_units(units, act("handler", "CZJ"), record))
        events = record.bring(make(HEADERS, rows(*NAMELESS), title="副本"))
        assert not [e for e in events if isinstance(e, AmendmentProposed)]

    def test_the_same_proposal_is_not_made_twice(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS)))
        record.bring(make(HEADERS, rows(*NAMELESS, edit={0: {10: "注"}})))
        again = make(HEADERS, rows(*NAMELESS, edit={0: {10: "注", 2: ""}}))
        checked = record.check(again)
        assert [o.outcome for o in checked.outcomes] == ["proposed-before", "same", "same"]
        assert not [e for e in record.bring(again) if isinstance(e, AmendmentProposed)]

    def test_an_unknown_number_is_refused(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS)))
        with pytest.raises(Refusal) as refused:
            record.bring(make(HEADERS, rows("R1-CZJ-01", "R1-CZJ-99")))
        assert refused.value.code == "ledger-number-unknown"
        assert "R1-CZJ-99" in str(refused.value)

    def test_a_row_that_was_not_delivered_is_refused(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS)))
        with pytest.raises(Refusal) as refused:
            record.bring(make(HEADERS, rows(*NAMELESS, "")))
        assert refused.value.code == "ledger-row-not-delivered"

    def test_rows_that_are_left_out_are_told_and_nothing_is_lost(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS)))
        partial = make(HEADERS, rows("R1-CZJ-01", edit={0: {10: "注"}}))
        checked = record.check(partial)
        assert checked.ok
        assert [(f.code, f.fatal) for f in checked.faults] == [("ledger-findings-missing", False)]
        record.bring(partial)
        assert len(record.case().findings) == 3

    def test_dates_of_a_received_feedback_do_not_change(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS)))
        with pytest.raises(Refusal) as refused:
            record.bring(make(HEADERS, rows(*NAMELESS), {"签收日期": "2026-03-01", "反馈日期": "2026-03-01"}))
        assert refused.value.code == "ledger-dates-differ"

    def test_an_empty_cell_takes_nothing_away(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS)))
        checked = record.check(make(HEADERS, rows(*NAMELESS, edit={0: {7: "", 4: "", 5: ""}})))
        assert [o.outcome for o in checked.outcomes] == ["same", "same", "same"]

    def test_moved_rows_are_known_by_their_words(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS)))
        moved = list(reversed(rows(*NAMELESS)))
        for place, line in enumerate(moved, 1):
            line[0] = place
        checked = record.check(make(HEADERS, moved))
        assert [o.number for o in checked.outcomes] == ["R1-CZJ-03", "R1-CZJ-02", "R1-CZJ-01"]
        assert checked.same == 3

    def test_the_office_of_another_round_is_refused(self, record: Any, make: Any) -> None:
        record.bring(make(HEADERS, rows(*NAMELESS)))
        with pytest.raises(Refusal) as refused:
            record.bring(make(HEADERS, rows(*NAMELESS, edit={0: {10: "注"}})), org="OTHER")
        assert refused.value.code == "case-not-your-organ"


def test_a_principal_registered_with_another_post_is_still_found(record: Any, make: Any) -> None:
    record.bring(make(HEADERS, rows("")))
    org = record.find(Organisation, named("org", "CZJ"))
    assert [p.post for p in org.posts] == [PostKind.PRINCIPAL]
