"""AsyncAPI documents of what services publish and hear, from their pages: `python -m chassis.asyncapi [--check] SERVICE…`."""

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_type_hints

import yaml
from google.protobuf import descriptor_pb2
from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message as Proto

from chassis.published import CONTENT, known, subject
from chassis.service import DeclarationError, Service

HEADERS = {
    "ce-specversion": "1.0",
    "ce-id": "origin and position, `<site>/<context>/<epoch>:<position>`",
    "ce-source": "origin",
    "ce-type": "full protobuf name of the payload",
    "ce-subject": "aggregate at its source, 32 hex digits",
    "ce-time": "when it happened, RFC 3339, UTC",
    "ce-datacontenttype": CONTENT,
    "rectify-pub": "ordinal among the published events of the origin, from 1; the sequence on the stream",
    "rectify-prev-pub": "the ordinal before",
    "rectify-position": "position in the origin's log",
    "rectify-at": "when it was recorded, RFC 3339, UTC",
    "rectify-actor": "person id; 32 zeros for the system itself",
    "rectify-role": "role acted in",
    "rectify-org": "organ acted for",
    "rectify-rule": "rule it rests on, `<rulebook>@<version>:R-nn#<digest>`; may be empty",
    "rectify-refs": "ids it concerns, separated by commas",
    "rectify-leaf": "SHA-256 leaf hash of its envelope, hex",
    "traceparent": "W3C trace context; absent when not known",
}


