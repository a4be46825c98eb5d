"""`rectify witness`: a witness of logs, kept by another organisation where nothing else of the system runs."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from cli.calls import output_of, output_options, session_of
from cli.failure import Exit, Failure
from cli.render import print_error
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say
from translog.errors import TranslogError

LISTEN = "127.0.0.1:6962"


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`witness init`, `serve`, `list`."""
    data = click.Option(
        ["--data", "folder"], type=click.Path(path_type=Path), required=True, metavar="DIR", help=say("witness_data", lang)
    )
    policy = click.Option(
        ["--policy"], type=click.Path(path_type=Path), multiple=True, metavar="FILE", help=say("witness_policy", lang)
    )
    yield _command(
        lang, "init", _init, [data, click.Option(["--name"], required=True, metavar="NAME", help=say("witness_name", lang))], []
    )
    yield _command(
        lang,
        "serve",
        _serve,
        [
            data,
            click.Option(["--listen"], default=LISTEN, show_default=True, metavar="HOST:PORT", help=say("witness_listen", lang)),
            policy,
            click.Option(["--log", "vkeys"], multiple=True, metavar="VKEY", help=say("witness_log", lang)),
        ],
        [],
    )
    yield _command(lang, "list", _list, [data], output_options(lang))


def _command(
    lang: Language,
    name: str,
    run: Callable[[Language, dict[str, Any]], None],
    params: list[click.Parameter],
    more: list[click.Option],
) -> tuple[tuple[str, ...], click.Command]:
    def call(**given: Any) -> None:
        try:
            run(lang, given)
        except TranslogError as error:
            # What the witness's own errors say names the next step too.
            raise Failure(
                error.code, "witness_said", lang, exit=_EXITS.get(error.code, Exit.USAGE), text=error.text(lang)
            ) from error

    spoken = click.Option(["--lang"], type=click.Choice(["zh", "en"]), expose_value=False, help=say("opt_lang", lang))
    command = Spoken(
        name,
        lang=lang,
        callback=call,
        params=params,
        common=[spoken, *more],
        help=say(f"witness_{name}", lang),
        context_settings=SETTINGS,
    )
    return ("witness", name), command


_EXITS = {
    "witness-exists": Exit.CONFLICT,
    "witness-missing": Exit.NOT_FOUND,
    "witness-memory": Exit.FAILED,
    "witness-listen": Exit.FAILED,
}


def _init(lang: Language, given: dict[str, Any]) -> None:
    from witness.keeping import KEY, init

    vkey = init(given["folder"], given["name"])
    click.echo(vkey)
    print_error(say("witness_made", lang, file=given["folder"] / KEY))


def _serve(lang: Language, given: dict[str, Any]) -> None:
    from witness.logs import Logs, logs_in, logs_of, merged
    from witness.process import run

    def logs() -> Logs:
        found = [logs_in(path.read_bytes(), str(path)) for path in given["policy"]]
        if given["vkeys"] or not found:
            found.append(logs_of(given["vkeys"]))
        return merged(found, "--policy, --log")

    def ready(url: str, vkey: str) -> None:
        click.echo(f"ready {url} {vkey}")
        print_error(say("witness_ready", lang))

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    asyncio.run(run(given["folder"], logs, given["listen"], lambda: int(time.time()), ready=ready))


def _list(lang: Language, given: dict[str, Any]) -> None:
    from witness.keeping import RECORD
    from witness.memory import SqliteMemory

    memory = SqliteMemory(given["folder"] / RECORD)
    try:
        held, suspicions = memory.all(), memory.suspicions()
    finally:
        memory.close()
    rows = [
        {
            "origin": one.origin,
            "size": one.size,
            "cosigned": datetime.fromtimestamp(one.at, UTC),
            "root": one.root.hex(),
            "refused": sum(other.origin == one.origin for other in suspicions),
        }
        for one in held
    ]
    output_of(session_of(given), given).rows(rows, ["origin", "size", "cosigned", "root", "refused"])
    for one in suspicions:
        text = "witness_forked" if one.code == "root-conflict" else "witness_unproved"
        at = datetime.fromtimestamp(one.at, UTC).isoformat(timespec="seconds")
        print_error(say(text, lang, origin=one.origin, size=one.size, root=one.root.hex(), at=at))
