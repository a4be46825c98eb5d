"""What a look-back found."""

from kernel.messages import Event, Ref
from supervision.events.words import Defect, Ground


class LookBackReopened(Event):
    """A look-back, spot check, petition or recurrence proved that a signed-off finding is not rectified."""

    TOPIC = "supervision.look-back.reopened.v1"
    STREAM = "look_back"

    look_back: Ref
    finding: Ref
    case: Ref
    org: Ref
    ground: Ground
    reason: str
    defect: Defect | None = None
    decision: str = ""
    evidence: tuple[str, ...]
    verifier: str
