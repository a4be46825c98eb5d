"""Fuzzed: what people, neighbours and files give the services and the command line. Nothing but a refusal gets out."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import yaml
from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import DecodeError
from google.protobuf.message import Message as Proto
from google.protobuf.message_factory import GetMessageClass
from protovalidate import Validator
from rectify.log.v1.log_service_pb2 import Published

from chassis import mapping
from chassis.dispatch.form import why
from chassis.dispatch.reading import command_id, instant
from chassis.main import find
from chassis.published import Unreadable, known, notice, told
from chassis.rpc.wire import parse
from chassis.service import Hear
from chassis.up import SERVICES
from cli import request as typed
from cli.names import Names, NotAPost, Post
from cli.plain import parse_yaml, plain
from cli.request import Builder, WrongValue
from findings.model import cells
from findings.model.days import DateUnreadable, read_date
from findings.wire.workbook import read_workbook
from kernel.errors import Refusal
from tests.fuzz.target import Target

ZONE = ZoneInfo("Asia/Shanghai")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
COLUMNS = "ABCDEFGHIJKLMNOPQ"


# --- requests --------------------------------------------------------------------------------------------------------


class _Method(NamedTuple):
    """An RPC: its request, and how a service reads it."""

    kind: type[Proto]
    read: Callable[[Any], Any]


@cache
def _methods() -> list[_Method]:
    found = []
    for name in sorted(SERVICES):
        page = find(name)
        for method in page.rpc.methods:
            command, query = page.commands.get(method.name), page.queries.get(method.name)
            model = command.command if command else query.question if query else None
            own = command.read if command else query.read if query else None
            if model is not None:
                found.append(_Method(GetMessageClass(method.input_type), partial(mapping.by, own) if own else _by_name(model)))
    return found


def _by_name(model: Any) -> Callable[[Any], Any]:
    return lambda message: mapping.from_proto(message, model)


_validator = Validator()


def rpc(data: bytes) -> None:
    """A request's bytes, as they come from the network: two say which method, the others are the message."""
    methods = _methods()
    method = methods[int.from_bytes(data[:2], "big") % len(methods)]
    with suppress(Refusal):
        message: Any = parse(method.kind, data[2:])
        violations = _validator.collect_violations(message)
        for violation in violations:
            assert why(violation)
        if not violations:
            if "meta" in message.DESCRIPTOR.fields_by_name:
                for stamp in message.meta.ListFields():
                    if stamp[0].message_type is not None:
                        instant(stamp[1], stamp[0].name)
                command_id(getattr(message.meta, "command_id", ""))
            method.read(message)
    assert isinstance(plain(method.kind()), dict)


# --- neighbours ------------------------------------------------------------------------------------------------------


@cache
def _hears() -> list[tuple[str, Hear]]:
    return sorted(((name, hear) for one in SERVICES for name, hear in find(one).hears.items()), key=lambda pair: pair[0])


def heard(data: bytes) -> None:
    """A neighbour's event: two bytes say which, the others are its payload."""
    hears = _hears()
    name, hear = hears[int.from_bytes(data[:2], "big") % len(hears)]
    message = _published(name)
    message.payload = data[2:]
    with suppress(Unreadable, Refusal):
        told(hear, message, notice(message))


def headers(data: bytes) -> None:
    """The headers of a neighbour's event."""
    try:
        message = Published.FromString(data)
    except DecodeError:
        return
    with suppress(Unreadable):
        read = notice(message)
        assert len(read.leaf) == 32
        assert known(read.type) is None or read.type


def _published(name: str) -> Published:
    said = {
        "ce-source": "site/findings/1",
        "ce-type": name,
        "ce-subject": "0a" * 16,
        "ce-time": "2026-03-02T01:00:00.000000Z",
        "rectify-pub": "3",
        "rectify-position": "7",
        "rectify-at": "2026-03-02T01:00:00.000000Z",
        "rectify-actor": "0b" * 16,
        "rectify-role": "handler",
        "rectify-org": "",
        "rectify-rule": "",
        "rectify-refs": "0a" * 16,
        "rectify-leaf": "0c" * 32,
    }
    return Published(pub=3, subject="rectify.evt.findings.v1.Finding", headers=said)


# --- what people write -----------------------------------------------------------------------------------------------


@cache
def _builder() -> Builder:
    def no_file(name: str) -> bytes:
        raise FileNotFoundError(name)

    return Builder(Names(), ZONE, no_file)


