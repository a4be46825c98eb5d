"""`rectify ledger import` and `export`: the xlsx ledger in and out, tried before it is recorded."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cli import flags
from cli.calls import (
    command_options,
    common_options,
    fill_command,
    fill_question,
    give,
    output_of,
    query_options,
    request_of,
    session_of,
)
from cli.contracts import Verb, find
from cli.failure import Exit
from cli.plain import plain
from cli.render import Output, print_error
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say, summary

_SENT = ("workbook", "name")


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`ledger import FILE [--dry-run]`, `ledger check FILE`, `ledger export CASE [--out FILE]`."""
    take, check, export = find("ledger import"), find("ledger check"), find("ledger export")
    if take is None or check is None or export is None:
        return
    file = click.Argument(["file"], metavar="FILE.xlsx", help=say("ledger_file", lang))
    dry = click.Option(["--dry-run"], is_flag=True, help=say("ledger_dry_run", lang))
    common = [*command_options(lang), *common_options(lang)]
    yield ("ledger", "import"), _command(lang, take, [file, *_rest(take, lang), dry], common, _import(take, check))
    common = [*query_options(lang), *common_options(lang)]
    yield ("ledger", "check"), _command(lang, check, [file, *_rest(check, lang)], common, _check(check))
    yield ("ledger", "export"), _command(lang, export, flags.parameters(export, lang), common, _export(export))


def _rest(verb: Verb, lang: Language) -> list[click.Parameter]:
    """The verb's flags without those that the file itself gives."""
    taken = {flags.PREFIX + name for name in _SENT}
    return [parameter for parameter in flags.parameters(verb, lang) if parameter.name not in taken]


def _command(lang: Language, verb: Verb, params: list[click.Parameter], common: list[click.Option], run: Any) -> Spoken:
    text = summary(verb, lang)
    return Spoken(verb.words[-1], lang=lang, callback=run, params=params, common=common, help=text, context_settings=SETTINGS)


def _with_file(given: dict[str, Any], verb: Verb) -> dict[str, Any]:
    known = {field.name for field in verb.fields}
    file = given["file"]
    sent = {"workbook": file, "name": Path(file).name if file != "-" else "ledger.xlsx"}
    return given | {flags.PREFIX + name: value for name, value in sent.items() if name in known}


def _import(take: Verb, check: Verb) -> Any:
    def call(**given: Any) -> int:
        session = session_of(given)
        output = output_of(session, given)
        if given["dry_run"]:
            known = {flags.PREFIX + field.name for field in check.fields}
            asked = {name: value for name, value in given.items() if not name.startswith(flags.PREFIX) or name in known}
            return _tried(
                session.remote.call(check.service, check.method, request_of(session, check, _with_file(asked, check))), output
            )
        request = request_of(session, take, _with_file(given, take))
        fill_command(session, request, given)
        give(session, output, take, request)
        return Exit.OK

    return call


def _check(check: Verb) -> Any:
    def call(**given: Any) -> int:
        session = session_of(given)
        request = request_of(session, check, _with_file(given, check))
        return _tried(session.remote.call(check.service, check.method, request), output_of(session, given))

    return call


def _tried(answer: Any, output: Output) -> int:
    """What an import would do, row by row; 1 when it would be refused, 6 when something in it is worth knowing."""
    content = plain(answer)
    code = Exit.FAILED if not content["ok"] else Exit.PARTIAL if content["faults"] else Exit.OK
    if output.form not in ("table", "wide") or output.quiet:
        output.answer(answer)
        return code
    for fault in content["faults"]:
        print_error(fault_line(fault, output.lang))
    output.rows([outcome_row(one) for one in content["outcomes"]], ["row", "number", "outcome", "changes"])
    print_error(say("ledger_tried", output.lang, **{name: content[name] for name in ("new", "amended", "same")}))
    return code


def fault_line(fault: Mapping[str, Any], lang: Language) -> str:
    """Where a fault is, and what: `整改台账 row 7, 整改时限: …`."""
    text = fault.get(lang) or fault.get("en") or fault.get("code", "")
    where = ", ".join(str(fault[name]) for name in ("sheet", "row", "column") if fault.get(name))
    return f"{'✗' if fault.get('fatal') else '!'} {where + ': ' if where else ''}{text}"


def outcome_row(outcome: Mapping[str, Any]) -> dict[str, Any]:
    """One row of the file: what would become of it, each differing cell as `old → new`."""
    changes = "; ".join(f"{change['column']}: {change['old'] or '–'} → {change['new'] or '–'}" for change in outcome["changes"])
    return {**outcome, "changes": changes}


def _export(export: Verb) -> Any:
    def call(**given: Any) -> int:
        session = session_of(given)
        request = request_of(session, export, given)
        fill_question(session, request, given)
        answer: Any = session.remote.call(export.service, export.method, request)
        file = Path(given["out"] or answer.name)
        file.write_bytes(answer.workbook)
        print_error(say("ledger_written", session.lang, file=file, rows=answer.rows, sha256=answer.sha256))
        return Exit.OK

    return call
