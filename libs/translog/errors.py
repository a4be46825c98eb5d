"""Refusals of the byte level, each with a stable code and a message in English and Chinese."""

from __future__ import annotations

from typing import ClassVar, Literal

Language = Literal["en", "zh"]


class TranslogError(ValueError):
    """Base of every refusal in this library.

    `code` is stable and may be stored or compared; `where` names the thing refused (a field, a path, a line, a
    position); `facts` fill the message. `text("zh")` gives the Chinese message, `str()` the English one.
    """

    code: ClassVar[str] = "translog"
    en: ClassVar[str] = "{where}: refused."
    zh: ClassVar[str] = "{where}：被拒绝。"

    def __init__(self, where: str, **facts: object) -> None:
        self.where = where
        self.facts = facts
        super().__init__(self.text("en"))

    def text(self, language: Language) -> str:
        """The message in `language`."""
        template = self.zh if language == "zh" else self.en
        return template.format(where=self.where, **self.facts)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.where, self.facts)


def _rebuild(kind: type[TranslogError], where: str, facts: dict[str, object]) -> TranslogError:
    return kind(where, **facts)


# --- codecs ----------------------------------------------------------------------------------------------------------


class CodecError(TranslogError):
    """Bytes or text that are not in the one accepted form."""

    code = "codec"


class NotBase64(CodecError):
    """Base64 (RFC 4648 §4) with a foreign character, wrong padding or non-zero pad bits."""

    code = "base64"
    en = "{where} is not strict base64 (RFC 4648, padded, no spaces, zero pad bits). Copy it again from its source."
    zh = "{where} 不是严格的 base64（RFC 4648，含填充、无空格、填充位为零）。请从来源重新复制。"


class NotHex(CodecError):
    """Hexadecimal that is not lower-case or has the wrong length."""

    code = "hex"
    en = "{where} is not lower-case hexadecimal of {octets} bytes. Copy it again from its source."
    zh = "{where} 不是 {octets} 字节的小写十六进制。请从来源重新复制。"


class NotDecimal(CodecError):
    """A decimal with a sign, a leading zero, a foreign digit or too many digits."""

    code = "decimal"
    en = "{where} is not a decimal number without sign and leading zeros. Correct it at its source."
    zh = "{where} 不是无符号、无前导零的十进制数。请在来源处更正。"


class NotUtf8(CodecError):
    """Bytes that are not UTF-8, or text that UTF-8 cannot carry (a lone surrogate)."""

    code = "utf8"
    en = "{where} is not well-formed UTF-8. Fetch the bytes again from their source."
    zh = "{where} 不是合法的 UTF-8。请从来源重新获取字节。"


class NotLines(CodecError):
    """Text that does not end with a newline, where lines are expected."""

    code = "lines"
    en = "{where} does not end with a newline. Fetch it again; it was probably cut."
    zh = "{where} 未以换行符结尾，可能被截断。请重新获取。"


class NotJson(CodecError):
    """Not JSON, or JSON outside the accepted profile (duplicate keys, floats, NaN, integers from 2^53, depth)."""

    code = "json"
    en = "{where} is not acceptable JSON: {why}. Write numbers as strings and each key once."
    zh = "{where} 不是可接受的 JSON：{why}。数字请写成字符串，键不得重复。"


class NotCanonical(CodecError):
    """JSON whose bytes differ from its RFC 8785 form."""

    code = "not-canonical"
    en = "{where} is not in canonical form (RFC 8785). Its bytes were altered or written by another encoder."
    zh = "{where} 不是规范形式（RFC 8785）。其字节被改动过，或由其他编码器写出。"


# --- records ---------------------------------------------------------------------------------------------------------


class RecordError(TranslogError):
    """A stored event record that is refused."""

    code = "record"


class Truncated(RecordError):
    """A state shorter than its own length field says, or without a body."""

    code = "truncated"
    en = "{where} is truncated: {why}. Restore this event from the mirror."
    zh = "{where} 不完整：{why}。请从镜像恢复该事件。"


class EnvelopeTooLarge(RecordError):
    """An envelope above the limit of 2048 bytes."""

    code = "envelope-too-large"
    en = "{where} has {size} bytes, the limit is {limit}. Name fewer causes or use shorter ids."
    zh = "{where} 有 {size} 字节，上限为 {limit}。请减少 caus 数量或使用更短的标识。"


class EnvelopeNotCanonical(RecordError):
    """Envelope bytes that are not the RFC 8785 form of a JSON object."""

    code = "envelope-not-canonical"
    en = "{where} is not canonical JSON (RFC 8785): {why}. Restore this event from the mirror."
    zh = "{where} 不是规范 JSON（RFC 8785）：{why}。请从镜像恢复该事件。"


class EnvelopeKeys(RecordError):
    """An envelope that lacks a key or has one too many."""

    code = "envelope-keys"
    en = "{where} must have exactly the known keys; missing: {missing}; unknown: {unknown}."
    zh = "{where} 的键必须恰好为规定的键；缺少：{missing}；多余：{unknown}。"


class EnvelopeField(RecordError):
    """An envelope value that has not the form of its key; `facts["field"]` names the key."""

    code = "envelope-field"
    en = "{where}: `{field}` must be {form}; it is {value}."
    zh = "{where}：`{field}` 的形式必须为 {form}；实际为 {value}。"


