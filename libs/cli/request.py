"""Builds a request from what a person wrote: flags of the command line, or the `with:` of a scenario's step."""

import base64
import binascii
import datetime as dt
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml
from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from google.protobuf.timestamp_pb2 import Timestamp

from cli.contracts import entry_options
from cli.names import Names, NotAPost
from cli.plain import parse_yaml
from cli.words import Language, say

# Whole numbers by type: the least and the greatest one.
INTS = {
    FieldDescriptor.TYPE_INT32: (-(2**31), 2**31 - 1),
    FieldDescriptor.TYPE_SINT32: (-(2**31), 2**31 - 1),
    FieldDescriptor.TYPE_SFIXED32: (-(2**31), 2**31 - 1),
    FieldDescriptor.TYPE_UINT32: (0, 2**32 - 1),
    FieldDescriptor.TYPE_FIXED32: (0, 2**32 - 1),
    FieldDescriptor.TYPE_INT64: (-(2**63), 2**63 - 1),
    FieldDescriptor.TYPE_SINT64: (-(2**63), 2**63 - 1),
    FieldDescriptor.TYPE_SFIXED64: (-(2**63), 2**63 - 1),
    FieldDescriptor.TYPE_UINT64: (0, 2**64 - 1),
    FieldDescriptor.TYPE_FIXED64: (0, 2**64 - 1),
}


class WrongValue(ValueError):
    """A value does not fit its field.

    Attributes:
        path: dotted path of the field.
        why: what is wrong with it, in English.
        key: text of words.yaml that says it in every language, "" when only English is there.
    """

    def __init__(self, path: str, why: str = "", key: str = "", **values: object) -> None:
        self.path, self._key, self._values = path, key, values
        self.why = why or say(key, "en", **values)
        super().__init__(f"{path}: {self.why}" if path else self.why)

    def text(self, lang: Language) -> str:
        """What is wrong."""
        return say(self._key, lang, **self._values) if self._key else self.why


def _read_file(path: str) -> bytes:
    return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()


