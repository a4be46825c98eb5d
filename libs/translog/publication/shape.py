"""The JSON of a publication proof, read into parts and written from them; in its one form or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from translog.codec import Json, b64decode, b64encode, canonical_json, decimal, parse_canonical
from translog.errors import CodecError, FormatUnknown, PublicationMalformed, Words
from translog.merkle import HASH_SIZE
from translog.record import MAX_FIELDS, SALT_SIZE

FORMAT = "rectify-publication/1"
"""Name of the format, the member `format` of every proof."""

MAX_PUBLICATION = 2**22
"""Most bytes of a proof."""

_MAX_PROOF = 63
_MAX_APPROVALS = 8
_WHERE = "publication"


class Disclosed(NamedTuple):
    """A field that is shown: its salt and value, which with the path give one digest of the commitment."""

    salt: bytes
    value: Json


class Shown(NamedTuple):
    """An event in a proof.

    Attributes:
        position: from 1.
        envelope: its bytes.
        disclosed: the fields that are shown, by path ascending.
        rest: the other digests of its commitment, 32 bytes each, ascending.
        proof: the envelope's inclusion proof, hashes of 32 bytes.
    """

    position: int
    envelope: bytes
    disclosed: Mapping[str, Disclosed]
    rest: tuple[bytes, ...]
    proof: tuple[bytes, ...]


class Publication(NamedTuple):
    """A proof's content: what was published, who had approved of it (ascending by position), and the checkpoint over all."""

    source: Shown
    approvals: tuple[Shown, ...]
    checkpoint: bytes


# --- reading ---------------------------------------------------------------------------------------------------------


def read_publication(data: bytes) -> Publication:
    """Read a proof; raises `FormatUnknown`, `PublicationMalformed`, `NotCanonical` and other refusals of the codecs."""
    if len(data) > MAX_PUBLICATION:
        raise PublicationMalformed(_WHERE, why=Words(f"it is larger than {MAX_PUBLICATION} bytes", f"超过 {MAX_PUBLICATION} 字节"))
    value = parse_canonical(data, _WHERE)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise FormatUnknown(_WHERE, known=FORMAT)
    approvals, checkpoint, _, hashes, source = _members(value, ("approvals", "checkpoint", "format", "hashes", "source"), _WHERE)
    listed = _list(approvals, f"{_WHERE} approvals")
    if len(listed) > _MAX_APPROVALS:
        raise _shape(f"{_WHERE} approvals", f"at most {_MAX_APPROVALS}", f"至多 {_MAX_APPROVALS} 项")
    pool = _Pool([b64decode(_text(one, f"{_WHERE} hashes"), f"{_WHERE} hashes", HASH_SIZE) for one in _items(hashes, _WHERE)])
    published = _shown(source, f"{_WHERE} source", pool)
    given = tuple(_shown(one, f"{_WHERE} approval {n}", pool) for n, one in enumerate(listed, 1))
    pool.check()
    return Publication(published, given, _text(checkpoint, f"{_WHERE} checkpoint").encode("utf-8"))


class _Pool:
    """The hashes that the proofs share, each named by its place; used for the first time in order, and all of them."""

    def __init__(self, hashes: Sequence[bytes]) -> None:
        self._hashes, self._used = hashes, 0
        if len(set(hashes)) != len(hashes):
            raise _shape(f"{_WHERE} hashes", "without repetition", "不重复的列表")

    def take(self, place: int, where: str) -> bytes:
        if place > self._used or place >= len(self._hashes):
            raise _shape(where, "places of hashes, each used for the first time in order", "按首次使用顺序的哈希序号")
        self._used = max(self._used, place + 1)
        return self._hashes[place]

    def check(self) -> None:
        if self._used != len(self._hashes):
            raise _shape(f"{_WHERE} hashes", "hashes that a proof uses", "证明所用的哈希")


