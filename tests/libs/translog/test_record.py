"""The stored record: what is built is what the format says, verifies, and opens."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from hashlib import sha256, shake_256
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translog.codec import canonical_json
from translog.errors import (
    ArgumentNotAllowed,
    BodyNotCanonical,
    BodyShape,
    BodyTooLarge,
    CommitmentMismatch,
    DecryptionFailed,
    EnvelopeField,
    EnvelopeKeys,
    EnvelopeNotCanonical,
    EnvelopeTooLarge,
    FieldDigest,
    PathNotAllowed,
    RecordError,
    TooManyFields,
    Truncated,
    UnknownAlgorithm,
    ValueNotAllowed,
)
from translog.record import (
    Place,
    Record,
    Sealed,
    Sealing,
    build,
    build_body,
    check_envelope,
    clear_salts,
    commit,
    commitment_of,
    encode_body,
    encode_envelope,
    field_digest,
    finish,
    leaf_hash,
    open_field,
    pack,
    random_sealing,
    random_seed,
    read_body,
    read_envelope,
    seal_field,
    unpack,
    verify_record,
)

KEY = bytes(range(32))
SEED = bytes(range(100, 132))


def dumps(value: object) -> bytes:
    """The canonical form of values without numbers and with ASCII keys, by the standard library alone."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


# --- the format, written a second time -------------------------------------------------------------------------------


def test_a_record_is_what_the_format_says(
    fields: dict[str, Any], clear: dict[str, object], sealed: dict[str, Sealing], record: Record
) -> None:
    salts = shake_256(SEED).digest(16 * len(clear))
    digests, stored = [], {}
    for number, path in enumerate(sorted(clear)):
        salt = salts[16 * number : 16 * number + 16]
        digests.append(sha256(b"\x02" + salt + bytes([0, len(path)]) + path.encode() + dumps(clear[path])).hexdigest())
    for path, field in sealed.items():
        value = dumps(field.value)
        place = dumps([fields["src"], fields["agg"], fields["ver"], path, field.key_id])
        digest = sha256(b"\x02" + field.salt + bytes([0, len(path)]) + path.encode() + value).hexdigest()
        stored[path] = {
            "a": "A256GCM",
            "c": base64.b64encode(AESGCM(field.key).encrypt(field.nonce, field.salt + value, place)).decode(),
            "d": digest,
            "k": field.key_id,
            "n": base64.b64encode(field.nonce).decode(),
        }
        digests += [digest, sha256(b"\x03" + bytes([0, len(path)]) + path.encode() + dumps(stored[path])).hexdigest()]
    commitment = dumps(sorted(digests))
    envelope = dumps({**fields, "body": sha256(commitment).hexdigest()})
    body = dumps({"clear": clear, "sealed": stored, "seed": base64.b64encode(SEED).decode()})
    assert record == Record(envelope, body, sha256(b"\x00" + envelope).digest(), commitment)
    assert record.state == len(envelope).to_bytes(4, "big") + envelope + body


def test_golden_leaves(fields: dict[str, Any], record: Record) -> None:
    # Stored history depends on these bytes: they never change under "v" 1.
    assert record.leaf.hex() == "c233a941b05f063f66cc494fa464f962cbc704b19745e75e0c471c103a069731"
    assert build(fields, {}, {}, SEED).leaf.hex() == "9b91ddf195d3c9676a2ef804897d28908d7896c736348fe489100fa5e1d1de19"


def test_what_is_built_verifies_and_opens(
    fields: dict[str, Any], clear: dict[str, object], sealed: dict[str, Sealing], record: Record, place: Place
) -> None:
    verified = verify_record(record.state, leaf=record.leaf)
    assert verified.leaf == record.leaf == leaf_hash(record.envelope)
    assert verified.clear == clear
    assert verified.place == place
    assert {key: value for key, value in verified.envelope.items() if key != "body"} == fields
    assert verified.envelope["body"] == sha256(record.commitment).hexdigest()
    for path, field in sealed.items():
        assert open_field(place, path, verified.sealed[path], KEY) == (field.salt, field.value)


