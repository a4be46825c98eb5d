"""What is read from a request besides its fields, and how a receipt is written."""

import hashlib
import re
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from google.protobuf.message import Message as Proto
from google.protobuf.timestamp_pb2 import Timestamp
from rectify.envelope.v1.envelope_pb2 import EventRef, Receipt

from chassis import mapping
from chassis.auth import Caller
from chassis.service import guarded
from chassis.store import Appended
from kernel.errors import InvalidField
from kernel.messages import Message

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def from_proto(model: type[Message], request: Proto) -> Message:
    """The model, mapped by name."""
    return mapping.from_proto(request, model)


def as_it_is(request: Proto) -> Proto:
    """The message, for natives."""
    return request


def command_id(text: str) -> UUID:
    """The command's id; one is made when the caller gives none, and then the command cannot be repeated safely.

    Raises:
        InvalidField: it is no UUID in the usual form.
    """
    if not text:
        return uuid4()
    if not _UUID.fullmatch(text.lower()):
        why = "不是 UUID / not a UUID such as 0f8fad5b-d9cb-469f-a165-70867728950e"
        raise InvalidField(field="meta.command_id", field_name="meta.command_id", why=why)
    return UUID(text)


def instant(stamp: Timestamp, field: str) -> datetime:
    """The moment, UTC; `field` is named when there is no such moment (`InvalidField`)."""
    try:
        return stamp.ToDatetime(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise InvalidField(
            field=field, field_name=field, why="时间超出公元 1 至 9999 年 / the time lies outside the years 1 to 9999"
        ) from error


def digest(rpc: str, request: Any, caller: Caller, effective: datetime | None) -> bytes:
    """SHA-256 of what the command is: RPC, caller, effective time and the request without its meta (None leaves it out).

    The expected version is left out: who repeats a command after an answer was lost may have read a newer one. So is what
    is guarded: the digest is kept beside the encrypted content, and who guesses the content could tell from it.
    """
    if request is None:
        return hashlib.sha256(rpc.encode()).digest()
    apart = {"meta", *guarded(request.DESCRIPTOR)} & {field.name for field, _ in request.ListFields()}
    if apart:
        bare = type(request)()
        bare.CopyFrom(request)
        for name in apart:
            bare.ClearField(name)
        request = bare
    when = effective.isoformat() if effective else ""
    head = f"{rpc}\x1f{caller.person}\x1f{caller.role}\x1f{caller.org}\x1f{when}\x1f"
    return hashlib.sha256(head.encode() + request.SerializeToString(deterministic=True)).digest()


def path(field: Any) -> str:
    """A violation's field as a dotted path, `items.2.name`."""
    parts: list[str] = []
    for element in field.elements if field is not None else ():
        parts.append(element.field_name)
        key = _subscript(element)
        if key is not None:
            parts.append(str(key))
    return ".".join(parts)


def _subscript(element: Any) -> object:
    found = element.subscript
    return None if found is None else found.value


def receipt(appended: Appended, signed: str = "") -> Receipt:
    """What was recorded, as the caller gets it; `signed` is the same under the log's key."""
    return Receipt(
        command_id=str(appended.command),
        events=[
            EventRef(
                source=row.source,
                position=row.position,
                topic=row.topic,
                aggregate=row.aggregate,
                version=row.version,
                leaf=row.leaf,
            )
            for row in appended.rows
        ],
        position=appended.position,
        repeated=appended.repeated,
        signed=signed,
    )
