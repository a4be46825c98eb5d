"""Receipts: one form, one signature, every byte bound; what a checkpoint beside one adds, and what it cannot excuse."""

from __future__ import annotations

import pytest

from tests.libs.translog.sample import AUDIT, FINDINGS_LOG, NEIGHBOUR, NOON, POLICY, REVIEW_LOG, STRANGER
from translog.checkpoint import Checkpoint, cosign, parse_checkpoint, sign_checkpoint
from translog.errors import (
    CheckpointMalformed,
    CodecError,
    LogUnknown,
    NoQuorum,
    ProofInvalid,
    ReceiptMalformed,
    SignatureInvalid,
    SignatureRelabelled,
    SignatureStray,
    SignatureUnknown,
    TranslogError,
    Undecided,
)
from translog.merkle import inclusion_proof, leaf_hash, node_reader, root_of
from translog.note import ED25519, SignerKey, parse_note, write_note
from translog.policy import NONE, Log, Policy
from translog.receipt import Entry, Held, Receipt, check_held, open_receipt, read_held, read_receipt, sign_receipt, write_held

ORIGIN = FINDINGS_LOG.name
COMMAND = "0f8fad5b-d9cb-469f-a165-70867728950e"
AT = "2026-03-02T01:00:00.000000Z"
LEAVES = [leaf_hash(bytes([n])) for n in range(7)]
AGG = "a" + "0" * 31
RECEIPT = Receipt(ORIGIN, COMMAND, AT, 5, (Entry(4, AGG, 1, LEAVES[3]), Entry(5, AGG, 2, LEAVES[4])))
NOTE = sign_receipt(RECEIPT, FINDINGS_LOG)


def held(*cosigners: SignerKey, size: int = 7) -> Held:
    """The receipt with a checkpoint over it and its proofs."""
    checkpoint = Checkpoint(ORIGIN, size, root_of(LEAVES[:size]))
    note = sign_checkpoint(checkpoint, [FINDINGS_LOG], [cosign(checkpoint, one, NOON) for one in cosigners])
    read = node_reader(LEAVES[:size])
    return Held(NOTE, note, tuple(tuple(inclusion_proof(e.position - 1, size, read)) for e in RECEIPT.entries))


def test_a_receipt_reads_back_and_is_always_the_same() -> None:
    assert read_receipt(NOTE) == open_receipt(NOTE, POLICY) == RECEIPT
    assert sign_receipt(RECEIPT, FINDINGS_LOG) == NOTE


def test_no_receipt_reads_as_a_checkpoint_and_no_checkpoint_as_a_receipt() -> None:
    with pytest.raises(CheckpointMalformed):
        parse_checkpoint(parse_note(NOTE).text)
    with pytest.raises(ReceiptMalformed):
        read_receipt(held().checkpoint)


def test_every_changed_bit_of_a_receipt_is_refused() -> None:
    for place in range(len(NOTE)):
        for bit in range(8):
            changed = NOTE[:place] + bytes([NOTE[place] ^ 1 << bit]) + NOTE[place + 1 :]
            with pytest.raises(TranslogError):
                open_receipt(changed, POLICY)


def test_every_changed_byte_of_a_kept_line_is_refused() -> None:
    line = write_held(held(NEIGHBOUR, AUDIT))[:-1]
    assert check_held(read_held(line), POLICY).doubts == ()
    for place in range(len(line)):
        changed = line[:place] + bytes([line[place] ^ 1]) + line[place + 1 :]
        # A doubt would not do: a changed byte would pass as merely unknown.
        with pytest.raises(TranslogError):
            check_held(read_held(changed), POLICY)


@pytest.mark.parametrize(
    "wrong",
    [
        RECEIPT._replace(origin="findings"),
        RECEIPT._replace(command=COMMAND.upper()),
        RECEIPT._replace(at="2026-03-02T01:00:00Z"),
        RECEIPT._replace(at="-"),
        RECEIPT._replace(position=6),
        RECEIPT._replace(entries=(RECEIPT.entries[0], Entry(6, AGG, 2, LEAVES[5])), position=6),
        RECEIPT._replace(entries=(Entry(5, AGG, 0, LEAVES[4]),)),
        RECEIPT._replace(entries=(Entry(0, AGG, 1, LEAVES[4]),), position=0, at="-"),
        RECEIPT._replace(entries=(), position=0),
    ],
)
def test_what_is_no_receipt_is_not_signed(wrong: Receipt) -> None:
    with pytest.raises(ReceiptMalformed):
        sign_receipt(wrong, FINDINGS_LOG)


def test_only_the_key_of_the_log_signs() -> None:
    with pytest.raises(ReceiptMalformed):
        sign_receipt(RECEIPT, REVIEW_LOG)