def test_one_clear_field_can_be_disclosed_alone(record: Record) -> None:
    verified = verify_record(record.state)
    salt = clear_salts(verified.seed, verified.clear)["title"]
    digest = field_digest(salt, "title", canonical_json(verified.clear["title"]))
    assert digest in json.loads(record.commitment)


def test_a_lost_key_leaves_the_commitment_verifiable(record: Record, place: Place) -> None:
    # Nothing here knows a key: digests of sealed fields are kept beside their ciphertext.
    assert commitment_of(record.body).value == record.commitment
    with pytest.raises(DecryptionFailed):
        open_field(place, "person", verify_record(record.state).sealed["person"], bytes(32))


def test_the_two_halves_of_build_give_the_whole(
    fields: dict[str, Any], clear: dict[str, object], sealed: dict[str, Sealing], place: Place, record: Record
) -> None:
    assert finish(fields, build_body(place, clear, sealed, SEED)) == record
    plain = {path: (f.key_id, f.key, f.value, f.nonce, f.salt) for path, f in sealed.items()}
    assert build(fields, clear, plain, SEED) == record


VALUES = st.recursive(
    st.none() | st.booleans() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
PATHS = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_./-]{0,20}", fullmatch=True)


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(PATHS, VALUES, max_size=6), st.dictionaries(PATHS, VALUES, max_size=3), st.binary(min_size=32, max_size=32))
def test_any_values_come_back(fields: dict[str, Any], clear: dict[str, Any], secret: dict[str, Any], seed: bytes) -> None:
    secret = {path: value for path, value in secret.items() if path not in clear}
    sealed = {path: random_sealing("k", KEY, value) for path, value in secret.items()}
    verified = verify_record(build(fields, clear, sealed, seed).state)
    assert verified.clear == clear
    assert {path: open_field(verified.place, path, entry, KEY)[1] for path, entry in verified.sealed.items()} == secret


# --- framing ---------------------------------------------------------------------------------------------------------


def test_framing_is_strict(record: Record) -> None:
    state = record.state
    assert unpack(state) == (record.envelope, record.body)
    for end in range(len(state)):
        with pytest.raises(RecordError):
            verify_record(state[:end])
    for cut in (b"", state[:3], state[:4], state[: 4 + len(record.envelope)], pack(b"", record.body)):
        with pytest.raises(Truncated):
            unpack(cut)
    with pytest.raises(BodyNotCanonical):
        verify_record(state + b"\n")
    with pytest.raises(EnvelopeTooLarge):
        unpack(pack(b"x" * 2049, b"x"))


# --- the envelope ----------------------------------------------------------------------------------------------------

