"""Fuzzed: every parser of `translog`. Nothing but its own refusals gets out, and what is read has one form."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache, partial
from typing import Any

from tests.fuzz.target import Target
from tests.libs.translog.artefacts import ARTEFACTS, WORLD, Artefact
from tests.libs.translog.sample import AUDIT, FINDINGS_LOG, GOLDEN, NEIGHBOUR, NOON, POLICY
from translog.checkpoint import parse_checkpoint
from translog.codec import (
    b64decode_bytes,
    b64encode,
    canonical_json,
    canonical_text_slow,
    decimal,
    lines,
    parse_canonical,
    parse_json,
    unhex,
    utf8,
)
from translog.errors import PolicyMalformed, RecordError, TranslogError
from translog.export import MAX_LINE
from translog.history.shape import read_history, write_history
from translog.index import read_seal
from translog.note import SignerKey, VerifierKey, open_note, parse_note, write_note
from translog.policy import Policy
from translog.receipt import check_held, open_receipt, read_held, read_receipt, write_held
from translog.record import (
    Envelope,
    encode_body,
    encode_envelope,
    field_digest,
    open_field,
    pack,
    read_body,
    read_envelope,
    unpack,
    verify_record,
)
from translog.record.envelope import envelope_dict
from translog.report import to_html, to_text
from translog.tile import Bundle, decode_bundle, encode_bundle, parse_path
from translog.verdict import Outcome, Verdict
from translog.verify import verify_lines
from translog.witness import Latest, add_checkpoint, build_request, read_request, read_response, read_size

_KEY = bytes(range(32))
_POINTS = (WORLD.findings.point, WORLD.review.point)


def _artefact(name: str) -> Artefact:
    return next(one for one in ARTEFACTS if one.name == name)


# --- codecs ----------------------------------------------------------------------------------------------------------


def json_text(data: bytes) -> None:
    """Canonical JSON is its own one form; JSON in any layout has exactly one canonical form."""
    try:
        value = parse_canonical(data)
    except TranslogError:
        pass
    else:
        assert canonical_json(value) == data
    try:
        value = parse_json(data)
    except TranslogError:
        return
    written = canonical_json(value)
    assert written == canonical_text_slow(value).encode()
    assert parse_canonical(written) == value == json.loads(data)


def small_codecs(data: bytes) -> None:
    """Base64, hex, decimal and lines: what is read, writes back to the same bytes."""
    with suppress(TranslogError):
        assert b64encode(b64decode_bytes(data)).encode() == data
    try:
        text = utf8(data)
    except TranslogError:
        return
    for read, write in ((unhex, bytes.hex), (decimal, str), (lines, "\n".join)):
        try:
            found = write(read(text))  # type: ignore[operator]  # each writes what its own reader gives
        except TranslogError:
            continue
        assert found + ("\n" if read is lines else "") == text


# --- records ---------------------------------------------------------------------------------------------------------


def envelope(data: bytes) -> None:
    """An envelope that is read is written to the same bytes, and a seal in it is read or refused."""
    try:
        head = read_envelope(data)
    except RecordError:
        return
    fields: Envelope = envelope_dict(head)
    assert encode_envelope(fields) == data
    try:
        read_seal(fields, {"day": head.at, "size": head.ver, "aggregates": "1", "index": head.body})
    except TranslogError:
        return


def body(data: bytes) -> None:
    """A body that is read is written to the same bytes and the same commitment."""
    try:
        fields = read_body(data)
    except RecordError:
        return
    again = encode_body(fields.clear, fields.sealed, fields.seed or bytes(32))
    assert (again.value, again.commitment) == (data, fields.commitment)


def record(data: bytes) -> None:
    """A stored state that verifies is framed in one way; its sealed fields open with the right key alone."""
    try:
        verified = verify_record(data)
    except RecordError:
        return
    assert pack(*unpack(data)) == data
    for path, sealed in verified.sealed.items():
        with suppress(RecordError):
            salt, value = open_field(verified.place, path, sealed, _KEY)
            assert field_digest(salt, path, canonical_json(value)) == sealed.digest


# --- notes -----------------------------------------------------------------------------------------------------------


def note(data: bytes) -> None:
    """A note reads back to the same bytes; a known key signed nothing but what it signed."""
    try:
        parsed = parse_note(data)
    except TranslogError:
        return
    assert write_note(parsed.text, parsed.signatures) == data
    try:
        opened = open_note(data, [FINDINGS_LOG.verifier, AUDIT.verifier])
    except TranslogError:
        return
    assert opened.text in {point.text for point in _POINTS}


def keys(data: bytes) -> None:
    """A key that is read has one spelling."""
    try:
        text = utf8(data)
    except TranslogError:
        return
    with suppress(TranslogError):
        assert str(VerifierKey.parse(text)) == text
    with suppress(TranslogError):
        assert SignerKey.parse(text).export() == text


def checkpoint(data: bytes) -> None:
    """A checkpoint reads back to the same text; what a policy closes is closed, and only our own has a quorum."""
    with suppress(TranslogError):
        text = utf8(data)
        assert parse_checkpoint(text).text == text
    try:
        closed = POLICY.close(data)
    except TranslogError:
        return
    POLICY.check_closed(closed)
    assert POLICY.close(closed) == closed
    judged = POLICY.judge(data)
    assert judged.checkpoint in _POINTS


def policy(data: bytes) -> None:
    """A policy that is read means the same when it is written; no mutated one makes the bundle valid by other keys."""
    try:
        found = Policy.parse(data)
    except PolicyMalformed:
        return
    assert Policy.parse(found.text()) == found
    assert found.describe("zh")
    found.satisfied({witness.name for witness in found.witnesses})


# --- files -----------------------------------------------------------------------------------------------------------


def tile(data: bytes) -> None:
    """The first byte says how many entries there are; a path has one form."""
    with suppress(TranslogError):
        assert parse_path(data.decode("latin-1")).path == data.decode("latin-1")
    width = 1 + (data[0] if data else 0)
    try:
        entries = decode_bundle(data[1:], width, Bundle(0, width).path)
    except TranslogError:
        return
    assert encode_bundle(entries) == data[1:]


def bundle(data: bytes) -> None:
    """A history is written as it was read; no other than ours is valid."""
    try:
        found = read_history(data)
    except TranslogError:
        pass
    else:
        assert write_history(found) == data
    _verdict(data, {_golden("history.bundle.json")})


def bundle_values(data: bytes) -> None:
    """A value of our history replaced by another: only leaving out the proof that it is complete is no lie."""
    whole = json.loads(_golden("history.bundle.json"))
    places = list(_places(whole))
    place = places[int.from_bytes(data[:2], "big") % len(places)]
    try:
        value: object = parse_json(data[2:])
    except TranslogError:
        value = data[2:].decode("utf-8", "replace")
    inside = whole
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = value
    written = canonical_json(whole)
    claims_less = place[-1] == "index" and value is None
    _verdict(written, {written} if claims_less else {_golden("history.bundle.json")})


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    steps: Iterable[Any] = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        yield (*path, step)
        yield from _places(value[step], (*path, step))


def export(data: bytes) -> None:
    """Any bytes have a verdict; no export is valid but ours."""
    _verdict(data, {_golden("findings.export")})


def export_rows(data: bytes) -> None:
    """Our export with rows replaced, repeated and cut: the bytes say which."""
    whole = _golden("findings.export").splitlines(keepends=True)
    rows = [*whole[-6:], b64encode(data).encode() + b"\n"]
    chosen = [rows[byte % 7] for byte in data[:8]]
    _verdict(b"".join([*whole[:-6], *chosen]), {_golden("findings.export")})


def _verdict(data: bytes, valid: set[bytes]) -> None:
    file = io.BytesIO(data)
    verdict: Verdict = verify_lines(iter(partial(file.readline, MAX_LINE), b""), POLICY)
    assert verdict.outcome is not Outcome.VALID or data in valid
    if verdict.outcome is Outcome.INVALID:
        assert not verdict.logs
    for language in ("en", "zh"):
        assert to_text(verdict, language)
    assert "<script" not in to_html(verdict, "zh").lower()


@cache
def _golden(name: str) -> bytes:
    return (GOLDEN / name).read_bytes()


def receipt(data: bytes) -> None:
    """A receipt reads back to the same bytes; no other is signed."""
    with suppress(TranslogError):
        assert read_receipt(data).text == parse_note(data).text
    with suppress(TranslogError):
        open_receipt(data, POLICY)
        assert data == _golden("command.receipt")


def kept_receipt(data: bytes) -> None:
    """A kept receipt is written as it was read; only ours is beyond doubt."""
    try:
        held = read_held(data)
    except TranslogError:
        return
    assert write_held(held)[:-1] == data
    with suppress(TranslogError):
        assert check_held(held, POLICY).doubts or data == _golden("kept.receipts")[:-1]


# --- witness ---------------------------------------------------------------------------------------------------------


def request(data: bytes) -> None:
    """A request reads back to the same bytes; any has an answer, and only a checkpoint of the log is cosigned."""
    try:
        read = read_request(data)
    except TranslogError:
        pass
    else:
        assert build_request(read.old, read.proof, read.note) == data

    def trusted(origin: str) -> list[VerifierKey] | None:
        return [FINDINGS_LOG.verifier] if origin == FINDINGS_LOG.name else None

    answer = add_checkpoint(data, trusted, lambda _: Latest(0, b""), [AUDIT], NOON)
    assert answer.status in (200, 400, 403, 404, 409, 422)
    assert (answer.status == 200) is (answer.accepted is not None)


def response(data: bytes) -> None:
    """Cosignatures are verified or refused; a size has one form."""
    with suppress(TranslogError):
        assert read_response(data, WORLD.findings.point, [AUDIT.verifier, NEIGHBOUR.verifier])
    with suppress(TranslogError):
        assert f"{read_size(data)}\n".encode() == data


# --- what to begin with ----------------------------------------------------------------------------------------------


def _rows() -> list[bytes]:
    return [state for log in (WORLD.findings, WORLD.review) for _, state in log.rows]


def _jsons() -> Iterator[bytes]:
    yield from (
        b"{}",
        b'{"a":[1,"\\u2028",null,true]}',
        b' [ -9007199254740991 , "\xc3\xa9" ] ',
        b"[[[[]]]]",
        b'"\xf0\x9f\x98\x80"',
    )
    yield from (unpack(state)[1] for state in _rows())


def _notes() -> list[bytes]:
    return [WORLD.findings.note(AUDIT, NEIGHBOUR), WORLD.review.note(AUDIT), POLICY.close(WORLD.findings.note(NEIGHBOUR, AUDIT))]


def _key_texts() -> list[bytes]:
    return [str(key.verifier).encode() for key in (FINDINGS_LOG, AUDIT)] + [AUDIT.export().encode()]


def _policies() -> list[bytes]:
    return [one.data for one in ARTEFACTS if one.name.startswith("policy")] + [b"quorum none\n", b"# x\n\nquorum none\n"]


def _tiles() -> list[bytes]:
    return [b"\x05" + _artefact("entry bundle").data, b"tile/entries/x001/234.p/5", b"tile/0/000", b"\x00\x00\x02ab"]


def _places_seeds() -> list[bytes]:
    return [n.to_bytes(2, "big") + b"null" for n in range(0, 200, 9)] + [b'\x00\x05"x"', b"\x00\x09[]"]


TARGETS = [
    Target("json", json_text, _jsons),
    Target("codecs", small_codecs, lambda: [b"AAAA", b"AA==", b"00ff", b"1234567", b"a\nb\n"], largest=256),
    Target("envelope", envelope, lambda: [unpack(state)[0] for state in _rows()], largest=2100),
    Target("body", body, lambda: [unpack(state)[1] for state in _rows()]),
    Target("record", record, _rows),
    Target("note", note, _notes),
    Target("keys", keys, _key_texts, largest=256),
    Target("checkpoint", checkpoint, lambda: [*_notes(), WORLD.findings.point.text.encode()]),
    Target("policy", policy, _policies),
    Target("tile", tile, _tiles, largest=8192),
    Target("bundle", bundle, lambda: [_golden("history.bundle.json")], largest=16384),
    Target("bundle-values", bundle_values, _places_seeds, largest=1024),
    Target("export", export, lambda: [_golden("findings.export")], largest=16384),
    Target("export-rows", export_rows, _rows),
    Target("receipt", receipt, lambda: [_golden("command.receipt")]),
    Target("kept-receipt", kept_receipt, lambda: [_golden("kept.receipts")[:-1]]),
    Target("witness-request", request, lambda: [_artefact("witness request").data]),
    Target("witness-response", response, lambda: [_artefact("witness response").data, b"17\n"]),
]