class BodyTooLarge(RecordError):
    """A body above the limit."""

    code = "body-too-large"
    en = "{where} has {size} bytes, the limit is {limit}. Store attachments by their SHA-256 instead."
    zh = "{where} 有 {size} 字节，上限为 {limit}。附件请以其 SHA-256 引用。"


class BodyNotCanonical(RecordError):
    """Body bytes that are not the RFC 8785 form of a JSON object."""

    code = "body-not-canonical"
    en = "{where} is not canonical JSON (RFC 8785): {why}. Restore this event from the mirror."
    zh = "{where} 不是规范 JSON（RFC 8785）：{why}。请从镜像恢复该事件。"


class BodyShape(RecordError):
    """A body whose members are not exactly those of the format."""

    code = "body-shape"
    en = "{where} has not the shape of an event body: {why}."
    zh = "{where} 不符合事件正文的结构：{why}。"


class TooManyFields(RecordError):
    """More than 64 fields in one event."""

    code = "too-many-fields"
    en = "{where} has {count} fields, the limit is {limit}. Write one event per item."
    zh = "{where} 有 {count} 个字段，上限为 {limit}。请逐项写成单独的事件。"


class PathNotAllowed(RecordError):
    """A field path outside the accepted form."""

    code = "path-not-allowed"
    en = "{where} is not a field path (1 to 128 of A-Z a-z 0-9 _ . / -, first a letter, digit or _)."
    zh = "{where} 不是合法的字段路径（1 至 128 个 A-Z a-z 0-9 _ . / - 字符，首字符为字母、数字或 _）。"


class ValueNotAllowed(RecordError):
    """A field value that is not str, bool, None, list or dict with text keys."""

    code = "value-not-allowed"
    en = "field {where}: {why}. Numbers and times are written as strings."
    zh = "字段 {where}：{why}。数字和时间请写成字符串。"


class ArgumentNotAllowed(RecordError):
    """A seed, salt, nonce or key of the wrong length or form."""

    code = "argument-not-allowed"
    en = "{where} must be {form}."
    zh = "{where} 必须为 {form}。"


class CommitmentMismatch(RecordError):
    """A body whose recomputed commitment is not the one the envelope names."""

    code = "commitment-mismatch"
    en = "{where}: the body does not reproduce the commitment in its envelope. It was altered; restore it from the mirror."
    zh = "{where}：正文无法重现信封中的承诺值，已被改动。请从镜像恢复。"


class UnknownAlgorithm(RecordError):
    """A sealed field that names an algorithm this library does not know."""

    code = "unknown-algorithm"
    en = "sealed field {where} names algorithm {algorithm}, which is not known here. Use a newer version."
    zh = "加密字段 {where} 使用的算法 {algorithm} 此处未知。请使用更新的版本。"


class DecryptionFailed(RecordError):
    """A sealed field that does not authenticate under the key, or was moved to another place."""

    code = "decrypt-failed"
    en = "sealed field {where} does not open with this key: wrong key, altered bytes, or moved from another event."
    zh = "加密字段 {where} 无法用此密钥打开：密钥不符、字节被改动，或从其他事件移来。"


class FieldDigest(RecordError):
    """A sealed field that opens but does not reproduce its digest."""

    code = "field-digest"
    en = "sealed field {where} opens, but its content does not reproduce its digest. Its writer sealed something else."
    zh = "加密字段 {where} 可以打开，但内容无法重现其摘要；写入者加密的是其他内容。"


class LeafMismatch(RecordError):
    """An envelope whose leaf hash is not the one recorded elsewhere (tile, receipt, message)."""

    code = "leaf-mismatch"
    en = "{where}: the envelope hashes to {found}, recorded is {expected}. It was altered; restore it from the mirror."
    zh = "{where}：信封的哈希为 {found}，记录为 {expected}，已被改动。请从镜像恢复。"


class PositionGap(RecordError):
    """A row whose position does not follow the one before."""

    code = "position-gap"
    en = "{where}: position {expected} was expected. Fetch the rows between from the mirror."
    zh = "{where}：此处应为位置 {expected}。请从镜像取回缺失的行。"


class SourceMismatch(RecordError):
    """An event of another origin than the log's."""

    code = "source-mismatch"
    en = "{where} belongs to {found}, the log is {expected}. It was moved here; restore this position from the mirror."
    zh = "{where} 属于 {found}，而日志为 {expected}；它是移入的。请从镜像恢复此位置。"


class TimeBackwards(RecordError):
    """An event recorded before its predecessor."""

    code = "time-backwards"
    en = "{where} is recorded at {found}, before its predecessor at {expected}. One of the two was altered."
    zh = "{where} 的记录时间 {found} 早于前一事件 {expected}，二者之一被改动。"


class VersionGap(RecordError):
    """An event that does not carry the next version of its aggregate."""

    code = "version-gap"
    en = "{where} has version {found} of its aggregate, {expected} was expected. An event is missing or was altered."
    zh = "{where} 是其聚合的第 {found} 版，应为第 {expected} 版；有事件缺失或被改动。"


class PrevMismatch(RecordError):
    """An event whose `prev` is not the leaf of its aggregate's previous event."""

    code = "prev-mismatch"
    en = "{where} does not continue the stored previous event of its aggregate. One of the two was altered."
    zh = "{where} 与其聚合的上一事件不衔接，二者之一被改动。"


# --- trees, notes, checkpoints, tiles --------------------------------------------------------------------------------


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
