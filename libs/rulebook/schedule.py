"""Dates around a due date: reminders, steps of the ladder, and the months that are reported on."""

from dataclasses import dataclass
from datetime import date, timedelta

from .deadlines import Deadline, Trigger, deadline
from .model import Rulebook
from .settings import EscalationStep


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder on a day; `label` is the letter's colour and `reaches` are party codes."""

    on: date
    days_before: int
    step: int
    label: str
    reaches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Escalation:
    """The day on which a step of the ladder is reached by time alone."""

    on: date
    step: EscalationStep


def warnings(rulebook: Rulebook, due: date, *, start: date | None = None) -> tuple[Reminder, ...]:
    """The reminders before `due`, earliest first; those that fall before `start` are left out.

    Daily reminders once a date is overdue follow `settings.overdue_reminder_days`.
    """
    reminders = (
        Reminder(
            on=due - timedelta(days=warning.days_before),
            days_before=warning.days_before,
            step=warning.step,
            label=warning.label,
            reaches=warning.reaches,
        )
        for warning in rulebook.settings.warnings.value
        if (due - date.min).days >= warning.days_before
    )
    return tuple(sorted((r for r in reminders if start is None or r.on >= start), key=lambda r: r.on))


def escalations(rulebook: Rulebook, due: date) -> tuple[Escalation, ...]:
    """The steps that a missed date reaches by time alone: one day overdue is the day after `due`."""
    return tuple(
        Escalation(due + timedelta(days=step.days_overdue), step)
        for step in rulebook.settings.escalation.value
        if step.days_overdue is not None and (date.max - due).days >= step.days_overdue
    )


def next_monthly_return(rulebook: Rulebook, month: date) -> Deadline:
    """When the return for a month is due; `month` is any day of the month reported on (R-15).

    Raises:
        UnknownRule, NoDueDate, DateOutOfRange.
    """
    return deadline(rulebook, rulebook.settings.monthly_returns.value.rule, Trigger(month))


def first_monthly_return(rulebook: Rulebook, phase_end: date) -> Deadline:
    """The first return after the concentrated phase, for the month that the rulebook's switch names.

    Its `start` is the first day of the month reported on.
    """
    month = phase_end.replace(day=1)
    if rulebook.settings.monthly_returns.value.first == "month_after_phase_end":
        month = (month + timedelta(days=31)).replace(day=1)
    return next_monthly_return(rulebook, month)
