"""Consultation meetings of the supervising bodies (R-35, R-68, R-97, R-107)."""

from datetime import datetime

from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.messages import Changes, Event
from supervision.events.consultation import ConsultationHeld
from supervision.model.rule import resting
from supervision.refusals.consultations import ConsultationLater, ConsultationOfOne
from supervision.refusals.measures import NumberUsed

# The rule by which a body consults with others; bodies without a line of their own keep the mechanism going.
RULES = {"discipline": "R-35", "office": "R-107", "org_dept": "R-107", "leading_group": "R-97"}


class Consultation(Aggregate):
    """One consultation meeting."""

    KIND = "supervision.consultation"
    CALLED = "整改会商 / consultation"

    number: str = ""
    cases: tuple[str, ...] = ()

    def hold(self, held: ConsultationHeld, book: str, act: Act) -> Changes:
        """Record the meeting.

        Args:
            book: the rulebook of its first case; "" when it concerns none.

        Raises:
            NumberUsed, ConsultationOfOne, ConsultationLater.
        """
        if self.exists:
            raise NumberUsed(field="number", number=held.number)
        if len({*held.bodies, act.org}) < 2:
            raise ConsultationOfOne(field="bodies")
        if held.held_on > act.today:
            raise ConsultationLater(field="held_on", day=held.held_on)
        return [resting(held, RULES.get(act.role, "R-68"), book)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case ConsultationHeld():
                self.number, self.cases = event.number, event.cases
            case _:
                raise TypeError(f"a consultation does not fold {event.TOPIC} of {at}")
