"""`rectify completion`: the script that makes a shell complete commands and flags."""

from collections.abc import Iterator

import click
from click.shell_completion import get_completion_class

from cli.shape import SETTINGS, Spoken
from cli.words import Language

_HELP = {
    "en": 'Print the completion script of a shell. For bash: eval "$(rectify completion bash)".',
    "zh": '输出命令补全脚本。bash 用法：eval "$(rectify completion bash)"。',
}


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`completion SHELL`."""

    def run(shell: str) -> None:
        kind = get_completion_class(shell)
        if kind is None:
            raise click.UsageError(f"no completion for {shell}")
        root = click.get_current_context().find_root().command
        click.echo(kind(root, {}, "rectify", "_RECTIFY_COMPLETE").source())

    argument = click.Argument(["shell"], type=click.Choice(["bash", "zsh", "fish"]), required=True, help="bash, zsh, fish")
    yield (
        ("completion",),
        Spoken("completion", lang=lang, callback=run, params=[argument], help=_HELP[lang], context_settings=SETTINGS),
    )
