"""Refusals of stored event records and of the chains they form."""

from __future__ import annotations

from translog.errors.base import TranslogError


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


class ForkContradicts(RecordError):
    """An event that begins a log in the place of another one, and says something else than what stands before it."""

    code = "fork-contradicts"
    en = "{where} says that another log goes on here, which it does not: {why}. Compare with the checkpoints of both logs."
    zh = "{where} 称另一日志自此延续，与实际不符：{why}。请与两个日志的检查点核对。"


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
