"""The dates of a case by its rulebook's arithmetic: which version binds, what is due, and which months are reported on."""

from collections.abc import Sequence
from datetime import date, timedelta

from findings.events.words import Due, SpecialCheck
from findings.refusals.case import NoRulebookInForce, UnknownSpecialCheck
from rulebook import (
    Deadline,
    Rulebook,
    Trigger,
    deadline,
    first_monthly_return,
    has_due_date,
    is_target,
    last_day,
    preset,
    presets,
    window,
)

CONCENTRATED = "concentrated-phase"
PROGRESS = "progress"
PRINCIPAL = "principal"
SPECIAL = "special"
FINAL = "final"


def in_force(name: str, day: date) -> str:
    """The reference `id@version` that binds a case whose feedback was received on `day`.

    A name with a version is taken as it is; of one without, the newest version in force on that day.

    Raises:
        NoRulebookInForce: none of this name was in force yet.
    """
    if "@" in name:
        return preset(name).ref
    versions = [book for book in presets() if book.id == name and book.effective_from.day <= day]
    if not versions:
        raise NoRulebookInForce(rulebook=name, day=day.isoformat())
    return max(versions, key=lambda book: book.version).ref


def binding(name: str, day: date) -> str:
    """The same, "" where none of this name was in force on the day; for facts that wait for no rulebook."""
    try:
        return in_force(name, day)
    except NoRulebookInForce:
        return ""


def known(name: str) -> bool:
    """Whether a shipped rulebook has this id, or id and version."""
    return any(name in (book.id, book.ref) for book in presets())


def report_key(kind: str, check: str = "") -> str:
    """The key of a report in a case: `report:progress`, `report:special:ideology`."""
    return f"report:{kind}:{check}" if check else f"report:{kind}"


def check_rule(book: Rulebook, check: str) -> tuple[str, str]:
    """(party that receives the report of a special check, rule of its date); an unlisted check is an `other` one.

    Raises:
        UnknownSpecialCheck: the rulebook lists neither the check nor `other`.
    """
    listed = {item.check: item for item in book.settings.special_checks.value}
    found = listed.get(check) or listed.get("other")
    if found is None:
        raise UnknownSpecialCheck(check=check, rulebook=book.ref)
    return found.addressee, found.report


def report_rules(book: Rulebook, checks: Sequence[SpecialCheck]) -> dict[str, str]:
    """Every report that the case owes from the start, by key, with its rule (R-07 to R-11)."""
    rules: dict[str, str] = {}
    for expected in book.settings.progress_reports.value:
        kind = PRINCIPAL if expected.by == "principal" else PROGRESS
        rules[report_key(kind)] = expected.rule
    for item in checks:
        rules[report_key(SPECIAL, item.check)] = check_rule(book, item.check)[1]
    return rules


def phase_end(book: Rulebook, received: date, meeting: date) -> Deadline:
    """The last day of the concentrated phase (R-01)."""
    return _from_feedback(book, "R-01", received, meeting)


def dues(book: Rulebook, received: date, meeting: date, checks: Sequence[SpecialCheck]) -> tuple[Due, ...]:
    """What the organisation owes by a date from the day of receipt on."""
    rules = {CONCENTRATED: "R-01"} | report_rules(book, checks)
    return tuple(
        _due(what, _from_feedback(book, rule, received, meeting)) for what, rule in rules.items() if has_due_date(book, rule)
    )


def explain(reference: str, rule: str, received: date, meeting: date) -> tuple[str, str]:
    """Why a date counted from the receipt is what it is, in Chinese and English."""
    reason = _from_feedback(preset(reference), rule, received, meeting).explanation
    return reason.text("zh"), reason.text("en")


def _from_feedback(book: Rulebook, rule: str, received: date, meeting: date) -> Deadline:
    also = Trigger(meeting, "feedback_meeting_held") if book.rule(rule).deadline.compare == "feedback_meeting_held" else None
    return deadline(book, rule, Trigger(received), also=also)


def _due(what: str, found: Deadline) -> Due:
    return Due(what=what, rule=found.rule, due=found.due, stricter=found.stricter, inference=found.inference)


def final_report_due(reference: str, settled: date) -> date | None:
    """By when the final report is asked for (R-16); None where the rulebook gives no number."""
    book = preset(reference)
    return deadline(book, "R-16", Trigger(settled)).due if "R-16" in book and has_due_date(book, "R-16") else None


def judged(reference: str, rule: str, due: date | None, day: date) -> dict[str, bool]:
    """What an act of this day is called: `late` after a limit, `target_passed` after what is only a service target."""
    past = due is not None and day > due
    target = past and bool(reference) and rule in (book := preset(reference)) and is_target(book, rule)
    return {"late": past and not target, "target_passed": target}


def refeedback_window(reference: str, received: date, changed: date) -> tuple[bool, date]:
    """Whether a change of principal on this day calls for re-feedback, and the last day on which one does (R-17)."""
    found = window(preset(reference), "R-17", Trigger(received), Trigger(changed))
    return found.inside, found.last_day


def refeedback_due(reference: str, since: date) -> date:
    """By when a principal who took office on `since` is to be given the feedback again (R-17)."""
    return deadline(preset(reference), "R-17", Trigger(since)).due


def acting_days(reference: str) -> int:
    """After how many days an acting principal counts as the principal."""
    return int(preset(reference).settings.acting_principal_days.value)


def still_tied(reference: str, until: date, day: date) -> bool:
    """Whether a post that ended on `until` still ties a person to the organisation on `day` (SOD-01)."""
    book = preset(reference)
    return last_day(book, until, book.settings.recusal_window.value) >= day


# --- months ----------------------------------------------------------------------------------------------------------


def month_of(day: date) -> str:
    """`2026-06`."""
    return f"{day:%Y-%m}"


def month_days(month: str) -> tuple[date, date]:
    """First and last day of a month given as `2026-06`."""
    first = date.fromisoformat(f"{month}-01")
    return first, next_month(first) - timedelta(days=1)


def next_month(day: date) -> date:
    """The first day of the following month."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def previous_month(month: str) -> str:
    """The month before, in the same form."""
    return month_of(month_days(month)[0] - timedelta(days=1))


def months(first: date, last: date) -> list[str]:
    """The months from that of `first` to that of `last`."""
    found: list[str] = []
    day = first.replace(day=1)
    while day <= last:
        found.append(month_of(day))
        day = next_month(day)
    return found


def first_reported_day(reference: str, end: date) -> date:
    """The first day on which a finding still open after `end` falls under the monthly return (R-15)."""
    return max(end + timedelta(days=1), first_monthly_return(preset(reference), end).start)


def return_due(reference: str, month: str) -> date:
    """By when the return for a month is due (R-15)."""
    book = preset(reference)
    return deadline(book, book.settings.monthly_returns.value.rule, Trigger(month_days(month)[0])).due
