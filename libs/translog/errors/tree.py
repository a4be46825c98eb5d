"""Refusals of trees, keys, notes, checkpoints and tiles."""

from __future__ import annotations

from translog.errors.base import TranslogError


class ProofInvalid(TranslogError):
    """A Merkle proof that does not show what it should."""

    code = "proof-invalid"
    en = "the {where} does not hold: {why}. Fetch proof and checkpoint again; if it still fails, the log was altered."
    zh = "{where} 不成立：{why}。请重新获取证明与检查点；若仍失败，日志已被改动。"


class ProofRequest(TranslogError):
    """A proof or tree asked for that cannot exist."""

    code = "proof-request"
    en = "no {where}: {why}."
    zh = "无法给出 {where}：{why}。"


class KeyMalformed(TranslogError):
    """A verifier or signer key string that is not well-formed, or whose hash does not fit."""

    code = "key-malformed"
    en = "{where} is not a usable key: {why}. Copy it again from its owner."
    zh = "{where} 不是可用的密钥：{why}。请向其所有者重新索取。"


class NoteMalformed(TranslogError):
    """Bytes that are not a signed note (C2SP signed-note)."""

    code = "note-malformed"
    en = "{where} is not a signed note: {why}. Fetch it again."
    zh = "{where} 不是签名文书（signed note）：{why}。请重新获取。"


class SignatureInvalid(TranslogError):
    """A signature of a known key that does not verify; the whole note is refused."""

    code = "signature-invalid"
    en = "the signature of {where} does not verify. The text or the signature was altered; do not use it."
    zh = "{where} 的签名无效：文本或签名被改动，不可使用。"


class NoTrustedSignature(TranslogError):
    """A note that no known key has signed."""

    code = "no-trusted-signature"
    en = "{where} carries no signature of a known key. Check the policy, or fetch a newer note."
    zh = "{where} 没有任何已知密钥的签名。请检查策略，或获取更新的文书。"


class CheckpointMalformed(TranslogError):
    """A note whose text is not a checkpoint (C2SP tlog-checkpoint)."""

    code = "checkpoint-malformed"
    en = "{where} is not a checkpoint: {why}. Fetch it again."
    zh = "{where} 不是检查点：{why}。请重新获取。"


class OriginMismatch(TranslogError):
    """A checkpoint of another log."""

    code = "origin-mismatch"
    en = "{where} is of log {found}, expected is {expected}. Fetch the checkpoint of the right log."
    zh = "{where} 属于日志 {found}，应为 {expected}。请获取正确日志的检查点。"


class TileMalformed(TranslogError):
    """A tile path, tile or entry bundle that is not of the format (C2SP tlog-tiles)."""

    code = "tile-malformed"
    en = "{where}: {why}. Fetch it again, or rebuild the tiles from the store."
    zh = "{where}：{why}。请重新获取，或由存储重建分块。"
