"""Event classes as the log sees them: every number a text in hashed JSON, every value read back as it was."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Sequence as AbstractSequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum, IntEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAliasType, Union, get_args, get_origin
from uuid import UUID

from pydantic import BaseModel, ValidationError, create_model

from kernel.messages import PERSONAL, REF, Event

SHREDDED = "[shredded]"

Lift = Callable[[Any], Any]
Gather = Callable[[Any], Iterator[str]]


class UnstorableType(TypeError):
    """A field of an event whose values could not be read back as they were."""


# --- values out ------------------------------------------------------------------------------------------------------


def plain(value: Any) -> Any:
    """The JSON value of a field: texts, bools, None, lists and objects; numbers, times and bytes as text."""
    dump = _DUMPS.get(type(value))
    return dump(value) if dump is not None else _plain_other(value)


def _same(value: Any) -> Any:
    return value


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise UnstorableType(f"{value!r}: a moment without a zone says nothing")
    return value.isoformat()


def _list(value: Sequence[Any]) -> list[Any]:
    return [plain(item) for item in value]


def _object(value: Mapping[Any, Any]) -> dict[str, Any]:
    return {_name(key): plain(item) for key, item in value.items()}


def _name(key: Any) -> str:
    text = plain(key)
    if type(text) is not str:
        raise UnstorableType(f"{key!r} cannot name a member")
    return text


_DUMPS: dict[type, Callable[[Any], Any]] = {
    str: _same,
    bool: _same,
    NoneType: _same,
    int: str,
    Decimal: str,
    date: date.isoformat,
    datetime: _moment,
    time: time.isoformat,
    UUID: str,
    bytes: lambda value: b64encode(value).decode(),
    list: _list,
    tuple: _list,
    dict: _object,
}


def _plain_other(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, AbstractSet):
        return sorted((plain(item) for item in value), key=repr)
    if isinstance(value, Mapping):
        return _object(value)
    if isinstance(value, list | tuple):
        return _list(value)
    for known in (str, int, datetime, date, Decimal, bytes):
        if isinstance(value, known):
            return _DUMPS[known](known.__str__(value) if known is str else value)
    raise UnstorableType(f"a {type(value).__qualname__} has no place in an event")


# --- what a type admits ----------------------------------------------------------------------------------------------

_AS_TEXT: tuple[type, ...] = (str, int, Decimal, date, datetime, time, UUID, bytes, Enum)
_LEAVES: tuple[type, ...] = (*_AS_TEXT, bool, NoneType)
_LISTS: tuple[Any, ...] = (list, tuple, set, frozenset, AbstractSequence, AbstractSet)
_OBJECTS: tuple[Any, ...] = (dict, Mapping)


def _bare(annotation: Any) -> Any:
    while True:
        if isinstance(annotation, TypeAliasType):
            annotation = annotation.__value__
        elif get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        else:
            return annotation


def _members(annotation: Any) -> tuple[Any, ...]:
    """The members of a union; the annotation itself where it is none."""
    bare = _bare(annotation)
    if get_origin(bare) in (Union, UnionType):
        return tuple(inner for member in get_args(bare) for inner in _members(member))
    return (annotation,)


def _items(annotation: Any) -> tuple[Any, ...]:
    """The item types of a list, tuple, set or object; () where it is none of them."""
    bare = _bare(annotation)
    origin = get_origin(bare)
    if origin in _LISTS or origin in _OBJECTS:
        return tuple(arg for arg in get_args(bare) if arg is not Ellipsis)
    return ()


def _is_class(annotation: Any, kinds: tuple[type, ...]) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, kinds)


def check(annotation: Any, where: str, above: tuple[Any, ...] = ()) -> None:
    """Refuse (`UnstorableType`) a type whose values cannot be told apart once numbers are text, and floats."""
    members = _members(annotation)
    texts = [member for member in members if _writes_text(_bare(member))]
    if len(texts) > 1 and not all(_is_class(_bare(t), (str,)) or get_origin(_bare(t)) is Literal for t in texts):
        raise UnstorableType(f"{where}: {annotation} cannot be told apart when read back")
    for member in members:
        bare = _bare(member)
        if _is_class(bare, (BaseModel,)):
            if bare not in above:
                for name, field in bare.model_fields.items():
                    check(field.annotation, f"{where}.{name}", (*above, bare))
        elif items := _items(member):
            for item in items:
                check(item, where, above)
        elif get_origin(bare) is not Literal and not _is_class(bare, _LEAVES):
            raise UnstorableType(f"{where}: {annotation} has no place in an event (numbers are int or Decimal)")


def _writes_text(bare: Any) -> bool:
    if get_origin(bare) is Literal:
        return any(type(value) is not bool and value is not None for value in get_args(bare))
    return _is_class(bare, _AS_TEXT) and bare is not bool


def marked(annotation: Any, mark: str, metadata: Sequence[Any] = (), above: tuple[Any, ...] = ()) -> bool:
    """Whether a mark stands anywhere in a type: on it, on a member, an item, or a field of a model."""
    if mark in metadata:
        return True
    if isinstance(annotation, TypeAliasType):
        return marked(annotation.__value__, mark, (), above)
    if get_origin(annotation) is Annotated:
        inner, *rest = get_args(annotation)
        return marked(inner, mark, rest, above)
    if _is_class(annotation, (BaseModel,)):
        return annotation not in above and any(
            marked(field.annotation, mark, field.metadata, (*above, annotation)) for field in annotation.model_fields.values()
        )
    return get_origin(annotation) is not Literal and any(marked(arg, mark, (), above) for arg in get_args(annotation))


# --- values back -----------------------------------------------------------------------------------------------------


def lifter(annotation: Any, where: str) -> Lift | None:
    """What must be done to a stored value before pydantic reads it: bytes, and constants that are no text."""
    members = [member for member in _members(annotation) if _bare(member) is not NoneType]
    lifts = [lift for member in members if (lift := _lifter(_bare(member), where)) is not None]
    if not lifts:
        return None
    if len(members) > 1:
        raise UnstorableType(f"{where}: {annotation} cannot be told apart when read back")
    lift = lifts[0]
    return lambda value: None if value is None else lift(value)


def _lifter(bare: Any, where: str) -> Lift | None:
    if _is_class(bare, (bytes,)):
        return lambda value: b64decode(value, validate=True)
    if get_origin(bare) is Literal or (_is_class(bare, (Enum,)) and not _is_class(bare, (str, IntEnum))):
        constants = get_args(bare) or tuple(member.value for member in bare)
        if all(plain(constant) == constant for constant in constants):
            return None
        back = {plain(constant): constant for constant in constants}
        return lambda value: back.get(value, value)
    if _is_class(bare, (BaseModel,)):
        return _model_lifter(bare, where)
    items = _items(bare)
    if not items:
        return None
    if get_origin(bare) in _OBJECTS:
        key, value_type = (lifter(item, where) or _same for item in items)
        return None if key is value_type is _same else lambda value: {key(k): value_type(v) for k, v in value.items()}
    each = [lifter(item, where) or _same for item in items]
    if all(lift is _same for lift in each):
        return None
    if len(each) == 1:
        return lambda value: [each[0](item) for item in value]
    return lambda value: [lift(item) for lift, item in zip(each, value, strict=True)]


@cache
def _model_lifter(model: type[BaseModel], where: str) -> Lift | None:
    lifts = {
        name: lift
        for name, field in model.model_fields.items()
        if _bare(field.annotation) is not model and (lift := lifter(field.annotation, f"{where}.{name}")) is not None
    }
    if not lifts:
        return None
    return lambda value: {name: lifts[name](item) if name in lifts else item for name, item in value.items()}


def gatherer(annotation: Any, metadata: Sequence[Any] = ()) -> Gather | None:
    """What collects the ids marked `Ref` from a value; None where the type has none."""
    if REF in metadata:
        return lambda value: iter(() if value is None else (value,))
    if not marked(annotation, REF):
        return None
    for member in _members(annotation):
        if get_origin(member) is Annotated and REF in get_args(member)[1:]:
            return lambda value: iter(() if value is None else (value,))
    return _gather_inside(annotation)


def _gather_inside(annotation: Any) -> Gather:
    containers: tuple[Any, ...] = next((items for member in _members(annotation) if (items := _items(member))), ())
    parts = [gatherer(item) or _nothing for item in containers]

    def gather(value: Any) -> Iterator[str]:
        # By the value's own form: which member of a union it is need not be known to find the marked fields in it.
        if isinstance(value, BaseModel):
            for name, field in type(value).model_fields.items():
                if (inner := gatherer(field.annotation, field.metadata)) is not None:
                    yield from inner(getattr(value, name))
        elif isinstance(value, dict):
            for pair in value.items():
                for item, part in zip(pair, parts, strict=True):
                    yield from part(item)
        elif isinstance(value, list | tuple | set | frozenset):
            # One type for all items, or for a tuple of fixed length one for each.
            for index, item in enumerate(value):
                yield from parts[index if len(parts) == len(value) else 0](item)

    return gather


def _nothing(_: Any) -> Iterator[str]:
    return iter(())


# --- a class ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shape:
    """What is computed once of an event class.

    Attributes:
        clear, sealed: names of its fields as they are stored; `sealed` ones hold something personal.
        refs: fields with ids that histories are joined by; subject: field that selects the key.
        lifts: fields that are changed before pydantic reads them; validate: `model_validate` without the way to it.
    """

    event: type[Event]
    topic: str
    clear: tuple[str, ...]
    sealed: tuple[str, ...]
    refs: tuple[tuple[str, Gather], ...]
    subject: str
    lifts: Mapping[str, Lift]
    relaxed: type[Event] | None
    validate: Callable[[dict[str, Any]], Event]

    def read(self, fields: dict[str, Any], lost: Sequence[str]) -> Event:
        """The event from its stored fields; `lost` names those whose key is gone."""
        if self.lifts:
            for name, lift in self.lifts.items():
                if name in fields:
                    fields[name] = lift(fields[name])
        if not lost:
            return self.validate(fields)
        for name in lost:
            fields[name] = placeholder(self.event.model_fields[name].annotation)
        try:
            return self.event.model_validate(fields)
        except ValidationError:
            # A lost field has a form that nothing can stand for: the rest is validated, the lost ones are set as they are.
            assert self.relaxed is not None  # noqa: S101 - only classes with sealed fields lose any
            read = self.relaxed.model_validate(fields)
            return self.event.model_construct(read.model_fields_set, **{n: getattr(read, n) for n in self.event.model_fields})


def placeholder(annotation: Any) -> Any:
    """What stands for a value that nobody can read any more: the text "[shredded]", an empty list or object, or None."""
    members = [_bare(member) for member in _members(annotation)]
    if any(_is_class(bare, (str,)) and not _is_class(bare, (Enum,)) for bare in members):
        return SHREDDED
    for bare in members:
        if get_origin(bare) in _LISTS:
            return []
        if get_origin(bare) in _OBJECTS:
            return {}
    return None


@cache
def shape_of(event: type[Event]) -> Shape:
    """The shape of an event class; raises `UnstorableType` where a field could not be read back."""
    where = event.__qualname__
    clear: list[str] = []
    sealed: list[str] = []
    refs: list[tuple[str, Gather]] = []
    lifts: dict[str, Lift] = {}
    for name, field in event.model_fields.items():
        check(field.annotation, f"{where}.{name}")
        (sealed if marked(field.annotation, PERSONAL, field.metadata) else clear).append(name)
        if (gather := gatherer(field.annotation, field.metadata)) is not None:
            refs.append((name, gather))
        if (lift := lifter(field.annotation, f"{where}.{name}")) is not None:
            lifts[name] = lift
    relaxed = create_model(f"{where}Relaxed", __base__=event, **dict.fromkeys(sealed, (Any, ...))) if sealed else None  # type: ignore[call-overload]  # fields by name
    return Shape(
        event,
        event.TOPIC,
        tuple(clear),
        tuple(sealed),
        tuple(refs),
        event.SUBJECT or event.STREAM,
        lifts,
        relaxed,
        event.__pydantic_validator__.validate_python,
    )
