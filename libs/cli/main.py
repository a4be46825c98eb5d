"""The program `rectify`: builds its commands from the contracts, and turns every ending into an exit code."""

import importlib.metadata
import sys
from collections.abc import Mapping, Sequence
from typing import cast, get_args

import click

from chassis.refusals import Refused
from cli.calls import command_of
from cli.commands import own_commands, presenters
from cli.contracts import verbs
from cli.failure import Exit, Failure
from cli.names import NotAPost
from cli.remote import exit_of
from cli.request import WrongValue
from cli.shape import SETTINGS, SpokenGroup, attach
from cli.words import Language, group_summary, language, say
from kernel.errors import Refusal


def build(lang: Language) -> SpokenGroup:
    """All commands, speaking one language."""
    version = click.version_option(
        importlib.metadata.version("rectify-cli") if _installed() else "0", message="%(prog)s %(version)s"
    )
    root = SpokenGroup(
        "rectify",
        lang=lang,
        help=_ABOUT[lang],
        context_settings=SETTINGS,
        params=[click.Option(["--lang"], type=click.Choice(["zh", "en"]), expose_value=False, help=say("opt_lang", lang))],
        no_args_is_help=True,
    )
    version(root)
    for verb in verbs().values():
        attach(root, verb.words, command_of(verb, lang, presenters().get(verb.text)), lambda words: group_summary(words, lang))
    for words, command in own_commands(lang):
        attach(root, words, command, lambda words: group_summary(words, lang))
    return root


_ABOUT: Mapping[str, str] = {
    "en": "Supervises the full cycle of rectification of inspection findings, with a history anyone can check.",
    "zh": "对巡视巡察整改全周期进行监督管理，全部历史可供任何人核验。",
}


def _installed() -> bool:
    try:
        importlib.metadata.version("rectify-cli")
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def said_language(arguments: Sequence[str]) -> Language | None:
    """The language that the arguments ask for, wherever they say it: known before any command is built."""
    for n, argument in enumerate(arguments):
        flag, equals, value = argument.partition("=")
        if flag == "--lang":
            said = value if equals else next(iter(arguments[n + 1 : n + 2]), "")
            if said in get_args(Language):
                return cast(Language, said)
    return None


def main(arguments: Sequence[str] | None = None) -> None:
    """Run, and leave with the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(run(given))


def run(arguments: Sequence[str]) -> int:
    """The exit code of a command line; whatever is said goes to standard output (data) and standard error (the rest)."""
    said = said_language(arguments)
    lang = said or language()
    try:
        outcome = build(lang).main(list(arguments), prog_name="rectify", standalone_mode=False, obj=said)
        return outcome if isinstance(outcome, int) else Exit.OK
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        sys.stdout.write(error.format_message() + "\n")
        return Exit.OK
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx is not None else "rectify"
        _tell(lang, "usage", error.format_message(), "", say("see_help", lang, command=path))
        return Exit.USAGE
    except click.ClickException as error:
        _tell(lang, "failed", error.format_message(), "", "")
        return Exit.FAILED
    except NotAPost as error:
        _tell(lang, "not-a-post", error.text(lang), "", say("not_a_post_next", lang))
        return Exit.USAGE
    except WrongValue as error:
        _tell(lang, "wrong-value", error.text(lang), error.path, say("correct_value", lang))
        return Exit.USAGE
    except Failure as error:
        _tell(lang, error.code, error.what, error.where, error.next)
        return error.exit
    except (Refused, Refusal) as error:
        _tell(lang, error.code, error.text(lang), error.field, error.next_step(lang))
        return exit_of(error.kind)
    except BrokenPipeError:
        sys.stderr.close()  # nobody listens any more; closing keeps the interpreter from complaining about it
        return Exit.FAILED
    except OSError as error:
        _tell(lang, "file", file_fault(error, lang), str(error.filename or ""), say("file_next", lang))
        return Exit.USAGE if isinstance(error, _NOT_READABLE) else Exit.FAILED
    except (KeyboardInterrupt, click.Abort):
        _tell(lang, "interrupted", say("interrupted", lang), "", "")
        return 130


def file_fault(error: OSError, lang: Language) -> str:
    """Why a file of this machine could not be read or written, in words."""
    for kind, key in _FILE_FAULTS:
        if isinstance(error, kind):
            return say(key, lang)
    return error.strerror or str(error)


_FILE_FAULTS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "file_missing"),
    (IsADirectoryError, "file_folder"),
    (NotADirectoryError, "file_missing"),
    (PermissionError, "file_denied"),
)


_NOT_READABLE = tuple(kind for kind, _ in _FILE_FAULTS)


def _tell(lang: Language, code: str, what: str, where: str, next_step: str) -> None:
    lines = [f"{say('error', lang)}[{code}]: {what}"]
    if where:
        lines.append(f"  {say('where', lang)}: {where}")
    if next_step:
        lines.append(f"  {say('next', lang)}: {next_step}")
    sys.stderr.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
