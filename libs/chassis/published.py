"""What one service tells the others: the one form in which a recorded event travels, and how it is read again."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from google.protobuf import descriptor_pool
from google.protobuf.descriptor import Descriptor
from google.protobuf.message import DecodeError
from google.protobuf.message import Message as Proto
from google.protobuf.message_factory import GetMessageClass
from rectify.log.v1.log_service_pb2 import Published

from chassis.mapping import by, check, from_proto, to_proto
from chassis.service import DeclarationError, Hear, Service
from kernel.envelope import Recorded, Told
from kernel.messages import Event, News

CONTENT = "application/protobuf"


class Unreadable(ValueError):
    """A published message whose headers or payload are not in the form that `published` gives them."""


@dataclass(frozen=True, slots=True)
class Notice:
    """The headers of a published message, read.

    Attributes:
        source, position: origin and position in its log; pub: ordinal among published events, from 1.
        type: full protobuf name of the payload; aggregate: the stream it belongs to at its source, 32 hex.
        at, effective: recorded, and when it happened; actor, role, org, rule, refs: as in the envelope.
        leaf: leaf hash of the envelope, 32 bytes.
    """

    source: str
    position: int
    pub: int
    type: str
    aggregate: str
    at: datetime
    effective: datetime
    actor: str
    role: str
    org: str
    rule: str
    refs: tuple[str, ...]
    leaf: bytes


def instant(moment: datetime) -> str:
    """RFC 3339 in UTC with microseconds, the form of all times in headers."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"


def subject(full_name: str) -> str:
    """`rectify.evt.<context>.<version>.<Message>` of a message `rectify.<context>.<version>.<Message>`."""
    _, context, version, name = full_name.split(".")
    return f"rectify.evt.{context}.{version}.{name}"


def published(service: Service, recorded: Recorded[Event], traceparent: str = "") -> Published:
    """The published form of an event that is in `service.publishes`; what the relay sends and ReadPublished answers.

    The headers are those of CloudEvents (binary mode) with prefix `ce-`, and ours with prefix `rectify-`.

    Raises:
        DeclarationError: the event is not published, or its function made another context's message.
        ValueError: it has no published ordinal, or a value that its message cannot carry.
    """
    made = service.publishes.get(type(recorded.event))
    if made is None:
        raise DeclarationError(f"{service.name}: {type(recorded.event).__qualname__} is not published")
    if recorded.pub is None:
        raise ValueError(f"{recorded.source}:{recorded.position} has no published ordinal")
    kind = _message_class(made)
    message = to_proto(recorded.event, kind) if kind is not None else made(recorded)
    full_name = _own(service, message.DESCRIPTOR)
    headers = {
        "ce-specversion": "1.0",
        "ce-id": f"{recorded.source}:{recorded.position}",
        "ce-source": recorded.source,
        "ce-type": full_name,
        "ce-subject": recorded.aggregate,
        "ce-time": instant(recorded.effective),
        "ce-datacontenttype": CONTENT,
        "rectify-pub": str(recorded.pub),
        "rectify-prev-pub": str(recorded.pub - 1),
        "rectify-position": str(recorded.position),
        "rectify-at": instant(recorded.at),
        "rectify-actor": recorded.actor,
        "rectify-role": recorded.role,
        "rectify-org": recorded.org,
        "rectify-rule": recorded.rule,
        "rectify-refs": ",".join(recorded.refs),
        "rectify-leaf": recorded.leaf.hex(),
    }
    if traceparent:
        headers["traceparent"] = traceparent
    return Published(
        pub=recorded.pub,
        subject=subject(full_name),
        headers=headers,
        payload=message.SerializeToString(deterministic=True),
    )


