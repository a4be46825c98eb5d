"""The body of an event: its fields in clear or sealed, and the commitment by which the envelope binds every byte of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256, shake_256
from json.encoder import encode_basestring
from typing import NamedTuple

from translog.codec import Json, b64decode, b64encode, canonical_text, plain_text, read_json_text
from translog.errors import (
    ArgumentNotAllowed,
    BodyNotCanonical,
    BodyShape,
    BodyTooLarge,
    CodecError,
    PathNotAllowed,
    TooManyFields,
    ValueNotAllowed,
)

MAX_FIELDS = 64
"""Most fields of one event, clear and sealed together."""

MAX_BODY = 2**20
"""Most bytes of a body."""

SEED_SIZE = 32
SALT_SIZE = 16

FIELD_TAG = b"\x02"
"""First hashed byte of a field digest (0x00 and 0x01 are RFC 6962's leaf and node)."""

SEAL_TAG = b"\x03"
"""First hashed byte of the digest over a sealed field as it is stored."""

_PATH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./-]{0,127}")
_KEY_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~:@/#-]{0,127}")
_ALGORITHM = re.compile(r"[A-Z0-9]{1,16}")
_HEX64 = re.compile(r"[0-9a-f]{64}")


class Sealed(NamedTuple):
    """An encrypted field as it is stored: everything but the key. `ciphertext` includes the tag."""

    algorithm: str
    ciphertext: bytes
    digest: str
    key_id: str
    nonce: bytes


class Commitment(NamedTuple):
    """What binds a body: the canonical bytes of the sorted digests, and their SHA-256 in hex (the envelope's `body`)."""

    value: bytes
    hash: str


class Body(NamedTuple):
    """A body ready to be stored, and its commitment."""

    value: bytes
    commitment: Commitment


class Fields(NamedTuple):
    """A body read back. `clear_salts(seed, clear)` gives the salts of the clear fields."""

    clear: dict[str, Json]
    sealed: dict[str, Sealed]
    seed: bytes
    commitment: Commitment


@lru_cache(maxsize=4096)
def framed_path(path: str) -> bytes:
    """Length (2 bytes, big-endian) and ASCII bytes of a path; refuses (`PathNotAllowed`) what is no path."""
    if _PATH.fullmatch(path) is None:
        raise PathNotAllowed(repr(path))
    return len(path).to_bytes(2, "big") + path.encode("ascii")


def clear_salts(seed: bytes, paths: Iterable[str]) -> dict[str, bytes]:
    """The salts of clear fields: consecutive 16-byte slices of SHAKE-256(seed), paths in ascending order."""
    ordered = sorted(paths)
    stream = shake_256(seed).digest(SALT_SIZE * len(ordered))
    return {path: stream[i * SALT_SIZE : (i + 1) * SALT_SIZE] for i, path in enumerate(ordered)}


def value_text(path: str, value: object) -> str:
    """Canonical text of a field value: str, bool, None, list, dict; numbers are refused (`ValueNotAllowed`)."""
    text = plain_text(value)
    if text is not None:
        return text
    _refuse_numbers(path, value)
    try:
        return canonical_text(value)
    except CodecError as error:
        raise ValueNotAllowed(path, why=str(error)) from error


def _refuse_numbers(path: str, value: object) -> None:
    pending = [value]
    while pending:
        item = pending.pop()
        if type(item) is dict:
            pending.extend(item.values())
        elif type(item) is list:
            pending.extend(item)
        elif item is not None and type(item) is not str and type(item) is not bool:
            raise ValueNotAllowed(path, why=f"a value of type {type(item).__name__} is not allowed")


def field_digest(salt: bytes, path: str, value: bytes) -> str:
    """SHA-256(0x02 ‖ salt ‖ length and path ‖ canonical value) in hex; `salt` has 16 bytes."""
    return sha256(FIELD_TAG + salt + framed_path(path) + value).hexdigest()


def commit(digests: list[str]) -> Commitment:
    """The commitment to a list of digests (hex): the canonical JSON of the sorted list."""
    value = ('["' + '","'.join(sorted(digests)) + '"]').encode("ascii") if digests else b"[]"
    return Commitment(value, sha256(value).hexdigest())


def encode_body(clear: Mapping[str, object], sealed: Mapping[str, Sealed], seed: bytes, where: str = "body") -> Body:
    """The stored bytes of a body and its commitment.

    `seed` is 32 random bytes, used for one event only; it is stored where there is a clear field, for without one no
    digest would bind it.

    Raises `TooManyFields`, `PathNotAllowed`, `ValueNotAllowed`, `BodyShape` (a path both clear and sealed),
    `BodyTooLarge`, `ArgumentNotAllowed`.
    """
    if len(seed) != SEED_SIZE:
        raise ArgumentNotAllowed("seed", form=f"{SEED_SIZE} bytes")
    _check_count(len(clear) + len(sealed), where)
    if sealed and not clear.keys().isdisjoint(sealed):
        raise BodyShape(where, why="a path is both clear and sealed")
    paths = sorted(clear)
    digests, text = _assemble(clear, paths, sealed, seed if paths else b"")
    body = Body(text.encode(), commit(digests))
    if len(body.value) > MAX_BODY:
        raise BodyTooLarge(where, size=len(body.value), limit=MAX_BODY)
    return body


