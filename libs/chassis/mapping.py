"""Pydantic models to protobuf messages and back, by field name, compiled once for each pair."""

import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, TypeAliasType, Union, cast, get_args, get_origin
from uuid import UUID

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message as Proto
from google.protobuf.message_factory import GetMessageClass
from google.protobuf.timestamp_pb2 import Timestamp
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from chassis.service import DeclarationError
from kernel.errors import InvalidField

Direction = Literal["to_proto", "from_proto"]
Convert = Callable[[Any], Any]

_TIMESTAMP = Timestamp.DESCRIPTOR.full_name
_INTEGERS = frozenset(
    {
        FieldDescriptor.CPPTYPE_INT32,
        FieldDescriptor.CPPTYPE_INT64,
        FieldDescriptor.CPPTYPE_UINT32,
        FieldDescriptor.CPPTYPE_UINT64,
    }
)
_ABSENT = object()


class _Wrong(Exception):
    """A value that cannot be read; the path grows on the way out."""

    def __init__(self, why: str, *path: str) -> None:
        super().__init__(why)
        self.why = why
        self.path = path


def to_proto[P: Proto](model: BaseModel, message_class: type[P]) -> P:
    """The message with every field taken from the model's field of the same name.

    What the model has and the message has not is left out; None leaves the field unset.

    Raises:
        DeclarationError: the pair does not fit (see `check`).
        ValueError: a number too large for its field, text that UTF-8 cannot carry, a datetime without zone or outside the
            years 1 to 9999.
    """
    message: P = _writer(_hashable(message_class), type(model))(model)
    return message


def from_proto[M: BaseModel](
    message: Proto,
    model_class: type[M],
    skip: tuple[str, ...] = ("meta",),
) -> M:
    """The model, validated, with every field taken from the message's field of the same name.

    An unset field with presence, an unset message and an empty string are None where the model admits None; where it
    does not, an unset field, and an empty string for anything but plain text, leaves the model's default.
    Time finer than a microsecond is cut.

    Args:
        message: any message.
        model_class: what to make of it.
        skip: names for `check`; what the model does not have is left out anyway.

    Raises:
        DeclarationError: the pair does not fit (see `check`).
        InvalidField: a value breaks a rule of the model; `field` is its dotted path in the message.
    """
    try:
        return model_class.model_validate(_reader(message.DESCRIPTOR, model_class)(message))
    except _Wrong as error:
        path = ".".join(error.path)
        raise InvalidField(field=path, field_name=path, why=error.why) from error
    except ValidationError as error:
        raise _broken(error, model_class.__name__) from error


def by[P: Proto, M: BaseModel](read: Callable[[P], M], message: P) -> M:
    """What a page's own function makes of a message.

    Raises:
        InvalidField: a value breaks a rule of the model, or the function cannot read it.
    """
    try:
        return read(message)
    except ValidationError as error:
        raise _broken(error, message.DESCRIPTOR.name) from error
    except ValueError as error:
        raise InvalidField(field="", field_name=message.DESCRIPTOR.name, why=str(error)) from error


def _broken(error: ValidationError, name: str) -> InvalidField:
    first = error.errors(include_url=False, include_input=False)[0]
    path = ".".join(str(part) for part in first["loc"])
    return InvalidField(field=path, field_name=path or name, why=first["msg"])


def check(
    message_descriptor: Any,
    model_class: type[BaseModel],
    direction: Direction,
    *,
    skip: tuple[str, ...] = ("meta",),
    partial: bool = False,
) -> None:
    """Refuse a pair that cannot be mapped, when the service is built and not when the first message comes.

    Args:
        message_descriptor: the message (`Descriptor`; two implementations of protobuf have each their own).
        model_class: the model.
        direction: which side is made from the other.
        skip: message fields that are not mapped.
        partial: the side that is read may have fields that the other does not take (an event published in part, a
            neighbour's message heard in part).

    Raises:
        DeclarationError: a field without counterpart, or one of another type; it names both.
    """
    _checked(message_descriptor, model_class, direction, skip, partial)


@cache
def _checked(message: Any, model: type[BaseModel], direction: Direction, skip: tuple[str, ...], partial: bool) -> None:
    """Once for each pair: neither side changes while a program runs."""
    _check(message, model, direction, skip, partial, set())


def _check(
    message: Descriptor,
    model: type[BaseModel],
    direction: Direction,
    skip: tuple[str, ...],
    partial: bool,
    seen: set[tuple[str, type[BaseModel]]],
) -> None:
    if (message.full_name, model) in seen:
        return
    seen.add((message.full_name, model))
    theirs = {field.name for field in message.fields} - set(skip)
    ours = set(model.model_fields)
    read, made = (ours, theirs) if direction == "to_proto" else (theirs, ours)
    missing = made - read | (set() if partial else read - made)
    for name in sorted(missing):
        where, other = (message.full_name, model.__qualname__) if name in theirs else (model.__qualname__, message.full_name)
        raise DeclarationError(f"{where}.{name} has no counterpart in {other}")
    for name in sorted(ours & theirs):
        field = message.fields_by_name[name]
        for nested in _nested(field, model.model_fields[name], f"{model.__qualname__}.{name}"):
            _check(nested[0], nested[1], direction, (), partial, seen)