WRONG: list[tuple[str, object]] = [
    ("v", "2"),
    ("v", 1),
    ("src", ""),
    ("src", "a/b"),
    ("src", "a/b/c/d"),
    ("src", "a b/c/1"),
    ("src", "a:b/c/1"),
    ("src", "县/c/1"),
    ("agg", "0A" * 16),
    ("agg", "0a" * 15),
    ("agg", "0a" * 17),
    ("ver", "0"),
    ("ver", "02"),
    ("ver", "-1"),
    ("ver", 2),
    ("ver", "9" * 19),
    ("type", "Findings.x.v1"),
    ("type", "findings.v1"),
    ("type", "findings.finding.signed-off"),
    ("type", "findings.finding.signed-off.v0"),
    ("at", "2026-03-02T01:00:00Z"),
    ("at", "2026-03-02T01:00:00.000Z"),
    ("at", "2026-03-02T01:00:00.000000+00:00"),
    ("at", "2026-03-02 01:00:00.000000Z"),
    ("at", "2026-02-29T01:00:00.000000Z"),
    ("at", "2026-13-01T01:00:00.000000Z"),
    ("at", "2026-00-01T01:00:00.000000Z"),
    ("at", "0000-01-01T01:00:00.000000Z"),
    ("at", "2026-03-02T24:00:00.000000Z"),
    ("at", "2026-03-02T01:60:00.000000Z"),
    ("at", "2026-03-02T01:00:60.000000Z"),
    ("eff", "2026-04-31T01:00:00.000000Z"),
    ("eff", ""),
    ("cmd", "0F0E0D0C-0B0A-4908-8706-050403020100"),
    ("cmd", "0f0e0d0c0b0a49088706050403020100"),
    ("caus", "a/b/1:1"),
    ("caus", ("a/b/1:1",)),
    ("caus", ["a/b/1"]),
    ("caus", ["a/b/1:0"]),
    ("caus", ["a/b/1:01"]),
    ("caus", ["a/b/1:2", "a/b/1:1"]),
    ("caus", ["a/b/1:1", "a/b/1:1"]),
    ("caus", [f"a/b/1:{number}" for number in range(1, 10)]),
    ("caus", ['a/b/1:1","a/b/1:2']),
    ("caus", [1]),
    ("refs", ["0b" * 15]),
    ("refs", ["0c" * 16, "0b" * 16]),
    ("refs", ["0b" * 16, "0b" * 16]),
    ("refs", [f"{number:032x}" for number in range(9)]),
    ("refs", None),
    ("actor", ""),
    ("actor", "办公室主任甲"),
    ("actor", 'x"'),
    ("actor", "x\\"),
    ("actor", "x\n"),
    ("actor", "x" * 129),
    ("role", "a b"),
    ("role", None),
    ("org", "é"),
    ("pol", "1F" * 32),
    ("pol", "1f" * 31),
    ("rule", "R-30"),
    ("rule", "village-2026@3:R-30"),
    ("rule", "village-2026@3#" + "2e" * 31),
    ("prev", ""),
    ("prev", "3D" * 32),
]


@pytest.mark.parametrize(("key", "value"), WRONG)
def test_a_wrong_form_is_refused_and_named(fields: dict[str, Any], key: str, value: object) -> None:
    whole = {**fields, "body": "00" * 32, key: value}
    with pytest.raises(EnvelopeField) as refused:
        check_envelope(whole)
    assert refused.value.facts["field"] == key
    if not isinstance(value, tuple):
        with pytest.raises((EnvelopeField, EnvelopeNotCanonical)) as read:
            read_envelope(canonical_json(whole), "position 7")
        assert read.value.where == "position 7"
        assert read.value.facts.get("field", key) == key


def test_forms_that_are_right(fields: dict[str, Any]) -> None:
    changes: list[dict[str, object]] = [
        {"ver": "1", "prev": ""},
        {"caus": [], "refs": []},
        {"caus": [f"a/b/1:{number}" for number in range(1, 9)], "refs": [f"{number:032x}" for number in range(8)]},
        {"role": "", "org": "", "pol": "", "rule": ""},
        {"rule": "village-2026@3#" + "2e" * 32},
        {"eff": "2024-02-29T23:59:59.999999Z"},
        {"type": "audit.run.v12"},
    ]
    for change in changes:
        whole = {**fields, **change, "body": "00" * 32}
        envelope = encode_envelope(whole)
        assert envelope == dumps(whole)
        assert verify_record(pack(envelope, b"-"), with_commitment=False).envelope == whole


def test_a_first_version_has_no_predecessor(fields: dict[str, Any]) -> None:
    with pytest.raises(EnvelopeField):
        check_envelope({**fields, "body": "00" * 32, "ver": "1"})


def test_keys_are_exactly_the_known_ones(fields: dict[str, Any]) -> None:
    whole = {**fields, "body": "00" * 32}
    for broken in ({**whole, "extra": ""}, {key: whole[key] for key in whole if key != "at"}, {**fields, "extra": ""}, {}):
        with pytest.raises(EnvelopeKeys):
            check_envelope(broken)
        with pytest.raises(EnvelopeKeys):
            read_envelope(canonical_json(broken))
    with pytest.raises(EnvelopeKeys):
        build(whole, {}, {}, SEED)
    with pytest.raises(EnvelopeKeys):
        build({key: fields[key] for key in fields if key != "src"}, {}, {"a": Sealing("k", KEY, "x", b"n" * 12, b"s" * 16)}, SEED)


