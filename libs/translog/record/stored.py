"""The stored record of an event: length ‖ envelope ‖ body, built and verified as bytes."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from translog.codec import Json
from translog.errors import CommitmentMismatch, EnvelopeKeys, EnvelopeTooLarge, LeafMismatch, Truncated
from translog.record.body import Body, Commitment, Sealed, encode_body, read_body
from translog.record.envelope import MAX_ENVELOPE, Envelope, encode_envelope, envelope_dict, read_envelope
from translog.record.sealing import Place, Sealing, seal_field

LENGTH_SIZE = 4


class Record(NamedTuple):
    """A new event as bytes: `leaf` is its 32-byte RFC 6962 leaf hash, `commitment` what the envelope's `body` hashes."""

    envelope: bytes
    body: bytes
    leaf: bytes
    commitment: bytes

    @property
    def state(self) -> bytes:
        """What is stored: `pack(envelope, body)`."""
        return pack(self.envelope, self.body)


class Verified(NamedTuple):
    """A record that passed. `clear`, `sealed` and `seed` are empty when the commitment was not asked for."""

    envelope: Envelope
    clear: dict[str, Json]
    sealed: dict[str, Sealed]
    seed: bytes
    leaf: bytes

    @property
    def place(self) -> Place:
        """The place that `open_field` needs."""
        return Place(self.envelope["src"], self.envelope["agg"], self.envelope["ver"])


def leaf_hash(envelope: bytes) -> bytes:
    """SHA-256(0x00 ‖ envelope), 32 bytes (RFC 6962 §2.1)."""
    return sha256(b"\x00" + envelope).digest()


def pack(envelope: bytes, body: bytes) -> bytes:
    """4-byte big-endian length of the envelope ‖ envelope ‖ body."""
    return len(envelope).to_bytes(LENGTH_SIZE, "big") + envelope + body


def unpack(state: bytes, where: str = "record") -> tuple[bytes, bytes]:
    """(envelope, body) of a stored state; neither may be empty (`Truncated`, `EnvelopeTooLarge`)."""
    if len(state) < LENGTH_SIZE:
        raise Truncated(where, why="its length field is cut")
    end = LENGTH_SIZE + int.from_bytes(state[:LENGTH_SIZE], "big")
    if end > LENGTH_SIZE + MAX_ENVELOPE:
        raise EnvelopeTooLarge(where, size=end - LENGTH_SIZE, limit=MAX_ENVELOPE)
    if end == LENGTH_SIZE or len(state) <= end:
        raise Truncated(where, why="envelope or body is missing")
    return state[LENGTH_SIZE:end], state[end:]


def build_body(
    place: Place,
    clear: Mapping[str, object],
    sealed: Mapping[str, Sealing | tuple[str, bytes, object, bytes, bytes]],
    seed: bytes,
) -> Body:
    """First half of `build`: all that can be done before `at` and `prev` are known. Raises as `encode_body` and
    `seal_field`.
    """
    return encode_body(
        clear,
        {path: seal_field(place, path, Sealing(*field)) for path, field in sealed.items()} if sealed else {},
        seed,
    )


def finish(envelope_fields: Mapping[str, object], body: Body) -> Record:
    """Second half of `build`: the envelope around a body. `envelope_fields` has every key of `Envelope` but `body`."""
    if "body" in envelope_fields:
        raise EnvelopeKeys("envelope", missing="–", unknown="body (it is computed)")
    envelope = encode_envelope({**envelope_fields, "body": body.commitment.hash})
    return Record(envelope, body.value, leaf_hash(envelope), body.commitment.value)


def build(
    envelope_fields: Mapping[str, object],
    clear: Mapping[str, object],
    sealed: Mapping[str, Sealing | tuple[str, bytes, object, bytes, bytes]],
    seed: bytes,
) -> Record:
    """A new event record, deterministic in its arguments.

    `envelope_fields` has every key of `Envelope` but `body`; `clear` maps paths to values (str, bool, None, list,
    dict: no numbers); `sealed` maps paths to `Sealing` or (key id, key, value, nonce, salt); `seed` is 32 random bytes
    used once. Raises subclasses of `RecordError`.
    """
    if sealed:
        # The associated data needs a checked place; the full check of the envelope comes with `finish`.
        missing = {"src", "agg", "ver"} - envelope_fields.keys()
        if missing:
            raise EnvelopeKeys("envelope", missing=", ".join(sorted(missing)), unknown="–")
        place = Place(str(envelope_fields["src"]), str(envelope_fields["agg"]), str(envelope_fields["ver"]))
    else:
        place = Place("", "", "")
    return finish(envelope_fields, build_body(place, clear, sealed, seed))


def verify_record(state: bytes, with_commitment: bool = True, *, leaf: bytes | None = None, where: str = "record") -> Verified:
    """Check one stored record by its bytes: framing, envelope and, if asked, body and commitment.

    `leaf` is the 32-byte leaf hash known from a tile, receipt or message: with it every bit of the state is bound;
    without it the envelope is bound only by what follows it (`prev`, the tree). Raises subclasses of `RecordError`.
    """
    envelope, body = unpack(state, where)
    head = read_envelope(envelope, where)
    found = leaf_hash(envelope)
    if leaf is not None and leaf != found:
        raise LeafMismatch(where, found=found.hex(), expected=leaf.hex())
    if not with_commitment:
        return Verified(envelope_dict(head), {}, {}, b"", found)
    fields = read_body(body, where)
    if fields.commitment.hash != head.body:
        raise CommitmentMismatch(where)
    return Verified(envelope_dict(head), fields.clear, fields.sealed, fields.seed, found)


def commitment_of(body: bytes) -> Commitment:
    """The commitment that the bytes of a body reproduce. Raises as `read_body`."""
    return read_body(body).commitment
