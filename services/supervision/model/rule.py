"""The rule that a fact rests on, where a rulebook is known."""

from kernel.messages import Event, Fact


def resting(event: Event, rule: str, book: str) -> Event | Fact:
    """The event under this rule; the event alone where no case, and so no rulebook, stands behind it."""
    return event.under(rule, book) if book else event
