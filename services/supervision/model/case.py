"""Who may judge in a case: the organs that findings named when it was opened (SOD-12)."""

from datetime import date, datetime

from pydantic import Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from supervision.events.case import CaseMoved, CaseTakenUp
from supervision.refusals.organ import NotOrganOfCase

# Whose token names a body of the case; other roles act by their post alone.
BODIES = ("leading_group", "office", "discipline", "org_dept", "publicity")


def file_id(case: str) -> str:
    """The id of what supervision notes of a case."""
    return named("case-file", case)


class CaseFile(Aggregate):
    """The organs of a case."""

    KIND = "supervision.case"

    case: str = ""
    org: str = ""
    rulebook: str = ""
    round: str = ""
    phase_end: date | None = None
    holder: str = ""
    bodies: dict[str, str] = Field(default_factory=dict)

    def take_up(self, taken: CaseTakenUp) -> Changes:
        """A case was opened; nothing when it is known."""
        return [] if self.exists else [taken]

    def move(self, moved: CaseMoved) -> Changes:
        """Another organisation answers for the case; nothing when it does already."""
        return [moved] if self.exists and self.holder != moved.org else []

    def require_organ(self, act: Act) -> None:
        """Go on only for the organ that has this role in the case; nobody judges the own organisation (SOD-12).

        Raises:
            NotOrganOfCase: another organ, or the inspected organisation itself.
        """
        if not self.judged_by(act):
            raise NotOrganOfCase(role=act.role)

    def judged_by(self, act: Act) -> bool:
        """Whether the acting organ has its role in the case and is not the inspected organisation itself."""
        expected = self.bodies.get(act.role, "" if act.role in BODIES else act.org)
        return act.org == expected and act.org not in (self.org, self.holder)

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case CaseTakenUp():
                self.case, self.org, self.rulebook = event.case, event.org, event.rulebook
                self.holder = event.org
                self.round, self.phase_end = event.round, event.phase_end
                self.bodies = {name: getattr(event, name) or "" for name in BODIES}
            case CaseMoved():
                self.holder = event.org
            case _:
                raise TypeError(f"a case file does not fold {event.TOPIC} of {at}")
