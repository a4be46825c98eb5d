"""Histories as people read them: when, when effective, where, what, who, under which rule, from what it followed."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import click
from google.protobuf.message import Message

from cli import flags
from cli.calls import ask, command_of, common_options, output_of, query_options, session_of
from cli.contracts import Verb, verbs
from cli.names import KINDS
from cli.plain import plain
from cli.render import Output, print_error
from cli.session import Session
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say

HISTORY = "audit history"
# `wide` says when and where it was recorded, where its cause is, and every short field. Whatever a person did has no cause but
# the command, and needs none: the role says who.
COLUMNS = ("effective", "service", "what", "role", "rule", "cause", "proof", "details")
WIDE = ("at", "effective", "service", "position", "version", "what", "role", "rule", "cause", "proof", "details")
# What is already known from asking, or said in another column.
_ASKED = frozenset({"number", "round_code", "org_code", "rulebook", "case_number", "org", "round"})
TELLING = 3
# Kinds that are called otherwise where they are spoken of.
SPOKEN = {"typical": "typical-case"}


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`finding history`, `case history` and so on: the audit service's answer about a thing named by its number."""
    verb = verbs().get(HISTORY)
    if verb is None:
        return
    for noun in sorted(KINDS):
        yield (SPOKEN.get(noun, noun.replace("_", "-")), "history"), _command(lang, verb, noun)


def _command(lang: Language, verb: Verb, noun: str) -> click.Command:
    def call(**given: Any) -> None:
        session = session_of(given)
        number = given.pop("number")
        given[f"{flags.PREFIX}about"] = session.builder.names.id(noun, number)
        ask(session, output_of(session, given), verb, given, present)

    argument = click.Argument(["number"], metavar=noun.upper(), help=say(f"named_{noun}", lang))
    rest = [p for p in flags.parameters(verb, lang) if isinstance(p, click.Option)]
    return Spoken(
        "history",
        lang=lang,
        callback=call,
        params=[argument, *rest],
        common=[*query_options(lang), *common_options(lang)],
        help=say("history", lang),
        context_settings=SETTINGS,
    )


def present(session: Session, output: Output, answer: Message) -> None:
    """A readable table of a history; json, csv and xlsx keep every field."""
    del session
    content = plain(answer)
    wide = output.form == "wide"
    shown = {f"{event['source']}:{event['position']}": called(event) for event in content["events"]}
    output.rows([row(event, shown, wide) for event in content["events"]], WIDE if wide else COLUMNS)
    for one in content["sources"]:
        print_error(_as_of(output, one))
    broken = [event for event in content["events"] if not event["verified"]]
    for event in broken:
        print_error(say("history_broken", output.lang, source=event["source"], position=event["position"], why=event["broken"]))
    if content.get("next"):
        print_error(say("more", output.lang, flag="after", value=content["next"]))


def _as_of(output: Output, one: Mapping[str, Any]) -> str:
    """How far a log was then: `as of then: findings at 812 (cosigned up to 810, 2026-06-02 09:00)`."""
    known = {"service": _service(one["source"]), "position": one["position"], "size": one["cosigned"]}
    key = "history_cosigned" if one["cosigned"] else "history_uncosigned"
    return say(key, output.lang, **known, at=output.shown("at", one.get("cosigned_at")))


def called(event: Mapping[str, Any]) -> str:
    """The stored name without service and version."""
    return str(event["topic"]).removeprefix(f"{_service(event['source'])}.").rsplit(".v", 1)[0]


def _service(source: str) -> str:
    return source.split("/")[1]


def row(event: Mapping[str, Any], shown: Mapping[str, str], wide: bool = False) -> dict[str, Any]:
    """One event as a line; `shown` names the events of this history by where they are."""
    service = _service(event["source"])
    rule = event["rule"].split("#")[0]
    return {
        "at": event.get("at"),
        "effective": event.get("effective"),
        "service": service,
        "position": event["position"],
        "version": event["version"],
        "what": called(event),
        "role": event["role"],
        "rule": rule if wide else rule.rpartition(":")[2],
        "cause": "; ".join(_cause(one, shown, wide) for one in event["causes"]),
        "proof": "✓" if event["verified"] else "✗",
        "details": details(event["body"], wide),
    }


def _cause(cause: str, shown: Mapping[str, str], wide: bool) -> str:
    """What it followed from, by name where this history shows it, and where that is: service and position."""
    source, _, position = cause.rpartition(":")
    where = f"{_service(source)}:{position}"
    return f"{where} {shown[cause]}" if wide and cause in shown else shown.get(cause, where)


def details(body: str, wide: bool = False) -> str:
    """What a person wants to see of a body: its first texts and numbers, no ids and hashes; `wide` says all short ones by name."""
    try:
        fields: Mapping[str, Any] = json.loads(body or "{}")
    except ValueError:
        return body
    if wide:
        return "; ".join(f"{name}={value}" for name, value in fields.items() if _telling(value))
    told = {name: value for name, value in fields.items() if name not in _ASKED and not isinstance(value, bool) and _telling(value)}
    # Sentences tell most, then dates and codes; a zero tells nothing.
    said = sorted((name for name, value in told.items() if str(value) != "0"), key=lambda name: -_says(str(told[name])))
    return "; ".join(str(told[name]) if _says(str(told[name])) else f"{name}={told[name]}" for name in said[:TELLING])


def _says(text: str) -> int:
    return int(any(not c.isascii() for c in text) or " " in text)


def _telling(value: Any) -> bool:
    if not isinstance(value, str | int | bool) or value in ("", None):
        return False
    text = str(value)
    return len(text) <= 80 and not (len(text) in (32, 64) and all(c in "0123456789abcdef" for c in text))


def verdict(session: Session, output: Output, answer: Message) -> int:
    """`audit verify` and `audit run`: the verdict line by line; what is broken decides the exit code."""
    del session
    content = plain(answer)
    if "sources" in content:
        rows = [{**one, "broken": len(one["broken"])} for one in content["sources"]]
        output.rows(rows, ["source", "events", "lag", "broken", "root"])
        broken = [item for one in content["sources"] for item in one["broken"]]
    else:
        rows = [{**one, "findings": len(one["findings"])} for one in content["audits"]]
        output.rows(rows, ["id", "outcome", "checked", "findings", "invariant", "note"])
        broken = [{**item, "id": one["id"]} for one in content["audits"] for item in one["findings"]]
    for item in broken:
        print_error(f"  {item.get('id', '')} {item['source']}:{item['position']} {item['code']}: {item['why']}".replace("  ", " "))
    return 0 if content["ok"] else 1


def checked(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`audit verify` and `audit run`, whose answer is a verdict."""
    for words in ("audit verify", "audit run"):
        verb = verbs().get(words)
        if verb is not None:
            yield verb.words, command_of(verb, lang, verdict)
