"""Who may act for the organization department in a case: the organs that findings named when it was opened (SOD-12)."""

from datetime import date, datetime

from pydantic import Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from review.events import case as told
from review.refusals.organ import NotOrganOfThisCase

BODIES = ("leading_group", "office", "discipline", "org_dept", "publicity")

# The role of a special check that is the organization department's own.
PERSONNEL = "personnel_selection"


def file_id(case: str) -> str:
    """The id of what review notes of a case."""
    return named("review-file", case)


class CaseFile(Aggregate):
    """The organs of a case, and how far it is."""

    KIND = "review.case"
    CALLED = "整改事项 / case"

    case: str = ""
    org: str = ""
    round: str = ""
    number: str = ""
    rulebook: str = ""
    receipt_date: date | None = None
    phase_end: date | None = None
    ended: bool = False
    special_checks: tuple[str, ...] = ()
    bodies: dict[str, str] = Field(default_factory=dict)

    def take_up(self, taken: told.CaseTakenUp) -> Changes:
        """A case was opened; nothing when it is known."""
        return [] if self.exists else [taken]

    def move(self, org: str) -> Changes:
        """Another organisation answers for it; nothing when it is known."""
        if not self.exists or org == self.org:
            return []
        return [told.CaseMoved(file=self.id, case=self.case, org=org, former=self.org)]

    def end_phase(self, day: date) -> Changes:
        """Its concentrated phase ended; nothing when it is known."""
        if not self.exists or self.ended:
            return []
        return [told.PhaseEnded(file=self.id, case=self.case, org=self.org, phase_end=day)]

    def require_organ(self, act: Act) -> None:
        """Go on only for the organ that has this role in the case; nobody judges the own organisation (SOD-12).

        Raises:
            NotOrganOfThisCase: another organ, or the inspected organisation itself.
        """
        if act.org != self.bodies.get(act.role) or act.org == self.org:
            raise NotOrganOfThisCase(role=act.role)

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case told.CaseTakenUp():
                self.case, self.org, self.round, self.number = event.case, event.org, event.round, event.number
                self.rulebook, self.receipt_date, self.phase_end = event.rulebook, event.receipt_date, event.phase_end
                self.special_checks = event.special_checks
                self.bodies = {name: getattr(event, name) or "" for name in BODIES}
            case told.CaseMoved():
                self.org = event.org
            case told.PhaseEnded():
                self.phase_end, self.ended = event.phase_end, True
            case _:
                raise TypeError(f"a case file does not fold {event.TOPIC} of {at}")
