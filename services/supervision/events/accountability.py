"""What is put forward for accountability, and what persons decided."""

from kernel.messages import Event, Ref
from supervision.events.words import Defect


class AccountabilityProposed(Event):
    """False rectification: the matter is put forward for accountability; persons decide."""

    TOPIC = "supervision.accountability.proposed.v1"
    STREAM = "proposal"

    proposal: Ref
    finding: Ref
    case: Ref
    org: Ref
    grounds: str
    defect: Defect
