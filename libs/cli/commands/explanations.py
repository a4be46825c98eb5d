"""`rectify audit explain FINDING`: who owed what and when, what became of it, by which rule and which events."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from cli.calls import common_options, fill_question, output_of, session_of
from cli.contracts import Verb, find
from cli.explaining import explained, told
from cli.failure import Exit
from cli.plain import plain
from cli.render import print_error
from cli.session import Session
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say

_PAGE = 1000


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`audit explain`."""
    asked = ("finding show", "obligation list", "obligation show", "audit history")
    verbs = [verb for words in asked if (verb := find(words)) is not None]
    if len(verbs) < len(asked):
        return

    def call(number: str, **given: Any) -> int:
        session = session_of(given)
        output = output_of(session, given)
        content = _gathered(session, session.builder.names.id("finding", number), given, *verbs)
        if output.form in ("table", "wide") and not output.quiet:

            def day(moment: Any) -> str:
                return "–" if moment is None else f"{moment.astimezone(session.zone):%Y-%m-%d}"

            _show(told(content, session.lang, output.called, day), given.get("out"))
        elif output.form in ("csv", "xlsx"):
            output.rows(content["duties"], [name for name in content["duties"][0] if name != "events"] if content["duties"] else [])
        else:
            output.record(content)
        return Exit.OK

    yield (
        ("audit", "explain"),
        Spoken(
            "explain",
            lang=lang,
            callback=call,
            params=[click.Argument(["number"], metavar="FINDING", help=say("named_finding", lang))],
            common=[click.Option(["--as-of"], metavar="TIME", help=say("opt_as_of", lang)), *common_options(lang)],
            help=say("explain", lang),
            context_settings=SETTINGS,
        ),
    )


def _gathered(session: Session, finding: str, given: dict[str, Any], *verbs: Verb) -> dict[str, Any]:
    """Everything as of one time, as far as whoever asks may see it."""
    show, duties, duty, history = verbs
    about = _ask(session, show, given, finding=finding)
    case = about["line"]["case"]
    asked = [{"finding": finding}, *([{"case": case}] if case else [])]
    listed = (one for ask in asked for one in _pages(session, duties, given, "obligations", **ask))
    found = dict.fromkeys(one["obligation"] for one in listed if one.get("finding", "") in ("", finding))
    whole = [_ask(session, duty, given, obligation=one) for one in found]
    events = list(_pages(session, history, given, "events", about=finding))
    for event in events:
        if not event["verified"]:
            where = {"source": event["source"], "position": event["position"], "why": event["broken"]}
            print_error(say("history_broken", session.lang, **where))
    return explained(about, [(answer["obligation"], answer) for answer in whole], events)


def _pages(session: Session, verb: Verb, given: dict[str, Any], name: str, **asked: str) -> Iterator[dict[str, Any]]:
    after = ""
    while True:
        answer = _ask(session, verb, given, limit=_PAGE, **asked, **({"after": after} if after else {}))
        yield from answer[name]
        after = answer["next"]
        if not after:
            return


def _ask(session: Session, verb: Verb, given: dict[str, Any], **asked: Any) -> dict[str, Any]:
    request: Any = session.builder.build(verb.method.input_type, asked)
    fill_question(session, request, given)
    return plain(session.remote.call(verb.service, verb.method, request))


def _show(lines: list[str], out: str | None) -> None:
    text = "".join(f"{line}\n" for line in lines)
    if out:
        Path(out).write_text(text, encoding="utf-8")
    else:
        click.echo(text, nl=False)
