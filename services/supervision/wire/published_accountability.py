"""Published words of accountability whose message is not named as the fact."""

from rectify.supervision.v1 import supervision_events_pb2 as published

from kernel.envelope import Recorded
from supervision.events.accountability import AccountabilityAnnounced


def announced(recorded: Recorded[AccountabilityAnnounced]) -> published.AccountabilityDecided:
    """The decision once more, now one that may be spoken of: who heard of it before learns that nothing else changed."""
    event = recorded.event
    return published.AccountabilityDecided(
        matter=event.matter,
        org=event.org,
        case=event.case or "",
        subject_class=event.subject_class.value,
        outcome=event.outcome.value,
        decided_on=event.decided_on.isoformat(),
        announced=True,
        decision_no=event.decision_no,
    )
