"""`rectify scenario run`: checks rulebooks and services against scenarios written in YAML."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from cli.calls import common_options, session_of
from cli.failure import Exit
from cli.render import print_error
from cli.session import Session
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`scenario run FILE…` and `scenario check FILE…`."""
    for name, run in (("run", _run), ("check", _check)):
        files = click.Argument(
            ["files"], nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…", help=say("scenario_files", lang)
        )
        options = (
            [
                click.Option(["--live"], is_flag=True, help=say("scenario_live", lang)),
                click.Option(["--hasty"], is_flag=True, help=say("scenario_hasty", lang)),
            ]
            if name == "run"
            else []
        )

        def call(run: Any = run, **given: Any) -> int:
            return int(run(session_of(given), given))

        yield (
            ("scenario", name),
            Spoken(
                name,
                lang=lang,
                callback=call,
                params=[files, *options],
                common=common_options(lang, output=False),
                help=say(f"scenario_{name}", lang),
                context_settings=SETTINGS,
            ),
        )


def each_file(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Files as named; of a folder its YAML files, but not those of its folders, which hold fixtures."""
    for path in paths:
        if path.is_dir():
            yield from sorted(path.glob("*.yaml"))
        else:
            yield path


def _run(session: Session, given: dict[str, Any]) -> Exit:
    from testkit.live import LiveWorld
    from testkit.scenario import BadScenario, load, run
    from testkit.world import MemoryWorld

    passed = failed = 0
    for file in each_file(given["files"]):
        try:
            scenario = load(file)
        except (BadScenario, OSError) as error:
            print_error(f"BAD  {error}")
            failed += 1
            continue
        if ("live" if given["live"] else "memory") not in scenario.only:
            print_error(f"SKIP {scenario.name}: only {', '.join(scenario.only)}")
            continue
        if given["live"]:
            clocks = sorted(session.context.data.glob("*/clock.json")) if session.context.data else ()
            with LiveWorld(session.endpoints, session.issuer, scenario.zone, clocks=clocks, eager=not given["hasty"]) as live:
                live.start(scenario.clock)
                report = run(scenario, live)
        else:
            with MemoryWorld(None, scenario.clock, scenario.zone) as world:
                report = run(scenario, world)
        click.echo(report.text())
        passed, failed = passed + report.ok, failed + (not report.ok)
    return Exit.OK if not failed else Exit.PARTIAL if passed else Exit.FAILED


def _check(session: Session, given: dict[str, Any]) -> Exit:
    from testkit.scenario import BadScenario, load

    del session
    bad = 0
    for file in each_file(given["files"]):
        try:
            click.echo(f"OK   {file}: {load(file).name}")
        except (BadScenario, OSError) as error:
            print_error(f"BAD  {error}")
            bad += 1
    return Exit.FAILED if bad else Exit.OK