def test_other_layouts_of_an_envelope_are_refused(record: Record) -> None:
    envelope = record.envelope
    changed = [
        envelope.replace(b":", b": ", 1),
        envelope.replace(b'"actor":', b'"actor":"x","actor":', 1),
        envelope.replace(b'"v":"1","ver":"2"', b'"ver":"2","v":"1"'),
        envelope.replace(b"findings", b"\\u0066indings", 1),
        envelope + b"\n",
        b"\xef\xbb\xbf" + envelope,
        b"[]",
        b'"x"',
        b"\xff",
    ]
    for data in changed:
        assert data != envelope
        with pytest.raises(EnvelopeNotCanonical):
            read_envelope(data)


def test_the_size_of_an_envelope_is_bounded(fields: dict[str, Any]) -> None:
    source = "/".join(["x" * 63] * 3)
    large = {
        **fields,
        "src": source,
        "caus": [f"{source}:{number}" for number in range(1, 9)],
        "actor": "a" * 128,
        "body": "00" * 32,
    }
    with pytest.raises(EnvelopeTooLarge):
        check_envelope(large)
    with pytest.raises(EnvelopeTooLarge):
        read_envelope(dumps(large))


# --- the body --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value", [1, 1.5, 0, float("nan"), [1], {"a": {"b": 2}}, ("a",), b"a", {1: "a"}, "\ud800", ["\ud800"], {"\udfff": ""}, object()]
)
def test_values_that_are_not_allowed_are_refused(fields: dict[str, Any], place: Place, value: object) -> None:
    with pytest.raises(ValueNotAllowed) as refused:
        build(fields, {"field": value}, {}, SEED)
    assert refused.value.where == "field"
    with pytest.raises(ValueNotAllowed):
        seal_field(place, "field", Sealing("k", KEY, value, b"n" * 12, b"s" * 16))


def test_values_nested_too_deep_are_refused(fields: dict[str, Any]) -> None:
    value: object = "x"
    for _ in range(5000):
        value = [value]
    with pytest.raises(ValueNotAllowed):
        build(fields, {"field": value}, {}, SEED)


@pytest.mark.parametrize("path", ["", ".a", "-a", "a b", "标题", "a\n", 'a"', "x" * 129])
def test_paths_that_are_not_allowed_are_refused(fields: dict[str, Any], path: str) -> None:
    with pytest.raises(PathNotAllowed):
        build(fields, {path: "x"}, {}, SEED)
    with pytest.raises(PathNotAllowed):
        build(fields, {}, {path: Sealing("k", KEY, "x", b"n" * 12, b"s" * 16)}, SEED)


def test_at_most_64_fields(fields: dict[str, Any]) -> None:
    clear = {f"f{number}": "x" for number in range(62)}
    sealed = {f"s{number}": Sealing("k", KEY, "x", bytes([number] * 12), b"s" * 16) for number in range(2)}
    assert len(verify_record(build(fields, clear, sealed, SEED).state).clear) == 62
    with pytest.raises(TooManyFields):
        build(fields, {**clear, "more": "x"}, sealed, SEED)
    with pytest.raises(TooManyFields):
        read_body(dumps({"clear": {f"f{n}": "x" for n in range(65)}, "sealed": {}, "seed": base64.b64encode(SEED).decode()}))


def test_a_path_is_either_clear_or_sealed(fields: dict[str, Any], sealed: dict[str, Sealing], record: Record) -> None:
    with pytest.raises(BodyShape):
        build(fields, {"person": "x"}, sealed, SEED)
    twice = json.loads(record.body)
    twice["clear"]["person"] = "x"
    with pytest.raises(BodyShape):
        read_body(dumps(twice))


def test_the_size_of_a_body_is_bounded(fields: dict[str, Any]) -> None:
    with pytest.raises(BodyTooLarge):
        build(fields, {"text": "x" * 2**20}, {}, SEED)
    with pytest.raises(BodyTooLarge):
        read_body(b"x" * (2**20 + 1))


