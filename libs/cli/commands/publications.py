"""`disclosure proof`: a published notice and its proof as files, which `rectify verify` checks without any server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rectify.publicity.v1.disclosure_pb2 import GetDisclosureProofRequest
from rectify.publicity.v1.publicity_service_pb2 import DESCRIPTOR

from cli.calls import common_options, fill_question, session_of
from cli.failure import Exit, Failure
from cli.render import print_error
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say

_GET = DESCRIPTOR.services_by_name["PublicityService"].methods_by_name["GetDisclosureProof"]


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`disclosure proof CASE SCOPE --out FOLDER`, in place of the bare call."""

    def call(case: str, scope: str, out: str, version: int, **given: Any) -> int:
        session = session_of(given)
        request = GetDisclosureProofRequest(case=session.builder.names.id("case", case), scope=scope, version=version)
        fill_question(session, request, given)
        answer: Any = session.remote.call("publicity", _GET, request)
        stem = f"{answer.notice}-v{answer.version}"
        files = {f"{stem}.proof.json": answer.proof, "policy.txt": answer.policy}
        if answer.document:
            files[f"{stem}.json"] = answer.document
        for name, text in files.items():
            _write(Path(out) / name, text, session.lang)
        said = say("proof_written", session.lang, folder=out, files=", ".join(sorted(files)), digest=answer.proof_sha256)
        print_error(said)
        return Exit.OK

    params: list[click.Parameter] = [
        click.Argument(["case"], metavar="CASE", help=say("named_case", lang)),
        click.Argument(["scope"], type=click.Choice(["public", "party"]), metavar="SCOPE", help=say("proof_scope", lang)),
        click.Option(["--out"], required=True, metavar="FOLDER", help=say("proof_out", lang)),
        click.Option(["--version"], type=int, default=0, metavar="N", help=say("proof_version", lang)),
    ]
    command = Spoken(
        "proof",
        lang=lang,
        callback=call,
        params=params,
        common=[*common_options(lang, output=False)],
        help=say("proof", lang),
        context_settings=SETTINGS,
    )
    yield ("disclosure", "proof"), command


def _write(file: Path, text: str, lang: Language) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise Failure("not-written", "bundle_unwritten", lang, path=file, why=type(error).__name__) from error
