"""Every call of every contract as a command."""

import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import yaml
from google.protobuf.message import Message
from rectify.envelope.v1 import envelope_pb2

from cli import flags
from cli.contexts import load
from cli.contracts import Verb
from cli.failure import Exit, Failure
from cli.keeping import keep
from cli.plain import parse_yaml, plain
from cli.render import FORMS, Output, console, print_error
from cli.request import end_of, instant
from cli.session import Session
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say, summary


def common_options(lang: Language, *, output: bool = True) -> list[click.Option]:
    """Options of every command that talks to a system."""
    options = [
        click.Option(["--as", "as_"], metavar="ROLE[@ORG][#n]", help=say("opt_as", lang)),
        click.Option(["--data"], metavar="DIR", help=say("opt_data", lang)),
        click.Option(["--context"], metavar="NAME", help=say("opt_context", lang)),
        click.Option(["--config"], metavar="FILE", help=say("opt_config", lang)),
        click.Option(["--lang"], type=click.Choice(["zh", "en"]), help=say("opt_lang", lang)),
        click.Option(["--timeout"], type=click.FloatRange(min=0.1), metavar="S", help=say("opt_timeout", lang)),
    ]
    return options + output_options(lang) if output else options


def output_options(lang: Language) -> list[click.Option]:
    """Options of every command that shows something."""
    return [
        click.Option(["-o", "--output"], type=click.Choice(FORMS), help=say("opt_output", lang)),
        click.Option(["-q", "--quiet"], is_flag=True, help=say("opt_quiet", lang)),
        click.Option(["--out"], metavar="FILE", help=say("opt_to", lang)),
    ]


def command_options(lang: Language) -> list[click.Option]:
    """Options of commands that record something."""
    return [
        click.Option(["--effective"], metavar="TIME", help=say("opt_effective", lang)),
        click.Option(["--command-id"], metavar="UUID", help=say("opt_command_id", lang)),
        click.Option(["--expect-version"], type=click.IntRange(min=1), metavar="N", help=say("opt_expect_version", lang)),
        click.Option(["--wait"], type=click.Choice(WAITS), help=say("opt_wait", lang)),
        click.Option(["--receipts"], metavar="FILE", help=say("opt_receipts", lang)),
        click.Option(["--input", "input_"], metavar="FILE", help=say("opt_input", lang)),
    ]


WAITS = ("committed", "sealed", "witnessed")


def query_options(lang: Language) -> list[click.Option]:
    """Options of questions."""
    return [
        click.Option(["--as-of"], metavar="TIME", help=say("opt_as_of", lang)),
        click.Option(["--as-of-effective"], metavar="TIME", help=say("opt_as_of_effective", lang)),
        click.Option(["--position"], type=click.IntRange(min=1), metavar="N", help=say("opt_position", lang)),
        click.Option(["--watch"], type=click.FloatRange(min=0.1), metavar="S", help=say("opt_watch", lang)),
    ]


# Seconds to wait for an answer; an audit reads whole logs.
CALL_SECONDS, AUDIT_SECONDS = 30.0, 3600.0


def session_of(params: dict[str, Any]) -> Session:
    """The session that a command's options ask for."""
    named = {name: params.get(name) for name in ("as_", "data", "context", "config", "output", "receipts")}
    running = click.get_current_context()
    named["lang"] = running.find_root().obj
    patience = AUDIT_SECONDS if "audit" in running.command_path.split() else CALL_SECONDS
    session = Session(load(named), params.get("timeout") or patience)
    running.call_on_close(session.close)
    return session


def output_of(session: Session, params: dict[str, Any]) -> Output:
    """How to show, by a command's options."""
    form = params.get("output") or session.context.output or "table"
    to = Path(params["out"]) if params.get("out") else None
    return Output(form, bool(params.get("quiet")), session.lang, session.zone, to, lambda known: session.directory.called(known))


# Shows an answer in a way of its own; what it returns, if anything, is the exit code.
Present = Callable[[Session, Output, Message], int | None]


def command_of(verb: Verb, lang: Language, present: Present | None = None) -> click.Command:
    """The command of a verb; `present` shows its answer in a way of its own."""
    own = flags.parameters(verb, lang)
    taken = {name for parameter in own for name in parameter.opts}
    special = query_options(lang) if verb.query else command_options(lang)
    common = [option for option in [*special, *common_options(lang)] if not taken & set(option.opts)]
    roles = say("roles", lang, roles=", ".join(verb.roles)) if verb.roles else say("anybody", lang)

    def run(**params: Any) -> int:
        session = session_of(params)
        output = output_of(session, params)
        if verb.query:
            return ask(session, output, verb, params, present)
        record(session, output, verb, params)
        return Exit.OK

    return Spoken(
        verb.words[-1],
        lang=lang,
        callback=run,
        params=own,
        common=common,
        help=f"{summary(verb, lang)}\n\n{roles}",
        short_help=summary(verb, lang),
        context_settings=SETTINGS,
    )


