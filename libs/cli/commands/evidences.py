"""`rectify evidence add` and `replace`: a file goes to where files are kept, its hash into the record."""

import hashlib
import mimetypes
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from google.protobuf.message import Message
from rectify.files.v1 import files_service_pb2
from rich.progress import Progress

from cli import flags
from cli.calls import command_options, common_options, fill_command, give, output_of, request_of, session_of
from cli.contracts import Verb, find
from cli.failure import Exit
from cli.render import console
from cli.session import Session
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say, summary

CHUNK = 256 * 1024
_FILES = "rectify.files.v1.FilesService"
_OF_FILE = ("name", "sha256", "size", "media_type")


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`evidence add FINDING FILE`, `evidence replace FINDING EVIDENCE FILE`, `evidence get SHA256 --out FILE`."""
    for words in ("evidence add", "evidence replace"):
        verb = find(words)
        if verb is not None:
            yield verb.words, _command(lang, verb)
    yield (
        ("evidence", "fetch"),
        Spoken(
            "fetch",
            lang=lang,
            callback=_fetch,
            params=[
                click.Argument(["sha256"], help=say("evidence_sha256", lang)),
                click.Option(["--out"], metavar="FILE", required=True, help=say("opt_to", lang)),
                click.Option(["--service"], default="findings", show_default=True, help=say("evidence_service", lang)),
            ],
            common=common_options(lang, output=False),
            help=say("evidence_fetch", lang),
            context_settings=SETTINGS,
        ),
    )


def _command(lang: Language, verb: Verb) -> Spoken:
    taken = {flags.PREFIX + name for name in _OF_FILE}
    params = [parameter for parameter in flags.parameters(verb, lang) if parameter.name not in taken]
    positional = [parameter for parameter in params if isinstance(parameter, click.Argument)]
    file = click.Argument(["file"], type=click.Path(path_type=Path), help=say("evidence_file", lang))
    name = click.Option(["--name", "shown"], metavar="NAME", help=say("evidence_name", lang))
    rest = [parameter for parameter in params if parameter not in positional]

    def call(**given: Any) -> int:
        session = session_of(given)
        path: Path = given["file"]
        shown = given["shown"] or path.name
        sha256, size = measured(path)
        kind = mimetypes.guess_type(shown)[0] or "application/octet-stream"
        found = {"name": shown, "sha256": sha256, "size": str(size), "media_type": kind}
        request = request_of(session, verb, given | {flags.PREFIX + key: value for key, value in found.items()})
        upload(session, verb.service, path, sha256, size)
        fill_command(session, request, given)
        give(session, output_of(session, given), verb, request)
        return Exit.OK

    return Spoken(
        verb.words[-1],
        lang=lang,
        callback=call,
        params=[*positional, file, name, *rest],
        common=[*command_options(lang), *common_options(lang)],
        help=summary(verb, lang),
        context_settings=SETTINGS,
    )


def measured(path: Path) -> tuple[str, int]:
    """SHA-256 (hex) and size in bytes of a file."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest(), path.stat().st_size


def upload(session: Session, service: str, path: Path, sha256: str, size: int) -> None:
    """Send a file in pieces, showing how far on standard error.

    Raises:
        Refused: it was not kept, for instance because it changed on the way.
    """
    with Progress(console=console(sys.stderr), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task(path.name, total=size)

        def pieces() -> Iterator[Message]:
            header = files_service_pb2.PutFileRequest.Header(sha256=sha256, size=size)
            yield files_service_pb2.PutFileRequest(header=header)
            with path.open("rb") as source:
                while chunk := source.read(CHUNK):
                    progress.update(task, advance=len(chunk))
                    yield files_service_pb2.PutFileRequest(chunk=chunk)

        session.remote.send(service, f"{_FILES}/PutFile", pieces())


def _fetch(**given: Any) -> int:
    session = session_of(given)
    parts: Any = session.remote.receive(
        given["service"], f"{_FILES}/GetFile", files_service_pb2.GetFileRequest(sha256=given["sha256"])
    )
    Path(given["out"]).write_bytes(b"".join(part.chunk for part in parts))
    return Exit.OK
