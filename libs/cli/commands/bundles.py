"""`finding bundle` and `case bundle`: all about it in one file, which `rectify verify` checks without any server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rectify.audit.v1.audit_service_pb2 import DESCRIPTOR, GetBundleRequest, GetBundleResponse

from cli.calls import common_options, fill_question, session_of
from cli.failure import Exit, Failure
from cli.render import print_error
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say

NOUNS = ("finding", "case")
_GET = DESCRIPTOR.services_by_name["AuditService"].methods_by_name["GetBundle"]


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """One command a noun."""
    for noun in NOUNS:
        yield (noun, "bundle"), _command(lang, noun)


def _command(lang: Language, noun: str) -> click.Command:
    def call(number: str, out: str, **given: Any) -> int:
        session = session_of(given)
        request = GetBundleRequest(about=session.builder.names.id(noun, number))
        fill_question(session, request, given)
        answer: Any = session.remote.call("audit", _GET, request)
        _write(Path(out), answer, session.lang)
        events, logs = sum(log.events for log in answer.logs), len(answer.logs)
        print_error(say("bundle_written", session.lang, file=out, events=events, logs=logs, digest=answer.digest.hex()))
        return Exit.OK

    params: list[click.Parameter] = [
        click.Argument(["number"], metavar=noun.upper(), help=say(f"named_{noun}", lang)),
        click.Option(["--out"], required=True, metavar="FILE", help=say("bundle_out", lang)),
    ]
    return Spoken(
        "bundle",
        lang=lang,
        callback=call,
        params=params,
        common=[click.Option(["--as-of"], metavar="TIME", help=say("opt_as_of", lang)), *common_options(lang, output=False)],
        help=say("bundle", lang),
        context_settings=SETTINGS,
    )


def _write(file: Path, answer: GetBundleResponse, lang: Language) -> None:
    try:
        file.write_bytes(answer.bundle)
    except OSError as error:
        raise Failure("not-written", "bundle_unwritten", lang, path=file, why=type(error).__name__) from error