def request_of(session: Session, verb: Verb, params: dict[str, Any]) -> Any:
    """The request that the options and `--input` describe; options win.

    Raises:
        Failure: a field without which it would be refused is missing.
        WrongValue: a value does not fit.
    """
    given = _from_input(params.get("input_"), session.lang) | flags.values(params)
    names = {name.replace("-", "_") for name, value in given.items() if value not in ("", [])}
    missing = [field for field in verb.fields if flags.required(field) and field.name not in names]
    if missing:
        shown = [_written(verb, field.name) for field in missing]
        raise Failure(
            "missing", "missing", session.lang, next_key="wrong_value_next", what=", ".join(shown), command=f"rectify {verb.text}"
        )
    return session.builder.build(verb.method.input_type, given)


def _written(verb: Verb, name: str) -> str:
    dashed = name.replace("_", "-")
    return dashed.upper() if name in verb.positional else f"--{dashed}"


def _from_input(source: str | None, lang: Language) -> dict[str, Any]:
    if not source:
        return {}
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
        given = parse_yaml(text) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        why = " ".join(str(error).split())
        raise Failure("bad-input", "file_yaml", lang, next_key="correct_value", where=source, why=why) from error
    if not isinstance(given, dict):
        raise Failure("bad-input", "file_yaml", lang, next_key="correct_value", where=source, why=type(given).__name__)
    return given


def record(session: Session, output: Output, verb: Verb, params: dict[str, Any]) -> None:
    """Give a command and show its receipt."""
    request = request_of(session, verb, params)
    fill_command(session, request, params)
    give(session, output, verb, request)


def give(session: Session, output: Output, verb: Verb, request: Message) -> None:
    """Give a command that is filled in; keep its receipt where that is wanted, and show it."""
    receipt = session.remote.call(verb.service, verb.method, request)
    try:
        keep(receipt, session.context.receipts, session.lang)
    finally:
        show_receipt(output, receipt)


def fill_command(session: Session, request: Any, params: dict[str, Any]) -> None:
    """The circumstances of a command from the common options."""
    request.meta.command_id = params.get("command_id") or str(uuid.uuid4())
    request.meta.expected_version = params.get("expect_version") or 0
    if params.get("wait"):
        request.meta.wait = envelope_pb2.Wait.Value(f"WAIT_{params['wait'].upper()}")
    if params.get("effective"):
        request.meta.effective.FromDatetime(instant(params["effective"], session.zone, "--effective"))


def show_receipt(output: Output, receipt: Message) -> None:
    """What was recorded; an answer that is no receipt (a dry run's) like a query's."""
    if not isinstance(receipt, envelope_pb2.Receipt):
        output.answer(receipt)
        return
    if output.quiet:
        output.rows([{"id": aggregate} for aggregate in dict.fromkeys(event.aggregate for event in receipt.events)], ["id"])
        return
    if output.form in ("table", "wide"):
        said = "recorded_before" if receipt.repeated else "recorded" if receipt.events else "recorded_nothing"
        print_error(say(said, output.lang, count=len(receipt.events), position=receipt.position))
    content = plain(receipt)
    if output.form == "json":
        output.record(content)
    elif output.form == "table":
        if content["events"]:
            output.rows(recorded(content["events"]), ["what", "events", "version", "position"])
    else:
        output.rows(content["events"], list(content["events"][0]) if content["events"] else ["position"])


def recorded(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events of one command as lines: what happened to one thing with its version, what happened to many with their number."""
    lines: list[dict[str, Any]] = []
    for event in events:
        _, _, what = event["topic"].rsplit(".v", 1)[0].partition(".")
        last = lines[-1] if lines else None
        if last is not None and last["what"] == what:
            last["events"] += 1
            last["version"] = last["version"] if last["version"] == event["version"] else ""
            last["position"] = f"{str(last['position']).partition('–')[0]}–{event['position']}"
        else:
            lines.append({"what": what, "events": 1, "version": event["version"], "position": event["position"]})
    return lines


def ask(session: Session, output: Output, verb: Verb, params: dict[str, Any], present: Present | None = None) -> int:
    """Put a question and show the answer, once or again and again; the exit code: 1 when the answer says that it is not ok."""
    request = request_of(session, verb, params)
    if "meta" in verb.method.input_type.fields_by_name:
        fill_question(session, request, params)
    while True:
        answer = session.remote.call(verb.service, verb.method, request)
        if params.get("watch"):
            console(sys.stdout).clear()
        code: int | None = None
        if present is not None and output.form in ("table", "wide") and not output.quiet:
            code = present(session, output, answer)
        else:
            output.answer(answer)
            code = Exit.FAILED if getattr(answer, "ok", True) is False else Exit.OK
        if not params.get("watch"):
            return code or Exit.OK
        time.sleep(params["watch"])


def fill_question(session: Session, request: Any, params: dict[str, Any]) -> None:
    """The circumstances of a question from the common options."""
    request.meta.position = params.get("position") or 0
    for flag in ("as_of", "as_of_effective"):
        if params.get(flag):
            getattr(request.meta, flag).FromDatetime(end_of(params[flag], session.zone, f"--{flag.replace('_', '-')}"))
