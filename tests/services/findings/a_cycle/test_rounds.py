"""A round from its plan to its archive, and feedback worded here."""

from datetime import date

import pytest

from findings.events.finding import ImmediateNoticeServed
from findings.events.parts import Route
from findings.events.signoff import FindingSignedOff, SignOffRequested
from findings.queries.rounds import ListWorkingPapers, WorkingPaperLine, WorkingPaperList, read_papers
from findings.refusals.case import UnknownRulebook
from findings.refusals.feedback import CheckNotListed, ImmediateUnknown, SameApprover, SupplementPending, WrongFeedbackState
from findings.refusals.round import (
    AlreadyInRound,
    CasesOpen,
    NotInRound,
    NotOrganOfRound,
    PapersIncomplete,
    PaperWithoutBasis,
    RecusalOutstanding,
    RoundCodeUsed,
    WrongRoundState,
)
from kernel.context import named
from kernel.errors import NotFound
from testkit.given import MORNING

from .conftest import CASE, FEEDBACK, HASH, Town

ROUND = named("round", "XC2026-1")
CGJ, JYJ = named("org", "CGJ"), named("org", "JYJ")


def mandate(town: Town, *members: str) -> None:
    team = {"name": "第一组", "leader": town.people["team_leader@XCB"], "members": list(members), "orgs": [CGJ, JYJ]}
    town.do("IssueMandate", "leading_group@LDXZ", round=ROUND, document="授权〔2026〕1号", teams=[team])


def state(town: Town) -> str:
    return str(town.ask("GetRound", round=ROUND)["state"])


def report(town: Town) -> None:
    """Everything up to the secretary's meeting."""
    mandate(town)
    town.do("ClearRecusals", "office@XCB", round=ROUND)
    town.do("BeginStay", "office@XCB", round=ROUND)
    for org, who in ((CGJ, "principal@CGJ"), (JYJ, "principal@JYJ")):
        bases = {"factual_basis": True, "policy_basis": True, "responsibility_basis": True}
        town.do("FileWorkingPaper", "team_leader@XCB", round=ROUND, org=org, number="1", sha256=HASH, **bases)
        talk = {"principal": town.people[who], "record_sha256": HASH}
        town.do("TalkReportThrough", "team_leader@XCB", round=ROUND, org=org, **talk)
    town.do("EndStay", "office@XCB", round=ROUND)
    town.do("ReportRound", "office@XCB", round=ROUND, report_sha256=HASH)
    for body in ("leading-group", "secretary-meeting"):
        town.do("HearRound", "office@XCB", round=ROUND, body=body, day="2026-03-02", minutes_sha256=HASH)


def draft(town: Town, **fields: object) -> None:
    items = fields.pop("items", [{"wording": "问题甲"}, {"wording": "问题乙", "special_check": "ideology"}])
    checks = fields.pop("special_checks", [{"check": "ideology"}])
    words = {"round": ROUND, "org": CGJ, "items": items, "special_checks": checks}
    town.do("DraftFeedback", "team_leader@XCB", **words)


def test_a_round_goes_step_by_step(town: Town) -> None:
    town.plan_round()
    assert state(town) == "PLANNED"
    with pytest.raises(WrongRoundState):
        town.do("BeginStay", "office@XCB", round=ROUND)
    report(town)
    assert state(town) == "DECIDED"
    draft(town)
    town.do("SubmitFeedback", "team_leader@XCB", feedback=FEEDBACK)
    town.do("ApproveFeedback", "leading_group@LDXZ", feedback=FEEDBACK, approval="1号")
    assert state(town) == "FEEDING_BACK"
    town.do("DeliverFeedback", "team_leader@XCB", feedback=FEEDBACK)
    town.do("SignReceipt", "principal@CGJ", feedback=FEEDBACK)
    assert state(town) == "FEEDING_BACK"
    town.open("JYJ")
    assert state(town) == "IN_RECTIFICATION"
    with pytest.raises(CasesOpen) as refused:
        town.do("ArchiveRound", "office@XCB", round=ROUND)
    assert refused.value.values["open"] == "2"
    assert [line["case"] for line in town.ask("GetRound", round=ROUND)["orgs"]] == [CASE, named("case", "XC2026-1", "JYJ")]


