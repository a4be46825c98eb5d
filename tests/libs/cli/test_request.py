import datetime as dt
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from rectify.audit.v1 import audit_service_pb2
from rectify.envelope.v1 import envelope_pb2
from rectify.files.v1 import files_service_pb2
from rectify.findings.v1 import feedback_pb2, register_pb2, rounds_pb2

from cli.names import Names
from cli.plain import parse_yaml, plain
from cli.request import Builder, WrongValue, end_of, instant
from kernel.context import named

ZONE = ZoneInfo("Asia/Shanghai")
PERSON = "f" * 32
BUILDER = Builder(Names(person=lambda _: PERSON), ZONE)


def build(kind: Any, **values: Any) -> Any:
    return BUILDER.build(kind.DESCRIPTOR, {name.replace("__", "-"): value for name, value in values.items()})


def test_flags_and_fields_are_the_same_words() -> None:
    made = build(register_pb2.RegisterOrganisationRequest, code="001", short__name="城管", level="county")
    assert (made.code, made.short_name, made.level) == ("001", "城管", "county")


def test_numbers_of_things_become_ids_also_inside_lists_and_nested_messages() -> None:
    made = build(
        rounds_pb2.IssueMandateRequest,
        round="2026-1",
        document="县委〔2026〕1号",
        teams=[{"name": "一组", "leader": "team_leader@XCZ", "members": ["team@XCZ"], "orgs": ["CGJ", "JTJ"]}],
    )
    assert made.round == named("round", "2026-1")
    assert made.teams[0].leader == PERSON
    assert list(made.teams[0].orgs) == [named("org", "CGJ"), named("org", "JTJ")]


def test_nested_values_as_json_as_file_and_repeated(tmp_path: Path) -> None:
    more = tmp_path / "items.yaml"
    more.write_text("- wording: 第二个问题\n- wording: 第三个问题\n", encoding="utf-8")
    made = build(feedback_pb2.DraftFeedbackRequest, round="2026-1", org="CGJ", items=['{"wording": "第一个问题"}', f"@{more}"])
    assert [item.wording for item in made.items] == ["第一个问题", "第二个问题", "第三个问题"]


def test_one_value_of_a_repeated_field_is_a_list_of_one() -> None:
    assert len(build(rounds_pb2.AddToRoundRequest, round="2026-1", orgs="CGJ").orgs) == 1


def test_times_without_offset_are_in_the_zone() -> None:
    made = build(envelope_pb2.CommandMeta, effective="2026-03-02T09:00")
    assert made.effective.ToDatetime(dt.UTC) == dt.datetime(2026, 3, 2, 1, tzinfo=dt.UTC)
    assert instant("2026-03-02", ZONE) == dt.datetime(2026, 3, 2, tzinfo=ZONE)
    assert instant("2026-03-02T09:00+00:00", ZONE) == dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
    assert end_of("2026-03-02", ZONE, "") == dt.datetime(2026, 3, 2, 23, 59, 59, 999999, tzinfo=ZONE)
    assert end_of("2026-03-02T10:00", ZONE, "") == dt.datetime(2026, 3, 2, 10, tzinfo=ZONE)


def test_bytes_are_hex_base64_or_a_file(tmp_path: Path) -> None:
    file = tmp_path / "chunk"
    file.write_bytes(b"\x00\xff")
    assert build(files_service_pb2.GetFileResponse, chunk="00ff").chunk == b"\x00\xff"
    assert build(files_service_pb2.GetFileResponse, chunk="base64:AP8=").chunk == b"\x00\xff"
    assert build(files_service_pb2.GetFileResponse, chunk=f"@{file}").chunk == b"\x00\xff"


def test_maps_are_names_with_values() -> None:
    made = build(envelope_pb2.RefusalDetail, values={"number": "2026-1-CGJ-07"})
    assert dict(made.values) == {"number": "2026-1-CGJ-07"}


@pytest.mark.parametrize(
    ("kind", "values", "path", "why"),
    [
        (register_pb2.RegisterOrganisationRequest, {"nmae": "x"}, "nmae", "it has: code, name"),
        (audit_service_pb2.GetHistoryRequest, {"limit": "many"}, "limit", "whole number"),
        (audit_service_pb2.GetHistoryRequest, {"limit": True}, "limit", "whole number"),
        (audit_service_pb2.VerifyRequest, {"skip_source": "perhaps"}, "skip_source", "true or false"),
        (envelope_pb2.CommandMeta, {"effective": "yesterday"}, "effective", "2026-03-02T09:00"),
        (files_service_pb2.GetFileResponse, {"chunk": "zz"}, "chunk", "hex"),
        (files_service_pb2.GetFileResponse, {"chunk": "@/nowhere"}, "chunk", "/nowhere"),
        (feedback_pb2.DraftFeedbackRequest, {"items": ["{"]}, "items", "JSON"),
        (feedback_pb2.DraftFeedbackRequest, {"items": [{"words": "x"}]}, "items[0].words", "no such field"),
        (rounds_pb2.AddToRoundRequest, {"round": ["a"]}, "round", "text"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(kind: Any, values: dict[str, Any], path: str, why: str) -> None:
    with pytest.raises(WrongValue, match=why) as caught:
        BUILDER.build(kind.DESCRIPTOR, values)
    assert caught.value.path == path


def test_yaml_keeps_codes_days_and_words_as_text() -> None:
    text = "code: 001\nday: 2026-03-02\ntime: 12:30\nword: yes\nnumber: 38\nnone: ~\ntruth: true\n"
    assert parse_yaml(text) == {
        "code": "001",
        "day": "2026-03-02",
        "time": "12:30",
        "word": "yes",
        "number": 38,
        "none": None,
        "truth": True,
    }


def test_messages_become_plain_values() -> None:
    receipt = envelope_pb2.Receipt(command_id="c", position=3)
    receipt.events.add(source="s/findings/1", position=3, leaf=b"\x01\x02")
    assert plain(receipt) == {
        "command_id": "c",
        "events": [
            {"source": "s/findings/1", "position": 3, "topic": "", "aggregate": "", "version": 0, "leaf": "0102"},
        ],
        "position": 3,
        "repeated": False,
        "signed": "",
        "checkpoint": "",
        "proofs": [],
    }
    meta = envelope_pb2.CommandMeta()
    meta.effective.FromJsonString("2026-03-02T01:00:00Z")
    assert plain(meta)["effective"] == dt.datetime(2026, 3, 2, 1, tzinfo=dt.UTC)
    assert "effective" not in plain(envelope_pb2.CommandMeta())
