"""Turns what people write (numbers, codes, `ROLE@ORG#n`) into ids."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from cli.words import Language, say
from kernel.context import named

# Kinds whose number has parts, `ROUND/ORG` or `ROUND/ORG/n`; any other number is one part, whatever characters it holds.
COMPOSED = frozenset({"case", "feedback", "handover"})
KINDS = COMPOSED | {
    "accountability",
    "action",
    "consolidation",
    "consultation",
    "evaluation",
    "finding",
    "key_list",
    "lead",
    "letter",
    "lookback",
    "notification",
    "org",
    "problem",
    "round",
    "round_report",
    "scheme",
    "survey",
    "typical",
}

_ID = re.compile(r"[0-9a-f]{32}")
_POST = re.compile(r"(?P<role>[a-z][a-z_:]*)(?:@(?P<org>[^#\s]+))?(?:#(?P<n>[1-9][0-9]*))?")


class NotAPost(ValueError):
    """Not of the form ROLE[@ORG][#n].

    Args:
        given: what was written. key: the text that says so in every language.
    """

    def __init__(self, given: str, key: str = "not_a_post") -> None:
        self._given, self._key = given, key
        super().__init__(self.text("en"))

    def text(self, lang: Language) -> str:
        """What is wrong."""
        return say(self._key, lang, given=repr(self._given))


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody named by the post held: `handler@CGJ#2` is the second handler of CGJ.

    Attributes:
        role: role in the system.
        org: code of the organ, "" when any.
        n: which person of that role, from 1.
    """

    role: str
    org: str = ""
    n: int = 1

    @classmethod
    def parse(cls, text: str) -> "Post":
        """From `ROLE[@ORG][#n]`.

        Raises:
            NotAPost: the text has another form.
        """
        found = _POST.fullmatch(text.strip())
        if not found:
            raise NotAPost(text)
        return cls(found["role"], found["org"] or "", int(found["n"] or 1))

    def __str__(self) -> str:
        return self.role + (f"@{self.org}" if self.org else "") + (f"#{self.n}" if self.n > 1 else "")


def _nobody(text: str) -> str:
    raise NotAPost(text, "no_persons_here")


@dataclass(frozen=True, slots=True)
class Names:
    """Numbers to ids.

    Attributes:
        person: looks a person up by `ROLE@ORG#n` or `NAME` and returns the id.
        aliases: names given in the work at hand, by kind and name (a scenario's labels).
        said: what was written for each id so far, so that a refusal can be put in the same words.
    """

    person: Callable[[str], str] = _nobody
    aliases: dict[tuple[str, str], str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)

    def id(self, kind: str, text: str) -> str:
        """The id of what people call `text`.

        Args:
            kind: the contract's word ("finding", "org", "case", "person", …); a text may name another kind of its
                own: `case:2026-1/CGJ` where a finding is the default.
            text: number, code, `ROUND/ORG`, `ROLE@ORG#n`, or an id, which is returned as it is.
        """
        text = text.strip()
        head, colon, tail = text.partition(":")
        if colon and head in KINDS | {"person"}:
            kind, text = head, tail.strip()
        if (kind, text) in self.aliases:
            return self.aliases[kind, text]
        if _ID.fullmatch(text):
            return text
        if kind == "person":
            person = self.person(text)
            self.said[person] = text
            return person
        found = named(kind, *(text.split("/") if kind in COMPOSED else (text,)))
        self.said[found] = text
        return found