def test_arguments_of_the_wrong_length_are_refused(fields: dict[str, Any], place: Place) -> None:
    good = Sealing("k", KEY, "x", b"n" * 12, b"s" * 16)
    with pytest.raises(ArgumentNotAllowed):
        build(fields, {}, {}, b"short")
    for wrong in (good._replace(key=b"k" * 16), good._replace(nonce=b"n"), good._replace(salt=b"s")):
        with pytest.raises(ArgumentNotAllowed):
            seal_field(place, "a", wrong)
    with pytest.raises(ArgumentNotAllowed):
        build(fields, {}, {"a": good._replace(key_id="a b")}, SEED)
    with pytest.raises(UnknownAlgorithm):
        seal_field(place, "a", good._replace(algorithm="ROT13"))
    for entry in (Sealed("a256", b"", "0" * 64, "k", b""), Sealed("A256GCM", b"", "0", "k", b"")):
        with pytest.raises(ArgumentNotAllowed):
            encode_body({}, {"a": entry}, SEED)


type Alter = Callable[[dict[str, Any]], None]


def altering(**members: str | None) -> Alter:
    def apply(body: dict[str, Any]) -> None:
        body["sealed"]["person"].update(members)

    return apply


@pytest.mark.parametrize(
    "alter",
    [
        lambda body: body.update(more={}),
        lambda body: body.pop("seed"),
        lambda body: body.update(seed=None),
        lambda body: body.update(seed="AAAA"),
        lambda body: body.update(seed=body["seed"][:-1]),
        lambda body: body.update(clear=[]),
        lambda body: body.update(sealed=None),
        lambda body: body["sealed"].update(person="x"),
        lambda body: body["sealed"]["person"].pop("k"),
        altering(a="a256gcm"),
        altering(a=None),
        altering(c="AAA"),
        altering(d="AB" * 32),
        altering(k="a b"),
        altering(n="*"),
        altering(x="y"),
    ],
)
def test_a_body_of_another_shape_is_refused(record: Record, alter: Alter) -> None:
    body = json.loads(record.body)
    alter(body)
    with pytest.raises(BodyShape):
        verify_record(pack(record.envelope, dumps(body)))


def test_a_body_in_another_layout_is_refused(record: Record) -> None:
    body = record.body
    for changed in (
        body.replace(b":", b": ", 1),
        body.replace('"整'.encode(), b'"\\u6574', 1),
        body.replace(b'"amount":', b'"amount":"x","amount":', 1),
        body.replace(b'"a","b"', b'1,"b"', 1),
        body[:-1],
        body + b" ",
        body.replace(b"1200.00", b"1200\xff00"),
        b"[" * 100_000,
        b'{"clear":{"a":1.5}}',
    ):
        assert changed != body
        with pytest.raises((BodyNotCanonical, ValueNotAllowed)):
            verify_record(pack(record.envelope, changed))
    reordered = json.loads(body)
    reordered["clear"] = dict(reversed(reordered["clear"].items()))
    with pytest.raises(BodyNotCanonical):
        read_body(json.dumps(reordered, ensure_ascii=False, separators=(",", ":")).encode())
    with pytest.raises(BodyShape):
        read_body(b"[]")


@pytest.mark.parametrize(
    "alter",
    [
        lambda body: body["clear"].update(amount="9999.00"),
        lambda body: body["clear"].update(reopened=False),
        lambda body: body["clear"].pop("empty"),
        lambda body: body["clear"].update(more=""),
        lambda body: body["clear"].update(title=body["clear"]["note"], note=body["clear"]["title"]),
        lambda body: body.update(seed=base64.b64encode(bytes(32)).decode()),
        lambda body: body["sealed"].pop("lead"),
        lambda body: body["sealed"].update(lead=body["sealed"]["person"], person=body["sealed"]["lead"]),
        lambda body: body["sealed"].update(other=body["sealed"].pop("lead")),
        altering(a="SM4GCM"),
        altering(c="AAAA"),
        altering(d="ab" * 32),
        altering(k="case/8"),
        altering(n="AAAA"),
    ],
)
def test_a_well_formed_body_that_was_altered_is_refused(record: Record, alter: Alter) -> None:
    body = json.loads(record.body)
    alter(body)
    with pytest.raises(CommitmentMismatch):
        verify_record(pack(record.envelope, dumps(body)))


