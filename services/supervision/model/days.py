"""When days of a rulebook begin, and on which days a duty is looked at."""

from datetime import date, datetime, time, timedelta

import rulebook


def begins(book: str, day: date) -> datetime:
    """The moment, aware, at which a day begins in the rulebook's zone."""
    return datetime.combine(day, time.min, rulebook.preset(book).zoneinfo)


def day_of(book: str, moment: datetime) -> date:
    """The day of a moment in the rulebook's zone."""
    return moment.astimezone(rulebook.preset(book).zoneinfo).date()


def escalation_days(book: str, rule_id: str) -> tuple[int, ...]:
    """After how many days overdue the ladder has something to do; empty where the rule does not escalate."""
    rules = rulebook.preset(book)
    if "escalation" not in rules.rule(rule_id).on_miss:
        return ()
    return tuple(sorted(step.days_overdue for step in rules.settings.escalation.value if step.days_overdue))


def next_check(due: date, warn_days: tuple[int, ...], warned_from: int | None) -> date:
    """The first day on which a sweep has something to do: the next reminder, or the day after the due date."""
    left = [days for days in warn_days if warned_from is None or days < warned_from]
    return due - timedelta(days=max(left)) if left else due + timedelta(days=1)
