"""The stored record: what is built verifies, what is sealed opens."""

from __future__ import annotations

from translog.record import Place, Sealing, build, open_field, verify_record

FIELDS = {
    "v": "1",
    "src": "wuhan/findings/1",
    "agg": "a" * 32,
    "ver": "2",
    "type": "findings.finding.signed-off.v1",
    "at": "2026-03-02T01:00:00.000000Z",
    "eff": "2026-03-01T01:00:00.000000Z",
    "cmd": "0f0e0d0c-0b0a-4908-8706-050403020100",
    "caus": ["wuhan/findings/1:9"],
    "refs": ["b" * 32],
    "actor": "c" * 32,
    "role": "office-director",
    "org": "org-1",
    "pol": "d" * 64,
    "rule": "cn@2026#" + "e" * 64,
    "prev": "f" * 64,
}
KEY = bytes(range(32))


def test_a_built_record_verifies_and_its_sealed_field_opens() -> None:
    record = build(
        FIELDS,
        {"title": "整改完成", "flag": True, "tags": ["a"]},
        {"person": Sealing("case/1", KEY, "办公室主任甲", b"n" * 12, b"s" * 16)},
        b"\x07" * 32,
    )
    verified = verify_record(record.state)
    assert verified.leaf == record.leaf
    assert verified.clear == {"title": "整改完成", "flag": True, "tags": ["a"]}
    assert {key: value for key, value in verified.envelope.items() if key != "body"} == FIELDS
    assert verified.place == Place("wuhan/findings/1", "a" * 32, "2")
    assert open_field(verified.place, "person", verified.sealed["person"], KEY) == (b"s" * 16, "办公室主任甲")