def typed_request(data: bytes) -> None:
    """What stands on the command line: two bytes say which request, the others are its values as YAML."""
    methods = _methods()
    kind = methods[int.from_bytes(data[:2], "big") % len(methods)].kind
    try:
        values = parse_yaml(data[2:].decode("utf-8", "replace"))
    except (ValueError, yaml.YAMLError):
        return
    if isinstance(values, dict):
        with suppress(WrongValue):
            assert isinstance(_builder().build(kind.DESCRIPTOR, values), kind)


def times(data: bytes) -> None:
    """Days and times as people write them, on the command line and in workbooks."""
    text = data.decode("utf-8", "replace")
    with suppress(DateUnreadable):
        assert read_date(read_date(text).isoformat()) == read_date(text)
    for read in (typed.instant, typed.end_of):
        with suppress(WrongValue):
            found = read(text, ZONE, "at")
            assert found.tzinfo is not None
            assert dt.datetime.fromisoformat(found.isoformat()) == found
    with suppress(NotAPost):
        assert Post.parse(str(Post.parse(text))) == Post.parse(text)


def cell(data: bytes) -> None:
    """A cell of a ledger: the first byte says of which column; what it means is written in one way."""
    column, text = COLUMNS[(data[0] if data else 0) % len(COLUMNS)], data[1:].decode("utf-8", "replace")
    with suppress(cells.CellUnreadable):
        canonical = cells.canonical(column, text)
        assert cells.canonical(column, canonical) == canonical
        assert isinstance(cells.fields(column, canonical), dict)


def workbook(data: bytes) -> None:
    """An xlsx file."""
    with suppress(Refusal):
        read_workbook(data, "台账.xlsx")


# --- what to begin with ----------------------------------------------------------------------------------------------


def _filled(descriptor: Descriptor, depth: int = 0) -> dict[str, Any]:
    """Values for every field, such as most of them take."""
    return {
        field.name: _value(field, depth)
        for field in descriptor.fields
        if depth < 3 and not (field.message_type and field.message_type.GetOptions().map_entry)
    }


def _value(field: FieldDescriptor, depth: int) -> Any:
    one: Any
    if field.message_type is not None:
        stamp = field.message_type.full_name == "google.protobuf.Timestamp"
        one = "2026-03-02T09:00:00+08:00" if stamp else _filled(field.message_type, depth + 1)
    elif field.type == FieldDescriptor.TYPE_STRING:
        day = field.name.endswith(("_on", "since", "until", "due", "date"))
        one = "2026-03-02" if day else "0a" * 16
    elif field.type == FieldDescriptor.TYPE_BYTES:
        one = "hex:00"
    else:
        one = field.type == FieldDescriptor.TYPE_BOOL or 1
    return [one] if field.is_repeated else one


def _writer() -> Builder:
    return Builder(Names(lambda _: "0d" * 16), ZONE, lambda _: b"content")


def _requests() -> Iterator[bytes]:
    for number, method in enumerate(_methods()):
        values = _filled(method.kind.DESCRIPTOR)
        values.pop("meta", None)
        yield (number.to_bytes(2, "big") + _writer().build(method.kind.DESCRIPTOR, values).SerializeToString())


def _yamls() -> Iterator[bytes]:
    for number, method in enumerate(_methods()):
        yield number.to_bytes(2, "big") + json.dumps(_filled(method.kind.DESCRIPTOR)).encode()


def _payloads() -> Iterator[bytes]:
    for number, (name, _) in enumerate(_hears()):
        descriptor = known(name)
        if descriptor is not None:
            message = _writer().build(descriptor, _filled(descriptor))
            yield number.to_bytes(2, "big") + message.SerializeToString()


def _times() -> Iterable[bytes]:
    written = ("2026-03-02", "2026年3月2日", "2026.3.2", "20260302", "２０２６/3/2", "2026-03-02T09:00:00+08:00", "handler@CGJ#2")
    return (text.encode() for text in written)


def _cells() -> Iterable[bytes]:
    for text in (
        "1. 清理\n2. 支付",
        "甲、乙；丙",
        "2026-03-02 完成清查\n2026年6月底 支付",
        "集中整改",
        "（一）、甲\n①乙",
        " a \r\n b ",
    ):
        for column in range(len(COLUMNS)):
            yield bytes([column]) + text.encode()


TARGETS = [
    Target("rpc", rpc, _requests),
    Target("heard", heard, _payloads),
    Target("headers", headers, lambda: [_published("rectify.findings.v1.FindingRegistered").SerializeToString()]),
    Target("typed-request", typed_request, _yamls),
    Target("times", times, _times, largest=64),
    Target("cells", cell, _cells, largest=512),
    Target("workbook", workbook, lambda: [path.read_bytes() for path in sorted(SAMPLES.glob("*.xlsx"))], largest=16384),
]
