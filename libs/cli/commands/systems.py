"""`rectify up`, `rectify clock`: a system on this machine, and the time of a sandbox."""

import asyncio
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import click
from rectify.ops.v1 import ops_service_pb2
from rich.progress import Progress

from chassis.rpc.client import Client, Tls
from chassis.sandbox import advance
from cli.calls import common_options, output_of, output_options, session_of
from cli.failure import Failure
from cli.render import Output, console, print_error
from cli.request import instant
from cli.session import Session
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say
from kernel.context import SYSTEM

_STATUS = ops_service_pb2.DESCRIPTOR.services_by_name["OpsService"].methods_by_name["GetStatus"]
_SPAN = re.compile(r"([1-9][0-9]*)([dhm])")


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`up`, `clock show`, `clock advance`."""
    yield (
        ("up",),
        Spoken(
            "up",
            lang=lang,
            callback=lambda **given: _up(given),
            params=[
                click.Option(["--data"], metavar="DIR", help=say("up_data", lang)),
                click.Option(["--clock"], metavar="TIME", help=say("up_clock", lang)),
                click.Option(["--play"], type=click.Path(path_type=Path), metavar="FILE.yaml", help=say("up_play", lang)),
                click.Option(["--port"], type=click.IntRange(0, 65_000), metavar="N", help=say("up_port", lang)),
                click.Option(["--zone"], default="Asia/Shanghai", metavar="ZONE", help=say("up_zone", lang)),
                click.Option(["--site"], default="", metavar="NAME", help=say("up_site", lang)),
                click.Option(["--witness"], multiple=True, metavar="URL=VKEY", help=say("up_witness", lang)),
                click.Option(["--quorum"], type=click.IntRange(min=0), metavar="N", help=say("up_quorum", lang)),
                click.Option(["--custodian"], multiple=True, metavar="VKEY", help=say("up_custodian", lang)),
                click.Option(["--lang"], type=click.Choice(["zh", "en"]), help=say("opt_lang", lang)),
            ],
            help=say("up", lang),
            context_settings=SETTINGS,
        ),
    )
    yield ("clock", "show"), _clock(lang, "clock_show", [], lambda session, output, _: _show(session, output))
    argument = click.Argument(["to"], nargs=-1, required=True, metavar="90d|to TIME", help=say("clock_to", lang))
    yield ("clock", "advance"), _clock(lang, "clock_advance", [argument], lambda session, _, given: _advance(session, given["to"]))


def _clock(lang: Language, key: str, params: list[click.Parameter], run: Any) -> Spoken:
    def call(**given: Any) -> None:
        session = session_of(given)
        run(session, output_of(session, given), given)

    common = [*common_options(lang, output=False), *output_options(lang)]
    name = key.split("_")[1]
    return Spoken(name, lang=lang, callback=call, params=params, common=common, help=say(key, lang), context_settings=SETTINGS)


def _up(given: dict[str, Any]) -> int:
    from chassis.up import up  # brings all services with it: seconds that no other command should wait for

    session = session_of(given)
    data = session.context.data or Path("data")
    clock = instant(given["clock"], session.zone, "--clock") if given["clock"] else None
    tell: Callable[[str], None] = click.echo
    if given["play"]:
        clock = clock or _beginning(given["play"])
        tell = _Player(given["play"], data, session.lang)
    witnesses = given["witness"] or None
    own = {"port": given["port"], "zone": given["zone"], "site": given["site"], "quorum": given["quorum"]}
    return up(data, clock, **own, witnesses=witnesses, custodians=given["custodian"] or None, say=tell)


def _beginning(file: Path) -> datetime:
    """Where the scenario's clock stands at first."""
    from testkit.scenario import load

    beginning: datetime = load(file).clock
    return beginning


