"""Commands that come too late, twice, from the wrong hand or in no form at all: refused in both languages, nothing applied."""

from typing import Any
from uuid import uuid4

import grpc
import pytest
from rectify.findings.v1.register_pb2 import RegisterOrganisationRequest

from kernel.context import named
from kernel.errors import Kind
from tests.system.bad_input.conftest import FINDING, FINDINGS, REFUSAL, Desk, meta, no

CLAIM = (
    "--member", "member@CGJ", "--handler", "handler@CGJ", "--unit", "办公室", "--track", "concentrated",
    "--cause", "制度缺失", "--criteria", "制度印发",
)  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "as_", "code", "exit", "says"),
    [
        (("finding", "claim", "2026-1-CGJ-99", *CLAIM), "handler@CGJ", "not-found", 3, "2026-1-CGJ-99"),
        (("finding", "show", "2026-1-CGJ-99"), "office@XCB", "not-found", 3, "2026-1-CGJ-99"),
        (("case", "show", "2026-1/NOBODY"), "office@XCB", "not-found", 3, "2026-1/NOBODY"),
        (("org", "show", "NOBODY"), "office@XCB", "not-found", 3, "NOBODY"),
        (("finding", "claim", FINDING, *CLAIM), "office@XCB", "role-denied", 5, "finding claim"),
        (("finding", "claim", FINDING, *CLAIM), "handler@JYJ", "finding-of-another-organisation", 5, FINDING),
        (("finding", "claim", FINDING, "--unit", "办"), "handler@CGJ", "missing", 2, "--criteria"),
        (("finding", "claim", FINDING, *CLAIM, "--expect-version", "1"), "handler@CGJ", "stale-version", 4, "version 2"),
        (("finding", "list", "--track", "nonsense"), "office@XCB", "invalid-field", 1, "must be one of: immediate, concentrated"),
        (("finding", "list", "--due-before", "2026-02-30"), "office@XCB", "invalid-field", 1, "is not a date"),
        (("finding", "list", "--as-of", "yesterday"), "office@XCB", "wrong-value", 2, "2026-03-02T09:00"),
        (("org", "register", "X", "--input", "/nowhere"), "admin", "file", 2, "/nowhere"),
        (("finding", "list"), "Office", "not-a-post", 2, "ROLE"),
        (("finding", "claims", FINDING), "office@XCB", "usage", 2, "claim"),
    ],
)
def test_a_command_that_cannot_be_done(desk: Desk, arguments: tuple[str, ...], as_: str, code: str, exit: int, says: str) -> None:
    desk.refused(*arguments, code=code, exit=exit, says=says, as_=as_)


def test_a_refusal_is_on_record_with_its_code(desk: Desk) -> None:
    before = desk.head()
    desk.refused("finding", "claim", "2026-1-CGJ-98", *CLAIM, code="not-found", exit=3, as_="handler@CGJ")
    assert desk.topics(before) == [REFUSAL] * 2


def test_the_same_command_id_with_another_content(desk: Desk) -> None:
    command = str(uuid4())
    first = ("org", "register", "AJJ", "--name", "示例市应急局党组", "--level", "city", "--command-id", command)
    assert desk.rectify(*first, as_="admin").code == 0
    position = desk.head()
    again = desk.rectify(*first, as_="admin")
    assert again.code == 0
    assert "before" in again.err
    assert desk.head() == position
    other = ("org", "register", "WJJ", "--name", "示例市卫健局党组", "--level", "city", "--command-id", command)
    desk.refused(*other, code="command-id-reused", exit=4, says=command, as_="admin")
    assert desk.rectify("org", "show", "WJJ").code == 3


def test_a_message_beyond_the_limit(desk: Desk) -> None:
    before = desk.head()
    request = RegisterOrganisationRequest(meta=meta(), code="BIG", name="大" * 1_500_000, level="city")
    refused = no(lambda: desk.ask(f"{FINDINGS}/RegisterOrganisation", request, "admin"))
    assert (refused.kind, refused.code) == (Kind.EXHAUSTED, "too-large")
    assert set(desk.topics(before)) <= {REFUSAL}


def test_a_message_far_beyond_the_limit_is_cut_off(desk: Desk) -> None:
    before = desk.head()
    request = RegisterOrganisationRequest(meta=meta(), code="BIG", name="大" * 4_000_000, level="city")
    refused = no(lambda: desk.ask(f"{FINDINGS}/RegisterOrganisation", request, "admin"))
    assert refused.kind is Kind.EXHAUSTED
    assert desk.topics(before) == []
    assert desk.rectify("org", "show", "CGJ", "-q").out == "CGJ\n"


@pytest.mark.parametrize("wrong", [b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf"], ids=["no-utf8", "surrogate", "overlong"])
def test_text_that_is_no_utf8(desk: Desk, wrong: bytes) -> None:
    before = desk.head()
    body = RegisterOrganisationRequest(meta=meta(), code="UTF", name="????", level="city").SerializeToString()
    body = body.replace(b"????", (wrong * 4)[:4])
    with grpc.insecure_channel(desk.system.address("findings")) as channel:
        call = channel.unary_unary(f"/{FINDINGS}/RegisterOrganisation")
        with pytest.raises(grpc.RpcError) as met:
            call(body, metadata=(("authorization", f"Bearer {desk.system.token('admin', uuid4().hex)}"),), timeout=20)
    error: Any = met.value  # also a call, with its status
    assert error.code() is grpc.StatusCode.INVALID_ARGUMENT
    assert "UTF-8" in str(error.details()) or "not a message" in str(error.details())
    assert set(desk.topics(before)) <= {REFUSAL}
    assert desk.rectify("org", "show", "UTF").code == 3


def test_lists_without_anything_are_no_error(desk: Desk) -> None:
    for lang, text in (("en", "nothing found"), ("zh", "没有记录")):
        ended = desk.rectify("finding", "list", "--org", "NOBODY", "--lang", lang)
        assert (ended.code, ended.out, ended.err) == (0, "", text + "\n")
    for form in ("json", "csv"):
        assert desk.rectify("finding", "list", "--org", "NOBODY", "-o", form).code == 0
    assert desk.rectify("finding", "list", "--org", "NOBODY", "-q").out == ""


def test_an_id_of_no_finding_is_not_silently_another(desk: Desk) -> None:
    assert desk.rectify("finding", "show", named("finding", FINDING), "-q").out == f"{FINDING}\n"
    desk.refused("finding", "show", "f" * 32, code="not-found", exit=3, says="f" * 32)