def notice(message: Published) -> Notice:
    """The headers of a published message.

    Raises:
        Unreadable: one is missing or malformed, or they disagree with the message's ordinal.
    """
    headers = message.headers
    try:
        read = Notice(
            source=headers["ce-source"],
            position=int(headers["rectify-position"]),
            pub=int(headers["rectify-pub"]),
            type=headers["ce-type"],
            aggregate=headers["ce-subject"],
            at=datetime.fromisoformat(headers["rectify-at"]),
            effective=datetime.fromisoformat(headers["ce-time"]),
            actor=headers["rectify-actor"],
            role=headers["rectify-role"],
            org=headers["rectify-org"],
            rule=headers["rectify-rule"],
            refs=tuple(filter(None, headers["rectify-refs"].split(","))),
            leaf=bytes.fromhex(headers["rectify-leaf"]),
        )
    except (ValueError, KeyError) as error:
        # A protobuf map answers a missing key with "", which none of the conversions above takes.
        raise Unreadable(f"headers of {message.subject} #{message.pub}: {error}") from error
    if read.pub != message.pub or read.source.count("/") != 2 or len(read.leaf) != 32 or read.position < read.pub:
        raise Unreadable(f"headers of {message.subject} #{message.pub} disagree with each other")
    return read


def known(full_name: str) -> Descriptor | None:
    """The message of this name, None when these contracts have none."""
    pool = descriptor_pool.Default()
    try:
        return pool.FindMessageTypeByName(full_name)
    except KeyError:
        parts = full_name.split(".")
        if len(parts) != 4 or not all(part.isidentifier() for part in parts):
            return None
        try:
            # A name enters the pool with its module; by convention that is <context>_events.
            importlib.import_module(".".join((*parts[:3], f"{parts[1]}_events_pb2")))
        except ModuleNotFoundError:
            return None
    try:
        return pool.FindMessageTypeByName(full_name)
    except KeyError:
        return None


def told(hear: Hear, message: Published, read: Notice) -> Told[News]:
    """A neighbour's event in this context's own words.

    Raises:
        Unreadable: the payload is not the message that the headers name.
        InvalidField: a value breaks a rule of this context's words.
    """
    descriptor = known(read.type)
    if descriptor is None:
        raise Unreadable(f"{read.source}:{read.position} is a {read.type}, which is in no contract here")
    try:
        payload = GetMessageClass(descriptor).FromString(message.payload)
    except DecodeError as error:
        raise Unreadable(f"the payload of {read.source}:{read.position} is no {read.type}") from error
    return Told(
        news=by(hear.read, payload) if hear.read else from_proto(payload, hear.news, skip=()),
        source=read.source,
        position=read.position,
        pub=read.pub,
        at=read.at,
        effective=read.effective,
        actor=read.actor,
        role=read.role,
        org=read.org,
        rule=read.rule,
        refs=read.refs,
    )


def check_contracts(service: Service) -> None:
    """Refuse at start what cannot be told or heard: a page and a contract that do not fit each other.

    Raises:
        DeclarationError: a published or heard message has a field without counterpart; a personal field would be told
            in clear; a heard message is in no contract; two policies of one event share a name.
    """
    for event, made in service.publishes.items():
        kind = _message_class(made)
        if kind is None:
            continue
        full_name = _own(service, kind.DESCRIPTOR)
        check(kind.DESCRIPTOR, event, "to_proto", skip=(), partial=True)
        told_in_clear = event.personal_fields() & {field.name for field in kind.DESCRIPTOR.fields}
        if told_in_clear:
            raise DeclarationError(f"{service.name}: {full_name} would carry personal {sorted(told_in_clear)}")
    for full_name, hear in service.hears.items():
        descriptor = known(full_name)
        if descriptor is None:
            raise DeclarationError(f"{service.name}: hears {full_name}, which is in no contract")
        if hear.read is None:
            check(descriptor, hear.news, "from_proto", skip=(), partial=True)
    groups: list[tuple[str, list[Callable[..., Any]]]] = [
        *((event.__qualname__, list(policies)) for event, policies in service.policies.items()),
        *((full_name, list(hear.policies)) for full_name, hear in service.hears.items()),
    ]
    for what, policies in groups:
        names = [policy.__name__ for policy in policies]
        if len(set(names)) != len(names):
            raise DeclarationError(f"{service.name}: two policies of {what} share a name, by which reactions are repeatable")


def _message_class(made: object) -> type[Proto] | None:
    return made if isinstance(made, type) and issubclass(made, Proto) else None


def _own(service: Service, descriptor: Any) -> str:
    """The full name of a message of the service's own contract."""
    full_name = str(descriptor.full_name)
    parts = full_name.split(".")
    if len(parts) != 4 or parts[0] != "rectify" or parts[1] != service.name:
        raise DeclarationError(f"{service.name}: publishes {full_name}, which is no message of rectify.{service.name}.*")
    return full_name
