"""`audit replay` and `audit diff`: each service folds its log anew, and says what is not as it should be, or what changed."""

from collections.abc import Iterator
from typing import Any

import click
from rectify.ops.v1.ops_service_pb2 import DESCRIPTOR, DiffRequest, ReplayRequest

from cli.calls import common_options, output_of, session_of
from cli.failure import Exit, Failure
from cli.names import KINDS
from cli.plain import plain
from cli.render import Output, print_error
from cli.request import end_of
from cli.session import Session
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say

_OPS = DESCRIPTOR.services_by_name["OpsService"].methods_by_name
# Whose events are shown to nobody outside of their own service.
WALLED = ("leads",)
_REPLAYED = ("service", "model", "position", "rows", "live_rows", "different", "equal", "digest")
_TWICE = (*_REPLAYED[:-1], "twice", "digest")
_DIFFERING = ("service", "model", "kind", "row", "column", "before", "after")


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`audit replay` and `audit diff T1 T2`."""
    service = click.Option(["--service"], metavar="NAME", help=say("replay_service", lang))
    model = click.Option(["--model", "models"], multiple=True, metavar="NAME", help=say("replay_model", lang))
    yield (
        ("audit", "replay"),
        Spoken(
            "replay",
            lang=lang,
            callback=_replay,
            params=[
                service,
                model,
                click.Option(["--as-of"], metavar="TIME", help=say("opt_as_of", lang)),
                click.Option(["--as-of-effective"], metavar="TIME", help=say("opt_as_of_effective", lang)),
                click.Option(["--twice"], is_flag=True, help=say("replay_twice", lang)),
            ],
            common=common_options(lang),
            help=say("replay", lang),
            context_settings=SETTINGS,
        ),
    )
    yield (
        ("audit", "diff"),
        Spoken(
            "diff",
            lang=lang,
            callback=_diff,
            params=[
                click.Argument(["since"], metavar="T1", help=say("diff_since", lang)),
                click.Argument(["until"], metavar="T2", help=say("diff_until", lang)),
                service,
                model,
                click.Option(["--about"], metavar="NUMBER", help=say("diff_about", lang)),
                click.Option(["--limit"], type=click.IntRange(1, 10_000), default=1000, metavar="N", help=say("diff_limit", lang)),
            ],
            common=common_options(lang),
            help=say("diff", lang),
            context_settings=SETTINGS,
        ),
    )


def _replay(**given: Any) -> int:
    session = session_of(given)
    output = output_of(session, given)
    request = ReplayRequest(models=given["models"], twice=given["twice"])
    for name in ("as_of", "as_of_effective"):
        if given[name]:
            getattr(request, name).FromDatetime(end_of(given[name], session.zone, f"--{name.replace('_', '-')}"))
    answers = {name: session.remote.call(name, _OPS["Replay"], request) for name in _services(session, given["service"])}
    content = {name: plain(answer) for name, answer in answers.items()}
    ok = all(one["ok"] for one in content.values())
    if output.form == "json" and not output.quiet:
        output.record({"ok": ok, "services": content})
    else:
        output.rows([_line(name, model) for name, one in content.items() for model in one["models"]], _columns(content))
    for name, one in content.items():
        for model in one["models"]:
            _tell(name, model, session.lang)
        if one["note"]:
            print_error(f"{name}: {one['note']}")
    print_error(
        say("replay_equal" if ok else "replay_unequal", session.lang, models=sum(len(o["models"]) for o in content.values()))
    )
    return Exit.OK if ok else Exit.FAILED


def _columns(content: dict[str, Any]) -> tuple[str, ...]:
    again = any(model["again"] for one in content.values() for model in one["models"])
    return _TWICE if again else _REPLAYED


def _line(service: str, model: dict[str, Any]) -> dict[str, Any]:
    compared = bool(model["live_digest"])
    return {
        "service": service,
        "model": model["name"],
        "position": model["position"],
        "rows": model["rows"],
        "live_rows": model["live_rows"] if compared else "",
        "different": model["different"] if compared else "",
        "equal": "✗" if model["failed"] or model["different"] else "✓" if compared else "",
        "twice": "" if not model["again"] else "✓" if model["again"] == model["digest"] else "✗",
        # A prefix is for the eye; json and csv callers compare the whole.
        "digest": model["digest"],
    }


def _tell(service: str, model: dict[str, Any], lang: Language) -> None:
    """What is wrong with a read model: the event that it cannot take, the first rows that differ."""
    where = f"{service} {model['name']}"
    if model["failed"]:
        print_error(say("replay_failed", lang, where=where, position=model["position"], why=model["failed"]))
    for one in model["first"]:
        key, columns = ", ".join(one["key"]), ", ".join(one["columns"])
        print_error(say(f"replay_{one['what']}", lang, where=where, table=one["table"], row=key, columns=columns))
    if model["different"] > len(model["first"]):
        print_error(say("replay_more", lang, where=where, count=model["different"] - len(model["first"])))
    if model["again"] not in ("", model["digest"]):
        print_error(say("replay_not_twice", lang, where=where, one=model["digest"], two=model["again"]))


def _diff(**given: Any) -> int:
    session = session_of(given)
    output = output_of(session, given)
    request = DiffRequest(models=given["models"], limit=given["limit"], about=_about(session, given["about"]))
    for name in ("since", "until"):
        getattr(request, name).FromDatetime(end_of(given[name], session.zone, name))
    services = [name for name in _services(session, given["service"]) if name not in WALLED]
    if given["service"] in WALLED:
        raise Failure("walled", "walled", session.lang, next_key="walled_next", service=given["service"], exit=Exit.DENIED)
    content = {name: plain(session.remote.call(name, _OPS["Diff"], request)) for name in services}
    if output.form == "json" and not output.quiet:
        output.record({"services": content})
        return Exit.OK
    output.rows([row for name, one in content.items() for row in _rows(name, one, output)], _DIFFERING)
    for name, one in content.items():
        said = {"service": name, "since": one["since"], "until": one["until"], "total": one["total"]}
        print_error(say("diff_places", session.lang, **said))
    print_error(say("diff_walled", session.lang, services=", ".join(WALLED)))
    return Exit.OK


def _rows(service: str, answer: dict[str, Any], output: Output) -> Iterator[dict[str, Any]]:
    """A line for each column that differs; a row that came or went is one line with what it says."""
    for change in answer["changes"]:
        row = ", ".join(_called(output, name, value) for name, value in change["key"].items())
        about = {"service": service, "model": change["model"], "kind": say(f"diff_{change['kind']}", output.lang), "row": row}
        if change["kind"] == "changed":
            for column in change["columns"]:
                yield {**about, **{name: output.shown(column["column"], column[name]) for name in ("before", "after")}} | {
                    "column": column["column"]
                }
            continue
        side = "after" if change["kind"] == "added" else "before"
        told = [f"{one['column']}={output.shown(one['column'], one[side])}" for one in change["columns"] if one[side]]
        yield {**about, "column": "", side: "; ".join(told)}


def _called(output: Output, column: str, value: str) -> str:
    """A part of a key: what people call it, or the id under the name of its column."""
    called = output.called(value)
    return f"{column} {value}" if called == value else called


def _services(session: Session, named: str | None) -> list[str]:
    """Every service that keeps read models, or the one asked for."""
    if named is None:
        return [name for name in session.endpoints if name != "audit"]
    return [named]


def _about(session: Session, text: str | None) -> str:
    """The id of a finding, of a case (ROUND/ORG), or of what the text itself names: `org:CGJ`."""
    if not text:
        return ""
    kind = "case" if "/" in text and text.partition(":")[0] not in KINDS else "finding"
    return session.builder.names.id(kind, text)
