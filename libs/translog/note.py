"""Signed notes (C2SP signed-note) with Ed25519, and the timestamped cosignatures of witnesses (C2SP tlog-cosignature)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from translog.codec import b64decode, b64encode, lines, utf8
from translog.errors import CodecError, KeyMalformed, NoteMalformed, NoTrustedSignature, SignatureInvalid

ED25519 = 0x01
"""Signature type: Ed25519 over the text."""

COSIGNATURE = 0x04
"""Signature type: Ed25519 over time and text, by a witness."""

MAX_SIGNATURES = 100
MAX_NOTE = 10**6
"""Most bytes of a note."""

_PREFIX = "— "
_PRIVATE = "PRIVATE+KEY+"
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_KEY_ID = re.compile(r"[0-9a-f]{8}")
_MAX_TIME = 2**63 - 1


class Signature(NamedTuple):
    """One signature line: key name, 4-byte key id, and the signature (of a cosignature: 8-byte time ‖ signature)."""

    name: str
    key_id: bytes
    value: bytes

    @property
    def line(self) -> str:
        """The line as it stands in a note, with its newline."""
        return f"{_PREFIX}{self.name} {b64encode(self.key_id + self.value)}\n"


class Signed(NamedTuple):
    """A signature that verified; `time` is the POSIX time of a cosignature, else None."""

    name: str
    key_id: bytes
    time: int | None


class Note(NamedTuple):
    """A parsed note: nothing of it may be used before a signature has verified."""

    text: str
    signatures: tuple[Signature, ...]


class Opened(NamedTuple):
    """A note whose known signatures all verified, at least one."""

    text: str
    signed: tuple[Signed, ...]
    signatures: tuple[Signature, ...]


def _check_name(name: str, where: str) -> None:
    if not name or "+" in name or any(map(str.isspace, name)) or _CONTROL.search(name):
        raise KeyMalformed(where, why="a key name is not empty and has neither spaces nor +")


def key_id(name: str, kind: int, public: bytes) -> bytes:
    """First 4 bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key)."""
    return sha256(name.encode("utf-8") + b"\n" + bytes([kind]) + public).digest()[:4]


def cosigned_message(text: str, time: int) -> bytes:
    """What a witness signs: two header lines, then the text of the checkpoint."""
    return f"cosignature/v1\ntime {time}\n{text}".encode()


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key with its name: what a policy trusts."""

    name: str
    kind: int
    public: bytes
    key_id: bytes = field(init=False)

    def __post_init__(self) -> None:
        _check_name(self.name, "verifier key")
        if self.kind not in (ED25519, COSIGNATURE) or len(self.public) != 32:
            raise KeyMalformed(f"verifier key {self.name}", why="it is not an Ed25519 key of a known signature type")
        object.__setattr__(self, "key_id", key_id(self.name, self.kind, self.public))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `<name>+<key id in hex>+<base64(type ‖ public key)>`; refuses (`KeyMalformed`) a wrong key id."""
        parts = text.split("+", 2)
        if len(parts) != 3:
            raise KeyMalformed("verifier key", why="it has not the form name+hash+key")
        name, hashed, encoded = parts
        key = cls(name, *_key_data(encoded, f"verifier key {name}"))
        if _KEY_ID.fullmatch(hashed) is None or key.key_id.hex() != hashed:
            raise KeyMalformed(f"verifier key {name}", why="its hash does not fit")
        return key

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{b64encode(bytes([self.kind]) + self.public)}"

    def check(self, text: str, value: bytes) -> Signed:
        """Verify the signature `value` over `text`, or raise `SignatureInvalid`."""
        time, message, signature = None, text.encode("utf-8"), value
        if self.kind == COSIGNATURE:
            time, signature = int.from_bytes(value[:8], "big"), value[8:]
            if len(value) != 72 or time > _MAX_TIME:
                raise SignatureInvalid(self.name)
            message = cosigned_message(text, time)
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError) as error:
            raise SignatureInvalid(self.name) from error
        return Signed(self.name, self.key_id, time)


@dataclass(frozen=True, slots=True)
class SignerKey:
    """A private key with its name. `seed` is the 32-byte Ed25519 private key; it is never shown."""

    name: str
    kind: int
    seed: bytes = field(repr=False)
    verifier: VerifierKey = field(init=False)
    _private: Ed25519PrivateKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.seed) != 32:
            raise KeyMalformed(f"signer key {self.name}", why="it has not 32 bytes")
        private = Ed25519PrivateKey.from_private_bytes(self.seed)
        object.__setattr__(self, "_private", private)
        public = private.public_key().public_bytes_raw()
        object.__setattr__(self, "verifier", VerifierKey(self.name, self.kind, public))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `PRIVATE+KEY+<name>+<key id in hex>+<base64(type ‖ seed)>`."""
        parts = text.removeprefix(_PRIVATE).split("+", 2)
        if not text.startswith(_PRIVATE) or len(parts) != 3:
            raise KeyMalformed("signer key", why="it has not the form PRIVATE+KEY+name+hash+key")
        name, hashed, encoded = parts
        key = cls(name, *_key_data(encoded, f"signer key {name}"))
        if _KEY_ID.fullmatch(hashed) is None or key.verifier.key_id.hex() != hashed:
            raise KeyMalformed(f"signer key {name}", why="its hash does not fit")
        return key

    def export(self) -> str:
        """The private key string that `parse` reads. Keep it secret."""
        return f"{_PRIVATE}{self.name}+{self.verifier.key_id.hex()}+{b64encode(bytes([self.kind]) + self.seed)}"

    def sign(self, text: str, time: int | None = None) -> Signature:
        """Sign `text`; a cosignature needs `time`, the POSIX time in seconds, an ordinary signature takes none."""
        private = self._private
        if self.kind == COSIGNATURE:
            if time is None or not 0 <= time <= _MAX_TIME:
                raise KeyMalformed(f"signer key {self.name}", why="a cosignature needs a time from 0 to 2^63-1")
            value = time.to_bytes(8, "big") + private.sign(cosigned_message(text, time))
        else:
            if time is not None:
                raise KeyMalformed(f"signer key {self.name}", why="only a cosignature carries a time")
            value = private.sign(text.encode("utf-8"))
        return Signature(self.name, self.verifier.key_id, value)


