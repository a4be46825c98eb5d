"""Whether a log holds what its receipts say: compared with leaves that were proved to stand under a checkpoint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from translog.errors import ReceiptNotInLog, ReceiptUndecided, TranslogError, Words
from translog.receipt.judge import Checked


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a log.

    Attributes:
        origin: which.
        size: events under a checkpoint that the policy believes; 0 when there is none.
        leaves: by position (from 1) the leaf hashes that were proved to stand under it.
        end: how many events the log has, as far as whoever was asked can tell; None when nobody could tell.
        doubt: why nothing is known, when nothing is.
    """

    origin: str
    size: int = 0
    leaves: Mapping[int, bytes] = field(default_factory=dict)
    end: int | None = None
    doubt: Words | None = None


def reconcile(checked: Checked, standing: Standing) -> TranslogError | None:
    """None when the log holds everything that a receipt states; else why not (`ReceiptNotInLog`), or why that cannot be told
    (`ReceiptUndecided`).
    """
    receipt = checked.receipt
    where = f"{receipt.origin}:{receipt.position}"
    for entry in receipt.entries:
        leaf = standing.leaves.get(entry.position)
        if leaf is not None and leaf != entry.leaf:
            why = Words(
                f"another event stands at position {entry.position}, leaf {leaf.hex()} instead of {entry.leaf.hex()}",
                f"位置 {entry.position} 为另一事件，叶为 {leaf.hex()}，应为 {entry.leaf.hex()}",
            )
            return _lost(checked, f"{receipt.origin}:{entry.position}", why)
    if standing.end is not None and max(standing.end, standing.size) < receipt.position:
        end = max(standing.end, standing.size)
        return _lost(checked, where, Words(f"the log ends at {end}", f"日志止于 {end}"))
    shown = all(entry.position in standing.leaves for entry in receipt.entries)
    if shown and receipt.position <= standing.size:
        return None
    why = standing.doubt or Words(
        f"the checkpoint covers {standing.size} events, the receipt goes up to {receipt.position}",
        f"检查点仅覆盖 {standing.size} 个事件，回执至 {receipt.position}",
    )
    return ReceiptUndecided(where, command=receipt.command, why=why)


def _lost(checked: Checked, where: str, why: Words) -> ReceiptNotInLog:
    """What the log lost; where a checkpoint came with the receipt, the log has shown two histories."""
    judged = checked.judged
    if judged is not None and judged.quorum:
        size = judged.checkpoint.size
        why = Words(
            f"{why.en}; the checkpoint of size {size} that came with the receipt shows it: the log has two histories",
            f"{why.zh}；而回执所附长度 {size} 的检查点证明其曾在日志中：日志出现了两份历史",
        )
    return ReceiptNotInLog(where, command=checked.receipt.command, why=why)
