"""Rulebooks as plain data for lists, tables and comparisons: JSON values only, names in both languages."""

from collections.abc import Iterable

from .deadlines import Trigger, deadline
from .explanation import day_text
from .model import Rulebook
from .rules import Parties, Rule
from .schedule import warnings
from .settings import Settings
from .text import Data, Text

_KINDS = {
    "H": Text(zh="明确期限", en="exact number in the source"),
    "T": Text(zh="及时（服务目标）", en="timely (service target)"),
    "P": Text(zh="定期", en="periodic"),
    "N": Text(zh="经常性责任", en="standing duty"),
}
_EVERY = {
    "month": Text(zh="每月", en="each month"),
    "half_year": Text(zh="每半年", en="each half year"),
    "year": Text(zh="每年", en="each year"),
}


def listing(rulebooks: Iterable[Rulebook]) -> list[dict[str, Data]]:
    """One row for each rulebook."""
    return [
        {
            "ref": book.ref,
            "title": _both(book.title),
            "owner": _both(book.owner),
            "effective_from": book.effective_from.day.isoformat(),
            "effective_from_inference": book.effective_from.inference,
            "base": book.base,
            "rules": len(book.rules),
            "calendar": book.calendar.id,
            "calendar_first_year": min(book.calendar.years, default=None),
            "calendar_last_year": max(book.calendar.years, default=None),
            "zone": book.zone,
            "digest": book.digest,
        }
        for book in rulebooks
    ]


def show(book: Rulebook) -> dict[str, Data]:
    """A rulebook: its head, its sources, its settings, and one row for each rule."""
    return {
        **listing([book])[0],
        "citations": [
            {
                "id": key,
                "title": _both(citation.title),
                "kind": citation.kind,
                "obtained": citation.obtained,
                "locator": citation.locator,
            }
            for key, citation in book.citations.items()
        ],
        "settings": [_setting(book.settings, name) for name in Settings.model_fields],
        "rules": [rule_row(book, rule.id) for rule in book.rules],
        "dropped": [{"rule": rule_id, "reason": _both(reason)} for rule_id, reason in book.dropped.items()],
    }


def rule_row(book: Rulebook, rule_id: str) -> dict[str, Data]:
    """The short form of a rule, for a table.

    Raises:
        UnknownRule: there is none with this id.
    """
    rule = book.rule(rule_id)
    return {
        "id": rule.id,
        "party": _names(book, rule.party),
        "action": _both(rule.action),
        "trigger": _both(book.event(rule.trigger)),
        "kind": rule.deadline.type,
        "deadline": _both(deadline_text(book, rule)),
        "inference": list(rule.inferred_parts),
        "origin": book.origins[rule.id],
    }


def show_rule(book: Rulebook, rule_id: str) -> dict[str, Data]:
    """A rule in full: everything a reader needs to judge where each part comes from.

    Raises:
        UnknownRule: there is none with this id.
    """
    rule = book.rule(rule_id)
    return {
        **rule_row(book, rule_id),
        "rulebook": book.ref,
        "trigger_code": rule.trigger,
        "party_codes": list(rule.party.parties),
        "addressee": _names(book, rule.addressee),
        "kind_name": _both(_KINDS[rule.deadline.type]),
        "deadline_note": _both(rule.deadline.note),
        "window": _both(_window_text(book, rule)),
        "evidence": [_both(book.documents[code]) for code in (rule.evidence.documents if rule.evidence else ())],
        "verifier": _names(book, rule.verifier),
        "on_miss": [
            {
                "code": code,
                "name": {"zh": book.consequences[code].zh, "en": book.consequences[code].en},
                "rule": book.consequences[code].rule,
                "inference": book.consequences[code].inference,
            }
            for code in rule.on_miss
        ],
        "source": [{"id": key, "title": _both(book.citations[key].title)} for key in rule.source],
        "rule_inference": rule.inference,
        "note": _both(rule.note),
    }


def explain(book: Rulebook, rule_id: str, trigger: Trigger, *, also: Trigger | None = None) -> dict[str, Data]:
    """Why a rule is due when it is: the date, its steps, the rule and the reminders before it.

    Raises:
        As `deadline`.
    """
    found = deadline(book, rule_id, trigger, also=also)
    return {
        **found.as_data(),
        "action": _both(book.rule(rule_id).action),
        "party": _names(book, book.rule(rule_id).party),
        "reminders": [
            {
                "on": reminder.on.isoformat(),
                "days_before": reminder.days_before,
                "label": reminder.label,
                "reaches": [_both(book.parties[party]) for party in reminder.reaches],
            }
            for reminder in warnings(book, found.due, start=found.start)
        ],
    }


def deadline_text(book: Rulebook, rule: Rule) -> Text:
    """A rule's deadline in words, without a date."""
    spec = rule.deadline
    if spec.within is not None:
        return Text(zh=f"在{spec.within}的期限内", en=f"within the time of {spec.within}")
    if spec.at is not None:
        event = book.event(spec.at)
        return Text(zh=f"{event.zh}当日", en=f"on the day of {event.en}")
    if spec.before is not None:
        event = book.event(spec.before)
        return Text(zh=f"{event.zh}之前", en=f"before {event.en}")
    if spec.every is not None:
        every = _EVERY[spec.every]
        if spec.day is None:
            return every
        day = day_text(spec.day)
        return Text(zh=f"{every.zh}，次期首月{day.zh}前", en=f"{every.en}, by the {day.en} of the month that follows")
    if spec.period is not None:
        event = book.event(spec.since or rule.trigger)
        latest_zh = f"，最长{spec.latest.text('zh')}" if spec.latest else ""
        latest_en = f", at the latest {spec.latest.text('en')}" if spec.latest else ""
        return Text(
            zh=f"{event.zh}起{spec.period.text('zh')}{latest_zh}", en=f"{spec.period.text('en')} from {event.en}{latest_en}"
        )
    return _KINDS[spec.type]


def differences(old: Rulebook, new: Rulebook) -> list[dict[str, Data]]:
    """What changed between two rulebooks: one row for each part of a rule or setting, sorted by where it is.

    A value is None where the rulebook has nothing there.
    """
    before, after = _leaves(old), _leaves(new)
    return [
        {"where": where, "old": before.get(where), "new": after.get(where)}
        for where in sorted(before.keys() | after.keys())
        if before.get(where) != after.get(where)
    ]


def _leaves(book: Rulebook) -> dict[str, Data]:
    leaves: dict[str, Data] = {"zone": book.zone, "calendar": book.calendar.id, "owner": _both(book.owner)}
    for rule in book.rules:
        parts = rule.model_dump(mode="json", exclude_none=True, exclude={"id"})
        leaves |= {f"rules.{rule.id}.{part}": value for part, value in parts.items()}
    settings = book.settings.model_dump(mode="json", exclude_none=True)
    return leaves | {f"settings.{name}": value for name, value in settings.items()}


def _both(text: Text | None) -> Data:
    return None if text is None else {"zh": text.zh, "en": text.en}


def _names(book: Rulebook, bodies: Parties | None) -> Data:
    return [_both(book.parties[code]) for code in (bodies.parties if bodies else ())]


def _window_text(book: Rulebook, rule: Rule) -> Text | None:
    if rule.window is None:
        return None
    event, period = book.event(rule.window.since), rule.window.period
    return Text(
        zh=f"{event.zh}起{period.text('zh')}内（含末日）",
        en=f"within {period.text('en')} of {event.en}, the last day included",
    )


def _setting(settings: Settings, name: str) -> dict[str, Data]:
    return {"name": name, **getattr(settings, name).model_dump(mode="json", exclude_none=True)}