@dataclass(frozen=True, slots=True)
class Builder:
    """What is needed to read values.

    Attributes:
        names: numbers to ids.
        zone: zone of times written without an offset.
        read_file: bytes of a path that was written.
    """

    names: Names
    zone: dt.tzinfo
    read_file: Callable[[str], bytes] = _read_file

    def build(self, descriptor: Descriptor, values: Mapping[str, Any], path: str = "") -> Message:
        """A message of this type.

        Args:
            descriptor: the request's (or nested message's) type.
            values: by field name, snake_case or kebab-case; None and absent are the same.
            path: where it stands, for errors.

        Raises:
            WrongValue: an unknown field, or a value that does not fit.
        """
        message: Message = GetMessageClass(descriptor)()
        known = {field.name: field for field in descriptor.fields}
        for written, value in values.items():
            field = known.get(str(written).replace("-", "_"))
            where = f"{path}.{written}" if path else str(written)
            if field is None:
                fields = ", ".join(name for name in known if name != "meta") or "none"
                raise WrongValue(where, f"{descriptor.name} has no such field; it has: {fields}")
            if value is not None:
                self._set(message, field, value, where)
        return message

    def _set(self, message: Message, field: FieldDescriptor, value: Any, path: str) -> None:
        if field.message_type is not None and field.message_type.GetOptions().map_entry:
            self._fill_map(getattr(message, field.name), field, self._structure(value, path), path)
        elif field.is_repeated:
            target = getattr(message, field.name)
            for n, item in enumerate(self._items(field, value, path)):
                one = self._one(field, item, f"{path}[{n}]")
                target.append(one)
        elif field.message_type is not None:
            getattr(message, field.name).CopyFrom(self._one(field, value, path))
        else:
            setattr(message, field.name, self._one(field, value, path))

    def _items(self, field: FieldDescriptor, value: Any, path: str) -> Iterable[Any]:
        if isinstance(value, str) and field.message_type is not None:
            value = self._structure(value, path)
        if not isinstance(value, list | tuple):
            return [value]
        if field.message_type is None:
            return value
        flat: list[Any] = []
        for item in value:
            read = self._structure(item, path) if isinstance(item, str) and not _is_time(field) else item
            flat.extend(read if isinstance(read, list) else [read])
        return flat

    def _fill_map(self, target: Any, field: FieldDescriptor, value: Any, path: str) -> None:
        if not isinstance(value, Mapping):
            raise WrongValue(path, "expected names with values")
        entry: Any = cast(Any, field.message_type).fields_by_name
        for name, item in value.items():
            key, one = self._one(entry["key"], name, path), self._one(entry["value"], item, f"{path}.{name}")
            if entry["value"].message_type is None:
                target[key] = one
            else:
                target[key].CopyFrom(one)

    def _one(self, field: FieldDescriptor, value: Any, path: str) -> Any:
        if _is_time(field):
            stamp = Timestamp()
            stamp.FromDatetime(instant(value, self.zone, path))
            return stamp
        if field.message_type is not None:
            read = self._structure(value, path)
            if not isinstance(read, Mapping):
                raise WrongValue(path, f"expected the fields of {field.message_type.name}")
            return self.build(field.message_type, read, path)
        if field.type == FieldDescriptor.TYPE_BYTES:
            return self._bytes(field, value, path)
        if field.type == FieldDescriptor.TYPE_BOOL:
            return _truth(value, path)
        if field.type in INTS:
            return _integer(value, path, *INTS[field.type])
        if field.type == FieldDescriptor.TYPE_STRING:
            return self._text(field, value, path)
        raise WrongValue(path, "fields of this type cannot be written here")

    def _text(self, field: FieldDescriptor, value: Any, path: str) -> str:
        if isinstance(value, bool | Mapping | list | tuple):
            raise WrongValue(path, key="not_text")
        try:
            text = value.isoformat() if isinstance(value, dt.date) else str(value)
            text.encode()
        except ValueError as error:  # half a character, or a number of thousands of digits
            raise WrongValue(path, key="not_text") from error
        kind = entry_options(field).named
        if not kind or not text:
            return text
        try:
            return self.names.id(kind, text)
        except NotAPost as error:
            raise WrongValue(path, str(error)) from error

    def _bytes(self, field: FieldDescriptor, value: Any, path: str) -> bytes:
        if isinstance(value, bytes):
            return value
        text = str(value)
        if entry_options(field).file or text.startswith("@"):
            return self._read(text.removeprefix("@"), path)
        try:
            return (
                bytes.fromhex(text.removeprefix("hex:"))
                if not text.startswith("base64:")
                else base64.b64decode(text[7:], validate=True)
            )
        except (ValueError, binascii.Error) as error:
            raise WrongValue(path, "expected hex digits, base64:… or @file") from error

    def _read(self, name: str, path: str) -> bytes:
        try:
            return self.read_file(name)
        except OSError as error:
            if isinstance(error, FileNotFoundError):
                raise WrongValue(path, key="file_missing_named", file=name) from error
            raise WrongValue(path, f"{name}: {error.strerror or error}") from error

    def _structure(self, value: Any, path: str) -> Any:
        """Nested values: given as they are, as JSON, or as @file with JSON or YAML."""
        if not isinstance(value, str):
            return value
        try:
            if value.startswith("@"):
                return parse_yaml(self._read(value[1:], path).decode("utf-8"))
            return json.loads(value)
        except (ValueError, yaml.YAMLError) as error:
            raise WrongValue(path, f"expected JSON, or @file with JSON or YAML: {error}") from error


def _is_time(field: FieldDescriptor) -> bool:
    return field.message_type is not None and field.message_type.full_name == "google.protobuf.Timestamp"


def _truth(value: Any, path: str) -> bool:
    if isinstance(value, bool):
        return value
    if str(value).lower() in {"true", "yes", "1"}:
        return True
    if str(value).lower() in {"false", "no", "0"}:
        return False
    raise WrongValue(path, key="not_a_truth")


def _integer(value: Any, path: str, least: int, most: int) -> int:
    if isinstance(value, bool):
        raise WrongValue(path, key="not_an_integer")
    try:
        number = int(str(value), 10)
    except ValueError as error:
        raise WrongValue(path, key="not_an_integer") from error
    if not least <= number <= most:
        raise WrongValue(path, key="number_out_of_range", least=least, most=most)
    return number


def instant(value: Any, zone: dt.tzinfo, path: str = "") -> dt.datetime:
    """An aware time from ISO text (a day alone is its beginning), a date or a datetime; without offset it is in `zone`.

    Raises:
        WrongValue: it is none of these.
    """
    if isinstance(value, str):
        try:
            value = dt.datetime.fromisoformat(value.strip())
        except ValueError as error:
            raise WrongValue(path, key="not_a_time", given=repr(value)) from error
    if isinstance(value, dt.datetime):
        return value if value.tzinfo else value.replace(tzinfo=zone)
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time(), zone)
    raise WrongValue(path, key="not_a_time", given=repr(value))


def end_of(text: str, zone: dt.tzinfo, path: str) -> dt.datetime:
    """The moment meant by "as of": a day alone means its end."""
    moment = instant(text, zone, path)
    if len(text.strip()) == len("2026-03-02"):
        return moment + dt.timedelta(days=1) - dt.timedelta(microseconds=1)
    return moment
