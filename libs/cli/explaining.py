"""Who owed what and when about a finding: duties, what became of each and by which events, and the finding's states in order."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cli.words import Language, meaning, say
from rulebook import UnknownPreset, preset

Thing = Mapping[str, Any]

# What became of a duty, by its state; what else is open.
_ENDED = {"MET": "met", "MET_LATE": "late", "OVERDUE": "missed", "WAIVED": "waived", "SUPERSEDED": "superseded"}
_RUNNING = {"SUSPENDED": "suspended", "SCHEDULED": "scheduled"}
_TIMELY = "T"
_DUTY = "supervision.obligation."
_FINDING = "findings.finding."
# What a person wants to know of an event besides what it is called, in this order.
_TELLING = ("due", "former_due", "submitted_on", "days_late", "after_target", "days_left", "reason", "note")


def explained(finding: Thing, duties: Iterable[tuple[Thing, Thing]], events: Sequence[Thing]) -> dict[str, Any]:
    """The whole explanation, as it is written in JSON.

    Args:
        finding: the answer of `finding show`; duties: each obligation with its explanation, of the finding or its case alone.
        events: the history of the finding.
    """
    line = finding["line"]
    by_aggregate: dict[str, list[Thing]] = {}
    for event in events:
        by_aggregate.setdefault(event["aggregate"], []).append(event)
    found = [_duty(duty, why, by_aggregate.get(duty["obligation"], []), line["finding"]) for duty, why in duties]
    own = {event["version"]: event for event in by_aggregate.get(line["finding"], [])}
    return {
        "finding": line["finding"],
        "number": line["number"],
        "state": line["state"],
        "duties": sorted(found, key=lambda duty: (duty["due"], duty["rule"], duty["subject"])),
        "states": [_state(one, own.get(one["version"])) for one in finding["states"]],
    }


def outcome_of(duty: Thing) -> str:
    """met, late, missed, waived, superseded, suspended, scheduled or open; past a service target that is no breach, it says so."""
    state = duty["state"]
    if duty["kind"] == _TIMELY and (duty["target_passed"] or state in ("MET_LATE", "OVERDUE")):
        if state in ("MET", "MET_LATE"):
            return "met-after-target"
        if state in ("RUNNING", "EXTENDED", "OVERDUE"):
            return "open-after-target"
    return _ENDED.get(state) or _RUNNING.get(state, "open")


def _duty(duty: Thing, why: Thing, events: Sequence[Thing], finding: str) -> dict[str, Any]:
    return {
        "rule": duty["rule_id"],
        "rulebook": duty["rulebook"],
        "kind": duty["kind"],
        "subject": duty["subject"],
        "of": "finding" if duty.get("finding") == finding else "case",
        "party": duty["party"],
        "obligor": duty["obligor"],
        "outcome": outcome_of(duty),
        "state": duty["state"],
        "triggered_on": duty["triggered_on"],
        "trigger": duty["trigger"],
        "due": duty["due"],
        "first_due": duty["original_due"],
        "submitted_on": duty["submitted_on"],
        "stated": duty["stated"],
        "inference": why["inference"],
        "why_zh": why["explanation_zh"],
        "why_en": why["explanation_en"],
        "obligation": duty["obligation"],
        "events": [_step(event) for event in events if event["topic"].startswith(_DUTY)],
    }


def _step(event: Thing) -> dict[str, Any]:
    body = _body(event)
    return {
        "what": event["topic"].removeprefix(_DUTY).rpartition(".v")[0],
        "effective": event.get("effective"),
        "at": event.get("at"),
        "event": cited(event),
        "causes": list(event["causes"]),
        **{name: body[name] for name in _TELLING if body.get(name) not in (None, "", [])},
    }


def _state(one: Thing, event: Thing | None) -> dict[str, Any]:
    known = {"what": "", "event": "", "at": None}
    if event is not None:
        known = {"what": event["topic"].removeprefix(_FINDING).rpartition(".v")[0], "event": cited(event), "at": event.get("at")}
    return {"state": one["state"], "since": one.get("since"), "version": one["version"], **known}


def cited(event: Thing) -> str:
    """Where an event is: `source:position`."""
    return f"{event['source']}:{event['position']}"


def short(citation: str) -> str:
    """Service and position of a citation."""
    source, _, position = citation.rpartition(":")
    return f"{source.split('/')[1]}:{position}" if source.count("/") == 2 else citation


def _body(event: Thing) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = json.loads(event["body"] or "{}")
    except ValueError:
        return {}
    return found


# --- for people --------------------------------------------------------------------------------------------------------


def told(content: Thing, lang: Language, called: Any, day: Any) -> list[str]:
    """The explanation in lines.

    Args:
        called: what people call the organ of an id; day: an instant as its day in the zone.
    """
    lines = [say("explain_finding", lang, number=content["number"], state=meaning("state", content["state"], lang))]
    lines += ["", say("explain_duties", lang, count=len(content["duties"]))]
    for duty in content["duties"]:
        lines += ["", *_told_duty(duty, lang, called, day)]
    lines += ["", say("explain_states", lang)]
    for one in content["states"]:
        state = meaning("state", one["state"], lang)
        lines.append(f"  {day(one['since'])}  {state}  ({one['what'] or '–'}, {short(one['event']) or '–'})")
    return lines


def _told_duty(duty: Thing, lang: Language, called: Any, day: Any) -> list[str]:
    action, party = _in_words(duty, lang)
    owes = {"party": party, "obligor": called(duty["obligor"]), "action": action, "subject": duty["subject"]}
    said = {"outcome": say(f"explain_{duty['outcome'].replace('-', '_')}", lang), "due": duty["due"]}
    when = {
        "trigger": short(duty["trigger"]) or "–",
        "day": duty["triggered_on"],
        "rule": duty["rule"],
        "rulebook": duty["rulebook"],
    }
    lines = [
        say("explain_duty" if not duty["subject"] else "explain_duty_of", lang, **owes, **when),
        "  " + say("explain_due", lang, **said),
        "  " + say("explain_trigger", lang, **when),
        "  " + say("explain_why", lang, why=duty[f"why_{lang}"]),
    ]
    if duty["first_due"] != duty["due"]:
        lines.insert(2, "  " + say("explain_first_due", lang, due=duty["first_due"]))
    if duty["inference"]:
        lines.append("  " + say("explain_inference", lang))
    for event in duty["events"]:
        more = "; ".join(f"{say(f'explain_of_{name}', lang)} {event[name]}" for name in _TELLING if _telling(event, name))
        what = say(f"explain_step_{event['what'].replace('-', '_')}", lang)
        causes = ", ".join(short(cause) for cause in event["causes"])
        line = f"    {day(event['effective'])}  {what}{'：' if lang == 'zh' and more else ': ' if more else ''}{more}"
        lines.append(f"{line}  [{short(event['event'])}{' ← ' + causes if causes else ''}]")
    return lines


def _telling(event: Thing, name: str) -> bool:
    """Whether a field says something that the line does not say already."""
    return name in event and not (name == "after_target" and str(event[name]) == "0") and event["what"] != name.removesuffix("_on")


def _in_words(duty: Thing, lang: Language) -> tuple[str, str]:
    """What is to be done, and whose duty it is, in the rulebook's words; its codes where the rulebook is not at hand."""
    try:
        book = preset(duty["rulebook"])
    except UnknownPreset:
        return duty["rule"], duty["party"]
    action = getattr(book.rule(duty["rule"]).action, lang) if duty["rule"] in book else duty["rule"]
    party = book.parties.get(duty["party"])
    return action, getattr(party, lang) if party is not None else duty["party"]