def test_a_plan_names_a_known_rulebook_and_a_new_code(town: Town) -> None:
    with pytest.raises(UnknownRulebook):
        town.plan_round(rulebook="nowhere-1999")
    town.plan_round()
    with pytest.raises(RoundCodeUsed):
        town.plan_round()
    with pytest.raises(AlreadyInRound):
        town.do("AddToRound", "office@XCB", round=ROUND, orgs=[CGJ])
    with pytest.raises(NotOrganOfRound):
        town.do("AddToRound", "office@SJW", round=ROUND, orgs=[named("org", "SJW")])
    with pytest.raises(NotInRound):
        town.bring("SJW")


def test_who_steps_aside_is_not_in_the_team(town: Town) -> None:
    town.plan_round()
    kin = town.person("team@XCB")
    mandate(town, kin)
    recusal = {"person": kin, "org": CGJ, "ground": "亲属任职"}
    with pytest.raises(RecusalOutstanding):
        town.do("ClearRecusals", "office@XCB", round=ROUND, recusals=[recusal])
    mandate(town)
    town.do("ClearRecusals", "office@XCB", round=ROUND, recusals=[recusal])
    assert state(town) == "CLEARED"


@pytest.mark.parametrize(("left", "barred"), [("2023-03-02", True), ("2023-03-01", False)])
def test_who_lately_held_a_post_there_steps_aside_unasked(town: Town, left: str, barred: bool) -> None:
    town.plan_round()
    former = town.person("member@JYJ")
    town.do("EndPost", "org_dept@ZZB", org=JYJ, person=former, post="member", until=left)
    mandate(town, former)
    if barred:
        with pytest.raises(RecusalOutstanding) as refused:
            town.do("ClearRecusals", "office@XCB", round=ROUND)
        assert refused.value.values["org"] == "JYJ"
    else:
        town.do("ClearRecusals", "office@XCB", round=ROUND)


def test_a_report_needs_papers_with_three_bases_and_talks(town: Town) -> None:
    town.plan_round()
    mandate(town)
    town.do("ClearRecusals", "office@XCB", round=ROUND)
    town.do("BeginStay", "office@XCB", round=ROUND)
    paper = {"round": ROUND, "org": CGJ, "number": "1", "sha256": HASH, "factual_basis": True}
    with pytest.raises(PaperWithoutBasis) as refused:
        town.do("FileWorkingPaper", "team_leader@XCB", **paper)
    assert refused.value.values["missing"] == "policy, responsibility"
    with pytest.raises(NotOrganOfRound):
        town.do("FileWorkingPaper", "team@XCB", **paper)
    town.do("FileWorkingPaper", "team_leader@XCB", **paper, policy_basis=True, responsibility_basis=True)
    town.do("EndStay", "office@XCB", round=ROUND)
    with pytest.raises(PapersIncomplete) as incomplete:
        town.do("ReportRound", "office@XCB", round=ROUND, report_sha256=HASH)
    assert incomplete.value.values == {"no_paper": "JYJ", "no_talk": "CGJ, JYJ"}


def test_working_papers_are_for_who_inspects(town: Town) -> None:
    town.plan_round()
    mandate(town)
    town.do("ClearRecusals", "office@XCB", round=ROUND)
    town.do("BeginStay", "office@XCB", round=ROUND)
    bases = dict.fromkeys(("factual_basis", "policy_basis", "responsibility_basis"), True)
    town.do("FileWorkingPaper", "team_leader@XCB", round=ROUND, org=CGJ, number="1", sha256=HASH, **bases)
    for who in ("team_leader@XCB", "office@XCB", "leading_group@LDXZ", "discipline@JW"):
        [paper] = town.ask("ListWorkingPapers", by=who, round=ROUND)["papers"]
        assert (paper["number"], paper["sha256"], paper["filer"]) == ("1", HASH, town.people["team_leader@XCB"])
    # Somebody of the inspected organisation, even in the office's name, and everybody without a part in it.
    town.people["office@XCB#9"] = town.people["principal@CGJ"]
    outside = ["principal@CGJ", "handler@CGJ", "office@CGJ", "office@QTB", "team@QTB", "auditor@XCB", "admin@XCB", "office@XCB#9"]
    told = set()
    for who in outside:
        for asked in (ROUND, named("round", "R9")):
            with pytest.raises(NotFound) as refused:
                town.ask("ListWorkingPapers", by=who, round=asked, org=CGJ)
            told.add(refused.value.text("zh").replace(asked, ""))
    assert len(told) == 1
    found = town.ask("ListWorkingPapers", by="office@XCB", round=ROUND, org=JYJ)
    assert found["papers"] == []


