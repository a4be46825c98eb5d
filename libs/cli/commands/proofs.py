"""`rectify verify`: the offline verifier, which needs no server; the same code as the single file."""

from collections.abc import Iterator

import click

from cli.shape import SETTINGS, Spoken
from cli.words import Language, say
from translog.__main__ import run


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`verify BUNDLE --policy FILE`, where the bundle may as well be a publication proof or an export."""

    def verify(file: str, policy: str, notice: str | None, html: str | None) -> int:
        more = [word for flag, value in (("--notice", notice), ("--html", html)) if value for word in (flag, value)]
        # Its exit codes are the command's: 0 valid, 1 invalid, 2 cannot decide.
        return run([file, "--policy", policy, "--lang", lang, *more])

    params: list[click.Parameter] = [
        click.Argument(["file"], metavar="BUNDLE", help=say("verify_file", lang)),
        click.Option(["--policy"], required=True, metavar="FILE", help=say("verify_policy", lang)),
        click.Option(["--notice"], metavar="FILE", help=say("verify_notice", lang)),
        click.Option(["--html"], metavar="FILE", help=say("verify_html", lang)),
    ]
    spoken = click.Option(["--lang"], type=click.Choice(["zh", "en"]), expose_value=False, help=say("opt_lang", lang))
    yield (
        ("verify",),
        Spoken(
            "verify",
            lang=lang,
            callback=verify,
            params=params,
            common=[spoken],
            help=say("verify_help", lang),
            context_settings=SETTINGS,
        ),
    )
