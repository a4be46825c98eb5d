"""Dates and rules as the rulebook of a case gives them."""

from datetime import date

import rulebook
from kernel.messages import Event, Fact


def due(book: str, rule: str, received: date) -> date | None:
    """The last day of a rule's period from a day that is not counted; None where the rulebook has no such date."""
    rules = rulebook.preset(book)
    if rule not in rules or not rulebook.has_due_date(rules, rule):
        return None
    return rulebook.deadline(rules, rule, rulebook.Trigger(received)).due


def resting(event: Event, rule: str, book: str) -> Event | Fact:
    """The event with the rule it rests on, where the rulebook has that rule."""
    return event.under(rule, book) if book and rule in rulebook.preset(book) else event