def test_reading_papers_is_recorded_by_paper_or_by_round() -> None:
    line = WorkingPaperLine(paper="a" * 32, org=CGJ, number="1", sha256=HASH, filer="b" * 32, filed_at=MORNING)
    question = ListWorkingPapers(round=ROUND)
    assert read_papers(question, WorkingPaperList(papers=(line,))) == ["a" * 32]
    assert read_papers(question, WorkingPaperList(papers=())) == [ROUND]


def test_undelivered_feedback_is_for_who_inspects(town: Town) -> None:
    town.plan_round()
    mandate(town)
    draft(town)
    for who in ("team_leader@XCB", "office@XCB", "leading_group@LDXZ", "auditor@XCB"):
        assert town.ask("GetFeedbackDraft", by=who, feedback=FEEDBACK)["state"] == "DRAFT"
    for who in ("team@QTB", "office@QTB", "office@CGJ", "auditor@CGJ", "principal@CGJ"):
        with pytest.raises(NotFound):
            town.ask("GetFeedbackDraft", by=who, feedback=FEEDBACK)


def test_feedback_waits_for_the_meeting_and_is_approved_by_another(town: Town) -> None:
    town.plan_round()
    mandate(town)
    draft(town)
    with pytest.raises(WrongRoundState):
        town.do("SubmitFeedback", "team_leader@XCB", feedback=FEEDBACK)
    report(town)
    town.do("SubmitFeedback", "team_leader@XCB", feedback=FEEDBACK)
    town.do("ReturnFeedback", "leading_group@LDXZ", feedback=FEEDBACK, reason="表述不清")
    draft(town)
    town.do("SubmitFeedback", "team_leader@XCB", feedback=FEEDBACK)
    town.people["leading_group@LDXZ#2"] = town.people["team_leader@XCB"]
    with pytest.raises(SameApprover):
        town.do("ApproveFeedback", "leading_group@LDXZ#2", feedback=FEEDBACK, approval="1号")
    with pytest.raises(NotOrganOfRound):
        town.do("ApproveFeedback", "leading_group@XCB", feedback=FEEDBACK, approval="1号")
    town.do("ApproveFeedback", "leading_group@LDXZ", feedback=FEEDBACK, approval="1号")
    with pytest.raises(WrongFeedbackState):
        draft(town)
    with pytest.raises(NotFound):
        town.ask("GetFeedback", feedback=FEEDBACK)
    found = town.ask("GetFeedbackDraft", feedback=FEEDBACK)
    assert [item["number"] for item in found["items"]] == ["XC2026-1-CGJ-01", "XC2026-1-CGJ-02"]
    assert len(found["sha256"]) == 64


def test_an_item_belongs_to_a_listed_check(town: Town) -> None:
    town.plan_round()
    with pytest.raises(CheckNotListed) as refused:
        draft(town, special_checks=[])
    assert refused.value.field == "items.1.special_check"


def test_a08_what_was_served_before_is_linked_not_doubled(town: Town) -> None:
    town.plan_round()
    notice = {"number": "XC2026-1-CGJ-L1", "wording": "食堂卫生", "demand": "立即整改", "due": "2026-03-10"}
    served_to = town.people["principal@CGJ"]
    early = named("finding", "XC2026-1-CGJ-L1")
    served = ImmediateNoticeServed(
        finding=early, case=CASE, org=CGJ, round=ROUND, round_code="XC2026-1", org_code="CGJ",
        served_to=served_to, rulebook="guangxi-2022@1", **notice,
    )  # fmt: skip
    with pytest.raises(ImmediateUnknown):
        bring(town, early)
    town.world.record([served], town.world.act("notice"))
    town.at("2026-03-20")
    bring(town, early, "2026-03-20")
    town.do("SignReceipt", "principal@CGJ", feedback=FEEDBACK)
    found = town.ask("GetCase", case=CASE)["findings"]
    assert [line["number"] for line in found] == ["XC2026-1-CGJ-01", "XC2026-1-CGJ-02", "XC2026-1-CGJ-L1"]
    assert found[2]["finding"] == early
    assert (len(town.events("finding.registered")), len(town.events("finding.linked"))) == (2, 1)


