"""Reports: from the record, in the principal's own hand, to the right body; and the end of a case."""

import pytest

from findings.policies.check_opinions import settle_special_report
from findings.policies.news import CheckOpinionIssued, ReportOpinionIssued
from findings.policies.report_opinions import settle_report
from findings.refusals.case import CaseEnded, CaseNotCompleted
from findings.refusals.organisation import NotServingPrincipal
from findings.refusals.reports import (
    AccountsForeign,
    AccountsMissing,
    FindingsUnfinished,
    Misaddressed,
    NotAddressee,
    NotEndorsed,
    ReportNotAsked,
    ReportReviewed,
    WrongReportState,
)
from kernel.context import named

from .conftest import HASH, Town
from .test_returns import finding, reopen, sign_off


def draft(town: Town, case: str, kind: str = "progress", findings: tuple[int, ...] = (1, 2, 3), check: str = "") -> None:
    accounts = [{"finding": finding(n), "account": "已整改"} for n in findings]
    which = {"case": case, "kind": kind, "special_check": check}
    town.do("DraftReport", "handler@CGJ", **which, leading="主要负责人带头", accounts=accounts, document_sha256=HASH)


def finish(town: Town, case: str, kind: str = "progress", check: str = "", **fields: str) -> None:
    which = {"case": case, "kind": kind, "special_check": check}
    town.do("EndorseReport", "principal@CGJ", **which, text="情况属实")
    town.do("SubmitReport", "handler@CGJ", **which, **fields)


def opinion(town: Town, case: str, version: int, conclusion: str) -> list[str]:
    """The reviewers' opinion on a version of the progress report arrives."""
    said = {"conclusion": conclusion, "opinion_no": f"审{version}", "shortcomings": "空泛", "demands": ("逐项写实",)}
    return town.hear(settle_report, ReportOpinionIssued(case=case, report_kind="progress", version=version, **said))


def test_a09_without_the_serving_principals_own_signature_nothing_is_accepted(case: str, town: Town) -> None:
    draft(town, case)
    with pytest.raises(NotEndorsed):
        town.do("SubmitReport", "handler@CGJ", case=case, kind="progress")
    for who in ("member@CGJ", "handler@CGJ", "admin@XCB", "principal@JYJ"):
        with pytest.raises(NotServingPrincipal):
            town.do("EndorseReport", who, case=case, kind="progress")
    finish(town, case)
    submitted = town.last("report.submitted")
    assert (submitted["addressee"], submitted["late"], submitted["endorser"]) == (
        named("org", "JW"),
        False,
        town.people["principal@CGJ"],
    )


def test_a_changed_draft_loses_its_endorsement(case: str, town: Town) -> None:
    draft(town, case)
    town.do("EndorseReport", "principal@CGJ", case=case, kind="progress")
    draft(town, case)
    with pytest.raises(NotEndorsed):
        town.do("SubmitReport", "handler@CGJ", case=case, kind="progress")


def test_a_report_passes_over_no_finding(case: str, town: Town) -> None:
    with pytest.raises(AccountsMissing) as refused:
        draft(town, case, findings=(1, 3))
    assert refused.value.values["missing"] == "XC2026-1-CGJ-02"
    with pytest.raises(AccountsForeign):
        draft(town, case, findings=(1, 2, 3, 4))


def test_a13_a_special_report_to_another_department_is_refused_and_its_clock_runs_on(town: Town) -> None:
    town.plan_round()
    town.at("2026-03-02").bring(special_checks=[{"check": "personnel_selection"}])
    town.do("SignReceipt", "principal@CGJ", feedback=named("feedback", "XC2026-1", "CGJ"))
    case = named("case", "XC2026-1", "CGJ")
    town.at("2026-05-20")
    draft(town, case, "special", (), "personnel_selection")
    town.do("EndorseReport", "principal@CGJ", case=case, kind="special", special_check="personnel_selection")
    which = {"case": case, "kind": "special", "special_check": "personnel_selection"}
    with pytest.raises(Misaddressed) as refused:
        town.do("SubmitReport", "handler@CGJ", **which, addressee=named("org", "XCBU"))
    assert refused.value.values["rule"] == "R-08"
    found = town.ask("GetReport", case=case, kind="special", special_check="personnel_selection")
    assert (found["state"], found["first_submitted_on"], found["due"]) == ("ENDORSED", "", "2026-06-02")
    town.at("2026-06-03").do("SubmitReport", "handler@CGJ", **which)
    assert (town.last("report.submitted")["addressee"], town.last("report.submitted")["late"]) == (named("org", "ZZB"), True)


