"""The published form: one function makes it, one reads it, and a page that cannot be told is refused at start."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from rectify.log.v1.log_service_pb2 import Published

from chassis.published import Unreadable, check_contracts, known, notice, published, told
from chassis.service import DeclarationError, Hear
from chassis.store import Store
from kernel.context import named
from kernel.errors import InvalidField
from kernel.messages import News
from tests.libs.chassis.delivery.contracts import messages
from tests.libs.chassis.delivery.world import (
    ALPHA,
    ALPHA_SERVICE,
    BETA,
    BETA_SERVICE,
    ORG,
    CaseClosed,
    CaseNoted,
    CaseOpened,
    Opened,
    record,
    take_duty,
    without,
)

CASE = named("case", "1")


def tell(alpha: Store, **fields: Any) -> Published:
    record(alpha, CaseOpened(case=CASE, title="甲单位", weight=3, contact="办公室主任甲", **fields))
    (row,) = alpha.read_published(0, 1)
    return published(ALPHA_SERVICE, alpha.decode(row), "00-trace")


def test_an_event_travels_as_cloudevents_headers_and_its_message(alpha: Store) -> None:
    effective = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    command = uuid4()
    record(alpha, CaseNoted(case=named("case", "2"), note="not told"))
    record(alpha, CaseOpened(case=CASE, title="甲单位", contact="办公室主任甲"), command=command, effective=effective)
    (row,) = alpha.read_published(0, 1)
    recorded = alpha.decode(row)
    message = published(ALPHA_SERVICE, recorded)
    assert message.pub == 1
    assert message.subject == "rectify.evt.alpha.v1.CaseOpened"
    assert ALPHA["CaseOpened"].FromString(message.payload) == ALPHA["CaseOpened"](case=CASE, title="甲单位", weight=1)
    assert dict(message.headers) == {
        "ce-specversion": "1.0",
        "ce-id": "test/alpha/e1:2",
        "ce-source": "test/alpha/e1",
        "ce-type": "rectify.alpha.v1.CaseOpened",
        "ce-subject": CASE,
        "ce-time": "2026-03-01T08:30:00.000000Z",
        "ce-datacontenttype": "application/protobuf",
        "rectify-pub": "1",
        "rectify-prev-pub": "0",
        "rectify-position": "2",
        "rectify-at": f"{recorded.at:%Y-%m-%dT%H:%M:%S.%f}Z",
        "rectify-actor": named("p", "1"),
        "rectify-role": "handler",
        "rectify-org": ORG,
        "rectify-rule": "",
        "rectify-refs": CASE,
        "rectify-leaf": recorded.leaf.hex(),
    }


def test_headers_carry_no_text_of_the_event(alpha: Store) -> None:
    message = tell(alpha)
    outside = "".join([message.subject, *message.headers.keys(), *message.headers.values()])
    assert "甲" not in outside
    assert "办公室主任甲".encode() not in message.payload
    assert message.headers["traceparent"] == "00-trace"


def test_what_is_told_is_heard(alpha: Store) -> None:
    message = tell(alpha)
    read = notice(message)
    heard = told(Hear(Opened, [take_duty]), message, read)
    recorded = alpha.decode(alpha.read(0, 1)[0])
    assert heard.news == Opened(case=CASE, title="甲单位")
    assert (heard.source, heard.position, heard.pub, heard.refs) == (recorded.source, 1, 1, recorded.refs)
    assert (heard.at, heard.effective, heard.org) == (recorded.at, recorded.effective, recorded.org)
    assert read.leaf == recorded.leaf


def test_a_function_may_make_the_message(alpha: Store) -> None:
    record(alpha, CaseClosed(case=CASE))
    message = published(ALPHA_SERVICE, alpha.decode(alpha.read_published(0, 1)[0]))
    assert ALPHA["CaseClosed"].FromString(message.payload) == ALPHA["CaseClosed"](case=CASE, how="in order")


def test_what_is_not_published_has_no_published_form(alpha: Store) -> None:
    record(alpha, CaseNoted(case=CASE, note=""))
    with pytest.raises(DeclarationError, match="CaseNoted is not published"):
        published(ALPHA_SERVICE, alpha.decode(alpha.read(0, 1)[0]))


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("ce-source", "test/alpha"),
        ("rectify-pub", "7"),
        ("rectify-pub", ""),
        ("rectify-position", "x"),
        ("rectify-position", "0"),
        ("ce-time", "yesterday"),
        ("rectify-leaf", "00"),
        ("rectify-leaf", "xx" * 32),
    ],
)
def test_damaged_headers_are_seen(alpha: Store, header: str, value: str) -> None:
    message = tell(alpha)
    message.headers[header] = value
    with pytest.raises(Unreadable):
        notice(message)


@pytest.mark.parametrize("header", ["ce-source", "rectify-pub", "rectify-position", "rectify-at", "ce-time", "rectify-leaf"])
def test_missing_headers_are_seen(alpha: Store, header: str) -> None:
    message = tell(alpha)
    del message.headers[header]
    with pytest.raises(Unreadable):
        notice(message)


def test_a_damaged_payload_is_seen(alpha: Store) -> None:
    message = tell(alpha)
    message.payload = b"\xff\xff"
    with pytest.raises(Unreadable, match=r"is no rectify\.alpha\.v1\.CaseOpened"):
        told(Hear(Opened, [take_duty]), message, notice(message))
    message.payload = ALPHA["CaseOpened"](case="not an id").SerializeToString()
    with pytest.raises(InvalidField):
        told(Hear(Opened, [take_duty]), message, notice(message))


def test_only_what_is_in_a_contract_is_known() -> None:
    assert known("rectify.alpha.v1.CaseOpened") is ALPHA["CaseOpened"].DESCRIPTOR
    for name in ("rectify.alpha.v2.CaseOpened", "rectify.alpha.v1.CaseMelted", "rectify.nobody.v1.X", "x", "rectify..v1.X", ""):
        assert known(name) is None


class Titled(News):
    case: str
    weight: str


def test_pages_that_do_not_fit_their_contracts_are_refused_at_start() -> None:
    check_contracts(ALPHA_SERVICE)
    check_contracts(BETA_SERVICE)
    personal = messages("rectify.alpha.v9", "Told: string case, string contact")["Told"]
    wide = messages("rectify.alpha.v8", "Told: string case, string more")["Told"]

    def publishing(kind: Any) -> None:
        check_contracts(without(ALPHA_SERVICE, publishes={CaseOpened: kind}))

    with pytest.raises(DeclarationError, match="personal"):
        publishing(personal)
    with pytest.raises(DeclarationError, match="more"):
        publishing(wide)
    with pytest.raises(DeclarationError, match=r"no message of rectify\.alpha"):
        publishing(BETA["DutyTaken"])
    with pytest.raises(DeclarationError, match="in no contract"):
        check_contracts(without(BETA_SERVICE, hears={"rectify.alpha.v1.Melted": Hear(Opened, [take_duty])}))
    with pytest.raises(DeclarationError, match="weight"):
        check_contracts(without(BETA_SERVICE, hears={"rectify.alpha.v1.CaseOpened": Hear(Titled, [take_duty])}))
    with pytest.raises(DeclarationError, match="share a name"):
        check_contracts(without(BETA_SERVICE, hears={"rectify.alpha.v1.CaseOpened": Hear(Opened, [take_duty, take_duty])}))


def test_a_function_that_makes_anothers_message_is_refused(alpha: Store) -> None:
    record(alpha, CaseOpened(case=CASE, title=""))
    page = without(ALPHA_SERVICE, publishes={CaseOpened: lambda _: BETA["DutyTaken"]()})
    with pytest.raises(DeclarationError, match=r"no message of rectify\.alpha"):
        published(page, alpha.decode(alpha.read(0, 1)[0]))
