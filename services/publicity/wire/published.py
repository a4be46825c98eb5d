"""Published words whose fields are not those of the fact by name."""

from rectify.publicity.v1 import publicity_events_pb2 as events_pb2

from kernel.envelope import Recorded
from publicity.events.ideology import PlanOpinionGiven


def plan_opinion_given(recorded: Recorded[PlanOpinionGiven]) -> events_pb2.PlanOpinionGiven:
    """Whose opinion it is goes without saying here, and is said there."""
    event = recorded.event
    return events_pb2.PlanOpinionGiven(
        case=event.case,
        org=event.org,
        plan=event.plan,
        plan_version=event.plan_version,
        body="publicity",
        conclusion=event.conclusion.value,
        opinion_no=event.opinion_no,
        overall=event.overall,
        demands=event.demands,
        verifier=event.verifier,
    )
