"""Who acts in a round, for duties that belong to no case."""

from datetime import date, datetime

from pydantic import Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from supervision.events.case import RoundTakenUp, SecretaryHeard
from supervision.model.case import BODIES
from supervision.refusals.organ import NotOrganOfCase


def round_file_id(round: str) -> str:
    """The id of what supervision notes of a round."""
    return named("round-file", round)


class RoundFile(Aggregate):
    """The organs of a round."""

    KIND = "supervision.round"

    round: str = ""
    rulebook: str = ""
    heard_on: date | None = None
    bodies: dict[str, str] = Field(default_factory=dict)

    def take_up(self, taken: RoundTakenUp) -> Changes:
        """A round became known; nothing when it is known with the same organs and rulebook."""
        same = self.rulebook == taken.rulebook and self.bodies == _bodies(taken)
        return [] if self.exists and same else [taken]

    def secretary_heard(self, day: date) -> Changes:
        """The secretary's meeting heard it; the first hearing counts."""
        return [SecretaryHeard(file=self.id, round=self.round, heard_on=day)] if self.exists and self.heard_on is None else []

    def require_organ(self, act: Act) -> None:
        """Go on only for the organ that has this role in the round.

        Raises:
            NotOrganOfCase: another organ.
        """
        expected = self.bodies.get(act.role, "" if act.role in BODIES else act.org)
        if act.org != expected:
            raise NotOrganOfCase(role=act.role)

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case RoundTakenUp():
                self.round, self.rulebook, self.bodies = event.round, event.rulebook, _bodies(event)
            case SecretaryHeard():
                self.heard_on = event.heard_on
            case _:
                raise TypeError(f"a round file does not fold {event.TOPIC} of {at}")


def _bodies(taken: RoundTakenUp) -> dict[str, str]:
    return {name: getattr(taken, name) or "" for name in (*BODIES, "dispatching")}
