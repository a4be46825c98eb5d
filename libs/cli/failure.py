"""Why a command line ended badly, and the exit code that says so to scripts."""

from enum import IntEnum

from cli.words import Language, say


class Exit(IntEnum):
    """Exit codes."""

    OK = 0
    FAILED = 1  # invalid or failed
    USAGE = 2  # wrong usage, or cannot decide
    NOT_FOUND = 3
    CONFLICT = 4
    DENIED = 5
    PARTIAL = 6  # some of many


class Failure(Exception):
    """Something that a person must be told: code, what is wrong, where, what to do next.

    Args:
        code: stable, kebab-case.
        key: text in words.yaml, filled with `values`.
        lang: language to say it in.
        next_key: text of the next step, "" for none.
        where: what it is about, "" when the text says it.
        exit: exit code.
    """

    def __init__(
        self, code: str, key: str, lang: Language, *, next_key: str = "", where: str = "", exit: Exit = Exit.USAGE, **values: object
    ) -> None:
        self.code, self.where, self.exit = code, where, exit
        self.what = say(key, lang, **values)
        self.next = say(next_key, lang, **values) if next_key else ""
        super().__init__(self.what)
