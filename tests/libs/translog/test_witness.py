"""The witness protocol: its messages byte by byte, and the one answer to every request."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.libs.translog.sample import AUDIT, FINDINGS_LOG, NEIGHBOUR, NOON, REVIEW_LOG, STRANGER, sample
from translog.checkpoint import Checkpoint, cosign, open_checkpoint, sign_checkpoint
from translog.errors import RequestMalformed, ResponseMalformed, SignatureInvalid
from translog.merkle import EMPTY_ROOT, consistency_proof, leaf_hash, node_reader, root_of
from translog.note import SignerKey, VerifierKey, sign_note, write_note
from translog.witness import (
    MAX_REQUEST,
    SIZE,
    Answer,
    Latest,
    add_checkpoint,
    build_request,
    build_response,
    decide,
    read_request,
    read_response,
    read_size,
)

LEAVES = [leaf_hash(bytes([number])) for number in range(40)]
READ = node_reader(LEAVES)
ORIGIN = FINDINGS_LOG.name


def point(size: int) -> Checkpoint:
    return Checkpoint(ORIGIN, size, root_of(LEAVES[:size]))


def signed(size: int, signer: SignerKey = FINDINGS_LOG) -> bytes:
    return sign_checkpoint(point(size), [signer])


def proof(old: int, size: int) -> list[bytes]:
    return consistency_proof(old, size, READ) if old else []


class Witness:
    """A witness with a memory, as a server would keep it."""

    def __init__(self) -> None:
        self.latest: dict[str, Latest] = {}

    def post(self, body: bytes) -> Answer:
        answer = add_checkpoint(body, self.keys, self.latest.get, [AUDIT], NOON)
        assert (answer.status == 200) is (answer.accepted is not None) is (answer.error is None)
        if answer.accepted is not None:
            self.latest[answer.origin] = answer.accepted
        return answer

    @staticmethod
    def keys(origin: str) -> Iterable[VerifierKey] | None:
        return [FINDINGS_LOG.verifier] if origin == ORIGIN else None

    def send(self, old: int, size: int) -> Answer:
        return self.post(build_request(old, proof(old, size), signed(size)))


def test_a_log_grows_under_its_witness() -> None:
    witness = Witness()
    for old, size in ((0, 3), (3, 3), (3, 4), (4, 17), (17, 40), (40, 40)):
        answer = witness.send(old, size)
        assert (answer.status, answer.content_type) == (200, "text/plain; charset=utf-8")
        assert witness.latest[ORIGIN] == (size, point(size).root)
        (cosignature,) = read_response(answer.body, point(size), [AUDIT.verifier, NEIGHBOUR.verifier])
        assert cosignature == cosign(point(size), AUDIT, NOON)
        whole = sign_checkpoint(point(size), [FINDINGS_LOG], [cosignature])
        assert len(open_checkpoint(whole, [FINDINGS_LOG.verifier, AUDIT.verifier], ORIGIN).signed) == 2


def test_an_empty_log_may_be_cosigned_and_grow() -> None:
    witness = Witness()
    assert witness.send(0, 0).status == 200
    assert witness.latest[ORIGIN] == (0, EMPTY_ROOT)
    assert witness.send(0, 5).status == 200


def refused(answer: Answer, status: int, code: str) -> Answer:
    assert answer.error is not None
    assert (answer.status, answer.error.code) == (status, code)
    return answer


def test_every_status() -> None:
    witness = Witness()
    assert witness.send(0, 10).status == 200
    kept = dict(witness.latest)
    foreign = sign_checkpoint(Checkpoint(REVIEW_LOG.name, 3, LEAVES[0]), [REVIEW_LOG])
    forged = sign_checkpoint(Checkpoint(ORIGIN, 10, LEAVES[0]), [FINDINGS_LOG])
    refused(witness.post(b"old 1\n"), 400, "request-malformed")
    refused(witness.post(build_request(0, [], foreign)), 404, "origin-unknown")
    refused(witness.post(build_request(10, [], signed(10, REVIEW_LOG))), 403, "no-trusted-signature")
    bad = write_note(point(10).text, [FINDINGS_LOG.sign("another text\n")])
    refused(witness.post(build_request(10, [], bad)), 403, "signature-invalid")
    refused(witness.post(build_request(11, [], signed(10))), 400, "old-size-above")
    stale = refused(witness.post(build_request(4, proof(4, 12), signed(12))), 409, "old-size-stale")
    assert (stale.content_type, stale.body, read_size(stale.body)) == (SIZE, b"10\n", 10)
    assert stale.origin == ORIGIN
    refused(witness.post(build_request(0, [], signed(12))), 409, "old-size-stale")
    conflict = refused(witness.post(build_request(10, [], forged)), 409, "root-conflict")
    # No size is answered: a client that only looks for one must not try again and again.
    assert conflict.content_type != SIZE
    refused(witness.post(build_request(10, proof(9, 12), signed(12))), 422, "proof-invalid")
    refused(witness.post(build_request(10, [], signed(12))), 422, "proof-invalid")
    refused(witness.post(build_request(10, [LEAVES[0]], signed(10))), 422, "proof-invalid")
    assert witness.latest == kept
    refused(Witness().post(build_request(0, [LEAVES[0]], signed(4))), 422, "proof-invalid")
    refused(Witness().post(build_request(3, proof(3, 4), signed(4))), 409, "old-size-stale")


def test_unknown_signatures_beside_a_known_one_are_ignored() -> None:
    witness = Witness()
    extra = [cosign(point(3), STRANGER, NOON), REVIEW_LOG.sign(point(3).text)]
    assert witness.post(build_request(0, [], sign_checkpoint(point(3), [FINDINGS_LOG], extra))).status == 200


def test_a_decision_names_what_to_persist() -> None:
    request = read_request(build_request(0, [], signed(5)))
    decision = decide(request, [FINDINGS_LOG.verifier], None)
    assert (decision.status, decision.checkpoint, decision.error) == (200, point(5), None)


REQUEST = build_request(3, proof(3, 17), signed(17))


def test_the_request_is_the_one_of_the_specification() -> None:
    note = (
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+"
        "zyWE+xeMcTOAYQ8=\n"
    )
    body = f"old 20852014\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n\n{note}".encode()
    request = read_request(body)
    assert (request.old, len(request.proof)) == (20852014, 1)
    assert (request.checkpoint.origin, request.checkpoint.size) == ("example.com/behind-the-sofa", 20852163)
    assert build_request(request.old, request.proof, request.note) == body


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"old 3\n",
        b"old 3\n\n",
        REQUEST.replace(b"old 3", b"old 03"),
        REQUEST.replace(b"old 3", b"old +3"),
        REQUEST.replace(b"old 3", b"old  3"),
        REQUEST.replace(b"old 3", b"old 3 "),
        REQUEST.replace(b"old 3", b"Old 3"),
        REQUEST.replace(b"old 3", b"old 9223372036854775808"),
        REQUEST.replace(b"old 3\n", b"old 3\r\n"),
        REQUEST.replace(b"old 3\n", b"old 3\n\n"),
        REQUEST.replace(b"old 3\n", b"old 3\nAAAA\n"),
        REQUEST.replace(b"old 3\n", b"old 3\n" + b"A" * 43 + b"=\n" * 1 + (b"A" * 43 + b"=\n") * 63),
        REQUEST[:-1],
        REQUEST + b"\n",
        REQUEST.replace(b"\n17\n", b"\n017\n"),
        b"old 0\n\n" + sign_note("no checkpoint\n", [FINDINGS_LOG]),
        b"\xff" + REQUEST,
        REQUEST + b" " * MAX_REQUEST,
    ],
)
def test_what_is_no_request_is_refused(body: bytes) -> None:
    with pytest.raises(RequestMalformed) as refused_:
        read_request(body)
    assert refused_.value.text("zh") != str(refused_.value)
    assert Witness().post(body).status == 400


@settings(max_examples=50)
@given(st.integers(0, 39), st.integers(0, 39))
def test_requests_read_back(first: int, second: int) -> None:
    old, size = sorted((first, second))
    request = read_request(build_request(old, proof(old, size), signed(size)))
    assert (request.old, request.proof, request.note, request.checkpoint) == (
        old,
        tuple(proof(old, size)),
        signed(size),
        point(size),
    )


@settings(max_examples=300)
@given(st.binary(max_size=200), st.integers(0, len(REQUEST)), st.integers(0, len(REQUEST)))
def test_any_bytes_have_an_answer(noise: bytes, start: int, end: int) -> None:
    witness = Witness()
    witness.latest[ORIGIN] = Latest(3, point(3).root)
    assert witness.post(REQUEST[:start] + noise + REQUEST[end:]).status in (200, 400, 403, 404, 409, 422)


# --- responses -------------------------------------------------------------------------------------------------------


def test_cosignatures_of_unknown_keys_are_left_out() -> None:
    known, unknown = cosign(point(5), AUDIT, NOON), cosign(point(5), STRANGER, NOON)
    assert read_response(build_response([unknown, known]), point(5), [AUDIT.verifier]) == [known]
    with pytest.raises(ResponseMalformed):
        read_response(build_response([unknown]), point(5), [AUDIT.verifier])
    with pytest.raises(SignatureInvalid):
        read_response(build_response([known]), point(6), [AUDIT.verifier])


@pytest.mark.parametrize("body", [b"", b"\n", b"x\n", b"\xff\n", build_response([cosign(point(5), AUDIT, NOON)])[:-1]])
def test_what_is_no_response_is_refused(body: bytes) -> None:
    with pytest.raises(ResponseMalformed):
        read_response(body, point(5), [AUDIT.verifier])
    with pytest.raises(ResponseMalformed):
        read_size(body)


def test_too_many_signatures_are_refused() -> None:
    line = build_response([cosign(point(5), AUDIT, NOON)])
    with pytest.raises(ResponseMalformed):
        read_response(line * 101, point(5), [AUDIT.verifier])


@pytest.mark.parametrize("body", [b"07\n", b"7", b"7\n8\n", b"-7\n", b" 7\n"])
def test_what_is_no_size_is_refused(body: bytes) -> None:
    with pytest.raises(ResponseMalformed):
        read_size(body)


def test_a_bundle_s_checkpoint_is_what_a_witness_cosigned() -> None:
    world = sample().findings
    answer = Witness().post(build_request(0, [], world.note()))
    assert answer.body.decode() in world.note(AUDIT).decode()
