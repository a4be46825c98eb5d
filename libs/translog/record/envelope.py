"""The envelope of an event: the 17 keys, the form of each, and the one canonical encoding that is hashed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypedDict

from translog.codec import parse_canonical
from translog.errors import (
    CodecError,
    EnvelopeField,
    EnvelopeKeys,
    EnvelopeNotCanonical,
    EnvelopeTooLarge,
    RecordError,
)

MAX_ENVELOPE = 2048
"""Most bytes of an envelope."""

MAX_LINKS = 8
"""Most entries of `caus` and of `refs`."""


class Envelope(TypedDict):
    """What is hashed of an event. Every value is text: numbers and times too, for JSON numbers are not exact."""

    v: str
    src: str
    agg: str
    ver: str
    type: str
    at: str
    eff: str
    cmd: str
    caus: list[str]
    refs: list[str]
    actor: str
    role: str
    org: str
    pol: str
    rule: str
    prev: str
    body: str


class Head(NamedTuple):
    """The values of an envelope in canonical key order; `caus` and `refs` are the raw inside of their JSON list."""

    actor: str
    agg: str
    at: str
    body: str
    caus: str
    cmd: str
    eff: str
    org: str
    pol: str
    prev: str
    refs: str
    role: str
    rule: str
    src: str
    type: str
    v: str
    ver: str


KEYS = Head._fields
"""The keys in canonical order."""

_KEY_SET = frozenset(KEYS)
_CAUS, _REFS = KEYS.index("caus"), KEYS.index("refs")

# Possessive where what follows is never in the class: the match does not look back.
_SEGMENT = r"[A-Za-z0-9][A-Za-z0-9._~-]{0,62}+"
_ORIGIN = rf"{_SEGMENT}/{_SEGMENT}/{_SEGMENT}"
_NAME = r"[A-Za-z0-9][A-Za-z0-9._~:@/#-]{0,127}+"
_NUMBER = r"[1-9][0-9]{0,17}+"
_TIME = r"[0-9]{4}-[01][0-9]-[0-3][0-9]T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{6}Z"
_SHA256 = r"[0-9a-f]{64}"
_ID = r"[0-9a-f]{32}"

_FORMS: dict[str, tuple[str, str]] = {
    "actor": (_NAME, "an id of 1 to 128 of A-Z a-z 0-9 . _ ~ : @ / # -"),
    "agg": (_ID, "32 lower-case hex digits"),
    "at": (_TIME, "a UTC time such as 2026-03-02T01:00:00.000000Z (exactly 6 decimals)"),
    "body": (_SHA256, "64 lower-case hex digits"),
    "caus": (rf"{_ORIGIN}:{_NUMBER}", "at most 8 different texts <site>/<context>/<epoch>:<position>, sorted"),
    "cmd": (r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "a lower-case UUID with hyphens"),
    "eff": (_TIME, "a UTC time such as 2026-03-02T01:00:00.000000Z (exactly 6 decimals)"),
    "org": (rf"(?:{_NAME})?", "an id of at most 128 of A-Z a-z 0-9 . _ ~ : @ / # -, or empty"),
    "pol": (rf"(?:{_SHA256})?", "64 lower-case hex digits, or empty"),
    "prev": (rf"(?:{_SHA256})?", "empty at version 1, 64 lower-case hex digits afterwards"),
    "refs": (_ID, "at most 8 different texts of 32 lower-case hex digits, sorted"),
    "role": (rf"(?:{_NAME})?", "an id of at most 128 of A-Z a-z 0-9 . _ ~ : @ / # -, or empty"),
    "rule": (
        rf"(?:{_SEGMENT}@{_SEGMENT}(?::{_SEGMENT})?#{_SHA256})?",
        "<rulebook>@<version>[:<rule>]#<SHA-256 of content and calendar>, or empty",
    ),
    "src": (_ORIGIN, "<site>/<context>/<epoch>, each at most 63 of A-Z a-z 0-9 . _ ~ -"),
    "type": (
        r"[a-z][a-z0-9-]*+(?:\.[a-z0-9][a-z0-9-]*+)+\.v[1-9][0-9]{0,3}+",
        "a topic such as findings.finding.signed-off.v1",
    ),
    "v": ("1", '"1"'),
    "ver": (_NUMBER, "a decimal number from 1 without leading zeros"),
}
_LISTS = ("caus", "refs")


def _member(key: str) -> str:
    form = _FORMS[key][0]
    if key in _LISTS:
        return rf'"{key}":\[((?:"{form}"(?:,"{form}"){{0,{MAX_LINKS - 1}}})?)\]'
    return rf'"{key}":"({form})"'


# Canonical envelopes are a regular language: the keys are fixed and sorted, and no value may need an escape. One match
# therefore checks canonical form, completeness and the form of every value at once.
_match = re.compile(r"\{" + ",".join(map(_member, KEYS)) + r"\}").fullmatch
FORMS = {key: re.compile(form) for key, (form, _) in _FORMS.items()}
"""What each value (of a list: each entry) must match in full."""

_TEMPLATE = "{" + ",".join(f'"{key}":[%s]' if key in _LISTS else f'"{key}":"%s"' for key in KEYS) + "}"


def items(raw: str) -> list[str]:
    """The entries of the raw inside of a list member of `Head`."""
    return raw[1:-1].split('","') if raw else []


def read_envelope(envelope: bytes, where: str = "envelope") -> Head:
    """Check canonical form, keys, form of every value and the rules between them; return the values.

    Raises `EnvelopeTooLarge`, `EnvelopeNotCanonical`, `EnvelopeKeys` or `EnvelopeField`.
    """
    if len(envelope) > MAX_ENVELOPE:
        raise EnvelopeTooLarge(where, size=len(envelope), limit=MAX_ENVELOPE)
    try:
        text = envelope.decode("ascii")
    except UnicodeDecodeError:
        found = None
    else:
        found = _match(text)
    if found is None:
        raise _explain_bytes(envelope, where)
    head = Head._make(found.groups())
    _check_between(head, where)
    return head


def _check_between(head: Head, where: str) -> None:
    """What one field alone cannot show: real dates, sorted lists, and `prev` exactly from version 2 on."""
    for field, time in (("at", head.at), ("eff", head.eff)):
        if not _is_date(time[:10]):
            raise _bad(where, field, time)
    for field, raw in (("caus", head.caus), ("refs", head.refs)):
        if "," in raw:
            entries = items(raw)
            if any(first >= second for first, second in pairwise(entries)):
                raise _bad(where, field, entries)
    if (head.ver == "1") is not (head.prev == ""):
        raise _bad(where, "prev", head.prev)


@lru_cache(maxsize=4096)
def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _bad(where: str, field: str, value: object) -> EnvelopeField:
    shown = repr(value)
    return EnvelopeField(where, field=field, form=_FORMS[field][1], value=shown if len(shown) <= 80 else shown[:77] + "…")


def _explain_bytes(envelope: bytes, where: str) -> RecordError:
    """Name what is wrong with bytes that do not match; the slow way, taken for broken envelopes only."""
    try:
        value = parse_canonical(envelope, where)
    except CodecError as error:
        return EnvelopeNotCanonical(where, why=error.code)
    if not isinstance(value, dict):
        return EnvelopeNotCanonical(where, why="not an object")
    return _explain_fields(value, where)


def _explain_fields(fields: Mapping[str, object], where: str) -> RecordError:
    missing, unknown = _KEY_SET - fields.keys(), fields.keys() - _KEY_SET
    if missing or unknown:
        return EnvelopeKeys(where, missing=", ".join(sorted(missing)) or "–", unknown=", ".join(sorted(unknown)) or "–")
    for key in KEYS:
        value = fields[key]
        entries: list[object] = [value]
        if key in _LISTS:
            if type(value) is not list or len(value) > MAX_LINKS:
                return _bad(where, key, value)
            entries = value
        if any(type(entry) is not str or not FORMS[key].fullmatch(entry) for entry in entries):
            return _bad(where, key, value)
    return EnvelopeNotCanonical(where, why="not the expected layout")


def check_envelope(fields: Mapping[str, object], where: str = "envelope") -> None:
    """Refuse (`EnvelopeKeys`, `EnvelopeField`, `EnvelopeTooLarge`) what `encode_envelope` would not write."""
    encode_envelope(fields, where)


def encode_envelope(fields: Mapping[str, object], where: str = "envelope") -> bytes:
    """The canonical bytes of an envelope with exactly the keys of `Envelope`.

    `caus` and `refs` are lists of text, all other values text of the form their key demands; nothing is converted.
    Raises `EnvelopeKeys`, `EnvelopeField`, `EnvelopeTooLarge`.
    """
    if len(fields) != len(KEYS):
        raise _explain_fields(fields, where)
    try:
        values = [fields[key] for key in KEYS]
        values[_CAUS] = _inside(fields["caus"])
        values[_REFS] = _inside(fields["refs"])
    except (KeyError, TypeError) as error:
        raise _explain_fields(fields, where) from error
    # Exactly str: another type would be written by its __str__, which nobody checked.
    text = _TEMPLATE % tuple(values) if set(map(type, values)) == {str} else ""
    found = _match(text)
    if found is None:
        raise _explain_fields(fields, where)
    head = Head._make(found.groups())
    # A quotation mark inside an entry could pass for two entries: what reads back must be what was given.
    if items(head.caus) != fields["caus"] or items(head.refs) != fields["refs"]:
        raise _explain_fields(fields, where)
    _check_between(head, where)
    if len(text) > MAX_ENVELOPE:
        raise EnvelopeTooLarge(where, size=len(text), limit=MAX_ENVELOPE)
    return text.encode("ascii")


def _inside(entries: object) -> str:
    if type(entries) is not list:
        raise TypeError
    return '"' + '","'.join(entries) + '"' if entries else ""


def envelope_dict(head: Head) -> Envelope:
    """The values of `head` as a dict, lists split."""
    return Envelope(
        v=head.v,
        src=head.src,
        agg=head.agg,
        ver=head.ver,
        type=head.type,
        at=head.at,
        eff=head.eff,
        cmd=head.cmd,
        caus=items(head.caus),
        refs=items(head.refs),
        actor=head.actor,
        role=head.role,
        org=head.org,
        pol=head.pol,
        rule=head.rule,
        prev=head.prev,
        body=head.body,
    )
