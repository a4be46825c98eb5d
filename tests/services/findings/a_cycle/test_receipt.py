"""From feedback to the case: dates, findings one for one, the right signature."""

from datetime import datetime

import pytest

from findings.model import dates
from findings.refusals.case import CaseExists, DateNotYet
from findings.refusals.feedback import ReceiptIncomplete, WrongFeedbackState
from findings.refusals.organisation import NotServingPrincipal, SelfSupervision
from kernel.context import named
from kernel.errors import NotFound

from .conftest import CASE, FEEDBACK, HASH, ZONE, Town


def dues(town: Town, case: str = CASE) -> dict[str, str]:
    return {due["what"]: due["due"] for due in town.ask("GetCase", case=case)["dues"]}


def test_a01_thirty_eight_findings_make_a_case_with_their_dates(town: Town) -> None:
    town.plan_round()
    checks = [{"check": "personnel_selection"}, {"check": "ideology"}]
    case = town.open(items=38, special_checks=checks)
    assert dues(town) == {
        "concentrated-phase": "2026-06-02",
        "report:progress": "2026-06-02",
        "report:special:personnel_selection": "2026-06-02",
        "report:special:ideology": "2026-06-02",
    }
    found = town.ask("GetCase", case=case)
    registered = [event.model_dump() for event in town.events("finding.registered")]
    wordings = [item["wording"] for item in town.ask("GetFeedback", feedback=FEEDBACK)["items"]]
    assert [event["wording"] for event in registered] == wordings == [f"问题{n}" for n in range(1, 39)]
    assert [line["number"] for line in found["findings"]] == [event["number"] for event in registered]
    assert {line["due"] for line in found["findings"]} == {"2026-06-02"}
    assert (found["state"], found["phase"], found["unfinished"]) == ("OPENED", "concentrated", 38)
    assert found["rulebook"] == "guangxi-2022@1"
    assert "2026-03-02" in found["dues"][0]["why_zh"]


@pytest.mark.parametrize(
    ("received", "end"), [("2024-11-30", "2025-02-28"), ("2023-11-30", "2024-02-29"), ("2025-11-30", "2026-02-28")]
)
def test_a02_a_month_that_lacks_the_day_ends_on_its_last(town: Town, received: str, end: str) -> None:
    town.plan_round()
    town.bring(meeting_on=received, received_on=received, signed_by=town.people["principal@CGJ"], receipt_sha256=HASH)
    assert set(dues(town).values()) == {end}
    assert town.last("feedback.imported")["document_sha256"] == HASH


def test_a03_the_case_keeps_its_rulebook_whatever_comes_later(case: str, town: Town) -> None:
    town.at("2026-05-01")
    assert town.ask("GetCase", case=case)["rulebook"] == "guangxi-2022@1"
    assert dates.in_force("guangxi-2022@1", dates.date(2000, 1, 1)) == "guangxi-2022@1"


def test_a04_both_days_are_kept_the_clock_runs_from_the_receipt(town: Town) -> None:
    town.plan_round()
    town.at("2026-09-10")
    town.bring(meeting_on="2026-09-10")
    town.at("2026-09-14").do("SignReceipt", "principal@CGJ", feedback=FEEDBACK)
    found = town.ask("GetCase", case=CASE)
    assert (found["meeting_on"], found["received_on"], found["phase_end"]) == ("2026-09-10", "2026-09-14", "2026-12-14")
    assert {(due["due"], due["stricter"]) for due in found["dues"]} == {("2026-12-14", "2026-12-10")}


def test_a05_an_absence_is_on_record_and_voids_nothing(town: Town) -> None:
    town.plan_round()
    town.bring(attendance=[{"duty": "supervision_room_head", "present": True}, {"duty": "leader_in_charge", "reason": "出差"}])
    found = town.ask("GetFeedback", feedback=FEEDBACK)
    assert found["missing"] == ["leader_in_charge", "org_dept"]
    town.do("SignReceipt", "principal@CGJ", feedback=FEEDBACK)
    assert town.ask("GetFeedback", feedback=FEEDBACK)["state"] == "RECEIVED"


def test_only_the_serving_principal_signs(town: Town) -> None:
    town.plan_round()
    town.bring()
    with pytest.raises(NotServingPrincipal):
        town.do("SignReceipt", "principal@JYJ", feedback=FEEDBACK)
    town.do("EndPost", "admin@XCB", org=named("org", "CGJ"), person=town.people["principal@CGJ"], post="principal")
    with pytest.raises(NotServingPrincipal):
        town.do("SignReceipt", "principal@CGJ", feedback=FEEDBACK)
    assert town.events("case.opened") == []