class _Player:
    """Plays a scenario into a new sandbox when it is ready, once, and only then says that all is ready."""

    def __init__(self, file: Path, data: Path, lang: Language) -> None:
        self._file, self._played, self._lang = file, data / "played", lang
        self._waiting: list[str] | None = None if self._played.exists() else []
        self._lock = threading.Lock()
        self._environment = {**os.environ, "RECTIFY_DATA": str(data), "PYTHONWARNINGS": "ignore"}

    def __call__(self, line: str) -> None:
        """The first line says that the system is ready, others tell more of it; whoever tends it goes on meanwhile."""
        with self._lock:
            if self._waiting is None:
                click.echo(line)
                self._look(line)
                return
            self._waiting.append(line)
            if len(self._waiting) == 1:
                threading.Thread(target=self._play, daemon=True).start()

    def _play(self) -> None:
        print_error(say("up_playing", self._lang, file=self._file))
        words = ["scenario", "run", "--live", "--hasty", str(self._file)]
        command = [sys.executable, "-c", "from cli.main import main; main()", *words]
        done = subprocess.run(command, env=self._environment, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603 - ourselves
        print_error(done.stdout.strip())
        if done.returncode == 0:
            self._played.write_text(f"{self._file.name}\n", encoding="utf-8")
        else:
            print_error(say("up_not_played", self._lang, data=self._played.parent))
        with self._lock:
            lines, self._waiting = self._waiting or [], None
            click.echo("\n".join(lines))
            self._look(lines[0])

    def _look(self, line: str) -> None:
        if line.startswith("ready "):
            print_error(say("up_look", self._lang, data=self._played.parent))


def _show(session: Session, output: Output) -> None:
    rows = []
    for name, status in statuses(session).items():
        rows.append(
            {
                "service": name,
                "now": status.now.ToDatetime(tzinfo=UTC),
                "sandbox": status.sandbox,
                "swept": status.swept,
                "clock_behind": status.clock_behind,
                "position": status.position,
                "quarantined": status.quarantined,
            }
        )
    output.rows(rows, ["service", "now", "sandbox", "swept", "clock_behind", "position", "quarantined"])


def statuses(session: Session) -> dict[str, Any]:
    """How far each service is."""
    token = session.issuer.issue(SYSTEM, "operator") if session.has_issuer else None
    question = ops_service_pb2.GetStatusRequest()
    return {name: session.remote.call(name, _STATUS, question, token) for name in session.endpoints}


def _advance(session: Session, words: tuple[str, ...]) -> None:
    start = min(status.now.ToDatetime(tzinfo=UTC) for status in statuses(session).values())
    to = target(words, start, session)
    days = (to.astimezone(session.zone).date() - start.astimezone(session.zone).date()).days
    with Progress(console=console(sys.stderr), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task(say("clock_advance", session.lang), total=max(days, 1))

        def passed(day: date) -> None:
            progress.update(task, advance=1, description=day.isoformat())

        done = asyncio.run(_advance_all(session, to, passed))
    print_error(
        say(
            "clock_advanced",
            session.lang,
            now=done.now.astimezone(session.zone).isoformat(timespec="minutes"),
            days=len(done.days),
            events=done.events,
        )
    )


async def _advance_all(session: Session, to: datetime, passed: Any) -> Any:
    def token() -> str:
        return session.issuer.issue(SYSTEM, "operator")

    tls = Tls(Path(session.context.ca_file).expanduser().read_bytes()) if session.context.ca_file else None  # noqa: ASYNC240 - once, at the start
    clients = {name: Client(address, token, tls=tls) for name, address in session.endpoints.items()}
    try:
        return await advance(to, clients, session.zone, passed=passed)
    finally:
        for client in clients.values():
            await client.close()


def target(words: tuple[str, ...], now: datetime, session: Session) -> datetime:
    """`90d`, `4h`, `15m`, or `to TIME`; a day alone is its beginning.

    Raises:
        Failure: it is neither.
    """
    if len(words) == 2 and words[0] == "to":
        return instant(words[1], session.zone, "to")
    found = _SPAN.fullmatch(words[0]) if len(words) == 1 else None
    if found is None:
        raise Failure("wrong-value", "clock_wrong", session.lang, given=" ".join(words))
    return now + timedelta(**{{"d": "days", "h": "hours", "m": "minutes"}[found[2]]: int(found[1])})
