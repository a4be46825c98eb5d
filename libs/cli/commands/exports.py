"""`rectify audit export`: the mirrored logs as files, Parquet to ask questions of, or whole logs that `rectify verify` checks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rectify.audit.v1.audit_service_pb2 import DESCRIPTOR, ListSourcesRequest, MirroredSource, ReadMirrorRequest

from cli.calls import common_options, output_of, session_of
from cli.commands.replays import WALLED
from cli.failure import Exit, Failure
from cli.render import print_error
from cli.session import Session
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say
from translog.errors import TranslogError
from translog.export import export_lines
from translog.policy import Policy

_AUDIT = DESCRIPTOR.services_by_name["AuditService"].methods_by_name
FORMS = ("parquet", "log")
_COLUMNS = ("file", "source", "month", "events", "first", "last", "sha256")


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`audit export --out DIR`."""
    # `--out` is a folder here, and what is shown is the list of its files.
    common = [option for option in common_options(lang) if option.name != "out"]
    yield (
        ("audit", "export"),
        Spoken(
            "export",
            lang=lang,
            callback=_export,
            params=[
                click.Option(["--out", "folder"], required=True, metavar="DIR", help=say("export_out", lang)),
                click.Option(
                    ["--format", "form"], type=click.Choice(["parquet", "log"]), default="parquet", help=say("export_form", lang)
                ),
                click.Option(["--service"], metavar="NAME", help=say("replay_service", lang)),
                click.Option(["--policy"], metavar="FILE", help=say("export_policy", lang)),
            ],
            common=common,
            help=say("export", lang),
            context_settings=SETTINGS,
        ),
    )


def _export(folder: str, form: str, service: str | None, policy: str | None, **given: Any) -> int:
    session = session_of(given)
    output = output_of(session, given)
    if service in WALLED:
        raise Failure("walled", "walled", session.lang, next_key="walled_next", service=service, exit=Exit.DENIED)
    answer: Any = session.remote.call("audit", _AUDIT["ListSources"], ListSourcesRequest())
    sources = [one for one in answer.sources if service in (None, _service(one)) and _service(one) not in WALLED]
    write = _months if form == FORMS[0] else _log
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    lines: list[dict[str, Any]] = []
    try:
        for one in sources:
            lines += write(session, one, out, policy)
    except TranslogError as error:
        raise Failure("not-exported", "not_exported", session.lang, why=error.text(session.lang), exit=Exit.FAILED) from error
    output.rows(lines, [name for name in _COLUMNS if form == FORMS[0] or name != "month"])
    if service is None:
        print_error(say("export_walled", session.lang, services=", ".join(WALLED)))
    return Exit.OK


def _months(session: Session, one: MirroredSource, out: Path, policy: str | None) -> Iterator[dict[str, Any]]:
    from cli.exporting import Row, write_months  # brings a library that no other command should wait for

    del policy  # nothing is signed in it
    rows = (Row(row.position, row.pub or None, row.state, row.leaf) for row in _rows(session, one.source, one.position))
    for written in write_months(one.source, rows, out):
        yield {name: str(getattr(written, name)) if name == "file" else getattr(written, name) for name in _COLUMNS}


def _log(session: Session, one: MirroredSource, out: Path, policy: str | None) -> Iterator[dict[str, Any]]:
    """The whole log under its newest cosigned checkpoint; what was recorded after that is in the next export."""
    from cli.exporting import named, sha256_of

    if not one.cosigned:
        print_error(say("export_uncosigned", session.lang, source=one.source))
        return
    trusted = Policy.parse(_policy(session, policy).read_bytes())
    states = ((row.position, row.state) for row in _rows(session, one.source, one.cosigned))
    file, fresh = out / f"{named(one.source)}.export", out / f".{named(one.source)}.export"
    try:
        with fresh.open("wb") as opened:
            opened.writelines(export_lines(one.checkpoint.encode(), states, trusted))
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
    about = {"file": str(file), "source": one.source, "events": one.cosigned, "first": 1, "last": one.cosigned}
    yield {**about, "sha256": sha256_of(file)}


def _policy(session: Session, given: str | None) -> Path:
    """The policy file given, or that of the system on this machine."""
    if given:
        return Path(given)
    if session.context.data is None:
        raise Failure("missing", "export_no_policy", session.lang, next_key="export_no_policy_next")
    return session.context.data / "policy.txt"


def _rows(session: Session, source: str, size: int) -> Iterator[Any]:
    """The mirrored rows of an origin up to a position, a page at a time."""
    after = 0
    while after < size:
        request = ReadMirrorRequest(source=source, after=after, limit=min(1000, size - after))
        page: Any = session.remote.call("audit", _AUDIT["ReadMirror"], request)
        if not page.rows:
            return
        yield from page.rows
        after = page.rows[-1].position


def _service(one: MirroredSource) -> str:
    return one.source.split("/")[1]
