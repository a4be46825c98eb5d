"""Every value has one accepted encoding."""

from __future__ import annotations

import base64
import json
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translog.codec import (
    b64decode,
    b64encode,
    canonical_json,
    canonical_text,
    canonical_text_slow,
    decimal,
    ecmascript_number,
    lines,
    parse_canonical,
    parse_json,
    unhex,
    utf8,
)
from translog.errors import CodecError, NotBase64, NotCanonical, NotDecimal, NotHex, NotJson, NotLines, NotUtf8

FAST = settings(deadline=None, max_examples=150)

# --- base64, hex, decimal, lines, UTF-8 ------------------------------------------------------------------------------


@FAST
@given(st.binary(max_size=80))
def test_base64_agrees_with_the_standard_library_and_reads_back(data: bytes) -> None:
    text = b64encode(data)
    assert text == base64.b64encode(data).decode()
    assert b64decode(text) == data


@pytest.mark.parametrize(
    "text",
    ["YQ", "YQ=", "YR==", "YQ== ", " YQ==", "YQ==\n", "Y Q==", "YWI", "YWJ=", "YQ==YQ==", "_w==", "-w==", "ÿ", "=", "YQ===", "Y"],
)
def test_base64_refuses_every_other_form(text: str) -> None:
    with pytest.raises(NotBase64):
        b64decode(text)


def test_each_base64_character_and_bit_counts() -> None:
    text = b64encode(bytes(range(31)))
    for index, character in enumerate(text):
        for bit in range(8):
            other = text[:index] + chr(ord(character) ^ 1 << bit) + text[index + 1 :]
            try:
                assert b64decode(other) != bytes(range(31))
            except NotBase64:
                continue


def test_base64_checks_the_size() -> None:
    assert b64decode("YWI=", size=2) == b"ab"
    with pytest.raises(NotBase64):
        b64decode("YWI=", size=3)


def test_hex_is_lower_case_whole_and_of_the_size() -> None:
    assert unhex("00ff", size=2) == b"\x00\xff"
    for text, size in [("00FF", 2), ("0", None), ("00", 2), ("0x", None), ("00 ff", None), ("０0", None), ("00\n", None)]:
        with pytest.raises(NotHex):
            unhex(text, size=size)


def test_decimal_has_one_form() -> None:
    assert [decimal(text) for text in ("0", "7", "10", "9" * 19)] == [0, 7, 10, 10**19 - 1]
    for text in ["", "00", "01", "+1", "-1", " 1", "1 ", "1\n", "1_0", "１", "٣", "0x1", "1.0", "9" * 20]:
        with pytest.raises(NotDecimal):
            decimal(text)


def test_lines_split_at_newlines_alone() -> None:
    assert lines("a\u2028b\x0b\x0cc\x85\n\nd\r\n") == ["a\u2028b\x0b\x0cc\x85", "", "d\r"]
    for text in ("", "a", "a\nb"):
        with pytest.raises(NotLines):
            lines(text)


def test_utf8_is_strict() -> None:
    for data in (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe6\xb1"):
        with pytest.raises(NotUtf8):
            utf8(data)


# --- canonical JSON --------------------------------------------------------------------------------------------------


def test_public_vectors_of_rfc_8785(vectors: Path) -> None:
    inputs = sorted((vectors / "jcs" / "input").glob("*.json"))
    assert len(inputs) == 6
    for path in inputs:
        expected = (vectors / "jcs" / "output" / path.name).read_bytes()
        assert canonical_json(json.loads(path.read_text("utf-8"))) == expected, path.name


# IEEE-754 bits and text: the samples of RFC 8785, appendix B.
NUMBERS = {
    "0000000000000000": "0",
    "8000000000000000": "0",
    "0000000000000001": "5e-324",
    "8000000000000001": "-5e-324",
    "7fefffffffffffff": "1.7976931348623157e+308",
    "ffefffffffffffff": "-1.7976931348623157e+308",
    "4340000000000000": "9007199254740992",
    "c340000000000000": "-9007199254740992",
    "4430000000000000": "295147905179352830000",
    "44b52d02c7e14af5": "9.999999999999997e+22",
    "44b52d02c7e14af6": "1e+23",
    "44b52d02c7e14af7": "1.0000000000000001e+23",
    "444b1ae4d6e2ef4e": "999999999999999700000",
    "444b1ae4d6e2ef4f": "999999999999999900000",
    "444b1ae4d6e2ef50": "1e+21",
    "3eb0c6f7a0b5ed8c": "9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d": "0.000001",
    "41b3de4355555553": "333333333.3333332",
    "41b3de4355555554": "333333333.33333325",
    "41b3de4355555555": "333333333.3333333",
    "41b3de4355555556": "333333333.3333334",
    "41b3de4355555557": "333333333.33333343",
    "becbf647612f3696": "-0.0000033333333333333333",
    "43143ff3c1cb0959": "1424953923781206.2",
}


def test_numbers_are_written_as_ecmascript_does() -> None:
    for bits, text in NUMBERS.items():
        (value,) = struct.unpack(">d", bytes.fromhex(bits))
        assert ecmascript_number(value) == text
    for value in (float("nan"), float("inf"), float("-inf")):
        with pytest.raises(NotJson):
            ecmascript_number(value)


@FAST
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_read_back(value: float) -> None:
    assert float(ecmascript_number(value)) == value


def test_keys_are_ordered_by_utf16_code_units() -> None:
    # U+1F600 is written with surrogates from 0xD83D, below U+FB33; by code points it would be above.
    text = canonical_text({"\ufb33": "", "\U0001f600": "", "z": ""})
    assert text == '{"z":"","\U0001f600":"","\ufb33":""}'


FLOATS = st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | st.text(max_size=12) | st.integers(-(2**53) + 1, 2**53 - 1) | FLOATS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
ASCII = st.text(st.characters(max_codepoint=127), max_size=6)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(ASCII, inner, max_size=5),
    max_leaves=16,
)


