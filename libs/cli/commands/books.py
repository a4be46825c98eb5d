"""`rectify rulebook`: rulebooks and their dates, without any running system."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from cli.calls import output_of, output_options, session_of
from cli.failure import Exit, Failure
from cli.render import Output
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say
from rulebook import Rulebook, RulebookError, Trigger, catalogue, load, preset, presets


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`rulebook list`, `show`, `explain`, `compare`, `check`."""
    ref = click.Argument(["ref"], help=say("rulebook_ref", lang))
    rule = click.Argument(["rule"], help=say("rulebook_rule", lang))
    day = click.Argument(["day"], help=say("rulebook_day", lang))
    yield from (
        _command(lang, "list", _list, []),
        _command(lang, "show", _show, [ref, click.Argument(["rule"], required=False, help=say("rulebook_rule", lang))]),
        _command(
            lang,
            "explain",
            _explain,
            [
                ref,
                rule,
                day,
                click.Option(["--event"], metavar="CODE", help=say("rulebook_event", lang)),
                click.Option(["--also"], metavar="DATE", help=say("rulebook_also", lang)),
            ],
        ),
        _command(lang, "compare", _compare, [click.Argument(["old"]), click.Argument(["new"])]),
        _command(lang, "check", _check, [click.Argument(["file"], type=click.Path(dir_okay=False, path_type=Path))]),
    )


def _command(lang: Language, name: str, run: Any, params: list[click.Parameter]) -> tuple[tuple[str, ...], click.Command]:
    def call(**given: Any) -> None:
        session = session_of(given)
        run(output_of(session, given), given)

    text = say(f"rulebook_{name}", lang)
    spoken = click.Option(["--lang"], type=click.Choice(["zh", "en"]), expose_value=False, help=say("opt_lang", lang))
    common = [spoken, *output_options(lang)]
    command = Spoken(name, lang=lang, callback=call, params=params, common=common, help=text, context_settings=SETTINGS)
    return ("rulebook", name), command


def book(ref: str, lang: Language) -> Rulebook:
    """A shipped rulebook by `id` or `id@version`, or one in a file.

    Raises:
        Failure: the file is faulty, with each line at fault. UnknownPreset: none is shipped under this name.
    """
    if not ref.endswith((".yaml", ".yml")):
        return preset(ref)
    try:
        return load(Path(ref))
    except RulebookError as error:
        raise Failure(error.code, "rulebook_faulty", lang, exit=Exit.FAILED, faults=error.message(lang)) from error


def _list(output: Output, given: Mapping[str, Any]) -> None:
    del given
    rows = [said(row, output.lang) for row in catalogue.listing(presets())]
    output.rows(rows, ["ref", "title", "owner", "effective_from", "base", "rules", "calendar_last_year"])


def _show(output: Output, given: Mapping[str, Any]) -> None:
    found = book(given["ref"], output.lang)
    if given["rule"]:
        output.record(said(catalogue.show_rule(found, given["rule"]), output.lang))
    elif output.form in ("json", "csv", "xlsx"):
        content = catalogue.show(found)
        if output.form == "json":
            output.record(content)
        else:
            rows: Any = content["rules"]
            output.rows([said(row, output.lang) for row in rows], list(rows[0]))
    else:
        output.record(said(catalogue.show(found), output.lang))


def _explain(output: Output, given: Mapping[str, Any]) -> None:
    found = book(given["ref"], output.lang)
    also = Trigger(_day(given["also"])) if given["also"] else None
    answer = catalogue.explain(found, given["rule"], Trigger(_day(given["day"]), given["event"]), also=also)
    if output.form == "json":
        output.record(answer)
        return
    explanation: Any = answer.pop("explanation")
    output.record({**said(answer, output.lang), "explanation": explanation[output.lang]})


def _compare(output: Output, given: Mapping[str, Any]) -> None:
    rows = catalogue.differences(book(given["old"], output.lang), book(given["new"], output.lang))
    output.rows([said(row, output.lang) for row in rows], ["where", "old", "new"])


def _check(output: Output, given: Mapping[str, Any]) -> None:
    found = book(str(given["file"]), output.lang)
    output.record(said(catalogue.listing([found])[0], output.lang))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is not a day such as 2026-03-02") from error


def said(content: Any, lang: Language) -> Any:
    """Data whose texts are given in both languages, in one; flags of inference stay."""
    if isinstance(content, Mapping):
        if set(content) == {"zh", "en"}:
            return content[lang]
        return {name: said(value, lang) for name, value in content.items()}
    return [said(item, lang) for item in content] if isinstance(content, list) else content