def _key_data(encoded: str, where: str) -> tuple[int, bytes]:
    try:
        data = b64decode(encoded, where)
    except CodecError as error:
        raise KeyMalformed(where, why="its last part is not strict base64") from error
    if len(data) != 33:
        raise KeyMalformed(where, why="it has not 33 bytes")
    return data[0], data[1:]


def _check_text(text: str, where: str) -> None:
    if not text.endswith("\n"):
        raise NoteMalformed(where, why="the text does not end with a newline")
    if _CONTROL.search(text):
        raise NoteMalformed(where, why="it has a control character")


def parse_signature(line: str, where: str = "note") -> Signature:
    """Read one signature line without its newline."""
    name, space, encoded = line.removeprefix(_PREFIX).partition(" ")
    if not line.startswith(_PREFIX) or not space:
        raise NoteMalformed(where, why="a signature line has not the form «— name signature»")
    try:
        _check_name(name, where)
        value = b64decode(encoded, where)
    except (KeyMalformed, CodecError) as error:
        raise NoteMalformed(where, why="a signature line has a bad name or encoding") from error
    if len(value) < 5:
        raise NoteMalformed(where, why="a signature is too short")
    return Signature(name, value[:4], value[4:])


def parse_note(data: bytes, where: str = "note", *, limit: int = MAX_NOTE) -> Note:
    """Read a note of at most `limit` bytes without verifying it. Raises `NoteMalformed`."""
    if len(data) > limit:
        raise NoteMalformed(where, why=f"it is larger than {limit} bytes")
    try:
        whole = utf8(data, where)
    except CodecError as error:
        raise NoteMalformed(where, why="it is not UTF-8") from error
    _check_text(whole, where)
    text, blank, tail = whole.rpartition("\n\n")
    if not blank or not tail:
        raise NoteMalformed(where, why="no blank line before signatures")
    signature_lines = lines(tail, where)
    if len(signature_lines) > MAX_SIGNATURES:
        raise NoteMalformed(where, why=f"more than {MAX_SIGNATURES} signatures")
    return Note(text + "\n", tuple(parse_signature(line, where) for line in signature_lines))


def open_note(data: bytes, verifiers: Iterable[VerifierKey], where: str = "note") -> Opened:
    """Read a note and verify every signature of a known key; signatures of unknown keys are ignored.

    Raises `NoteMalformed`, `SignatureInvalid` (a known key's signature fails: the whole note is refused),
    `NoTrustedSignature`, `KeyMalformed` (two verifiers with the same name and key id).
    """
    known: dict[tuple[str, bytes], VerifierKey] = {}
    for verifier in verifiers:
        if known.setdefault((verifier.name, verifier.key_id), verifier) != verifier:
            raise KeyMalformed(f"verifier key {verifier.name}", why="another key has the same name and hash")
    note = parse_note(data, where)
    signed = tuple(
        known[signature.name, signature.key_id].check(note.text, signature.value)
        for signature in note.signatures
        if (signature.name, signature.key_id) in known
    )
    if not signed:
        raise NoTrustedSignature(where)
    return Opened(note.text, signed, note.signatures)


def write_note(text: str, signatures: Iterable[Signature], *, limit: int = MAX_NOTE) -> bytes:
    """Put text and signatures together, at most `limit` bytes; the result reads back to the same."""
    data = (text + "\n" + "".join(signature.line for signature in signatures)).encode("utf-8")
    note = parse_note(data, limit=limit)
    if note.text != text:
        raise NoteMalformed("note", why="text and signatures do not read back")
    return data


def sign_note(text: str, signers: Iterable[SignerKey], kept: Iterable[Signature] = ()) -> bytes:
    """A note over `text`, which ends with a newline, with the signatures of `signers` (type Ed25519) before `kept`."""
    _check_text(text, "note")
    return write_note(text, [*(signer.sign(text) for signer in signers), *kept])