# --- the shape of a field --------------------------------------------------------------------------------------------


class _Shape:
    """A model field's type taken apart: `X`, `X | None`, `list[X]`, `tuple[X, ...]` or `dict[str, X]`."""

    __slots__ = ("item", "many", "mapped", "null", "plain")

    def __init__(self, info: FieldInfo, where: str) -> None:
        kind, null, marks = _bare(info.annotation)
        self.many = self.mapped = False
        self.null = null
        origin, arguments = get_origin(kind), get_args(kind)
        if origin in (list, Sequence) or (origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis):
            kind, inner, marks = _bare(arguments[0])
            self.many = True
        elif origin in (dict, Mapping) and arguments[0] is str:
            kind, inner, marks = _bare(arguments[1])
            self.mapped = True
        else:
            inner = False
        if inner or (null and (self.many or self.mapped)):
            raise DeclarationError(f"{where}: a list or map holds no None and is not None")
        self.item: Any = kind
        constrained = any(not isinstance(mark, str) for mark in (*marks, *info.metadata))
        self.plain = kind is str and not constrained  # only plain text can be the empty string


def _bare(kind: Any) -> tuple[Any, bool, tuple[Any, ...]]:
    """(type without Annotated and None, whether None was in it, what Annotated said)."""
    marks: tuple[Any, ...] = ()
    null = False
    while True:
        if isinstance(kind, TypeAliasType):
            kind = kind.__value__
        elif get_origin(kind) is Annotated:
            kind, *more = get_args(kind)
            marks = (*marks, *more)
        elif get_origin(kind) in (Union, types.UnionType) and type(None) in get_args(kind) and len(get_args(kind)) == 2:
            (kind,) = (item for item in get_args(kind) if item is not type(None))
            null = True
        else:
            return kind, null, marks


def _message(field: FieldDescriptor) -> Descriptor:
    if field.message_type is None:
        raise DeclarationError(f"{field.full_name} is not a message")
    return field.message_type


def _is_map(field: FieldDescriptor) -> bool:
    return field.message_type is not None and bool(field.message_type.GetOptions().map_entry)


def _value_field(field: FieldDescriptor) -> FieldDescriptor:
    return _message(field).fields_by_name["value"] if _is_map(field) else field


def _is(kind: Any, base: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, base)


def _texts(kind: Any) -> bool:
    if get_origin(kind) is Literal:
        return all(isinstance(value, str) for value in get_args(kind))
    return kind in (str, date, Decimal, UUID) or _is(kind, StrEnum)


def _fits(field: FieldDescriptor, kind: Any) -> bool:
    if field.cpp_type == FieldDescriptor.CPPTYPE_STRING:
        return kind is bytes if field.type == FieldDescriptor.TYPE_BYTES else _texts(kind)
    if field.cpp_type in _INTEGERS:
        return kind is int
    if field.cpp_type == FieldDescriptor.CPPTYPE_BOOL:
        return kind is bool
    if field.message_type is not None:
        return kind is datetime if field.message_type.full_name == _TIMESTAMP else _is(kind, BaseModel)
    return False


def _shape(field: FieldDescriptor, info: FieldInfo, where: str) -> _Shape:
    """The shape, checked against the message's field."""
    shape = _Shape(info, where)
    value = _value_field(field)
    mapped = _is_map(field)
    key_is_text = not mapped or _message(field).fields_by_name["key"].type == FieldDescriptor.TYPE_STRING
    if (
        shape.mapped != mapped
        or shape.many != (field.is_repeated and not mapped)
        or not key_is_text
        or not _fits(value, shape.item)
    ):
        raise DeclarationError(f"{where} ({info.annotation}) does not fit {field.full_name}")
    if shape.null and not field.has_presence and field.type != FieldDescriptor.TYPE_STRING:
        raise DeclarationError(f"{where} may be None, which {field.full_name} can say only when it is optional")
    return shape


def _nested(field: FieldDescriptor, info: FieldInfo, where: str) -> list[tuple[Descriptor, type[BaseModel]]]:
    shape = _shape(field, info, where)
    return [(_message(_value_field(field)), shape.item)] if _is(shape.item, BaseModel) else []


# --- model to message ------------------------------------------------------------------------------------------------


def _hashable(message_class: type[Proto]) -> Callable[..., Any]:
    """The class as a key of the cache; protobuf's stubs deny classes the hash they have."""
    return cast(Callable[..., Any], message_class)


