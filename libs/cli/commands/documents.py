"""`rectify document`: official documents as json, docx, xlsx or pdf, from the record or from a file, through templates."""

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cli.calls import common_options, fill_question, query_options, session_of
from cli.failure import Exit, Failure
from cli.gathering.facts import Facts
from cli.gathering.kinds import GATHERED, Choice
from cli.render import print_error
from cli.request import end_of
from cli.session import Session
from cli.shape import SETTINGS, Spoken
from cli.words import Language, language, say
from documents.catalogue import DOCUMENTS, Document, checked, offered, read, written
from documents.paper import Paper
from documents.render import render
from documents.samples import sample
from documents.templates import SUFFIXES, Templates, write_defaults

NOUN = "document"
# What they are about is more than one kind of thing.
_OWN_WORDS = frozenset({"notice", "round"})
_NUMBERS = frozenset({"version", "attempt"})
FORMS = ("json", "docx", "xlsx", "pdf")
# Data of documents is small; what is larger is another file.
_LARGEST = 50_000_000


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """One command a document, and `document templates`, `check`, `sample`, `kinds`."""
    for made in DOCUMENTS.values():
        yield (NOUN, made.kind), _command(made, lang)
    yield (NOUN, "templates"), _templates(lang)
    yield (NOUN, "check"), _check(lang)
    yield (NOUN, "sample"), _sample(lang)
    yield (NOUN, "kinds"), _kinds(lang)


def _command(made: Document, lang: Language) -> click.Command:
    gathered = GATHERED.get(made.kind)
    which = click.Argument(["which"], required=False, metavar=gathered.named.upper() if gathered else "-", help=_which(made, lang))
    params: list[click.Parameter] = [which] if gathered else []
    params += [
        click.Option(["--format", "form"], type=click.Choice(made.forms), help=say("document_format", lang)),
        click.Option(["-o", "--out", "out"], metavar="FILE", help=say("document_out", lang)),
        click.Option(["--templates"], metavar="DIR", type=click.Path(path_type=Path), help=say("document_templates_dir", lang)),
        click.Option(["--json", "data_file"], metavar="FILE", help=say("document_json", lang)),
        click.Option(["--with", "more_file"], metavar="FILE", help=say("document_with", lang)),
        *(_choice(name, lang) for name in (gathered.choices if gathered else ())),
    ]

    def run(**given: Any) -> int:
        return _make(made, given)

    asked = [option for option in query_options(lang) if "--watch" not in option.opts]
    common = [*asked, *common_options(lang, output=False)] if gathered else []
    about = say("document_help", lang, name=made.zh if lang == "zh" else made.en, forms=", ".join(made.forms))
    return Spoken(
        made.kind, lang=lang, callback=run, params=params, common=common, help=about, short_help=about, context_settings=SETTINGS
    )


def _which(made: Document, lang: Language) -> str:
    gathered = GATHERED.get(made.kind)
    if gathered is None:
        return ""
    return say(f"document_of_{made.kind}" if made.kind in _OWN_WORDS else f"named_{gathered.named}", lang)


def _choice(name: Choice, lang: Language) -> click.Option:
    said = say(f"document_{name}", lang)
    match name:
        case "version" | "attempt":
            return click.Option([f"--{name}"], type=click.IntRange(min=1), metavar="N", help=said)
        case "month":
            return click.Option(["--month"], metavar="YYYY-MM", default="", help=said)
        case "report_kind":
            kinds = click.Choice(["progress", "principal", "special", "final"])
            return click.Option(["--kind", "report_kind"], type=kinds, default="progress", help=said)
        case "special_check":
            return click.Option(["--special-check"], metavar="CODE", default="", help=said)
        case "on":
            return click.Option(["--on"], type=click.Choice(["plan", "report"]), default="plan", help=said)
        case "assisting":
            return click.Option(["--assisting"], is_flag=True, help=said)
        case "body":
            return click.Option(["--body"], type=click.Choice(["discipline", "org_dept"]), default="discipline", help=said)
        case "scope":
            return click.Option(["--scope"], type=click.Choice(["party", "public"]), default="public", help=said)


def _make(made: Document, given: Mapping[str, Any]) -> int:
    lang = _lang(given)
    form = _form(made, given, lang)
    templates = Templates(given["templates"])
    if given["data_file"]:
        if given.get("which"):
            raise Failure("document-two-sources", "document_two_sources", lang, next_key="document_two_sources_next")
        paper = read(made.kind, _bytes(given["data_file"]), given["data_file"])
        content = paper.model_dump(mode="json")
        name = Path(given["data_file"]).stem if given["data_file"] != "-" else made.kind
    else:
        if not given.get("which"):
            raise Failure(
                "missing",
                "document_which_missing" if made.kind in GATHERED else "document_json_only",
                lang,
                next_key="document_which_next",
                kind=made.kind,
            )
        session = session_of(dict(given))
        lang = session.lang
        content = gather(session, made.kind, given)
        name = f"{made.kind}-{given['which'].rpartition(':')[2].replace('/', '-')}"
    paper = _completed(made, content, given["more_file"], lang)
    _deliver(render(made.kind, paper, form, templates), given["out"], f"{name}.{form}", form, lang)
    return Exit.OK