def _check_count(count: int, where: str) -> None:
    if count > MAX_FIELDS:
        raise TooManyFields(where, count=count, limit=MAX_FIELDS)


def _assemble(clear: Mapping[str, object], paths: list[str], sealed: Mapping[str, Sealed], seed: bytes) -> tuple[list[str], str]:
    """The digests to commit to, and the canonical text of the body; `paths` are those of `clear`, ascending."""
    stream = shake_256(seed).digest(SALT_SIZE * len(paths))
    digests: list[str] = []
    members: list[str] = []
    offset = 0
    for path in paths:
        value = clear[path]
        # Most values are text: the short cut saves two calls a field on the hottest path.
        text = encode_basestring(value) if type(value) is str else value_text(path, value)
        end = offset + SALT_SIZE
        try:
            digests.append(sha256(FIELD_TAG + stream[offset:end] + framed_path(path) + text.encode()).hexdigest())
        except UnicodeEncodeError as error:
            raise ValueNotAllowed(path, why="a lone surrogate has no UTF-8 form") from error
        members.append(f'"{path}":{text}')
        offset = end
    seals: list[str] = []
    for path in sorted(sealed):
        entry = _sealed_text(sealed[path])
        digests.append(sealed[path].digest)
        digests.append(sha256(SEAL_TAG + framed_path(path) + entry.encode("ascii")).hexdigest())
        seals.append(f'"{path}":{entry}')
    return (
        digests,
        f'{{"clear":{{{",".join(members)}}},"sealed":{{{",".join(seals)}}},"seed":"{b64encode(seed)}"}}',
    )


def _sealed_text(entry: Sealed) -> str:
    if _ALGORITHM.fullmatch(entry.algorithm) is None:
        raise ArgumentNotAllowed("algorithm", form="1 to 16 of A-Z 0-9")
    if _KEY_ID.fullmatch(entry.key_id) is None:
        raise ArgumentNotAllowed("key id", form="1 to 128 of A-Z a-z 0-9 . _ ~ : @ / # -")
    if _HEX64.fullmatch(entry.digest) is None:
        raise ArgumentNotAllowed("digest", form="64 lower-case hex digits")
    return (
        f'{{"a":"{entry.algorithm}","c":"{b64encode(entry.ciphertext)}","d":"{entry.digest}",'
        f'"k":"{entry.key_id}","n":"{b64encode(entry.nonce)}"}}'
    )


def read_body(body: bytes, where: str = "body") -> Fields:
    """Read a body back and recompute its commitment from its bytes alone, without any key.

    Raises `BodyTooLarge`, `BodyNotCanonical`, `BodyShape`, `TooManyFields`, `PathNotAllowed`, `ValueNotAllowed`.
    """
    if len(body) > MAX_BODY:
        raise BodyTooLarge(where, size=len(body), limit=MAX_BODY)
    try:
        text = body.decode()
        members = read_json_text(text, where)
    except UnicodeDecodeError as error:
        raise BodyNotCanonical(where, why="not UTF-8") from error
    except CodecError as error:
        raise BodyNotCanonical(where, why=error.code) from error
    if type(members) is not dict or list(members) != ["clear", "sealed", "seed"]:
        raise BodyShape(where, why="it must have exactly clear, sealed and seed")
    clear, entries, seed_text = members["clear"], members["sealed"], members["seed"]
    if type(clear) is not dict or type(entries) is not dict or type(seed_text) is not str:
        raise BodyShape(where, why="clear and sealed must be objects, seed a text")
    _check_count(len(clear) + len(entries), where)
    if entries and not clear.keys().isdisjoint(entries):
        raise BodyShape(where, why="a path is both clear and sealed")
    try:
        seed = b64decode(seed_text, "seed", SEED_SIZE if clear else 0)
    except CodecError as error:
        raise BodyShape(where, why="seed is not strict base64 of 32 bytes, or of none without clear fields") from error
    sealed = {path: _read_sealed(path, entry, where) for path, entry in entries.items()} if entries else {}
    digests, again = _assemble(clear, sorted(clear), sealed, seed)
    # Re-encoding equal to the text: no duplicate key, foreign escape, space or order passed the reading.
    if again != text:
        raise BodyNotCanonical(where, why="not-canonical")
    return Fields(clear, sealed, seed, commit(digests))


def _read_sealed(path: str, entry: Json, where: str) -> Sealed:
    framed_path(path)
    if type(entry) is not dict or list(entry) != ["a", "c", "d", "k", "n"]:
        raise BodyShape(where, why=f"sealed field {path} must have exactly a, c, d, k and n")
    algorithm, ciphertext, digest, key_id, nonce = entry.values()
    if (
        type(algorithm) is not str
        or type(ciphertext) is not str
        or type(digest) is not str
        or type(key_id) is not str
        or type(nonce) is not str
        or not _ALGORITHM.fullmatch(algorithm)
        or not _HEX64.fullmatch(digest)
        or not _KEY_ID.fullmatch(key_id)
    ):
        raise BodyShape(where, why=f"sealed field {path} has a member of the wrong form")
    try:
        return Sealed(algorithm, b64decode(ciphertext), digest, key_id, b64decode(nonce))
    except CodecError as error:
        raise BodyShape(where, why=f"sealed field {path} is not strict base64") from error