def _shown(value: Json, where: str, pool: _Pool) -> Shown:
    disclosed, envelope, position, proof, rest = _members(value, ("disclosed", "envelope", "position", "proof", "rest"), where)
    if not isinstance(disclosed, dict) or not disclosed:
        raise _shape(f"{where} disclosed", "an object that is not empty", "非空对象")
    if not isinstance(envelope, dict):
        raise _shape(f"{where} envelope", "an object", "对象")
    digests = tuple(b64decode(_text(one, f"{where} rest"), f"{where} rest", HASH_SIZE) for one in _items(rest, f"{where} rest"))
    if len(disclosed) + len(digests) > 2 * MAX_FIELDS:
        raise _shape(where, f"of at most {MAX_FIELDS} fields", f"至多 {MAX_FIELDS} 个字段")
    places = [decimal(_text(one, f"{where} proof"), f"{where} proof") for one in _items(proof, f"{where} proof")]
    if len(places) > _MAX_PROOF:
        raise _shape(f"{where} proof", f"at most {_MAX_PROOF} hashes", f"至多 {_MAX_PROOF} 个哈希")
    return Shown(
        decimal(_text(position, f"{where} position"), f"{where} position"),
        # An envelope is canonical JSON: as part of a canonical whole, its bytes are these.
        canonical_json(envelope),
        {path: _disclosed(one, f"{where} {path}") for path, one in disclosed.items()},
        digests,
        tuple(pool.take(place, f"{where} proof") for place in places),
    )


def _disclosed(value: Json, where: str) -> Disclosed:
    parts = _items(value, where)
    if len(parts) != 2:
        raise _shape(where, "a list of salt and value", "盐和值组成的列表")
    salt, shown = parts
    return Disclosed(b64decode(_text(salt, f"{where} salt"), f"{where} salt", SALT_SIZE), shown)


def _members(value: Json, names: Sequence[str], where: str) -> list[Json]:
    """The values of an object that has exactly these members; `names` ascending, as they stand in canonical JSON."""
    if not isinstance(value, dict) or list(value) != list(names):
        listed = ", ".join(names)
        raise _shape(where, f"an object with exactly {listed}", f"恰有 {listed} 的对象")
    return list(value.values())


def _items(value: Json, where: str) -> list[Json]:
    if not isinstance(value, list):
        raise _shape(where, "a list", "列表")
    return value


def _list(value: Json, where: str) -> list[Json]:
    if not _items(value, where):
        raise _shape(where, "a list that is not empty", "非空列表")
    return _items(value, where)


def _text(value: Json, where: str) -> str:
    if not isinstance(value, str):
        raise _shape(where, "a text", "文本")
    return value


def _shape(where: str, en: str, zh: str) -> PublicationMalformed:
    return PublicationMalformed(where, why=Words(f"it must be {en}", f"须为{zh}"))


# --- writing ---------------------------------------------------------------------------------------------------------


def write_publication(publication: Publication) -> bytes:
    """The bytes of a proof, which `read_publication` reads back to the same."""
    places: dict[bytes, int] = {}
    source = _write(publication.source, places)
    approvals = [_write(one, places) for one in publication.approvals]
    data = canonical_json(
        {
            "approvals": approvals,
            "checkpoint": publication.checkpoint.decode("utf-8"),
            "format": FORMAT,
            "hashes": [b64encode(one) for one in places],
            "source": source,
        }
    )
    try:
        if read_publication(data) == publication:
            return data
    except CodecError as error:
        raise PublicationMalformed(_WHERE, why=Words(str(error), error.text("zh"))) from error
    raise _shape(_WHERE, "what reads back to the same", "可还原的内容")


def _write(shown: Shown, places: dict[bytes, int]) -> dict[str, object]:
    return {
        "disclosed": {path: [b64encode(one.salt), one.value] for path, one in shown.disclosed.items()},
        "envelope": parse_canonical(shown.envelope, "envelope"),
        "position": str(shown.position),
        "proof": _placed(shown.proof, places),
        "rest": [b64encode(one) for one in shown.rest],
    }


def _placed(proof: Iterable[bytes], places: dict[bytes, int]) -> list[str]:
    return [str(places.setdefault(one, len(places))) for one in proof]
