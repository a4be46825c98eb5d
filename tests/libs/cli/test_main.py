import base64
import datetime as dt
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rectify.audit.v1 import audit_service_pb2
from rectify.envelope.v1.envelope_pb2 import EventRef, Receipt
from rectify.findings.v1 import ledger_pb2, register_pb2
from rectify.ops.v1 import ops_service_pb2

from chassis.refusals import Refused
from cli.commands.systems import target
from cli.contexts import Context
from cli.session import Session
from kernel.context import named
from kernel.errors import Kind
from tests.libs.cli.conftest import FakeRemote

Rectify = Callable[..., tuple[int, str, str]]
RECEIPT = Receipt(
    command_id="0f8fad5b-d9cb-469f-a165-70867728950e",
    events=[
        EventRef(source="s/findings/1", position=7, topic="findings.organisation.registered.v1", aggregate="a" * 32, version=1)
    ],
    position=7,
)
REGISTER = ("org", "register", "CGJ", "--name", "城市管理局", "--level", "county")


@pytest.fixture
def posts(remote: FakeRemote) -> FakeRemote:
    remote.answers["FindPosts"] = register_pb2.FindPostsResponse(
        posts=[
            register_pb2.PostHeld(person="1" * 32, until="2026-01-01"),
            register_pb2.PostHeld(person="2" * 32),
            register_pb2.PostHeld(person="3" * 32),
        ]
    )
    remote.answers["RegisterOrganisation"] = RECEIPT
    return remote


def claims(token: str) -> dict[str, Any]:
    body = token.split(".")[1]
    return dict(json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))))


def test_a_command_is_sent_with_an_id_and_its_receipt_is_shown(rectify: Rectify, posts: FakeRemote) -> None:
    code, out, err = rectify(*REGISTER)
    assert code == 0
    request = posts.last()
    assert (request.code, request.name, request.level) == ("CGJ", "城市管理局", "county")
    assert len(request.meta.command_id) == 36
    assert "organisation.registered" in out
    assert "findings.organisation.registered.v1" in rectify(*REGISTER, "-o", "csv")[1]
    assert "recorded 1 events, up to position 7" in err


def test_the_circumstances_of_a_command_are_flags(rectify: Rectify, posts: FakeRemote) -> None:
    code, out, _ = rectify(
        *REGISTER, "--command-id", RECEIPT.command_id, "--expect-version", "4", "--effective", "2026-03-02T09:00", "-q"
    )
    assert code == 0
    meta = posts.last().meta
    assert (meta.command_id, meta.expected_version, meta.effective.ToJsonString()) == (
        RECEIPT.command_id,
        4,
        "2026-03-02T01:00:00Z",
    )
    assert out == "a" * 32 + "\n"


def test_whoever_acts_is_looked_up_and_counted(rectify: Rectify, posts: FakeRemote) -> None:
    rectify(*REGISTER)
    assert claims(posts.asked[-1][3]) | {"iat": 0, "exp": 0} == {
        "iss": "rectify-development",
        "sub": "2" * 32,
        "role": "office",
        "org": named("org", "XCB"),
        "iat": 0,
        "exp": 0,
    }
    rectify(*REGISTER, "--as", "office@XCB#2")
    assert claims(posts.asked[-1][3])["sub"] == "3" * 32


def test_somebody_in_no_register_is_invented_once(rectify: Rectify, posts: FakeRemote) -> None:
    posts.answers["FindPosts"] = register_pb2.FindPostsResponse()
    persons = []
    for post in ("office", "office", "office#2", "handler@CGJ"):
        rectify(*REGISTER, "--as", post)
        persons.append(claims(posts.asked[-1][3])["sub"])
    assert persons[0] == persons[1]
    assert len(set(persons)) == 3