def test_an_acting_principal_signs_once_the_post_has_lasted(town: Town) -> None:
    town.plan_round()
    town.bring()
    town.do("EndPost", "admin@XCB", org=named("org", "CGJ"), person=town.people["principal@CGJ"], post="principal")
    town.person("principal@CGJ", since="2026-03-02", acting=True)
    with pytest.raises(NotServingPrincipal):
        town.at("2026-04-01").do("SignReceipt", "principal@CGJ", feedback=FEEDBACK)
    town.at("2026-04-02").do("SignReceipt", "principal@CGJ", feedback=FEEDBACK)


def test_a_receipt_recorded_late_counts_from_its_day_whatever_the_register_heard_since(town: Town) -> None:
    town.plan_round()
    town.bring()
    signed = datetime(2026, 3, 2, 17, tzinfo=ZONE)
    town.at("2026-03-04").person("member@CGJ#2", since="2026-03-03")
    town.do("SignReceipt", "principal@CGJ", feedback=FEEDBACK, effective=signed)
    found = town.ask("GetCase", case=CASE)
    assert (found["received_on"], found["phase_end"]) == ("2026-03-02", "2026-06-02")


def test_a_receipt_happens_once(case: str, town: Town) -> None:
    with pytest.raises(WrongFeedbackState):
        town.do("SignReceipt", "principal@CGJ", feedback=FEEDBACK)
    with pytest.raises(WrongFeedbackState):
        town.bring()
    assert CaseExists.code == "case-exists"


def test_a_paper_receipt_is_whole_and_was_signed_by_who_served(town: Town) -> None:
    town.plan_round()
    with pytest.raises(ReceiptIncomplete) as refused:
        town.bring(received_on="2026-03-02")
    assert refused.value.values["missing"] == "signed_by, receipt_sha256"
    receipt = {"received_on": "2026-03-02", "receipt_sha256": HASH}
    with pytest.raises(NotServingPrincipal):
        town.bring(**receipt, signed_by=town.people["member@CGJ"])
    with pytest.raises(DateNotYet):
        town.bring(**receipt | {"received_on": "2026-03-03"}, signed_by=town.people["principal@CGJ"])
    assert town.events("feedback.imported") == []


def test_a41_an_organ_does_not_judge_itself(town: Town) -> None:
    town.plan_round(orgs=("JW",))
    town.person("principal@JW")
    town.bring("JW")
    feedback = named("feedback", "XC2026-1", "JW")
    with pytest.raises(SelfSupervision):
        town.do("SignReceipt", "principal@JW", feedback=feedback)
    superior = {"relation": "superior-organ", "parent": named("org", "SJW"), "since": "2020-01-01"}
    town.do("RelateOrganisations", "admin@XCB", org=named("org", "JW"), **superior)
    town.do("SignReceipt", "principal@JW", feedback=feedback)
    bodies = town.ask("GetCase", case=named("case", "XC2026-1", "JW"))["bodies"]
    assert (bodies["discipline"], bodies["org_dept"]) == (named("org", "SJW"), named("org", "ZZB"))


def test_a47_a_supplement_has_a_day_0_of_its_own(case: str, town: Town) -> None:
    town.at("2026-04-11")
    drafted = {"items": [{"wording": "补充的问题"}], "reason": "复核"}
    town.do("SupplementFeedback", "team_leader@XCB", feedback=FEEDBACK, **drafted)
    town.do("ApproveSupplement", "leading_group@LDXZ", feedback=FEEDBACK, supplement=1, approval="2号")
    town.do("SignSupplement", "principal@CGJ", feedback=FEEDBACK, supplement=1)
    found = town.ask("GetCase", case=case)
    assert [(line["number"], line["due"]) for line in found["findings"]] == [
        ("XC2026-1-CGJ-01", "2026-06-02"),
        ("XC2026-1-CGJ-02", "2026-06-02"),
        ("XC2026-1-CGJ-03", "2026-06-02"),
        ("XC2026-1-CGJ-04", "2026-07-11"),
    ]
    assert {due["due"] for due in found["dues"]} == {"2026-06-02"}
    town.at("2026-06-03")
    assert len(town.last("concentrated-phase-ended")["unfinished"]) == 3
    town.at("2026-07-12")
    assert town.last("supplement-phase-ended")["unfinished"] == [named("finding", "XC2026-1-CGJ-04")]


def test_what_is_not_there_is_not_found(town: Town) -> None:
    with pytest.raises(NotFound):
        town.do("SignReceipt", "principal@CGJ", feedback=FEEDBACK)
    with pytest.raises(NotFound):
        town.ask("GetCase", case=CASE)
