"""A receipt as its holder keeps it: one line of JSON, with the checkpoint and the proofs that came with it, if any did."""

from __future__ import annotations

from typing import NamedTuple

from translog.codec import Json, b64decode, b64encode, canonical_json, parse_canonical, utf8
from translog.errors import FormatUnknown, ReceiptMalformed, Words
from translog.merkle import HASH_SIZE
from translog.receipt.shape import TITLE

FORMAT = TITLE
"""The member `format` of every line."""

MAX_LINE = 2**28
"""Most bytes of a line: the largest receipt with a proof for each of its events."""

_MEMBERS = {"checkpoint", "format", "proofs", "receipt"}
_MAX_PROOF = 63


class Held(NamedTuple):
    """What its holder has: the signed receipt; the (co)signed checkpoint under which its events were shown to stand and an
    inclusion proof for each (hashes of 32 bytes), b"" and none when that was not waited for.
    """

    receipt: bytes
    checkpoint: bytes = b""
    proofs: tuple[tuple[bytes, ...], ...] = ()


def write_held(held: Held) -> bytes:
    """The line, with its newline: canonical JSON."""
    content = {
        "checkpoint": utf8(held.checkpoint, "checkpoint"),
        "format": FORMAT,
        "proofs": [[b64encode(step) for step in proof] for proof in held.proofs],
        "receipt": utf8(held.receipt, "receipt"),
    }
    return canonical_json(content) + b"\n"


def read_held(line: bytes, where: str = "receipt") -> Held:
    """Read a line without its newline; nothing of it may be believed before `check_held`.

    Raises:
        FormatUnknown, ReceiptMalformed, CodecError: it is none, or not in its one form.
    """
    if len(line) > MAX_LINE:
        raise _wrong(where, f"it is larger than {MAX_LINE} bytes", f"超过 {MAX_LINE} 字节")
    value = parse_canonical(line, where)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise FormatUnknown(where, known=FORMAT)
    if value.keys() != _MEMBERS:
        raise _wrong(where, f"its members must be {', '.join(sorted(_MEMBERS))}", "成员不符")
    proofs = value["proofs"]
    if not isinstance(proofs, list):
        raise _wrong(where, "its proofs are no list", "proofs 不是列表")
    return Held(_text(value["receipt"], where), _text(value["checkpoint"], where), tuple(_proof(one, where) for one in proofs))


def _text(value: Json, where: str) -> bytes:
    if not isinstance(value, str):
        raise _wrong(where, "receipt and checkpoint must be text", "receipt 与 checkpoint 须为文本")
    return value.encode("utf-8")


def _proof(value: Json, where: str) -> tuple[bytes, ...]:
    if not isinstance(value, list) or len(value) > _MAX_PROOF or not all(isinstance(step, str) for step in value):
        raise _wrong(where, "a proof is a list of at most 63 hashes", "证明应为至多 63 个哈希的列表")
    return tuple(b64decode(str(step), where, HASH_SIZE) for step in value)


def _wrong(where: str, en: str, zh: str) -> ReceiptMalformed:
    return ReceiptMalformed(where, why=Words(en, zh))
