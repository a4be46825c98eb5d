"""Publication proofs made from stored events and their inclusion proofs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from translog.codec import Json, parse_canonical, unhex
from translog.publication.redaction import APPROVES, PATH, approves, check_accounts, read_redaction
from translog.publication.shape import Disclosed, Publication, Shown, write_publication
from translog.publication.verify import check_publication
from translog.record import clear_salts, field_digest, read_body, unpack
from translog.record.body import value_text


class Part(NamedTuple):
    """An event to prove: position, stored state, and the inclusion proof of its envelope under the checkpoint."""

    position: int
    state: bytes
    proof: Sequence[bytes]


def build_publication(checkpoint: bytes, source: Part, approvals: Sequence[Part]) -> bytes:
    """The bytes of a proof under a closed checkpoint (`Policy.close`); deterministic in its arguments.

    The redaction is the source's own, its field `redaction`. What is built verifies, but for a quorum that is still
    missing. Raises what `check_publication` raises, and `RedactionWrong` where the redaction does not name every path of
    the source's body once, as clear or sealed as it is.
    """
    fields = read_body(unpack(source.state)[1], "source")
    where = "redaction of the source"
    redaction = read_redaction(fields.clear.get(PATH), where)
    check_accounts(redaction, fields.clear, fields.sealed, where)
    given = sorted(approvals, key=lambda part: part.position)
    publication = Publication(_shown(source, redaction.disclosed), tuple(_shown(part, (APPROVES,)) for part in given), checkpoint)
    check_publication(publication)
    return write_publication(publication)


def approval_of(content: str, redaction: Json, version: str) -> str:
    """The value of the field `approves` of an approval, 64 hex digits.

    Args:
        content: hash of what is going to be published, as the source states it; redaction: its redaction; version: its version.
    """
    fields: Mapping[str, Json] = {"content": content, PATH: redaction, "version": version}
    return approves(fields)


def _shown(part: Part, paths: Collection[str]) -> Shown:
    envelope, body = unpack(part.state, f"position {part.position}")
    fields = read_body(body, f"position {part.position}")
    salts = clear_salts(fields.seed, fields.clear)
    disclosed = {path: Disclosed(salts[path], fields.clear[path]) for path in sorted(paths) if path in fields.clear}
    own = {field_digest(one.salt, path, value_text(path, one.value).encode("utf-8")) for path, one in disclosed.items()}
    digests = parse_canonical(fields.commitment.value, "commitment")
    rest = [unhex(str(one)) for one in digests if one not in own] if isinstance(digests, list) else []
    return Shown(part.position, envelope, disclosed, tuple(rest), tuple(part.proof))
