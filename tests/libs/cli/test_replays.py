"""`audit replay`, `audit diff`, `audit export` and `audit explain` as people see them."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from rectify.audit.v1 import audit_service_pb2 as audit
from rectify.findings.v1 import ledger_pb2, register_pb2
from rectify.ops.v1 import ops_service_pb2 as ops
from rectify.supervision.v1 import obligations_pb2

from cli.explaining import outcome_of
from kernel.context import named
from tests.libs.cli.conftest import FakeRemote
from tests.libs.cli.test_exporting import SOURCE, log

Rectify = Callable[..., tuple[int, str, str]]
FINDING, CASE, DUTY = named("finding", "2026-1-CGJ-01"), named("case", "2026-1", "CGJ"), named("obligation", "1")


@pytest.fixture
def remote(remote: FakeRemote) -> FakeRemote:
    """Nobody and nothing has a name there."""
    remote.answers["FindPosts"] = register_pb2.FindPostsResponse()
    remote.answers |= {
        f"List{things}": register_pb2.ListOrganisationsResponse() for things in ("Organisations", "Rounds", "Cases", "Findings")
    }
    return remote


def model(**changes: Any) -> ops.ReplayedModel:
    known = {"name": "ledger", "position": 9, "rows": 3, "digest": "a" * 64, "live_rows": 3, "live_digest": "a" * 64}
    return ops.ReplayedModel(**{**known, **changes})


def test_a_replay_that_finds_nothing_is_0(rectify: Rectify, remote: FakeRemote) -> None:
    remote.answers["Replay"] = ops.ReplayResponse(ok=True, position=9, models=[model(again="a" * 64)], note="hash seeds 1 and 2")
    code, out, err = rectify("audit", "replay", "--service", "findings", "--model", "ledger", "--twice", "--as-of", "2026-04-03")
    request = remote.last()
    assert (code, request.twice, list(request.models)) == (0, True, ["ledger"])
    assert request.as_of.ToDatetime(tzinfo=UTC) > datetime(2026, 4, 3, 15, 59, tzinfo=UTC)
    assert [service for service, name, *_ in remote.asked if name == "Replay"] == ["findings"]
    assert "ledger" in out
    assert "hash seeds 1 and 2" in err
    assert "1 read models: nothing differs" in err


def test_what_differs_is_named_and_1(rectify: Rectify, remote: FakeRemote) -> None:
    first = [
        ops.RowDifference(table="ledger", key=["x", "7"], what="differs", columns=["state", "due"]),
        ops.RowDifference(table="ledger", key=["y"], what="missing"),
        ops.RowDifference(table="ledger", key=["z"], what="unexpected"),
    ]
    wrong = [
        model(different=5, first=first, live_digest="b" * 64),
        model(name="cases", failed="KeyError: 'x'", position=4, digest="", live_digest=""),
        model(name="rounds", again="c" * 64),
    ]
    remote.answers["Replay"] = ops.ReplayResponse(models=wrong)
    code, _, err = rectify("audit", "replay", "--service", "findings")
    assert code == 1
    for said in (
        "findings ledger: row (x, 7) of ledger differs in state, due",
        "findings ledger: row (y) of ledger is missing",
        "findings ledger: row (z) of ledger should not be there",
        "findings ledger: 2 more rows differ",
        "findings cases cannot take event 4: KeyError: 'x'",
        f"findings rounds: {'a' * 64} and then {'c' * 64}",
    ):
        assert said in err
    code, out, _ = rectify("audit", "replay", "-o", "json", "--lang", "zh")
    content = json.loads(out)
    assert (code, content["ok"], sorted(content["services"])) == (1, False, sorted({*remote.services} - {"audit"}))


def test_a_difference_between_dates_is_shown_column_by_column(rectify: Rectify, remote: FakeRemote) -> None:
    changes = [
        ops.RowChange(
            model="ledger",
            table="ledger",
            kind="changed",
            key={"finding": FINDING},
            columns=[
                ops.ColumnChange(column="state", before="PLANNED", after="IN_PROGRESS"),
                ops.ColumnChange(column="due", after="2026-06-02"),
            ],
        ),
        ops.RowChange(
            model="cases",
            table="cases",
            kind="added",
            key={"case_id": CASE},
            columns=[ops.ColumnChange(column="state", after="OPENED")],
        ),
    ]
    remote.answers["Diff"] = ops.DiffResponse(since=3, until=9, total=2, changes=changes)
    code, out, err = rectify(
        "audit", "diff", "2026-04-01", "2026-04-03", "--about", "2026-1-CGJ-01", "-o", "csv", "--service", "findings"
    )
    asked = [request for _, name, request, _ in remote.asked if name == "Diff"]
    assert (code, asked[0].about, len(asked)) == (0, FINDING, 1)
    assert out.splitlines()[1:] == [
        f"findings,ledger,changed,finding {FINDING},state,PLANNED,IN_PROGRESS",
        f"findings,ledger,changed,finding {FINDING},due,,2026-06-02",
        f"findings,cases,added,case_id {CASE},,,state=OPENED",
    ]
    assert "findings: 2 rows differ between position 3 and 9" in err
    rectify("audit", "diff", "2026-04-01", "2026-04-03", "--about", "2026-1/CGJ", "-o", "json")
    asked = [request for _, name, request, _ in remote.asked if name == "Diff"]
    assert asked[-1].about == CASE
    assert "leads" not in [service for service, name, *_ in remote.asked if name == "Diff"]
    assert rectify("audit", "diff", "2026-04-01", "2026-04-03", "--service", "leads")[0] == 5


def test_an_export_writes_files_of_every_log_but_leads(rectify: Rectify, remote: FakeRemote, tmp_path: Path) -> None:
    rows = list(log(10, 2))

    class Mirror(dict[str, Any]):
        def __getitem__(self, name: str) -> Any:
            if name == "FindPosts":
                return register_pb2.FindPostsResponse()
            if name == "ListSources":
                sources = [
                    audit.MirroredSource(source=SOURCE, position=10),
                    audit.MirroredSource(source="test/leads/1", position=3),
                ]
                return audit.ListSourcesResponse(sources=sources)
            request = remote.last()
            found = [row for row in rows if row.position > request.after][: min(request.limit, 4)]
            return audit.ReadMirrorResponse(
                rows=[audit.MirrorRow(position=row.position, pub=row.pub or 0, state=row.state, leaf=row.leaf) for row in found]
            )

    remote.answers = Mirror()
    code, out, err = rectify("audit", "export", "--out", str(tmp_path / "out"), "-o", "csv")
    assert code == 0
    assert [line.split(",")[1:6] for line in out.splitlines()[1:]] == [
        [SOURCE, "2026-01", "5", "1", "5"],
        [SOURCE, "2026-02", "5", "6", "10"],
    ]
    assert "leads" in err
    assert {request.source for _, name, request, _ in remote.asked if name == "ReadMirror"} == {SOURCE}
    code, _, err = rectify("audit", "export", "--out", str(tmp_path / "logs"), "--format", "log")
    assert code == 0
    assert "nothing of it is cosigned yet" in err
    assert rectify("audit", "export", "--out", str(tmp_path), "--service", "leads")[0] == 5


@pytest.mark.parametrize(
    ("kind", "state", "passed", "outcome"),
    [
        ("H", "MET", False, "met"),
        ("H", "MET_LATE", False, "late"),
        ("H", "OVERDUE", False, "missed"),
        ("H", "RUNNING", False, "open"),
        ("H", "SUSPENDED", False, "suspended"),
        ("P", "OVERDUE", False, "missed"),
        ("T", "MET", False, "met"),
        ("T", "MET", True, "met-after-target"),
        ("T", "MET_LATE", False, "met-after-target"),
        ("T", "RUNNING", True, "open-after-target"),
        ("T", "OVERDUE", False, "open-after-target"),
        ("T", "WAIVED", True, "waived"),
    ],
)
def test_a_service_target_is_never_a_breach(kind: str, state: str, passed: bool, outcome: str) -> None:
    assert outcome_of({"kind": kind, "state": state, "target_passed": passed}) == outcome


@pytest.fixture
def told(remote: FakeRemote) -> FakeRemote:
    def event(position: int, topic: str, aggregate: str, version: int, **body: Any) -> audit.HistoryEvent:
        found = audit.HistoryEvent(
            source=f"s/{topic.split('.')[0]}/1",
            position=position,
            aggregate=aggregate,
            version=version,
            topic=topic,
            verified=True,
            body=json.dumps(body),
        )
        for moment in (found.at, found.effective):
            moment.FromDatetime(datetime(2026, 3, 2, 1, tzinfo=UTC))
        return found

    line = ledger_pb2.FindingLine(finding=FINDING, number="2026-1-CGJ-01", case=CASE, state="REGISTERED")
    finding = ledger_pb2.GetFindingResponse(line=line, states=[ledger_pb2.PassedState(version=1, state="REGISTERED")])
    finding.states[0].since.FromDatetime(datetime(2026, 3, 2, 1, tzinfo=UTC))
    remote.answers["GetFinding"] = finding
    duty = obligations_pb2.Obligation(
        obligation=DUTY, case=CASE, rule_id="R-07", rulebook="guangxi-2022@1", kind="H", triggered_on="2026-03-02",
        due="2026-06-12", original_due="2026-06-02",
        state="MET_LATE", party="inspected_org", obligor="b" * 32, trigger="s/findings/1:61",
    )  # fmt: skip
    other = obligations_pb2.Obligation(obligation="f" * 32, case=CASE, finding="e" * 32)
    remote.answers["ListObligations"] = obligations_pb2.ListObligationsResponse(obligations=[duty, other])
    remote.answers["GetObligation"] = obligations_pb2.GetObligationResponse(
        obligation=duty, explanation_zh="自签收起3个月", explanation_en="3 months"
    )
    events = [
        event(61, "findings.finding.registered.v1", FINDING, 1),
        event(5, "supervision.obligation.opened.v1", DUTY, 1, due="2026-06-02"),
        event(9, "supervision.obligation.extended.v1", DUTY, 2, due="2026-06-12", former_due="2026-06-02", reason="暴雨"),
        event(12, "supervision.obligation.met-late.v1", DUTY, 3, submitted_on="2026-06-20", days_late="8"),
    ]
    events[1].causes.append("s/findings/1:61")
    remote.answers["GetHistory"] = audit.GetHistoryResponse(events=events)
    return remote


def test_a_finding_is_explained_with_duties_dates_and_the_events_that_say_so(rectify: Rectify, told: FakeRemote) -> None:
    code, out, _ = rectify("audit", "explain", "2026-1-CGJ-01", "--as-of", "2026-07-01", "--lang", "en")
    assert code == 0
    lines = [line.strip() for line in out.splitlines()]
    assert "2026-1-CGJ-01: REGISTERED" in lines
    for said in (
        "1 duties about it and its case",
        f"R-07  inspected organisation ({'b' * 32}): submit the progress report on the concentrated phase",
        "met late; due 2026-06-12",
        "first due 2026-06-02",
        "counted from 2026-03-02, started by findings:61, under guangxi-2022@1",
        "why this date: 3 months",
        "began to run: due 2026-06-02  [supervision:5 ← findings:61]",
        "extended: due 2026-06-12; before 2026-06-02; reason 暴雨  [supervision:9]",
        "met late: handed in 2026-06-20; days late 8  [supervision:12]",
        "2026-03-02  REGISTERED  (registered, findings:61)",
    ):
        assert any(said in line for line in lines), said
    assert all(
        request.meta.HasField("as_of")
        for _, name, request, _ in told.asked
        if name in ("GetFinding", "GetObligation", "GetHistory")
    )
    chinese = rectify("audit", "explain", "2026-1-CGJ-01", "--lang", "zh")[1]
    assert "逾期完成；期限 2026-06-12" in chinese
    assert "日期依据：自签收起3个月" in chinese
    assert "延期：期限 2026-06-12; 原期限 2026-06-02; 理由 暴雨  [supervision:9]" in chinese


def test_an_explanation_as_json_is_whole(rectify: Rectify, told: FakeRemote) -> None:
    content = json.loads(rectify("audit", "explain", "2026-1-CGJ-01", "-o", "json")[1])
    (duty,) = content["duties"]
    assert (duty["rule"], duty["outcome"], duty["of"], duty["first_due"]) == ("R-07", "late", "case", "2026-06-02")
    assert [(step["what"], step["event"]) for step in duty["events"]] == [
        ("opened", "s/supervision/1:5"),
        ("extended", "s/supervision/1:9"),
        ("met-late", "s/supervision/1:12"),
    ]
    assert content["states"] == [
        {
            "state": "REGISTERED",
            "since": "2026-03-02T01:00:00+00:00",
            "version": 1,
            "what": "registered",
            "event": "s/findings/1:61",
            "at": "2026-03-02T01:00:00+00:00",
        }
    ]