def test_a_token_from_the_environment_acts_when_no_role_is_given(
    rectify: Rectify, posts: FakeRemote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RECTIFY_AS")
    monkeypatch.setenv("RECTIFY_TOKEN", "secret")
    assert rectify(*REGISTER)[0] == 0
    assert posts.asked[-1][3] == "secret"
    monkeypatch.delenv("RECTIFY_TOKEN")
    code, _, err = rectify(*REGISTER)
    assert code == 2
    assert "RECTIFY_TOKEN" in err


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (Kind.INVALID, 1),
        (Kind.BLOCKED, 1),
        (Kind.UNAVAILABLE, 1),
        (Kind.NOT_FOUND, 3),
        (Kind.CONFLICT, 4),
        (Kind.DENIED, 5),
        (Kind.UNAUTHENTICATED, 5),
    ],
)
def test_refusals_are_told_apart_by_exit_code(rectify: Rectify, posts: FakeRemote, kind: Kind, code: int) -> None:
    texts = {"en": "no such thing", "zh": "没有", "next_en": "look again", "next_zh": "再看看"}
    posts.answers["RegisterOrganisation"] = Refused(kind, "not-there", field="code", texts=texts)
    got, out, err = rectify(*REGISTER)
    assert (got, out) == (code, "")
    assert err == "error[not-there]: no such thing\n  where: code\n  next: look again\n"
    assert rectify("--lang", "zh", *REGISTER)[2] == "错误[not-there]: 没有\n  位置: code\n  下一步: 再看看\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("org", "register", "CGJ"), "--name, --level is missing"),
        (("org", "register"), "CODE, --name, --level is missing"),
        ((*REGISTER, "--nonsense"), "--nonsense"),
        (("org", "rigister"), "did you mean register?"),
        (("orgs",), "did you mean org?"),
        ((*REGISTER, "--parents", "{"), "expected JSON"),
        ((*REGISTER, "--effective", "yesterday"), "2026-03-02T09:00"),
        ((*REGISTER, "--as", "Office"), "ROLE"),
    ],
)
def test_wrong_usage_is_said_and_nothing_is_sent(
    rectify: Rectify, posts: FakeRemote, arguments: tuple[str, ...], says: str
) -> None:
    code, out, err = rectify(*arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert not any(rpc == "RegisterOrganisation" for _, rpc, _, _ in posts.asked)


def test_fields_come_from_a_file_too_and_flags_win(rectify: Rectify, posts: FakeRemote, tmp_path: Path) -> None:
    file = tmp_path / "org.yaml"
    file.write_text(
        "code: JTJ\nname: 交通局\nlevel: city\nparents: [{relation: party-leadership, parent: XW, since: 2020-01-01}]\n"
    )
    assert rectify("org", "register", "--input", str(file), "--level", "county")[0] == 0
    request = posts.last()
    assert (request.code, request.level) == ("JTJ", "county")
    assert request.parents[0].parent == named("org", "XW")


def test_a_question_about_the_past(rectify: Rectify, posts: FakeRemote) -> None:
    posts.answers["ListOrganisations"] = register_pb2.ListOrganisationsResponse()
    code, out, err = rectify("org", "list", "--as-of", "2026-03-02", "--as-of-effective", "2026-03-01T12:00", "--position", "9")
    assert (code, out, err) == (0, "", "nothing found\n")
    meta = posts.last().meta
    assert meta.as_of.ToJsonString() == "2026-03-02T15:59:59.999999Z"
    assert meta.as_of_effective.ToJsonString() == "2026-03-01T04:00:00Z"
    assert meta.position == 9


def test_a_list_in_each_form(rectify: Rectify, posts: FakeRemote, tmp_path: Path) -> None:
    lines = [register_pb2.OrganisationLine(org="a" * 32, code="CGJ", name="城管局, 县", level="county")]
    posts.answers["ListOrganisations"] = register_pb2.ListOrganisationsResponse(organisations=lines)
    assert rectify("org", "list", "-q")[1] == "CGJ\n"
    table = rectify("org", "list")[1]
    assert "CGJ" in table
    assert "a" * 32 not in table
    posts.answers["ListRounds"] = posts.answers["ListCases"] = posts.answers["ListFindings"] = Refused(Kind.DENIED, "role-denied")
    assert "a" * 32 not in rectify("org", "list", "-o", "wide")[1]
    assert json.loads(rectify("org", "list", "-o", "json")[1])["organisations"][0]["code"] == "CGJ"
    assert rectify("org", "list", "-o", "csv")[1].splitlines()[1].startswith(f'{"a" * 32},CGJ,"城管局, 县"')
    book = tmp_path / "orgs.xlsx"
    assert rectify("org", "list", "-o", "xlsx", "--out", str(book))[1] == ""
    assert book.read_bytes().startswith(b"PK")


def test_a_history_is_readable(rectify: Rectify, posts: FakeRemote) -> None:
    event = audit_service_pb2.HistoryEvent(
        source="s/findings/1",
        position=7,
        topic="findings.finding.signed-off.v1",
        role="discipline",
        rule="guangxi-2022@1:R-12#abc",
        body=json.dumps({"signoff": "1", "number": "2026-1-CGJ-07", "digest": "a" * 64}),
        verified=True,
    )
    event.at.FromJsonString("2026-03-02T01:00:00Z")
    broken = audit_service_pb2.HistoryEvent(source="s/findings/1", position=8, topic="findings.x.y.v1", broken="leaf differs")
    broken.causes.extend(["s/findings/1:7", "s/review/1:3"])
    posts.answers["GetHistory"] = audit_service_pb2.GetHistoryResponse(events=[event, broken], next="8")
    code, out, err = rectify("finding", "history", "2026-1-CGJ-07")
    assert code == 0
    assert posts.last().about == named("finding", "2026-1-CGJ-07")
    assert "finding.signed-off" in out
    assert "signoff=1" in out
    assert "R-12" in out
    assert "finding.signed-off; review:3" in out
    wide = rectify("finding", "history", "2026-1-CGJ-07", "-o", "wide")[1]
    assert "signoff=1; number=2026-1-CGJ-07" in wide
    assert "guangxi-2022@1:R-12" in wide
    assert "findings:7 finding.signed-off; review:3" in wide
    assert json.loads(rectify("finding", "history", "2026-1-CGJ-07", "-o", "json")[1])["events"][1]["causes"] == [
        "s/findings/1:7",
        "s/review/1:3",
    ]
    assert "2026-03-02 09:00:00+08:00" in wide
    assert "s/findings/1:8 does not verify: leaf differs" in err
    assert "--after 8" in err
    assert rectify("case", "history", "2026-1/CGJ")[0] == 0
    assert posts.last().about == named("case", "2026-1", "CGJ")


@pytest.mark.parametrize(("ok", "code"), [(True, 0), (False, 1)])
@pytest.mark.parametrize("form", ["table", "json"])
def test_a_verdict_decides_the_exit_code(rectify: Rectify, posts: FakeRemote, ok: bool, code: int, form: str) -> None:
    posts.answers["Verify"] = audit_service_pb2.VerifyResponse(
        ok=ok, sources=[audit_service_pb2.SourceVerdict(source="s/findings/1", events=3)]
    )
    got, out, _ = rectify("audit", "verify", "-o", form)
    assert got == code
    assert "s/findings/1" in out


def test_help_speaks_both_languages(rectify: Rectify) -> None:
    code, out, _ = rectify("org", "register", "--help")
    assert code == 0
    assert "Usage: rectify org register [OPTIONS] CODE" in out
    assert "Common options:" in out
    code, out, _ = rectify("--lang", "zh", "org", "register", "--help")
    assert "用法: rectify org register" in out
    assert "通用选项" in out
    assert rectify("org", "register", "--help", "--lang=zh")[1] == out


def test_nothing_runs_and_nothing_is_named(rectify: Rectify, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECTIFY_AS", "office")
    code, _, err = rectify("org", "list")
    assert code == 2
    assert "error[no-system]" in err
    assert "rectify up" in err


def test_completion_scripts(rectify: Rectify) -> None:
    assert "_RECTIFY_COMPLETE" in rectify("completion", "bash")[1]


def test_a_ledger_is_tried_before_it_is_imported(rectify: Rectify, posts: FakeRemote, tmp_path: Path) -> None:
    file = tmp_path / "台账.xlsx"
    file.write_bytes(b"PK-not-really")
    outcome = ledger_pb2.LedgerOutcome(row=5, number="F1", outcome="amended")
    outcome.changes.add(column="整改目标", old="", new="堵塞漏洞")
    posts.answers["CheckLedger"] = ledger_pb2.CheckLedgerResponse(ok=True, outcomes=[outcome], amended=1, same=3)
    posts.answers["ImportLedger"] = RECEIPT
    code, out, err = rectify("ledger", "import", str(file), "--dry-run")
    assert code == 0
    assert "整改目标: – → 堵塞漏洞" in out
    assert err == "0 new, 1 amended, 3 unchanged\n"
    assert posts.last().workbook == b"PK-not-really"
    assert rectify("ledger", "import", str(file), "--register")[0] == 0
    request = posts.last()
    assert (request.workbook, request.name, request.register) == (b"PK-not-really", "台账.xlsx", True)
    fault = ledger_pb2.LedgerFault(row=7, en="no such finding", zh="没有此问题", fatal=True)
    posts.answers["CheckLedger"] = ledger_pb2.CheckLedgerResponse(ok=False, faults=[fault])
    code, _, err = rectify("ledger", "check", str(file))
    assert code == 1
    assert "no such finding" in err
    assert rectify("ledger", "check", str(tmp_path / "none.xlsx"))[0] == 2


def test_a_ledger_is_exported_into_a_file(rectify: Rectify, posts: FakeRemote, tmp_path: Path) -> None:
    posts.answers["ExportLedger"] = ledger_pb2.ExportLedgerResponse(workbook=b"PK", name="x.xlsx", rows=38, sha256="a" * 64)
    file = tmp_path / "out.xlsx"
    code, out, err = rectify("ledger", "export", "2026-1/CGJ", "--as-of", "2026-06-15", "--out", str(file))
    assert (code, out) == (0, "")
    assert file.read_bytes() == b"PK"
    assert "38 findings" in err
    assert posts.last().case == named("case", "2026-1", "CGJ")
    assert posts.last().meta.as_of.ToJsonString() == "2026-06-15T15:59:59.999999Z"


def test_evidence_is_uploaded_and_its_hash_recorded(rectify: Rectify, posts: FakeRemote, tmp_path: Path) -> None:
    file = tmp_path / "凭证.pdf"
    file.write_bytes(b"x" * 300_000)
    posts.answers["AddEvidence"] = RECEIPT
    assert rectify("evidence", "add", "2026-1-CGJ-01", str(file), "--criteria", "1", "--criteria", "2")[0] == 0
    request = posts.last()
    assert (request.finding, list(request.criteria)) == (named("finding", "2026-1-CGJ-01"), [1, 2])
    digest = hashlib.sha256(b"x" * 300_000).hexdigest()
    assert (request.name, request.size, request.media_type, request.sha256) == ("凭证.pdf", 300_000, "application/pdf", digest)
    header, *pieces = posts.sent
    assert (header.header.sha256, header.header.size) == (digest, 300_000)
    assert [len(piece.chunk) for piece in pieces] == [262_144, 37_856]
    assert rectify("evidence", "add", "2026-1-CGJ-01", str(tmp_path / "none.pdf"))[0] == 2


def test_the_clock_of_a_sandbox(rectify: Rectify, posts: FakeRemote) -> None:
    status = ops_service_pb2.GetStatusResponse(source="s/x/1", sandbox=True, swept="2026-03-01")
    status.now.FromJsonString("2026-03-02T01:00:00Z")
    posts.answers["GetStatus"] = status
    out = rectify("clock", "show")[1]
    assert "2026-03-02 09:00 " in out
    assert out.count("2026-03-01") == 6
    code, _, err = rectify("clock", "advance", "soon")
    assert code == 2
    assert "soon is neither a span" in err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("90d",), "2026-05-31T01:00:00+00:00"),
        (("4h",), "2026-03-02T05:00:00+00:00"),
        (("15m",), "2026-03-02T01:15:00+00:00"),
        (("to", "2026-06-02T09:00"), "2026-06-02T09:00:00+08:00"),
        (("to", "2026-06-02"), "2026-06-02T00:00:00+08:00"),
    ],
)
def test_how_far_to_advance(words: tuple[str, ...], expected: str) -> None:
    now = dt.datetime(2026, 3, 2, 1, tzinfo=dt.UTC)
    assert target(words, now, Session(Context())).isoformat() == expected


