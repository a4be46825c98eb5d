"""The page docs/commands.md: every command with its arguments and options, made from the commands themselves."""

from collections.abc import Iterator

import click

from cli.calls import command_options, common_options, query_options
from cli.main import build
from cli.shape import Spoken

_HEAD = """# Commands

Made by `python libs/cli/generate.py` from the contracts and the program; never edited.

`rectify NOUN VERB [ARGUMENTS] [OPTIONS]`. Exit codes: 0 ok, 1 invalid or failed, 2 wrong usage or cannot decide, 3 not found,
4 conflict, 5 denied, 6 partial. Settings: configuration file, then environment (`RECTIFY_DATA`, `RECTIFY_AS`, `RECTIFY_OUTPUT`,
`RECTIFY_LANG`, `RECTIFY_CONTEXT`, `RECTIFY_CLI_CONFIG`, `RECTIFY_TOKEN`), then flags. Data goes to standard output, everything
else to standard error; `NO_COLOR` is respected.
"""


def page() -> str:
    """The whole page."""
    lines = [_HEAD]
    for title, options in (
        ("Options of every command that talks to a system", common_options("en")),
        ("Options of commands that record something", command_options("en")),
        ("Options of questions", query_options("en")),
    ):
        lines += [f"## {title}\n", *_table(options), ""]
    lines.append("## All commands\n")
    root = build("en")
    for path, command in _leaves(root, ()):
        context = click.Context(command, info_name=" ".join(("rectify", *path)))
        usage = " ".join(command.collect_usage_pieces(context))
        lines += [f"### {' '.join(path)}\n", f"`rectify {' '.join(path)} {usage}`\n", (command.help or "").strip(), ""]
        arguments = [p for p in command.params if isinstance(p, click.Argument)]
        common = command.common if isinstance(command, Spoken) else ()
        options = [p for p in command.params if isinstance(p, click.Option) and p not in common]
        if arguments:
            lines += ["| argument | |", "|---|---|", *(f"| `{p.make_metavar(context)}` | {_cell(p.help)} |" for p in arguments), ""]
        if options:
            lines += [*_table(options), ""]
    return "\n".join(lines).rstrip() + "\n"


def _leaves(group: click.Group, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from _leaves(command, (*path, name))
        else:
            yield (*path, name), command


def _table(options: list[click.Option]) -> list[str]:
    context = click.Context(click.Command("rectify"))
    rows = []
    for option in options:
        record = option.get_help_record(context)
        if record is not None:
            rows.append(f"| `{record[0]}` | {_cell(option.help)} |".replace("[zh|en]", "zh\\|en"))
    return ["| option | |", "|---|---|", *rows] if rows else []


def _cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|")
