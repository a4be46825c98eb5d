"""`rectify recover`: what a service's database has lost at its end and putting it back, and another key for its log."""

from collections.abc import Iterator
from typing import Any

import click
from rectify.recovery.v1 import recovery_service_pb2
from rectify.recovery.v1.recovery_service_pb2 import RecoverSuffixRequest, RotateKeyRequest

from cli.calls import common_options, output_of, output_options, session_of
from cli.failure import Exit
from cli.render import print_error
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say
from kernel.context import SYSTEM

_SUFFIX = recovery_service_pb2.DESCRIPTOR.services_by_name["RecoveryService"].methods_by_name["RecoverSuffix"]
_ROTATE = recovery_service_pb2.DESCRIPTOR.services_by_name["RecoveryService"].methods_by_name["RotateKey"]
_COLUMNS = ["who", "size", "signed"]


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`recover suffix SERVICE`, `recover rotate-key SERVICE`."""
    yield (
        ("recover", "suffix"),
        Spoken(
            "suffix",
            lang=lang,
            callback=lambda **given: _suffix(lang, given),
            params=[
                click.Argument(["service"], metavar="SERVICE", help=say("recover_service", lang)),
                click.Option(["--dry-run", "dry"], is_flag=True, help=say("recover_dry", lang)),
            ],
            common=[*common_options(lang, output=False), *output_options(lang)],
            help=say("recover_suffix", lang),
            context_settings=SETTINGS,
        ),
    )
    yield (
        ("recover", "rotate-key"),
        Spoken(
            "rotate-key",
            lang=lang,
            callback=lambda **given: _rotate(lang, given),
            params=[
                click.Argument(["service"], metavar="SERVICE", help=say("recover_service", lang)),
                click.Option(["--dry-run", "dry"], is_flag=True, help=say("rotate_dry", lang)),
            ],
            common=[*common_options(lang, output=False), *output_options(lang)],
            help=say("recover_rotate", lang),
            context_settings=SETTINGS,
        ),
    )


def _suffix(lang: Language, given: dict[str, Any]) -> int:
    session = session_of(given)
    token = session.issuer.issue(SYSTEM, "operator") if session.has_issuer else None
    answer: Any = session.remote.call(given["service"], _SUFFIX, RecoverSuffixRequest(dry_run=given["dry"]), token)
    rows = [{"who": one.who, "size": one.size, "signed": one.signed} for one in answer.holders]
    output_of(session, given).rows([*rows, {"who": "rows", "size": answer.position, "signed": False}], _COLUMNS)
    whole = answer.position >= answer.known
    key = "recover_whole" if whole else "recover_could" if given["dry"] and answer.restored else "recover_not"
    print_error(
        say(
            key,
            lang,
            source=answer.source,
            position=answer.position,
            known=answer.known,
            restored=answer.restored,
            beyond=answer.beyond,
            why=answer.why,
        )
    )
    return 0 if whole or key == "recover_could" else Exit.FAILED


def _rotate(lang: Language, given: dict[str, Any]) -> int:
    session = session_of(given)
    token = session.issuer.issue(SYSTEM, "operator") if session.has_issuer else None
    answer: Any = session.remote.call(given["service"], _ROTATE, RotateKeyRequest(dry_run=given["dry"]), token)
    rows = [{"key": key, "signs": False} for key in answer.known] + [{"key": answer.present, "signs": True}]
    output_of(session, given).rows(rows, ["key", "signs"])
    if given["dry"]:
        return 0
    key = "rotate_done" if answer.present == answer.fresh else "rotate_waits"
    said = {"source": answer.source, "position": answer.position, "sealed": answer.sealed}
    print_error(say(key, lang, **said, former=answer.former, fresh=answer.fresh))
    return 0
