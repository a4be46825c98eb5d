"""Who may judge in a case: the organs that findings named when it was opened (SOD-12)."""

from datetime import date, datetime

from pydantic import Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from supervision.events.case import CaseTakenUp
from supervision.refusals.organ import NotOrganOfCase

# Whose token names a body of the case; other roles act by their post alone.
BODIES = ("leading_group", "office", "discipline", "org_dept", "publicity")


def file_id(case: str) -> str:
    """The id of what supervision notes of a case."""
    return named("case-file", case)


class CaseFile(Aggregate):
    """The organs of a case."""

    case: str = ""
    org: str = ""
    rulebook: str = ""
    round: str = ""
    phase_end: date | None = None
    bodies: dict[str, str] = Field(default_factory=dict)

    def take_up(self, taken: CaseTakenUp) -> Changes:
        """A case was opened; nothing when it is known."""
        return [] if self.exists else [taken]

    def require_organ(self, act: Act) -> None:
        """Go on only for the organ that has this role in the case; nobody judges the own organisation (SOD-12).

        Raises:
            NotOrganOfCase: another organ, or the inspected organisation itself.
        """
        expected = self.bodies.get(act.role, "" if act.role in BODIES else act.org)
        if act.org != expected or act.org == self.org:
            raise NotOrganOfCase(role=act.role)

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case CaseTakenUp():
                self.case, self.org, self.rulebook = event.case, event.org, event.rulebook
                self.round, self.phase_end = event.round, event.phase_end
                self.bodies = {name: getattr(event, name) or "" for name in BODIES}
            case _:
                raise TypeError(f"a case file does not fold {event.TOPIC} of {at}")
