"""What a receipt that somebody holds shows by itself, under a policy: signed, sealed, cosigned."""

from __future__ import annotations

from typing import NamedTuple

from translog.errors import ReceiptMalformed, Undecided, Words
from translog.merkle import verify_inclusion
from translog.policy import Judged, Policy
from translog.receipt.kept import Held
from translog.receipt.shape import Receipt, open_receipt


class Checked(NamedTuple):
    """A receipt that its log signed.

    Attributes:
        judged: the checkpoint that came with it and covers all of it; None where none did, or the policy cannot judge it.
        doubts: what keeps the policy from believing that checkpoint; nothing is wrong with it.
    """

    receipt: Receipt
    judged: Judged | None
    doubts: tuple[Undecided, ...]


def check_held(held: Held, policy: Policy, where: str = "receipt") -> Checked:
    """Verify a receipt, and the checkpoint and proofs beside it where there are any; every byte is bound.

    Raises:
        LogUnknown: the policy has no key of its log (undecided).
        TranslogError: any other says that something of it is not what was signed.
    """
    receipt = open_receipt(held.receipt, policy, where)
    if not held.checkpoint:
        if held.proofs:
            raise _wrong(where, "proofs without a checkpoint prove nothing", "缺少检查点，证明无意义")
        return Checked(receipt, None, ())
    doubts: list[Undecided] = []
    named = f"{where}: checkpoint"
    judged = policy.judge(held.checkpoint, receipt.origin, named)
    try:
        policy.check_closed(held.checkpoint, named)
    except Undecided as error:
        doubts.append(error)
    try:
        policy.demand(judged, named)
    except Undecided as error:
        doubts.append(error)
    checkpoint = judged.checkpoint
    if checkpoint.size < receipt.position or len(held.proofs) != len(receipt.entries):
        raise _wrong(where, "its checkpoint and proofs do not cover its events", "检查点与证明未覆盖其全部事件")
    for entry, proof in zip(receipt.entries, held.proofs, strict=True):
        place = f"{where} {receipt.origin}:{entry.position}"
        verify_inclusion(entry.leaf, entry.position - 1, checkpoint.size, proof, checkpoint.root, place)
    return Checked(receipt, judged, tuple(doubts))


def _wrong(where: str, en: str, zh: str) -> ReceiptMalformed:
    return ReceiptMalformed(where, why=Words(en, zh))
