"""Requests made up from a contract and from what exists in a world: mostly refused, sometimes what nobody thought of."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from buf.validate import validate_pb2
from google.protobuf.descriptor import FieldDescriptor, MethodDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass

from chassis.auth import Caller
from chassis.service import options
from kernel.context import named
from testkit.pure import PureWorld
from tests.properties.histories import Moment, Move, callers

WORDS = ("", "已研究落实", "查无实据", "见附件", "=1+1", "办公室主任甲")
HASH = r"^[0-9a-f]{64}$"
ID = r"^[0-9a-f]{32}$"
# One caller in so many is somebody without the duty.
STRAY = 8


def mutated(moment: Moment, world: PureWorld, chance: Random) -> Move:
    """What came next in the scenario, or something like it: by somebody else, about something else, out of turn."""
    if not moment.next:
        return invented(world, chance)
    move = chance.choice(moment.next)
    caller, request = move.caller, _without_id(move.request)
    if chance.random() < 0.3:
        caller = _caller(move.method, chance)
    if chance.random() < 0.3:
        known, text_fields = ids(world), [f for f, _ in request.ListFields() if f.name != "meta" and _single_text(f)]
        if text_fields:
            changed = chance.choice(text_fields)
            setattr(request, changed.name, _text(changed, known, world, chance))
    return Move(move.service, move.method, request, caller)


def invented(world: PureWorld, chance: Random) -> Move:
    """Any command of any service with anything in it that the contract admits, and a little that it does not."""
    service = chance.choice([page for page in world.pages().values() if page.commands])
    method = service.rpc.methods_by_name[chance.choice(sorted(service.commands))]
    return Move(service.name, method, _message(method.input_type, ids(world), world, chance), _caller(method, chance))


def ids(world: PureWorld) -> Mapping[str, Sequence[str]]:
    """Every id that the record names, by the name of the field that names it."""
    found: dict[str, dict[str, None]] = {}
    for service in world.pages():
        for recorded in world.log(service):
            for name in type(recorded.event).ref_fields():
                if value := getattr(recorded.event, name):
                    found.setdefault(name, {})[value] = None
    return {name: tuple(values) for name, values in found.items()}


def _caller(method: MethodDescriptor, chance: Random) -> Caller:
    known = callers()
    roles = [role for role in options(method).roles if role in known]
    if not roles or chance.randrange(STRAY) == 0:
        roles = list(known)
    return chance.choice(known[chance.choice(roles)])


def _without_id(request: Message) -> Any:
    copy: Any = type(request)()
    copy.CopyFrom(request)
    copy.meta.ClearField("command_id")
    copy.meta.ClearField("expected_version")
    return copy


def _message(descriptor: Any, known: Mapping[str, Sequence[str]], world: PureWorld, chance: Random) -> Any:
    made: Any = GetMessageClass(descriptor)()
    for field in descriptor.fields:
        if field.name == "meta":
            continue
        if field.is_repeated:
            for _ in range(chance.randrange(3)):
                if field.message_type is not None:
                    getattr(made, field.name).add().CopyFrom(_message(field.message_type, known, world, chance))
                else:
                    getattr(made, field.name).append(_scalar(field, known, world, chance))
        elif field.message_type is not None:
            if field.message_type.full_name.startswith("rectify."):
                getattr(made, field.name).CopyFrom(_message(field.message_type, known, world, chance))
        else:
            setattr(made, field.name, _scalar(field, known, world, chance))
    return made


def _single_text(field: FieldDescriptor) -> bool:
    return bool(field.type == FieldDescriptor.TYPE_STRING and not field.is_repeated)


def _scalar(field: FieldDescriptor, known: Mapping[str, Sequence[str]], world: PureWorld, chance: Random) -> Any:
    if field.type == FieldDescriptor.TYPE_STRING:
        return _text(field, known, world, chance)
    if field.type == FieldDescriptor.TYPE_BYTES:
        return b""
    if field.type == FieldDescriptor.TYPE_BOOL:
        return chance.random() < 0.5
    return chance.choice((1, 1, 1, 2, 3, 0, -1))


def _text(field: FieldDescriptor, known: Mapping[str, Sequence[str]], world: PureWorld, chance: Random) -> str:
    extensions: Any = field.GetOptions().Extensions
    rules = extensions[validate_pb2.field].string
    choices = list(getattr(rules, "in"))
    if choices:
        return str(chance.choice(choices))
    if "0-9a-f]{32}" in rules.pattern or field.name in known:
        pool = known.get(field.name) or chance.choice(list(known.values()) or [(named("thing", "none"),)])
        return chance.choice(pool)
    if "0-9a-f]{64}" in rules.pattern:
        return hashlib.sha256(chance.choice(WORDS).encode()).hexdigest()
    if "[0-9]{4}-[0-9]{2}-[0-9]{2}" in rules.pattern or field.name.endswith(("_on", "date", "due", "day", "since")):
        return (world.now.astimezone(world.zone).date() + timedelta(days=chance.randrange(-40, 120))).isoformat()
    if "[0-9]{4}-[0-9]{2}" in rules.pattern:
        return world.now.astimezone(world.zone).date().isoformat()[:7]
    return chance.choice(WORDS) or ("" if chance.random() < 0.3 else f"第{chance.randrange(100)}号")
