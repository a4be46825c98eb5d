"""Refusals of the codecs: bytes or text not in the one accepted form."""

from __future__ import annotations

from translog.errors.base import TranslogError


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
