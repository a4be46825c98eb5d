"""Reports as text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from translog.errors import Language
from translog.report.content import Section, content_of
from translog.report.words import label
from translog.verdict import Verdict


def to_text(verdict: Verdict, language: Language) -> str:
    """The report as text, with its newline; nothing in it can steer a terminal."""
    return "".join(f"{line}\n" for line in _lines(verdict, language))


def _lines(verdict: Verdict, language: Language) -> Iterator[str]:
    content = content_of(verdict, language)
    yield f"{label('verdict', language)}: {content.headline}"
    for section in content.before:
        yield from _section(section)
    if content.events:
        yield ""
        yield f"{content.events_heading} ({label('utc', language)})"
        for event in content.events:
            yield tame(event.heading)
            yield tame(f"    {'; '.join(event.facts)}")
            for path, value in event.fields:
                yield tame(f"    {path}: {value}")
    for section in content.after:
        yield from _section(section, "- ")


def _section(section: Section, mark: str = "") -> Iterator[str]:
    yield ""
    yield tame(section.heading)
    for line in section.lines:
        yield tame(f"  {mark}{line}")


def tame(text: str) -> str:
    """Text without control and direction characters, which are shown by their numbers: a field must not forge lines."""
    return "".join(_visible(c) for c in text)


def _visible(character: str) -> str:
    if unicodedata.category(character) in _UNSEEN:
        return f"\\u{{{ord(character):x}}}"
    return character


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
