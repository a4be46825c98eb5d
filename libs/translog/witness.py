"""The add-checkpoint protocol of witnesses (C2SP tlog-witness): its messages, and what a witness must answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from translog.checkpoint import Checkpoint, cosign, open_checkpoint, parse_checkpoint
from translog.codec import b64decode, b64encode, decimal, lines, utf8
from translog.errors import (
    CheckpointMalformed,
    CodecError,
    NoteMalformed,
    NoTrustedSignature,
    OldSizeAbove,
    OldSizeStale,
    OriginUnknown,
    ProofInvalid,
    RequestMalformed,
    ResponseMalformed,
    RootConflict,
    SignatureInvalid,
    TranslogError,
    Words,
)
from translog.merkle import HASH_SIZE, verify_consistency
from translog.note import MAX_SIGNATURES, Signature, Signed, SignerKey, VerifierKey, parse_note, parse_signature

MAX_PROOF = 63
"""Most lines of a consistency proof."""

MAX_REQUEST = 2**18
"""Most bytes of a request that a witness needs to read."""

PATH = "/add-checkpoint"
"""What follows a witness's submission prefix."""

TEXT = "text/plain; charset=utf-8"
SIZE = "text/x.tlog.size"
"""Content type of the answer that tells the size last cosigned."""


class Request(NamedTuple):
    """A request: the size from which the proof leads, the proof, and the signed checkpoint as submitted.

    `checkpoint` is what the note states: nothing of it may be believed before a signature has verified.
    """

    old: int
    proof: tuple[bytes, ...]
    note: bytes
    checkpoint: Checkpoint


class Latest(NamedTuple):
    """Size and root last cosigned for an origin: what a witness must keep."""

    size: int
    root: bytes


class Decision(NamedTuple):
    """What a witness must do: cosign and persist `checkpoint` when `error` is None, else refuse with `status`."""

    status: int
    checkpoint: Checkpoint
    error: TranslogError | None


class Answer(NamedTuple):
    """An HTTP answer. When `accepted` is given, the caller must have persisted it before the answer leaves.

    `origin` is "" where the request does not say one; `error` is the refusal behind a status other than 200.
    """

    status: int
    content_type: str
    body: bytes
    origin: str
    accepted: Latest | None
    error: TranslogError | None


_STATUS: Mapping[type[TranslogError], int] = {
    RequestMalformed: 400,
    OldSizeAbove: 400,
    NoTrustedSignature: 403,
    SignatureInvalid: 403,
    OriginUnknown: 404,
    OldSizeStale: 409,
    RootConflict: 409,
    ProofInvalid: 422,
}


# --- request ---------------------------------------------------------------------------------------------------------


def build_request(old: int, proof: Sequence[bytes], note: bytes) -> bytes:
    """The body of a request: consistency `proof` (hashes of 32 bytes) from size `old` to the checkpoint in `note`."""
    text = "".join([f"old {old}\n", *(f"{b64encode(item)}\n" for item in proof), "\n"])
    body = text.encode("ascii") + note
    read_request(body)
    return body


def read_request(body: bytes, where: str = "request") -> Request:
    """Read a request without verifying a signature; raises `RequestMalformed` (400)."""
    if len(body) > MAX_REQUEST:
        why = Words(f"it is larger than {MAX_REQUEST} bytes", f"超过 {MAX_REQUEST} 字节")
        raise RequestMalformed(where, why=why)
    head, blank, note = body.partition(b"\n\n")
    first, *rest = head.split(b"\n")
    if not blank or not first.startswith(b"old "):
        raise RequestMalformed(where, why=Words("no old size line, or no empty line", "缺少 old 行或空行"))
    if len(rest) > MAX_PROOF:
        raise RequestMalformed(where, why=Words(f"more than {MAX_PROOF} proof lines", f"证明超过 {MAX_PROOF} 行"))
    try:
        old = decimal(utf8(first[4:], where), where)
        proof = tuple(b64decode(utf8(line, where), where, HASH_SIZE) for line in rest)
    except CodecError as error:
        why = Words("old size or proof is not in its one encoding", "旧长度或证明的编码不规范")
        raise RequestMalformed(where, why=why) from error
    if old >= 2**63:
        raise RequestMalformed(where, why=Words("old size is out of range", "旧长度超出范围"))
    try:
        checkpoint = parse_checkpoint(parse_note(note, where).text, where)
    except (NoteMalformed, CheckpointMalformed) as error:
        raise RequestMalformed(where, why=Words(str(error), error.text("zh"))) from error
    return Request(old, proof, note, checkpoint)


# --- the witness -----------------------------------------------------------------------------------------------------


def decide(request: Request, keys: Iterable[VerifierKey] | None, latest: Latest | None) -> Decision:
    """What a witness must answer: `keys` are those it trusts for the origin (None: it does not serve it), `latest` what
    it last cosigned for it. Pure: the caller reads `latest`, decides and persists in one transaction.
    """
    try:
        checkpoint = _decide(request, keys, latest)
    except tuple(_STATUS) as error:
        return Decision(_STATUS[type(error)], request.checkpoint, error)
    return Decision(200, checkpoint, None)