def gather(session: Session, kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a document from a running system."""
    gathered = GATHERED[kind]
    if "month" in gathered.choices and not given["month"]:
        raise Failure("missing", "document_month_missing", session.lang, next_key="document_which_next", kind=kind)
    thing, colon, rest = given["which"].partition(":")
    named = thing if colon and thing in gathered.by else gathered.named
    about = session.builder.names.id(named, rest if named == thing and colon else given["which"])
    moment = end_of(given["as_of"], session.zone, "--as-of") if given.get("as_of") else None
    facts = Facts(
        lambda verb, request: session.remote.call(verb.service, verb.method, request),
        lambda request: fill_question(session, request, dict(given)),
        session.zone,
        moment.astimezone(session.zone).date().isoformat() if moment else "",
    )
    return gathered.by[named](
        facts, about, {name: given[name] or 0 if name in _NUMBERS else given[name] for name in gathered.choices}
    )


def _completed(made: Document, content: dict[str, Any], file: str | None, lang: Language) -> Paper:
    """The record's data with what the record does not hold; nothing that it holds can be said otherwise.

    Raises:
        Failure: the file says something else than the record.
        DataInvalid: it says something that the document has no place for.
    """
    if not file:
        return checked(made.kind, content)
    more = read(made.kind, _with_required(made, content, _bytes(file)), file).model_dump(mode="json", exclude_unset=True)
    return checked(made.kind, _merged(content, more, "", lang), file)


def _merged(content: Mapping[str, Any], more: Mapping[str, Any], path: str, lang: Language) -> dict[str, Any]:
    """What is recorded, and what is not from `more`."""
    merged = dict(content)
    for name, value in more.items():
        known = content.get(name)
        if isinstance(known, dict) and isinstance(value, dict):
            merged[name] = _merged(known, value, f"{path}{name}.", lang)
        elif known in (None, "", [], {}) or known == value:
            merged[name] = value
        else:
            field = f"{path}{name}"
            next_key = "document_recorded_next"
            raise Failure("document-field-recorded", "document_recorded", lang, next_key=next_key, where=field, field=field)
    return merged


def _required(made: Document) -> list[str]:
    return [name for name, field in made.paper.model_fields.items() if field.is_required()]


def _with_required(made: Document, content: Mapping[str, Any], text: bytes) -> bytes:
    """The file's JSON with the fields without which no document of the kind is one, so that the file may leave them out."""
    try:
        more = json.loads(text)
    except ValueError:
        return text
    if not isinstance(more, dict):
        return text
    return json.dumps({name: content[name] for name in _required(made) if name in content} | more).encode()


def _form(made: Document, given: Mapping[str, Any], lang: Language) -> str:
    """As asked for, else as the file's name says, else JSON to standard output."""
    out = given["out"]
    if given["form"]:
        return offered(made.kind, given["form"])
    suffix = Path(out).suffix.removeprefix(".") if out and out != "-" else ""
    if suffix in FORMS:
        return offered(made.kind, suffix)
    if out and out != "-":
        raise Failure("missing", "document_form_missing", lang, next_key="document_form_next", file=out)
    return "json"


def _deliver(content: bytes, out: str | None, name: str, form: str, lang: Language) -> None:
    if out == "-" or (out is None and form == "json"):
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    file = Path(out or name)
    file.write_bytes(content)
    print_error(say("document_written", lang, file=file, size=len(content), sha256=hashlib.sha256(content).hexdigest()))


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(_LARGEST)
    with Path(file).open("rb") as opened:
        return opened.read(_LARGEST)


def _lang(given: Mapping[str, Any]) -> Language:
    said: Language | None = click.get_current_context().find_root().obj
    return given.get("lang") or said or language()


def _templates(lang: Language) -> click.Command:
    def run(folder: Path, force: bool) -> int:
        for file in write_defaults(folder, replace=force):
            click.echo(file)
        return Exit.OK

    params = [
        click.Argument(["folder"], metavar="DIR", type=click.Path(path_type=Path), help=say("document_templates_dir", lang)),
        click.Option(["--force"], is_flag=True, help=say("document_force", lang)),
    ]
    return Spoken(
        "templates", lang=lang, callback=run, params=params, help=say("document_templates", lang), context_settings=SETTINGS
    )


def _check(lang: Language) -> click.Command:
    def run(folder: Path) -> int:
        templates = Templates(folder)
        tried = 0
        for made in DOCUMENTS.values():
            for form in made.forms:
                file = folder / f"{made.kind}{SUFFIXES[form]}" if form in SUFFIXES else None
                if file is not None and (file.is_file() or form == "pdf"):
                    render(made.kind, sample(made.kind), form, templates)
                    tried += file.is_file()
        print_error(say("document_checked", lang, count=tried))
        return Exit.OK

    folder = click.Argument(["folder"], metavar="DIR", type=click.Path(path_type=Path), help=say("document_templates_dir", lang))
    return Spoken("check", lang=lang, callback=run, params=[folder], help=say("document_check", lang), context_settings=SETTINGS)


def _sample(lang: Language) -> click.Command:
    def run(kind: str, out: str | None) -> int:
        _deliver(written(sample(kind)), out or "-", f"{kind}.json", "json", lang)
        return Exit.OK

    params = [
        click.Argument(["kind"], type=click.Choice(list(DOCUMENTS)), help=say("document_kind", lang)),
        click.Option(["-o", "--out", "out"], metavar="FILE", help=say("document_out", lang)),
    ]
    return Spoken("sample", lang=lang, callback=run, params=params, help=say("document_sample", lang), context_settings=SETTINGS)


def _kinds(lang: Language) -> click.Command:
    def run() -> int:
        for made in DOCUMENTS.values():
            source = GATHERED[made.kind].named.upper() if made.kind in GATHERED else "--json FILE"
            click.echo(f"{made.kind:12} {made.zh if lang == 'zh' else made.en}  [{', '.join(made.forms)}]  {source}")
        return Exit.OK

    return Spoken("kinds", lang=lang, callback=run, params=[], help=say("document_kinds", lang), context_settings=SETTINGS)
