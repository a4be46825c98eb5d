"""Documents made from the record of a whole system in memory, and the command that writes them."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from rectify.findings.v1 import cases_pb2, ledger_pb2, letters_pb2, register_pb2, returns_pb2, round_reports_pb2, rounds_pb2
from rectify.publicity.v1 import disclosure_pb2
from rectify.review.v1 import review_service_pb2
from rectify.supervision.v1 import (
    evaluations_pb2,
    ladder_pb2,
    measures_pb2,
    obligations_pb2,
    report_reviews_pb2,
    reports_pb2,
)

from chassis.auth import Caller
from chassis.refusals import Refused
from cli.contracts import verbs
from cli.gathering.facts import Facts
from cli.gathering.kinds import GATHERED
from cli.names import Names
from documents.catalogue import DOCUMENTS, checked
from documents.paper import Paper
from documents.render import render
from documents.samples import sample
from kernel.errors import Kind, NotFound
from testkit.scenario import load, run
from testkit.world import MemoryWorld
from tests.libs.cli.conftest import FakeRemote

Rectify = Callable[..., tuple[int, str, str]]
ACCEPTANCE = Path(__file__).parents[2] / "acceptance"
CHOSEN: Mapping[str, Any] = {
    "version": 0,
    "month": "",
    "report_kind": "progress",
    "special_check": "",
    "on": "plan",
    "assisting": False,
    "attempt": 0,
    "scope": "public",
    "body": "discipline",
}
AN_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")


class Played:
    """A scenario that was played to its end."""

    def __init__(self, name: str) -> None:
        scenario = load(ACCEPTANCE / f"{name}.yaml")
        self.world = MemoryWorld(None, scenario.clock, scenario.zone)
        self.world.__enter__()
        report = run(scenario, self.world)
        assert report.ok, report.text()
        self.zone = scenario.zone

    def facts(self, role: str = "auditor", *, silent: tuple[str, ...] = ()) -> Facts:
        caller = Caller("f" * 32, role, "")

        def put(verb: Any, request: Any) -> Any:
            if verb.text in silent:
                raise Refused(Kind.DENIED, "role-denied")
            return self.world.call(verb.service, verb.method, request, caller)

        return Facts(put, lambda _: None, self.zone)

    def document(self, kind: str, which: str, facts: Facts | None = None, *, named: str = "", **chosen: Any) -> Paper:
        by, named = GATHERED[kind].by, named or GATHERED[kind].named
        made = checked(kind, by[named](facts or self.facts(), Names().id(named, which), {**CHOSEN, **chosen}))
        said = re.sub(r'"(sha256|digest|site_record)": "[^"]*"', "", json.dumps(made.model_dump(), ensure_ascii=False))
        assert not AN_ID.search(said), "an id stands in a document"
        for form in DOCUMENTS[kind].forms:
            assert render(kind, made, form)
        return made


@pytest.fixture(scope="module")
def overturned() -> Iterator[Played]:
    played = Played("A22")
    yield played
    played.world.__exit__(None, None, None)


def content(paper: Paper) -> dict[str, Any]:
    return paper.model_dump(mode="json")


def test_a_plan_says_what_its_version_says_with_names_for_ids(overturned: Played) -> None:
    made = content(overturned.document("plan", "2026-1/CGJ"))
    assert (made["org"], made["round"], made["addressee"]) == ("县城市管理局", "县委第2026-1轮巡察", "县纪委监委")
    assert (made["version"], made["state"], made["endorsement"]["name"]) == (2, "已通过", "局长甲")
    (finding,) = made["findings"]
    assert finding["wording"] == "反馈问题第1项"
    assert [measure["text"] for measure in finding["measures"]] == ["逐笔清退并公示"]
    assert (finding["member"], finding["handler"], finding["track"]) == ("副局长甲", "办公室主任甲", "集中整改")
    former = content(overturned.document("plan", "2026-1/CGJ", version=1))
    assert former["version"] == 1
    assert former["findings"][0]["measures"] != finding["measures"]
    with pytest.raises(NotFound):
        overturned.document("plan", "2026-1/CGJ", version=9)


def test_the_three_lists_are_the_ledger(overturned: Played) -> None:
    (finding,) = content(overturned.document("lists", "2026-1/CGJ"))["findings"]
    assert finding["criteria"] == ["制度已印发", "款项已清退"]
    assert finding["due"] == "2026-06-02"


def test_an_overturned_sign_off_keeps_what_was_signed(overturned: Played) -> None:
    made = content(overturned.document("signoff", "2026-1-CGJ-01", attempt=1))
    assert (made["outcome"], made["signed_off_on"], made["overturned_on"]) == ("已推翻", "2026-04-10", "2026-10-12")
    assert [criterion["text"] for criterion in made["criteria"]] == ["制度已印发", "款项已清退"]
    assert {evidence["name"] for criterion in made["criteria"] for evidence in criterion["evidence"]} == {"佐证材料.pdf"}
    assert (made["outer"]["number"], made["outer"]["defect"]) == ("核验〔2026〕1号", "虚假整改")
    assert content(overturned.document("signoff", "2026-1-CGJ-01"))["outcome"] == "已销号"
    with pytest.raises(NotFound, match="#7"):
        overturned.document("signoff", "2026-1-CGJ-01", attempt=7)


def test_an_opinion_on_a_plan_names_the_organ_and_the_day(overturned: Played) -> None:
    made = content(overturned.document("opinion", "2026-1/CGJ"))
    assert (made["number"], made["issuer"], made["conclusion"], made["document_version"]) == (
        "审核〔2026〕9号", "县纪委监委", "通过", 2,
    )  # fmt: skip
    assert made["issued_on"] == "2026-11-02"


def test_whoever_may_not_see_names_sees_roles(overturned: Played) -> None:
    made = content(overturned.document("plan", "2026-1/CGJ", overturned.facts(silent=("post list",))))
    assert (made["endorsement"]["name"], made["findings"][0]["member"]) == ("主要负责人", "责任领导")


CASE, CGJ, JW, ZZB, ROUND, FINDING = (Names().id(*of) for of in (
    ("case", "2026-1/CGJ"), ("org", "CGJ"), ("org", "JW"), ("org", "ZZB"), ("round", "2026-1"), ("finding", "2026-1-CGJ-01"),
))  # fmt: skip


def told(
    kind: str, words: str, answer: Any, *, named: str = "", also: Mapping[str, Any] | None = None, **chosen: Any
) -> dict[str, Any]:
    """A document from one answer, in a case that every other question is about."""
    names = {CGJ: "县城市管理局", JW: "县纪委监委", ZZB: "县委组织部"}
    bodies = rounds_pb2.Bodies(discipline=JW, org_dept=ZZB)

    def put(verb: Any, request: Any) -> Any:
        known = {words: answer, **(also or {})}
        if verb.text in known:
            return known[verb.text]
        match verb.text:
            case "case show":
                return cases_pb2.GetCaseResponse(case=CASE, number="2026-1/CGJ", round=ROUND, org=CGJ, holder=CGJ, bodies=bodies)
            case "org show":
                return register_pb2.GetOrganisationResponse(org=request.org, name=names[request.org])
            case "post list":
                return register_pb2.FindPostsResponse(posts=[register_pb2.PostHeld(name="局长甲", person=request.person)])
            case "finding show":
                return ledger_pb2.GetFindingResponse(line=ledger_pb2.FindingLine(number="2026-1-CGJ-01"))
        raise Refused(Kind.DENIED, "role-denied")

    facts = Facts(put, lambda _: None, ZoneInfo("Asia/Shanghai"))
    by, named = GATHERED[kind].by, named or GATHERED[kind].named
    return content(checked(kind, by[named](facts, CASE, {**CHOSEN, **chosen})))


def test_a_monthly_return_has_its_month() -> None:
    row = returns_pb2.ReturnRow(
        finding=FINDING, number="2026-1-CGJ-01", wording="问题", progress="已完成一半", responsible="a" * 32
    )
    answer = returns_pb2.GetReturnResponse(
        case=CASE, org=CGJ, month="2026-07", state="SUBMITTED", timeliness="filed-late", endorser="b" * 32,
        totals=returns_pb2.ReturnTotals(findings=3, unfinished=1), rows=[row],
    )  # fmt: skip
    made = told("return", "return show", answer, month="2026-07")
    assert (made["month"], made["timeliness"], made["state"], made["endorser"]) == ("2026-07", "迟报", "已报送", "局长甲")
    assert made["totals"]["unfinished"] == len(made["rows"]) == 1
    assert made["rows"][0]["responsible"] == "局长甲"


def test_an_opinion_on_a_report_names_who_spoke_and_keeps_their_words_in_the_house() -> None:
    version = report_reviews_pb2.ReviewedVersion(
        version=2,
        state="OPINION_ISSUED",
        received_on="2026-06-02",
        lead_due="2026-07-02",
        assisting=[
            report_reviews_pb2.AssistingOpinion(
                body="org_dept", state="late", due="2026-06-22", given_on="2026-06-24", overall="尚可"
            ),
            report_reviews_pb2.AssistingOpinion(body="team", state="missing", due="2026-06-17"),
        ],
        opinion=report_reviews_pb2.CollatedOpinion(
            conclusion="accepted_with_demands",
            opinion_no="审〔2026〕1号",
            overall="总体扎实",
            shortcomings="进度偏慢",
            demands=["加快"],
            issued_on="2026-06-30",
            missing=["team"],
            missing_reason="已催办",
            verifier="c" * 32,
        ),
    )
    answer = report_reviews_pb2.GetReportReviewResponse(case=CASE, org=CGJ, lead="discipline", versions=[version])
    made = told("opinion", "report-review show", answer, on="report")
    assert (made["document"], made["conclusion"], made["issuer"], made["issued_on"], made["due"]) == (
        "集中整改进展情况报告", "通过并提出要求", "县纪委监委", "2026-06-30", "2026-07-02",
    )  # fmt: skip
    assert [(one["body"], one["late"], one["overall"]) for one in made["assisting"]] == [
        ("县委组织部", True, ""),
        ("巡视组", False, ""),
    ]
    assert made["missing_reason"] == "已催办"
    kept = told("opinion", "report-review show", answer, on="report", assisting=True)
    assert kept["assisting"][0]["overall"] == "尚可"


def test_a_supervision_measure_is_served_as_a_notice() -> None:
    answer = measures_pb2.GetActionResponse(
        number="督2026-6", kind="interview", case=CASE, findings=[FINDING], addressee=CGJ, person="d" * 32, opener_org=JW,
        facts="两月无进展", demand="限期推进", opened_on="2026-09-10", response_due="2026-09-30",
    )  # fmt: skip
    made = told("notice", "action show", answer, named="action")
    assert (made["name"], made["addressee"], made["issuer"], made["due"]) == (
        "约谈通知书", "县城市管理局", "县纪委监委", "2026-09-30",
    )  # fmt: skip
    assert (made["findings"], made["served_to"]) == (["2026-1-CGJ-01"], "局长甲")


def test_an_evaluation_shows_where_every_point_went() -> None:
    indicators = [
        evaluations_pb2.Indicator(code="I1", name="任务完成", weight=90_000, rule="每项扣6分"),
        evaluations_pb2.Indicator(code="I2", name="群众满意", weight=10_000),
    ]
    versions = [
        evaluations_pb2.SchemeVersion(code="P", scheme_version=n, title=f"办法第{n}稿", indicators=indicators, satisfaction="I2")
        for n in (1, 2)
    ]
    answer = evaluations_pb2.GetEvaluationResponse(
        number="评1",
        case=CASE,
        org=CGJ,
        scheme="9" * 32,
        scheme_version=1,
        ratings=[evaluations_pb2.Rating(indicator="I1", points=88_500)],
        self_total=88_500,
        deductions=[evaluations_pb2.Deduction(indicator="I1", points=12_000, reason="两项未完成")],
        answers=40,
        satisfied_permille=805,
        survey_counted=True,
        score=86_050,
        grade="B",
        grade_zh="较好",
        disposal="D2",
        disposal_zh="限期完成",
        evaluator="4" * 32,
    )
    also = {"scheme show": evaluations_pb2.GetSchemeResponse(versions=versions)}
    made = told("evaluation", "evaluation show", answer, also=also)
    assert (made["scheme"], made["scheme_version"], made["total"], made["self_total"]) == ("办法第1稿", "第1版", "86.05", "88.5")
    assert [(one["self_score"], one["score"], one["ground"]) for one in made["indicators"]] == [
        ("88.5", "78", "两项未完成（扣12分）"),
        ("", "8.05", ""),
    ]
    assert (made["survey"]["rate"], made["grade"], made["disposal"], made["evaluators"]) == ("80.5", "较好", "D2", ["局长甲"])


@pytest.mark.parametrize("body", ["discipline", "org_dept"])
def test_both_supervising_bodies_report_in_one_form(body: str) -> None:
    own = reports_pb2.SupervisionReportVersion(
        version=1,
        phase="continuing",
        findings=[reports_pb2.ReportedCount(kind="signed-off", count=2), reports_pb2.ReportedCount(kind="continuing", count=1)],
        actions=[reports_pb2.ReportedCount(kind="interview", count=1)],
        problems=["资金不足", "进度偏慢"],
        judgement="总体扎实",
        submitted_on="2026-08-28",
    )
    department = review_service_pb2.SupervisionReportVersion(
        version=1,
        status="总体平稳",
        actions=[review_service_pb2.ActionCount(action="interview", count=1), review_service_pb2.ActionCount(action="inquiry")],
        problems="资金不足\n进度偏慢",
        judgement="总体扎实",
        submitted_on="2026-08-28",
    )
    answers = {
        "discipline": ("discipline-report show", reports_pb2.GetSupervisionReportResponse(rule_id="R-34", versions=[own])),
        "org_dept": (
            "department-report show",
            review_service_pb2.GetSupervisionReportResponse(rule_id="R-41", versions=[department]),
        ),
    }
    total = ledger_pb2.StatisticsLine(findings=3, signed_off=2, open=1)
    also = {"statistics show": ledger_pb2.GetStatisticsResponse(total=total)}
    made = told("supervision", *answers[body], body=body, also=also)
    assert (made["issuer"], made["rule"]) == {"discipline": ("县纪委监委", "R-34"), "org_dept": ("县委组织部", "R-41")}[body]
    assert made["actions"] == [{"measure": "约谈", "number": 1}]
    (case,) = made["cases"]
    assert (case["org"], case["findings"], case["signed_off"], case["unfinished"]) == ("县城市管理局", 3, 2, 1)
    assert (made["problems"], made["judgement"]) == ("资金不足\n进度偏慢", "总体扎实")


def test_a_round_report_has_the_figures_as_they_stand_or_as_they_were_reported() -> None:
    figures = round_reports_pb2.RoundFigures(
        rectification=round_reports_pb2.Rectification(
            findings=3,
            signed_off=2,
            completion_rate="66.67",
            laggards=[round_reports_pb2.Laggard(org=CGJ, open=1, returns_missing=2)],
        ),
        leads=round_reports_pb2.LeadTotals(referred=4, late=1),
        letters=[round_reports_pb2.LetterTotals(sent=2, adopted=1), round_reports_pb2.LetterTotals(sent=1)],
        problems=[round_reports_pb2.ReportedProblem(number="XCB/罚没物品", orgs=3, findings=5)],
    )
    now = told("round", "round-report figures", round_reports_pb2.GetRoundFiguresResponse(code="2026-1", figures=figures))
    assert (now["round"], now["totals"]["rate"], now["leads"]["referred"], now["suggestions"]["sent"]) == ("2026-1", "66.67", 4, 3)
    assert now["laggards"] == [{"org": "县城市管理局", "matter": "未完成问题1个，缺报月报表2次"}]
    assert now["common_problems"][0]["category"] == "罚没物品"
    reported = round_reports_pb2.GetRoundReportResponse(
        number="报1", round=ROUND, office=JW, figures=figures, submitted_on="2026-06-20"
    )
    then = told("round", "round-report show", reported, named="round_report")
    assert (then["number"], then["issuer"], then["issued_on"]) == ("报1", "县纪委监委", "2026-06-20")


@pytest.mark.parametrize(("kind", "inference", "said"), [("H", False, "规定期限2026-06-02"), ("T", True, "服务目标，非规定时限")])
def test_a_service_target_that_passed_is_not_called_a_breach(kind: str, inference: bool, said: str) -> None:
    owed = obligations_pb2.Obligation(case=CASE, kind=kind, due="2026-06-02", state="OVERDUE")
    answer = obligations_pb2.GetObligationResponse(obligation=owed, explanation_zh="自反馈之日起算", inference=inference)
    taken = [ladder_pb2.LadderTaken(step=n, act_zh=f"第{n}步", on="2026-07-0" + str(n)) for n in (2, 3)]
    also = {"ladder show": ladder_pb2.GetLadderResponse(taken=taken)}
    made = told("notice", "obligation show", answer, named="obligation", also=also)
    assert said in made["facts"]
    assert ("规定期限" in made["facts"]) is not inference
    assert (made["step"], made["demand"]) == ("3", "第3步")


def test_a_disclosure_is_the_version_that_people_can_read() -> None:
    versions = [
        disclosure_pb2.NoticeVersion(
            version=n,
            state="FEEDBACK_PERIOD",
            basis="公开要求",
            organisation=f"第{n}稿",
            published_on="2026-07-20",
            approval_no="公〔2026〕2号",
            results=[disclosure_pb2.FindingResult(number="2026-1-CGJ-01", wording="问题", account="已整改")],
            figures=disclosure_pb2.Figures(
                findings=3, measures=7, signed_off=2, continuing=1, rate_permille=666, money_fen=123456705
            ),
            channels=[disclosure_pb2.Channel(kind="phone", value="0000-0000000")],
        )
        for n in (1, 2)
    ]
    answer = disclosure_pb2.GetDisclosureResponse(case=CASE, org=CGJ, scope="public", published=1, versions=versions)
    made = told("disclosure", "disclosure show", answer)
    assert (made["version"], made["organisation"], made["scope"], made["channels"]["phone"]) == (
        1, "第1稿", "向社会公开", "0000-0000000",
    )  # fmt: skip
    assert "完成率66.6%" in made["summary"]
    assert "1234567.05元" in made["summary"]
    assert made["results"] == [{"number": "2026-1-CGJ-01", "heading": "问题", "text": "已整改"}]


def test_a_progress_report_tells_the_accounts_and_what_is_unfinished() -> None:
    made = content(Played("A09").document("report", "2026-1/CGJ"))
    assert (made["name"], made["addressee"], made["since"], made["until"]) == (
        "集中整改进展情况报告", "县纪委监委", "2026-03-02", "2026-06-02",
    )  # fmt: skip
    assert [one["wording"] for one in made["accounts"]] == ["反馈问题第1项", "反馈问题第2项"]
    assert [one["next_on"] for one in made["unfinished"]] == ["2026-09-30", "2026-09-30"]
    assert (made["totals"]["rate"], made["endorsement"]["text"]) == ("0.00", "情况属实")


def test_a_handover_lists_what_goes_over() -> None:
    played = Played("A26")
    (line,) = played.facts().ask("handover list")["handovers"]
    made = content(played.document("handover", line["number"]))
    assert len([item for item in made["items"] if item["kind"] == "反馈问题"]) == 6
    assert made["outgoing"]["name"] == made["leaver"]
    assert made["receiving"]["name"] == made["incoming"]
    assert made["witness"]["name"] == ""


def test_a_letter_carries_its_late_reply() -> None:
    reply = letters_pb2.LetterReply(
        adoption="partly",
        reason="预算已批复",
        actions=["建立机制"],
        rule_changes=[letters_pb2.RuleChange(action="adopt", title="统筹办法")],
        replier="e" * 32,
        replied_on="2026-05-02",
        late=True,
    )
    answer = letters_pb2.GetLetterResponse(
        number="巡建2026-1",
        kind="recommendation",
        case=CASE,
        addressee=ZZB,
        findings=[FINDING],
        suggestions=["完善办法"],
        reply_due="2026-04-30",
        reply=reply,
        adoption="partly",
        assessment="属实",
    )
    made = told("letter", "letter show", answer)
    assert (made["name"], made["addressee"], made["reply_due"], made["findings"]) == (
        "巡视建议书", "县委组织部", "2026-04-30", ["2026-1-CGJ-01"],
    )  # fmt: skip
    assert (
        made["reply"] | {"adoption": "部分采纳", "late": True, "replier": "局长甲", "assessment": "部分采纳：属实"} == made["reply"]
    )
    assert made["reply"]["rules"] == [{"action": "立", "name": "统筹办法", "on": ""}]


def test_an_immediate_notice_comes_from_its_finding() -> None:
    notice = ledger_pb2.NoticeRecord(demand="立即清退", due="2026-01-25", served_to="1" * 32, result="已清退")
    notice.served.FromJsonString("2026-01-14T17:30:00Z")
    line = ledger_pb2.FindingLine(number="2026-1-CGJ-立1", case=CASE, holder=CGJ, wording="公车私用")
    made = told("notice", "finding show", ledger_pb2.GetFindingResponse(line=line, notice=notice))
    assert (made["name"], made["due"], made["served_to"], made["served_on"]) == (
        "立行立改通知书",
        "2026-01-25",
        "局长甲",
        "2026-01-15",
    )
    with pytest.raises(NotFound, match="notice"):
        told("notice", "finding show", ledger_pb2.GetFindingResponse(line=line))


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_document_is_written_from_a_file(rectify: Rectify, tmp_path: Path, kind: str) -> None:
    data = tmp_path / f"{kind}.json"
    assert rectify("document", "sample", kind, "-o", str(data))[0] == 0
    for form in DOCUMENTS[kind].forms:
        out = tmp_path / f"made.{form}"
        code, _, err = rectify("document", kind, "--json", str(data), "-o", str(out))
        assert code == 0, err
        assert out.read_bytes() == render(kind, sample(kind), form)
        assert hashlib.sha256(out.read_bytes()).hexdigest() in err


def test_json_goes_to_standard_output_and_the_form_must_be_known(rectify: Rectify, tmp_path: Path) -> None:
    data = tmp_path / "letter.json"
    rectify("document", "sample", "letter", "-o", str(data))
    code, out, _ = rectify("document", "letter", "--json", str(data))
    assert code == 0
    assert json.loads(out) == content(sample("letter"))
    code, _, err = rectify("document", "letter", "--json", str(data), "-o", str(tmp_path / "letter.out"))
    assert code == 2
    assert "error[missing]" in err
    assert "--format" in err
    code, _, err = rectify("document", "letter", "--json", str(data), "-o", str(tmp_path / "letter.xlsx"))
    assert code == 1
    assert "error[document-form-not-offered]" in err


def test_what_the_record_holds_cannot_be_said_otherwise(
    rectify: Rectify, remote: FakeRemote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(
        GATHERED["letter"].by,
        "letter",
        lambda _facts, _id, _given: {"number": "建1", "facts": "事实", "reply": {"on": "2026-05-02"}},
    )
    more = tmp_path / "more.json"
    more.write_text(json.dumps({"contact": "综合科", "facts": "事实", "reply": {"replier": "办公室"}}), encoding="utf-8")
    code, out, err = rectify("document", "letter", "建1", "--with", str(more))
    assert (code, err) == (0, "")
    made = json.loads(out)
    assert (made["contact"], made["reply"]["replier"], made["reply"]["on"]) == ("综合科", "办公室", "2026-05-02")
    for other, field in (({"facts": "另一事实"}, "facts"), ({"reply": {"on": "2026-04-01"}}, "reply.on")):
        more.write_text(json.dumps(other), encoding="utf-8")
        code, _, err = rectify("document", "letter", "建1", "--with", str(more))
        assert code == 2
        assert "error[document-field-recorded]" in err
        assert f"where: {field}" in err


def test_a_document_shows_the_record_as_it_stood(rectify: Rectify, remote: FakeRemote, tmp_path: Path) -> None:
    remote.answers["GetLetter"] = letters_pb2.GetLetterResponse(number="建1", kind="suggestion", addressee=ZZB, facts="事实")
    remote.answers["GetOrganisation"] = register_pb2.GetOrganisationResponse(name="县委组织部")
    remote.answers["FindPosts"] = register_pb2.FindPostsResponse()
    remote.answers["ListRounds"] = Refused(Kind.DENIED, "role-denied")
    remote.answers["GetRound"] = Refused(Kind.DENIED, "role-denied")
    out = tmp_path / "letter.pdf"
    code, _, err = rectify("document", "letter", "建1", "--as-of", "2026-06-15", "-o", str(out))
    assert code == 0, err
    asked = {name: request.meta.as_of.ToJsonString() for _, name, request, _ in remote.asked if name != "FindPosts"}
    assert set(asked.values()) == {"2026-06-15T15:59:59.999999Z"}
    assert hashlib.sha256(out.read_bytes()).hexdigest() in err
    code, text, _ = rectify("document", "letter", "建1", "--as-of", "2026-06-15", "--format", "json")
    made = json.loads(text)
    assert (made["as_of"], made["name"], made["addressee"]) == ("2026-06-15", "巡视工作建议", "县委组织部")


def test_a_document_needs_a_source_and_one_only(rectify: Rectify, tmp_path: Path) -> None:
    code, _, err = rectify("document", "plan", "--format", "pdf")
    assert (code, "error[missing]" in err) == (2, True)
    code, _, err = rectify("document", "plan", "2026-1/CGJ", "--json", "x.json")
    assert (code, "error[document-two-sources]" in err) == (2, True)
    code, _, err = rectify("document", "return", "2026-1/CGJ")
    assert (code, "--month" in err) == (2, True)
    code, _, err = rectify("document", "letter", "--json", str(tmp_path / "nothing.json"))
    assert (code, "error[file]" in err) == (2, True)


def test_templates_are_written_tried_and_used(rectify: Rectify, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    code, out, _ = rectify("document", "templates", str(folder))
    assert code == 0
    assert str(folder / "plan.docx") in out
    assert rectify("document", "templates", str(folder))[0] == 4
    code, _, err = rectify("document", "check", str(folder))
    assert (code, "templates are in order" in err) == (0, True)
    layout = folder / "return.toml"
    layout.write_text(layout.read_text(encoding="utf-8").replace("{{ row.difficulties }}", "{{ row.trouble }}"), encoding="utf-8")
    code, _, err = rectify("document", "check", str(folder), "--lang", "zh")
    assert code != 0
    code, _, err = rectify("--lang", "zh", "document", "check", str(folder))
    assert code == 1
    assert "错误[template-field-unknown]" in err
    assert f"{layout} 第 " in err
    assert "没有字段 row.trouble" in err


def test_the_documents_are_listed_with_their_sources(rectify: Rectify) -> None:
    code, out, _ = rectify("document", "kinds")
    assert code == 0
    assert len(out.splitlines()) == len(DOCUMENTS)
    assert all(words in verbs() for words in ("plan show", "ledger show", "report show", "return show", "finding show"))
