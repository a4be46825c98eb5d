"""What is put forward for accountability; persons decide on it."""

from datetime import datetime

from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.messages import Changes, Event
from supervision.events import accountability as happened
from supervision.events.words import Defect


class Proposal(Aggregate):
    """A proposal for accountability; persons decide on it."""

    finding: str = ""

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.AccountabilityProposed():
                self.finding = event.finding
            case _:
                raise TypeError(f"a proposal does not fold {event.TOPIC} of {at}")


def propose(act: Act, finding: str, case: str, org: str, book: str, defect: Defect | None, grounds: str) -> Changes:
    """False rectification is put forward for accountability (R-141); other defects are not."""
    if defect is not Defect.FALSE:
        return []
    proposal = happened.AccountabilityProposed(
        proposal=act.new_id("proposal"), finding=finding, case=case, org=org, grounds=grounds, defect=defect
    )
    return [proposal.under("R-141", book)]
