"""Rulebooks as data, calendars and deadline arithmetic, with an explanation of every date."""

from .deadlines import (
    Deadline,
    Trigger,
    WindowCheck,
    chain,
    deadline,
    end_of_day,
    has_due_date,
    is_target,
    last_day,
    outlasting,
    window,
)
from .errors import (
    DateOutOfRange,
    Fault,
    Lang,
    NaiveMoment,
    NoDueDate,
    NoWindow,
    RulebookError,
    TriggerMismatch,
    UnknownPreset,
    UnknownRule,
    UnknownTerm,
)
from .explanation import Explanation, Step
from .loader import load, preset, presets
from .model import Rulebook
from .period import Count, Period, count
from .rules import Kind, Rule
from .schedule import Escalation, Reminder, escalations, first_monthly_return, next_monthly_return, warnings
from .settings import Settings
from .text import Text
from .working_days import Calendar

__all__ = [
    "Calendar",
    "Count",
    "DateOutOfRange",
    "Deadline",
    "Escalation",
    "Explanation",
    "Fault",
    "Kind",
    "Lang",
    "NaiveMoment",
    "NoDueDate",
    "NoWindow",
    "Period",
    "Reminder",
    "Rule",
    "Rulebook",
    "RulebookError",
    "Settings",
    "Step",
    "Text",
    "Trigger",
    "TriggerMismatch",
    "UnknownPreset",
    "UnknownRule",
    "UnknownTerm",
    "WindowCheck",
    "chain",
    "count",
    "deadline",
    "end_of_day",
    "escalations",
    "first_monthly_return",
    "has_due_date",
    "is_target",
    "last_day",
    "load",
    "next_monthly_return",
    "outlasting",
    "preset",
    "presets",
    "warnings",
    "window",
]