def test_a_check_is_reported_to_the_department_that_led_it(town: Town) -> None:
    town.plan_round()
    town.bring(special_checks=[{"check": "environment", "led_by": named("org", "SJW")}])
    town.do("SignReceipt", "principal@CGJ", feedback=named("feedback", "XC2026-1", "CGJ"))
    case = named("case", "XC2026-1", "CGJ")
    draft(town, case, "special", (), "environment")
    finish(town, case, "special", "environment")
    assert (town.last("report.submitted")["addressee"], town.world.log[-1].rule) == (named("org", "SJW"), "guangxi-2022@1:R-11")


def test_only_reports_that_the_rulebook_asks_for_exist(case: str, town: Town) -> None:
    with pytest.raises(ReportNotAsked):
        draft(town, case, "principal", ())
    with pytest.raises(ReportNotAsked):
        draft(town, case, "special", (), "ideology")


def test_a_returned_report_gets_a_new_version_and_keeps_its_first_day(case: str, town: Town) -> None:
    town.at("2026-06-01")
    draft(town, case)
    finish(town, case)
    opinion(town, case, 1, "returned")
    assert (town.last("report.sent-back")["opinion"], town.last("report.sent-back")["reason"]) == ("审1", "空泛; 逐项写实")
    town.at("2026-06-20")
    assert town.ask("GetCase", case=case)["state"] == "REPORT_DUE"
    draft(town, case)
    finish(town, case)
    assert town.ask("GetCase", case=case)["state"] == "REVIEWING"
    opinion(town, case, 2, "accepted")
    found = town.ask("GetReport", case=case, kind="progress")
    assert (found["first_submitted_on"], found["late"], [v["state"] for v in found["versions"]]) == (
        "2026-06-01",
        False,
        ["RETURNED", "ACCEPTED"],
    )
    assert town.ask("GetCase", case=case)["state"] == "CONTINUING"
    with pytest.raises(WrongReportState):
        draft(town, case)


def test_only_the_reviewers_opinion_settles_a_progress_report(case: str, town: Town) -> None:
    draft(town, case)
    finish(town, case)
    for rpc, fields in (("AcceptReport", {}), ("SendBackReport", {"reason": "空泛"})):
        with pytest.raises(ReportReviewed) as refused:
            town.do(rpc, "discipline@JW", case=case, kind="progress", **fields)
        assert refused.value.values["verb"] == "report-review issue"
    opinion(town, case, 1, "accepted_with_demands")
    assert town.ask("GetReport", case=case, kind="progress")["state"] == "ACCEPTED"


def test_an_opinion_that_cannot_stand_is_kept_with_its_reason(case: str, town: Town) -> None:
    draft(town, case)
    finish(town, case)
    assert opinion(town, case, 2, "returned") == ["findings.report.opinion-not-applied.v1"]
    assert town.last("report.opinion-not-applied")["code"] == "report-opinion-version"
    opinion(town, case, 1, "accepted")
    opinion(town, case, 1, "returned")
    assert town.last("report.opinion-not-applied")["code"] == "report-state"
    assert town.ask("GetReport", case=case, kind="progress")["state"] == "ACCEPTED"


def test_a_report_that_its_addressee_decides_is_for_no_other_organ(town: Town) -> None:
    town.plan_round()
    town.bring(special_checks=[{"check": "local_inspection_work"}])
    town.do("SignReceipt", "principal@CGJ", feedback=named("feedback", "XC2026-1", "CGJ"))
    case = named("case", "XC2026-1", "CGJ")
    draft(town, case, "special", (), "local_inspection_work")
    finish(town, case, "special", "local_inspection_work")
    which = {"case": case, "kind": "special", "special_check": "local_inspection_work"}
    with pytest.raises(NotAddressee):
        town.do("AcceptReport", "org_dept@ZZB", **which)
    town.do("AcceptReport", "office@XCB", **which)
    assert town.ask("GetReport", **which)["state"] == "ACCEPTED"
    accepted = next(known for known in reversed(town.world.log) if known.topic == "findings.report.accepted.v1")
    assert ":R-56" in accepted.rule