def test_rulebooks_need_no_system(rectify: Rectify) -> None:
    assert "guangxi-2022@1" in rectify("rulebook", "list")[1]
    out = rectify("rulebook", "explain", "guangxi-2022", "R-01", "2024-11-30")[1]
    assert "2025-02-28" in out
    assert "February has no 30th" in out
    zh = rectify("--lang", "zh", "rulebook", "explain", "guangxi-2022", "R-01", "2024-11-30")[1]
    assert "2月没有30日" in zh
    assert rectify("rulebook", "explain", "guangxi-2022", "R-01", "2024-11-30", "--lang", "zh")[1] == zh
    data = json.loads(rectify("rulebook", "explain", "guangxi-2022", "R-01", "2024-11-30", "-o", "json")[1])
    assert data["due"] == "2025-02-28"
    assert rectify("rulebook", "show", "guangxi-2022", "R-30")[0] == 0
    assert len(rectify("rulebook", "show", "guangxi-2022", "-o", "csv")[1].splitlines()) > 100
    assert "rules.R-01" in rectify("rulebook", "compare", "guangxi-2022", "national-2017")[1]
    code, _, err = rectify("rulebook", "explain", "guangxi-2022", "R-999", "2024-11-30")
    assert (code, "no-such-rule" in err) == (3, True)
    assert rectify("rulebook", "explain", "guangxi-2022", "R-01", "soon")[0] == 2


