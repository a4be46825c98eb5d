"""Groups and commands of the command line: help in two languages, near misses named."""

import difflib
from collections.abc import Callable, Sequence
from typing import Any, override

import click

from cli.words import Language, say


class Spoken(click.Command):
    """A command whose help speaks one language.

    Args:
        lang: language of headings and common options.
        common: options that many commands share; they are listed last.
    """

    def __init__(self, *arguments: Any, lang: Language, common: Sequence[click.Option] = (), **settings: Any) -> None:
        self.lang = lang
        self.common = tuple(common)
        settings["params"] = [*settings.get("params", ()), *common]
        super().__init__(*arguments, **settings)

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("opt_help", self.lang)
        return option

    @override
    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=say("usage", self.lang) + ": ")

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        own: list[tuple[str, str]] = []
        common: list[tuple[str, str]] = []
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None and not isinstance(parameter, click.Argument):
                (common if parameter in self.common or (self.common and parameter.name == "help") else own).append(record)
        for key, rows in (("options", own), ("common_options", common)):
            if rows:
                with formatter.section(say(key, self.lang)):
                    formatter.write_dl(rows)

    @override
    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [record for p in self.params if isinstance(p, click.Argument) and (record := p.get_help_record(ctx))]
        if rows:
            with formatter.section(say("arguments", self.lang)):
                formatter.write_dl(rows)


class SpokenGroup(Spoken, click.Group):
    """A noun: commands below it, listed with what they do."""

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        Spoken.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        shown = [
            (name, command) for name in self.list_commands(ctx) if (command := self.get_command(ctx, name)) and not command.hidden
        ]
        rows = [(name, command.get_short_help_str(200)) for name, command in shown]
        if rows:
            with formatter.section(say("commands", self.lang)):
                formatter.write_dl(rows)

    @override
    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            text = say("unknown_command", self.lang, command=f"{ctx.command_path} {name}")
            near = difflib.get_close_matches(name, self.list_commands(ctx), n=3)
            if near:
                text += "; " + say("did_you_mean", self.lang, near=", ".join(near))
            raise click.UsageError(text, ctx)
        return super().resolve_command(ctx, args)


def group(name: str, lang: Language, help: str = "") -> SpokenGroup:
    """An empty noun."""
    return SpokenGroup(name, lang=lang, help=help, context_settings=SETTINGS)


SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 120}


def attach(root: SpokenGroup, words: Sequence[str], command: click.Command, describe: Callable[[tuple[str, ...]], str]) -> None:
    """Hang a command below its nouns; a later one replaces an earlier one of the same words.

    Raises:
        TypeError: one of the nouns is already a command that takes arguments.
    """
    place = root
    for depth, word in enumerate(words[:-1], 1):
        found = place.commands.get(word)
        if found is None:
            found = group(word, root.lang, describe(tuple(words[:depth])))
            place.add_command(found)
        if not isinstance(found, SpokenGroup):
            raise TypeError(f"{' '.join(words)}: {word!r} is a command already")
        place = found
    command.name = words[-1]
    if isinstance(place.commands.get(words[-1]), SpokenGroup):
        raise TypeError(f"{' '.join(words)} is a noun with commands of its own")
    place.add_command(command)