@pytest.mark.parametrize("at", [AT, "-"])
def test_a_command_that_changed_nothing_has_a_receipt_too(at: str) -> None:
    nothing = Receipt(ORIGIN, COMMAND, at, 0 if at == "-" else 9, ())
    assert open_receipt(sign_receipt(nothing, FINDINGS_LOG), POLICY) == nothing


def test_signatures_of_others_are_told_apart() -> None:
    text = RECEIPT.text
    other = SignerKey(ORIGIN, ED25519, bytes(32))
    with pytest.raises(SignatureStray):
        open_receipt(write_note(text, [other.sign(text)]), POLICY)
    own = FINDINGS_LOG.sign(text)
    with pytest.raises(SignatureRelabelled):
        open_receipt(write_note(text, [own._replace(key_id=other.verifier.key_id)]), POLICY)
    with pytest.raises(SignatureInvalid):
        open_receipt(write_note(text, [own._replace(value=bytes(64))]), POLICY)
    with pytest.raises(ReceiptMalformed):
        open_receipt(write_note(text, [own, own]), POLICY)
    with pytest.raises(ReceiptMalformed):
        open_receipt(write_note(text, [REVIEW_LOG.sign(text)]), POLICY)


def test_a_log_that_the_policy_does_not_know_leaves_it_undecided() -> None:
    policy = Policy.make([Log(REVIEW_LOG.verifier)], [], [], NONE)
    with pytest.raises(LogUnknown) as refused:
        open_receipt(NOTE, policy)
    assert isinstance(refused.value, Undecided)


def test_ten_thousand_events_fit() -> None:
    entries = tuple(Entry(n, AGG, n, LEAVES[0]) for n in range(1, 12_001))
    large = Receipt(ORIGIN, COMMAND, AT, 12_000, entries)
    note = sign_receipt(large, FINDINGS_LOG)
    assert len(note) > 10**6
    assert open_receipt(note, POLICY) == large


# --- with a checkpoint -----------------------------------------------------------------------------------------------


def test_a_cosigned_checkpoint_shows_that_the_events_are_in_the_log() -> None:
    found = check_held(read_held(write_held(held(NEIGHBOUR, AUDIT))[:-1]), POLICY)
    assert found.receipt == RECEIPT
    assert found.judged is not None
    assert (found.judged.quorum, found.judged.checkpoint.size, found.doubts) == (True, 7, ())


def test_without_a_checkpoint_the_receipt_stands_alone() -> None:
    assert check_held(Held(NOTE), POLICY) == (RECEIPT, None, ())


def test_what_the_policy_misses_is_a_doubt_and_no_fault() -> None:
    assert [type(doubt) for doubt in check_held(held(AUDIT), POLICY).doubts] == [NoQuorum]
    assert [type(doubt) for doubt in check_held(held(NEIGHBOUR, AUDIT, STRANGER), POLICY).doubts] == [SignatureUnknown]


def test_checkpoint_and_proofs_must_be_those_of_the_events() -> None:
    good = held(NEIGHBOUR, AUDIT)
    with pytest.raises(ReceiptMalformed):
        check_held(good._replace(proofs=good.proofs[:1]), POLICY)
    with pytest.raises(ReceiptMalformed):
        check_held(Held(NOTE, b"", good.proofs), POLICY)
    short = Checkpoint(ORIGIN, 4, root_of(LEAVES[:4]))
    with pytest.raises(ReceiptMalformed):
        check_held(good._replace(checkpoint=sign_checkpoint(short, [FINDINGS_LOG])), POLICY)
    with pytest.raises(ProofInvalid):
        check_held(good._replace(proofs=good.proofs[::-1]), POLICY)
    other = Checkpoint(REVIEW_LOG.name, 7, root_of(LEAVES))
    with pytest.raises(TranslogError):
        check_held(good._replace(checkpoint=sign_checkpoint(other, [REVIEW_LOG])), POLICY)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b'{"checkpoint":"","format":"rectify-receipt/1","proofs":[]}',
        b'{"checkpoint":"","format":"rectify-receipt/1","proofs":{},"receipt":""}',
        b'{"checkpoint":"","format":"rectify-receipt/1","proofs":[[1]],"receipt":""}',
        b'{"checkpoint":null,"format":"rectify-receipt/1","proofs":[],"receipt":""}',
        b'{"checkpoint":"","format":"rectify-receipt/1","proofs":[["AA=="]],"receipt":""}',
        b'{"format":"rectify-receipt/1","checkpoint":"","proofs":[],"receipt":""}',
    ],
)
def test_what_is_no_kept_line_is_refused(line: bytes) -> None:
    with pytest.raises((ReceiptMalformed, CodecError, TranslogError)):
        read_held(line)
