"""The table of duties, the rules that no clock can keep, and how both are looked up."""

from collections.abc import Mapping, Sequence

from supervision.model.duties.held import held
from supervision.model.duties.table import DUTIES
from supervision.model.duties.words import ORGANS, SUPERVISORS, Duty, Held, Moment, Step

__all__ = ["BY_MESSAGE", "DUTIES", "ORGANS", "SUPERVISORS", "Duty", "Held", "Moment", "Step", "held"]


def _by_message() -> Mapping[type, Sequence[tuple[Duty, Step]]]:
    """What opens comes before what follows, so that one message can open a duty and meet it."""
    found: dict[type, list[tuple[Duty, Step]]] = {}
    for duty in DUTIES:
        for step in duty.steps:
            found.setdefault(step.on, []).append((duty, step))
    return {message: sorted(steps, key=lambda pair: pair[1].verb not in ("open", "schedule")) for message, steps in found.items()}


BY_MESSAGE = _by_message()
