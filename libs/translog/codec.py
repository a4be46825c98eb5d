"""Strict codecs: for every value exactly one accepted encoding, so that no flipped bit passes unseen."""

from __future__ import annotations

import binascii
import json
import math
import re
from json.encoder import encode_basestring
from typing import Any, NoReturn

from translog.errors import CodecError, NotBase64, NotCanonical, NotDecimal, NotHex, NotJson, NotLines, NotUtf8

type Json = bool | int | float | str | list[Json] | dict[str, Json] | None

MAX_SAFE_INTEGER = 2**53 - 1
"""Largest magnitude of an integer that every JSON reader keeps exactly (RFC 8785 §3.2.2.3)."""

MAX_DEPTH = 64
"""Deepest nesting of lists and objects that is read or written."""

_HEX = re.compile(r"[0-9a-f]*")
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")


# --- text and numbers ------------------------------------------------------------------------------------------------


def utf8(data: bytes, where: str = "text") -> str:
    """Decode strict UTF-8 (no surrogates, no overlong forms); a byte-order mark stays a character."""
    try:
        return data.decode("utf-8", "strict")
    except UnicodeDecodeError as error:
        raise NotUtf8(where) from error


def lines(text: str, where: str = "text") -> list[str]:
    """Split on U+000A alone; the text must end with one. Other line separators are ordinary characters."""
    if not text.endswith("\n"):
        raise NotLines(where)
    return text[:-1].split("\n")


def b64encode(data: bytes) -> str:
    """Standard base64 (RFC 4648 §4), padded."""
    return binascii.b2a_base64(data, newline=False).decode("ascii")


def b64decode(text: str, where: str = "base64", size: int | None = None) -> bytes:
    """Decode standard base64; refuses spaces, foreign characters, wrong padding and non-zero pad bits.

    `size` is the number of bytes expected, if known.
    """
    try:
        data = b64decode_bytes(text.encode("ascii"), where)
    except UnicodeEncodeError as error:
        raise NotBase64(where) from error
    if size is not None and len(data) != size:
        raise NotBase64(where)
    return data


def b64decode_bytes(encoded: bytes, where: str = "base64") -> bytes:
    """As `b64decode`, from ASCII bytes."""
    try:
        data = binascii.a2b_base64(encoded, strict_mode=True)
    except binascii.Error as error:
        raise NotBase64(where) from error
    # strict_mode still takes non-zero pad bits: only the re-encoding is decisive.
    if binascii.b2a_base64(data, newline=False) != encoded:
        raise NotBase64(where)
    return data


def unhex(text: str, where: str = "hex", size: int | None = None) -> bytes:
    """Decode lower-case hexadecimal; `size` is the number of bytes expected, if known."""
    if _HEX.fullmatch(text) is None or len(text) % 2 or (size is not None and len(text) != 2 * size):
        raise NotHex(where, octets="n" if size is None else size)
    return bytes.fromhex(text)


def decimal(text: str, where: str = "number") -> int:
    """Read an unsigned decimal of at most 19 ASCII digits without leading zeros."""
    if _DECIMAL.fullmatch(text) is None:
        raise NotDecimal(where)
    return int(text)


# --- JSON: writing (RFC 8785) ----------------------------------------------------------------------------------------

_CONSTANTS = {None: "null", True: "true", False: "false"}
_SCALARS = frozenset({str, bool, type(None)})
_NESTS = frozenset({dict, list})
_encode_sorted = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, sort_keys=True, separators=(",", ":")
).encode


def canonical_json(value: object) -> bytes:
    """The RFC 8785 (JCS) bytes of `value`: str, bool, None, int, float, list, dict with text keys.

    Refuses (`NotJson`) other types, subclasses, non-finite floats, integers from 2^53, nesting above 64, and text
    that UTF-8 cannot carry (`NotUtf8`).
    """
    text = canonical_text(value)
    try:
        return text.encode("utf-8", "strict")
    except UnicodeEncodeError as error:
        raise NotUtf8("JSON text") from error


def canonical_text(value: object) -> str:
    """As `canonical_json`, before UTF-8 encoding (a lone surrogate is not refused yet)."""
    text = plain_text(value)
    return canonical_text_slow(value) if text is None else text


def plain_text(value: object) -> str | None:
    """The canonical text by the fast way if `value` holds text, booleans and None only, under ASCII keys; else None."""
    if type(value) is str:
        return encode_basestring(value)
    if type(value) is list and set(map(type, value)) == {str}:
        return "[" + ",".join(map(encode_basestring, value)) + "]"
    if value is None or type(value) is bool:
        return _CONSTANTS[value]
    return _encode_sorted(value) if _is_plain(value, 0) else None


def _is_plain(value: object, depth: int) -> bool:
    """Whether the standard encoder's output is the canonical one: no numbers, ASCII keys (code-point order is then
    UTF-16 order), exact types, bounded depth.
    """
    if depth >= MAX_DEPTH:
        return False
    if type(value) is dict:
        if not _all_ascii_text(value):
            return False
        children: Any = value.values()
    elif type(value) is list:
        children = value
    else:
        return type(value) in _SCALARS
    kinds = set(map(type, children))
    if kinds <= _SCALARS:
        return True
    if not kinds <= _SCALARS | _NESTS:
        return False
    return all(_is_plain(child, depth + 1) for child in children if type(child) in _NESTS)


