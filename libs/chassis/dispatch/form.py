"""Says in words of both languages which rule of form a field breaks."""

from collections.abc import Mapping
from typing import Any

# By the checker's rule: `中文 / English`, filled with the rule's own value.
_WORDS: Mapping[str, str] = {
    "string.min_len": "不能为空或过短（至少 {limit} 个字符） / must not be empty (at least {limit} characters)",
    "string.max_len": "超过 {limit} 个字符 / is longer than {limit} characters",
    "string.len": "必须为 {limit} 个字符 / must have {limit} characters",
    "string.uuid": "不是 UUID / is not a UUID",
    "string.uuid_empty": "不能为空 / must not be empty",
    "bytes.min_len": "不能为空 / must not be empty",
    "bytes.max_len": "超过 {limit} 字节 / is larger than {limit} bytes",
    "repeated.min_items": "至少需要 {limit} 项 / needs at least {limit} entries",
    "repeated.max_items": "超过 {limit} 项 / has more than {limit} entries",
    "required": "必填 / is required",
}
_PATTERNS: Mapping[str, str] = {
    "^[0-9a-f]{32}$": "不是有效编号（32 位十六进制） / is not an id (32 hex digits)",
    "^[0-9a-f]{64}$": "不是 SHA-256（64 位十六进制） / is not a SHA-256 (64 hex digits)",
}


def why(violation: Any) -> str:
    """What is wrong with a field, as a refusal's value: `中文 / English`.

    Args:
        violation: what protovalidate found.
    """
    found, limit = violation.proto, violation.rule_value
    if found.rule_id == "string.in":
        allowed = ", ".join(str(value) for value in limit if value)
        return f"须为以下之一：{allowed} / must be one of: {allowed}"
    if found.rule_id == "string.pattern":
        if violation.field_value == "":
            return _WORDS["required"]
        return _PATTERNS.get(str(limit), f"格式不符（须符合 {limit}） / does not have the form {limit}")
    if found.rule_id in _WORDS:
        return _WORDS[found.rule_id].format(limit=limit)
    said: str = found.message or found.rule_id
    return f"数值超出范围：{said} / {said}" if found.rule_id.startswith("int") else said
