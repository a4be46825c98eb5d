"""Who may act in a case: the organs that findings named when it was opened (SOD-12), and who answers for it."""

from datetime import date, datetime

from pydantic import Field

from kernel.aggregates import Aggregate
from kernel.context import Act, named
from kernel.messages import Changes, Event
from publicity.events.case import CaseHandedOn, CaseTakenUp
from publicity.refusals.organ import NotBodyOfCase, NotHolderOfCase

# Whose token names a body of the case; other roles act by their post alone.
BODIES = ("leading_group", "office", "discipline", "org_dept", "publicity")


def file_id(case: str) -> str:
    """The id of what publicity notes of a case."""
    return named("publicity-case", case)


class CaseFile(Aggregate):
    """A case as publicity knows it."""

    KIND = "publicity.case"
    CALLED = "整改事项 / case"

    case: str = ""
    org: str = ""
    number: str = ""
    round: str = ""
    rulebook: str = ""
    received_on: date | None = None
    bodies: dict[str, str] = Field(default_factory=dict)

    def take_up(self, taken: CaseTakenUp) -> Changes:
        """A case was opened; nothing when it is known."""
        return [] if self.exists else [taken]

    def hand_on(self, org: str, former: str) -> Changes:
        """Another organisation answers for it now."""
        return [CaseHandedOn(file=self.id, case=self.case, org=org, former=former)] if self.exists and org != self.org else []

    def require_organ(self, act: Act) -> None:
        """Go on only for the organ that has this role in the case; nobody judges the own organisation (SOD-12).

        Raises:
            NotBodyOfCase: another organ, or the inspected organisation itself.
        """
        if not self.exists or not act.org or act.org != self.bodies.get(act.role) or act.org == self.org:
            raise NotBodyOfCase(role=act.role)

    def require_publisher(self, act: Act) -> None:
        """Go on only for the publicity department, or the office of a case that names none.

        Raises:
            NotBodyOfCase: another organ.
        """
        self.require_organ(act)
        if act.role != "publicity" and self.bodies.get("publicity"):
            raise NotBodyOfCase(role=act.role)

    def require_holder(self, act: Act) -> None:
        """Go on only for the organisation that answers for the case.

        Raises:
            NotHolderOfCase: another one.
        """
        if not self.exists or act.org != self.org:
            raise NotHolderOfCase

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case CaseTakenUp():
                self.case, self.org, self.number, self.round = event.case, event.org, event.number, event.round
                self.rulebook, self.received_on = event.rulebook, event.receipt_date
                self.bodies = {name: getattr(event, name) or "" for name in BODIES}
            case CaseHandedOn():
                self.org = event.org
            case _:
                raise TypeError(f"a case file does not fold {event.TOPIC} of {at}")