def _decide(request: Request, keys: Iterable[VerifierKey] | None, latest: Latest | None) -> Checkpoint:
    where, stated = "checkpoint", request.checkpoint
    if keys is None:
        raise OriginUnknown(where, origin=stated.origin)
    checkpoint = open_checkpoint(request.note, keys, stated.origin, where).checkpoint
    if request.old > checkpoint.size:
        raise OldSizeAbove(where, old=request.old, size=checkpoint.size)
    known = latest.size if latest is not None else 0
    if request.old != known:
        raise OldSizeStale(where, old=request.old, known=known)
    if latest is not None and latest.size == checkpoint.size and latest.root != checkpoint.root:
        raise RootConflict(where, size=checkpoint.size, origin=checkpoint.origin)
    if latest is not None and latest.size:
        verify_consistency(latest.size, checkpoint.size, latest.root, checkpoint.root, request.proof)
    elif request.proof:
        raise ProofInvalid("consistency proof", why="from size 0 it must be empty")
    return checkpoint


def add_checkpoint(
    body: bytes,
    trusted: Callable[[str], Iterable[VerifierKey] | None],
    latest: Callable[[str], Latest | None],
    signers: Sequence[SignerKey],
    time: int,
) -> Answer:
    """The answer to a request's body.

    Call it inside the transaction that `latest` reads in, persist `Answer.accepted` for `Answer.origin` before the
    transaction ends, and answer only then: two requests must not both be judged against the same latest size.

    Args:
        body: what was posted.
        trusted: keys of a log by origin; None where the witness does not serve it.
        latest: what was last cosigned, by origin.
        signers: the witness's keys (type cosignature), at least one.
        time: POSIX time of the cosignature, in seconds.
    """
    try:
        request = read_request(body)
    except RequestMalformed as error:
        return _refuse(400, "", error)
    origin = request.checkpoint.origin
    decision = decide(request, trusted(origin), latest(origin))
    if decision.error is not None:
        return _refuse(decision.status, origin, decision.error)
    checkpoint = decision.checkpoint
    response = build_response([cosign(checkpoint, signer, time) for signer in signers])
    return Answer(200, TEXT, response, origin, Latest(checkpoint.size, checkpoint.root), None)


def _refuse(status: int, origin: str, error: TranslogError) -> Answer:
    if isinstance(error, OldSizeStale):
        return Answer(status, SIZE, f"{error.facts['known']}\n".encode(), origin, None, error)
    return Answer(status, TEXT, f"{error.code}: {error}\n".encode(), origin, None, error)


# --- response --------------------------------------------------------------------------------------------------------


def build_response(cosignatures: Iterable[Signature]) -> bytes:
    """The body of a 200: one signature line each."""
    return "".join(signature.line for signature in cosignatures).encode("utf-8")


def read_response(body: bytes, checkpoint: Checkpoint, keys: Iterable[VerifierKey], where: str = "response") -> list[Signature]:
    """The cosignatures in the body of a 200 that verify over `checkpoint` with one of the witness's `keys`.

    Lines of unknown keys are ignored. Raises `ResponseMalformed` for another form or none of a known key,
    `SignatureInvalid` for a known key's signature that does not verify.
    """
    known = {(key.name, key.key_id): key for key in keys}
    try:
        parsed = [parse_signature(line, where) for line in lines(utf8(body, where), where)[: MAX_SIGNATURES + 1]]
    except (CodecError, NoteMalformed) as error:
        raise ResponseMalformed(where, why=Words(str(error), error.text("zh"))) from error
    if len(parsed) > MAX_SIGNATURES:
        raise ResponseMalformed(where, why=Words(f"more than {MAX_SIGNATURES} signatures", f"签名超过 {MAX_SIGNATURES} 个"))
    kept = [signature for signature in parsed if (signature.name, signature.key_id) in known]
    for signature in kept:
        check_cosignature(known[signature.name, signature.key_id], checkpoint, signature)
    if not kept:
        raise ResponseMalformed(where, why=Words("it has no signature of a known key", "没有已知密钥的签名"))
    return kept


def check_cosignature(key: VerifierKey, checkpoint: Checkpoint, signature: Signature) -> Signed:
    """Verify one cosignature over a checkpoint, or raise `SignatureInvalid`."""
    return key.check(checkpoint.text, signature.value)


def read_size(body: bytes, where: str = "response") -> int:
    """The size last cosigned, from the body of a 409 of type `SIZE`; raises `ResponseMalformed`."""
    try:
        (line,) = lines(utf8(body, where), where)
        return decimal(line, where)
    except ValueError as error:
        raise ResponseMalformed(where, why=Words("it is not a size and a newline", "应为一个长度和换行符")) from error