def test_a08_what_was_finished_before_is_settled_from_the_start(town: Town) -> None:
    town.plan_round()
    early = named("finding", "XC2026-1-CGJ-L1")
    about = {"finding": early, "case": CASE, "org": CGJ}
    served = ImmediateNoticeServed(
        **about, round=ROUND, round_code="XC2026-1", org_code="CGJ", number="XC2026-1-CGJ-L1", wording="食堂卫生",
        demand="立即整改", due=date(2026, 3, 10), served_to=HASH[:32], rulebook="guangxi-2022@1",
    )  # fmt: skip
    asked = SignOffRequested(**about, signoff=1, requester=HASH[:32], matrix=(), digest=HASH)
    done = FindingSignedOff(**about, number="XC2026-1-CGJ-L1", signoff=1, digest=HASH, route=Route.OFF)
    town.world.record([served, asked, done], town.world.act("done"))
    town.world.react()
    town.at("2026-03-20")
    bring(town, early, "2026-03-20")
    town.do("SignReceipt", "principal@CGJ", feedback=FEEDBACK)
    found = town.ask("GetCase", case=CASE)
    assert [line["standing"] for line in found["findings"]] == ["open", "open", "signed-off"]
    assert (found["findings"][2]["settled_on"], found["unfinished"]) == ("2026-03-02", 2)


def bring(town: Town, early: str, meeting_on: str = "2026-03-02") -> None:
    items = [{"wording": "问题甲"}, {"wording": "食堂卫生", "immediate": early}, {"wording": "问题乙"}]
    paper = {"approval": "1号", "document_sha256": HASH, "meeting_on": meeting_on}
    town.do("ImportFeedback", "office@XCB", round=ROUND, org=CGJ, items=items, **paper)


def test_supplements_come_one_after_the_other_and_wording_stays_frozen(case: str, town: Town) -> None:
    correction = {"number": "XC2026-1-CGJ-02", "wording": "问题2(更正)", "reason": "数字有误"}
    town.do("SupplementFeedback", "team_leader@XCB", feedback=FEEDBACK, corrections=[correction], reason="更正")
    with pytest.raises(SupplementPending):
        town.do("SupplementFeedback", "team_leader@XCB", feedback=FEEDBACK, items=[{"wording": "x"}], reason="补充")
    town.do("ApproveSupplement", "leading_group@LDXZ", feedback=FEEDBACK, supplement=1, approval="2号")
    town.do("SignSupplement", "principal@CGJ", feedback=FEEDBACK, supplement=1)
    item = town.ask("GetFeedback", feedback=FEEDBACK)["items"][1]
    assert (item["wording"], item["corrected"]) == ("问题2", "问题2(更正)")
    assert town.events("case.supplemented") == []


def test_copies_and_lists(case: str, town: Town) -> None:
    recipients = [{"capacity": "org_dept", "org": named("org", "ZZB")}, {"capacity": "former_principal", "person": HASH[:32]}]
    town.do("CopyFeedback", "office@XCB", feedback=FEEDBACK, recipients=recipients)
    assert [copy["capacity"] for copy in town.ask("GetFeedback", feedback=FEEDBACK)["copies"]] == ["org_dept", "former_principal"]
    assert [(line["state"], line["findings"]) for line in town.ask("ListFeedback", round=ROUND)["feedback"]] == [("RECEIVED", 3)]
    assert [line["number"] for line in town.ask("ListCases", round=ROUND)["cases"]] == ["XC2026-1/CGJ"]
    assert town.ask("ListCases", after="XC2026-1/CGJ")["cases"] == []
