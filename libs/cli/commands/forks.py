"""`rectify recover fork`, `recover custodian`: a log whose signed end is nowhere goes on under another origin (R6)."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rectify.log.v1 import log_service_pb2
from rectify.log.v1.log_service_pb2 import GetMentionsRequest
from rectify.recovery.v1 import recovery_service_pb2
from rectify.recovery.v1.recovery_service_pb2 import Custodian, ForkLogRequest

from chassis.refusals import Refused
from cli.calls import common_options, output_of, output_options, session_of
from cli.failure import Failure
from cli.render import print_error
from cli.session import Session
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say
from kernel.context import SYSTEM
from kernel.errors import Refusal
from translog.codec import b64encode
from translog.errors import TranslogError
from translog.note import ED25519, SignerKey
from translog.receipt import read_held, read_receipt

_FORK = recovery_service_pb2.DESCRIPTOR.services_by_name["RecoveryService"].methods_by_name["ForkLog"]
_MENTIONS = log_service_pb2.DESCRIPTOR.services_by_name["LogService"].methods_by_name["GetMentions"]
_MIRROR = "audit"
_COLUMNS = ["what", "who", "position", "detail"]


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`recover fork SERVICE`, `recover custodian NAME`."""
    path = click.Path(path_type=Path)
    yield (
        ("recover", "fork"),
        Spoken(
            "fork",
            lang=lang,
            callback=lambda **given: _fork(lang, given),
            params=[
                click.Argument(["service"], metavar="SERVICE", help=say("recover_service", lang)),
                click.Option(["--dry-run", "dry"], is_flag=True, help=say("fork_dry", lang)),
                click.Option(["--custodian", "keys"], multiple=True, type=path, metavar="FILE", help=say("fork_custodian", lang)),
                click.Option(["--receipts", "files"], multiple=True, type=path, metavar="FILE", help=say("fork_receipts", lang)),
            ],
            common=[*common_options(lang, output=False), *output_options(lang)],
            help=say("recover_fork", lang),
            context_settings=SETTINGS,
        ),
    )
    yield (
        ("recover", "custodian"),
        Spoken(
            "custodian",
            lang=lang,
            callback=lambda **given: _custodian(lang, given),
            params=[
                click.Argument(["name"], metavar="NAME", help=say("custodian_name", lang)),
                click.Option(["--out"], required=True, type=path, metavar="FILE", help=say("custodian_out", lang)),
            ],
            common=[click.Option(["--lang"], type=click.Choice(["zh", "en"]), expose_value=False, help=say("opt_lang", lang))],
            help=say("custodian_new", lang),
            context_settings=SETTINGS,
        ),
    )


def _custodian(lang: Language, given: dict[str, Any]) -> int:
    try:
        signer = SignerKey(given["name"], ED25519, secrets.token_bytes(32))
    except ValueError as error:
        raise Failure("key-malformed", "custodian_bad", lang, why=str(error)) from error
    with os.fdopen(os.open(given["out"], os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(signer.export() + "\n")
    click.echo(str(signer.verifier))
    return 0


def _fork(lang: Language, given: dict[str, Any]) -> int:
    session = session_of(given)
    signers = [_signer(path, lang) for path in given["keys"]]
    lost: Any = _call(session, given["service"], ForkLogRequest(dry_run=True))
    rows = [
        {"what": "known", "who": one.who, "position": one.size, "detail": "signed" if one.signed else ""} for one in lost.holders
    ]
    rows += list(_mentions(session, lost))
    rows += [row for file in given["files"] for row in _receipts(file, lost, lang)]
    output_of(session, given).rows(rows, _COLUMNS)
    words = {name: getattr(lost, name) for name in ("former", "fresh", "vkey", "size", "sealed", "known")}
    words["lost"] = lost.known - lost.size
    if given["dry"]:
        print_error(say("fork_loses", lang, **words))
        return 0
    signed = [Custodian(vkey=str(one.verifier), signature=b64encode(one.sign(lost.statement).value)) for one in signers]
    _call(session, given["service"], ForkLogRequest(custodians=signed))
    print_error(say("fork_done", lang, **words))
    return 0


def _call(session: Session, service: str, request: ForkLogRequest) -> Any:
    token = session.issuer.issue(SYSTEM, "operator") if session.has_issuer else None
    return session.remote.call(service, _FORK, request, token)


def _signer(path: Path, lang: Language) -> SignerKey:
    try:
        return SignerKey.parse(path.read_text("utf-8").strip())
    except (TranslogError, UnicodeDecodeError) as error:
        raise Failure("key-malformed", "custodian_bad", lang, why=f"{path.name}: {error}") from error


def _mentions(session: Session, lost: Any) -> Iterator[dict[str, Any]]:
    """What other logs rest on: events of this one that are no more."""
    token = session.issuer.issue(SYSTEM, "operator") if session.has_issuer else None
    try:
        answer: Any = session.remote.call(_MIRROR, _MENTIONS, GetMentionsRequest(source=lost.former, after=lost.size), token)
    except (Refused, Refusal) as refusal:
        print_error(say("fork_unasked", session.lang, why=refusal.text(session.lang)))
        return
    for one in answer.mentions:
        yield _row("cause", f"{one.source}:{one.position}", int(one.cause.rpartition(":")[2]), one.topic)


def _receipts(file: Path, lost: Any, lang: Language) -> Iterator[dict[str, Any]]:
    """What a holder was told that is no more."""
    with file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            where = f"{file.name}:{number}"
            try:
                receipt = read_receipt(read_held(line.removesuffix(b"\n"), where).receipt, where)
            except TranslogError as error:
                print_error(say("fork_unread", lang, where=where, why=error.text(lang)))
                continue
            if receipt.origin != lost.former:
                continue
            for entry in receipt.entries:
                if entry.position > lost.size:
                    yield _row("receipt", where, entry.position, receipt.command)


def _row(what: str, who: str, position: int, detail: str) -> dict[str, Any]:
    return dict(zip(_COLUMNS, (what, who, position, detail), strict=True))
