"""Between protobuf messages, YAML and plain values: numbers stay numbers, codes with leading zeros stay text."""

import datetime as dt
import re
from typing import Any

import yaml
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message


class PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # chosen when it is imported
    """YAML 1.2's core values only: `001`, `yes`, `2026-03-02` and `12:30` are text."""


PlainLoader.yaml_implicit_resolvers = {}
PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
PlainLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""])
PlainLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^(?:0|-?[1-9][0-9]*)$"), list("-0123456789"))


def parse_yaml(text: str) -> Any:
    """One YAML (or JSON) document."""
    return yaml.load(text, Loader=PlainLoader)  # noqa: S506 - PlainLoader is a SafeLoader


def plain(message: Message) -> dict[str, Any]:
    """Every field of a message that is set or has no presence: dict, list, str, int, bool, aware datetime, hex of bytes."""
    fields: Any = message.DESCRIPTOR.fields
    return {field.name: _value(message, field) for field in fields if _shown(message, field)}


def _shown(message: Message, field: FieldDescriptor) -> bool:
    return not field.has_presence or message.HasField(field.name)


def _value(message: Message, field: FieldDescriptor) -> Any:
    value = getattr(message, field.name)
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        return {str(key): _one(item) for key, item in sorted(value.items())}
    if field.is_repeated:
        return [_one(item) for item in value]
    return _one(value)


def _one(value: Any) -> Any:
    if isinstance(value, Message):
        if value.DESCRIPTOR.full_name == "google.protobuf.Timestamp":
            return value.ToDatetime(tzinfo=dt.UTC)  # type: ignore[attr-defined]
        return plain(value)
    return value.hex() if isinstance(value, bytes) else value