@cache
def _writer(message_class: Callable[..., Any], model: type[BaseModel]) -> Convert:
    message = cast(type[Proto], message_class).DESCRIPTOR
    steps: list[tuple[str, Convert]] = []
    for field in cast(Iterable[FieldDescriptor], message.fields):
        info = model.model_fields.get(field.name)
        if info is None:
            raise DeclarationError(f"{message.full_name}.{field.name} has no counterpart in {model.__qualname__}")
        steps.append((field.name, _write_field(field, _shape(field, info, f"{model.__qualname__}.{field.name}"))))

    def write(value: Any) -> Any:
        given = value.__dict__
        return message_class(**{name: convert(given[name]) for name, convert in steps if given[name] is not None})

    return write


def _write_field(field: FieldDescriptor, shape: _Shape) -> Convert:
    one = _write_one(_value_field(field), shape.item)
    if shape.many:
        return lambda values: [one(value) for value in values]
    if shape.mapped:
        return lambda values: {key: one(value) for key, value in values.items()}
    return one


def _write_one(field: FieldDescriptor, kind: Any) -> Convert:
    if kind is date:
        return date.isoformat
    if kind in (Decimal, UUID):
        return str
    if _is(kind, StrEnum):
        return lambda value: value.value
    if kind is datetime:
        return _timestamp
    if _is(kind, BaseModel):
        # Looked up when called: a message may hold its own kind.
        inner = _hashable(GetMessageClass(_message(field)))
        return lambda value: _writer(inner, kind)(value)
    return _same


def _same(value: Any) -> Any:
    return value


def _timestamp(value: datetime) -> Timestamp:
    if value.tzinfo is None:
        raise ValueError(f"{value.isoformat()} has no zone")
    made = Timestamp()
    try:
        made.FromDatetime(value)
    except OverflowError as error:
        raise ValueError(f"{value.isoformat()} lies outside the years 1 to 9999 of UTC") from error
    return made


# --- message to model ------------------------------------------------------------------------------------------------


@cache
def _reader(message: Descriptor, model: type[BaseModel]) -> Convert:
    steps: list[tuple[str, Callable[[Any], Any]]] = []
    for name, info in model.model_fields.items():
        field = message.fields_by_name.get(name)
        if field is None:
            raise DeclarationError(f"{model.__qualname__}.{name} has no counterpart in {message.full_name}")
        steps.append((name, _read_field(field, _shape(field, info, f"{model.__qualname__}.{name}"))))

    def read(value: Any) -> dict[str, Any]:
        fields = {}
        for name, take in steps:
            try:
                taken = take(value)
            except _Wrong as error:
                raise _Wrong(error.why, name, *error.path) from error
            if taken is not _ABSENT:
                fields[name] = taken
        return fields

    return read


def _read_field(field: FieldDescriptor, shape: _Shape) -> Callable[[Any], Any]:
    name = field.name
    one = _read_one(_value_field(field), shape.item)
    absent = None if shape.null else _ABSENT
    if shape.many:
        return lambda message: [_at(str(n), one, value) for n, value in enumerate(getattr(message, name))]
    if shape.mapped:
        # A map of messages creates what is asked for by key; items() only shows what is there.
        return lambda message: {key: _at(key, one, value) for key, value in getattr(message, name).items()}
    if field.has_presence:
        return lambda message: one(getattr(message, name)) if message.HasField(name) else absent
    if field.type == FieldDescriptor.TYPE_STRING and (shape.null or not shape.plain):
        empty = "" if not shape.null and _member(shape.item, "") else absent

        def take(message: Any) -> Any:
            text = getattr(message, name)
            return one(text) if text else empty

        return take
    return lambda message: one(getattr(message, name))


def _member(kind: Any, value: str) -> bool:
    """Whether an enumeration or literal has this very value."""
    return value in get_args(kind) if get_origin(kind) is Literal else _is(kind, StrEnum) and value in list(kind)


def _at(where: str, convert: Convert, value: Any) -> Any:
    try:
        return convert(value)
    except _Wrong as error:
        raise _Wrong(error.why, where, *error.path) from error


def _read_one(field: FieldDescriptor, kind: Any) -> Convert:
    if kind is date:
        return _date
    if kind is Decimal:
        return _decimal
    if kind is datetime:
        return _datetime
    if _is(kind, BaseModel):
        inner = _message(field)
        return lambda value: _reader(inner, kind)(value)
    return _same


def _date(text: str) -> date:
    """Only YYYY-MM-DD: Python and pydantic would take week dates and seconds since 1970 as well."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise _Wrong(f"{text!a} 不是日期（须为 YYYY-MM-DD） / {text!a} is not a date (YYYY-MM-DD)") from error
    if day.isoformat() != text:
        raise _Wrong(f"{text!a} 不是日期（须为 YYYY-MM-DD） / {text!a} is not a date (YYYY-MM-DD)")
    return day


def _decimal(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise _Wrong(f"{text!a} 不是数字 / {text!a} is not a decimal number") from error
    if not number.is_finite():
        raise _Wrong(f"{text!a} 不是数字 / {text!a} is not a decimal number")
    return number


def _datetime(value: Timestamp) -> datetime:
    try:
        return value.ToDatetime(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise _Wrong("时间超出公元 1 至 9999 年 / the time lies outside the years 1 to 9999") from error