def _all_ascii_text(keys: dict[Any, Any]) -> bool:
    return set(map(type, keys)) <= {str} and all(map(str.isascii, keys))


def canonical_text_slow(value: object, depth: int = 0) -> str:
    """The definition of the canonical form, without short cuts; `canonical_text` must equal it."""
    if type(value) is str:
        return encode_basestring(value)
    if value is None or type(value) is bool:
        return _CONSTANTS[value]
    if type(value) is int:
        if not -MAX_SAFE_INTEGER <= value <= MAX_SAFE_INTEGER:
            raise NotJson("JSON number", why="an integer from 2^53 upwards is not exact everywhere")
        return str(value)
    if type(value) is float:
        return ecmascript_number(value)
    if depth >= MAX_DEPTH:
        raise NotJson("JSON value", why=f"nested deeper than {MAX_DEPTH}")
    if type(value) is list:
        return "[" + ",".join(canonical_text_slow(item, depth + 1) for item in value) + "]"
    if type(value) is dict:
        return "{" + ",".join(_member(key, value[key], depth) for key in _ordered(value)) + "}"
    raise NotJson("JSON value", why=f"{type(value).__name__} has no JSON form")


def _ordered(members: dict[Any, Any]) -> list[str]:
    """Keys by UTF-16 code units (RFC 8785 §3.2.3)."""
    if any(type(key) is not str for key in members):
        raise NotJson("JSON object", why="a key is not text")
    # surrogatepass, because lone surrogates are refused later, by the encoding to UTF-8.
    return sorted(members, key=lambda key: key.encode("utf-16-be", "surrogatepass"))


def _member(key: str, value: object, depth: int) -> str:
    return f"{encode_basestring(key)}:{canonical_text_slow(value, depth + 1)}"


def ecmascript_number(value: float) -> str:
    """Number::toString of ECMAScript (radix 10), which RFC 8785 §3.2.2.3 prescribes; refuses NaN and infinities."""
    if not math.isfinite(value):
        raise NotJson("JSON number", why="NaN and infinities have no JSON form")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    # repr gives the shortest digits that read back to the same double, as ECMAScript demands; only the layout differs.
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    if fraction == "0":
        fraction = ""
    point = len(whole) + int(exponent or 0)
    digits = (whole + fraction).lstrip("0")
    point -= len(whole + fraction) - len(digits)
    digits = digits.rstrip("0")
    count = len(digits)
    if count <= point <= 21:
        return sign + digits + "0" * (point - count)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    power = point - 1
    tail = f"e{'+' if power > 0 else '-'}{abs(power)}"
    return sign + digits[0] + ("." + digits[1:] if count > 1 else "") + tail


# --- JSON: reading ---------------------------------------------------------------------------------------------------


def _refuse_constant(text: str) -> NoReturn:
    raise NotJson("JSON number", why=f"{text} is not JSON")


def _refuse_float(text: str) -> NoReturn:
    raise NotJson("JSON number", why=f"{text[:40]} is not an integer")


def _integer(text: str) -> int:
    if len(text) > 17 or not -MAX_SAFE_INTEGER <= int(text) <= MAX_SAFE_INTEGER:
        raise NotJson("JSON number", why="an integer from 2^53 upwards is not exact everywhere")
    return int(text)


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise NotJson("JSON object", why="a key occurs twice")
    return members


_lenient = json.JSONDecoder(parse_float=_refuse_float, parse_int=_integer, parse_constant=_refuse_constant)
_strict = json.JSONDecoder(
    parse_float=_refuse_float, parse_int=_integer, parse_constant=_refuse_constant, object_pairs_hook=_unique
)


def _decode(decoder: json.JSONDecoder, text: str, where: str) -> tuple[Json, int]:
    try:
        value, end = decoder.raw_decode(text)
    except CodecError:
        raise
    except RecursionError as error:
        raise NotJson(where, why=f"nested deeper than {MAX_DEPTH}") from error
    except ValueError as error:
        raise NotJson(where, why="it does not follow the grammar") from error
    return value, end


def parse_json(data: bytes, where: str = "JSON") -> Json:
    """Read UTF-8 JSON in any layout; refuses duplicate keys, floats, NaN, infinities, integers from 2^53 and lone
    surrogates (`NotJson`, `NotUtf8`).
    """
    text = utf8(data, where).strip(" \t\r\n")
    value, end = _decode(_strict, text, where)
    if end != len(text):
        raise NotJson(where, why="something follows the value")
    canonical_json(value)
    return value


def parse_canonical(data: bytes, where: str = "JSON") -> Json:
    """Read JSON that is exactly its own RFC 8785 form, without floats; otherwise `NotJson`, `NotUtf8` or
    `NotCanonical`.
    """
    text = utf8(data, where)
    value = read_json_text(text, where)
    if canonical_text(value) != text:
        raise NotCanonical(where)
    return value


def read_json_text(text: str, where: str = "JSON") -> Json:
    """Read JSON without the final comparison: the caller compares the re-encoding, which also reveals duplicate keys,
    spaces and foreign escapes.
    """
    value, end = _decode(_lenient, text, where)
    if end != len(text):
        raise NotCanonical(where)
    return value