def document(service: Service, comments: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The AsyncAPI 3.0 document of a service.

    Args:
        service: its page.
        comments: full protobuf name of a message or field to what its contract says of it.

    Raises:
        DeclarationError: a function that makes a published message does not say which, by its return type.
    """
    comments = comments or {}
    sent = sorted({published_message(service, made).full_name for made in service.publishes.values()})
    heard = sorted(service.hears)
    channels: dict[str, Any] = {}
    operations: dict[str, Any] = {}
    messages: dict[str, Any] = {}
    for action, names in (("send", sent), ("receive", heard)):
        for full_name in names:
            descriptor = known(full_name)
            if descriptor is None:
                raise DeclarationError(f"{service.name}: {full_name} is in no contract")
            _, context, _, name = full_name.split(".")
            key = name if action == "send" else f"{context.capitalize()}{name}"
            channels[key] = {
                "address": subject(full_name),
                "messages": {name: {"$ref": f"#/components/messages/{key}"}},
            }
            operations[f"{action}{key}"] = {"action": action, "channel": {"$ref": f"#/channels/{key}"}}
            messages[key] = {
                "name": full_name,
                "title": name,
                **({"summary": comments[full_name]} if comments.get(full_name) else {}),
                "contentType": CONTENT,
                "headers": {"$ref": "#/components/schemas/Headers"},
                "payload": {
                    "schemaFormat": "application/vnd.google.protobuf;version=3",
                    "schema": schema(descriptor, comments),
                },
            }
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": f"rectify {service.name}: published events",
            "version": "1.0.0",
            "description": f"What {service.name} tells the other services on the stream EVT_{service.name.upper()}, "
            "and what it hears of them.",
        },
        "defaultContentType": CONTENT,
        "channels": channels,
        "operations": operations,
        "components": {"messages": messages, "schemas": {"Headers": _headers()}},
    }


def published_message(service: Service, made: Any) -> Descriptor:
    """The message of an entry of `publishes`: the class itself, or what the function says that it returns.

    Raises:
        DeclarationError: it says nothing.
    """
    kind = made if isinstance(made, type) else _returned(made)
    if not (isinstance(kind, type) and issubclass(kind, Proto)):
        raise DeclarationError(f"{service.name}: {getattr(made, '__qualname__', made)} does not say which message it makes")
    found: Any = kind.DESCRIPTOR
    return found  # type: ignore[no-any-return]  # two implementations of protobuf have each a class for this


def _returned(made: Callable[..., Any]) -> Any:
    return get_type_hints(made).get("return")


def _headers() -> dict[str, Any]:
    return {
        "type": "object",
        "required": [name for name in HEADERS if name != "traceparent"],
        "properties": {name: {"type": "string", "description": said} for name, said in HEADERS.items()},
    }


def schema(message: Descriptor, comments: Mapping[str, str]) -> str:
    """A message, and those of its package that it holds, as proto3 text."""
    wanted: list[Descriptor] = []
    _collect(message, wanted)
    lines = ['syntax = "proto3";', ""]
    for one in wanted:
        lines += [*_said(comments.get(one.full_name, ""), ""), f"message {one.name} {{"]
        for field in one.fields:
            lines += [*_said(comments.get(field.full_name, ""), "  "), f"  {_field(field)} = {field.number};"]
        lines += ["}", ""]
    return "\n".join(lines).rstrip() + "\n"


def _collect(message: Descriptor, wanted: list[Descriptor]) -> None:
    if message in wanted:
        return
    wanted.append(message)
    for field in message.fields:
        inner = field.message_type
        if inner is None:
            continue
        if inner.GetOptions().map_entry:
            inner = inner.fields_by_name["value"].message_type
        if inner is not None and not inner.full_name.startswith("google.protobuf."):
            _collect(inner, wanted)


def _said(comment: str, indent: str) -> Iterator[str]:
    return (f"{indent}// {line}" for line in comment.splitlines())


_KINDS = {
    getattr(FieldDescriptor, name): name.removeprefix("TYPE_").lower() for name in dir(FieldDescriptor) if name.startswith("TYPE_")
}


def _field(field: FieldDescriptor) -> str:
    inner = field.message_type
    if inner is not None and inner.GetOptions().map_entry:
        key, value = inner.fields_by_name["key"], inner.fields_by_name["value"]
        return f"map<{_kind(key)}, {_kind(value)}> {field.name}"
    mark = "repeated " if field.is_repeated else "optional " if field.has_presence and inner is None else ""
    return f"{mark}{_kind(field)} {field.name}"


def _kind(field: FieldDescriptor) -> str:
    inner = field.message_type
    if inner is None:
        return str(_KINDS[field.type])
    return str(inner.full_name if inner.full_name.startswith("google.protobuf.") else inner.name)


def read_comments(image: bytes) -> dict[str, str]:
    """Comments by full name of messages and their fields, from a `FileDescriptorSet` with source info."""
    found: dict[str, str] = {}
    for file in descriptor_pb2.FileDescriptorSet.FromString(image).file:
        said = {tuple(one.path): one.leading_comments.strip() for one in file.source_code_info.location if one.leading_comments}
        for number, message in enumerate(file.message_type):
            name = f"{file.package}.{message.name}"
            found[name] = _unwrapped(said.get((4, number), ""))
            for place, field in enumerate(message.field):
                found[f"{name}.{field.name}"] = _unwrapped(said.get((4, number, 2, place), ""))
    return {name: text for name, text in found.items() if text}


def _unwrapped(comment: str) -> str:
    return " ".join(line.strip() for line in comment.splitlines())


class _Block(yaml.SafeDumper):
    """Text of several lines as a block, which people can read."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Block.add_representer(str, _text)


def render(service: Service, comments: Mapping[str, str] | None = None) -> str:
    """The document as YAML."""
    made = yaml.dump(document(service, comments), Dumper=_Block, sort_keys=False, allow_unicode=True, width=120)
    return f"# Generated from the page of {service.name} and its contract; never edited.\n{made}"


def main(arguments: list[str]) -> int:
    """Write docs/asyncapi/<service>.yaml for each service named, or with --check compare; 1 when one differs."""
    root = Path.cwd()
    image = root / "proto" / "image.binpb"
    if not image.exists():
        sys.stderr.write(f"{image} is missing: make it with `python libs/contracts/generate.py`\n")
        return 1
    comments = read_comments(image.read_bytes())
    differs = False
    for name in (argument for argument in arguments if not argument.startswith("-")):
        service: Service = importlib.import_module(f"{name}.service").SERVICE
        target = root / "docs" / "asyncapi" / f"{name}.yaml"
        text = render(service, comments)
        if "--check" not in arguments:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        elif not target.exists() or target.read_text("utf-8") != text:
            differs = True
            sys.stderr.write(f"{target} differs from its page and contract: make it again without --check\n")
    return int(differs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
