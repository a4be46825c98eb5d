"""The flags of a verb from the fields of its request."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import click
from buf.validate import validate_pb2
from click.shell_completion import CompletionItem
from google.protobuf.descriptor import FieldDescriptor

from cli.contracts import Verb, entry_options
from cli.names import KINDS
from cli.request import INTS
from cli.words import Language, about, say

PREFIX = "field__"


def constraints(field: FieldDescriptor) -> validate_pb2.FieldRules:
    """Protovalidate's rules of a field."""
    extensions: Any = field.GetOptions().Extensions
    rules: validate_pb2.FieldRules = extensions[validate_pb2.field]
    return rules


def choices(field: FieldDescriptor) -> tuple[str, ...]:
    """The values a text field is limited to; empty when it is not."""
    rules = constraints(field)
    strings = rules.repeated.items.string if field.is_repeated else rules.string
    return tuple(value for value in getattr(strings, "in") if value)


def required(field: FieldDescriptor) -> bool:
    """Whether a request without this field is refused for its form alone."""
    rules = constraints(field)
    if rules.required:
        return True
    if rules.ignore == validate_pb2.IGNORE_IF_ZERO_VALUE or field.has_presence:
        return False
    if field.type in INTS:
        numbers = rules.int32 if field.type == FieldDescriptor.TYPE_INT32 else rules.int64
        return numbers.gte > 0 or (numbers.HasField("gt") and numbers.gt >= 0)
    if field.is_repeated:
        return bool(rules.repeated.min_items)
    allowed = tuple(getattr(rules.string, "in"))
    filled = rules.string.min_len or rules.string.len or (allowed and "" not in allowed)
    return bool(filled or rules.bytes.min_len or (rules.string.pattern and not re.search(rules.string.pattern, "")))


def parameters(verb: Verb, lang: Language) -> list[click.Parameter]:
    """Arguments and options of a verb, arguments first."""
    by_name = {field.name: field for field in verb.fields}
    arguments = [_argument(by_name[name], lang) for name in verb.positional]
    return [*arguments, *(_option(field, lang) for field in verb.fields if field.name not in verb.positional)]


def values(params: Mapping[str, Any]) -> dict[str, Any]:
    """What was given for the request's fields, by field name."""
    given = {name.removeprefix(PREFIX): value for name, value in params.items() if name.startswith(PREFIX)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in given.items() if value not in (None, ())}


def metavar(field: FieldDescriptor, lang: Language) -> str:
    """What stands for the value in help."""
    kind = entry_options(field).named
    if kind:
        return (
            f"ROLE@ORG#n|{_word(kind)}"
            if kind == "person"
            else {"case": "ROUND/ORG", "feedback": "ROUND/ORG", "handover": "ROUND/ORG/N"}.get(kind, _word(kind))
        )
    if entry_options(field).file:
        return "FILE"
    if field.message_type is not None:
        return "TIME" if field.message_type.full_name == "google.protobuf.Timestamp" else "JSON|@FILE"
    if field.type in INTS:
        return "N"
    return _word(field.name) if lang == "en" else about(field, lang) if len(about(field, lang)) <= 8 else _word(field.name)


def _word(name: str) -> str:
    return name.upper().replace("_", "-")


def hint(field: FieldDescriptor, lang: Language) -> str:
    """The field's comment and how its value is written."""
    notes = []
    kind = entry_options(field).named
    if kind in KINDS or kind == "person":
        notes.append(say(f"named_{kind}", lang))
    elif entry_options(field).file:
        notes.append(say("file", lang))
    elif field.message_type is not None:
        notes.append(say("time" if field.message_type.full_name == "google.protobuf.Timestamp" else "structure", lang))
    if choices(field):
        notes.append(say("one_of", lang, values=", ".join(choices(field))))
    if field.is_repeated:
        notes.append(say("repeatable", lang))
    if required(field):
        notes.append(say("required", lang))
    text = about(field, lang)
    return f"{text} [{'; '.join(notes)}]" if notes else text


def _argument(field: FieldDescriptor, lang: Language) -> click.Argument:
    return click.Argument(
        [PREFIX + field.name],
        metavar=metavar(field, lang),
        nargs=-1 if field.is_repeated else 1,
        required=False,  # said with the code of the command line, and --input may give it
        shell_complete=_completion(choices(field)),
        help=hint(field, lang),
    )


def _option(field: FieldDescriptor, lang: Language) -> click.Option:
    flag = "--" + field.name.replace("_", "-")
    if field.type == FieldDescriptor.TYPE_BOOL and not field.is_repeated:
        return click.Option([f"{flag}/--no-{flag[2:]}", PREFIX + field.name], default=None, help=about(field, lang))
    return click.Option(
        [flag, PREFIX + field.name],
        metavar=metavar(field, lang),
        multiple=field.is_repeated,
        help=hint(field, lang),
        shell_complete=_completion(choices(field)),
    )


def _completion(allowed: Sequence[str]) -> Any:
    def complete(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return [CompletionItem(value) for value in allowed if value.startswith(incomplete)]

    return complete
