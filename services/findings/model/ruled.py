"""Facts of which not everybody who states them works under a rulebook."""

from kernel.messages import Event, Fact


def bound(event: Event, rule: str, rulebook: str) -> Event | Fact:
    """The event resting on a rule of this rulebook (`id@version`), or on none where no rulebook binds."""
    return event.under(rule, rulebook) if rulebook else event
