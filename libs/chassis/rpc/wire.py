"""Reads a request from its bytes, and says which field is at fault when they are none."""

from collections.abc import Iterator
from typing import Any

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import DecodeError
from google.protobuf.message import Message as Proto

from kernel.errors import InvalidField

_DEPTH = 32


def parse(kind: type[Proto], data: bytes) -> Proto:
    """The message.

    Raises:
        InvalidField: the bytes are no such message; `field` is the text that is not UTF-8 where that is the reason.
    """
    try:
        return kind.FromString(data)
    except DecodeError as error:
        path = bad_text(kind.DESCRIPTOR, data)
        why = "文本不是 UTF-8 / the text is not UTF-8" if path else "字节不是该消息 / the bytes are no such message"
        raise InvalidField(field=path, field_name=path or kind.DESCRIPTOR.name, why=why) from error


def bad_text(message: Any, data: bytes, depth: int = 0) -> str:
    """Dotted path of the first text field that is not UTF-8, "" when there is none or the bytes are cut."""
    if depth > _DEPTH:
        return ""
    counts: dict[str, int] = {}
    for number, content in _contents(data):
        field = message.fields_by_number.get(number)
        if field is None:
            continue
        name: str = field.name
        if field.is_repeated:
            counts[name] = counts.get(name, -1) + 1
            name = f"{name}.{counts[name]}"
        if field.type == FieldDescriptor.TYPE_STRING:
            try:
                content.decode()
            except UnicodeDecodeError:
                return name
        elif field.message_type is not None and field.type == FieldDescriptor.TYPE_MESSAGE:
            inner = bad_text(field.message_type, content, depth + 1)
            if inner:
                return f"{name}.{inner}"
    return ""


def _contents(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(field number, bytes) of every length-delimited field, as far as the bytes can be read."""
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        wire = tag & 7
        if wire == 0:
            _, at = _varint(data, at)
        elif wire == 1:
            at += 8
        elif wire == 5:
            at += 4
        elif wire == 2:
            size, at = _varint(data, at)
            if at + size > len(data):
                return
            yield tag >> 3, data[at : at + size]
            at += size
        else:
            return  # groups, which proto3 has not


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(data) and shift < 70:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return value, at
        shift += 7
    return 0, len(data)  # cut or endless: nothing more can be read