def test_a_faulty_rulebook_is_told_line_by_line(rectify: Rectify, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("id: mine\nversion: x\n", encoding="utf-8")
    code, out, err = rectify("rulebook", "check", str(file))
    assert (code, out) == (1, "")
    assert "mine.yaml" in err


def test_scenarios_are_checked_with_file_and_line(rectify: Rectify, tmp_path: Path) -> None:
    file = tmp_path / "X01.yaml"
    file.write_text("scenario: X01\nclock: 2026-03-02T09:00\nsteps:\n  - do: org registr\n", encoding="utf-8")
    code, _, err = rectify("scenario", "check", str(file))
    assert code == 1
    assert f"{file}:4: there is no verb 'org registr'" in err
    file.write_text("scenario: X01\nclock: 2026-03-02T09:00\nsteps:\n  - {ask: org list}\n", encoding="utf-8")
    code, out, _ = rectify("scenario", "check", str(tmp_path))
    assert (code, out) == (0, f"OK   {file}: X01\n")


def test_a_file_is_written_anew_with_the_answer_and_kept_when_there_is_none(
    rectify: Rectify, posts: FakeRemote, tmp_path: Path
) -> None:
    file = tmp_path / "report.txt"
    file.write_text("what was there", encoding="utf-8")
    inode = file.stat().st_ino
    posts.answers["ListOrganisations"] = Refused(Kind.DENIED, "role-denied", texts={"en": "no"})
    assert rectify("org", "list", "--out", str(file))[0] == 5
    assert file.read_text(encoding="utf-8") == "what was there"
    line = register_pb2.OrganisationLine(code="CGJ")
    posts.answers["ListOrganisations"] = register_pb2.ListOrganisationsResponse(organisations=[line])
    for form in ("table", "wide", "json", "csv"):
        assert rectify("org", "list", "--out", str(file), "-o", form) == (0, "", "")
        assert "what was there" not in file.read_text(encoding="utf-8")
        assert file.read_text(encoding="utf-8").count("CGJ") == 1
    assert file.stat().st_ino == inode
