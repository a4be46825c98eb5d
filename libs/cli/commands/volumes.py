"""`rectify sample generate`: made-up rounds of any size, played into a running sandbox."""

import asyncio
import sys
from collections.abc import Iterator
from typing import Any

import click
from rich.progress import Progress

from cli.calls import common_options, output_of, output_options, session_of
from cli.render import console
from cli.session import Session
from cli.shape import SETTINGS, Spoken
from cli.volumes.play import Played, Player
from cli.words import Language, say


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`sample generate`."""

    def call(**given: Any) -> None:
        session = session_of(given)
        played = _generate(session, given["orgs"], given["seed"], given["in_flight"])
        row = {
            "commands": played.commands,
            "seconds": round(played.seconds, 1),
            "per_second": round(played.rate, 1),
            "waiting": round(played.waiting, 1),
        }
        output_of(session, given).rows([row], list(row))

    params: list[click.Parameter] = [
        click.Option(["--orgs"], type=click.IntRange(1, 200_000), default=10, show_default=True, help=say("volumes_orgs", lang)),
        click.Option(["--seed"], type=click.IntRange(0, 999_999), default=1, show_default=True, help=say("volumes_seed", lang)),
        click.Option(["--in-flight"], type=click.IntRange(1, 256), default=32, show_default=True, help=say("volumes_flight", lang)),
    ]
    common = [*common_options(lang, output=False), *output_options(lang)]
    made = Spoken(
        "generate", lang=lang, callback=call, params=params, common=common, help=say("volumes", lang), context_settings=SETTINGS
    )
    yield ("sample", "generate"), made


def _generate(session: Session, orgs: int, seed: int, in_flight: int) -> Played:
    with Progress(console=console(sys.stderr), transient=True, disable=not sys.stderr.isatty()) as progress:
        tasks: dict[str, Any] = {}

        def told(name: str, done: int, whole: int) -> None:
            if done == 0:
                tasks[name] = progress.add_task(name, total=whole)
            else:
                progress.update(tasks[name], completed=done)

        player = Player(session.endpoints, session.issuer, session.zone, in_flight, told=told)
        return asyncio.run(player.play(orgs, seed))
