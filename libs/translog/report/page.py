"""Reports as a single page of HTML that loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from translog.errors import Language
from translog.report.content import EventLine, Section, content_of
from translog.report.plain import tame
from translog.report.words import label
from translog.verdict import Outcome, Verdict

_TAGS = {"en": "en", "zh": "zh-CN"}
_CLASSES = {Outcome.VALID: "valid", Outcome.INVALID: "invalid", Outcome.UNDECIDED: "undecided"}
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}"
    "h1{font-size:1.3rem}h2{font-size:1.05rem;margin:1.5rem 0 .3rem}ul{margin:0;padding-left:1.2rem}"
    ".verdict{font-size:1.5rem;font-weight:700;padding:.6rem 1rem;border-left:.5rem solid}"
    ".valid{color:#0a5c2b}.invalid{color:#a30d1d}.undecided{color:#7a5200}"
    "article{border-top:1px solid #ccc;padding:.5rem 0}h3{font-size:1rem;margin:0}article p{margin:0;color:#555}"
    "dl{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:0 1rem;margin:.2rem 0}dt{color:#555}"
    "dd{margin:0;white-space:pre-wrap}"
)


def to_html(verdict: Verdict, language: Language) -> str:
    """The report as one page; everything that comes from the file is escaped."""
    return "".join(f"{line}\n" for line in _lines(verdict, language))


def _lines(verdict: Verdict, language: Language) -> Iterator[str]:
    content = content_of(verdict, language)
    yield "<!doctype html>"
    yield f'<html lang="{_TAGS[language]}"><head><meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{_safe(content.title)}</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>{_safe(content.title)}</h1>"
    yield f'<p class="verdict {_CLASSES[verdict.outcome]}">{_safe(content.headline)}</p>'
    for section in content.before:
        yield from _section(section)
    if content.events:
        yield f"<h2>{_safe(content.events_heading)}</h2><p>{_safe(label('utc', language))}</p>"
        for event in content.events:
            yield from _event(event)
    for section in content.after:
        yield from _section(section)
    yield "</body></html>"


def _section(section: Section) -> Iterator[str]:
    yield f"<section><h2>{_safe(section.heading)}</h2><ul>"
    for line in section.lines:
        yield f"<li>{_safe(line)}</li>"
    yield "</ul></section>"


def _event(event: EventLine) -> Iterator[str]:
    yield f"<article><h3>{_safe(event.heading)}</h3><p>{_safe('; '.join(event.facts))}</p>"
    if event.fields:
        yield "<dl>"
        for path, value in event.fields:
            yield f"<dt>{_safe(path)}</dt><dd>{_safe(value)}</dd>"
        yield "</dl>"
    yield "</article>"


def _safe(text: str) -> str:
    return escape(tame(text))