def test_an_event_without_clear_fields_stores_no_seed(fields: dict[str, Any], sealed: dict[str, Sealing]) -> None:
    empty = build(fields, {}, {}, SEED)
    assert (empty.body, empty.commitment) == (b'{"clear":{},"sealed":{},"seed":""}', b"[]") == (empty.body, commit([]).value)
    assert json.loads(build(fields, {}, sealed, SEED).body)["seed"] == ""
    with pytest.raises(BodyShape):
        read_body(dumps({"clear": {}, "sealed": {}, "seed": base64.b64encode(SEED).decode()}))


# --- sealed fields ---------------------------------------------------------------------------------------------------


def test_a_sealed_field_opens_at_its_place_only(record: Record, place: Place) -> None:
    entry = read_body(record.body).sealed["person"]
    assert open_field(place, "person", entry, KEY)[1] == "办公室主任甲"
    for other in (place._replace(src="sandbox-1/findings/2"), place._replace(agg="00" * 16), place._replace(ver="3")):
        with pytest.raises(DecryptionFailed):
            open_field(other, "person", entry, KEY)
    for path, changed in (
        ("lead", entry),
        ("person", entry._replace(key_id="case/8")),
        ("person", entry._replace(nonce=b"x" * 12)),
        ("person", entry._replace(nonce=b"x")),
        ("person", entry._replace(ciphertext=entry.ciphertext[:-1] + b"\x00")),
        ("person", entry._replace(ciphertext=b"short")),
    ):
        with pytest.raises(DecryptionFailed):
            open_field(place, path, changed, KEY)
    with pytest.raises(UnknownAlgorithm):
        open_field(place, "person", entry._replace(algorithm="ROT13"), KEY)
    with pytest.raises(ArgumentNotAllowed):
        open_field(place, "person", entry, b"short")


def test_what_opens_must_reproduce_its_digest(place: Place) -> None:
    entry = seal_field(place, "person", Sealing("k", KEY, "甲", b"n" * 12, b"s" * 16))
    with pytest.raises(FieldDigest):
        open_field(place, "person", entry._replace(digest="00" * 32), KEY)
    # A writer who seals something that is no canonical value, with a digest to match.
    associated = canonical_json([*place, "person", "k"])
    for value in (b'"a" ', b"1.5", b"\xff", b""):
        cipher = AESGCM(KEY).encrypt(b"n" * 12, b"s" * 16 + value, associated)
        forged = Sealed("A256GCM", cipher, field_digest(b"s" * 16, "person", value), "k", b"n" * 12)
        with pytest.raises(FieldDigest):
            open_field(place, "person", forged, KEY)


def test_sm4_takes_its_place_by_name(fields: dict[str, Any], place: Place) -> None:
    field = Sealing("k", KEY[:16], "甲", b"n" * 12, b"s" * 16, "SM4GCM")
    verified = verify_record(build(fields, {}, {"person": field}, SEED).state)
    entry = verified.sealed["person"]
    assert entry.algorithm == "SM4GCM"
    assert open_field(place, "person", entry, KEY[:16]) == (b"s" * 16, "甲")
    with pytest.raises(DecryptionFailed):
        open_field(place, "person", entry, bytes(16))


def test_key_and_content_of_a_sealing_are_not_shown(sealed: dict[str, Sealing]) -> None:
    assert repr(sealed["person"]) == "Sealing(key_id='case/7', algorithm='A256GCM')"


def test_randomness_at_the_edge_is_fresh() -> None:
    one, two = random_sealing("k", KEY, "x"), random_sealing("k", KEY, "x")
    assert len(random_seed()) == 32
    assert random_seed() != random_seed()
    assert (len(one.nonce), len(one.salt)) == (12, 16)
    assert one.nonce != two.nonce
    assert one.salt != two.salt
