"""What the command line says in Chinese and English, and how it chooses."""

import os
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from google.protobuf.descriptor import FieldDescriptor

from cli.contracts import Verb, comment
from cli.plain import parse_yaml

Language = Literal["en", "zh"]


@cache
def _catalogue(name: str) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = parse_yaml((files("cli") / name).read_text(encoding="utf-8"))
    return loaded


def language(environment: Mapping[str, str] = os.environ) -> Language:
    """From RECTIFY_LANG, else from the locale variables in POSIX's order; English when none says Chinese."""
    for name in ("RECTIFY_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def say(key: str, lang: Language, **values: object) -> str:
    """The text of a key, filled in."""
    return cast(str, _catalogue("words.yaml")[key][lang]).format_map(values)


def keys() -> Mapping[str, Mapping[str, str]]:
    """Every key with its texts: what a test counts."""
    return _catalogue("words.yaml")


def glossary() -> Mapping[str, Mapping[str, str]]:
    """Chinese for words of the contracts: `nouns`, `actions`, `verbs`, `fields`, `values`."""
    return _catalogue("zh.yaml")


def summary(verb: Verb, lang: Language) -> str:
    """What a verb does, one line."""
    text = comment(verb.method.full_name)
    if lang == "en":
        return text
    words = glossary()
    if verb.text in words["verbs"]:
        return words["verbs"][verb.text]
    *nouns, action = verb.words
    noun, done = words["nouns"].get(" ".join(nouns)), words["actions"].get(action)
    return f"{done}{noun}" if noun and done else f"{noun}：{text}" if noun else text


def group_summary(words: tuple[str, ...], lang: Language) -> str:
    """What a noun is about, one line; empty in English, where the word says it."""
    return glossary()["nouns"].get(words[-1], "") if lang == "zh" else ""


def about(field: FieldDescriptor, lang: Language) -> str:
    """What a field holds, one line."""
    text = comment(field.full_name)
    if lang == "en":
        return text
    return glossary()["fields"].get(field.name) or text


def heading(column: str, lang: Language) -> str:
    """A column's heading."""
    if lang == "zh":
        return glossary()["fields"].get(column, column.replace("_", " "))
    return column.replace("_", " ")


def meaning(field: str, value: str, lang: Language) -> str:
    """A code of the contracts in words, where the language has some; anything else as it is."""
    if lang == "en":
        return value
    words = glossary()["values"]
    return words.get(f"{field}:{value}") or words.get(value, value) if field in CODED else value


# Fields that hold codes; the text of any other field is never translated, whatever it says.
CODED = frozenset(
    {"state", "track", "phase", "standing", "severity", "kind", "level", "line", "post", "role", "outcome", "route", "timeliness",
     "move", "special_check", "check", "defect", "disclosure", "relation"}
)  # fmt: skip