@FAST
@given(PLAIN | JSON)
def test_the_fast_way_gives_what_the_slow_way_defines(value: object) -> None:
    assert canonical_text(value) == canonical_text_slow(value)


@FAST
@given(PLAIN)
def test_what_is_written_reads_back(value: object) -> None:
    assert parse_canonical(canonical_json(value)) == value
    assert parse_json(json.dumps(value, indent=1).encode()) == value


@pytest.mark.parametrize("value", [{1: "a"}, {None: "a"}, ("a",), {"a"}, b"a", 2**53, -(2**53), float("nan"), [{"a": object()}]])
def test_what_has_no_json_form_is_refused(value: object) -> None:
    with pytest.raises(NotJson):
        canonical_json(value)


def test_subclasses_are_not_taken_for_what_they_derive_from() -> None:
    class Text(str):
        __slots__ = ()

    for value in (Text("a"), [Text("a")], {"a": Text("b")}, {Text("a"): "b"}):
        with pytest.raises(NotJson):
            canonical_json(value)


def test_nesting_is_bounded_the_same_in_both_ways() -> None:
    value: object = "x"
    for _ in range(64):
        value = [value]
    assert parse_canonical(canonical_json(value)) == value
    with pytest.raises(NotJson):
        canonical_json([value])
    with pytest.raises(CodecError):
        parse_canonical(b"[" * 65 + b"]" * 65)
    with pytest.raises(NotJson):
        parse_json(b"[" * 200_000 + b"]" * 200_000)


def test_lone_surrogates_are_refused() -> None:
    for value in ("\ud800", ["a", "\udfff"], {"\ud800": "a"}):
        with pytest.raises(NotUtf8):
            canonical_json(value)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'{"a":"1","a":"1"}', NotCanonical),
        (b'{"b":"1","a":"1"}', NotCanonical),
        (b'{"a": "1"}', NotCanonical),
        (b'{"a":"1"}\n', NotCanonical),
        (b' "a"', NotJson),
        (b'"\\u0061"', NotCanonical),
        (b'"\\/"', NotCanonical),
        (b'"\\u001F"', NotCanonical),
        (b'"\\ud800"', NotCanonical),
        (b"-0", NotCanonical),
        (b"1.0", NotJson),
        (b"1e2", NotJson),
        (b"9007199254740992", NotJson),
        (b"1" * 5000, NotJson),
        (b"NaN", NotJson),
        (b"-Infinity", NotJson),
        (b'"\n"', NotJson),
        (b"'a'", NotJson),
        (b"", NotJson),
        (b'"\xff"', NotUtf8),
        (b"\xef\xbb\xbf1", NotJson),
        ("１".encode(), NotJson),
    ],
)
def test_other_forms_are_refused(data: bytes, kind: type[CodecError]) -> None:
    with pytest.raises(kind):
        parse_canonical(data)


def test_free_json_still_refuses_what_is_ambiguous() -> None:
    assert parse_json(b' { "b" : [ 1 , -2 ] , "a" : "\\u0061" }\r\n') == {"a": "a", "b": [1, -2]}
    for data in (b'{"a":1,"a":2}', b"[1.5]", b"[NaN]", b"[9007199254740992]", b"1 2", b"{}x"):
        with pytest.raises(NotJson):
            parse_json(data)
    with pytest.raises(NotUtf8):
        parse_json(b'["\\ud800"]')
