"""No changed bit of a stored record passes."""

from __future__ import annotations

from typing import Any

import pytest

from translog.errors import LeafMismatch, RecordError
from translog.record import Record, Sealing, build, unpack, verify_record

KEY = bytes(range(32))


def samples(fields: dict[str, Any], record: Record) -> list[Record]:
    first = {**fields, "ver": "1", "prev": "", "caus": [], "refs": [], "pol": "", "rule": "", "role": "", "org": ""}
    return [
        record,
        build(fields, {"title": "整改", "done": True}, {}, bytes(32)),
        build(first, {}, {}, bytes(range(32))),
        build(first, {}, {"person": Sealing("case/1", KEY, ["甲", None], b"n" * 12, b"s" * 16)}, bytes(32)),
        build(first, {"tree": {"a": {"b": [[], {}, "", False]}}, "x/y.z-1": None}, {}, b"\xff" * 32),
    ]


def test_every_bit_is_bound(fields: dict[str, Any], record: Record) -> None:
    """With the leaf known, every single bit of every sample is refused.

    Without it, every bit outside the envelope (length, body) is refused by the record itself; of the envelope, only
    changes that keep the form of a field pass (another digit of an id, another letter of a role), and those change the
    leaf: `prev` of the aggregate's next event and every later checkpoint contradict them.
    """
    for sample in samples(fields, record):
        state = bytearray(sample.state)
        end = 4 + len(sample.envelope)
        passed = 0
        for index in range(len(state)):
            for bit in range(8):
                state[index] ^= 1 << bit
                changed = bytes(state)
                state[index] ^= 1 << bit
                with pytest.raises(RecordError):
                    verify_record(changed, leaf=sample.leaf)
                try:
                    verified = verify_record(changed)
                except RecordError:
                    continue
                assert 4 <= index < end
                assert verified.leaf != sample.leaf
                with pytest.raises(LeafMismatch):
                    verify_record(changed, with_commitment=False, leaf=sample.leaf)
                passed += 1
        assert 0 < passed < 8 * len(sample.envelope)


def test_no_byte_may_be_added_removed_or_swapped(fields: dict[str, Any], record: Record) -> None:
    for sample in samples(fields, record):
        state = sample.state
        for index in range(len(state) + 1):
            for changed in (
                state[:index] + state[index + 1 :],
                state[:index] + b" " + state[index:],
                state[:index] + b"0" + state[index:],
                state[:index] + state[index + 1 : index + 2] + state[index : index + 1] + state[index + 2 :],
            ):
                if changed != state:
                    with pytest.raises(RecordError):
                        verify_record(changed, leaf=sample.leaf)


def test_halves_of_two_records_do_not_fit(fields: dict[str, Any], record: Record) -> None:
    others = samples(fields, record)
    for one in others:
        for two in others:
            if one is not two:
                with pytest.raises(RecordError):
                    verify_record(one._replace(body=two.body).state)
    assert unpack(record.state) == (record.envelope, record.body)