def test_a_check_that_the_discipline_organ_led_is_settled_by_its_opinion(town: Town) -> None:
    town.plan_round()
    town.bring(special_checks=[{"check": "environment", "led_by": named("org", "JW")}])
    town.do("SignReceipt", "principal@CGJ", feedback=named("feedback", "XC2026-1", "CGJ"))
    case = named("case", "XC2026-1", "CGJ")
    draft(town, case, "special", (), "environment")
    finish(town, case, "special", "environment")
    with pytest.raises(ReportReviewed):
        town.do("AcceptReport", "discipline@JW", case=case, kind="special", special_check="environment")


@pytest.mark.parametrize(
    ("check", "organ", "verb"),
    [
        ("personnel_selection", "ZZB", "check-opinion issue"),
        ("ideology", "XCBU", "ideology opinion"),
    ],
)
def test_a_department_settles_its_own_check_by_a_written_opinion(town: Town, check: str, organ: str, verb: str) -> None:
    town.plan_round()
    town.bring(special_checks=[{"check": check}])
    town.do("SignReceipt", "principal@CGJ", feedback=named("feedback", "XC2026-1", "CGJ"))
    which = {"case": named("case", "XC2026-1", "CGJ"), "kind": "special", "special_check": check}
    draft(town, which["case"], "special", (), check)
    finish(town, which["case"], "special", check)
    with pytest.raises(ReportReviewed) as refused:
        town.do("SendBackReport", f"office@{organ}", **which, reason="空泛")
    assert refused.value.values["verb"] == verb

    def heard(conclusion: str, version: int, by: str) -> list[str]:
        said = {"conclusion": conclusion, "opinion_no": f"审{version}", "shortcomings": "空泛", "demands": ("写实",)}
        news = CheckOpinionIssued(case=which["case"], special_check=check, version=version, **said)
        return town.hear(settle_special_report, news, named("org", by))

    assert heard("accepted", 1, "JW") == ["findings.report.opinion-not-applied.v1"]
    assert heard("returned", 1, organ) == ["findings.report.sent-back.v1"]
    assert town.last("report.sent-back")["reason"] == "空泛; 写实"
    draft(town, which["case"], "special", (), check)
    finish(town, which["case"], "special", check)
    assert heard("accepted", 1, organ) == ["findings.report.opinion-not-applied.v1"]
    assert heard("accepted_with_demands", 2, organ) == ["findings.report.accepted.v1"]
    assert heard("accepted_with_demands", 2, organ) == ["findings.report.opinion-not-applied.v1"]


def test_a23_a_closed_case_opens_again_for_one_finding(case: str, town: Town) -> None:
    draft(town, case, "final")
    town.do("EndorseReport", "principal@CGJ", case=case, kind="final")
    with pytest.raises(FindingsUnfinished):
        town.do("SubmitReport", "handler@CGJ", case=case, kind="final")
    with pytest.raises(CaseNotCompleted):
        town.do("CloseCase", "office@XCB", case=case, reason="办结")
    sign_off(town, case, 1, 2, 3)
    town.at("2026-07-01")
    town.do("SubmitReport", "handler@CGJ", case=case, kind="final")
    town.do("AcceptReport", "discipline@JW", case=case, kind="final")
    assert town.ask("GetCase", case=case)["state"] == "COMPLETED"
    town.do("CloseCase", "office@XCB", case=case, reason="办结")
    with pytest.raises(CaseEnded):
        draft(town, case)
    round_line = town.ask("ListRounds")["rounds"][0]
    assert (round_line["opened"], round_line["closed"]) == (1, 1)
    town.at("2026-12-01")
    reopen(town, case, 2)
    found = town.ask("GetCase", case=case)
    assert (found["unfinished"], found["reopened"], found["phase"]) == (1, 1, "continuing")
    assert town.ask("ListRounds")["rounds"][0]["closed"] == 0
    assert [line["month"] for line in town.at("2026-12-02").ask("ListReturns")["returns"]] == ["2026-12"]
