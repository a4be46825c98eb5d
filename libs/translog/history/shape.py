"""The JSON of a history bundle, read into parts and written from them; in its one form or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from translog.codec import Json, b64decode, b64encode, canonical_json, decimal, parse_canonical, unhex
from translog.errors import BundleMalformed, CodecError, FormatUnknown, Words
from translog.index import Head, is_aggregate
from translog.merkle import HASH_SIZE

FORMAT = "rectify-history/1"
"""Name of the format, the member `format` of every bundle."""

MAX_BUNDLE = 2**26
"""Most bytes of a bundle."""

_MAX_PROOF = 63


class Event(NamedTuple):
    """An event in a bundle: position (from 1), envelope, body, and the envelope's inclusion proof."""

    position: int
    envelope: bytes
    body: bytes
    proof: tuple[bytes, ...]


class Claim(NamedTuple):
    """A head claimed to be an aggregate's newest, its place in the index, and the inclusion proof."""

    head: Head
    place: int
    proof: tuple[bytes, ...]


class IndexProof(NamedTuple):
    """A state seal and the heads claimed under it."""

    seal: Event
    claims: tuple[Claim, ...]


class LogHistory(NamedTuple):
    """What a bundle holds of one log."""

    origin: str
    checkpoint: bytes
    events: tuple[Event, ...]
    ends: IndexProof | None


class History(NamedTuple):
    """A bundle's content: the id it is about, and its logs."""

    about: str
    logs: tuple[LogHistory, ...]


# --- reading ---------------------------------------------------------------------------------------------------------


def read_history(data: bytes) -> History:
    """Read a bundle; raises `FormatUnknown`, `BundleMalformed`, `NotCanonical` and other refusals of the codecs."""
    where = "bundle"
    if len(data) > MAX_BUNDLE:
        raise BundleMalformed(where, why=Words(f"it is larger than {MAX_BUNDLE} bytes", f"超过 {MAX_BUNDLE} 字节"))
    value = parse_canonical(data, where)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise FormatUnknown(where, known=FORMAT)
    about, _, logs = _members(value, ("about", "format", "logs"), where)
    if not is_aggregate(about):
        raise _shape(f"{where} about", "an id of 32 lower-case hex digits", "32 位小写十六进制标识")
    return History(str(about), tuple(_log(log, f"log {n}") for n, log in enumerate(_list(logs, where), 1)))


def _log(value: Json, where: str) -> LogHistory:
    checkpoint, events, index, origin = _members(value, ("checkpoint", "events", "index", "origin"), where)
    origin = _text(origin, f"{where} origin")
    where = f"log {origin}"
    listed = _list(events, f"{where} events")
    return LogHistory(
        origin,
        _text(checkpoint, f"{where} checkpoint").encode("utf-8"),
        tuple(_event(event, f"{where} event {n}") for n, event in enumerate(listed, 1)),
        None if index is None else _index(index, f"{where} index"),
    )


def _event(value: Json, where: str) -> Event:
    body, envelope, position, proof = _members(value, ("b", "e", "p", "proof"), where)
    place = decimal(_text(position, f"{where} p"), f"{where} p")
    where = f"{where} (position {place})"
    return Event(
        place,
        b64decode(_text(envelope, f"{where} e"), f"{where} e"),
        b64decode(_text(body, f"{where} b"), f"{where} b"),
        _proof(proof, f"{where} proof"),
    )


def _index(value: Json, where: str) -> IndexProof:
    heads, seal = _members(value, ("heads", "seal"), where)
    return IndexProof(
        _event(seal, f"{where} seal"),
        tuple(_claim(head, f"{where} head {n}") for n, head in enumerate(_list(heads, f"{where} heads"), 1)),
    )


def _claim(value: Json, where: str) -> Claim:
    place, head, proof = _members(value, ("at", "head", "proof"), where)
    entries = _list(head, f"{where} head")
    if len(entries) != 3 or not is_aggregate(entries[0]):
        raise _shape(f"{where} head", "a list of aggregate, version and leaf", "聚合、版本、叶组成的列表")
    agg, ver, leaf = (_text(entry, f"{where} head") for entry in entries)
    return Claim(
        Head(agg, decimal(ver, f"{where} version"), unhex(leaf, f"{where} leaf", HASH_SIZE)),
        decimal(_text(place, f"{where} at"), f"{where} at"),
        _proof(proof, f"{where} proof"),
    )


def _proof(value: Json, where: str) -> tuple[bytes, ...]:
    hashes = tuple(b64decode(_text(item, where), where, HASH_SIZE) for item in _list(value, where, empty=True))
    if len(hashes) > _MAX_PROOF:
        raise _shape(where, f"at most {_MAX_PROOF} hashes", f"至多 {_MAX_PROOF} 个哈希")
    return hashes


def _members(value: Json, names: Sequence[str], where: str) -> list[Json]:
    """The values of an object that has exactly these members; `names` ascending, as they stand in canonical JSON."""
    if not isinstance(value, dict) or list(value) != list(names):
        listed = ", ".join(names)
        raise _shape(where, f"an object with exactly {listed}", f"恰有 {listed} 的对象")
    return list(value.values())


def _list(value: Json, where: str, *, empty: bool = False) -> list[Json]:
    if not isinstance(value, list) or (not value and not empty):
        raise _shape(where, "a list that is not empty", "非空列表")
    return value


def _text(value: Json, where: str) -> str:
    if not isinstance(value, str):
        raise _shape(where, "a text", "文本")
    return value


def _shape(where: str, en: str, zh: str) -> BundleMalformed:
    return BundleMalformed(where, why=Words(f"it must be {en}", f"须为{zh}"))


# --- writing ---------------------------------------------------------------------------------------------------------


def write_history(history: History) -> bytes:
    """The bytes of a bundle, which `read_history` reads back to the same."""
    data = canonical_json({"format": FORMAT, "about": history.about, "logs": [_write_log(log) for log in history.logs]})
    try:
        if read_history(data) == history:
            return data
    except CodecError as error:
        raise BundleMalformed("bundle", why=Words(str(error), error.text("zh"))) from error
    raise _shape("bundle", "what reads back to the same", "可还原的内容")


def _write_log(log: LogHistory) -> dict[str, object]:
    index = None
    if log.ends is not None:
        heads = [
            {
                "at": str(claim.place),
                "head": [claim.head.agg, str(claim.head.ver), claim.head.leaf.hex()],
                "proof": _b64(claim.proof),
            }
            for claim in log.ends.claims
        ]
        index = {"heads": heads, "seal": _write_event(log.ends.seal)}
    return {
        "checkpoint": log.checkpoint.decode("utf-8"),
        "events": [_write_event(event) for event in log.events],
        "index": index,
        "origin": log.origin,
    }


def _write_event(event: Event) -> dict[str, object]:
    return {
        "b": b64encode(event.body),
        "e": b64encode(event.envelope),
        "p": str(event.position),
        "proof": _b64(event.proof),
    }


def _b64(hashes: Sequence[bytes]) -> list[str]:
    return [b64encode(item) for item in hashes]
