"""Finds every service's contract and turns its calls into verbs with their comments as help."""

import importlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

import rectify
from google.protobuf.descriptor import FieldDescriptor, MethodDescriptor, ServiceDescriptor
from rectify.options.v1 import options_pb2

from chassis.service import options

# Packages that every service offers or uses; they are no contexts.
PLUMBING = frozenset({"envelope", "files", "log", "ops", "options"})


# One thing is shown by this word, whatever a contract calls it; `get` stays understood.
SHOW = "show"


@dataclass(frozen=True, slots=True)
class Verb:
    """A call as people name it.

    Attributes:
        words: noun and verb, `("signoff", "request")`.
        service: the context's name, `findings`.
        method: the call's descriptor.
        roles: who may give it; empty for anybody known.
        query: whether it changes nothing.
        positional: fields given without a flag, in order.
    """

    words: tuple[str, ...]
    service: str
    method: MethodDescriptor
    roles: tuple[str, ...]
    query: bool
    positional: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words, with spaces."""
        return " ".join(self.words)

    @property
    def fields(self) -> list[FieldDescriptor]:
        """The request's fields without its envelope, in order of declaration."""
        return [field for field in self.method.input_type.fields if field.name != "meta"]


class TwoCallsOneVerb(TypeError):
    """Two calls claim the same words; contracts are checked when they are read."""


def contexts() -> Iterator[tuple[str, ServiceDescriptor]]:
    """Each context with its service, sorted by name."""
    found = {path.parent.parent.name for folder in rectify.__path__ for path in Path(folder).glob("*/v1/*_service_pb2.py")}
    for name in sorted(found - PLUMBING):
        module = importlib.import_module(f"rectify.{name}.v1.{name}_service_pb2")
        yield name, module.DESCRIPTOR.services_by_name[f"{name.capitalize()}Service"]


def entry_options(field: FieldDescriptor) -> options_pb2.Entry:
    """The marks of a request's field: what people may write there."""
    extensions: Any = field.GetOptions().Extensions
    marks: options_pb2.Entry = extensions[options_pb2.entry]
    return marks


def verbs_of(service: str, descriptor: ServiceDescriptor) -> Iterator[Verb]:
    """The calls of one service that have words."""
    for method in descriptor.methods:
        marks = options(method)
        if marks.verb:
            words = tuple(marks.verb.split())
            words = (*words[:-1], SHOW) if words[-1] == "get" else words
            yield Verb(words, service, method, tuple(marks.roles), marks.query, tuple(marks.positional))


@cache
def verbs() -> Mapping[str, Verb]:
    """Every verb of every context, by its words.

    Raises:
        TwoCallsOneVerb: two calls have the same words.
    """
    found: dict[str, Verb] = {}
    for name, descriptor in contexts():
        for verb in verbs_of(name, descriptor):
            if verb.text in found:
                raise TwoCallsOneVerb(f"{verb.method.full_name} and {found[verb.text].method.full_name} are both {verb.text!r}")
            found[verb.text] = verb
    return MappingProxyType(found)


@cache
def _comments() -> Mapping[str, str]:
    loaded: dict[str, str] = json.loads((files("cli") / "comments.json").read_text(encoding="utf-8"))
    return loaded


def comment(full_name: str) -> str:
    """The comment of a call, message or field in the contract, one line; "" when it has none."""
    return _comments().get(full_name, "")


def find(words: str) -> Verb | None:
    """The verb of these words, None when there is none."""
    head, _, last = words.rpartition(" ")
    return verbs().get(f"{head} {SHOW}" if last == "get" else words)
